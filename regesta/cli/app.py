"""The command line: every command registered, and the options that stand before one."""

from collections.abc import Callable, Mapping
from inspect import cleandoc, getdoc

import typer
from typer.models import CommandInfo, TyperInfo

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
    epilog="Begin with `regesta demo`: it codes the example articles and says how to read on. `regesta COMMAND --help` "
    "ends with an example.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
COMMANDS: Mapping[str, Mapping[str, Callable[..., None] | typer.Typer]] = {
    "Make a register": {
        **{"demo": demo, "read": read, "fetch": fetch, "code": code},
        **{"run": run, "watch": watch, "status": status},
    },
    "Say who is meant": {"resolve": resolve, "knowledge": knowledge},
    "Ask the register": {"query": query, "counts": counts, "claims": claims, "show": show, "explain": explain},
    "Correct and check it": {"review": review, "check": check},
    "Take it elsewhere": {"export": export, "release": release, "import": import_, "compare": compare},
    "Serve it, and the rest": {"serve": serve, "mcp": mcp, "evaluate": evaluate, "plugins": plugins},
}
"""The commands, and groups of commands, under the headings of the help."""
for heading, commands in COMMANDS.items():
    for name, command in commands.items():
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=name, rich_help_panel=heading)
        else:
            app.command(name, rich_help_panel=heading)(command)


def end_with_examples(group: typer.Typer) -> None:
    """Put the example that ends what each command says of itself at the end of its help, below the options."""
    infos: list[TyperInfo | CommandInfo] = [group.info, *group.registered_commands]
    for info in infos:
        said = info.help if isinstance(info.help, str) else getdoc(info.callback) or ""
        said, begins, example = said.partition("Example: ")
        if begins:
            info.help, info.epilog = said.strip(), begins + cleandoc(example)
    for sub in group.registered_groups:
        if sub.typer_instance is not None:
            end_with_examples(sub.typer_instance)


end_with_examples(app)


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
