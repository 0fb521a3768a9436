"""Draws what `bench_end_to_end.py --json` measured: core time per article of each measure, stages of Regesta apart.

python benchmarks/plot_end_to_end.py FIGURES.json docs/images/end-to-end.svg
"""

import argparse
import json
from html import escape
from pathlib import Path
from typing import Any

from regesta.cli.main import ending_in_a_line
from regesta.read.sources import check_exist

WIDTH, LEFT, RIGHT, ROW, TOP = 720, 210, 70, 26, 30
COLORS = {
    "read": "#a3b18a",
    "parse": "#588157",
    "acts": "#2a6f97",
    "events": "#bc6c25",
    "store": "#dda15e",
    "judge": "#9d4edd",
}
OTHER, ALONE = "#c9c9c9", "#8d99ae"
WHOLE = "Regesta, page to entry"


def rows_of(figures: dict[str, dict[str, Any]]) -> list[tuple[str, list[tuple[str, float]]]]:
    """Return rows of a label and its parts: name of the part, milliseconds per article; "" heads a stream."""
    rows: list[tuple[str, list[tuple[str, float]]]] = []
    for stream, measures in figures.items():
        rows.append((stream, []))
        for name, row in measures.items():
            if "core_s" not in row or "two processes" in name:
                continue
            each = 1000 * row["core_s"] / row["articles"]
            parts = [(part, each * row["shares"][part]) for part in COLORS if part in row.get("shares", {})]
            rest = each - sum(ms for _, ms in parts)
            rows.append((name, [*parts, ("other stages", rest)] if parts else [("", each)]))
    return rows


def picture(figures: dict[str, dict[str, Any]]) -> str:
    """Return the bars as SVG."""
    rows = rows_of(figures)
    most = max(sum(ms for _, ms in parts) for _, parts in rows)
    scale = (WIDTH - LEFT - RIGHT) / most
    drawn = []
    for number, (label, parts) in enumerate(rows):
        y, x = TOP + number * ROW, float(LEFT)
        if not parts:
            drawn.append(f'<text x="8" y="{y + 16}" font-weight="bold">{escape(label)}</text>')
            continue
        drawn.append(f'<text x="{LEFT - 8}" y="{y + 15}" text-anchor="end">{escape(label)}</text>')
        for part, ms in parts:
            color = COLORS.get(part, OTHER if part else ALONE)
            drawn.append(f'<rect x="{x:.1f}" y="{y + 3}" width="{ms * scale:.1f}" height="{ROW - 8}" fill="{color}"/>')
            x += ms * scale
        drawn.append(f'<text x="{x + 6:.1f}" y="{y + 15}">{sum(ms for _, ms in parts):.0f} ms</text>')
    foot = TOP + len(rows) * ROW + 16
    for number, (part, color) in enumerate([*COLORS.items(), ("other stages", OTHER)]):
        x = 8 + number * 98
        drawn.append(f'<rect x="{x}" y="{foot - 10}" width="12" height="12" fill="{color}"/>')
        drawn.append(f'<text x="{x + 17}" y="{foot}">{part}</text>')
    height = foot + 16
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        'font-family="sans-serif" font-size="12">'
        f'<rect width="{WIDTH}" height="{height}" fill="white"/>'
        f'<text x="8" y="18">Process time per article, one core</text>{"".join(drawn)}</svg>\n'
    )


def main() -> None:
    """Draw."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("figures", type=Path)
    parser.add_argument("drawing", type=Path)
    options = parser.parse_args()
    check_exist([str(options.figures)])
    options.drawing.write_text(picture(json.loads(options.figures.read_text(encoding="utf-8"))), encoding="utf-8")


if __name__ == "__main__":
    with ending_in_a_line("plot_end_to_end"):
        main()
