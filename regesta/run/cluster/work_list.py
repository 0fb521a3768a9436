"""The work-list of a cluster: files put together into shards, each coded in one piece and kept under its own key."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace

from regesta.errors import InputError
from regesta.ontology.load import version as ontology_version
from regesta.read.sources import STDIN, Listed, Origin, check_exist, listed, size_of
from regesta.run.config import Config
from regesta.version import __version__

MAX_SHARD_FILES = 200  # of a folder of pages: some ten seconds of work, so that handing out costs nothing
MAX_SHARD_BYTES = 16 * 1024 * 1024  # a larger file is a shard of its own


@dataclass(frozen=True, slots=True)
class Shard:
    """Files that one worker codes in one piece.

    Attributes:
        key: Hash of the files and of all that decides how they are coded; names what comes of them.
        files: In the order in which they are read, under paths that every worker sees.
    """

    key: str
    files: tuple[Listed, ...]

    @property
    def name(self) -> str:
        """What to call it to the user: its file, or the first and the number of others."""
        others = f" and {len(self.files) - 1} more" if len(self.files) > 1 else ""
        return f"{self.files[0].origin.name}{others}"


def work_list(sources: Sequence[str], known: Origin, settings: str) -> list[Shard]:
    """Return the shards of files and folders, in the order in which a run in one process reads them.

    Args:
        sources: Paths.
        known: What is known of all files: how tables name fields and write dates.
        settings: Hash of what else decides how files are coded.

    Raises:
        InputError: A path does not exist, or is standard input, which no worker sees.
    """
    check_exist(sources)
    if STDIN in sources:
        raise InputError("-: workers of a cluster do not see standard input; give files that all of them see")
    files = (replace(f, path=f.path.absolute()) for source in sources for f in listed(source, known))
    return [Shard(key_of(group, settings), tuple(group)) for group in groups(files)]


def groups(files: Iterator[Listed]) -> Iterator[list[Listed]]:
    """Yield files together that are one shard."""
    group: list[Listed] = []
    size_bytes = 0
    for file in files:
        more_bytes = size_of(file.path)
        if group and (len(group) == MAX_SHARD_FILES or size_bytes + more_bytes > MAX_SHARD_BYTES):
            yield group
            group, size_bytes = [], 0
        group.append(file)
        size_bytes += more_bytes
    if group:
        yield group


def settings_hash(config: Config) -> str:
    """Return a hash of what decides how files are coded, besides the files and what earlier runs learned."""
    told = [config.digest(), asdict(config.translate), ontology_version(), __version__]
    return hashlib.sha256(json.dumps(told, default=str).encode()).hexdigest()


def key_of(files: Sequence[Listed], settings: str) -> str:
    """Return the key of a shard; a file is taken for the same while its path, size and time of change are."""
    told = []
    for file in files:
        try:
            found = file.path.stat()
            state = [found.st_size, int(found.st_mtime)]  # file servers keep fractions differently
        except OSError:
            state = []
        origin = [
            file.origin.name,
            file.origin.publisher,
            sorted(file.origin.columns.items()),
            file.is_named,
            file.origin.order,
        ]
        told.append([str(file.path), *state, *origin])
    return hashlib.sha256(json.dumps([settings, told]).encode("utf-8", "surrogatepass")).hexdigest()[:24]
