"""Exports of Nexis and Factiva: every document an article or a fault, the first and the last among them."""

from collections.abc import Callable
from datetime import date

import pytest
from documents import a_document
from news_exports import (
    TITLES,
    a_coded_factiva_page,
    a_factiva_export,
    a_nexis_export,
    an_older_nexis_export,
    factiva_document,
    nexis_cover,
    nexis_document,
)
from office_files import a_docx, an_rtf

from regesta.model.article import Article
from regesta.read.files import read_text
from regesta.read.office import read_docx, read_rtf
from regesta.read.webpage import read_webpage


def as_text(lines: list[str]) -> list[Article]:
    return list(read_text(a_document("\n".join(lines), "export.txt")))


def as_docx(lines: list[str]) -> list[Article]:
    return list(read_docx(a_document(a_docx(lines), "export.docx")))


def as_rtf(lines: list[str]) -> list[Article]:
    return list(read_rtf(a_document(an_rtf(lines), "export.rtf")))


EXPORTS: dict[str, Callable[[], list[Article]]] = {
    "nexis-text": lambda: as_text(a_nexis_export()),
    "nexis-docx": lambda: as_docx(a_nexis_export()),
    "nexis-rtf": lambda: as_rtf(a_nexis_export()),
    "nexis-without-cover": lambda: as_text([line for title in TITLES for line in nexis_document(title)]),
    "nexis-older": lambda: as_text(an_older_nexis_export().split("\n")),
    "factiva-text": lambda: as_text(a_factiva_export()),
    "factiva-docx": lambda: as_docx(a_factiva_export()),
    "factiva-rtf": lambda: as_rtf(a_factiva_export()),
    "factiva-page": lambda: list(read_webpage(a_document(a_coded_factiva_page(), "export.html"))),
}


@pytest.mark.parametrize("name", EXPORTS)
def test_every_document_of_an_export_is_an_article(name: str) -> None:
    articles = EXPORTS[name]()
    assert [fault.reason for article in articles for fault in article.faults] == []
    assert tuple(article.title for article in articles) == TITLES
    for number, article in enumerate(articles, start=1):
        first, second = article.text.split("\n\n")
        assert first == f"{article.title}, said a spokesman for the government."
        assert second == "Others who were present denied it."
        assert article.source.published == date(2022, 12, 19)
        assert (article.source.publisher or "").startswith("Baltic Wire")
        assert (article.source.origin or "").endswith(f":{number}")
    assert articles[-1].source.byline == "A. Ozola"


def test_a_document_without_text_is_counted_and_named() -> None:
    lines = [*a_nexis_export(4), *nexis_document("A photograph", body="Graphic")]
    articles = as_text(lines)
    assert [bool(article.text) for article in articles] == [True, True, True, False]
    assert "'A photograph'" in articles[-1].faults[0].reason or "has no text" in articles[-1].faults[0].reason


def test_fewer_documents_than_the_cover_announces_is_a_fault() -> None:
    articles = as_text(a_nexis_export(announced=500))
    assert len([article for article in articles if article.text]) == 3
    assert articles[-1].faults[0].reason == "export.txt: announces 500 documents, but 3 are in it"


def test_an_export_that_was_cut_off_keeps_its_last_document() -> None:
    lines = a_nexis_export()
    cut = lines[: lines.index("End of Document", len(lines) - 3)]
    assert [article.title for article in as_text(cut)][:3] == list(TITLES)


def test_factiva_ids_are_the_accession_numbers() -> None:
    assert [a.id for a in as_text(a_factiva_export())] == [f"BALTWI0020221219eicj0000{n}" for n in range(3)]


def test_the_day_is_read_in_all_the_ways_the_archives_write_it() -> None:
    for day in (
        "December 19, 2022 Monday",
        "December 19, 2022",
        "Monday, December 19, 2022",
        "19 December 2022",
        "December 19, 2022 Monday 2:03 PM GMT",
    ):
        (article,) = as_text(nexis_document("Talks end", day))
        assert article.source.day == date(2022, 12, 19), day


@pytest.mark.parametrize(
    "text",
    [
        "Body\n\nThe two met in Minsk.",
        "The two met.\n\nEnd of Document",
        "A list\n\nDocument 3\n\nThe two met in Minsk, in 500 words",
        "3 of 500 documents were leaked, said the minister.",
    ],
)
def test_other_texts_are_no_exports(text: str) -> None:
    assert len(as_text(text.split("\n"))) == 1


def test_five_hundred_documents_are_five_hundred_articles() -> None:
    lines = [line for number in range(500) for line in factiva_document(f"Report {number}", number)]
    assert [a.title for a in as_text(lines)] == [f"Report {n}" for n in range(500)]


def factiva_with(*above: str) -> Article:
    """The article of a document of Factiva with some lines above its count of words."""
    lines = factiva_document("x", 1)
    (article,) = as_text([*above, *lines[lines.index("23 words") :]])
    return article


@pytest.mark.parametrize(
    ("above", "title", "byline"),
    [
        (["Latvia shuts a crossing", "By Anna Ozola"], "Latvia shuts a crossing", "Anna Ozola"),
        (["Latvia shuts a crossing", "BY ANNA OZOLA", "Baltic Wire"], "Latvia shuts a crossing", "ANNA OZOLA"),
        (["Latvia shuts a crossing", "By Anna Ozola", "Baltic Wire"], "Latvia shuts a crossing", "Anna Ozola"),
        (["Latvia shuts a crossing", "Anna Ozola"], "Latvia shuts a crossing", "Anna Ozola"),
        (["World News", "Latvia shuts a crossing", "Anna Ozola"], "Latvia shuts a crossing", "Anna Ozola"),
        (["Talks end", "Jan van Dyk and A. O'Neill in Riga"], "Talks end", "Jan van Dyk and A. O'Neill in Riga"),
        (["News", "Talks End"], "Talks End", None),
        (["Foreign Desk; Section A", "Minsk Talks End"], "Minsk Talks End", None),
        (["Europe", "Latvia shuts a crossing"], "Latvia shuts a crossing", None),
        (["World News", "Latvia shuts a crossing to lorries"], "Latvia shuts a crossing to lorries", None),
        (["Factiva", "", "Latvia shuts a crossing"], "Latvia shuts a crossing", None),
        (["By the sea, a war"], "By the sea, a war", None),
        (["News", "By the sea, a war"], "By the sea, a war", None),
    ],
)
@pytest.mark.parametrize("is_parted", [False, True])
def test_the_headline_of_factiva_stands_above_who_wrote_it(
    above: list[str], title: str, byline: str | None, is_parted: bool
) -> None:
    lines = [each for line in above for each in (line, "")] if is_parted else above
    article = factiva_with(*lines)
    assert (article.title, article.source.byline) == (title, byline)


def test_a_page_with_a_table_of_factiva_needs_not_say_whose_it_is() -> None:
    page = a_coded_factiva_page().replace("<title>Factiva</title>", "")
    articles = list(read_webpage(a_document(page, "export.html")))
    assert [article.id for article in articles] == [f"BALTWI0020221219eicj0000{n}" for n in range(3)]


@pytest.mark.parametrize("edition", ["Late Edition - Final", "Final Edition", "1 Edition", "London Edition 2"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_edition_of_an_older_nexis_export_is_no_headline(edition: str, gap: str) -> None:
    text = an_older_nexis_export().replace("2022 Monday\n\n", f"2022 Monday{gap}                  {edition}\n\n")
    assert tuple(article.title for article in as_text(text.split("\n"))) == TITLES


def test_a_headline_over_two_lines_is_one() -> None:
    text = an_older_nexis_export().replace("Monday\n\nTalks end in Minsk", "Monday\n\nTalks end\nin Minsk", 1)
    assert as_text(text.split("\n"))[0].title == TITLES[0]


@pytest.mark.parametrize("day", ["19. Dezember 2022 Montag", "lundi 19 décembre 2022", "19 12 2022", "December 2022"])
def test_a_date_of_a_form_not_known_costs_neither_headline_nor_publisher(day: str) -> None:
    lines = [*nexis_cover(2), *nexis_document(TITLES[0], day), *nexis_document(TITLES[1])]
    older = an_older_nexis_export().replace("December 19, 2022 Monday", day, 1).split("\n")
    for articles in (as_text(lines), as_text(older)):
        assert [article.title for article in articles[:2]] == list(TITLES[:2])
        assert [article.source.publisher for article in articles[:2]] == ["Baltic Wire (Riga)"] * 2
        assert [article.source.day for article in articles[:2]] == [None, date(2022, 12, 19)]
        assert "is no date" in articles[0].faults[0].reason


def test_a_day_with_an_ordinal_is_read() -> None:
    for day in ("Monday 19th December 2022", "December 19th, 2022"):
        assert as_text(nexis_document("Talks end", day))[0].source.day == date(2022, 12, 19)


def test_by_is_no_part_of_a_byline_in_any_export() -> None:
    nexis = [line.replace("Byline: A.", "Byline: By A.") for line in nexis_document("Talks end")]
    older = an_older_nexis_export().replace("BYLINE: A.", "BYLINE: By A.").split("\n")
    coded = a_coded_factiva_page().replace("<td>A. Ozola", "<td>By A. Ozola")
    for articles in (as_text(nexis), as_text(older), list(read_webpage(a_document(coded, "export.html")))):
        assert {article.source.byline for article in articles} == {"A. Ozola"}
