import gc
import subprocess
import sys
import weakref
from collections.abc import Iterator

import pytest

from regesta.garbage import LOOK_EVERY_OBJECTS, give_back, look_seldom, set_aside


class Loaded:
    itself: "Loaded | None" = None


@pytest.fixture
def restored() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


@pytest.mark.usefixtures("restored")
def test_garbage_is_looked_for_less_often_and_still_looked_for() -> None:
    older = gc.get_threshold()[1:]
    look_seldom()
    assert gc.isenabled()
    assert gc.get_threshold() == (LOOK_EVERY_OBJECTS, *older)


def test_what_was_loaded_is_looked_through_once_and_let_go_of_all_the_same() -> None:
    loaded = [Loaded() for _ in range(3)]
    before, alive = gc.get_freeze_count(), weakref.ref(loaded[0])
    try:
        set_aside("a test")
        aside = gc.get_freeze_count()
        set_aside("a test")  # does nothing
        assert gc.get_freeze_count() == aside > before
        loaded.clear()  # as a revision that another replaces
        assert alive() is None
        later = Loaded()
        later.itself = later
        found = weakref.ref(later)
        del later
        gc.collect()
        assert found() is None
    finally:
        gc.unfreeze()


FREED = """
import sys, threading
from pathlib import Path
from regesta.garbage import give_back

if sys.argv[1] == "back":
    give_back()
held = []

def fill():
    made = [bytes(1000) for _ in range(60_000)]
    held.append(made[-1])  # the last of them holds the heap of a thread
    del made

for _ in range(4):
    thread = threading.Thread(target=fill)
    thread.start()
    thread.join()
print(int(Path("/proc/self/statm").read_text().split()[1]) * 4096 // 2**20)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read as Linux tells it")
def test_giving_memory_back_takes_no_more_of_it_and_works_anywhere() -> None:
    taken = {
        how: int(subprocess.run([sys.executable, "-c", FREED, how], capture_output=True, check=True, text=True).stdout)
        for how in ("back", "as usual")
    }
    assert taken["back"] <= taken["as usual"] + 4
    give_back()
