"""What every registered reader owes: articles that can be stored, faults for what is wrong, and never an exception."""

import random
from io import BufferedReader, BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regesta import plugins
from regesta.model.article import Article
from regesta.read.reader import Document, Reader

READERS: dict[str, Reader] = {name: plugins.load("readers", name) for name in plugins.names("readers")}
HOSTILE = {
    "nothing": b"",
    "blank": b" \r\n\t \n",
    "mark": b"\xef\xbb\xbf",
    "nul": b"\0" * 3000,
    "noise": random.Random(1).randbytes(9000),
    "high": bytes(range(128, 256)) * 20,
    "deep": b'{"text":' * 50_000,
    "nested": b"<div><table><tr><td>" * 3000,
    "entities": b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><html><body><p>&b;&b;</p></body></html>',
    "long": b"word " * 400_000,
    "surrogate": b'{"id": "\\ud800", "text": "\\udfff", "title": "\\u0000"}',
    "utf16": "The two met in Minsk.".encode("utf-16"),
    "half": "Пре".encode()[:-1],
}
every_reader = pytest.mark.parametrize("name", READERS)


def read(name: str, content: bytes) -> list[Article]:
    return list(READERS[name](Document("folder/a.x", BufferedReader(BytesIO(content)), "Folder Post")))


def assert_sound(article: Article) -> None:
    """Words and ids can be stored; without text there is a reason; the origin is named; no stage has run yet."""
    source = article.source
    for words in (article.id, article.text, article.title, source.publisher, source.url, source.origin):
        assert "\0" not in (words or "")
        (words or "").encode()
    assert article.id
    assert article.text.strip() or article.faults
    assert all(fault.stage == "read" and fault.reason.startswith("folder/a.x") for fault in article.faults)
    assert (source.origin or "").startswith("folder/a.x")
    assert (source.published is None) == (source.published_basis is None)
    assert article.parse is None


@every_reader
def test_a_reader_names_its_extensions(name: str) -> None:
    extensions = READERS[name].extensions
    assert extensions
    assert all(extension == extension.lower() and extension.startswith(".") for extension in extensions)


def test_no_two_readers_serve_one_extension() -> None:
    served = [extension for reader in READERS.values() for extension in reader.extensions]
    assert len(served) == len(set(served))


@every_reader
@pytest.mark.parametrize("kind", HOSTILE)
def test_a_reader_survives_hostile_bytes(name: str, kind: str) -> None:
    for article in read(name, HOSTILE[kind]):
        assert_sound(article)


@every_reader
@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(content=st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_a_reader_survives_any_bytes_and_repeats_itself(name: str, content: bytes) -> None:
    articles = read(name, content)
    for article in articles:
        assert_sound(article)
    assert read(name, content) == articles
