import ctypes
import gc
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
        assert aside > before
        newer = [Loaded() for _ in range(1000)]
        set_aside("a test")  # does nothing; what threads let go of meanwhile makes the number smaller
        assert gc.get_freeze_count() < aside + len(newer) // 2
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


class Libc:
    def __init__(self, *, is_glibc: bool) -> None:
        self.asked: list[tuple[int, int]] = []
        if is_glibc:
            self.mallopt = lambda setting, value: self.asked.append((setting, value))


@pytest.mark.parametrize(
    ("platform", "is_glibc", "asked"),
    [("linux", True, [(-8, 1), (-1, 1_000_000)]), ("linux", False, []), ("darwin", True, [])],
)
def test_memory_is_given_back_by_one_heap_where_the_c_library_is_glibc(
    monkeypatch: pytest.MonkeyPatch, platform: str, is_glibc: bool, asked: list[tuple[int, int]]
) -> None:
    libc = Libc(is_glibc=is_glibc)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(ctypes, "CDLL", lambda name: libc)
    give_back()
    assert libc.asked == asked
