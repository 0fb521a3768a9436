"""Golden files: what the coder makes of a few short articles, so that a change of behaviour shows as a readable diff.

Each folder holds `article.json`, `expected.jsonl` and `why.md`, which says what the case protects. Rewrite the expected
files with `pytest --update-golden` and review the diff; quality is measured by `make eval`, not here.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from regesta.model.article import Article
from regesta.model.display import interval_text, party_text
from regesta.model.event import Event, Role
from regesta.model.span import Span
from regesta.model.statement import Statement
from regesta.read.record import make_article
from regesta.run.config import Config

pytestmark = pytest.mark.model
CASES = sorted(path.parent for path in Path(__file__).parent.glob("*/article.json"))


def words(text: str, span: Span) -> str:
    return f"{span.of(text)} [{span.start}:{span.end}]"


def role_words(text: str, role: Role) -> str:
    return f"{words(text, role.span)} = {party_text(role)}"


def event_row(text: str, event: Event) -> dict[str, Any]:
    return {
        "event": f"{event.type} {event.mode or '-'}",
        "trigger": words(text, event.trigger),
        "roles": {
            name: [role_words(text, r) for r in event.named(name)] for name in sorted({r.name for r in event.roles})
        },
        "date": f"{interval_text(event.date.interval)} {event.date.basis}" if event.date else None,
        "place": f"{words(text, event.place.span)} = {event.place.place.name} {event.place.basis}"
        if event.place
        else None,
        "status": event.status,
    }


def statement_row(text: str, statement: Statement) -> dict[str, Any]:
    return {
        "statement": statement.kind,
        "speaker": role_words(text, statement.speaker) if statement.speaker else None,
        "cue": words(text, statement.cue) if statement.cue else None,
        "content": [words(text, span) for span in statement.content],
    }


def rows(article: Article) -> Iterator[dict[str, Any]]:
    yield from (event_row(article.text, event) for event in article.events)
    yield from (statement_row(article.text, statement) for statement in article.statements)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_the_coding_of_a_golden_article_is_unchanged(case: Path, request: pytest.FixtureRequest) -> None:
    record = json.loads((case / "article.json").read_text(encoding="utf-8"))
    article = next(Config().pipeline()([make_article(record["text"], published=record.get("published"))]))
    found = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows(article))
    expected = case / "expected.jsonl"
    if request.config.getoption("--update-golden"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


def test_every_case_says_what_it_protects() -> None:
    assert CASES
    assert all((case / "why.md").read_text(encoding="utf-8").strip() for case in CASES)
