"""Scores of how something was said: speech class, addressee and channel, on sentences annotated one by one."""

from collections.abc import Iterable, Mapping

from regesta.evaluate.align import Json, bounds, overlap_ratio
from regesta.evaluate.tally import Tally, add_found, add_rate

OVERLAP = 0.5  # of two phrases: they are one


def tally_speech(gold: Iterable[Json], coded: Mapping[str, Json]) -> list[Tally]:
    """Return what each sentence adds to how well class, addressee and channel agree.

    A sentence of which no statement was coded has none of them.

    Args:
        gold: Sentences with `cue`, `speech_class`, and `addressee` and `channel` or null; those of part "b" count as
            `other_half` too.
        coded: Coded articles by id, one for each sentence.

    Returns:
        Tallies of `class.accuracy`, `addressee`, `channel`, and `channel_and_kind`.
    """
    return [tally_sentence(row, coded.get(row["id"], {}).get("statements", [])) for row in gold]


def tally_sentence(row: Json, statements: Iterable[Json]) -> Tally:
    """Return what one sentence adds."""
    tally: Tally = Tally()
    said = statement_at(row, statements)
    for prefix in ("", "other_half.") if row.get("part") == "b" else ("",):
        add_rate(tally, f"{prefix}class.accuracy", said.get("speech_class") == row["speech_class"])
        for name in ("addressee", "channel"):
            mine, theirs = said.get(name), row[name]
            hit = bool(mine and theirs and overlap_ratio([bounds(theirs)], [bounds(mine)]) >= OVERLAP)
            sides = (mine is not None, theirs is not None)
            add_found(tally, f"{prefix}{name}", hit, *sides)
            if name == "channel":
                add_found(tally, f"{prefix}channel_and_kind", hit and kind_of(mine) == kind_of(theirs), *sides)
    return tally


def kind_of(channel: Json | None) -> str | None:
    """Return the kind of a channel."""
    return channel["kind"] if channel else None


def statement_at(row: Json, statements: Iterable[Json]) -> Json:
    """Return the statement whose cue overlaps that of a sentence; {} without one."""
    cue = bounds(row["cue"])
    for statement in statements:
        if statement["cue"] and overlap_ratio([cue], [bounds(statement["cue"])]) > 0:
            return statement
    return {}
