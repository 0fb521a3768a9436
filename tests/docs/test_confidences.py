"""The tables of confidence in the documentation are those of the code."""

import re

import pytest
from test_docs import DOCS, text_of

from regesta.coding import statements
from regesta.resolve.phrases.naming import CONFIDENCE


def rows(page: str, heading: str) -> list[list[str]]:
    """Return the cells of the table that has a heading."""
    lines = text_of(DOCS / "concepts" / page).splitlines()
    start = lines.index(heading) + 2
    end = next(at for at in range(start, len(lines)) if not lines[at].startswith("|"))
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[start:end]]


def numbers(words: str) -> list[float]:
    return [float(number) for number in re.findall(r"(?<![\d.])0?\.\d+", words)]


def bases(words: str) -> list[str]:
    return [name.partition(":")[0] for name in re.findall(r"(?<!`)`([^`\n]+)`(?!`)", words)]


@pytest.mark.parametrize("row", rows("resolution.md", "| Basis | Confidence | For example |"), ids=lambda row: row[0])
def test_what_tells_a_state_is_as_sure_as_the_page_says(row: list[str]) -> None:
    told, sure = bases(row[0]), numbers(row[1])
    if " to " in row[1]:
        assert (max(CONFIDENCE[name] for name in told), min(CONFIDENCE[name] for name in told)) == tuple(sure)
    else:
        assert [CONFIDENCE[name] for name in told] == (sure if len(sure) > 1 else sure * len(told))


def test_every_basis_is_on_the_page() -> None:
    page = text_of(DOCS / "concepts" / "resolution.md")
    assert {name for name in CONFIDENCE if name} <= set(bases(page))


def test_statements_are_as_sure_as_the_page_says() -> None:
    shares = [share for _, share in statements.REPORTED]
    assert [numbers(row[1]) for row in rows("statements.md", "| Found by | Confidence |")] == [
        [statements.DIRECT],
        [statements.CUELESS],
        [shares[0], statements.REPORTED[0][0], shares[1], statements.REPORTED[1][0], shares[2]],
        [statements.UNMARKED["network"]],
        [statements.UNMARKED["syntax"]],
    ]
