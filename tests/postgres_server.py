"""A PostgreSQL server of the tests' own: its own data, reached only through a socket in its own folder."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import sqlalchemy

from regesta.store.store import open_store

GIVEN = "REGESTA_TEST_POSTGRES"  # address of a server to use instead, whose user may make databases
ABSENT = f"no PostgreSQL here (Debian: apt-get install postgresql), and {GIVEN} names no server"
SPEED = ("fsync=off", "full_page_writes=off", "shared_buffers=32MB", "max_connections=40")
PORT = 5432  # part of the socket's name only


@dataclass
class Server:
    """A running server."""

    url: str
    binaries: Path | None = None
    data: Path | None = None
    numbers: Iterator[int] = field(default_factory=count)
    free: list[str] = field(default_factory=list)  # addresses of stores that were lent and emptied

    def address(self, database: str) -> str:
        """The address of a database."""
        return self.url.replace("/?", f"/{database}?")

    def run(self, statement: str) -> None:
        """Run a statement outside of any transaction."""
        engine = sqlalchemy.create_engine(self.address("postgres"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.exec_driver_sql(statement)
        engine.dispose()

    def new_name(self) -> str:
        """A name for a database that no other process gives."""
        return f"regesta_{os.getpid()}_{next(self.numbers)}"

    def has_tables(self, address: str) -> bool:
        """Tell whether a database holds any table."""
        engine = sqlalchemy.create_engine(address)
        with engine.connect() as connection:
            found = sqlalchemy.inspect(connection).get_table_names()
        engine.dispose()
        return bool(found)

    @contextmanager
    def database(self) -> Iterator[str]:
        """Lend an empty database; yield its address."""
        name = self.new_name()
        self.run(f"CREATE DATABASE {name}")
        try:
            yield self.address(name)
        finally:
            self.run(f"DROP DATABASE {name} WITH (FORCE)")

    @contextmanager
    def store(self) -> Iterator[str]:
        """Lend a database that has an empty store; yield its address. One that was lent before is emptied: faster."""
        address = self.free.pop() if self.free else self.made()
        try:
            yield address
        finally:
            self.empty(address)
            self.free.append(address)

    def made(self) -> str:
        """Make a database with an empty store; return its address."""
        name = self.new_name()
        self.run(f"CREATE DATABASE {name}")
        open_store(self.address(name)).close()
        return self.address(name)

    def empty(self, address: str) -> None:
        """Remove all rows of a store; nobody may be using it."""
        engine = sqlalchemy.create_engine(address)
        with engine.begin() as connection:
            connection.exec_driver_sql("SET LOCAL session_replication_role = replica")  # keys need not hold meanwhile
            for name in set(sqlalchemy.inspect(connection).get_table_names()) - {"store_state", "alembic_version"}:
                connection.exec_driver_sql(f"DELETE FROM {name}")
            connection.exec_driver_sql("UPDATE store_state SET revision = 0, moment = NULL, judged = NULL")
        engine.dispose()

    def restart(self) -> None:
        """Break all connections and begin again, as after a power cut."""
        assert self.binaries is not None
        control(self.binaries, "restart", "-D", str(self.data), "-m", "immediate")


def find_binaries() -> Path | None:
    """The folder of the newest PostgreSQL server installed; None when there is none."""
    if on_path := shutil.which("initdb"):
        return Path(on_path).resolve().parent
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    return found[-1].parent if found else None


@contextmanager
def running() -> Iterator[Server | None]:
    """Start a server, or take the one that is given; None when there is none. It is stopped whatever happens."""
    binaries = find_binaries()
    if given := os.environ.get(GIVEN):
        yield Server(given if "/?" in given else f"{given.rstrip('/')}/?")
    elif binaries is None:
        yield None
    else:
        with tempfile.TemporaryDirectory(prefix="regesta-postgres-") as folder:
            data = Path(folder) / "data"
            if os.geteuid() == 0:
                shutil.chown(folder, "postgres")
            control(binaries, "init", "-D", str(data), "-o", "-A trust -N -U postgres -E UTF8 --locale=C")
            options = f"-k {folder} -p {PORT} -h '' " + " ".join(f"-c {setting}" for setting in SPEED)
            try:
                control(binaries, "start", "-w", "-D", str(data), "-l", f"{folder}/log", "-o", options)
                yield Server(f"postgresql+psycopg://postgres@/?host={folder}&port={PORT}", binaries, data)
            finally:
                control(binaries, "stop", "-D", str(data), "-m", "immediate", check=False)


def control(binaries: Path, *arguments: str, check: bool = True) -> None:
    """Call pg_ctl, as user postgres when this is root, which PostgreSQL refuses."""
    who: dict[str, Any] = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
    with tempfile.TemporaryFile() as said:  # a pipe would stay open for as long as a server that was started
        done = subprocess.run(
            [binaries / "pg_ctl", *arguments],
            stdout=said,
            stderr=said,
            stdin=subprocess.DEVNULL,
            cwd="/",
            check=False,
            **who,
        )
        said.seek(0)
        if check and done.returncode != 0:
            raise RuntimeError(f"pg_ctl {' '.join(arguments)}: {said.read().decode(errors='replace')}")
