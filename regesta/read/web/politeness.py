"""Manners towards the hosts that are asked: their robots.txt, a pause between two requests, and more after trouble."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from protego import Protego

MAX_CRAWL_DELAY_S = 60.0  # of robots.txt; some ask for hours, which means no, and should say so
ROBOTS_FRESH_S = 24 * 3600.0  # RFC 9309 2.4
MAX_WAIT_S = 6 * 3600.0


@dataclass
class Host:
    """What is known of one host.

    Attributes:
        next_s: Earliest time of the next request, in seconds of the clock given to `Politeness`.
        failures: Failures in a row.
        rules: Its robots.txt; None when not read yet.
        rules_read_s: When that was.
        lock: Held while a request to it is under way.
    """

    next_s: float = 0.0
    failures: int = 0
    rules: Protego | None = None
    rules_read_s: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)


class Politeness:
    """Remembers hosts and says when each may be asked again; safe to share between threads.

    Args:
        agent: The name under which robots.txt may address us.
        delay_s: Pause between two requests to one host.
        clock: Gives seconds.
        sleep: Waits for some seconds.
    """

    def __init__(
        self, agent: str, delay_s: float, clock: Callable[[], float], sleep: Callable[[float], object]
    ) -> None:
        self.agent, self.delay_s, self.clock, self.sleep = agent, delay_s, clock, sleep
        self.hosts: dict[str, Host] = {}
        self.lock = threading.Lock()

    def host(self, name: str) -> Host:
        """Return what is known of a host."""
        with self.lock:
            return self.hosts.setdefault(name, Host())

    def wait(self, name: str) -> None:
        """Wait until a host may be asked, and take the turn."""
        host = self.host(name)
        with self.lock:
            now = self.clock()
            turn = max(now, host.next_s)
            host.next_s = turn + self.pause_s(host)
        if turn > now:
            self.sleep(turn - now)

    def ready_s(self, name: str) -> float:
        """Return when a host may be asked."""
        return self.host(name).next_s

    def pause_s(self, host: Host) -> float:
        """Return the pause that a host asks for in its robots.txt, and at least ours."""
        asked = host.rules.crawl_delay(self.agent) if host.rules else None
        return max(self.delay_s, min(asked or 0.0, MAX_CRAWL_DELAY_S))

    def note(self, name: str, *, failed: bool, retry_after_s: float | None = None) -> None:
        """Note how a request went: after each failure in a row a host is left alone twice as long."""
        host = self.host(name)
        with self.lock:
            host.failures = host.failures + 1 if failed else 0
            if failed:
                wait_s = max(retry_after_s or 0.0, max(1.0, self.delay_s) * 2**host.failures)
                host.next_s = max(host.next_s, self.clock() + min(wait_s, MAX_WAIT_S))

    def rules(self, name: str) -> Protego | None:
        """Return the robots.txt of a host; None when it has to be read (again)."""
        host = self.host(name)
        if host.rules is None or self.clock() - host.rules_read_s > ROBOTS_FRESH_S:
            return None
        return host.rules

    def set_rules(self, name: str, text: str) -> Protego:
        """Note the robots.txt of a host."""
        host = self.host(name)
        host.rules, host.rules_read_s = Protego.parse(text), self.clock()
        return host.rules
