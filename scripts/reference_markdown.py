"""Markdown from tables, docstrings and defaults, for `scripts/build_reference.py`."""

import inspect
import re
from collections.abc import Iterable, Sequence
from dataclasses import MISSING

NOTICE = "<!-- Written by scripts/build_reference.py; change the code or data it describes, then run `make docs`. -->"


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a Markdown table."""
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    cells = ([" ".join(str(cell).split()).replace("|", "\\|") for cell in row] for row in rows)
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in cells)])


def page(title: str, *parts: str) -> str:
    """Return a page."""
    return "\n\n".join([NOTICE, f"# {title}", *filter(None, parts)]) + "\n"


def code(words: Iterable[str]) -> str:
    """Return words as a list in code font; a dash when there are none."""
    return ", ".join(f"`{word}`" for word in words) or "–"


def first_line(thing: object) -> str:
    """Return the first paragraph of a docstring on one line."""
    return " ".join((inspect.getdoc(thing) or "").split("\n\n")[0].split())


def attributes(thing: object, section: str = "Attributes") -> dict[str, str]:
    """Return what a docstring says of each attribute or argument, by name."""
    found = re.search(rf"^{section}:\n((?:    .*\n?|\n)+)", inspect.getdoc(thing) or "", re.MULTILINE)
    items = re.findall(r"^    (\w+): ((?:.|\n(?!    \w+: ))*)", found[1] if found else "", re.MULTILINE)
    return {name: " ".join(text.split()) for name, text in items}


def default_text(default: object) -> str:
    """Return a default as a reader writes it; "" for none."""
    if default is None or default is False or default is MISSING:
        return ""
    return code(map(str, default)) if isinstance(default, tuple) else f"`{default}`"


def returned(thing: object) -> str:
    """Return what a docstring says a function returns; "" when it says nothing."""
    found = re.search(r"^Returns:\n((?:    .*\n?)+)", inspect.getdoc(thing) or "", re.MULTILINE)
    return " ".join(found[1].split()) if found else ""
