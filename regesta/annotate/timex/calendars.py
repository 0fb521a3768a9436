"""Days of the Hebrew and the Islamic calendar in ours.

Source:
    Reingold and Dershowitz, Calendrical Calculations: the Hebrew calendar exactly; the Islamic one by its arithmetic
    form, from which what is seen of the moon, and so what a state proclaims, differs by a day at times.
"""

from datetime import date, timedelta

HEBREW_EPOCH = -1373427
ISLAMIC_EPOCH = 227015
PARTS_A_DAY = 25920
# Days of the Hebrew year, from its New Year on; those of spring from the New Year behind them.
AFTER_NEW_YEAR = {"rosh": 0, "kippur": 9, "sukkot": 14}
BEFORE_NEW_YEAR = {"purim": 193, "passover": 163, "shavuot": 113}
HANUKKAH_FROM_KISLEV = 24
ISLAMIC_DAYS = {"ramadan": (9, 1), "fitr": (10, 1), "adha": (12, 10), "ashura": (1, 10), "mawlid": (3, 12)}
RAMADAN_DAYS = 30  # or 29


def elapsed(year: int) -> int:
    """Return the days from the Hebrew epoch to the molad of a year, put off as the weekday asks."""
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    day = 29 * months + parts // PARTS_A_DAY
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def hebrew_new_year(year: int) -> date:
    """Return the New Year of a Hebrew year."""
    before, this, behind = elapsed(year - 1), elapsed(year), elapsed(year + 1)
    put_off = 2 if behind - this == 356 else 1 if this - before == 382 else 0
    return date.fromordinal(HEBREW_EPOCH + this + put_off)


def hebrew_day(name: str, year: int) -> date:
    """Return a day of the Hebrew calendar by its name in the tables here, in a year of ours."""
    hebrew = year + 3761  # that begins in this year
    new_year = hebrew_new_year(hebrew)
    if name in BEFORE_NEW_YEAR:
        return new_year - timedelta(days=BEFORE_NEW_YEAR[name])
    if name in AFTER_NEW_YEAR:
        return new_year + timedelta(days=AFTER_NEW_YEAR[name])
    length = (hebrew_new_year(hebrew + 1) - new_year).days
    kislev = 30 + (30 if length % 10 == 5 else 29)
    return new_year + timedelta(days=kislev + HANUKKAH_FROM_KISLEV)


def islamic_days(name: str, year: int) -> tuple[date, ...]:
    """Return the days of the Islamic calendar by a name in the tables here, in a year of ours: one, none or two."""
    month, day = ISLAMIC_DAYS[name]
    first = (year - 622) * 33 // 32 - 1
    ordinals = (
        ISLAMIC_EPOCH - 1 + 354 * (each - 1) + (3 + 11 * each) // 30 + 29 * (month - 1) + month // 2 + day
        for each in range(first, first + 4)
    )
    days = (date.fromordinal(ordinal) for ordinal in ordinals if ordinal > 0)
    return tuple(found for found in days if found.year == year)
