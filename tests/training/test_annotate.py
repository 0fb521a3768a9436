"""How written annotations become offsets (training/annotate.py), and the annotations in training/data."""

import importlib.util
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

TRAINING = Path(__file__).parents[2] / "training"
OWN = ("written", "practice")
ID = (
    r"[A-Z]+_ENG_\d{8}\.\d{4}|(?:reuters|gwn)-\d+|[sp][0-9a-f]{12}|nw_RC[0-9a-f]{40,64}|(?:\w+_)+(?:NW_[\d.]+|\d+)"
    r"|(?:timebank|aquaint)-[\w.-]+"
)
SPEECH = sorted((TRAINING / "data").glob("speech*.jsonl"))
STAND_OFF = sorted(
    p for p in (TRAINING / "data").glob("*.jsonl") if not p.name.startswith((*OWN, "speech", "asked", "tellings"))
)
WRITTEN = sorted(p for p in (TRAINING / "data").glob("*.jsonl") if p.name.startswith(OWN))
PARTIES, SPANS = ("actors", "recipients"), ("amount", "instrument", "according_to")
SPEC = importlib.util.spec_from_file_location("regesta_annotate", TRAINING / "annotate.py")
assert SPEC
assert SPEC.loader
annotate = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(annotate)

TEXT = 'The mayor of Ilmar left. "We left too," the U.S. envoy said; he left again.\n\nNobody else left.'
EXPELLED = "On Monday Lithuania expelled four Belarusian diplomats from Vilnius."
EVENT = {
    "type": "SANCTION",
    "mode": "expel",
    "trigger": "expelled",
    "actors": [["Lithuania", "LTU", "GOV"]],
    "recipients": ["diplomats"],
    "date": ["2022-12-19", "On Monday"],
    "place": ["Vilnius", "LTU"],
    "amount": "four",
}


def pointed_at(pointer: str) -> str:
    start, end = annotate.locate(TEXT, pointer)
    return f"{TEXT[:start][-4:]}|{TEXT[start:end]}"


def an_item(item_id: str = "w1", events: list[dict[str, Any]] | None = None, **more: Any) -> dict[str, Any]:
    return {"id": item_id, "published": "2022-12-19", "events": [EVENT] if events is None else events, **more}


def written(path: Path, *items: dict[str, Any] | str) -> str:
    lines = [item if isinstance(item, str) else json.dumps(item, ensure_ascii=False) for item in items]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def read(path: Path) -> Iterator[dict[str, Any]]:
    yield from (json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line)


def spans_of(event: dict[str, Any]) -> Iterator[list[int]]:
    """Every span of a compiled event."""
    yield from (event["trigger"], *event["repeats"])
    yield from ([party["start"], party["end"]] for role in PARTIES for party in event[role])
    yield from (event[name] for name in SPANS if event[name])
    yield from (event[name]["span"] for name in ("date", "place") if event[name] and event[name]["span"])


def strings_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings_in(inner)


@pytest.mark.parametrize(
    ("pointer", "found"),
    [
        ("left", "mar |left"),
        ("left#2", '"We |left'),
        ("s0:left", "mar |left"),
        ("s1:left", '"We |left'),
        ("s1:left#2", " he |left"),
        ("s2:left", "lse |left"),
        ("he", "id; |he"),
        ("U.S.", "the |U.S."),
        ("mayor of Ilmar", "The |mayor of Ilmar"),
        ("mayor ... left", "The |mayor of Ilmar left"),
        ('s1:"We ... too,"', 'ft. |"We left too,"'),
        ("Ilmar ... s1:left", ' of |Ilmar left. "We left'),
        ("s1:left ... left", '"We |left too," the U.S. envoy said; he left'),
    ],
)
def test_a_pointer_names_words_of_a_sentence_and_which_of_them(pointer: str, found: str) -> None:
    assert pointed_at(pointer) == found


@pytest.mark.parametrize(
    ("pointer", "message"),
    [
        ("s9:left", "there is no sentence 9"),
        ("arrived", "stand there 0 times"),
        ("s0:left#2", "stand there 1 times"),
        ("s2:mayor", "stand there 0 times, in 'Nobody else left.'"),
        ("envoy ... mayor", "stand there 0 times"),
        ("s1:envoy ... s0:mayor", "'s0:mayor' stands before 's1:envoy'"),
        ("lef", "stand there 0 times"),
        ("", "points at nothing"),
        (None, "points at nothing"),
        (7, "points at nothing"),
    ],
)
def test_a_pointer_at_nothing_says_why(pointer: object, message: str) -> None:
    with pytest.raises(annotate.Wrong, match=re.escape(message)):
        annotate.locate(TEXT, pointer)


def test_sentences_cover_all_words_in_order() -> None:
    found = [TEXT[start:end].strip() for start, end in annotate.sentences(TEXT)]
    assert " ".join(found) == " ".join(TEXT.split())
    assert annotate.sentences("") == annotate.sentences(" \n ") == []


def test_an_event_gets_offsets_for_every_word_it_points_at() -> None:
    event = annotate.event(EXPELLED, EVENT)
    words = [EXPELLED[start:end] for start, end in spans_of(event)]
    assert words == ["expelled", "Lithuania", "diplomats", "four", "On Monday", "Vilnius"]
    assert (event["type"], event["mode"], event["status"]) == ("SANCTION", "expel", "happened")
    assert event["actors"][0] == {"start": 10, "end": 19, "iso3": "LTU", "sector": "GOV"}
    assert event["recipients"][0]["iso3"] is None
    assert (event["date"]["start"], event["date"]["end"]) == ("2022-12-19", "2022-12-19")


def test_a_range_of_days_has_two_ends() -> None:
    found = annotate.dated(EXPELLED, "2022-12-01/2022-12-31")
    assert found == {"start": "2022-12-01", "end": "2022-12-31", "span": None}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"trigger": "arrived"}, "'arrived': these words stand there 0 times"),
        ({"trigger": None}, "points at nothing"),
        ({"repeats": ["expelled#2"]}, "stand there 1 times"),
        ({"type": "PARTY"}, "'PARTY' is no event type"),
        ({"type": None}, "None is no event type"),
        ({"mode": "dance"}, "'dance' is no mode of SANCTION"),
        ({"status": "maybe"}, "'maybe' is no status"),
        ({"actors": [["Lithuania", "Lithuania", "GOV"]]}, "'Lithuania' is no ISO 3166 alpha-3 code"),
        ({"actors": [["Lithuania", "LTU", "KING"]]}, "'KING' is no sector"),
        ({"date": "Monday"}, "'Monday' is no date"),
        ({"place": "Vilnius"}, "place 'Vilnius': write [pointer, iso3]"),
        ({"place": ["Vilnius", "-"]}, "'-' is no ISO 3166 alpha-3 code"),
        ({"amount": "five"}, "'five': these words stand there 0 times"),
        ({"actor": []}, "unknown fields ['actor']"),
    ],
)
def test_what_is_wrong_with_an_event_is_named(change: dict[str, Any], message: str) -> None:
    with pytest.raises(annotate.Wrong, match=re.escape(message)):
        annotate.event(EXPELLED, EVENT | change)


def test_sound_annotations_pass_the_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert annotate.main(["check", written(tmp_path / "w.jsonl", an_item(text=EXPELLED))]) == 0
    assert capsys.readouterr() == ("", "1 items, 1 events, 0 said, 0 wrong\n")


def test_every_wrong_line_is_named_with_file_and_number_and_the_rest_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    items = [
        an_item("w1", text=EXPELLED, events=[EVENT | {"type": "PARTY"}, EVENT]),
        "{broken",
        "",
        an_item("w2"),
        an_item("w1", text=EXPELLED),
        {"id": "w3", "text": EXPELLED},
        an_item("w4", text=EXPELLED),
    ]
    path = written(tmp_path / "w.jsonl", *items)
    assert annotate.main(["check", path]) == 1
    errors = capsys.readouterr().err.splitlines()
    expected = [
        ":1: w1: event 0: 'PARTY' is no event type", ":2: JSONDecodeError", ":4: Wrong no text of w2",
        ":5: Wrong w1 stands there twice", ":6: Wrong w3 has neither events nor said",
    ]  # fmt: skip
    assert all(line.startswith(path + start) for line, start in zip(errors, expected, strict=False))
    assert errors[-1] == "2 items, 2 events, 0 said, 5 wrong"


def test_what_is_said_gets_offsets_of_source_cue_and_content() -> None:
    found = annotate.said(TEXT, {"source": "the U.S. envoy", "cue": "said", "content": ['"We ... too,"', "he left"]})
    assert {name: [TEXT[a:b] for a, b in spans] for name, spans in found.items() if name != "cue"} == {
        "source": ["the U.S. envoy"],
        "content": ['"We left too,"', "he left"],
    }
    assert TEXT[slice(*found["cue"])] == "said"
    assert annotate.said(TEXT, {"cue": "said", "source": None})["source"] == []


@pytest.mark.parametrize(
    ("written", "message"),
    [({"source": "he"}, "points at nothing"), ({"cue": "said", "speaker": "he"}, "unknown fields ['speaker']")],
)
def test_what_is_wrong_with_something_said_is_named(written: dict[str, Any], message: str) -> None:
    with pytest.raises(annotate.Wrong, match=re.escape(message)):
        annotate.said(TEXT, written)


def test_a_text_of_its_own_is_compiled_with_its_offsets(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert annotate.main(["compile", written(tmp_path / "w.jsonl", an_item(text=EXPELLED))]) == 0
    [item] = map(json.loads, capsys.readouterr().out.splitlines())
    assert (item["text"], item["published"]) == (EXPELLED, "2022-12-19")
    assert item["events"] == [annotate.event(EXPELLED, EVENT)]


def test_an_annotation_that_stands_off_carries_no_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    articles = written(tmp_path / "articles.jsonl", {"id": "n1", "text": EXPELLED, "title": "Diplomats leave"})
    pointers = written(tmp_path / "w.jsonl", an_item("n1", text=EXPELLED, title="Diplomats leave"))
    assert annotate.main(["compile", pointers, articles]) == 0
    out = capsys.readouterr().out
    assert not {"text", "title"} & set(json.loads(out))
    assert not [word for word in re.findall(r"\w{4,}", EXPELLED) if word in out.replace('"mode": "expel"', "")]
    assert json.loads(out)["events"] == [annotate.event(EXPELLED, EVENT)]


def test_an_annotation_of_an_unknown_article_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    articles = written(tmp_path / "articles.jsonl", {"id": "n1", "text": EXPELLED})
    assert annotate.main(["check", written(tmp_path / "w.jsonl", an_item("n2")), articles]) == 1
    assert "no text of n2" in capsys.readouterr().err


def test_articles_are_shown_with_numbered_sentences(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    articles = written(tmp_path / "a.jsonl", {"id": "n1", "text": TEXT}, {"id": "n2", "text": EXPELLED})
    assert annotate.main(["show", articles, "n1"]) == 0
    out = capsys.readouterr().out
    assert "s0: The mayor of Ilmar left.\n" in out
    assert "s2: Nobody else left.\n" in out
    assert EXPELLED not in out


@pytest.mark.parametrize("argv", [[], ["check"], ["dance", "w.jsonl"]])
def test_a_command_it_does_not_know_is_answered_by_its_help(
    argv: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert annotate.main(argv) == 2
    assert "python training/annotate.py check" in capsys.readouterr().out


def test_the_data_is_there() -> None:
    assert STAND_OFF
    assert WRITTEN


@pytest.mark.parametrize("path", STAND_OFF, ids=lambda path: path.name)
def test_stand_off_annotations_hold_ids_codes_and_offsets_but_no_text(path: Path) -> None:
    for item in read(path):
        assert set(item) == {"id", "events"}
        assert re.fullmatch(ID, item["id"])
        codes = annotate.SECTORS | annotate.STATUSES | annotate.EXTRA_MODES | set(annotate.MODES)
        codes = codes.union(*annotate.MODES.values())
        for text in strings_in(item["events"]):
            assert text in codes or re.fullmatch(r"[A-Z]{3}|\d{4}-\d\d-\d\d", text), f"{item['id']}: {text}"
        assert all(0 <= start < end for event in item["events"] for start, end in spans_of(event))


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_offsets_of_written_annotations_lie_on_words_of_their_text(path: Path) -> None:
    for item in read(path):
        text = item["text"]
        for start, end in (span for event in item["events"] for span in spans_of(event)):
            assert 0 <= start < end <= len(text), item["id"]
            assert text[start:end] == text[start:end].strip(), item["id"]
            edges = (text[max(0, start - 1) : start + 1], text[end - 1 : end + 1])
            assert not any(re.fullmatch(r"\w\w", edge) for edge in edges), f"{item['id']}: cuts {text[start:end]!r}"


@pytest.mark.parametrize("path", [*STAND_OFF, *WRITTEN], ids=lambda path: path.name)
def test_annotations_use_types_modes_and_days_that_exist(path: Path) -> None:
    for item in read(path):
        for event in item["events"]:
            assert event["mode"] in {None} | annotate.MODES[event["type"]] | annotate.EXTRA_MODES, item["id"]
            assert event["status"] in annotate.STATUSES
            if event["date"]:
                assert date.fromisoformat(event["date"]["start"]) <= date.fromisoformat(event["date"]["end"])


def test_no_item_is_annotated_twice() -> None:
    ids = [item["id"] for path in (*STAND_OFF, *WRITTEN) for item in read(path)]
    assert len(set(ids)) == len(ids)


def test_what_is_said_is_told_once_by_ids_and_offsets() -> None:
    items = [item for path in SPEECH for item in read(path)]
    assert len({item["id"] for item in items}) == len(items) > 0
    annotated = {item["id"] for path in (*STAND_OFF, *WRITTEN) for item in read(path)}
    for item in items:
        assert set(item) == {"id", "said"}
        assert item["id"] in annotated
        assert not list(strings_in(item["said"]))
        for entry in item["said"]:
            spans = [entry["cue"], *entry["source"], *entry["content"]]
            assert all(0 <= start < end for start, end in spans), item["id"]
