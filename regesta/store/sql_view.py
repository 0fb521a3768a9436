"""Reads an SQL database as it was when the view was opened."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, Select, func, or_, select

from regesta.model.annotation import Fault
from regesta.model.article import Article
from regesta.model.entity import Place
from regesta.model.entry import Report, StatementReport
from regesta.model.judgement import Judgement
from regesta.store import sql_decode, sql_integrity, tables
from regesta.store.encoding import PLACE
from regesta.store.filters import (
    EVERY_ARTICLE,
    EVERY_EVENT,
    EVERY_STATEMENT,
    ArticleFilter,
    EventFilter,
    Filter,
    StatementFilter,
)
from regesta.store.outlines import (
    ActorCount,
    ArticleFault,
    ArticleOutline,
    EventOutline,
    StoreCounts,
    merge_actor_counts,
)
from regesta.store.runs import Run, RunSettings, version_of
from regesta.store.sql_conditions import conditions, keys_named
from regesta.store.sql_runs import read_runs
from regesta.store.sql_selects import selection
from regesta.store.store import JudgedKind
