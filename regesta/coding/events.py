"""The stage that codes events: triggers with their roles, status, date, place and source."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from regesta.coding.dates.ahead import dated_status
from regesta.coding.dates.dating import date_of
from regesta.coding.dates.programmes import planned_before
from regesta.coding.dates.undated import of_eased, undated
from regesta.coding.odds import chance, log_odds
from regesta.coding.parties.parties import find_parties
from regesta.coding.parties.placing import find_place, with_meeting_places
from regesta.coding.parties.sources import source_of
from regesta.coding.parties.wording import in_full
from regesta.coding.roles.demands import demands_of
from regesta.coding.roles.force import is_force_at_a_place
from regesta.coding.roles.idioms import probability_as_idiom
from regesta.coding.roles.named_sides import named_sides, states_around
from regesta.coding.roles.quantities import find_quantities
from regesta.coding.roles.roles import Scene, scene_of
from regesta.coding.roles.visits import host_at, is_read_as_visit, visitors_in
from regesta.coding.status.announced import announced_type, is_announcement, is_put_off
from regesta.coding.status.denial import is_negative_act, outright_status
from regesta.coding.status.moved import is_move, is_moved
from regesta.coding.status.no_acts import is_no_act
from regesta.coding.status.status import find_status
from regesta.coding.status.unfinished import ending_of
from regesta.coding.tellings.clearness import clearness
from regesta.coding.tellings.merge import happenings
from regesta.coding.tellings.retelling import Coded, is_told_anew, tells_toll
from regesta.coding.triggers.candidates import Candidate
from regesta.coding.triggers.contexts import find_contexts
from regesta.coding.triggers.domains import find_domain
from regesta.model.annotation import Sentence
from regesta.model.article import Article
from regesta.model.event import UNREALISED, Event, EventDate, Role, Status, fact_id
from regesta.model.nearby import placed_quotes
from regesta.model.parse import Parse
from regesta.ontology.event_types import load_cameo, load_ontology
from regesta.ontology.several import around, tells_several
from regesta.version import __version__

READ_FLOOR = 0.05  # what the network alone finds less likely is not looked at
EMPTY_POS = frozenset({"AUX", "PART", "DET", "PUNCT", "ADP", "SCONJ", "CCONJ", "PRON"})  # no acts without an entry
# Of an act without the recipient that its type asks for. From .5 on whole articles are as good, but of the pairs of
# tellings that are joined only .968 are right, not .981.
READ_ALONE = 0.85
SURE = 0.8  # the network's status counts from here on; on 82 held-out articles .943 right, the words alone .911
FILLED = ((True, True), (True, False), (False, True))  # which roles of a political act somebody may fill
ALONE = 2  # sentences: a text of no more is no article but a sentence picked out, and those hold acts more often
TELLING_FLOOR = 0.15  # readings below it do not even count as another telling of an event
PROGRAMMED = frozenset({"CONSULT"})  # what stands on the programme of a visit or summit has its days


@dataclass(frozen=True)
class Events:
    """Code the events of articles.

    Attributes:
        min_confidence: Events below it are not emitted.
    """

    min_confidence: float = 0.3  # swept .25 to .35 on 82 held-out articles, both sets of articles and held-out dyads

    name: ClassVar[str] = "events"
    requires: ClassVar[frozenset[str]] = frozenset(
        {"sentences", "parse", "acts", "mentions", "times", "quotes", "amounts"}
    )
    assigns: ClassVar[frozenset[str]] = frozenset({"events"})

    def __call__(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Yield each article with its events."""
        for article in articles:
            yield replace(article, events=find_events(article, self.min_confidence))


def find_events(article: Article, min_confidence: float) -> tuple[Event, ...]:
    """Return the events of an article in order of their triggers, each happening once.

    Args:
        article: An annotated and resolved article.
        min_confidence: Events below it are left out.
    """
    if article.parse is None or find_domain(article.parse):
        return ()
    scene = scene_of(article, article.parse)
    told = readings_told(scene)
    found = with_meeting_places(happenings(article.parse, told, visitors_in(article)))
    sure = (event for event in found if event.confidence >= min_confidence)
    return tuple(in_full(article.parse, article.text, event, scene.first_token) for event in sure)


def readings_told(scene: Scene) -> list[Coded]:
    """Return the likeliest political reading of each word, coded; the unlikely ones too, for what they tell again."""
    best: dict[int, tuple[float, Candidate, list[Role], list[Role]]] = {}
    for candidate, actors, recipients in parties_of(scene, TELLING_FLOOR):
        confidence = chance("event", evidence(scene, candidate, actors, recipients))
        known = best.get(candidate.token)
        if confidence >= TELLING_FLOOR and (known is None or confidence > known[0]):
            best[candidate.token] = (confidence, candidate, actors, recipients)
    coded, spoken_of = [], states_around(scene)
    for token, (confidence, candidate, actors, recipients) in sorted(best.items()):
        number = scene.sentence_of(token)
        sentence = scene.article.sentences[number]
        event = code_event(scene, candidate, sentence, (actors, recipients), confidence)
        clause = around(sentence.span.of(scene.article.text), event.trigger.moved(-sentence.span.start))
        coded.append(
            Coded(
                candidate=candidate,
                event=event,
                sentence=sentence.span,
                is_nominal=scene.parse.pos[token] == "NOUN",
                is_toll=tells_toll(scene.parse, token, event),
                is_alone=is_alone(scene.article),
                is_anew=is_told_anew(scene.parse, token),
                is_of_several=tells_several(clause),
                named=named_sides(scene, token, event, spoken_of[number]),
                clearness=clearness(scene.parse, token, event, (number, sentence.span)),
            )
        )
    return coded


def parties_of(scene: Scene, least: float = 0.0) -> Iterator[tuple[Candidate, list[Role], list[Role]]]:
    """Yield every reading of an article that its parties make political, with its actors and recipients.

    Args:
        scene: The article with lookups.
        least: Readings that no parties would make as likely as this are left out, which saves looking for them.
    """
    for candidate in (*scene.candidates, *demands_of(scene)):
        if candidate.entry is None and (
            candidate.probability < READ_FLOOR or scene.parse.pos[candidate.token] in EMPTY_POS
        ):
            continue
        if is_no_act(scene.parse, candidate) or is_move(scene.parse, candidate):
            continue
        if least:
            told = of_reading(scene, candidate)
            if max(chance("event", [*told, *of_parties(*filled)]) for filled in FILLED) < least:
                continue
        actors, recipients = find_parties(scene, candidate)
        if is_political(scene, candidate, actors, recipients):
            yield candidate, actors, recipients


def evidence(scene: Scene, candidate: Candidate, actors: list[Role], recipients: list[Role]) -> list[tuple[str, float]]:
    """Return what speaks for and against a reading, as named numbers."""
    return [*of_reading(scene, candidate), *of_parties(bool(actors), bool(recipients))]


def of_parties(has_actor: bool, has_recipient: bool) -> list[tuple[str, float]]:
    """Return the evidence that lies in somebody being the actor or the recipient; who they are adds nothing."""
    return [("actor", float(has_actor)), ("recipient", float(has_recipient))]


def of_reading(scene: Scene, candidate: Candidate) -> list[tuple[str, float]]:
    """Return the evidence for and against a reading, whoever takes part."""
    at = scene.parse.span(candidate.token)
    read = probability_as_idiom(scene, candidate, probability_of(scene.parse, candidate))
    return [
        ("network", log_odds(read)),
        ("entry", float(candidate.entry is not None)),
        ("reliability", candidate.reliability),
        ("rivals", float(bool(candidate.rivals))),
        ("noun", float(scene.parse.pos[candidate.token] == "NOUN")),
        ("quoted", float(bool(placed_quotes(scene.article).around(at)))),
        ("alone", float(is_alone(scene.article))),
    ]


def is_alone(article: Article) -> bool:
    """Tell whether a text is a sentence or two, and no article."""
    return len(article.sentences) <= ALONE


def probability_of(parse: Parse, candidate: Candidate) -> float:
    """Return the network's probability of a reading, with that of the types which come to the same.

    "Will not lift the embargo" is REJECT, whether the network sees the refusal in it or the RETREAT that is refused.
    """
    token = candidate.token
    if candidate.act is None or parse.pos[token] != "VERB":
        return candidate.probability
    status = find_status(parse, token)
    meant = {
        name: (announced_type(parse, token, name, status) or (name,))[0]
        for name in (*candidate.read, candidate.event_type)
    }
    if candidate.entry and (candidate.event_type, meant[candidate.event_type]) == ("RETREAT", "CONCEDE"):
        meant["AGREE"] = "CONCEDE"  # "will lift the ban": whichever promise the network sees, it is one of easing
    return min(1.0, sum(p for name, p in candidate.read.items() if meant[name] == meant[candidate.event_type]))


def code_event(
    scene: Scene, found: Candidate, sentence: Sentence, parties: tuple[list[Role], list[Role]], confidence: float
) -> Event:
    """Return the event a trigger expresses, given its actors and recipients."""
    actors, recipients = parties
    trigger, name = found.trigger, found.event_type
    status, date = status_and_date(scene, found, sentence)
    cameo = (trigger.cameo if trigger else None) or load_ontology().event_types[name].cameo
    mode = trigger.mode if trigger else None
    if announced := announced_type(scene.parse, found.token, name, find_status(scene.parse, found.token)):
        (name, cameo, status), mode, date = announced, None, date or undated(scene, found, sentence)
    event_type = load_ontology().event_types[name]
    mode = mode or mode_of_code(cameo, name)
    place = find_place(scene, found, sentence, name, parties)
    if mode == "phone" and place and place.basis == "inferred":
        place = None  # those who telephone are nowhere together
    if not recipients and (mode == "visit" or is_read_as_visit(found, actors)):
        recipients = host_at(place, actors, scene.article.mentions, scene.article.text)
    span = scene.parse.span(found.token)
    source = source_of(scene, found.token, name, actors, status)
    return Event(
        id=fact_id(scene.article.id, "event", scene.article.text_sha256, name, span.start, span.end, __version__),
        article_id=scene.article.id,
        type=name,
        mode=mode,
        contexts=find_contexts(scene.parse, sentence, trigger, cameo),
        cameo=cameo,
        quad=event_type.quad,
        intensity=event_type.intensity,
        trigger=span,
        trigger_text=span.of(scene.article.text),
        roles=(
            *(*actors, *recipients, *([] if source is None else [source])),
            *find_quantities(scene, found.token, sentence, name, mode),
        ),
        date=date,
        place=place,
        status=status,
        confidence=round(confidence, 4),
        evidence=(sentence.span,),
        made_by=f"events@{__version__}",
        rule=found.entry.typed.source if found.entry else "network",
    )


def status_and_date(scene: Scene, found: Candidate, sentence: Sentence) -> tuple[Status, EventDate | None]:
    """Return the status of an act and its date; None for an act without one."""
    status = status_told(scene, found)
    date = date_of(scene, found, sentence, status)
    if not (found.trigger and found.trigger.status):
        status, date = dated_status(scene, found, sentence, status, date)
    date = date and of_eased(scene, found, date)
    if date and date.basis != "expression" and status in UNREALISED:
        date = None  # the day of the report is not the day of what is planned, hoped, feared or denied
    if date is None and status == "planned" and found.event_type in PROGRAMMED:
        date = planned_before(scene, found.token)
    return status, date


def mode_of_code(cameo: str, event_type: str) -> str | None:
    """Return the mode a CAMEO code implies, where the code belongs to that event type."""
    code = load_cameo()[cameo]
    return code.mode if code.event_type == event_type else None


def is_political(scene: Scene, candidate: Candidate, actors: list[Role], recipients: list[Role]) -> bool:
    """Tell whether the trigger is a political act: somebody political takes part, and every required role is filled.

    An act that the network itself reads needs no recipient: to whom "Japan **froze** the grants" is told elsewhere.
    Force of which it is told where, but not by whom and against whom, is one too: "a bomb **exploded** in Quetta".
    """
    if not any(role.actor for role in (*actors, *recipients)):
        return not actors and not recipients and is_force_at_a_place(scene, candidate)
    required = load_ontology().event_types[candidate.event_type].recipient_required
    is_read = candidate.act is not None and candidate.probability >= READ_ALONE
    return not required or is_read or bool(recipients) or len(actors) > 1


def status_told(scene: Scene, candidate: Candidate) -> Status:
    """Return the status of an act: its entry's own, else the network's where it is sure, else what the words say.

    What the words deny outright ("has not threatened") is denied, however sure the network is, and what they deny or
    make hypothetical ("is not expected to meet", "could meet") is no plan for being so to the network.
    """
    if candidate.trigger and candidate.trigger.status:
        return candidate.trigger.status
    if ending_of(scene.parse, candidate) is not None:
        return "denied"
    is_negative = is_negative_act(scene.parse, candidate)
    if outright := outright_status(scene.parse, candidate.token, is_negative=is_negative):
        return outright
    read, sure = candidate.act.statuses[0] if candidate.act else ("happened", 0.0)
    told = find_status(scene.parse, candidate.token, is_negative=is_negative)
    if is_announcement(scene.parse, candidate, told):
        return "happened"
    if told == "planned" and is_moved(scene.parse, candidate.token):
        return told
    is_no_plan = read == "planned" and told in {"denied", "hypothetical"}
    is_to_come = told == "planned" and is_put_off(scene.parse, candidate)
    return read if sure >= SURE and not is_no_plan and not (is_to_come and read == "happened") else told
