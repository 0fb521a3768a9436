"""Forms of names for comparison: folded keys for lookup, slugs for entity ids."""

import re
from functools import lru_cache

from regesta.model.letters import without_marks

# Letters that Unicode does not decompose into a base letter and a mark.
LETTERS = str.maketrans("øłđð\u0131əħ", "olddiah") | str.maketrans({"þ": "th", "ß": "ss", "æ": "ae", "œ": "oe"})
MARKS = re.compile(r"['’‘`\u02bb\u02bc\u02bf\u02be′.]")
SPACERS = re.compile(r"[^\w&]+|_")
SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Return the key under which a name is looked up.

    Case, diacritics, apostrophes and full stops are dropped, hyphens become spaces, a leading "the" goes, and "Saint",
    "Mount" and "Fort" are shortened: "St. Petersburg" and "Saint Petersburg" have one key.
    """
    plain = without_marks(name.casefold())
    words = SPACERS.sub(" ", MARKS.sub("", plain.translate(LETTERS))).split()
    if len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(SHORT.get(word, word) for word in words)


@lru_cache(maxsize=65536)
def slug(name: str) -> str:
    """Return a name as part of an entity id: "Necmettin Erbakan" gives "necmettin-erbakan"."""
    plain = without_marks(name.casefold())
    return "-".join(SPACERS.sub(" ", MARKS.sub("", plain.translate(LETTERS))).split())


def is_acronym(name: str) -> bool:
    """Tell whether a name is written as initials ("US", "U.K.", "DPRK")."""
    letters = name.replace(".", "").replace(" ", "").replace("&", "")
    return 1 < len(letters) <= 5 and letters.isupper()
