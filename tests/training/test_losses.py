"""How far a network is from the gold (training/losses.py): of what is unknown, nothing is lost."""

from dataclasses import replace
from math import log

import pytest

pytest.importorskip("torch", reason="PyTorch is in the environment of training: make -C training test")

import torch
from encoders import Size
from labelled import Attribution, Labelled, Nearby, Passage
from labels import ROLES, TYPES
from lessons import IGNORE, NO_PARTY, Lesson
from losses import (
    OTHERS,
    UNSURE_WEIGHT,
    apart_from,
    apart_from_roles,
    best_of,
    likeliest,
    loss_of,
    somewhere,
    states_of,
)
from network import ROLE_LABELS, Network

from tests.training.taught import SHORT, TALKS, a_lesson, a_passage, hosted, somewhere_in_it

CONSULT, AID = TYPES.index("CONSULT"), TYPES.index("AID")
ACTOR, PLACE = (1 + 2 * ROLES.index(role) for role in ("actor", "place"))


@pytest.fixture(scope="module")
def network() -> Network:
    """Return a network that is small and has learned nothing, without dropout."""
    torch.manual_seed(1)
    return Network(Size(hidden=24, layers=1, pieces=1100, positions=64), decoder_layers=1).eval()


def scores_of(lesson: Lesson, sure: dict[tuple[int, int, int], float] | None = None) -> torch.Tensor:
    """Return trigger scores of a batch: no trigger anywhere, but for the words and labels that are given."""
    scores = torch.zeros(*lesson.triggers.shape, 1 + len(TYPES))
    scores[..., 0] = 5.0
    for at, score in (sure or {}).items():
        scores[at] = score
    return scores


def test_of_what_is_unknown_nothing_is_lost() -> None:
    scores = torch.log(torch.tensor([[0.5, 0.25, 0.25], [0.1, 0.1, 0.8]]))
    found = apart_from(scores, torch.tensor([1, IGNORE]))
    assert found.tolist() == [pytest.approx(log(4)), 0.0]


def test_a_word_that_names_no_party_may_have_any_other_role() -> None:
    chances = torch.full((1, 3, ROLE_LABELS), 1e-9)
    chances[0, 0, [0, PLACE]] = 0.5  # no party, one way or the other
    chances[0, 1, [0, ACTOR]] = 0.5  # a party, by half
    chances[0, 2, ACTOR] = 1.0
    found = apart_from_roles(torch.log(chances), torch.tensor([[NO_PARTY, NO_PARTY, IGNORE]]))
    assert found[0].tolist() == [pytest.approx(0, abs=1e-6), pytest.approx(log(2), abs=1e-6), 0.0]


def test_a_role_that_is_known_is_wanted_itself() -> None:
    chances = torch.full((1, 1, ROLE_LABELS), 1e-9)
    chances[0, 0, [0, PLACE]] = 0.5
    assert apart_from_roles(torch.log(chances), torch.tensor([[PLACE]])).item() == pytest.approx(log(2), abs=1e-6)
    assert {ACTOR, ACTOR + 1}.isdisjoint(OTHERS)
    assert {0, PLACE, PLACE + 1} <= set(OTHERS)


def test_an_event_that_is_somewhere_is_sought_among_the_words_and_types_it_may_be() -> None:
    lesson = a_lesson(a_passage(TALKS, somewhere_in_it("AID", avoid=frozenset({0}))))
    scores = scores_of(lesson, {(0, 0, 1 + AID): 9.0, (0, 3, 1 + CONSULT): 8.0, (0, 2, 1 + AID): 1.0})
    word, kind = best_of(scores[lesson.hidden], lesson.possible)
    assert (word.tolist(), kind.tolist()) == ([2], [AID])


def test_a_trigger_is_likeliest_by_its_odds_against_none() -> None:
    lesson = a_lesson(a_passage(TALKS, somewhere_in_it("AID")))
    scores = scores_of(lesson, {(0, 1, 1 + AID): 6.0, (0, 4, 1 + AID): 5.0, (0, 4, 0): 1.0})
    assert best_of(scores[lesson.hidden], lesson.possible)[0].tolist() == [4]  # lower, but with less against it


def test_the_likeliest_word_of_a_hidden_event_becomes_what_is_wanted() -> None:
    lesson = a_lesson(a_passage(TALKS, somewhere_in_it("AID"), complete=False))
    scores = scores_of(lesson, {(0, 3, 1 + AID): 4.0})
    words, kinds, wanted, weight = likeliest(lesson, scores, soft=False)
    assert (words.tolist(), kinds.tolist()) == ([3], [AID])
    assert wanted[0].tolist() == [0, 0, 0, 1 + AID, 0, 0, 0, 0]
    assert weight[0, 3] == 1.0
    assert not lesson.triggers.any()  # the batch itself stays as it is, for the next epoch


def test_where_it_is_sought_in_the_whole_sentence_no_word_of_it_is_taught_by_itself() -> None:
    lesson = a_lesson(a_passage(TALKS, somewhere_in_it("AID")), a_passage(SHORT))
    _, _, wanted, weight = likeliest(lesson, scores_of(lesson), soft=True)
    assert not wanted.any()
    assert not weight[0].any()
    assert weight[1].tolist() == lesson.known[1].tolist()


def test_no_trigger_is_taught_in_unread_sentences_only_where_it_is_likely_anyway() -> None:
    lesson = a_lesson(a_passage(TALKS, complete=False))
    _, _, _, weight = likeliest(lesson, scores_of(lesson, {(0, 1, 1 + AID): 9.0}), soft=False)
    rounded = [round(each, 3) for each in weight[0].tolist()]
    assert rounded == [UNSURE_WEIGHT, 0, *[UNSURE_WEIGHT] * 4, 0, 0]


def test_the_more_words_may_be_the_event_the_less_is_lost() -> None:
    lesson = a_lesson(a_passage(TALKS, somewhere_in_it("AID")))
    one, two = {(0, 1, 1 + AID): 5.0}, {(0, 1, 1 + AID): 5.0, (0, 2, 1 + AID): 5.0}
    nowhere, once, twice = (somewhere(lesson, scores_of(lesson, sure)).item() for sure in ({}, one, two))
    assert nowhere > once > twice > 0
    certain = somewhere(lesson, scores_of(lesson, {(0, 1, 1 + AID): 60.0})).item()
    assert certain == pytest.approx(0, abs=1e-4)


def test_an_event_of_another_type_is_not_the_one_that_is_sought() -> None:
    lesson = a_lesson(a_passage(TALKS, somewhere_in_it("AID")))
    other = somewhere(lesson, scores_of(lesson, {(0, 1, 1 + CONSULT): 60.0})).item()
    assert other > somewhere(lesson, scores_of(lesson)).item()


def passages() -> list[Passage]:
    """Return passages of several lengths, with everything that can be known and not known of them."""
    said = Attribution(cue=[(1, 2)], source=[(0, 1)], content=[(2, 5)])
    nearby = Nearby((0, 3), {"actor": [(0, 1)]})
    return [
        a_passage(TALKS, hosted(), names=[("GPE", (0, 1))], attributions=[said]),
        a_passage(SHORT, Labelled(("RETREAT",), 1, "planned", None, None, nearby=nearby), complete=False),
        a_passage(
            "Envoys of nine states came to Oslo and signed.", somewhere_in_it("AGREE", roles={"actor": [(0, 1)]})
        ),
    ]


@pytest.mark.parametrize("soft", [False, True])
def test_the_loss_of_a_batch_is_that_of_its_passages_whatever_stands_beside_them(network: Network, soft: bool) -> None:
    alone = [a_lesson(passage) for passage in passages()]
    together = a_lesson(*passages())
    losses = [loss_of(network, lesson, states_of(network, lesson), soft)[0].item() for lesson in alone]
    whole, parts = loss_of(network, together, states_of(network, together), soft)
    assert whole.item() == pytest.approx(sum(losses) / len(losses), rel=1e-3)
    assert set(parts) == {"trigger", "name", "cue", "role", "status", "mode"}
    assert all(torch.isfinite(value) for value in parts.values())


def test_a_step_down_the_slope_brings_the_network_nearer(network: Network) -> None:
    lesson = a_lesson(*passages())
    learner = Network(network.encoder.size, decoder_layers=1).eval()
    learner.load_state_dict(network.state_dict())
    descent = torch.optim.SGD(learner.parameters(), lr=0.02)
    before, parts = loss_of(learner, lesson, states_of(learner, lesson))
    before.backward()
    assert not any(value.requires_grad for value in parts.values())
    descent.step()
    assert loss_of(learner, lesson, states_of(learner, lesson))[0].item() < before.item()


def test_a_batch_that_asks_nothing_has_no_loss_of_roles(network: Network) -> None:
    lesson = a_lesson(a_passage(SHORT))
    _, parts = loss_of(network, lesson, states_of(network, lesson))
    assert set(parts) == {"trigger", "name", "cue"}
    assert parts["name"] == parts["cue"] == 0.0  # nobody looked


def test_a_role_counts_as_much_as_its_question(network: Network) -> None:
    lesson = a_lesson(a_passage(TALKS, hosted()))
    half = replace(lesson, weights=lesson.weights / 2)
    full, less = (loss_of(network, each, states_of(network, each))[1]["role"].item() for each in (lesson, half))
    assert less == pytest.approx(full / 2)
