"""Every parser of bytes from outside as a function of bytes, for the fuzzer and for the tests that keep what it found.

A target fails where a parser does: with an exception other than our own errors, with a value that no store can hold, or
with a fault of our own code that a reader's last net turned into an article without text.
"""

import base64
import json
import tempfile
import traceback
import zipfile
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from functools import partial
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

from protego import Protego

from regesta import plugins
from regesta.errors import RegestaError
from regesta.model.article import Article
from regesta.model.foreign import ForeignReport
from regesta.query.moment import parse_days, parse_moment
from regesta.read import reader as reader_module
from regesta.read.decoding import decode, utf8_lines
from regesta.read.foreign.lines import files_of
from regesta.read.published import parse_published
from regesta.read.reader import Document
from regesta.read.sources import Origin, read_stream
from regesta.read.web import fetcher
from regesta.read.web.addresses import is_public
from regesta.read.web.answer import Fetched
from regesta.read.web.collect import article_of_answer, jobs_of
from regesta.read.web.feeds import Listed, read_listing
from regesta.read.web.politeness import Politeness
from regesta.read.web.url_lists import read_url_list
from regesta.resolve.packs.folder import read_pack
from regesta.resolve.states.states import state_code
from regesta.run.config import read_config
from regesta.serve.endpoints.cursor import read_cursor
from regesta.store.words import parse_query

Target = Callable[[bytes], None]
MOMENT = datetime(2022, 12, 19, tzinfo=UTC)
OURS = str(Path(reader_module.__file__).parents[1])


class OwnFault(Exception):
    """Our own code broke, though a reader's last net made a fault of it."""


def watched(source: Any, error: Exception, count: int = 0) -> Article:
    """The fault of a broken file, as readers make it; fails when it was not a library or a bound that gave up."""
    where = traceback.extract_tb(error.__traceback__)[-1].filename
    told = isinstance(error, ValueError | EOFError | OSError)  # what is raised on purpose
    if where.startswith(OURS) and not told:
        raise OwnFault(f"{type(error).__name__}: {error}") from error
    return plain_broken(source, error, count)


plain_broken = reader_module.broken


def assert_storable(values: Iterable[str | None]) -> None:
    """No value has what a store cannot hold."""
    for value in values:
        assert "\0" not in (value or "")
        (value or "").encode()


def assert_sound(article: Article) -> None:
    """An article can be stored, and one without text says why."""
    source = article.source
    words = (article.id, article.text, article.title, source.publisher, source.url, source.origin, source.byline)
    assert_storable((*words, *(fault.reason for fault in article.faults)))
    assert article.id
    assert article.text.strip() or article.faults


def reading(name: str) -> Target:
    """What a registered reader makes of bytes."""
    chosen = plugins.load("readers", name)

    def target(content: bytes) -> None:
        with patch.object(reader_module, "broken", watched):
            for article in chosen(Document("folder/a.x", BufferedReader(BytesIO(content)), "Folder Post")):
                assert_sound(article)

    return target


def word_body(content: bytes) -> None:
    """The words of a Word file, which alone are not packed."""
    out = BytesIO(TEMPLATE)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/document.xml", content)
    TARGETS["read-docx"](out.getvalue())


def empty_word_file() -> bytes:
    """A Word file without its words."""
    import docx

    whole, out = BytesIO(), BytesIO()
    docx.Document().save(whole)
    with zipfile.ZipFile(whole) as given, zipfile.ZipFile(out, "w") as made:
        for info in given.infolist():
            if info.filename != "word/document.xml":
                made.writestr(info, given.read(info))
    return out.getvalue()


TEMPLATE = empty_word_file()


def any_file(content: bytes) -> None:
    """A file of unknown kind, compressed or not."""
    for article in read_stream(BytesIO(content), Origin("a"), None):
        assert_sound(article)


def page(content: bytes) -> None:
    """A page from the web; the first line is what the server said of it."""
    said, _, body = content.partition(b"\n")
    kind, _, charset = said.decode("latin-1").partition(";")
    found = Fetched(
        url="https://wire.example/1", content=body, retrieved=MOMENT, kind=kind.strip(), charset=charset or None
    )
    assert_sound(article_of_answer(found, Listed(url="https://wire.example/1")))


def feed(content: bytes) -> None:
    """A feed or sitemap."""
    try:
        listing = read_listing(Fetched(url="https://wire.example/feed", content=content, retrieved=MOMENT))
    except Exception as error:
        if traceback.extract_tb(error.__traceback__)[-1].filename.startswith(OURS):
            raise
        return  # a library gave up, which `listing_of` tells as no listing
    for entry in listing.entries if listing else ():
        assert_storable((entry.url, entry.title, entry.publisher))
        assert entry.url.startswith(("http://", "https://"))
    if listing:
        fetcher_jobs = list(jobs_of(listing, 1))
        assert len(fetcher_jobs) <= len(listing.entries) + len(listing.listings)


def robots(content: bytes) -> None:
    """A robots.txt, as the fetcher asks it."""
    rules = Politeness("Regesta", 1.0, lambda: 0.0, lambda _: None)
    text = content.decode("utf-8", "replace")
    rules.set_rules("https://wire.example", text)
    Protego.parse(text).can_fetch("https://wire.example/a?b=c", "Regesta")
    assert 1.0 <= rules.pause_s(rules.host("https://wire.example")) <= 60.0


FETCHER = fetcher.Fetcher(clock=lambda: 0.0, sleep=lambda _: None, resolve=lambda host, port: [])  # leads nowhere


def answer_headers(content: bytes) -> None:
    """A Retry-After header, and an address that an answer leads on to."""
    said = content.decode("latin-1")
    seconds = fetcher.retry_after(said, MOMENT)
    assert seconds is None or seconds >= 0
    FETCHER.politeness.hosts.clear()
    FETCHER.get(content.decode("utf-8", "replace"))


def address(content: bytes) -> None:
    """A network address."""
    is_public(content.decode("utf-8", "replace"))


def refused_or_taken(parse: Callable[[], object]) -> None:
    """Parse; our own errors, which name what is wrong, are a parser's right."""
    try:
        parse()
    except RegestaError as error:
        if not str(error).strip():
            raise OwnFault("an error without words") from error


def with_file(suffix: str, parse: Callable[[Path], Any]) -> Target:
    """A parser that wants a path; our own errors, which name what is wrong, are its right."""

    def target(content: bytes) -> None:
        with tempfile.NamedTemporaryFile(suffix=suffix, dir=SCRATCH) as file:
            file.write(content)
            file.flush()
            refused_or_taken(lambda: parse(Path(file.name)))

    return target


SCRATCH = "/dev/shm" if Path("/dev/shm").is_dir() else None


def imported(name: str) -> Target:
    """A file of another data set."""
    importer = plugins.load("importers", name)

    def parse(path: Path) -> None:
        for lines in files_of(path):
            for found in importer.read(lines, state_code):
                if isinstance(found, ForeignReport):
                    assert_storable((found.id, found.row_id, found.type, found.url, found.origin))
                    assert_storable(party.name for party in (*found.actors, *found.recipients))

    return with_file(".csv", parse)


def pack(path: Path) -> None:
    """A knowledge pack; whatever is taken can be written as text."""
    knowledge = read_pack(path, "mine").knowledge
    assert_storable(holding.person for holding in knowledge.offices)
    assert_storable(body.organization.name for body in knowledge.bodies)


def settings(path: Path) -> None:
    """Settings, as far as they are read from a file; stages are built of them."""
    config = read_config(path)
    if all(isinstance(value, Mapping) for value in config.stage.values()):
        config.digest()


def words(content: bytes) -> None:
    """What a reader types: a search, days, a publication date, a cursor."""
    text = content.decode("utf-8", "replace")
    parse_published(text)
    for parse in (parse_query, parse_days, parse_moment, lambda said: read_cursor(said, "q")):
        refused_or_taken(partial(parse, text))


def cursor(content: bytes) -> None:
    """The JSON inside a cursor."""
    refused_or_taken(lambda: read_cursor(base64.urlsafe_b64encode(content).decode().rstrip("="), "q"))


def text_of_bytes(content: bytes) -> None:
    """Bytes in any encoding."""
    decoded = decode(content)
    assert decoded.text or decoded.trouble or not content.strip(b"\xef\xbb\xbf\xff\xfe\0")
    json.dumps(decoded.text)
    lines = utf8_lines(BufferedReader(BytesIO(content)))
    while lines.readline(1000):
        pass


TARGETS: dict[str, Target] = {
    **{f"read-{name}": reading(name) for name in plugins.names("readers")},
    "word-body": word_body,
    "any-file": any_file,
    "page": page,
    "feed": feed,
    "robots": robots,
    "answer-headers": answer_headers,
    "address": address,
    "url-list": with_file(".txt", lambda path: list(read_url_list(path))),
    **{f"import-{name}": imported(name) for name in plugins.names("importers")},
    **{f"pack-{kind}": with_file(f".{kind}", pack) for kind in ("csv", "json", "jsonl")},
    "settings": with_file(".toml", settings),
    "words": words,
    "cursor": cursor,
    "decode": text_of_bytes,
}
