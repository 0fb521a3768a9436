"""How events, statements and articles show in a terminal and in a notebook."""

from collections.abc import Iterable
from datetime import timedelta
from html import escape

from regesta.model.annotation import DateInterval
from regesta.model.claim import Claim, Measure
from regesta.model.decision import Decision
from regesta.model.event import Event, Role
from regesta.model.statement import Statement

EVENT_COLUMNS = ("type", "actors", "recipients", "date", "place", "status", "confidence", "trigger")
STATEMENT_COLUMNS = ("speaker", "cue", "kind", "content")
CLAIM_COLUMNS = ("kind", "measure", "value", "period", "words")


def event_row(event: Event) -> tuple[str, ...]:
    """Return an event as one row of `EVENT_COLUMNS`."""
    return (
        act_text(event),
        parties_text(event.actors),
        parties_text(event.recipients),
        interval_text(event.date.interval) if event.date else "",
        event.place.place.name if event.place else "",
        event.status,
        f"{event.confidence:.2f}",
        event.trigger_text,
    )


def statement_row(statement: Statement) -> tuple[str, ...]:
    """Return a statement as one row of `STATEMENT_COLUMNS`."""
    speaker = parties_text((statement.speaker,)) if statement.speaker else ""
    return speaker, statement.cue_text or "", statement.kind, statement.content_text


def claim_row(claim: Claim) -> tuple[str, ...]:
    """Return a claim as one row of `CLAIM_COLUMNS`."""
    period = interval_text(claim.period) if claim.period else ""
    return claim.kind, measure_text(claim.measure), value_text(claim), period, claim.text


def act_text(act: Event | Measure) -> str:
    """Return an act, or what a claim counts, as the register codes it: "CONSULT visit"."""
    return f"{act.type} {act.mode}" if act.mode else act.type


def measure_text(measure: Measure) -> str:
    """Return what is counted in words: "count of CONSULT visit by Alexander Lukashenko (BLR) to Russia (RUS)"."""
    act = act_text(measure)
    if not measure.recipients:
        joint = "between" if len(measure.actors) > 1 else "by"
        return f"count of {act} {joint} {' and '.join(map(party_text, measure.actors))}"
    towards = "to" if measure.mode == "visit" else "towards"
    by = f" by {parties_text(measure.actors)}" if measure.actors else ""
    return f"count of {act}{by} {towards} {parties_text(measure.recipients)}"


def value_text(claim: Claim) -> str:
    """Return what a claim states in few words: "7", "at least 3", "number 4", "none since 2019-12-31"."""
    if claim.kind == "ordinal":
        return f"number {claim.value}{' (planned)' if claim.status == 'planned' else ''}"
    if claim.kind == "last":
        since = claim.last or claim.period
        return f"none since {interval_text(since)}" if since else "none"
    return str(claim.value) if claim.bound == "exactly" else f"{claim.bound} {claim.value}"


def parties_text(roles: Iterable[Role]) -> str:
    """Return participants as a reader knows them: "Vladimir Putin (RUS), Belarus (BLR)"."""
    return ", ".join(party_text(role) for role in roles)


def party_text(role: Role) -> str:
    """Return one participant by resolved name and state, else by the words of the text."""
    return f"{role.called} ({role.actor.iso3})" if role.actor and role.actor.iso3 else role.called


def interval_text(interval: DateInterval) -> str:
    """Return calendar days with the last one included: "2022-12-19", "2022-12-01/2022-12-31"."""
    last = interval.end - timedelta(days=1)
    return f"{interval.start}" if last == interval.start else f"{interval.start}/{last}"


def decision_text(decision: Decision) -> str:
    """Return what was decided: "reject 2f0c...", "date of 2f0c...: 2022-12-18 -> 2022-12-19"."""
    fixed = decision.correction
    if fixed:
        return f"{fixed.field} of {decision.event}: {fixed.old or 'none'} -> {fixed.new or 'none'}"
    if decision.other:
        return f"{decision.event} {decision.act} {decision.other}"
    return f"{decision.act} {decision.undoes or decision.event}"


def counted(count: int, noun: str, several: str | None = None) -> str:
    """Return a count with its noun: "1 source", "1,204 entries"."""
    return f"{count:,} {noun if count == 1 else several or noun + 's'}"


def table_text(columns: tuple[str, ...], rows: list[tuple[str, ...]], width_chars: int = 44) -> str:
    """Return rows as a plain aligned table; cells longer than `width_chars` are cut with an ellipsis."""
    cut = [tuple(cell if len(cell) <= width_chars else cell[: width_chars - 1] + "…" for cell in row) for row in rows]
    widths = [max(len(row[i]) for row in (columns, *cut)) for i in range(len(columns))]
    lines = ["  ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)).rstrip() for row in (columns, *cut)]
    return "\n".join(lines)


def table_html(columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """Return rows as an HTML table, every cell escaped."""
    head = "".join(f"<th>{escape(column)}</th>" for column in columns)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
