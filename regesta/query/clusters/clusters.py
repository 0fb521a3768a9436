"""Which events are one happening, and which of several tellings to show."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property

from regesta.dedupe.cluster import cluster, is_by_method
from regesta.model.event import Event
from regesta.model.judgement import Judgement
from regesta.query.clusters.corrected import corrected
from regesta.query.clusters.decided import Decided, read_log
from regesta.query.clusters.worked_out import WorkedOut
from regesta.store.outlines import EventOutline, outline_event
from regesta.store.view import View

MONTH_DAYS = 31


@dataclass(frozen=True, slots=True)
class Cluster:
    """Events judged to be one happening.

    Attributes:
        id: The id of the event in it that was reported first, see `first_reported`.
        members: Its events in outline, by id.
        best: The one to show, see `best_of`.
        support: Number of distinct articles that report it.
    """

    id: str
    members: tuple[EventOutline, ...]
    best: EventOutline
    support: int


@dataclass(frozen=True)
class Clusters:
    """All clusters of one revision of a store; reading them is the dear part, so that a server keeps them.

    Attributes:
        revision: The revision of the store they were read from.
        moment: The moment of its last transaction, UTC; None in an empty store.
        outlines: All events, by id.
        joined: The clusters of several events, by id.
        cluster_of: The id of the cluster of every event in `joined`; every other event is a cluster of its own.
        joins: The judgements that join events, by cluster id.
        decided: What persons decided.
        worked_out: What was computed of the clusters; see `Register.kept`.
        listed: All of them, where they are known from before.
    """

    revision: int
    moment: datetime | None
    outlines: Mapping[str, EventOutline]
    joined: Mapping[str, Cluster]
    cluster_of: Mapping[str, str]
    joins: Mapping[str, tuple[Judgement, ...]]
    decided: Decided = field(default_factory=Decided)
    worked_out: WorkedOut = field(default_factory=WorkedOut, compare=False, repr=False)
    listed: tuple[Cluster, ...] | None = field(default=None, compare=False, repr=False)

    @cached_property
    def everything(self) -> tuple[Cluster, ...]:
        """All clusters, in no order; made when first asked for."""
        if self.listed is not None:
            return self.listed
        single = (alone(outline) for outline in self.outlines.values() if outline.id not in self.cluster_of)
        return (*self.joined.values(), *single)

    def of(self, event_id: str) -> Cluster | None:
        """Return the cluster of an event; None when there is no such event."""
        if event_id in self.cluster_of:
            return self.joined[self.cluster_of[event_id]]
        return alone(self.outlines[event_id]) if event_id in self.outlines else None


def read_clusters(view: View) -> Clusters:
    """Compute the clusters from the events, the judgements and the decisions of a view."""
    decided = read_log(view.decisions())
    outlines = read_outlines(view, decided)
    ranked = in_order_of_weight(view.judgements("event"), outlines, decided)
    joined = clusters_of(ranked, outlines, decided)
    cluster_of = {member.id: found.id for found in joined.values() for member in found.members}
    return Clusters(
        revision=view.revision,
        moment=view.state.moment,
        outlines=outlines,
        joined=joined,
        cluster_of=cluster_of,
        joins=joins_of(ranked, cluster_of),
        decided=decided,
    )


def clusters_of(
    ranked: Sequence[Judgement], outlines: Mapping[str, EventOutline], decided: Decided
) -> dict[str, Cluster]:
    """Return the clusters of several events that judgements make, by id.

    Args:
        ranked: The judgements, those that count most first.
        outlines: The events, by id.
        decided: What persons decided.
    """
    told = {i: outlines[i] for judgement in ranked for i in judgement.pair}
    rooted = cluster((), ranked, tellings_of(told.values()))
    members: dict[str, list[EventOutline]] = {}
    for event_id in sorted(rooted):
        members.setdefault(rooted[event_id], []).append(outlines[event_id])
    clusters = (make_cluster(first_reported(found), found, decided.vetted) for found in members.values() if found[1:])
    return {found.id: found for found in clusters}


def tellings_of(outlines: Iterable[EventOutline]) -> dict[str, str]:
    """Return what tells each event apart from others, by id: its article, but a visit and the talks in it are no two.

    Args:
        outlines: Events in outline; each has its article, or its own id where the article tells it twice in that way.
    """
    groups: dict[tuple[object, ...], list[EventOutline]] = {}
    found = {}
    for outline in outlines:
        found[outline.id] = outline.article_id
        if outline.type == "CONSULT" and outline.status == "happened" and is_of_a_day(outline):
            parties = frozenset(outline.actors + outline.recipients)
            groups.setdefault((outline.article_id, outline.start, parties), []).append(outline)
    for group in groups.values():
        if len(group) == len(("visit", "talks")) and any(outline.mode == "visit" for outline in group):
            found |= {outline.id: outline.id for outline in group}
    return found


def is_of_a_day(outline: EventOutline) -> bool:
    """Tell whether an event is of one day."""
    return outline.start is not None and outline.end == outline.start + timedelta(days=1)


def read_outlines(view: View, decided: Decided) -> dict[str, EventOutline]:
    """Return the events of a view in outline, by id: as persons corrected them, without those that they rejected."""
    outlines = {outline.id: outline for outline in view.outlines() if outline.id not in decided.rejected}
    return outlines | corrected_outlines(view, decided, outlines)


def corrected_outlines(view: View, decided: Decided, known: Mapping[str, EventOutline]) -> dict[str, EventOutline]:
    """Return those of some events in outline, by id, that persons corrected, with the values they gave."""
    found = {}
    for event_id in decided.corrections.keys() & known.keys():
        if report := view.report(event_id):
            event = corrected(report.event, decided.corrections[event_id])
            found[event_id] = outline_event(event, known[event_id].article_id, report.source)
    return found


def in_order_of_weight(judgements: Iterable[Judgement], known: Collection[str], decided: Decided) -> list[Judgement]:
    """Return the judgements on known events, those that count most first.

    What persons decided goes first, the latest before the earlier; then judgements by persons that the store has beside
    the log, "different" before "same"; then the method's, the surest first.

    Args:
        judgements: Judgements that are stored.
        known: Ids of the events of the view; judgements on others (rejected, or of replaced versions) do nothing.
        decided: What persons decided.
    """
    by_person = [j for j in decided.pairs.values() if j.left in known and j.right in known]
    stored = [j for j in judgements if j.left in known and j.right in known and has_effect(j)]
    stored.sort(key=lambda j: (is_by_method(j), -j.score if is_by_method(j) else j.verdict == "same", j.pair))
    return by_person + stored


def has_effect(judgement: Judgement) -> bool:
    """Tell whether a stored judgement joins, parts or supports; what a method does not join is apart anyway."""
    return judgement.verdict == "same" or (judgement.verdict == "unsure") == is_by_method(judgement)


def joins_of(ranked: Iterable[Judgement], cluster_of: Mapping[str, str]) -> dict[str, tuple[Judgement, ...]]:
    """Return the judgements that hold each cluster together, by its id, each cluster's by pair and author."""
    found: dict[str, list[Judgement]] = {}
    for judgement in ranked:
        cluster_id = cluster_of.get(judgement.left)
        if judgement.verdict == "same" and cluster_id and cluster_id == cluster_of.get(judgement.right):
            found.setdefault(cluster_id, []).append(judgement)
    return {cluster_id: tuple(sorted(judged, key=lambda j: (j.pair, j.author))) for cluster_id, judged in found.items()}


def first_reported(members: Iterable[EventOutline]) -> str:
    """Return the id of the event whose article appeared first; ties, and unknown days, go to the smaller id.

    An entry is called by it. News arrives in order of publication, so that an entry keeps its id when later articles
    join it; and it has the same id whatever order its articles were read in.
    """
    return min(members, key=lambda member: (member.published or date.max, member.id)).id


def make_cluster(cluster_id: str, members: Sequence[EventOutline], vetted: Set[str] = frozenset()) -> Cluster:
    """Return a cluster of some events.

    Args:
        cluster_id: Its id.
        members: The events.
        vetted: Ids of events that a person confirmed or corrected; one of them is shown where there are any.
    """
    support = len({member.article_id for member in members})
    shown = best_of([member for member in members if member.id in vetted] or members)
    return Cluster(cluster_id, tuple(members), shown, support)


def alone(outline: EventOutline) -> Cluster:
    """Return the cluster of an event that is joined to no other."""
    return Cluster(outline.id, (outline,), outline, 1)


def best_of(tellings: Sequence[EventOutline]) -> EventOutline:
    """Return the telling to show for a happening: always a real event, so that each of its values has its words.

    The rule: what happened goes before what was only planned, and a telling without a date, or with one of a month or
    less, before one with a longer date, which may tell of several acts. Then each telling gets one point for every
    article that gives the same type and mode, the same actors, the same recipients, the same days, the same place, and
    the same status; a value it does not give earns nothing. Most points win; then the higher confidence; then the
    smaller id.

    Args:
        tellings: The events of one happening, at least one.
    """
    if len(tellings) == 1:
        return tellings[0]
    happened = [telling for telling in tellings if telling.status == "happened"]
    candidates = [t for t in tellings if t.status not in {"planned", "hypothetical"}] if happened else tellings
    candidates = [telling for telling in candidates if not is_long(telling)] or candidates
    given = {(facet, telling.article_id) for telling in tellings for facet in facets(telling)}
    support = Counter(facet for facet, _ in given)
    return min(candidates, key=lambda t: (-sum(support[facet] for facet in facets(t)), -t.confidence, t.id))


def is_long(telling: EventOutline) -> bool:
    """Tell whether the days of a telling are more than a month's."""
    return telling.start is not None and telling.end is not None and (telling.end - telling.start).days > MONTH_DAYS


def facets(telling: EventOutline) -> list[tuple[str, object]]:
    """Return the values of a telling that others can agree with."""
    days: tuple[date, date | None] | None = (telling.start, telling.end) if telling.start else None
    place = (telling.place.geonameid or telling.place.name) if telling.place else None
    found: list[tuple[str, object]] = [
        ("act", (telling.type, telling.mode)),
        ("actors", telling.actors),
        ("recipients", telling.recipients),
        ("days", days),
        ("place", place),
        ("status", telling.status),
    ]
    return [(name, value) for name, value in found if value]


def alike(found: Cluster, vetted: Set[str]) -> list[str]:
    """Return the ids of the tellings of a cluster that give the very values of the best.

    Args:
        found: The cluster.
        vetted: Ids of events that a person confirmed or corrected; nothing else stands beside one of them.
    """
    shown = facets(found.best)
    rivals = (member.id for member in found.members if facets(member) == shown)
    return [i for i in rivals if i in vetted or found.best.id not in vetted]


def most_named(best: Event, alike: Iterable[Event]) -> Event:
    """Return, of tellings that give the same values, one that names whom the best only describes, else the best.

    "The Russian president" gives way to "Vladimir Putin", since both are Russia to those values; but whom the best
    describes gives way to no bare state, and a state to nobody of it.
    """
    named, states = names_and_states(best)
    counted = [(*names_and_states(event), event) for event in alike]
    fuller = [(-names, -event.confidence, event.id, event) for names, bare, event in counted if bare == states]
    first = min(fuller, default=None)
    return first[-1] if first and -first[0] > named else best


def names_and_states(event: Event) -> tuple[int, int]:
    """Return how many parties of an event are persons or bodies of a name, and how many are bare states."""
    actors = [role.actor for role in event.parties if role.actor]
    return sum(actor.is_person or actor.is_body for actor in actors), sum(actor.is_state for actor in actors)
