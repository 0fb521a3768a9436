"""Articles of any length: what is done for an article four times as long is about four times as much, not sixteen.

Counted are the lines that run of each of our functions, not seconds.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

import regesta
from regesta.model.article import Article
from regesta.model.stage import Stage
from regesta.read.record import make_article
from regesta.run.config import Config

pytestmark = pytest.mark.model
SENTENCES = (
    "The foreign minister of Kenya, {one}, met {two} in {town} on {day}.",
    "Police in {town} arrested {number} protesters near the parliament.",
    '"We will not accept this," {one} told reporters in {town}.',
    "The government said that it would impose sanctions on {state} if the talks failed.",
    "{one} accused {state} of arming rebels, and the ministry announced a day later that {two} had been expelled.",
    "He added that the two sides had agreed on a truce in {town}.",
    "Rebels attacked a convoy on {day} and killed {number} soldiers of {state}.",
    "The minister of trade said the bloc had rejected it; I say that we shall see.",
)
FIRST = [
    "Amina",
    "Chidi",
    "Esther",
    "Fatou",
    "Hassan",
    "Ibrahim",
    "Joseph",
    "Kofi",
    "Lamin",
    "Moussa",
    "Nadia",
    "Omar",
    "Rachel",
    "Samuel",
]
LAST = [
    "Abara",
    "Bello",
    "Conteh",
    "Diallo",
    "Faye",
    "Gueye",
    "Issa",
    "Jallow",
    "Kamara",
    "Lungu",
    "Mensah",
    "Okello",
    "Phiri",
    "Sesay",
    "Toure",
]
TOWNS = [
    "Nairobi",
    "Kampala",
    "Lagos",
    "Accra",
    "Dakar",
    "Cairo",
    "Paris",
    "London",
    "Ankara",
    "Baghdad",
    "Lima",
    "Hanoi",
    "Rome",
]
STATES = ["Uganda", "Ghana", "Senegal", "Egypt", "France", "Turkey", "Iraq", "Peru", "Japan", "Italy"]
MONTHS = ["January", "March", "April", "May", "June", "July", "August"]
SHORT, TIMES = 4_000, 4
MOST_GROWTH = 9  # times the lines of a function; linear is 4, quadratic 16
MANY = 3_000  # lines: below it nothing is told from chance
OUR_FOLDER = str(Path(regesta.__file__).parent)
# Tellings that share a party or a word, and names that share a word, are still compared two by two.
BY_PAIRS = (
    "/coding/tellings/", "/coding/odds.py", "/coding/roles/named_sides.py", "/model/event.py",
    "/resolve/names/spelling.py", "/resolve/persons/",
)  # fmt: skip


def long_text(chars: int, draw: random.Random) -> str:
    """A made-up article of so many characters, in paragraphs."""
    written: list[str] = []
    while sum(map(len, written)) < chars:
        one, two = (f"{draw.choice(FIRST)} {draw.choice(LAST)}" for _ in range(2))
        day = f"{draw.randint(1, 28)} {draw.choice(MONTHS)}"
        filled = draw.choice(SENTENCES).format(
            one=one, two=two, town=draw.choice(TOWNS), state=draw.choice(STATES), day=day, number=draw.randint(3, 90)
        )
        written.append(filled + draw.choice((" ", " ", " ", "\n\n")))
    return "".join(written)


@contextmanager
def counted(lines: Counter[CodeType]) -> Iterator[None]:
    """Count the lines that run of each of our functions."""

    def count(code: CodeType, frame: FrameType, event: str, argument: Any) -> Any:
        lines[code] += 1
        return traced[code]

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        code = frame.f_code
        if not code.co_filename.startswith(OUR_FOLDER):
            return None
        return traced.setdefault(code, partial(count, code))

    traced: dict[CodeType, Any] = {}
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        yield
    finally:
        sys.settrace(before)


def lines_of(stages: tuple[Stage, ...], article: Article) -> Counter[CodeType]:
    """How many lines of each function run for an article, but for the parser and the network."""
    lines: Counter[CodeType] = Counter()
    for stage in stages:
        if stage.name in {"parse", "acts"}:
            article = next(iter(stage([article])))
            continue
        with counted(lines):
            article = next(iter(stage([article])))
    assert not article.faults
    return lines


def test_no_function_takes_the_square_of_the_length_of_an_article() -> None:
    stages = Config().pipeline().stages
    texts = [long_text(chars, random.Random(7)) for chars in (SHORT, SHORT * TIMES)]
    made = [make_article(text, published="2024-09-06") for text in texts]
    lines_of(stages, replace(made[1], id="loads what is loaded once"))
    few, many = (lines_of(stages, article) for article in made)
    grown = {
        f"{code.co_filename.removeprefix(OUR_FOLDER)}:{code.co_firstlineno} {code.co_name}": (few[code], number)
        for code, number in many.items()
        if number > MANY and number > MOST_GROWTH * few[code]
    }
    assert {name: told for name, told in grown.items() if not name.startswith(BY_PAIRS)} == {}
