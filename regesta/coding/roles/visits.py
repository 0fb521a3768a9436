"""Tells guest from host: who meets somebody in that one's country is the actor, the host the recipient."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from regesta.coding.roles.vague_parties import GUESS
from regesta.coding.triggers.candidates import Candidate
from regesta.model.annotation import PLACE_LABELS, Mention
from regesta.model.article import Article
from regesta.model.event import PARTY_ROLES, Event, EventPlace, Role, states_of
from regesta.model.parse import Parse

VISITING = "visiting"
NAMED = frozenset({"name", "capital", "seat"})  # how the state is told that somebody visits
NAME_ONLY = "name only"


def host_at(place: EventPlace | None, guests: Sequence[Role], mentions: Sequence[Mention], text: str) -> list[Role]:
    """Return the state that a visit without a named host goes to: the one its place is the name of, or lies in.

    Args:
        place: Where the visit takes place; None gives no host.
        guests: The visitors; their own state is no host.
        mentions: Mentions of the article; the host is the actor that the place's own mention denotes.
        text: Text of the article.
    """
    if place is None or place.place.iso3 is None or place.place.iso3 in states_of(guests):
        return []
    named = (m for m in mentions if m.span.contains(place.span) and m.actor and m.actor.iso3 == place.place.iso3)
    mention = next(named, None)
    if mention is None or mention.form == "pronoun":
        return []
    return [Role(name="recipient", span=place.span, text=place.span.of(text), actor=mention.actor)]


def is_read_as_visit(candidate: Candidate, actors: Sequence[Role]) -> bool:
    """Tell whether the network reads a visit of one guest in a word for no meeting of equals: "Amal's **stop** in"."""
    is_of_equals = candidate.trigger is not None and candidate.trigger.reciprocal
    is_read = candidate.event_type == "CONSULT" and candidate.act is not None and candidate.act.mode == "visit"
    return is_read and len(actors) == 1 and not is_of_equals


def visitors_in(article: Article) -> frozenset[str]:
    """Return the states of those whom an article calls visiting: "the **visiting** Thai minister"."""
    parse = article.parse
    if parse is None:
        return frozenset()
    called = (m for m in article.mentions if m.actor and m.label not in PLACE_LABELS and is_called_visiting(parse, m))
    return frozenset(mention.actor.state for mention in called if mention.actor and mention.actor.state)


def is_called_visiting(parse: Parse, mention: Mention) -> bool:
    """Tell whether somebody is called visiting; the parser takes the word for a verb where it opens the sentence."""
    tokens = parse.tokens_in(mention.span)
    opening = [t for t in [min(tokens) - 1] if t >= 0 and parse.words[t].istitle()]
    return any(parse.words[t].lower() == VISITING for t in (*tokens, *opening, *parse.governed(mention.head)))


def with_hosts(events: Sequence[Event], visitors: frozenset[str] = frozenset()) -> list[Event]:
    """Return the events with meetings recoded as visits where place or another visit tells who is the host.

    Coding rule of the PLOVER manual: the visitor is the actor, the host the recipient; otherwise all are actors.

    Args:
        events: The events of an article.
        visitors: The states that somebody visiting is of; they are no hosts.
    """
    journeys = {(guest, host) for event in events for guest in states_of(event.actors) for host in destinations(event)}
    return [with_foreign_guests(as_visit(event, journeys, visitors)) for event in events]


def destinations(event: Event) -> frozenset[str]:
    """Return the states that the actors of an event visit: its recipients and its place; none for other events."""
    if event.type != "CONSULT" or event.mode != "visit":
        return frozenset()
    at = {event.place.place.iso3} if event.place and event.place.place.iso3 else set()
    return (states_of(event.recipients) | at) - states_of(event.actors)


def as_visit(event: Event, journeys: set[tuple[str, str]], visitors: frozenset[str]) -> Event:
    """Return a meeting of two states as a visit of one to the other, when it is known whose country they meet in.

    Who is told to visit whom, only a place that is named turns round: "Amal received Levy in Rabat".
    """
    sides = (*event.actors, *event.recipients)
    parties = states_of(sides)
    is_of_two = len(parties) == 2 and all(role.actor and role.actor.state for role in sides)  # and nobody mediates
    if event.type != "CONSULT" or event.mode == "phone" or not is_of_two:
        return event
    is_told = event.mode == "visit" and bool(event.recipients)
    place = event.place.place.iso3 if event.place and not is_own_name(event.place, event.roles) else None
    is_named = event.place is not None and event.place.basis == "expression"
    hosts = parties & {place} if is_named else set[str]()
    if not hosts and len(parties & visitors) == 1:
        hosts = parties - visitors
    elif not hosts and not is_told:  # a place that is only inferred counts where no journey is told
        hosts = {host for guest, host in journeys if {guest, host} == parties} or parties & {place}
    if len(hosts) != 1:
        return event
    roles = tuple(
        replace(role, name=side_of(role, hosts)) if role.name in PARTY_ROLES else role for role in event.roles
    )
    return replace(event, roles=roles, mode="visit")


def with_foreign_guests(event: Event) -> Event:
    """Return a visit to a state without what the surroundings let guess of its guests, where that makes them hosts."""
    if event.type != "CONSULT" or event.mode != "visit":
        return event
    hosts = {role.actor.state for role in event.recipients if role.actor and role.actor.basis in NAMED}
    return replace(event, roles=tuple(without_state(role) if is_guessed(role, hosts) else role for role in event.roles))


def is_guessed(role: Role, hosts: Collection[str | None]) -> bool:
    """Tell whether a guest is of the hosts' state, and that only by a guess."""
    actor = role.actor
    return role.name == "actor" and actor is not None and actor.basis == GUESS and actor.state in hosts


def without_state(role: Role) -> Role:
    """Return a role of whom nothing tells the state."""
    return replace(role, actor=replace(role.actor, iso3=None, basis=NAME_ONLY)) if role.actor else role


def side_of(role: Role, hosts: Collection[str | None]) -> str:
    """Return the name of a party's role, by the states that are hosts."""
    return "recipient" if role.actor and role.actor.iso3 in hosts else "actor"


def is_own_name(place: EventPlace, roles: Sequence[Role]) -> bool:
    """Tell whether a place is only inferred from the words for a party: "met the **Polish** president" somewhere."""
    return place.basis == "inferred" and any(role.span.contains(place.span) for role in roles)
