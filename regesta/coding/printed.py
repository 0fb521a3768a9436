"""What the statements of an article have printed so far, by what words that are printed again share with it."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

ROW = 3  # words in a row by which longer ones are found
Print = tuple[str, str]  # words, without marks, and the name of who said them


class Printed:
    """Words printed so far, each with the name of who said them."""

    def __init__(self) -> None:
        self.every: list[Print] = []
        self.found: defaultdict[Hashable, list[Print]] = defaultdict(list)

    def add(self, words: str, name: str) -> None:
        """Take in words and who said them."""
        self.every.append((words, name))
        said = words.split(" ")
        rows = {*rows_of(said, 1), *rows_of(said, ROW)}
        for key in (words, *rows):
            self.found[key].append((words, name))
            self.found[name, key].append((words, name))

    def of_anybody(self, words: str) -> Sequence[Print]:
        """Return what was printed that may hold some words."""
        return min((self.found.get(row, []) for row in inner_rows(words)), key=len, default=self.every)

    def of_one(self, words: str, name: str) -> Sequence[Print]:
        """Return what was printed of one speaker that may hold some words; of few words what is the same."""
        rows = (self.found.get((name, row), []) for row in inner_rows(words))
        return min(rows, key=len, default=self.found.get((name, words), []))


def inner_rows(words: str) -> Iterator[tuple[str, ...]]:
    """Yield the words in a row that stand in all that holds some words, which may begin and end within longer ones."""
    inner = words.split(" ")[1:-1]
    return rows_of(inner, ROW if len(inner) >= ROW else 1)


def rows_of(words: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    """Yield every so many words in a row."""
    yield from (tuple(words[at : at + size]) for at in range(len(words) - size + 1))
