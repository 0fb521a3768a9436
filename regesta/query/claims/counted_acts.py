"""The acts that a claim counts: looked for in outlines first, so that few entries need to be read."""

from datetime import date, timedelta

from regesta.model.article import Article
from regesta.model.claim import Claim
from regesta.model.entity import STATELESS
from regesta.model.entry import Entry, Report
from regesta.model.event import Event
from regesta.ontology.event_types import is_mutual
from regesta.query.claims.same_party import every_named, filter_value, may_be_named
from regesta.query.clusters.clusters import Cluster
from regesta.query.counts.several import tells_of_several
from regesta.query.register import Register
from regesta.store.filters import EventFilter
from regesta.store.outlines import EventOutline

LONGEST_DAYS = 31


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


def candidates_of(register: Register, article: Article, claim: Claim) -> list[Cluster]:
    """Return what outlines say may be acts of a claim up to its article's day, the earliest first.

    An entry is such an act when at least one telling says that it happened, with this type, this mode (where the claim
    has one), every party of the claim in its role, and a date of a month or less: "seven times this year" is not one.
    """
    measure, published = claim.measure, article.source.day
    party = filter_value(measure.parties)
    if published is None or party is None or obstacle(claim, published):
        return []
    wanted = EventFilter(
        type=measure.type, mode=measure.mode, party=party, status="happened", until=published + timedelta(days=1)
    )
    return [
        cluster
        for cluster in register.ranked(wanted, "oldest")
        if is_asked(claim, cluster.best.start, published) and may_be_act(claim, cluster)
    ]


def is_asked(claim: Claim, day: date | None, published: date) -> bool:
    """Tell whether what a claim says, or what it says of the time before, concerns acts of a day."""
    if day is None or day > published:
        return False
    return claim.kind == "last" or claim.period is None or claim.period.start <= day < claim.period.end


def may_be_act(claim: Claim, cluster: Cluster) -> bool:
    """Tell whether an entry may be one of the acts of a claim, as far as its outline tells."""
    if claim.kind == "last" and any(member.article_id == claim.article_id for member in cluster.members):
        return False  # the act that is said to be the first since is not one of those before it
    return any(may_be_counted(claim, member) for member in cluster.members)


def may_be_counted(claim: Claim, told: EventOutline) -> bool:
    """Tell whether an event may be one of those a claim counts: False only where `is_counted` is of its report."""
    measure = claim.measure
    if not is_of_kind(claim, told) or told.start is None or told.end is None or too_long(told.start, told.end):
        return False
    if measure.recipients and measure.actors:
        return may_be_named(measure.actors, told.actors) and may_be_named(measure.recipients, told.recipients)
    return may_be_named(measure.parties, (*told.actors, *told.recipients))


def is_of_kind(claim: Claim, told: Event | EventOutline) -> bool:
    """Tell whether an event happened, and is of the type and mode that a claim counts."""
    measure = claim.measure
    return told.status == "happened" and told.type == measure.type and measure.mode in (None, told.mode)


def too_long(start: date, end: date) -> bool:
    """Tell whether the days of an event are too many for one act."""
    return (end - start).days > LONGEST_DAYS


def counted_in(claim: Claim, entry: Entry) -> date | None:
    """Return the first day of the act of an entry that a claim counts; None when it counts none.

    That is the day the entry shows where its date is of a month or less and told by a report that is counted, else that
    of the first such report. An entry of which the date shown is longer is not counted.
    """
    shown = entry.best.date.interval if entry.best.date else None
    if shown is not None and too_long(shown.start, shown.end):
        return None
    counted = [report.event for report in entry.reports if is_counted(claim, report)]
    days = [event.date.interval.start for event in counted if event.date]
    return shown.start if shown and shown.start in days else min(days, default=None)


def is_counted(claim: Claim, report: Report) -> bool:
    """Tell whether what a report tells is a single act of those that a claim counts, and not the claim."""
    measure, event = claim.measure, report.event
    interval = event.date.interval if event.date else None
    if not is_of_kind(claim, event) or interval is None or too_long(interval.start, interval.end):
        return False
    if claim.kind == "count" and (event.article_id, event.trigger) == (claim.article_id, measure.trigger):
        return False  # what the claim counts is not one more of them
    if tells_of_several(report):
        return False
    if measure.recipients and measure.actors:
        return every_named(measure.actors, event.actors) and every_named(measure.recipients, event.recipients)
    return every_named(measure.parties, event.parties)
