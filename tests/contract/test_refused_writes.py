"""A store that refuses writes refuses all of them, and is read as before."""

import pytest
from builders import an_article
from sqlalchemy import text
from starlette.testclient import TestClient
from stores import NOW, SETTINGS

from regesta.errors import StoreError
from regesta.serve.app import create_app
from regesta.store.sql.store import SqlStore
from regesta.store.store import Store, open_store


def test_what_refuses_writes_is_still_read(store: Store) -> None:
    with store.writer() as writer:
        run = writer.start_run(SETTINGS, NOW)
        writer.add_article(run, an_article())
    store.refuse_writes()
    with pytest.raises(StoreError), store.writer() as writer:
        writer.start_run(SETTINGS, NOW)
    with store.view() as view:
        assert len(view.runs()) == 1
        assert view.article("a1")


def test_pages_without_review_cannot_write_whatever_they_run(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = str(tmp_path_factory.mktemp("store") / "regesta.db")
    open_store(path).close()
    app = create_app(path)
    with TestClient(app) as client:
        assert client.get("/status").status_code == 200
        served: SqlStore = app.state.shelf.store
        with pytest.raises(StoreError, match="readonly"), served.view() as view:
            view.reader.connection.execute(text("DELETE FROM articles"))  # as an injected statement would
