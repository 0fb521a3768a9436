"""Sorts what the coder gets wrong in whole articles into kinds of mistakes, so that they can be counted and read."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from regesta.evaluate.align import Json, Pair, bounds, overlaps, party_keys, roles_agree, same_parties
from regesta.evaluate.scores import pair_events, same_day, same_status

KINDS = {
    "missed": "an event of the gold, of which nothing was coded",
    "missed in speech": "the same, told in the words of a statement",
    "wrong type": "an event coded at the same word, or with the same parties in the sentence, of another type",
    "coded twice": "an event whose type and parties the article's other event has, and the gold has once",
    "spurious in speech": "an event that the gold does not have, in the words of a statement",
    "spurious": "an event that the gold does not have, elsewhere",
    "actor missed": "right type; no actor, where the gold has one",
    "actor invented": "right type; an actor, where the gold has none",
    "wrong actor": "right type; another actor than the gold's, or one too many",
    "roles turned": "right type; the actor is the gold's recipient, or the recipient its actor",
    "recipient missed": "right type; no recipient, where the gold has one",
    "recipient invented": "right type; a recipient, where the gold has none",
    "wrong recipient": "right type; another recipient than the gold's, or one too many",
    "wrong state": "a party at the right words with another state than the gold's, or none",
    "wrong status": "right type; another status",
    "date missed": "right type; no date, where the gold has one",
    "wrong date": "right type; other days than the gold's",
    "place missed": "right type; no place, where the gold has one",
    "wrong place": "right type; a place in another state than the gold's",
}


@dataclass(frozen=True)
class Mistake:
    """One thing that is wrong.

    Attributes:
        kind: One of `KINDS`.
        article: Id of the article.
        gold: The gold event; None where there is none.
        coded: The coded event, likewise.
    """

    kind: str
    article: str
    gold: Json | None
    coded: Json | None


def count_kinds(mistakes: Iterable[Mistake]) -> dict[str, int]:
    """Return how many mistakes there are of each kind, in the order of `KINDS`."""
    counts = Counter(mistake.kind for mistake in mistakes)
    return {kind: counts[kind] for kind in KINDS if counts[kind]}


def find_mistakes(gold: Json, coded: Json, text: str) -> Iterator[Mistake]:
    """Yield the mistakes in the events of one article."""
    events = coded.get("events", [])
    pairs = pair_events(gold["events"], events, text)
    matched = {id(event) for pair in pairs for event in pair}
    missed = [event for event in gold["events"] if id(event) not in matched]
    surplus = [event for event in events if id(event) not in matched]
    for left, right in mistyped(missed, surplus, text):
        missed.remove(left)
        surplus.remove(right)
        yield Mistake("wrong type", gold["id"], left, right)
    for event in missed:
        in_speech = is_said(event, gold.get("statements") or coded.get("statements", []))
        yield Mistake("missed in speech" if in_speech else "missed", gold["id"], event, None)
    for event in surplus:
        kind = kind_of_surplus(event, [right for _, right in pairs], coded.get("statements", []))
        yield Mistake(kind, gold["id"], None, event)
    for left, right in pairs:
        for kind in kinds_within(left, right):
            yield Mistake(kind, gold["id"], left, right)


def mistyped(missed: Sequence[Json], surplus: Sequence[Json], text: str) -> list[Pair]:
    """Return pairs of unmatched events that are one but for the type: same trigger, or same parties in a sentence."""
    found, used = [], set()
    for event in missed:
        as_if = [{**other, "type": event["type"]} for other in surplus]
        for other, typed in zip(surplus, as_if, strict=True):
            one = overlaps(event["trigger"], other["trigger"])
            one = one or (roles_agree(event, other) and bool(pair_events([event], [typed], text)))
            if one and id(other) not in used:
                used.add(id(other))
                found.append((event, other))
                break
    return found


def kind_of_surplus(event: Json, right: Sequence[Json], statements: Sequence[Json]) -> str:
    """Return which kind of mistake an event is that the gold does not have."""
    if any(is_told_again(event, other) for other in right):
        return "coded twice"
    return "spurious in speech" if is_said(event, statements) else "spurious"


def is_told_again(event: Json, other: Json) -> bool:
    """Tell whether two coded events have one type and the same parties."""
    return event["type"] == other["type"] and all(
        party_keys(event.get(role)) == party_keys(other.get(role)) for role in ("actors", "recipients")
    )


def is_said(event: Json, statements: Iterable[Json]) -> bool:
    """Tell whether an event's trigger stands in the content of a statement."""
    return any(overlaps(event["trigger"], content) for said in statements for content in said["content"])


def kinds_within(gold: Json, coded: Json) -> Iterator[str]:
    """Yield what is wrong in an event of the right type."""
    if not roles_agree(gold, coded):
        yield from wrong_roles(gold, coded)
    if has_wrong_state(gold, coded):
        yield "wrong state"
    if not same_status(gold, coded):
        yield "wrong status"
    if gold.get("date") and not same_day(gold["date"], coded.get("date")):
        yield "wrong date" if coded.get("date") else "date missed"
    if gold.get("place") and (coded.get("place") or {}).get("iso3") != gold["place"].get("iso3"):
        yield "wrong place" if coded.get("place") else "place missed"


def wrong_roles(gold: Json, coded: Json) -> Iterator[str]:
    """Yield what is wrong with the parties of an event whose roles do not agree."""
    actors, recipients = (gold.get(role) or [] for role in ("actors", "recipients"))
    theirs, others = (coded.get(role) or [] for role in ("actors", "recipients"))
    crossed = [(left, right) for left, right in ((actors, others), (recipients, theirs)) if left and right]
    reciprocal = not recipients and len(actors) > 1
    if (
        crossed
        and not reciprocal
        and all(same_parties(*sides) for sides in crossed)
        and not same_parties(actors, theirs)
    ):
        yield "roles turned"
        return
    for role, left, right in (("actor", actors, theirs), ("recipient", recipients, others)):
        if not same_parties(left, right):
            yield f"{role} missed" if not right else f"{role} invented" if not left else f"wrong {role}"


def has_wrong_state(gold: Json, coded: Json) -> bool:
    """Tell whether a party at the gold's own words has another state."""
    return any(
        overlaps(left, right) and left.get("iso3") != right.get("iso3") and bounds(left) != (0, 0)
        for role in ("actors", "recipients")
        for left in gold.get(role) or []
        for right in coded.get(role) or []
    )
