"""Word, RTF and PDF files to articles: their paragraphs, then as a text file is read."""

import io
import zipfile
from collections.abc import Iterator

from regesta.model.article import Article, Source
from regesta.read.bounded import FREE_BYTES, MAX_RATIO
from regesta.read.decoding import decode
from regesta.read.files import articles_of_text
from regesta.read.pdf_pages import lines_of_page, title_and_text
from regesta.read.reader import Document, reads_whole
from regesta.read.record import unreadable

MAX_OFFICE_BYTES = 128 * 1024 * 1024  # a Nexis file of 500 articles has 5 MB
MAX_RTF_BYTES = 64 * 1024 * 1024
MAX_PAGES = 5000
WORD_SPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@reads_whole(".docx", limit_bytes=MAX_OFFICE_BYTES)
def read_docx(document: Document, content: bytes, source: Source) -> Iterator[Article]:
    """Yield the article of a Word file, or those of a Nexis or Factiva export."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        unpacked_bytes = sum(info.file_size for info in parts.infolist())
    if unpacked_bytes > FREE_BYTES + MAX_RATIO * len(content):
        yield unreadable(source, f"unpacks to over {MAX_RATIO} times its size: not read")
        return
    import docx  # noqa: PLC0415 - 0.2 s of import, paid only when a Word file is read

    lines = paragraphs_of_word(docx.Document(io.BytesIO(content)).element)
    yield from articles_of_text("\n\n".join(lines), source, document.stem)


def paragraphs_of_word(root: object) -> Iterator[str]:
    """Yield the paragraphs of a Word document, those in tables too; the cells of a row are joined by tabs."""
    for element in root.iter(f"{WORD_SPACE}p", f"{WORD_SPACE}tr"):  # type: ignore[attr-defined]  # lxml has no types
        if element.tag.endswith("}tr"):
            yield "\t".join(words_of_word(cell) for cell in element.iter(f"{WORD_SPACE}tc"))
        elif not any(above.tag.endswith("}tc") for above in element.iterancestors()):
            yield words_of_word(element)


def words_of_word(element: object) -> str:
    """Return the characters of a part of a Word document."""
    marks = {f"{WORD_SPACE}tab": "\t", f"{WORD_SPACE}br": "\n", f"{WORD_SPACE}cr": "\n"}
    tags = (f"{WORD_SPACE}t", *marks)
    return "".join(marks.get(each.tag, each.text or "") for each in element.iter(*tags))  # type: ignore[attr-defined]


@reads_whole(".rtf", limit_bytes=MAX_RTF_BYTES)
def read_rtf(document: Document, content: bytes, source: Source) -> Iterator[Article]:
    """Yield the article of an RTF file, or those of a Nexis or Factiva export."""
    if not content.lstrip().startswith(b"{\\rtf"):
        yield from articles_of_text(decode(content).text, source, document.stem)
        return
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 - read only when an RTF file is

    text = rtf_to_text(content.decode("cp1252", "replace"), errors="replace")  # type: ignore[no-untyped-call]  # the library has no types
    yield from articles_of_text(text.replace("\n", "\n\n").replace("|", "\t"), source, document.stem)


@reads_whole(".pdf", limit_bytes=MAX_OFFICE_BYTES)
def read_pdf(document: Document, content: bytes, source: Source) -> Iterator[Article]:
    """Yield the article of a PDF with a text layer."""
    import pypdfium2  # noqa: PLC0415 - a library of 8 MB

    with pypdfium2.PdfDocument(content) as pdf:
        if len(pdf) > MAX_PAGES:
            yield unreadable(source, f"has {len(pdf):,} pages, over the limit of {MAX_PAGES:,}: not read")
            return
        pages = [lines_of_page(page) for page in pdf]
        title, text = title_and_text(pages, pdf.get_metadata_value("Title"))
    if not text.strip():
        yield unreadable(source, "has no text layer: it is a scan; run character recognition (OCR) over it first")
        return
    yield from articles_of_text(text, source, document.stem, title=title)
