"""`regesta query histories`: matters through their life cycles, each stage with the entry that tells it."""

import json
import sys
from datetime import UTC, datetime
from typing import Annotated

import typer

from regesta.cli.filters import HISTORY_FILTERS, Filters, filtered
from regesta.cli.options import AsOfOption, JsonOption, LimitOption, StoreOption


@filtered(HISTORY_FILTERS)
def histories(
    filters: Filters,
    kind: Annotated[str, typer.Argument(help="meetings, agreements, sanctions, exercises or warnings.")],
    store: StoreOption = None,
    day: Annotated[
        str | None, typer.Option(help="Day by which dates have passed, or 'today'; else the day of the latest article.")
    ] = None,
    limit: LimitOption = 20,
    as_json: JsonOption = False,
    as_of: AsOfOption = None,
) -> None:
    """Follow meetings, agreements, sanctions, exercises and warnings from the first word of them to the end.

    Example: regesta query histories agreements --store demo/regesta.db
    """
    from regesta.cli.opened import open_register_view
    from regesta.cli.output.histories import history_lines
    from regesta.export.records.histories import history_record
    from regesta.query.known import choice
    from regesta.query.matters.cycles import load_cycles
    from regesta.query.matters.histories import list_histories
    from regesta.query.moment import parse_days

    passed = datetime.now(UTC).date() if day == "today" else parse_days(day)[0] if day else None
    asked = {**filters, "limit": str(limit)}
    with open_register_view(store, as_of) as opened:
        name = choice("kind of history", kind, list(load_cycles()))
        found, total = list_histories(opened.register, name, opened.filters.history_filter(asked), passed)
    for history in found:
        print(json.dumps(history_record(history), ensure_ascii=False) if as_json else history_lines(history))
    print(f"{len(found)} of {total} {name}", file=sys.stderr)
