"""Saved pages: the article without the page, and pages that have none."""

import socket
from datetime import UTC, date, datetime

import pytest
from documents import a_document

from regesta.model.article import Article
from regesta.read.webpage import read_webpage

PARAGRAPHS = (
    "The president of Utopia met his counterpart in the capital on Monday, and they spoke of gas, grain and the war.",
    "They agreed on nothing, said a spokesman for the second of them, and would meet again in the spring.",
    "Others who were present denied that anything of the kind had been discussed by the two in private.",
)


def a_page(head: str = "", above: str = "", below: str = "") -> str:
    story = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<!doctype html><html><head><title>Talks end</title>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>Talks end</h1>{above}{story}</article>{below}<footer>© 2019 A Paper</footer></body></html>"
    )


def read(content: bytes | str, name: str = "talks.html", publisher: str | None = None) -> Article:
    (article,) = read_webpage(a_document(content, name, publisher))
    return article


def test_the_story_is_the_text_with_a_blank_line_between_paragraphs() -> None:
    article = read(a_page(below="<div class='related'><a href='/x'>Related: War in Nephelokokkygia</a></div>"))
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert article.title == "Talks end"
    assert article.faults == ()


def test_metadata_of_the_page_go_before_file_name_and_folder() -> None:
    head = (
        '<meta property="og:site_name" content="Rhine Post"><link rel="canonical" href="https://rhine-post.example/1">'
        '<meta property="article:published_time" content="2022-12-19T13:00:00+01:00">'
    )
    article = read(a_page(head), "2022-12-20-talks.html", "Folder Post")
    assert article.id == article.source.url == "https://rhine-post.example/1"
    assert article.source.publisher == "Rhine Post"
    assert (article.source.published, article.source.published_basis) == (
        datetime(2022, 12, 19, 12, tzinfo=UTC), "page",
    )  # fmt: skip


def test_file_name_and_folder_fill_in() -> None:
    source = read(a_page(above="<p class='date'>18 December 2022</p>"), "2022-12-19-talks.html", "Folder Post").source
    assert (source.published, source.published_basis, source.publisher) == (date(2022, 12, 19), "given", "Folder Post")


@pytest.mark.parametrize(
    ("head", "above"),
    [
        ("", "<p class='date'>19 December 2022</p>"),
        ("", "<time datetime='2022-12-19'>Monday</time>"),
        ("<link rel='canonical' href='https://a.example/2022/12/19/talks'>", ""),
    ],
)
def test_a_guessed_day_is_marked_inferred(head: str, above: str) -> None:
    source = read(a_page(head, above)).source
    assert (source.published, source.published_basis) == (date(2022, 12, 19), "inferred")


def test_a_year_of_copyright_is_no_day() -> None:
    assert read(a_page()).source.published is None


def test_pointers_inside_the_story_are_cut() -> None:
    page = a_page().replace("</p><p>", "</p><p>Read also: War in Nephelokokkygia</p><p>", 1)
    assert "Nephelokokkygia" not in read(page).text


def test_the_declared_encoding_is_used() -> None:
    page = a_page('<meta charset="windows-1251">').replace("Others", "Лукашенко и Зеленский") * 1
    assert "Лукашенко и Зеленский" in read(page.replace("©", "").encode("cp1251")).text


def test_an_xml_declaration_does_no_harm() -> None:
    assert read('<?xml version="1.0" encoding="utf-8"?>' + a_page()).text == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "<",
        "no markup at all",
        "<html></html>",
        "<html><body><nav><a href='/'>Home</a></nav></body></html>",
        "<div>" * 20_000,
        "<p>" + "&#xD800;" * 10,
        b"\x00\xff" * 400,
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
    ],
)
def test_a_page_without_an_article_is_a_fault(content: bytes | str) -> None:
    article = read(content)
    assert article.text == ""
    assert [fault.stage for fault in article.faults] == ["read"]
    assert article.faults[0].reason.startswith("talks.html: ")


def test_a_broken_page_is_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    read("<html>")
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("content", ["https://a.example/1", a_page("<base href='https://a.example/'>")])
def test_nothing_is_fetched(content: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("reading went to the network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    read(content)


def test_saved_pages_that_call_the_front_page_theirs_stay_several() -> None:
    head = '<link rel="canonical" href="https://rhine-post.example/">'
    one = read(a_page(head))
    two = read(a_page(head).replace("Utopia", "Nephelokokkygia"))
    assert one.id != two.id
    assert (one.source.url, two.source.url) == (None, None)


def test_reading_twice_gives_the_same() -> None:
    page = a_page(above="<p>By a correspondent</p>", below="<aside><p>Subscribe</p></aside>")
    assert read(page) == read(page)
