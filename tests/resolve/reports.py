"""Articles with hand-built parses and mentions, so that tests of resolution need no model."""

import re
from dataclasses import dataclass, replace
from datetime import date

from regesta.model.annotation import Mention, MentionKind, Sentence
from regesta.model.article import Article, Source
from regesta.model.parse import Parse
from regesta.model.span import Span
from regesta.resolve.asked.free_phrases import singular

TOKEN = re.compile(r"(?:\w\.){2,}|Ky\.|[\w]+(?:[’']\w{2,})?|['’]s|[^\w\s]")
PREPOSITIONS = frozenset({"of", "in", "to", "for", "from", "at", "near", "with"})


@dataclass(frozen=True)
class Said:
    """A mention to build: its words, the label of a name, the name inside, the words of its antecedent."""

    words: str
    label: str = ""
    name: str = ""
    like: str = ""
    nth: int = 0
    kind: MentionKind = "actor"


def a_report(text: str, *said: Said, published: date | None = None) -> Article:
    """Return an article whose mentions are those given; each must stand in the text.

    Inside a mention every word before the head depends on it, possessors as such; "of X" behind it is its
    prepositional phrase. The head is the last word before a preposition.
    """
    tokens = [(m.start(), m.end()) for m in TOKEN.finditer(text)]
    spans = [find(text, item.words, item.nth) for item in said]
    heads, deps = list(range(len(tokens))), ["dep"] * len(tokens)
    entities, found = [""] * len(tokens), []
    for item, span in zip(said, spans, strict=True):
        inside = [i for i, (start, end) in enumerate(tokens) if span.start <= start and end <= span.end]
        head = attach(text, tokens, inside, heads, deps)
        found.append(mention_of(text, item, span, head, tokens, entities))
        placed(text, tokens, inside[0], head, heads, deps)
    linked = [
        mention if not item.like else link(mention, item, said) for mention, item in zip(found, said, strict=True)
    ]
    order = sorted(range(len(linked)), key=lambda i: (linked[i].span.start, -linked[i].span.end))
    moved = {old: new for new, old in enumerate(order)}
    mentions = tuple(relink(linked[i], moved) for i in order)
    parse = parse_of(text, tokens, heads, deps, entities)
    return Article(
        id="r1", text=text, source=Source(published=published), parse=parse, mentions=mentions,
        sentences=sentences_of(text, tokens),
    )  # fmt: skip


def find(text: str, words: str, nth: int) -> Span:
    found = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    return Span(found[nth], found[nth] + len(words))


def attach(text: str, tokens: list[tuple[int, int]], inside: list[int], heads: list[int], deps: list[str]) -> int:
    words = [text[slice(*tokens[i])] for i in inside]
    cut = next((k for k, word in enumerate(words) if k and word in PREPOSITIONS), len(inside))
    head = inside[cut - 1]
    for k, token in enumerate(inside[: cut - 1]):
        following = words[k + 1]
        heads[token], deps[token] = head, "poss" if following in {"'s", "’s"} else "compound"
    if cut < len(inside):
        heads[inside[cut]], deps[inside[cut]] = head, "prep"
        heads[inside[-1]], deps[inside[-1]] = inside[cut], "pobj"
        for token in inside[cut + 1 : -1]:
            heads[token], deps[token] = inside[-1], "compound"
    return head


def placed(text: str, tokens: list[tuple[int, int]], first: int, head: int, heads: list[int], deps: list[str]) -> None:
    if first and text[slice(*tokens[first - 1])] in PREPOSITIONS and heads[head] == head:
        heads[head], deps[head] = first - 1, "pobj"


def mention_of(
    text: str, item: Said, span: Span, head: int, tokens: list[tuple[int, int]], entities: list[str]
) -> Mention:
    name = None
    if item.label:
        start = text.index(item.name or item.words, span.start)
        name = Span(start, start + len(item.name or item.words))
        for i, (begin, end) in enumerate(tokens):
            if name.start <= begin and end <= name.end:
                entities[i] = f"I-{item.label}"
    is_pronoun = item.words.lower() in {"he", "she", "it", "they", "his", "her", "their"}
    return Mention(
        span=span, head=head, form="name" if item.label else "pronoun" if is_pronoun else "nominal",
        kind=item.kind, label=item.label, name=name,
    )  # fmt: skip


def link(mention: Mention, item: Said, said: tuple[Said, ...]) -> Mention:
    return replace(mention, antecedent=next(i for i, other in enumerate(said) if other.words == item.like))


def relink(mention: Mention, moved: dict[int, int]) -> Mention:
    return mention if mention.antecedent is None else replace(mention, antecedent=moved[mention.antecedent])


def parse_of(text: str, tokens: list[tuple[int, int]], heads: list[int], deps: list[str], entities: list[str]) -> Parse:
    words = tuple(text[slice(*token)] for token in tokens)
    pos = tuple(
        "DET" if w.lower() in {"the", "a", "an"} else "PROPN" if w[:1].isupper() and i else "NOUN"
        for i, w in enumerate(words)
    )
    return Parse(
        starts=tuple(s for s, _ in tokens), ends=tuple(e for _, e in tokens), words=words,
        lemmas=tuple(singular(w) for w in words), pos=pos,
        tags=tuple("NNS" if singular(w) != w.lower() else "NN" for w in words), heads=tuple(heads), deps=tuple(deps),
        entities=tuple(entities),
    )  # fmt: skip


def sentences_of(text: str, tokens: list[tuple[int, int]]) -> tuple[Sentence, ...]:
    found = []
    for match in re.finditer(r"\S.*?[.!?](?=\s+[A-Z]|$)", text, re.S):
        inside = [i for i, (start, _) in enumerate(tokens) if match.start() <= start < match.end()]
        found.append(Sentence(span=Span(*match.span()), first_token=inside[0], end_token=inside[-1] + 1, paragraph=0))
    return tuple(found)
