"""What is moved is planned for its new day, and what is lifted is not imposed anew."""

from collections.abc import Callable
from datetime import date

import pytest

from regesta.model.article import Article

Coder = Callable[[str], Article]  # published on Tuesday, 20 December 2022
pytestmark = pytest.mark.model


def told(coded: Coder, text: str) -> list[tuple[str, str, str | None]]:
    """Type, status and first day of the events of a text."""
    events = coded(text).events
    return [(e.type, e.status, e.date and e.date.interval.start.isoformat()) for e in events]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ghana and Togo rescheduled their talks from January 15 to February 6.", "2023-02-06"),
        ("Danish President Bo Lund moved his visit to Ghana from January 8 to January 15.", "2023-01-15"),
        ("Danish President Bo Lund brought forward his trip to Ghana from January 20 to January 12.", "2023-01-12"),
        ("The summit of the leaders of Ghana and Togo was moved from January 24 to February 5.", "2023-02-05"),
        ("Ghana moved its summit with Togo from Monday to Friday.", "2022-12-30"),
    ],
)  # fmt: skip
def test_what_is_moved_is_planned_for_its_new_day(coded: Coder, text: str, day: str) -> None:
    assert ("CONSULT", "planned", day) in told(coded, text)
    assert all(status != "happened" for kind, status, _ in told(coded, text) if kind == "CONSULT")


@pytest.mark.parametrize(
    "text",
    [
        "Ghana and Togo held talks from December 5 to December 9.",
        "Ghana and Togo will hold talks from January 9 to January 13.",
    ],
)
def test_a_range_of_days_stays_one(coded: Coder, text: str) -> None:
    [event] = coded(text).events
    assert event.date is not None
    assert (event.date.interval.end - event.date.interval.start).days == 5


def test_a_postponement_is_of_its_own_day(coded: Coder) -> None:
    for text in ("Ghana and Togo delayed their talks to May 5.", "Ghana put off its talks with Togo until May 5."):
        assert ("REJECT", "happened", "2022-12-20") in told(coded, text)


@pytest.mark.parametrize(
    "text",
    [
        "Japan lifted its sanctions on Sudan on Monday.",
        "Sanctions on Sudan were eased by Japan on Monday.",
        "Norway on Monday removed an embargo on Sudan.",
    ],
)
def test_sanctions_that_are_lifted_are_not_imposed(coded: Coder, text: str) -> None:
    assert [kind for kind, _, _ in told(coded, text)] == ["RETREAT"]


def test_sanctions_beside_others_that_are_lifted_are_imposed(coded: Coder) -> None:
    kinds = [kind for kind, _, _ in told(coded, "Norway imposed sanctions on Cuba after lifting a ban on Syria.")]
    assert kinds == ["SANCTION", "RETREAT"]


@pytest.mark.parametrize("length", ["six years", "three months"])
def test_what_was_not_done_for_long_before_a_day_has_no_date(coded: Coder, length: str) -> None:
    article = coded(f"Ghanaian President Nana Akufo-Addo had not visited Tehran for {length} before Monday.")
    assert [(e.status, e.date) for e in article.events] == [("denied", None)]
    [claim] = article.claims
    assert (claim.kind, claim.value) == ("last", 0)
    assert claim.period is not None
    assert claim.period.start == {"six years": date(2016, 12, 19), "three months": date(2022, 9, 19)}[length]
    assert claim.period.end == date(2022, 12, 19)
