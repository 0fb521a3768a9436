"""The labels the reader learns, in the order of its output columns."""

TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
STATUSES = ("happened", "planned", "denied", "hypothetical")
ROLES = ("actor", "recipient", "place", "amount", "instrument", "source", "date", "speaker", "content")
SPEECH = len(TYPES)  # what a cue of speech is to the head of roles, beside the types of events
NAMES = ("PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "DATE")
MODES = (
    "visit", "third-party", "multilateral", "phone", "withdraw", "release", "disarm", "ceasefire", "access", "resign",
    "assist", "change", "yield", "meet", "disapprove", "investigate", "allege", "relations", "territory", "violence",
    "restrict", "expel", "arrest", "demo", "hunger", "strike", "boycott", "riot", "obstruct", "vandalize", "convict",
    "discontinue", "troops", "weapons", "police", "militia", "censor", "deport", "cyber", "curfew", "misinformation",
    "martial-law", "withhold", "seize", "unconventional", "torture", "firearms", "crowd-control", "heavy-weapons",
    "aerial", "beat", "drone", "targeted", "destroy", "sexual", "explosives", "primitive", "suicide-attack", "abduct",
)  # fmt: skip
QUAD_TYPES = {
    1: ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    2: ("COOPERATE", "AID", "RETREAT"),
    3: ("REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION"),
    4: ("PROTEST", "MOBILIZE", "COERCE", "ASSAULT"),
}
WITHOUT_TRIGGERS = frozenset({"names", "polnear", "unread"})  # corpora that say nothing of events
MODE_UNKNOWN = "?"  # in place of the mode of an event of which nobody has said it
