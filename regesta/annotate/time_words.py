"""The words time expressions are made of, each with its kind and value.

A kind is a word class of the grammar in `time_grammar`: "month", "weekday", "unit", "last". A value is what the word
contributes to the TIMEX3 value: 5 for "May", "W" for "week", -1 for "yesterday".
"""

from typing import Any

MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
# Read as dates only where a full stop or a date follows: "Sun" is a newspaper too.
SHORT_MONTHS = dict(zip("jan feb mar apr jun jul aug sep sept oct nov dec".split(), (1, 2, 3, 4, 6, 7, 8, 9, 9, 10, 11, 12)))
SHORT_WEEKDAYS = dict(zip("mon tue tues wed thu thur thurs fri sat sun".split(), (1, 2, 2, 3, 4, 4, 4, 5, 6, 7)))
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
).split()
DECADES = "twenties thirties forties fifties sixties seventies eighties nineties".split()
# Codes of TIMEX3 durations; those of the clock carry the "T" of "PT3H".
UNITS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y",
    "decade": "DE", "century": "CE",
}  # fmt: skip
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
DAYPARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "dawn": "MO"}

VALUED: dict[str, dict[str, Any]] = {
    "today": {"today": 0, "yesterday": -1, "tomorrow": 1},
    "tonight": {"tonight": "NI", "overnight": "NI"},
    "clock": {"noon": "12:00", "midday": "12:00", "midnight": "24:00"},
    "holiday": {"christmas": "12-25"},
    "ref": {
        "now": "PRESENT_REF", "nowadays": "PRESENT_REF", "currently": "PRESENT_REF", "presently": "PRESENT_REF",
        "recently": "PAST_REF", "lately": "PAST_REF", "soon": "FUTURE_REF",
    },
    "recent": {"recent": "PAST_REF"},
    "current": {"current": "PRESENT_REF"},
    "often": {"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "annually": "P1Y", "yearly": "P1Y", "hourly": "PT1H"},
    "few": {"few": "X", "several": "X", "couple": 2},
}  # fmt: skip

# Words whose kind is all they contribute.
PLAIN = {
    "the": "the", "a": "a an", "this": "this", "these": "these", "that": "that", "same": "same", "last": "last",
    "next": "next coming upcoming", "following": "following subsequent", "previous": "previous preceding",
    "past": "past", "latest": "latest", "ago": "ago", "earlier": "earlier", "before": "before", "after": "after",
    "later": "later", "early": "early mid late", "edge": "end beginning start middle close", "of": "of", "in": "in",
    "on": "on", "at": "at", "from": "from", "to": "to through", "and": "and", "or": "or", "per": "per every each",
    "other": "other", "old": "old", "fiscal": "fiscal financial", "calendar": "calendar",
    "approx": "about around approximately nearly almost roughly", "so": "so", "future": "future", "then": "then",
    "more": "more less fewer longer", "than": "than", "least": "least most", "up": "up", "no": "no not",
    "stretch": "consecutive straight full whole long additional trading business working successive entire solid",
    "period": "period", "eve": "eve", "present": "present", "near": "near foreseeable distant immediate",
    "right": "right", "once": "once twice", "times": "times", "until": "until", "new": "new", "half": "half",
}  # fmt: skip


def lexicon() -> dict[str, tuple[str, Any]]:
    """Return the kind and value of every word of the grammar, by its lower-case form."""
    words: dict[str, tuple[str, Any]] = {
        word: (kind, word) for kind, forms in PLAIN.items() for word in forms.split()
    }
    words |= {word: (kind, value) for kind, table in VALUED.items() for word, value in table.items()}
    words |= {word: ("month", number) for number, word in enumerate(MONTHS, start=1)}
    words |= {word: ("weekday", number) for number, word in enumerate(WEEKDAYS, start=1)}
    words |= {f"{word}s": ("weekdays", number) for number, word in enumerate(WEEKDAYS, start=1)}
    words |= {word: ("ordinal", number) for number, word in enumerate(ORDINALS, start=1)}
    words |= {word: ("decade", f"19{number}") for number, word in enumerate(DECADES, start=2)}
    for kind, table in (("unit", UNITS), ("season", SEASONS), ("daypart", DAYPARTS), ("weekend", {"weekend": "WE"})):
        words |= {word: (kind, value) for word, value in table.items() if word != "second"}
        words |= {plural(word): (f"{kind}s", value) for word, value in table.items()}
    return words


def plural(word: str) -> str:
    """Return the plural of a unit's, season's or day part's name."""
    return word[:-1] + "ies" if word.endswith("y") and word[-2] not in "aeiou" else f"{word}s"
