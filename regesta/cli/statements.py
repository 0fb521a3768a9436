"""`regesta query statements` and `regesta query said`: who said what, and what somebody has said over time."""

import json
import sys
from typing import Annotated, get_args

import typer

from regesta.cli.options import AsOfOption, StoreOption, given

Text = str | None
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object per line.")]
SpeakerOption = Annotated[Text, typer.Option(help="Who said it.")]
AboutOption = Annotated[Text, typer.Option(help="An actor or place mentioned in the words said.")]
ContainsOption = Annotated[Text, typer.Option(help='Words said; "quoted phrases" and prefix* work.')]
ClassOption = Annotated[Text, typer.Option("--class", help="Speech class: says, denies, warns, promises ...")]
SinceOption = Annotated[Text, typer.Option("--from", help="Published on or after this day, month or year.")]
UntilOption = Annotated[Text, typer.Option("--to", help="Published until the end of this day, month or year.")]
SureOption = Annotated[
    Text, typer.Option(help="At least this confidence, 0 to 1; usually 0.5. Give 0 to see attitudes too.")
]


def statements(
    store: StoreOption = None,
    speaker: SpeakerOption = None,
    about: AboutOption = None,
    contains: ContainsOption = None,
    speech_class: ClassOption = None,
    publisher: Annotated[Text, typer.Option(help="Who published it.")] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    min_confidence: SureOption = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many.")] = 20,
    as_json: JsonOption = False,
    as_of: AsOfOption = None,
) -> None:
    """List statements: who said what. What several articles report of one utterance is listed once, with their number.

    Example: regesta query statements --about Russia --store demo/regesta.db
    """
    from regesta.cli.opened import open_register_view
    from regesta.cli.said import utterance_line
    from regesta.export.utterances import utterance_record
    from regesta.query.utterances import open_utterances

    wanted = given(
        speaker=speaker, about=about, contains=contains, speech_class=speech_class, publisher=publisher, since=since,
        until=until, min_confidence=min_confidence, limit=limit,
    )  # fmt: skip
    with open_register_view(store, as_of) as opened:
        filters, utterances = opened.filters.statement_filter(wanted), open_utterances(opened.view)
        found = utterances.find(filters)
        for utterance in found:
            record = json.dumps(utterance_record(utterance), ensure_ascii=False) if as_json else None
            print(record or utterance_line(utterance))
        total = utterances.count(filters)
    print(f"{len(found)} of {total} statements", file=sys.stderr)


def said(
    store: StoreOption = None,
    speaker: SpeakerOption = None,
    about: AboutOption = None,
    contains: ContainsOption = None,
    speech_class: ClassOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    min_confidence: SureOption = None,
    every: Annotated[str, typer.Option(help="day, week, month or year.")] = "month",
    as_json: JsonOption = False,
    as_of: AsOfOption = None,
) -> None:
    """Show what somebody has said over time: by month, with how it was said and how much of it denies something.

    Example: regesta query said --speaker Russia --store demo/regesta.db
    """
    from regesta.cli.opened import open_register_view
    from regesta.cli.said import period_lines
    from regesta.export.utterances import period_record
    from regesta.query.said import said_over_time
    from regesta.query.timeline import Step
    from regesta.query.utterances import open_utterances

    wanted = given(
        speaker=speaker, about=about, contains=contains, speech_class=speech_class, since=since, until=until,
        min_confidence=min_confidence,
    )  # fmt: skip
    with open_register_view(store, as_of) as opened:
        step = opened.choice("every", every, get_args(Step))
        periods = said_over_time(open_utterances(opened.view), opened.filters.statement_filter(wanted), step)
        for period in periods:
            if as_json:
                print(json.dumps(period_record(period), ensure_ascii=False))
            elif period.utterances:
                print(*period_lines(period, step), sep="\n")
    print(f"{sum(len(period.utterances) for period in periods)} statements", file=sys.stderr)
