"""What a batch says of each word (training/lessons.py)."""

import pytest

pytest.importorskip("torch", reason="PyTorch is in the environment of training: make -C training test")

from labelled import Attribution, Labelled, Nearby
from labels import MODE_UNKNOWN, MODES, ROLES, SPEECH, STATUSES, TYPES
from lessons import IGNORE, NO_PARTY, ROLE_WEIGHT, SPEECH_WEIGHT, begin_inside, of_event, possible

from tests.training.taught import SHORT, TALKS, a_lesson, a_passage, hosted, somewhere_in_it

BEGIN = {role: 1 + 2 * index for index, role in enumerate(ROLES)}
SAID = Attribution(cue=[(1, 2)], source=[(0, 1)], content=[(2, 5)])


def test_a_stretch_begins_once_and_goes_on_to_its_end() -> None:
    assert begin_inside([("place", (1, 4))], ROLES, 5) == [0, BEGIN["place"], *[BEGIN["place"] + 1] * 2, 0]


def test_who_is_a_party_and_a_place_is_learned_as_the_party() -> None:
    for roles in ({"place": [(0, 1)], "actor": [(0, 1)]}, {"actor": [(0, 1)], "place": [(0, 1)]}):
        assert of_event(0, hosted(roles=roles)).labels(3) == [BEGIN["actor"], 0, 0]


def test_where_only_the_parties_of_a_sentence_are_known_nothing_is_learned_of_other_words() -> None:
    question = of_event(0, hosted(roles=None, nearby=Nearby((1, 4), {"actor": [(2, 3)]})))
    assert question.is_answered
    assert question.labels(6) == [IGNORE, NO_PARTY, BEGIN["actor"], NO_PARTY, IGNORE, IGNORE]


def test_an_event_without_roles_puts_a_question_that_is_not_answered() -> None:
    assert not of_event(0, hosted(roles=None)).is_answered


def test_a_mode_is_learned_where_the_status_is_known_and_somebody_looked() -> None:
    learned = {None: 0, "meet": 1 + MODES.index("meet"), MODE_UNKNOWN: IGNORE}
    assert {mode: of_event(0, hosted(mode=mode)).mode for mode in learned} == learned
    unknown = of_event(0, hosted(status=None))
    assert (unknown.status, unknown.mode) == (IGNORE, IGNORE)
    assert of_event(0, hosted(status="denied")).status == STATUSES.index("denied")


def test_an_event_that_is_somewhere_is_at_no_word_that_is_taken() -> None:
    found = possible(somewhere_in_it("CONSULT", "AID", avoid=frozenset({0, 2})), 3, 8)
    assert found.nonzero().tolist() == sorted([1, TYPES.index(name)] for name in ("CONSULT", "AID"))


def test_where_every_word_is_taken_any_may_be_the_trigger_but_padding_never() -> None:
    found = possible(somewhere_in_it("AID", avoid=frozenset({0, 1})), 2, 8)
    assert found.any(-1).tolist() == [True, True, *[False] * 6]


def test_every_word_of_a_complete_passage_is_known_and_padding_is_not() -> None:
    lesson = a_lesson(a_passage(TALKS, hosted()), a_passage(SHORT))
    assert lesson.triggers[0].tolist() == [0, 1 + TYPES.index("CONSULT"), *[0] * 6]
    assert lesson.known.tolist() == lesson.real.float().tolist() == [[1.0] * 6 + [0.0] * 2, [1.0] * 3 + [0.0] * 5]
    assert not lesson.unsure.any()


def test_where_other_events_are_not_labelled_only_the_words_that_were_asked_about_are_known() -> None:
    lesson = a_lesson(a_passage(TALKS, hosted(), complete=False, nothing={4}))
    assert lesson.known[0].tolist() == [0, 1, 0, 0, 1, 0, 0, 0]
    assert lesson.unsure[0].tolist() == [1, 0, 1, 1, 0, 1, 0, 0]


def test_of_two_events_at_one_word_the_first_is_its_label_and_both_are_asked_for_their_roles() -> None:
    lesson = a_lesson(a_passage(TALKS, hosted(), Labelled(("AID",), 1, "planned")))
    assert lesson.triggers[0, 1] == 1 + TYPES.index("CONSULT")
    assert lesson.kinds.tolist() == [TYPES.index("CONSULT"), TYPES.index("AID")]


def test_nothing_is_learned_of_names_and_cues_where_nobody_looked() -> None:
    lesson = a_lesson(a_passage(TALKS, names=[("GPE", (0, 1))], attributions=[]), a_passage(SHORT))
    assert lesson.names[0].tolist() == [5, 0, 0, 0, 0, 0, IGNORE, IGNORE]
    assert lesson.cues[0].tolist() == [*[0] * 6, IGNORE, IGNORE]
    assert (lesson.names[1] == IGNORE).all()
    assert (lesson.cues[1] == IGNORE).all()


def test_a_corpus_that_says_nothing_of_events_teaches_none() -> None:
    lesson = a_lesson(a_passage(TALKS, hosted(), corpus="polnear", attributions=[SAID]))
    assert not lesson.known.any()
    assert not lesson.triggers.any()
    assert lesson.kinds.tolist() == [SPEECH]
    assert lesson.roles[0, :3].tolist() == [BEGIN["speaker"], 0, BEGIN["content"]]


def test_questions_stand_in_the_order_in_which_they_are_looked_up() -> None:
    unanswered = hosted(roles=None)
    lesson = a_lesson(
        a_passage(TALKS, unanswered, attributions=[SAID]), a_passage(SHORT, somewhere_in_it("RETREAT", roles={}))
    )
    assert lesson.hidden.tolist() == [1]
    assert lesson.rows.tolist() == [1, 0, 0]  # the hidden one, the answered one, the one without roles
    assert lesson.words.tolist() == [0, 1, 1]
    assert lesson.kinds.tolist() == [TYPES.index("RETREAT"), SPEECH, TYPES.index("CONSULT")]
    assert [round(weight, 3) for weight in lesson.weights.tolist()] == [ROLE_WEIGHT, SPEECH_WEIGHT]
    assert len(lesson.roles) == 2
    assert (lesson.roles[0, 3:] == IGNORE).all()  # padding of the shorter passage


def test_a_batch_without_events_asks_nothing() -> None:
    lesson = a_lesson(a_passage(SHORT))
    assert lesson.possible.shape == (0, 8, len(TYPES))
    assert (len(lesson.rows), len(lesson.roles), len(lesson.weights)) == (0, 0, 0)
