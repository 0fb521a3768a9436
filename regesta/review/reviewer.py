"""A person at work on the register: turns what they say into decisions, or says why it cannot be one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from regesta.dedupe.cluster import METHOD
from regesta.errors import ConfigError
from regesta.model.decision import Act, Correction, Decision, Recorded
from regesta.model.entry import Entry, Report
from regesta.query.clusters.corrected import corrected_report
from regesta.query.register import Register
from regesta.query.speech.utterances import Utterances, open_utterances
from regesta.review.values import read_correction
from regesta.store.filters import StatementFilter

MAX_NAME_CHARS = 100
MAX_REASON_CHARS = 2000


@dataclass(frozen=True)
class Reviewer:
    """A person, and why they decide; each method returns decisions to be stored together, and stores nothing.

    An id may be that of an event or of an entry; of a pair also that of a statement, or of an utterance that several
    statements report. As entries are called by one of their events, and utterances by one of their statements, an id
    that is both means the entry or utterance, unless `event_only` is set.

    Attributes:
        register: The register they look at.
        author: Their name.
        reason: Why they decide so.
        now: When, UTC.
        event_only: Whether ids are those of single events or statements.

    Raises:
        ConfigError: The name or reason is missing or too long, or the name looks like that of a method.
    """

    register: Register
    author: str
    reason: str
    now: datetime
    event_only: bool = False

    def __post_init__(self) -> None:
        check_words("name", self.author, MAX_NAME_CHARS)
        check_words("reason", self.reason, MAX_REASON_CHARS)
        if METHOD.fullmatch(self.author.strip()):
            raise ConfigError(f"{self.author!r} is how a method signs; give the name of a person")

    def confirm(self, identifier: str) -> list[Decision]:
        """Say that an event is right; of an entry, the event that it shows."""
        return [self._decision("confirm", self._report(identifier, rejected_too=True).event.id)]

    def reject(self, identifier: str) -> list[Decision]:
        """Say that an event is wrong; of an entry, every event in it."""
        return [self._decision("reject", event_id) for event_id in self._events(identifier)]

    def same(self, left: str, right: str) -> list[Decision]:
        """Say that two events, or the entries they stand for, are one happening; that two statements are one utterance.

        Raises:
            ConfigError: Unknown ids, twice the same, an event and a statement, or both are one already.
        """
        if self._are_statements(left, right):
            utterance_of = self._utterances.joined.utterance_of
            if left == right:
                raise ConfigError(f"{left} is one statement; give two")
            if left in utterance_of and utterance_of[left] == utterance_of.get(right):
                raise ConfigError(f"{left} and {right} are one utterance already, {utterance_of[left]}")
            return [self._pair("same", left, right)]
        one, two = self._report(left).event.id, self._report(right).event.id
        cluster_of = self.register.clusters.cluster_of
        if one != two and one in cluster_of and cluster_of[one] == cluster_of.get(two):
            raise ConfigError(f"{left} and {right} are in one entry already, {cluster_of[one]}")
        return [self._pair("same", one, two)]

    def different(self, left: str, right: str) -> list[Decision]:
        """Say that an event is another happening than an event, or than every other event of an entry.

        Of statements likewise: that one is another utterance than a statement, or than all others of an utterance.

        Raises:
            ConfigError: Unknown ids, twice the same event or statement, or an event and a statement.
        """
        if self._are_statements(left, right):
            told = (right,) if self.event_only else self._utterances.joined.members.get(right, (right,))
            apart = [statement_id for statement_id in told if statement_id != left]
            if not apart:
                raise ConfigError(f"{left} and {right} are the same statement; give two")
            return [self._pair("different", left, other) for other in apart]
        lone = self._exact(left)
        others = [event_id for event_id in self._events(right) if event_id != lone]
        if not others:
            raise ConfigError(f"{left} and {right} are the same event; give two")
        return [self._pair("different", lone, other) for other in others]

    def correct(self, identifier: str, field: str, value: str) -> list[Decision]:
        """Say what a field of an event should hold; of an entry, of the event that it shows.

        Raises:
            ConfigError: An unknown id or field, an impossible value, or the value that it has already.
        """
        report = self._report(identifier)
        correction = read_correction(self.register.view, report, field, value)
        return [self._decision("correct", report.event.id, correction=correction)]

    def undo(self, decision_id: str) -> list[Decision]:
        """Take a decision back, also one that took another back.

        Raises:
            ConfigError: There is no such decision, or it was taken back already.
        """
        recorded = self._recorded(decision_id)
        if recorded.state == "undone" and recorded.by:
            raise ConfigError(f"decision {decision_id} was undone already, by {recorded.by.author} ({recorded.by.id})")
        return [self._decision("undo", "", undoes=decision_id)]

    @cached_property
    def _utterances(self) -> Utterances:
        return open_utterances(self.register.view)

    def _are_statements(self, left: str, right: str) -> bool:
        """Tell whether two ids are those of statements.

        Raises:
            ConfigError: Only one of them is, or no current version of an article has one of them.
        """
        view = self.register.view
        found = [identifier for identifier in (left, right) if view.statement(identifier)]
        if not found:
            return False
        if len({left, right}) > len(set(found)):
            raise ConfigError(f"{found[0]} is a statement and {right if found[0] == left else left} is none; give two")
        current = view.statement_ids(StatementFilter(ids=(left, right)))
        for identifier in found:
            if identifier not in current:
                raise ConfigError(f"no current version of an article has the statement {identifier}")
        return True

    def _recorded(self, decision_id: str) -> Recorded:
        for recorded in self.register.decided.log:
            if recorded.decision.id == decision_id:
                return recorded
        raise ConfigError(f"no decision has the id {decision_id!r}; `regesta review log` lists them")

    def _entry(self, identifier: str) -> Entry | None:
        """Return the entry that an id stands for; None when it stands for one event."""
        entry = None if self.event_only else self.register.entry(identifier)
        return entry if entry and entry.id == identifier else None

    def _events(self, identifier: str) -> list[str]:
        """Return the ids of the events that an id stands for."""
        entry = self._entry(identifier)
        return [report.event.id for report in entry.reports] if entry else [self._exact(identifier)]

    def _report(self, identifier: str, *, rejected_too: bool = False) -> Report:
        """Return the report that an id stands for: of an entry, the one that it shows."""
        entry = self._entry(identifier)
        event_id = entry.best.id if entry else self._exact(identifier, rejected_too=rejected_too)
        report = self.register.view.report(event_id)
        assert report is not None  # it is in the register
        return corrected_report(report, self.register.decided.corrections.get(event_id, ()))

    def _exact(self, identifier: str, *, rejected_too: bool = False) -> str:
        """Return the id of an event of the register.

        Raises:
            ConfigError: It is none; the message says what it is.
        """
        if identifier in self.register.clusters.outlines:
            return identifier
        if identifier in self.register.decided.rejected:
            if rejected_too:
                return identifier
            raise ConfigError(f"event {identifier} was rejected; confirm it, or undo that, first")
        raise ConfigError(what_it_is(self.register, identifier))

    def _pair(self, act: Act, one: str, two: str) -> Decision:
        if one == two:
            raise ConfigError(f"{one} is one event; give two")
        left, right = sorted((one, two))
        return self._decision(act, left, other=right)

    def _decision(
        self,
        act: Act,
        event: str,
        *,
        other: str | None = None,
        correction: Correction | None = None,
        undoes: str | None = None,
    ) -> Decision:
        return Decision(
            act=act,
            event=event,
            author=self.author.strip(),
            reason=self.reason.strip(),
            made=self.now,
            other=other,
            correction=correction,
            undoes=undoes,
        )


def what_it_is(register: Register, identifier: str) -> str:
    """Return what is wrong with an id that is no event of the register, in words."""
    view = register.view
    if view.report(identifier):
        return f"no current version of an article reports the event {identifier}; it was coded again since"
    if view.statement(identifier):
        return f"{identifier} is a statement; of statements only pairs can be judged, the same or different"
    if article := view.article(identifier):
        ids = ", ".join(event.id for event in article.events[:5]) or "none"
        return f"{identifier} is an article; give the id of an event in it ({ids})"
    return f"no entry or event has the id {identifier!r}; `regesta query entries` lists ids"


def check_words(what: str, words: str, most_chars: int) -> None:
    """Refuse a name or reason that says nothing, or too much.

    Raises:
        ConfigError: It is empty, longer than allowed, or has control characters.
    """
    if not words.strip():
        raise ConfigError(f"no {what}; say {'who decides' if what == 'name' else 'why'}")
    if len(words) > most_chars:
        raise ConfigError(f"the {what} has {len(words)} characters; {most_chars} are allowed")
    if any(ord(c) < 32 and c not in "\n\t\r" for c in words) or has_lone_surrogate(words):
        raise ConfigError(f"the {what} has characters that are no text")


def has_lone_surrogate(words: Iterable[str]) -> bool:
    """Tell whether a text has half a surrogate pair, which no file can hold."""
    return any("\ud800" <= c <= "\udfff" for c in words)
