"""Scores the utterances of the register: gold utterances of several articles, against where their tellings came."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from regesta.errors import RegestaError
from regesta.evaluate.align import CONTENT_OVERLAP, Json, overlap_ratio
from regesta.evaluate.happenings import GoldTelling, all_entries, tally_joins, tally_unmixed
from regesta.evaluate.tally import Tally, add_rate
from regesta.model.article import Article
from regesta.model.statement import Statement
from regesta.query.speech.utterances import open_utterances
from regesta.store.store import open_store

UtteranceOf = Callable[[str], str]


def tally_said(utterances: Sequence[Json], store: Path) -> list[Tally]:
    """Return what each gold utterance adds, of a store that holds the articles that tell them.

    Raises:
        RegestaError: An utterance names an article that the store does not have.
    """
    with open_store(str(store), create=False) as opened, opened.view() as view:
        articles = {article.id: article for article in view.articles()}
        utterance_of = open_utterances(view).joined.utterance_of
        return tally_utterances(utterances, articles, lambda id: utterance_of.get(id, id))


def tally_utterances(
    utterances: Sequence[Json], articles: Mapping[str, Article], utterance_of: UtteranceOf
) -> list[Tally]:
    """Return what each gold utterance adds to how well the utterances of the register agree with gold.

    Args:
        utterances: What was said: `id`, `tellings` with `article` and `content`; those of part "b" count as
            `other_half` too.
        articles: The coded articles that tell them, by id.
        utterance_of: Returns the id of the utterance that a statement came into.

    Returns:
        Tallies of `joined`: pairs of tellings in one utterance against pairs of one gold utterance; a telling that was
        not coded cannot be joined. `bcubed`: the same seen from each telling. `unmixed`: share of the utterances with
        several tellings that hold one gold utterance only. `coded`: share of the tellings with a statement.

    Raises:
        RegestaError: An utterance names an article that there is not.
    """
    tallies: dict[str, Tally] = {row["id"]: Tally() for row in utterances}
    for prefix, rows in (("", utterances), ("other_half.", [row for row in utterances if row.get("part") == "b"])):
        told = [
            GoldTelling(row["id"], "", None, ids := frozenset(map(utterance_of, found)), ids)
            for row in rows
            for telling in row["tellings"]
            for found in [[said.id for said in statements_told(telling, articles)]]
        ]
        tally_joins(tallies, (f"{prefix}joined", f"{prefix}bcubed"), told, all_entries)
        tally_unmixed(tallies, f"{prefix}unmixed", told)
        for telling in told:
            add_rate(tallies[telling.happening], f"{prefix}coded", bool(telling.entries))
    return list(tallies.values())


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
