"""Reads a noun phrase as a political actor: its state, sector, office and organisation."""

from dataclasses import dataclass, replace
from itertools import pairwise

from regesta.model.entity import STATELESS
from regesta.model.written_names import GIVEN_LIKE_STATES
from regesta.ontology.actor_sectors import ActorNoun, Organization, load_sectors
from regesta.resolve.names.actor_words import (
    ABROAD,
    AREA_NOUNS,
    FORMER,
    GENERIC,
    HEADS,
    LOCATING,
    MARKS,
    OFFICES,
    ORGANS,
    OWNING,
    POSSESSIVES,
    PREPOSITIONS,
    RELATED,
    STOPS,
    TITLES,
)
from regesta.resolve.names.forms import is_acronym
from regesta.resolve.phrases.body_names import is_of_states, is_only_kind
from regesta.resolve.phrases.organizations import sector_of_name
from regesta.resolve.phrases.peoples import counts_people, some_people
from regesta.resolve.phrases.phrase_parts import (
    Hit,
    Phrase,
    former_owner,
    is_within_noun,
    names_in,
    noun_in,
    words_beside,
    written_at,
)
from regesta.resolve.phrases.sectors import FORMER_SECTOR, once, sector_of
from regesta.resolve.states.seats import load_titles
from regesta.resolve.states.states import Meaning, load_states

COALITION = "coalition"  # of parties, unless a state leads it
ORGAN_SECTORS = frozenset({"GOV", "LEG", "JUD", "COP", "MIL", "SPY"})
LONGEST_OFFICE_TAIL = 4  # words behind "of" in an office: "Chief of the General Staff"


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words of a noun phrase say about its actor.

    Attributes:
        iso3: Code of its state, "IGO" or "NGO"; None when they do not say.
        sector: Its sector; None when they do not say.
        office: The office, as written; None when they name none.
        meaning: The state or entity it is itself; None when it is something else.
        organization: The organisation it is itself; None likewise.
        noun: The common noun that describes it; None for names.
        basis: What told the state.
        former: Name of the state that is no more to which it belongs: "the Soviet army"; None for those of today.
        called: The organisation's name as the phrase writes it; None when it is no organisation.
    """

    iso3: str | None = None
    sector: str | None = None
    office: str | None = None
    meaning: Meaning | None = None
    organization: Organization | None = None
    noun: ActorNoun | None = None
    basis: str = ""
    former: str | None = None
    called: str | None = None


def read_phrase(phrase: Phrase) -> Reading:
    """Read a noun phrase; an office that only one state has tells that state: "the secretary of state"."""
    reading = read_parts(phrase)
    office = reading.office or (reading.noun.phrase if reading.noun else "")
    held = " ".join(word for word in office.lower().split() if word not in FORMER)
    iso3 = load_titles().get(held) if reading.iso3 is None else None
    return replace(reading, iso3=iso3, basis="title") if iso3 else reading


def read_parts(phrase: Phrase) -> Reading:
    """Read first what stands before a phrase's first preposition, then what that governs."""
    hits = names_in(phrase)
    if (led := read_led(phrase)) is not None:
        return led
    for cut, word in enumerate(phrase.words):
        is_cut = bool(cut) and word.lower() in PREPOSITIONS | STOPS and not is_within_noun(phrase, cut)
        if is_cut and not any(hit.first < cut < hit.end for hit in hits):
            before, tail = phrase.part(0, cut), phrase.part(cut + 1, len(phrase.words))
            core = read_core(before, [hit for hit in hits if hit.end <= cut], word.lower())
            whole = with_tail(core, word.lower(), tail)
            if word.lower() == "of" and whole.iso3 and counts_people(before, tail):
                return replace(whole, sector="CVL")
            is_central = phrase.words[:2] == ("Bank", "of") and whole.basis == "name"  # "Bank of Mexico"
            return replace(whole, sector="GOV") if is_central else whole
    return read_core(phrase, hits)


def read_led(phrase: Phrase) -> Reading | None:
    """Read "the US-led coalition", which is armed where a state leads it; None for what is led by nobody."""
    words = [word.lower() for word in phrase.words]
    at = next((i for i, pair in enumerate(pairwise(words)) if i and pair == ("-", "led")), None)
    if at is None:
        return None
    leader, led = read_phrase(phrase.part(0, at)), read_phrase(phrase.part(at + 2, len(words)))
    if led.noun is None and led.organization is None and led.meaning is None:
        return None  # "US-led talks"
    is_armed = led.noun is not None and led.noun.phrase == COALITION and leader.meaning is not None
    sector = "MIL" if is_armed else leader.sector if leader.iso3 == "IGO" and led.sector == "MIL" else led.sector
    return replace(led, sector=sector, iso3=led.iso3 or leader.iso3, basis=led.basis or leader.basis)


def with_tail(core: Reading, preposition: str, tail: Phrase, *, is_home: bool = False) -> Reading:
    """Complete the reading of "leader" by "of Hamas", "protesters" by "in Minsk", at home "troops" by "from Kenya"."""
    if preposition not in OWNING | LOCATING or not tail.words:
        return core
    if preposition == "of" and is_full_name(tail):
        return core
    rest = read_phrase(tail)
    noun = core.noun
    if noun is not None and noun.phrase in RELATED:
        return core  # "an ally of Russia" is of another state
    if is_namesake_of(core, preposition, rest):
        return replace(core, iso3=rest.iso3, basis=rest.basis, organization=None, called=None)
    if preposition == "of" and noun is not None and noun.phrase in AREA_NOUNS and rest.meaning is not None:
        return rest  # "the state of Roraima" is Roraima
    if preposition in LOCATING:
        stays = is_home or noun is None or (noun.phrase not in ABROAD and core.sector not in {"MIL", "IGO"})
        stays = stays and (preposition == "from" or rest.iso3 not in STATELESS)  # "a suspect at the UN tribunal"
        return replace(core, iso3=rest.iso3, basis="located") if core.iso3 is None and stays and rest.iso3 else core
    if noun is None and core.organization is None and core.meaning is None:
        return replace(
            rest, organization=None, meaning=None, iso3=core.iso3 or rest.iso3, basis=core.basis or rest.basis,
            sector=core.sector or rest.sector,
        )  # fmt: skip
    takes = noun is not None and rest.sector is not None and takes_sector(noun, rest)
    is_staff = rest.noun is not None and rest.noun.phrase == "staff"  # a chief of staff leads no union, but an army's
    takes = takes and (not is_staff or rest.sector == "MIL")
    sector = once(rest.sector) if core.sector == FORMER_SECTOR and rest.sector else rest.sector
    return replace(
        core, iso3=core.iso3 or rest.iso3, sector=sector if takes else core.sector,
        office=longer_office(core.office, preposition, tail), basis=core.basis or rest.basis,
    )  # fmt: skip


def takes_sector(noun: ActorNoun, rest: Reading) -> bool:
    """Tell whether who or what a noun describes has the sector of what follows: "head of", "committee of" a body."""
    if noun.phrase in GENERIC and (rest.sector != "UNK" or noun.sector == "GOV"):
        return rest.meaning is None or noun.phrase in HEADS
    is_body = rest.organization is not None or (rest.noun is not None and rest.noun.kind == "body")
    return noun.sector == "UNK" and noun.kind == "body" and is_body and rest.meaning is None


def is_full_name(phrase: Phrase) -> bool:
    """Tell whether two words are a person's name that a state's begins: "the government of **Salvador Allende**"."""
    if len(phrase.words) != 2 or phrase.words[0] not in GIVEN_LIKE_STATES:
        return False
    surname = phrase.words[1]
    is_body = phrase.lemmas[1] in load_sectors().nouns or sector_of_name(phrase.words) is not None
    return surname.isalpha() and surname.istitle() and not is_body and not names_in(phrase.part(1, 2))


def is_namesake_of(core: Reading, preposition: str, rest: Reading) -> bool:
    """Tell whether what follows gives a party's name to one of another state: "Labour Party of Norway"."""
    is_party = core.organization is not None and core.sector == "PTY" and preposition == "of"
    return is_party and rest.meaning is not None and rest.iso3 != core.iso3


def longer_office(office: str | None, preposition: str, tail: Phrase) -> str | None:
    """Return an office with what it is of, unless that names whose it is: "Secretary" and "State", not "Ukraine"."""
    is_long = len(tail.words) > LONGEST_OFFICE_TAIL or not MARKS.isdisjoint(tail.words)
    if office is None or preposition != "of" or is_long or names_in(tail):
        return office
    is_alike = tail.words[-1][:1].isupper() == office.split()[-1][:1].isupper()
    return f"{office} of {' '.join(tail.words)}" if is_alike else office


def read_core(phrase: Phrase, hits: list[Hit], following: str = "") -> Reading:
    """Read a noun phrase without prepositions: modifiers, then a noun or a name.

    Args:
        phrase: The noun phrase.
        hits: The names in it.
        following: The preposition behind it.
    """
    end = len(phrase.words)
    while end and phrase.words[end - 1] in MARKS:
        end -= 1
    if hits and is_namesake(hits, phrase):
        hits = hits[:-1]
    elif hits and hits[-1].end == end and not (hits[-1].is_town and hits[-1].first > 0):
        return read_name(hits, phrase)
    hits = [hit for hit in hits if hit.end < end]
    found = noun_in(phrase, hits, end)
    if found is None:
        return read_described(hits, phrase)
    noun, first, noun_end = found
    is_beside = bool(hits) and MARKS.issuperset(phrase.words[hits[-1].end : first])  # "Islamic Jihad (PIJ) movement"
    body = hits[-1].organization if is_beside and noun_end == end else None
    if body is not None:
        is_plural = phrase.words[end - 1].lower() != phrase.lemmas[end - 1]
        if is_only_kind(noun, body, phrase.lemmas[: hits[-1].first], is_plural):
            return read_name(hits, phrase)
    iso3, basis = owner(hits)
    is_title = phrase.words[noun_end - 1][:1].isupper() and noun.kind != "person"  # "Medical Services Alliance"
    is_title = is_title and " " not in noun.phrase  # a "Central Bank" is more than a "Bank"
    is_open = noun.sector == "UNK" and not any(hit.organization for hit in hits)
    is_title = is_title and not any(hit.organization and hit.organization.sector == "IGO" for hit in hits)
    named = sector_of_name(words_beside(hits, phrase)) if is_open or is_title else None
    sector = named or sector_of(noun, phrase.part(0, first), hits)
    if iso3 is None and sector in STATELESS and noun.kind != "group":
        iso3, basis = sector, "sector"
    elif iso3 is None and is_of_states(noun, phrase.part(0, noun_end), following):
        iso3, basis, sector = "IGO", "sector", sector if sector in ORGANS else "IGO"
    office, whose = office_of(noun, phrase, first, noun_end, hits), former_owner(hits)
    return Reading(iso3, sector, office, noun=noun, basis=basis, former=whose)


def read_name(hits: list[Hit], phrase: Phrase) -> Reading:
    """Read a phrase that ends in a known name: "arch-rival Pakistan", "the Shiite movement Hezbollah"."""
    last = hits[-1]
    if last.organization is not None:
        own, told = last.organization.iso3, owner(hits[:-1])[0]
        iso3 = (own or told) if own in STATELESS else (told or own)  # "the Iraqi Hezbollah"
        called = written_at(phrase, last.first, last.end)
        body = of_state(last.organization, told)
        return Reading(iso3, body.sector, organization=body, basis=last.basis, called=called)
    if last.meaning is None:
        return Reading()
    before = phrase.words[max(0, last.first - 1) : last.first]
    if last.basis == "name" and (sector := sector_of_name(before)):  # "Air France", "Radio Pakistan"
        return Reading(last.meaning.iso3, sector, basis=last.basis)
    if people := some_people(hits, phrase):
        return Reading(people.iso3, people.sector, meaning=last.meaning, basis=last.basis)
    return Reading(last.meaning.iso3, last.meaning.sector, meaning=last.meaning, basis=last.basis)


def of_state(body: Organization, iso3: str | None) -> Organization:
    """Return a state's own body of a name that many states have: "U.S. Department of Justice"; others as they are."""
    state = load_states().by_iso3.get(iso3 or "")
    if body.iso3 is not None or body.sector not in ORGAN_SECTORS or state is None:
        return body
    return replace(body, name=f"{state.people or state.name} {body.name}", aliases=(), iso3=iso3)


def is_namesake(hits: list[Hit], phrase: Phrase) -> bool:
    """Tell whether a phrase ends in a state's own body that bears another's name: "his Security Council".

    That other one is of no state, or a party of another state: "Norwegian Labour Party". What is written in initials is
    nobody's namesake.
    """
    last = hits[-1]
    body = last.organization
    is_shared = body is not None and (body.iso3 in STATELESS or body.sector == "PTY")
    if last.first == 0 or body is None or not is_shared or is_acronym("".join(phrase.words[last.first : last.end])):
        return False
    is_possessed = phrase.words[last.first - 1].lower() in POSSESSIVES
    start = last.first - (1 if is_possessed else 0)
    owner = next((hit.meaning for hit in hits if hit.end == start), None)
    if owner is not None and owner.basis in {"demonym", "name"}:
        return owner.iso3 != body.iso3
    return is_possessed and body.iso3 in STATELESS


def read_described(hits: list[Hit], phrase: Phrase) -> Reading:
    """Read a phrase without an actor noun: the words of an organisation's name may tell its sector."""
    iso3, basis = owner(hits)
    return Reading(iso3, sector_of_name(words_beside(hits, phrase)), basis=basis)


def owner(hits: list[Hit]) -> tuple[str | None, str]:
    """Return the state that the names before a noun tell, with the basis: a state's own before an organisation's."""
    for hit in hits:
        if hit.meaning is not None:
            return hit.meaning.iso3, hit.basis
    for hit in hits:
        if hit.organization is not None and hit.organization.iso3:
            return hit.organization.iso3, hit.basis
    return None, ""


def office_of(noun: ActorNoun, phrase: Phrase, first: int, end: int, hits: list[Hit]) -> str | None:
    """Return the office of one person as written, with what belongs to it before: "Defense Agency chief"."""
    is_office = noun.sector in OFFICES or noun.phrase in TITLES
    if noun.kind != "person" or not is_office or phrase.words[end - 1].lower() != phrase.lemmas[end - 1]:
        return None
    taken = max((hit.end for hit in hits if hit.end <= first), default=0)
    nouns = load_sectors().nouns
    while first > taken and (
        (phrase.words[first - 1][:1].isupper() and first > 1) or " ".join(phrase.lemmas[first - 1 : first + 1]) in nouns
    ):
        first -= 1
    return " ".join(word for word in phrase.words[first:end] if word not in MARKS).replace(" - ", "-")
