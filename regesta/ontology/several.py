"""Words that tell of several acts in one breath: "has met him **six times**", "**a series of** attacks"."""

import re

from regesta.model.span import Span

SEVERAL = re.compile(
    r"\b(?:twice|thrice|repeatedly|regularly|frequently|(?:rounds|packages) of|series of|wave of|string of"
    r"|so far this year|every (?:day|week|month|year)"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|dozens of|several|many|\d+) times"
    r"(?! (?:more|as|the|their|its|his|her|that)\b))\b",
    re.IGNORECASE,
)
CLAUSE_CHARS = 80  # on either side of the trigger: about the clause it stands in


def around(sentence: str, trigger: Span) -> str:
    """Return the words of a sentence around an act's trigger, about its clause; offsets count from its beginning."""
    return sentence[max(0, trigger.start - CLAUSE_CHARS) : trigger.end + CLAUSE_CHARS]


def tells_several(clause: str) -> bool:
    """Tell whether the words around a trigger count acts, as of one telling of many."""
    return SEVERAL.search(clause) is not None
