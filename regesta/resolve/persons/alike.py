"""Finds those persons of an article whose names may be alike, so that not every two of them are compared.

Two names are looked up by keys of their words, of which alike words share one; what shares none is below the bounds of
`regesta.resolve.persons.persons`, by the way `regesta.resolve.names.spelling` counts.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping

from regesta.resolve.names.spelling import ENDING, SHORT_FORMS, bones, sound, without_particles, words_of

# Letters from which one may differ in a word for it to be alike by more than .86, and from which two may: of the first
# the beginning or the end stays, of the second some three letters in a row.
ONE_DIFFERS, TWO_DIFFER = 7, 14
KEPT = 3


class AlikeNames:
    """Full names, found by names that may be one with them.

    Attributes:
        names: The names, by any key.
    """

    def __init__(self, names: Mapping[int, str]) -> None:
        self.names = names
        self.with_word: defaultdict[Hashable, list[int]] = defaultdict(list)
        self.with_surname: defaultdict[Hashable, list[int]] = defaultdict(list)
        self.written: defaultdict[Hashable, list[int]] = defaultdict(list)
        for key, name in names.items():
            words = words_of(name)
            for word_key in {at for word in without_particles(words) for at in keys_of(word)}:
                self.with_word[word_key].append(key)
            for word_key in keys_of(words[-1]):
                self.with_surname[word_key].append(key)
            for whole in keys_of_whole(words):
                self.written[whole].append(key)

    def like(self, name: str) -> set[int]:
        """Return the keys of the names that a full name is surely one with, and of some more.

        Of two names with as many words, less than half of the words can be unlike: so those are looked up of which
        fewest names have the like.
        """
        words = words_of(name)
        plain = without_particles(words)
        rows = [[self.with_word[at] for at in keys_of(word) if at in self.with_word] for word in plain]
        rows.sort(key=lambda row: sum(map(len, row)))
        found = {key for row in rows[: (len(rows) + 1) // 2] for keys in row for key in keys}
        return found.union(*(self.written.get(whole, ()) for whole in keys_of_whole(words)))

    def ending_like(self, surname: str) -> set[int]:
        """Return the keys of the names whose last word may be a surname, and of some more."""
        words = words_of(surname)[:1]
        return {key for word in words for at in keys_of(word) for key in self.with_surname.get(at, ())}


def keys_of(word: str) -> set[Hashable]:
    """Return what a word shares one of with every word that is alike by more than .86."""
    by_sound = sound(word)
    found: set[Hashable] = {
        ("sound", by_sound),
        ("form", SHORT_FORMS.get(word, word)),
        ("without ending", ENDING.sub("", by_sound)),
        ("bones", bones(word)),
    }
    return found.union(*(keys_of_letters(letters) for letters in {word, by_sound}))


def keys_of_letters(letters: str) -> Iterator[Hashable]:
    """Yield what letters share one of with all from which few differ."""
    if len(letters) >= ONE_DIFFERS:
        yield "begins", letters[:KEPT]
        yield "ends", letters[-KEPT:]
    if len(letters) >= TWO_DIFFER:
        yield from (("holds", letters[at : at + KEPT]) for at in range(len(letters) - KEPT + 1))


def keys_of_whole(words: tuple[str, ...]) -> Iterator[Hashable]:
    """Yield what a name shares one of with the same written otherwise, and without its middle names."""
    plain = without_particles(words)
    yield "joined", "".join(plain)
    yield "joined by sound", "".join(map(sound, plain))
    yield "around", words[0], words[-1]
