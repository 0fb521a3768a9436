"""How often a process of Regesta's own looks for garbage in cycles, and what becomes of memory it lets go of."""

import ctypes
import gc
import sys
from functools import cache

# Python's own 700 (before 3.14) means that loading what ships is stopped again and again to look through it. From
# 10,000 to 50,000 nothing more is saved, and no more memory is taken.
LOOK_EVERY_OBJECTS = 10_000
# What glibc's mallopt calls these settings (malloc.h).
TRIM_THRESHOLD, ARENA_MAX = -1, -8
FREE_AT_MOST_BYTES = 1_000_000


def look_seldom() -> None:
    """Look for garbage in cycles less often than Python does: a start takes a seventh less, coding a twentieth.

    For the command line and its workers; who uses Regesta as a library decides for the process alone.
    """
    gc.set_threshold(LOOK_EVERY_OBJECTS)


@cache  # once for each: what is garbage in cycles while it is called, and not found, stays
def set_aside(what: str) -> None:
    """Look for garbage once, and never again in what is alive now; called again for the same, it does nothing.

    A server looks through all that it has loaded whenever it looks thoroughly. Nothing of a register is in a cycle, so
    that what a later revision replaces is let go of without that.

    Args:
        what: What has been loaded.
    """
    gc.collect()
    gc.freeze()


def give_back() -> None:
    """Let memory that was let go of return to the system soon; called before a program starts threads.

    Where the C library is glibc, each thread has a heap of its own otherwise, and a server whose threads read the
    register anew after every change keeps what all of them ever needed: in 110 s of load it grew by 24 MiB over seven
    runs, so by 11 over eight. Elsewhere nothing is changed.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    if mallopt is not None:
        mallopt(ARENA_MAX, 1)
        mallopt(TRIM_THRESHOLD, FREE_AT_MOST_BYTES)
