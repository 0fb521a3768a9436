"""Settings: `regesta.toml` as frozen dataclasses, each setting declared once with its default and meaning."""

import difflib
import hashlib
import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from regesta import plugins
from regesta.errors import ConfigError
from regesta.model.stage import Stage
from regesta.run.pipeline import Pipeline

DEFAULT_STAGES = (
    "parse", "acts", "mentions", "coreference", "times", "amounts", "quotes", "actors", "places", "dates", "events",
    "statements", "claims",
)  # fmt: skip
FILE_NAME = "regesta.toml"


@dataclass(frozen=True, kw_only=True)
class Config:
    """Settings of a run. A field's `help` metadata is what the command line and the docs say of it."""

    stages: tuple[str, ...] = field(default=DEFAULT_STAGES, metadata={"help": "Names of the stages, in order."})
    stage: Mapping[str, Mapping[str, Any]] = field(
        default_factory=dict, metadata={"help": "Settings of each stage, e.g. `[stage.parse]` `model = ...`."}
    )
    store: str = field(default="regesta.db", metadata={"help": "Path or database URL of the store."})
    processes: int = field(default=1, metadata={"help": "Worker processes; 1 codes in the main process."})

    def pipeline(self, *, strict: bool = False) -> Pipeline:
        """Build the pipeline these settings describe.

        Raises:
            ConfigError: An unknown stage, an unknown setting, or a wrong order.
        """
        unused = set(self.stage) - set(self.stages)
        if unused:
            raise unknown_key(sorted(unused)[0], self.stages, "[stage]")
        return Pipeline(tuple(build_stage(name, self.stage.get(name, {})) for name in self.stages), strict)

    def digest(self) -> str:
        """Return a hash of the settings that change what is coded, 12 hex digits."""
        content = json.dumps({"stages": self.stages, "stage": self.stage}, sort_keys=True, default=str)
        return hashlib.sha256(content.encode()).hexdigest()[:12]


def load_config(path: Path | None = None) -> Config:
    """Read settings from a file, else from `regesta.toml` in the current folder, else take the defaults.

    Raises:
        ConfigError: The file is missing, is not TOML, or has an unknown key or a value of the wrong type.
    """
    if path is None:
        path = Path(FILE_NAME)
        if not path.is_file():
            return Config()
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: not TOML: {error}") from error
    config: Config = validated(Config, content, str(path))
    return config


def build_stage(name: str, settings: Mapping[str, Any]) -> Stage:
    """Build a registered stage with its settings.

    Raises:
        ConfigError: No such stage, or a setting it does not have.
    """
    stage: Stage = validated(plugins.load("stages", name), settings, f"[stage.{name}]")
    return stage


def validated(shape: Any, content: Mapping[str, Any], where: str) -> Any:
    """Build a dataclass from settings, with a message that names the wrong key or value.

    Raises:
        ConfigError: An unknown key, or a value of the wrong type.
    """
    known = [f.name for f in fields(shape)]
    for key in content:
        if key not in known:
            raise unknown_key(key, known, where)
    try:
        return TypeAdapter(shape).validate_python(dict(content))
    except ValidationError as error:
        first = error.errors()[0]
        raise ConfigError(f"{where}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error


def unknown_key(key: str, known: Iterable[str], where: str) -> ConfigError:
    """Return the error for a key that no setting has, naming the nearest one."""
    near = difflib.get_close_matches(key, list(known), n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(known)}"
    return ConfigError(f"{where}: unknown setting {key!r}; {hint}")
