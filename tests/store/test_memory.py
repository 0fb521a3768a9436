import pytest
from builders import a_coded_article
from stores import NOW, SETTINGS, write

from regesta.errors import StoreError
from regesta.store.memory import MemoryStore, open_memory


def test_a_second_writer_gives_up_with_advice() -> None:
    store = MemoryStore(wait_s=0.01)
    with store.writer(), pytest.raises(StoreError, match=r"another writer has not finished in 0.01 s; wait"):
        write(store, a_coded_article())


def test_there_is_nothing_to_read_in_a_new_memory() -> None:
    with pytest.raises(StoreError, match="give a path"):
        open_memory(create=False)


def test_what_waits_in_a_writer_is_not_in_the_store() -> None:
    store = MemoryStore()
    with store.writer() as writer:
        writer.add_article(writer.start_run(SETTINGS, NOW), a_coded_article())
        assert store.content.versions == {}
    assert len(store.content.versions) == 1
