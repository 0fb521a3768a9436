"""The progress line of a run: counts, rate, and how long it still takes."""

import io
from pathlib import Path

import pytest

from regesta.cli.output.progress import progress_to, time_left
from regesta.read.sources import amount_of, read_sources
from regesta.run.report import RunReport


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("seconds", "share", "told"),
    [
        (60, 0.5, ", 1 min left"),
        (60, 0.01, ", 1 h 39 min left"),
        (60, 0.9, ", < 1 min left"),
        (60, 1.0, ", all read"),
        (1, 0.5, ""),
        (60, 0.0, ""),
        (60, None, ""),
    ],
)
def test_the_time_left_follows_from_what_was_read(seconds: float, share: float | None, told: str) -> None:
    assert time_left(seconds, share) == told


def test_the_line_tells_rate_and_time_left(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Poland's minister visited Lithuania on Monday, a spokesman said. " * 3)
    amount, stream = amount_of([str(tmp_path)]), Terminal()
    articles = read_sources([str(tmp_path)], None, amount)
    assert amount.share == 0
    next(articles)
    next(articles)
    assert amount.share is not None
    assert amount.share >= 0.5
    with progress_to(stream, quiet=False, amount=amount) as on_progress:
        on_progress(RunReport(read=2, added=2, seconds=60))
    assert "0.0 articles/s" in stream.getvalue()
    assert "left" in stream.getvalue() or "all read" in stream.getvalue()
    assert list(articles) == []
    assert amount.share == 1


def test_a_large_file_is_counted_while_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text('{"id": "x", "text": "Poland visited Lithuania."}\n' * 20_000)
    amount = amount_of([str(path)])
    shares = [amount.share for _ in read_sources([str(path)], None, amount)]
    assert shares == sorted(shares, key=lambda share: share or 0)
    assert 0 < (shares[len(shares) // 2] or 0) < 1


def test_nobody_knows_the_end_of_standard_input() -> None:
    assert amount_of(["-"]).share is None
