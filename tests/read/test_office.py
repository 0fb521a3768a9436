"""Word, RTF and PDF files: title, day and paragraphs; scans, bombs and broken files."""

import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from documents import a_document
from office_files import a_docx, a_pdf, an_rtf

from regesta.read.office import read_docx, read_pdf, read_rtf
from regesta.read.reader import Reader

STORY = [
    "Talks end in Minsk",
    "",
    "The two presidents met in Minsk on Monday, and agreed on nothing.",
    "They will meet again in the spring.",
]


@pytest.mark.parametrize(("reader", "make"), [(read_docx, a_docx), (read_rtf, an_rtf)])
def test_title_day_and_paragraphs_of_a_written_file(reader: Reader, make: Callable[[list[str]], bytes]) -> None:
    (article,) = reader(a_document(make(STORY), "2022-12-19-minsk.x"))
    assert article.title == "Talks end in Minsk"
    assert article.text == "\n\n".join(STORY[2:])
    assert article.source.published == date(2022, 12, 19)
    assert article.faults == ()


def test_rtf_keeps_what_is_beyond_ascii() -> None:
    (article,) = read_rtf(a_document(an_rtf(["Çavuşoğlu met “Peña”."]), "a.rtf"))
    assert article.text == "Çavuşoğlu met “Peña”."


def test_the_cells_of_a_word_table_are_read_once() -> None:
    import docx

    document = docx.Document()
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "HD", "Talks end"
    out = BytesIO()
    document.save(out)
    (article,) = read_docx(a_document(out.getvalue(), "a.docx"))
    assert article.text == "HD\tTalks end"


def test_headers_and_page_numbers_of_a_pdf_are_left_out() -> None:
    pages = [
        ["Baltic Wire", f"Sentence {word} of the story.", f"Page {n}"] for n, word in enumerate(("one", "two", "three"))
    ]
    (article,) = read_pdf(a_document(a_pdf(pages), "a.pdf"))
    assert article.text.split("\n") == [
        "Sentence one of the story.",
        "Sentence two of the story.",
        "Sentence three of the story.",
    ]


LINES = [
    "The president of Utopia met his counterpart in the capital",
    "and spoke of gas.",
    "",
    "They agreed on nothing.",
]
WORDS = "The president of Utopia met his counterpart in the capital\nand spoke of gas.\n\nThey agreed on nothing."


@pytest.mark.parametrize(
    ("above", "title", "large"),
    [
        (["The Courier", "Page 1 of 1", "", "Talks end", ""], "", ""),
        (["Talks end", ""], "", ""),
        (["Talks end"], "", "Talks end"),
        (["Talks end"], "Talks end", ""),
        (["Talks", "end"], "Talks end", ""),
        (["Talks end", ""], "Microsoft Word - talks.docx", ""),
        (["Talks end", ""], "talks", ""),
        ([], "Talks end", ""),
    ],
)
def test_the_title_of_a_pdf_is_what_it_says_or_what_stands_out(above: list[str], title: str, large: str) -> None:
    (article,) = read_pdf(a_document(a_pdf([above + LINES], title, large), "a.pdf"))
    assert (article.title, article.text) == ("Talks end", WORDS)


def test_a_pdf_without_a_headline_has_no_title() -> None:
    (article,) = read_pdf(a_document(a_pdf([LINES]), "a.pdf"))
    assert (article.title, article.text) == (None, WORDS)


@pytest.mark.parametrize("number", ["Page 2 of 3", "- 2 -", "2/3", "p. 2"])
def test_what_counts_pages_is_cut_at_their_edges_alone(number: str) -> None:
    (article,) = read_pdf(a_document(a_pdf([[*LINES, "", number]]), "a.pdf"))
    assert article.text == WORDS
    (article,) = read_pdf(a_document(a_pdf([[*LINES[:2], number, *LINES[2:], "So it ended."]]), "a.pdf"))
    assert number in article.text


def test_a_scan_says_that_it_has_no_words() -> None:
    (article,) = read_pdf(a_document(a_pdf([[]]), "a.pdf"))
    assert "has no text layer" in article.faults[0].reason


def test_a_word_file_that_unpacks_without_end_is_refused() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("word/document.xml", b"\0" * (80 << 20))
    (article,) = read_docx(a_document(out.getvalue(), "a.docx"))
    assert "unpacks to over 200 times its size" in article.faults[0].reason
