from typing import Any

from measured import scores

from regesta.evaluate.scores import tally_articles

Json = dict[str, Any]


def event(kind: str, start: int, actors: list[str], recipients: list[str] | None = None) -> Json:
    return {
        "type": kind,
        "trigger": {"start": start, "end": start + 5},
        "actors": [{"text": a, "name": a, "iso3": a} for a in actors],
        "recipients": [{"text": r, "name": r, "iso3": r} for r in recipients or []],
        "status": "happened",
        "date": {"start": "2022-12-19", "end": "2022-12-19"},
        "place": {"iso3": "BLR"},
    }


def article(*events: Json, statements: list[Json] | None = None) -> Json:
    return {"id": "a", "events": list(events), "statements": statements or []}


def score_articles(gold: list[Json], coded: dict[str, Json]) -> dict[str, float]:
    texts = {row["id"]: {"text": "No words are needed here.", "publisher": "AFP"} for row in gold}
    return scores(tally_articles(gold, coded, texts))


def test_the_gold_itself_scores_one() -> None:
    gold = article(event("CONSULT", 0, ["RUS"], ["BLR"]))
    found = score_articles([gold], {"a": gold})
    assert found["event_type_and_parties.f1"] == found["date.accuracy"] == found["place.accuracy"] == 1.0


def test_an_article_that_was_not_coded_counts_as_missed() -> None:
    found = score_articles([article(event("CONSULT", 0, ["RUS"]))], {})
    assert found["event_type.r"] == 0.0


def test_turned_roles_are_right_in_type_and_wrong_in_parties() -> None:
    gold, turned = event("ACCUSE", 0, ["RUS"], ["UKR"]), event("ACCUSE", 0, ["UKR"], ["RUS"])
    found = score_articles([article(gold)], {"a": article(turned)})
    assert (found["event_type.f1"], found["event_type_and_parties.f1"]) == (1.0, 0.0)


def test_reciprocal_parties_may_stand_in_any_role() -> None:
    gold, coded = event("CONSULT", 0, ["RUS", "BLR"]), event("CONSULT", 0, ["BLR"], ["RUS"])
    assert score_articles([article(gold)], {"a": article(coded)})["event_type_and_parties.f1"] == 1.0


def test_an_event_coded_twice_costs_precision() -> None:
    gold = event("CONSULT", 0, ["RUS"], ["BLR"])
    found = score_articles([article(gold)], {"a": article(gold, gold)})
    assert (found["event_type.p"], found["event_type.r"]) == (0.5, 1.0)


def test_a_statement_needs_half_its_words_and_its_speaker() -> None:
    gold = {"speaker": {"text": "he", "name": "Viktor Khrenin"}, "content": [{"start": 0, "end": 10}]}
    near = {"speaker": {"text": "Khrenin", "name": "Khrenin"}, "content": [{"start": 0, "end": 8}]}
    far = {"speaker": {"text": "Khrenin", "name": "Khrenin"}, "content": [{"start": 8, "end": 30}]}
    assert (
        score_articles([article(statements=[gold])], {"a": article(statements=[near])})["statement_and_speaker.f1"] == 1
    )
    assert score_articles([article(statements=[gold])], {"a": article(statements=[far])})["statement.f1"] == 0
