"""Scores of single layers: sources, cues and contents of statements; times; places."""

from collections.abc import Callable, Iterable, Mapping

from regesta.evaluate.align import CONTENT_OVERLAP, Bounds, Json, bounds, overlap_ratio, overlaps
from regesta.evaluate.tally import Tally, add_found, add_rate
from regesta.model.entity import kilometres

NEAR_KM = 161  # 100 miles, the usual mark of toponym resolution
OPENING, BEFORE, AFTER = '"“', " \n\"“”‘’',.", " \n\"“”‘’',.;:"
PARTS = (("source", "speaker"), ("cue", "cue"), ("content", "content"))


def trimmed(text: str, span: Bounds) -> Bounds:
    """Return a span without the marks and blanks at its edges."""
    words = text[span[0] : span[1]]
    return span[0] + len(words) - len(words.lstrip(BEFORE)), span[1] - (len(words) - len(words.rstrip(AFTER)))


def gold_spans(parts: Iterable[Json]) -> list[Bounds]:
    """Return the spans of the parts of a gold attribution."""
    return [(span[0], span[1]) for part in parts for span in part["spans"]]


def coded_spans(part: Json | list[Json] | None) -> list[Bounds]:
    """Return the spans of a part of a coded statement: one object, several, or none."""
    return [bounds(item) for item in (part if isinstance(part, list) else [part]) if item]


def tally_quotes(gold: Json, coded: Json) -> Tally:
    """Return what an article with attributions adds; spans count when they are the same to the letter."""
    tally: Tally = Tally()
    text, statements = gold["text"], coded.get("statements", [])
    for part, key in PARTS:
        wanted = {trimmed(text, span) for said in gold["attributions"] for span in gold_spans(said.get(part, []))}
        given = {trimmed(text, span) for said in statements for span in coded_spans(said.get(key))}
        add_found(tally, part, len(wanted & given), len(given), len(wanted))
    told = [
        (gold_spans(said.get("content", [])), gold_spans(said.get("source") or [])) for said in gold["attributions"]
    ]
    told = [(content, source) for content, source in told if content and source]
    for content, source in told:
        direct = text[slice(*content[0])].lstrip()[:1] in OPENING
        found = any(is_told(content, source, statement) for statement in statements)
        add_rate(tally, f"{'direct' if direct else 'indirect'}_with_speaker_recall", found)
    for statement in statements:
        if statement.get("kind") == "direct" and statement.get("speaker"):
            right = any(is_told(content, source, statement) for content, source in told)
            add_rate(tally, "direct_with_speaker_precision", right)
    return tally


def is_told(content: list[Bounds], source: list[Bounds], statement: Json) -> bool:
    """Tell whether a statement has half of a content, and the right speaker."""
    speaker = statement.get("speaker")
    return (
        speaker is not None
        and overlap_ratio(content, coded_spans(statement.get("content"))) >= CONTENT_OVERLAP
        and any(overlaps({"start": start, "end": end}, speaker) for start, end in source)
    )


def tally_times(gold: Json, coded: Json) -> Tally:
    """Return what an article with TIMEX3 annotations adds."""
    tally: Tally = Tally()
    times = coded.get("times", [])
    found = strict = value = 0
    for wanted in gold["timexes"]:
        given = next((time for time in times if overlaps(wanted, time)), None)
        if given is not None:
            found += 1
            strict += bounds(given) == bounds(wanted)
            value += str(given.get("value")) == str(wanted["value"])
    for score, hits in (("relaxed", found), ("strict", strict), ("value", value)):
        add_found(tally, score, hits, len(times), len(gold["timexes"]))
    return tally


def tally_places(gold: Json, coded: Json) -> Tally:
    """Return what an article with linked toponyms adds."""
    tally: Tally = Tally()
    located = [place for place in coded.get("places", []) if place.get("lat") is not None]
    for wanted in gold["toponyms"]:
        if not wanted.get("lat"):
            continue
        given = next((place for place in located if overlaps(wanted, place)), None)
        near = given is not None and kilometres(position(wanted), position(given)) <= NEAR_KM
        add_rate(tally, "mention_recall", given is not None)
        add_rate(tally, "acc_161km_end_to_end", near)
        if given is not None:
            add_rate(tally, "acc_161km_of_found", near)
            add_rate(tally, "exact_of_found", str(given.get("geonameid")) == str(wanted.get("geonameid")))
    return tally


def position(place: Json) -> tuple[float, float]:
    """Return where a place lies: latitude and longitude, in degrees."""
    return float(place["lat"]), float(place["lon"])


BY_TASK: Mapping[str, Callable[[Json, Json], Tally]] = {
    "quotes": tally_quotes,
    "times": tally_times,
    "places": tally_places,
}
