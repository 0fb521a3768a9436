"""What leaves a pair of tellings to a person, whatever the odds say."""

from collections.abc import Iterable

from regesta.dedupe.odds import Evidence
from regesta.dedupe.telling import Telling
from regesta.dedupe.when import NEWS_DAYS, UNKNOWN_GAP_DAYS

# Grounds by which acts between the same parties are told apart; whether they or the coding is wrong, a person must say.
CAUTIOUS = frozenset({"turned", "other_people", "other_states"})
A_MATTER = 0.25  # of 0 to 1, of what words in common weigh at most: about two rare ones
ACTS_OF_WORDS = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})


def is_doubtful(left: Telling, right: Telling, found: Iterable[Evidence]) -> bool:
    """Tell whether a pair must not be joined without a person.

    Args:
        left: A telling.
        right: The other.
        found: The evidence on them, see `compare.evidence`.
    """
    values = {ground.name: ground.value for ground in found}
    return (
        not CAUTIOUS.isdisjoint(values)
        or other_contact(left, right)
        or (not is_dated(left, right) and are_words(left, right) and may_be_other_words(left, right, values))
        or are_strangers(values)
    )


def other_contact(left: Telling, right: Telling) -> bool:
    """Tell whether one is a call and the other a contact of another kind."""
    modes = {left.event.mode, right.event.mode}
    return "phone" in modes and None not in modes and len(modes) > 1


def is_dated(left: Telling, right: Telling) -> bool:
    """Tell whether both sentences tell when it was."""
    return left.day_told and right.day_told


def are_words(left: Telling, right: Telling) -> bool:
    """Tell whether both are acts of words, of which the same parties may make several a day."""
    return {left.event.type, right.event.type} <= ACTS_OF_WORDS


def may_be_other_words(left: Telling, right: Telling, values: dict[str, float]) -> bool:
    """Tell whether nothing says that two acts of words are on one matter, or they are not of the same days."""
    if left.published is None or right.published is None:
        gap = UNKNOWN_GAP_DAYS
    else:
        gap = abs((left.published - right.published).days)
    is_one_matter = values["shared_words"] >= A_MATTER or values["shared_names"] or "shared_numbers" in values
    return not is_one_matter or gap > NEWS_DAYS


def are_strangers(values: dict[str, float]) -> bool:
    """Tell whether neither parties, nor place, nor words of any rarity are common to both."""
    return not values["parties_found"] and "same_place" not in values and "nothing_shared" in values
