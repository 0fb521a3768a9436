"""Gives each mention of an article the fullest name or description that its actor has there."""

from collections import defaultdict
from collections.abc import Sequence

from regesta.model.annotation import Mention
from regesta.model.article import Article
from regesta.model.parse import Parse
from regesta.ontology.actor_sectors import Organization
from regesta.resolve.body_names import fullest_name, spells
from regesta.resolve.mention_readings import is_person, name_tokens
from regesta.resolve.naming import Written
from regesta.resolve.phrases import Reading

ARTICLES = frozenset({"the", "a", "an", "his", "her", "their", "its", "this", "that", "these", "those"})


def fullest_names(
    article: Article, parse: Parse, chains: dict[int, list[int]], readings: Sequence[Reading]
) -> list[Written]:
    """Return for each mention the fullest name or description its actor has in the article."""
    written = [written_as(article, parse, mention) for mention in article.mentions]
    bodies = body_names(readings, written)
    found = list(written)
    for chain in chains.values():
        best: Written | None = None
        for index in chain:
            if article.mentions[index].form != "pronoun":
                best = fuller(best, written[index])
        for index in chain:
            organization = readings[index].organization
            found[index] = (bodies.get(organization.name) if organization else None) or best or written[index]
    return found


def body_names(readings: Sequence[Reading], written: Sequence[Written]) -> dict[str, Written]:
    """Return the fullest name that each organisation has in the article, by its usual name.

    Where the usual name is initials, a name beside it that they stand for is one too.
    """
    called: defaultdict[str, list[str]] = defaultdict(list)
    known: dict[str, Organization] = {}
    for reading, name in zip(readings, written, strict=True):
        body = reading.organization
        if body is not None:
            known[body.name] = body
            called[body.name].extend([reading.called] if reading.called else [])
            called[body.name].extend([name.name] if name.is_name and spells(name.name, body.name) else [])
    return {name: Written(fullest_name(body, called[name])) for name, body in known.items()}


def fuller(left: Written | None, right: Written) -> Written:
    """Return the fuller of two names: a person's before others, names before descriptions, the longer, the first."""
    if left is None:
        return right
    return max(left, right, key=lambda w: (w.is_person, w.is_name, len(w.name.split())))


def written_as(article: Article, parse: Parse, mention: Mention) -> Written:
    """Return how one mention writes its actor, without titles and articles."""
    if is_person(parse, mention):
        tokens = name_tokens(parse, mention)
        return Written(parse.span(tokens[0], tokens[-1]).of(article.text), is_person=True)
    span = mention.name or mention.span
    text = span.of(article.text)
    first, _, rest = text.partition(" ")
    return Written(rest if rest and first.lower() in ARTICLES else text, is_name=mention.form == "name")
