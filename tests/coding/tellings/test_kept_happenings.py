"""Each telling is compared with few happenings, and with all those that it may be one with."""

import pytest

from regesta.coding.events import readings_told
from regesta.coding.roles.roles import scene_of
from regesta.coding.tellings import kept
from regesta.coding.tellings.kept import Kept, are_strangers_apart
from regesta.coding.tellings.retelling import Coded, is_retelling
from regesta.read.record import make_article
from regesta.run.config import DEFAULT_STAGES, Config

TEXT = """The president of Chad met the prime minister of Togo in Lome on Monday. Rebels attacked a convoy near Gao.

Peru and Chile signed a treaty on trade. The treaty was signed in Lima. Kenya accused Uganda of arming rebels.
Police in Accra arrested four men. The men were detained after a raid. The envoy of France visited Dakar.

Soldiers shelled a village, and the shelling killed three people. The talks of Chad and Togo ended without a deal.
Norway imposed sanctions on Iran. The sanctions were imposed after a vote. Japan condemned the attack on the convoy.
Uganda rejected the charge. Egypt and Sudan held talks in Cairo. The two sides met again on Friday."""


@pytest.fixture(scope="module")
def told() -> list[Coded]:
    """The readings of an article."""
    stages = Config(stages=DEFAULT_STAGES[: DEFAULT_STAGES.index("events")])
    article = next(stages.pipeline(strict=True)([make_article(TEXT, published="2024-05-06")]))
    assert article.parse is not None
    return readings_told(scene_of(article, article.parse))


@pytest.mark.model
def test_no_happening_is_left_out_that_a_telling_may_be_one_with(told: list[Coded]) -> None:
    found = Kept(told)
    for one in told:
        found.add(one)
    like = {(one.token, at) for one in told for at in found.like(one)}
    same = {(one.token, at) for one in told for at, other in enumerate(told) if is_retelling(one, other)}
    assert same <= like
    assert len(like) < len(told) ** 2 / 3


@pytest.mark.model
def test_all_of_a_type_are_looked_at_where_weights_make_strangers_one(
    told: list[Coded], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert are_strangers_apart()
    monkeypatch.setattr(kept, "SAME_ODDS", -10.0)
    assert not are_strangers_apart()
    found = Kept(told)
    for one in told:
        found.add(one)
    for one in told:
        assert {at for at, other in enumerate(told) if other.event.type == one.event.type} <= {*found.like(one)}
