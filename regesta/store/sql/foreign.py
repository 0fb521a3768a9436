"""How an SQL database keeps foreign reports and finds them again."""

from collections.abc import Iterable, Iterator
from itertools import islice

from pydantic import TypeAdapter
from sqlalchemy import Connection, Select, func, insert, select

from regesta.model.foreign import ForeignReport
from regesta.store.foreign import ForeignFilter, ForeignOutline
from regesta.store.sql.encoding import to_json
from regesta.store.sql.tables import foreign_reports

FOREIGN: TypeAdapter[ForeignReport] = TypeAdapter(ForeignReport)
GROUP_ROWS = 500  # ids asked for in one query


def add_foreign(connection: Connection, reports: Iterable[ForeignReport]) -> int:
    """Store the foreign reports that are not there yet; return how many those were."""
    added, left = 0, iter(reports)
    while taken := list(islice(left, GROUP_ROWS)):
        group: dict[str, ForeignReport] = {}
        for report in taken:
            group.setdefault(report.id, report)
        stored = set(connection.scalars(select(foreign_reports.c.id).where(foreign_reports.c.id.in_(list(group)))))
        if fresh := [foreign_row(report) for id, report in group.items() if id not in stored]:
            connection.execute(insert(foreign_reports), fresh)
        added += len(fresh)
    return added


def foreign_row(report: ForeignReport) -> dict[str, object]:
    """Return a foreign report as a row."""
    return {
        "id": report.id,
        "dataset": report.dataset,
        "day": report.day,
        "type": report.type,
        "states": "+".join(report.states),
        "body": to_json(FOREIGN, report),
    }


def read_foreign(connection: Connection, wanted: ForeignFilter) -> Iterator[ForeignReport]:
    """Yield foreign reports by day, those without one last; ties by id."""
    table = foreign_reports
    rows = narrowed(select(table.c.body), wanted).order_by(table.c.day.is_(None), table.c.day, table.c.id)
    for row in connection.execute(rows.limit(wanted.limit) if wanted.limit is not None else rows):
        yield FOREIGN.validate_json(row.body)


def read_foreign_outlines(connection: Connection, wanted: ForeignFilter) -> Iterator[ForeignOutline]:
    """Yield foreign reports in outline, in no order, whatever the limit."""
    table = foreign_reports
    for row in connection.execute(narrowed(select(table.c.type, table.c.day, table.c.states), wanted)):
        yield ForeignOutline(row.type, row.day, tuple(row.states.split("+")) if row.states else ())


def count_foreign(connection: Connection) -> dict[str, int]:
    """Return how many foreign reports there are of each data set."""
    dataset = foreign_reports.c.dataset
    rows = connection.execute(select(dataset, func.count()).group_by(dataset))
    return {name: count for name, count in rows}


def narrowed(rows: Select[tuple[object, ...]], wanted: ForeignFilter) -> Select[tuple[object, ...]]:
    """Return a SELECT of the foreign reports that a filter lets through."""
    table = foreign_reports
    if wanted.dataset is not None:
        rows = rows.where(table.c.dataset == wanted.dataset)
    if wanted.type is not None:
        rows = rows.where(table.c.type == wanted.type)
    for state in wanted.dyad or ():
        rows = rows.where(("+" + table.c.states + "+").like(f"%+{state}+%"))
    if wanted.since is not None:
        rows = rows.where(table.c.day >= wanted.since)
    if wanted.until is not None:
        rows = rows.where(table.c.day < wanted.until)
    return rows
