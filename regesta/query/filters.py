"""Filters from what users write: names, codes, dates; what is unknown is refused with the nearest that is known."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, get_args

from regesta.errors import ConfigError
from regesta.model.claim import ClaimKind
from regesta.model.event import PEOPLE_COUNTED, Status
from regesta.ontology.event_types import load_ontology
from regesta.ontology.speech_verbs import SPEECH_CLASSES
from regesta.query.claims.claims import ClaimFilter
from regesta.query.kinds import check_mode, event_type
from regesta.query.known import choice, number, unknown, whole
from regesta.query.matters.cycles import stages
from regesta.query.matters.histories import HistoryFilter
from regesta.query.matters.outcomes import Outcome
from regesta.query.moment import parse_days
from regesta.query.reports.differing import read_points
from regesta.query.speech.speakers import read_speaker
from regesta.query.views import load_views
from regesta.resolve.states.states import state_code
from regesta.store.filters import SPOKEN, ArticleFilter, EventFilter, Order, StatementFilter
from regesta.store.view import View
from regesta.store.words import name_key

Options = Mapping[str, str]
NAMED_PLACES = 50  # events looked at to learn whether a name is that of a country
DYAD = re.compile(r"([A-Z]{3})-([A-Z]{3})")


@dataclass(frozen=True)
class FilterReader:
    """Reads filters from options, as the command line and the web pages pass them on.

    Options are named like the fields of the filters. Besides: `view` (a named view), `on` and `published_on` (a day,
    month or year instead of since and until). "" is no option. `until` includes the day, month or year it names.

    Attributes:
        view: The view in which parties, places and publishers must occur.
        resolve_state: Turns a state's name, code or demonym into its ISO 3166-1 alpha-3 code; None when it is none.
    """

    view: View
    resolve_state: Callable[[str], str | None] = state_code

    def event_filter(self, options: Options) -> EventFilter:
        """Return the events that options ask for.

        Raises:
            ConfigError: An unknown option or value; the message names the nearest.
        """
        fields = self._fields(options, EVENT_OPTIONS)
        check_mode(fields)
        return EventFilter(**fields)

    def entry_filter(self, options: Options) -> EventFilter:
        """Return the entries that options ask for: those of events, `min_support` and `differing`.

        Raises:
            ConfigError: An unknown option or value; the message names the nearest.
        """
        fields = self._fields(options, ENTRY_OPTIONS)
        check_mode(fields)
        return EventFilter(**fields)

    def statement_filter(self, options: Options) -> StatementFilter:
        """Return the statements that options ask for; without `min_confidence`, those that are surely said.

        Raises:
            ConfigError: An unknown option or value; the message names the nearest.
        """
        return StatementFilter(**{"min_confidence": SPOKEN, **self._fields(options, STATEMENT_OPTIONS)})

    def article_filter(self, options: Options) -> ArticleFilter:
        """Return the articles that options ask for.

        Raises:
            ConfigError: An unknown option or value; the message names the nearest.
        """
        return ArticleFilter(**self._fields(options, ARTICLE_OPTIONS))

    def claim_filter(self, options: Options) -> ClaimFilter:
        """Return the claims that options ask for.

        Raises:
            ConfigError: An unknown option or value; the message names the nearest.
        """
        fields = self._fields(options, CLAIM_OPTIONS)
        check_mode(fields)
        return ClaimFilter(**fields)

    def history_filter(self, options: Options) -> HistoryFilter:
        """Return the histories that options ask for.

        Raises:
            ConfigError: An unknown option or value; the message names the nearest.
        """
        return HistoryFilter(**self._fields(options, HISTORY_OPTIONS))

    def party(self, value: str) -> str:
        """Return a party as a filter takes it: a state's code, else a name or entity id that occurs.

        Raises:
            ConfigError: None such occurs; the message names the nearest.
        """
        if state := self.resolve_state(value):
            return state
        if self.view.count(EventFilter(party=value)) or self.view.count(StatementFilter(speaker=value)):
            return value
        raise unknown("actor", value, (actor.name for actor in self.view.actors(limit=None)))

    def speaker(self, value: str) -> dict[str, str]:
        """Return a speaker as a filter of statements takes one: by state, office, description, name or id.

        Raises:
            ConfigError: None such occurs; the message says what to try.
        """
        return read_speaker(self.view, value, self.resolve_state)

    def subject(self, value: str) -> str:
        """Return an actor or place as a filter of mentions takes it.

        Raises:
            ConfigError: None such occurs; the message names the nearest.
        """
        if state := self.resolve_state(value):
            return state
        if self.view.count(ArticleFilter(mentions=value)):
            return value
        raise unknown("actor or place", value, (actor.name for actor in self.view.actors(limit=None)))

    def place(self, value: str) -> str:
        """Return a place as a filter takes it: the code of a state named itself, so that its cities count too.

        Else the name of a place that occurs ("Minsk", though it may stand for the state), else the code of a state.

        Raises:
            ConfigError: None such occurs; the message names the nearest.
        """
        state = self.resolve_state(value)
        if state and value.upper() == state:
            return state
        named = [outline.place for outline in self.view.outlines(EventFilter(place=value, limit=NAMED_PLACES))]
        if state and any(p and p.precision == "country" and name_key(p.name) == name_key(value) for p in named):
            return state
        if named:
            return value
        if state:
            return state
        raise unknown("place", value, (outline.place.name for outline in self.view.outlines() if outline.place))

    def dyad(self, value: str) -> tuple[str, str]:
        """Return the two parties of "Belarus,Russia" or "BLR-RUS".

        Raises:
            ConfigError: It is no pair, or one of the two does not occur.
        """
        codes = DYAD.fullmatch(value)
        names = codes.groups() if codes else tuple(name.strip() for name in value.split(","))
        if len(names) != 2 or not all(names):
            raise ConfigError(f"dyad: {value!r} is not a pair; write two names with a comma, or BLR-RUS")
        left, right = map(self.party, names)
        if left == right:
            raise ConfigError(f"dyad: {names[0]!r} and {names[1]!r} are the same, {left}")
        return left, right

    def publisher(self, value: str) -> str:
        """Return a publisher by its name, whatever the case.

        Raises:
            ConfigError: None such occurs; the message names the nearest.
        """
        return choice("publisher", value, self.view.publishers())

    def _fields(self, options: Options, readers: "Readers") -> dict[str, Any]:
        fields: dict[str, Any] = {}
        for name, value in options.items():
            if name not in readers:
                raise unknown("option", name, readers)
            if value.strip():
                fields |= readers[name](self, value.strip())
        check_periods(fields)
        return fields


Readers = Mapping[str, Callable[[FilterReader, str], dict[str, Any]]]


def check_periods(fields: Mapping[str, Any]) -> None:
    """Refuse a period that ends before it begins: what lasts long would reach both of its ends.

    Raises:
        ConfigError: One does.
    """
    for since, until in (("since", "until"), ("published_since", "published_until")):
        first, end = fields.get(since), fields.get(until)
        if first and end and end <= first:
            raise ConfigError(f"no day lies from {first} to {end - timedelta(days=1)}; give the earlier one first")


def count(name: str, least: int = 0, most: int = 10**9) -> Callable[[FilterReader, str], dict[str, Any]]:
    """Return a reader of a whole number within bounds."""
    return lambda _, value: {name: whole(name, value, least, most)}


def days(since: str | None, until: str | None) -> Callable[[FilterReader, str], dict[str, Any]]:
    """Return a reader of a date that sets the first day, the day after the last, or both."""

    def read(_: FilterReader, value: str) -> dict[str, Any]:
        start, end = parse_days(value)
        return {name: day for name, day in ((since, start), (until, end)) if name}

    return read


CUT: Readers = {
    "order": lambda _, value: {"order": choice("order", value, get_args(Order))},
    "limit": count("limit"),
    "offset": count("offset"),
    "contains": lambda _, value: {"contains": value},
    "publisher": lambda reader, value: {"publisher": reader.publisher(value)},
}
DAYS: Readers = {
    "since": days("since", None),
    "until": days(None, "until"),
    "on": days("since", "until"),
}
EVENT_OPTIONS: Readers = {
    **CUT,
    **DAYS,
    "published_since": days("published_since", None),
    "published_until": days(None, "published_until"),
    "published_on": days("published_since", "published_until"),
    "actor": lambda reader, value: {"actor": reader.party(value)},
    "recipient": lambda reader, value: {"recipient": reader.party(value)},
    "party": lambda reader, value: {"party": reader.party(value)},
    "dyad": lambda reader, value: {"dyad": reader.dyad(value)},
    "type": lambda _, value: {"type": event_type(value)},
    "mode": lambda _, value: {"mode": value.lower()},
    "view": lambda _, value: {"kinds": load_views()[choice("view", value, load_views())].kinds},
    "context": lambda _, value: {"context": choice("context", value, load_ontology().contexts)},
    "status": lambda _, value: {"status": choice("status", value, get_args(Status))},
    "quad": count("quad", 1, 4),
    "place": lambda reader, value: {"place": reader.place(value)},
    "min_confidence": lambda _, value: {"min_confidence": number("min_confidence", value, 0, 1)},
    **{f"min_{role}": count(f"min_{role}", 1) for role in PEOPLE_COUNTED},
    "article": lambda _, value: {"article": value},
}
ENTRY_OPTIONS: Readers = {
    **EVENT_OPTIONS,
    "min_support": count("min_support", 1),
    "differing": lambda _, value: {"differing": read_points(value)},
}
STATEMENT_OPTIONS: Readers = {
    **CUT,
    **DAYS,
    "speaker": lambda reader, value: reader.speaker(value),
    "about": lambda reader, value: {"about": reader.subject(value)},
    "speech_class": lambda _, value: {"speech_class": choice("speech class", value, SPEECH_CLASSES)},
    "min_confidence": lambda _, value: {"min_confidence": number("min_confidence", value, 0, 1)},
    "article": lambda _, value: {"article": value},
}
ARTICLE_OPTIONS: Readers = {
    **CUT,
    **DAYS,
    "mentions": lambda reader, value: {"mentions": reader.subject(value)},
    "run": count("run"),
    "faulty": lambda _, value: {"faulty": choice("answer", value, ("yes", "no")) == "yes"},
}
CLAIM_OPTIONS: Readers = {
    **DAYS,
    **{name: EVENT_OPTIONS[name] for name in ("party", "dyad", "type", "mode", "min_confidence", "article")},
    **{name: CUT[name] for name in ("limit", "offset", "publisher")},
    "speaker": lambda reader, value: {"speaker": reader.party(value)},
    "kind": lambda _, value: {"kind": choice("kind of claim", value, get_args(ClaimKind))},
}
HISTORY_OPTIONS: Readers = {
    **DAYS,
    **{name: EVENT_OPTIONS[name] for name in ("party", "dyad", "limit", "offset")},
    "stage": lambda _, value: {"stage": choice("stage", value, stages())},
    "state": lambda _, value: {"state": choice("stage", value, stages())},
    "outcome": lambda _, value: {"outcome": choice("outcome", value, get_args(Outcome))},
    "min_steps": count("min_steps", 1),
}
