"""Links an event to its own time expression, by nearness in the parse."""

from dataclasses import replace
from datetime import timedelta

from regesta.coding.arguments import carrier_of
from regesta.coding.candidates import Candidate
from regesta.coding.merge import VERBAL_ACTS
from regesta.coding.programmes import whole_stay
from regesta.coding.reach import dated_by_since, is_since, reached, time_head
from regesta.coding.relative_dates import joined, shifted_date
from regesta.coding.roles import Scene
from regesta.model.annotation import DateInterval, Sentence, TimeExpression
from regesta.model.article import Article
from regesta.model.event import EventDate, Status
from regesta.model.parse import Parse
from regesta.ontology.speech_verbs import load_speech

FAR = 99
LEAD_SENTENCES = 2
RECENT = timedelta(days=3)
SURELY_READ = 0.7  # the network's date counts from here on; swept .35 to .7 on 82 held-out and 20 own articles
CLAUSE_DEPS = frozenset({"relcl", "acl", "advcl", "ccomp"})
OWN_CLAUSE_STEPS = 3  # what it costs a time expression to leave the clause it stands in
CONTENT_DEPS = frozenset({"xcomp", "ccomp", "pcomp"})
TOLD_DEPS = frozenset({"acl", "relcl"})
VERBAL = VERBAL_ACTS | {"SUPPORT"}
BESIDE = frozenset({"after", "before", "during", "following", "at"})
PERFECT_AUXILIARIES = frozenset({"had"})


def date_of(scene: Scene, found: Candidate, sentence: Sentence, status: Status) -> EventDate | None:
    """Return when an act happened or is to happen; None when the article does not tell.

    Args:
        scene: The article.
        found: The act.
        sentence: Its sentence.
        status: Its status, as its words tell it.
    """
    return read_date(scene, found, sentence, status) or find_date(scene, found, sentence, status)


def read_date(scene: Scene, found: Candidate, sentence: Sentence, status: Status) -> EventDate | None:
    """Return the date that the network reads for an act, where it is sure of the expression; else None."""
    for argument in sorted(found.act.arguments if found.act else (), key=lambda a: -a.score):
        if argument.role == "date" and argument.score >= SURELY_READ:
            for time, days in joined(scene, sentence):
                if time.span.overlaps(argument.span) and not is_in_content(scene, found, time_head(scene.parse, time)):
                    interval = whole_stay(scene, found.token, time, reached(scene, found.token, status, time, days))
                    return told(scene, time, interval)
    return None


def told(scene: Scene, time: TimeExpression, interval: DateInterval) -> EventDate:
    """Return the date that a time expression tells."""
    return EventDate(interval=interval, basis="expression", span=time.span, text=time.span.of(scene.article.text))


def find_date(scene: Scene, candidate: Candidate, sentence: Sentence, status: Status) -> EventDate | None:
    """Return when the act of a trigger happened.

    Of the sentence's time expressions, those that date another act in it are left out and the one nearest in the parse
    wins. News told in the simple past or present without one takes the publication day; what is told in the past
    perfect, or without a publication day, has no date.
    """
    parse, trigger = scene.parse, candidate.token
    if shifted := shifted_date(scene, trigger, sentence):
        return shifted
    found: list[tuple[int, int, EventDate]] = []
    for time, days in joined(scene, sentence):
        head = time_head(parse, time)
        steps = distance(parse, trigger, head)
        if is_since(parse, trigger, head) and not dated_by_since(parse, trigger, head):
            continue
        if steps < FAR and not dates_another(scene, trigger, head) and not is_in_content(scene, candidate, head):
            interval = whole_stay(scene, trigger, time, reached(scene, trigger, status, time, days))
            found.append((steps, time.span.start, told(scene, time, interval)))
    if found:
        return min(found, key=lambda row: row[:2])[2]
    return None if is_background(parse, trigger) else news_date(scene)


def is_in_content(scene: Scene, found: Candidate, head: int) -> bool:
    """Tell whether a time stands in what an act of words is about: "urged them to leave **on Monday**".

    So it does in a clause below the act, and in one that is told of somebody or something beside it. What is told as
    background ("had urged them to leave on Monday") has no day of its own, and keeps that time.
    """
    parse, trigger = scene.parse, found.token
    if found.event_type not in VERBAL or is_background(parse, trigger):
        return False
    own = {trigger, *parse.ancestors(trigger)}
    clauses: list[int] = []
    for at in (head, *parse.ancestors(head)):
        if at in own:
            return bool(clauses) and (at == trigger or any(parse.deps[clause] in TOLD_DEPS for clause in clauses))
        if parse.deps[at] in CONTENT_DEPS or parse.deps[at] in TOLD_DEPS:
            clauses.append(at)
    return False


def dates_another(scene: Scene, trigger: int, head: int) -> bool:
    """Tell whether a time stands under another act: "sanctions **imposed in May**" does not date "lifted"."""
    own = {trigger, *scene.parse.ancestors(trigger)}
    for at in scene.parse.ancestors(head):
        if at in own:
            return False
        if at in scene.triggers:
            return True
    return False


def news_date(scene: Scene) -> EventDate | None:
    """Return the day of the news: the day that the first sentences name, where it is recent, else that of publication.

    A paper of Saturday tells of Friday without saying so in each sentence.
    """
    article = scene.article
    day = article.source.day
    if day is None:
        return None
    end = article.sentences[:LEAD_SENTENCES][-1].span.end
    for time in article.times:
        if time.span.end <= end and time.interval and time.interval.precision in {"day", "time"}:
            if timedelta(0) < day - time.interval.start <= RECENT:
                return replace(told(scene, time, time.interval), basis="inferred")
            if time.interval.start == day:
                break
    return published_date(article)


def published_date(article: Article) -> EventDate | None:
    """Return the publication day as an event date, marked as such; None when it is unknown."""
    day = article.source.day
    if day is None:
        return None
    return EventDate(interval=DateInterval(day, day + timedelta(days=1), "day"), basis="published")


def distance(parse: Parse, trigger: int, head: int) -> int:
    """Count the parse steps from a trigger to a time or place; FAR when nothing joins them.

    What stands under the trigger, or under the verb that carries or governs it, is near; leaving a
    clause of its own ("who was elected in May") costs extra steps.
    """
    path, steps = {head: 0}, 0
    for at in parse.ancestors(head):
        steps += 1 + OWN_CLAUSE_STEPS * (parse.deps[at] in CLAUSE_DEPS and at != trigger)
        path[at] = steps
    for climbed, at in enumerate((trigger, *parse.ancestors(trigger))):
        if at in path:
            return path[at] + climbed + (climbed > 0)
    carrier = carrier_of(parse, trigger)
    return FAR if carrier is None or carrier not in path else path[carrier]


def is_background(parse: Parse, trigger: int) -> bool:
    """Tell whether the trigger's clause is background: past perfect, or a present state."""
    verb = trigger if parse.pos[trigger] in {"VERB", "AUX"} else carrier_of(parse, trigger)
    verb = verb if verb is not None else told_beside(parse, trigger)
    if verb is None:
        return True
    return any(parse.words[aux].lower() in PERFECT_AUXILIARIES for aux in parse.governed(verb, "aux", "auxpass"))


def told_beside(parse: Parse, trigger: int) -> int | None:
    """Return the verb that an act is told with as news: "is **willing**", "said after **talks**"; None without one."""
    if parse.deps[trigger] == "acomp":
        return parse.heads[trigger]
    noun = trigger
    while parse.deps[noun] == "pobj" and parse.lemmas[parse.heads[noun]] == "of":  # "after a round of talks"
        noun = parse.heads[parse.heads[noun]]
    if parse.deps[noun] != "pobj":
        return None
    above = parse.heads[noun]
    verb = parse.heads[above]
    is_beside = parse.words[above].lower() in BESIDE and parse.lemmas[verb] in load_speech().verbs
    return verb if is_beside else None
