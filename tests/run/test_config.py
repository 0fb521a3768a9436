from pathlib import Path

import pytest

from regesta.errors import ConfigError
from regesta.run.config import Config, load_config


def written(folder: Path, content: str) -> Path:
    path = folder / "regesta.toml"
    path.write_text(content, encoding="utf-8")
    return path


def test_a_misspelt_setting_names_the_nearest_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="unknown setting 'stoer'; did you mean 'store'"):
        load_config(written(tmp_path, "stoer = 'a.db'"))


def test_a_value_of_the_wrong_type_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="processes"):
        load_config(written(tmp_path, "processes = 'many'"))


def test_a_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="not TOML"):
        load_config(written(tmp_path, "= ="))


def test_settings_reach_their_stage(tmp_path: Path) -> None:
    config = load_config(written(tmp_path, "[stage.events]\nmin_confidence = 0.9"))
    events = next(stage for stage in config.pipeline().stages if stage.name == "events")
    assert getattr(events, "min_confidence") == 0.9  # noqa: B009 - a setting of this stage, not of the protocol


def test_a_setting_a_stage_does_not_have_names_the_nearest_one(tmp_path: Path) -> None:
    config = load_config(written(tmp_path, "[stage.parse]\nmodle = 'x'"))
    with pytest.raises(ConfigError, match="did you mean 'model'"):
        config.pipeline()


def test_an_unknown_stage_names_the_nearest_one() -> None:
    with pytest.raises(ConfigError, match="did you mean 'parse'"):
        Config(stages=("prase",)).pipeline()


def test_settings_that_change_the_coding_change_the_digest() -> None:
    assert Config().digest() == Config(store="other.db").digest()
    assert Config().digest() != Config(stage={"events": {"min_confidence": 0.9}}).digest()


def test_the_environment_says_where_the_store_is_before_the_file_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "regesta.toml"
    path.write_text('store = "file.db"\n')
    monkeypatch.setenv("REGESTA_STORE", "")
    assert load_config(path).store == "file.db"
    monkeypatch.setenv("REGESTA_STORE", "postgresql://host/regesta")
    assert load_config(path).store == "postgresql://host/regesta"
