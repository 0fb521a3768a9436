"""Decides who takes part in an event, by what the network reads, what an entry's slots hold and where words stand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from regesta.coding.odds import chance, log_odds
from regesta.coding.parties.answered import answer_of, as_answered, may_be
from regesta.coding.parties.located import is_beside_town
from regesta.coding.parties.only_mentioned import has_no_part, is_outside, is_thing
from regesta.coding.parties.partners import is_closed_to, with_partner
from regesta.coding.parties.retaliation import as_retaliated
from regesta.coding.parties.victims import as_struck
from regesta.coding.roles.act_roles import Read, head_of, is_name, roles_read
from regesta.coding.roles.citizens import as_citizens
from regesta.coding.roles.posts import with_host
from regesta.coding.roles.roles import Scene, find_roles, is_parted, noun_of, party, role_of_mention
from regesta.coding.roles.vague_parties import spelled_out
from regesta.coding.status.no_acts import is_answer_to, preventers
from regesta.coding.triggers.candidates import Candidate
from regesta.model.event import PARTY_ROLES, Role
from regesta.model.parse import Parse
from regesta.ontology.event_types import is_mutual

NOT_READ = 0.03  # the network's score of words it does not list in a role
TAKES_PART = 0.9  # swept .7 to .98 on 82 held-out newswire articles and both sets of whole articles
MAY_TAKE_PART = 0.45  # enough for a role that nobody else fills; swept alone, .35 to .65, on held-out dyads too
ONLY_NAMED = 0.65  # for whom neither network nor entry gives a part; swept 0 to 1.1 on the same and held-out dyads
IN_LIST = 0.7  # enough for who stands in a list with somebody taken: "Iran, Syria and Iraq"
CONDITIONS = frozenset(
    {"emergency", "siege", "war", "alert", "disaster", "calamity", "mourning", "affair", "readiness", "exception"}
)
SUBJECTS = frozenset({"nsubj", "agent"})
OBJECTS = frozenset({"dobj", "nsubjpass", "dative"})
OFTEN_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT"})  # signing what was agreed is SUPPORT
TWO_SIDED = frozenset({"CONSULT", "COOPERATE"})
OTHER_SIDE = 0.7  # enough for the second party of those, in whichever role; swept .45 to .8 on three sets of articles
HOST = (
    0.7  # the network's score of who is visited or spoken to, and no equal; .5 to .85 do alike on four sets of articles
)
OFTEN_ALONE = frozenset({"PROTEST", "MOBILIZE", "RETREAT", "CONCEDE"})


@dataclass(frozen=True, slots=True)
class Option:
    """Somebody who may take part in an event.

    Attributes:
        token: Head word.
        role: The words, and who they are; its name is not decided yet.
        read: The network's score by role.
        slots: The roles that the entry's slots give it.
    """

    token: int
    role: Role
    read: dict[str, float]
    slots: frozenset[str]

    @property
    def is_only_named(self) -> bool:
        """Whether neither the network nor the entry knows of a part: the sentence names them, no more."""
        return not self.read and not self.slots


def find_parties(scene: Scene, candidate: Candidate) -> tuple[list[Role], list[Role]]:
    """Return the actors and recipients of a reading, each in text order and each actor once."""
    options = whole(options_of(scene, candidate))
    answer = answer_of(scene.parse, candidate)
    found: dict[str, list[Role]] = {name: [] for name in PARTY_ROLES}
    judged = [
        (score, name, option)
        for one in options
        for score, name, option in judged_roles(scene, candidate, one, options)
        if may_be(scene, answer, replace(option.role, name=name), option.token, option.read.get("recipient", 0.0))
        and (name in option.slots or not has_no_part(scene, candidate, option.token, name, option.read))
    ]
    taken: set[str] = set()
    lists: set[tuple[str, int]] = set()  # coordinations that have a member in a role
    parted: set[tuple[str, int]] = set()  # plurals that have a state's part in a role: then the other states do, too
    ranked = sorted(judged, key=lambda row: (-row[0], row[2].token, row[1]))
    for score, name, option in ranked:
        who, noun = party(option.role), noun_of(scene, option.token)
        beside = name, first_of_list(scene.parse, noun)
        if who in taken or any(option.role.span.overlaps(role.span) for group in found.values() for role in group):
            continue  # "supporters of the opposition" are one party, not two
        is_open = not found[name] or (name, noun) in parted
        least = MAY_TAKE_PART if is_open else IN_LIST if beside in lists else TAKES_PART
        if score >= (max(least, ONLY_NAMED) if option.is_only_named else least):
            taken.add(who)
            lists.add(beside)
            parted.update([(name, noun)] if is_parted(scene, noun) else [])
            found[name].append(replace(option.role, name=name))
    if candidate.event_type in TWO_SIDED and len(taken) == 1:
        other = next((row for row in ranked if is_other_side(row, found)), None)
        if other is not None:
            found[other[1]].append(replace(other[2].role, name=other[1]))
    found = {name: [without_trigger(scene, candidate, role) for role in roles] for name, roles in found.items()}
    sides = as_answered(scene, candidate, answer, (found["actor"], found["recipient"]))
    actors, recipients = (
        once(as_citizens(scene.parse, candidate, spelled_out(scene, *pair), pair[1])) for pair in (sides, sides[::-1])
    )
    actors, recipients = as_retaliated(scene, candidate.token, actors, recipients)
    recipients = as_struck(scene, candidate, actors, recipients)
    actors, recipients = with_partner(scene, candidate, (actors, recipients))
    actors = with_host(scene, candidate, actors, recipients)
    are_equal = candidate.trigger is not None and candidate.trigger.reciprocal
    if are_equal and len(actors) > 1 and candidate.trigger is not None and candidate.trigger.settles:
        return actors, []  # who is exchanged is no party
    if are_equal and actors and recipients and not any(is_host(options, role) for role in recipients):
        here = [role for role in recipients if is_beside(scene, candidate, role)]  # who is read from afar is no equal
        return sorted((*actors, *(replace(r, name="actor") for r in here)), key=lambda role: role.span), []
    return actors, recipients


def judged_roles(
    scene: Scene, candidate: Candidate, option: Option, options: list[Option]
) -> list[tuple[float, str, Option]]:
    """Return how likely somebody has each role, with the role and who it is.

    Where an entry settles the act, its slots tell in which role somebody takes part, and all else only whether they do.
    What one does alone has another side only where it is told to be against one: "a drill **off Cyprus**" has none.
    """
    scores = {name: chance(name, party_evidence(scene, candidate, option, name, options)) for name in PARTY_ROLES}
    trigger = candidate.trigger
    if trigger is None or not trigger.settles or trigger.reciprocal:
        return [(score, name, option) for name, score in scores.items()]
    same = [other.slots for other in options if other.role.span.overlaps(option.role.span)]
    if held := frozenset[str]().union(*same):
        return [(max(scores.values()), name, option) for name in PARTY_ROLES if name in held]
    return [(score, name, option) for name, score in scores.items() if name == "actor" or not trigger.one_sided]


def is_other_side(judged: tuple[float, str, Option], found: dict[str, list[Role]]) -> bool:
    """Tell whether somebody is likely enough the other side of whom only one side is found, in whichever role."""
    score, _, option = judged
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

    A name before that word tells who it is, and stays: "the Malian deposed president".
    """
    tokens, parse = scene.parse.tokens_in(role.span), scene.parse
    if candidate.token not in tokens[:-1] or head_of(scene, role) <= candidate.token:
        return role
    if any(is_name(parse, token) for token in range(tokens[0], candidate.token)):
        return role
    span = parse.span(candidate.token + 1, tokens[-1])
    return replace(role, span=span, text=span.of(scene.article.text))


def once(roles: Iterable[Role]) -> list[Role]:
    """Return roles in text order, each actor once: "both sides" may mean somebody who is named beside."""
    first = {party(role): role for role in sorted(roles, key=lambda role: role.span, reverse=True)}
    return sorted(first.values(), key=lambda role: role.span)


def first_of_list(parse: Parse, token: int) -> int:
    """Return the first member of the coordination a noun stands in: "**Iran**, Syria and Iraq"."""
    while parse.deps[token] == "conj" and parse.heads[token] < token:
        token = parse.heads[token]
    return token


def whole(options: Iterable[Option]) -> list[Option]:
    """Return options without the fragments of others: "the German" of "the German and Polish ministers"."""
    every = list(options)
    known = [option.role.span for option in every if option.role.actor]
    return [o for o in every if o.role.actor or not any(span.overlaps(o.role.span) for span in known)]


def options_of(scene: Scene, candidate: Candidate) -> Iterator[Option]:
    """Yield everybody who may take part: whom the network or the entry names, and the others of the sentence."""
    told = find_roles(scene, candidate.entry) if candidate.entry else ([], [])
    slots: dict[int, set[str]] = {}
    roles: dict[int, Role] = {}
    for name, group in zip(PARTY_ROLES, told, strict=True):
        for role in group:
            head = head_of(scene, role)
            slots.setdefault(head, set()).add(name)
            roles.setdefault(head, role)
    read: dict[int, Read] = {}
    for name in PARTY_ROLES:
        for found in roles_read(scene, candidate.act, name) if candidate.act else ():
            read.setdefault(found.token, found)
            roles.setdefault(found.token, found.role)
    here = scene.sentence_tokens(candidate.token)
    for head, mention in scene.by_head.items():
        if head in here and mention.actor is not None and mention.kind != "other":
            roles.setdefault(head, role_of_mention(scene, mention, "actor"))
    nouns = {head: noun_of(scene, head) for head in roles}
    outside = {candidate.token, *preventers(scene.parse, candidate.token)}
    for head, role in sorted(roles.items()):
        is_named_before = min(head, scene.parse.token_at(role.span.start)) < scene.first_token  # in the dateline
        if head not in outside and not is_named_before and is_possible(scene, candidate, head):
            parts = [other for other, noun in nouns.items() if noun == nouns[head]]  # what one does, all of them do
            scores: dict[str, float] = {}
            for name, score in (pair for part in parts if part in read for pair in read[part].scores.items()):
                scores[name] = max(score, scores.get(name, 0.0))
            held = {name for part in parts for name in slots.get(part, ())}
            yield Option(head, role, scores, frozenset(held))


def is_possible(scene: Scene, candidate: Candidate, noun: int) -> bool:
    """Tell whether a noun may be a party of an act, by where it stands and what it means."""
    parse = scene.parse
    is_shared = is_mutual(candidate.event_type) and parse.pos[candidate.token] == "NOUN"
    if is_condition(parse, noun) or is_beside_town(parse, noun) or is_thing(parse, noun):
        return False
    act = candidate.token
    if is_answer_to(parse, act, noun) or is_outside(parse, candidate, noun):
        return False
    return not (is_shared and (is_of_another(parse, act, noun) or is_closed_to(parse, act, noun)))


def is_of_another(parse: Parse, act: int, noun: int) -> bool:
    """Tell whether somebody did another thing that stands below a noun act: "talks on a text **drafted by Chile**"."""
    by = parse.heads[first_of_list(parse, noun)]
    done = parse.heads[by]
    is_below = parse.deps[by] == "agent" and parse.deps[done] == "acl" and parse.heads[done] != act
    return is_below and act in parse.ancestors(done)


def is_condition(parse: Parse, noun: int) -> bool:
    """Tell whether a state is how things are, and nobody: "declared a **state** of emergency"."""
    preps = parse.governed(noun, "prep") if parse.lemmas[noun] == "state" else ()
    behind = (noun for prep in preps if parse.lemmas[prep] == "of" for noun in parse.governed(prep, "pobj"))
    return any(parse.lemmas[noun] in CONDITIONS for noun in behind)


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
