"""What a reader may take along from a page: the list it shows as files in every format that holds such things."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from urllib.parse import urlencode

from regesta import plugins
from regesta.export.exporter import Exporter, Noun

FIRST = ("csv", "parquet", "jsonl", "icalendar", "statements-csv", "statements-parquet", "statements-jsonl")
LABELS = {"csv": "CSV", "parquet": "Parquet", "jsonl": "JSON lines", "icalendar": "Calendar"}
NEEDED = {"parquet": "pyarrow", "statements-parquet": "pyarrow"}


@dataclass(frozen=True, slots=True)
class FileLink:
    """A file of what a page lists.

    Attributes:
        label: Its format in a word.
        title: What a row of it is.
        url: Where it is.
        is_common: Whether it is shown at once, not among the rarer ones.
    """

    label: str
    title: str
    url: str
    is_common: bool


def file_links(of: Noun, options: Mapping[str, str]) -> tuple[FileLink, ...]:
    """Return the files of a list, the common formats first.

    Args:
        of: What the list holds.
        options: The filters in force.
    """
    return tuple(
        FileLink(
            label=LABELS.get(name.removeprefix("statements-"), name),
            title=f"{exporter.title}: {exporter.unit}",
            url="/api/export?" + urlencode({"format": name, **options}, errors="replace"),
            is_common=name in FIRST,
        )
        for name, exporter in exporters()
        if exporter.of == of
    )


@lru_cache(maxsize=1)
def exporters() -> tuple[tuple[str, Exporter[object]], ...]:
    """Return the formats that can be written here, the common ones first; feeds have an address of their own."""
    order = {name: number for number, name in enumerate(FIRST)}
    names = sorted(plugins.names("exporters"), key=lambda name: (order.get(name, len(order)), name))
    usable = [name for name in names if not name.endswith("atom") and find_spec(NEEDED.get(name, "regesta"))]
    return tuple((name, plugins.load("exporters", name)) for name in usable)
