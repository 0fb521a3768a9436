"""Scores of single sentences: type and parties, spans of roles, relevance beside several human coders."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from regesta.evaluate.align import Json, words
from regesta.evaluate.facets import quad
from regesta.evaluate.tally import Tally, add, add_found, add_rate

YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}  # one type in the dyad data
QUAD_OF_YIELD = "2"
NONE = "NONE"
CAMEO_ACTION = re.compile(r"\d-(\d+)")
SPEECH_ROOT = "01"


def texts_of(events: Iterable[Json], *roles: str) -> frozenset[str]:
    """Return the words of all parties in roles of events."""
    return words(" ".join(party.get("text", "") for event in events for role in roles for party in event.get(role, [])))


def add_class(tally: Tally, score: str, gold: str, coded: str, none: str) -> None:
    """Add one classified sentence to precision and recall of its classes; `none` as a coded class is no answer."""
    add(tally, score, "gold", groups=[f"{score}={gold}"])
    if coded != none or gold == none:
        add(tally, score, "coded", groups=[f"{score}={coded}"])
    if gold == coded:
        for part in ("right", "found"):
            add(tally, score, part, groups=[f"{score}={gold}"])


def tally_dyad(row: Json, coded: Json) -> Tally:
    """Return what a sentence with source, target and type adds, by the event that fits the parties best."""
    tally: Tally = Tally()
    events = coded.get("events", [])
    source, target = words(row["source"]), words(row["target"])

    def fit(event: Json) -> float:
        both = texts_of([event], "actors", "recipients") & (source | target)
        return (
            len(texts_of([event], "actors") & source) + len(texts_of([event], "recipients") & target) + 0.5 * len(both)
        )

    best = max(events, key=fit, default=None)
    gold, given = row["gold_root"], YIELD.get(best["type"], best["type"]) if best else NONE
    add_class(tally, "type", gold, given, NONE)
    same_type = [event for event in events if YIELD.get(event["type"], event["type"]) == gold]
    groups = [f"type={gold}"]
    add_rate(tally, "type_accuracy", gold == given, groups=groups)
    add_rate(tally, "type_and_both_parties", any(is_dyad(event, source, target) for event in same_type), groups=groups)
    add_rate(tally, "quad_accuracy", quad_of(gold) == quad_of(given), groups=groups)
    return tally


def is_dyad(event: Json, source: frozenset[str], target: frozenset[str]) -> bool:
    """Tell whether an event has the source as actor and the target as recipient, or both as its actors."""
    actors, recipients = texts_of([event], "actors"), texts_of([event], "recipients")
    if recipients:
        return bool(actors & source and recipients & target)
    return bool(actors & source and actors & target)


def quad_of(event_type: str) -> str:
    """Return the quad class of a type of the dyad data; "0" of none."""
    return QUAD_OF_YIELD if event_type == "YIELD" else quad(event_type)


def tally_roles(row: Json, coded: Json) -> Tally:
    """Return what a sentence with spans of actors and recipients adds, and with its quad class, 0 for plain speech."""
    tally: Tally = Tally()
    events = coded.get("events", [])
    told = events or [  # plain speech: the gold actor is the speaker
        {"actors": [said["speaker"]], "recipients": []} for said in coded.get("statements", []) if said.get("speaker")
    ]
    reciprocal = row.get("reciprocal", [])
    wanted = {"actors": [*row["source"], *reciprocal], "recipients": row["target"]}
    for role, names in wanted.items():
        roles = ("actors", "recipients") if role == "actors" and reciprocal else (role,)
        found = sorted({party["text"] for event in told for r in roles for party in event.get(r, [])})
        for score, same in (("exact", same_words), ("overlap", share_a_word)):
            add_found(tally, f"{role}_{score}", hits(names, found, same), len(found), len(names))
    if row["penta"] is not None:  # some of these sentences carry no class
        gold, given = str(int(row["penta"])), most_frequent([quad(event["type"]) for event in events])
        add_class(tally, "quad", gold, given, "")
        if gold == "0":
            add_rate(tally, "neutral_recall", given == "0")
    return tally


def most_frequent(classes: Sequence[str]) -> str:
    """Return the most frequent class, of equals the first; "0" of none."""
    return max(classes, key=classes.count, default="0")


def hits(names: Sequence[str], found: Sequence[str], same: Callable[[str, str], bool]) -> int:
    """Return how many gold names were found, at most as many as there are found ones."""
    return min(sum(any(same(name, other) for other in found) for name in names), len(found))


def same_words(left: str, right: str) -> bool:
    """Tell whether two spans are the same but for "the", case and marks."""
    return bare(left) == bare(right)


def bare(text: str) -> str:
    """Return a span's words in lower case, without "the" before them."""
    return " ".join(re.findall(r"\w+", text.lower())).removeprefix("the ")


def share_a_word(left: str, right: str) -> bool:
    """Tell whether two spans share a content word."""
    return bool(words(left) & words(right))


def tally_rated(row: Json, coded: Json) -> Tally:
    """Return what a sentence that several people coded adds: is it relevant, and which CAMEO roots does it tell?"""
    tally: Tally = Tally()
    roots = {event["cameo"][:2] for event in coded.get("events", []) if event.get("cameo")}
    if coded.get("statements") and not coded.get("events"):
        roots = {SPEECH_ROOT}
    relevant = bool(roots)
    add_found(tally, "relevance", relevant and row["gold_relevant"], relevant, row["gold_relevant"])
    for rater in row["raters"].values():
        codes = (CAMEO_ACTION.match(action.get("cameo") or "") for action in rater.get("actions", []))
        theirs = {code[1].zfill(2) for code in codes if code}
        if theirs:
            add_rate(tally, "root_set_f1_with_humans", 2 * len(theirs & roots) / (len(theirs) + len(roots)))
    return tally


BY_TASK: Mapping[str, Callable[[Json, Json], Tally]] = {
    "dyads": tally_dyad,
    "roles": tally_roles,
    "raters": tally_rated,
}
