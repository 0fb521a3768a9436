from dataclasses import replace

import numpy as np
import pytest

from regesta.annotate.acts.acts import SPAN_FLOOR, TYPE_FLOOR, Acts, arguments_of, ranked, read_article
from regesta.annotate.acts.names import entity_column, names_of
from regesta.annotate.acts.network import Scored
from regesta.annotate.acts.passages import WORD
from regesta.model.act import Act
from regesta.model.article import Article
from regesta.model.parse import Parse
from regesta.model.span import Span
from regesta.model.stage import Stage
from tests.annotate.parses import a_parse

ROLES = ["actor", "recipient", "place"]
KINDS = ["PERSON", "GPE"]
WORDS = "Zoran Petrosky praised Ilmar town"
SPANS = [Span(m.start(), m.end()) for m in WORD.finditer(WORDS)]
EXPELLED = "Lithuania expelled four Belarusian diplomats."
SHELLED = "Russian troops shelled a Ukrainian village."
FILLER = "The orchard behind the old mill was full of ripe plums and nobody had time to pick them. " * 7


def a_parse_of(text: str) -> Parse:
    """A parse that knows the words of a text and nothing else."""
    return a_parse(text, [(word, word.lower(), "NN", number, "dep") for number, word in enumerate(WORD.findall(text))])


def an_article(text: str, article_id: str = "a") -> Article:
    return Article(id=article_id, text=text, parse=a_parse_of(text))


def read(text: str) -> Article:
    article = an_article(text)
    assert article.parse
    return read_article(article, article.parse, 0.1)


def acts_in(text: str) -> tuple[Act, ...]:
    """The acts of a text that may have no words, and so no tokens."""
    return next(Acts()([Article(id="a", text=text, parse=a_parse_of(text if text.strip() else "x"))])).acts


def words_of_role(article: Article, act: Act, role: str) -> str:
    return " ".join(a.span.of(article.text) for a in act.arguments if a.role == role)


def roles(*rows: dict[str, float]) -> np.ndarray:
    """Role probabilities by name, "B-actor" and "I-actor"; the rest of a word is nothing."""
    columns = ["", *(f"{prefix}-{role}" for role in ROLES for prefix in "BI")]
    table = np.array([[row.get(name, 0.0) for name in columns] for row in rows])
    table[:, 0] = 1 - table.sum(-1)
    return table


def spelled(*rows: dict[str, float]) -> list[tuple[str, str, float]]:
    return [(a.role, a.span.of(WORDS), a.score) for a in arguments_of(ROLES, SPANS, roles(*rows))]


def named(*labels: int) -> list[tuple[str, str]]:
    named = np.eye(1 + 2 * len(KINDS))[list(labels)]
    scored = Scored(SPANS, np.zeros((5, 1)), named, np.zeros((5, 3)), np.zeros((5, 1)))
    return [(kind, span.of(WORDS)) for kind, span in names_of(KINDS, scored)]


def test_words_that_continue_a_role_are_one_argument() -> None:
    rows = ({"B-actor": 0.9}, {"I-actor": 0.7}, {}, {"B-recipient": 0.8}, {"I-recipient": 0.6})
    assert spelled(*rows) == [("actor", "Zoran Petrosky", 0.8), ("recipient", "Ilmar town", 0.7)]


def test_a_beginning_parts_two_arguments_of_one_role() -> None:
    assert spelled({"B-actor": 0.9}, {"B-actor": 0.6, "I-actor": 0.3}, {}, {}, {}) == [
        ("actor", "Zoran", 0.9),
        ("actor", "Petrosky", 0.9),
    ]


def test_another_role_begins_another_argument() -> None:
    found = spelled({"B-actor": 0.9}, {"I-recipient": 0.8}, {}, {}, {})
    assert [(role, words) for role, words, _ in found] == [("actor", "Zoran"), ("recipient", "Petrosky")]


def test_an_argument_may_start_with_a_continuation_and_end_with_the_passage() -> None:
    assert spelled({"I-place": 0.9}, {}, {}, {}, {"B-place": 0.9}) == [("place", "Zoran", 0.9), ("place", "town", 0.9)]


def test_words_below_the_floor_belong_to_no_role() -> None:
    below, above = SPAN_FLOOR * 0.9, SPAN_FLOOR * 1.1
    assert spelled({"B-actor": below}, {}, {}, {}, {}) == []
    assert [words for _, words, _ in spelled({"B-actor": above}, {}, {}, {}, {})] == ["Zoran"]


def test_without_words_there_are_no_arguments() -> None:
    assert list(arguments_of(ROLES, [], np.zeros((0, 7)))) == []


def test_types_are_ranked_and_unlikely_ones_left_out() -> None:
    found = ranked(["AID", "AGREE", "ASSAULT"], np.array([0.25, TYPE_FLOOR / 10, 0.61234567]))
    assert found == (("ASSAULT", 0.6123), ("AID", 0.25))


def test_the_likeliest_type_is_kept_however_unlikely_it_is() -> None:
    assert ranked(["AID", "AGREE"], np.array([TYPE_FLOOR / 10, TYPE_FLOOR / 5])) == (("AGREE", TYPE_FLOOR / 5),)


def test_equal_types_keep_the_order_of_the_labels() -> None:
    assert ranked(["AID", "AGREE"], np.array([0.5, 0.5])) == (("AID", 0.5), ("AGREE", 0.5))


def test_a_name_is_a_beginning_and_what_continues_it() -> None:
    assert named(1, 2, 0, 3, 4) == [("PERSON", "Zoran Petrosky"), ("GPE", "Ilmar town")]


def test_adjacent_names_are_kept_apart() -> None:
    assert named(1, 1, 0, 4, 3) == [("PERSON", "Zoran"), ("PERSON", "Petrosky"), ("GPE", "Ilmar"), ("GPE", "town")]


def test_what_continues_a_name_of_another_kind_begins_one() -> None:
    assert named(1, 4, 0, 0, 0) == [("PERSON", "Zoran"), ("GPE", "Petrosky")]


def test_names_label_the_tokens_they_overlap() -> None:
    column = entity_column(a_parse_of(WORDS), [("PERSON", Span(0, 14)), ("GPE", Span(23, 28))])
    assert column == ("B-PERSON", "I-PERSON", "", "B-GPE", "")


def test_a_name_inside_a_token_labels_the_token() -> None:
    assert entity_column(a_parse_of(WORDS), [("GPE", Span(2, 4))]) == ("B-GPE", "", "", "", "")


def test_without_names_no_token_has_a_label() -> None:
    assert entity_column(a_parse_of(WORDS), []) == ("",) * 5


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "trigger", "kind", "actor", "recipient"),
    [
        (EXPELLED, "expelled", "SANCTION", "Lithuania", "diplomats"),
        (SHELLED, "shelled", "ASSAULT", "troops", "village"),
        ("Germany gave Ukraine 14 tanks.", "gave", "AID", "Germany", "Ukraine"),
        ("Ukraine condemned Russia for the decision.", "condemned", "ACCUSE", "Ukraine", "Russia"),
        ("Police arrested 40 demonstrators in Lahore.", "arrested", "COERCE", "Police", "demonstrators"),
        ("The French president visited Kazakhstan.", "visited", "CONSULT", "president", "Kazakhstan"),
    ],
)
def test_a_plain_sentence_gives_an_act_with_its_parties(
    text: str, trigger: str, kind: str, actor: str, recipient: str
) -> None:
    article = read(text)
    act = next(act for act in article.acts if act.trigger.of(text) == trigger)
    assert act.type == kind
    assert actor in words_of_role(article, act, "actor")
    assert recipient in words_of_role(article, act, "recipient")
    assert act.statuses[0][0] == "happened"


@pytest.mark.model
def test_names_of_states_are_read() -> None:
    parse = read("The French president visited Kazakhstan.").parse
    assert parse
    assert parse.entities[4] == "B-GPE"
    assert parse.entities[3] == ""


@pytest.mark.model
@pytest.mark.parametrize("text", ["The cat slept on the sofa.", "My plums were ripe."])
def test_a_sentence_without_politics_gives_no_act(text: str) -> None:
    assert read(text).acts == ()


@pytest.mark.model
def test_offsets_are_code_points() -> None:
    text = f"🚢🚢 {EXPELLED}"
    assert "expelled" in [act.trigger.of(text) for act in read(text).acts]


@pytest.mark.model
def test_the_same_text_twice_gives_identical_results() -> None:
    left, right = read(f"{EXPELLED} {SHELLED}"), read(f"{EXPELLED} {SHELLED}")
    assert left.acts == right.acts
    assert left.parse
    assert right.parse
    assert left.parse.entities == right.parse.entities


@pytest.mark.model
def test_what_an_article_says_does_not_depend_on_the_others() -> None:
    articles = [an_article(text, str(n)) for n, text in enumerate([EXPELLED, FILLER, SHELLED, "!", EXPELLED])]
    together = list(Acts()(articles))
    alone = [next(Acts()([article])) for article in articles]
    assert [a.acts for a in together] == [a.acts for a in alone]
    assert together[0].acts == together[4].acts


@pytest.mark.model
def test_what_a_passage_says_does_not_depend_on_those_before() -> None:
    text = f"{FILLER}\n\n{EXPELLED} {FILLER}"
    at = text.index(EXPELLED)
    alone = [(act.trigger.of(text[at:]), act.types, act.statuses) for act in read(text[at:].strip()).acts]
    assert alone
    assert [(act.trigger.of(text), act.types, act.statuses) for act in read(text).acts] == alone


@pytest.mark.model
def test_an_act_is_held_against_the_earlier_ones_of_its_type() -> None:
    text = "Georgian troops attacked the base at dawn. Nobody slept. The attack on the base lasted an hour."
    acts = read(text).acts
    words = [act.trigger.of(text) for act in acts]
    first, later = words.index("attacked"), words.index("attack")
    assert first in dict(acts[later].earlier)
    assert acts[first].earlier == ()
    assert all(0 <= chance <= 1 for act in acts for _, chance in act.earlier)


@pytest.mark.model
@pytest.mark.parametrize(
    "text", ["", " \n ", "!", "\0", "x" * 10_000], ids=["nothing", "space", "mark", "nul", "letters"]
)
def test_a_text_of_fewer_than_two_words_gives_nothing(text: str) -> None:
    assert acts_in(text) == ()


@pytest.mark.model
def test_a_text_without_letters_gives_nothing() -> None:
    assert not [text for text in ("?!", "... --- ...", "\0\0 \0", "12 34 56, 78.", "🚢 " * 100) if acts_in(text)]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    ["🚢 " * 60, "הספינה עזבה את הנמל. " * 20, "e\u0301 " * 100, f"{SHELLED}\0{EXPELLED}", "?!" * 60, "Ü" * 700 + " a"],
    ids=["emoji", "right to left", "combining marks", "nul", "marks", "letters"],
)
def test_hostile_texts_are_read_without_trouble(text: str) -> None:
    article = read(text)
    assert all(argument.span.of(text) for act in article.acts for argument in act.arguments)
    assert all(act.trigger.of(text) for act in article.acts)


@pytest.mark.model
def test_a_higher_threshold_gives_a_part_of_the_acts() -> None:
    article = an_article(f"{EXPELLED} {SHELLED} The raid angered Ukraine.")
    few, many = (next(Acts(threshold)([article])).acts for threshold in (0.9, 0.1))
    assert {act.trigger for act in few} <= {act.trigger for act in many}
    assert {act.trigger.of(article.text) for act in few} >= {"shelled"}


def test_the_stage_leaves_an_unparsed_article_alone() -> None:
    stage = Acts()
    assert isinstance(stage, Stage)
    article = Article(id="a", text=EXPELLED)
    assert list(stage([article])) == [article]


@pytest.mark.model
def test_the_stage_changes_only_acts_sayings_and_the_names_of_the_parse() -> None:
    article = an_article(EXPELLED)
    assert article.parse
    after = next(Acts()([article]))
    assert after.parse
    assert replace(after, acts=(), sayings=(), parse=None) == replace(article, parse=None)
    assert (after.parse.words, after.parse.heads, after.parse.tags) == (
        article.parse.words,
        article.parse.heads,
        article.parse.tags,
    )
