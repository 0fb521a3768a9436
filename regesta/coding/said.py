"""How something was said: by what means, by what kind of speaker, whether it denies, what it does with events."""

import re

from regesta.model.annotation import Quote
from regesta.model.article import Article
from regesta.model.event import Event, Role
from regesta.model.parse import SUBJECTS, VERBAL, Parse
from regesta.model.statement import Channel, ChannelKind, Polarity, SpeakerKind, Stance, StanceKind
from regesta.ontology.actor_sectors import load_sectors
from regesta.ontology.speech_verbs import SpeechClass, load_speech

NOBODY = re.compile(r"(?:no[- ]?(?:one|body)|none|neither|nothing|no)\b", re.IGNORECASE)
NEITHER = re.compile(r"\bneither\s$", re.IGNORECASE)
NEAR_CHARS = 10  # before a speaker that may hold the "neither" of "neither A nor B"
# Who does not do these has said nothing of what he was asked: "did not say whether", "refused to confirm that".
DISCLOSING = frozenset(
    {"say", "tell", "disclose", "specify", "reveal", "confirm", "explain", "elaborate", "clarify", "comment", "detail"}
)
REFUSALS = frozenset({"decline", "refuse"})
QUESTION_WORDS = frozenset({"whether", "if", "how", "when", "where", "who", "whom", "whose", "what", "which", "why"})
MEDIA = "JRN"
# Of that sector, but no paper or station: those who write for one.
JOURNALISTS = frozenset({"reporter", "reporters", "journalist", "journalists", "correspondent", "media", "press"})
TOLD = frozenset({"conference", "media", "hearing", "speech"})  # "told a news conference", "told the court"
DENYING_SUBJECTS = frozenset({"nobody", "nothing", "none", "neither"})
ANNOUNCING = frozenset({"promises", "announces", "agrees"})
DEMANDING = frozenset({"demands", "asks"})
THREATS = frozenset({"THREATEN", "ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
PEOPLE = frozenset({"person", "group"})  # kinds of nouns for actors; the rest are bodies
SOURCE_NOUNS = frozenset({"source", "witness", "observer", "insider", "aide", "resident", "survivor", "people", "man"})


def channel_of(article: Article, quote: Quote, addressee: Role | None) -> Channel | None:
    """Return by what means a quote was said: what a preposition tells, else the medium or meeting it was told to."""
    if quote.channel is not None:
        kind = kind_in(article, quote.channel.start, quote.channel.end)
        return Channel(quote.channel, quote.channel.of(article.text), kind) if kind else None
    if addressee is None:
        return None
    named = MEDIA if is_medium(addressee) else None
    kind = "media" if named else kind_in(article, addressee.span.start, addressee.span.end)
    return Channel(addressee.span, addressee.text, kind) if kind in TOLD else None


def is_nobody(article: Article, speaker: Role) -> bool:
    """Tell whether the words for a speaker say that nobody spoke: "no official", "neither side", "neither A nor B"."""
    before = article.text[max(0, speaker.span.start - NEAR_CHARS) : speaker.span.start]
    return NOBODY.match(speaker.text) is not None or NEITHER.search(before) is not None


def is_left_open(parse: Parse, quote: Quote) -> bool:
    """Tell whether somebody leaves a question open: "did not **say** whether it would go", "declined to say when"."""
    if quote.cue is None or quote.kind == "direct":
        return False
    cue = parse.tokens_in(quote.cue)
    verb = next((token for token in reversed(cue) if parse.lemmas[token] in DISCLOSING), None)
    if verb is None:
        return False
    is_refused = parse.is_infinitive(verb) and parse.lemmas[parse.heads[verb]] in REFUSALS
    negated = parse.governs(verb, "neg")
    opens = parse.lemmas[parse.tokens_in(quote.content[0])[0]].lower() in QUESTION_WORDS
    return is_refused or (negated and opens)


def kind_in(article: Article, start: int, end: int) -> ChannelKind | None:
    """Return the kind of the first noun between two offsets that is a channel."""
    parse, words = article.parse, load_speech()
    if parse is None:
        return None
    tokens = range(parse.token_at(start), parse.token_at(end - 1) + 1)
    inside = [token for token in tokens if parse.heads[token] not in tokens or parse.heads[token] == token]
    return next((kind for token in inside if (kind := words.channel_kind(parse, token))), None)


def is_medium(addressee: Role) -> bool:
    """Tell whether an addressee is a newspaper, station or agency: by its sector, its name, or a word of its name."""
    if addressee.actor is not None and addressee.actor.sector == MEDIA:
        return not any(word in addressee.text.lower().split() for word in JOURNALISTS)
    outlets, words = load_speech().outlets, addressee.text.lower().removeprefix("the ").split()
    has_name = any(word[:1].isupper() for word in addressee.text.split())
    return has_name and (" ".join(words) in outlets or not outlets.isdisjoint(words))


def polarity_of(article: Article, quote: Quote, speech_class: SpeechClass | None) -> Polarity:
    """Return whether a quote says that something is not so: by its cue or in its main clause, but not by both."""
    negated = article.parse is not None and is_negated(article.parse, quote)
    return "denied" if negated != (speech_class == "denies") else "affirmed"


def is_negated(parse: Parse, quote: Quote) -> bool:
    """Tell whether the main clause of the first words of a quote is negated: "had not fired", "nobody was hurt"."""
    tokens = parse.tokens_in(quote.content[0])
    for token in tokens:
        if parse.pos[token] in VERBAL and (parse.heads[token] == token or parse.heads[token] not in tokens):
            if parse.governs(token, "neg"):
                return True
            subjects = parse.governed(token, *SUBJECTS)
            return any(denies(parse, subject) for subject in subjects)
    return False


def denies(parse: Parse, subject: int) -> bool:
    """Tell whether a subject is nobody or nothing: "no ship", "none of them"."""
    return parse.lemmas[subject] in DENYING_SUBJECTS or any(
        parse.lemmas[child] == "no" for child in parse.governed(subject, "det")
    )


def stance_of(event: Event, speech_class: SpeechClass | None, speaker: Role | None) -> Stance:
    """Return what a statement does with an event that it speaks of."""
    kind: StanceKind = "asserts"
    if event.status == "denied" or speech_class == "denies":
        kind = "denies"
    elif event.status in {"planned", "hypothetical"} or speech_class in DEMANDING:
        if speech_class in DEMANDING:
            kind = "demands"
        elif is_threat(event, speech_class, speaker):
            kind = "threatens"
        else:
            kind = "announces" if event.status == "planned" or speech_class in ANNOUNCING else "supposes"
    return Stance(event.id, kind)


def is_threat(event: Event, speech_class: SpeechClass | None, speaker: Role | None) -> bool:
    """Tell whether a speaker speaks of harm that his own side may do: "Moscow warned it would expel the envoys"."""
    if event.type not in THREATS or speaker is None or speaker.actor is None:
        return False
    own = {speaker.actor.iso3, speaker.actor.entity} - {None}
    is_own = any(role.actor and not own.isdisjoint({role.actor.iso3, role.actor.entity}) for role in event.actors)
    return is_own and (speech_class == "warns" or event.type == "THREATEN")


def kind_of_speaker(article: Article, speaker: Role) -> SpeakerKind | None:
    """Return what kind of speaker a role is; see `Statement.speaker_kind`."""
    kind = ((speaker.actor.entity if speaker.actor else None) or "").partition(":")[0]
    if kind == "person":
        return "person"
    parse = article.parse
    tokens = parse.tokens_in(speaker.span) if parse else range(0)
    heads = [t for t in tokens if parse and parse.heads[t] not in tokens]
    head = heads[0] if heads else next(iter(tokens), None)
    if parse is None or head is None:
        return None
    lemma = parse.lemmas[head]
    noun = load_sectors().noun((lemma,))
    if parse.pos[head] == "NOUN" and (lemma in SOURCE_NOUNS or (noun is not None and noun.kind in PEOPLE)):
        return "anonymous"
    return "body" if kind or (noun is not None and noun.kind == "body") else None
