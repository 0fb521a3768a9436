"""Turns the argument slots of a trigger into roles: the words that fill them and the actor they denote."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from regesta.coding.roles.dateline import behind_dateline, dateline_end
from regesta.coding.roles.quoted import Said, innermost
from regesta.coding.roles.speakers import SpeakerFinder
from regesta.coding.roles.vague_parties import is_first_person
from regesta.coding.triggers.arguments import MODIFIER_DEPS, carrier_of, clause_subjects, fill_slot, words_before
from regesta.coding.triggers.candidates import Candidate, find_candidates
from regesta.coding.triggers.triggers import Found
from regesta.model.annotation import Mention
from regesta.model.article import Article
from regesta.model.entity import Actor
from regesta.model.event import Role
from regesta.model.nearby import Placed
from regesta.model.parse import Parse
from regesta.model.span import Span
from regesta.ontology.status import load_status

GROUP_NOUNS = frozenset(
    {
        *("group", "member", "hundred", "thousand", "ten", "dozen", "number", "part", "one", "some", "many", "most"),
        *("all", "several", "head", "series", "crowd", "majority", "any", "none", "rest", "leader", "couple", "lot"),
    }
)
OWNING_PREPOSITIONS = frozenset({"of", "by", "from", "to", "with", "between", "on", "against", "for", "among"})
SHARING_PREPOSITIONS = frozenset({"of", "from"})
RESPONDING_VERBS = frozenset({"accept", "reject", "refuse", "answer", "dismiss", "decline", "deny", "respond", "heed"})
LIKELY = 0.5
OWNER_BASIS = "owner"  # begins how the state is known that a thing is of: "a **Chinese** balloon"
WEAK_CONFIDENCE = 0.6  # an actor known only through a modifier ("Israeli settlements") stands for it less surely


@dataclass(frozen=True, slots=True)
class Scene:
    """An article with the lookups that coding needs, built once per article.

    Attributes:
        article: The article.
        parse: Its parse.
        by_head: Mentions by the token that heads them.
        candidates: The readings of its words as acts, in text order.
        sentence_starts: First token of each sentence.
        triggers: The words that are more likely an act than not, by network or entry.
        speakers: What is quoted in the article, with its speakers; none where the text does not give any.
        first_token: The first token behind the dateline, whose names take no part in an act.
    """

    article: Article
    parse: Parse
    by_head: dict[int, Mention]
    candidates: tuple[Candidate, ...]
    sentence_starts: list[int]
    triggers: frozenset[int]
    speakers: Placed[Said]
    first_token: int

    def sentence_of(self, token: int) -> int:
        """Return the number of the sentence a token stands in."""
        return bisect_right(self.sentence_starts, token) - 1

    def sentence_tokens(self, token: int) -> range:
        """Return the tokens of the sentence a token stands in, white space after it included."""
        after = bisect_right(self.sentence_starts, token)
        start = self.sentence_starts[after - 1] if after else 0
        end = self.sentence_starts[after] if after < len(self.sentence_starts) else len(self.parse)
        return range(start, end)

    def speaker_at(self, token: int) -> Role | None:
        """Return who speaks where a token stands, of quotes within quotes the inner one's; None outside of quotes.

        Of "we" and "I" that is who says the words in which they stand.
        """
        return innermost(self.speakers.around(self.parse.span(token)))


def scene_of(article: Article, parse: Parse) -> Scene:
    """Build the lookups for one article."""
    candidates = tuple(find_candidates(parse, article.acts))
    by_head = {mention.head: mention for mention in article.mentions}
    likely = frozenset(c.token for c in candidates if max(c.probability, c.reliability) >= LIKELY)
    starts = [sentence.first_token for sentence in article.sentences]
    spoken = zip(article.quotes, SpeakerFinder(article, parse).roles(), strict=True)
    speakers = Placed((span, (span, quote, roles)) for quote, roles in spoken for span in quote.content)
    towns = [m.span.start for m in article.mentions if m.place and m.place.precision == "city"]
    first_token = bisect_left(parse.starts, dateline_end(article.text, towns))
    return Scene(article, parse, by_head, candidates, starts, likely, speakers, first_token)


def find_roles(scene: Scene, found: Found) -> tuple[list[Role], list[Role]]:
    """Return the actors and the recipients of a trigger.

    The first slot that holds a political actor wins; a reciprocal entry takes the parties of all its slots as actors.
    """
    trigger = found.typed.trigger
    if trigger.reciprocal:
        parties = merged(roles_in(scene, found, slot, "actor") for slot in trigger.actor)
        return parties if len(parties) > 1 else merged([parties, attending(scene, found)]), []
    actors = first_filled(scene, found, trigger.actor, "actor", frozenset())
    taken = frozenset(role.span for role in actors)
    recipients = first_filled(scene, found, trigger.recipient, "recipient", taken)
    if trigger.pos == "noun" and not recipients:
        recipients = responding(scene, found)
    if trigger.clause and not recipients:
        recipients = complement_role(scene, found, taken)
    return actors, [role for role in recipients if not is_own(role, actors)]


def attending(scene: Scene, found: Found) -> list[Role]:
    """Return who attends a meeting that names one party only: the subject of its clause ("arrived for talks with")."""
    parse = scene.parse
    if parse.pos[found.token] != "NOUN":
        return []
    verb = next((above for above in parse.ancestors(found.token) if parse.pos[above] in {"VERB", "AUX"}), None)
    if verb is None or parse.lemmas[verb] not in load_status().motion:
        return []
    return roles_at(scene, clause_subjects(parse, verb, 0), "actor")


def responding(scene: Scene, found: Found) -> list[Role]:
    """Return to whom an act was addressed that somebody answers: "**Kyiv** rejected Moscow's demand"."""
    carrier = carrier_of(scene.parse, found.token)
    if carrier is None or scene.parse.lemmas[carrier] not in RESPONDING_VERBS:
        return []
    return roles_at(scene, clause_subjects(scene.parse, carrier, 0), "recipient")


def is_own(role: Role, actors: Iterable[Role]) -> bool:
    """Tell whether a recipient is known only through what belongs to an actor itself: "withdrew **its** troops"."""
    if role.actor is None or not role.actor.basis.startswith(OWNER_BASIS):
        return False
    return any(a.actor and (a.actor.entity, a.actor.name) == (role.actor.entity, role.actor.name) for a in actors)


def party(role: Role) -> str:
    """Return what identifies one party: the resolved actor's id or name, else its words."""
    if role.actor is None:
        return role.text.lower()
    return role.actor.entity or f"{role.actor.name.lower()}/{role.actor.iso3}"


def roles_at(scene: Scene, tokens: Iterable[int], name: str) -> list[Role]:
    """Return the roles that given noun heads yield."""
    return [role for token in tokens for role in roles_of(scene, token, name)]


def first_filled(scene: Scene, found: Found, slots: Iterable[str], name: str, taken: frozenset[Span]) -> list[Role]:
    """Return the political actors of the first slot that has one."""
    for slot in slots:
        roles = [role for role in roles_in(scene, found, slot, name) if role.span not in taken]
        if roles:
            return roles
    return []


def merged(groups: Iterable[list[Role]]) -> list[Role]:
    """Return the roles of several slots in text order, each span once."""
    found = {role.span: role for roles in groups for role in roles}
    return [found[span] for span in sorted(found)]


def roles_in(scene: Scene, found: Found, slot: str, name: str) -> list[Role]:
    """Return the roles that one slot of a trigger yields."""
    tokens = fill_slot(scene.parse, found.token, slot, found.carried)
    if slot == "subject" and not tokens and found.carried is None and scene.parse.pos[found.token] == "NOUN":
        carrier = carrier_of(scene.parse, found.token)
        tokens = fill_slot(scene.parse, carrier, slot) if carrier is not None else []
    tokens = behind_dateline(scene.parse, tokens, scene.first_token)
    return [role for token in tokens if token != found.token for role in roles_of(scene, token, name)]


def roles_of(scene: Scene, token: int, name: str) -> list[Role]:
    """Return the actors a noun contributes: itself, those it counts ("dozens of protesters"), or whose it is."""
    mention = scene.by_head.get(token)
    if mention is not None and mention.actor is not None:
        return [role_of_mention(scene, other, name) for other in (mention, *distributed(scene, token))]
    if is_first_person(scene.parse.words[token]):
        speaker = scene.speaker_at(token)
        return [replace(speaker, name=name)] if speaker is not None and speaker.actor is not None else []
    if scene.parse.lemmas[token] in GROUP_NOUNS:
        for prep in scene.parse.governed(token, "prep"):
            inner = [r for noun in scene.parse.governed(prep, "pobj") for r in roles_of(scene, noun, name)]
            if inner and scene.parse.lemmas[prep] in {"of", "from"}:
                return inner
    named = scene.by_head.get(next(scene.parse.governed(token, "appos"), token))
    if named is not None and named.label == "PERSON" and named.actor is not None:
        return [role_of_mention(scene, named, name)]  # "Putin's predecessor, **Boris Yeltsin**"
    owner = owner_of(scene, token)
    return [owned_role(scene, owner, name)] if owner is not None else []


def distributed(scene: Scene, token: int) -> Iterator[Mention]:
    """Yield the other actors that a plural is said of: "the presidents of Turkey and **Russia**".

    Before the plural those are the states that resolution has parted it among: "**Russian** and Ukrainian delegations".
    """
    parse = scene.parse
    if parse.tags[token] not in {"NNS", "NNPS"}:
        return
    preps = [prep for prep in parse.governed(token, "prep") if parse.lemmas[prep] in SHARING_PREPOSITIONS]
    behind = [noun for prep in preps for noun in parse.governed(prep, "pobj")]
    before = [*parse.governed(token, *MODIFIER_DEPS, "poss")]
    for noun in (*behind, *before):
        for other in listed_with(parse, noun):
            mention = scene.by_head.get(other)
            is_other = other != noun or is_part(parse, mention)
            if is_other and mention is not None and mention.actor is not None and other != token:
                yield mention


def is_part(parse: Parse, mention: Mention | None) -> bool:
    """Tell whether a mention is a state's part in a plural behind it: a description that is but a state's name."""
    return mention is not None and mention.form == "nominal" and parse.entities[mention.head] != ""


def noun_of(scene: Scene, token: int) -> int:
    """Return the plural that a state's part belongs to ("delegations" for "Russian"); the token itself for others."""
    parse = scene.parse
    if not is_part(parse, scene.by_head.get(token)):
        return token
    first = parse.first_of_row(token)
    noun = parse.heads[first]
    is_plural = noun > token and noun in scene.by_head and parse.tags[noun] in {"NNS", "NNPS"}
    return noun if is_plural else token


def is_parted(scene: Scene, noun: int) -> bool:
    """Tell whether a plural is parted among states: "Russian and Ukrainian delegations"."""
    before = scene.parse.governed(noun, *MODIFIER_DEPS, "poss")
    return any(is_part(scene.parse, scene.by_head.get(token)) for token in before)


def listed_with(parse: Parse, noun: int) -> list[int]:
    """Return a noun or adjective with those coordinated with it: "**Latvian**, **Estonian** and **Polish**"."""
    found = [noun]
    for member in found:
        found.extend(parse.governed(member, "conj"))
    return found


def role_of_mention(scene: Scene, mention: Mention, name: str) -> Role:
    """Return the role a resolved mention fills; a pronoun is shown by the mention it stands for."""
    shown = mention
    if mention.form == "pronoun" and mention.antecedent is not None:
        shown = scene.article.mentions[mention.antecedent]
    return Role(name=name, span=shown.span, text=shown.span.of(scene.article.text), actor=mention.actor)


def owned_role(scene: Scene, owner: Mention, name: str) -> Role:
    """Return the role of whoever a thing belongs to: "rejected the **ministry's** request"; less sure than a party."""
    role = role_of_mention(scene, owner, name)
    return replace(role, actor=lowered(role.actor)) if role.actor else role


def owner_of(scene: Scene, token: int, steps: int = 2) -> Mention | None:
    """Return the actor a noun belongs to or is about: its possessor, its modifier, or the noun under its preposition.

    Args:
        scene: The article with lookups.
        token: The noun.
        steps: How many prepositional phrases deep to look ("imports of beef from Britain").
    """
    parse = scene.parse
    nouns = words_before(parse, token)
    for holder in (token, *parse.governed(token, "acl")):
        preps = [p for p in parse.governed(holder, "prep", "agent") if parse.lemmas[p] in OWNING_PREPOSITIONS]
        nouns += [noun for prep in preps for noun in parse.governed(prep, "pobj")]
    for noun in nouns:
        mention = scene.by_head.get(noun)
        is_dateline = noun < scene.first_token <= token  # parsers hang it on the first noun: "DAKAR - Soldiers"
        if mention is not None and mention.actor is not None and not is_dateline:
            return mention
    deeper = (owner_of(scene, noun, steps - 1) for noun in nouns if steps > 1)
    return next((mention for mention in deeper if mention is not None), None)


def complement_role(scene: Scene, found: Found, taken: frozenset[Span]) -> list[Role]:
    """Return the first actor that the infinitive of a verbal act names: "willing to send troops to Mali"."""
    clauses = [c for c in scene.parse.governed(found.token, "xcomp", "ccomp", "acl") if scene.parse.is_infinitive(c)]
    for clause in clauses:
        for token in scene.parse.subtree(clause):
            mention = scene.by_head.get(token)
            if mention is not None and mention.actor and mention.kind != "other" and mention.form != "pronoun":
                role = role_of_mention(scene, mention, "recipient")
                if role.span not in taken:
                    return [role]
    return []


def lowered(actor: Actor) -> Actor:
    """Return the actor as known through what belongs to it only."""
    return replace(
        actor, confidence=round(actor.confidence * WEAK_CONFIDENCE, 4), basis=f"{OWNER_BASIS}: {actor.basis}"
    )
