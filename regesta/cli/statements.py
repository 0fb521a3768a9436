"""`regesta query statements` and `regesta query said`: who said what, and what somebody has said over time."""

import json
import sys
from typing import Annotated, get_args

import typer

from regesta.cli.filters import STATEMENT_FILTERS, Filters, filtered
from regesta.cli.options import AsOfOption, JsonOption, LimitOption, StoreOption


@filtered(STATEMENT_FILTERS)
def statements(
    filters: Filters,
    store: StoreOption = None,
    sort: Annotated[str, typer.Option(help="newest or oldest, by publication.")] = "newest",
    limit: LimitOption = 20,
    as_json: JsonOption = False,
    as_of: AsOfOption = None,
) -> None:
    """List statements: who said what. What several articles report of one utterance is listed once, with their number.

    Example: regesta query statements --about Russia --store demo/regesta.db
    """
    from regesta.cli.opened import open_register_view
    from regesta.cli.output.nothing import print_ways
    from regesta.cli.output.utterances import utterance_line
    from regesta.export.records.utterances import utterance_record
    from regesta.query.speech.utterances import open_utterances

    asked = {**filters, "limit": str(limit), "order": sort}
    with open_register_view(store, as_of) as opened:
        wanted, utterances = opened.filters.statement_filter(asked), open_utterances(opened.view)
        found = utterances.find(wanted)
        for utterance in found:
            record = json.dumps(utterance_record(utterance), ensure_ascii=False) if as_json else None
            print(record or utterance_line(utterance))
        total = utterances.count(wanted)
        print(f"{len(found)} of {total} statements", file=sys.stderr)
        if not total:
            reader = opened.filters
            print_ways(filters, lambda some: utterances.count(reader.statement_filter(some)), "statement", "statements")


@filtered(STATEMENT_FILTERS)
def said(
    filters: Filters,
    store: StoreOption = None,
    every: Annotated[str, typer.Option(help="day, week, month or year.")] = "month",
    as_json: JsonOption = False,
    as_of: AsOfOption = None,
) -> None:
    """Show what somebody has said over time: by month, with how it was said and how much of it denies something.

    Example: regesta query said --speaker Russia --store demo/regesta.db
    """
    from regesta.cli.opened import open_register_view
    from regesta.cli.output.utterances import period_lines
    from regesta.export.records.utterances import period_record
    from regesta.model.display import counted
    from regesta.query.counts.timeline import Step
    from regesta.query.known import choice
    from regesta.query.speech.said import said_over_time
    from regesta.query.speech.utterances import open_utterances

    with open_register_view(store, as_of) as opened:
        step = choice("every", every, get_args(Step))
        periods = said_over_time(open_utterances(opened.view), opened.filters.statement_filter(filters), step)
        for period in periods:
            if as_json:
                print(json.dumps(period_record(period), ensure_ascii=False))
            elif period.utterances:
                print(*period_lines(period, step), sep="\n")
    print(counted(sum(len(period.utterances) for period in periods), "statement"), file=sys.stderr)
