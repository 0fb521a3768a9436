"""Scores of resolution by itself: phrases to state and sector, and spellings of names to one person or two."""

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from regesta.evaluate.align import Json
from regesta.evaluate.tally import Tally, add_found, add_rate
from regesta.model.entity import Actor
from regesta.resolve.asked.free_phrases import resolve_phrase
from regesta.resolve.names.spelling import likeness
from regesta.resolve.persons.persons import PROPOSED
from regesta.resolve.states.states import state_code

TODAY = date(2022, 6, 1)  # about when the cases were written; "Today" stands in them
STATELESS = {"EUR": "IGO", "UNO": "IGO"}  # their codes for what is IGO here


def tally_phrases(rows: Iterable[Json]) -> list[Tally]:
    """Return, for each case, whether its phrase gets the state and the sector that it expects.

    A case without a code expects none; an unknown sector counts as none, and so does the government's where the phrase
    is just a state's name. `other_half` is the half of the cases that no choice was made on.
    """
    tallies = []
    for row in rows:
        wanted = expected(row)
        text = row["input"].get("text")
        if not wanted or text is None:
            continue
        tally: Tally = Tally()
        actor = resolve_phrase(text, home_of(row), day_of(row)).actor
        suffixes = ["accuracy", *(["other_half"] if is_other_half(f"{row['test']}{json.dumps(row['input'])}") else [])]
        for name, codes in wanted.items():
            for suffix in suffixes:
                add_rate(tally, f"{name}.{suffix}", is_right(name, codes, actor))
        tallies.append(tally)
    return tallies


def expected(row: Json) -> dict[str, tuple[str, ...]]:
    """Return the codes that a case takes for right, for state and sector; nothing for cases about something else."""
    if row["func"] not in {"agent_to_code", "short_text_to_agent", "trf_agent_match"}:
        return {}
    if "code is None" in row["other_asserts"]:
        return {"state": ("",), "sector": ("",)}
    found = {"state": row["expect"].get("country"), "sector": row["expect"].get("code_1")}
    return {name: codes_of(value) for name, value in found.items() if codes_of(value)}


def codes_of(value: Any) -> tuple[str, ...]:
    """Return the codes that a case names: one, or several any of which will do."""
    if isinstance(value, dict):
        return tuple(value.get("in", ()))
    return () if value is None or value == "????" else (value,)


def home_of(row: Json) -> str | None:
    """Return the state that a case's context names."""
    words = (row["input"].get("context") or "").split()
    return next((code for word in words if (code := state_code(word))), None)


def day_of(row: Json) -> date:
    """Return the day a case is asked on."""
    try:
        return date.fromisoformat(row["input"].get("query_date") or "")
    except ValueError:
        return TODAY


def is_right(name: str, codes: tuple[str, ...], actor: Actor | None) -> bool:
    """Tell whether an actor has one of the codes wanted."""
    if name == "state":
        return (actor.iso3 if actor and actor.iso3 else "") in {STATELESS.get(code, code) for code in codes}
    sector = "" if actor is None or actor.sector in {None, "UNK"} else actor.sector
    is_state = actor is not None and actor.is_state
    return sector in {code.replace("UNK", "") for code in codes} or (is_state and "" in codes)


def tally_names(rows: Iterable[Json]) -> list[Tally]:
    """Return, for each pair of people's names, whether likeness alone tells one person from two."""
    tallies = []
    for row in rows:
        if row["schema"] == "Person":
            tally: Tally = Tally()
            same, proposed = row["is_match"] == "true", likeness(row["name1"], row["name2"]) >= PROPOSED
            for suffix in ("", "_other_half") if is_other_half(f"{row['name1']}|{row['name2']}") else ("",):
                add_found(tally, f"one_person{suffix}", same and proposed, proposed, same)
            tallies.append(tally)
    return tallies


def is_other_half(key: str) -> bool:
    """Tell whether a case is in the half that no choice was made on."""
    return int(hashlib.sha256(key.encode()).hexdigest(), 16) % 2 == 1
