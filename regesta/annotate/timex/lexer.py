"""Cuts a text into the words that time expressions are made of."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from regesta.annotate.timex.month_names import CAPITAL, is_of_day, is_person
from regesta.annotate.timex.values import full_year
from regesta.annotate.timex.words import FEASTS, MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS, lexicon
from regesta.model.parse import Parse
from regesta.ontology.number_words import NUMBER_WORDS, read_spelled

LEXICON = lexicon()
ZONES = r"GMT|UTC|UT|E[SD]T|C[SD]T|M[SD]T|P[SD]T|CET|EET|BST|JST|IST|MSK|local\stime|Moscow\stime"
CLOCK = rf"""
    (?:\d{{1,2}}(?:[:.][0-5]\d(?::[0-5]\d)?)?\s?(?:[ap]\.\s?m\.?|[ap]m\b)
      |(?:[01]?\d|2[0-4])(?::[0-5]\d){{1,2}}(?![\d:])
      |(?:[01]?\d|2[0-4])[:.]?[0-5]\d(?=\s(?:{ZONES})\b)
      |\d{{1,2}}\so'?clock\b
      |(?:[01]?\d|2[0-4])h[0-5]\d\b
      |(?:[01]\d|2[0-4])[0-5]\d\s(?:hours|hrs)\b
      |(?:0?[1-9]|1[0-2])(?::[0-5]\d)?-?ish\b
      |0\d[0-5]\d(?![\d:]|[.,]\d)
    )(?:\s(?:{ZONES})\b)?"""
FEAST = re.compile(
    rf"(?:{'|'.join(re.escape(name) for name in sorted(FEASTS, key=len, reverse=True))})\b".replace(r"\ ", r"\s"),
    re.IGNORECASE,
)
FEAST_STARTS = frozenset(re.split(r"\W", name)[0] for name in FEASTS)
DAYS_OF_MONTH = rf"\d{{1,2}}[-/]\d{{1,2}}\s(?:of\s)?(?:{'|'.join([*SHORT_MONTHS, *MONTHS])})\b"  # "11-12 June"
TOKEN = re.compile(
    rf"""
    (?P<part_of_year>(?:Q[1-4]|H[12]|[1-4]Q|(?-i:[12]H)(?=\s(?:19|20)\d\d\b))\b)
  | (?P<half_day>(?<=\s)[ap](?:\.\s?m\.?(?!\w)|m\b))
  | (?P<at>(?<=-\d\d)T(?=\d\d:\d\d))
  | (?P<fiscal_year>(?-i:FY)\s?'?(?:(?:19|20)\d\d|\d\d)\b)
  | (?P<half>(?<!\w)[½¼¾])
  | (?P<word>[^\W\d_]+(?:'[^\W\d_]+(?<!'s))?)
  | (?=\d)(?:
      (?={DAYS_OF_MONTH})(?P<first_figure>\d+)
    | (?P<month_year>(?:(?:0?[1-9]|1[0-2])[/-](?:19|20)\d\d|(?:19|20)\d\d/\s?(?:0?[1-9]|1[0-2]))(?![\d/-]))
    | (?P<figures>(?:\d{{4}}(?P<dash>[./-])\d{{1,2}}(?P=dash)\d{{1,2}}
        |(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d|[.,]\d)
        |\d{{1,2}}(?P<slash>[./-])\d{{1,2}}(?P=slash)(?:\d{{4}}|\d\d)|9/11(?!/))(?!\d|-\d(?!\d?[./-])))
    | (?P<day_month>\d{{1,2}}/\d{{1,2}}(?![\d/])
        |(?<=\bon\s)(?:[0-3]?\d[.-](?:0[1-9]|1[0-2])|[0-3]\d-1?\d|(?:0?[1-9]|1[0-2])\.(?:1[3-9]|2\d|3[01]))(?![\d%/]|[.,-]\d))
    | (?P<clock>{CLOCK})
    | (?P<decade>(?:(?:1\d|20)?\d0'?s|(?:1\d|20)\d0\s(?-i:s))\b)
    | (?P<ordinal>\d{{1,2}}(?:st|nd|rd|th)\b)
    | (?P<hours>(?<![\w.,:])\d{{1,3}}h\b)
    | (?P<fraction>(?<![\w$€£¥#])(?<!\d[.,])\d+(?:\s?[½¼¾]|\s(?:[13]/4|1/2)(?![\d/])))
    | (?P<glued>(?<![\w$€£¥#.,])\d{{1,3}}(?=(?:mins?|hrs?|secs?|yrs?|days?|weeks?|months?|years?)\b))
    | (?P<figure>(?<![\w$€£¥#])(?<!\d[.,])(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)(?![\w%]|[.,]\d))
    | (?P<digits>\d+)
    )
  | (?P<s>'s\b)
  | (?P<short_year>'\d\ds?\b)
  | (?P<gap>\n\s*\n)
  | (?P<mark>\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)
MARKS = {"(": "open", ")": "shut", ",": "comma", "-": "hyphen", "–": "hyphen", "/": "slash"}
PLAIN_MARKS = str.maketrans("’‘", "''")
NAMES = "|".join([*SHORT_MONTHS, *MONTHS, *SHORT_WEEKDAYS, *WEEKDAYS])
RANGE_AHEAD = re.compile(rf"\.?(?:\s?[-–/]\s?|\sto\s|\sthrough\s|\suntil\s)(?:{NAMES})\b", re.IGNORECASE)
RANGE_BEFORE = re.compile(rf"\b(?:{NAMES})\.?(?:\s?[-–/]\s?|\sto\s|\sthrough\s|\suntil\s)$", re.IGNORECASE)
LONGEST_BEFORE = len("september. through ") + 1
MONTH_BEFORE = re.compile(rf"\b(?:{'|'.join([*SHORT_MONTHS, *MONTHS])})$", re.IGNORECASE)
LONGEST_MONTH = len("september") + 1
ABBREVIATED = re.compile(
    rf"\.|[-/]\d|\d\d?(?!\w)|,?\s+(?:\d|(?:{'|'.join([*SHORT_MONTHS, *MONTHS])})\b)", re.IGNORECASE
)
COUNTED = re.compile(
    r"\d(?:st|nd|rd|th)?\s$|\d[-/]$|\bof\s$|\b(?:in|since|from|until|to|by|after|before)\s$", re.IGNORECASE
)
WEEK_NUMBER = re.compile(r"Week \d{1,2}\b")
MONTHS_ONLY = frozenset({"feb", "apr", "aug", "sep", "sept", "oct", "nov", "dec"})  # short months that are nothing else
SHORT = {word: ("month", number) for word, number in SHORT_MONTHS.items()} | {
    word: ("weekday", number) for word, number in SHORT_WEEKDAYS.items()
}
COUNT_BEHIND = re.compile(r"\s(?:\d{1,3}|few|couple)\s(?:of\s)?(?:day|week|month|quarter|year|decade|hour|minute)s\b")
YEARS = range(1900, 2100)
FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75}
FRACTION = re.compile("|".join(FRACTIONS))
PAST_THE_HOUR = re.compile(r"(?:half|quarter|minutes|\d|five|ten|twenty)\s$", re.IGNORECASE)  # "half past seven"
HOUR_BEHIND = re.compile(r"\s(?:1?\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", re.IGNORECASE)
# Penn tags under which a word is not the time word it looks like.
NOT_A_TIME = {
    "may": ("MD", "VB"), "march": ("VB",), "last": ("VB",), "past": ("IN", "RB"), "fall": ("VB",),
    "spring": ("VB",), "close": ("VB", "JJ", "RB"), "end": ("VB",), "start": ("VB",),
}  # fmt: skip
# Kinds whose words are names when tagged as proper nouns: "USA Today", ABC's "This Week".
COMMON_KINDS = frozenset({"unit", "units", "today", "tonight", "daypart", "ref", "often"})


class Word(NamedTuple):
    """One word or mark of a text.

    Attributes:
        kind: Word class of the grammar; "other" for words no time expression contains.
        value: What it contributes; None for "other" words.
        text: As written, lower-case.
        start: Offset of its first character.
        end: Offset after its last character.
        tag: Penn tag of a word it can rule out; "" for all others and where there is no parse.
    """

    kind: str
    value: Any
    text: str
    start: int
    end: int
    tag: str = ""


def read_words(text: str, parse: Parse | None) -> list[Word]:
    """Return the words of a text, spelled-out numbers joined into one word each."""
    words: list[Word] = []
    for match in TOKEN.finditer(text.translate(PLAIN_MARKS)):
        word = classified(match, text, parse)
        if not words or word.start >= words[-1].end:  # the full stop of "Nov." is part of that word
            words.append(word)
    return list(joined_numbers(words))


def classified(match: re.Match[str], text: str, parse: Parse | None) -> Word:
    """Return one token of the text with its kind and value."""
    group, form = str(match.lastgroup), match[0].lower()
    start, end = match.span()
    if group == "mark":
        return Word(MARKS.get(form, "other"), form, form, start, end)
    if group != "word":
        kind, value = figure_kind(group, form)
        if group == "digits" and MONTH_BEFORE.search(text[max(0, start - LONGEST_MONTH) : start]):
            kind, value = "number", int(form)  # "Dec31"
        return Word(kind, value, form, start, end)
    if form in FEAST_STARTS and (feast := FEAST.match(match.string, start)):
        named = feast[0].lower()
        if match[0][0].isupper() or form != "may":
            return Word("feast", FEASTS[re.sub(r"\s", " ", named)], named, start, feast.end())
    kind, value = word_kind(form, match, text)
    if kind == "month" and parse and is_person(parse, text, start, end):
        return Word("other", None, form, start, end)
    if kind == "other" or not (form in NOT_A_TIME or kind in COMMON_KINDS):
        return Word(kind, value, form, start, end + (form in SHORT and kind != "other" and text[end : end + 1] == "."))
    tag = parse.tags[parse.token_at(start)] if parse and not is_of_day(form, text, match.start(), match.end()) else ""
    is_new_year = form == "year" and text[max(0, start - 4) : start].lower() == "new "
    is_of_time = is_new_year or WEEK_NUMBER.match(text, start)
    if form == "past" and COUNT_BEHIND.match(text, end):
        return Word(kind, value, form, start, end, tag)
    if form == "past" and PAST_THE_HOUR.search(text[max(0, start - 8) : start]) and HOUR_BEHIND.match(text, end):
        return Word(kind, value, form, start, end, tag)
    is_name = form not in NOT_A_TIME and tag.startswith("NNP") and match[0][0].isupper() and not is_of_time
    if is_name or tag.startswith(NOT_A_TIME.get(form, ())):
        return Word("other", None, form, start, end)
    return Word(kind, value, form, start, end, tag)


def word_kind(form: str, match: re.Match[str], text: str) -> tuple[str, Any]:
    """Return kind and value of a word of letters.

    Args:
        form: The word, lower-case.
        match: Where it stands in the text.
        text: The text: some names of months are months only with a capital, short ones only beside a figure.
    """
    if form in NUMBER_WORDS:
        return "spelled", form
    is_capital = match[0][0].isupper() or is_of_day(form, text, match.start(), match.end())
    if form in LEXICON:
        return LEXICON[form] if is_capital or form not in CAPITAL else ("other", None)
    if form in SHORT and (is_capital or form in MONTHS_ONLY):
        kind, value = SHORT[form]
        counted = COUNTED.search(text[max(0, match.start() - 7) : match.start()]) if kind == "month" else None
        before = text[max(0, match.start() - LONGEST_BEFORE) : match.start()]
        is_in_range = RANGE_AHEAD.match(text, match.end()) or RANGE_BEFORE.search(before)
        if (
            is_in_range
            or ABBREVIATED.match(text, match.end())
            or (counted and (counted[0][0].isdigit() or form in MONTHS_ONLY or counted[0].lower() == "of "))
        ):
            return kind, value
    return "other", None


def figure_kind(group: str, form: str) -> tuple[str, Any]:
    """Return kind and value of a token that holds figures."""
    if group == "figures" and form.isdigit():
        return group, (form[:4], form[4:6], form[6:])
    if group in {"figures", "month_year", "day_month"}:
        return group, tuple(re.split(r"[./-]\s?", form))
    if group == "part_of_year":
        digit = form.strip("qh")
        return group, (form.strip(digit).upper(), int(digit))
    if group == "hours":
        return group, int(form[:-1])
    if group in ("glued", "first_figure"):
        return "number", int(form)
    if group == "ordinal":
        return group, int(form[:-2])
    if group == "decade":
        if len(form) <= len("90's"):
            return group, f"19{form[0]}"
        return group, form[:2] if form[2:4] == "00" and form < "2000" else form[:3]  # "the 1800s" are a century
    if group == "fiscal_year":
        return "year", full_year(int(re.sub(r"\D", "", form)))
    if group == "half_day":
        return group, form[0]
    if group in ("fraction", "half"):
        part = FRACTION.search(form)
        return "number", float(form[: part.start()] or 0) + FRACTIONS[part[0]] if part else None
    if group == "short_year":
        return ("decade", f"19{form[1]}") if form.endswith("s") else ("year", full_year(int(form[1:])))
    if group == "figure":
        if len(form) == 4 and form.isdigit() and int(form) in YEARS:
            return "year", int(form)
        return "number", float(form) if "." in form else int(form.replace(",", ""))
    if group == "clock":
        value = clock_value(form)
        return ("clock", value) if value else ("other", None)
    return ("other", None) if group in ("digits", "gap") else (group, form)


def clock_value(form: str) -> str | None:
    """Return a time of day as "22:00"; None when there is no such time."""
    digits = re.sub(r"\D", "", form.split(" ")[0] if form[0].isdigit() else form)
    if len(digits) > 4:
        digits = digits[:-2]  # seconds
    hour, minute = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    half = re.search(r"[ap](?=\.?\s?m)", form)
    if half:
        hour = hour % 12 + 12 * (half[0] == "p")
    return f"{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None


def joined_numbers(words: list[Word]) -> Iterator[Word]:
    """Yield the words with each run of number words joined to one "number" or "year"."""
    index = 0
    while index < len(words):
        word = words[index]
        ahead = words[index + 1].kind if index + 1 < len(words) else ""
        if year := year_in_words(words[index : index + 3]):
            yield Word("year", year, word.text, word.start, words[index + 2].end)
            index += 3
            continue
        if word.kind == "spelled" or (word.kind == "a" and ahead == "spelled"):
            value, used = read_spelled([w.text for w in words[index : index + 8]])
            if used:
                kind = "year" if value in YEARS and used > 1 else "number"
                index += used
                if value in (20, 30) and (ones := ones_ordinal(words[index : index + 2])):
                    kind, value, index = "ordinal", value + ones[0], index + ones[1]
                elif told := spelled_clock(value, words[index : index + 6]) if kind == "number" else None:
                    clock, used = told
                    index += used
                    last = words[index - 1]
                    yield Word("clock", clock, last.text if last.kind == "half_day" else clock, word.start, last.end)
                    continue
                yield Word(kind, value, word.text, word.start, words[index - 1].end)
                continue
        yield word
        index += 1


def spelled_clock(hour: int, words: list[Word]) -> tuple[str, int] | None:
    """Return the time of "seven p.m.", "seven thirty" or "seven thirty p.m." and how many words follow the hour."""
    minutes, used = 0, 0
    if words and words[0].kind == "spelled":
        minutes, used = read_spelled([word.text for word in words])
        if minutes not in range(10, 60):
            return None
    half = words[used] if len(words) > used and words[used].kind == "half_day" else None
    if hour not in range(1, 13) or (half is None and (not used or is_joined(words[used:]))):
        return None
    if half:
        hour = hour % 12 + 12 * (half.value == "p")
    return f"{hour:02}:{minutes:02}", used + (half is not None)


def year_in_words(words: list[Word]) -> int | None:
    """Return the year of "nineteen oh five" and "twenty zero one"; None of other words."""
    texts = [word.text for word in words]
    if len(words) < 3 or texts[1] not in ("oh", "zero") or words[0].kind != "spelled" or words[2].kind != "spelled":
        return None
    hundreds, ones = read_spelled(texts[:1])[0], read_spelled(texts[2:])[0]
    return 100 * hundreds + ones if hundreds in range(15, 21) and 0 < ones < 10 else None


def is_joined(words: list[Word]) -> bool:
    """Tell whether a hyphen stands first: "two twenty-four-hour strikes"."""
    return bool(words) and words[0].kind == "hyphen"


def ones_ordinal(words: list[Word]) -> tuple[int, int] | None:
    """Return the value of an ordinal below ten and how many words it takes, for "twenty-first" and "thirty first"."""
    used = 1 + bool(words and words[0].kind == "hyphen")
    word = words[used - 1] if len(words) >= used else None
    return (word.value, used) if word and word.kind == "ordinal" and word.value < 10 else None
