"""Counterfactual sentences: one party is swapped for others, and nothing else should change."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from regesta.evaluate.align import Json
from regesta.evaluate.tally import Tally, add_rate
from regesta.ontology.load import read_yaml

STATES = Path(str(files("regesta.resolve") / "data/states.json"))
FEWEST_PEOPLE = 300_000  # of a state that is tried by itself: 180 of 250
WITH_ARTICLE = frozenset({"Congo", "Emirates", "Islands", "Kingdom", "Republic", "States"})
EVERY_STATE = -1
OTHERS = {"A": ("Norway", "NOR"), "B": ("Uruguay", "URY")}
PUBLISHED = "2023-05-17"  # a Wednesday: "on Tuesday" is the day before


@dataclass(frozen=True)
class Template:
    """A sentence with two slots, and the event type it tells."""

    type: str
    active: str
    passive: str | None = None


@dataclass(frozen=True)
class Office:
    """An office with a slot for the name, and its state."""

    words: str
    iso3: str


@dataclass(frozen=True)
class Swaps:
    """The templates and what is put into them; see `evaluation/gold/swaps/templates.yaml`."""

    templates: tuple[Template, ...]
    states: Mapping[str, tuple[tuple[str, str, str, str], ...]]
    wordings: Mapping[str, str]
    every_state: str
    office: Office
    names: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Case:
    """One sentence with the party under test in its place.

    Attributes:
        template: Number of the template, `EVERY_STATE` for that one; with `series`, what the case is compared with.
        series: What is swapped: "state", "wording", "name".
        slot: Where: "A" or "B".
        type: The event type that the sentence tells.
        text: The sentence.
        iso3: State of the party under test.
        groups: Groups of the scores that it belongs to.
    """

    template: int
    series: str
    slot: str
    type: str
    text: str
    iso3: str
    groups: tuple[str, ...]

    @property
    def drawn_with(self) -> str:
        """What it is drawn with for the intervals: the others of its template, or itself."""
        return self.text if self.template == EVERY_STATE else str(self.template)


def read_cases(path: Path) -> list[Case]:
    """Return all sentences that the templates give, in their order."""
    swaps = read_yaml(path, Swaps)
    found = [case for n, template in enumerate(swaps.templates) for case in cases_of(n, template, swaps)]
    return found + [
        Case(
            EVERY_STATE,
            "every state",
            "A",
            "ACCUSE",
            swaps.every_state.format(A=name),
            iso3,
            ("every state=every state",),
        )
        for iso3, name in state_names()
    ]


def state_names() -> Iterator[tuple[str, str]]:
    """Yield the code of every state of some size, and the name that begins a sentence about it."""
    for state in json.loads(STATES.read_text(encoding="utf-8")):
        name = state["name"]
        if state["population"] >= FEWEST_PEOPLE:
            yield state["iso3"], f"The {name}" if set(name.split()) & WITH_ARTICLE else name


def cases_of(number: int, template: Template, swaps: Swaps) -> Iterator[Case]:
    """Yield the sentences of one template."""

    def case(series: str, slot: str, words: str, iso3: str, *groups: str) -> Case:
        voice = template.passive if series == "passive" and template.passive else template.active
        filled = {key: words if key == slot else other for key, (other, _) in OTHERS.items()}
        text = voice.format(**filled)
        return Case(number, series, slot, template.type, text[0].upper() + text[1:], iso3, groups)

    for region, states in swaps.states.items():
        for rank, (iso3, name, *_) in enumerate(states):
            for slot, role in (("A", "actor"), ("B", "recipient")):
                voice = ("voice=active",) if template.passive and rank == 0 else ()
                yield case("state", slot, name, iso3, f"region of {role}={region}", *voice)
                if voice:
                    yield case("passive", slot, name, iso3, "voice=passive")
    if number % 2 == 0:  # half of the templates will do for these
        for iso3, name, people, capital in (states[0] for states in swaps.states.values()):
            for wording, words in swaps.wordings.items():
                filled = words.format(name=name, people=people, capital=capital)
                yield case("wording", "A", filled, iso3, f"wording={wording}")
        for language, (woman, man) in swaps.names.items():
            for gender, name in (("woman", woman), ("man", man)):
                words = swaps.office.words.format(name=name)
                yield case("name", "A", words, swaps.office.iso3, f"name={language}", f"gender={gender}")


def tally_swaps(cases: Sequence[Case], coded: Sequence[Json]) -> list[Tally]:
    """Return what each template, and each state by itself, adds: type, party, and is the coding as others are?

    Args:
        cases: The sentences.
        coded: Their codings, in the same order.
    """
    tallies: dict[str, Tally] = defaultdict(Tally)
    told = {case.text: row for case, row in zip(cases, coded, strict=True)}
    series: dict[tuple[int, str, str], Counter[object]] = defaultdict(Counter)
    for case in cases:
        series[case.template, case.series, case.slot][shape(case, told[case.text])] += 1
    for case in cases:
        events = [event for event in told[case.text].get("events", []) if event["type"] == case.type]
        groups = (f"type={case.type}", *case.groups)
        add_rate(tallies[case.drawn_with], "type", bool(events), groups=groups)
        add_rate(
            tallies[case.drawn_with], "type_and_party", any(has_party(case, event) for event in events), groups=groups
        )
        usual = series[case.template, case.series, case.slot].most_common(1)[0][0]
        add_rate(tallies[case.drawn_with], "unchanged", shape(case, told[case.text]) == usual, groups=groups)
    return list(tallies.values())


def has_party(case: Case, event: Json) -> bool:
    """Tell whether an event has the party under test in its role; of a reciprocal act it is an actor too."""
    actors, recipients = event.get("actors") or [], event.get("recipients") or []
    among = actors if case.slot == "A" or not recipients else recipients
    return any(party.get("iso3") == case.iso3 for party in among)


def shape(case: Case, coded: Json) -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """Return the events of a sentence with the party under test as "X", so that codings of a series compare."""

    def name(party: Json) -> str:
        return "X" if party.get("iso3") == case.iso3 else party.get("iso3") or "no state"

    return tuple(
        (event["type"], *(tuple(sorted(map(name, event.get(role) or []))) for role in ("actors", "recipients")))
        for event in coded.get("events", [])
    )


def states_not_read(cases: Sequence[Case], coded: Sequence[Json]) -> tuple[str, ...]:
    """Return the states that, tried by themselves, are not read as what they are."""
    return tuple(
        case.text.partition(" accused ")[0]
        for case, row in zip(cases, coded, strict=True)
        if case.template == EVERY_STATE and not any(has_party(case, event) for event in row.get("events", []))
    )
