"""Reads what the words of a mention, and those attached to it, say about its actor."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from regesta.model.annotation import PLACE_LABELS, Mention
from regesta.model.parse import SUBJECTS, WHOSE, Parse
from regesta.ontology.actor_sectors import load_sectors
from regesta.resolve.names.actor_words import DIRECTIONS, GENERIC, LOCATING, OWNING, RELATED
from regesta.resolve.names.forms import fold
from regesta.resolve.phrases.organizations import Bodies, sector_of_name
from regesta.resolve.phrases.phrase_parts import Phrase
from regesta.resolve.phrases.phrases import Reading, read_phrase, with_tail
from regesta.resolve.states.states import Meaning, load_states
from regesta.resolve.toponyms.gazetteer import load_gazetteer

NAMED_LIKE_PEOPLE = frozenset({"BUS", "EDU", "NGO"})  # sectors of bodies that are called by a person's name: "Ford"
INITIALS = frozenset({"ngo", "mp"})  # actor nouns that are written in capitals
ONE = frozenset({"a", "an", "one", "another"})
LONGEST_TITLE = 3  # words of a title that the recogniser takes into a name
LONGEST_STATE = 3  # words of the name of a state behind a person's
LONGEST_TAIL = 12  # words read of an apposition or of what a preposition governs


def read_mention(parse: Parse, mention: Mention, bodies: Bodies) -> Reading:
    """Return what a mention's own words say; nothing for pronouns, which speak through their antecedent."""
    if mention.form == "pronoun":
        return Reading()
    if is_person(parse, mention):
        return read_person(parse, mention, bodies)
    tokens = list(parse.tokens_in(mention.span))
    if mention.form == "nominal":
        tokens = [*tokens, *hyphened(parse, mention)]
        return with_tails(parse, mention, read_phrase(phrase_of(parse, tokens, bodies)), bodies)
    return read_named(parse, mention, tokens, bodies)


def hyphened(parse: Parse, mention: Mention) -> range:
    """Return what a hyphen joins to a noun that is one with it, where the mention ends before: "secretary-general"."""
    dash = mention.head + 1
    if dash + 1 >= len(parse) or parse.words[dash] != "-" or parse.starts[dash] < mention.span.end:
        return range(0)
    is_one = f"{parse.lemmas[mention.head]} {parse.lemmas[dash + 1]}" in load_sectors().nouns
    return range(dash, dash + 2) if is_one else range(0)


def is_person(parse: Parse, mention: Mention) -> bool:
    """Tell whether a mention names a person: not when the recogniser takes a state or an organisation for one.

    A name behind a title is a person's ("President Amal"), and so is a single word that only a company, a school or a
    charity is called by ("Ford").
    """
    if mention.label != "PERSON":
        return False
    words = [parse.words[token] for token in parse.tokens_in(mention.name or mention.span)]
    written = " ".join(words).replace(" - ", "-")  # "Al-Shabab"
    meaning = load_states().meaning(written)
    if meaning is not None and meaning.basis != "people":
        return False
    body = load_sectors().organizations.get(written) if is_name_alone(parse, mention) else None
    return body is None or (len(words) == 1 and body.sector in NAMED_LIKE_PEOPLE)


def is_name_alone(parse: Parse, mention: Mention) -> bool:
    """Tell whether a mention is a name and no more, but for an article: "**the Houthis**"."""
    name = mention.name or mention.span
    outside = [t for t in parse.tokens_in(mention.span) if not name.contains(parse.span(t))]
    return all(parse.pos[token] == "DET" for token in outside)


def phrase_of(parse: Parse, tokens: Iterable[int], bodies: Bodies) -> Phrase:
    """Return tokens as a phrase, without articles; towns count where the recogniser sees a place."""
    kept = [t for t in tokens if parse.pos[t] != "DET"]
    towns = any(parse.entities[t].endswith("GPE") for t in kept)
    pairs = [pair for t in kept for pair in words_of(parse, t)]
    return Phrase(tuple(word for word, _ in pairs), tuple(lemma for _, lemma in pairs), towns, bodies)


def words_of(parse: Parse, token: int) -> list[tuple[str, str]]:
    """Return a token's word and lemma; who leads apart from "led" where initials keep them one: "the **U.S.**-led"."""
    leader = parse.words[token].removesuffix("-led")
    if leader in {parse.words[token], ""}:
        return [(parse.words[token], noun_lemma(parse, token))]
    return [(leader, leader.lower()), ("-", "-"), ("led", "lead")]


def noun_lemma(parse: Parse, token: int) -> str:
    """Return a token's lemma; of a plural in a name, which the parser leaves as it is, the singular."""
    lemma = parse.lemmas[token]
    if lemma in INITIALS and parse.words[token].istitle():
        return parse.words[token]  # General Ngo is no NGO
    singular = lemma.removesuffix("s")
    return singular if parse.pos[token] == "PROPN" and singular in load_sectors().nouns else lemma


def name_tokens(parse: Parse, mention: Mention) -> list[int]:
    """Return the tokens of a person's name, titles the recogniser took into it left out."""
    tokens = list(parse.tokens_in(mention.name or mention.span))
    nouns = load_sectors().nouns
    first = 0
    for size in range(1, min(LONGEST_TITLE + 1, len(tokens))):
        noun = nouns.get(parse.words[tokens[size - 1]].lower())
        if noun is not None and noun.kind == "person":
            first = size
    return tokens[first:]


def read_person(parse: Parse, mention: Mention, bodies: Bodies) -> Reading:
    """Read a person: the title before the name, what follows behind "of", the apposition."""
    name = name_tokens(parse, mention)
    title = [t for t in parse.tokens_in(mention.span) if t < name[0]]
    reading = as_owner(read_phrase(phrase_of(parse, title, bodies))) if title else Reading()
    told = replace(mention, span=mention.name or mention.span)
    reading = with_tails(parse, told, reading, bodies, OWNING | {"from"})  # "Mr. Amal, in Rome for talks"
    if reading.iso3 is None:
        reading = with_tail(reading, "of", phrase_of(parse, state_behind(parse, name[-1]), bodies))
    for child in parse.governed(mention.head, "appos"):
        reading = complete(reading, as_owner(read_phrase(phrase_of(parse, near(parse, child), bodies))))
    return reading


def state_behind(parse: Parse, last: int) -> range:
    """Return the state that "of" right behind a name tells, whatever the parse hangs it on: "A and B of **Niger**"."""
    first = last + 2
    for end in range(min(len(parse), first + LONGEST_STATE), first, -1):
        if parse.words[last + 1] == "of" and names_state(" ".join(parse.words[first:end])):
            return range(first, end)
    return range(0)


def names_state(name: str) -> bool:
    """Tell whether a name is a state's own, not its people's or capital's."""
    meaning = load_states().meaning(name)
    return meaning is not None and meaning.basis == "name"


def as_owner(reading: Reading) -> Reading:
    """Return the reading of "Russian" or "Hamas" before a name: whose the person is, not who he is."""
    sector = None if reading.meaning is not None else reading.sector
    return replace(reading, meaning=None, organization=None, called=None, sector=sector)


def complete(reading: Reading, more: Reading) -> Reading:
    """Return a reading with what it lacks taken from another."""
    iso3, basis = (reading.iso3, reading.basis) if reading.iso3 else (more.iso3, more.basis)
    is_open = reading.sector in {None, "UNK"} or (heads_any(reading) and is_in_government(more))
    sector = (more.sector or reading.sector) if is_open else reading.sector
    office, noun = reading.office or more.office, reading.noun or more.noun
    whole = (iso3, sector, office, noun, basis)
    if whole == (reading.iso3, reading.sector, reading.office, reading.noun, reading.basis):
        return reading  # as most are: a copy takes longer than the rest of this
    return replace(reading, iso3=iso3, sector=sector, office=office, noun=noun, basis=basis)


def heads_any(reading: Reading) -> bool:
    """Tell whether a reading is of the head or member of some body, who may hold an office of state as well."""
    noun = reading.noun
    return noun is not None and noun.kind == "person" and (noun.phrase in GENERIC or noun.sector == "PTY")


def of_united_nations(reading: Reading) -> Reading:
    """Return the reading of "Secretary-General", with no body named and a capital, as that of the United Nations."""
    if reading.sector != "UNK" or (reading.office or "").replace("-", " ") != "Secretary General":
        return reading
    return replace(reading, sector="IGO", iso3=reading.iso3 or "IGO", basis=reading.basis or "title")


def is_in_government(reading: Reading) -> bool:
    """Tell whether a reading is of who holds an office of state: "cabinet minister", not just "official"."""
    noun = reading.noun
    is_office = noun is not None and noun.kind == "person" and noun.sector == "GOV" and noun.phrase not in GENERIC
    return is_office and reading.sector == "GOV"


def near(parse: Parse, head: int) -> list[int]:
    """Return the unbroken words around a head in its own subtree, at most a dozen behind its first."""
    tokens = parse.subtree(head)
    return tokens[:LONGEST_TAIL]


def with_tails(
    parse: Parse, mention: Mention, reading: Reading, bodies: Bodies, told_by: frozenset[str] = OWNING | LOCATING
) -> Reading:
    """Complete a reading by the prepositional phrases behind the mention that its span leaves out."""
    within = hyphened(parse, mention)
    for prep in [*parse.governed(mention.head, "prep"), *(p for t in within for p in parse.governed(t, "prep"))]:
        word = parse.words[prep].lower()
        if parse.starts[prep] < mention.span.end or word not in told_by:
            continue
        for noun in parse.governed(prep, "pobj"):
            listed = min(parse.governed(noun, "cc", "conj"), default=len(parse))  # "from **Chile** and Peru"
            tail = [token for token in near(parse, noun) if token < listed]
            is_home = word == "from" and parse.deps[mention.head] in SUBJECTS  # "withdrew troops from" tells no home
            reading = with_tail(reading, word, phrase_of(parse, tail, bodies), is_home=is_home)
    return reading


def read_named(parse: Parse, mention: Mention, tokens: list[int], bodies: Bodies) -> Reading:
    """Read a name that is no person's."""
    reading = with_tails(parse, mention, read_phrase(phrase_of(parse, tokens, bodies)), bodies)
    if reading.meaning is not None and is_one_citizen(parse, tokens):
        return replace(reading, sector="CVL", meaning=None)
    if mention.label in PLACE_LABELS and reading.meaning is None and reading.noun is None:
        return reading if reading.organization else read_place(parse, mention, bodies)
    if mention.label == "ORG" and mention.name and not reading.organization and not reading.meaning:
        told = sector_of_name([parse.words[t] for t in parse.tokens_in(mention.name)])
        return replace(reading, sector=reading.sector if is_sure_of_sector(reading) else told or reading.sector)
    return reading


def is_one_citizen(parse: Parse, tokens: list[int]) -> bool:
    """Tell whether a name is one of a people: "**an American** was arrested", "another Briton", not "a German firm"."""
    if len(tokens) < 2 or parse.lemmas[tokens[0]] not in ONE or parse.tags[tokens[-1]] in {"NNS", "NNPS"}:
        return False
    meaning = load_states().meaning(parse.words[tokens[-1]])
    follows = tokens[-1] + 1
    is_joined = follows < len(parse) and parse.words[follows] == "-"
    is_modifier = parse.deps[tokens[-1]] in {"amod", "compound", "nmod"}
    is_people = meaning is not None and meaning.basis in {"demonym", "people"}
    return is_people and not is_joined and not is_modifier


def is_sure_of_sector(reading: Reading) -> bool:
    """Tell whether a noun tells more than single words of a name: a "central bank", the "Bank of Mexico"."""
    noun = reading.noun
    return noun is not None and noun.sector != "UNK" and (" " in noun.phrase or reading.sector != noun.sector)


def read_place(parse: Parse, mention: Mention, bodies: Bodies) -> Reading:
    """Read the name of a town or region that is no capital: its state, as its people."""
    if mention.label != "GPE" or mention.name is None:
        return Reading()
    words = " ".join(parse.words[t] for t in parse.tokens_in(mention.name))
    if words.lower().strip("-") in DIRECTIONS:
        return Reading()  # "the North" is no town
    name = words.split(",")[0].strip()
    place = next(iter(load_gazetteer().find(name)), None)
    iso3 = bodies.towns.get(fold(name)) or (place.iso3 if place else None)
    if iso3 is None:
        return Reading()
    return Reading(iso3, "CVL", meaning=Meaning(words, iso3, "CVL", "region"), basis="town")


def owners(parse: Parse, mention: Mention) -> Iterator[int]:
    """Yield the heads of what possesses or modifies a mention: "Siniora" in "Siniora's government".

    What "whose" stands for is among them: "**Eritrea**, whose army".
    """
    before = parse.governed(mention.head, "poss", "compound", "nmod", "amod")
    apart = (t for t in before if not any(map(parse.is_dash, range(t, mention.head))))  # "DAKAR - Rebels"
    yield from (meant_by_whose(parse, t) for t in apart)
    noun = parse.heads[mention.head]
    if parse.deps[mention.head] == "appos" and parse.lemmas[noun] not in RELATED:
        yield from parse.governed(noun, "poss")  # "Mr Banda's successor, Joyce Mwale"
    for prep in parse.governed(mention.head, "prep"):
        if parse.lemmas[prep] == "of":
            yield from parse.governed(prep, "pobj")


def meant_by_whose(parse: Parse, token: int) -> int:
    """Return the noun that "whose" stands for, the one that its clause tells of; any other word itself."""
    if parse.tags[token] != WHOSE:
        return token
    return next((parse.heads[above] for above in parse.ancestors(token) if parse.deps[above] == "relcl"), token)
