"""Acts that get another day: "moved her visit from May 4 to May 11" plans one for the 11th, and none for the 4th."""

from itertools import islice

from regesta.coding.triggers.arguments import carrier_of, counted_by
from regesta.coding.triggers.candidates import Candidate
from regesta.model.parse import Parse
from regesta.ontology.status import load_status

TO = frozenset({"to", "until", "till"})
STEPS_UP = 6  # from a day to the verb that moves it: "from **May 4**", under the noun moved


def is_moved(parse: Parse, noun: int) -> bool:
    """Tell whether a verb puts an act off or forward: "**postponed** the visit", "their talks were **put off**"."""
    carrier = carrier_of(parse, counted_by(parse, noun))
    return carrier is not None and moves(parse, carrier)


def is_move(parse: Parse, candidate: Candidate) -> bool:
    """Tell whether a verb read as talks only moves them: "**rescheduled** their talks"."""
    return candidate.event_type == "CONSULT" and parse.pos[candidate.token] == "VERB" and moves(parse, candidate.token)


def moves(parse: Parse, verb: int) -> bool:
    """Tell whether a verb gives what is planned another day, with its particle where it needs one: "**put off**"."""
    words = load_status().moving
    lemma = parse.lemmas[verb]
    return parse.pos[verb] == "VERB" and (
        lemma in words or any(f"{lemma} {parse.lemmas[word]}" in words for word in parse.children[verb])
    )


def is_of_move(parse: Parse, time: int) -> bool:
    """Tell whether a day is one from or to which a verb moves something."""
    verbs = (at for at in islice(parse.ancestors(time), STEPS_UP) if parse.pos[at] == "VERB")
    verb = next(verbs, None)
    return verb is not None and moves(parse, verb)


def is_old_day(parse: Parse, time: int) -> bool:
    """Tell whether a day is the one from which something is moved: "from **May 4** to May 11"."""
    return parse.lemmas[parse.heads[time]] == "from" and is_of_move(parse, time)


def is_new_day(parse: Parse, time: int) -> bool:
    """Tell whether a day is the one to which something is moved: "from May 4 to **May 11**", "until Friday"."""
    return parse.lemmas[parse.heads[time]] in TO and is_of_move(parse, time)
