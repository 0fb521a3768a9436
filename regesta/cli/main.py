"""The entry point: commands registered, errors shown as one line."""

import os
import sys

import typer

from regesta.cli import check, code, demo, evaluate, export, plugins, query, read, run, serve, show
from regesta.errors import RegestaError
from regesta.version import __version__

app = typer.Typer(
    name="regesta",
    help="Read news about international affairs and keep a register: who did what to whom, when and where, who said "
    "what, each entry cited to the exact words of every source.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (demo, read, code, run, query, show, check, export, serve, evaluate, plugins):
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


def main() -> None:
    """Run the command line; exit 0 on success, 1 on an error, 2 on wrong usage, 130 when interrupted."""
    try:
        try:
            app(prog_name="regesta")
        finally:
            print(end="", flush=True)  # now, while a full disk or a closed pipe can still be told
    except RegestaError as error:
        print(f"regesta: {error}", file=sys.stderr)
        sys.exit(1)
    except OSError as error:
        if not isinstance(error, BrokenPipeError):  # else the reader of our pipe has gone; other tools say nothing
            print(f"regesta: {error.filename or 'input or output'}: {error.strerror or error}", file=sys.stderr)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what waits to be written has nowhere to go
        sys.exit(1)


if __name__ == "__main__":
    main()
