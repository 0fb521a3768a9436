"""XML that names other files, other sites, or itself ever again: nothing is fetched, nothing grows."""

import time
from datetime import UTC, datetime
from io import BufferedReader, BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from regesta.model.article import Article
from regesta.read.office import read_docx
from regesta.read.reader import Document
from regesta.read.web.answer import Fetched
from regesta.read.web.feeds import listing_of
from regesta.read.webpage import read_webpage

SECRET = "a word that stands in a file of this computer"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))  # ten thousand million


@pytest.fixture(params=["file", "laughs"])
def doctype(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A document type with an entity `e` that names a file, or that unpacks without end."""
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    inner = f'<!ENTITY e SYSTEM "{secret.as_uri()}">' if request.param == "file" else f'{LAUGHS}<!ENTITY e "&l9;">'
    return f"<!DOCTYPE x [{inner}]>"


def all_words(articles: list[Article]) -> str:
    return " ".join(f"{article.title} {article.text} {article.faults}" for article in articles)


def a_word_file(body: str) -> bytes:
    """A Word file with a body of its own."""
    whole, out = BytesIO(), BytesIO()
    docx.Document().save(whole)
    with ZipFile(whole) as given, ZipFile(out, "w") as made:
        for info in given.infolist():
            made.writestr(info, body if info.filename == "word/document.xml" else given.read(info))
    return out.getvalue()


def test_a_sitemap_and_a_feed_take_no_entity(doctype: str) -> None:
    for body in (
        "<urlset><url><loc>https://wire.example/&e;</loc></url></urlset>",
        '<rss version="2.0"><channel><item><title>&e;</title><link>https://wire.example/1</link></item></channel></rss>',
    ):
        content = f'<?xml version="1.0"?>{doctype}{body}'.encode()
        began = time.process_time()
        listing = listing_of(
            Fetched(url="https://wire.example/", content=content, retrieved=datetime(2026, 1, 1, tzinfo=UTC))
        )
        assert SECRET not in str(listing)
        assert len(str(listing)) < 10_000
        assert time.process_time() - began < 60  # unpacked, it would be 20 GB


def test_a_word_file_takes_no_entity(doctype: str) -> None:
    body = (
        f'<?xml version="1.0"?>{doctype}<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>Talks &e;</w:t></w:r></w:p>'
    )
    content = a_word_file(f"{body}</w:body></w:document>")
    found = all_words(list(read_docx(Document("a.docx", BufferedReader(BytesIO(content))))))
    assert SECRET not in found
    assert len(found) < 10_000


def test_a_page_takes_no_entity(doctype: str) -> None:
    story = "<p>They met on Monday, and spoke of &e; for hours.</p>" * 5
    content = f"{doctype}<html><body><article>{story}</article></body></html>"
    found = all_words(list(read_webpage(Document("a.html", BufferedReader(BytesIO(content.encode()))))))
    assert SECRET not in found
    assert len(found) < 10_000
