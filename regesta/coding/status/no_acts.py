"""Words that look like acts and are none: what is to be prevented, and what somebody is rather than does."""

from collections.abc import Collection

from regesta.coding.status.negation import is_negated
from regesta.coding.triggers.arguments import subjects
from regesta.coding.triggers.candidates import Candidate
from regesta.model.parse import UNDERGOING, Parse
from regesta.ontology.status import load_status

PREVENTING = frozenset({"prevent", "avoid", "avert", "deter", "foil", "thwart", "forestall"})
RESISTING = frozenset({"repel", "repulse", "withstand", "resist", "survive", "weather"})  # what others do, and did
PURPOSE_DEPS = frozenset({"advcl", "acl"})
DEEDS = frozenset({"SANCTION", "COERCE", "ASSAULT", "AID", "MOBILIZE"})
LONGEST_PHRASE = 3  # "stop short of"
RAIDS = frozenset({"raid", "swoop", "sweep"})
OCCASIONS = frozenset({"in", "during"})
DONE_IN_RAIDS = frozenset({"arrest", "detain", "seize", "capture", "confiscate", "hold"})  # a killing has its own words
DEFINITE = frozenset({"the", "this", "that", "these", "those"})  # "to prevent the massacre of": there was one
# Who somebody is to others for years: "is the biggest recipient of aid", "remains the largest arms supplier".
STANDING = frozenset({
    "recipient", "beneficiary", "donor", "contributor", "supplier", "provider", "exporter", "importer", "buyer",
    "customer", "creditor", "lender", "borrower", "producer", "consumer", "investor",
})  # fmt: skip
# What neighbours share without doing anything, and how claims to land are told from charges.
LYING_BETWEEN = frozenset({
    "border", "frontier", "boundary", "coast", "coastline", "river", "lake", "basin", "island", "peninsula", "sea",
    "field", "aquifer", "reservoir", "language", "history", "culture", "religion", "heritage", "ancestry", "tradition",
})  # fmt: skip
OF_LAND = frozenset({
    "territorial", "maritime", "sovereignty", "sweeping", "expansive", "overlapping", "rival", "competing", "historic",
    "historical", "land", "sea", "border", "to",
})  # fmt: skip
# What somebody does behind or on account of an act that was told before is not that act.
ON_ACCOUNT = frozenset({"after", "before", "since", "following", "despite", "over"})
POINTING = frozenset({"that", "this", "those", "these"})


def is_no_act(parse: Parse, candidate: Candidate) -> bool:
    """Tell whether a word is no act where it stands, though the network or an entry reads one."""
    token = candidate.token
    if parse.pos[token] != "NOUN":
        return is_leaving_off(parse, candidate) or is_bordering(parse, candidate)
    if is_denied_charge(parse, candidate) or is_claim_to_land(parse, candidate):
        return True
    if is_standing(parse, token) or is_occasion(parse, token):
        return True
    verb = prevented_by(parse, token)
    is_purpose = verb is not None and parse.is_infinitive(verb) and parse.deps[verb] in PURPOSE_DEPS
    return is_purpose and not any(parse.lemmas[word] in DEFINITE for word in parse.governed(token, "det", "poss"))


def is_denied_charge(parse: Parse, candidate: Candidate) -> bool:
    """Tell whether a noun only names what somebody denies that he was accused of: "Togo denies the **charge**".

    With who said it or what it was, it may be where the article tells of it: "rejected **Chad's** allegation of fraud".
    """
    noun, words = candidate.token, load_status()
    if not any(parse.lemmas[word] in DEFINITE for word in parse.governed(noun, "det")) or parse.governs(
        noun, "poss", "prep", "acl", "relcl"
    ):
        return False
    is_object = parse.deps[noun] in UNDERGOING and parse.lemmas[parse.heads[noun]] in words.disbelieving
    return candidate.event_type == "ACCUSE" and is_object and parse.lemmas[candidate.token] in words.claims


def is_claim_to_land(parse: Parse, candidate: Candidate) -> bool:
    """Tell whether a claim is one to land or waters, and no charge: "its sweeping **claims**", "its claim to it"."""
    noun = candidate.token
    if candidate.event_type != "ACCUSE" or parse.lemmas[noun] != "claim":
        return False
    told = {parse.lemmas[word].lower() for word in parse.governed(noun, "amod", "compound", "prep")}
    return bool(told & OF_LAND)


def is_bordering(parse: Parse, candidate: Candidate) -> bool:
    """Tell whether a verb only says what two states have between them: "**shares** a border with", "share a river"."""
    shared = (parse.lemmas[noun].lower() for noun in parse.governed(candidate.token, "dobj"))
    return parse.lemmas[candidate.token] == "share" and any(noun in LYING_BETWEEN for noun in shared)


def is_leaving_off(parse: Parse, candidate: Candidate) -> bool:
    """Tell whether a verb only says that something is not done, or not refused: "**stopped** short of", "not rule"."""
    words, verb = load_status(), candidate.token
    behind = " ".join(parse.lemmas[verb : verb + LONGEST_PHRASE])
    if candidate.event_type == "REJECT":
        return is_negated(parse, verb) and any(f"{behind} ".startswith(f"{phrase} ") for phrase in words.excluding)
    phrases = (phrase for phrase in words.abstaining if " " in phrase)
    return candidate.event_type in DEEDS and any(f"{behind} ".startswith(f"{phrase} ") for phrase in phrases)


def is_standing(parse: Parse, noun: int) -> bool:
    """Tell whether a noun says what somebody is to others, or what for: "is the biggest **recipient** of **aid**"."""
    above = parse.heads[noun]
    if parse.deps[noun] == "pobj" and parse.lemmas[above] in {"of", "to"}:
        noun = parse.heads[above]
    return parse.deps[noun] == "attr" and parse.lemmas[noun] in STANDING


def is_occasion(parse: Parse, noun: int) -> bool:
    """Tell whether a raid is but the occasion of what was done in it: "police arrested six **in a raid** on a flat"."""
    prep = parse.heads[noun]
    if parse.lemmas[noun] not in RAIDS or parse.deps[noun] != "pobj" or parse.lemmas[prep] not in OCCASIONS:
        return False
    bearer = parse.heads[prep]
    bearer = parse.first_of_row(bearer)
    verb = parse.heads[bearer] if parse.deps[bearer] in UNDERGOING else bearer  # "arrested **six** in"
    return parse.lemmas[verb] in DONE_IN_RAIDS


def prevented_by(parse: Parse, noun: int, verbs: Collection[str] = PREVENTING) -> int | None:
    """Return the verb that says of an act that it is prevented: "**foiled** an attack"; None where none does."""
    noun = parse.first_of_row(noun)
    verb = parse.heads[noun]
    is_object = parse.deps[noun] in UNDERGOING and parse.pos[verb] == "VERB"
    return verb if is_object and parse.lemmas[verb] in verbs else None


def preventers(parse: Parse, token: int) -> frozenset[int]:
    """Return the head words of those who prevent or repel an act, and so did not do it; empty when nobody does."""
    verb = prevented_by(parse, token, PREVENTING | RESISTING) if parse.pos[token] == "NOUN" else None
    return frozenset() if verb is None else frozenset(subjects(parse, verb))


def is_answer_to(parse: Parse, act: int, noun: int) -> bool:
    """Tell whether somebody does something on account of an act told before: "**Chad** sent troops after that raid"."""
    prep = parse.heads[act]
    if parse.pos[act] != "NOUN" or parse.deps[act] != "pobj" or parse.words[prep].lower() not in ON_ACCOUNT:
        return False
    is_told = any(parse.lemmas[word] in POINTING for word in parse.governed(act, "det"))
    verb = parse.heads[prep]
    return is_told and parse.pos[verb] == "VERB" and noun in subjects(parse, verb)
