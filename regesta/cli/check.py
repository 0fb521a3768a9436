"""`regesta check`: every citation verbatim, every reference in place."""

import sys

import typer

from regesta.cli.options import StoreOption


def check(store: StoreOption = None) -> None:
    """Check that every stored value stands word for word where it says, and that every reference has its target.

    Exit code 1 when something is wrong.

    Example: regesta check --store demo/regesta.db
    """
    from regesta.cli.opened import open_register_view
    from regesta.query.check import check as problems_in

    with open_register_view(store) as opened:
        problems = problems_in(opened.view)
        counts = opened.view.counts()
    for problem in problems:
        print(f"regesta: {problem}", file=sys.stderr)
    print(
        f"{counts.articles} articles, {counts.events} events, {counts.statements} statements: {len(problems)} problems"
    )
    if problems:
        raise typer.Exit(1)
