"""Turns what the network reads into an act's roles: the words, and the actor they denote in the article."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import reduce

from regesta.coding.roles.roles import Scene, roles_of
from regesta.model.act import Act, Argument
from regesta.model.annotation import Mention
from regesta.model.event import Role
from regesta.model.parse import Parse
from regesta.model.span import Span

NOMINAL_POS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
LEADING = frozenset({"the", "a", "an"})
LOOSE_POS = frozenset({"ADP", "CCONJ"})  # words that begin or end no party: "companies in"
NAMES = ("PERSON", "ORG", "GPE", "NORP", "LOC")


@dataclass(frozen=True, slots=True)
class Read:
    """Somebody whom the network reads into an act.

    Attributes:
        token: Head word.
        role: The words, and who they are.
        scores: The network's score by role.
    """

    token: int
    role: Role
    scores: dict[str, float]


def roles_read(scene: Scene, act: Act, name: str) -> Iterator[Read]:
    """Yield whom the network reads into an act in one role, in text order; each coordinated head is one."""
    for argument in act.arguments:
        if argument.role == name and argument.span.of(scene.article.text).lower() not in LEADING:
            yield from parts_read(scene, argument, act)


def parts_read(scene: Scene, argument: Argument, act: Act) -> Iterator[Read]:
    """Yield the parties that the words of an argument hold; words that nothing resolves stand for themselves.

    Args:
        scene: The article with lookups.
        argument: The words, and in which role the network reads them.
        act: The act whose argument it is.
    """
    heads = heads_in(scene.parse, argument.span)
    scores = {argument.role: argument.score}
    for number, head in enumerate(heads):
        resolved = roles_of(scene, head, argument.role)
        span = trimmed(scene, argument.span if len(heads) == 1 else part_of(scene.parse, argument.span, heads, number))
        text = span.of(scene.article.text)
        if len(resolved) > 1:
            for role in resolved:
                yield Read(head_of(scene, role), role, scores)
            continue
        role = resolved[0] if resolved else Role(name=argument.role, span=span, text=text)
        if argument.span.overlaps(role.span):
            if is_modified(scene, act, role):
                span = with_names(scene, span, role)
                role = replace(role, span=span, text=span.of(scene.article.text))
            elif is_mixed(scene, act, argument, role) or shows(scene, span, role):
                role = replace(role, span=span, text=text)
        yield Read(head, role, scores)


def head_of(scene: Scene, role: Role) -> int:
    """Return the head word of a role's words."""
    inside = (t for t in scene.parse.tokens_in(role.span) if t in scene.by_head and scene.by_head[t].span == role.span)
    of_mention = next(inside, None)
    return scene.parse.head_in(role.span) if of_mention is None else of_mention


def heads_in(parse: Parse, span: Span) -> list[int]:
    """Return the nominal heads of a span: the token that hangs outside it, and what is coordinated with that inside."""
    tokens = parse.tokens_in(span)
    roots = [t for t in tokens if (parse.heads[t] not in tokens or parse.heads[t] == t) and parse.pos[t] in NOMINAL_POS]
    if not roots:
        return [tokens[-1]] if len(tokens) else []
    head = roots[0] if len(roots) == 1 else next((t for t in roots if parse.pos[t] in {"NOUN", "PROPN"}), roots[-1])
    found = [head]
    for at in found:
        found += [c for c in parse.governed(at, "conj") if c in tokens and parse.pos[c] in {"NOUN", "PROPN", "PRON"}]
    return sorted(found)


def part_of(parse: Parse, span: Span, heads: list[int], number: int) -> Span:
    """Return the part of a span that belongs to one of its coordinated heads."""
    tokens = parse.tokens_in(span)
    first = tokens[0] if number == 0 else heads[number - 1] + 1
    while first < heads[number] and parse.deps[first] in {"cc", "punct"}:
        first += 1
    last = heads[number] if number + 1 < len(heads) else tokens[-1]
    return parse.span(first, last)


def is_modified(scene: Scene, act: Act, role: Role) -> bool:
    """Tell whether the act's word stands beside the noun of a role's mention: "the Danish invading army"."""
    return act.trigger.overlaps(role.span) and not act.trigger.overlaps(scene.parse.span(head_of(scene, role)))


def is_mixed(scene: Scene, act: Act, argument: Argument, role: Role) -> bool:
    """Tell whether the act's word is a role's mention, or words of other arguments are in its description."""
    mention = mention_of(scene, role)
    is_description = mention is not None and mention.name is None
    others = [a.span for a in act.arguments if is_description and not a.span.overlaps(argument.span)]
    return any(other.overlaps(role.span) for other in (act.trigger, *others))


def with_names(scene: Scene, span: Span, role: Role) -> Span:
    """Return words with the names up to the head of a role's mention: "Chinese president" of "visiting Chinese ..."."""
    parse, head = scene.parse, head_of(scene, role)
    names = [parse.span(token) for token in parse.tokens_in(role.span) if token <= head and is_name(parse, token)]
    return reduce(Span.joined, names, span)


def mention_of(scene: Scene, role: Role) -> Mention | None:
    """Return the mention that a role's words are; None when they are none."""
    heads = (scene.by_head.get(token) for token in scene.parse.tokens_in(role.span))
    return next((mention for mention in heads if mention and mention.span == role.span), None)


def shows(scene: Scene, span: Span, role: Role) -> bool:
    """Tell whether words hold every name that tells who a role's mention is, so that they may stand for it.

    "Authorities" do not show whose they are; "Mexican authorities" do.
    """
    parse, mention = scene.parse, mention_of(scene, role)
    if mention is None or mention.form == "pronoun":
        return True
    first = parse.token_at(span.start)
    if mention.span.start < span.start and parse.pos[first - 1] == "ADP":
        return False  # "State Ruth Holm", of "Secretary of State Ruth Holm"
    if mention.name is not None:
        return span.contains(mention.name.tightened(scene.article.text))
    return all(span.contains(parse.span(token)) for token in parse.tokens_in(role.span) if is_name(parse, token))


def is_name(parse: Parse, token: int) -> bool:
    """Tell whether a token is a word of a name."""
    return parse.entities[token].endswith(NAMES) and parse.pos[token] in {"PROPN", "ADJ"}


def trimmed(scene: Scene, span: Span) -> Span:
    """Return a span without its leading article, and without marks, prepositions and conjunctions left at its ends."""
    parse, text = scene.parse, scene.article.text
    tokens = parse.tokens_in(span.tightened(text))
    if not tokens:
        return span
    first, last = tokens[0], tokens[-1]
    while first < last and (parse.words[first].lower() in LEADING or parse.pos[first] in LOOSE_POS):
        first += 1
    while first < last and parse.pos[last] in LOOSE_POS:
        last -= 1
    return parse.span(first, last).tightened(text)
