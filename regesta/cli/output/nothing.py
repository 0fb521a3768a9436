"""What commands tell when nothing fits: which filter to leave out."""

import sys
from collections.abc import Callable, Mapping

from regesta.model.display import counted
from regesta.query.instead import without_one


def print_ways(options: Mapping[str, str], count: Callable[[Mapping[str, str]], int], noun: str, nouns: str) -> None:
    """Print, where no item fits several filters, how many would without one of them.

    Args:
        options: The filters as written.
        count: Counts what filters let through.
        noun: What is counted: "entry".
        nouns: The same of several: "entries".
    """
    for name, number in without_one(options, count):
        print(f"  {counted(number, noun, nouns)} without {name.replace('_', '-')} {options[name]!r}", file=sys.stderr)
