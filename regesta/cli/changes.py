"""`regesta query changes`: what changed in the register between two moments."""

import json
import sys
from typing import Annotated, Any

import typer

from regesta.cli.filters import ENTRY_FILTERS, Filters, filtered
from regesta.cli.options import AsOfOption, JsonOption, LimitOption, StoreOption

CHANGE_FILTERS: dict[str, Any] = {
    "since": Annotated[
        str | None,
        typer.Option("--since", help="From the beginning of this day or moment; else of the day of the last change."),
    ],
    "what": Annotated[
        str | None,
        typer.Option("--what", help="Kinds with commas: new, sources, values, merged, split, corrected, retracted."),
    ],
    **{
        name: ENTRY_FILTERS[name]
        for name in (
            "actor", "recipient", "party", "dyad", "type", "view", "status", "place", "publisher", "contains",
            "min_support", "min_killed",
        )
    },
}  # fmt: skip


@filtered(CHANGE_FILTERS)
def changes(
    filters: Filters,
    store: StoreOption = None,
    limit: LimitOption = 50,
    as_json: JsonOption = False,
    as_of: AsOfOption = None,
) -> None:
    """List what changed: entries new, with other sources, values, merged, split, corrected, retracted; see --as-of.

    Example: regesta query changes --since 2026-11-26 --store demo/regesta.db
    """
    from regesta.cli.opened import open_register_view
    from regesta.cli.output.changes import change_lines
    from regesta.export.records.changes import change_record
    from regesta.query.change_options import just_before, read_changes
    from regesta.query.changes import list_changes
    from regesta.query.party_names import names_of
    from regesta.query.register import open_register

    with open_register_view(store, as_of) as opened:
        wanted = read_changes(opened.filters, filters)
        before = open_register(opened.view.at(just_before(wanted.since)))
        found = list_changes(before, opened.register, wanted)
        names = names_of(opened.register)
        for change in found[:limit]:
            if as_json:
                print(json.dumps(change_record(change), ensure_ascii=False))
            else:
                print(*change_lines(change, before if change.is_gone else opened.register, names), sep="\n")
    told = f"since {wanted.since:%Y-%m-%d %H:%M} UTC"
    print(f"{min(limit, len(found))} of {len(found)} entries changed {told}", file=sys.stderr)
