"""The characters of a text that a model should see."""

import re

# Models are trained on straight marks. One character for one, so offsets hold.
PLAIN_MARKS = str.maketrans({"’": "'", "‘": "'"} | dict.fromkeys("“”„«»", '"'))
# The longest run in the example articles has 2 marks and the longest word 17 characters; addresses of pages reach 300.
# Without bounds 10,000 exclamation marks take the tokeniser 13 s; with them 40,000 marks of any kind take 0.2 s.
LONG_MARKS = re.compile(r"(?P<kept>[^\w\s]{24})[^\w\s]+")
LONG_WORD = re.compile(r"(?P<kept>\S{400})\S+")


def plain(text: str) -> str:
    """Return the text with straight marks and spaces for line ends, code point for code point.

    Of endless runs of marks, and of endless words, the beginning is kept and the rest is blank: spaCy's tokeniser takes
    a time that grows with the square of their length.
    """
    straight = re.sub(r"\s", " ", text.translate(PLAIN_MARKS))
    return LONG_WORD.sub(shortened, LONG_MARKS.sub(shortened, straight))


def shortened(found: re.Match[str]) -> str:
    """Return the beginning of a run, and blanks for the rest of it."""
    return found["kept"] + " " * (len(found[0]) - len(found["kept"]))
