"""What an importer is: a function from the lines of a data set's files to foreign reports."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from regesta.model.foreign import ForeignFault, ForeignReport
from regesta.read.foreign.lines import Line

StateOf = Callable[[str], str | None]
Found = ForeignReport | ForeignFault


@dataclass(frozen=True, slots=True, kw_only=True)
class Importer:
    """A registered importer.

    Attributes:
        title: The data set and its files in a few words.
        read: Turns the lines of one file into reports. A line that is no row becomes a fault that names it. The second
            argument turns a state's name into its code, for data sets that name states.
    """

    title: str
    read: Callable[[Iterable[Line], StateOf], Iterator[Found]]
