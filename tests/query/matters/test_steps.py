from dataclasses import replace
from datetime import date

from builders import a_date, an_article, an_event

from regesta.model.event import Status
from regesta.query.matters.steps import due_of

ARTICLE = an_article("Poland visited Lithuania.")
MONDAY, TUESDAY = date(2022, 12, 19), date(2022, 12, 20)


def due(*told: tuple[Status, date]) -> date | None:
    events = [an_event(ARTICLE, status=status, date=replace(a_date(day), basis="expression")) for status, day in told]
    days = due_of(events, MONDAY, is_forecast=False)
    return days.start if days else None


def test_what_may_still_happen_says_when_a_plan_is_due() -> None:
    assert due(("planned", TUESDAY)) == due(("hypothetical", TUESDAY)) == TUESDAY


def test_what_has_happened_or_is_denied_does_not() -> None:
    assert due(("happened", TUESDAY), ("denied", TUESDAY)) is None
