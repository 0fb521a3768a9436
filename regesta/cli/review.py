"""`regesta review`: what is in doubt, and decisions about it, by persons with name and reason."""

import json
import sys
from typing import Annotated

import typer

from regesta.cli.options import AsOfOption, IdsOption, JsonOption, StoreOption

app = typer.Typer(
    no_args_is_help=True,
    help="Judge what the program could not, and correct what it got wrong. A decision overwrites nothing and can be "
    "undone.\n\nExample: regesta review list --store demo/regesta.db",
)
IdArgument = Annotated[str, typer.Argument(metavar="ID", help="Id of an entry, or of an event in one.")]
SideArgument = Annotated[str, typer.Argument(metavar="ID", help="Id of an entry or event, or of a statement.")]
ByOption = Annotated[str, typer.Option("--by", "-b", metavar="NAME", help="Your name; it is stored and shown.")]
ReasonOption = Annotated[str, typer.Option("--reason", "-r", metavar="TEXT", help="Why; it is stored and shown.")]
EventOption = Annotated[
    bool,
    typer.Option(
        "--event", help="Take an id that an entry and an event share as that of the event; likewise of statements."
    ),
]


@app.command("list")
def list_doubts(
    store: StoreOption = None,
    kind: Annotated[str, typer.Option(help="pairs, statements, events or all.")] = "all",
    below: Annotated[float, typer.Option(min=0, max=1, help="Confidence under which an event is unsure.")] = 0.5,
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many of each.")] = 20,
    as_json: JsonOption = False,
) -> None:
    """List what a person should look at, each with the commands that settle it; what most articles report comes first.

    Pairs that may be one happening, pairs of statements that may be one utterance, then events coded with little
    confidence. What a person has decided on is left out.

    Example: regesta review list --kind pairs --limit 5 --store demo/regesta.db
    """
    from regesta.cli.opened import open_register_view
    from regesta.cli.output.doubts import doubts
    from regesta.query.known import choice

    with open_register_view(store) as opened:
        kinds = choice("kind", kind, ("pairs", "statements", "events", "all"))
        found = [doubt for doubt in doubts(opened.register, limit, below) if kinds in (doubt.kind, "all")]
    for doubt in found:
        for item in doubt.items:
            record = json.dumps(doubt.record(item), ensure_ascii=False) if as_json else None
            print(record or "\n".join(doubt.lines(item, store)))
    print(", ".join(f"{len(doubt.items)} of {doubt.total} {doubt.noun}" for doubt in found), file=sys.stderr)


@app.command()
def same(
    left: SideArgument,
    right: Annotated[str, typer.Argument(metavar="OTHER", help="The other one, of the same kind.")],
    by: ByOption,
    reason: ReasonOption,
    store: StoreOption = None,
    event: EventOption = False,
) -> None:
    """Say that two entries, or events, are one happening: they become one entry. Two statements become one utterance.

    Example: regesta query entries --ids --limit 2 --store demo/regesta.db |
        xargs regesta review same --by Ann --reason read --store demo/regesta.db
    """
    from regesta.cli.deciding import decide

    decide(store, lambda reviewer: reviewer.same(left, right), by, reason, event)


@app.command()
def different(
    left: Annotated[str, typer.Argument(metavar="ID", help="Id of the event, or statement, that is another one.")],
    right: Annotated[
        str,
        typer.Argument(metavar="OTHER", help="An event, or an entry: then every other event in it. Or a statement."),
    ],
    by: ByOption,
    reason: ReasonOption,
    store: StoreOption = None,
    event: EventOption = False,
) -> None:
    """Say that an event is another happening than an event, or than all others of an entry: they come apart.

    Of statements likewise: that one is another utterance than a statement, or than all others of an utterance.

    Example: regesta query entries --ids --limit 2 --store demo/regesta.db |
        xargs regesta review different --by Ann --reason read --store demo/regesta.db
    """
    from regesta.cli.deciding import decide

    decide(store, lambda reviewer: reviewer.different(left, right), by, reason, event)


@app.command()
def confirm(
    identifier: IdArgument, by: ByOption, reason: ReasonOption, store: StoreOption = None, event: EventOption = False
) -> None:
    """Say that an event is right; of an entry, the event that it shows. It is shown for its entry from then on.

    Example: regesta query entries --ids --limit 1 --store demo/regesta.db |
        xargs regesta review confirm --by Ann --reason read --store demo/regesta.db
    """
    from regesta.cli.deciding import decide

    decide(store, lambda reviewer: reviewer.confirm(identifier), by, reason, event)


@app.command()
def reject(
    identifier: IdArgument, by: ByOption, reason: ReasonOption, store: StoreOption = None, event: EventOption = False
) -> None:
    """Say that an event is wrong; of an entry, every event in it. It leaves the register, and stays in the store.

    Example: regesta query entries --ids --limit 1 --store demo/regesta.db |
        xargs regesta review reject --by Ann --reason read --store demo/regesta.db
    """
    from regesta.cli.deciding import decide

    decide(store, lambda reviewer: reviewer.reject(identifier), by, reason, event)


@app.command()
def correct(
    identifier: IdArgument,
    field: Annotated[
        str,
        typer.Argument(
            help="type, mode, date, place, actors, recipients, status, or a number: "
            "killed, wounded, abducted, detained, deported, size."
        ),
    ],
    value: Annotated[
        str,
        typer.Argument(
            help="The right value: ASSAULT; visit; 2022-12-19 or 2022-12 or 2022-12-19/2022-12-21; Minsk, BLR; "
            '"Belarus; Sergei Lavrov (RUS)"; planned. "none" takes a value away.'
        ),
    ],
    by: ByOption,
    reason: ReasonOption,
    store: StoreOption = None,
    event: EventOption = False,
) -> None:
    """Give a field of an event its right value; of an entry, of the event that it shows.

    Example: regesta query entries --ids --limit 1 --store demo/regesta.db |
        xargs -I@ regesta review correct @ date 2023 -b A -r B --store demo/regesta.db
    """
    from regesta.cli.deciding import decide

    decide(store, lambda reviewer: reviewer.correct(identifier, field, value), by, reason, event)


@app.command()
def undo(
    decision: Annotated[str, typer.Argument(metavar="DECISION", help="Id of a decision; `review log` lists them.")],
    by: ByOption,
    reason: ReasonOption,
    store: StoreOption = None,
) -> None:
    """Take a decision back, also one that took another back. Both stay in the log.

    Example: regesta review log --ids --limit 1 --store demo/regesta.db |
        xargs regesta review undo --by Ann --reason read --store demo/regesta.db
    """
    from regesta.cli.deciding import decide

    decide(store, lambda reviewer: reviewer.undo(decision), by, reason, event_only=False)


@app.command()
def log(
    store: StoreOption = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many, the latest.")] = 100,
    ids: IdsOption = False,
    as_of: AsOfOption = None,
) -> None:
    """List the decisions of persons, the latest first, with what has become of each.

    Example: regesta review log --store demo/regesta.db
    """
    from regesta.cli.opened import open_register_view
    from regesta.cli.output.printing import decision_line

    with open_register_view(store, as_of) as opened:
        recorded = opened.register.decided.log
    for row in recorded[::-1][:limit]:
        print(row.decision.id if ids else decision_line(row))
    print(f"{min(limit, len(recorded))} of {len(recorded)} decisions", file=sys.stderr)


@app.command()
def export(
    store: StoreOption = None,
    pairs: Annotated[
        bool, typer.Option("--pairs", help="Pairs of events and of statements judged the same or different, instead.")
    ] = False,
    complete: Annotated[
        bool, typer.Option("--complete", help="Only articles of which a person has looked at every event.")
    ] = False,
) -> None:
    """Write what persons decided as training data: articles with text and corrected events, one JSON object per line.

    Example: regesta review export --store demo/regesta.db > reviewed.jsonl
    """
    from regesta.cli.opened import open_register_view
    from regesta.export.records.reviewed import reviewed_articles, reviewed_pairs

    with open_register_view(store) as opened:
        for record in reviewed_pairs(opened.register) if pairs else reviewed_articles(opened.register):
            if pairs or record["complete"] or not complete:
                print(json.dumps(record, ensure_ascii=False))
