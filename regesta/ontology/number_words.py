"""Numbers written in words: "twenty-four", "two hundred and fifty", "nineteen ninety-six"."""

from collections.abc import Sequence

ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
MAGNITUDES = {
    "dozen": 12, "hundred": 100, "thousand": 10**3, "lakh": 10**5, "lakhs": 10**5, "lac": 10**5, "million": 10**6,
    "mln": 10**6, "mn": 10**6, "crore": 10**7, "crores": 10**7, "billion": 10**9, "milliard": 10**9, "mrd": 10**9,
    "bln": 10**9, "bn": 10**9, "trillion": 10**12, "trn": 10**12, "trln": 10**12, "tn": 10**12,
}  # fmt: skip
NUMBER_WORDS = frozenset(ONES | TENS | MAGNITUDES)
YEAR_HUNDREDS = range(11, 21)  # "nineteen ninety-six", "twenty twenty-two"
TOLLS = frozenset({"toll", "number", "tally", "count"})  # what "rose to 12" people is the subject of
# "Left 12 **dead**", and what they are counted as.
VICTIMS = {"dead": "killed", "wounded": "wounded", "injured": "wounded"}


def read_spelled(words: Sequence[str]) -> tuple[int, int]:
    """Read the longest spelled-out number that starts a sequence of words.

    Hyphens between the words are items of their own; "and" may stand inside ("two hundred and fifty"), "a" may start
    ("a hundred").

    Args:
        words: Lower-case words.

    Returns:
        The number and how many items it takes; (0, 0) when the first word starts no number.
    """
    total, group, room, used = 0, 0, 1000, 0
    for index, word in enumerate(words):
        if word in ("-", "and"):
            if not used or used != index or (word == "and" and room < 100):
                break
            continue
        if word in ("a", "an"):
            if used or words[index + 1 : index + 2] == [] or words[index + 1] not in MAGNITUDES:
                break
            group, room = 1, 1
        elif word in MAGNITUDES:
            total, group, room = multiplied(total, group, MAGNITUDES[word])
            if not room:
                break
        elif (value := ONES.get(word, TENS.get(word))) is None:
            break
        elif value < room:
            group, room = group + value, 10 if value >= 20 else 1
        elif group in YEAR_HUNDREDS and value >= 10 and not total:
            group, room = group * 100 + value, 10 if value >= 20 else 1
        else:
            break
        used = index + 1
    return (total + group, used) if used else (0, 0)


def multiplied(total: int, group: int, magnitude: int) -> tuple[int, int, int]:
    """Return total, group and room after a magnitude word; room 0 when the word does not fit here."""
    if not group:
        return total, group, 0
    if magnitude <= 100:
        return total, group * magnitude, 100 if magnitude == 100 else 1
    return total + group * magnitude, 0, 1000
