"""Persons named behind what their office is of or for: "US envoy for Sudan **Ana Berg**", "President of Chad **N**".

The parser takes such a name for what the preposition governs, with the state or body before it as its modifier.
"""

from collections.abc import Container, Mapping

from regesta.model.parse import Parse
from regesta.ontology.actor_sectors import load_sectors

BINDING = frozenset({"of", "for", "to"})
STATE_LABELS = ("GPE", "ORG", "LOC", "PERSON")  # a state alone before a name may be read as another person
PORTFOLIOS = frozenset({"minister", "secretary", "commissioner", "coordinator", "rapporteur"})  # "minister for trade"
LONGEST_DOMAIN = 6  # words between the preposition and the name
NameAt = tuple[int, int, str]  # first token, last token, label


def under_titles(parse: Parse, names: Mapping[int, NameAt]) -> dict[int, NameAt]:
    """Return names by head word, those of persons behind "envoy for Sudan" under the word of the office."""
    found = {}
    of_states = (range(start, last + 1) for start, last, label in names.values() if label.endswith(STATE_LABELS))
    states = frozenset(token for tokens in of_states for token in tokens)
    for head, name in names.items():
        office = office_of(parse, head, name, states) if name[2] == "PERSON" else None
        found[head if office is None or office in names else office] = name
    return found


def office_of(parse: Parse, head: int, name: NameAt, states: Container[int]) -> int | None:
    """Return the head word of the office that a person's name stands behind; None when it stands behind none.

    Args:
        parse: Parse of the article.
        head: Head word of the name.
        name: The name.
        states: The words of the names of states.
    """
    start, last, _ = name
    if last == start:
        return None  # "the president of Sudan Airways"
    prep = next((t for t in range(start - 2, max(start - LONGEST_DOMAIN - 2, 0), -1) if parse.deps[t] == "prep"), None)
    if prep is None or parse.words[prep].lower() not in BINDING or parse.heads[prep] != prep - 1:
        return None
    office, domain = prep - 1, range(prep + 1, start)
    is_bound = head in parse.subtree(prep) or parse.heads[head] in (office, *domain)
    is_domain = ends_domain(parse, office, domain[-1], states) and not any(is_person(parse, t) for t in domain)
    holds = is_person(parse, office) or parse.lemmas[office] in PORTFOLIOS  # no actor noun tells what coordinators are
    return office if is_bound and holds and is_domain else None


def is_person(parse: Parse, token: int) -> bool:
    """Tell whether a word describes one person."""
    noun = load_sectors().noun((parse.lemmas[token],))
    return noun is not None and noun.kind == "person" and parse.tags[token] in {"NN", "NNP"}


def ends_domain(parse: Parse, office: int, token: int, states: Container[int]) -> bool:
    """Tell whether what an office is of may end in a word: a state or body, or what a ministry is for."""
    if token in states:
        return parse.tags[token] != "JJ"  # "an envoy to Syrian Ana Berg"
    noun = load_sectors().noun((parse.lemmas[token],))
    is_body = noun is not None and noun.kind == "body"
    return parse.tags[token] in {"NN", "NNS"} and (is_body or parse.lemmas[office] in PORTFOLIOS)
