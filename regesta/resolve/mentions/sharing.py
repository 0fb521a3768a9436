"""Parts a description that several share: "Russian and Ukrainian delegations", "EU and UN officials"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from regesta.model.annotation import Mention
from regesta.model.article import Article
from regesta.model.parse import PLURALS, Parse
from regesta.resolve.mentions.additions import with_added
from regesta.resolve.mentions.respective import PEOPLES, adjectives, lists_in, names_labelled
from regesta.resolve.phrases.organizations import Bodies
from regesta.resolve.states.states import load_states

Run = list[tuple[int, int, str]]
LABELS = (*PEOPLES, "ORG")
JOINING = frozenset({"and", "&"})


@dataclass(frozen=True, slots=True)
class Shared:
    """A description in the plural that is said of two or more states or bodies, its owners.

    Attributes:
        index: Its mention.
        run: Its owners: first token, last token, code of the state or name of the body.
        before: Tokens in front of the owners, which are said of each: "former".
        behind: Tokens behind them, likewise: "defence ministers".
    """

    index: int
    run: Run
    before: range
    behind: range

    def words_of(self, number: int) -> tuple[int, ...]:
        """Return the tokens that describe the actors of one of its owners: "former Russian defence ministers"."""
        first, last, _ = self.run[number]
        return (*self.before, *range(first, last + 1), *self.behind)


def owners_in(parse: Parse, bodies: Bodies, tokens: range) -> Iterator[tuple[int, int, str]]:
    """Yield the names of states, peoples and known bodies among some tokens: first, last, code or name."""
    known = load_states()
    for first, last in sorted({*names_labelled(parse, LABELS, tokens), *adjectives(parse, tokens)}):
        written = " ".join(parse.words[first : last + 1])
        state = known.meaning(written)
        body = None if state else bodies.find(written)
        if state is not None:
            yield first, last, state.iso3
        elif body is not None:
            yield first, last, body.organization.name


def shared_descriptions(article: Article, parse: Parse, bodies: Bodies) -> Iterator[Shared]:
    """Yield the descriptions in the plural that a list of different states or bodies stands in."""
    for index, mention in enumerate(article.mentions):
        if mention.form != "nominal" or parse.tags[mention.head] not in PLURALS:
            continue
        tokens = parse.tokens_in(mention.span)
        if JOINING.isdisjoint(parse.words[tokens[0] : mention.head]):
            continue
        for run in lists_in(article.text, parse, owners_in(parse, bodies, range(tokens[0], mention.head))):
            last = run[-1][1]
            is_joined = parse.words[last + 1] == "-"  # "French and German-made tanks"
            if not is_joined and len({owner for _, _, owner in run}) == len(run):
                yield Shared(index, run, range(tokens[0], run[0][0]), range(last + 1, tokens[-1] + 1))
                break


def parted(article: Article, parse: Parse, bodies: Bodies) -> tuple[Article, Mapping[int, tuple[int, ...]]]:
    """Return an article with one mention for each owner of a shared description, and the tokens that describe each.

    Each cites the words that show it: "Russian" for the first, "Ukrainian delegations" for the last. The tokens are by
    the head of the mention; that of the last is the head of the whole.
    """
    mentions, added = [*article.mentions], []
    by_head = {mention.head: index for index, mention in enumerate(mentions)}
    described: dict[int, tuple[int, ...]] = {}
    for shared in shared_descriptions(article, parse, bodies):
        whole = mentions[shared.index]
        if whole.head in described:
            continue
        last = len(shared.run) - 1
        span = parse.span(shared.run[last][0], shared.behind[-1])
        mentions[shared.index] = replace(whole, span=span, antecedent=None)
        described[whole.head] = shared.words_of(last)
        for number, (start, head, _) in enumerate(shared.run[:last]):
            part = Mention(span=parse.span(start, head), head=head, form="nominal", kind="actor")
            described[head] = shared.words_of(number)
            if head in by_head:  # a name inside it: "**U.S.** and British troops"
                mentions[by_head[head]] = part
            else:
                added.append(part)
    if not described:
        return article, described
    return replace(article, mentions=with_added(mentions, added)), described
