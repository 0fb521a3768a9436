"""What somebody has said over time: utterances by the period in which they were first published."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from regesta.model.entry import Utterance
from regesta.model.statement import Statement
from regesta.query.counts.timeline import Step, first_day, next_start, starts
from regesta.query.speech.utterances import Utterances
from regesta.store.filters import StatementFilter


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidPeriod:
    """What was said in one period.

    Attributes:
        start: Its first day.
        end: The day after its last.
        utterances: What was first published in it, the earliest first.
        classes: How many utterances there are of each speech class ("says", "denies"), the most frequent first.
        denied: How many of them say that something is not so.
    """

    start: date
    end: date
    utterances: tuple[Utterance, ...]
    classes: tuple[tuple[str, int], ...]
    denied: int


def said_over_time(utterances: Utterances, wanted: StatementFilter, step: Step = "month") -> list[SaidPeriod]:
    """Return what a filter lets through by period, from the first to the last; periods without utterances included.

    Args:
        utterances: The utterances of a store.
        wanted: Which; those of unknown day are left out.
        step: Length of a period; weeks begin on Mondays.
    """
    found: dict[date, list[Utterance]] = {}
    for utterance in utterances.find(wanted):
        if day := utterance.day:
            found.setdefault(first_day(day, step), []).append(utterance)
    if not found:
        return []
    return [make_period(start, step, found.get(start, [])) for start in starts(min(found), max(found), step)]


def make_period(start: date, step: Step, utterances: Iterable[Utterance]) -> SaidPeriod:
    """Return the period that begins on a day, with what was said in it."""
    told = sorted(utterances, key=lambda utterance: (utterance.day or start, utterance.id))
    shown = [utterance.best.statement for utterance in told]
    counts = Counter(map(class_of, shown))
    return SaidPeriod(
        start=start,
        end=next_start(start, step),
        utterances=tuple(told),
        classes=tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))),
        denied=sum(statement.polarity == "denied" for statement in shown),
    )


def class_of(statement: Statement) -> str:
    """Return the speech class of a statement; words in quotation marks without a cue are said."""
    return statement.speech_class or "says"
