"""Plain text files to articles: a title line, a date in the file name or dateline, no page furniture."""

from collections.abc import Iterator

from regesta.model.article import Article, Source
from regesta.read.clean import clean_text, cut_furniture, split_title, without_title
from regesta.read.datelines import dated
from regesta.read.decoding import decode
from regesta.read.exports.export import articles_of_export, layout_of
from regesta.read.reader import Document, reads_whole
from regesta.read.record import NO_TEXT, finished, unreadable

MAX_FILE_BYTES = 128 * 1024 * 1024  # bounds memory


@reads_whole(".txt", ".text", limit_bytes=MAX_FILE_BYTES)
def read_text(document: Document, content: bytes, source: Source) -> Iterator[Article]:
    """Yield the one article of a text file, or those of a Nexis or Factiva export."""
    decoded = decode(content)
    yield from articles_of_text(decoded.text, source, document.stem, decoded.troubles)


def articles_of_text(
    raw: str, source: Source, stem: str, troubles: tuple[str, ...] = (), title: str | None = None
) -> Iterator[Article]:
    """Yield the one article of a text, or those of an export of a news archive.

    Args:
        raw: The words of a file.
        source: Its origin.
        stem: Its file name.
        troubles: What went wrong while it was decoded.
        title: Its headline; None for a first line that stands alone.
    """
    whole = clean_text(raw)
    if layout := layout_of(whole):
        yield from articles_of_export(whole, layout, source, troubles)
        return
    kept = cut_furniture(whole)
    title, text = (title, without_title(kept, title)) if title else split_title(kept)
    if not text:
        yield unreadable(source, " ".join(troubles) or NO_TEXT)
        return
    source = dated(source, stem, split_title(whole)[1])  # a line with nothing but the date is cut
    article = Article(id="", text=text, title=title, source=source)
    yield finished(article, troubles, stem)
