"""Says which state is called by its part of the world: "accused **the Gulf state** of it" is Qatar, named before."""

from collections.abc import Mapping
from functools import lru_cache

from pydantic.dataclasses import dataclass

from regesta.model.annotation import Mention
from regesta.model.parse import Parse
from regesta.ontology.event_types import STRICT
from regesta.ontology.load import read_yaml
from regesta.resolve.mentions.named_states import named_states
from regesta.resolve.mentions.surroundings import Surroundings
from regesta.resolve.states.states import DATA

PATH = DATA / "regions.yaml"
ONE = frozenset({"NN", "NNP"})
REACH = 3  # sentences back


@dataclass(frozen=True, config=STRICT)
class Regions:
    """Parts of the world.

    Attributes:
        regions: The states that each is said of, by its words.
        nouns: Lemmas of the nouns behind those words.
    """

    regions: Mapping[str, frozenset[str]]
    nouns: frozenset[str]


@lru_cache(maxsize=1)
def load_regions() -> Regions:
    """Read `regions.yaml`.

    Raises:
        OntologyError: The file does not validate.
    """
    return read_yaml(PATH, Regions)


def state_called(around: Surroundings, index: int) -> str | None:
    """Return the state that a mention calls by its part of the world: of those, the last one named; None of others."""
    mention = around.article.mentions[index]
    states = states_of(around.parse, mention)
    if states is None:
        return None
    here = around.sentence_of[mention.head]
    in_sentence = named_states(around.named).in_sentence
    told = (named for sentence in range(here - REACH, here + 1) for named in in_sentence.get(sentence, ()))
    near = sorted((n for n in told if n.iso3 in states and n.index != index), key=lambda n: n.index)
    before = [named for named in near if named.head < mention.head]
    chosen = before[-1:] or [named for named in near if named.sentence == here][:1]
    return chosen[0].iso3 if chosen else None


def states_of(parse: Parse, mention: Mention) -> frozenset[str] | None:
    """Return the states of the part of the world in a mention: "the oil-rich **Gulf** state"; None of other words."""
    known = load_regions()
    tokens = [token for token in parse.tokens_in(mention.span) if token <= mention.head]
    is_one = parse.lemmas[mention.head].lower() in known.nouns and parse.tags[mention.head] in ONE
    if not is_one or parse.lemmas[tokens[0]] != "the":
        return None
    words = f" {' '.join(parse.words[token].lower() for token in tokens[1:-1]).replace(' - ', '-')} "
    told = (name for name in known.regions if f" {name} " in words)
    name = max(told, key=len, default=None)
    return known.regions[name] if name else None
