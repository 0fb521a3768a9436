"""Claims held against the register: what it supports of them itself, and never more than that."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from regesta.model.annotation import DateInterval
from regesta.model.article import Article, Source
from regesta.model.claim import Claim, ClaimKind
from regesta.model.entity import STATELESS
from regesta.model.entry import Entry
from regesta.model.event import Event
from regesta.model.span import Citation
from regesta.ontology.counting import load_counting
from regesta.ontology.event_types import is_mutual
from regesta.query.coverage import Coverage, Reading, read_days, up_to
from regesta.query.register import Register
from regesta.query.rounds import counts_rounds, round_told
from regesta.query.same_party import every_named, filter_value
from regesta.store.filters import EVERY_EVENT, EventFilter
from regesta.store.matching import is_named
from regesta.store.view import View
from regesta.store.words import folded_words


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter:
    """Which claims; what is given must all hold. Parties are given as in `EventFilter`.

    Attributes:
        party: Who takes part in the acts counted.
        dyad: Two parties that both do.
        speaker: Who makes the claim.
        type: PLOVER type of the acts.
        mode: Their mode.
        kind: "count", "ordinal" or "last".
        since: The period of the claim reaches this day or a later one; without a period, its article's day does.
        until: The period begins before this day; without a period, its article appeared before.
        article: Id of the article that makes it.
        publisher: Who published that article, exactly as stored.
        min_confidence: Confidence of at least this, 0 to 1.
        limit: At most so many; None for all.
        offset: Leave out so many first.
    """

    party: str | None = None
    dyad: tuple[str, str] | None = None
    speaker: str | None = None
    type: str | None = None
    mode: str | None = None
    kind: ClaimKind | None = None
    since: date | None = None
    until: date | None = None
    article: str | None = None
    publisher: str | None = None
    min_confidence: float = 0.0
    limit: int | None = None
    offset: int = 0


LONGEST_DAYS = 31
EVERY_CLAIM = ClaimFilter()


@dataclass(frozen=True, slots=True, kw_only=True)
class OnRecord:
    """An entry that a claim counts or is contradicted by.

    Attributes:
        id: Id of the entry.
        day: Its first day.
        support: Articles that report it.
        number: Which round it is by its words, where the claim counts rounds, packages or the like; else None.
    """

    id: str
    day: date
    support: int
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedClaim:
    """A claim with what the register has on the same acts.

    Attributes:
        claim: The claim.
        source: Where its article comes from.
        title: The article's headline; None when unknown.
        citation: The words that claim it.
        sentence: The sentence they stand in.
        on_record: Entries of these acts in the claim's period, up to the day of its article, the earliest first.
        last_on_record: The latest such entry before the period of a claim of kind "last"; None for other claims, and
            when there is none.
        coverage: What was read about the period; None when the article has no day.
        not_compared: Why the register was not asked, in words; None when it was.
    """

    claim: Claim
    source: Source
    title: str | None
    citation: Citation
    sentence: Citation
    on_record: tuple[OnRecord, ...]
    last_on_record: OnRecord | None
    coverage: Coverage | None
    not_compared: str | None

    @property
    def rounds(self) -> dict[int, tuple[str, ...]]:
        """The ids of the entries on record that their words number, by number, in ascending order."""
        found: dict[int, tuple[str, ...]] = {}
        for entry in self.on_record:
            if entry.number:
                found[entry.number] = (*found.get(entry.number, ()), entry.id)
        return dict(sorted(found.items()))


def list_claims(register: Register, wanted: ClaimFilter = EVERY_CLAIM) -> list[CheckedClaim]:
    """List claims, each held against the register, by day of publication, then article id, then place in the text."""
    found = list(matching(register, wanted))
    end = len(found) if wanted.limit is None else wanted.offset + wanted.limit
    days = register.kept(EVERY_EVENT, "days read", lambda: read_days(register.view))
    return [check_claim(register, article, claim, days) for article, claim in found[wanted.offset : end]]


def count_claims(register: Register, wanted: ClaimFilter = EVERY_CLAIM) -> int:
    """Count the claims that a filter lets through, whatever its limit and offset."""
    return sum(1 for _ in matching(register, wanted))


def matching(register: Register, wanted: ClaimFilter) -> Iterator[tuple[Article, Claim]]:
    """Yield the claims that a filter lets through, with their articles."""
    for article in register.kept(EVERY_EVENT, "claiming articles", lambda: claiming_articles(register.view)):
        if wanted.article in (None, article.id) and wanted.publisher in (None, article.source.publisher):
            yield from ((article, claim) for claim in article.claims if claim_matches(claim, article, wanted))


def claiming_articles(view: View) -> list[Article]:
    """Return the articles that make claims with what their claims are shown by: they are kept in memory."""
    return [
        Article(id=a.id, text=a.text, title=a.title, source=a.source, claims=a.claims)
        for a in view.articles()
        if a.claims
    ]


def claim_matches(claim: Claim, article: Article, wanted: ClaimFilter) -> bool:
    """Tell whether a filter lets a claim through."""
    measure = claim.measure
    parties = [role.actor for role in measure.parties if role.actor]
    names = (*(wanted.dyad or ()), *((wanted.party,) if wanted.party else ()))
    speaker = claim.speaker.actor if claim.speaker else None
    return (
        all(any(is_named(actor, name) for actor in parties) for name in names)
        and (wanted.speaker is None or (speaker is not None and is_named(speaker, wanted.speaker)))
        and wanted.type in (None, measure.type)
        and wanted.mode in (None, measure.mode)
        and wanted.kind in (None, claim.kind)
        and claim.confidence >= wanted.min_confidence
        and period_matches(claim, article.source.day, wanted)
    )


def period_matches(claim: Claim, published: date | None, wanted: ClaimFilter) -> bool:
    """Tell whether the period of a claim, else the day of its article, lies in that of a filter."""
    if wanted.since is None and wanted.until is None:
        return True
    if claim.period is None and published is None:
        return False
    start = claim.period.start if claim.period else published
    end = claim.period.end if claim.period else (published or date.max)
    return (wanted.since is None or end >= wanted.since) and (
        wanted.until is None or (start is not None and start < wanted.until)
    )


def check_claim(register: Register, article: Article, claim: Claim, days: Reading) -> CheckedClaim:
    """Return a claim with what the register has on it."""
    published = article.source.day
    period = period_of(claim, published, days) if published else None
    not_compared = obstacle(claim, published)
    acts = acts_on_record(register, claim, published) if published and not not_compared else []
    if claim.kind == "last":  # the act that is said to be the first since is not one of those before it
        acts = [entry for entry in acts if all(report.event.article_id != article.id for report in entry.reports)]
    told = [on_record(entry, nouns_of(claim)) for entry in acts]
    inside = [e for e in told if claim.period is None or (period and period.start <= e.day < period.end)]
    before = [e for e in told if claim.period and e.day < claim.period.start]
    return CheckedClaim(
        claim=claim,
        source=article.source,
        title=article.title,
        citation=Citation(article.id, claim.span, claim.text),
        sentence=Citation(article.id, claim.evidence, claim.evidence.of(article.text)),
        on_record=tuple(inside),
        last_on_record=before[-1] if before and claim.kind == "last" else None,
        coverage=days.of(period) if period else None,
        not_compared=not_compared,
    )


def nouns_of(claim: Claim) -> frozenset[str]:
    """Return what a claim counts acts in, "round", "package" and the like; none where it counts the acts themselves.

    What one calls the third round is the third package of another, so that these are one series.
    """
    nouns = load_counting().containers
    return nouns if counts_rounds(folded_words(claim.text), nouns) else frozenset()


def obstacle(claim: Claim, published: date | None) -> str | None:
    """Return why a claim cannot be held against the register; None when it can."""
    measure = claim.measure
    parties = measure.parties
    if published is None:
        return "the article has no day"
    if not any(role.actor for role in parties):
        return "no party is known"
    is_alone = len(parties) == 1 and not (parties[0].actor and parties[0].actor.iso3 in STATELESS)
    if is_mutual(measure.type) and is_alone:
        return "the text names one side only"  # the meetings of one side with anybody would be too many
    return None


def period_of(claim: Claim, published: date, days: Reading) -> DateInterval:
    """Return the days in which the register is asked: the claim's, cut at its article; else all days read until it."""
    return up_to(claim.period, days.first or published, published)


def acts_on_record(register: Register, claim: Claim, published: date) -> list[Entry]:
    """Return the entries that are acts of the claim's measure up to its article's day, the earliest first.

    An entry is one when at least one telling says that it happened, with this type, this mode (where the claim has
    one), every party of the claim in its role, and a date of a month or less: "seven times this year" is not one act.
    """
    measure = claim.measure
    party = filter_value(measure.parties)
    if party is None:
        return []
    wanted = EventFilter(
        type=measure.type, mode=measure.mode, party=party, status="happened", until=published + timedelta(days=1)
    )
    entries = register.entries(wanted, "oldest")
    found = [entry for entry in entries if any(is_counted(claim, report.event) for report in entry.reports)]
    return [entry for entry in found if entry.best.date is not None and day_of(entry.best) <= published]


def is_counted(claim: Claim, event: Event) -> bool:
    """Tell whether an event is one of those a claim counts."""
    measure = claim.measure
    if event.status != "happened" or event.type != measure.type or measure.mode not in (None, event.mode):
        return False
    if event.date is None or (event.date.interval.end - event.date.interval.start).days > LONGEST_DAYS:
        return False
    if claim.kind == "count" and (event.article_id, event.trigger) == (claim.article_id, measure.trigger):
        return False  # what the claim counts is not one more of them
    if measure.recipients and measure.actors:
        return every_named(measure.actors, event.actors) and every_named(measure.recipients, event.recipients)
    return every_named(measure.parties, event.parties)


def day_of(event: Event) -> date:
    """Return the first day of an event; the last of all days when it has no date."""
    return event.date.interval.start if event.date else date.max


def on_record(entry: Entry, nouns: Collection[str]) -> OnRecord:
    """Return an entry as what is on record, with its number in a series that is counted in some nouns."""
    number = round_told(entry.reports, nouns) if nouns else None
    return OnRecord(id=entry.id, day=day_of(entry.best), support=entry.support, number=number)
