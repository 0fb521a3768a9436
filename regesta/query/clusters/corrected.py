"""Events with the values that persons put in place of coded ones."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from regesta.model.article import Article
from regesta.model.decision import CorrectedField, Correction, Value
from regesta.model.entry import Report
from regesta.model.event import Event, EventDate, EventPlace, Role
from regesta.ontology.event_types import load_cameo, load_ontology
from regesta.query.clusters.decided import read_log
from regesta.store.filters import EventFilter
from regesta.store.view import View

Corrections = Mapping[str, tuple[Correction, ...]]  # by event id, in order of writing


def read_corrections(view: View, of: Collection[str] | None = None) -> Corrections:
    """Return what persons corrected, as far as it counts.

    Args:
        view: The store.
        of: Ids of the events asked about; None for all.
    """
    return read_log(view.decisions(of)).corrections


def corrected(event: Event, corrections: Iterable[Correction]) -> Event:
    """Return an event as persons corrected it.

    Args:
        event: The event as coded.
        corrections: What is corrected, in order of writing: a later type takes an earlier mode with it.
    """
    for correction in corrections:
        event = APPLY[correction.field](event, correction.value)
    return event


def corrected_report(report: Report, corrections: Iterable[Correction]) -> Report:
    """Return a report with its event as persons corrected it, and the event as coded beside it."""
    event = corrected(report.event, corrections)
    return report if event == report.event else replace(report, event=event, coded=report.event)


def corrected_reports(view: View, ids: Collection[str]) -> list[Report]:
    """Return the reports of some events, in current versions, as persons corrected them."""
    corrections = read_corrections(view, ids)
    coded = view.reports(EventFilter(ids=tuple(sorted(ids))))
    return [corrected_report(report, corrections.get(report.event.id, ())) for report in coded]


def corrected_article(article: Article, corrections: Corrections) -> Article:
    """Return an article with its events as persons corrected them."""
    events = (corrected(event, corrections.get(event.id, ())) for event in article.events)
    return replace(article, events=tuple(events))


def with_type(event: Event, value: Value) -> Event:
    """Give an event another type, with the code, quad class and intensity of that type."""
    event_type = load_ontology().event_types[str(value)]
    return replace(
        event,
        type=str(value),
        mode=event.mode if event.mode in event_type.modes else None,
        cameo=event_type.cameo,
        quad=event_type.quad,
        intensity=event_type.intensity,
    )


def with_mode(event: Event, value: Value) -> Event:
    """Give an event another mode, with the CAMEO code of that mode where there is one."""
    mode = str(value) if value else None
    codes = [code for code in load_cameo().values() if (code.event_type, code.mode) == (event.type, mode)]
    fits = any(code.code == event.cameo for code in codes)
    plain = load_ontology().event_types[event.type].cameo
    return replace(event, mode=mode, cameo=event.cameo if fits else codes[0].code if mode and codes else plain)


def with_status(event: Event, value: Value) -> Event:
    """Give an event another status."""
    return replace(event, status=value)  # type: ignore[arg-type] # checked when the decision was made


def with_date(event: Event, value: Value) -> Event:
    """Give an event another date, or none."""
    return replace(event, date=value if isinstance(value, EventDate) else None)


def with_place(event: Event, value: Value) -> Event:
    """Give an event another place, or none."""
    return replace(event, place=value if isinstance(value, EventPlace) else None)


def with_parties(role: str) -> Callable[[Event, Value], Event]:
    """Return the correction of those in a role, or of their number."""

    def apply(event: Event, value: Value) -> Event:
        parties = tuple(party for party in value if isinstance(party, Role)) if isinstance(value, tuple) else ()
        others = tuple(other for other in event.roles if other.name != role)
        return replace(event, roles=tuple(sorted((*others, *parties), key=lambda r: (r.name, r.span))))

    return apply


APPLY: dict[CorrectedField, Callable[[Event, Value], Event]] = {
    "type": with_type,
    "mode": with_mode,
    "status": with_status,
    "date": with_date,
    "place": with_place,
    "actors": with_parties("actor"),
    "recipients": with_parties("recipient"),
    "killed": with_parties("killed"),
    "wounded": with_parties("wounded"),
    "abducted": with_parties("abducted"),
    "detained": with_parties("detained"),
    "deported": with_parties("deported"),
    "size": with_parties("size"),
}
