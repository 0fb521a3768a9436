"""The PLOVER manual's rules for acts that are only announced: a promise, a refusal and a threat are acts of their own.

"Rabat will send aid" promises cooperation, "Rabat will free the pilots" to let go: AGREE. "Rabat will leave the bases"
promises to withdraw: CONCEDE, and so does who vows to stop his attacks. "Rabat will not end it" refuses: REJECT.
"Rabat will impose sanctions if ..." is THREATEN. Meetings and signings keep their type: a scheduled visit is CONSULT,
planned, a scheduled signature SUPPORT, planned.
"""

from collections.abc import Mapping

from regesta.coding.triggers.candidates import Candidate
from regesta.model.event import Status
from regesta.model.parse import Parse
from regesta.ontology.status import load_status
from regesta.ontology.triggers import PartOfSpeech, load_triggers

# What a promise of an act is: its type, and the CAMEO code: promise to aid 033, to cooperate 031, to yield 035.
PROMISED: Mapping[str, tuple[str, str]] = {
    "AID": ("AGREE", "033"),
    "COOPERATE": ("AGREE", "031"),
    "RETREAT": ("CONCEDE", "035"),
}
IS_TO = frozenset({"is", "are"})  # "is to withdraw its troops"
REFUSED = frozenset({*PROMISED, "CONCEDE", "AGREE", "SUPPORT"})
THREATENED = frozenset({"SANCTION", "COERCE", "ASSAULT"})
CEASING = frozenset({"THREATEN", "REJECT", "SANCTION", "RETREAT", "AGREE"})  # "would stop attacking" is none of them
ANNOUNCED_BY: Mapping[str, Status] = {
    "AGREE": "planned",
    "CONCEDE": "planned",
    "THREATEN": "planned",
    "REJECT": "denied",
}
# CAMEO codes of a refusal and a threat: refuse to yield 124 and so on.
REFUSAL_CODES: Mapping[str, str] = {"AID": "122", "COOPERATE": "121", "RETREAT": "124", "CONCEDE": "124"}
CEASING_CODE = "080"
THREAT_CODES: Mapping[str, str] = {"SANCTION": "1312", "COERCE": "137", "ASSAULT": "138"}


def announced_type(parse: Parse, verb: int, event_type: str, status: Status) -> tuple[str, str, Status] | None:
    """Return the type, CAMEO code and status of an act that is only announced; None when its own type stands.

    Args:
        parse: Parse of the article.
        verb: The trigger's head word; nouns are never recoded.
        event_type: Type of the trigger.
        status: Status found for the act.
    """
    if parse.pos[verb] != "VERB":
        return None
    if event_type == "THREATEN" and vows_peace(parse, verb):
        return "CONCEDE", CEASING_CODE, "happened"
    if not has_volition(parse, verb):
        return None
    if event_type in CEASING and status == "planned" and ends_violence(parse, verb):
        return "CONCEDE", CEASING_CODE, "happened"
    if status == "denied" and event_type in REFUSED:
        return "REJECT", REFUSAL_CODES.get(event_type, "120"), "happened"
    if status == "planned" and event_type in PROMISED:
        kind, code = PROMISED[event_type]
        return ("AGREE" if lets_go(parse, verb) else kind), code, "happened"
    if event_type in THREATENED and has_condition(parse, verb):
        return "THREATEN", THREAT_CODES[event_type], "happened"
    return None


def lets_go(parse: Parse, verb: int) -> bool:
    """Tell whether a verb is of letting people or things go, which promised is AGREE: so the PLOVER gold has it."""
    entries = load_triggers().get((parse.lemmas[verb], "verb"), ())
    return any((entry.event_type, entry.trigger.mode) == ("RETREAT", "release") for entry in entries)


def vows_peace(parse: Parse, verb: int) -> bool:
    """Tell whether what somebody vows is to end his violence, which is no threat: "**vowed** to stop its attacks"."""
    return any(ends_violence(parse, clause) for clause in parse.governed(verb, "xcomp"))


def ends_violence(parse: Parse, verb: int) -> bool:
    """Tell whether a verb is of ending one's own violence: "**stop** attacking", "**end** its attacks"."""
    if parse.lemmas[verb] not in load_status().stopping:
        return False
    acts = parse.governed(verb, "dobj", "xcomp")
    return any(is_violence(parse, act) and not has_other_owner(parse, act) for act in acts)


def is_violence(parse: Parse, act: int) -> bool:
    """Tell whether a word names violence, by the trigger entries."""
    pos: PartOfSpeech = "noun" if parse.pos[act] == "NOUN" else "verb"
    return any(entry.event_type == "ASSAULT" for entry in load_triggers().get((parse.lemmas[act], pos), ()))


def has_other_owner(parse: Parse, act: int) -> bool:
    """Tell whether an act is told of as known, or as somebody else's: "vowed to end **the** attacks of the rebels"."""
    return any(parse.tags[word] != "PRP$" for word in parse.governed(act, "det", "poss"))


def is_announcement(parse: Parse, candidate: Candidate, told: Status) -> bool:
    """Tell whether the network reads the promise, refusal or threat itself into a verb, not what the verb says.

    "The navy **will help** Togo" is read as AGREE, which has happened with these words. An entry for "help" means the
    help, and `announced_type` makes the promise of it.

    Args:
        parse: Parse of the article.
        candidate: The reading.
        told: Status of what the verb says.
    """
    if candidate.entry is not None or parse.pos[candidate.token] != "VERB":
        return False
    return ANNOUNCED_BY.get(candidate.event_type) == told and has_volition(parse, candidate.token)


def is_put_off(parse: Parse, candidate: Candidate) -> bool:
    """Tell whether "will" puts off an entry's verb that is no promise or threat itself: "will **sign** a treaty"."""
    is_own_act = candidate.entry is not None and candidate.event_type not in ANNOUNCED_BY
    return is_own_act and has_volition(parse, candidate.token)


def has_volition(parse: Parse, verb: int) -> bool:
    """Tell whether a verb is put off by "will", "would" or "is to"."""
    auxiliaries = {parse.lemmas[child] for child in parse.governed(verb, "aux")}
    if parse.deps[verb] == "xcomp" and parse.is_infinitive(verb) and parse.words[parse.heads[verb]].lower() in IS_TO:
        is_passive = parse.governs(verb, "auxpass")
        return not is_passive and not parse.governs(parse.heads[verb], "acomp", "attr", "mark")
    return bool(auxiliaries & load_status().planned.modals) or "would" in auxiliaries


def has_condition(parse: Parse, verb: int) -> bool:
    """Tell whether a clause opened by "if" or "unless" hangs on the verb: the threat's condition."""
    conditions = load_status().conditions
    return any(
        parse.lemmas[mark] in conditions
        for clause in parse.governed(verb, "advcl")
        for mark in parse.governed(clause, "mark")
    )
