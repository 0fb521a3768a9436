"""The body an office is in, by its wording."""

import pytest

from regesta.resolve.persons.office_bodies import body_of


@pytest.mark.parametrize(
    ("office", "iso3", "body"),
    [
        ("Defence Minister", "BLR", "Belarusian Defence Ministry"),
        ("deputy foreign minister", "POL", "Polish Foreign Ministry"),
        ("Prime Minister", "POL", "Polish government"),
        ("secretary of state", "USA", "American State Department"),
        ("minister", "POL", None),
        ("leader", "POL", None),
        ("Secretary General", "IGO", None),
    ],
)
def test_an_office_tells_its_body(office: str, iso3: str, body: str | None) -> None:
    assert body_of(office, iso3) == body
