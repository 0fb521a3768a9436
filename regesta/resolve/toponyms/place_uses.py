"""Finds the uses of place names in an article, also where the recogniser missed or misread them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from regesta.model.annotation import PLACE_LABELS, Mention
from regesta.model.article import Article
from regesta.model.parse import Parse
from regesta.model.span import Span
from regesta.ontology.actor_sectors import load_sectors
from regesta.resolve.names.forms import is_acronym
from regesta.resolve.toponyms.place_lookup import GENERIC, Lookup

TOPONYM_LABELS = PLACE_LABELS | {"NORP"}  # peoples, some of which are also called as a place is
LOCATIVE = frozenset({"in", "at", "near", "outside", "around", "across", "throughout"})
DATELINE_CHARS = 60
LARGEST_RUN = 4  # words of the longest name sought inside a longer one
KNOWN_TOWN = 15_000  # people; smaller towns are too often somebody's surname or a company's name
AFFAIRS = re.compile(r"\s+(?:\w+\s+)?Affairs\b")  # what an office is for
CLEAN = re.compile(r"^(?:the|The)\s+|['’]s$|['’]$")


@dataclass(frozen=True, slots=True)
class Use:
    """A place name where it stands.

    Attributes:
        name: The name, without article and possessive ending.
        span: Its characters.
        head: Token it ends in.
        mention: Index of the mention it is or is part of; None when there is none.
        is_embedded: It is part of another name: "Moscow" in "Moscow State University".
    """

    name: str
    span: Span
    head: int
    mention: int | None
    is_embedded: bool = False


def find_uses(article: Article, lookup: Lookup) -> list[Use]:
    """Return the uses of place names in an article, in text order."""
    parse = article.parse
    if parse is None:
        return []
    sure = list(recognised(article, parse, lookup))
    seeds = {use.name for use in sure}
    taken = {use.mention for use in sure}
    for index, mention in enumerate(article.mentions):
        if index not in taken and mention.name is not None and not is_known_person(mention):
            sure.extend(misread(article, parse, index, seeds, lookup))
    covered = {t for m in article.mentions if m.name for t in parse.tokens_in(m.name)}
    sure.extend(missed(article, parse, covered, seeds, lookup))
    return sorted((use for use in sure if not is_other_name(article.text, use, lookup)), key=lambda use: use.span)


def is_other_name(text: str, use: Use, lookup: Lookup) -> bool:
    """Tell whether a place name is a name of something else: "Operation Alba", "MENA", "Balkan Affairs".

    Initials are no town, unless they stand first in a paragraph as a dateline does.
    """
    start = use.span.start
    if text.endswith("Operation ", 0, start) or AFFAIRS.match(text, use.span.end):
        return True
    is_first = not start or text[start - 1] == "\n"
    is_known = lookup.states.meaning(use.name) or lookup.has_area(use.name) or lookup.is_abbreviation(use.name)
    return is_acronym(use.name) and "." not in use.name and not is_first and not is_known


def head_of(name: str) -> str:
    """Return a place name without what stands behind its comma: "Alexandria" of "Alexandria, Louisiana"."""
    return name.split(",")[0].strip()


def clean(name: str) -> str:
    """Return a name without article and possessive ending."""
    return CLEAN.sub("", name).strip()


def use_of(article: Article, index: int) -> Use:
    """Return the name of a mention as a use."""
    mention = article.mentions[index]
    span = mention.name or mention.span
    return Use(clean(span.of(article.text)), span, mention.head, index)


def recognised(article: Article, parse: Parse, lookup: Lookup) -> Iterator[Use]:
    """Yield the names the recogniser takes for places or peoples; the place inside them when the whole is unknown."""
    for index, mention in enumerate(article.mentions):
        is_place = mention.label in TOPONYM_LABELS or mention.kind == "place"
        if mention.name is not None and is_place and not is_known_person(mention):
            use = use_of(article, index)
            if mention.label == "NORP" and not (lookup.states.meaning(use.name) or lookup.has_area(use.name)):
                continue  # "Arab" is no town in Alabama
            if use.name in load_sectors().organizations and not (
                lookup.states.meaning(use.name) or lookup.has_area(use.name)
            ):
                continue  # "Asia-Pacific Economic Cooperation" is not Asia
            known = lookup.knows(head_of(use.name)) or lookup.candidates(head_of(use.name))[0]
            inner = [] if known else list(embedded(article, parse, index, lookup))
            yield from inner or [use]


def misread(article: Article, parse: Parse, index: int, seeds: set[str], lookup: Lookup) -> Iterator[Use]:
    """Yield the place in a name that the recogniser takes for a person or an organisation, if there is one."""
    mention = article.mentions[index]
    use = use_of(article, index)
    if use.name in seeds:
        yield use
    elif mention.label == "PERSON":
        if (is_located(parse, mention) or " County" in use.name) and lookup.knows(use.name):
            yield use
    elif mention.label == "ORG" and (use.name not in load_sectors().organizations or lookup.has_area(use.name)):
        if lookup.knows(use.name, KNOWN_TOWN) or (is_located(parse, mention) and lookup.knows(use.name)):
            yield use
        else:
            yield from embedded(article, parse, index, lookup)


def is_known_person(mention: Mention) -> bool:
    """Tell whether the actors stage has found a mention to be a known leader or somebody with an office."""
    actor = mention.actor
    return actor is not None and actor.is_person and actor.sector is not None


def is_located(parse: Parse, mention: Mention) -> bool:
    """Tell whether a name stands behind a preposition of place."""
    return parse.deps[mention.head] == "pobj" and parse.lemmas[parse.heads[mention.head]] in LOCATIVE


def embedded(article: Article, parse: Parse, index: int, lookup: Lookup) -> Iterator[Use]:
    """Yield the place name at the beginning of an organisation's name, or behind "of" or "in" in it."""
    mention = article.mentions[index]
    tokens = list(parse.tokens_in(mention.name)) if mention.name else []
    starts = [0, *(i + 1 for i, t in enumerate(tokens[:-1]) if parse.lemmas[t] in {"of", "in", "the"})]
    for start in starts:
        for size in range(min(LARGEST_RUN, len(tokens) - start), 0, -1):
            span = parse.span(tokens[start], tokens[start + size - 1])
            name = clean(span.of(article.text))
            if name.lower() not in GENERIC and len(name) > 2 and lookup.knows(name, KNOWN_TOWN):
                yield Use(name, span, tokens[start + size - 1], index, is_embedded=True)
                return


def missed(article: Article, parse: Parse, covered: set[int], seeds: set[str], lookup: Lookup) -> Iterator[Use]:
    """Yield the names outside all mentions that are places: repeated names, peoples, datelines, "in Xtown"."""
    for run in proper_runs(parse, covered):
        for first, last in inner_runs(run):
            span = parse.span(first, last)
            name = clean(span.of(article.text))
            is_new = is_place_run(parse, first, last, name, lookup)
            if name in seeds or (is_new and not is_inside_name(parse, run, (first, last), name, lookup)):
                yield Use(name, span, last, None)
                break


def is_inside_name(parse: Parse, run: list[int], part: tuple[int, int], name: str, lookup: Lookup) -> bool:
    """Tell whether a town's name is but a word of a longer name: "Bab" of "Bab el-Mandeb", "Police" of "Police Force".

    States and areas are sought inside names too.
    """
    if lookup.states.meaning(name) is not None or lookup.has_area(name):
        return False
    first, last = part
    above = parse.heads[last]
    is_modifier = parse.deps[last] == "compound" and above > last and parse.words[above][:1].isupper()
    is_whole = (first, last) == (run[0], run[-1]) or parse.words[last + 1 : last + 2] == (",",)
    return is_modifier or not is_whole


def is_place_run(parse: Parse, first: int, last: int, name: str, lookup: Lookup) -> bool:
    """Tell whether a run of proper nouns outside all mentions is a place name."""
    if parse.entities[last].endswith("NORP"):
        return lookup.states.meaning(name) is not None
    is_dateline = parse.starts[last] < DATELINE_CHARS and name.isupper() and len(name) > 3
    before = parse.lemmas[first - 1] if first else ""
    return (is_dateline or before in LOCATIVE or lookup.states.meaning(name) is not None) and lookup.knows(name)


def proper_runs(parse: Parse, covered: set[int]) -> Iterator[list[int]]:
    """Yield runs of neighbouring proper nouns and demonyms that no mention covers."""
    run: list[int] = []
    for token in range(len(parse)):
        if token not in covered and (parse.pos[token] == "PROPN" or parse.entities[token].endswith("NORP")):
            run.append(token)
        elif run:
            yield run
            run = []
    if run:
        yield run


def inner_runs(run: list[int]) -> Iterable[tuple[int, int]]:
    """Return the first and last token of the runs inside a run, the longest first."""
    spans = [(i, j) for i in range(len(run)) for j in range(i, min(i + LARGEST_RUN, len(run)))]
    return [(run[i], run[j]) for i, j in sorted(spans, key=lambda s: (s[0] - s[1], s[0]))]
