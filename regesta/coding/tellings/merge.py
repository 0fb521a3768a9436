"""Reduces the triggers of one article to its happenings.

The content of a verbal act is no act of its own ("vowed to destroy Israel"), and what is told twice is one event with
two evidence spans (docs/concepts/events.md).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from regesta.coding.odds import chance, log_odds
from regesta.coding.roles.roles import party
from regesta.coding.roles.vague_parties import ITS
from regesta.coding.roles.visits import with_hosts
from regesta.coding.status.unfinished import ending_of, lifting_of
from regesta.coding.tellings.kept import Kept
from regesta.coding.tellings.reactions import with_those_reacted_to
from regesta.coding.tellings.retelling import Coded, everyone, is_retelling, likeness
from regesta.model.event import PARTY_ROLES, TOLD, UNREALISED, Event, EventDate, EventPlace, Role
from regesta.model.parse import UNDERGOING, Parse
from regesta.model.span import Span
from regesta.ontology.event_types import is_mutual

VERBAL_ACTS = frozenset({"AGREE", "CONCEDE", "REQUEST", "REJECT", "THREATEN", "ACCUSE"})
SPOKEN_ACTS = VERBAL_ACTS | {"SUPPORT"}  # acts that are done by saying something, praise among them
AGREEMENTS = frozenset({"AGREE", "SUPPORT"})
CONTENT_DEPS = frozenset({"xcomp", "ccomp", "acl", "pcomp", "advcl", "dobj", "pobj", "prep", "conj"})
CONTENT_STEPS = 4
COUNTRY = "country"
MANY_TELLINGS = 3.0
HIDING = 0.6  # a verbal act hides its content unless it is that much less sure than the content


def happenings(parse: Parse, coded: Sequence[Coded], visitors: frozenset[str]) -> tuple[Event, ...]:
    """Return the events of an article in trigger order: contents of verbal acts dropped, retellings joined.

    Args:
        parse: Parse of the article.
        coded: The readings of its triggers.
        visitors: The states that somebody visiting is of.
    """
    told = with_those_reacted_to(parse, gathered(parse, coded))
    events = with_hosts([replace(c.event, confidence=confidence_of(c)) for c in told], visitors)
    return tuple(sorted(events, key=lambda e: (e.trigger, e.type)))


def confidence_of(happening: Coded) -> float:
    """Return how sure an event is, all its tellings taken together: about as often as that it is right."""
    return round(chance("happening", telling_evidence(happening)), 4)


def telling_evidence(happening: Coded) -> list[tuple[str, float]]:
    """Return what speaks for a happening once its tellings are joined, as named numbers."""
    return [
        ("best telling", log_odds(happening.event.confidence)),
        ("other tellings", min(float(len(happening.tellings)), MANY_TELLINGS)),
        ("noun", float(happening.is_nominal)),
        ("alone", float(happening.is_alone)),
    ]


def gathered(parse: Parse, coded: Sequence[Coded]) -> list[Coded]:
    """Return the readings that stand for the happenings of an article, each with what was joined into it."""
    asked_for = contents_by_trigger(parse, coded)
    addressed = [with_content_parties(parse, outer, asked_for.get(outer.token, ())) for outer in coded]
    lifted = {c.token for c in addressed if c.event.type == "RETREAT" and c.event.status == "happened"}
    done = [inner for inner in addressed if ending_of(parse, inner.candidate) is None]
    done = [inner for inner in done if lifting_of(parse, inner.candidate) not in lifted]  # not imposed, but lifted
    at = by_token(addressed)
    own = [inner for inner in done if not any(is_content(inner, outer) for outer in above(parse, inner, at))]
    return joined_tellings(parse, own)


def joined_tellings(parse: Parse, own: Sequence[Coded]) -> list[Coded]:
    """Return the readings of an article with each that tells a happening again joined into it."""
    kept = Kept(own)
    for telling in sorted(own, key=lambda c: (c.is_nominal, c.event.trigger, c.event.type)):
        found, head = kept.happenings, parse.heads[telling.token]
        visit = next((i for i in kept.told_at(parse.heads[head]) if is_purpose(parse, telling, found[i])), None)
        if visit is not None:
            event = with_counterparts(found[visit].event, telling.event)
            kept.put(visit, replace(found[visit], event=event, tellings=(*found[visit].tellings, (telling, None))))
            continue
        told = [i for i in kept.told_at(head) if is_reached(parse, telling, found[i])]
        told += [i for i in kept.like(telling) if is_retelling(telling, found[i])]
        if told:
            likeliest = max(told, key=lambda i: (chance("same", likeness(telling, found[i])), -i))
            kept.put(likeliest, with_telling(found[likeliest], telling))
        else:
            kept.add(telling)
    return kept.happenings


def by_token(coded: Iterable[Coded]) -> Mapping[int, Sequence[Coded]]:
    """Return the readings of an article by the words that tell them."""
    found: defaultdict[int, list[Coded]] = defaultdict(list)
    for one in coded:
        found[one.token].append(one)
    return found


def contents_by_trigger(parse: Parse, coded: Iterable[Coded]) -> Mapping[int, Sequence[Coded]]:
    """Return the unrealised acts of an article by each trigger in whose complement they stand."""
    found: defaultdict[int, list[Coded]] = defaultdict(list)
    for inner in coded:
        for trigger in complemented(parse, inner.token) if inner.event.status in UNREALISED else ():
            found[trigger].append(inner)
    return found


def above(parse: Parse, inner: Coded, at: Mapping[int, Sequence[Coded]]) -> Iterator[Coded]:
    """Yield the readings, of those at each word, in whose complement an act stands."""
    for trigger in complemented(parse, inner.token):
        yield from at.get(trigger, ())


def is_content(inner: Coded, outer: Coded) -> bool:
    """Tell whether an act in the complement of another is only what that asks for, refuses, promises or threatens."""
    if inner is outer or outer.event.type not in VERBAL_ACTS or inner.event.status not in UNREALISED:
        return False
    if outer.event.confidence < HIDING * inner.event.confidence:
        return False
    return all(is_of(role, outer.event) for role in inner.event.parties)


def is_of(role: Role, event: Event) -> bool:
    """Tell whether somebody takes part in an event, or belongs to a state that does: "**its** minister"."""
    states = {other.actor.state for other in event.parties if other.actor and other.actor.is_state}
    of_state = role.actor is not None and role.actor.state is not None and role.actor.state in states
    is_owned = of_state and role.text.lower().split()[0] in ITS
    return is_owned or party(role) in everyone(event)


def complemented(parse: Parse, token: int) -> Iterator[int]:
    """Yield the words in whose complement a word stands, at most `CONTENT_STEPS` below them."""
    at = token
    for _ in range(CONTENT_STEPS):
        if parse.deps[at] not in CONTENT_DEPS or parse.heads[at] == at:
            return
        at = parse.heads[at]
        yield at


def with_content_parties(parse: Parse, outer: Coded, contents: Iterable[Coded]) -> Coded:
    """Return a verbal act that names no recipient with those of its content: "refused to meet the envoy".

    So it is with who "stopped shelling Israel".

    Args:
        parse: Parse of the article.
        outer: The act.
        contents: The unrealised acts in its complement.
    """
    if outer.event.recipients:
        return outer
    is_verbal = outer.event.type in VERBAL_ACTS
    for inner in contents:
        if not is_verbal and ending_of(parse, inner.candidate) != outer.token:
            continue
        known = frozenset(map(party, outer.event.actors))
        others = [r for r in (*inner.event.recipients, *inner.event.actors) if party(r) not in known]
        if others and known & everyone(inner.event):
            adopted = tuple(replace(role, name="recipient") for role in others)
            return replace(outer, event=replace(outer.event, roles=(*outer.event.roles, *adopted)))
    return outer


def is_purpose(parse: Parse, talks: Coded, visit: Coded) -> bool:
    """Tell whether talks are what a visit is for: "arrived **for talks** with the president" is one event."""
    if not talks.is_nominal or visit.is_nominal or (talks.event.type, visit.event.type) != ("CONSULT", "CONSULT"):
        return False
    prep = parse.heads[talks.token]
    return visit.event.mode == "visit" and parse.deps[talks.token] == "pobj" and parse.heads[prep] == visit.token


def is_reached(parse: Parse, deal: Coded, verb: Coded) -> bool:
    """Tell whether an agreement is what a verb says that they came to: "**reached** a border **deal**" is one event."""
    is_object = parse.deps[deal.token] in UNDERGOING and parse.heads[deal.token] == verb.token
    are_both = {deal.event.type, verb.event.type} <= AGREEMENTS
    return is_object and are_both and everyone(deal.event) == everyone(verb.event)


def with_counterparts(visit: Event, talks: Event) -> Event:
    """Return a visit with those whom the visitors talk to as its recipients."""
    guests = frozenset(map(party, visit.actors))
    hosts = [r for r in (*talks.actors, *talks.recipients) if party(r) not in guests]
    if not hosts:
        return visit
    others = tuple(role for role in visit.roles if role.name != "recipient")
    return replace(visit, roles=(*others, *(replace(host, name="recipient") for host in hosts)))


def with_telling(first: Coded, telling: Coded) -> Coded:
    """Return a reading with another telling of its happening joined into it."""
    tellings = (*first.tellings, (telling, chance("same", likeness(telling, first))))
    best, rest = (telling, first) if telling.clearness > first.clearness else (first, telling)
    return replace(
        first,
        event=joined(best.event, rest.event),
        named=first.named.with_those_of(telling.named),
        clearness=best.clearness,
        tellings=tellings,
    )


def joined(best: Event, rest: Event) -> Event:
    """Return the clearer of two tellings with the evidence of both and what only the other tells.

    The other's parties are left aside unless the clearer names none, and so is its source: who is heard there does not
    tell what stands first.
    """
    roles = with_all_sides(best, rest) if best.parties else (*rest.parties, *best.roles)
    known = {*PARTY_ROLES, "source", *(role.name for role in roles)}
    evidence: tuple[Span, ...] = tuple(dict.fromkeys((*best.evidence, *rest.evidence)))
    return replace(
        best,
        roles=(*roles, *(role for role in rest.roles if role.name not in known)),
        evidence=evidence,
        date=joined_date(best, rest),
        place=joined_place(best, rest),
        mode=best.mode or rest.mode,
        contexts=tuple(sorted({*best.contexts, *rest.contexts})),
        confidence=max(best.confidence, rest.confidence),
    )


def with_all_sides(best: Event, rest: Event) -> tuple[Role, ...]:
    """Return the roles of an event, of a mutual act with the equal parties of the telling that names more of them.

    "The talks of Chile and Peru", which "Chile, Peru and Bolivia" held, are of all three.
    """
    is_fuller = everyone(best) < everyone(rest) and not best.recipients and not rest.recipients
    if not is_mutual(best.type) or not is_fuller:
        return best.roles
    return (*rest.actors, *(role for role in best.roles if role.name != "actor"))


def joined_place(best: Event, rest: Event) -> EventPlace | None:
    """Return the place of an event from two tellings: one that is told, and of a country rather a part that is."""
    told = [event.place for event in (best, rest) if event.place and event.place.basis in TOLD]
    if not told:
        return best.place or rest.place
    parts = (p for p in told if p.place.precision != COUNTRY and p.place.iso3 == told[0].place.iso3)
    return next(parts, told[0]) if told[0].place.precision == COUNTRY else told[0]


def joined_date(best: Event, rest: Event) -> EventDate | None:
    """Return the date of an event from two tellings, a day that one of them names before a day that neither does.

    What is planned, hoped, feared or denied has no day that is not named, however it is retold.
    """
    named = next((e.date for e in (best, rest) if e.date and e.date.basis in TOLD), None)
    return named or best.date or (None if best.status in UNREALISED else rest.date)
