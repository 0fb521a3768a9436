"""Decides who takes part in an event, by what the network reads, what an entry's slots hold and where words stand."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from heapq import nlargest
from itertools import chain, islice

from regesta.coding.odds import chance, log_odds
from regesta.coding.parties.answered import answer_of, as_answered, may_be
from regesta.coding.parties.answers import Answer
from regesta.coding.parties.hosts import as_hosts, as_sent
from regesta.coding.parties.jailers import with_jailer
from regesta.coding.parties.only_mentioned import has_no_part
from regesta.coding.parties.options import Option, options_of, whole
from regesta.coding.parties.own_side import abroad, needs_recipient, own_states, without_own_organs
from regesta.coding.parties.partners import as_mutual, with_befriended, with_partner, with_thankful
from regesta.coding.parties.retaliation import as_retaliated
from regesta.coding.parties.threatened import as_threatened
from regesta.coding.parties.victims import as_struck
from regesta.coding.roles.act_roles import head_of, is_name
from regesta.coding.roles.citizens import as_citizens
from regesta.coding.roles.posts import with_host
from regesta.coding.roles.roles import Scene, is_parted, noun_of, party
from regesta.coding.roles.vague_parties import spelled_out
from regesta.coding.triggers.candidates import Candidate
from regesta.model.event import PARTY_ROLES, Role
from regesta.model.parse import Parse

NOT_READ = 0.03  # the network's score of words it does not list in a role
TAKES_PART = 0.9  # swept .7 to .98 on 82 held-out newswire articles and both sets of whole articles
MAY_TAKE_PART = 0.45  # enough for a role that nobody else fills; swept alone, .35 to .65, on held-out dyads too
ONLY_NAMED = 0.65  # for whom neither network nor entry gives a part; swept 0 to 1.1 on the same and held-out dyads
IN_LIST = 0.7  # enough for who stands in a list with somebody taken: "Iran, Syria and Iraq"
SUBJECTS = frozenset({"nsubj", "agent"})
OBJECTS = frozenset({"dobj", "nsubjpass", "dative"})
OFTEN_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT"})  # signing what was agreed is SUPPORT
TWO_SIDED = frozenset({"CONSULT", "COOPERATE"})
OTHER_SIDE = 0.7  # enough for the second party of those, in whichever role; swept .45 to .8 on three sets of articles
HOST = (
    0.7  # the network's score of who is visited or spoken to, and no equal; .5 to .85 do alike on four sets of articles
)
OFTEN_ALONE = frozenset({"PROTEST", "MOBILIZE", "RETREAT", "CONCEDE"})


Judged = tuple[float, str, Option]  # how likely somebody has a role, the role, and who it is


def find_parties(scene: Scene, candidate: Candidate) -> tuple[list[Role], list[Role]]:
    """Return the actors and recipients of a reading, each in text order and each actor once."""
    options = whole(options_of(scene, candidate))
    answer = answer_of(scene.parse, candidate)
    ranked = judged(scene, candidate, answer, options)
    found = chosen(scene, candidate.token, ranked)
    if own := own_states(scene, candidate, found):
        others = [row for row in ranked if row[1] != "recipient" or row[2].role.span not in own]
        without = chosen(scene, candidate.token, others)
        if without["recipient"] or not needs_recipient(candidate):
            found, ranked = without, others
    if candidate.event_type in TWO_SIDED and len({party(role) for roles in found.values() for role in roles}) == 1:
        other = next((row for row in ranked if is_other_side(row, found)), None)
        if other is not None:
            found[other[1]].append(replace(other[2].role, name=other[1]))
    found = {name: [without_trigger(scene, candidate, role) for role in roles] for name, roles in found.items()}
    sides = as_answered(scene, candidate, answer, (found["actor"], found["recipient"]))
    actors, recipients = as_told(scene, candidate, *sides)
    are_equal = candidate.trigger is not None and candidate.trigger.reciprocal
    if are_equal and len(actors) > 1 and candidate.trigger is not None and candidate.trigger.settles:
        return actors, []  # who is exchanged is no party
    if are_equal and actors and recipients and not any(is_host(options, role) for role in recipients):
        here = [role for role in recipients if is_beside(scene, candidate, role)]  # who is read from afar is no equal
        return sorted((*actors, *(replace(r, name="actor") for r in here)), key=lambda role: role.span), []
    return actors, recipients


def judged(scene: Scene, candidate: Candidate, answer: Answer | None, options: list[Option]) -> list[Judged]:
    """Return who may have which role in an act, the likeliest first.

    Args:
        scene: The article with lookups.
        candidate: The act.
        answer: What somebody says of the act; None where nobody answers for it.
        options: Everybody who may take part.
    """
    rivals = rivals_of(options)
    rows = [
        (score, name, option)
        for one in options
        for score, name, option in judged_roles(scene, candidate, one, options, rivals)
        if score >= MAY_TAKE_PART  # no role asks for less
        and may_be(scene, answer, replace(option.role, name=name), option.token, option.read.get("recipient", 0.0))
        and (name in option.slots or not has_no_part(scene, candidate, option.token, name, option.read))
    ]
    return sorted(rows, key=lambda row: (-row[0], row[2].token, row[1]))


def as_told(
    scene: Scene, candidate: Candidate, actors: list[Role], recipients: list[Role]
) -> tuple[list[Role], list[Role]]:
    """Return the parties as the words around an act tell of them.

    The order counts. First come the rules that say who somebody is ("both sides", a state's people, those whom it
    struck), since the later ones compare states; then those that fill a side that is still empty.

    Args:
        scene: The article with lookups.
        candidate: The act.
        actors: Its actors.
        recipients: Its recipients.
    """
    sides = (actors, recipients)
    actors, recipients = (
        once(as_citizens(scene.parse, candidate, spelled_out(scene, *pair), pair[1])) for pair in (sides, sides[::-1])
    )
    actors, recipients = as_sent(scene, actors), as_sent(scene, recipients)
    recipients = as_hosts(scene, candidate, actors, recipients)
    actors, recipients = as_retaliated(scene, candidate.token, actors, recipients)
    recipients = as_struck(scene, candidate, actors, recipients)
    recipients = without_own_organs(scene, candidate, actors, recipients)
    actors, recipients = with_partner(scene, candidate, (actors, recipients))
    actors = with_host(scene, candidate, actors, recipients)
    actors = with_jailer(scene, candidate, actors, recipients)
    recipients = abroad(scene, candidate, actors, recipients)
    recipients = as_threatened(scene, candidate, actors, recipients)
    recipients = with_thankful(scene, candidate, actors, recipients)
    recipients = with_befriended(scene, candidate, actors, recipients)
    return as_mutual(scene, candidate, actors, recipients)


def is_part_of_another(parse: Parse, act: int, option: Option, taken: Iterable[Role]) -> bool:
    """Tell whether somebody's words are among those of somebody taken, and he did not do an act that is, too.

    Of "the US-backed government" the United States back the government.
    """
    is_doer = parse.deps[option.token] == "npadvmod" and parse.heads[option.token] == act
    return not is_doer and any(option.role.span.overlaps(role.span) for role in taken)


def chosen(scene: Scene, act: int, ranked: Iterable[Judged]) -> dict[str, list[Role]]:
    """Return who takes part, by role: of those judged, the likeliest first, each once."""
    found: dict[str, list[Role]] = {name: [] for name in PARTY_ROLES}
    taken: set[str] = set()
    lists: set[tuple[str, int]] = set()  # coordinations that have a member in a role
    parted: set[tuple[str, int]] = set()  # plurals that have a state's part in a role: then the other states do, too
    for score, name, option in ranked:
        who, noun = party(option.role), noun_of(scene, option.token)
        beside = name, scene.parse.first_of_row(noun)
        if who in taken or is_part_of_another(scene.parse, act, option, chain(*found.values())):
            continue  # "supporters of the opposition" are one party, not two
        is_open = not found[name] or (name, noun) in parted
        least = MAY_TAKE_PART if is_open else IN_LIST if beside in lists else TAKES_PART
        if score >= (max(least, ONLY_NAMED) if option.is_only_named else least):
            taken.add(who)
            lists.add(beside)
            parted.update([(name, noun)] if is_parted(scene, noun) else [])
            found[name].append(replace(option.role, name=name))
    return found


def judged_roles(
    scene: Scene, candidate: Candidate, option: Option, options: list[Option], rivals: list[Option]
) -> list[Judged]:
    """Return how likely somebody has each role, with the role and who it is.

    Where an entry settles the act, its slots tell in which role somebody takes part, and all else only whether they do.
    What one does alone has another side only where it is told to be against one: "a drill **off Cyprus**" has none.
    """
    scores = {name: chance(name, party_evidence(scene, candidate, option, name, rivals)) for name in PARTY_ROLES}
    trigger = candidate.trigger
    if trigger is None or not trigger.settles or trigger.reciprocal:
        return [(score, name, option) for name, score in scores.items()]
    same = [other.slots for other in options if other.role.span.overlaps(option.role.span)]
    if held := frozenset[str]().union(*same):
        return [(max(scores.values()), name, option) for name in PARTY_ROLES if name in held]
    return [(score, name, option) for name, score in scores.items() if name == "actor" or not trigger.one_sided]


def rivals_of(options: Sequence[Option]) -> list[Option]:
    """Return who is enough to tell anybody's rivals by: the two likeliest of each role, and two of its slots."""
    found: list[Option] = []
    for name in PARTY_ROLES:
        found += nlargest(2, options, key=lambda option: option.read.get(name, NOT_READ))
        found += islice((option for option in options if name in option.slots), 2)
    return found


def is_other_side(row: Judged, found: dict[str, list[Role]]) -> bool:
    """Tell whether somebody is likely enough the other side of whom only one side is found, in whichever role."""
    score, _, option = row
    alone = next(role for roles in found.values() for role in roles)
    apart = not option.role.span.overlaps(alone.span) and party(option.role) != party(alone)
    return score >= OTHER_SIDE and apart


def is_host(options: Iterable[Option], role: Role) -> bool:
    """Tell whether the network reads somebody as the one who is visited or spoken to, and no equal party of an act."""
    read = (option.read for option in options if option.role.span.overlaps(role.span))
    return any(scores.get("recipient", 0.0) >= max(HOST, scores.get("actor", 0.0)) for scores in read)


def is_beside(scene: Scene, candidate: Candidate, role: Role) -> bool:
    """Tell whether somebody stands in the sentence of an act."""
    return scene.sentence_of(head_of(scene, role)) == scene.sentence_of(candidate.token)


def without_trigger(scene: Scene, candidate: Candidate, role: Role) -> Role:
    """Return a role without the word that tells of the act before its noun: "president", of "the deposed president".

    A name before that word tells who it is, and stays: "the Malian deposed president". That of who did it does not:
    "government", of "the US-backed government".
    """
    tokens, parse = scene.parse.tokens_in(role.span), scene.parse
    if candidate.token not in tokens[:-1] or head_of(scene, role) <= candidate.token:
        return role
    before = (token for token in range(tokens[0], candidate.token) if parse.heads[token] != candidate.token)
    if any(is_name(parse, token) for token in before):
        return role
    span = parse.span(candidate.token + 1, tokens[-1])
    return replace(role, span=span, text=span.of(scene.article.text))


def once(roles: Iterable[Role]) -> list[Role]:
    """Return roles in text order, each actor once: "both sides" may mean somebody who is named beside."""
    first = {party(role): role for role in sorted(roles, key=lambda role: role.span, reverse=True)}
    return sorted(first.values(), key=lambda role: role.span)


def party_evidence(
    scene: Scene, candidate: Candidate, option: Option, name: str, options: list[Option]
) -> list[tuple[str, float]]:
    """Return what speaks for and against somebody's part in an event, as named numbers."""
    parse, other = scene.parse, PARTY_ROLES[name == "actor"]
    mention = scene.by_head.get(option.token)
    token = noun_of(scene, option.token)
    dep = parse.deps[token] if parse.heads[token] == candidate.token else ""
    rival = max((o.read.get(name, NOT_READ) for o in options if o is not option), default=NOT_READ)
    slot_rival = any(name in o.slots for o in options if o is not option)
    actor = option.role.actor
    same = scene.sentence_of(token) == scene.sentence_of(candidate.token)
    return [
        ("network", log_odds(option.read.get(name, NOT_READ))),
        ("network other role", log_odds(option.read.get(other, NOT_READ))),
        ("network rival", log_odds(rival)),
        ("slot", float(name in option.slots)),
        ("slot other role", float(other in option.slots and name not in option.slots)),
        ("slot rival", float(slot_rival and name not in option.slots)),
        ("no entry", float(candidate.entry is None)),
        ("subject", float(dep in SUBJECTS)),
        ("object", float(dep in OBJECTS)),
        ("before", float(token < candidate.token)),
        ("far", min(3.0, abs(token - candidate.token) / 10)),
        ("elsewhere", float(not same)),
        ("unknown", float(actor is None)),
        ("stateless", float(actor is not None and actor.iso3 is None)),
        ("pronoun", float(mention is not None and mention.form == "pronoun")),
        ("place", float(mention is not None and mention.kind == "place")),
        ("mutual type", float(candidate.event_type in OFTEN_MUTUAL)),
        ("one-sided type", float(candidate.event_type in OFTEN_ALONE)),
        (f"type {candidate.event_type}", 1.0),
    ]
