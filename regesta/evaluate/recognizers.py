"""Scores times and amounts on the cases of Microsoft's Recognizers: what a phrase means on a day, not how it is cut."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from regesta.evaluate.align import Json
from regesta.evaluate.phrases import is_other_half
from regesta.evaluate.tally import Tally, add_rate
from regesta.ontology.units import load_units
from regesta.resolve.dates import resolve_value

DATED = frozenset({"date", "daterange", "datetime", "datetimerange"})
PAST, NEXT = ("PastResolution",), ("FutureResolution",)
PAST_SCORES = ("cases", "cases_other_half", "kinds.date", "kinds.daterange")
KEYS = (("start", "startDate"), ("end", "endDate"), ("value", "date"))
DAY_CHARS = 10
MINUTES = len("10:30")
UNRESOLVED = ("not resolved", "0001-01-01")
ONE_DAY = timedelta(days=1)
HUNDREDTHS = Decimal(100)
# TIMEX3 leaves open how many "a few days" are, where these cases say three.
VAGUE = re.compile(r"\b(?:few|several|some)\b", re.IGNORECASE)
# TIMEX3 dates what is counted in a unit by that unit, "two years ago" by the year, where these cases name a day.
COUNTED = re.compile(r"\bin \S+ [a-z]+$|\b[a-z]+ (?:ago|earlier|later|from now)$")
UNIT = re.compile("week|month|year|decade")
BY_UNIT = {"week": r"\d{4}-W\d\d", "month": r"\d{4}-\d\d", "year": r"\d{4}", "decade": r"\d{3}"}


def case_articles(rows: Iterable[Json]) -> Iterator[Json]:
    """Yield the cases as articles to code, published on the day that they are read on."""
    for number, row in enumerate(rows):
        article = {"id": f"case-{number}", "text": row["Input"]}
        day = (row.get("Context") or {}).get("ReferenceDateTime", "")[:DAY_CHARS]
        yield {**article, "published": day} if day else article


def tally_time_cases(rows: Iterable[Json], coded: Sequence[Json]) -> list[Tally]:
    """Return how many cases have all their times right, and how many times of each kind.

    Many cases have two readings, the last such day and the next. `past` counts the last one alone, `cases` also the
    next one: the sentences say "I'll be back on Friday", and news is read by its tense. A date or range is right when
    the times found in its words, from the first to the last, are the same days; whether the last day named is the last
    one or the first one behind is taken as either. A date counted in weeks, months, years or decades ("two years ago")
    is also right as the one that holds the day, and a vague count ("a few days") as an open one, for TIMEX3 writes them
    so. Lengths and repetitions are right with the same TIMEX3 value, times
    of day with the same time, ranges of times with the same first and last one. Where nothing is expected, or a day
    that is in no calendar, nothing may be found.
    """
    tallies = []
    for row, times in zip(rows, coded, strict=True):
        tally = shares(row["Input"], judged(row, times["times"], PAST + NEXT))
        past = shares(row["Input"], judged(row, times["times"], PAST))
        for (group, score, part), number in past.items():
            if score in PAST_SCORES:
                tally[group, f"past.{score}", part] += number
        tallies.append(tally)
    return tallies


def judged(row: Json, times: list[Json], readings: tuple[str, ...]) -> list[tuple[str, bool]]:
    """Return for each time that a case expects its kind and whether it is found, in one of the readings."""
    found = [(kind_of(result), is_read(result, times, readings)) for result in row["Results"]]
    return found or [("none", not times)]


def tally_money_cases(rows: Iterable[Json], coded: Sequence[Json]) -> list[Tally]:
    """Return how many cases have all their sums right: the same value, and the same currency where one is told."""
    return [
        shares(row["Input"], [("sum", is_sum_read(r, found["amounts"])) for r in row["Results"] if is_sum(r)])
        for row, found in zip(rows, coded, strict=True)
    ]


def shares(text: str, results: list[tuple[str, bool]]) -> Tally:
    """Return what a case adds: is all of it right, is it in the half that no choice was made on, and each kind."""
    tally: Tally = Tally()
    right = all(is_right for _, is_right in results)
    add_rate(tally, "cases", right)
    if is_other_half(text):
        add_rate(tally, "cases_other_half", right)
    for kind, is_right in results:
        add_rate(tally, f"kinds.{kind}", is_right)
    return tally


def kind_of(result: Json) -> str:
    """Return the kind of a result in either of the forms that the cases have."""
    return str(result.get("Type") or result["TypeName"]).rpartition(".")[2]


def is_read(result: Json, times: Iterable[Json], readings: tuple[str, ...]) -> bool:
    """Tell whether the times found in a result's words mean the same in one of the readings asked for."""
    near = [time for time in times if time["start"] <= last_of(result) and time["end"] > result["Start"]]
    if is_no_day(result):
        return not any(time["interval"] for time in near)
    if kind_of(result) == "timerange" and (hours := hours_of(result)):
        return hours_in(near) == hours or any(same_value(timex_of(result), time["value"]) for time in near)
    if any(same_value(timex, time["value"]) for time in near for timex in timexes_of(result)):
        return True
    if kind_of(result) == "date" and any(is_unit_of(result, time, readings) for time in near):
        return True
    if kind_of(result) in DATED and (wanted := [d for r in readings for d in days_of(result, r)]):
        found = [[bounds_of(time)] for time in near if time["interval"]]
        return any(same_days(days, times) for days in wanted for times in (*found, [t for one in found for t in one]))
    return False


def is_no_day(result: Json) -> bool:
    """Tell whether a result is a day that is in no calendar ("2/29/2019"), for which no days may be found."""
    values = json.dumps(result.get("Value") or result.get("Resolution") or {})
    return kind_of(result) in {"date", "datetime"} and any(mark in values for mark in UNRESOLVED)


def hours_of(result: Json) -> tuple[str, str] | None:
    """Return the first and the last time of day of a range told by the clock; None of "the morning"."""
    parts = timex_of(result).strip("()").split(",")[:2]
    first, last = (clock(part.partition("T")[2])[:MINUTES] for part in (parts[0], parts[-1]))
    return (first, last) if len(parts) > 1 and ":" in first and ":" in last else None


def hours_in(times: Iterable[Json]) -> tuple[str, str] | None:
    """Return the first and the last time of day that times name; None of fewer than two."""
    found = [part.partition("T")[2] for time in times for part in time["value"].split("/") if "T" in part[1:]]
    return (found[0], found[-1]) if len(found) > 1 else None


def bounds_of(time: Json) -> tuple[date, date, date]:
    """Return the first day of a time, the first day of the last part it names, and the day behind its last."""
    start, end = map(date.fromisoformat, time["interval"])
    last = resolve_value(time["value"].rpartition("/")[2]) if "/" in time["value"] else None
    return start, last.start if last else start, end


def last_of(result: Json) -> int:
    """Return the offset of a result's last character."""
    return int(result["End"] if "End" in result else result["Start"] + result["Length"] - 1)


def timex_of(result: Json) -> str:
    """Return the value of a result in Microsoft's form of TIMEX3."""
    if "Value" in result:
        return str(result["Value"]["Timex"])
    values = (result.get("Resolution") or {}).get("values") or [{}]
    return str(values[0].get("timex", ""))


def timexes_of(result: Json) -> tuple[str, ...]:
    """Return the values that are right for a result: its own, and with an open count where its words are vague."""
    timex = timex_of(result)
    is_vague = timex.startswith("P") and VAGUE.search(str(result.get("Text", "")))
    return (timex, re.sub(r"\d+", "X", timex, count=1)) if is_vague else (timex,)


def is_unit_of(result: Json, time: Json, readings: tuple[str, ...]) -> bool:
    """Tell whether a time is the week, month, year or decade of a day that a result counts in that unit."""
    counted = COUNTED.search(str(result.get("Text", "")).lower())
    unit = UNIT.search(counted[0]) if counted else None
    if unit is None or not time["interval"] or not re.fullmatch(BY_UNIT[unit[0]], time["value"]):
        return False
    start, _, end = bounds_of(time)
    return any(day is not None and start <= day < end for r in readings for day, _ in days_of(result, r))


def days_of(result: Json, reading: str) -> list[tuple[date | None, date | None]]:
    """Return the first day of a result in a reading, and the one behind its last; None where it is open."""
    if "Value" in result:
        read = result["Value"].get(reading, {})
    else:
        values = (result.get("Resolution") or {}).get("values") or [{}]
        read = values[0] if reading == PAST[0] else values[-1]
    first, behind, day = (day_in(str(read.get(a) or read.get(b) or "")) for a, b in KEYS)
    if day:
        return [(day, day + ONE_DAY)]
    return [(first, behind)] if first or behind else []


def day_in(value: str) -> date | None:
    """Return the day of a value; None when it has none, or one that is in no calendar."""
    try:
        return date.fromisoformat(value[:DAY_CHARS])
    except ValueError:
        return None


def same_days(days: tuple[date | None, date | None], times: Sequence[tuple[date, date, date]]) -> bool:
    """Tell whether times are those days together, with or without the day or the month named last.

    Where one end is open ("since May", "before Friday"), the other must be the beginning or the end of what is named.
    """
    if not times:
        return False
    start, last, end = min(t[0] for t in times), max(t[1] for t in times), max(t[2] for t in times)
    if days[0] is None or days[1] is None:
        return bool({start, end, end - ONE_DAY} & {*days})
    is_without_last = last > start and days[1] - last in {timedelta(0), ONE_DAY}
    return start == days[0] and (is_without_last or end - days[1] in {timedelta(0), ONE_DAY})


def same_value(timex: str, value: str) -> bool:
    """Tell whether two TIMEX3 values agree; of times of day, in the time."""
    if timex == value or timex == value.replace("XXXX-XX-XX", ""):
        return bool(timex)
    time = timex.rpartition("T")[2] if "T" in timex and not timex.startswith("P") else ""
    found = value.rpartition("T")[2] if "T" in value and not value.startswith("P") else ""
    return bool(time) and clock(time) == clock(found)


def clock(time: str) -> str:
    """Return a time of day with minutes."""
    return f"{time}:00" if len(time) == 2 and time.isdigit() else time


def is_sum(result: Json) -> bool:
    """Tell whether a result has a value; the bare name of a currency has none."""
    return (result.get("Resolution") or {}).get("value") is not None


def is_sum_read(result: Json, amounts: Iterable[Json]) -> bool:
    """Tell whether one of the amounts found in a result's words is the same sum of the same currency."""
    told = result.get("Resolution") or {}
    try:
        value = Decimal(told["value"])
    except (KeyError, TypeError, InvalidOperation):
        return False
    unit = load_units().names.get(str(told.get("unit", "")).lower())
    code = told.get("isoCurrency") or (unit.code if unit else None)
    near = [a for a in amounts if a["start"] <= last_of(result) and a["end"] > result["Start"]]
    wanted = value * (unit.factor if unit and not told.get("isoCurrency") else 1)
    return any(
        Decimal(str(a["value"])) in {wanted, wanted / HUNDREDTHS} and (code is None or a["unit"] == code) for a in near
    )
