import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from builders import a_claim, a_coded_article, a_date, a_mention, a_role, an_article, an_event, span_of

from regesta.export.jsonl import coded_article, number, write_coded
from regesta.model.annotation import Amount, DateInterval, Fault, TimeExpression
from regesta.model.article import Article

SPANS = ("start", "end", "text")


def spans_in(value: Any) -> list[dict[str, Any]]:
    """Every object with start, end and text, however deep."""
    if isinstance(value, list):
        return [found for item in value for found in spans_in(item)]
    if not isinstance(value, dict):
        return []
    own = (
        [value]
        if all(isinstance(value.get(key), kind) for key, kind in zip(SPANS, (int, int, str), strict=True))
        else []
    )
    return own + [found for item in value.values() for found in spans_in(item)]


def full_article() -> Article:
    """An article with something in every layer that is written."""
    text = "On Monday Poland visited Lithuania and lent $4.50 to Vilnius in May, the minister said."
    article = an_article(text)
    interval = DateInterval(date(2022, 5, 1), date(2022, 6, 1), "month")
    amount = Amount(span=span_of(article, "$4.50"), value=Decimal("4.50"), unit="USD")
    lent = replace(a_role(article, "amount", "$4.50"), actor=None, amount=amount)
    source = a_role(article, "source", "the minister")
    base = an_event(article, place="Vilnius")
    return replace(
        article,
        mentions=tuple(a_mention(article, words) for words in ("Poland", "Vilnius")),
        times=(TimeExpression(span=span_of(article, "May"), timex="DATE", value="2022-05", interval=interval),),
        amounts=(amount,),
        events=(replace(base, roles=(*base.roles, lent, source)),),
        claims=(a_claim(article, "visited Lithuania", evidence=article.sentences[0].span, speaker=source),),
        faults=(Fault("dates", "no day"),),
    )


def test_every_span_has_the_words_that_stand_there() -> None:
    article = full_article()
    spans = spans_in(coded_article(article))
    assert len(spans) >= 9
    assert [span for span in spans if article.text[span["start"] : span["end"]] != span["text"]] == []


def test_the_contract_has_all_its_fields_and_no_others() -> None:
    assert list(coded_article(full_article())) == [
        "id", "text_sha256", "published", "published_basis", "events", "statements", "mentions", "times", "places",
        "amounts", "claims", "faults",
    ]  # fmt: skip


def test_a_claim_says_what_is_counted_in_words_and_in_parts() -> None:
    [claim] = coded_article(full_article())["claims"]
    assert claim["measure"] == "count of CONSULT visit by Poland (POL) to Lithuania (LTU)"
    assert (claim["value"], claim["bound"], claim["kind"], claim["last"]) == (7, "exactly", "count", None)
    assert claim["period"] == ["2022-01-01", "2023-01-01"]
    assert (claim["act"]["type"], claim["act"]["trigger"]["text"]) == ("CONSULT", "visited")
    assert [party["iso3"] for party in claim["act"]["actors"] + claim["act"]["recipients"]] == ["POL", "LTU"]
    assert claim["speaker"]["name"] == "the minister"


def test_an_article_without_anything_is_still_a_whole_object() -> None:
    record = coded_article(Article(id="e", text="", faults=(Fault("read", "empty"),)))
    assert record["faults"] == [{"stage": "read", "reason": "empty"}]
    assert (record["events"], record["published"]) == ([], None)


def test_the_end_of_an_event_is_inclusive_and_that_of_a_time_is_not() -> None:
    article = full_article()
    record = coded_article(replace(article, events=(replace(article.events[0], date=a_date(date(2022, 12, 19), 3)),)))
    assert (record["events"][0]["date"]["start"], record["events"][0]["date"]["end"]) == ("2022-12-19", "2022-12-21")
    assert record["times"][0]["interval"] == ["2022-05-01", "2022-06-01"]


def test_arguments_are_quantities_or_words_and_the_source_stands_apart() -> None:
    [event] = coded_article(full_article())["events"]
    assert event["roles"] == {"amount": {"value": 4.5, "currency": "USD", "text": "$4.50", "start": 44, "end": 49}}
    assert event["according_to"]["name"] == "the minister"
    assert [party["iso3"] for party in event["actors"] + event["recipients"]] == ["POL", "LTU"]


def test_a_time_of_publication_is_written_as_its_day() -> None:
    late = an_article(published=datetime(2022, 12, 19, 23, 30, tzinfo=UTC))
    assert coded_article(late)["published"] == "2022-12-19"


@pytest.mark.parametrize(
    ("value", "expected"), [("40", "40"), ("4E+3", "4000"), ("4.0", "4"), ("0.50", "0.5"), ("-2.25", "-2.25")]
)
def test_numbers_are_written_as_json_has_them(value: str, expected: str) -> None:
    assert json.dumps(number(Decimal(value))) == expected


def test_lines_read_back_in_order_whatever_their_texts_hold() -> None:
    texts = ["Poland visited\u2028Lithuania.", "\u0085 \x1e \\n", "\U0001f600 Ünïcode", ""]
    articles = [a_coded_article(), *(Article(id=f"t{n}\n", text=text, title=text) for n, text in enumerate(texts))]
    out = io.StringIO()
    assert write_coded(articles, out) == 5
    lines = out.getvalue().split("\n")
    assert lines.pop() == ""
    assert [json.loads(line) for line in lines] == [coded_article(article) for article in articles]
