"""Words that attribute speech, by class: verbs, nouns, phrases, and the channels that carry it."""

from collections.abc import Mapping
from dataclasses import dataclass as plain_dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Literal, TypeVar, get_args

from pydantic.dataclasses import dataclass

from regesta.errors import OntologyError
from regesta.model.parse import Parse
from regesta.model.statement import ChannelKind
from regesta.ontology.event_types import STRICT
from regesta.ontology.load import DATA, read_yaml

SpeechClass = Literal[
    "says", "denies", "warns", "promises", "demands", "accuses", "asks", "praises", "predicts", "confirms", "admits",
    "announces", "agrees", "doubts",
]  # fmt: skip
SPEECH_CLASSES: tuple[SpeechClass, ...] = get_args(SpeechClass)
Kind = TypeVar("Kind", bound=str)
MAX_COMPOUND = 3  # words: "telegram channel", "satellite phone"


@dataclass(frozen=True, config=STRICT)
class SpeechFile:
    """The contents of `speech_verbs.yaml`; every list holds lower-case lemmas."""

    classes: dict[SpeechClass, tuple[str, ...]]
    nouns: dict[SpeechClass, tuple[str, ...]]
    phrases: tuple[str, ...]
    channels: dict[ChannelKind, tuple[str, ...]]
    outlets: tuple[str, ...]
    relays: tuple[str, ...]


@plain_dataclass(frozen=True)
class SpeechWords:
    """Lookups over `speech_verbs.yaml`.

    Attributes:
        verbs: Class of each verb that can introduce speech.
        nouns: Class of each noun that can ("statement", "pledge").
        phrases: Cues of several words without a verb of their own ("according to"), as lemmas, by first lemma.
        channels: Kind of each noun for what carries speech ("interview", "news conference"), as lemmas.
        outlets: Names of media, and words in names of media.
        relays: Nouns for who passes speech on ("reporter").
    """

    verbs: Mapping[str, SpeechClass]
    nouns: Mapping[str, SpeechClass]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    channels: Mapping[str, ChannelKind]
    outlets: frozenset[str]
    relays: frozenset[str]

    def channel_kind(self, parse: Parse, noun: int) -> ChannelKind | None:
        """Return the kind of channel that a noun is, by the longest compound that it ends; None when it is none."""
        first = noun
        while first > 0 and noun - first < MAX_COMPOUND - 1 and parse.deps[first - 1] in {"compound", "amod"}:
            first -= 1
        for start in range(first, noun + 1):
            written = " ".join(parse.words[start : noun + 1]).rstrip(".")
            for name in (written, written.lower(), " ".join(parse.lemmas[start : noun + 1])):
                if name in self.channels:
                    return self.channels[name]
        return None


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
        channels=by_word("channels", content.channels),
        outlets=frozenset(content.outlets),
        relays=frozenset(content.relays),
    )


def by_word(key: str, groups: Mapping[Kind, tuple[str, ...]]) -> Mapping[str, Kind]:
    """Turn classes or kinds with their words into words with their class or kind.

    Raises:
        OntologyError: A word stands in two.
    """
    found: dict[str, Kind] = {}
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
