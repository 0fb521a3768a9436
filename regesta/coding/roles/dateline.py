"""Where a report was written: "KINGSTOWN, St Vincent (Andes Herald) - " in front of its first sentence."""

import re
from collections.abc import Iterable

from regesta.model.parse import Parse

CAPITAL = "A-ZÀ-ÖØ-ÞĆČĎĐĘĚĞİŁŃŇŐŘŚŠŞŤŮŰŹŻŽ"
DATELINE = re.compile(
    rf"\s*[{CAPITAL}][{CAPITAL}'’.-]{{2,}}(?:[ /][{CAPITAL}][{CAPITAL}'’.-]+)*"  # the town, in capitals
    rf"(?:, [{CAPITAL}][\w. ]{{1,25}}){{0,2}}"  # its state, the day
    r",?(?: ?\([^()\n]{2,40}\))?"  # the agency
    r"(?: ?(?:--|—|–)|\ -|\. /[A-Z]{2,}/\.)\s"
)
BEFORE_COLON = re.compile(
    rf"\s*[{CAPITAL}][{CAPITAL}'’.-]{{2,}}(?:[ /][{CAPITAL}][{CAPITAL}'’.-]+)*(?:, [{CAPITAL}][\w. ]{{1,25}}){{0,2}}"
    r",?(?: ?\([^()\n]{2,40}\))?: "  # "BAMAKO: ", "ISLAMABAD, Feb 27: "
)


def dateline_end(text: str, towns: Iterable[int] = ()) -> int:
    """Return the offset behind a text's dateline; 0 where it has none.

    Args:
        text: The text.
        towns: The offsets at which towns are named. Before a colon words in capitals are a dateline only where they are
            a town: others are who speaks, or "BREAKING".
    """
    if found := DATELINE.match(text):
        return found.end()
    found = BEFORE_COLON.match(text)
    is_town = found is not None and len(text) - len(text.lstrip()) in towns
    return found.end() if found and is_town else 0


def behind_dateline(parse: Parse, nouns: Iterable[int], first_token: int) -> list[int]:
    """Return nouns, in place of a dateline's town the one that parsers hang on it: "DAKAR - The envoy was summoned".

    Args:
        parse: Parse of the article.
        nouns: Noun heads.
        first_token: The first token behind the dateline.
    """
    found: list[int] = []
    for noun in nouns:
        found += [noun] if noun >= first_token else parse.governed(noun, "appos")
    return found
