from typing import Any

import pytest
from builders import an_article, span_of
from measured import scores
from stores import filled

from regesta.evaluate.actor_clusters import key_of, tally_actors
from regesta.evaluate.tally import Tally
from regesta.model.annotation import Mention
from regesta.model.article import Article
from regesta.model.entity import Actor

TEXT = "President Ana Rey met Latvia's envoys. Rey praised Riga. The envoys thanked her."
REY, LATVIA = Actor(name="Ana Rey", iso3="ECU", sector="GOV", entity="person:ana-rey"), Actor(name="Latvia", iso3="LVA")
NOBODY = Actor(name="envoys")


def told(id: str, **actors: Actor) -> Article:
    """An article with mentions by their words, an underscore for a blank."""
    article: Article = an_article(TEXT, id=id)
    named = {words.replace("_", " "): actor for words, actor in actors.items()}
    mentions = [
        Mention(span=span_of(article, words), head=0, form="name", kind="actor", actor=actor)
        for words, actor in named.items()
    ]
    return an_article(TEXT, id=id, mentions=tuple(mentions))


def row(id: str, **chains: list[str]) -> dict[str, Any]:
    """A gold article: the words of each chain's mentions."""
    found = [(chain, TEXT.index(words), len(words)) for chain, all_words in chains.items() for words in all_words]
    return {"id": id, "story": "0", "actors": [{"chain": c, "start": s, "end": s + n} for c, s, n in found]}


def tallied(gold: list[dict[str, Any]], *articles: Article) -> list[Tally]:
    with filled(articles).view() as view:
        return tally_actors(gold, view)


def test_a_person_of_two_articles_is_one_and_a_state_another() -> None:
    articles = told("a1", Ana_Rey=REY, Riga=LATVIA), told("a2", Rey_praised=REY)
    gold = [row("a1", E_Rey_ACTOR=["Ana Rey"], E_LVA_COUNTRY=["Riga"]), row("a2", E_Rey_ACTOR=["Rey praised"])]
    found = scores(tallied(gold, *articles))
    assert found == dict.fromkeys(
        [f"{who}.bcubed.{part}" for who in ("actors", "persons") for part in ["p", "r", "f1"]], 1
    )


def test_what_is_resolved_to_nobody_stands_alone() -> None:
    gold = [row("a1", E_LVA_COUNTRY=["Riga", "The envoys", "Latvia"])]
    found = scores(tallied(gold, told("a1", Riga=LATVIA, The_envoys=NOBODY)))
    assert (found["actors.bcubed.p"], found["actors.bcubed.r"]) == (1.0, 0.3333)


def test_two_persons_taken_for_one_cost_precision() -> None:
    gold = [row("a1", E_Rey_ACTOR=["Ana Rey"], E_Sol_ACTOR=["Rey praised"])]
    found = scores(tallied(gold, told("a1", Ana_Rey=REY, Rey_praised=REY)))
    assert (found["persons.bcubed.p"], found["persons.bcubed.r"]) == (0.5, 1.0)


@pytest.mark.parametrize(
    ("actor", "key"),
    [
        (REY, "person:rey"),
        (LATVIA, "LVA"),
        (Actor(name="Saeima", iso3="LVA", sector="LEG", entity="org:latvia-saeima"), "LVA"),
        (Actor(name="Green Party", iso3="LVA", sector="PTY", entity="org:green-party"), "org:green-party"),
        (Actor(name="UN", iso3="IGO", sector="IGO", entity="org:united-nations"), "org:united-nations"),
        (NOBODY, None),
    ],
)
def test_an_actor_is_told_apart_by_person_state_or_body(actor: Actor, key: str | None) -> None:
    assert key_of(actor, lambda entity: entity.replace("ana-", "")) == key
