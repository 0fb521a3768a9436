"""Draws what `bench_pages.py --json` or `bench_register.py --json` wrote: times against events, on logarithmic axes.

python benchmarks/plot_times.py pages docs/images/page-times.svg small.json large.json
python benchmarks/plot_times.py register docs/images/register-times.svg figures.json
"""

import argparse
import json
import math
import statistics
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from bench_pages import LIMIT_MS, PAGES

from regesta.cli.main import ending_in_a_line
from regesta.read.sources import check_exist

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 860, 470, 70, 600, 30, 400
LEAST_MS, MOST_MS = 1, 10_000
COLOURS = ("#8e2b1f", "#245f58", "#bb7b3d", "#5d5aa0", "#7a6a12", "#4a7fa5")
SLOWEST = 5
REGISTER = (
    "add one article",
    "read the register, a server just started",
    "bring the register up to date",
    "find what its first page shows",
)


def across(events: int, sizes: list[int]) -> float:
    """Return where a number of events stands."""
    low, high = math.log10(sizes[0]), math.log10(sizes[-1])
    return LEFT + (math.log10(events) - low) / ((high - low) or 1) * (RIGHT - LEFT)


def up(milliseconds: float) -> float:
    """Return where a time stands."""
    low, high = math.log10(LEAST_MS), math.log10(MOST_MS)
    return BOTTOM - (math.log10(max(milliseconds, LEAST_MS)) - low) / (high - low) * (BOTTOM - TOP)


def write(parent: Element, words: str, x: float, y: float, **style: str) -> None:
    """Add words to a drawing."""
    given = {name.replace("_", "-"): value for name, value in style.items()}
    SubElement(parent, "text", {"x": f"{x:.1f}", "y": f"{y:.1f}", **given}).text = words


def line(parent: Element, points: list[tuple[float, float]], colour: str, **style: str) -> None:
    """Add a line through some points."""
    given = {name.replace("_", "-"): value for name, value in style.items()}
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    SubElement(parent, "polyline", {"points": path, "fill": "none", "stroke": colour, **given})


def of_pages(rows: dict[int, dict[str, float]]) -> dict[str, list[float]]:
    """Return the times of the slowest pages, and the median of all."""
    sizes = sorted(rows)
    slowest = sorted(PAGES, key=lambda name: -rows[sizes[-1]][name])[:SLOWEST]
    curves = {name: [rows[size][name] for size in sizes] for name in slowest}
    curves["median of all pages"] = [statistics.median(rows[size][name] for name in PAGES) for size in sizes]
    return curves


def of_register(rows: dict[int, dict[str, float]]) -> dict[str, list[float]]:
    """Return the times that adding to a register and showing it take."""
    return {name: [rows[size][name] for size in sorted(rows)] for name in REGISTER}


def drawing(curves: dict[str, list[float]], sizes: list[int], title: str, limit_ms: int) -> Element:
    """Return the drawing of some curves.

    Args:
        curves: The times at each size, by what they are of.
        sizes: Numbers of events.
        title: What is shown.
        limit_ms: A time to mark.
    """
    svg = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {WIDTH} {HEIGHT}"})
    svg.attrib |= {
        "width": str(WIDTH),
        "height": str(HEIGHT),
        "font-family": "system-ui, sans-serif",
        "font-size": "13",
    }
    SubElement(svg, "title").text = title
    SubElement(svg, "rect", {"width": str(WIDTH), "height": str(HEIGHT), "fill": "#ffffff"})
    for value in (1, 10, 100, 1000, 10_000):
        line(svg, [(LEFT, up(value)), (RIGHT, up(value))], "#ddd4c2")
        write(svg, f"{value:,}", LEFT - 8, up(value) + 4, text_anchor="end", fill="#5b5346")
    for size in sizes:
        write(svg, f"{size:,}", across(size, sizes), BOTTOM + 22, text_anchor="middle", fill="#5b5346")
    line(svg, [(LEFT, up(limit_ms)), (RIGHT, up(limit_ms))], "#b2442f", stroke_dasharray="5 4")
    write(svg, f"{limit_ms} ms", LEFT + 6, up(limit_ms) - 6, fill="#b2442f")
    write(svg, "events in the register", (LEFT + RIGHT) / 2, BOTTOM + 46, text_anchor="middle", fill="#211c15")
    write(svg, "ms of processor time", LEFT - 60, TOP - 10, fill="#211c15")
    ends = sorted(curves, key=lambda name: -curves[name][-1])
    below = 0.0
    for name, colour in zip(ends, COLOURS, strict=False):
        points = [(across(size, sizes), up(ms)) for size, ms in zip(sizes, curves[name], strict=True)]
        line(svg, points, colour, stroke_width="2")
        for x, y in points:
            SubElement(svg, "circle", {"cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": "3.5", "fill": colour})
        below = max(points[-1][1] + 4, below + 17)
        write(svg, f"{name}: {curves[name][-1]:.0f} ms", RIGHT + 12, below, fill=colour)
    return svg


def main() -> None:
    """Write the drawing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=DRAWN)
    parser.add_argument("drawing", type=Path)
    parser.add_argument("figures", nargs="+")
    options = parser.parse_args()
    check_exist(options.figures)
    rows: dict[int, dict[str, float]] = {}
    for path in options.figures:
        rows |= {int(size): row for size, row in json.loads(Path(path).read_text(encoding="utf-8")).items()}
    curves, title, limit_ms = DRAWN[options.kind]
    svg = drawing(curves(rows), sorted(rows), title, limit_ms)
    indent(svg)
    options.drawing.write_text(tostring(svg, encoding="unicode") + "\n", encoding="utf-8")


DRAWN = {
    "pages": (of_pages, "Time of pages against events of the register", LIMIT_MS),
    "register": (of_register, "Time of adding an article, and of showing it, against events of the register", 50),
}

if __name__ == "__main__":
    with ending_in_a_line("plot_times"):
        main()
