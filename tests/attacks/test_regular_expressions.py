"""Our regular expressions over hostile texts: twice as long a text may take about twice as long, never four times."""

import importlib
import pkgutil
import re
import time

import regesta

CHARS = 3000
SLOW_S = 0.02  # below it a doubling cannot be told from noise
WORST_RATIO = 3.2  # linear is 2, quadratic 4
UNITS = (
    " ", "\n", "\t ", "a", "A", "1", "-", "_", ".", ",", ":", ";", "'", '"', "(", "<", "<!--", "<a ", "&", "/", "%",
    "a ", "A ", "1 ", "a-", "1,", "1.", "a.", "A.", "12:", "on 1 ", "\u201c", "\u2019s ", "and ", "the ", "\u0301",
    "=", "\n \n", "1 million ",
    "<meta ", "charset=", "{", "{\\rtf", "Jan ", "Monday, ", "Dr. ", "of ", "http://a.", "q\"", "a\n",
)  # fmt: skip


def patterns() -> dict[str, re.Pattern[str] | re.Pattern[bytes]]:
    """Every compiled expression that a module of ours holds, alone or in a table."""
    found: dict[str, re.Pattern[str] | re.Pattern[bytes]] = {}
    for module in pkgutil.walk_packages(regesta.__path__, "regesta."):
        if "migrations" in module.name:
            continue
        for value in vars(importlib.import_module(module.name)).values():
            values = (
                value if isinstance(value, tuple | list) else value.values() if isinstance(value, dict) else (value,)
            )
            for each in values:
                if isinstance(each, re.Pattern):
                    found.setdefault(f"{each.pattern!r:.300}", each)
    return found


def seconds(pattern: re.Pattern[str] | re.Pattern[bytes], text: str) -> float:
    """How long it takes to look for all of a pattern in a text."""
    least = 60.0
    for _ in range(2):
        began = time.process_time()
        for _ in pattern.finditer(text if isinstance(pattern.pattern, str) else text.encode()):  # type: ignore[arg-type]
            pass
        least = min(least, time.process_time() - began)
        if least < SLOW_S:
            return least
    return least


def worst_of(pattern: re.Pattern[str] | re.Pattern[bytes]) -> tuple[float, str]:
    """The largest growth on doubling that any hostile text causes, and the text; 0 where all are quick."""
    worst = (0.0, "")
    for unit in UNITS:
        for end in ("!",):
            text = unit * (CHARS // len(unit))
            once = seconds(pattern, text + end)
            if once >= SLOW_S:
                worst = max(worst, (seconds(pattern, text * 2 + end) / once, unit + end))
    return worst


def test_no_expression_takes_a_time_that_grows_with_the_square() -> None:
    found = patterns()
    assert len(found) > 50
    slow = {name: worst for name, pattern in found.items() if (worst := worst_of(pattern))[0] > WORST_RATIO}
    assert slow == {}
