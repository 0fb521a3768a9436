"""Reads parties and places as persons write them in corrections."""

import re
from dataclasses import dataclass

from regesta.errors import ConfigError
from regesta.model.entity import BODY, STATE, Actor, Place
from regesta.model.entry import Report
from regesta.model.event import EventPlace, Role
from regesta.model.span import Span
from regesta.query.known import unknown
from regesta.resolve.names.forms import fold, slug
from regesta.resolve.phrases.organizations import load_bodies
from regesta.resolve.states.states import load_states, state_code
from regesta.resolve.toponyms.gazetteer import Toponym, country_toponym, load_gazetteer
from regesta.store.outlines import ActorCount
from regesta.store.view import View

WITH_STATE = re.compile(r"(.*\S)\s*\(([A-Za-z]{3})\)")
BRACKET = re.compile(r"(?<=\S)\s*\([A-Za-z]{3}\)")
CORRECTED = "corrected"


@dataclass(frozen=True)
class PartyReader:
    """Reads names for one report.

    Attributes:
        view: Where names already known are looked up.
        report: The report that is corrected; its words are cited where they hold the name.
    """

    view: View
    report: Report

    def roles(self, name: str, text: str) -> tuple[Role, ...]:
        """Return the parties that a text lists.

        Args:
            name: Name of the role.
            text: Parties with semicolons between them: states ("Belarus", "BLR"), or names, which may have their state
                behind them: "Alexander Lukashenko (BLR); Sergei Lavrov (RUS)".

        Raises:
            ConfigError: A state's code in brackets is none, or a party is listed twice.
        """
        listed = [part.strip() for part in text.split(";") if part.strip()]
        found = [self._role(name, part) for part in listed]
        if len({role.actor for role in found}) < len(found):
            raise ConfigError(f"{text!r} lists a party twice")
        return tuple(found)

    def place(self, text: str) -> EventPlace:
        """Return the place that a text names: "Minsk", "Tripoli, LBN" or a state.

        Raises:
            ConfigError: No state and no place of the gazetteer has the name.
        """
        toponym = find_toponym(text)
        span, words = self._words(text.partition(",")[0].strip(), toponym.name)
        place = Place(
            name=toponym.name, iso3=toponym.iso3, geonameid=toponym.geonameid, lat=toponym.lat, lon=toponym.lon,
            precision=toponym.precision,
        )  # fmt: skip
        return EventPlace(place=place, span=span, text=words, basis="corrected")

    def _role(self, name: str, text: str) -> Role:
        actor = self._actor(text)
        span, words = self._words(actor.name, BRACKET.sub("", text))
        return Role(name=name, span=span, text=words, actor=actor)

    def _actor(self, text: str) -> Actor:
        """Return the actor that a text names: a state, a body or person that is known, else just the name."""
        bracketed = WITH_STATE.fullmatch(text)
        written, state = (bracketed[1], known_state(bracketed[2])) if bracketed else (text, None)
        if not bracketed and (code := state_code(written)):
            return Actor(
                name=load_states().by_iso3[code].name, iso3=code, sector="GOV", entity=f"{STATE}{code}", basis=CORRECTED
            )
        if known := self._known(written, state):
            return Actor(
                name=known.name, iso3=state or known.iso3, sector=known.sector, entity=known.entity, basis=CORRECTED
            )
        if body := load_bodies().find(written):
            organization = body.organization
            return Actor(
                name=organization.name, iso3=state or organization.iso3, sector=organization.sector,
                entity=f"{BODY}{slug(organization.name)}", basis=CORRECTED,
            )  # fmt: skip
        return Actor(name=written, iso3=state, basis=CORRECTED)

    def _known(self, name: str, state: str | None) -> ActorCount | None:
        """Return the actor of the register of a name: of the state given before others, then of most events first."""
        found = [actor for actor in self.view.actors(like=name, limit=None) if fold(actor.name) == fold(name)]
        of_state = (actor for actor in found if state in (None, actor.iso3))
        return next(of_state, next(iter(found), None))

    def _words(self, *names: str) -> tuple[Span, str]:
        """Return where the evidence has one of some names, or its last word; else the words of the act."""
        for words in (*names, *(name.split()[-1] for name in names)):
            for citation in self.report.citations:
                at = citation.quote.find(words)
                if at >= 0:
                    start = citation.span.start + at
                    return Span(start, start + len(words)), words
        return self.report.event.trigger, self.report.event.trigger_text


def known_state(code: str) -> str:
    """Return the code of a state.

    Raises:
        ConfigError: No state has it.
    """
    states = load_states().by_iso3
    if code.upper() not in states:
        raise unknown("state", code.upper(), states)
    return code.upper()


def find_toponym(text: str) -> Toponym:
    """Return the place that a text names; of several the most populous.

    Args:
        text: A name, which may have the code of its state behind a comma.

    Raises:
        ConfigError: There is none.
    """
    name, _, code = (part.strip() for part in text.partition(","))
    state = known_state(code) if code else None
    written = name if any(c.isupper() for c in name) else name.title()
    found = [place for place in load_gazetteer().find(written) if state in (None, place.iso3)]
    meaning = load_states().meaning(written)
    if state is None and meaning and meaning.basis == "name":
        return country_toponym(load_states().by_iso3[meaning.iso3])
    if not found and name.upper() in load_states().by_iso3:
        return country_toponym(load_states().by_iso3[name.upper()])
    if not found:
        raise ConfigError(
            f"no place {text!r} in the gazetteer; write a town, a region or a state: Minsk, or Minsk, BLR"
        )
    return found[0]
