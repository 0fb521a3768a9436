"""Times of a sentence that do not date an act: those of other acts, of its content, of its announcement."""

from collections.abc import Collection
from itertools import takewhile

from regesta.coding.dates.reach import dated_by_since, is_since
from regesta.coding.dates.spoken_times import DAYS, is_long_over, is_of_meeting, is_of_other_clause, is_of_words_about
from regesta.coding.dates.standing import is_joined_past
from regesta.coding.dates.undated import NAMING_DEPS, is_background
from regesta.coding.roles.roles import Scene
from regesta.coding.status.moved import is_new_day, is_old_day, moves
from regesta.coding.tellings.merge import SPOKEN_ACTS
from regesta.coding.triggers.arguments import carrier_of
from regesta.coding.triggers.candidates import Candidate
from regesta.model.annotation import DateInterval
from regesta.model.event import Status
from regesta.model.nearby import placed_times
from regesta.model.parse import SUBJECTS, UNDERGOING, Parse
from regesta.ontology.speech_verbs import load_speech

CONTENT_DEPS = frozenset({"xcomp", "ccomp", "pcomp"})
SETTING = frozenset({"in", "at", "during", "after", "before", "with"})
DURING = frozenset({"during", "at", "in"})
SIDELINES = frozenset({"sideline", "sidelines", "margin", "margins", "fringe", "fringes"})
ABOUT = frozenset({"of", "for", "over", "about", "against", "with", "to", "on", "from", "in"})
BEFORE = frozenset({"before", "ahead"})
NAMING_PREPOSITIONS = frozenset({"of", "from"})
TOLD_DEPS = frozenset({"acl", "relcl"})
INSTRUMENTS = frozenset(
    {"treaty", "pact", "accord", "agreement", "convention", "protocol", "constitution", "charter", "act"}
)
LENGTHS = frozenset({"day", "week", "month", "year", "decade"})
PUTTING_OFF = frozenset({"REJECT", "SANCTION"})


def dates_another(scene: Scene, found: Candidate, status: Status, head: int, days: DateInterval) -> bool:
    """Tell whether a time of an act's sentence dates something else.

    Args:
        scene: The article.
        found: The act.
        status: Its status, as its words tell it.
        head: Token by which the time hangs.
        days: The days it denotes.
    """
    parse, trigger = scene.parse, found.token
    if is_since(parse, trigger, head):
        return not dated_by_since(parse, trigger, head)
    if is_of_meeting(scene, found, head, days) or is_long_over(scene, found, head):
        return False  # "ordered them to leave a month ago"
    if status == "planned" and is_of_announcement(scene, trigger, head, days):
        return True
    if status == "happened" and is_ahead(parse, trigger, head):
        return True
    if is_of_noun(scene, found, head) or is_old_day(parse, head):
        return True
    if status == "denied" and parse.lemmas[parse.heads[head]] == "for" and parse.lemmas[head] in LENGTHS:
        return True  # "had not met for ten years before Thursday": on none of these days
    if is_of_thing(scene, trigger, head, days) or is_of_words_about(parse, trigger, head):
        return True
    if days.precision not in DAYS and is_of_other_clause(parse, trigger, head):
        return True
    if found.event_type in PUTTING_OFF and moves(parse, trigger) and is_new_day(parse, head):
        return True
    return (
        is_of_party(scene, trigger, head) or is_under_another(scene, trigger, head) or is_in_content(scene, found, head)
    )


def is_under_another(scene: Scene, trigger: int, head: int) -> bool:
    """Tell whether a time stands under another act: "sanctions **imposed in May**" does not date "lifted"."""
    own = {trigger, *scene.parse.ancestors(trigger)}
    for at in scene.parse.ancestors(head):
        if at in own:
            return False
        if at in scene.triggers:
            return not (is_setting(scene.parse, at, own) or is_shared(scene.parse, trigger, at))
    return False


def is_shared(parse: Parse, trigger: int, verb: int) -> bool:
    """Tell whether a time at the end of a row of verbs is that of the first, too: "**killed** two and fled in May".

    So it is where they have one subject and one tense.
    """
    row = verb
    while parse.deps[row] == "conj" and row != trigger:
        if not is_joined_past(parse, row):
            return False
        row = parse.heads[row]
    return row == trigger and parse.tags[trigger] == "VBD"


def is_of_participle(scene: Scene, trigger: int, head: int) -> bool:
    """Tell whether a time dates what had been done to those whom an act concerns: "freed men **seized in May**"."""
    parse = scene.parse
    for at in takewhile(lambda at: at != trigger, parse.ancestors(head)):
        if parse.deps[at] == "acl" and parse.tags[at] == "VBN" and at in scene.triggers:
            noun = parse.heads[at]
            return at > noun and parse.deps[noun] in UNDERGOING and parse.heads[noun] == trigger
    return False


def is_setting(parse: Parse, noun: int, own: Collection[int]) -> bool:
    """Tell whether an act went on within another: "will meet during a **summit** on Monday", "on the sidelines of"."""
    while parse.deps[noun] == "pobj" and parse.lemmas[parse.heads[noun]] == "of":
        noun = parse.heads[parse.heads[noun]]
    preposition = parse.heads[noun]
    is_within = parse.lemmas[preposition] in DURING or parse.lemmas[noun] in SIDELINES
    return parse.deps[noun] == "pobj" and is_within and parse.heads[preposition] in own


def is_of_noun(scene: Scene, found: Candidate, head: int) -> bool:
    """Tell whether a time only says which thing is meant: "talks on the **Jan. 25** election".

    It says so of no state or person, whatever the parse makes of "on 25 January Togo accused".
    """
    parse, noun = scene.parse, scene.parse.heads[head]
    own = {found.token, *parse.ancestors(found.token)}
    if is_before_of(scene, found, head):
        return True
    is_behind = parse.deps[head] == "pobj" and parse.lemmas[noun] in NAMING_PREPOSITIONS  # "the plan **of 2015**"
    noun = parse.heads[noun] if is_behind else noun
    if not is_behind and parse.deps[head] not in NAMING_DEPS:
        return False
    if parse.pos[noun] not in ("NOUN", "PROPN"):
        return False
    if noun in own:
        return noun != found.token and is_told_of_noun(scene, found, noun)
    if not is_behind and parse.lemmas[noun].lower() in INSTRUMENTS and noun != found.token:
        return True  # "suspended the 1960 treaty after rebels killed ten"
    somebody = scene.by_head.get(noun)
    if parse.pos[noun] == "PROPN" and somebody is not None and somebody.actor is not None:
        return False
    if parse.deps[noun] in UNDERGOING:
        return found.event_type in SPOKEN_ACTS and found.token in parse.ancestors(noun)
    return not is_behind and parse.deps[noun] == "pobj" and parse.lemmas[parse.heads[noun]] in ABOUT


def is_told_of_noun(scene: Scene, found: Candidate, noun: int) -> bool:
    """Tell whether an act of words is told of a thing: "the 2015 **plan**, which was criticised", "welcomed by all"."""
    above = (found.token, *scene.parse.ancestors(found.token))
    clause = above[above.index(noun) - 1]
    is_told = scene.parse.deps[clause] == "relcl" or scene.parse.tags[clause] == "VBN"
    return found.event_type in SPOKEN_ACTS and scene.parse.deps[clause] in TOLD_DEPS and is_told


def is_before_of(scene: Scene, found: Candidate, head: int) -> bool:
    """Tell whether a time stands within what words are about: "welcomed the **signing** on Monday of a treaty".

    By the order of words and not by the parse, which hangs such a time on the verb.
    """
    parse, trigger = scene.parse, found.token
    time = next(iter(placed_times(scene.article).around(parse.span(head))), None)
    if time is None:
        return False  # its word is wider: "course 27/2017"
    tokens = parse.tokens_in(time.span)
    before, behind = tokens[0] - 1, tokens[-1] + 1
    if before > 0 and parse.pos[before] == "ADP":
        before -= 1
    if before < 0 or behind == len(parse) or parse.lemmas[behind] != "of":
        return False
    is_within = parse.pos[before] == "NOUN"
    return is_within and found.event_type in SPOKEN_ACTS and before not in (trigger, *parse.ancestors(trigger))


def is_of_party(scene: Scene, trigger: int, head: int) -> bool:
    """Tell whether a time stands in a clause about somebody: "met the minister, who **took office** in May"."""
    parse = scene.parse
    own = {trigger, *parse.ancestors(trigger)}
    for at in takewhile(lambda at: at not in own, (head, *parse.ancestors(head))):
        somebody = scene.by_head.get(parse.heads[at])
        if parse.deps[at] in TOLD_DEPS and somebody is not None and somebody.actor is not None:
            return parse.heads[at] != trigger
    return False


def is_of_thing(scene: Scene, trigger: int, head: int, days: DateInterval) -> bool:
    """Tell whether a time stands in a clause about some thing: "toured the dam, which **opened** in May".

    A day at the end of a sentence may belong to its verb, whatever the participle before it ("a man armed with a knife
    on Monday"), and what an act does is of its day ("the blast, which happened on Monday, killed two").
    """
    parse = scene.parse
    own = {trigger, *parse.ancestors(trigger)}
    for at in takewhile(lambda at: at not in own, (head, *parse.ancestors(head))):
        is_told = parse.deps[at] == "relcl" or (parse.deps[at] == "acl" and parse.tags[at] == "VBN")
        if is_told and (parse.deps[at] == "relcl" or days.precision not in DAYS):
            noun = parse.heads[at]
            is_within = noun in own or (parse.pos[trigger] == "NOUN" and trigger in parse.ancestors(noun))
            is_doing = (
                noun in scene.triggers and parse.deps[noun] in {*SUBJECTS, "csubj"} and parse.heads[noun] == trigger
            )
            return not (is_within or is_doing or is_setting(parse, noun, own))
    return False


def is_of_saying(parse: Parse, trigger: int, head: int) -> bool:
    """Tell whether a time is that of telling what was over by then: "said on Monday that it **had asked** for aid".

    It is the nearest day there is, but a guess.
    """
    verb = trigger if parse.pos[trigger] in ("VERB", "AUX") else carrier_of(parse, trigger)
    if verb is None or not any(parse.words[aux].lower() == "had" for aux in parse.governed(verb, "aux")):
        return False
    dated = next((at for at in parse.ancestors(head) if parse.pos[at] == "VERB"), None)
    above = (verb, *parse.ancestors(verb))
    return dated in above[1:] and any(parse.deps[at] == "ccomp" for at in above[: above.index(dated)])


def is_of_announcement(scene: Scene, trigger: int, head: int, days: DateInterval) -> bool:
    """Tell whether a time is that of announcing a plan: "will be sent, the minister said **on Monday**"."""
    parse, day = scene.parse, scene.article.source.day
    verb = next((at for at in parse.ancestors(head) if parse.pos[at] == "VERB"), None)
    if verb is None or verb == trigger or day is None or days.start > day:
        return False
    return parse.lemmas[verb] in load_speech().verbs and verb in parse.ancestors(trigger)


def is_ahead(parse: Parse, trigger: int, head: int) -> bool:
    """Tell whether a time is what an act came before: "met ahead of Thursday's election".

    A time that hangs by a "before" of its own is counted from what it names: "two days before Friday".
    """
    for at in (head, *parse.ancestors(head)):
        if at == trigger:
            return False
        if at != head and parse.lemmas[at] in BEFORE and parse.deps[at] in ("prep", "advmod"):
            return True
    return False


def is_in_content(scene: Scene, found: Candidate, head: int) -> bool:
    """Tell whether a time stands in what an act of words is about: "urged them to leave **on Monday**".

    So it does in a clause below the act, and in one that is told of somebody or something beside it. What is told as
    background ("had urged them to leave on Monday") has no day of its own, and keeps that time.
    """
    parse, trigger = scene.parse, found.token
    if found.event_type not in SPOKEN_ACTS or is_background(parse, trigger) or is_bare(parse, trigger):
        return False
    if is_long_over(scene, found, head):
        return False
    own = {trigger, *parse.ancestors(trigger)}
    clauses: list[int] = []
    for at in (head, *parse.ancestors(head)):
        if at in own:
            return bool(clauses) and (at == trigger or any(parse.deps[clause] in TOLD_DEPS for clause in clauses))
        if parse.deps[at] == "prep" and parse.lemmas[at] in SETTING and at != parse.heads[head]:
            return False  # "in a statement issued on Monday"; not the "in" of "the truce struck in August"
        if parse.deps[at] in CONTENT_DEPS or parse.deps[at] in TOLD_DEPS:
            clauses.append(at)
    return False


def is_bare(parse: Parse, trigger: int) -> bool:
    """Tell whether an act is told by a verb form without tense, news of no day: "blamed for **refusing** to"."""
    return parse.tags[trigger] in ("VB", "VBG") and not parse.governs(trigger, "aux")
