"""What the statements of an article have printed so far, by what words that are printed again share with it."""

from collections import defaultdict
from collections.abc import Iterator

ROW = 3  # words in a row by which longer ones are found


class Printed:
    """Words printed so far, each with the name of who said them."""

    def __init__(self) -> None:
        self.every: list[tuple[str, str]] = []
        self.with_row: defaultdict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
        self.whole: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)

    def add(self, words: str, name: str) -> None:
        """Take in words, without marks, and who said them."""
        self.every.append((words, name))
        self.whole[words].append((words, name))
        for row in dict.fromkeys(rows_of(words.split(" "))):
            self.with_row[row].append((words, name))

    def like(self, words: str, *, is_anywhere: bool) -> list[tuple[str, str]]:
        """Return what was printed that may hold some words, or is the same; of few words, if they may be anywhere, all.

        Words may begin and end within longer ones, so that those at the ends count for nothing.
        """
        inner = list(rows_of(words.split(" ")[1:-1]))
        if inner:
            return min((self.with_row.get(row, []) for row in inner), key=len)
        return self.every if is_anywhere else self.whole.get(words, [])


def rows_of(words: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield every few words in a row."""
    yield from (tuple(words[at : at + ROW]) for at in range(len(words) - ROW + 1))
