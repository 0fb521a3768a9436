"""Facets: how many entries each further choice would leave, and the address that makes it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from regesta.ontology.event_types import act_name
from regesta.query.counts.counts import Count, Dimension, count_by
from regesta.query.party_names import code_name
from regesta.query.register import Register
from regesta.serve.address import Address
from regesta.serve.wording import mode_label, quad_text
from regesta.store.filters import EventFilter

SHOWN = 10  # choices that stand there at once
MOST = 60  # choices there are; more would be a list, not a choice


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value of a facet.

    Attributes:
        label: The value, as data has it.
        words: The value, for the reader.
        entries: Entries with it, given all other filters.
        share: `entries` in percent of the commonest value of the facet, at least 1.
        chosen: Whether it is the filter in force.
        url: Address with this value chosen, or taken back when it is chosen.
    """

    label: str
    words: str
    entries: int
    share: int
    chosen: bool
    url: str


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet with its values.

    Attributes:
        title: Its name for the reader.
        choices: The value chosen, then those with most entries; of years the newest.
        further: Those after them, which wait to be opened.
    """

    title: str
    choices: tuple[Choice, ...]
    further: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What a facet counts, and how a choice filters.

    Attributes:
        title: Its name for the reader.
        dimension: What is counted.
        option: The filter that a choice sets.
        cleared: Fields of `EventFilter` that this filter sets.
        label: Turns a value into what data calls it.
        words: Turns a value into words, given the address in force; None when the label will do.
    """

    title: str
    dimension: Dimension
    option: str
    cleared: tuple[str, ...]
    label: Callable[[str], str] = str
    words: Callable[[str, Address], str] | None = None


KINDS = (
    Kind(
        title="Event type", dimension="type", option="type", cleared=("type",), words=lambda value, _: act_name(value)
    ),
    Kind(
        title="Quad class",
        dimension="quad",
        option="quad",
        cleared=("quad",),
        label=lambda value: quad_text(int(value)),
    ),
    Kind(title="Status", dimension="status", option="status", cleared=("status",)),
    Kind(title="State", dimension="state", option="party", cleared=("party",), words=lambda value, _: code_name(value)),
    Kind(
        title="Mode",
        dimension="mode",
        option="mode",
        cleared=("mode",),
        label=lambda value: value.replace("_", " "),
        words=lambda value, address: mode_label(value, address.value("type")),
    ),
    Kind(title="Year", dimension="year", option="on", cleared=("since", "until")),
    Kind(title="Publisher", dimension="publisher", option="publisher", cleared=("publisher",)),
)


def facets(register: Register, wanted: EventFilter, address: Address) -> tuple[Facet, ...]:
    """Return the facets of a listing; those without values are left out.

    Args:
        register: The register.
        wanted: The filter in force. A facet's own filter is lifted for its counts, so that other values can be chosen.
        address: The address in force.
    """
    found = (make_facet(register, wanted, address, kind) for kind in KINDS)
    return tuple(facet for facet in found if facet.choices)


def make_facet(register: Register, wanted: EventFilter, address: Address, kind: Kind) -> Facet:
    """Return one facet."""
    own = address.value(kind.option)
    unset = EventFilter()
    lifted = replace(wanted, **{name: getattr(unset, name) for name in kind.cleared}) if own else wanted
    counts = [
        count for count in count_by(register, kind.dimension, lifted) if count.value is not None and count.entries
    ]
    if kind.dimension == "year":
        counts.reverse()
    most = max((count.entries for count in counts), default=1)
    ordered = sorted(counts, key=lambda count: not same(count, own))  # stable: the chosen one first
    choices = tuple(
        Choice(
            label=kind.label(count.value or ""),
            words=(kind.words or (lambda value, _: kind.label(value)))(count.value or "", address),
            entries=count.entries,
            share=max(1, 100 * count.entries // most),
            chosen=same(count, own),
            url=address.url(**{kind.option: None if same(count, own) else count.value}),
        )
        for count in ordered[:MOST]
    )
    return Facet(kind.title, choices[:SHOWN], choices[SHOWN:])


def same(count: Count, option: str) -> bool:
    """Tell whether a value is the one chosen."""
    return (count.value or "").lower() == option.lower()
