"""The words time expressions are made of, each with its kind and value.

A kind is a word class of the grammar: "month", "weekday", "unit", "last". A value is what the word contributes to a
TIMEX3 value: 5 for "May", "W" for "week", -1 for "yesterday".
"""

from typing import Any

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# Read as dates only beside a full stop or a figure: "Sun" is a newspaper, "Jan" a person.
SHORT_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11,
    "dec": 12,
}  # fmt: skip
SHORT_WEEKDAYS = {
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip
ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
# Codes of TIMEX3 durations; those of the clock carry the "T" of "PT3H".
UNITS = {
    "second": "TS", "sec": "TS", "minute": "TM", "min": "TM", "hour": "TH", "hr": "TH", "day": "D", "week": "W",
    "fortnight": "FN", "month": "M", "quarter": "Q", "year": "Y", "yr": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip

VALUED: dict[str, dict[str, Any]] = {
    "today": {"today": 0, "yesterday": -1, "tomorrow": 1, "tmrw": 1, "eod": 0},
    "tonight": {"tonight": "NI", "tonite": "NI", "overnight": "NI"},
    "season": {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"},
    "daypart": {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "dawn": "MO",
        "daybreak": "MO", "sunrise": "MO", "dusk": "EV", "sunset": "EV", "nightfall": "EV", "nighttime": "NI",
        "daytime": "DT",
    },
    "weekend": {"weekend": "WE"}, "workday": {"weekday": "WD"},
    "clock": {"noon": "12:00", "noonish": "12:00", "midday": "12:00", "midnight": "24:00"},
    "holiday": {
        "christmas": "12-25", "halloween": "10-31", "valentine": "02-14", "easter": "easter", "thanksgiving": "11-thu4",
        "pentecost": "easter+49", "epiphany": "01-06",
    },
    "ref": {
        "now": "PRESENT_REF", "nowadays": "PRESENT_REF", "currently": "PRESENT_REF", "presently": "PRESENT_REF",
        "recently": "PAST_REF", "lately": "PAST_REF", "soon": "FUTURE_REF", "asap": "FUTURE_REF",
    },
    "current": {"current": "PRESENT_REF"},
    "often": {
        "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "annually": "P1Y", "yearly": "P1Y", "hourly": "PT1H",
        "fortnightly": "P2W", "biweekly": "P2W", "bimonthly": "P2M", "biennially": "P2Y", "quarterly": "P3M",
        "semiannually": "P6M", "biannually": "P6M", "everyday": "P1D", "nightly": "XXXX-XX-XXTNI",
    },
    "thousands": {"thousands": "200"},
    "lasting": {"daylong": "P1D", "weeklong": "P1W", "monthlong": "P1M", "yearlong": "P1Y"},
    "few": {"few": "X", "several": "X", "couple": 2},
}  # fmt: skip

# Days whose names are several words, written with capitals: a day of a month, days from Easter, "the first Monday of
# September", or a day of another calendar. Days that states keep on different dates ("Independence Day", "Mother's
# Day") are left out.
FEASTS = {
    "may day": "05-01", "labour day": "05-01", "workers' day": "05-01", "women's day": "03-08", "boxing day": "12-26",
    "all saints' day": "11-01", "armistice day": "11-11", "remembrance day": "11-11", "veterans day": "11-11",
    "veterans' day": "11-11", "bastille day": "07-14", "victory day": "05-09", "anzac day": "04-25",
    "human rights day": "12-10", "earth day": "04-22", "april fools' day": "04-01", "april fool's day": "04-01",
    "st patrick's day": "03-17", "st. patrick's day": "03-17", "labor day": "09-mon1", "memorial day": "05-mon-1",
    "columbus day": "10-mon2", "martin luther king day": "01-mon3", "martin luther king jr. day": "01-mon3",
    "presidents' day": "02-mon3", "presidents day": "02-mon3", "ash wednesday": "easter-46", "palm sunday": "easter-7",
    "maundy thursday": "easter-3", "good friday": "easter-2", "holy saturday": "easter-1", "easter monday": "easter+1",
    "ascension day": "easter+39", "pentecost monday": "easter+50", "orthodox easter": "orthodox",
    "black friday": "11-thu4+1", "cyber monday": "11-thu4+4", "giving tuesday": "11-thu4+5",
    "christmas day": "12-25", "new year's day": "01-01", "new year's eve": "12-31",
    "thanksgiving day": "11-thu4", "valentine's day": "02-14", "st valentine's day": "02-14",
    "st. valentine's day": "02-14", "easter sunday": "easter", "easter day": "easter", "easter saturday": "easter-1",
    "shrove tuesday": "easter-47", "mardi gras": "easter-47", "holy thursday": "easter-3",
    "trinity sunday": "easter+56", "corpus christi day": "easter+60",
    "feast of corpus christi": "easter+60", "all souls' day": "11-02", "day of the dead": "11-02",
    "assumption day": "08-15", "feast of the assumption": "08-15", "feast of the immaculate conception": "12-08",
    "st stephen's day": "12-26", "st. stephen's day": "12-26", "st george's day": "04-23", "st. george's day": "04-23",
    "st andrew's day": "11-30", "st. andrew's day": "11-30", "st david's day": "03-01", "st. david's day": "03-01",
    "nowruz": "03-21", "norouz": "03-21",
    "orthodox christmas": "01-07", "hogmanay": "12-31", "bonfire night": "11-05", "guy fawkes night": "11-05",
    "groundhog day": "02-02", "juneteenth": "06-19", "cinco de mayo": "05-05", "canada day": "07-01",
    "australia day": "01-26", "waitangi day": "02-06", "german unity day": "10-03", "africa day": "05-25",
    "europe day": "05-09", "nakba day": "05-15", "land day": "03-30", "mandela day": "07-18",
    "inauguration day": "01-20",
    "pearl harbor day": "12-07", "patriots' day": "04-mon3", "indigenous peoples' day": "10-mon2",
    "president's day": "02-mon3", "mlk day": "01-mon3", "martin luther king jr day": "01-mon3",
    "world aids day": "12-01", "world press freedom day": "05-03", "world refugee day": "06-20",
    "world health day": "04-07", "united nations day": "10-24", "international peace day": "09-21",
    "holocaust remembrance day": "01-27", "rosh hashanah": "hebrew-rosh", "rosh hashana": "hebrew-rosh",
    "yom kippur": "hebrew-kippur", "sukkot": "hebrew-sukkot", "sukkoth": "hebrew-sukkot", "passover": "hebrew-passover",
    "purim": "hebrew-purim", "shavuot": "hebrew-shavuot", "hanukkah": "hebrew-hanukkah", "chanukah": "hebrew-hanukkah",
    "hanukka": "hebrew-hanukkah", "ramadan": "islamic-ramadan", "ashura": "islamic-ashura",
    **{f"eid{gap}{al}{link}{name}": f"islamic-{name}"
       for gap in " -" for al in ("al", "ul") for link in " -" for name in ("fitr", "adha")},
}  # fmt: skip

# Words that only say how the others belong together, by kind.
LINKS: dict[str, tuple[str, ...]] = {
    "a": ("a", "an"), "approx": ("about", "around", "approximately", "nearly", "almost", "roughly"),
    "early": ("early", "mid", "late"), "edge": ("end", "beginning", "start", "middle", "close"),
    "fiscal": ("fiscal", "financial", "calendar"), "following": ("following", "subsequent"),
    "alternate": ("other", "alternate"), "oclock": ("o'clock", "oclock"),
    "ending": ("ending", "ended"), "least": ("least", "most"), "more": ("more", "less", "fewer", "longer"),
    "near": ("near", "foreseeable", "distant", "immediate"), "next": ("next", "coming", "upcoming"),
    "no": ("no", "not"), "once": ("once", "twice"), "per": ("per", "every", "each"),
    "previous": ("previous", "preceding"),
    "stretch": (
        "consecutive", "straight", "full", "whole", "long", "additional", "trading", "business", "working",
        "successive", "entire", "solid",
    ),
    "rest": ("rest", "remainder"), "starting": ("starting", "commencing"),
    "to": ("to", "through", "until", "till"),
}  # fmt: skip
# Words that are a kind of their own.
ALONE = frozenset({
    "the", "this", "these", "that", "same", "last", "past", "latest", "recent", "ago", "earlier", "later", "before",
    "after", "from", "of", "in", "on", "at", "and", "or", "so", "old", "than", "up", "period", "eve", "half", "future",
    "right", "times", "new", "all", "between", "present", "for", "bi",
    "final", "date", "prior",
})  # fmt: skip


def lexicon() -> dict[str, tuple[str, Any]]:
    """Return the kind and value of every word of the grammar, by its lower-case form."""
    words: dict[str, tuple[str, Any]] = {word: (word, word) for word in ALONE}
    words |= {word: (kind, word) for kind, forms in LINKS.items() for word in forms}
    words |= {word: (kind, value) for kind, table in VALUED.items() for word, value in table.items()}
    words |= {word: ("month", number) for number, word in enumerate(MONTHS, start=1)}
    words |= {word: ("weekday", number) for number, word in enumerate(WEEKDAYS, start=1)}
    words |= {f"{word}s": ("weekdays", number) for number, word in enumerate(WEEKDAYS, start=1)}
    words |= {word: ("decade", f"19{number}") for number, word in enumerate(DECADES, start=2)}
    words |= {"noughties": ("decade", "200")}
    words |= {word: ("unit", code) for word, code in UNITS.items()}
    words |= {plural(word): ("units", code) for word, code in UNITS.items()}
    words |= {f"{word}s": (f"{kind}s", value) for kind in REPEATED for word, value in VALUED[kind].items()}
    return (
        words
        | {word: ("ordinal", number) for number, word in enumerate(ORDINALS, start=1)}
        | {"latter": ("ordinal", 2)}
    )


REPEATED = ("season", "daypart", "weekend", "workday")


def plural(word: str) -> str:
    """Return the plural of a unit's name."""
    return word[:-1] + "ies" if word == "century" else f"{word}s"
