"""Names that may be one are found without comparing every two: none is missed that a comparison makes one."""

import random
from itertools import product

from regesta.resolve.names.spelling import words_of
from regesta.resolve.persons.alike import AlikeNames
from regesta.resolve.persons.persons import are_one
from regesta.resolve.persons.remembering import Person, alone, is_surname_of

FIRST = ("Aleksandr", "Alexander", "Mohammed", "Muhammad", "Bob", "Robert", "Li", "Kim Dae", "Jose Maria", "al")
LAST = ("Lukashenko", "Lukaschenko", "Khrenin", "Jrenin", "Hossain", "Hussein", "Jung", "Konstantinopoulos", "Putins")
LETTERS = "aeioukstlrnm"


def misspelled(name: str, draw: random.Random) -> str:
    """A name with a letter or two changed, left out, put in, or exchanged with the next."""
    letters = list(name)
    for _ in range(draw.choice((1, 1, 2))):
        at = draw.randrange(len(letters) - 1)
        way = draw.randrange(4)
        if way == 0:
            letters[at] = draw.choice(LETTERS)
        elif way == 1:
            letters.insert(at, draw.choice(LETTERS))
        elif way == 2:
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
        else:
            del letters[at]
    return "".join(letters)


def some_names() -> list[str]:
    """Names of two words and more, each also misspelled."""
    draw = random.Random(11)
    plain = [f"{first} {last}" for first, last in product(FIRST, LAST)]
    every = dict.fromkeys(
        [*plain, *(misspelled(name, draw) for name in plain), "Juan Carlos Soto Rey", "Juan Soto Rey"]
    )
    return [name for name in every if len(words_of(name)) > 1]


def test_no_full_name_is_missed_that_is_one_with_another() -> None:
    names = some_names()
    found = AlikeNames(dict(enumerate(names)))
    people = [alone(Person(name, None, None)) for name in names]
    for one, person in enumerate(people):
        same = {other for other, p in enumerate(people) if other != one and are_one(person, p)}
        assert same <= found.like(names[one]), names[one]


def test_no_full_name_is_missed_that_ends_in_a_surname() -> None:
    names = some_names()
    found = AlikeNames(dict(enumerate(names)))
    for surname in {name.split()[-1] for name in names}:
        ending = {number for number, name in enumerate(names) if words_of(surname) and is_surname_of(surname, name)}
        assert ending <= found.ending_like(surname), surname


def test_of_many_who_share_a_first_name_few_are_looked_at() -> None:
    syllables = ("ba", "du", "ki", "lo", "mer", "nus", "pra", "tov")
    names = [f"Omar {''.join(some).title()}" for some in product(syllables, repeat=3)]
    found = AlikeNames(dict(enumerate(names)))
    assert sum(len(found.like(name)) for name in names) < len(names) ** 2 / 5
