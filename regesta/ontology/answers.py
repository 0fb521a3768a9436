"""Words by which somebody answers for an act or judges it, which tell whose it is."""

from functools import lru_cache

from pydantic.dataclasses import dataclass

from regesta.ontology.event_types import STRICT
from regesta.ontology.load import DATA, read_yaml


@dataclass(frozen=True, config=STRICT)
class AnswerWords:
    """Words for one kind of answer.

    Attributes:
        verbs: Lemmas of verbs, whose object the act is, or what stands behind a preposition.
        nouns: Lemmas of nouns and adjectives, the act behind a preposition.
        giving: Lemmas of verbs whose subject says it by one of the nouns.
    """

    verbs: frozenset[str]
    nouns: frozenset[str]
    giving: frozenset[str]


@dataclass(frozen=True, config=STRICT)
class AnswerLexicon:
    """The words of each kind of answer.

    Attributes:
        owning: Who says so did it.
        shouldering: Likewise, by nouns for what one takes on oneself.
        regretting: Who says so to the other side did it.
        judging: Who says so did not do it.
        charging: Likewise, but he may have suffered it; he says who did.
        protesting: Likewise.
        consoling: Likewise, and those to whom he says it suffered it.
        disowning: Verbs of who says that he did not.
        awaiting: Verbs by which somebody looks for an answer or gets one.
        about: Prepositions between the answer and the act.
        between: Nouns between the two.
    """

    owning: AnswerWords
    shouldering: AnswerWords
    regretting: AnswerWords
    judging: AnswerWords
    charging: AnswerWords
    protesting: AnswerWords
    consoling: AnswerWords
    disowning: frozenset[str]
    awaiting: frozenset[str]
    about: frozenset[str]
    between: frozenset[str]

    @property
    def kinds(self) -> tuple[AnswerWords, ...]:
        """The words of every kind of answer."""
        kinds = (self.owning, self.shouldering, self.regretting, self.judging, self.charging, self.protesting)
        return (*kinds, self.consoling)


@lru_cache(maxsize=1)
def load_answers() -> AnswerLexicon:
    """Read `answers.yaml`.

    Raises:
        OntologyError: The file does not validate.
    """
    return read_yaml(DATA / "answers.yaml", AnswerLexicon)
