"""Hand-built scenes (a parse, who is mentioned, what the network would read), so that tests need no model."""

from dataclasses import dataclass, replace

from builders import STATES, an_actor

from regesta.coding.roles.roles import Scene, scene_of
from regesta.coding.triggers.candidates import Candidate
from regesta.model.act import Act, Argument
from regesta.model.annotation import Mention, MentionForm, MentionKind, Sentence
from regesta.model.article import Article
from regesta.model.entity import Actor, Place
from regesta.model.parse import Parse
from regesta.model.span import Span
from tests.annotate.parses import a_parse

POS = {
    "NNP": "PROPN", "NN": "NOUN", "NNS": "NOUN", "VBD": "VERB", "VBN": "VERB", "VBG": "VERB", "VB": "VERB",
    "VBZ": "VERB", "PRP": "PRON", "CD": "NUM", "JJ": "ADJ", "DT": "DET", "IN": "ADP", "CC": "CCONJ", "RB": "ADV",
    ".": "PUNCT",
}  # fmt: skip


@dataclass(frozen=True)
class Party:
    """A mention to build: its words, ending in its head, who or where they denote, and which occurrence it is."""

    words: str
    actor: Actor | None = None
    place: Place | None = None
    form: MentionForm = "name"
    kind: MentionKind = "actor"
    nth: int = 0
    antecedent: int | None = None


def state(name: str, nth: int = 0) -> Party:
    """A mention of a state of `STATES`."""
    assert name in STATES
    return Party(name, an_actor(name, basis="name", confidence=0.95), nth=nth)


def the_parse(text: str, rows: str, names: dict[str, str] | None = None) -> Parse:
    """Return a parse of rows "word lemma Penn-tag head label", one a line; names are words with an entity label."""
    split = [row.split() for row in rows.strip().splitlines()]
    parse = a_parse(text, [(word, lemma, tag, int(head), dep) for word, lemma, tag, head, dep in split])
    return replace(
        parse,
        pos=tuple(POS[tag] for tag in parse.tags),
        entities=tuple(f"B-{names[word]}" if names and word in names else "" for word in parse.words),
    )


def an_article_of(parse: Parse, text: str, *parties: Party, acts: tuple[Act, ...] = ()) -> Article:
    """An article whose sentences end at full stops."""
    ends = [n + 1 for n, word in enumerate(parse.words) if word == "."]
    return Article(
        id="a1",
        text=text,
        parse=parse,
        sentences=tuple(
            Sentence(span=parse.span(first, end - 1), first_token=first, end_token=end, paragraph=0)
            for first, end in zip([0, *ends], ends, strict=False)
        ),
        mentions=tuple(mention_of(parse, text, party) for party in parties),
        acts=acts,
    )


def a_scene(parse: Parse, text: str, *parties: Party, acts: tuple[Act, ...] = ()) -> Scene:
    """The scene of such an article."""
    return scene_of(an_article_of(parse, text, *parties, acts=acts), parse)


def mention_of(parse: Parse, text: str, party: Party) -> Mention:
    span = find(text, party.words, party.nth)
    return Mention(
        span=span, head=parse.tokens_in(span)[-1], form=party.form, kind=party.kind, actor=party.actor,
        place=party.place, antecedent=party.antecedent,
    )  # fmt: skip


def find(text: str, words: str, nth: int = 0) -> Span:
    """The span of an occurrence of words."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def an_act(text: str, trigger: str, *types: tuple[str, float], score: float = 0.9, **roles: str) -> Act:
    """What the network reads in a word; roles are words, several of one role parted by a bar."""
    arguments = tuple(
        Argument(name, find(text, words), score) for name, said in roles.items() for words in said.split("|")
    )
    return Act(trigger=find(text, trigger), types=types, statuses=(("happened", 0.9),), mode=None, arguments=arguments)


def reading(scene: Scene, token: int, event_type: str) -> Candidate:
    """The reading of a word as a type."""
    return next(c for c in scene.candidates if (c.token, c.event_type) == (token, event_type))
