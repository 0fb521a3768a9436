"""Filters as options of commands: each is declared here once, for every command that takes it."""

from collections.abc import Callable, Mapping
from functools import wraps
from inspect import Parameter, signature
from typing import Annotated, Any

import typer

from regesta.cli.options import given

Filters = Mapping[str, str]
"""Filters by name, as `regesta.query.filters.FilterReader` takes them; only those that were given."""

Text = str | None
EVENT_FILTERS: Mapping[str, Any] = {
    "actor": Annotated[Text, typer.Option(help="Who acted: a state (BLR, Belarus), a name, an entity id.")],
    "recipient": Annotated[Text, typer.Option(help="To whom it was done.")],
    "party": Annotated[Text, typer.Option(help="Either.")],
    "dyad": Annotated[Text, typer.Option(help="Two that both take part: RUS-BLR, or two names with a comma.")],
    "type": Annotated[Text, typer.Option("--type", help="PLOVER event type.")],
    "mode": Annotated[Text, typer.Option(help="Mode of the type.")],
    "view": Annotated[Text, typer.Option(help="A named view: meetings, sanctions, exercises ...")],
    "context": Annotated[Text, typer.Option(help="PLOVER context.")],
    "status": Annotated[Text, typer.Option(help="happened, planned, denied or hypothetical.")],
    "quad": Annotated[Text, typer.Option(help="Quad class, 1 to 4.")],
    "place": Annotated[Text, typer.Option(help="Where: a state or a place's name.")],
    "publisher": Annotated[Text, typer.Option(help="Who published a report.")],
    "since": Annotated[Text, typer.Option("--from", help="On or after this day, month or year.")],
    "until": Annotated[Text, typer.Option("--to", help="Until the end of this day, month or year.")],
    "on": Annotated[Text, typer.Option(help="Within this day, month or year.")],
    "contains": Annotated[Text, typer.Option(help="Words of the evidence.")],
    "min_killed": Annotated[Text, typer.Option(help="An article tells of at least so many people killed.")],
    "min_wounded": Annotated[Text, typer.Option(help="Of at least so many wounded.")],
    "min_abducted": Annotated[Text, typer.Option(help="Of at least so many abducted.")],
    "min_detained": Annotated[Text, typer.Option(help="Of at least so many detained.")],
    "min_deported": Annotated[Text, typer.Option(help="Of at least so many deported.")],
    "min_size": Annotated[Text, typer.Option(help="Of at least so many taking part, as in a protest.")],
    "min_confidence": Annotated[Text, typer.Option(help="At least this confidence, 0 to 1.")],
}
ENTRY_FILTERS: Mapping[str, Any] = {
    **EVENT_FILTERS,
    "min_support": Annotated[Text, typer.Option(help="Told by at least so many articles.")],
    "differing": Annotated[
        Text,
        typer.Option(
            help="Points on which its articles contradict each other, with commas: killed, wounded, date, place, type, "
            "status, actors, recipients ..., tolls (all numbers of people), any."
        ),
    ],
}
STATEMENT_FILTERS: Mapping[str, Any] = {
    "speaker": Annotated[
        Text, typer.Option(help="Who said it: a state, a name, an id, an office (Kenyan foreign minister).")
    ],
    "about": Annotated[Text, typer.Option(help="An actor or place mentioned in the words said.")],
    "contains": Annotated[Text, typer.Option(help='Words said; "quoted phrases" and prefix* work.')],
    "speech_class": Annotated[Text, typer.Option("--class", help="Speech class: says, denies, warns, promises ...")],
    "publisher": Annotated[Text, typer.Option(help="Who published it.")],
    "since": Annotated[Text, typer.Option("--from", help="Published on or after this day, month or year.")],
    "until": Annotated[Text, typer.Option("--to", help="Published until the end of this day, month or year.")],
    "on": Annotated[Text, typer.Option(help="Published within this day, month or year.")],
    "min_confidence": Annotated[
        Text, typer.Option(help="At least this confidence, 0 to 1; usually 0.5. Give 0 to see attitudes too.")
    ],
}
CLAIM_FILTERS: Mapping[str, Any] = {
    "party": Annotated[Text, typer.Option(help="Who takes part in the acts counted: a state, a name, an id.")],
    "dyad": Annotated[Text, typer.Option(help="Two parties that both do: RUS-BLR.")],
    "speaker": Annotated[Text, typer.Option(help="Who makes the claim.")],
    "type": Annotated[Text, typer.Option("--type", help="PLOVER type of the acts.")],
    "mode": EVENT_FILTERS["mode"],
    "kind": Annotated[Text, typer.Option(help="count, ordinal or last.")],
    "publisher": STATEMENT_FILTERS["publisher"],
    "article": Annotated[Text, typer.Option(help="Id of the article that makes it.")],
    "since": Annotated[Text, typer.Option("--from", help="The period reaches this day, month or year.")],
    "until": Annotated[Text, typer.Option("--to", help="The period begins by the end of this day, month or year.")],
    "min_confidence": EVENT_FILTERS["min_confidence"],
}
HISTORY_FILTERS: Mapping[str, Any] = {
    "party": Annotated[Text, typer.Option(help="Who takes part: a state, a name, an entity id.")],
    "dyad": EVENT_FILTERS["dyad"],
    "stage": Annotated[Text, typer.Option(help="A stage that occurs: planned, signed, lifted ...")],
    "state": Annotated[Text, typer.Option(help="The stage that is reached.")],
    "outcome": Annotated[Text, typer.Option(help="due, settled, overdue, 'on record' or undated.")],
    "since": Annotated[Text, typer.Option("--from", help="A step on or after this day, month or year.")],
    "until": Annotated[Text, typer.Option("--to", help="A step until the end of this day, month or year.")],
    "min_steps": Annotated[Text, typer.Option(help="At least so many steps.")],
}
FOREIGN_FILTERS: Mapping[str, Any] = {
    "type": EVENT_FILTERS["type"],
    "dyad": Annotated[Text, typer.Option(help="Two states that both take part: RUS-BLR.")],
    "since": EVENT_FILTERS["since"],
    "until": EVENT_FILTERS["until"],
}


def filtered(options: Mapping[str, Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command filters as options: it gets those given as its first argument, a `Filters`.

    Args:
        options: The filters, by name; they stand after the command's option `store`.
    """

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        own = list(signature(command).parameters.values())[1:]
        filters = [
            Parameter(name, Parameter.KEYWORD_ONLY, default=None, annotation=kind) for name, kind in options.items()
        ]
        at = [parameter.name for parameter in own].index("store") + 1
        shown = [parameter.replace(kind=Parameter.KEYWORD_ONLY) for parameter in (*own[:at], *filters, *own[at:])]

        @wraps(command)
        def run(**all_given: Any) -> None:
            chosen = given(**{name: all_given.pop(name) for name in options})
            command(chosen, **all_given)

        run.__signature__ = signature(command).replace(parameters=shown)  # type: ignore[attr-defined]
        run.__annotations__ = {parameter.name: parameter.annotation for parameter in shown}
        return run

    return decorate
