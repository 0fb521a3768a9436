"""Compares the events that share a block and stores the judgements."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace
from itertools import combinations

from rapidfuzz import fuzz, process

from regesta.dedupe.compare import Telling, compare
from regesta.model.entry import Report
from regesta.model.event import Role
from regesta.model.judgement import Judgement
from regesta.query.offices import one_entity
from regesta.run.report import RunReport
from regesta.store.filters import ArticleFilter, EventFilter
from regesta.store.store import Store, View

SAME_SPELLING = 90  # of 100: alexander-lukaschenko and alexander-lukashenko score 97, kim-jong-un and kim-yo-jong 78
METHOD = "dedupe@"  # how the author of a judgement by this program begins, whatever its version
MAX_BLOCK_EVENTS = 400  # beyond it a block says nothing; its events meet in their other blocks


def judge_blocks(store: Store, report: RunReport) -> None:
    """Judge the events that unfinished runs have stored against all that share a block with them.

    Unfinished are this run and those that were killed, which are so made up for. What the program judged of these
    events before, when their articles had another version, gives way. Pairs judged different are not stored: they are
    as many as the square of a block, and what is not joined is apart.
    """
    with store.view() as view:
        pending = [run.id for run in view.runs() if run.finished is None]
        fresh = {event_id for run in pending for event_id in events_of(view, run)}
        outdated = [j for j in view.judgements("event", fresh) if j.author.startswith(METHOD)]
        found = list(judgements(view, pending, fresh, report))
    with store.writer() as writer:
        writer.remove_judgements(outdated)
        writer.add_judgements(found)


def events_of(view: View, run: int) -> Iterator[str]:
    """Yield the ids of the events that a run stored, in articles that no later run replaced."""
    for article in view.articles(ArticleFilter(run=run)):
        yield from (event.id for event in article.events)


def judgements(view: View, runs: Iterable[int], fresh: Set[str], report: RunReport) -> Iterator[Judgement]:
    """Yield the judgements same and unsure on pairs of events that share a block, at least one of them fresh.

    Args:
        view: The store.
        runs: Numbers of the runs that stored the fresh events.
        fresh: Ids of the fresh events.
        report: Counts the pairs.
    """
    states, entities = person_states(view), one_entity(view)
    seen: set[tuple[str, str]] = set()
    for run in runs:
        for _, ids in view.blocks(run):
            if len(ids) > MAX_BLOCK_EVENTS:
                continue
            tellings = [telling_of(r, states, entities) for r in view.reports(EventFilter(ids=ids))]
            for left, right in combinations(tellings, 2):
                pair = (left.event.id, right.event.id)
                if pair in seen or fresh.isdisjoint(pair) or left.event.article_id == right.event.article_id:
                    continue
                seen.add(pair)
                judgement = compare(left, right)
                report.compared += 1
                report.same += judgement.verdict == "same"
                report.unsure += judgement.verdict == "unsure"
                if judgement.verdict != "different":
                    yield judgement


def person_states(view: View) -> dict[str, str]:
    """Return the state that most reports give each person, by entity id; persons with two states as often are left out.

    Many reports name a person without a title. What other reports in the store tell of the person's state counts when
    tellings are compared; nothing stored is changed by it.
    """
    people = (actor for actor in view.actors(limit=None) if actor.entity and actor.entity.startswith("person:"))
    return {actor.entity: actor.iso3 for actor in people if actor.entity and actor.iso3}


def telling_of(report: Report, states: Mapping[str, str], entities: Mapping[str, str]) -> Telling:
    """Return a stored event as comparing needs it: with what other reports tell of its persons.

    Args:
        report: The event.
        states: State of persons, by entity.
        entities: The entity that stands for all spellings of a person, by entity as coded.
    """
    words = " ".join(citation.quote for citation in report.citations[:1])
    roles = tuple(with_entity(with_state(role, states), entities) for role in report.event.roles)
    return Telling(replace(report.event, roles=roles), report.source.day, words)


def with_entity(role: Role, entities: Mapping[str, str]) -> Role:
    """Return a role whose person has the entity of all spellings."""
    actor = role.actor
    known = entities.get(actor.entity or "") if actor else None
    return replace(role, actor=replace(actor, entity=known)) if actor and known else role


def with_state(role: Role, states: Mapping[str, str]) -> Role:
    """Return a role whose person has a state: its own, else the one told of a person of that name or nearly so."""
    actor = role.actor
    if actor is None or actor.iso3 or not (actor.entity or "").startswith("person:"):
        return role
    known = states.get(actor.entity or "") or spelled_alike(actor.entity or "", states)
    return replace(role, actor=replace(actor, iso3=known)) if known else role


def spelled_alike(entity: str, states: Mapping[str, str]) -> str | None:
    """Return the state of a person whose full name is spelled nearly alike: "alexander-lukaschenko"; None for none."""
    if entity.count("-") == 0:
        return None  # a bare surname is shared by too many
    found = process.extractOne(entity, states.keys(), scorer=fuzz.ratio, score_cutoff=SAME_SPELLING)
    return states[found[0]] if found else None
