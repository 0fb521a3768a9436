"""Full text in SQL databases: what is indexed of a text, and the condition that a search stands for.

SQLite has FTS5, which cuts and folds the text itself. PostgreSQL's own parser keeps "al-shifa.org" whole and
goes by the language of the database; so words are cut and folded here, as `regesta.store.words` does, and PostgreSQL
indexes them as they are. Phrases are then looked for among the folded words of the texts that the index found.
"""

from collections.abc import Sequence

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    TableClause,
    Text,
    and_,
    cast,
    column,
    false,
    literal_column,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR

from regesta.store.sql import tables
from regesta.store.sql.dialects import by_dialect
from regesta.store.sql.rows import Row
from regesta.store.words import Phrase, folded_words, fts_expression, parse_query

# PostgreSQL refuses longer ones (https://www.postgresql.org/docs/current/textsearch-limitations.html): a word may have
# 2,047 bytes, at most four of them a character, and the different words of a text together 1 MiB.
MAX_WORD_CHARS = 500
MAX_WORDS_BYTES = 1_000_000
BREAK = "|"  # no word: keeps a phrase from going on from the headline to the text


def indexed_in_postgresql(name: str) -> TableClause:
    """Return the table in which PostgreSQL keeps the words that FTS5 keeps in a table of the same name."""
    return table(name, column("rowid", Integer), column("words", Text), column("terms", TSVECTOR))


INDEXED = {
    words.name: indexed_in_postgresql(words.name)
    for words in (tables.article_words, tables.event_words, tables.statement_words)
}


def words_row(row: Row) -> Row:
    """Return a row of an FTS5 table as PostgreSQL's table takes it: all columns as one line of folded words."""
    columns = [folded_words(text) for name, text in row.items() if name != "rowid"]
    return {"rowid": row["rowid"], "words": f" {f' {BREAK} '.join(' '.join(indexable(c)) for c in columns)} "}


def indexable(words: Sequence[str]) -> list[str]:
    """Return words as PostgreSQL can index them: overlong ones cut, and those after the first megabyte left out."""
    cut = [word[:MAX_WORD_CHARS] for word in words]
    if sum(map(len, cut)) * 4 <= MAX_WORDS_BYTES:
        return cut
    kept, known, size = [], set[str](), 0
    for word in cut:
        if word not in known:
            known.add(word)
            size += len(word.encode())
        if size > MAX_WORDS_BYTES:
            break
        kept.append(word)
    return kept


def words_condition(key: ColumnElement[int], words: TableClause, query: str) -> ColumnElement[bool]:
    """Return the condition that a full-text index has the words of a search; one without words finds nothing."""
    phrases = parse_query(query)
    if not phrases:
        return false()
    matches = literal_column(words.name).op("MATCH", is_comparison=True)(fts_expression(phrases))
    indexed = INDEXED[words.name]
    found = select(indexed.c.rowid).where(and_(*(phrase_condition(indexed, phrase) for phrase in phrases)))
    return by_dialect(key.in_(select(words.c.rowid).where(matches)), key.in_(found))


def words_select(words: TableClause, query: str, *, postgresql: bool) -> Select[tuple[int]]:
    """Return the SELECT of the keys that `words_condition` lets through, as `key`, from the index alone."""
    phrases = parse_query(query)
    if postgresql:
        indexed = INDEXED[words.name]
        found = select(indexed.c.rowid.label("key"))
        return found.where(and_(*(phrase_condition(indexed, phrase) for phrase in phrases)) if phrases else false())
    matches = literal_column(words.name).op("MATCH", is_comparison=True)(fts_expression(phrases))
    return select(words.c.rowid.label("key")).where(matches if phrases else false())


def phrase_condition(indexed: TableClause, phrase: Phrase) -> ColumnElement[bool]:
    """Return the condition that PostgreSQL's index has a phrase."""
    words = [word[:MAX_WORD_CHARS] for word in folded_words(" ".join(phrase.words))]
    if not words:
        return false()
    quoted = [f"'{word}'" for word in words]  # a word has neither quotes nor backslashes
    asked = " & ".join(quoted) + (":*" if phrase.prefix else "")
    found: ColumnElement[bool] = indexed.c.terms.op("@@", is_comparison=True)(cast(asked, TSQUERY))
    if len(words) == 1:
        return found
    following = f" {' '.join(words)}" + ("" if phrase.prefix else " ")
    return and_(found, indexed.c.words.contains(following))
