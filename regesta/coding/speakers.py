"""Who a quote's speaker is: the mention it overlaps, and for pronouns and descriptions the speaker before."""

from collections.abc import Sequence
from dataclasses import dataclass

from regesta.model.annotation import Mention, Quote
from regesta.model.article import Article
from regesta.model.entity import Actor
from regesta.model.event import Role
from regesta.model.parse import Parse
from regesta.model.span import Span
from regesta.ontology.actor_sectors import load_sectors

PERSON_PRONOUNS = frozenset({"he", "she"})
BODY_PRONOUNS = frozenset({"it", "they"})
# Documents that speak for whoever issued them.
OWN_WORDS = frozenset({"statement", "letter", "communique", "communiqué", "message", "text", "note", "release"})
CONTINUED = 0.8  # confidence of an actor taken from the speaker before


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker as far as the article tells.

    Attributes:
        role: The role in the statement.
        mention: Index of the fullest mention; None when no mention overlaps the words.
        is_person: One named or described person.
    """

    role: Role
    mention: int | None
    is_person: bool
    is_named: bool


def mention_at(article: Article, span: Span) -> int | None:
    """Return the index of the mention that a noun phrase is: the first in it, the longest of those; None without one."""
    inside = [i for i, m in enumerate(article.mentions) if m.span.overlaps(span) and m.kind != "other"]
    return min(inside, key=lambda i: (article.mentions[i].span.start, -article.mentions[i].span.end), default=None)


def root_of(article: Article, index: int) -> int:
    """Return the index of the fullest mention of the same actor."""
    antecedent = article.mentions[index].antecedent
    return index if antecedent is None else antecedent
