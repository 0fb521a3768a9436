"""Says why an event was coded so: what network and trigger entries read, how it was weighed, what was joined into it.

Nothing of this is stored: the article is coded again, and the functions that coded the event are asked again.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from regesta.coding.events import SURE, evidence, is_political, readings_told
from regesta.coding.explanation import (
    Explanation,
    Fit,
    Giver,
    Party,
    Retold,
    Rival,
    StatusBasis,
    StatusReason,
    Verdict,
    Weighed,
)
from regesta.coding.odds import chance, load_weights
from regesta.coding.parties.options import Option, options_of
from regesta.coding.parties.parties import find_parties, party_evidence
from regesta.coding.roles.roles import Scene, attending, complement_role, responding, roles_in, scene_of
from regesta.coding.status.announced import announced_type
from regesta.coding.status.status import find_status
from regesta.coding.tellings.merge import gathered
from regesta.coding.tellings.retelling import Coded
from regesta.coding.triggers.candidates import Candidate
from regesta.coding.triggers.domains import find_domain
from regesta.coding.triggers.triggers import Found
from regesta.model.article import Article
from regesta.model.event import Role
from regesta.model.parse import Parse
from regesta.model.span import Span
from regesta.ontology.triggers import Trigger

TOP_TYPES = 3
CONDITIONS = (
    "particle", "object", "not_object", "subject", "not_subject", "prep", "prep_object", "clause", "clause_verbs",
    "clause_object", "modifiers", "not_modifiers", "reciprocal", "one_sided", "settles", "idiom",
)  # fmt: skip


def explain_event(article: Article, event_id: str) -> Explanation | None:
    """Explain an event of a coded article; None when coding it gives no event of that id.

    Args:
        article: As the pipeline returns it, with parse, acts and events.
        event_id: Id of the event.
    """
    event = next((event for event in article.events if event.id == event_id), None)
    if event is None or article.parse is None or find_domain(article.parse):
        return None
    scene = scene_of(article, article.parse)
    told = readings_told(scene)
    reading = next((reading for reading in told if reading.event.id == event_id), None)
    if reading is None:
        return None
    candidate = reading.candidate
    return Explanation(
        event=event,
        sentence=reading.event.evidence[0],
        read_as=candidate.event_type,
        types=candidate.act.types[:TOP_TYPES] if candidate.act else (),
        entry=fit_of(candidate),
        rivals=tuple(rivals_of(scene, candidate)),
        evidence=weighed("event", evidence(scene, candidate, *find_parties(scene, candidate))),
        confidence=reading.event.confidence,
        parties=tuple(party_of(scene, reading, told, role) for role in event.parties),
        status=status_reason(scene, reading),
        retold=tuple(retold(told, gathered(scene.parse, told), reading)),
    )


def fit_of(candidate: Candidate) -> Fit | None:
    """Return the trigger entry of a reading; None when no entry gives it."""
    if candidate.entry is None:
        return None
    trigger = candidate.entry.typed.trigger
    return Fit(
        id=candidate.entry.typed.source,
        lemmas=trigger.lemmas,
        conditions=tuple(conditions_of(trigger)),
        reliability=trigger.confidence,
    )


def conditions_of(trigger: Trigger) -> Iterator[tuple[str, str]]:
    """Yield what an entry demands of the words around its own, by the names that trigger files use."""
    for name in CONDITIONS:
        if value := getattr(trigger, name):
            yield name, ", ".join(value) if isinstance(value, tuple) else "yes" if value is True else value


def rivals_of(scene: Scene, chosen: Candidate) -> Iterator[Rival]:
    """Yield the other readings of a word that an entry gives or the network likes best, likelier ones first."""
    likeliest = [name for name, _ in chosen.act.types[:TOP_TYPES]] if chosen.act else []
    for candidate in scene.candidates:
        if candidate.token != chosen.token or candidate == chosen:
            continue
        if candidate.entry or candidate.event_type in likeliest:
            parties = find_parties(scene, candidate)
            is_told = is_political(scene, candidate, *parties)
            reason: Verdict = "less likely" if is_told else "nobody political takes part"
            yield Rival(
                event_type=candidate.event_type,
                probability=candidate.probability,
                entry=fit_of(candidate),
                confidence=round(chance("event", evidence(scene, candidate, *parties)), 4),
                verdict=reason,
            )


def weighed(judgement: str, features: Sequence[tuple[str, float]]) -> tuple[Weighed, ...]:
    """Return the evidence for a judgement, the heaviest first; the log-odds of its chance are the sum."""
    weights = load_weights()[judgement]
    values = [("bias", 1.0), *features]
    found = [Weighed(name, value, weights.get(name, 0.0), weights.get(name, 0.0) * value) for name, value in values]
    return tuple(sorted(found, key=lambda w: -abs(w.contribution)))


def party_of(scene: Scene, reading: Coded, told: Sequence[Coded], role: Role) -> Party:
    """Return a party of an event with what gave it.

    Args:
        scene: The article with lookups.
        reading: The reading the event was coded from.
        told: All readings of the article.
        role: The party.
    """
    judged = [r for group in find_parties(scene, reading.candidate) for r in group if role.span.contains(r.span)]
    if judged:
        return judged_party(scene, reading.candidate, role, next((r for r in judged if r.name == role.name), judged[0]))
    if any(role.span.contains(own.span) for own in reading.event.roles):
        return Party(role=role, given_by="place")
    others = (other for other in told if any(role.span.contains(r.span) for r in other.event.roles))
    if other := next(others, None):
        return Party(role=role, given_by="another act", detail=other.event.trigger_text)
    return Party(role=role, given_by="unknown")


def judged_party(scene: Scene, candidate: Candidate, role: Role, judged: Role) -> Party:
    """Return a party with the evidence by which it takes part.

    Args:
        scene: The article with lookups.
        candidate: The reading.
        role: The party.
        judged: The same as it was judged: fewer words, and the role it had; a host is named recipient afterwards.
    """
    name = judged.name
    options = list(options_of(scene, candidate))

    def features(option: Option) -> list[tuple[str, float]]:
        return party_evidence(scene, candidate, option, name, options)

    same = [option for option in options if option.role.span == judged.span]
    best = max(same, key=lambda option: chance(name, features(option)), default=None)
    if best is None:
        return Party(role=role, given_by="unknown")
    score = best.read.get(name)
    slot = slot_of(scene, candidate.entry, replace(best.role, name=name)) if candidate.entry else ""
    is_read, is_slot = score is not None, name in best.slots
    given_by: Giver = "sentence"
    if is_read or is_slot:
        given_by = "network and entry" if is_read and is_slot else "network" if is_read else "entry"
    return Party(
        role=role,
        given_by=given_by,
        detail=slot if is_slot else "",
        score=score,
        judged_as=name,
        chance=round(chance(name, features(best)), 4),
        evidence=weighed(name, features(best)),
    )


def slot_of(scene: Scene, found: Found, role: Role) -> str:
    """Return where an entry finds a party: in one of its slots, or in the clause around; "" when nowhere."""
    trigger = found.typed.trigger
    slots = (*trigger.recipient, *trigger.actor) if role.name == "recipient" else (*trigger.actor, *trigger.recipient)
    for slot in slots:
        if any(role.span == r.span for r in roles_in(scene, found, slot, role.name)):
            return slot
    around = (
        ("whose clause it is", attending(scene, found)),
        ("who answers it", responding(scene, found)),
        ("its complement", complement_role(scene, found, frozenset())),
    )
    return next((where for where, roles in around if any(role.span == r.span for r in roles)), "")


def status_reason(scene: Scene, reading: Coded) -> StatusReason:
    """Return why a reading has its status: which rule of the coder gave it, and from which words."""
    act = reading.candidate.act
    basis, words = status_basis(scene, reading)
    return StatusReason(status=reading.event.status, basis=basis, words=words, network=act.statuses if act else ())


def status_basis(scene: Scene, reading: Coded) -> tuple[StatusBasis, tuple[Span, ...]]:
    """Return the rule that gave a reading its status, and the words it goes by."""
    candidate, event = reading.candidate, reading.event
    own = candidate.trigger.status if candidate.trigger else None
    found = find_status(scene.parse, candidate.token)
    sure = candidate.act is not None and candidate.act.statuses[0][1] >= SURE
    if event.type != candidate.event_type:
        return "announced", deciding_words(
            scene.parse,
            reading,
            lambda p: announced_type(p, candidate.token, candidate.event_type, own or find_status(p, candidate.token)),
        )
    if own:
        return "entry", (event.trigger,)
    if sure and candidate.act and candidate.act.statuses[0][0] == event.status != found:
        return "network", ()
    if found == event.status:
        words = deciding_words(scene.parse, reading, lambda p: find_status(p, candidate.token))
        return ("default", ()) if found == "happened" else ("words", words)
    if event.status == "planned" and event.date:
        return "date", (event.date.span,) if event.date.span else ()
    return "network", ()


def deciding_words(parse: Parse, reading: Coded, decide: Callable[[Parse], object]) -> tuple[Span, ...]:
    """Return the words of a reading's sentence without any one of which a decision would be another.

    Args:
        parse: Parse of the article.
        reading: The reading.
        decide: The decision; it is taken again with each word blotted out.
    """
    decided = decide(parse)
    tokens = (token for token in parse.tokens_in(reading.event.evidence[0]) if token != reading.token)
    return tuple(parse.span(token) for token in tokens if decide(without(parse, token)) != decided)


def without(parse: Parse, token: int) -> Parse:
    """Return a parse in which one word says nothing; what hangs where stays as it is."""

    def blotted(column: tuple[str, ...]) -> tuple[str, ...]:
        return (*column[:token], "", *column[token + 1 :])

    deps = blotted(parse.deps) if parse.deps[token] == "neg" else parse.deps
    return replace(parse, words=blotted(parse.words), lemmas=blotted(parse.lemmas), tags=blotted(parse.tags), deps=deps)


def retold(told: Sequence[Coded], happenings: Sequence[Coded], reading: Coded) -> Iterator[Retold]:
    """Yield the other tellings of the happening that a reading tells.

    Args:
        told: All readings of the article.
        happenings: Those that stand for its happenings, with what was joined into each.
        reading: The reading that was kept, as the clearest.
    """
    for happening in happenings:
        if happening.event.id != reading.event.id:
            continue
        first = next(other for other in told if other.candidate == happening.candidate)
        same_as_first = {telling.event.id: same for telling, same in happening.tellings}.get(reading.event.id)
        for other, same in ((first, same_as_first), *happening.tellings):
            if other.event.id != reading.event.id:
                yield Retold(trigger=other.event.trigger, sentence=other.event.evidence[0], chance=same)
