"""Tells names of months from the words and names they are otherwise: "5 may 2020", "jan 5", "Theresa May"."""

import re

from regesta.annotate.timex.words import ORDINALS, SHORT_MONTHS
from regesta.model.parse import Parse

CAPITAL = frozenset({"may", "march", "august"})  # months only with a capital, or with their day
OF_DAY = re.compile(rf"\b(?:\d\d?(?:st|nd|rd|th)|(?:\d\d?(?:st|nd|rd|th)?|{'|'.join(ORDINALS)})\sof)\s$", re.IGNORECASE)
FIGURE_DAY = re.compile(r"(?<![\d.,$])[0-3]?\d\s$")
DAY_BEHIND = re.compile(r"\s[0-3]?\d(?:st|nd|rd|th)?(?![\w%]|[.,]\d)")
YEAR_BEHIND = re.compile(r",?\s(?:19|20)\d\d\b")
FIGURE_BESIDE = re.compile(r"\s+\d|\.\s?\d")
LONGEST_DAY = len("seventeenth of ") + 1


def is_of_day(form: str, text: str, start: int, end: int) -> bool:
    """Tell whether a month without a capital is told with its day: "5 jan", "the fifth of may", "jun 3".

    Args:
        form: The word, lower-case.
        text: The text.
        start: Offset of its first character.
        end: Offset after its last character.
    """
    if form not in SHORT_MONTHS and form not in CAPITAL:
        return False
    before = text[max(0, start - LONGEST_DAY) : start]
    if form in CAPITAL:  # they are verbs and adjectives, too: "all 5 may leave"
        return bool(OF_DAY.search(before) or (FIGURE_DAY.search(before) and YEAR_BEHIND.match(text, end)))
    return bool(OF_DAY.search(before) or FIGURE_DAY.search(before) or DAY_BEHIND.match(text, end))


def is_person(parse: Parse, text: str, start: int, end: int) -> bool:
    """Tell whether the name of a month is part of a person's: "Theresa **May**", "Prime Minister **May**".

    Args:
        parse: The article's parse.
        text: Its text.
        start: Offset of the word's first character.
        end: Offset after its last character.
    """
    if FIGURE_BESIDE.match(text, end) or text[:start].rstrip()[-1:].isdigit():
        return False
    at = parse.token_at(start)
    is_named = at > 0 and parse.heads[at - 1] == at and parse.deps[at - 1] == "compound" and parse.tags[at - 1] == "NNP"
    return is_named or parse.entities[at].endswith("-PERSON")
