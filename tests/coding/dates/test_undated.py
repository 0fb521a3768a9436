"""Acts whose sentence names no day: which of them are news of the day, and which have none."""

import pytest
from builders import an_actor

from regesta.coding.dates.undated import has_no_day
from regesta.coding.roles.roles import Scene
from regesta.coding.triggers.candidates import Candidate
from tests.coding.conftest import Coder
from tests.coding.scenes import Party, a_scene, the_parse

ROWS = """Latvia latvia NNP 1 nsubj
slept sleep VBD 1 ROOT
. . . 1 punct
Latvia latvia NNP {verb} nsubj
{before}accused accuse {tag} {verb} ROOT
Sweden sweden NNP {verb} dobj
. . . {verb} punct"""


def accusing(before: str = "") -> Scene:
    """The scene of "Latvia slept. Latvia (has, often) accused Sweden.\""""
    rows = {"has": "has have VBZ 5 aux\n", "often": "often often RB 5 advmod\n", "": ""}[before]
    text = f"Latvia slept. Latvia {before + ' ' if before else ''}accused Sweden."
    parse = the_parse(text, ROWS.format(before=rows, verb=5 if before else 4, tag="VBN" if before == "has" else "VBD"))
    return a_scene(parse, text, *(Party(who, an_actor(who)) for who in ("Latvia", "Sweden")))


def reading(scene: Scene, event_type: str = "ACCUSE") -> Candidate:
    token = scene.parse.words.index("accused")
    return Candidate(token, event_type, None, None, None, {event_type: 0.9}, ())


@pytest.mark.parametrize("before", ["has", "often"])
def test_what_has_been_said_at_some_time_or_is_said_often_has_no_day(before: str) -> None:
    scene = accusing(before)
    assert has_no_day(scene, reading(scene), scene.article.sentences[1])


def test_the_simple_past_is_news() -> None:
    scene = accusing()
    assert not has_no_day(scene, reading(scene), scene.article.sentences[1])


def test_what_has_been_done_is_news() -> None:
    scene = accusing("has")
    assert not has_no_day(scene, reading(scene, "COERCE"), scene.article.sentences[1])


def test_the_first_sentence_tells_the_news_in_the_present_perfect() -> None:
    text = "Latvia has accused Sweden."
    rows = """Latvia latvia NNP 2 nsubj
has have VBZ 2 aux
accused accuse VBN 2 ROOT
Sweden sweden NNP 2 dobj
. . . 2 punct"""
    scene = a_scene(the_parse(text, rows), text)
    assert not has_no_day(scene, reading(scene), scene.article.sentences[0])


def day_of(coded: Coder, text: str, event_type: str) -> str | None:
    return next(
        (e.date.interval.start.isoformat() for e in coded(text).events if e.type == event_type and e.date), None
    )


@pytest.mark.parametrize(
    "text",
    [
        "A search went on for survivors of Sunday's ferry sinking. Relatives accused the owner of negligence.",
        "Divers looked for the wreck of the Sunday ferry. Relatives accused the owner of negligence.",
        "The mayor, who went on Sunday to the scene, came home on Tuesday. Relatives accused the owner of negligence.",
    ],
)
def test_a_day_that_names_a_thing_is_not_that_of_the_news(coded: Coder, text: str) -> None:
    assert day_of(coded, text, "ACCUSE") == "2022-12-20"


def test_a_recent_day_of_the_lead_is_that_of_the_news(coded: Coder) -> None:
    text = "Greece expelled an Albanian diplomat on Monday. Albania accused Greece of a breach of faith."
    assert day_of(coded, text, "ACCUSE") == "2022-12-19"


@pytest.mark.parametrize(
    ("text", "event_type", "day"),
    [
        (
            "Rebels raided a camp in Mali on Sunday, the army said on Tuesday. Two guards were killed.",
            "ASSAULT", "2022-12-18",
        ),
        ("Chad spoke on Tuesday of a raid on Sunday. Niger condemned Chad for its silence.", "ACCUSE", "2022-12-20"),
    ],
)  # fmt: skip
def test_the_day_of_the_report_is_not_that_of_a_deed(coded: Coder, text: str, event_type: str, day: str) -> None:
    assert day_of(coded, text, event_type) == day


@pytest.mark.model
def test_of_side_stories_alone_the_last_counts(coded: Coder) -> None:
    text = "Gunmen, who were armed in May by a trader who left in June, fled. They shot two guards."
    [shot] = [event for event in coded(text).events if event.trigger_text == "shot"]
    assert shot.date is not None
    assert shot.date.interval.start.month == 6


@pytest.mark.model
@pytest.mark.parametrize(
    ("first", "day"),
    [
        ("American snipers freed a captain on Sunday, who had been held in Somalia since Wednesday.", 18),
        ("American snipers freed a captain in Somalia on Sunday.", 18),
    ],
)
def test_a_story_goes_on_from_the_day_that_a_sentence_itself_tells(coded: Coder, first: str, day: int) -> None:
    events = coded(f"{first} A Somali pirate surrendered aboard a destroyer.").events
    surrendered = next(event for event in events if event.trigger_text == "surrendered")
    assert surrendered.date is not None
    assert surrendered.date.interval.start.day == day


@pytest.mark.model
def test_the_day_of_a_seizure_is_not_that_of_the_release(coded: Coder) -> None:
    events = coded("Armenia and Azerbaijan met. Armenia released two Azerbaijani soldiers detained in April.").events
    months = {event.type: event.date.interval.start.month for event in events if event.date}
    assert (months["RETREAT"], months["COERCE"]) == (12, 4)
