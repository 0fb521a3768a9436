"""Turns what the network reads into an act's roles: the words, and the actor they denote in the article."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from regesta.coding.roles import Scene, roles_of
from regesta.model.act import Act, Argument
from regesta.model.event import Role
from regesta.model.parse import Parse
from regesta.model.span import Span

NOMINAL_POS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
LEADING = frozenset({"the", "a", "an"})


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
            yield from parts_read(scene, argument)


def parts_read(scene: Scene, argument: Argument) -> Iterator[Read]:
    """Yield the parties that the words of an argument hold; words that nothing resolves stand for themselves."""
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
        is_own_words = argument.span.overlaps(role.span)
        yield Read(head, replace(role, span=span, text=text) if is_own_words else role, scores)


def head_of(scene: Scene, role: Role) -> int:
    """Return the head word of a role's words."""
    tokens = scene.parse.tokens_in(role.span)
    inside = [t for t in tokens if t in scene.by_head and scene.by_head[t].span == role.span]
    if inside:
        return inside[0]
    return next((t for t in tokens if scene.parse.heads[t] not in tokens or scene.parse.heads[t] == t), tokens[0])


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


def trimmed(scene: Scene, span: Span) -> Span:
    """Return a span without its leading article."""
    word, _, rest = span.of(scene.article.text).partition(" ")
    return Span(span.end - len(rest), span.end) if rest and word.lower() in LEADING else span
