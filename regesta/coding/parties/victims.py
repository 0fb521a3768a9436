"""Says of which state those are whom another state's forces attacked, where only the text around them tells.

They are of the state that the attack is told to have happened in: "Turkish drones killed two fighters **in Syria**";
else of the one for which who tells it speaks: "..., **Iraq's president** said".
"""

from collections.abc import Iterable
from dataclasses import replace

from regesta.coding.parties.located import is_located
from regesta.coding.roles.roles import Scene
from regesta.coding.roles.vague_parties import GUESS, GUESSED, is_described, is_first_person, is_vague
from regesta.coding.triggers.candidates import Candidate
from regesta.model.entity import Actor
from regesta.model.event import Role, states_of
from regesta.ontology.actor_sectors import OFFICIAL_SECTORS

ATTACK = "ASSAULT"
AT_HOME = frozenset({"COP", "JUD"})  # whose deeds others tell of, though they are done at home


def as_struck(scene: Scene, candidate: Candidate, actors: list[Role], recipients: list[Role]) -> list[Role]:
    """Return the recipients of an attack, those whose state is but a guess as of the state that was struck.

    Args:
        scene: The article with lookups.
        candidate: The act.
        actors: Who attacked.
        recipients: Whom they attacked.
    """
    if candidate.event_type != ATTACK or not any(is_open(scene, role) for role in recipients):
        return recipients
    attacking = states_of(role for role in actors if not is_vague(role))
    struck = struck_state(scene, candidate.token, actors, attacking) if len(attacking) == 1 else None
    ours = speaker_state(scene, candidate.token)
    found = []
    for role in recipients:
        of_attacker = role.actor is None or role.actor.state in {*attacking, None}
        state = ours if has_first_person(scene, role) else struck if of_attacker else None
        found.append(with_guess(role, state) if state and is_open(scene, role) else role)
    return found


def is_open(scene: Scene, role: Role) -> bool:
    """Tell whether a role is a description whose words do not tell its state."""
    if role.actor is not None and role.actor.iso3 is not None:
        return role.actor.basis == GUESS
    return is_described(scene, role)


def has_first_person(scene: Scene, role: Role) -> bool:
    """Tell whether somebody belongs to who speaks: "**our** village"."""
    parse, tokens = scene.parse, scene.parse.tokens_in(role.span)
    owners = (owner for token in tokens for owner in parse.governed(token, "poss"))
    return any(is_first_person(parse.words[owner]) for owner in owners)


def struck_state(scene: Scene, act: int, actors: Iterable[Role], attacking: frozenset[str]) -> str | None:
    """Return the foreign state that was struck, by the place that is told of the attack, else by who tells of it."""
    told = [
        mention.place.iso3
        for mention in scene.article.mentions
        if mention.place and act in scene.parse.ancestors(mention.head) and is_located(scene, mention)
    ]
    if told:
        abroad = [state for state in told if state and state not in attacking]
        return abroad[0] if len(abroad) == len(told) else None
    state = speaker_state(scene, act)
    is_at_home = any(role.actor and role.actor.sector in AT_HOME for role in actors)
    return None if is_at_home or state in attacking else state


def speaker_state(scene: Scene, act: int) -> str | None:
    """Return the state for which who tells of an act speaks; None where nobody does."""
    speaker = scene.speaker_at(act)
    actor = speaker.actor if speaker else None
    return actor.state if actor and actor.sector in OFFICIAL_SECTORS and actor.basis != GUESS else None


def with_guess(role: Role, state: str) -> Role:
    """Return a role with a state that the text around it tells."""
    base = role.actor or Actor(name=role.text)
    return replace(role, actor=replace(base, iso3=state, confidence=GUESSED, basis=GUESS))
