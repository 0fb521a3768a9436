"""Loads all that commands load on demand, so that processes forked from one that has it start at once."""

from importlib import import_module

from stand_in import HandMade, a_report
from web_server import a_story

from regesta.model.article import Source
from regesta.read.decoding import decode
from regesta.read.kinds import readers
from regesta.read.webpage import article_of_page
from regesta.run.ingest import ingest
from regesta.store.store import open_store

for name in (
    "alembic.command",
    "psycopg",
    "pyarrow.parquet",
    "sqlalchemy.dialects.postgresql.psycopg",
    "regesta.cli.app",
    "regesta.cli.output.exports",
    "regesta.cli.opened",
    "regesta.cli.output.progress",
    "regesta.export.files.table_arrow",
    "regesta.export.release.build",
    "regesta.query.check",
    "regesta.read.sources",
    "regesta.read.web.fetcher",
    "regesta.run.watch.watch",
    "regesta.store.postgres",
    "regesta.store.sqlite",
    "regesta.store.sql.upgrade",
):
    import_module(name)

readers()
article_of_page(decode(a_story("A visit").encode()), Source(origin="https://a.example/1"), "1")
ingest([a_report("a1")], open_store("memory:"), HandMade(), lambda report: None)
