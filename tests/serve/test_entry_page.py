from dataclasses import replace

from builders import a_judgement
from register_fixture import Opener, first_article, second_article
from starlette.testclient import TestClient

from regesta.model.event import Event
from regesta.model.span import Span
from regesta.serve.telling import days_text


def test_shows_values_reports_and_reasons(client: TestClient, visit_id: str) -> None:
    page = client.get(f"/entries/{visit_id}").text
    assert "<title>Poland (POL) → Lithuania (LTU): visit · Regesta</title>" in page
    assert "same parties; a day apart" in page
    assert "dedupe@0.1.0" in page
    assert 'href="https://baltic-wire.example/visit" rel="noopener noreferrer nofollow"' in page


def test_marks_the_evidence_within_its_paragraph(client: TestClient, visit_id: str) -> None:
    page = client.get(f"/entries/{visit_id}").text
    assert '<mark class="m-evidence m-actor " title="actor: Poland (POL)">Poland</mark>' in page
    assert '<mark class="m-evidence m-trigger " title="act: CONSULT visit, planned">visited</mark>' in page
    assert "Estonia warned Latvia in Riga." in page
    assert "Latvian readers learned of it late." not in page


def test_shows_where_sources_differ_and_who_says_what(client: TestClient, visit_id: str) -> None:
    differences = client.get(f"/entries/{visit_id}.json").json()["differences"]
    assert {point: [v["articles"] for v in values] for point, values in differences.items()} == {
        "status": [["a1"], ["b/2.json"]],
        "date": [["a1"], ["b/2.json"]],
    }
    page = client.get(f"/entries/{visit_id}").text
    assert "<dt>Status</dt>" in page
    assert "<dt>Place</dt><dd>not told</dd>" in page


def test_days_that_differ_read_as_days(client: TestClient, visit_id: str) -> None:
    page = client.get(f"/entries/{visit_id}").text
    assert "<bdi>19 Dec 2022</bdi>" in page
    assert "<bdi>2022-12-19</bdi>" not in page
    assert days_text("2022-12-03/2022-12-04") == "3–4 Dec 2022"
    assert days_text("2022-12-01/2022-12-31") == "December 2022"
    assert days_text("2022-01-01/2022-12-31") == "2022"
    assert days_text("2022-11-01/2022-12-31") == "1 Nov – 31 Dec 2022"
    assert days_text("2022-12-01/2023-12-31") == "1 Dec 2022 – 31 Dec 2023"


def test_an_article_without_a_publisher_goes_by_its_title(open_client: Opener, visits: tuple[Event, Event]) -> None:
    unsigned = replace(second_article(), source=replace(second_article().source, publisher=None))
    client = open_client([first_article(), unsigned], [a_judgement(*visits)])
    page = client.get(f"/entries/{visits[0].id}").text
    assert "<bdi>Late news</bdi></a>:" in page
    assert "<bdi>Baltic Wire</bdi></a>" in page


def test_an_entry_of_one_source_has_nothing_to_compare(open_client: Opener, visits: tuple[Event, Event]) -> None:
    page = open_client([first_article()]).get(f"/entries/{visits[0].id}").text
    assert "One source only" in page
    assert "Why these reports are one entry" not in page


def test_shows_the_statements_that_tell_the_event(client: TestClient, visit_id: str) -> None:
    page = client.get(f"/entries/{visit_id}").text
    assert "Statements that tell it" in page
    assert "We will keep talking," in page
    assert "a witness" in page
    assert len(client.get(f"/entries/{visit_id}.json").json()["statements"]) == 2


def test_can_be_cited(client: TestClient, visit_id: str) -> None:
    cite = client.get(f"/entries/{visit_id}.json").json()["cite"]
    assert cite == (
        "Poland (POL) → Lithuania (LTU): visit. About 19 Dec 2022. Reported by Baltic Wire, “A visit”, "
        "19 Dec 2022, https://baltic-wire.example/visit; Riga Post, “Late news”, 21 Dec 2022. "
        f"http://testserver/entries/{visit_id}"
    )


def test_any_event_leads_to_its_entry(client: TestClient, visits: tuple[Event, Event], visit_id: str) -> None:
    other = max(event.id for event in visits)
    answer = client.get(f"/entries/{other}")
    assert (answer.status_code, answer.headers["location"]) == (302, f"/entries/{visit_id}?from={other}#report-{other}")
    page = client.get(answer.headers["location"]).text
    assert f"The id <code>{other}</code> leads here" in page
    assert client.get(f"/entries/{other}.json").json()["asked_for"] == other
    assert "asked_for" not in client.get(f"/entries/{visit_id}.json").json()
    assert "leads here" not in client.get(f"/entries/{visit_id}?from=<b>").text
    assert client.get(f"/entries/{other}.json").json()["id"] == visit_id


def test_the_twin_has_the_words_of_every_report(client: TestClient, visit_id: str) -> None:
    reports = client.get(f"/entries/{visit_id}.json").json()["reports"]
    assert [report["article"] for report in reports] == ["a1", "b/2.json"]
    for report in reports:
        text = client.get(f"/articles/{report['article'].replace('/', '%2F')}.json").json()["text"]
        for citation in report["citations"]:
            assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_doubt_about_another_entry_shows_on_both(open_client: Opener, visits: tuple[Event, Event]) -> None:
    client = open_client([first_article(), second_article()], [a_judgement(*visits, verdict="unsure", score=0.65)])
    for one, other in (visits, visits[::-1]):
        page = client.get(f"/entries/{one.id}").text
        assert "Perhaps the same" in page
        assert f'href="/entries/{other.id}"' in page


def test_far_evidence_stands_in_an_excerpt_of_its_own(open_client: Opener) -> None:
    article = second_article()
    event = replace(article.events[0], evidence=(article.events[0].evidence[0], Span(0, 34)))
    client = open_client([replace(article, events=(event,))])
    assert client.get(f"/entries/{event.id}").text.count("<blockquote><p") == 2


def test_an_unknown_entry_is_not_found(client: TestClient) -> None:
    assert client.get("/entries/0123456789abcdef").status_code == 404
    assert client.get("/entries/0123456789abcdef.json").json()["detail"].startswith("The register has no entry")


def test_a_source_that_corrects_itself_is_shown_as_such(open_client: Opener, visits: tuple[Event, Event]) -> None:
    client = open_client([replace(first_article(), title="CORRECTED <b>visit</b>")])
    assert (
        "<strong>Correction</strong>, in the article's own words: “<bdi>CORRECTED &lt;b&gt;"
        in client.get(f"/entries/{visits[0].id}").text
    )
    notes = client.get(f"/entries/{visits[0].id}.json").json()["amendments"]
    assert notes["a1"] == {"kind": "correction", "words": "CORRECTED <b>visit</b>", "start": None, "end": None}
