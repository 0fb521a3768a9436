"""How a text uses a name: as a town's, that one besieges, is in or leaves, or as that of somebody who speaks."""

from enum import IntEnum

from regesta.model.annotation import Mention
from regesta.model.parse import Parse
from regesta.ontology.actor_sectors import load_sectors
from regesta.ontology.speech_verbs import load_speech
from regesta.resolve.names.actor_words import DIRECTIONS
from regesta.resolve.toponyms.place_uses import LOCATIVE

INSIDE = LOCATIVE | {"inside"}
NEVER_INSIDE = frozenset(
    {"faith", "confidence", "trust", "belief", "share", "stake", "percent", "invest"}
)  # before "in X"
# Done to towns and hardly to anybody; a gerund may be read as a noun.
BESIEGING = frozenset(
    {
        "shell", "bombard", "besiege", "occupy", "storm", "raid", "invade", "recapture", "retake", "overrun",
        "encircle", "pound", "liberate", "blockade", "enter", "evacuate", "annex", "shelling",
    }
)  # fmt: skip
# Done to towns and to others.
STRIKING = frozenset(
    {
        "strike", "hit", "bomb", "attack", "seize", "capture", "take", "control", "hold", "reach", "leave", "visit",
        "target", "surround", "defend", "lose", "assault", "destroy", "devastate", "flee", "bombing",
    }
)  # fmt: skip
# "flew to X", "the attack on X", "the fall of X"
HEADING = frozenset(
    {
        "go", "come", "travel", "fly", "arrive", "return", "move", "head", "depart", "flee", "drive", "march",
        "advance", "retreat", "withdraw", "evacuate", "sail", "fire", "launch", "rocket", "missile", "drone", "attack",
        "assault", "offensive", "strike", "raid", "fall", "battle", "capture", "control", "seizure", "loss", "bombing",
        "defence", "defense",
    }
)  # fmt: skip
TOWARDS = frozenset({"at", "on", "to", "from", "into", "through", "toward", "towards", "against", "off", "of", "for"})
KINDS = frozenset({"city", "town", "village", "port", "capital", "suburb", "district", "province", "region"})
INHABITANTS = frozenset({"resident", "mayor"})
# "the outskirts of X", "30 miles from X"
PARTS = frozenset(
    {
        "outskirt", "street", "resident", "inhabitant", "siege", "bombardment", "shelling", "occupation", "liberation",
        "recapture", "mayor", "kilometer", "kilometre", "mile", "km", "north", "south", "east", "west", "centre",
        "center",
    }
)  # fmt: skip
UNDERGOING = frozenset({"dobj", "nsubjpass", "advmod", "npadvmod"})  # a strange name behind a verb is read as an adverb
PLAYING = frozenset({"win", "beat", "play", "score", "draw", "thrash", "defeat"})  # what clubs do, called as their town


class Use(IntEnum):
    """How clearly a name is used as a town's."""

    UNCLEAR = 0
    LIKELY = 1
    CLEAR = 2
    CALLED = 3  # the text says that it is one


def use_of(parse: Parse, mention: Mention) -> Use:
    """Return how clearly a mention is used as a town's; in a list, as the first of it is."""
    at = mention.head
    if any(parse.lemmas[t] in KINDS for t in parse.governed(at, "appos")):  # "Goma, a city in the east"
        return Use.CALLED
    at = parse.first_of_row(at)
    dep, word = parse.deps[at], parse.lemmas[parse.heads[at]]
    if dep == "pobj":
        use = use_behind(word, parse.lemmas[parse.heads[parse.heads[at]]])
    elif dep in UNDERGOING:
        use = Use.CLEAR if word in BESIEGING else Use.LIKELY if word in STRIKING else Use.UNCLEAR
    elif dep == "nsubj":
        use = Use.LIKELY if word == "fall" else Use.UNCLEAR
    else:
        is_kind = dep in {"compound", "nmod", "poss", "appos"} and word in KINDS | INHABITANTS
        use = Use.CALLED if is_kind else Use.UNCLEAR
    return use


def use_behind(preposition: str, word: str) -> Use:
    """Return how clearly a name behind a preposition that depends on a word is used as a town's."""
    if preposition == "of" and word in KINDS:
        return Use.CALLED
    if preposition in INSIDE or (preposition in {"of", "from"} and word in PARTS):
        return Use.CLEAR
    return Use.LIKELY if preposition in TOWARDS and word in HEADING else Use.UNCLEAR


def is_inside(parse: Parse, mention: Mention) -> bool:
    """Tell whether a name stands behind a preposition of place."""
    return parse.deps[mention.head] == "pobj" and parse.lemmas[parse.heads[mention.head]] in INSIDE


def is_somebody(parse: Parse, mention: Mention) -> bool:
    """Tell whether a name speaks, plays, is owned in shares, bears a title, or is described as a person is."""
    head = mention.head
    above = parse.heads[head]
    dep, word, higher = parse.deps[head], parse.lemmas[above], parse.lemmas[parse.heads[above]]
    if (dep == "nsubj" and word in load_speech().verbs) or (dep in {"nsubj", "dobj"} and word in PLAYING):
        return True
    if dep == "pobj" and (parse.lemmas[above - 1] in NEVER_INSIDE or (word == "against" and higher in PLAYING)):
        return True
    first = parse.tokens_in(mention.name or mention.span)[0]
    before = [t for t in parse.governed(head, "compound", "nmod") if t < first]
    titles = [t for t in before if parse.lemmas[t].lower() not in DIRECTIONS | KINDS]
    relatives = [t for clause in parse.governed(head, "relcl") for t in parse.children[clause]]
    return (
        any(parse.pos[t] == "PROPN" or is_person_noun(parse, t) for t in titles)
        or any(is_person_noun(parse, t) for t in parse.governed(head, "appos"))
        or any(parse.lemmas[t] == "who" for t in relatives)
    )


def is_person_noun(parse: Parse, token: int) -> bool:
    """Tell whether a word is a noun for one person: "minister"."""
    noun = load_sectors().noun((parse.lemmas[token],))
    return noun is not None and noun.kind == "person"
