"""Finds the names that initials stand for in one article: "Tigers of the North (TON)"."""

import re

from regesta.model.annotation import Mention
from regesta.model.article import Article
from regesta.model.written_names import capitals, is_capitalised
from regesta.ontology.actor_sectors import load_sectors

SHORTEST = 3  # letters of initials, where the name has one more
LEADING = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


def of_initials(article: Article) -> dict[int, int]:
    """Return, for each name written in initials, the index of the name they stand for in this article.

    That is the name right before them where they stand in brackets, "Tigers of the North (TON)", and for the same
    initials elsewhere that one too; else the first name of a body whose capitals they are, or else are but for its
    state: "FSA" for "Japanese Financial Services Agency", "PSC" for "Public Security Commission of Kenya".
    """
    initials = {i: name_in(article, m) for i, m in enumerate(article.mentions) if is_initials(article, m)}
    ends = {m.span.end: i for i, m in enumerate(article.mentions) if m.form != "pronoun" and m.label in {"ORG", ""}}
    found: dict[str, int] = {}
    for index, letters in initials.items():
        start = article.mentions[index].span.start
        before = ends.get(start - 2)
        if before is not None and before not in initials and article.text[start - 2 : start] == " (":
            found.setdefault(letters, before)
    names = [
        (capitals(name_in(article, mention)), index)
        for index, mention in enumerate(article.mentions)
        if index not in initials and is_body_name(article, mention)
    ]
    without_state = [(part, i) for letters, i in names for part in (letters[1:], letters[:-1])]
    for letters, index in (*names, *(pair for pair in without_state if len(pair[0]) >= SHORTEST)):
        found.setdefault(letters, index)
    return {index: found[letters] for index, letters in initials.items() if letters in found}


def name_in(article: Article, mention: Mention) -> str:
    """Return the name of a mention without article and full stops."""
    return LEADING.sub("", (mention.name or mention.span).of(article.text).replace(".", ""))


def is_initials(article: Article, mention: Mention) -> bool:
    """Tell whether a mention is a body's name in initials: "TON", "T.O.N."."""
    name = name_in(article, mention)
    return mention.form == "name" and mention.label == "ORG" and name.isupper() and name.isalpha() and len(name) > 1


def is_body_name(article: Article, mention: Mention) -> bool:
    """Tell whether a mention is a body's name, or a description of a body that is written like one.

    AP is no "American President".
    """
    if mention.form != "nominal" or article.parse is None:
        return mention.form == "name" and mention.label == "ORG"
    noun = load_sectors().noun((article.parse.lemmas[mention.head],))
    name = name_in(article, mention)
    return " " in name and is_capitalised(name) and noun is not None and noun.kind == "body"
