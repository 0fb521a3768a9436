"""Mentions of actors and places: names with their titles, described actors, and pronouns."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from regesta.annotate.noun_phrases import phrase_start
from regesta.annotate.titled_names import under_titles
from regesta.model.annotation import PLACE_LABELS, Mention, MentionForm, MentionKind
from regesta.model.article import Article
from regesta.model.parse import Parse
from regesta.model.span import Span
from regesta.ontology.actor_sectors import Sectors, load_sectors

NAME_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
NAMELESS_POS = frozenset(
    {"DET", "PUNCT", "ADP", "CCONJ", "PART"}
)  # such a word alone is no name, whatever reads it as one
PRONOUN_TAGS = frozenset({"PRP", "PRP$", "WP", "WDT"})
PLACE_PREPOSITIONS = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "across", "throughout", "through", "into", "off", "within"}
)
# After these verbs "to X" and "from X" are places; elsewhere ("aid to X", "demands from X") they are parties.
MOTION_VERBS = frozenset(
    {"go", "come", "travel", "fly", "arrive", "return", "move", "head", "leave", "depart", "flee", "cross", "drive"}
)
MODIFIER_DEPS = frozenset({"amod", "compound", "nmod", "poss"})
OF_PREPOSITIONS = frozenset({"of", "for"})


@dataclass(frozen=True)
class Mentions:
    """Find the mentions of actors and places."""

    name: ClassVar[str] = "mentions"
    requires: ClassVar[frozenset[str]] = frozenset({"parse", "acts"})  # with the acts come the names
    assigns: ClassVar[frozenset[str]] = frozenset({"mentions"})

    def __call__(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Yield each article with its mentions."""
        for article in articles:
            yield replace(article, mentions=find_mentions(article))


def find_mentions(article: Article) -> tuple[Mention, ...]:
    """Return the mentions of an article in text order; one mention per head word.

    A name inside a larger mention ("Israel" in "Israel's army") is a mention of its own, of kind "other".
    """
    parse = article.parse
    if parse is None:
        return ()
    sectors = load_sectors()
    names = under_titles(parse, name_heads(parse))
    found: dict[int, Mention] = {}
    for head in range(len(parse)):
        form = form_of(parse, head, names, sectors)
        if form:
            found[head] = build_mention(parse, head, form, names)
    return tuple(sorted(mark_nested(found.values()), key=lambda m: (m.span.start, -m.span.end)))


def name_heads(parse: Parse) -> dict[int, tuple[int, int, str]]:
    """Return, for the head word of every named entity, its first token, last token and label."""
    heads: dict[int, tuple[int, int, str]] = {}
    first = 0
    while first < len(parse):
        label = parse.entities[first][2:]
        last = first
        while last + 1 < len(parse) and parse.entities[last + 1] == f"I-{label}":
            last += 1
        if label in NAME_LABELS and not (first == last and parse.pos[first] in NAMELESS_POS):
            start = first + (parse.pos[first] == "DET" and first < last)
            end = last - (parse.tags[last] == "POS" and last > start)
            outside = [t for t in range(start, end + 1) if not start <= parse.heads[t] <= end or parse.heads[t] == t]
            heads[outside[-1] if outside else end] = (start, end, label)
        first = last + 1
    return heads | missed_surnames(parse, heads)


def missed_surnames(parse: Parse, heads: dict[int, tuple[int, int, str]]) -> dict[int, tuple[int, int, str]]:
    """Return the bare surnames that the recogniser passed over although it knows the full name elsewhere."""
    persons = [(start, end) for start, end, label in heads.values() if label == "PERSON" and end > start]
    surnames = {parse.words[end] for _, end in persons}
    return {
        token: (token, token, "PERSON")
        for token, word in enumerate(parse.words)
        if word in surnames
        and not parse.entities[token]
        and parse.pos[token] == "PROPN"
        and parse.deps[token] != "compound"
    }


def form_of(parse: Parse, head: int, names: dict[int, tuple[int, int, str]], sectors: Sectors) -> MentionForm | None:
    """Tell which form of mention, if any, the word heads."""
    if head in names:
        return "name"
    if parse.tags[head] in PRONOUN_TAGS and not is_initials(parse, head):
        return "pronoun"
    if parse.pos[head] not in {"NOUN", "PROPN"} or parse.deps[head] in {"compound", "nmod"}:
        return None
    return "nominal" if sectors.noun(noun_key(parse, head)) else None


def is_initials(parse: Parse, token: int) -> bool:
    """Tell whether what is tagged as a pronoun is a body's initials: "the WHO", "WHO calls for help".

    No pronoun stands behind "the", and none is in capitals where the words beside it are not.
    """
    if not parse.words[token].isupper() or len(parse.words[token]) == 1:
        return False
    before, behind = parse.words[max(0, token - 1) : token], parse.words[token + 1 : token + 2]
    return before in {("the",), ("The",)} or not any(word.isupper() for word in (*before, *behind))


def noun_key(parse: Parse, head: int) -> tuple[str, ...]:
    """Return the lemmas a described actor is looked up by: its compounds and head, e.g. ("prime", "minister")."""
    before = [c for c in parse.children[head] if c < head and parse.deps[c] in {"compound", "amod", "nmod"}]
    return tuple(parse.lemmas[token] for token in (*before, head))


def build_mention(parse: Parse, head: int, form: MentionForm, names: dict[int, tuple[int, int, str]]) -> Mention:
    """Return the mention that the word heads, with its whole noun phrase."""
    start, end, label = names.get(head, (head, head, ""))
    if label == "ORG" and start > 0 and is_title(parse, start - 1):
        label = "PERSON"  # "President Tokayev": nobody calls a body so
    name = parse.span(start, end) if label else None
    first = head if form == "pronoun" else min(start, phrase_start(parse, head))
    last = max(end, head)
    if form == "nominal":
        last = of_phrase_end(parse, head, names) or last
    return Mention(
        span=parse.span(first, last), head=head, form=form, kind=kind_of(parse, head, label), label=label, name=name
    )


def is_title(parse: Parse, token: int) -> bool:
    """Tell whether a word before a name is a person's title: "President", "minister"."""
    noun = load_sectors().noun((parse.lemmas[token],))
    is_proper = parse.tags[token] == "NNP" and parse.deps[token] in MODIFIER_DEPS
    return is_proper and noun is not None and noun.kind == "person"


def of_phrase_end(parse: Parse, head: int, names: dict[int, tuple[int, int, str]]) -> int | None:
    """Return the last token of "of Ukraine" in "president of Ukraine"; None when no name follows so."""
    for prep in parse.governed(head, "prep"):
        if parse.lemmas[prep] in OF_PREPOSITIONS and prep == head + 1:
            for thing in parse.governed(prep, "pobj"):
                if thing in names or parse.pos[thing] == "PROPN":
                    return max(thing, names.get(thing, (0, thing, ""))[1])
    return None


def kind_of(parse: Parse, head: int, label: str) -> MentionKind:
    """Decide whether a name is used as an actor or as a place."""
    if label not in PLACE_LABELS:
        return "actor"
    above = parse.heads[head]
    if parse.deps[head] == "pobj":
        if parse.lemmas[above] in PLACE_PREPOSITIONS:
            return "place"
        if parse.lemmas[above] in {"to", "from"} and parse.lemmas[parse.heads[above]] in MOTION_VERBS:
            return "place"
    return "actor" if label == "GPE" else "place"


def mark_nested(mentions: Iterable[Mention]) -> list[Mention]:
    """Give names that only modify a larger mention the kind "other"; drop demonyms the larger mention has."""
    ordered = sorted(mentions, key=lambda m: m.span.start - m.span.end)
    nested = nested_in_others([mention.span for mention in ordered])
    kept: list[Mention] = []
    for number, mention in enumerate(ordered):
        if number not in nested:
            kept.append(mention)
        elif mention.label in PLACE_LABELS | {"ORG", "PERSON"}:
            kept.append(replace(mention, kind="other"))
        elif mention.form == "pronoun" or (mention.form == "nominal" and mention.label):
            kept.append(mention)
    return kept


def nested_in_others(spans: Sequence[Span]) -> set[int]:
    """Return the numbers of the spans that lie in another; of equal ones all but the first."""
    nested, reach = set(), -1
    for number in sorted(range(len(spans)), key=lambda n: (spans[n].start, -spans[n].end)):
        if spans[number].end <= reach:
            nested.add(number)
        reach = max(reach, spans[number].end)
    return nested
