"""Who holds the offices that an article names."""

from collections import defaultdict
from collections.abc import Mapping

from regesta.model.article import Article
from regesta.model.entity import Actor
from regesta.model.nearby import once


@once
def holders_of_offices(article: Article) -> Mapping[tuple[str | None, str], Mapping[str, Actor]]:
    """Return those who hold each office of each state, by name, as their last mention has them."""
    found: defaultdict[tuple[str | None, str], dict[str, Actor]] = defaultdict(dict)
    for actor in (mention.actor for mention in article.mentions if mention.actor):
        found[actor.iso3, (actor.office or "").lower()][actor.name] = actor
    return found
