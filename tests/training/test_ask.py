"""Questions about single words, and what their answers become."""

import json
from dataclasses import replace
from pathlib import Path

import ask
import asked as asked_module
import pytest
import questions
from asked import heed, heed_one
from corpora import everything, unread
from labelled import Labelled, Nearby, Passage, passage_id
from labels import STATUSES, TYPES

from regesta.annotate.acts.passages import words_of
from regesta.evaluate.held_out import is_held_out
from regesta.model.span import Span

DATA = sorted((Path(__file__).parents[2] / "training" / "data").glob("asked*.jsonl"))
TEXT = "Talks opened in Oslo. Mr. Lunde of Norway met the U.S. envoy and the envoy of Peru. Nobody signed."


def passage(text: str = TEXT, corpus: str = "unread") -> Passage:
    span = Span(0, len(text))
    return Passage(text, span, words_of(text, span), complete=False, corpus=corpus, key="k")


def word(of: Passage, text: str) -> int:
    return next(i for i, w in enumerate(of.words) if w.of(of.text) == text)


def answered(line: str, of: Passage, text: str = "met", told: Labelled | None = None) -> dict[str, object]:
    found = ask.answered(questions.WordQuestion(of, word(of, text), told), line.split("|"))
    return json.loads(json.dumps(found))


def test_a_sentence_ends_at_no_title_or_initial() -> None:
    asked = passage()
    start, end = questions.sentence_of(asked, word(asked, "met"))
    assert TEXT[start:end] == "Mr. Lunde of Norway met the U.S. envoy and the envoy of Peru."


def test_a_question_shows_its_word_in_its_sentence() -> None:
    asked = passage()
    question = questions.WordQuestion(asked, word(asked, "met"), Labelled(("CONSULT",), 9), "Norway | Peru")
    assert ask.shown(question) == (
        f"[{question.id}] CONSULT: Norway | Peru\n   Talks opened in Oslo.\n"
        " > Mr. Lunde of Norway «met» the U.S. envoy and the envoy of Peru.\n"
    )


def test_an_answer_becomes_offsets_into_the_passage() -> None:
    found = answered("CONSULT h | Mr. Lunde of Norway | the U.S. envoy; envoy#2", passage())
    assert found["passage"] == passage_id(passage())
    assert (found["type"], found["status"]) == ("CONSULT", "happened")
    named = [[TEXT[a:b] for a, b in found[role]] for role in ("actors", "recipients")]
    assert named == [["Mr. Lunde of Norway"], ["the U.S. envoy", "envoy"]]
    assert found["recipients"][1][0] == TEXT.rindex("envoy")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("MEET h | - | -", "no type and status"),
        ("CONSULT | - | -", "no type and status"),
        ("CONSULT h | -", "not actors and recipients"),
        ("CONSULT h | Oslo | -", "stands nowhere"),
        ("CONSULT h | envoy#3 | -", "stands nowhere"),
    ],
)
def test_a_wrong_answer_says_what_is_wrong(line: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        answered(line, passage())


def test_a_word_of_a_known_act_keeps_its_type() -> None:
    told = Labelled(("CONSULT",), 9, "planned")
    assert answered("Mr. Lunde | -", passage(), told=told)["status"] == "planned"
    assert answered("REJECT d | Mr. Lunde | -", passage(), told=told)["type"] == "REJECT"
    assert answered("none", passage(), told=told)["type"] is None


def test_who_takes_part_nearby_is_learned_of_an_event_without_roles() -> None:
    asked = passage(corpus="newswire")
    at = word(asked, "met")
    asked.events = [Labelled(("CONSULT",), at, "happened", number=0)]
    heed_one(asked, answered("Mr. Lunde | -", asked, told=asked.events[0]))
    lunde = word(asked, "Mr")
    assert asked.events[0].nearby == Nearby(
        (lunde, word(asked, "Nobody")), {"actor": [(lunde, lunde + 3)], "recipient": []}
    )
    assert asked.corpus == "newswire"


def test_a_word_of_what_nobody_annotated_becomes_an_event_or_nothing() -> None:
    asked = passage()
    heed_one(asked, answered("CONSULT h | - | -", asked))
    heed_one(asked, answered("none", asked, "signed"))
    assert [(e.types, e.trigger, e.roles) for e in asked.events] == [(("CONSULT",), word(asked, "met"), None)]
    assert asked.nothing == {word(asked, "signed")}
    assert asked.corpus == "asked"


def test_a_label_is_corrected() -> None:
    asked = passage(corpus="newswire")
    met, signed = word(asked, "met"), word(asked, "signed")
    asked.events = [Labelled(("AGREE",), met, roles={}), Labelled(("SUPPORT",), signed, roles={})]
    heed_one(asked, answered("CONSULT h | - | -", asked))
    heed_one(asked, answered("none", asked, "signed"))
    assert [(e.types, e.trigger) for e in asked.events] == [(("CONSULT",), met)]


def test_a_second_reading_of_who_takes_part_goes_before_the_first() -> None:
    asked = passage(corpus="newswire")
    met, oslo = word(asked, "met"), word(asked, "Oslo")
    given = {"actor": [(oslo, oslo + 1), (met + 2, met + 4)], "recipient": [], "place": [(oslo, oslo + 1)]}
    asked.events = [Labelled(("CONSULT",), met, "planned", roles=given)]
    heed_one(asked, answered("CONSULT h | Lunde | -", asked, told=asked.events[0]))
    lunde = word(asked, "Lunde")
    assert asked.events[0].status == "happened"
    assert asked.events[0].roles == {  # what stands in other sentences stays, and so does what was not asked
        "actor": [(oslo, oslo + 1), (lunde, lunde + 1)],
        "recipient": [],
        "place": [(oslo, oslo + 1)],
    }


def test_an_act_after_a_no_is_an_act() -> None:
    asked = passage()
    heed_one(asked, answered("none", asked))
    heed_one(asked, answered("CONSULT h | - | -", asked))
    assert (len(asked.events), asked.nothing) == (1, set())


def test_of_two_acts_at_one_word_only_the_one_meant_changes() -> None:
    asked = passage(corpus="newswire")
    met = word(asked, "met")
    asked.events = [Labelled(("AGREE",), met, roles={}), Labelled(("CONSULT",), met)]
    heed_one(asked, answered("CONSULT h | - | -", asked))
    assert [event.nearby is None for event in asked.events] == [True, False]


def test_nothing_held_out_is_changed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    learned = passage()
    (tmp_path / "data" / "asked0-unsure.jsonl").write_text(json.dumps(answered("none", learned)), encoding="utf-8")
    monkeypatch.setattr(asked_module, "HERE", tmp_path)
    keys = {held: next(k for k in map(str, range(99)) if is_held_out(k) == held) for held in (True, False)}
    found = [replace(passage(), key=keys[held], nothing=set()) for held in (True, False)]
    heed(found)
    assert [bool(p.nothing) for p in found] == [False, True]


@pytest.mark.parametrize(
    ("line", "message"),
    [("{id} none", "no answer"), ("0123456789 | none", "nobody asks"), ("{id} | CONSULT h | envoy#0 | -", "nowhere")],
)
def test_a_line_that_answers_nothing_says_so(line: str, message: str) -> None:
    of = passage()
    question = questions.WordQuestion(of, word(of, "met"))
    with pytest.raises(ValueError, match=message):
        ask.read_line(line.format(id=question.id), {question.id: question})


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.name)
def test_answers_hold_together(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        answer = json.loads(line)
        start, end = answer["word"]
        assert len(answer["passage"]) == 16
        assert 0 <= start < end
        if answer["type"] is None:
            assert set(answer) == {"passage", "word", "type"}
            continue
        assert answer["type"] in TYPES
        assert answer["status"] is None or answer["status"] in STATUSES
        first, last = answer["sentence"]
        assert all(first <= a < b <= last for a, b in [[start, end], *answer["actors"], *answer["recipients"]])


@pytest.mark.shared
def test_nothing_held_out_is_asked_about(root: Path) -> None:
    gold = root.parent / "shared" / "gold"
    passages = [*everything(gold), *unread(gold, more=True)]
    held_out = {passage_id(p) for p in passages if is_held_out(p.key)} - {
        passage_id(p) for p in passages if not is_held_out(p.key)
    }
    asked = {json.loads(line)["passage"] for path in DATA for line in path.read_text(encoding="utf-8").splitlines()}
    assert asked
    assert not asked & held_out
