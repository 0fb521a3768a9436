"""The stage that says who the actors of an article are."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from regesta.model.annotation import Mention
from regesta.model.article import Article
from regesta.model.entity import Actor
from regesta.model.parse import Parse
from regesta.resolve.actor_records import Evidence, actor_of, merge
from regesta.resolve.mention_readings import read_mention
from regesta.resolve.phrases import Phrase, Reading, read_phrase
from regesta.resolve.settings import home_states
from regesta.resolve.words import lemma, split_words

COREFERENCE = 0.85  # how sure a reading is that comes through an antecedent
POSSESSOR = 0.8
SURROUNDINGS = 0.4
NOT_OWNED = frozenset({"counterpart", "opponent", "rival", "enemy", "ally", "foe", "neighbor", "neighbour"})


@dataclass(frozen=True)
class Actors:
    """Say who the mentions of an article denote when read as actors."""

    name: ClassVar[str] = "actors"
    requires: ClassVar[frozenset[str]] = frozenset({"parse", "mentions"})
    assigns: ClassVar[frozenset[str]] = frozenset({"mentions"})

    def __call__(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Yield each article with the actors of its mentions."""
        for article in articles:
            yield replace(article, mentions=find_actors(article))
