"""Compares the events that share a block."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from regesta.dedupe.compare import same_or_unsure
from regesta.dedupe.telling import Telling
from regesta.model.entry import Report
from regesta.model.event import Role
from regesta.model.judgement import JudgedKind, Judgement
from regesta.query.clusters.corrected import corrected_report, read_corrections
from regesta.query.offices import one_entity
from regesta.run.kept import PORTION_EVENTS, Compared, Kept
from regesta.run.person_states import PersonStates, told_anew
from regesta.run.report import RunReport
from regesta.store.filters import EventFilter
from regesta.store.view import View

METHOD = "dedupe@"  # how the author of a judgement by this program begins, whatever its version
MAX_BLOCK_EVENTS = 400  # beyond it a block says nothing; its events meet in their other blocks

Ids = tuple[str, ...]


class Judged(NamedTuple):
    """What the program judges now, and what it judged before of the same."""

    found: list[Judgement]
    outdated: list[Judgement]


def judge_events(view: View, since: datetime | None, report: RunReport, kept: Kept) -> Judged:
    """Judge the events stored since a moment against all that share a block with them.

    Events judged earlier are judged again where the fresh ones tell more of a person in them, or make a block too large
    to say anything, so that the order in which articles arrive does not matter. Events are compared by the values that
    persons gave them. Pairs judged different are not stored: they are as many as the square of a block, and what is not
    joined is apart.

    Args:
        view: The store.
        since: Until when events have been judged; None for never.
        report: Counts the pairs.
        kept: What the store tells now.
    """
    fresh = events_since(view, since)
    if since is not None:
        fresh |= told_anew(view, since, fresh, kept)
        fresh |= in_grown_blocks(view, fresh, MAX_BLOCK_EVENTS, "event")
    return Judged(list(judgements(view, fresh, report, kept)), judged_before(view, "event", fresh))


def judged_before(view: View, kind: JudgedKind, fresh: Set[str]) -> list[Judgement]:
    """Return what the program, of whatever version, has judged of some events or statements."""
    return [judgement for judgement in view.judgements(kind, fresh) if judgement.author.startswith(METHOD)]


def events_since(view: View, since: datetime | None) -> set[str]:
    """Return the ids of the events stored since a moment, in articles that nothing has replaced; None for all."""
    return set(view.event_ids(EventFilter(stored_after=since)))


def in_grown_blocks(view: View, fresh: Set[str], most: int, kind: JudgedKind) -> set[str]:
    """Return the ids in blocks that fresh ones made too large to say anything: what those blocks said gives way.

    Args:
        view: The store.
        fresh: Ids of the fresh events or statements.
        most: How many a block may hold.
        kind: What is in the blocks.
    """
    grown = view.blocks(fresh, most + len(fresh), kind, least=most + 1)
    return {each for _, ids in grown if most >= len(set(ids) - fresh) for each in ids}


def judgements(view: View, fresh: Set[str], report: RunReport, kept: Kept) -> Iterator[Judgement]:
    """Yield the judgements same and unsure on pairs of events that share a block, at least one of them fresh.

    Args:
        view: The store.
        fresh: Ids of the fresh events.
        report: Counts the pairs.
        kept: What the store tells now.
    """
    if not fresh:
        return
    states = PersonStates(view, kept.persons)
    seen: set[tuple[str, str]] = set()
    for blocks in portions(view.blocks(fresh, MAX_BLOCK_EVENTS)):
        ids = {event_id for block in blocks for event_id in block}
        reports = reports_of(view, ids, kept)
        entities = one_entity(kept.offices, persons_of(reports))
        states.look_up(entity for r in reports for role in r.event.roles if (entity := stateless_person(role)))
        compared = [compared_as(report, states, entities, kept) for report in reports]
        kept.remember(compared)
        tellings = {one.report.event.id: one.telling for one in compared if one.telling}
        for pair in pairs_of(blocks, fresh, seen):
            left, right = tellings[pair[0]], tellings[pair[1]]
            if left.event.article_id == right.event.article_id:
                continue
            report.compared += 1
            if judgement := same_or_unsure(left, right):
                report.same += judgement.verdict == "same"
                report.unsure += judgement.verdict == "unsure"
                yield judgement


def reports_of(view: View, ids: Set[str], kept: Kept) -> list[Report]:
    """Return events as persons corrected them; what is not kept is read."""
    corrections = read_corrections(view, ids)
    return [corrected_report(report, corrections.get(report.event.id, ())) for report in kept.reports(view, ids)]


def portions(blocks: Iterable[tuple[str, Ids]]) -> Iterator[list[Ids]]:
    """Yield blocks together that are read together: an event is in many blocks, and reading it is dear."""
    portion: list[Ids] = []
    size = 0
    for _, ids in blocks:
        portion.append(ids)
        size += len(ids)
        if size > PORTION_EVENTS:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion


def pairs_of(blocks: Iterable[Ids], fresh: Set[str], seen: set[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield each pair of events that share a block once, if at least one of them is fresh, the smaller id first.

    Args:
        blocks: Ids of the events of each block, sorted.
        fresh: Ids of the fresh events.
        seen: Pairs that were yielded before; grows.
    """
    for ids in blocks:
        for event_id in filter(fresh.__contains__, ids):
            for other in ids:
                pair = (event_id, other) if event_id < other else (other, event_id)
                if event_id != other and pair not in seen:
                    seen.add(pair)
                    yield pair


def compared_as(report: Report, states: PersonStates, entities: Mapping[str, str], kept: Kept) -> Compared:
    """Return a stored event as comparing needs it: with what other reports tell of its persons.

    Args:
        report: The event.
        states: The states of persons.
        entities: The entity that stands for all spellings of a person, by entity as coded.
        kept: Has it, with what was worked out of it, when all that is the same as it was.
    """
    told = tuple(told_of(role, states, entities) for role in report.event.roles)
    known = kept.compared.get(report.event.id)
    if known and known.telling and known.report is report and known.told == told:
        return known
    roles = tuple(map(with_told, report.event.roles, told))
    event = replace(report.event, roles=roles) if roles != report.event.roles else report.event
    return Compared(report, told, Telling(event, report.source.day, report.words))


def told_of(role: Role, states: PersonStates, entities: Mapping[str, str]) -> tuple[str | None, str | None]:
    """Return what other reports tell of who fills a role: the state, when its own does not, and the entity."""
    person = stateless_person(role)
    return states.of(person) if person else None, entities.get(role.actor.entity or "") if role.actor else None


def with_told(role: Role, told: tuple[str | None, str | None]) -> Role:
    """Return a role with the state and the entity that other reports tell; with its own where they tell none."""
    actor, (state, entity) = role.actor, told
    if actor is None or told == (None, None):
        return role
    return replace(role, actor=replace(actor, iso3=state or actor.iso3, entity=entity or actor.entity))


def persons_of(reports: Iterable[Report]) -> set[str]:
    """Return the entities of the parties of events."""
    roles = (role for report in reports for role in report.event.roles)
    return {role.actor.entity for role in roles if role.actor and role.actor.entity}


def stateless_person(role: Role) -> str | None:
    """Return the entity of the person who fills a role and whose state the report does not tell; None for others."""
    actor = role.actor
    return actor.entity if actor and actor.is_person and not actor.iso3 else None
