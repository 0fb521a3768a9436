"""How often a process of Regesta's own looks for garbage in cycles."""

import gc
from functools import cache

# Python's own 700 (before 3.14) means that loading what ships is stopped again and again to look through it. From
# 10,000 to 50,000 nothing more is saved, and no more memory is taken.
LOOK_EVERY_OBJECTS = 10_000


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
