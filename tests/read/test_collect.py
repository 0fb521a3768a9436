"""Pages, feeds, sitemaps and lists to articles."""

import gzip
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from documents import a_file
from web_server import Page, Site, a_feed, a_site, a_story

from regesta.errors import InputError
from regesta.model.article import Article
from regesta.read.web.collect import collect
from regesta.read.web.feeds import Listed
from regesta.read.web.fetcher import Fetcher, FetchSettings
from regesta.read.web.url_lists import read_url_list


@pytest.fixture
def site() -> Iterator[Site]:
    with a_site({f"/{n}": Page(a_story(f"Story {n}")) for n in range(4)}) as found:
        yield found


def fetched(*urls: str | Listed, limit: int | None = None) -> list[Article]:
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
GDELT_GRAPH = "\t".join(["", "2", "1", "a.example", "https://a.example/1", *[""] * 22])


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
        "title\turl\nTalks, and more\thttps://a.example/1\n",
        "id;title;URL\n1;Talks, and more;https://a.example/1\n",
        "stories_id,guid,title,story_url\n1,7,Talks,https://a.example/1\n",
        '{"articles": [{"url": "https://a.example/1", "seendate": "20221219T100000Z"}, {"title": "no address"}]}',
        '{\n  "status": "ok",\n  "articles": [\n    {"url": "https://a.example/1"}\n  ]\n}\n',
        '[{"link": "https://a.example/1"}, 5]',
        '{"url": "https://a.example/1"}\r\n{"url": "https://a.example/1", "title": "a\u2028b"}\r\n',
    ],
)
@pytest.mark.parametrize("name", ["list.csv", "list.csv.gz"])
def test_lists_of_every_kind_give_their_addresses_once(tmp_path: Path, content: str, name: str) -> None:
    assert [page.url for page in read_url_list(a_file(tmp_path, name, content))] == ["https://a.example/1"]


def test_files_of_gdelt_are_read_as_they_are_distributed(tmp_path: Path) -> None:
    path = tmp_path / "20221219000000.export.CSV.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("folder/", "")
        archive.writestr("20221219000000.export.CSV", f"{GDELT_EVENT}\n{GDELT_EVENT}\n")
        archive.writestr("20221219000000.mentions.CSV", GDELT_MENTION.replace("/1", "/2"))
    assert [page.url for page in read_url_list(path)] == ["https://a.example/1", "https://a.example/2"]


def test_a_broken_or_swollen_zip_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        list(read_url_list(a_file(tmp_path, "a.zip", b"PK\x03\x04 and nothing")))
    monkeypatch.setattr("regesta.read.bounded.FREE_BYTES", 1 << 20)
    with zipfile.ZipFile(tmp_path / "b.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("b.csv", b" " * (8 << 20))
    with pytest.raises(InputError, match="unpacks to over 200 times its size"):
        list(read_url_list(tmp_path / "b.zip"))


MEDIACLOUD = """id,indexed_date,language,media_name,media_url,publish_date,title,url
a,2022-12-20 10:00:00,en,Rhine Post,rhine.example,2022-12-19,"Talks end,
at last",https://a.example/1
b,2022-12-20,en,,http://www.rhine.example/,soon,,https://a.example/2
"""


def test_what_mediacloud_says_of_a_page_is_kept(tmp_path: Path) -> None:
    first, second = read_url_list(a_file(tmp_path, "list.csv", MEDIACLOUD))
    assert (first.title, first.publisher, first.published) == ("Talks end, at last", "Rhine Post", date(2022, 12, 19))
    assert (second.title, second.publisher, second.published) == (None, "www.rhine.example", None)


def test_when_gdelt_saw_a_page_is_not_when_it_was_published(tmp_path: Path) -> None:
    table = "URL,MobileURL,Date,Title\nhttps://a.example/1,,2022-12-19 10:00:00,Talks end\n"
    answer = (
        '{"articles": [{"url": "https://a.example/1", "title": "Talks end", "seendate": "20221219T100000Z",'
        ' "domain": "a.example"}]}'
    )
    for content, publisher in ((table, None), (answer, "a.example")):
        (page,) = read_url_list(a_file(tmp_path, "list", content))
        assert (page.title, page.publisher, page.published) == ("Talks end", publisher, None)


def test_what_a_list_says_counts_where_the_page_says_nothing(site: Site, tmp_path: Path) -> None:
    bare = a_story("").replace("<title></title>", "").replace("<h1></h1>", "")
    site.pages["/1"] = Page(bare)
    listed = MEDIACLOUD.replace("https://a.example", site.url)
    found = {a.source.url: a for a in fetched(*read_url_list(a_file(tmp_path, "list.csv", listed)))}
    article = found[f"{site.url}/1"]
    assert (article.title, article.source.publisher) == ("Talks end, at last", "Rhine Post")
    assert article.source.day == date(2022, 12, 19)
    assert found[f"{site.url}/2"].title == "Story 2"


def test_a_list_without_addresses_says_what_a_list_is(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no web address in it"):
        list(read_url_list(a_file(tmp_path, "list.txt", "nothing\n")))
    with pytest.raises(InputError, match="cannot be read"):
        list(read_url_list(tmp_path / "nowhere.txt"))
