"""Our regular expressions over hostile texts: twice as long a text may take about twice as long, never four times."""

import importlib
import pkgutil
import re
import time
from pathlib import Path

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
        for name, value in vars(importlib.import_module(module.name)).items():
            values = (
                value if isinstance(value, tuple | list) else value.values() if isinstance(value, dict) else (value,)
            )
            for each in values:
                if isinstance(each, re.Pattern):
                    found[f"{name} {each.pattern!r:.300}"] = each
    return found


def seconds(pattern: re.Pattern[str] | re.Pattern[bytes], text: str, at_start: bool) -> float:
    """How long it takes to look for a pattern in a text: for all of them, or for one at the start."""
    least = 60.0
    for _ in range(2):
        began = time.process_time()
        given = text if isinstance(pattern.pattern, str) else text.encode()
        if at_start:
            pattern.match(given)  # type: ignore[arg-type]
            pattern.fullmatch(given)  # type: ignore[arg-type]
        else:
            for _ in pattern.finditer(given):  # type: ignore[arg-type]
                pass
        least = min(least, time.process_time() - began)
        if least < SLOW_S:
            return least
    return least


def worst_of(pattern: re.Pattern[str] | re.Pattern[bytes], at_start: bool) -> tuple[float, str]:
    """The largest growth on doubling that any hostile text causes, and the text; 0 where all are quick."""
    worst = (0.0, "")
    for unit in UNITS:
        for end in ("!",):
            text = unit * (CHARS // len(unit))
            once = seconds(pattern, text + end, at_start)
            if once >= SLOW_S:
                worst = max(worst, (seconds(pattern, text * 2 + end, at_start) / once, unit + end))
    return worst


def test_no_expression_takes_a_time_that_grows_with_the_square() -> None:
    found = patterns()
    assert len(found) > 50
    source = "".join(path.read_text(encoding="utf-8") for path in Path(regesta.__file__).parent.rglob("*.py"))
    searched = set(re.findall(r"\b([A-Z_]+)\.(?:search|finditer|findall|subn?|split)\b", source))
    slow = {
        name: worst
        for name, pattern in found.items()
        if (worst := worst_of(pattern, at_start=name.split()[0] not in searched))[0] > WORST_RATIO
    }
    assert slow == {}
