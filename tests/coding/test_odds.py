import math
import pickle
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.coding import odds
from regesta.coding.odds import chance, load_weights, log_odds
from regesta.errors import OntologyError

Weights = dict[str, dict[str, float]]
WeighBy = Callable[[Weights], None]
CHOICES = {"clearest", "place"}  # of which only differences count


def test_a_chance_adds_up_weights_times_values(weigh_by: WeighBy) -> None:
    weigh_by({"event": {"bias": -1.0, "network": 2.0, "noun": -0.5}})
    assert chance("event", [("network", 1.5), ("noun", 1.0)]) == pytest.approx(1 / (1 + math.exp(-1.5)))


def test_without_features_the_bias_decides(weigh_by: WeighBy) -> None:
    weigh_by({"event": {"bias": 0.0}})
    assert chance("event", []) == 0.5


def test_features_without_weight_count_nothing(weigh_by: WeighBy) -> None:
    weigh_by({"event": {"bias": 0.25, "network": 1.0}})
    assert chance("event", [("network", 1.0), ("weather", 1000.0)]) == chance("event", [("network", 1.0)])


def test_each_judgement_has_its_own_weights(weigh_by: WeighBy) -> None:
    weigh_by({"event": {"bias": 2.0}, "same": {"bias": -2.0}})
    assert chance("event", []) + chance("same", []) == pytest.approx(1)


@pytest.mark.parametrize("value", [1e300, -1e300, math.inf, -math.inf])
def test_overwhelming_evidence_stays_a_probability(weigh_by: WeighBy, value: float) -> None:
    weigh_by({"event": {"bias": 0.0, "network": 1.0}})
    assert 0 < chance("event", [("network", value)]) < 1


@given(st.floats(0, 1))
def test_log_odds_are_bounded_and_symmetric(probability: float) -> None:
    bound = math.log(0.997 / 0.003)
    assert -bound <= log_odds(probability) <= bound
    assert log_odds(1 - probability) == pytest.approx(-log_odds(probability), abs=1e-9)


def test_log_odds_rise_with_the_probability() -> None:
    assert log_odds(0.5) == 0
    assert all(low < high for low, high in pairwise(log_odds(p / 100) for p in range(1, 100)))


def test_certainty_counts_as_much_as_the_floor_allows() -> None:
    assert log_odds(0) == log_odds(0.003)
    assert log_odds(1) == log_odds(0.997)
    assert log_odds(1, floor=0.1) == pytest.approx(math.log(9))


@pytest.mark.parametrize("content", ["", "{", '{"event": {"bias": 1.0}'])
def test_a_broken_file_says_where_it_is_and_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str
) -> None:
    path = tmp_path / "odds.json"
    path.write_text(content, encoding="utf-8")
    monkeypatch.setattr(odds, "PATH", path)
    with pytest.raises(OntologyError, match="install Regesta again") as caught:
        load_weights.__wrapped__()
    assert str(path) in str(caught.value)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "odds.json"
    path.write_bytes(b'{"\xe9vent": {"bias": 1.0}}')
    monkeypatch.setattr(odds, "PATH", path)
    with pytest.raises(OntologyError, match="cannot be read"):
        load_weights.__wrapped__()


def test_a_missing_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(odds, "PATH", tmp_path / "odds.json")
    with pytest.raises(OntologyError, match=r"odds\.json: cannot be read; install Regesta again"):
        load_weights.__wrapped__()


def test_the_weights_that_ship_are_finite_numbers_for_every_judgement(shipped_weights: Weights) -> None:
    assert set(shipped_weights) >= {"event", "same", "actor", "recipient", *CHOICES}
    assert all("bias" in features for name, features in shipped_weights.items() if name not in CHOICES)
    assert all(math.isfinite(weight) for features in shipped_weights.values() for weight in features.values())


@pytest.mark.parametrize("judgement", ["event", "same", "actor", "recipient"])
def test_the_networks_word_speaks_for_what_it_reads(judgement: str) -> None:
    chances = [chance(judgement, [("network", log_odds(p))]) for p in (0.05, 0.5, 0.95)]
    assert chances == sorted(chances)
    assert chances[0] < chances[-1]
