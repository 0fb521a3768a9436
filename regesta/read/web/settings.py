"""Settings of the fetcher, apart from it: reading them is to load no HTTP library."""

from dataclasses import dataclass


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

    delay_s: float = 1.0
    timeout_s: float = 60.0
    max_bytes: int = 16 * 1024 * 1024
    workers: int = 8
    allow_private: bool = False
    obey_robots: bool = True


@dataclass(frozen=True, kw_only=True)
class FeedSource:
    """A feed to follow.

    Attributes:
        url: Address of the feed (RSS, Atom) or news sitemap.
        publisher: Name of the publisher; "" takes what page and feed say.
        every_minutes: How often the feed is asked.
        pages: Fetch the page of each entry; false takes the words that the feed itself carries.
    """

    url: str
    publisher: str = ""
    every_minutes: float = 15.0
    pages: bool = True
