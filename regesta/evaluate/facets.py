"""The groups by which scores are broken down: type, quad class, region, wording of the parties, outlet."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from regesta.errors import ConfigError
from regesta.evaluate.align import Json
from regesta.ontology.event_types import load_ontology
from regesta.ontology.load import read_yaml

REGIONS = Path("evaluation/regions.yaml")
OUTLETS = Path("evaluation/outlets.yaml")
OF_NO_STATE = {None: "no state", "IGO": "bodies of no state", "NGO": "bodies of no state"}
PASSIVE = re.compile(r"\b(?:am|is|are|was|were|be|been|being)\s+(?:not\s+|\w+ly\s+)?$", re.IGNORECASE)
BEFORE_CHARS = 40  # far enough for "have been reportedly"


@cache
def placed(path: Path) -> Mapping[str, str]:
    """Return the name that a file lists each value under.

    Raises:
        ConfigError: A value stands twice.
    """
    found: dict[str, str] = {}
    for name, values in read_yaml(path, dict[str, list[str]]).items():
        for value in values:
            if value in found:
                raise ConfigError(f"{path}: {value} stands under {found[value]} and {name}")
            found[value] = name
    return found


def quad(event_type: str) -> str:
    """Return the quad class of an event type; "0" for none."""
    known = load_ontology().event_types.get(event_type)
    return str(known.quad) if known else "0"


def event_groups(event: Json, article: Json) -> list[str]:
    """Return the groups that an event of an article belongs to.

    Args:
        event: A gold or coded event; of several actors, each counts.
        article: Has `text` and, where known, `publisher`.
    """
    actors, recipients = event.get("actors") or [], event.get("recipients") or []
    facets = {
        "type": [event["type"]],
        "quad": [quad(event["type"])],
        "status": [event.get("status") or "unknown"],
        "region of actor": regions(actors),
        "region of recipient": regions(recipients),
        "actor": wordings(actors),
        "recipient": wordings(recipients),
        "voice": [voice(event, article["text"])],
        "outlet": [outlet(article)],
    }
    return [f"{facet}={value}" for facet, values in facets.items() for value in values]


def regions(parties: Iterable[Json]) -> list[str]:
    """Return the regions of parties, each once; "none" of no party."""
    states = [party.get("iso3") for party in parties]
    found = [OF_NO_STATE.get(iso3) or placed(REGIONS).get(iso3 or "", "elsewhere") for iso3 in states]
    return list(dict.fromkeys(found)) or ["none"]


def wordings(parties: Iterable[Json]) -> list[str]:
    """Return whether parties are named or described ("the two sides", "rebels"), each once; "none" of no party."""
    return list(dict.fromkeys("named" if is_named(party["text"]) else "described" for party in parties)) or ["none"]


def is_named(text: str) -> bool:
    """Tell whether words hold a name: one in capitals that is no article at their start."""
    return any(word[0].isupper() for word in re.sub(r"^(?:The|A|An)\s", "", text).split())


def voice(event: Json, text: str) -> str:
    """Return whether a form of "be" stands before the trigger; nouns count as other."""
    start = event["trigger"]["start"]
    return "passive" if PASSIVE.search(text[max(0, start - BEFORE_CHARS) : start]) else "other"


def outlet(article: Json) -> str:
    """Return how the publisher of an article writes."""
    return placed(OUTLETS).get(article.get("publisher") or "", "unknown")


def tenth(confidence: float) -> str:
    """Return the tenth that a confidence lies in, by its lower end."""
    return f"{min(9, int(confidence * 10)) / 10:.1f}"
