import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from builders import a_coded_article, an_article
from killed_writer import write_and_be_killed
from postgres_server import Server
from sqlalchemy.exc import DBAPIError
from stores import NOW, SETTINGS, write

from regesta.errors import StoreError
from regesta.query.search import search
from regesta.store.filters import ArticleFilter
from regesta.store.sql import tables, words
from regesta.store.sql.postgres_errors import meaning
from regesta.store.sql.store import SqlStore
from regesta.store.store import Store, open_store


@pytest.fixture
def empty(postgres: Server) -> Iterator[str]:
    """The address of a database without tables."""
    with postgres.database() as address:
        yield address


@pytest.fixture
def address(postgres: Server) -> Iterator[str]:
    """The address of an empty store."""
    with postgres.store() as lent:
        yield lent


@pytest.fixture
def filled(address: str) -> str:
    with open_store(address) as store:
        write(store, a_coded_article())
    return address


@pytest.fixture
def raw(filled: str) -> Iterator[sqlalchemy.Connection]:
    engine = sqlalchemy.create_engine(filled, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        yield connection
    engine.dispose()


# Schema


def test_migrations_lead_to_the_tables_as_declared(raw: sqlalchemy.Connection) -> None:
    names = {"include_name": lambda name, *_: "_words" not in str(name)}
    assert compare_metadata(MigrationContext.configure(raw, opts=names), tables.metadata) == []


def test_text_is_compared_by_code_points_whatever_the_language_of_the_database(raw: sqlalchemy.Connection) -> None:
    """A column without this is sorted by the language of the database; use `regesta.store.sql.column_types.Text`."""
    others = raw.exec_driver_sql("""
        SELECT attrelid::regclass, attname FROM pg_attribute JOIN pg_class ON attrelid = pg_class.oid
        WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attcollation <> 0
        AND attcollation <> '"C"'::regcollation AND relname <> 'alembic_version'
    """)
    assert others.all() == []


def test_making_a_store_is_undone_when_it_fails(empty: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("regesta.store.sql.upgrade.MIGRATIONS", Path("/nowhere"))
    with pytest.raises(Exception, match="nowhere"):
        open_store(empty)
    monkeypatch.undo()
    with open_store(empty) as store, store.view() as view:
        assert view.counts().articles == 0


def test_two_stores_share_a_database_in_schemas_of_their_own(empty: str) -> None:
    engine = sqlalchemy.create_engine(empty)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE SCHEMA one; CREATE SCHEMA two")
    engine.dispose()
    one, two = (open_store(f"{empty}&options=-csearch_path%3D{schema}") for schema in ("one", "two"))
    with one, two, one.writer():
        write(two, a_coded_article())
        with one.view() as view:
            assert view.counts().articles == 0


# Words


def test_a_word_longer_than_the_index_takes_is_found_by_its_beginning(address: str) -> None:
    with open_store(address) as store:
        write(store, an_article("Poland met " + "x" * 3000 + " in Riga."))
        with store.view() as view:
            assert view.count(ArticleFilter(contains="xxx*")) == 1
            assert view.count(ArticleFilter(contains="x" * 3000)) == 1
            assert view.count(ArticleFilter(contains='"met xxx*"')) == 0
            assert view.count(ArticleFilter(contains="met " + "x" * 2999)) == 1


def test_a_text_with_more_words_than_the_index_takes_is_found_by_the_first(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "MAX_WORDS_BYTES", 30)
    with open_store(address) as store:
        write(store, an_article("Poland met Poland met Poland, then Lithuania, then Latvia, then Estonia."))
        with store.view() as view:
            found = [view.count(ArticleFilter(contains=word)) for word in ("lithuania", "latvia", "estonia")]
    assert found == [1, 1, 0]


def test_a_very_long_text_can_be_stored(address: str) -> None:
    text = " ".join(f"{number:x}word" for number in range(200_000))
    with open_store(address) as store:
        write(store, an_article(text, sentences=()))
        with store.view() as view:
            assert view.count(ArticleFilter(contains="0word")) == 1


def test_a_search_is_words_whatever_it_is_made_of(filled: str) -> None:
    with open_store(filled) as store, store.view() as view:
        for query in ("'", "\\", "a' | 'b", "%", "_", "poland%", "poland & !lithuania", ":*", '"poland\'s minister"'):
            search(view, query)
        assert search(view, '"POLAND\'S minister"').hits_total == 1
        assert search(view, "po_and").hits_total == 0


# What can go wrong


def test_a_server_that_is_not_there_is_named_without_the_password() -> None:
    with pytest.raises(StoreError, match="cannot be opened; check that the server runs") as raised:
        open_store("postgresql+psycopg://reader:secret@127.0.0.1:1/regesta?connect_timeout=2")
    assert "secret" not in str(raised.value)
    assert "reader:***@127.0.0.1:1/regesta" in str(raised.value)


def test_a_missing_database_is_named(postgres: Server) -> None:
    with pytest.raises(StoreError, match='database "absent" does not exist'):
        open_store(postgres.address("absent"))


def test_a_malformed_address_is_refused_without_showing_it() -> None:
    with pytest.raises(StoreError, match="the address of the store is none; write postgresql") as raised:
        open_store("postgresql:user:secret@host")
    assert "secret" not in str(raised.value)


def test_missing_psycopg_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StoreError, match=r'needs psycopg.*pip install "regesta\[postgres\]"'):
        open_store("postgresql://host/regesta")


def test_a_missing_store_is_not_made_for_readers(empty: str) -> None:
    with pytest.raises(StoreError, match="there is no store; make one with `regesta run"):
        open_store(empty, create=False)


def test_tables_of_another_program_are_left_alone(empty: str) -> None:
    engine = sqlalchemy.create_engine(empty, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE bookmarks (url TEXT)")
        with pytest.raises(StoreError, match="holds tables of another program"):
            open_store(empty)
        assert sqlalchemy.inspect(connection).get_table_names() == ["bookmarks"]
    engine.dispose()


def test_a_store_of_a_newer_version_is_refused(empty: str) -> None:
    open_store(empty).close()
    engine = sqlalchemy.create_engine(empty)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'r9999'")
    engine.dispose()
    with pytest.raises(StoreError, match=r"newer Regesta.*r9999.*upgrade Regesta"):
        open_store(empty)


def test_a_database_that_cannot_hold_all_of_unicode_is_refused(postgres: Server) -> None:
    postgres.run("CREATE DATABASE latin TEMPLATE template0 ENCODING LATIN1 LOCALE 'C'")
    with pytest.raises(StoreError, match="its encoding is LATIN1"):
        open_store(postgres.address("latin"))


def test_a_second_writer_gives_up_with_advice(filled: str) -> None:
    with open_store(f"{filled}&timeout=0.1") as impatient, open_store(filled) as store, store.writer():
        with pytest.raises(StoreError, match="another process is writing to it; wait"):
            write(impatient, a_coded_article(id="a2"))
        with impatient.view() as view:
            assert view.counts().articles == 1


def test_who_may_only_read_can_read_and_is_told_so_when_writing(filled: str, raw: sqlalchemy.Connection) -> None:
    raw.exec_driver_sql("CREATE ROLE reader LOGIN; GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader")
    with open_store(filled.replace("postgres@", "reader@")) as store:
        with store.view() as view:
            assert view.counts().articles == 1
        with pytest.raises(StoreError, match="this user may not do that"):
            write(store, a_coded_article(id="a2"))
    raw.exec_driver_sql("DROP OWNED BY reader; DROP ROLE reader")


def test_two_processes_may_make_the_same_store_at_once(empty: str) -> None:
    code = f"from regesta.store.store import open_store; open_store({empty!r}).close()"
    makers = [subprocess.Popen([sys.executable, "-c", code]) for _ in range(2)]
    assert [maker.wait() for maker in makers] == [0, 0]
    with open_store(empty) as store, store.view() as view:
        assert view.counts().articles == 0


def test_many_read_while_one_writes(filled: str) -> None:
    """No reader ever sees half a transaction, and none waits."""
    seen: list[tuple[int, int]] = []
    done = threading.Event()

    def read() -> None:
        with open_store(filled) as store:
            while not done.is_set():
                with store.view() as view:
                    seen.append((view.counts().events, view.counts().articles))

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    with open_store(filled) as store:
        for number in range(10):
            write(store, *(a_coded_article(id=f"b{number}-{n}") for n in range(3)))
    done.set()
    for reader in readers:
        reader.join()
    assert seen
    assert all(events == articles and articles % 3 == 1 for events, articles in seen)


def test_a_killed_writer_leaves_a_sound_store_without_the_unfinished_batch(address: str) -> None:
    write_and_be_killed(address)
    with open_store(address) as store:
        with store.view() as view:
            assert [article.id for article in view.articles()] == ["kept"]
            assert view.integrity() == []
        write(store, a_coded_article(id="after"))


# A server that restarts


def cut(raw: sqlalchemy.Connection) -> None:
    """Cut every connection to the database but this one."""
    raw.exec_driver_sql(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )


def test_a_lost_connection_undoes_the_transaction_and_the_next_one_connects_anew(
    filled: str, raw: sqlalchemy.Connection
) -> None:
    def write_and_lose(store: Store) -> None:
        with store.writer() as writer:
            run = writer.start_run(SETTINGS, NOW)
            cut(raw)
            writer.add_article(run, a_coded_article(id="a2"))

    with open_store(filled) as store:
        with pytest.raises(StoreError, match="the connection to the server was lost; what was stored is kept"):
            write_and_lose(store)
        with store.view() as view:
            assert [article.id for article in view.articles()] == ["a1"]
        assert write(store, a_coded_article(id="a2")) == [True]


def test_a_view_whose_connection_is_lost_says_so(filled: str, raw: sqlalchemy.Connection) -> None:
    def read_and_lose(store: Store) -> None:
        with store.view() as view:
            cut(raw)
            view.counts()

    with open_store(filled) as store:
        with pytest.raises(StoreError, match="the connection to the server was lost"):
            read_and_lose(store)
        with store.view() as view:
            assert view.counts().articles == 1


def test_pages_work_again_after_the_server_has_restarted(filled: str, postgres: Server) -> None:
    if postgres.data is None:
        pytest.skip("the server that was given is not ours to restart")
    with open_store(filled) as store:
        with store.view() as view:
            assert view.counts().articles == 1
        postgres.restart()
        with store.view() as view:
            assert view.counts().articles == 1


# Damage


@pytest.mark.parametrize(
    ("change", "damage"),
    [
        ("UPDATE texts SET text = replace(text, 'Lithuania', 'Leutenia!')", "SHA-256"),
        ("UPDATE events SET type = 'ASSAULT'", "column type differs from its body"),
        ("UPDATE events SET body = '{'", "its body cannot be read"),
        ("UPDATE statements SET speaker = NULL", "column speaker differs from its body"),
        ("SET session_replication_role = replica; DELETE FROM runs", "articles points at row 1 of runs"),
    ],
)
def test_damage_is_found(raw: sqlalchemy.Connection, filled: str, change: str, damage: str) -> None:
    raw.exec_driver_sql(change)
    with open_store(filled) as store, store.view() as view:
        assert any(damage in found for found in view.integrity())


def test_settings_of_a_connection_hold(filled: str) -> None:
    store = open_store(filled)
    assert isinstance(store, SqlStore)
    with store, store.view() as view:
        for name, value in (
            ("jit", "off"),
            ("transaction_isolation", "repeatable read"),
            ("transaction_read_only", "on"),
        ):
            assert view.connection.exec_driver_sql(f"SHOW {name}").scalar() == value


def test_another_version_of_an_article_keeps_its_text_once(address: str, raw: sqlalchemy.Connection) -> None:
    with open_store(address) as store:
        write(store, a_coded_article(), settings=replace(SETTINGS, regesta_version="0.9.0"))
    assert raw.exec_driver_sql("SELECT (SELECT count(*) FROM texts), (SELECT count(*) FROM articles)").one() == (1, 2)


def test_a_server_that_is_still_starting_asks_for_the_same_command_again() -> None:
    refused = Exception("connection failed: FATAL:  the database system is not yet accepting connections")
    said = meaning(DBAPIError("SELECT 1", {}, refused))
    assert said.startswith("the connection to the server was lost; what was stored is kept, run the same command again")
