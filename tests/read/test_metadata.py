"""What pages say of themselves, well or badly."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from lxml import html

from regesta.read.metadata import PageMetadata, read_metadata, without_site

NOON = datetime(2022, 12, 19, 12, tzinfo=UTC)
ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Putin in Minsk",
    "datePublished": "2022-12-19T13:00:00+01:00",
    "publisher": {"@type": "Organization", "name": "Rhine Post"},
    "url": "https://rhine-post.example/1",
}


def metadata_of(head: str, body: str = "<h1>A headline</h1>") -> PageMetadata:
    return read_metadata(html.document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>"))


def linked(content: Any) -> str:
    written = content if isinstance(content, str) else json.dumps(content)
    return f'<script type="application/ld+json">{written}</script>'


@pytest.mark.parametrize(
    "content",
    [
        ARTICLE,
        [{"@type": "WebSite", "datePublished": "1999-01-01"}, ARTICLE],
        {"@graph": [{"@type": "BreadcrumbList"}, ARTICLE]},
        ARTICLE | {"@type": ["Thing", "ReportageNewsArticle"], "publisher": [{"name": "Rhine Post"}]},
        ARTICLE | {"publisher": "Rhine Post", "headline": "Putin&nbsp;in\n Minsk"},
    ],
)
def test_json_ld_is_read_in_its_shapes(content: Any) -> None:
    assert metadata_of(linked(content)) == PageMetadata(
        title="Putin in Minsk", publisher="Rhine Post", url="https://rhine-post.example/1", published=NOON
    )


PERSON = {"@type": "Person", "@id": "#ana", "name": "Ana Berg"}
PAPER = {"@type": "NewsMediaOrganization", "@id": "https://rhine-post.example/#paper", "name": "Rhine Post"}
REFERRING = ARTICLE | {"author": {"@id": "#ana"}, "publisher": {"@id": PAPER["@id"]}}


@pytest.mark.parametrize(
    "content",
    [
        {"@graph": [{"@type": "WebPage", "datePublished": "1999-01-01"}, REFERRING, PERSON, PAPER]},
        {"@graph": [{"@type": "WebSite", "publisher": PAPER}, PERSON, REFERRING]},
        [REFERRING, PERSON, PAPER],
        {"@graph": [REFERRING | {"author": [{"@id": "#ana"}]}, PERSON | {"@id": "#b", "name": "B"}, PERSON, PAPER]},
        {"@graph": [REFERRING | {"author": {"@type": "Person", "@id": "#ana"}}, PERSON, PAPER]},
        {"@type": "WebPage", "mainEntity": ARTICLE | {"author": PERSON}},
        {"@graph": [{"@type": "WebPage", "mainEntity": REFERRING}, PERSON, PAPER]},
    ],
)
def test_references_and_the_main_entity_of_json_ld_are_followed(content: Any) -> None:
    assert metadata_of(linked(content)) == PageMetadata(
        title="Putin in Minsk", publisher="Rhine Post", url="https://rhine-post.example/1", published=NOON,
        byline="Ana Berg",
    )  # fmt: skip


def test_references_reach_other_scripts_of_a_page_and_need_not_lead_anywhere() -> None:
    assert metadata_of(linked(REFERRING) + linked(PERSON) + linked(PAPER)).byline == "Ana Berg"
    lost = metadata_of(linked(REFERRING) + linked(PERSON | {"name": {"@id": "#ana"}}))
    assert (lost.byline, lost.publisher, lost.title) == (None, None, "Putin in Minsk")


def test_other_articles_that_a_page_lists_are_not_the_page() -> None:
    teasers = {"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "datePublished": "2020-01-01"}]}
    assert metadata_of(linked(teasers)).published is None


@pytest.mark.parametrize(
    "content",
    ["{broken", "[" * 100_000, "null", "[null, 7]", '{"@graph": 7}', {"@type": "NewsArticle", "datePublished": None}],
)
def test_broken_json_ld_leaves_the_other_metadata(content: Any) -> None:
    found = metadata_of(linked(content) + '<meta property="article:published_time" content="2022-12-19T12:00:00Z">')
    assert (found.published, found.title) == (NOON, "A headline")


def test_opengraph_is_read() -> None:
    found = metadata_of(
        '<meta property="og:title" content="Putin in Minsk"><meta property="og:site_name" content="Rhine Post">'
        '<meta property="og:url" content="https://rhine-post.example/1">'
        '<meta property="article:published_time" content="2022-12-19T12:00:00Z">'
    )
    assert found == PageMetadata(
        title="Putin in Minsk", publisher="Rhine Post", url="https://rhine-post.example/1", published=NOON
    )


@pytest.mark.parametrize(
    "markup",
    [
        '<meta name="DC.date.issued" content="2022-12-19">',
        '<meta itemprop="datePublished" content="2022-12-19">',
        '<meta name="date" content="nonsense"><meta name="pubdate" content="19 December 2022">',
        '<time itemprop="datePublished" datetime="2022-12-19">Monday</time>',
    ],
)
def test_other_marks_of_the_day_are_read(markup: str) -> None:
    assert metadata_of(markup).published == date(2022, 12, 19)


def test_a_time_of_change_is_no_time_of_publication() -> None:
    assert metadata_of('<meta property="article:modified_time" content="2022-12-19">').published is None


def test_only_full_addresses_count() -> None:
    assert metadata_of(
        '<link rel="canonical" href="/1"><meta property="og:url" content="https://a.example/1">'
    ).url == ("https://a.example/1")
    assert metadata_of('<link rel="canonical" href="javascript:alert(1)">').url is None


def test_the_front_page_is_the_address_of_a_page_only_where_it_names_no_other() -> None:
    front = '<link rel="canonical" href="https://a.example/">'
    assert metadata_of(front + '<meta property="og:url" content="https://a.example/1">').url == "https://a.example/1"
    assert metadata_of(front).url == "https://a.example/"
    assert metadata_of('<link rel="canonical" href="https://[broken/">').url is None


def test_the_site_is_no_part_of_the_title() -> None:
    assert without_site("Putin in Minsk | Rhine Post", "Rhine Post") == "Putin in Minsk"
    assert without_site("Putin in Minsk - a visit", "Rhine Post") == "Putin in Minsk - a visit"
    assert without_site("Rhine Post", "Rhine Post") == "Rhine Post"


def test_a_page_that_says_nothing_has_its_first_heading() -> None:
    assert metadata_of("<title>Site</title>") == PageMetadata(
        title="A headline", publisher=None, url=None, published=None
    )
    assert metadata_of("<title>Only a title</title>", "<p>x</p>").title == "Only a title"


def test_metadata_can_be_stored() -> None:
    found = metadata_of(linked(json.dumps(ARTICLE | {"headline": "a\0b\ud800c"})))
    assert found.title == "abc"
