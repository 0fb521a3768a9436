"""The command line: every command registered, and the options that stand before one."""

from collections.abc import Callable, Mapping

import typer

from regesta.cli.check import check
from regesta.cli.claims import claims
from regesta.cli.code import code
from regesta.cli.counts import counts
from regesta.cli.demo import demo
from regesta.cli.evaluate import evaluate
from regesta.cli.explain import explain
from regesta.cli.export import export
from regesta.cli.fetch import fetch
from regesta.cli.foreign import compare, import_
from regesta.cli.knowledge import app as knowledge
from regesta.cli.mcp import mcp
from regesta.cli.plugins import plugins
from regesta.cli.query import app as query
from regesta.cli.read import read
from regesta.cli.release import release
from regesta.cli.resolve import resolve
from regesta.cli.review import app as review
from regesta.cli.run import run
from regesta.cli.serve import serve
from regesta.cli.show import show
from regesta.cli.watch import status, watch
from regesta.version import __version__

app = typer.Typer(
    name="regesta",
    help="Read news about international affairs and keep a register: who did what to whom, when and where, who said "
    "what, each entry cited to the exact words of every source.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
COMMANDS: Mapping[str, Callable[..., None]] = {
    **{"demo": demo, "read": read, "fetch": fetch, "code": code, "run": run, "watch": watch, "status": status},
    **{"resolve": resolve, "counts": counts, "claims": claims, "show": show, "explain": explain, "check": check},
    **{"export": export, "release": release, "import": import_, "compare": compare},
    **{"serve": serve, "mcp": mcp, "evaluate": evaluate, "plugins": plugins},
}  # in the order of the help: make the register, ask it, take it elsewhere, the rest
GROUPS: Mapping[str, typer.Typer] = {"knowledge": knowledge, "query": query, "review": review}
for name, command in COMMANDS.items():
    app.command(name)(command)
for name, group in GROUPS.items():
    app.add_typer(group, name=name)


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
