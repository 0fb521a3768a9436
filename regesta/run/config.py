"""Settings: `regesta.toml` as frozen dataclasses, each setting declared once with its default and meaning."""

import difflib
import hashlib
import json
import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError

from regesta import plugins
from regesta.errors import ConfigError
from regesta.model.stage import Informed, Stage
from regesta.read.published import DateOrder
from regesta.read.web.settings import FeedSource, FetchSettings
from regesta.resolve.packs.folder import digest_of, knowledge_in
from regesta.resolve.persons.knowledge import Knowledge, pack
from regesta.run.pipeline import Pipeline
from regesta.run.translate import TranslateSettings

DEFAULT_STAGES = (
    "parse", "acts", "mentions", "coreference", "times", "amounts", "quotes", "actors", "places", "dates", "events",
    "statements", "claims",
)  # fmt: skip
FILE_NAME = "regesta.toml"
STORE_VARIABLE = "REGESTA_STORE"
TABLES: Mapping[str, Any] = {
    "fetch": FetchSettings,
    "translate": TranslateSettings,
}  # tables whose unknown keys are to be named


@dataclass(frozen=True, kw_only=True)
class Config:
    """Settings of a run. A field's `help` metadata is what the command line and the docs say of it."""

    stages: tuple[str, ...] = field(default=DEFAULT_STAGES, metadata={"help": "Names of the stages, in order."})
    stage: Mapping[str, Mapping[str, Any]] = field(
        default_factory=dict, metadata={"help": "Settings of each stage, e.g. `[stage.parse]` `model = ...`."}
    )
    store: str = field(
        default="regesta.db",
        metadata={"help": f"Path or database URL of the store; the environment variable {STORE_VARIABLE} wins."},
    )
    knowledge: str = field(
        default="regesta-knowledge",
        metadata={"help": "Folder of knowledge packs, your own tables of offices, bodies and names; need not exist."},
    )
    columns: Mapping[str, str] = field(
        default_factory=dict,
        metadata={"help": 'Fields of a record to the names your tables and JSON lines give them: `text = "Body"`.'},
    )
    date_order: DateOrder | None = field(
        default=None,
        metadata={
            "help": 'What comes first in days of publication such as 12/04/2022, "day" or "month"; else not read.'
        },
    )
    fetch: FetchSettings = field(
        default_factory=FetchSettings, metadata={"help": "How the web is fetched, e.g. `[fetch]` `delay_s = 2`."}
    )
    translate: TranslateSettings = field(
        default_factory=TranslateSettings,
        metadata={"help": 'How other languages are translated, e.g. `[translate]` `command = "my-translator"`.'},
    )
    sources: Mapping[str, FeedSource] = field(
        default_factory=dict, metadata={"help": "Feeds that `regesta watch` follows, e.g. `[sources.rhine-post]`."}
    )
    processes: Annotated[int, Field(ge=1)] = field(
        default=1, metadata={"help": "Worker processes; 1 codes in the main process."}
    )

    def pipeline(self, *, strict: bool = False, learned: Knowledge | None = None) -> Pipeline:
        """Build the pipeline these settings describe.

        Args:
            strict: Whether the first fault of an article raises.
            learned: What earlier runs on a store learned; None for nothing. Packs are read from `knowledge`.

        Raises:
            ConfigError: An unknown stage, an unknown setting, or a wrong order.
            InputError: A knowledge pack is broken.
        """
        unused = set(self.stage) - set(self.stages)
        if unused:
            raise unknown_key(sorted(unused)[0], self.stages, "[stage]")
        packed = pack(self.packs() + (learned or Knowledge()))
        stages = (build_stage(name, self.stage.get(name, {})) for name in self.stages)
        return Pipeline(tuple(s.knowing(packed) if packed and isinstance(s, Informed) else s for s in stages), strict)

    def packs(self) -> Knowledge:
        """Return the facts of the knowledge packs.

        Raises:
            InputError: A pack is broken.
        """
        return knowledge_in(Path(self.knowledge))

    def digest(self) -> str:
        """Return a hash of the settings and knowledge packs that change what is coded, 12 hex digits."""
        settings: dict[str, Any] = {"stages": self.stages, "stage": self.stage}
        if packs := digest_of(Path(self.knowledge)):
            settings["knowledge"] = packs
        content = json.dumps(settings, sort_keys=True, default=str)
        return hashlib.sha256(content.encode()).hexdigest()[:12]


def load_config(path: Path | None = None) -> Config:
    """Read settings from a file, else from `regesta.toml` in the current folder, else take the defaults.

    The address of the store is taken from the environment variable REGESTA_STORE where it is set, so that a password
    need not stand in a file.

    Raises:
        ConfigError: The file is missing, is not TOML, or has an unknown key or a value of the wrong type.
    """
    config = read_config(path)
    return replace(config, store=os.environ.get(STORE_VARIABLE) or config.store)


def read_config(path: Path | None) -> Config:
    """Read settings from a file as `load_config` does, without the environment.

    Raises:
        ConfigError: As for `load_config`.
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
    except RecursionError as error:
        raise ConfigError(f"{path}: nested too deeply") from error
    for name, shape in TABLES.items():
        if isinstance(content.get(name), dict):
            content[name] = validated(shape, content[name], f"{path}: [{name}]")
    if isinstance(content.get("sources"), dict):
        content["sources"] = {
            name: validated(FeedSource, given, f"{path}: [sources.{name}]") if isinstance(given, dict) else given
            for name, given in content["sources"].items()
        }
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
    except ConfigError as error:  # of the shape's own check
        raise ConfigError(f"{where}: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        raise ConfigError(f"{where}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error


def unknown_key(key: str, known: Iterable[str], where: str) -> ConfigError:
    """Return the error for a key that no setting has, naming the nearest one."""
    near = difflib.get_close_matches(key, list(known), n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(known)}"
    return ConfigError(f"{where}: unknown setting {key!r}; {hint}")
