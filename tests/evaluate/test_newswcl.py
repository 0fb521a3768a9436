from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from regesta.errors import OntologyError
from regesta.evaluate.newswcl import ADDED, Added, actors_in, read_chains, running_text, spans_of
from regesta.ontology.event_types import load_ontology
from regesta.ontology.load import read_yaml

WRITTEN = """
publishers: {L: Baltic Wire}
published: {"0": {L: 2022-12-19}}
happenings:
  - {id: a visit, type: CONSULT, chains: [0_visit_ACTION, 1_visit_EVENT]}
  - {id: a summit, type: CONSULT, chains: [0_summit_EVENT]}
"""
TOKENS = ["Ms.", "Rey", "visited", "Riga", "for", "a", "summit", ".", "\\n"]


def row(*mentions: tuple[str, int, int], **changes: Any) -> dict[str, Any]:
    """An article of one sentence with mentions: chain, first token, last token."""
    marked = [{"chain": chain, "sent": 0, "start": start, "end": end} for chain, start, end in mentions]
    return {"doc": "0_L", "event": "0", "outlet": "L", "sentences": [TOKENS], "mentions": marked} | changes


@pytest.fixture
def added(tmp_path: Path) -> Path:
    path = tmp_path / "added.yaml"
    path.write_text(WRITTEN, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("The two - day talks ( in Riga ) did n't end , he said .", "The two-day talks (in Riga) didn't end, he said."),
        ('" We will , " she said , " go . "', '"We will," she said, "go."'),
        ("The envoys ' plan cost $ 5 million", "The envoys' plan cost $5 million"),
        ("She called it ' a trap ' twice", "She called it 'a trap' twice"),
        ('He said " no . \\n " Never , " he said', 'He said "no.\n"Never," he said'),
        ("RIGA — It ’s over – for now", "RIGA — It’s over – for now"),
    ],
)
def test_tokens_become_text_as_it_is_printed(tokens: str, text: str) -> None:
    found, bounds = running_text([tokens.split()])
    assert found == text
    shown = [found[start:end] for start, end in chain.from_iterable(bounds)]
    assert shown == [token.replace("\\n", "\n") for token in tokens.split()]


def test_words_of_several_mentions_are_those_of_the_shortest() -> None:
    assert spans_of([("visit", (0, 30)), ("summit", (10, 16)), ("visit", (40, 45))]) == {
        "summit": [(10, 16)],
        "visit": [(0, 10), (16, 30), (40, 45)],
    }


def test_a_mention_of_two_actors_is_left_out() -> None:
    mentions = [
        ("1_LVA_COUNTRY", (0, 9)),
        ("1_LTU_COUNTRY", (0, 9)),
        ("1_Rey_ACTOR", (20, 23)),
        ("1_LVA-I_ACTOR-I", (30, 35)),
    ]
    assert list(actors_in(mentions)) == [{"chain": "1_Rey_ACTOR", "start": 20, "end": 23}]


def test_chains_are_read_as_tellings_of_happenings_and_as_actors(added: Path) -> None:
    mentions = ("0_visit_ACTION", 2, 6), ("0_summit_EVENT", 5, 6), ("0_LVA_Rey_ACTOR", 0, 1), ("0_aim_MISC", 2, 3)
    gold, articles = read_chains([row(*mentions)], added)
    assert articles == [
        {
            "id": "0_L",
            "text": "Ms. Rey visited Riga for a summit.\n",
            "published": "2022-12-19",
            "publisher": "Baltic Wire",
        }
    ]
    assert gold == [
        {"id": "a visit", "type": "CONSULT", "tellings": [{"article": "0_L", "spans": [(8, 25)]}]},
        {"id": "a summit", "type": "CONSULT", "tellings": [{"article": "0_L", "spans": [(25, 33)]}]},
        {"id": "0_L", "story": "0", "actors": [{"chain": "0_LVA_Rey_ACTOR", "start": 0, "end": 7}]},
    ]


def test_the_chains_and_days_that_ship_are_of_25_articles() -> None:
    shipped = read_yaml(Path(__file__).parents[2] / ADDED, Added)
    assert [sorted(days) for days in shipped.published.values()] == [sorted(shipped.publishers)] * 5
    chains = [chain for happening in shipped.happenings for chain in happening.chains]
    assert len(chains) == len(set(chains))
    assert {chain.partition("_")[0] for chain in chains} == shipped.published.keys()
    assert {happening.type for happening in shipped.happenings} <= load_ontology().event_types.keys()


def test_what_is_added_is_checked(tmp_path: Path) -> None:
    path = tmp_path / "added.yaml"
    path.write_text("publishers: {}\npublished: {}\n", encoding="utf-8")
    with pytest.raises(OntologyError, match="happenings"):
        read_chains([], path)
