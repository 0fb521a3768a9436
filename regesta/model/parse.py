"""Tokens of an article with tags and dependencies, held as columns."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from regesta.model.span import Span

MODIFYING_CLAUSES = frozenset({"acl", "relcl"})
DASHES = frozenset({"-", "--", "–", "—"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})  # labels of a verb's subject, be it active or passive
ARGUMENT_DEPS = SUBJECTS | {"dobj", "dative"}  # labels of a verb's subject and objects
UNDERGOING = frozenset({"dobj", "nsubjpass"})  # labels of whom or what something is done to
VERBAL = frozenset({"VERB", "AUX"})  # parts of speech of verbs
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})  # of verbs that make a clause a sentence
PLURALS = frozenset({"NNS", "NNPS"})  # tags of nouns in the plural
RELATIVE_TAGS = frozenset({"WDT", "WP"})  # of "which", "that" and "who"
WHOSE = "WP$"  # the tag of "whose"
TIME_LABELS = frozenset({"DATE", "TIME"})  # of entities that are times


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Parse:
    """A dependency parse as columns: entry `i` of every column belongs to token `i`.

    Columns, not token objects, because hundreds of small objects per article are slow to pickle (ADR-0001).

    Attributes:
        starts: Offset of each token's first character.
        ends: Offset after each token's last character.
        words: The words as written.
        lemmas: Lower-case lemmas.
        pos: Universal part-of-speech tags (NOUN, VERB, PROPN, ...).
        tags: Penn Treebank tags (VBD, NNS, ...).
        heads: Index of each token's head; a root points at itself.
        deps: Dependency labels (nsubj, dobj, ...; ClearNLP scheme of spaCy's English models).
        entities: Entity label with IOB prefix ("B-GPE", "I-GPE"), or "" outside.
        children: Indices of each token's dependents, ascending; derived from `heads`.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    pos: tuple[str, ...]
    tags: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]
    entities: tuple[str, ...]
    children: tuple[tuple[int, ...], ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        children: list[list[int]] = [[] for _ in self.heads]
        for token, head in enumerate(self.heads):
            if head != token:
                children[head].append(token)
        object.__setattr__(self, "children", tuple(map(tuple, children)))

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int | None = None) -> Span:
        """Return the characters from token `first` to token `last`, both included."""
        return Span(self.starts[first], self.ends[first if last is None else last])

    def token_at(self, offset: int) -> int:
        """Return the index of the token at or before a character offset (0 when there is none before it)."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def tokens_in(self, span: Span) -> range:
        """Return the indices of the tokens that overlap a span."""
        end = bisect_right(self.starts, span.end - 1 if span.end > span.start else span.start)
        return range(bisect_right(self.ends, span.start), end or 1)

    def subtree(self, token: int) -> list[int]:
        """Return the token and all it governs, ascending."""
        found, waiting = [], [token]
        while waiting:
            at = waiting.pop()
            found.append(at)
            waiting.extend(self.children[at])
        return sorted(found)

    def governed(self, token: int, *deps: str) -> Iterator[int]:
        """Yield the direct dependents of `token` whose label is one of `deps`, ascending."""
        children = self.children[token]
        if not children:
            return iter(())
        labels = self.deps
        return iter([child for child in children if labels[child] in deps])  # a generator takes longer

    def governs(self, token: int, *deps: str) -> bool:
        """Tell whether `token` has a direct dependent whose label is one of `deps`, be it the first token of all."""
        labels = self.deps
        return any([labels[child] in deps for child in self.children[token]])

    def head_in(self, span: Span) -> int:
        """Return the head word of a span: the first of its tokens that hangs outside of it, or on nothing."""
        tokens, heads = self.tokens_in(span), self.heads
        return next(token for token in tokens if heads[token] not in tokens or heads[token] == token)

    def first_of_row(self, token: int) -> int:
        """Return the first of the words that a word is coordinated with: "**Chad**, Niger and Mali"."""
        while self.deps[token] == "conj" and self.heads[token] != token:
            token = self.heads[token]
        return token

    def in_clause(self, token: int, span: Span) -> bool:
        """Tell whether a word stands in a clause that modifies another word of a span: "a report **seen by Berg**"."""
        while span.contains(self.span(token)):
            if self.deps[token] in MODIFYING_CLAUSES:
                return span.contains(self.span(self.heads[token]))
            if self.heads[token] == token:
                return False
            token = self.heads[token]
        return False

    def is_dash(self, token: int) -> bool:
        """Tell whether a token is a dash or hyphen between spaces, which parts phrases and never words."""
        is_apart = 0 < token < len(self) - 1 and self.ends[token - 1] < self.starts[token]
        return is_apart and self.ends[token] < self.starts[token + 1] and self.words[token] in DASHES

    def is_infinitive(self, verb: int) -> bool:
        """Tell whether a verb is a to-infinitive."""
        return any(self.tags[aux] == "TO" for aux in self.governed(verb, "aux"))

    def ancestors(self, token: int) -> Iterator[int]:
        """Yield the heads above `token`, nearest first."""
        while self.heads[token] != token:
            token = self.heads[token]
            yield token
