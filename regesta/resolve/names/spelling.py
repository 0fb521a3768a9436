"""How alike two spellings of a person's name are, across languages and scripts.

anyascii writes any script in Latin letters; RapidFuzz measures distance. What is added here: the ways in which
languages write one sound ("Jrenin" and "Khrenin", "Łukaszenka" and "Lukashenko"), and what makes two names of nearly
the same letters two people. Likeness only proposes;
`regesta.resolve.persons.persons` decides with state, office and time.
"""

import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import DamerauLevenshtein

from regesta.resolve.names.forms import fold

WORD_ALIKE = 0.7  # below it two words of a name are different words
CONFLICT = 0.7  # when each name has a word the other lacks
MISSING = 0.07  # for each word that only one name has: "Recep Erdogan", "Recep Tayyip Erdogan"
LONE_WORD = 0.4  # when the shorter name has one word and the longer more
SAME_SOUND = 0.97
INITIAL = 0.85
SHORTENED = 0.9
SHORT_CHARS = 5  # in names of such words alone a letter tells more: "Kim Dae Jung" and "Kim Yong Dae"
FEW_WORDS = 3
SHORT_ALIKE = 0.9
BONES = 0.92
LOOSE_BONES = 0.8
LEAST_BONES = 3  # consonants of a surname that stands for one spelled otherwise
VOWELS = "aeiou"
NEARLY = 0.86  # of the letters by sound, without vowels at the end: "Poutine", not "Marks" for Marcos
ALIKE, LOOSE_ALIKE = 0.85, 0.75  # two full names of which one is a head's of the day
LONG_BONES = 4  # consonants from which one may differ
ARABIC_ARTICLE = re.compile(r"(?<!\w)(?:ال|آل )")
VAV = "\u05d5"  # Hebrew: mostly a vowel, as in Arabic
ABJAD = re.compile(r"[\u0590-\u06ff]")
SYLLABIC = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # kana, Chinese, Korean
ENDING = re.compile(r"(?<=[a-zC]{4})(?:[aiu]?s|i)$")  # by sound: "Putins" in Latvian, "Putini" in Georgian
TRANSCRIBED = re.compile(r"[\u30a0-\u30ff\uac00-\ud7af]|[\u3400-\u9fff][·・‧]")  # a foreign name, by its sound
SH = re.compile(r"(?<!t)s?ch", re.IGNORECASE)  # as German and French write it
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
SEPARATORS = re.compile(r"[.,;:/·・‧_-]+")
NOT_LETTERS = re.compile(r"[^a-z0-9 ]")
PARTICLES = frozenset(
    {
        "mr", "mrs", "ms", "dr", "sir", "lord", "lady", "haji", "hajji", "mullah", "sheikh", "sheik", "al", "el", "the",
        "jr", "sr", "von", "de", "van", "der", "bin", "ben", "ibn", "abu",
    }
)  # fmt: skip
# English short forms of given names whose letters tell too little.
SHORT_FORMS = {
    "bob": "robert", "bill": "william", "jim": "james", "jimmy": "james", "mike": "michael", "tony": "anthony",
    "dick": "richard", "rick": "richard", "ted": "edward", "jack": "john", "ben": "benjamin", "bibi": "benjamin",
    "tom": "thomas", "dan": "daniel", "dave": "david", "steve": "steven", "chuck": "charles", "liz": "elizabeth",
    "joe": "joseph", "kate": "katherine", "jeff": "jeffrey", "greg": "gregory", "alex": "alexander", "nick": "nicholas",
    "pete": "peter", "andy": "andrew", "ed": "edward", "ken": "kenneth", "ron": "ronald", "sam": "samuel",
    "tim": "timothy", "larry": "lawrence", "pat": "patrick", "fred": "frederick", "sasha": "alexander",
}  # fmt: skip
# One letter for each sound, whatever a language writes for it; in this order.
SOUNDS = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"^x", "s"), (r"x", "ks"), (r"^j(?=[bcdfghklmnpqrstvwz])", "k"), (r"tsch|tch|tsh|cz|ch(?=[aeiouy])", "C"),
        (r"sch|sz|sh|zh|z", "s"), (r"kh|gh|q", "k"), (r"ck", "k"), (r"c(?=[eiy])", "s"), (r"c", "k"),
        (r"ph|ff|v|w(?=[aeiouy])|f", "f"), (r"dh|th|dd", "d"), (r"ou|oo|ow|w", "u"), (r"ee|ie|iy|ij|yi|yj|jj|y|j", "i"),
        (r"ae|ai|ei|ay", "e"), (r"oe", "o"), (r"ue", "u"), (r"g", "k"), (r"(.)\1+", r"\1"), (r"h$", ""), (r"h", "k"),
        (r"d$", "t"),
    )
)  # fmt: skip
LOOSE = str.maketrans("bvfprdjCzsg", "PPPPLTTTTSK")  # what scripts of syllables, and Arabic, cannot tell apart


@lru_cache(maxsize=65536)
def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name in Latin letters, lower case, without marks; titles and particles stay."""
    plain = ARABIC_ARTICLE.sub("", name).replace(VAV, "w") if ABJAD.search(name) else name
    written = anyascii(plain)
    if ABJAD.search(name):
        written = re.sub(r"(?<!\w)f", "p", written.replace("`", "a").replace("'", ""))
    if SYLLABIC.search(name):
        written = CAMEL.sub("", written)
    if TRANSCRIBED.search(name):
        written = re.sub(r"ng\b", "n", written.replace("j", "ch"))
    return tuple(NOT_LETTERS.sub("", fold(SEPARATORS.sub(" ", written))).split())


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """Return a word with one letter for each sound."""
    for pattern, letters in SOUNDS:
        word = pattern.sub(letters, word)
    return word


@lru_cache(maxsize=65536)
def bones(word: str) -> str:
    """Return the consonants of a word by sound."""
    return re.sub("[aeiou]", "", sound(word))


@lru_cache(maxsize=65536)
def loose_bones(word: str) -> str:
    """Return consonants in the few classes that every script keeps apart: `l` and `r` are one, `b` and `f` are one."""
    return re.sub(r"(.)\1+", r"\1", bones(word).translate(LOOSE).replace("l", "L").replace("t", "T"))


def word_likeness(left: str, right: str, *, is_loose: bool = False) -> float:
    """Return how alike two words of names are, 0 to 1.

    Args:
        left: A word, as `words_of` gives it.
        right: Another.
        is_loose: Whether one of them comes from a script that keeps fewer sounds apart.
    """
    if left == right:
        return 1.0
    if len(left) == 1 or len(right) == 1:
        return INITIAL if left[0] == right[0] else 0.0
    if SHORT_FORMS.get(left, left) == SHORT_FORMS.get(right, right):
        return SHORTENED
    one, other = sound(left), sound(right)
    if one == other:
        return SAME_SOUND
    if ENDING.sub("", one) == ENDING.sub("", other):
        return SHORTENED
    if is_loose:
        return loose_likeness(left, right)
    if bones(left) == bones(right) and starts_alike(one, other, len(bones(left))):
        return BONES
    return max(ratio(one, other), ratio(left, right))


def starts_alike(left: str, right: str, consonants: int) -> bool:
    """Tell whether two words of the same consonants begin alike; long ones may begin with another vowel."""
    if left[:1] == right[:1]:
        return consonants > 1
    return consonants > 2 and {left[:1], right[:1]} <= set("aeiou")


def loose_likeness(left: str, right: str) -> float:
    """Return how alike two words are by their consonants alone, in classes that every script keeps apart."""
    one, other = loose_bones(left), loose_bones(right)
    if one == other:
        return BONES if bones(left) == bones(right) else LOOSE_BONES
    is_long = min(len(one), len(other)) >= LONG_BONES
    return max(ratio(one, other) * SHORTENED if is_long else 0.0, ratio(sound(left), sound(right)))


def ratio(left: str, right: str) -> float:
    """Return 1 less the share of letters to change, 0 to 1."""
    return float(DamerauLevenshtein.normalized_similarity(left, right))


@lru_cache(maxsize=65536)
def likeness(left: str, right: str) -> float:
    """Return how alike two spellings of a person's name are, 0 to 1.

    Order of the words, titles and particles do not matter. A word that only one name has costs little; a word in each
    that the other lacks costs much, and so do other initials: "George W. Bush" and "George H. W. Bush".
    """
    one, other = words_of(left), words_of(right)
    if not one or not other:
        return 0.0
    if sorted(one) == sorted(other):
        return 1.0
    one, other = without_particles(one), without_particles(other)
    if initials_conflict(one, other):
        return CONFLICT
    if "".join(one) == "".join(other) or "".join(map(sound, one)) == "".join(map(sound, other)):
        return SAME_SOUND
    is_loose = any(script.search(name) for script in (ABJAD, SYLLABIC) for name in (left, right))
    found = aligned(one, other, is_loose)
    if not found:
        return 0.0
    mean, alone = sum(found) / len(found), (len(one) - len(found), len(other) - len(found))
    if min(found) < SAME_SOUND and is_short(one) and is_short(other):
        mean = min(mean, SHORT_ALIKE)
    if all(alone):
        return mean * CONFLICT * 2 * len(found) / (len(one) + len(other))
    if any(alone) and len(found) == 1:
        return mean * LONE_WORD
    return max(0.0, mean * (1 - MISSING * sum(alone)))


def as_spoken(name: str) -> tuple[str, ...]:
    """Return a name, and as it is spoken if it is written in German or French: "Lukaschenko", "Loukachenko"."""
    return tuple(dict.fromkeys((name, SH.sub("sh", name))))


def is_other_spelling(name: str, known: str) -> bool:
    """Tell whether a name, or a surname alone, is likely one known person's name in another language or script.

    The surname must sound alike and have three consonants, four in a script that keeps fewer sounds apart: "Poutine" is
    Putin, "Milley" is not Milei.
    """
    one, other = words_of(name), words_of(known)
    if any(script.search(name) for script in (ABJAD, SYLLABIC)):
        if len(one) > 1:
            return likeness(name, known) >= LOOSE_ALIKE and any(sounds_loosely(word, other[-1]) for word in one)
        return len(loose_bones(one[-1])) >= LONG_BONES and sounds_loosely(one[-1], other[-1])
    return sounds_alike(one[-1], other[-1]) and (len(one) == 1 or likeness(name, known) >= ALIKE)


def sounds_alike(word: str, known: str) -> bool:
    """Tell whether two surnames are one by their consonants, and nearly one by all letters."""
    if len(bones(word)) < LEAST_BONES or word_likeness(word, known) < BONES:
        return False
    return ratio(sound(word).rstrip(VOWELS), sound(known).rstrip(VOWELS)) >= NEARLY


def sounds_loosely(word: str, known: str) -> bool:
    """Tell whether two surnames have the same three consonants or more in classes that every script keeps apart."""
    return len(loose_bones(word)) >= LEAST_BONES and word_likeness(word, known, is_loose=True) >= LOOSE_BONES


def without_particles(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return words without titles and particles, unless nothing is left."""
    return tuple(word for word in words if word not in PARTICLES) or words


def is_short(words: tuple[str, ...]) -> bool:
    """Tell whether a name is made of few short words."""
    return len(words) <= FEW_WORDS and all(len(word) <= SHORT_CHARS for word in words)


def initials_conflict(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Tell whether both names have initials, and not the same."""
    one, other = ([word for word in words if len(word) == 1] for words in (left, right))
    return bool(one and other and one != other)


def aligned(left: tuple[str, ...], right: tuple[str, ...], is_loose: bool) -> list[float]:
    """Return the likeness of the words of two names that go together, the likest first."""
    ranked = sorted(
        (-word_likeness(a, b, is_loose=is_loose), abs(i - j), i, j)
        for i, a in enumerate(left) for j, b in enumerate(right)
    )  # fmt: skip
    found, used = [], (set[int](), set[int]())
    for negative, _, i, j in ranked:
        if -negative >= WORD_ALIKE and i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            found.append(-negative)
    return found
