"""Scores the utterances of the register: gold utterances of several articles, against where their tellings came."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from regesta.errors import RegestaError
from regesta.evaluate.align import Json, overlap_ratio
from regesta.evaluate.happenings import GoldTelling, all_entries, score_bcubed, score_pairs, share, share_unmixed
from regesta.evaluate.scores import CONTENT_OVERLAP, prefixed
from regesta.model.article import Article
from regesta.model.statement import Statement
from regesta.query.utterances import open_utterances
from regesta.store.store import open_store

UtteranceOf = Callable[[str], str]


def score_said(utterances: Iterable[Json], store: Path) -> dict[str, float]:
    """Score the utterances of a store that holds the articles of some gold utterances.

    Raises:
        RegestaError: An utterance names an article that the store does not have.
    """
    with open_store(str(store), create=False) as opened, opened.view() as view:
        articles = {article.id: article for article in view.articles()}
        utterance_of = open_utterances(view).joined.utterance_of
        return score_utterances(utterances, articles, lambda id: utterance_of.get(id, id))


def score_utterances(
    utterances: Iterable[Json], articles: Mapping[str, Article], utterance_of: UtteranceOf
) -> dict[str, float]:
    """Return how well the utterances of the register agree with gold.

    Args:
        utterances: What was said: `id`, `tellings` with `article` and `content`.
        articles: The coded articles that tell them, by id.
        utterance_of: Returns the id of the utterance that a statement came into.

    Returns:
        `joined.*`: pairs of tellings in one utterance against pairs of one gold utterance; a telling that was not coded
        cannot be joined. `bcubed.*`: the same seen from each telling. `unmixed`: share of the utterances with several
        tellings that hold one gold utterance only. `coded`: share of the tellings with a statement.

    Raises:
        RegestaError: An utterance names an article that there is not.
    """
    told = [
        GoldTelling(row["id"], ids := frozenset(utterance_of(s.id) for s in statements_told(telling, articles)), ids)
        for row in utterances
        for telling in row["tellings"]
    ]
    return {
        **prefixed("joined", score_pairs(told, all_entries)),
        **prefixed("bcubed", score_bcubed(told, all_entries)),
        "unmixed": share_unmixed(told),
        "coded": share(sum(bool(telling.entries) for telling in told), len(told)),
    }


def statements_told(telling: Json, articles: Mapping[str, Article]) -> list[Statement]:
    """Return the statement whose words are most nearly those of a telling, if half of them are.

    Raises:
        RegestaError: There is no such article.
    """
    article = articles.get(telling["article"])
    if article is None:
        raise RegestaError(f"gold: there is no article {telling['article']}")
    gold = [(span["start"], span["end"]) for span in telling["content"]]
    ranked = [(overlap_ratio(gold, [(s.start, s.end) for s in said.content]), said) for said in article.statements]
    near = [pair for pair in ranked if pair[0] >= CONTENT_OVERLAP]
    return [max(near, key=lambda pair: pair[0])[1]] if near else []
