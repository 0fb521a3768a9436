"""Who deals with whom in the acts of an article."""

from dataclasses import replace

import pytest

from regesta.model.act import Act, Argument
from regesta.model.article import Article
from regesta.model.span import Span
from regesta.resolve.mentions.dealings import common_share, dealings_of
from tests.resolve.reports import Said, a_report

TEXT = "Envoys met ministers in Lima and rebels shot guards."
SAID = (Said("Envoys"), Said("ministers"), Said("Lima", "GPE"), Said("rebels"), Said("guards"))


def span_of(words: str) -> Span:
    at = TEXT.index(words)
    return Span(at, at + len(words))


def acting(trigger: str, type_: str, chance: float, **roles: str) -> Act:
    """Return an act of the text; `roles` tell words by role, several of one role apart by a comma."""
    filled = [(role, words) for role, listed in roles.items() for words in listed.split(",")]
    return Act(
        trigger=span_of(trigger), types=((type_, chance),), statuses=(("happened", 1.0),), mode=None,
        arguments=tuple(Argument(role, span_of(words), 1.0) for role, words in filled),
    )  # fmt: skip


def reported(*acts: Act) -> Article:
    return replace(a_report(TEXT, *SAID), acts=acts)


def dealings_in(*acts: Act) -> dict[str, list[tuple[str, str]]]:
    article = reported(*acts)
    assert article.parse is not None
    words = [mention.span.of(TEXT) for mention in article.mentions]
    found = dealings_of(article, article.parse)
    return {words[i]: [(name, words[other]) for name, other in dealings] for i, dealings in found.items()}


def test_those_who_meet_are_against_one_another_and_the_place_is_where() -> None:
    found = dealings_in(acting("met", "CONSULT", 0.9, actor="Envoys,ministers", place="Lima"))
    assert found == {
        "Envoys": [("against CONSULT", "ministers"), ("actor at CONSULT", "Lima")],
        "ministers": [("against CONSULT", "Envoys"), ("actor at CONSULT", "Lima")],
    }


def test_those_who_act_together_are_beside_one_another() -> None:
    found = dealings_in(acting("shot", "ASSAULT", 0.9, actor="Envoys,rebels", recipient="guards"))
    assert found["rebels"] == [("beside ASSAULT", "Envoys"), ("against ASSAULT", "guards")]
    assert found["guards"] == [("against ASSAULT", "Envoys"), ("against ASSAULT", "rebels")]


@pytest.mark.parametrize("act", [acting("shot", "ASSAULT", 0.2, actor="rebels", recipient="guards"), None])
def test_what_is_hardly_an_act_tells_nothing(act: Act | None) -> None:
    assert dealings_in(*([act] if act else [])) == {}


def test_words_that_no_mention_heads_fill_no_role() -> None:
    assert dealings_in(acting("shot", "ASSAULT", 0.9, actor="and", recipient="guards")) == {"guards": []}


@pytest.mark.parametrize(
    ("left", "right", "share"), [((0, 4), (0, 4), 1.0), ((0, 4), (2, 6), 1 / 3), ((0, 2), (4, 6), 0.0)]
)
def test_the_share_that_is_common(left: tuple[int, int], right: tuple[int, int], share: float) -> None:
    assert common_share(Span(*left), Span(*right)) == pytest.approx(share)
