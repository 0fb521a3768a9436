from datetime import UTC, date, datetime

from lxml import etree

from regesta.model.article import Article
from tests.export.export_scenes import a_visit, entries_of, written

NS = {"a": "http://www.w3.org/2005/Atom"}


def feed_of(*articles: Article, joined: bool = False) -> etree._Element:
    return etree.fromstring(written("atom", entries_of(*articles, joined=joined)).encode())


def text(element: etree._Element, path: str) -> list[str]:
    return [found.text for found in element.findall(path, NS)]


def test_a_feed_has_what_rfc_4287_requires_in_its_order() -> None:
    feed = feed_of(a_visit())
    names = [etree.QName(child).localname for child in feed]
    assert names == ["id", "title", "updated", "author", "generator", "entry"]
    assert text(feed, "a:author/a:name") == ["Regesta"]
    [entry] = feed.findall("a:entry", NS)
    assert {"id", "title", "updated"} <= {etree.QName(child).localname for child in entry}
    assert text(entry, "a:id")[0].startswith("urn:uuid:")


def test_times_are_those_of_the_reports_so_that_nothing_depends_on_the_clock() -> None:
    first = a_visit("a1", published=date(2022, 12, 19))
    second = a_visit("a2", published=datetime(2022, 12, 21, 7, 30, tzinfo=UTC))
    feed = feed_of(first, second, joined=True)
    assert text(feed, "a:updated") == text(feed, "a:entry/a:updated") == ["2022-12-21T07:30:00Z"]
    assert text(feed, "a:entry/a:published") == ["2022-12-19T00:00:00Z"]


def test_undated_reports_take_the_day_of_the_event_and_an_empty_feed_the_epoch() -> None:
    assert text(feed_of(a_visit(published=None)), "a:entry/a:updated") == ["2022-12-19T00:00:00Z"]
    assert text(feed_of(), "a:updated") == ["1970-01-01T00:00:00Z"]


def test_an_entry_links_to_its_articles_the_best_first() -> None:
    feed = feed_of(
        a_visit("a1", url="https://wire.example/1"), a_visit("a2", url="https://other.example/2"), joined=True
    )
    links = [dict(link.attrib) for link in feed.findall("a:entry/a:link", NS)]
    assert [(link["rel"], link["title"]) for link in links] == [("alternate", "A visit"), ("related", "A visit")]
    assert {link["href"] for link in links} == {"https://wire.example/1", "https://other.example/2"}


def test_an_address_that_is_none_is_no_link() -> None:
    for url in ("javascript:alert(1)", "file:///etc/passwd", "https://a b", "https://[", "https://x\u202e"):
        assert feed_of(a_visit(url=url)).findall("a:entry/a:link", NS) == []


def test_markup_and_signs_of_direction_and_control_stay_text() -> None:
    title = "<script>alert(1)</script> & \u202e\x00\x0bx \ud800"
    feed = feed_of(a_visit(url="https://wire.example/1", title=title))
    [link] = feed.findall("a:entry/a:link", NS)
    assert link.get("title") == "<script>alert(1)</script> & x"
    assert feed.findall(".//script") == []


def test_the_kind_of_act_and_its_contexts_are_categories() -> None:
    terms = [c.get("term") for c in feed_of(a_visit()).findall("a:entry/a:category", NS)]
    assert terms == ["CONSULT", "diplomatic"]
    assert text(feed_of(a_visit()), "a:entry/a:summary") == [
        "Poland's minister visited Lithuania on Monday in Vilnius."
    ]
