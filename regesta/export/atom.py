"""An Atom feed (RFC 4287): one entry of the feed for each entry of the register."""

import tempfile
import uuid
from collections.abc import Iterable, Iterator
from datetime import datetime

from lxml import etree

from regesta.export.entry_values import (
    best_report,
    dated_day,
    headline,
    midnight,
    published_times,
    quote_of,
)
from regesta.export.exporter import Exporter, Field
from regesta.export.plain_text import plain_line, web_address
from regesta.model.entry import Entry
from regesta.version import __version__

NAMESPACE = "http://www.w3.org/2005/Atom"
TITLE = "Regesta: the register"
EPOCH = datetime(1970, 1, 1)
SPOOL_BYTES = 1 << 20  # a larger feed waits on disk: its head tells the newest time in it
PIECE_BYTES = 1 << 16


def encode(entries: Iterable[Entry]) -> Iterator[bytes]:
    """Yield a feed. Its time is that of the newest report in it, so that the same entries give the same bytes."""
    newest = EPOCH
    with tempfile.SpooledTemporaryFile(max_size=SPOOL_BYTES) as spool:
        for entry in entries:
            newest = max(newest, updated_of(entry))
            spool.write(etree.tostring(entry_element(entry), encoding="utf-8") + b"\n")
        yield head(newest)
        spool.seek(0)
        while piece := spool.read(PIECE_BYTES):
            yield piece
    yield b"</feed>\n"


def head(updated: datetime) -> bytes:
    """Return the beginning of a feed, up to its first entry."""
    feed = etree.Element("feed", nsmap={None: NAMESPACE})
    feed.text = "\n"
    for name, text in (
        ("id", uuid.uuid5(uuid.NAMESPACE_URL, "regesta:register").urn),
        ("title", TITLE),
        ("updated", moment(updated)),
    ):
        add(feed, name, text)
    add(add(feed, "author", None), "name", "Regesta")
    add(feed, "generator", "Regesta", version=__version__)
    open_tag: bytes = etree.tostring(feed, encoding="utf-8").removesuffix(b"</feed>")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + open_tag + b"\n"


def entry_element(entry: Entry) -> etree._Element:
    """Return an entry as an element of the feed; its text is plain, never markup."""
    element = etree.Element("entry", nsmap={None: NAMESPACE})
    add(element, "id", uuid.uuid5(uuid.NAMESPACE_URL, f"regesta:entry:{entry.id}").urn)
    add(element, "title", plain_line(headline(entry.best)), type="text")
    add(element, "updated", moment(updated_of(entry)))
    if times := published_times(entry):
        add(element, "published", moment(times[0]))
    best = best_report(entry)
    for report in (best, *(report for report in entry.reports if report is not best)):
        if url := web_address(report.source.url):
            kind = "alternate" if report is best else "related"  # at most one alternate link of a kind is allowed
            add(element, "link", None, rel=kind, href=url, **titled(report.title))
    add(element, "category", None, term=entry.best.type)
    for context in entry.best.contexts:
        add(element, "category", None, term=context)
    add(element, "summary", plain_line(quote_of(entry)), type="text")
    return element


def titled(title: str | None) -> dict[str, str]:
    """Return the title of a link, where it has one."""
    return {"title": plain_line(title)} if title else {}


def add(parent: etree._Element, name: str, text: str | None, **attributes: str) -> etree._Element:
    """Add an element to another and return it."""
    child = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", attributes)
    child.text = text
    return child


def updated_of(entry: Entry) -> datetime:
    """Return when the last report of an entry appeared; where none is dated, the day of the event, else 1970-01-01."""
    times, day = published_times(entry), dated_day(entry)
    return times[-1] if times else midnight(day) if day else EPOCH


def moment(at: datetime) -> str:
    """Return a UTC time as RFC 3339 has it."""
    return f"{at.isoformat(timespec='seconds')}Z"


ATOM = Exporter(
    title="Atom feed",
    unit="one entry, linked to its articles",
    suffix=".atom",
    media_type="application/atom+xml",
    fields=(
        Field("id", "text", "A UUID made from the entry's id: the same for ever.", "entry"),
        Field("title", "text", "The entry on one line.", "best report"),
        Field("updated", "text", "When its last report appeared, RFC 3339, UTC.", "all reports"),
        Field("published", "text", "When its first report appeared; left out when unknown.", "all reports"),
        Field("link", "list", "Addresses: alternate for the best report, related for others.", "all reports"),
        Field("category", "list", "PLOVER event type, then contexts.", "best report"),
        Field("summary", "text", "First sentence of evidence, as plain text.", "best report"),
    ),
    encode=encode,
)  # fmt: skip
