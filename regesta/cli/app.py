"""The command line: every command registered, and the options that stand before one."""

import typer

from regesta.cli import (
    check,
    claims,
    code,
    counts,
    demo,
    evaluate,
    explain,
    export,
    fetch,
    foreign,
    knowledge,
    mcp,
    plugins,
    query,
    read,
    release,
    resolve,
    review,
    run,
    serve,
    show,
    watch,
)
from regesta.version import __version__

app = typer.Typer(
    name="regesta",
    help="Read news about international affairs and keep a register: who did what to whom, when and where, who said "
    "what, each entry cited to the exact words of every source.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
COMMANDS = (
    *(demo, read, fetch, code, run, watch),
    *(resolve, knowledge),
    *(query, counts, claims, show, explain, review, check),
    *(export, release, foreign),
    *(serve, mcp, evaluate, plugins),
)  # in the order of the help: make the register, who is meant, ask it, take it elsewhere, the rest
for command in COMMANDS:
    command.register(app)


def print_version(value: bool) -> None:
    """Print the version and stop."""
    if value:
        print(f"regesta {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: bool = typer.Option(False, "--version", callback=print_version, is_eager=True, help="Print the version."),
) -> None:
    """Take the options that stand before a command."""
