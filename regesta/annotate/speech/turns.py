"""The turns of a printed conversation: paragraphs that begin with who speaks, as "Berg: We shall see." does."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from regesta.annotate.speech.attribution import Scene
from regesta.model.annotation import Quote
from regesta.model.nearby import Placed
from regesta.model.span import Span

# One to four words, each with a capital or a title's small "of", a colon, and words after it.
LABEL = re.compile(
    r"(?P<name>[^\W\d_a-z][\w.'’-]*(?:[ ](?:(?:of|the|de|van|von|al)[ ])?[^\W\d_a-z][\w.'’-]*){0,3})"
    r"\s?(?P<colon>:)\s+(?=\S)"
)
ASKING = frozenset({"q", "a", "question", "answer"})  # who asks and who answers has no name there
LEAST_TURNS = 2  # that each of two speakers has, and answers to the paragraph before; captions and lists have none


def with_turns(scene: Scene, quotes: Sequence[Quote]) -> list[Quote]:
    """Return quotes with the turns of a conversation, in place of the quotes that stand inside turns."""
    turns = find_turns(scene)
    if not turns:
        return list(quotes)
    own = [turn.cue.start for turn in turns if turn.cue]
    spans = (Span(start, turn.content[-1].end) for start, turn in zip(own, turns, strict=True))
    inside = Placed((span, span) for span in spans)
    rest = [q for q in quotes if not any(s.overlaps(part) for part in q.content for s in inside.touching(part))]
    return sorted((*rest, *turns), key=lambda quote: (quote.content, quote.cue or Span(0, 0)))


def find_turns(scene: Scene) -> list[Quote]:
    """Return the turns of an article in which at least two speakers answer each other; none elsewhere."""
    found = [(paragraph.span, LABEL.match(scene.text, paragraph.span.start)) for paragraph in scene.paragraphs]
    labels = [match["name"] if match is not None and match.end() < span.end else None for span, match in found]
    counts = Counter(label for label in labels if label is not None)
    speaking = {name for name, count in counts.items() if count >= LEAST_TURNS}
    answers = sum(one != other and {one, other} <= speaking for one, other in pairwise(labels))
    if answers < LEAST_TURNS:
        return []
    return [turn(span, match) for span, match in found if match is not None and match["name"] in speaking]


def turn(span: Span, match: re.Match[str]) -> Quote:
    """Return a paragraph that begins with its speaker as a quote whose cue is the colon."""
    speaker = None if match["name"].lower() in ASKING else Span(*match.span("name"))
    words = Span(match.end(), span.end)
    return Quote(content=(words,), kind="direct", cue=Span(*match.span("colon")), speaker=speaker)
