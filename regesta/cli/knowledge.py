"""`regesta knowledge`: your own tables of offices, organisations and names."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from regesta.cli.options import ConfigOption

if TYPE_CHECKING:
    from regesta.resolve.packs.folder import Pack

app = typer.Typer(
    no_args_is_help=True,
    help="Add your own tables of offices, organisations and names; `code`, `run` and `resolve` use them.\n\n"
    "Example: regesta knowledge list",
)


FileArgument = Annotated[
    Path, typer.Argument(help="CSV, TSV, JSON or JSON lines: our columns, Wikidata or followthemoney exports.")
]


@app.command()
def add(
    file: FileArgument,
    name: str | None = typer.Option(None, "--name", help="Name of the pack; else that of the file."),
    config: ConfigOption = None,
) -> None:
    """Check a table and copy it into the folder of packs; a pack of that name is replaced.

    The folder is `knowledge` of the settings. What is wrong is told with line and column, and nothing is added.

    Example: regesta knowledge add docs/guides/offices.csv
    """
    from regesta.resolve.packs.folder import add_pack
    from regesta.run.config import load_config

    print(pack_line(add_pack(Path(load_config(config).knowledge), file, name)))


@app.command(name="list")
def list_them(config: ConfigOption = None) -> None:
    """List the packs and how much each tells.

    Example: regesta knowledge list
    """
    from regesta.resolve.packs.folder import list_packs
    from regesta.run.config import load_config

    for pack in list_packs(Path(load_config(config).knowledge)):
        print(pack_line(pack))


@app.command()
def remove(name: str = typer.Argument(help="Name of the pack."), config: ConfigOption = None) -> None:
    """Remove a pack. What was coded with it stays until its articles are coded again.

    Example: regesta knowledge remove offices
    """
    from regesta.resolve.packs.folder import remove_pack
    from regesta.run.config import load_config

    remove_pack(Path(load_config(config).knowledge), name)


def pack_line(pack: "Pack") -> str:
    """Return a pack as one line: its name, what it tells, its file."""
    known = pack.knowledge
    people = len({(holding.person, holding.iso3) for holding in known.offices})
    told = [
        f"{counted(len(known.offices), 'office')} of {people} {'people' if people > 1 else 'person'}"
        if known.offices
        else "",
        counted(len(known.bodies), "organisation"),
        counted(len(known.states), "name") + " of states" if known.states else "",
    ]
    return f"{pack.name}  {', '.join(filter(None, told))}  {pack.path}"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun; "" for none."""
    return f"{number} {noun}{'s' if number > 1 else ''}" if number else ""
