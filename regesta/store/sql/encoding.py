"""JSON of the nouns, as the store's rows hold it; decoding gives back equal objects."""

import zlib
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from regesta.model.annotation import Amount, Mention, Quote, Sentence, TimeExpression
from regesta.model.article import Article, Source
from regesta.model.claim import Claim
from regesta.model.decision import Value
from regesta.model.entity import Place
from regesta.model.event import Event
from regesta.model.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Layers:
    """The layers of an article that are stored in one piece; the parse is not stored."""

    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    amounts: tuple[Amount, ...]
    quotes: tuple[Quote, ...]
    claims: tuple[Claim, ...] = ()  # a default, so that layers stored before there were claims still read


EVENT: TypeAdapter[Event] = TypeAdapter(Event)
STATEMENT: TypeAdapter[Statement] = TypeAdapter(Statement)
SOURCE: TypeAdapter[Source] = TypeAdapter(Source)
PLACE: TypeAdapter[Place] = TypeAdapter(Place)
LAYERS: TypeAdapter[Layers] = TypeAdapter(Layers)
VALUE: TypeAdapter[Value] = TypeAdapter(Value)


def to_json(adapter: TypeAdapter[Any], value: object) -> str:
    """Return a noun as JSON, values equal to their default left out."""
    return adapter.dump_json(value, exclude_defaults=True).decode()


def pack_layers(article: Article) -> bytes:
    """Return the layers of an article as deflated JSON; about a tenth of the plain size."""
    layers = Layers(
        sentences=article.sentences,
        mentions=article.mentions,
        times=article.times,
        amounts=article.amounts,
        quotes=article.quotes,
        claims=article.claims,
    )
    return zlib.compress(LAYERS.dump_json(layers, exclude_defaults=True))


def unpack_layers(packed: bytes) -> Layers:
    """Return the layers that `pack_layers` packed."""
    return LAYERS.validate_json(zlib.decompress(packed))
