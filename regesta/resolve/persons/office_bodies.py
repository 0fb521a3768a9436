"""Names the body that an office is in: a "Defence Minister" of Belarus is in the "Belarusian Defence Ministry"."""

from collections.abc import Mapping
from functools import lru_cache

from regesta.ontology.load import read_yaml
from regesta.resolve.states.states import DATA, load_states

RANKS = frozenset({"first", "deputy", "vice", "acting", "interim", "senior", "assistant", "chief", "state"})


def body_of(office: str, iso3: str) -> str | None:
    """Return the body that an office of a state is in; None when its wording does not tell, or there is no state.

    Args:
        office: The office, as written: "Defence Minister".
        iso3: ISO 3166-1 alpha-3 code of its state; "IGO" and "NGO" have no bodies of that kind.
    """
    state = load_states().by_iso3.get(iso3)
    words = office.split()
    endings = (" ".join(words[first:]).lower() for first in range(len(words)))
    ending = next((ending for ending in endings if ending in load_bodies_of_offices()), None)
    if state is None or ending is None:
        return None
    before = words[: len(words) - len(ending.split())]
    topic = " ".join(word.title() if word.islower() else word for word in before if word.lower() not in RANKS)
    named = load_bodies_of_offices()[ending]
    if "{of}" in named and not topic:
        return None
    return f"{state.people or state.name} {named.replace('{of}', topic)}"


@lru_cache(maxsize=1)
def load_bodies_of_offices() -> Mapping[str, str]:
    """Read `office_bodies.yaml`.

    Raises:
        OntologyError: The file does not validate.
    """
    return read_yaml(DATA / "office_bodies.yaml", dict[str, str])
