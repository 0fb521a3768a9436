from collections.abc import Iterator

import pytest
from builders import a_coded_article
from stores import filled

from regesta.query.register import open_register
from regesta.query.stream import stream_statements
from regesta.store.filters import EventFilter, StatementFilter
from regesta.store.view import View


@pytest.fixture
def view() -> Iterator[View]:
    with filled([a_coded_article(id=f"a{n}") for n in range(7)]).view() as opened:
        yield opened


@pytest.mark.parametrize("size", [1, 3, 7, 100])
@pytest.mark.parametrize(("limit", "offset"), [(None, 0), (5, 1), (3, 0), (0, 0), (9, 6), (None, 8)])
def test_streams_give_what_lists_give(size: int, limit: int | None, offset: int, view: View) -> None:
    events, statements = EventFilter(limit=limit, offset=offset), StatementFilter(limit=limit, offset=offset)
    assert list(stream_statements(view, statements, size)) == view.statements(statements)
    register = open_register(view)
    assert list(register.reports(events, size)) == view.reports(events)
    assert list(register.each(events, "oldest", size)) == register.entries(events, "oldest")
