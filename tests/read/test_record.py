"""Records: which field means what, and what is said of fields that are wrong."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regesta.model.article import Article, Source
from regesta.read.record import article_of_record, kind_of, make_article

TEXT = "  The two met.\r\n\r\nRead also: this stays\u200b, as given.\n"


def an_article_of(**record: Any) -> Article:
    return article_of_record(record, Source(origin="news.jsonl:3", publisher="Folder Post"))


def reasons(article: Article) -> list[str]:
    return [fault.reason for fault in article.faults]


def test_all_fields_are_read_and_the_text_is_kept_to_the_letter() -> None:
    article = an_article_of(
        id="a1",
        text=TEXT,
        title="A  meeting\n&amp; more",
        published="2022-12-19T18:55:00+01:00",
        publisher="Baltic Wire",
        url="https://baltic-wire.example/a1",
    )
    assert (article.id, article.text, article.title) == ("a1", TEXT, "A meeting & more")
    assert article.source == Source(
        publisher="Baltic Wire",
        url="https://baltic-wire.example/a1",
        published=datetime(2022, 12, 19, 17, 55, tzinfo=UTC),
        published_basis="given",
        origin="news.jsonl:3",
    )
    assert article.faults == ()


def test_other_names_of_fields_are_read() -> None:
    article = an_article_of(
        doc="a1", body="The two met.", headline="A meeting", date="2022-12-19", source="tass", link="u:1"
    )
    assert (article.id, article.text, article.title) == ("a1", "The two met.", "A meeting")
    assert (article.source.day, article.source.publisher, article.source.url) == (date(2022, 12, 19), "tass", "u:1")


def test_the_folder_publishes_what_names_no_publisher() -> None:
    assert an_article_of(text="The two met.").source.publisher == "Folder Post"


def test_a_headline_record_has_title_and_lead_for_its_text() -> None:
    article = an_article_of(title="Putin &amp; Lukashenko meet", lead="MINSK, December 19. The two")
    assert article.text == "Putin & Lukashenko meet\n\nMINSK, December 19. The two"
    assert article.title == "Putin & Lukashenko meet"


@pytest.mark.parametrize(
    ("title", "lead", "text"),
    [
        ("Putin is in Minsk", None, "Putin is in Minsk"),
        ("Putin is in Minsk", "Putin is in", "Putin is in Minsk"),
        ("Putin is in Minsk", "Events\nPutin is\xa0in", "Putin is in Minsk"),
        ("Putin is in", "Putin is in Minsk for talks", "Putin is in Minsk for talks"),
    ],
)
def test_what_a_lead_repeats_is_not_said_twice(title: str, lead: str | None, text: str) -> None:
    assert an_article_of(title=title, lead=lead).text == text


@pytest.mark.parametrize("record", [{}, {"title": "A meeting"}, {"text": ""}, {"text": " \n"}, {"text": None}])
def test_a_record_without_text_is_kept_with_a_fault(record: dict[str, Any]) -> None:
    article = an_article_of(id="a1", **record)
    assert (article.id, article.text) == ("a1", "")
    assert reasons(article) == ["news.jsonl:3: there is no text"]


def test_an_unreadable_day_is_a_fault_and_the_article_stays() -> None:
    article = an_article_of(text="The two met.", date="soon")
    assert (article.text, article.source.published, article.source.published_basis) == ("The two met.", None, None)
    assert reasons(article) == ["news.jsonl:3: date 'soon' is no date: use ISO 8601, as 2022-12-19"]


@pytest.mark.parametrize("field", ["title", "url", "publisher", "byline"])
@pytest.mark.parametrize("value", [["a"], {"name": "a"}, True, 1.5, 7])
def test_a_field_of_another_kind_is_left_out_with_a_fault(field: str, value: object) -> None:
    article = an_article_of(text="The two met.", **{field: value})
    assert (article.title, article.source.url, article.source.publisher) == (None, None, "Folder Post")
    assert reasons(article) == [
        f'news.jsonl:3: {field} is {kind_of(value)}, not a string: left out; write "{field}": "..."'
    ]


@pytest.mark.parametrize(("value", "kind"), [(["The two met."], "a list"), (5, "a number"), (False, "true or false")])
def test_a_text_of_another_kind_is_a_fault(value: object, kind: str) -> None:
    article = an_article_of(text=value)
    assert article.text == ""
    assert reasons(article) == [
        f'news.jsonl:3: text is {kind}, not a string: left out; write "text": "..."',
        "news.jsonl:3: there is no text",
    ]


def test_a_text_of_another_kind_leaves_the_next_field_for_text() -> None:
    article = an_article_of(text=5, body="The two met.")
    assert (article.text, len(article.faults)) == ("The two met.", 1)


@pytest.mark.parametrize("value", [["2022-12-19"], {"day": "2022-12-19"}, True, 1.5, 5])
def test_a_day_of_another_kind_is_a_fault(value: object) -> None:
    article = an_article_of(text="The two met.", published=value)
    assert article.source.published is None
    assert reasons(article) == [f"news.jsonl:3: published {str(value)!r} is no date: use ISO 8601, as 2022-12-19"]


def test_a_whole_number_is_an_id_and_a_day() -> None:
    article = an_article_of(id=17, text="The two met.", published=20221219)
    assert (article.id, article.source.day, article.faults) == ("17", date(2022, 12, 19), ())


@pytest.mark.parametrize("value", [["a"], {"name": "a"}, True, 1.5])
def test_an_id_of_another_kind_is_a_fault_and_one_is_made(value: object) -> None:
    article = an_article_of(id=value, text="The two met.")
    assert article.id == an_article_of(text="The two met.").id
    assert reasons(article) == [f'news.jsonl:3: id is {kind_of(value)}, not a string: left out; write "id": "..."']


def test_an_article_without_id_goes_by_its_address() -> None:
    assert an_article_of(text="One.", url="https://a.example/1").id == "https://a.example/1"


def test_without_id_and_address_source_and_text_make_the_id() -> None:
    first = an_article_of(text="The two met.", publisher="A", published="2022-12-19")
    again = article_of_record({"text": "The two met.", "source": "A", "date": "2022-12-19"}, Source(origin="other:9"))
    assert first.id == again.id
    assert len({first.id, an_article_of(text="The two met.", publisher="B", published="2022-12-19").id}) == 2
    assert len({first.id, an_article_of(text="The two left.", publisher="A", published="2022-12-19").id}) == 2


def test_characters_that_cannot_be_stored_are_replaced_in_place() -> None:
    article = an_article_of(id="a\ud800", text="a\0b\ud800c")
    assert article.text == "a\ufffdb\ufffdc"
    assert article.id == "a\ufffd"
    assert len(article.faults) == 2


def test_a_text_in_memory_becomes_an_article() -> None:
    article = make_article(TEXT, published=date(2022, 12, 19), title="A meeting")
    assert (article.text, article.title, article.source.day) == (TEXT, "A meeting", date(2022, 12, 19))
    assert article.source.origin is None
    assert make_article(TEXT, published="2022-12-19", title="A meeting").id == article.id


def test_a_text_in_memory_has_its_troubles_in_faults() -> None:
    assert reasons(make_article("", published="soon")) == [
        "there is no text",
        "published 'soon' is no date: use ISO 8601, as 2022-12-19",
    ]


quickly = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=4,
)
NAMES = st.sampled_from(["id", "text", "title", "lead", "published", "date", "publisher", "source", "url", "body", "x"])


@quickly
@given(st.dictionaries(NAMES, JSON))
def test_no_record_raises_and_all_that_comes_out_can_be_stored(record: dict[str, Any]) -> None:
    article = article_of_record(record, Source(origin="x:1"))
    source = article.source
    for words in (article.id, article.text, article.title, source.publisher, source.url, *reasons(article)):
        assert "\0" not in (words or "")
        (words or "").encode()
    assert article.id
    assert article.text or article.faults


@quickly
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_any_text_with_words_is_kept_to_the_letter(text: str) -> None:
    assert make_article(text).text == (text if text.strip() else "")


@pytest.mark.parametrize(
    ("record", "day"),
    [
        ({"url": "https://paper.example/2019/04/09/talks-end"}, date(2019, 4, 9)),
        ({"url": "https://paper.example/2019/apr/9/talks-end"}, date(2019, 4, 9)),
        ({"url": "https://paper.example/world/2019-04-09-talks-end"}, date(2019, 4, 9)),
        ({"url": "https://paper.example/20190409/talks-end"}, date(2019, 4, 9)),
        ({"text": "MINSK, April 9, 2019 (BelTA) - The talks ended."}, date(2019, 4, 9)),
        ({"text": "Talks end\nPublished: 9 April 2019\n\nThe talks ended."}, date(2019, 4, 9)),
        ({"text": "Published: 9 April 2019 The talks ended."}, date(2019, 4, 9)),
        ({"text": "Updated: 2019-04-09\nThe talks ended."}, date(2019, 4, 9)),
    ],
)
def test_a_record_without_a_day_has_that_of_its_address_or_dateline(record: dict[str, str], day: date) -> None:
    source = article_of_record({"text": "The talks ended.", **record}, Source()).source
    assert (source.published, source.published_basis) == (day, "inferred")


@pytest.mark.parametrize(
    "record",
    [
        {"url": "https://paper.example/2019/04/talks-end"},
        {"url": "https://paper.example/2019/market/12/talks"},
        {"url": "https://paper.example/20199922/talks-end"},
        {"url": "https://[paper"},
        {"text": "On 9 April 2019 the talks ended."},
        {"text": "MINSK, April 9 - The talks ended."},
    ],
)
def test_a_record_that_tells_no_day_has_none(record: dict[str, str]) -> None:
    assert article_of_record({"text": "The talks ended.", **record}, Source()).source.published is None


def test_the_day_that_a_record_gives_counts_before_its_address() -> None:
    record = {"text": "It ended.", "published": "2019-04-10", "url": "https://paper.example/2019/04/09/talks-end"}
    source = article_of_record(record, Source()).source
    assert (source.published, source.published_basis) == (date(2019, 4, 10), "given")


@pytest.mark.parametrize(
    ("fields", "byline"),
    [
        ({"byline": "By A. Ozola"}, "A. Ozola"),
        ({"author": "BY: A. Ozola"}, "A. Ozola"),
        ({"author": "Byron Ozola"}, "Byron Ozola"),
        ({"authors": "A. Ozola; J. Dyk"}, "A. Ozola; J. Dyk"),
        ({"authors": ["A. Ozola", "J. Dyk"]}, "A. Ozola, J. Dyk"),
        ({"authors": ["A. Ozola"], "byline": "J. Dyk"}, "J. Dyk"),
        ({"authors": [{"name": "A. Ozola", "id": 1}]}, "A. Ozola"),
        ({"authors": []}, None),
        ({"byline": "By"}, "By"),
    ],
)
def test_who_wrote_it_is_told_by_any_of_its_names_without_by(fields: dict[str, object], byline: str | None) -> None:
    article = an_article_of(text="The two met.", **fields)
    assert (article.source.byline, article.faults) == (byline, ())


def test_authors_that_are_no_names_are_left_out_with_a_fault() -> None:
    article = an_article_of(text="The two met.", authors=["A. Ozola", 5])
    assert reasons(article) == ['news.jsonl:3: authors is a list, not a string: left out; write "authors": "..."']
