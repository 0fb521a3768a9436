"""Pages, feeds, sitemaps and lists to articles."""

import gzip
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from documents import a_file
from web_server import Page, Site, a_feed, a_site, a_story

from regesta.errors import InputError
from regesta.model.article import Article
from regesta.read.web.collect import collect
from regesta.read.web.fetcher import Fetcher, FetchSettings
from regesta.read.web.url_lists import read_url_list


@pytest.fixture
def site() -> Iterator[Site]:
    with a_site({f"/{n}": Page(a_story(f"Story {n}")) for n in range(4)}) as found:
        yield found


def fetched(*urls: str, limit: int | None = None) -> list[Article]:
    with Fetcher(FetchSettings(delay_s=0, allow_private=True)) as fetcher:
        return list(collect(urls, fetcher, limit))


def test_a_page_is_an_article_with_address_hash_and_time(site: Site) -> None:
    (article,) = fetched(f"{site.url}/1")
    assert article.title == "Story 1"
    assert article.id == article.source.url == f"{site.url}/1"
    assert article.source.retrieved is not None
    assert len(article.source.sha256 or "") == 64
    assert article.faults == ()


def test_a_feed_gives_its_pages_with_what_it_says_of_them(site: Site) -> None:
    site.pages["/feed"] = a_feed(site.url, "/1", "/2", "/1")
    articles = fetched(f"{site.url}/feed")
    assert sorted(a.title or "" for a in articles) == ["Story 1", "Story 2"]
    assert articles[0].source.publisher == "Rhine Post"
    assert articles[0].source.published == datetime(2022, 12, 19, 12, tzinfo=UTC)
    assert site.asked.count("/1") == 1


def test_an_atom_feed_with_relative_links_is_read(site: Site) -> None:
    site.pages["/feed"] = Page(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title>'
        '<entry><title>x</title><link href="/3"/></entry></feed>',
        "application/atom+xml",
    )
    assert [a.title for a in fetched(f"{site.url}/feed")] == ["Story 3"]


def test_a_sitemap_index_leads_to_pages(site: Site) -> None:
    xmlns = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    site.pages["/sitemap.xml"] = Page(
        f"<sitemapindex {xmlns}><sitemap><loc>{site.url}/news.xml.gz</loc></sitemap></sitemapindex>", "application/xml"
    )
    urls = (
        f'<?xml version="1.0"?><urlset {xmlns}><url><loc>{site.url}/2</loc><lastmod>2022-12-19</lastmod></url></urlset>'
    )
    site.pages["/news.xml.gz"] = Page(gzip.compress(urls.encode()), "application/gzip")
    (article,) = fetched(f"{site.url}/sitemap.xml")
    assert article.title == "Story 2"
    assert article.source.day == datetime(2022, 12, 19).date()


def test_a_sitemap_that_names_itself_ends(site: Site) -> None:
    index = f"<sitemapindex><sitemap><loc>{site.url}/s.xml</loc></sitemap></sitemapindex>"
    site.pages["/s.xml"] = Page(index, "application/xml")
    assert fetched(f"{site.url}/s.xml") == []


@pytest.mark.parametrize("body", ["<rss><channel><item>", "<urlset><url><loc>", "<feed", "<rss>" + "<a>" * 10_000])
def test_a_broken_listing_lists_nothing(site: Site, body: str) -> None:
    site.pages["/feed"] = Page(body, "application/rss+xml")
    assert all(not article.text for article in fetched(f"{site.url}/feed"))


def test_entities_of_a_feed_do_not_grow_or_read_files(site: Site, tmp_path: Path) -> None:
    secret = a_file(tmp_path, "secret.txt", b"a secret")
    grow = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    site.pages["/feed"] = Page(
        f'<!DOCTYPE rss [<!ENTITY a0 "x">{grow}<!ENTITY f SYSTEM "{secret.as_uri()}">]>'
        f"<rss><channel><title>&a9;&f;</title><item><link>{site.url}/1</link></item></channel></rss>",
        "application/rss+xml",
    )
    found = fetched(f"{site.url}/feed")
    assert found
    assert [a for a in found if "secret" in repr(a.source) or len(a.source.publisher or "") > 100] == []


def test_what_cannot_be_read_is_a_fault_by_cause(site: Site) -> None:
    site.pages["/a.pdf"] = Page(b"%PDF-1.4", "application/pdf")
    missing, pdf = sorted(fetched(f"{site.url}/nowhere", f"{site.url}/a.pdf"), key=lambda a: a.id, reverse=True)
    assert missing.faults[0].reason.endswith("status: answers 404")
    assert pdf.faults[0].reason.endswith("content: is application/pdf, not a web page")


def test_an_address_that_is_none_is_a_fault_beside_the_others(site: Site) -> None:
    found = {a.source.origin: a for a in fetched("http://[::1", f"{site.url}/1")}
    assert found[f"{site.url}/1"].title == "Story 1"
    assert found["http://[::1"].faults[0].reason.startswith("http://[::1: address: ")


def test_a_canonical_address_of_the_front_page_or_another_site_is_not_believed(site: Site) -> None:
    for canonical in (f"{site.url}/", "https://other.example/1"):
        page = a_story("Talks end").replace("</head>", f'<link rel="canonical" href="{canonical}"></head>')
        site.pages["/1"] = Page(page)
        assert fetched(f"{site.url}/1")[0].id == f"{site.url}/1"


def test_the_limit_counts_pages(site: Site) -> None:
    site.pages["/feed"] = a_feed(site.url, *(f"/{n}" for n in range(4)))
    assert len(fetched(f"{site.url}/feed", limit=2)) == 2


GDELT_EVENT = "\t".join(["1", *[""] * 59, "https://a.example/1"])
GDELT_MENTION = "\t".join(["1", "2", "3", "1", "a.example", "https://a.example/1", *[""] * 10])
GDELT_GRAPH = "\t".join(["1", "2", "1", "a.example", "https://a.example/1", *[""] * 22])


@pytest.mark.parametrize(
    "content",
    [
        "https://a.example/1\n\nhttps://a.example/1\n",
        "# a list\nhttps://a.example/1 seen twice\n",
        "stories_id,publish_date,title,url,language,media_name\n1,2022-12-19,Talks,https://a.example/1,en,A\n",
        '{"id": 1, "url": "https://a.example/1"}\n{broken\n',
        GDELT_EVENT,
        GDELT_MENTION,
        GDELT_GRAPH,
    ],
)
@pytest.mark.parametrize("name", ["list.csv", "list.csv.gz"])
def test_lists_of_every_kind_give_their_addresses_once(tmp_path: Path, content: str, name: str) -> None:
    assert list(read_url_list(a_file(tmp_path, name, content))) == ["https://a.example/1"]


def test_a_list_without_addresses_says_what_a_list_is(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no web address in it"):
        list(read_url_list(a_file(tmp_path, "list.txt", "nothing\n")))
    with pytest.raises(InputError, match="cannot be read"):
        list(read_url_list(tmp_path / "nowhere.txt"))
