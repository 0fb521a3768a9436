"""`regesta claims`: what articles count and date, held against the register."""

import json
import sys
from typing import Annotated

import typer

from regesta.cli.options import AsOfOption, StoreOption

Text = str | None


def claims(
    store: StoreOption = None,
    party: Annotated[Text, typer.Option(help="Who takes part in the acts counted: a state, a name, an id.")] = None,
    dyad: Annotated[Text, typer.Option(help="Two parties that both do: RUS-BLR.")] = None,
    speaker: Annotated[Text, typer.Option(help="Who makes the claim.")] = None,
    type: Annotated[Text, typer.Option("--type", help="PLOVER type of the acts.")] = None,
    mode: Annotated[Text, typer.Option(help="Mode of the type.")] = None,
    kind: Annotated[Text, typer.Option(help="count, ordinal or last.")] = None,
    publisher: Annotated[Text, typer.Option(help="Who published it.")] = None,
    article: Annotated[Text, typer.Option(help="Id of the article that makes it.")] = None,
    since: Annotated[Text, typer.Option("--from", help="The period reaches this day, month or year.")] = None,
    until: Annotated[
        Text, typer.Option("--to", help="The period begins by the end of this day, month or year.")
    ] = None,
    min_confidence: Annotated[Text, typer.Option(help="At least this confidence, 0 to 1.")] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object per line.")] = False,
    as_of: AsOfOption = None,
) -> None:
    """List what articles count and date, each with the entries of the register that support it, and no more.

    Example: regesta claims --dyad RUS-BLR --store demo/regesta.db
    """
    from regesta.cli.claim_lines import claim_lines
    from regesta.cli.opened import open_register_view
    from regesta.cli.options import given
    from regesta.export.records import claim_record
    from regesta.query.claims import count_claims, list_claims

    wanted = given(
        party=party, dyad=dyad, speaker=speaker, type=type, mode=mode, kind=kind, publisher=publisher, article=article,
        since=since, until=until, min_confidence=min_confidence, limit=limit,
    )  # fmt: skip
    with open_register_view(store, as_of) as opened:
        filters = opened.filters.claim_filter(wanted)
        found = list_claims(opened.register, filters)
        for checked in found:
            print(json.dumps(claim_record(checked), ensure_ascii=False) if as_json else claim_lines(checked))
        total = count_claims(opened.register, filters)
    print(f"{len(found)} of {total} claims", file=sys.stderr)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(claims)
