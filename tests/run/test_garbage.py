import gc
from collections.abc import Iterator

import pytest

from regesta.garbage import LOOK_EVERY_OBJECTS, look_seldom


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
