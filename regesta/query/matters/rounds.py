"""Rounds: which one of a numbered series of acts a report tells, by its words: "its sixth package of sanctions"."""

from collections import Counter
from collections.abc import Collection, Iterable

from regesta.model.entry import Report
from regesta.ontology.counting import load_counting
from regesta.query.matters.phrases import REACH_WORDS
from regesta.store.words import folded_words

BETWEEN_WORDS = 2  # "sixth **major sanctions** package"
OTHER_PHRASE = frozenset({"a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"})


def round_told(reports: Iterable[Report], nouns: Collection[str]) -> int | None:
    """Return which round the reports of an act say it is: the one that most say, the earliest report going first.

    Args:
        reports: The reports, the earliest first.
        nouns: What the series is counted in: "round", "package" ...
    """
    told = Counter(number for report in reports if (number := round_of(report, nouns)))
    return max(told, key=lambda number: told[number], default=None)


def round_of(report: Report, nouns: Collection[str]) -> int | None:
    """Return which round a report says its act is, by the ordinal nearest to its trigger; None when by none near it."""
    trigger = report.event.trigger
    for citation in report.citations:
        if citation.span.contains(trigger):
            if not any(noun in citation.quote.lower() for noun in nouns):
                return None  # most have none, and cutting words takes longer
            at = len(folded_words(citation.quote[: trigger.start - citation.span.start]))
            numbered = rounds_in(folded_words(citation.quote), nouns)
            apart = [(max(first - at, at - last, 0), number) for first, last, number in numbered]
            return min((found for found in apart if found[0] <= REACH_WORDS), default=(0, None))[1]
    return None


def rounds_in(words: list[str], nouns: Collection[str]) -> list[tuple[int, int, int]]:
    """Return where folded words number one of a series, first and last, with the number: (1, 2, 6) in "its 6th set"."""
    found = []
    for place, word in enumerate(words):
        number = load_counting().ordinal(word)
        following = words[place + 1 : place + 2 + BETWEEN_WORDS]
        noun = next((n for n, other in enumerate(following) if other in nouns), None)
        if number and noun is not None and OTHER_PHRASE.isdisjoint(following[:noun]):
            found.append((place, place + 1 + noun, number))
    return found


def counts_rounds(words: list[str], nouns: Collection[str]) -> bool:
    """Tell whether folded words speak of rounds, one or several: "its sixth package", "five rounds of sanctions"."""
    return any(form in nouns for word in words for form in (word, word.removesuffix("s"), word.removesuffix("es")))
