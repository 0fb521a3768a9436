"""Scores who is who: gold mentions of actors, against the actors that the register takes them for."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from regesta.evaluate.align import Json, bounds, overlap_ratio
from regesta.evaluate.tally import Tally, add
from regesta.model.article import Article
from regesta.model.entity import PERSON, Actor
from regesta.query.offices import one_entity
from regesta.query.told_offices import told_by
from regesta.store.view import View

ORGANS = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})  # sectors of who acts for a state
OF_PERSON = "_ACTOR"  # how a chain of one person ends
EntityOf = Callable[[str], str]


@dataclass(frozen=True)
class GoldMention:
    """One mention of an actor, as annotated and as coded.

    Attributes:
        article: Id of its article.
        chain: Its cluster in the gold, within its story.
        key: Its cluster in the register; its own where the register does not know who it is.
    """

    article: str
    chain: Hashable
    key: Hashable


def tally_actors(gold: Iterable[Json], view: View) -> list[Tally]:
    """Return what each article adds to how well the actors of the register agree with the gold.

    Args:
        gold: Articles with `id`, `story` and `actors`, each a `chain` with `start` and `end`.
        view: The store that holds them, coded.

    Returns:
        Tallies of `actors.bcubed`: each mention among those of one story (Bagga and Baldwin 1998). A person is told
        apart by entity, whatever its spelling; who else acts for a state is that state; any other by entity; and a
        mention that is not coded, or resolved to nobody, stands alone. `persons.bcubed`: the same of the chains of one
        person alone.
    """
    coded = {article.id: article for article in view.articles()}
    entities = {m.actor.entity for article in coded.values() for m in article.mentions if m.actor and m.actor.entity}
    known = one_entity(told_by(view.offices_seen()), entities)
    told = [mention for row in gold for mention in mentions_in(row, coded[row["id"]], lambda e: known.get(e, e))]
    tallies = {row["id"]: Tally() for row in gold}
    tally_clusters(tallies, "actors.bcubed", told)
    tally_clusters(tallies, "persons.bcubed", [mention for mention in told if str(mention.chain).endswith(OF_PERSON)])
    return list(tallies.values())


def tally_clusters(tallies: Mapping[str, Tally], score: str, told: list[GoldMention]) -> None:
    """Add each mention as B-cubed counts it."""
    chains, keys = Counter(m.chain for m in told), Counter(m.key for m in told)
    both = Counter((m.chain, m.key) for m in told)
    for mention in told:
        right = both[mention.chain, mention.key]
        for part, number in (
            ("right", right / keys[mention.key]),
            ("coded", 1.0),
            ("found", right / chains[mention.chain]),
            ("gold", 1.0),
        ):
            add(tallies[mention.article], score, part, number)


def mentions_in(row: Json, article: Article, entity_of: EntityOf) -> Iterator[GoldMention]:
    """Yield the gold mentions of an article, each with the coded mention that shares most of its words."""
    for number, gold in enumerate(row["actors"]):
        shares = [(overlap_ratio([bounds(gold)], [(m.span.start, m.span.end)]), m) for m in article.mentions]
        share, nearest = max(shares, key=lambda pair: pair[0], default=(0.0, None))
        key = key_of(nearest.actor, entity_of) if nearest and nearest.actor and share else None
        yield GoldMention(article.id, gold["chain"], (row["story"], key or (article.id, number)))


def key_of(actor: Actor, entity_of: EntityOf) -> str | None:
    """Return what an actor is told apart by; None when it is nobody in particular."""
    entity = entity_of(actor.entity) if actor.entity else None
    if entity and entity.startswith(PERSON):
        return entity
    if actor.state and (entity is None or actor.sector in ORGANS):
        return actor.state
    return entity
