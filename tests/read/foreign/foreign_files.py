"""Rows as other data sets write them; all that they tell is invented."""

from collections.abc import Iterable, Iterator

from regesta.model.foreign import ForeignFault, ForeignReport
from regesta.read.foreign import gdelt, icews, polecat
from regesta.read.foreign.importer import Importer
from regesta.read.foreign.lines import Line
from regesta.resolve.states.states import state_code

POLECAT = {
    "Event ID": "20221219_1", "Event Date": "2022-12-19", "Event Type": "CONSULT", "Event Mode": "visit",
    "Intensity": "2.1", "Quad Code": "VERBAL COOPERATION", "Contexts": "diplomatic", "Actor Name": "Poland",
    "Actor Country": "POL", "Actor COW": "290", "Primary Actor Sector": "GOV", "Actor Sectors": "GOV",
    "Recipient Name": "Lithuania", "Recipient Country": "LTU", "Recipient Sectors": "GOV", "Placename": "Vilnius",
    "City": "Vilnius", "Country": "LTU", "Latitude": "54.69", "Longitude": "25.28", "GeoNames ID": "593116",
    "Source": "Baltic Wire", "Publication Date": "2022-12-20",
}  # fmt: skip
ICEWS = {
    "Event ID": "1", "Event Date": "2022-12-19", "Source Name": "Poland", "Source Country": "Poland",
    "Event Text": "Make a visit", "CAMEO Code": "042", "Intensity": "1.9", "Target Name": "Government (Lithuania)",
    "Target Sectors": "Government", "Target Country": "Lithuania", "Publisher": "Baltic Wire", "City": "Vilnius",
    "Country": "Lithuania", "Latitude": "54.69", "Longitude": "25.28",
}  # fmt: skip
GDELT = {
    "GLOBALEVENTID": "1000000001", "SQLDATE": "20221219", "Actor1Code": "POLGOV", "Actor1Name": "POLAND",
    "Actor1CountryCode": "POL", "Actor1Type1Code": "GOV", "Actor2Code": "LTU", "Actor2Name": "LITHUANIA",
    "Actor2CountryCode": "LTU", "EventCode": "042", "GoldsteinScale": "1.9", "ActionGeo_Type": "4",
    "ActionGeo_FullName": "Vilnius, Lithuania", "ActionGeo_CountryCode": "LH", "ActionGeo_Lat": "54.69",
    "ActionGeo_Long": "25.28", "SOURCEURL": "https://wire.example/1",
}  # fmt: skip


def polecat_row(**changes: str) -> str:
    """A row of POLECAT; underscores in names of columns are spaces."""
    values = POLECAT | {name.replace("_", " "): value for name, value in changes.items()}
    return "\t".join(values.get(name, "None") for name in polecat.COLUMNS)


def icews_row(**changes: str) -> str:
    """A row of ICEWS; underscores in names of columns are spaces."""
    values = ICEWS | {name.replace("_", " "): value for name, value in changes.items()}
    return "\t".join(values.get(name, "NA") for name in icews.COLUMNS)


def gdelt_row(columns: Iterable[str] = gdelt.COLUMNS, **changes: str) -> str:
    """A row of GDELT."""
    return "\t".join((GDELT | changes).get(name, "") for name in columns)


def numbered(*rows: str) -> Iterator[Line]:
    """Rows as lines of a file."""
    return (Line(f"file:{number}", row) for number, row in enumerate(rows, start=1))


def read(importer: Importer, *rows: str) -> tuple[list[ForeignReport], list[str]]:
    """The reports of some lines, and the faults as they are told."""
    found = list(importer.read(numbered(*rows), state_code))
    faults = [f"{fault.origin}: {fault.reason}" for fault in found if isinstance(fault, ForeignFault)]
    return [report for report in found if isinstance(report, ForeignReport)], faults
