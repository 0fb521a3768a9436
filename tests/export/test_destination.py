import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import a_coded_article
from stores import a_register

from regesta import plugins
from regesta.errors import ConfigError
from regesta.export.destination import export, whole_file
from regesta.store.filters import EventFilter
from tests.export.export_scenes import entries_of


def test_a_filtered_register_is_written_in_the_order_asked_for() -> None:
    out = io.BytesIO()
    with a_register([a_coded_article(id=f"a{n}") for n in range(3)]) as register:
        wanted = EventFilter(limit=2)
        assert export(register, plugins.load("exporters", "jsonl"), out, wanted, "confidence") == 2
        ids = [entry.id for entry in register.entries(wanted, "confidence")]
    assert [line.split('"')[3] for line in out.getvalue().decode().splitlines()] == ids


def test_each_yields_what_entries_lists_whatever_the_size_of_its_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("regesta.query.register.GROUP_ENTRIES", 2)
    with a_register([a_coded_article(id=f"a{n}") for n in range(5)]) as register:
        assert (
            list(register.each())
            == register.entries(sort="oldest")
            == entries_of(*(a_coded_article(id=f"a{n}") for n in range(5)))
        )


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_takes_its_name_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    path.write_text("old")
    with whole_file(path) as out:
        out.write(b"new")
        assert path.read_text() == "old"
    assert (path.read_text(), left(tmp_path)) == ("new", ["register.csv"])


def test_a_file_that_could_not_be_finished_leaves_the_old_one_and_no_trace(tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    path.write_text("old")

    def broken() -> Iterator[bytes]:
        yield b"half"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), whole_file(path) as out:
        out.writelines(broken())
    assert (path.read_text(), left(tmp_path)) == ("old", ["register.csv"])


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    (tmp_path / "real.csv").write_text("old")
    with whole_file(tmp_path / "link.csv") as out:
        out.write(b"new")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text() == "new"


@pytest.mark.parametrize(("path", "what"), [(".", "is a folder"), ("none/register.csv", "does not exist")])
def test_a_place_where_no_file_can_be_is_refused(path: str, what: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=what), whole_file(tmp_path / path):
        pass


def test_what_is_no_file_is_written_to_as_it_is() -> None:
    with whole_file(Path("/dev/null")) as out:
        out.write(b"gone")
    assert not Path("/dev/null").is_file()
