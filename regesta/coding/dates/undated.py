"""The day of an act whose sentence names none: that of the news, or of what is told before it; background has none."""

from dataclasses import replace
from datetime import timedelta

from regesta.coding.dates.reach import is_past_verb, last_told, times_in
from regesta.coding.dates.standing import LEAD_SENTENCES, PRESENT_PERFECT, auxiliaries_of, is_standing
from regesta.coding.roles.force import FORCE
from regesta.coding.roles.roles import Scene
from regesta.coding.status.unfinished import is_eased
from regesta.coding.tellings.merge import VERBAL_ACTS
from regesta.coding.triggers.arguments import carrier_of
from regesta.coding.triggers.candidates import Candidate
from regesta.model.annotation import DateInterval, Sentence, TimeExpression
from regesta.model.article import Article
from regesta.model.event import EventDate, Status
from regesta.model.nearby import placed_times
from regesta.model.parse import Parse
from regesta.model.span import Span
from regesta.ontology.speech_verbs import load_speech

RECENT = timedelta(days=3)
BESIDE = frozenset({"after", "before", "during", "following", "at"})
STORIED = FORCE | {"MOBILIZE", "RETREAT", "REJECT"}  # told as a story; a refusal answers what was told before it
# "the **1990** ban", "imposed in May"
OWN_DAY = frozenset({"acl", "relcl", "amod", "compound", "nummod", "nmod", "poss"})
NAMING_DEPS = frozenset({"compound", "poss", "nmod", "nummod", "amod"})
COMPLEMENTS = frozenset({"xcomp", "advcl", "conj", "pcomp"})
PERFECT_AUXILIARIES = frozenset({"had"})
# What is told with these has no day, or one before the news: "frequently target", "has already refused".
OF_NO_DAY = frozenset(
    {
        *("frequently", "often", "routinely", "regularly", "repeatedly", "usually", "always", "sometimes", "generally"),
        *("already", "once", "previously", "formerly", "long", "recently", "lately", "gradually", "traditionally"),
        *("historically", "constantly", "continually", "continuously", "consistently", "increasingly", "perennially"),
    }
)


def told(scene: Scene, time: TimeExpression, interval: DateInterval) -> EventDate:
    """Return the date that a time expression tells."""
    return EventDate(interval=interval, basis="expression", span=time.span, text=time.span.of(scene.article.text))


def undated(scene: Scene, found: Candidate, sentence: Sentence, status: Status = "happened") -> EventDate | None:
    """Return the day of an act whose sentence names none; None of background."""
    if is_background(scene.parse, found.token) or has_no_day(scene, found, sentence):
        return None
    if status == "happened" and is_standing(scene, found, sentence):
        return None
    carried = carried_date(scene, found.token, sentence) if found.event_type in STORIED else None
    return carried or news_date(scene, is_deed=found.event_type in FORCE)


def of_eased(scene: Scene, found: Candidate, date: EventDate) -> EventDate | None:
    """Return the date of an act; None of what somebody takes back that day: "lifted its **ban** on Monday".

    That was imposed before. Only what its own words add tells when: "the 2014 ban", "the ban imposed in May".
    """
    if not is_eased(scene.parse, found):
        return date
    if date.span is None:
        return None
    if all(
        time.interval != date.interval
        for time in placed_times(scene.article).touching(date.span)
        if time.span == date.span
    ):
        return date  # its own days, counted from that one: "lifted a month-long ban on 3 March"
    words = scene.parse.tokens_in(date.span)
    for token in words:
        path = [token, *scene.parse.ancestors(token)]
        below = path[: path.index(found.token)] if found.token in path else []
        is_own = any(scene.parse.deps[word] in OWN_DAY for word in below if word not in words)
        if is_own or (below and token < found.token):
            return date
    return None


def carried_date(scene: Scene, trigger: int, sentence: Sentence) -> EventDate | None:
    """Return the days that the sentence before names for what is over, for an act told in the simple past.

    "Rebels attacked on 3 May. They **shot** a guard": force is told as a story, where words ("they demanded") are news.
    """
    article, day = scene.article, scene.article.source.day
    number = scene.sentence_of(sentence.first_token)
    if not is_past_verb(scene.parse, told_by(scene.parse, trigger)) or number == 0 or day is None:
        return None
    time = last_told(scene.parse, [t for t in times_in(scene, article.sentences[number - 1]) if t.interval])
    if time and time.interval and time.interval.end <= day:
        return replace(told(scene, time, time.interval), basis="inferred")
    return None


def told_by(parse: Parse, trigger: int) -> int:
    """Return the verb that tells an act: "**used** tear gas to disperse", "**began** throwing"."""
    while parse.deps[trigger] in COMPLEMENTS and parse.tags[trigger] in ("VB", "VBG"):
        trigger = parse.heads[trigger]
    return trigger


def news_date(scene: Scene, *, is_deed: bool = False) -> EventDate | None:
    """Return the day of the news: the day that the first sentences name, where it is recent, else that of publication.

    A paper of Saturday tells of Friday without saying so in each sentence. Where the lead names the publication
    day, too, that is the day of the news; not that of a deed, where it is but that of the report ("the army said").
    """
    article = scene.article
    day = article.source.day
    if day is None:
        return None
    end = article.sentences[:LEAD_SENTENCES][-1].span.end
    near = placed_times(article).touching(Span(0, end))
    named = [t for t in near if t.span.end <= end and t.interval and t.interval.precision in {"day", "time"}]
    days = [
        (time, time.interval)
        for time in named
        if time.interval and not names_only(scene.parse, time) and not (is_deed and is_of_words(scene.parse, time))
    ]
    if all(interval.start != day for _, interval in days):
        for time, interval in days:
            if timedelta(0) < day - interval.start <= RECENT:
                return replace(told(scene, time, interval), basis="inferred")
    return published_date(article)


def names_only(parse: Parse, time: TimeExpression) -> bool:
    """Tell whether a time only says which thing is meant: "an inquiry into **Sunday's** fire"."""
    head = parse.head_in(time.span)
    return parse.deps[head] in NAMING_DEPS and parse.pos[parse.heads[head]] in ("NOUN", "PROPN")


def is_of_words(parse: Parse, time: TimeExpression) -> bool:
    """Tell whether a time is that of saying something: "the army **said** on Tuesday"."""
    verb = next((at for at in parse.ancestors(parse.head_in(time.span)) if parse.pos[at] == "VERB"), None)
    return verb is not None and parse.lemmas[verb] in load_speech().verbs


def published_date(article: Article) -> EventDate | None:
    """Return the publication day as an event date, marked as such; None when it is unknown."""
    day = article.source.day
    if day is None:
        return None
    return EventDate(interval=DateInterval(day, day + timedelta(days=1), "day"), basis="published")


def is_background(parse: Parse, trigger: int) -> bool:
    """Tell whether the trigger's clause is background: past perfect, or a present state."""
    verb = trigger if parse.pos[trigger] in {"VERB", "AUX"} else carrier_of(parse, trigger)
    verb = verb if verb is not None else told_beside(parse, trigger)
    if verb is None:
        return True
    return any(parse.words[aux].lower() in PERFECT_AUXILIARIES for aux in parse.governed(verb, "aux", "auxpass"))


def has_no_day(scene: Scene, found: Candidate, sentence: Sentence) -> bool:
    """Tell whether an act is told as what is done at times, or was said at some time: "often accuse", "has accused".

    The first sentence tells the news itself in the present perfect. Of 35 such acts of words further on, in texts that
    the network did not learn from, annotators dated 4 by the news, 1 otherwise, and 30 not at all.
    """
    parse, trigger = scene.parse, found.token
    verb = trigger if parse.pos[trigger] in {"VERB", "AUX"} else carrier_of(parse, trigger)
    if verb is None:
        return False
    if any(parse.words[adverb].lower() in OF_NO_DAY for adverb in parse.governed(verb, "advmod")):
        return True
    is_perfect = any(parse.words[aux].lower() in PRESENT_PERFECT for aux in auxiliaries_of(parse, verb))
    return is_perfect and found.event_type in VERBAL_ACTS and sentence is not scene.article.sentences[0]


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
