"""Times told with words: of the meeting at which they fell, of what they are about, and of what they ask for."""

import re
from datetime import timedelta
from itertools import takewhile

from regesta.coding.dates.standing import is_charge
from regesta.coding.roles.roles import Scene
from regesta.coding.tellings.merge import SPOKEN_ACTS
from regesta.coding.triggers.candidates import Candidate
from regesta.model.annotation import DateInterval
from regesta.model.nearby import placed_times
from regesta.model.parse import SUBJECTS, Parse
from regesta.ontology.speech_verbs import load_speech

OVER = re.compile(r"\bago\b|\byesterday\b|^last\b", re.IGNORECASE)
MEETING = frozenset({"meet", "gather", "convene", "visit", "assemble", "confer"})
DECIDED = SPOKEN_ACTS | {"SANCTION"}
MATTER = frozenset({"over", "about"})
DAYS = frozenset({"day", "time"})
A_WEEK = timedelta(days=7)


def is_of_meeting(scene: Scene, found: Candidate, head: int, days: DateInterval) -> bool:
    """Tell whether a time is that on which those had met who did an act of words: "who **met on Monday**, condemned".

    What was said after a meeting some days ago was said there, as far as the sentence tells.
    """
    parse, day = scene.parse, scene.article.source.day
    clause = next((at for at in parse.ancestors(head) if parse.pos[at] == "VERB"), None)
    if clause is None or day is None or found.event_type not in DECIDED or parse.deps[clause] != "relcl":
        return False
    somebody = parse.heads[clause]
    is_theirs = parse.deps[somebody] in SUBJECTS and parse.heads[somebody] == found.token
    is_past = parse.tags[found.token] in ("VBD", "VBN") and not parse.governs(found.token, "aux", "auxpass")
    is_told = is_past and parse.lemmas[clause] in MEETING and parse.tags[clause] == "VBD"
    return is_theirs and is_told and days.precision in DAYS and days.start <= day <= days.start + A_WEEK


def is_of_words_about(parse: Parse, trigger: int, head: int) -> bool:
    """Tell whether a time is that of words about an act: "**accused** them **last week** of hiding arms"."""
    if head in parse.subtree(trigger):
        return False
    if is_charge(parse, trigger):
        return True
    verb = next((at for at in parse.ancestors(head) if parse.pos[at] == "VERB"), None)
    if verb is None or parse.lemmas[verb] not in load_speech().verbs or parse.pos[trigger] != "NOUN":
        return False
    below = [*takewhile(lambda at: at != verb, (trigger, *parse.ancestors(trigger)))]
    is_under = verb in parse.ancestors(trigger) and not any(parse.pos[at] == "VERB" for at in below)
    return is_under and parse.lemmas[below[-1]] in MATTER


def is_long_over(scene: Scene, found: Candidate, head: int) -> bool:
    """Tell whether a time is told as over in what was yet to be done: "ordered them to leave a week ago"."""
    parse = scene.parse
    verb = next((at for at in parse.ancestors(head) if parse.pos[at] == "VERB"), None)
    if verb is None or parse.tags[verb] != "VB" or asked_by(parse, verb) != found.token:
        return False
    is_asked = found.event_type in SPOKEN_ACTS and any(parse.tags[aux] == "TO" for aux in parse.governed(verb, "aux"))
    if not is_asked:
        return False
    time = next(iter(placed_times(scene.article).around(parse.span(head))), None)
    if time is None or time.interval is None:
        return False
    day = scene.article.source.day
    is_old = day is not None and time.interval.end + A_WEEK <= day
    return is_old or OVER.search(time.span.of(scene.article.text)) is not None


def asked_by(parse: Parse, verb: int) -> int:
    """Return the word that an infinitive hangs by, or that governs its noun: "**rejected** the demand to stop"."""
    above = parse.heads[verb]
    return parse.heads[above] if parse.deps[verb] == "acl" else above


def is_of_other_clause(parse: Parse, trigger: int, head: int) -> bool:
    """Tell whether a time is that of the clause before the act's: "**seized** it in June, and Chad **accuses** it".

    A time in front of both clauses is that of both.
    """
    verb = (
        trigger
        if parse.pos[trigger] == "VERB"
        else next((at for at in parse.ancestors(trigger) if parse.pos[at] == "VERB"), trigger)
    )
    first = parse.heads[verb]
    if parse.deps[verb] != "conj" or not parse.governs(verb, *SUBJECTS):
        return False
    told = next((at for at in parse.ancestors(head) if parse.pos[at] == "VERB"), None)
    return told == first and first < head < verb
