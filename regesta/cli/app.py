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
    epilog="Begin with `regesta demo`: it codes the example articles and says how to read on. `regesta COMMAND --help` "
    "ends with an example.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
COMMANDS = {
    "Make a register": (demo, read, fetch, code, run, watch),
    "Say who is meant": (resolve, knowledge),
    "Ask the register": (query, counts, claims, show, explain),
    "Correct and check it": (review, check),
    "Take it elsewhere": (export, release, foreign),
    "Serve it, and the rest": (serve, mcp, evaluate, plugins),
}
"""The commands under the headings of the help."""


def register_all() -> None:
    """Add every command to the application, under its heading."""
    for heading, commands in COMMANDS.items():
        for command in commands:
            before = len(app.registered_commands), len(app.registered_groups)
            command.register(app)
            for added in app.registered_commands[before[0] :]:
                added.rich_help_panel = heading
            for group in app.registered_groups[before[1] :]:
                group.rich_help_panel = heading


register_all()


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
