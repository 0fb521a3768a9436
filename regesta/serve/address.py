"""What the address of a page says: every filter is a parameter, so that a link shows what its sender saw."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import urlencode

from regesta.query.known import check_names, choice, filled, whole
from regesta.serve.shown import AS_OF, MEANING

T = TypeVar("T")
MAX_PAGE = 1_000_000
PAGE_ITEMS = 25
MAX_ITEMS = 500
LEFT_OUT = frozenset({"limit", "offset", "order"})  # options that `page`, `limit` and `sort` stand for


@dataclass(frozen=True, slots=True)
class Listing:
    """A page that lists things: where it is, and what its address may say.

    Attributes:
        path: Its path.
        twin: Path of the same as JSON.
        options: Names of its filters, as `regesta.query.filters` has them, in the order in which an address shows them.
        sorts: Its orders, the usual one first.
    """

    path: str
    twin: str
    options: tuple[str, ...]
    sorts: tuple[str, ...]

    def beside(self, suffix: str) -> str:
        """Return the path of the same as another kind of file: "svg", "atom"."""
        return f"{self.twin.removesuffix('.json')}.{suffix}"

    def parameters(self) -> dict[str, Any]:
        """Return the description of its parameters for OpenAPI."""
        numbers = {"page": "Number of the page, from 1.", "limit": f"Items on a page, up to {MAX_ITEMS}."}
        as_of = {"name": AS_OF, "in": "query", "schema": {"type": "string"}, "description": MEANING}
        sort = {"name": "sort", "in": "query", "schema": {"enum": list(self.sorts)}, "description": "Order."}
        return {
            "parameters": [
                *({"name": name, "in": "query", "schema": {"type": "string"}} for name in self.options),
                sort,
                as_of,
                *(
                    {"name": name, "in": "query", "schema": {"type": "integer", "minimum": 1}, "description": words}
                    for name, words in numbers.items()
                ),
            ]
        }


def options_of(readers: Iterable[str]) -> tuple[str, ...]:
    """Return the filters that a page takes from those that `regesta.query.filters` reads, sorted."""
    return tuple(sorted(set(readers) - LEFT_OUT))


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """The parameters of one request to a listing.

    Attributes:
        listing: The page.
        options: Filters as written, without empty ones.
        sort: Order.
        page: Number of the page, from 1.
        limit: Items on a page.
        as_of: The moment whose register is asked for, as written; "" for the present.
    """

    listing: Listing
    options: Mapping[str, str]
    sort: str
    page: int = 1
    limit: int = PAGE_ITEMS
    as_of: str = ""

    @property
    def offset(self) -> int:
        """How many items stand on earlier pages."""
        return (self.page - 1) * self.limit

    def shown(self, items: Sequence[T]) -> Sequence[T]:
        """Return those of all items that stand on this page."""
        return items[self.offset : self.offset + self.limit]

    def value(self, name: str) -> str:
        """Return a filter as written; "" when it is not given."""
        return self.options.get(name, "")

    def url(self, **changes: str | int | None) -> str:
        """Return the address with some parameters changed; it goes back to the first page unless `page` is given.

        Args:
            changes: Filters, sort, page or limit; None or "" takes one away.
        """
        return self._written(self.listing.path, {"page": 1, **changes})

    def within(self, period: str | int) -> str:
        """Return the address narrowed to a day, month or year ("2022-12"), in place of the dates it says."""
        return self.url(on=period, since=None, until=None)

    def json_url(self, **changes: str | int | None) -> str:
        """Return the address of the same as JSON, with some parameters changed."""
        return self._written(self.listing.twin, changes)

    def beside(self, suffix: str) -> str:
        """Return the address of the same as another kind of file, with the same filters: "svg", "atom"."""
        return self._written(self.listing.beside(suffix), {"sort": None, "page": None, "limit": None})

    def _written(self, path: str, changes: Mapping[str, str | int | None]) -> str:
        given: dict[str, str | int | None] = {**self.options, "sort": self.sort, "page": self.page, "limit": self.limit}
        given |= {AS_OF: self.as_of}
        given |= changes
        usual = {"sort": self.listing.sorts[0], "page": 1, "limit": PAGE_ITEMS}
        names = (*self.listing.options, *usual, AS_OF)
        shown = {n: str(given[n]) for n in names if given.get(n) not in (None, "", usual.get(n))}
        return path + (f"?{urlencode(shown, errors='replace')}" if shown else "")


def read_address(listing: Listing, given: Mapping[str, str]) -> Address:
    """Read the parameters of a request; empty ones count as absent.

    Raises:
        ConfigError: An unknown parameter, order, or a number out of bounds; filters are left to `FilterReader`.
    """
    said = filled(given)
    known = (*listing.options, "sort", "page", "limit", AS_OF)
    check_names("filter", said, known)
    sort = choice("order", said.pop("sort", listing.sorts[0]), listing.sorts)
    page = whole("page", said.pop("page", "1"), 1, MAX_PAGE)
    limit = read_limit(said.pop("limit", ""))
    as_of = said.pop(AS_OF, "")
    return Address(listing=listing, options=said, sort=sort, page=page, limit=limit, as_of=as_of)


def read_limit(value: str) -> int:
    """Return how many items a page shows; the usual number for "".

    Raises:
        ConfigError: It is no number, or out of bounds.
    """
    return whole("limit", value or str(PAGE_ITEMS), 1, MAX_ITEMS)


def plain_address(listing: Listing) -> Address:
    """Return the address without parameters."""
    return Address(listing=listing, options={}, sort=listing.sorts[0])


@dataclass(frozen=True, slots=True)
class Pages:
    """Where a page stands among the pages of a listing.

    Attributes:
        address: The address of this page.
        total: Items on all pages.
    """

    address: Address
    total: int

    @property
    def count(self) -> int:
        """Number of pages, at least 1."""
        return max(1, -(-self.total // self.address.limit))

    @property
    def first(self) -> int:
        """Number of the first item of this page, from 1; 0 when it has none."""
        return self.address.offset + 1 if self.address.offset < self.total else 0

    @property
    def last(self) -> int:
        """Number of its last item."""
        return min(self.address.offset + self.address.limit, self.total) if self.first else 0

    @property
    def earlier(self) -> str | None:
        """Address of the page before; None for the first."""
        return self.address.url(page=min(self.address.page - 1, self.count)) if self.address.page > 1 else None

    @property
    def later(self) -> str | None:
        """Address of the next page; None for the last."""
        return self.address.url(page=self.address.page + 1) if self.address.page < self.count else None
