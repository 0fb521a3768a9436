"""What other reports in the store tell of a person, for reports that name the person alone."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from rapidfuzz import fuzz, process

from regesta.model.article import Article
from regesta.model.decision import Correction
from regesta.model.entity import PERSON
from regesta.model.event import Role
from regesta.query.corrected import read_corrections
from regesta.query.offices import entities_by_spelling
from regesta.resolve.names import slug
from regesta.resolve.spelling import likeness
from regesta.store.filters import ArticleFilter, EventFilter
from regesta.store.view import View

KIND = "person"
SAME_SPELLING = 0.9  # Alyaksandr Lukashenka and Alexander Lukashenko are .92 alike, Kim Jong Un and Kim Yo Jong .47
WORTH_COMPARING = 75  # of 100, letter by letter: likeness looks closer, and takes longer


@dataclass
class PersonStates:
    """The states of persons as a store tells them; each is looked up when it is first asked for.

    A person has the state that most reports give, and none where two are given as often. Nothing stored is changed.
    """

    view: View
    known: dict[str, str | None] = field(default_factory=dict)
    told: tuple[str, ...] | None = None  # ids of the persons of whom any report tells a state

    def look_up(self, entities: Iterable[str]) -> None:
        """Look up the states of many persons at once."""
        fresh = sorted(set(entities) - self.known.keys())
        told = told_of(self.view, fresh)
        self.known |= {entity: told.get(entity) or self._spelled_alike(entity) for entity in fresh}

    def of(self, entity: str) -> str | None:
        """Return the state told of a person, else of one spelled nearly alike; None when there is none.

        Args:
            entity: The person's entity id.
        """
        self.look_up([entity])
        return self.known[entity]

    def _spelled_alike(self, entity: str) -> str | None:
        """Return the state of a person whose full name is spelled nearly alike: "alexander-lukaschenko"."""
        if entity.count("-") == 0:
            return None  # a bare surname is shared by too many
        if self.told is None:
            self.told = tuple(self.view.entities(KIND, with_state=True))
        spellings = alike(entity, self.told)
        states = told_of(self.view, spellings)
        return next((states[name] for name in spellings if name in states), None)


def told_of(view: View, entities: Collection[str]) -> dict[str, str]:
    """Return the state that most reports give each of some persons, those of most reports first."""
    if not entities:
        return {}
    return {actor.entity: actor.iso3 for actor in view.actors_named(entities) if actor.entity and actor.iso3}


def alike(entity: str, others: Collection[str]) -> list[str]:
    """Return those of some persons who are spelled nearly alike, the likest first."""
    near = process.extract(entity, others, scorer=fuzz.ratio, score_cutoff=WORTH_COMPARING, limit=None)
    scores = {other: likeness(name_of(entity), name_of(other)) for other, _, _ in near}
    return sorted((o for o, score in scores.items() if score >= SAME_SPELLING), key=lambda o: (-scores[o], o))


def name_of(entity: str) -> str:
    """Return the name in a person's entity id."""
    return entity.removeprefix(PERSON).replace("-", " ")


def told_anew(view: View, since: datetime) -> set[str]:
    """Return the ids of events with a person of whom the store tells something else since a moment.

    That is another state of the person or of one spelled nearly alike, or another entity for all spellings.
    """
    before = view.at(since)
    concerned = states_told_anew(view, before, since) | spellings_told_anew(view, before, since)
    found = {event_id for person in sorted(concerned) for event_id in view.event_ids(EventFilter(party=person))}
    corrections = read_corrections(view) if concerned else {}
    return found | {i for i, given in corrections.items() if not concerned.isdisjoint(persons_given(given))}


def states_told_anew(view: View, before: View, since: datetime) -> set[str]:
    """Return the persons of whose state the store tells something else, with those spelled nearly alike.

    Only persons in the articles stored since, or in the versions that these replaced, can be concerned.
    """
    fresh = view.articles(ArticleFilter(stored_after=since))
    told = {person for article in fresh for person in persons_in(article, before.article(article.id))}
    changed = differing(told_of(before, sorted(told)), told_of(view, sorted(told)))
    known = view.entities(KIND) if changed else []
    return changed.union(*(alike(person, known) for person in changed))


def spellings_told_anew(view: View, before: View, since: datetime) -> set[str]:
    """Return the persons for whose spellings another entity stands than before.

    They are of the states of whose offices the articles stored since tell. A person who is somebody else in another
    state has no such entity, so that the other states of the persons of these states are looked at as well.
    """
    states = view.changes(since).states
    if not states:
        return set()
    told = {*before.persons_in_office(), *view.persons_in_office()}
    persons = {slug(person) for person, iso3 in told if iso3 in states}
    near = sorted(states | {iso3 for person, iso3 in told if slug(person) in persons})
    then, now = before.offices_seen(states=near), view.offices_seen(states=near)
    return set() if then == now else differing(entities_by_spelling(then), entities_by_spelling(now))


def differing(left: Mapping[str, object], right: Mapping[str, object]) -> set[str]:
    """Return the keys under which two mappings do not hold the same."""
    return {key for key in {*left, *right} if left.get(key) != right.get(key)}


def persons_in(*versions: Article | None) -> Iterator[str]:
    """Yield the entities of the persons in the events of some versions of an article."""
    for version in filter(None, versions):
        yield from persons_among(role for event in version.events for role in event.roles)


def persons_given(corrections: Iterable[Correction]) -> Iterator[str]:
    """Yield the entities of the persons whom corrections name."""
    for correction in corrections:
        if isinstance(correction.value, tuple):
            yield from persons_among(correction.value)


def persons_among(roles: Iterable[Role]) -> Iterator[str]:
    """Yield the entities of the persons who fill some roles."""
    actors = (role.actor for role in roles if role.actor)
    yield from (actor.entity for actor in actors if actor.entity and actor.is_person)
