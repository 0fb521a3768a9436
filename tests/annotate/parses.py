"""Hand-built parses: one row per token, so that tests need no model; and what syntax alone takes for quotes."""

from regesta.annotate.quotes import quotes_of_syntax
from regesta.annotate.speech.addressing import addressed
from regesta.annotate.speech.attribution import read_scene
from regesta.model.annotation import Quote
from regesta.model.article import Article
from regesta.model.parse import Parse
from regesta.ontology.speech_verbs import load_speech

# word, lemma, Penn tag, index of the head, dependency label
Row = tuple[str, str, str, int, str]


def a_parse(text: str, rows: list[Row]) -> Parse:
    """Return a parse of `text` whose tokens are the rows' words, in order."""
    starts, at = [], 0
    for word, *_ in rows:
        at = text.index(word, at)
        starts.append(at)
        at += len(word)
    words, lemmas, tags, heads, deps = zip(*rows, strict=True)
    return Parse(
        starts=tuple(starts),
        ends=tuple(start + len(word) for start, word in zip(starts, words, strict=True)),
        words=words,
        lemmas=lemmas,
        pos=tuple({"CD": "NUM"}.get(tag, "X") for tag in tags),
        tags=tags,
        heads=heads,
        deps=deps,
        entities=("",) * len(rows),
    )


def of_syntax(article: Article) -> tuple[Quote, ...]:
    """Return what syntax and quotation marks take for quotes, before the network has its say."""
    assert article.parse is not None
    scene = read_scene(article, article.parse, load_speech())
    return tuple(addressed(article.parse, quote, scene.words) for quote in quotes_of_syntax(scene))
