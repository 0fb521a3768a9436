"""Which files of a folder are read, in which order, and who publishes them."""

from pathlib import Path

import pytest
from documents import a_file

from regesta.read.folders import files_in, publisher_of


def names(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in files_in(folder)]


def test_files_come_sorted_by_path(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/10.txt", "a.txt", "c.txt", "b.txt", "B.txt"):
        a_file(tmp_path, name, "x")
    assert names(tmp_path) == ["B.txt", "a.txt", "b/10.txt", "b/2.txt", "b.txt", "c.txt"]


def test_hidden_files_and_markdown_are_passed_over(tmp_path: Path) -> None:
    for name in (".hidden.txt", ".git/a.txt", "a/.b/c.txt", "README.md", "notes.markdown", "a/b.txt"):
        a_file(tmp_path, name, "x")
    assert names(tmp_path) == ["a/b.txt"]


def test_links_do_not_lead_round_in_a_circle(tmp_path: Path) -> None:
    a_file(tmp_path, "a/b.txt", "x")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "dead.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "c.txt").symlink_to(tmp_path / "a" / "b.txt")
    assert names(tmp_path) == ["a/b.txt", "c.txt"]


@pytest.mark.parametrize(
    ("path", "publisher"),
    [
        ("rhine-post/a.txt", "Rhine Post"),
        ("correo-del-este/2022/12/a.txt", "Correo del Este"),
        ("the_times/a.txt", "The Times"),
        ("AFP/a.txt", "AFP"),
        ("2022/rhine-post/a.txt", "Rhine Post"),
        ("Baltic Wire/a.txt", "Baltic Wire"),
        ("élan/a.txt", "Élan"),
        ("2022-12-19/a.txt", None),
        ("a.txt", None),
    ],
)
def test_a_folder_below_the_given_one_names_the_publisher(path: str, publisher: str | None) -> None:
    assert publisher_of(Path("news") / path, Path("news")) == publisher
