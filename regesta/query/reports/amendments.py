"""Articles that say of themselves that they correct or withdraw what was reported."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from regesta.model.article import Article
from regesta.model.entry import Report
from regesta.model.span import Span
from regesta.store.view import View

# As news agencies and papers head such notes: a word with a mark behind it, the word in capitals, or a set phrase.
NOTE = r"\W{0,3}(?:(?i:%s)s?\s*(?:[:(]|\s[-–—]\s)|%s\b|(?i:this (?:article|story|report) (?:was|has been) (?:%s))\b)"
RETRACTION = re.compile(NOTE % ("retraction|retracted|withdrawn", "RETRACT(?:ION|ED)", "retracted|withdrawn"))
CORRECTION = re.compile(
    NOTE % ("correction|corrected|clarification|erratum", "CORRECT(?:ION|ED|S)", "amended|corrected|updated to correct")
)


@dataclass(frozen=True, slots=True)
class Amendment:
    """A note in which an article says that it corrects or withdraws something.

    Attributes:
        kind: Which of the two.
        words: The note, verbatim: a paragraph of the text, or the headline.
        span: Where it stands in the text; None for the headline.
    """

    kind: Literal["correction", "retraction"]
    words: str
    span: Span | None


def amendment(article: Article) -> Amendment | None:
    """Return the first note of an article that it corrects or withdraws something; None when there is none.

    What the note corrects is not worked out: it may be an earlier article, or a detail that is no event.
    """
    if article.title and (found := note(article.title, None)):
        return found
    paragraphs = re.finditer(r"[^\n]+", article.text)
    notes = (note(found.group(), Span(*found.span())) for found in paragraphs)
    return next(filter(None, notes), None)


def note(words: str, span: Span | None) -> Amendment | None:
    """Return words as a note, when they begin like one."""
    if RETRACTION.match(words):
        return Amendment("retraction", words, span)
    return Amendment("correction", words, span) if CORRECTION.match(words) else None


def amendments(view: View, reports: Iterable[Report]) -> dict[str, Amendment]:
    """Return the notes in the articles of some reports, by article id."""
    articles = (view.article(id) for id in dict.fromkeys(report.event.article_id for report in reports))
    return {article.id: found for article in articles if article and (found := amendment(article))}
