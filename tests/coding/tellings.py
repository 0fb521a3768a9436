"""Hand-coded tellings of one article, so that tests need no model."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from builders import DAY, a_date, an_article, an_event

from regesta.coding.tellings.retelling import Coded
from regesta.coding.triggers.candidates import Candidate
from regesta.model.act import Act
from regesta.model.event import EventDate
from regesta.model.span import Span

TEXT = "Poland visited Lithuania. Latvia saw Poland visit Lithuania. Estonia and Sweden enjoyed their visit in Riga."
ARTICLE = an_article(TEXT)


def an_act(*earlier: tuple[int, float]) -> Act:
    types = (("CONSULT", 0.9),)
    return Act(trigger=Span(0, 1), types=types, statuses=(("happened", 0.9),), mode=None, arguments=(), earlier=earlier)


def a_telling(trigger: str = "visited", act: Act | None = None, number: int | None = None, **changes: Any) -> Coded:
    """A visit of Poland to Lithuania, coded, in a sentence of its own for each trigger word."""
    claims = {name: changes.pop(name, False) for name in ("is_nominal", "is_toll", "is_anew")}
    token = changes.pop("token", 0)
    event = an_event(ARTICLE, trigger, **{"evidence": (Span(0, len(trigger)),), **changes})
    candidate = Candidate(
        token=token, event_type=event.type, entry=None, act=act, number=number, read={event.type: 0.9}, rivals=()
    )
    return Coded(candidate, event, event.evidence[0], **claims)


def told_on(days: int) -> EventDate:
    """A date that words of the text tell."""
    return replace(a_date(DAY + timedelta(days=days)), basis="expression", span=Span(0, 1), text="then")
