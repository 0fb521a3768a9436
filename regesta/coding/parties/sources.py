"""Whom an article cites for an act; nobody for what is done by saying it: "we condemn this", "we demand that"."""

from dataclasses import replace

from regesta.coding.roles.quoted import innermost
from regesta.coding.roles.roles import Scene, party, roles_at
from regesta.coding.said import is_left_open, is_nobody
from regesta.coding.tellings.merge import SPOKEN_ACTS, VERBAL_ACTS
from regesta.coding.triggers.arguments import carrier_of
from regesta.model.annotation import Quote
from regesta.model.event import Role, Status
from regesta.model.parse import UNDERGOING, Parse
from regesta.ontology.speech_verbs import load_speech

CLAIMING = frozenset({"says", "confirms", "accuses", "predicts"})  # classes of verbs that claim a deed of another
CLAIMED = frozenset({"xcomp", "ccomp"})
PRESENT = frozenset({"VBP", "VBZ"})
BASE = frozenset({"VB", "VBG"})
PERFECT = "have"
OFFICIAL = "GOV"
JUDGING = frozenset({"denies", "accuses", "praises"})  # classes of cues whose noun object is told as a fact


def source_of(
    scene: Scene, token: int, event_type: str, actors: list[Role], status: Status = "happened"
) -> Role | None:
    """Return whom the article cites for an act: the speaker of the quote its trigger lies in; None outside quotes.

    Whose own words the act is he claims nothing by them: he does it. Nor does he claim what he rejects or condemns.

    Args:
        scene: The article with lookups.
        token: The trigger's head word.
        event_type: Its type.
        actors: Who acts.
        status: Whether it happened.
    """
    speaker = innermost(
        (span, quote, roles)
        for span, quote, roles in scene.speakers.around(scene.parse.span(token))
        if not (is_judged(scene.parse, quote, token, status) or is_left_open(scene.parse, quote))
        and not any(is_nobody(scene.article, role) for role in roles[:1])
    )
    if speaker is None:
        return accuser_of(scene, token)
    is_own = event_type in SPOKEN_ACTS and bool(actors) and all(speaks_for(speaker, actor) for actor in actors)
    if is_own and is_performed(scene.parse, token, is_reported=not in_marks(scene, token), event_type=event_type):
        return None
    return replace(speaker, name="source")


def accuser_of(scene: Scene, token: int) -> Role | None:
    """Return by whom an act is said of somebody in the passive: "Iran **is accused by Kyiv of** arming the rebels"."""
    parse, words = scene.parse, load_speech()
    below = token
    for above in parse.ancestors(token):
        if parse.tags[above] == "VBN" and words.verbs.get(parse.lemmas[above]) in CLAIMING:
            agents = [noun for by in parse.governed(above, "agent") for noun in parse.governed(by, "pobj")]
            is_claimed = parse.deps[below] in CLAIMED or (parse.deps[below] == "prep" and parse.lemmas[below] == "of")
            return next(iter(roles_at(scene, agents, "source")), None) if is_claimed else None
        below = above
    return None


def is_judged(parse: Parse, quote: Quote, token: int, status: Status) -> bool:
    """Tell whether a quote only names an act for somebody to judge: "**rejected** the lawsuit", "condemned the raid".

    That an act did not happen is what he says who denies it.
    """
    cues = parse.tokens_in(quote.cue) if quote.cue else range(0)
    verb = next((cue for cue in cues if parse.pos[cue] == "VERB"), None)
    kind = load_speech().verbs.get(parse.lemmas[verb]) if verb is not None else None
    if kind not in JUDGING or (kind == "denies" and status == "denied"):
        return False
    path = [token, *parse.ancestors(token)]
    if verb not in path[1:]:
        return False
    return parse.deps[path[path.index(verb) - 1]] in UNDERGOING


def speaks_for(speaker: Role, actor: Role) -> bool:
    """Tell whether a speaker is an actor, or an official of the same state."""
    if party(speaker) == party(actor) or speaker.span == actor.span:
        return True
    one, two = speaker.actor, actor.actor
    is_official = one is not None and two is not None and {one.sector, two.sector} == {OFFICIAL}
    return is_official and one is not None and two is not None and one.state is not None and one.state == two.state


def in_marks(scene: Scene, token: int) -> bool:
    """Tell whether a word stands in a direct quote."""
    return any(quote.kind == "direct" for _, quote, _ in scene.speakers.around(scene.parse.span(token)))


def is_performed(parse: Parse, token: int, *, is_reported: bool, event_type: str) -> bool:
    """Tell whether an act is done by the words that tell it: "we **reject** it", "will **attack**", "said it rejects".

    In reported words "said it rejected the plan" stands for "we reject the plan"; "had rejected" tells of another day.
    """
    verb = token if parse.pos[token] in {"VERB", "AUX"} else carrier_of(parse, token)
    if verb is None:
        return False
    auxiliaries = [parse.lemmas[word] for word in parse.governed(verb, "aux", "auxpass")]
    if PERFECT in auxiliaries:
        return False
    if parse.tags[verb] == "VBD":
        return is_reported and event_type in VERBAL_ACTS
    return parse.tags[verb] in PRESENT | BASE
