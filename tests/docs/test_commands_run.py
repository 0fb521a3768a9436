"""Every command of the documentation does what it says, over one demo register."""

import io
import re
import shlex
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import combinations
from pathlib import Path

import docx
import pytest
from test_docs import COMMANDS, FENCE, PAGES, name_of, text_of
from typer.testing import CliRunner

from regesta.cli.app import app
from regesta.query.register import open_register
from regesta.store.store import open_store

NOT_HERE = {
    "serve": "runs until it is stopped: tests/serve, tests/cli",
    "mcp": "runs until it is stopped: tests/serve",
    "watch": "goes to the network: tests/run/watch",
    "fetch": "goes to the network: tests/read/web",
    "status": "tells what `watch` did: tests/run/watch",
    "evaluate": "codes all gold: `make eval`, tests/evaluate",
    "demo": "made the register that all of these ask",
}
# What no command here can reach: PostgreSQL elsewhere (tests/store, tests/contract), a cluster (tests/cli).
ELSEWHERE = ("db.example", "--scheduler")
NEWS = (
    "Kenya's foreign minister, Amina Odera, visited Uganda on Monday. She said the border would open. "
    "Uganda thanked Kenya for its help."
)
ARTICLE = f'{{"id": "n-1", "published": "2022-12-20", "publisher": "Own notes", "text": "{NEWS}"}}\n'
TABLE = f'id,Pub date,Body\nt-1,2022-12-20,"{NEWS}"\n'
HEX_ID = re.compile(r"^[0-9a-f]{16}$")
MOMENT = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d$")
REDIRECTED = re.compile(r"\s>\s*(\S+)")


@dataclass(frozen=True)
class Line:
    """A line of a shell snippet: commands that pipe into each other, and the file that the last one writes."""

    commands: tuple[tuple[str, ...], ...]
    target: str | None

    @property
    def text(self) -> str:
        """The line as it was written, nearly."""
        return " | ".join(map(shlex.join, self.commands))


def lines_of(page: Path) -> Iterator[Line]:
    """Yield the lines of a page's shell snippets in which Regesta is called."""
    for _, language, code in FENCE.findall(text_of(page)):
        if language != "sh":
            continue
        code = (
            re.sub(r"^cat > .*?^END\n", "", code, flags=re.MULTILINE | re.DOTALL)
            .replace("\\\n", " ")
            .replace("|\n", "| ")
        )
        for line in code.splitlines():
            target = REDIRECTED.search(line)
            parts = re.split(r"\s\|\s", REDIRECTED.sub("", line))
            words = tuple(tuple(shlex.split(part, comments=True)) for part in parts)
            if any(part and part[0] == "regesta" for part in words):
                yield Line(words, target[1] if target else None)


class Ids:
    """Ids of the demo register to put in the place of those on a page, which another version would not have."""

    def __init__(self, store: Path) -> None:
        with open_store(str(store), create=False) as opened, opened.view() as view:
            entries = list(open_register(view).entries())
            self.entry = entries[0].id
            raids = [entry for entry in entries if entry.best.type == "ASSAULT"]
            events = [report.event.id for entry in raids for report in entry.reports]
            self.event, self.rejected = events[0], events[-1]
            told = [(r.event.id, r.source, r.event.type) for entry in entries[:60] for r in entry.reports]
            self.pair = next((a[0], b[0]) for a, b in combinations(told, 2) if a[1] != b[1] and a[2] == b[2])

    def put_into(self, words: tuple[str, ...], decision: str | None) -> tuple[str, ...]:
        """Return a command with ids that there are."""
        act = words[1] if words[0] == "review" else words[0]
        given = iter(
            {
                "same": self.pair,
                "different": self.pair[::-1],
                "undo": (decision or "",),
                "reject": (self.rejected,),
                "show": (self.entry,),
                "explain": (self.entry,),
            }.get(act, (self.event,))
        )
        words = tuple(next(given) if HEX_ID.match(word) or word == "ID" else word for word in words)
        # The demo register is made as the tests run: a page's own moment lies before it, sooner or later.
        later = (datetime.now(UTC) + timedelta(minutes=1)).strftime("%Y-%m-%dT%H:%M")
        return tuple(later if MOMENT.match(word) else word for word in words)


@dataclass
class Desk:
    """A folder in which the commands are tried, one after the other."""

    ids: Ids
    done: set[str]

    def run(self, line: Line) -> str:
        """Run the commands of a line and return what the last one prints."""
        passed: str | None = None
        for words in line.commands:
            if words and words[0] == "echo":
                passed = words[1] + "\n"
            elif words and words[0] == "xargs":
                passed = self.invoke(given_by_xargs(words, (passed or "").split()), None)
            elif words and words[0] == "regesta" and words[1] not in NOT_HERE:
                passed = self.call(words[1:], passed)
        if line.target and passed is not None:
            Path(line.target).write_text(passed, encoding="utf-8")
        return passed or ""

    def call(self, words: tuple[str, ...], passed: str | None) -> str:
        """Call Regesta and return its standard output; it has to succeed."""
        decision = newest_decision(words) if words[:2] == ("review", "undo") else None
        if words[0] == "release" and "--output" not in words:
            shutil.rmtree(f"regesta-{words[1]}", ignore_errors=True)  # a release is never overwritten
        given = ARTICLE if passed is None and "-" in words else passed
        return self.invoke(self.ids.put_into(words, decision), given)

    def invoke(self, words: tuple[str, ...], given: str | None) -> str:
        """Call Regesta with these very words, as `call` does."""
        result = CliRunner().invoke(app, list(words), input=given)
        assert (result.exit_code, result.exception) == (0, None), (words, result.output)
        return result.stdout


def given_by_xargs(words: tuple[str, ...], passed: list[str]) -> tuple[str, ...]:
    """Return the command that xargs calls, with what is passed to it where "@" stands, or behind."""
    called = words[words.index("regesta") + 1 :]
    if "@" in called:
        return tuple(passed[0] if word == "@" else word for word in called)
    return (*called, *passed)


def newest_decision(words: tuple[str, ...]) -> str:
    """Return the id of the decision made last in the store that a command names."""
    store = words[words.index("--store") + 1] if "--store" in words else "regesta.db"
    log = CliRunner().invoke(app, ["review", "log", "--store", store]).stdout
    return next(word for line in log.splitlines() for word in line.split() if HEX_ID.match(word))


def store_named(folder: Path) -> str:
    return str(folder / "demo/regesta.db")


@pytest.fixture(scope="module")
def folder(workplace: Callable[[str], Path]) -> Path:
    """The folder of the demo register with what the pages suppose to be there."""
    made = workplace("commands")
    supposed = {"news/a.jsonl": ARTICLE, "articles/a.jsonl": ARTICLE, "articles.csv": TABLE, "demo/own.jsonl": ARTICLE}
    for name, text in supposed.items():
        (made / name).parent.mkdir(exist_ok=True)
        (made / name).write_text(text, encoding="utf-8")
    document = docx.Document()
    document.add_paragraph(NEWS)
    document.save(str(made / "nexis-export.docx"))
    shutil.copy(made / "demo/regesta.db", made / "regesta.db")
    for form, name in {
        "polecat": "ngecEventsDV-2022.txt.zip",
        "gdelt-events": "20221219120000.export.CSV.zip",
        "icews": "events.2018.tab",
    }.items():
        data = CliRunner().invoke(app, ["export", "--format", form, "--store", store_named(made)]).stdout_bytes
        (made / name).write_bytes(zipped(name, data) if name.endswith(".zip") else data)
    for store in ("regesta.db", "demo/regesta.db"):
        words = ["import", str(made / "ngecEventsDV-2022.txt.zip"), "--format", "polecat", "--store", str(made / store)]
        assert CliRunner().invoke(app, words).exit_code == 0
    return made


def zipped(name: str, data: bytes) -> bytes:
    """Return an archive of one file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name.removesuffix(".zip"), data)
    return out.getvalue()


@pytest.fixture(scope="module")
def desk(folder: Path) -> Desk:
    return Desk(Ids(folder / "demo/regesta.db"), set())


FOLLOWED = "docs/tutorial.md"  # step by step, in test_docs.py
WITH_COMMANDS: Mapping[str, Path] = {
    name_of(page): page for page in PAGES if any(lines_of(page)) and name_of(page) != FOLLOWED
}


@pytest.mark.model
@pytest.mark.parametrize("page", sorted(WITH_COMMANDS))
def test_the_commands_of_a_page_run(page: str, desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.delenv("REGESTA_STORE", raising=False)
    for line in lines_of(WITH_COMMANDS[page]):
        if any(word in line.text for word in ELSEWHERE) or line.text in desk.done:
            continue
        desk.done.add(line.text)
        desk.run(line)


@pytest.mark.model
@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed")
def test_the_r_of_the_guide_runs(desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    page = WITH_COMMANDS["docs/guides/r-users.md"]
    for line in lines_of(page):
        desk.run(line)
    code = "\n".join(code for _, language, code in FENCE.findall(text_of(page)) if language == "r")
    Path("guide.R").write_text(f"options(warn = 2)\n{code}", encoding="utf-8")
    done = subprocess.run(["Rscript", "guide.R"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "CONSULT" in done.stdout


def test_what_is_not_run_here_is_a_command_that_there_is() -> None:
    assert set(NOT_HERE) <= {path[0] for path in COMMANDS}
