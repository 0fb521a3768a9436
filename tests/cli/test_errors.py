"""Wrong settings, stores and names: one line on standard error that says what, where and what to do."""

import sqlite3
from pathlib import Path

import pytest
from command_line import Regesta


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ('stoer = "a.db"', "regesta.toml: unknown setting 'stoer'; did you mean 'store'?"),
        ("processes = 'many'", "regesta.toml: processes: "),
        ("= =", "regesta.toml: not TOML: "),
        ('stages = ["pasre"]', "no stage named 'pasre'; did you mean 'parse'?"),
        ('stages = ["events", "parse"]', "stage 'events' needs "),
        ('stages = ["parse", "times", "parse"]', "stage 'parse' stands twice in `stages`: take one out"),
        ('stages = ["parse"]\n[stage.parse]\nmodle = "x"', "[stage.parse]: unknown setting 'modle'; did you mean"),
        ('stages = ["parse"]\n[stage.prase]\nmodel = "x"', "[stage]: unknown setting 'prase'; did you mean 'parse'?"),
        ('stages = ["parse"]\n[stage.parse]\nmodel = "en_none"', "spaCy model 'en_none' is not installed"),
    ],
)
def test_a_wrong_setting_is_named(settings: str, message: str, regesta: Regesta, folder: Path) -> None:
    (folder / "regesta.toml").write_text(settings, "utf-8")
    (folder / "a.txt").write_text("Poland visited Lithuania.", "utf-8")
    for command in ("code a.txt", "run a.txt"):
        ran = regesta(command)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.startswith(f"regesta: {message}")
        assert len(ran.err.splitlines()) == 1


def test_a_missing_settings_file_is_named(regesta: Regesta, folder: Path) -> None:
    ran = regesta("code - --config none.toml")
    assert (ran.code, ran.err) == (1, "regesta: none.toml: cannot be read: No such file or directory\n")


READERS = ("check", "query entries", "export", "show x", "query faults", "serve")


@pytest.mark.parametrize("command", READERS)
def test_a_store_that_is_not_there_is_named_with_what_makes_one(command: str, regesta: Regesta, folder: Path) -> None:
    ran = regesta(f"{command} --store none.db")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "regesta: none.db: there is no store; make one with `regesta run ARTICLES --store none.db`\n"
    assert not (folder / "none.db").exists()


@pytest.mark.parametrize("command", ["check", "query entries", "run a.txt"])
@pytest.mark.parametrize(
    ("store", "message"),
    [
        ("text.db", "text.db: is not an SQLite database"),
        ("other.db", "other.db: is a database of another program"),
        ("nowhere/regesta.db", "nowhere/regesta.db: the folder nowhere does not exist; make it first"),
        (".", ".: is a folder; give the path of a file in it"),
        ("'sqlite:///x.db?patience=5'", "sqlite:///x.db?patience=5: has 'patience', which no address of a store has"),
        ("sqlit:///x.db", "no store named 'sqlit'; did you mean 'sqlite'?"),
    ],
)
def test_a_store_that_cannot_be_opened_is_named_and_left_alone(
    command: str, store: str, message: str, regesta: Regesta, folder: Path
) -> None:
    (folder / "a.txt").write_text("Poland visited Lithuania.", "utf-8")
    (folder / "text.db").write_text("not a database at all, " * 100, "utf-8")
    other = sqlite3.connect(folder / "other.db")
    other.execute("CREATE TABLE notes (words TEXT)")
    other.close()
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    ran = regesta(f"{command} --store {store}")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"regesta: {message}")
    assert {path: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


@pytest.mark.parametrize(
    ("command", "message"),
    [
        ("query entries --actor Polnd", "no actor 'Polnd'; did you mean 'Poland'?"),
        ("query entries --recipient Lithuani", "did you mean 'Lithuania'?"),
        ("query entries --party Swedn", "did you mean 'Sweden'?"),
        ("query entries --dyad POL", "dyad: 'POL' is not a pair"),
        ("query entries --dyad POL-LTX", "no actor 'LTX'; known: Latvia, Lithuania, Poland, Sweden"),
        ("query entries --type CONSLT", "no event type 'CONSLT'; did you mean 'CONSULT'?"),
        ("query entries --status hapened", "did you mean 'happened'?"),
        ("query entries --view metings", "did you mean 'meetings'?"),
        ("query entries --sort newst", "no sort 'newst'; did you mean 'newest'?"),
        ("query entries --from 2022-13", "'2022-13' is no date; write 2022, 2022-12 or 2022-12-19"),
        ("query entries --min-confidence much", "much"),
        ("counts --every monht", "no step 'monht'; did you mean 'month'?"),
        ("counts --by dyad,typ", "no group 'typ'; did you mean 'type'?"),
        ("counts --by dyad,dyad", "by: 'dyad,dyad' names a group twice"),
        ("counts --of entry", "no unit 'entry'; did you mean 'entries'?"),
        ("counts --format parqet", "no format 'parqet'; did you mean 'parquet'?"),
        ("counts --format parquet", "parquet is no text: name a file with --output"),
        ("counts --output none/counts.csv", "none/counts.csv: the folder none does not exist; make it first"),
        ("query statements --speaker ministr", "ministr"),
        ("query statements --publisher 'Outlet a3'", "did you mean 'Outlet a"),
        ("export --format cvs", "no exporter named 'cvs'; did you mean 'csv'?"),
        ("query foreign --with polcat", "no rows of 'polcat' in the store; `regesta import FILE"),
        ("show nothing", "nothing in the store has the id 'nothing'; `regesta query entries` lists ids"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(
    command: str, message: str, regesta: Regesta, store_path: Path
) -> None:
    ran = regesta(f"{command} --store {store_path}")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("regesta: ")
    assert message in ran.err
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize(
    "command",
    ["query entries --actor \udcff", "query statements --speaker \udcff", "claims --speaker \udcff", "show \udcff"],
)
def test_an_argument_that_is_no_text_is_one_line(command: str, regesta: Regesta, store_path: Path) -> None:
    """Python gives bytes that are none in the terminal's encoding as half surrogate pairs."""
    ran = regesta(f"{command} --store {store_path}")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"regesta: {store_path}: '\\udcff' is no text, which is all it takes\n"


@pytest.mark.parametrize("command", ["query text visited", "query faults", "query offices", "query foreign --with x"])
def test_a_limit_beyond_all_bounds_is_wrong_usage(command: str, regesta: Regesta, store_path: Path) -> None:
    assert regesta(f"{command} --limit 99999999999999999999 --store {store_path}").code == 2


def test_a_country_that_no_article_names_is_no_error(regesta: Regesta, store_path: Path) -> None:
    ran = regesta(f"query entries --actor Germany --store {store_path}")
    assert (ran.code, ran.out, ran.err) == (0, "", "0 of 0 entries\n")


def test_check_finds_words_that_do_not_stand_where_they_should(
    regesta: Regesta, store_path: Path, tmp_path: Path
) -> None:
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(store_path.read_bytes())
    with sqlite3.connect(damaged) as database:
        database.execute("UPDATE texts SET text = replace(text, 'visited', 'avoided')")
    database.close()
    ran = regesta(f"check --store {damaged}")
    assert ran.code == 1
    assert ran.err.startswith("regesta: ")
    assert "0 problems" not in ran.out


@pytest.mark.parametrize("command", ["query entries", "run a.txt", "serve", "check"])
def test_an_empty_store_is_not_taken_for_the_usual_one(command: str, regesta: Regesta, folder: Path) -> None:
    (folder / "a.txt").write_text("Poland visited Lithuania.", "utf-8")
    ran = regesta(f"{command} --store ''")
    assert (ran.code, ran.out) == (2, "")
    assert "it is empty; leave the option out" in ran.err
    assert not (folder / "regesta.db").exists()
