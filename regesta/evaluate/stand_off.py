"""Gold from annotations that hold offsets only: the words are looked up in the articles, which lie elsewhere."""

from collections.abc import Iterable, Iterator, Mapping

from regesta.evaluate.align import Json


def gold_articles(annotations: Iterable[Json], texts: Mapping[str, str]) -> Iterator[Json]:
    """Yield annotated articles in the form the scorers read; a party's name is its own words.

    Args:
        annotations: As `training/annotate.py` compiles them.
        texts: Text of each article by id; annotations of absent articles are left out.
    """
    for item in annotations:
        text = texts.get(item["id"])
        if text is not None:
            yield {"id": item["id"], "events": [gold_event(event, text) for event in item["events"]], "statements": []}


def gold_event(event: Json, text: str) -> Json:
    """Return one annotated event with the words of its offsets."""
    date, place = event["date"], event["place"]
    return {
        **{key: event[key] for key in ("type", "mode", "status")},
        "trigger": words_at(text, *event["trigger"]),
        "actors": [gold_party(party, text) for party in event["actors"]],
        "recipients": [gold_party(party, text) for party in event["recipients"]],
        "date": {"start": date["start"], "end": date["end"]} if date else None,
        "place": {"name": text[slice(*place["span"])], "iso3": place["iso3"]} if place else None,
    }


def gold_party(party: Json, text: str) -> Json:
    """Return one party with its words."""
    words = words_at(text, party["start"], party["end"])
    return {**words, "iso3": party["iso3"], "sector": party["sector"], "name": words["text"]}


def words_at(text: str, start: int, end: int) -> Json:
    """Return words with their offsets."""
    return {"text": text[start:end], "start": start, "end": end}
