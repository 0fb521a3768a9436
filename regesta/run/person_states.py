"""What other reports in the store tell of a person, for reports that name the person alone."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from rapidfuzz import fuzz, process

from regesta.model.decision import Correction
from regesta.model.entity import PERSON
from regesta.model.event import Event, Role
from regesta.query.clusters.corrected import read_corrections
from regesta.query.offices import entities_by_spelling
from regesta.query.told_offices import ToldOfState, retold
from regesta.resolve.names.spelling import likeness
from regesta.run.kept import Kept
from regesta.store.filters import ArticleFilter, EventFilter
from regesta.store.view import View

SAME_SPELLING = 0.9  # Alyaksandr Lukashenka and Alexander Lukashenko are .92 alike, Kim Jong Un and Kim Yo Jong .47
WORTH_COMPARING = 75  # of 100, letter by letter: likeness looks closer, and takes longer


@dataclass
class PersonStates:
    """The states of persons as a store tells them; each is looked up when it is first asked for.

    A person has the state that most reports give, and none where two are given as often. Nothing stored is changed.

    Attributes:
        view: The store.
        persons: Its persons, by entity, with whether any report tells a state of them.
        known: The states looked up so far.
    """

    view: View
    persons: Mapping[str, bool]
    known: dict[str, str | None] = field(default_factory=dict)

    def look_up(self, entities: Iterable[str]) -> None:
        """Look up the states of many persons at once."""
        fresh = sorted(set(entities) - self.known.keys())
        told = told_of(self.view, fresh)
        near = {entity: alike(entity, self._told) for entity in fresh if entity not in told and is_full(entity)}
        others = told_of(self.view, {name for names in near.values() for name in names})
        for entity in fresh:
            states = (others[name] for name in near.get(entity, ()) if name in others)
            self.known[entity] = told.get(entity) or next(states, None)

    def of(self, entity: str) -> str | None:
        """Return the state told of a person, else of one spelled nearly alike; None when there is none.

        Args:
            entity: The person's entity id.
        """
        if entity not in self.known:
            self.look_up([entity])
        return self.known[entity]

    @cached_property
    def _told(self) -> tuple[str, ...]:
        """The persons of whom any report tells a state."""
        return tuple(person for person, is_told in self.persons.items() if is_told)


def is_full(entity: str) -> bool:
    """Tell whether a person's entity has more than a surname, which too many share."""
    return entity.count("-") > 0


def told_of(view: View, entities: Collection[str]) -> dict[str, str]:
    """Return the state that most reports give each of some persons."""
    return view.states_told(entities) if entities else {}


def alike(entity: str, others: Collection[str]) -> list[str]:
    """Return those of some persons who are spelled nearly alike, the likest first."""
    near = process.extract(entity, others, scorer=fuzz.ratio, score_cutoff=WORTH_COMPARING, limit=None)
    scores = {other: likeness(name_of(entity), name_of(other)) for other, _, _ in near}
    return sorted((o for o, score in scores.items() if score >= SAME_SPELLING), key=lambda o: (-scores[o], o))


def name_of(entity: str) -> str:
    """Return the name in a person's entity id."""
    return entity.removeprefix(PERSON).replace("-", " ")


def told_anew(view: View, since: datetime, fresh: Set[str], kept: Kept) -> set[str]:
    """Return the ids of events with a person of whom the store tells something else since a moment.

    That is another state of the person or of one spelled nearly alike, or another entity for all spellings.

    Args:
        view: The store.
        since: The moment.
        fresh: Ids of the events stored since.
        kept: What the store tells now.
    """
    before = view.at(since)
    articles = frozenset(view.article_ids(ArticleFilter(stored_after=since)))
    persons = set(persons_in(report.event for report in kept.reports(view, fresh)))
    for replaced in filter(None, map(before.article, sorted(articles))):
        persons.update(persons_in(replaced.events))
    concerned = states_told_anew(view, before, persons, tuple(kept.persons))
    concerned |= spellings_told_anew(view, before, articles, kept.offices)
    found = {event_id for person in sorted(concerned) for event_id in view.event_ids(EventFilter(party=person))}
    corrections = read_corrections(view) if concerned else {}
    return found | {i for i, given in corrections.items() if not concerned.isdisjoint(persons_given(given))}


def states_told_anew(view: View, before: View, persons: Collection[str], known: Collection[str]) -> set[str]:
    """Return those of some persons of whose state the store tells something else, with all spelled nearly alike.

    Args:
        view: The store.
        before: The store as it was.
        persons: All who can be concerned.
        known: All persons.
    """
    changed = differing(told_of(before, persons), told_of(view, persons))
    return changed.union(*(alike(person, known) for person in changed))


def spellings_told_anew(view: View, before: View, articles: Set[str], told: Mapping[str, ToldOfState]) -> set[str]:
    """Return the persons for whose spellings another entity stands than before some articles were stored.

    They are of the states of whose offices these tell or told. A person who is somebody else in another state has no
    such entity, so that the other states of those are looked at as well who are somebody else in one of these.

    Args:
        view: The store.
        before: The store as it was.
        articles: Ids of the articles stored since.
        told: What articles tell of offices now, by state.
    """
    then, now = before.offices_seen(articles=articles), view.offices_seen(articles=articles)
    if then == now:
        return set()
    earlier = retold(told, articles, then)
    states = {seen.iso3 for seen in (*then, *now)}
    persons = {entity for iso3 in states for entity, _ in spelled(iso3, earlier) ^ spelled(iso3, told)}
    if not persons:
        return set()
    near = sorted(iso3 for iso3 in earlier.keys() | told.keys() if persons & persons_of(iso3, earlier, told))
    return differing(*(entities_by_spelling(at[iso3] for iso3 in near if iso3 in at) for at in (earlier, told)))


def spelled(iso3: str, told: Mapping[str, ToldOfState]) -> frozenset[tuple[str, str]]:
    """Return the persons to whom articles give offices of a state, each with the one that stands for all spellings."""
    return frozenset(told[iso3].spelled if iso3 in told else ())


def persons_of(iso3: str, *told: Mapping[str, ToldOfState]) -> set[str]:
    """Return the persons to whom articles give offices of a state, by entity."""
    return set().union(*(at[iso3].entities for at in told if iso3 in at))


def differing(left: Mapping[str, object], right: Mapping[str, object]) -> set[str]:
    """Return the keys under which two mappings do not hold the same."""
    return {key for key in {*left, *right} if left.get(key) != right.get(key)}


def persons_in(events: Iterable[Event]) -> Iterator[str]:
    """Yield the entities of the persons in some events."""
    return persons_among(role for event in events for role in event.roles)


def persons_given(corrections: Iterable[Correction]) -> Iterator[str]:
    """Yield the entities of the persons whom corrections name."""
    for correction in corrections:
        if isinstance(correction.value, tuple):
            yield from persons_among(correction.value)


def persons_among(roles: Iterable[Role]) -> Iterator[str]:
    """Yield the entities of the persons who fill some roles."""
    actors = (role.actor for role in roles if role.actor)
    yield from (actor.entity for actor in actors if actor.entity and actor.is_person)
