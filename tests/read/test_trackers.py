"""Addresses without what tells where a reader comes from."""

import pytest

from regesta.read.web.feeds import web_address
from regesta.read.web.trackers import without_trackers

PAGE = "https://a.example/news/1"


@pytest.mark.parametrize(
    ("tracked", "plain"),
    [
        (f"{PAGE}?utm_source=rss", PAGE),
        (f"{PAGE}?UTM_Source=rss&utm%5Fmedium=feed", PAGE),
        (f"{PAGE}?fbclid=IwAR0&gclid=1&mc_cid=2&mc_eid=3&igshid=4&ocid=5&cmpid=6", PAGE),
        (f"{PAGE}?id=7&utm_campaign=x&page=2#top", f"{PAGE}?id=7&page=2#top"),
        (f"{PAGE}?utm_source=rss#top", f"{PAGE}#top"),
        (f"{PAGE}?b=%20x&a&utm_term=&c=ä", f"{PAGE}?b=%20x&a&c=ä"),
    ],
)
def test_parameters_that_track_are_left_out(tracked: str, plain: str) -> None:
    assert without_trackers(tracked) == plain


@pytest.mark.parametrize(
    "url",
    [
        PAGE,
        f"{PAGE}?",
        f"{PAGE}?id=7&id=8&&x",
        f"{PAGE}?source=wire&ref=9&eid=12&uid=3&gallery=4&campaign=5",
        f"{PAGE}?q=utm_source",
        f"{PAGE}#?utm_source=rss",
        "no address",
        "http://[broken?a=1",
        "",
    ],
)
def test_all_others_stay_to_the_letter(url: str) -> None:
    assert without_trackers(url) == url


def test_links_of_feeds_have_no_trackers() -> None:
    assert web_address("/news/1?utm_source=rss#top", "https://a.example/feed?utm_source=x") == PAGE
