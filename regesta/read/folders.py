"""What a folder of articles holds, and whom its subfolders are named for."""

from collections.abc import Iterator
from pathlib import Path

from regesta.read.clean import clean_text

PASSED_OVER = frozenset({".md", ".markdown"})  # notes about articles, not articles
SMALL_WORDS = frozenset({"of", "the", "and", "de", "del", "la", "le", "des", "du", "der", "van", "von", "di"})


def files_in(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder, sorted by path.

    Hidden ones, those in hidden folders, and Markdown are passed over. Links to folders are not followed, so that none
    leads round in a circle. A folder that cannot be listed is yielded itself: opening it will tell why.
    """
    try:
        entries = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError:
        yield folder
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from files_in(entry)
        elif entry.is_file() and entry.suffix.lower() not in PASSED_OVER:
            yield entry


def publisher_of(file: Path, folder: Path) -> str | None:
    """Return the publisher that the topmost named folder between two paths is named for; None at the top.

    "rhine-post" is "Rhine Post", "correo-del-este" is "Correo del Este", "AFP" stays. A folder of nothing but a date or
    number names nobody.
    """
    between = file.relative_to(folder).parts[:-1]
    named = next((name for name in between if any(map(str.isalpha, name))), "")
    words = named.replace("_", "-").split("-")
    name = " ".join(capital(word, is_first=number == 0) for number, word in enumerate(words))
    return clean_text(name) or None


def capital(word: str, *, is_first: bool) -> str:
    """Return a word of a name with a capital, unless it is a small word inside or has capitals of its own."""
    return word if word in SMALL_WORDS and not is_first else word[:1].upper() + word[1:]
