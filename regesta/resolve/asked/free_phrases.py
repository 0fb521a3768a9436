"""Resolves an actor phrase that stands alone, without an article or a parse around it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from regesta.model.entity import Actor
from regesta.ontology.actor_sectors import load_sectors
from regesta.resolve.asked.given_names import bears_state_name
from regesta.resolve.asked.phrase_lists import LEAST, members_of
from regesta.resolve.asked.phrase_reasons import found_reasons, word_reasons
from regesta.resolve.mentions.mention_readings import as_owner
from regesta.resolve.names.actor_words import OFFICES, PREPOSITIONS
from regesta.resolve.names.forms import fold
from regesta.resolve.names.spelling import words_of
from regesta.resolve.persons.knowledge import NOTHING, Known, unpack
from regesta.resolve.persons.learning import is_full_name
from regesta.resolve.persons.offices import Asked
from regesta.resolve.persons.remembering import told_by
from regesta.resolve.persons.terms import HEADS, title_of
from regesta.resolve.phrases.body_names import fullest_name, is_written_name
from regesta.resolve.phrases.naming import Written, actor_of
from regesta.resolve.phrases.organizations import sector_of_name
from regesta.resolve.phrases.phrase_parts import Hit, Phrase, names_in, noun_in
from regesta.resolve.phrases.phrases import Reading, read_phrase

WORD = re.compile(r"[\w.&-]+(?:['’](?!s\b)\w+)?|['’]s\b|['’]")
ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
FORMERLY = re.compile(r"\b([Ee]x)-(?=\w)")  # "ex-minister", which a parser cuts too
RULED = re.compile(r"(?<![\w.])([A-Z][\w.]*)-(run|ruled|controlled|owned) ")  # "Hamas-run", not "state-run"
IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "police": "police", "people": "people", "news": "news",
}  # fmt: skip
SHORT_TITLES = {"sen.": "senator", "gen.": "general", "gov.": "governor", "amb.": "ambassador"}
KNOWN_BASES = frozenset(
    {"office", "register", "pack", "spelling", "phrases"}
)  # what is known of a person, not what words say
BINDING = frozenset({"of", "for", "to"})
LONGEST_NAME = 6  # words of a person's name


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a phrase denotes.

    Attributes:
        actor: The actor; None (NIL) when it denotes none that is known.
        person: The name of the person in it; None when it is about no person.
        reasons: What spoke for it, in words; or why there is none.
        parts: The phrases of the several actors that it names, each with what it denotes; none for a single one.
    """

    actor: Actor | None
    person: str | None
    reasons: tuple[str, ...]
    parts: "tuple[tuple[str, Resolution], ...]" = ()


@dataclass(frozen=True, slots=True)
class Parts:
    """A phrase cut into what describes and the name of a person: "French President" and "Emmanuel Macron"."""

    title: str
    name: str


def resolve_phrase(
    phrase: str, home: str | None = None, day: date | None = None, known: Known | None = None
) -> Resolution:
    """Return the actor that a phrase denotes, e.g. "Turkish foreign minister", "Hamas" or "President Novotal".

    Args:
        phrase: The phrase, as a text would write it.
        home: ISO 3166-1 alpha-3 of the state it belongs to when its words name none; None when unknown.
        day: Day on which it was written; None when unknown: then a bare surname is nobody's.
        known: What is known of persons and bodies; None takes what ships with Regesta.
    """
    known = known or unpack(NOTHING)
    known = replace(known, bodies=known.bodies.on(day, home))
    text = " ".join(ARTICLE.sub("", phrase.strip()).replace("-based ", " based ").split())
    text = FORMERLY.sub(r"\1 ", text)
    whole = phrase_of(text, known)
    if not whole.words:
        return Resolution(None, None, ("no words",))
    is_known = fold(text) in known.offices.by_name
    if not is_known and (several := of_list(text, whole, home, day, known)):
        return several
    is_person = is_known or is_heads(text, whole, home, day, known)
    known_whole = [Parts("", text)] if is_person else []  # "Marine Le Pen" is no soldier
    for parts in (*known_whole, *person_parts(text, whole)):
        title = phrase_of(parts.title, known)
        found = of_person(parts, as_owner(read_phrase(title)) if title.words else Reading(), home, day, known)
        if found is not None:
            return replace(found, reasons=(*word_reasons(title), *found.reasons))
    return of_words(text, whole, home)


def of_list(text: str, phrase: Phrase, home: str | None, day: date | None, known: Known) -> Resolution | None:
    """Return what a phrase denotes that names several actors, with one resolution each; None where it names one."""

    def is_actor(member: str) -> bool:
        found = resolve_phrase(member, None, day, known)
        actor = found.actor
        if actor is None or actor.iso3 is None or found.parts:
            return False
        return is_known_otherwise(actor) or (actor.sector is not None and bool(names_in(phrase_of(member, known))))

    members = members_of(text, phrase, is_actor)
    parts = tuple((member, resolve_phrase(member, home, day, known)) for member in members)
    actors = [part.actor for _, part in parts if part.actor is not None]
    if len(actors) < LEAST or len(actors) < len(parts):
        return None
    return Resolution(together(text, actors), None, (f"names {len(parts)} actors: {'; '.join(members)}",), parts)


def together(text: str, actors: Sequence[Actor]) -> Actor:
    """Return several actors as one: what they all have, and nothing that differs."""
    return Actor(
        name=text, iso3=common(actor.iso3 for actor in actors), sector=common(actor.sector for actor in actors),
        office=common(actor.office for actor in actors), entity=None, basis="list",
        confidence=min(actor.confidence for actor in actors),
    )  # fmt: skip


def is_known_otherwise(actor: Actor) -> bool:
    """Tell whether an actor's state is told by what is known of a person, not by the words of the phrase."""
    return actor.basis.partition(":")[0] in KNOWN_BASES


def common(values: Iterable[str | None]) -> str | None:
    """Return the value that all have; None where they differ."""
    found = {*values}
    return found.pop() if len(found) == 1 else None


def of_words(text: str, phrase: Phrase, home: str | None) -> Resolution:
    """Return what the words of a phrase denote that names no known person."""
    if is_full(text) and bears_state_name(text, phrase):
        actor = actor_of(Reading(), Written(text, is_person=True))
        return Resolution(actor, text, (f"{text}: a person's name, no state's",))
    if is_full(text) and noun_in(phrase, [], len(phrase.words)) is None:
        phrase = replace(phrase, towns=is_town(phrase))  # "Vladimir Orhanov" is nobody of the town of Vladimir
    reading, reasons = read_phrase(phrase), list(word_reasons(phrase))
    is_unknown = reading == Reading()
    if reading.sector is None and is_site(phrase):
        reading = replace(reading, sector="CVL")
    if home is not None and reading.iso3 is None and (reading.sector is not None or is_capital(text)):
        reading = replace(reading, iso3=home, basis="surroundings")
        reasons.append(f"{home} is the country given")
    if reading.sector is None and reading.iso3 is None:
        return Resolution(None, None, ("NIL: no state, body, office or known person in it",))
    body = reading.organization
    name = fullest_name(body, [reading.called] if reading.called else []) if body else text
    is_body = reading.noun is None or (reading.noun.kind == "body" and is_written_name(text))  # "Bank of Mexico"
    written = Written(name, is_name=is_body and is_capital(text) and not is_unknown)
    return Resolution(actor_of(reading, written), None, tuple(reasons))


def is_site(phrase: Phrase) -> bool:
    """Tell whether a phrase is a place of daily life, whose people it stands for: "an amusement park in Kabul"."""
    first = next((i for i, word in enumerate(phrase.words) if i and word.lower() in PREPOSITIONS), len(phrase.words))
    return first > 0 and phrase.lemmas[first - 1] in load_sectors().sites


def of_person(parts: Parts, reading: Reading, home: str | None, day: date | None, known: Known) -> Resolution | None:
    """Return the person of a phrase; None when only the name speaks for one, and nobody knows it."""
    near = frozenset({home} if home else ())
    asked = Asked(parts.name, day, reading.iso3 or home, reading.office, near, is_alone=True)
    found = known.offices.found(asked)
    reasons, spelling = [*found_reasons(parts.name, found, known.offices)], None
    if found.person is not None:
        spelling = known.offices.spelling(found.person)
    elif found.holding is None and not parts.title and (home is None or not is_full(parts.name)):
        return Resolution(None, None, tuple(reasons)) if found.others else None
    if found.holding is not None:
        told = told_by(found.holding)
        is_respelled = known.offices.is_respelled(parts.name, found.holding)
        reading = (replace(told, basis="spelling") if is_respelled else told).completed(reading)
    if reading.iso3 is None and home is not None:
        reading = replace(reading, iso3=home, basis="surroundings")
        reasons.append(f"{home} is the country given")
    actor = actor_of(reading, Written(parts.name, is_person=True, known_as=spelling))
    is_unclear = found.holding is not None and found.person is None
    return Resolution(replace(actor, entity=None) if is_unclear else actor, parts.name, tuple(reasons))


def person_parts(text: str, phrase: Phrase) -> Iterator[Parts]:
    """Yield the ways to find a person's name in a phrase: after a title, before a comma, the whole of it."""
    name, comma, rest = text.partition(", ")
    if comma and is_person_name(name):
        yield Parts(ARTICLE.sub("", rest), name)
    hits = names_in(phrase)
    if (end := domain_end(phrase, hits)) is not None:
        yield Parts(" ".join(phrase.words[:end]), " ".join(phrase.words[end:]))
    for end in range(len(phrase.words) - 1, 0, -1):
        behind = phrase.words[end:]
        found = noun_in(phrase, hits, end)
        is_title = found and found[2] == end and found[0].kind == "person" and found[0].sector in OFFICES
        is_title = is_title and sector_of_name(behind[-1:]) is None  # "Republican National Committee"
        is_title = is_title and not ends_in_title(phrase.part(end, len(phrase.words)))
        if is_title and is_person_name(" ".join(behind)):
            yield Parts(" ".join(phrase.words[:end]), " ".join(behind))
    named = noun_in(phrase, hits, len(phrase.words))
    is_body = named is not None and named[2] == len(phrase.words) and named[0].kind != "person"  # "National Guard"
    if is_person_name(text) and not is_body and not any(is_whole(hit, phrase) for hit in hits):
        yield Parts("", text)


def ends_in_title(phrase: Phrase) -> bool:
    """Tell whether words end in an actor noun of several words, which no name does: "Deputy **Treasury Secretary**"."""
    noun = noun_in(phrase, [], len(phrase.words))
    return noun is not None and noun[2] == len(phrase.words) and noun[2] - noun[1] > 1


def domain_end(phrase: Phrase, hits: list[Hit]) -> int | None:
    """Return where the name begins behind an office and what it is of: "Speaker of the Iraqi parliament **Ana Berg**".

    What it is of is a state or body, or ends in the noun of one; None where no full name follows.
    """
    cut = next((i for i, word in enumerate(phrase.words) if i and word.lower() in BINDING), None)
    office = noun_in(phrase.part(0, cut), [hit for hit in hits if hit.end <= cut], cut) if cut else None
    if cut is None or office is None or office[2] != cut or office[0].kind != "person":
        return None
    ends = {hit.end for hit in hits if hit.first > cut and not (hit.meaning and hit.meaning.basis == "demonym")}
    for end in range(cut + 2, len(phrase.words) - 1):
        found = noun_in(phrase.part(cut + 1, end), [], end - cut - 1)
        is_body = found is not None and found[2] == end - cut - 1 and found[0].kind == "body"
        if (end in ends or is_body) and is_given(phrase, hits, end):
            return end
    return None


def is_given(phrase: Phrase, hits: list[Hit], start: int) -> bool:
    """Tell whether the words from one on are a person's full name, in which no office stands."""
    rest = phrase.part(start, len(phrase.words))
    is_named = is_full(" ".join(rest.words)) and all(map(is_capital, rest.words[:1]))
    is_state = any(hit.first >= start and hit.end == len(phrase.words) and hit.end - hit.first > 1 for hit in hits)
    return is_named and not is_state and noun_in(rest, [], len(rest.words)) is None and len(rest.words) <= LONGEST_NAME


def is_person_name(text: str) -> bool:
    """Tell whether words are written like a person's name."""
    words = text.split()
    return 0 < len(words) <= LONGEST_NAME and (is_full(text) or (len(words) == 1 and is_capital(text)))


def is_full(name: str) -> bool:
    """Tell whether a name has more than one word, in any script."""
    return is_full_name(name) or (all(map(is_capital, name.split())) and len(words_of(name)) > 1)


def is_capital(word: str) -> bool:
    """Tell whether a word begins like a name: with a capital, or in a script that has none."""
    return word[:1].isalpha() and word[:1].title() == word[:1]


def is_heads(text: str, phrase: Phrase, home: str | None, day: date | None, known: Known) -> bool:
    """Tell whether the name of a town is rather the surname of a head of state or government about then: "Bush"."""
    if not any(hit.is_town and is_whole(hit, phrase) for hit in names_in(phrase)):
        return False
    found = known.offices.found(Asked(text, day, home, is_alone=True))
    return found.holding is not None and (found.person is None or title_of(found.person.office) in HEADS)


def is_town(phrase: Phrase) -> bool:
    """Tell whether the name of a place is the whole phrase."""
    return any(is_whole(hit, phrase) for hit in names_in(phrase))


def is_whole(hit: Hit, phrase: Phrase) -> bool:
    """Tell whether a name of a state or body is the whole phrase."""
    return (hit.first, hit.end) == (0, len(phrase.words))


def phrase_of(text: str, known: Known) -> Phrase:
    """Return a text as a phrase."""
    parted = RULED.sub(r"\1 - \2 ", text.replace("-led ", " - led "))  # as the parser parts it: who leads is a name
    words = tuple(WORD.findall(parted))
    return Phrase(words, tuple(map(singular, words)), towns=True, bodies=known.bodies)


def singular(word: str) -> str:
    """Return a noun's singular in lower case, near enough to look it up."""
    lower = word.lower()
    nouns = load_sectors().nouns
    if lower in IRREGULAR or lower in SHORT_TITLES:
        return IRREGULAR.get(lower) or SHORT_TITLES[lower]
    for ending, instead in (
        ("men", "man"),
        ("children", "child"),
        ("wives", "wife"),
        ("ies", "y"),
        ("es", ""),
        ("s", ""),
    ):
        candidate = lower.removesuffix(ending) + instead
        if lower.endswith(ending) and candidate in nouns:
            return candidate
    return lower.removesuffix("s") if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) else lower
