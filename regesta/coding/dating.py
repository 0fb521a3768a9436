"""Links an event to its own time expression, by nearness in the parse."""

from regesta.coding.arguments import carrier_of
from regesta.coding.roles import Reader
from regesta.model.annotation import DateInterval, Sentence
from regesta.model.article import Article
from regesta.model.event import EventDate
from regesta.model.parse import Parse

FAR = 99
CLAUSE_DEPS = frozenset({"relcl", "acl", "advcl", "ccomp"})
OWN_CLAUSE_STEPS = 3  # what it costs a time expression to leave the clause it stands in
PERFECT_AUXILIARIES = frozenset({"had"})


def find_date(reader: Reader, trigger: int, sentence: Sentence) -> EventDate | None:
    """Return when the act of a trigger happened.

    The time expression nearest in the parse wins, within the trigger's own clause first. News told in the simple past
    or present without one takes the publication day; what is told in the past perfect, or without a publication day,
    has no date.
    """
    article, parse = reader.article, reader.parse
    timed = [t for t in article.times if t.interval and sentence.span.contains(t.span)]
    if timed:
        best = min(timed, key=lambda t: distance(parse, trigger, parse.token_at(t.span.end - 1)))
        if distance(parse, trigger, parse.token_at(best.span.end - 1)) < FAR and best.interval:
            return EventDate(
                interval=best.interval, basis="expression", span=best.span, text=best.span.of(article.text)
            )
    day = article.source.day
    if day is None or is_background(parse, trigger):
        return None
    return published_date(article)


def published_date(article: Article) -> EventDate | None:
    """Return the publication day as an event date, marked as such; None when it is unknown."""
    day = article.source.day
    if day is None:
        return None
    return EventDate(interval=DateInterval(day, day.fromordinal(day.toordinal() + 1), "day"), basis="published")


def distance(parse: Parse, trigger: int, time_head: int) -> int:
    """Count the parse steps from a trigger to a time expression; FAR when they meet only across clauses.

    A time expression under the trigger, or under the verb that carries or governs it, is near. One that belongs to
    another clause of its own ("who was elected in May") is far.
    """
    path, steps = {time_head: 0}, 0
    for at in parse.ancestors(time_head):
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
    if verb is None:
        return True
    return any(parse.words[aux].lower() in PERFECT_AUXILIARIES for aux in parse.governed(verb, "aux", "auxpass"))
