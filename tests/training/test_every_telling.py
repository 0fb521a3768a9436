"""Texts of which every telling is annotated, and what the network learns of them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import every_telling as tellings
import pytest
import tell
from labels import MODE_UNKNOWN, STATUSES, TYPES

from regesta.evaluate.held_out import is_held_out

TEXT = "Gunmen raided a Malian post on Monday. The army said the raid killed two soldiers. Rain fell in Oslo."
RAID = "0.0 | ASSAULT h | raided | Gunmen | a Malian post | e1*\n0.1 | ASSAULT h | raid | - | two soldiers | e1\n"
Compile = Callable[[str], list[dict[str, Any]]]


@pytest.fixture
def compiled(tmp_path: Path) -> Compile:
    """Compiles answers about `TEXT`, and a second text in which nothing happens."""

    def compile_(answers: str) -> list[dict[str, Any]]:
        path = tmp_path / "answers.txt"
        path.write_text(answers, encoding="utf-8")
        texts = [{"id": "a", "text": TEXT}, {"id": "b", "text": "Rain fell."}]
        return json.loads(json.dumps(list(tell.compiled(texts, path))))

    return compile_


def test_tellings_with_one_label_are_of_one_event(compiled: Compile) -> None:
    raid, rain = compiled(f"{RAID}1 | none\n")
    assert rain == {"id": "b", "events": []}
    [event] = raid["events"]
    assert [TEXT[slice(*told["trigger"])] for told in event] == ["raided", "raid"]
    assert [told["cited"] for told in event] == [True, False]


def test_parties_are_sought_in_the_sentence_of_their_telling(compiled: Compile) -> None:
    [text] = compiled(RAID)
    [[first, second]] = text["events"]
    assert [TEXT[slice(*words)] for words in (*first["actors"], *first["recipients"])] == ["Gunmen", "a Malian post"]
    assert (second["actors"], second["recipients"]) == ([], [[TEXT.index("two"), TEXT.index("two") + 12]])


def test_what_is_told_once_needs_no_label(compiled: Compile) -> None:
    [text] = compiled("0.0 | ASSAULT h | raided | Gunmen | -\n0.1 | ASSAULT h | raid | - | -\n")
    assert [[told["cited"] for told in event] for event in text["events"]] == [[True], [True]]


@pytest.mark.parametrize(
    "answer",
    [
        "7.0 | ASSAULT h | raided | - | -",
        "x | none",
        "0.9 | ASSAULT h | raided | - | -",
        "0.0 | RAID h | raided | - | -",
        "0.0 | ASSAULT x | raided | - | -",
        "0.0 | ASSAULT h | raid | - | -",
        "0.1 | ASSAULT h | raid | Gunmen | -",
        "0.0 | ASSAULT h | raided | -",
    ],
)
def test_an_answer_that_fits_no_text_is_refused(compiled: Compile, answer: str) -> None:
    with pytest.raises(tell.Wrong):
        compiled(f"{answer}\n")


def test_the_command_says_what_is_wrong_and_keeps_our_own_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts, answers = tmp_path / "texts.jsonl", tmp_path / "answers.txt"
    texts.write_text(json.dumps({"id": "a", "text": TEXT}) + "\n", encoding="utf-8")
    answers.write_text("0.9 | ASSAULT h | raided | - | -\n", encoding="utf-8")
    assert tell.main(["compile", str(texts), str(answers)]) == 1
    said = capsys.readouterr()
    assert (said.out, "3 sentences" in said.err) == ("", True)
    answers.write_text(RAID, encoding="utf-8")
    for options, has_text in (([], False), (["--own"], True)):
        assert tell.main(["compile", str(texts), str(answers), *options]) == 0
        assert ("text" in json.loads(capsys.readouterr().out)) == has_text
    assert tell.main(["compile", str(texts)]) == tell.main([]) == 2


def test_every_telling_teaches_its_word_and_the_parties_of_its_own_sentence(compiled: Compile) -> None:
    [item] = compiled(RAID)
    [passage] = tellings.told_passages(TEXT, item, "written")
    first, second = passage.events
    assert passage.complete
    assert [passage.words[e.trigger or 0].of(TEXT) for e in passage.events] == ["raided", "raid"]
    assert first.number == second.number == 0
    assert {first.mode, second.mode} == {MODE_UNKNOWN}
    assert first.nearby is not None
    assert second.nearby is not None
    assert {role: len(found) for role, found in first.nearby.roles.items()} == {"actor": 1, "recipient": 1}
    assert passage.words[second.nearby.sentence[0]].of(TEXT) == "The"


def test_what_is_annotated_has_known_types_and_lies_inside_its_sentence() -> None:
    for kind in tellings.TOLD_TEXTS_OF:
        for item in tellings.annotated_tellings(kind).values():
            for told in (told for event in item["events"] for told in event):
                assert told["type"] in TYPES
                assert told["status"] in STATUSES
                first, end = told["sentence"]
                spans = [told["trigger"], *told["actors"], *told["recipients"]]
                assert all(first <= a < b <= end for a, b in spans), (kind, item["id"])
            assert all(sum(told["cited"] for told in event) == 1 for event in item["events"]), (kind, item["id"])
            assert all(len({told["type"] for told in event}) == 1 for event in item["events"]), (kind, item["id"])


def test_our_own_sentences_have_the_words_that_are_annotated() -> None:
    texts = tellings.told_texts(Path())
    texts |= tellings.written_texts(Path())
    own = [*tellings.annotated_tellings("told").items(), *tellings.annotated_tellings("written").items()]
    assert own
    for id_, item in own:
        assert all(texts[id_][slice(*told["trigger"])].strip() for event in item["events"] for told in event)


def test_sentences_of_one_happening_are_held_out_together() -> None:
    keys = {id_.split("/")[0] for id_ in tellings.annotated_tellings("told")}
    held_out = [key for key in keys if is_held_out(key)]
    assert 0 < len(held_out) < len(keys)
