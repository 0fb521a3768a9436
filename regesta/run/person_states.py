"""Which state other reports in the store tell of a person, for reports that name the person without it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from regesta.store.store import View

SAME_SPELLING = 90  # of 100: alexander-lukaschenko and alexander-lukashenko score 97, kim-jong-un and kim-yo-jong 78


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
        told = self._told_of(fresh)
        self.known |= {entity: told.get(entity) or self._spelled_alike(entity) for entity in fresh}

    def of(self, entity: str) -> str | None:
        """Return the state told of a person, else of one spelled nearly alike; None when there is none.

        Args:
            entity: The person's entity id.
        """
        self.look_up([entity])
        return self.known[entity]

    def _told_of(self, entities: Collection[str]) -> dict[str, str]:
        """Return the state that most reports give each of some persons, those of most reports first."""
        if not entities:
            return {}
        return {actor.entity: actor.iso3 for actor in self.view.actors_named(entities) if actor.entity and actor.iso3}

    def _spelled_alike(self, entity: str) -> str | None:
        """Return the state of a person whose full name is spelled nearly alike: "alexander-lukaschenko"."""
        if entity.count("-") == 0:
            return None  # a bare surname is shared by too many
        if self.told is None:
            self.told = tuple(self.view.entities_with_state("person"))
        alike = process.extract(entity, self.told, scorer=fuzz.ratio, score_cutoff=SAME_SPELLING, limit=None)
        states = self._told_of([name for name, _, _ in alike])
        found = process.extractOne(entity, states.keys(), scorer=fuzz.ratio, score_cutoff=SAME_SPELLING)
        return states[found[0]] if found else None
