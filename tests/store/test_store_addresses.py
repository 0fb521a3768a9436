import pytest

from regesta.errors import StoreError
from regesta.store.store import is_path, open_store, shown_address


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


@pytest.mark.parametrize("timeout", ["soon", "-1", "nan", "1e9"])
@pytest.mark.parametrize("address", ["sqlite:///x.db", "postgresql+psycopg://me:s3cret@nowhere.invalid/db"])
def test_a_time_to_wait_that_is_none_is_refused(address: str, timeout: str) -> None:
    with pytest.raises(StoreError, match=f"has timeout={timeout}; write seconds"):
        open_store(f"{address}?timeout={timeout}")


@pytest.mark.parametrize("address", ["sqlite://", "sqlite:///", "sqlite:///:memory:", ":memory:", ""])
def test_an_address_without_a_file_says_what_to_write(address: str) -> None:
    with pytest.raises(StoreError, match="names no file; write sqlite:///path, or memory: to keep nothing"):
        open_store(address)
