"""Settings of the fetcher, apart from it: reading them is to load no HTTP library."""

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import Field

from regesta.errors import ConfigError

DAY_S = 24 * 3600.0
YEAR_MINUTES = 365 * 24 * 60.0


@dataclass(frozen=True, kw_only=True)
class FetchSettings:
    """How the web is fetched.

    Attributes:
        delay_s: Pause between two requests to one host, in seconds.
        timeout_s: Longest time for one page, in seconds.
        max_bytes: Largest page, uncompressed.
        workers: Hosts that are asked at the same time.
        allow_private: Also fetch from private networks and this machine, for an intranet of your own.
        obey_robots: Obey robots.txt. Leave it on unless the sites are your own.
    """

    delay_s: Annotated[float, Field(ge=0, le=DAY_S)] = 1.0
    timeout_s: Annotated[float, Field(gt=0, le=DAY_S)] = 60.0
    max_bytes: Annotated[int, Field(ge=1)] = 16 * 1024 * 1024
    workers: Annotated[int, Field(ge=1, le=256)] = 8
    allow_private: bool = False
    obey_robots: bool = True


@dataclass(frozen=True, kw_only=True)
class FeedSource:
    """A feed to follow.

    Attributes:
        url: Address of the feed (RSS, Atom) or news sitemap.
        publisher: Name of the publisher; "" takes what page and feed say.
        every_minutes: How often the feed is asked; at least 1: a watch that is to end when nothing is due must end.
        pages: Fetch the page of each entry; false takes the words that the feed itself carries.

    Raises:
        ConfigError: The address is none of the web.
    """

    url: str
    publisher: str = ""
    every_minutes: Annotated[float, Field(ge=1, le=YEAR_MINUTES)] = 15.0
    pages: bool = True

    def __post_init__(self) -> None:
        if not is_web_address(self.url):
            raise ConfigError(f"{self.url!r} is no web address; write one that begins with https:// or http://")


def is_web_address(text: str) -> bool:
    """Tell whether a text is an address that can be asked: http or https, with a host."""
    try:
        parts = urlsplit(text)
        return parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:  # urllib's, for brackets that do not match
        return False
