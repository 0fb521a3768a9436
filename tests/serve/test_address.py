import pytest

from regesta.errors import ConfigError
from regesta.serve.address import Listing, Pages, read_address

LISTING = Listing("/things", "/things.json", ("actor", "since"), ("newest", "oldest"))


def test_what_is_usual_and_what_is_empty_does_not_show() -> None:
    address = read_address(LISTING, {"actor": " ", "sort": "newest", "page": "1", "limit": "25"})
    assert address.options == {}
    assert address.url() == "/things"


def test_parameters_come_in_one_order_and_are_encoded() -> None:
    address = read_address(LISTING, {"sort": "oldest", "since": "2022", "actor": "a&b=c"})
    assert address.url() == "/things?actor=a%26b%3Dc&since=2022&sort=oldest"


def test_a_changed_filter_leads_back_to_the_first_page() -> None:
    address = read_address(LISTING, {"actor": "x", "page": "3"})
    assert address.url(since="2022") == "/things?actor=x&since=2022"
    assert address.url(actor=None) == "/things"
    assert address.url(page=4) == "/things?actor=x&page=4"


def test_the_twin_stays_on_the_page() -> None:
    assert read_address(LISTING, {"actor": "x", "page": "3"}).json_url() == "/things.json?actor=x&page=3"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"actr": "x"}, "did you mean 'actor'"),
        ({"sort": "latest"}, "no order 'latest'"),
        ({"page": "0"}, "page: '0'"),
        ({"page": "x"}, "page: 'x'"),
        ({"page": "1.5"}, "not a whole number"),
        ({"page": "inf"}, "page: 'inf'"),
        ({"limit": "501"}, "limit: '501'"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(given: dict[str, str], message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        read_address(LISTING, given)


def test_pages_know_their_neighbours() -> None:
    pages = Pages(read_address(LISTING, {"page": "2", "limit": "10"}), 25)
    assert (pages.count, pages.first, pages.last) == (3, 11, 20)
    assert pages.earlier == "/things?limit=10"
    assert pages.later == "/things?page=3&limit=10"


def test_a_page_past_the_end_leads_back_to_the_last() -> None:
    pages = Pages(read_address(LISTING, {"page": "9", "limit": "10"}), 25)
    assert (pages.first, pages.last, pages.later) == (0, 0, None)
    assert pages.earlier == "/things?page=3&limit=10"


def test_nothing_is_one_empty_page() -> None:
    pages = Pages(read_address(LISTING, {}), 0)
    assert (pages.count, pages.first, pages.last, pages.earlier, pages.later) == (1, 0, 0, None, None)
