import re
from dataclasses import replace
from datetime import date

import pytest
from builders import a_count, an_article, an_event
from register_fixture import Opener, second_article
from starlette.testclient import TestClient

from regesta.model.article import Article


def headlines(page: str) -> list[str]:
    found = re.findall(r"<h2>(?=.*/entries/)(.*?)</h2>", page)
    return [" ".join(re.sub(r"<[^>]+>", "", line).split()) for line in found]


def test_lists_entries_with_their_evidence_and_sources(client: TestClient) -> None:
    page = client.get("/").text
    assert headlines(page) == [
        "Poland (POL) → Lithuania (LTU): visit",
        "Estonia (EST) → Latvia (LVA): threaten or warn",
    ]
    assert '<mark class="m-trigger " title="act: CONSULT visit, happened">visited</mark>' in page
    assert "2 sources" in page
    assert "Baltic Wire, Riga Post" in page
    assert "1–2 of 2 entries" in page


def test_the_first_page_begins_with_what_most_sources_tell_and_where_they_differ(client: TestClient) -> None:
    front = re.search(r'<section class="front".*?</section>', client.get("/").text, re.DOTALL)
    assert front
    told = " ".join(re.sub(r"<[^>]+>", " ", front[0]).split())
    assert "Poland (POL) → Lithuania (LTU) : visit" in told
    assert "2 sources they differ on status and date" in told
    assert "Estonia" not in told
    assert 'class="front"' not in client.get("/?type=CONSULT").text


@pytest.mark.parametrize(
    ("query", "entries"),
    [
        ("actor=Poland", 1),
        ("actor=latvia", 0),
        ("recipient=LVA", 1),
        ("party=Estonia", 1),
        ("type=threaten", 1),
        ("view=meetings", 1),
        ("status=planned", 1),
        ("quad=3", 1),
        ("since=2022-12-20", 1),
        ("until=2022-12-18", 0),
        ("until=2022-12-19", 1),
        ("on=2022-12", 1),
        ("publisher=riga+post", 2),
        ("min_confidence=0.5", 1),
        ("contains=warned", 1),
        ("contains=visit*", 1),
        ("contains=nowhere", 0),
        ("type=threaten&actor=Poland", 0),
    ],
)
def test_filters_narrow_page_and_twin_alike(client: TestClient, query: str, entries: int) -> None:
    assert len(headlines(client.get(f"/?{query}").text)) == entries
    assert client.get(f"/entries.json?{query}").json()["total"] == entries


@pytest.mark.parametrize(
    ("sort", "first"), [("newest", "Poland"), ("oldest", "Poland"), ("support", "Poland"), ("confidence", "Poland")]
)
def test_entries_without_date_and_with_less_behind_them_come_last(client: TestClient, sort: str, first: str) -> None:
    assert headlines(client.get(f"/?sort={sort}").text)[0].startswith(first)


def test_the_form_and_the_chips_show_the_filters_in_force(client: TestClient) -> None:
    page = client.get("/?actor=Poland&on=2022-12").text
    assert 'name="actor" value="Poland"' in page
    assert '<input type="hidden" name="on" value="2022-12">' in page
    assert '<a href="/?on=2022-12" title="Take this filter away"><span>actor</span> <bdi>Poland</bdi>' in page


def test_facets_count_what_other_choices_would_give(client: TestClient) -> None:
    facets = client.get("/entries.json?type=CONSULT").json()["facets"]
    assert facets["event type"] == [{"value": "CONSULT", "entries": 1}, {"value": "THREATEN", "entries": 1}]
    assert facets["status"] == [{"value": "happened", "entries": 1}]


def yearly(number: int, year: int) -> Article:
    article = an_article(id=f"y{number}", published=date(year, 6, 1))
    return replace(article, events=(an_event(article, day=date(year, 6, 1)),))


def test_the_newest_years_stand_first_and_no_value_is_out_of_reach(open_client: Opener) -> None:
    client = open_client(yearly(number, 1990 + number) for number in range(14))
    page = client.get("/").text
    years = re.search(r"<h2>Year</h2>(.*?)<details><summary>4 more(.*?)</details>", page, re.DOTALL)
    assert years
    assert re.findall(r"\?on=(\d+)", years[1]) == [str(year) for year in range(2003, 1993, -1)]
    assert re.findall(r"\?on=(\d+)", years[2]) == ["1993", "1992", "1991", "1990"]
    assert len(client.get("/entries.json").json()["facets"]["year"]) == 14


def test_a_chosen_value_of_a_facet_is_marked_and_can_be_taken_back(client: TestClient) -> None:
    page = client.get("/?type=CONSULT").text
    assert re.search(r'<a href="/" aria-current="true">\s*<bdi class="label" title="CONSULT">meet or talk', page)


def test_pages_follow_each_other(client: TestClient) -> None:
    page = client.get("/?limit=1").text
    assert len(headlines(page)) == 1
    assert '<a rel="next" href="/?page=2&amp;limit=1">' in page
    twin = client.get("/entries.json?limit=1").json()
    assert (twin["pages"], twin["next"]) == (2, "/entries.json?page=2&limit=1")
    assert client.get(twin["next"]).json()["next"] is None


def test_a_page_past_the_end_says_so(client: TestClient) -> None:
    assert "There is no page 9" in client.get("/?page=9").text


def test_empty_parameters_of_a_form_are_dropped_from_the_address(client: TestClient) -> None:
    answer = client.get("/?actor=&type=CONSULT&contains=&page=2")
    assert (answer.status_code, answer.headers["location"]) == (303, "/?type=CONSULT&page=2")


def test_a_misspelt_name_is_explained_within_the_page(client: TestClient) -> None:
    answer = client.get("/?actor=Polnd")
    assert answer.status_code == 422
    assert "No actor &#39;Polnd&#39;; did you mean &#39;Poland&#39;?" in answer.text
    assert 'name="actor" value="Polnd"' in answer.text
    assert 'under <a href="/actors">Actors</a>' in answer.text
    assert '<a href="/">begin without filters</a>' in answer.text


def test_filters_that_fit_nothing_say_what_to_do(client: TestClient) -> None:
    page = client.get("/?contains=nowhere").text
    assert "No entry fits these filters" in page
    assert '<a href="/articles?contains=nowhere">articles</a>' in page


def test_an_empty_register_says_what_to_do(open_client: Opener) -> None:
    page = open_client().get("/").text
    assert "The register is empty" in page
    assert "regesta run ARTICLES" in page


def test_the_course_over_time_needs_two_periods(open_client: Opener, client: TestClient) -> None:
    assert "<figure" not in open_client([second_article()]).get("/").text
    assert client.get("/?on=2022-12").status_code == 200


def test_the_list_of_entries_is_the_register(client: TestClient) -> None:
    answer = client.get("/entries?actor=Poland")
    assert (answer.status_code, answer.headers["location"]) == (308, "/?actor=Poland")


def test_entries_are_narrowed_to_those_whose_sources_contradict_each_other(client: TestClient) -> None:
    page = client.get("/?differing=status,date").text
    assert headlines(page) == ["Poland (POL) → Lithuania (LTU): visit"]
    assert "sources differ on" in page
    assert client.get("/entries.json?differing=any").json()["total"] == 1
    assert client.get("/api/entries?differing=killed").json()["total"] == 0
    assert "did you mean &#39;killed&#39;" in client.get("/?differing=kiled").text


def test_where_nothing_fits_the_page_tells_which_filter_to_leave_out(client: TestClient) -> None:
    page = client.get("/?differing=killed&type=CONSULT").text
    assert '<a href="/?type=CONSULT">1 entry without “sources differ on <bdi>killed</bdi>”</a>.' in page
    assert "without" not in client.get("/?differing=killed").text


def test_the_most_killed_come_first(open_client: Opener) -> None:
    articles = []
    for number, killed in (("a1", 3), ("a2", 12)):
        article = an_article(id=number)
        event = an_event(article)
        event = replace(event, roles=(*event.roles, a_count(article, "killed", killed)))
        articles.append(replace(article, events=(event,)))
    client = open_client(articles)
    found = client.get("/entries.json?sort=killed").json()["entries"]
    assert [entry["reports"][0]["article"] for entry in found] == ["a2", "a1"]
    assert client.get("/entries.json?min_killed=4").json()["total"] == 1
    assert client.get("/api/counts?min_killed=4&every=all").json()["rows"][0]["count"] == 1
