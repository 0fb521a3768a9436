"""Links "the company", "the newspaper" and "the group" to the body of that kind that the article named last."""

from collections.abc import Sequence
from functools import partial
from itertools import takewhile

from regesta.model.annotation import Mention
from regesta.model.parse import Parse
from regesta.resolve.mentions.unions import UNION, is_definite
from regesta.resolve.phrases.phrases import Reading

# Sectors of which one body, named some sentences before, is "the company", "the party", "the newspaper".
OF_ONE_KIND = frozenset({"BUS", "PTY", "JRN", "REB", "NGO"})
GROUPS = frozenset({"group", "movement", "organisation", "organization"})
OF_GROUPS = frozenset({"REB", "PTY", "OPP", "NGO", "SOC"})
OPEN = "UNK"  # the sector of a body of which nothing is known
REACH_WORDS = 120  # some four sentences


def called_again(parse: Parse, mentions: Sequence[Mention], own: Sequence[Reading]) -> dict[int, int]:
    """Return the index of the fullest mention of the body that a definite description names again, by its own index.

    Args:
        parse: Parse of the article.
        mentions: Its mentions, in text order.
        own: What each mention's own words say.
    """
    found: dict[int, int] = {}
    for index, mention in enumerate(mentions):
        kinds = sectors_of(parse, mention, own[index])
        if not kinds or mention.antecedent is not None:
            continue
        near = takewhile(partial(is_near, mentions, index), range(index - 1, -1, -1))
        body = next((i for i in near if is_of_kind(mentions[i], own[i], kinds)), None)
        if body is not None:
            fullest = mentions[body].antecedent
            found[index] = found.get(body, body) if fullest is None else fullest
    return found


def is_near(mentions: Sequence[Mention], index: int, before: int) -> bool:
    """Tell whether a mention may mean one before it by how far apart they stand."""
    return mentions[index].head - mentions[before].head <= REACH_WORDS


def sectors_of(parse: Parse, mention: Mention, reading: Reading) -> frozenset[str]:
    """Return the sectors of the bodies that words can stand for; empty where they stand for none in particular."""
    noun = reading.noun
    if noun is None or noun.kind == "person" or reading.iso3 or reading.organization or not is_definite(parse, mention):
        return frozenset()
    if parse.lemmas[mention.head].lower() in GROUPS:
        return OF_GROUPS
    return frozenset({reading.sector or OPEN, OPEN}) if reading.sector in OF_ONE_KIND else frozenset()


def is_of_kind(mention: Mention, reading: Reading, kinds: frozenset[str]) -> bool:
    """Tell whether a mention is of a body of some sectors.

    By its name, by its people ("**Boko Haram** fighters"), or by its kind and state ("a **Chinese** mining **firm**").
    """
    if reading.iso3 == UNION or (reading.sector or OPEN) not in kinds:
        return False
    is_named = mention.label == "ORG" and mention.form == "name"
    is_described = reading.noun is not None and reading.noun.kind == "body" and reading.iso3 is not None
    return is_named or is_described or reading.organization is not None
