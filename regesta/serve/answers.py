"""Answers about one thing as JSON, each with citations: what the API and the MCP server give."""

from dataclasses import asdict

from regesta.errors import ConfigError
from regesta.export.files.table_text import columns_json, records
from regesta.export.jsonl import Json
from regesta.query.count_options import about
from regesta.query.counts.count_table import Counts
from regesta.query.filters import FilterReader
from regesta.query.register import Register
from regesta.query.reports.hearsay import statements_about
from regesta.query.search import search
from regesta.serve.api import citation_json, entry_json, source_json, statement_report_json, whole_article_json
from regesta.store.filters import SPOKEN, EventFilter, StatementFilter
from regesta.store.view import View

LATEST = 10  # entries and statements that an answer about an actor shows


def entry_answer(register: Register, entry_id: str, host: str) -> Json:
    """Return an entry with the words of every report, and the statements about it.

    Args:
        register: The register.
        entry_id: Its id, or that of any event in it.
        host: Address of the web pages, for permalinks; "" for paths alone.

    Raises:
        ConfigError: There is none.
    """
    entry = register.entry(entry_id)
    if entry is None:
        raise ConfigError(f"the register has no entry {entry_id[:80]!r}")
    statements = [statement_report_json(report, host) for report in statements_about(register.view, entry)]
    return {**entry_json(entry, host), "statements": statements}


def article_answer(view: View, article_id: str) -> Json:
    """Return an article with its text and everything found in it.

    Raises:
        ConfigError: There is none.
    """
    article = view.article(article_id)
    if article is None:
        raise ConfigError(f"the register has no article {article_id[:80]!r}")
    return whole_article_json(article)


def search_answer(view: View, words: str, limit: int, host: str) -> Json:
    """Return the articles and statements with all the words of a search, each with the passage."""
    found = search(view, words, limit)
    return {
        "articles_total": found.hits_total,
        "articles": [
            {
                "id": hit.article.id,
                **source_json(hit.article.source, hit.article.title),
                "passage": citation_json(hit.passage),
            }
            for hit in found.hits
        ],
        "statements_total": found.statements_total,
        "statements": [statement_report_json(report, host) for report in found.statements],
    }


def actor_answer(register: Register, actor: str, host: str) -> Json:
    """Return what the register knows of an actor: names, events as actor and recipient, latest entries and statements.

    Args:
        register: The register.
        actor: A state, a name, an entity id.
        host: Address of the web pages, for permalinks.

    Raises:
        ConfigError: No such actor occurs; the message names the nearest.
    """
    view = register.view
    party = FilterReader(view).party(actor)
    latest = EventFilter(party=party, limit=LATEST)
    said = StatementFilter(speaker=party, min_confidence=SPOKEN, order="newest", limit=LATEST)
    return {
        "actor": party,
        "names": [asdict(count) for count in view.actors(party)],
        "entries": register.count(EventFilter(party=party)),
        "events_as_actor": view.count(EventFilter(actor=party)),
        "events_as_recipient": view.count(EventFilter(recipient=party)),
        "statements": view.count(StatementFilter(speaker=party, min_confidence=SPOKEN)),
        "latest_entries": [entry_json(entry, host) for entry in register.entries(latest, "newest")],
        "latest_statements": [statement_report_json(report, host) for report in view.statements(said)],
    }


def counts_json(counts: Counts) -> Json:
    """Return counts with what they must be read with."""
    return {**about(counts), "columns": columns_json(counts.table), "rows": list(records(counts.table))}
