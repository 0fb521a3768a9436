"""Claims held against the register: what it supports of them itself, and never more than that."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from regesta.model.annotation import DateInterval
from regesta.model.article import Article, Source
from regesta.model.claim import Claim, ClaimKind
from regesta.model.entry import Entry
from regesta.model.span import Citation
from regesta.ontology.counting import load_counting
from regesta.query.claims.counted_acts import candidates_of, counted_in, obstacle
from regesta.query.clusters.clusters import Cluster
from regesta.query.counts.coverage import Coverage, Reading, read_days, up_to
from regesta.query.matters.rounds import counts_rounds, round_told
from regesta.query.register import Register
from regesta.store.filters import EVERY_EVENT
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


GROUP_CLAIMS = 25  # a page; the entries that they may count are read at once
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
    shown = found[wanted.offset : end]
    groups = (shown[start : start + GROUP_CLAIMS] for start in range(0, len(shown), GROUP_CLAIMS))
    return [checked for group in groups for checked in check_claims(register, group, days)]


def count_claims(register: Register, wanted: ClaimFilter = EVERY_CLAIM) -> int:
    """Count the claims that a filter lets through, whatever its limit and offset."""
    return sum(1 for _ in matching(register, wanted))


def matching(register: Register, wanted: ClaimFilter) -> Iterator[tuple[Article, Claim]]:
    """Yield the claims that a filter lets through, with their articles."""
    is_open = replace(wanted, limit=None, offset=0) == EVERY_CLAIM
    for article in register.kept(EVERY_EVENT, "claiming articles", lambda: claiming_articles(register.view)):
        if is_open:
            yield from ((article, claim) for claim in article.claims)
        elif wanted.article in (None, article.id) and wanted.publisher in (None, article.source.publisher):
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


def check_claims(register: Register, found: Sequence[tuple[Article, Claim]], days: Reading) -> list[CheckedClaim]:
    """Return claims with what the register has on each."""
    candidates = [kept_candidates(register, article, claim) for article, claim in found]
    needed = {cluster.id: cluster for chosen in candidates for cluster in chosen}
    entries = {entry.id: entry for entry in register.entries_of(list(needed.values()))}
    return [
        check_claim(article, claim, days, [entries[cluster.id] for cluster in chosen])
        for (article, claim), chosen in zip(found, candidates, strict=True)
    ]


def kept_candidates(register: Register, article: Article, claim: Claim) -> list[Cluster]:
    """Return the entries that a claim may count; a page asks for more parties and days than filters are kept."""
    return register.kept(EVERY_EVENT, ("acts", article.id, claim.id), lambda: candidates_of(register, article, claim))


def check_claim(article: Article, claim: Claim, days: Reading, candidates: Iterable[Entry]) -> CheckedClaim:
    """Return a claim with what the register has on it.

    Args:
        article: The article that makes it.
        claim: The claim.
        days: The days that were read.
        candidates: The entries that it may count, the earliest first; see `candidates_of`.
    """
    published = article.source.day
    period = period_of(claim, published, days) if published else None
    acts = [(entry, day) for entry in candidates if (day := counted_in(claim, entry))]
    told = sorted((on_record(entry, day, nouns_of(claim)) for entry, day in acts), key=lambda e: (e.day, e.id))
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
        not_compared=obstacle(claim, published),
    )


def nouns_of(claim: Claim) -> frozenset[str]:
    """Return what a claim counts acts in, "round", "package" and the like; none where it counts the acts themselves.

    What one calls the third round is the third package of another, so that these are one series.
    """
    nouns = load_counting().containers
    return nouns if counts_rounds(folded_words(claim.text), nouns) else frozenset()


def period_of(claim: Claim, published: date, days: Reading) -> DateInterval:
    """Return the days in which the register is asked: the claim's, cut at its article; else all days read until it."""
    return up_to(claim.period, days.first or published, published)


def on_record(entry: Entry, day: date, nouns: Collection[str]) -> OnRecord:
    """Return an entry as what is on record on a day, with its number in a series that is counted in some nouns."""
    number = round_told(entry.reports, nouns) if nouns else None
    return OnRecord(id=entry.id, day=day, support=entry.support, number=number)
