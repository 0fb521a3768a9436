"""Links an event to its own time expression, by nearness in the parse."""

from dataclasses import replace

from regesta.coding.dates.anniversaries import anniversary_of
from regesta.coding.dates.counted_dates import counted_date
from regesta.coding.dates.other_times import dates_another, is_in_content, is_of_participle, is_of_saying
from regesta.coding.dates.programmes import stay_around, whole_stay
from regesta.coding.dates.reach import is_measured_since, is_since, reached
from regesta.coding.dates.relative_dates import joined, shifted_date
from regesta.coding.dates.spoken_times import is_of_words_about
from regesta.coding.dates.undated import told, undated
from regesta.coding.roles.roles import Scene
from regesta.coding.status.moved import is_old_day
from regesta.coding.triggers.arguments import carrier_of
from regesta.coding.triggers.candidates import Candidate
from regesta.model.annotation import DateInterval, Sentence, TimeExpression
from regesta.model.event import PROSPECTIVE, EventDate, Status
from regesta.model.parse import Parse
from regesta.ontology.speech_verbs import load_speech

FAR = 99
SURELY_READ = 0.7  # the network's date counts from here on; swept .35 to .7 on 82 held-out and 20 own articles
PART_PREPOSITIONS = frozenset({"of", "from", "on", "to"})
PARTS_OF_TIME = frozenset(
    {
        *("second", "minute", "hour", "day", "week", "fortnight", "month", "quarter", "year", "decade"),
        *("morning", "afternoon", "evening", "night", "dawn", "dusk", "weekend", "start", "end", "beginning", "middle"),
        *("eve", "half", "course"),
    }
)
CLAUSE_DEPS = frozenset({"relcl", "acl", "advcl", "ccomp"})
COUNTED_STEPS = 2  # what is counted from another act stands near: "arrested **two weeks before** the vote on 14 May"
REPORT_STEPS = 3  # what it costs a time to be that of the report: "killed in an attack on Friday, it said **Tuesday**"
OWN_CLAUSE_STEPS = 3  # what it costs a time expression to leave the clause it stands in


def date_of(scene: Scene, found: Candidate, sentence: Sentence, status: Status) -> EventDate | None:
    """Return when an act happened or is to happen; None when the article does not tell.

    Args:
        scene: The article.
        found: The act.
        sentence: Its sentence.
        status: Its status, as its words tell it.
    """
    if kept := anniversary_of(scene, found.token, sentence):
        return kept.date
    shifted = shifted_date(scene, found.token, sentence)
    return shifted or read_date(scene, found, sentence, status) or find_date(scene, found, sentence, status)


def read_date(scene: Scene, found: Candidate, sentence: Sentence, status: Status) -> EventDate | None:
    """Return the date that the network reads for an act, where it is sure of the expression; else None."""
    counted = counted_date(scene, found.token, sentence)
    for argument in sorted(found.act.arguments if found.act else (), key=lambda a: -a.score):
        if argument.role == "date" and argument.score >= SURELY_READ:
            for time, days in joined(scene, sentence):
                head = scene.parse.head_in(time.span)
                if (
                    not time.span.overlaps(argument.span)
                    or is_in_content(scene, found, head)
                    or is_old_day(scene.parse, head)
                    or is_of_participle(scene, found.token, head)
                    or is_of_words_about(scene.parse, found.token, head)
                    or has_own(scene, found.token, sentence, head)
                ):
                    continue
                if counted and counted.base.span == time.span:
                    return counted.date
                is_first_since = status in PROSPECTIVE and is_since(scene.parse, found.token, head)
                if not is_first_since and not is_measured_since(scene.parse, found.token, head):
                    return dated(scene, found.token, status, time, days)
    return None


def has_own(scene: Scene, trigger: int, sentence: Sentence, head: int) -> bool:
    """Tell whether a verb has a time of its own beside another's: "met on Friday, **signed** it **the next day**"."""
    parse = scene.parse

    def verb_of(token: int) -> int | None:
        return next((at for at in parse.ancestors(token) if parse.pos[at] == "VERB"), None)

    if verb_of(head) == trigger or parse.pos[trigger] != "VERB" or parse.deps[trigger] != "conj":
        return False
    return any(verb_of(parse.head_in(time.span)) == trigger for time, _ in joined(scene, sentence))


def find_date(scene: Scene, candidate: Candidate, sentence: Sentence, status: Status) -> EventDate | None:
    """Return when the act of a trigger happened.

    Of the sentence's time expressions, those that date another act in it are left out and the one nearest in the parse
    wins. News told in the simple past or present without one takes the publication day; what is told in the past
    perfect, or without a publication day, has no date.
    """
    parse, trigger = scene.parse, candidate.token
    found: list[tuple[bool, int, int, EventDate]] = []
    counted = counted_date(scene, trigger, sentence)
    for time, days in joined(scene, sentence):
        if counted and counted.base.span == time.span:
            found.append((False, COUNTED_STEPS, time.span.start, counted.date))
            continue
        head = parse.head_in(time.span)
        steps = distance(parse, trigger, led_by(parse, head)) + REPORT_STEPS * is_of_report(parse, trigger, head)
        if steps < FAR and not dates_another(scene, candidate, status, head, days):
            date = dated(scene, trigger, status, time, days)
            found.append((date.basis != "expression", steps, time.span.start, date))
    if counted and not sentence.span.contains(counted.base.span):
        found.append((False, COUNTED_STEPS, sentence.span.start, counted.date))
    if found:
        return min(found, key=lambda row: row[:3])[3]
    news = undated(scene, candidate, sentence, status)
    return replace(news, interval=stay_around(scene, trigger, sentence, news.interval)) if news else None


def dated(scene: Scene, trigger: int, status: Status, time: TimeExpression, days: DateInterval) -> EventDate:
    """Return the date that a time gives an act, a guess where it is that of telling what was over by then."""
    date = told(scene, time, whole_stay(scene, trigger, time, reached(scene, trigger, status, time, days)))
    return (
        replace(date, basis="inferred") if is_of_saying(scene.parse, trigger, scene.parse.head_in(time.span)) else date
    )


def distance(parse: Parse, trigger: int, head: int) -> int:
    """Count the parse steps from a trigger to a time or place; FAR when nothing joins them.

    What stands under the trigger, or under the verb that carries or governs it, is near; leaving a
    clause of its own ("who was elected in May") costs extra steps.
    """
    head = outermost(parse, head)
    above = (trigger, *parse.ancestors(trigger))
    path, steps = {head: 0}, 0
    for at in parse.ancestors(head):
        steps += 1 + OWN_CLAUSE_STEPS * (parse.deps[at] in CLAUSE_DEPS and at not in above)
        path[at] = steps
    for climbed, at in enumerate(above):
        if at in path:
            return path[at] + climbed + (climbed > 0)
    carrier = carrier_of(parse, trigger)
    return FAR if carrier is None or carrier not in path else path[carrier]


def is_of_report(parse: Parse, trigger: int, head: int) -> bool:
    """Tell whether a time hangs by the verb that reports an act: "attacked the post, he **said Tuesday**"."""
    report = next((at for at in parse.ancestors(head) if parse.pos[at] == "VERB"), None)
    if report is None or report == trigger or parse.lemmas[report] not in load_speech().verbs:
        return False
    below = next((at for at in (trigger, *parse.ancestors(trigger)) if parse.heads[at] == report), None)
    return below is not None and parse.deps[below] == "ccomp"


def led_by(parse: Parse, head: int) -> int:
    """Return the preposition of a time, by which it is no farther than one without: "in 2020 and **last year**"."""
    head = outermost(parse, head)
    is_led = parse.deps[head] == "pobj" and parse.pos[parse.heads[head]] == "ADP"
    return parse.heads[head] if is_led else head


def outermost(parse: Parse, head: int) -> int:
    """Return the word by which a time hangs with the part of the calendar that it is told as: "the **hours** of 7 May".

    Without it a day in three prepositions would be farther from its act than the day on which somebody says so.
    """
    while parse.deps[head] == "pobj" and parse.lemmas[parse.heads[head]] in PART_PREPOSITIONS:
        part = parse.heads[parse.heads[head]]
        if parse.lemmas[part] not in PARTS_OF_TIME:
            break
        head = part
    return head
