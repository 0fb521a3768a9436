"""What OpenAPI says of the API: parameters with examples, answers, problems."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

from regesta.export.jsonl import Json
from regesta.serve.shown import MEANING

EXAMPLES: Mapping[str, str] = {
    "actor": "RUS",
    "recipient": "Belarus",
    "party": "Lukashenko",
    "dyad": "BLR-RUS",
    "type": "CONSULT",
    "mode": "visit",
    "view": "meetings",
    "context": "military",
    "status": "happened",
    "quad": "1",
    "since": "2022-06",
    "until": "2022",
    "on": "2022-12-19",
    "published_since": "2022-12",
    "published_until": "2022-12-31",
    "published_on": "2022-12-20",
    "place": "Minsk",
    "publisher": "Baltic Wire",
    "min_confidence": "0.5",
    "min_support": "2",
    "min_killed": "10",
    "min_wounded": "10",
    "min_abducted": "1",
    "min_detained": "100",
    "min_deported": "100",
    "min_size": "1000",
    "differing": "killed,wounded",
    "contains": "fighter jets",
    "article": "a1",
    "speaker": "Lukashenko",
    "about": "Ukraine",
    "speech_class": "denies",
    "mentions": "Minsk",
    "run": "1",
    "faulty": "no",
    "by": "dyad,type",
    "every": "month",
    "of": "entries",
    "zeros": "yes",
    "format": "csv",
    "words": "fighter jets",
    "like": "lukash",
    "as_of": "2022-12-31",
    "what": "new,sources",
}
MEANINGS: Mapping[str, str] = {
    "actor": "Who acted: a state, a name, an entity id.",
    "recipient": "To whom it was done.",
    "party": "Who took part in either role.",
    "dyad": "Two that both take part.",
    "type": "PLOVER event type.",
    "mode": "Mode of the type.",
    "view": "A named view.",
    "context": "PLOVER context.",
    "status": "happened, planned, denied or hypothetical.",
    "quad": "Quad class, 1 to 4.",
    "since": "On or after this day, month or year: of the event, or of publication for statements and articles.",
    "until": "Until the end of this day, month or year.",
    "on": "Within this day, month or year.",
    "published_since": "Reported on or after it.",
    "published_until": "Reported until the end of it.",
    "published_on": "Reported within it.",
    "place": "A place or state.",
    "publisher": "Who published it.",
    "min_confidence": "At least this confidence, 0 to 1; of statements usually 0.5.",
    "min_support": "Told by at least so many articles.",
    "min_killed": "An article tells of at least so many people killed.",
    "min_wounded": "An article tells of at least so many people wounded.",
    "min_abducted": "An article tells of at least so many people abducted.",
    "min_detained": "An article tells of at least so many people detained.",
    "min_deported": "An article tells of at least so many people deported.",
    "min_size": "An article tells of at least so many people taking part.",
    "differing": "Points on which its articles contradict each other: killed, date ... with commas; tolls; any.",
    "contains": "Words, quoted phrases, prefix*.",
    "article": "Id of the article.",
    "speaker": "Who said it: a state, a name, an id, or an office such as Kenyan foreign minister.",
    "about": "An actor or place in the words said.",
    "speech_class": "What the speaker does: says, denies, warns, promises ...",
    "mentions": "An actor or place mentioned.",
    "run": "Number of the run that stored it.",
    "faulty": "yes for articles with faults only.",
    "by": "Groups, with commas: type, mode, quad, status, actor, recipient, state, dyad, place, publisher.",
    "every": "day, week (ISO), month, year or all.",
    "of": "entries (happenings), events (reports), or people killed or wounded in entries.",
    "zeros": "no leaves out rows of periods in which a group has nothing.",
    "format": "json or csv; of an export any of `regesta plugins`.",
    "words": "Words, quoted phrases, prefix*.",
    "like": "A state, an entity id, or the beginning of a word of a name.",
    "as_of": MEANING,
    "what": "Kinds of change, with commas: new, sources, values, merged, split, corrected, retracted.",
    "sort": "Order.",
    "limit": "Items on a page, 1 to 500.",
    "cursor": "Where the page begins: the one in `next` of the page before.",
}
PROBLEM: Json = {
    "type": "object",
    "description": "RFC 9457",
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
    },
}


def described(names: Iterable[str], example: Json, sorts: Iterable[str] = ()) -> dict[str, Any]:
    """Return what OpenAPI says of an endpoint.

    Args:
        names: Its parameters.
        example: An answer in short.
        sorts: Its orders; () when there is no choice.
    """
    parameters = [parameter(name) for name in names]
    if choices := list(sorts):
        parameters.append({**parameter("sort"), "schema": {"enum": choices}})
    bad = {"detail": "No event type 'CONSLT'; did you mean 'CONSULT'?", "status": 422, "title": HTTPStatus(422).phrase}
    problem = {"application/problem+json": {"schema": PROBLEM, "example": {"type": "about:blank", **bad}}}
    answers = {
        "200": {"description": "Found.", "content": {"application/json": {"example": example}}},
        "304": {"description": "Not changed since the ETag in If-None-Match."},
        "422": {"description": "A parameter cannot be read; the detail names the nearest.", "content": problem},
    }
    return {"parameters": parameters, "responses": answers}


def parameter(name: str) -> Json:
    """Return what OpenAPI says of one parameter."""
    kind = "integer" if name == "limit" else "string"
    example = {"example": EXAMPLES[name]} if name in EXAMPLES else {}
    return {"name": name, "in": "query", "description": MEANINGS[name], "schema": {"type": kind}, **example}
