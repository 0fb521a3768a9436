"""GraphML: who acted towards whom, with one edge for each pair of parties."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from lxml import etree

from regesta.export.exporter import Exporter
from regesta.export.values.dyads import Dyad, dyads_of
from regesta.export.values.entry_values import entity_of, first_day, iso3_of, name_of, party_key, sector_of
from regesta.export.values.plain_text import plain_line
from regesta.model.entry import Entry
from regesta.model.event import Role
from regesta.query.table import Column

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
PIECE_ITEMS = 500  # nodes or edges in one piece of output
GRAPHML_TYPES = {"text": "string", "integer": "int", "number": "double", "day": "string"}

NODE_FIELDS = (
    Column("name", "text", "Name, as the first entry has it.", "best report"),
    Column("iso3", "text", "State, ISO 3166-1 alpha-3, or IGO, NGO.", "best report"),
    Column("sector", "text", "PLOVER sector.", "best report"),
    Column("entity", "text", "Id in the register; left out when only described.", "best report"),
    Column("entries", "integer", "Number of entries it takes part in.", "all entries"),
)
EDGE_FIELDS = (
    Column("entries", "integer", "Number of entries; an act among actors counts both ways.", "all entries"),
    Column("verbal_cooperation", "integer", "Of them of quad class 1.", "all entries"),
    Column("material_cooperation", "integer", "Of them of quad class 2.", "all entries"),
    Column("verbal_conflict", "integer", "Of them of quad class 3.", "all entries"),
    Column("material_conflict", "integer", "Of them of quad class 4.", "all entries"),
    Column("intensity", "number", "Mean of PLOVER's scores, -10 to 10.", "all entries"),
    Column("first", "day", "Earliest first day; left out when none is known.", "all entries"),
    Column("last", "day", "Latest first day.", "all entries"),
)  # fmt: skip


@dataclass
class Node:
    """A party, and how many entries it takes part in."""

    role: Role
    entries: int = 0

    def values(self) -> tuple[object, ...]:
        """Return its values in the order of `NODE_FIELDS`."""
        role = self.role
        return name_of(role), iso3_of(role), sector_of(role), entity_of(role), self.entries


@dataclass
class Edge:
    """What one party did towards another."""

    quads: list[int] = field(default_factory=lambda: [0, 0, 0, 0])
    intensity: float = 0.0
    first: date | None = None
    last: date | None = None

    def add(self, dyad: Dyad) -> None:
        """Count an entry."""
        self.quads[dyad.event.quad - 1] += 1
        self.intensity += dyad.event.intensity
        if day := first_day(dyad.event):
            self.first = min(self.first or day, day)
            self.last = max(self.last or day, day)

    def values(self) -> tuple[object, ...]:
        """Return its values in the order of `EDGE_FIELDS`."""
        count = sum(self.quads)
        return count, *self.quads, round(self.intensity / count, 4), self.first, self.last


@dataclass
class Graph:
    """Parties by key, and edges by pair of keys; grows with the number of parties and pairs, not of entries."""

    nodes: dict[str, Node] = field(default_factory=dict)
    edges: dict[tuple[str, str], Edge] = field(default_factory=dict)

    def add(self, entry: Entry) -> None:
        """Add an entry."""
        roles = {party_key(role): role for role in (*entry.best.recipients, *entry.best.actors)}
        for key, role in roles.items():
            self.nodes.setdefault(key, Node(role)).entries += 1
        for dyad in dyads_of(entry):
            if dyad.actor and dyad.recipient:
                pair = party_key(dyad.actor), party_key(dyad.recipient)
                self.edges.setdefault(pair, Edge()).add(dyad)


def encode(entries: Iterable[Entry]) -> Iterator[bytes]:
    """Yield a directed graph; nodes and edges are sorted by key."""
    graph = Graph()
    for entry in entries:
        graph.add(entry)
    out = io.BytesIO()
    with etree.xmlfile(out, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element("graphml", nsmap={None: NAMESPACE}):
            for target, fields in (("node", NODE_FIELDS), ("edge", EDGE_FIELDS)):
                for found in fields:
                    xml.write(key_element(target, found), pretty_print=True)
            with xml.element("graph", edgedefault="directed"):
                for number, element in enumerate(elements(graph), start=1):
                    xml.write(element)
                    if number % PIECE_ITEMS == 0:
                        xml.flush()
                        yield taken(out)
    yield taken(out) + b"\n"


def taken(out: io.BytesIO) -> bytes:
    """Return what a stream holds, and empty it."""
    piece = out.getvalue()
    out.seek(0)
    out.truncate()
    return piece


def key_element(target: str, declared: Column) -> etree._Element:
    """Return the declaration of an attribute of nodes or edges."""
    names = {"id": f"{target}.{declared.name}", "for": target, "attr.name": declared.name}
    return etree.Element("key", {**names, "attr.type": GRAPHML_TYPES[declared.kind]})


def elements(graph: Graph) -> Iterator[etree._Element]:
    """Yield the nodes, then the edges."""
    for key, node in sorted(graph.nodes.items()):
        yield with_data(etree.Element("node", id=plain_line(key)), "node", NODE_FIELDS, node.values())
    for (actor, recipient), edge in sorted(graph.edges.items()):
        element = etree.Element("edge", source=plain_line(actor), target=plain_line(recipient))
        yield with_data(element, "edge", EDGE_FIELDS, edge.values())


def with_data(
    element: etree._Element, target: str, fields: tuple[Column, ...], values: tuple[object, ...]
) -> etree._Element:
    """Return an element with its attributes; what is not known is left out."""
    for declared, value in zip(fields, values, strict=True):
        if value is not None:
            etree.SubElement(element, "data", key=f"{target}.{declared.name}").text = plain_line(str(value))
    return element


GRAPHML = Exporter(
    title="GraphML of parties by interaction",
    unit="one party (node) and one pair of parties (edge, from actor to recipient)",
    suffix=".graphml",
    media_type="application/graphml+xml",
    fields=tuple(
        Column(f"{target}.{f.name}", f.kind, f.meaning, f.source)
        for target, fields in (("node", NODE_FIELDS), ("edge", EDGE_FIELDS))
        for f in fields
    ),
    encode=encode,
)
