import pytest

from regesta.store.store import is_path, shown_address


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("regesta.db", "regesta.db"),
        ("a:b@c/regesta.db", "a:b@c/regesta.db"),
        ("sqlite:///x.db?timeout=5", "sqlite:///x.db?timeout=5"),
        ("postgresql+psycopg://me@host:5432/db", "postgresql+psycopg://me@host:5432/db"),
        ("postgresql+psycopg://me:s3:cr@t@host:5432/db", "postgresql+psycopg://me:***@host:5432/db"),
        (
            "postgresql://host/db?user=me&password=s3cret&sslmode=require",
            "postgresql://host/db?user=me&password=***&sslmode=require",
        ),
    ],
)
def test_an_address_is_shown_without_its_password(address: str, shown: str) -> None:
    assert shown_address(address) == shown


def test_a_path_is_told_from_a_url() -> None:
    assert [is_path(address) for address in ("x.db", "C:/x.db", "sqlite:///x.db", "memory:")] == [
        True,
        True,
        False,
        False,
    ]
