"""Reads the runs of an SQL database."""

import json
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from regesta.store.runs import Run, RunSettings
from regesta.store.sql.tables import runs


def settings_of_run(connection: Connection, run: int) -> RunSettings | None:
    """Return the settings of a run; None when there is no such run."""
    row = connection.execute(select(runs).where(runs.c.id == run)).one_or_none()
    return run_of(row).settings if row else None


def read_runs(connection: Connection) -> list[Run]:
    """List the runs, the first one first."""
    return [run_of(row) for row in connection.execute(select(runs).order_by(runs.c.id))]


def read_newest_run(
    connection: Connection, moment: datetime | None, *, finished: bool, before: int | None
) -> int | None:
    """Return the number of the newest run; see `regesta.store.view.View`."""
    found = select(runs.c.id).order_by(runs.c.id.desc()).limit(1)  # the newest ones are looked at first
    if moment is not None:
        found = found.where(runs.c.started <= moment.isoformat())
    if finished:
        found = found.where(runs.c.finished.is_not(None) if moment is None else runs.c.finished <= moment.isoformat())
    if before is not None:
        found = found.where(runs.c.id < before)
    return connection.scalar(found)


def run_of(row: Row[*tuple[Any, ...]]) -> Run:
    """Return a row as a run."""
    settings = RunSettings(
        config_hash=row.config_hash,
        ontology_version=row.ontology_version,
        regesta_version=row.regesta_version,
        config=row.config,
    )
    return Run(
        id=row.id,
        settings=settings,
        started=datetime.fromisoformat(row.started),
        finished=datetime.fromisoformat(row.finished) if row.finished else None,
        summary=json.loads(row.summary),
    )
