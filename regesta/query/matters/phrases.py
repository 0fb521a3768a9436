"""Phrases of data files, looked for among the words around a trigger."""

import re
from collections.abc import Iterable

from regesta.model.entry import Report
from regesta.store.words import fold, folded_words

Pattern = re.Pattern[str]
GAP = r"(?: \S+){0,4}?"  # "_": up to four words between
REACH_WORDS = 10  # how far from the trigger a phrase may stand; read off the examples: farther ones tell other acts


def pattern_of(phrase: str) -> Pattern:
    """Return a phrase as a pattern on folded words with spaces around; "*" ends a beginning, "_" is a gap."""
    parts = []
    for word in fold(phrase).replace("-", " ").split():
        if word == "_":
            parts.append(GAP)
        else:
            parts.append(" " + re.escape(word.rstrip("*")) + (r"\S*" if word.endswith("*") else ""))
    return re.compile("".join(parts) + r"(?= |$)")


def occurs(patterns: Iterable[Pattern], words: Iterable[str]) -> bool:
    """Tell whether one of some phrases stands among words."""
    text = " " + " ".join(words)
    return any(pattern.search(text) for pattern in patterns)


def words_near(report: Report, within: int = REACH_WORDS) -> list[str]:
    """Return the folded words of the evidence sentence around the trigger, at most so many on either side."""
    trigger = report.event.trigger
    for citation in report.citations:
        if citation.span.contains(trigger):
            start, end = trigger.start - citation.span.start, trigger.end - citation.span.start
            before = folded_words(citation.quote[:start])[-within:]
            after = folded_words(citation.quote[end:])[:within]
            return [*before, *folded_words(citation.quote[start:end]), *after]
    return folded_words(report.event.trigger_text)
