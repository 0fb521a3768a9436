"""Who deals with whom as the network reads an article, by its mentions: beside or against whom they act, and where."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from regesta.model.act import Act
from regesta.model.annotation import Mention
from regesta.model.article import Article
from regesta.model.parse import Parse
from regesta.model.span import Span
from regesta.ontology.event_types import is_mutual

ACT_FROM = 0.35  # how probable an act must be; what is less is mostly none
PARTIES = frozenset({"actor", "recipient"})


class Dealing(NamedTuple):
    """What a mention has to do with another in one act.

    Attributes:
        name: The other's part: "against ASSAULT" (the other side), "beside ASSAULT" (the same), "recipient at ASSAULT"
            (where it was done to the mention).
        other: Index of the other mention.
    """

    name: str
    other: int


Dealings = Mapping[int, Sequence[Dealing]]  # by index of the mention


def dealings_of(article: Article, parse: Parse) -> Dealings:
    """Return what the mentions of an article have to do with one another in its acts."""
    heads = sorted((parse.starts[mention.head], index) for index, mention in enumerate(article.mentions))
    found: defaultdict[int, list[Dealing]] = defaultdict(list)
    for act in article.acts:
        if act.probability < ACT_FROM:
            continue
        filled = list(roles_of(act, article.mentions, heads))
        for role, index in filled:
            if role in PARTIES:
                named = ((part_in(act.type, role, others), other) for others, other in filled if other != index)
                found[index].extend(Dealing(*one) for one in named)
    return dict(found)


def roles_of(act: Act, mentions: Sequence[Mention], heads: Sequence[tuple[int, int]]) -> Iterator[tuple[str, int]]:
    """Yield the roles of an act with the mentions that fill them."""
    for argument in act.arguments:
        if argument.role in PARTIES or argument.role == "place":
            index = mention_in(argument.span, mentions, heads)
            if index is not None:
                yield argument.role, index


def mention_in(span: Span, mentions: Sequence[Mention], heads: Sequence[tuple[int, int]]) -> int | None:
    """Return the mention with its head in a span that is most like it; None when there is none.

    Args:
        span: The words.
        mentions: The mentions of the article.
        heads: Offset of each mention's head, and its index; ascending.
    """
    inside = heads[bisect_left(heads, (span.start, 0)) : bisect_left(heads, (span.end, 0))]
    return max((index for _, index in inside), key=lambda i: (common_share(mentions[i].span, span), -i), default=None)


def common_share(left: Span, right: Span) -> float:
    """Return the share of two spans that is common, 0 to 1."""
    common = min(left.end, right.end) - max(left.start, right.start)
    return max(0, common) / (max(left.end, right.end) - min(left.start, right.start))


def part_in(type_: str, role: str, other: str) -> str:
    """Return what one in a role has to do with one in another role of an act; those who act on one another, against."""
    if other == "place":
        return f"{role} at {type_}"
    is_mutual_act = role == "actor" and is_mutual(type_)
    return f"{'beside' if role == other and not is_mutual_act else 'against'} {type_}"
