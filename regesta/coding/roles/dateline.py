"""Where a report was written: "KINGSTOWN, St Vincent (Andes Herald) - " in front of its first sentence."""

import re

CAPITAL = "A-ZÀ-ÖØ-ÞĆČĎĐĘĚĞİŁŃŇŐŘŚŠŞŤŮŰŹŻŽ"
DATELINE = re.compile(
    rf"\s*[{CAPITAL}][{CAPITAL}'’.-]{{2,}}(?:[ /][{CAPITAL}][{CAPITAL}'’.-]+)*"  # the town, in capitals
    rf"(?:, [{CAPITAL}][\w. ]{{1,25}}){{0,2}}"  # its state, the day
    r",?(?: ?\([^()\n]{2,40}\))?"  # the agency
    r"(?: ?(?:--|—|–)|\ -|\. /[A-Z]{2,}/\.)\s"
)


def dateline_end(text: str) -> int:
    """Return the offset behind a text's dateline; 0 where it has none."""
    found = DATELINE.match(text)
    return found.end() if found else 0
