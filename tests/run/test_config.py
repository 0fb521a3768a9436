import pickle
import re
from pathlib import Path

import pytest

from regesta.errors import ConfigError, InputError
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


@pytest.mark.parametrize(
    ("content", "where"),
    [
        ("processes = 0", "processes"),
        ("[fetch]\nworkers = 0", "[fetch]: workers"),
        ("[fetch]\nworkers = 100000", "[fetch]: workers"),
        ("[fetch]\ndelay_s = -1", "[fetch]: delay_s"),
        ("[fetch]\ntimeout_s = nan", "[fetch]: timeout_s"),
        ("[fetch]\nmax_bytes = 0", "[fetch]: max_bytes"),
        ("[translate]\ntimeout_s = inf", "[translate]: timeout_s"),
        ("[sources.a]\nurl = 'https://a.example/'\nevery_minutes = 0", "[sources.a]: every_minutes"),  # never ends
        ("[sources.a]\nurl = 'https://a.example/'\nevery_minutes = inf", "[sources.a]: every_minutes"),
    ],
)
def test_a_number_that_makes_no_sense_is_named(content: str, where: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=re.escape(f"regesta.toml: {where}: Input should be ")):
        load_config(written(tmp_path, content))


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


def test_knowledge_packs_reach_the_actors_and_change_the_digest(tmp_path: Path) -> None:
    bare = Config(knowledge=str(tmp_path / "none"))
    assert bare.digest() == Config(knowledge=str(tmp_path / "other")).digest()
    (tmp_path / "own.csv").write_text("person,office,state\nJan Novotal,judge,CZE\n", encoding="utf-8")
    own = Config(knowledge=str(tmp_path))
    assert own.digest() != bare.digest()
    actors = [next(stage for stage in c.pipeline().stages if stage.name == "actors") for c in (own, bare)]
    assert [type(stage).__name__ for stage in actors] == ["InformedActors", "Actors"]
    assert pickle.loads(pickle.dumps(own.pipeline())) == own.pipeline()  # it travels to worker processes


def test_a_broken_pack_stops_before_anything_is_coded(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("person,office,state\nJan Novotal,judge,Ruritania\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2, column state"):
        Config(knowledge=str(tmp_path)).pipeline()


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
