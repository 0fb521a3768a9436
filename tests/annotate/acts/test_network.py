import numpy as np
import pytest

from regesta.annotate.acts.network import (
    WEIGHTS,
    Network,
    around,
    bucket,
    first_pieces,
    load_network,
    score,
    score_arguments,
    score_same,
    softmax,
)
from regesta.encoder.encoder import MAX_PIECES
from regesta.model.span import Span


def test_probabilities_add_up_to_one_however_large_the_scores() -> None:
    found = softmax(np.array([[1e4, -1e4, 0.0], [0.0, 0.0, 0.0]], dtype=np.float32))
    assert found.sum(-1).tolist() == pytest.approx([1, 1])
    assert found[0].tolist() == [1, 0, 0]


def test_buckets_grow_with_the_distance_and_are_finite() -> None:
    network = Network(None, None, None, {"distance_edges": [-2, -1, 0, 1, 2]})
    assert bucket(network, np.array([-10_000, -2, -1, 0, 1, 2, 10_000])).tolist() == [0, 0, 1, 2, 3, 4, 5]


@pytest.mark.model
def test_more_words_than_the_encoder_takes_are_read_without_trouble() -> None:
    text = "?!" * 300
    scored = score(load_network(), text, Span(0, len(text)))
    assert scored
    assert len(scored.words) == len(scored.triggers) == len(scored.names) == 600 > MAX_PIECES


@pytest.mark.model
def test_a_single_word_is_not_read() -> None:
    assert score(load_network(), "Expelled", Span(0, 8)) is None


@pytest.mark.model
def test_only_the_words_of_the_passage_are_read() -> None:
    text = "Nobody slept. Lithuania expelled four diplomats. Nobody slept."
    scored = score(load_network(), text, Span(14, 48))
    assert scored
    assert [word.of(text) for word in scored.words] == ["Lithuania", "expelled", "four", "diplomats", "."]
    assert int(scored.triggers[:, 0].argmin()) == 1


@pytest.mark.model
def test_what_the_network_says_are_probabilities_for_every_label() -> None:
    network = load_network()
    text = "Lithuania expelled four diplomats."
    scored = score(network, text, Span(0, len(text)))
    assert scored
    starts, roles, statuses, modes = score_arguments(network, scored, [1], [0])
    assert starts.tolist() == [0]
    labels = network.labels
    shapes = {
        "types": (scored.triggers, (5, 1 + len(labels["types"]))),
        "names": (scored.names, (5, 1 + 2 * len(labels["names"]))),
        "roles": (roles, (1, 5, 1 + 2 * len(labels["roles"]))),
        "statuses": (statuses, (1, len(labels["statuses"]))),
        "modes": (modes, (1, 1 + len(labels["modes"]))),
    }
    for found, shape in shapes.values():
        assert found.shape == shape
        assert np.allclose(found.sum(-1), 1, atol=1e-5)


@pytest.mark.model
def test_pairs_of_words_get_a_probability_each() -> None:
    network = load_network()
    text = "Lithuania expelled four diplomats. The expulsion angered nobody."
    scored = score(network, text, Span(0, len(text)))
    assert scored
    pairs, kinds, gaps = scored.states[[1, 1]], np.array([0, 1]), np.array([5, 50])
    chances = score_same(network, pairs, scored.states[[6, 7]], gaps, kinds)
    assert chances.shape == (2,)
    assert ((chances > 0) & (chances < 1)).all()


@pytest.mark.parametrize("name", ["words.onnx", "arguments.onnx"])
def test_attention_is_one_operator_in_the_shipped_files(name: str) -> None:
    content = (WEIGHTS / name).read_bytes()
    assert b"MultiHeadAttention" in content, "training/export.py fuses it; without, reading takes a third longer"
    assert b"Softmax" not in content


def test_windows_lie_around_their_triggers_and_in_the_passage() -> None:
    windows = around(np.array([0, 5, 9]), words=10, reach=2)
    assert windows.tolist() == [[0, 1, 2, 3, 4], [3, 4, 5, 6, 7], [5, 6, 7, 8, 9]]
    assert around(np.array([1]), words=3, reach=2).tolist() == [[0, 1, 2]]


def test_only_the_words_in_reach_are_asked_for_roles() -> None:
    network = load_network()
    text = "Malta condemned Tunisia. " + "The ferry left the harbour late again on Monday. " * 20
    scored = score(network, text[:690], Span(0, 690))
    assert scored is not None
    starts, roles, _, _ = score_arguments(network, scored, [1, 40], [8, 8], reach=10)
    assert starts.tolist() == [0, 30]
    assert roles.shape[:2] == (2, 21)
    assert np.allclose(roles.sum(-1), 1, atol=1e-5)


def test_words_that_no_piece_covers_get_the_last_mark() -> None:
    offsets = [(0, 0), (0, 3), (3, 5), (6, 9), (0, 0)]
    assert first_pieces(np.array([0, 3, 6, 5, 12]), offsets, last=4).tolist() == [1, 2, 3, 4, 4]
