"""Words that attribute speech, by class: verbs, nouns, phrases, and the channels that carry it."""

from collections.abc import Mapping
from dataclasses import dataclass as plain_dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Literal, get_args

from pydantic.dataclasses import dataclass

from regesta.errors import OntologyError
from regesta.ontology.event_types import STRICT
from regesta.ontology.load import DATA, read_yaml

SpeechClass = Literal[
    "says", "denies", "warns", "promises", "demands", "accuses", "asks", "praises", "predicts", "confirms", "admits",
    "announces", "agrees", "doubts",
]  # fmt: skip
SPEECH_CLASSES: tuple[SpeechClass, ...] = get_args(SpeechClass)


@dataclass(frozen=True, config=STRICT)
class SpeechFile:
    """The contents of `speech_verbs.yaml`; every list holds lower-case lemmas."""

    classes: dict[SpeechClass, tuple[str, ...]]
    nouns: dict[SpeechClass, tuple[str, ...]]
    phrases: tuple[str, ...]
    channels: tuple[str, ...]


@plain_dataclass(frozen=True)
class SpeechWords:
    """Lookups over `speech_verbs.yaml`.

    Attributes:
        verbs: Class of each verb that can introduce speech.
        nouns: Class of each noun that can ("statement", "pledge").
        phrases: Cues of several words without a verb of their own ("according to"), as lemmas, by first lemma.
        channels: Nouns for what carries speech ("interview", "letter").
    """

    verbs: Mapping[str, SpeechClass]
    nouns: Mapping[str, SpeechClass]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    channels: frozenset[str]


@lru_cache(maxsize=1)
def load_speech() -> SpeechWords:
    """Read and check `speech_verbs.yaml`.

    Raises:
        OntologyError: The file does not validate, lacks a class, or lists a word in two classes.
    """
    content = read_yaml(DATA / "speech_verbs.yaml", SpeechFile)
    return SpeechWords(
        verbs=by_word("classes", content.classes),
        nouns=by_word("nouns", content.nouns),
        phrases=by_first_word(content.phrases),
        channels=frozenset(content.channels),
    )


def by_word(key: str, groups: Mapping[SpeechClass, tuple[str, ...]]) -> Mapping[str, SpeechClass]:
    """Turn classes with their words into words with their class.

    Raises:
        OntologyError: A word stands in two classes.
    """
    found: dict[str, SpeechClass] = {}
    for speech_class, words in groups.items():
        for word in words:
            if found.setdefault(word, speech_class) != speech_class:
                raise OntologyError(
                    f"speech_verbs.yaml: {key}: {word!r} is in {found[word]!r} and in {speech_class!r}: keep one"
                )
    return MappingProxyType(found)


def by_first_word(phrases: tuple[str, ...]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Turn phrases into their words by first word, the longest phrase first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return MappingProxyType({first: tuple(sorted(group, key=len, reverse=True)) for first, group in found.items()})
