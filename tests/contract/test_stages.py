"""What every registered stage owes: one article out per article in, in order, and nothing changed but its layers."""

import pickle
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from itertools import count, islice
from pathlib import Path

import pytest

from regesta import plugins
from regesta.model.article import LAYERS, Article
from regesta.model.span import Span
from regesta.model.stage import Stage
from regesta.read.record import make_article
from regesta.read.sources import read_sources
from regesta.run.config import DEFAULT_STAGES, build_stage

NAMES = [*DEFAULT_STAGES, *(name for name in plugins.names("stages") if name not in DEFAULT_STAGES)]
EXAMPLES = Path(__file__).parent.parent.parent / "examples"
HOSTILE = {
    "empty": "",
    "blank": " \n\t ",
    "symbols": "?!... --- ((( ))) “” ’ 🇺🇳 \ufffd",
    "one-word": "Minsk",
    "unclosed": 'The minister said: "We will\n\n"and he said "that " said',
    "numbers": "1,000,000,000 12/13/14 $ 5 per cent 99999999999999999999 2022-02-30 00:00",
    "no-spaces": "x" * 3000,
    "right-to-left": "قال الوزير إن بلاده لن تغادر المحادثات في نيويورك يوم الاثنين المقبل صباحا مع الوفد كله.",
    "undated": "Poland's president visited Vilnius on Monday and promised five million euros by next week.",
}
pytestmark = pytest.mark.model
every_stage = pytest.mark.parametrize("name", NAMES)


def given() -> list[Article]:
    """Articles of several kinds, hostile ones among them."""
    examples = list(read_sources([str(EXAMPLES / "baltic-wire.jsonl"), str(EXAMPLES / "rhine-post")]))[:4]
    hostile = [
        make_article(text, id=id, published=None if id == "undated" else "2022-12-20") for id, text in HOSTILE.items()
    ]
    return [*examples, *hostile]


def stage_named(name: str) -> Stage:
    return build_stage(name, {})


@lru_cache(maxsize=1)
def coded() -> dict[str, tuple[list[Article], list[Article]]]:
    """What goes into each stage and what comes out, stage after stage."""
    steps, articles = {}, given()
    for name in NAMES:
        steps[name] = articles, list(stage_named(name)(iter(articles)))
        articles = steps[name][1]
    return steps


def changed(before: Article, after: Article) -> set[str]:
    return {f.name for f in fields(Article) if getattr(before, f.name) != getattr(after, f.name)}


def content(article: Article) -> tuple[object, ...]:
    """An article by value: parses are compared by identity."""
    parse = article.parse
    columns = [] if parse is None else [getattr(parse, f.name) for f in fields(parse)]
    return replace(article, parse=None), columns


def spans_of(found: object) -> Iterator[Span]:
    """Yield every span of a layer, however deep."""
    if isinstance(found, Span):
        yield found
    elif isinstance(found, tuple):
        for item in found:
            yield from spans_of(item)
    elif is_dataclass(found):
        for field in fields(found):
            yield from spans_of(getattr(found, field.name))


@every_stage
def test_it_says_what_it_is_called_and_which_layers_it_reads_and_writes(name: str) -> None:
    stage = stage_named(name)
    assert isinstance(stage, Stage)
    assert stage.name == name
    assert stage.assigns
    assert stage.requires | stage.assigns <= LAYERS


@every_stage
def test_one_article_comes_out_for_each_in_order_with_only_its_layers_changed(name: str) -> None:
    before, after = coded()[name]
    assert [article.id for article in after] == [article.id for article in before]
    for old, new in zip(before, after, strict=True):
        assert changed(old, new) <= stage_named(name).assigns | {"faults"}
        assert new.faults[: len(old.faults)] == old.faults


@every_stage
def test_some_article_gets_its_layers(name: str) -> None:
    _, after = coded()[name]
    assert [layer for layer in stage_named(name).assigns if not any(getattr(a, layer) for a in after)] == []


@every_stage
def test_an_article_is_coded_alike_alone_and_among_others(name: str) -> None:
    before, after = coded()[name]
    stage = stage_named(name)
    assert [content(next(iter(stage([article])))) for article in before] == [content(article) for article in after]


@every_stage
def test_it_streams(name: str) -> None:
    article = coded()[name][0][-1]
    assert [a.id for a in islice(stage_named(name)(replace(article, id=str(n)) for n in count()), 2)] == ["0", "1"]
    assert list(stage_named(name)(iter(()))) == []


@every_stage
def test_it_can_be_sent_to_a_worker(name: str) -> None:
    stage = stage_named(name)
    assert pickle.loads(pickle.dumps(stage)) == stage


@every_stage
def test_what_it_finds_lies_within_the_text(name: str) -> None:
    layers = stage_named(name).assigns - {"parse"}
    found = [(a, span) for a in coded()[name][1] for layer in layers for span in spans_of(getattr(a, layer))]
    assert found
    assert [(article.id, span) for article, span in found if not 0 <= span.start < span.end <= len(article.text)] == []


@every_stage
def test_an_article_that_was_not_parsed_passes(name: str) -> None:
    unparsed = replace(
        make_article("Polen zahlte Litauen am 19 December 2022 in Wilna $5.", published="2022-12-20"), language="de"
    )
    if name == "parse":
        [after] = stage_named(name)([unparsed])
        assert "language is 'de'" in after.faults[0].reason
    else:
        assert list(stage_named(name)([unparsed])) == [unparsed]
