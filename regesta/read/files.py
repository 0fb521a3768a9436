"""Plain text files to articles: a title line, a date in the file name or dateline, no page furniture."""

from collections.abc import Iterator

from regesta.model.article import Article
from regesta.read.clean import clean_text, cut_furniture, split_title
from regesta.read.datelines import dated
from regesta.read.decoding import decode
from regesta.read.reader import Document, reads
from regesta.read.record import NO_TEXT, finished, unreadable

MAX_FILE_BYTES = 128 * 1024 * 1024  # bounds memory


@reads(".txt", ".text")
def read_text(document: Document) -> Iterator[Article]:
    """Yield the one article of a text file."""
    content = document.read_bytes(MAX_FILE_BYTES)
    source = document.source(content)
    if content is None:
        yield unreadable(source, f"over {MAX_FILE_BYTES >> 20} MiB: not read")
        return
    decoded = decode(content)
    title, text = split_title(cut_furniture(clean_text(decoded.text)))
    if not text:
        yield unreadable(source, decoded.trouble or NO_TEXT)
        return
    article = Article(id="", text=text, title=title, source=dated(source, document.stem, text))
    yield finished(article, decoded.troubles, document.stem)
