"""Rows of tab-separated tables by column, with the irregularities that public event data have."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from regesta.errors import InputError
from regesta.model.foreign import ForeignFault, ForeignReport
from regesta.read.foreign.cells import CellError, Row
from regesta.read.foreign.importer import Found
from regesta.read.foreign.lines import Line

ToReport = Callable[[str, Sequence[str], Row], ForeignReport]
TOO_LONG = "line of over 1 MiB: not read"


def reports_of(
    lines: Iterable[Line], split: Callable[[str], tuple[Sequence[str], Row]], make: ToReport
) -> Iterator[Found]:
    """Yield the report of each line, or the fault of one that is no row.

    Args:
        lines: The lines after the header.
        split: Returns the cells of a line, and those by column.
        make: Returns the report of a row from its origin, its cells, and those by column.
    """
    for line in lines:
        try:
            if line.text is None:
                raise CellError(TOO_LONG)
            cells, row = split(line.text)
            yield make(line.origin, cells, row)
        except CellError as error:
            yield ForeignFault(line.origin, str(error))


def with_header(
    lines: Iterable[Line], names: Sequence[str], required: Sequence[str], what: str
) -> tuple[list[str], Iterator[Line]]:
    """Return the columns that the first line names, and the lines after it.

    A file without a header, whose first line has as many cells as there are columns, has them in the usual order.

    Args:
        lines: All lines.
        names: The columns of the data set in their usual order.
        required: Those that must be there.
        what: The data set, for the message.

    Raises:
        InputError: The first line names no such columns; it is another kind of file.
    """
    rest = iter(lines)
    first = next(rest, None)
    if first is None:
        return list(names), iter(())
    cells = [named(cell) for cell in (first.text or "").split("\t")]
    if missing := [name for name in required if name not in cells]:
        if len(missing) == len(required) and len(cells) == len(names):
            return list(names), chain((first,), rest)
        raise InputError(
            f"{first.origin}: no {what} file: its first line has no column {missing[0]!r}; it should name "
            f"{len(names)} columns, from {names[0]!r} to {names[-1]!r}"
        )
    return cells, rest


def named(cell: str) -> str:
    """Return the name of a column, without the mark some files put first, in the usual spelling."""
    name = " ".join(cell.strip().strip('"').removeprefix("#!").split())
    return {"Event Intensity": "Intensity"}.get(name, name)


def fitted(columns: Sequence[str], cells: list[str], missing: str | None = None) -> tuple[Sequence[str], Row]:
    """Return the cells of a row, and those by column.

    Files of the field have stray tabs at the end of rows, and headers with more names than rows have cells: both are
    let pass where it is certain which cell belongs to which column.

    Args:
        columns: Names of the columns; those after the last known one may lack cells.
        cells: The cells.
        missing: What the data set writes for a missing value, where it never leaves a cell empty: then empty cells
            come from stray tabs, and are taken out when that makes the row fit.

    Raises:
        CellError: The cells do not fit the columns.
    """
    while len(cells) > len(columns) and not cells[-1].strip():
        cells = cells[:-1]
    if missing is not None and len(cells) > len(columns):
        filled = [cell for cell in cells if cell.strip()]
        cells = filled if len(filled) == len(columns) else cells
    wanted = max((place for place, name in enumerate(columns, 1) if name), default=0)
    if len(cells) > len(columns) or len(cells) < wanted:
        raise CellError(f"{len(cells)} cells where {wanted} are expected")
    return cells, dict(zip(columns, cells, strict=False))
