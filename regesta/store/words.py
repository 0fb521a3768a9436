"""Words for full-text search: how text is cut and folded, and what a search asks for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from regesta.model.letters import normalized, without_marks

WORD = re.compile(r"[^\W_]+")
CHUNK = re.compile(r'"([^"]*)"(\*?)|(\S+)')


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that must follow each other.

    Attributes:
        words: As the user wrote them.
        prefix: Whether the last one may go on ("sanction*" also finds "sanctions").
    """

    words: tuple[str, ...]
    prefix: bool


def fold(text: str) -> str:
    """Return text without case and diacritics: "Erdoğan" gives "erdogan"."""
    return without_marks(text.casefold(), "NFD")


def folded_words(text: str) -> list[str]:
    """Return the words of a text, folded, in order."""
    return WORD.findall(fold(text))


@lru_cache(maxsize=2**14)  # the same names stand in very many events
def name_key(name: str) -> str:
    """Return a name as words with a space on either side, so that whole words can be looked for in it."""
    return f" {' '.join(folded_words(name))} "


def parse_query(query: str) -> tuple[Phrase, ...]:
    """Cut a search into phrases that must all occur: words, "quoted phrases", and prefix* words.

    Words that punctuation joins ("U.S.", "al-Shifa") must follow each other, as they do in the text. What is asked for
    again, in whatever case, is left out: each phrase is looked for in every text.
    """
    phrases: dict[tuple[str, bool], Phrase] = {}
    for quoted, star, bare in CHUNK.findall(normalized(query, "NFC")):  # a mark of its own would cut a word
        words = tuple(WORD.findall(quoted or bare))
        if words:
            phrase = Phrase(words, prefix=bool(star) or bare.endswith("*"))
            phrases.setdefault((fold(" ".join(words)), phrase.prefix), phrase)
    return tuple(phrases.values())


def fts_expression(phrases: Sequence[Phrase]) -> str:
    """Return phrases as an FTS5 expression; its tokenizer folds the words."""
    return " ".join(f'"{" ".join(phrase.words)}"{"*" if phrase.prefix else ""}' for phrase in phrases)


def occur(phrases: Sequence[Phrase], words: Sequence[str]) -> bool:
    """Tell whether all phrases occur among the folded words of a text; a search without words finds nothing."""
    return bool(phrases) and all(occurrences(phrase, words) for phrase in phrases)


def occurrences(phrase: Phrase, words: Sequence[str]) -> int:
    """Count the places where a phrase occurs among folded words."""
    wanted = [fold(word) for word in phrase.words]
    size = len(wanted)
    return sum(
        list(words[at : at + size - 1]) == wanted[:-1]
        and (words[at + size - 1].startswith(wanted[-1]) if phrase.prefix else words[at + size - 1] == wanted[-1])
        for at in range(len(words) - size + 1)
    )
