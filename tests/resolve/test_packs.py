"""Users' own tables: what they may look like, what they tell, how trouble in them is told."""

import json
from datetime import date
from pathlib import Path

import pytest

from regesta.errors import ConfigError, InputError
from regesta.resolve.asked.free_phrases import Resolution, resolve_phrase
from regesta.resolve.packs.folder import add_pack, digest_of, knowledge_in, list_packs, read_pack, remove_pack
from regesta.resolve.persons.knowledge import KNOWLEDGE, Knowledge, pack, unpack

DAY = date(2022, 12, 19)
OWN = """person,office,state,sector,from,to,aliases,body
Jan Novotal,President,Czechia,,2020-03,2023,Honza Novotal;J. N.,
Jan Novotal,Prime Minister,CZE,,2015,2019-12-31,,Government
Ana Orhan,Chief of Staff,tr,MIL,,,,
"""
WIKIDATA = """person,personLabel,positionLabel,countryLabel,start,end
http://www.wikidata.org/entity/Q1,Jan Novotal,President of the Czech Republic,Czech Republic,2020-03-08T00:00:00Z,
http://www.wikidata.org/entity/Q2,Q2,Prime Minister,Czech Republic,,
"""


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def facts(path: Path) -> Knowledge:
    return read_pack(path, path.stem).knowledge


def asked(knowledge: Knowledge, phrase: str, day: date | None = DAY) -> Resolution:
    return resolve_phrase(phrase, day=day, known=unpack(pack(knowledge)))


def told(resolution: Resolution) -> tuple[str | None, ...]:
    actor = resolution.actor
    return (actor.iso3, actor.sector, actor.office, actor.entity, actor.basis) if actor else ()


def test_our_columns_tell_offices_with_their_lines(tmp_path: Path) -> None:
    offices = facts(written(tmp_path / "own.csv", OWN)).offices
    assert [(h.person, h.iso3, h.sector, h.first, h.last, h.citation) for h in offices] == [
        ("Jan Novotal", "CZE", "GOV", date(2020, 3, 1), date(2023, 12, 31), "own.csv:2"),
        ("Jan Novotal", "CZE", "GOV", date(2015, 1, 1), date(2019, 12, 31), "own.csv:3"),
        ("Ana Orhan", "TUR", "MIL", None, None, "own.csv:4"),
    ]
    assert offices[0].aliases == ("Honza Novotal", "J. N.")
    assert (offices[1].body, {h.source for h in offices}) == ("Government", {"pack:own"})


@pytest.mark.parametrize(
    ("phrase", "year", "expected"),
    [
        ("Novotal", 2022, ("CZE", "GOV", "President", "person:jan-novotal", "pack:own")),
        ("Jan Novotal", 2017, ("CZE", "GOV", "Prime Minister", "person:jan-novotal", "pack:own")),
        ("Jan Novotal", 2025, ("CZE", "ELI", "former President", "person:jan-novotal", "pack:own")),
        ("Honza Novotal", 2022, ("CZE", "GOV", "President", "person:jan-novotal", "pack:own")),
        ("Ян Новотал", 2022, ("CZE", "GOV", "President", "person:jan-novotal", "pack:own")),
        ("Ana Orhan", 1990, ("TUR", "MIL", "Chief of Staff", "person:ana-orhan", "pack:own")),
    ],
)
def test_offices_count_by_day_and_name_the_pack(
    tmp_path: Path, phrase: str, year: int, expected: tuple[str, ...]
) -> None:
    found = asked(facts(written(tmp_path / "own.csv", OWN)), phrase, date(year, 6, 1))
    assert told(found) == expected
    assert "pack:own, own.csv:" in found.reasons[0]


def test_a_pack_goes_before_what_ships(tmp_path: Path) -> None:
    text = "person,office,state\nHu Jintao,juggler,Malta\n"
    found = asked(facts(written(tmp_path / "mine.csv", text)), "Hu Jintao", date(2006, 6, 1))
    assert told(found)[:3] == ("MLT", None, "juggler")


def test_organisations_and_aliases_are_understood_in_phrases(tmp_path: Path) -> None:
    text = (
        "kind\torganization\tstate\tsector\taliases\talias\tname\n"
        "organization\tOrhan Brigade\tTurkey\tREB\tOB|Orhanists\t\t\n"
        "alias\t\t\t\t\tthe Blue Men\tOrhan Brigade\n"
        "alias\t\t\t\t\tOrhanland\tIndia\n"
    )
    knowledge = facts(written(tmp_path / "bodies.tsv", text))
    for phrase in ("Orhan Brigade", "OB", "the Blue Men", "Orhanists spokesman"):
        assert told(asked(knowledge, phrase))[:2] == ("TUR", "REB"), phrase
    assert told(asked(knowledge, "OB"))[3:] == ("org:orhan-brigade", "pack:bodies")
    assert told(asked(knowledge, "Orhanland")) == ("IND", "GOV", None, "state:IND", "pack:bodies")
    assert told(asked(knowledge, "the Orhanland government"))[0] == "IND"


def test_a_wikidata_table_is_understood_and_items_without_a_name_are_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"line 3, column person: is empty, or an item without a name$"):
        facts(written(tmp_path / "q.csv", WIKIDATA))
    [office] = facts(written(tmp_path / "q.csv", WIKIDATA.rsplit("http", 1)[0])).offices
    assert (office.person, office.iso3, office.sector, office.first) == ("Jan Novotal", "CZE", "GOV", date(2020, 3, 8))


@pytest.mark.parametrize("is_verbose", [True, False])
def test_wikidata_json_is_understood(tmp_path: Path, is_verbose: bool) -> None:
    row = {"personLabel": "Jan Novotal", "positionLabel": "President", "countryLabel": "Czechia", "start": "2020-03-08"}
    verbose = {"head": {}, "results": {"bindings": [{k: {"type": "literal", "value": v} for k, v in row.items()}]}}
    path = written(tmp_path / "q.json", json.dumps(verbose if is_verbose else [row]))
    assert [(h.person, h.citation) for h in facts(path).offices] == [("Jan Novotal", "q.json:1")]


def test_followthemoney_entities_are_understood(tmp_path: Path) -> None:
    entities = [
        {"id": "p1", "schema": "Person", "properties": {"name": ["Jan Novotal"], "alias": ["J. N."]}},
        {"id": "q1", "schema": "Position", "properties": {"name": ["Minister of Defence"], "country": ["cz"]}},
        {"id": "o1", "schema": "Occupancy", "properties": {"holder": ["p1"], "post": ["q1"], "startDate": ["2021"]}},
        {
            "id": "p2",
            "schema": "Person",
            "properties": {"name": ["Ana Orhan"], "position": ["Mayor"], "country": ["tr"]},
        },
        {"id": "b1", "schema": "PublicBody", "properties": {"name": ["Orhan Works"], "country": ["tr"]}},
        {"id": "x1", "schema": "Vessel", "properties": {"name": ["Orhan"]}},
    ]
    knowledge = facts(written(tmp_path / "ftm.jsonl", "\n".join(map(json.dumps, entities))))
    assert [(h.person, h.office, h.iso3, h.sector, h.first, h.citation) for h in knowledge.offices] == [
        ("Jan Novotal", "Minister of Defence", "CZE", "GOV", date(2021, 1, 1), "ftm.jsonl:3"),
        ("Ana Orhan", "Mayor", "TUR", "GOV", None, "ftm.jsonl:4"),
    ]
    assert [(b.organization.name, b.organization.iso3, b.organization.sector) for b in knowledge.bodies] == [
        ("Orhan Works", "TUR", "GOV")
    ]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.csv", "person,office,state\nX Y,judge,Ruritania\n", r"line 2, column state: 'Ruritania' is no state"),
        ("a.csv", "person,office,state\nX Y,judge,\n", r"line 2, column state: is empty"),
        ("a.csv", "person,office,state\n\nX Y,,BLR\n", r"line 3, column office: is empty"),
        ("a.csv", "person,office,state,from\nX Y,judge,BLR,soon\n", r"line 2, column from: 'soon' is no day"),
        ("a.csv", "person,office,state,from\nX Y,judge,BLR,2022-02-30\n", r"column from: '2022-02-30' is no day"),
        ("a.csv", "person,office,state,from,to\nX Y,judge,BLR,2022,2021\n", r"column to: 2021-12-31 is before"),
        ("a.csv", "person,office,state,sector\nX Y,judge,BLR,XXX\n", r"column sector: 'XXX' is no sector; known: AGR"),
        ("a.csv", "persn,office,state\nX Y,judge,BLR\n", r"line 2, column kind: nothing to go by: a row needs person"),
        ("a.csv", "kind,person\nking,X Y\n", r"line 2, column kind: 'king' is no kind; known: office, organization"),
        ("a.csv", "person,office,state\nX Y,judge,BLR,more\n", r"line 2: 4 cells under 3 columns"),
        ("a.csv", "alias,name\nXYZ,Nobody Known\n", r"line 2, column name: 'Nobody Known' is no state"),
        ("a.csv", "organization,state\nOrhan,BLR\n", r"line 2, column sector: is empty, and the words of 'Orhan'"),
        ("a.csv", "", r"tells no office"),
        ("a.csv", "person,office,state\n", r"tells no office"),
        ("a.jsonl", '{"person": "X Y"\n', r"a\.jsonl: line 1: not JSON"),
        ("a.jsonl", "[1]\n", r"a\.jsonl: line 1: must be an object"),
        ("a.json", "3", r"must be a list of objects"),
        ("a.txt", "x", r"a pack is a \.csv"),
        (
            "a.jsonl",
            '{"id": "o", "schema": "Occupancy", "properties": {"holder": ["p"]}}',
            r"column holder: 'p' is the id",
        ),
    ],
)
def test_trouble_is_told_with_line_and_column(tmp_path: Path, name: str, text: str, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        facts(written(tmp_path / name, text))
    assert str(tmp_path / name) in str(caught.value)


def test_all_troubles_of_a_file_are_told_at_once_up_to_five(tmp_path: Path) -> None:
    text = "person,office,state\n" + "X Y,judge,Ruritania\n" * 8
    with pytest.raises(InputError, match=r"line 2, .*; line 6, .*; and 3 more$"):
        facts(written(tmp_path / "a.csv", text))


@pytest.mark.parametrize("content", [b"person,office\n\xff\xfe,x,BLR\n", b"\x00\x01\x02"])
def test_files_that_are_no_text_are_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.csv").write_bytes(content)
    with pytest.raises(InputError):
        facts(tmp_path / "a.csv")


def test_packs_are_added_listed_replaced_and_removed(tmp_path: Path) -> None:
    folder, file = tmp_path / "packs", written(tmp_path / "own.csv", OWN)
    assert (digest_of(folder), list_packs(folder), knowledge_in(folder)) == ("", [], Knowledge())
    added = add_pack(folder, file, "mine")
    assert added.path.read_text(encoding="utf-8") == OWN
    first = digest_of(folder)
    assert [p.name for p in list_packs(folder)] == ["mine"]
    assert len(knowledge_in(folder).offices) == 3
    add_pack(folder, written(tmp_path / "mine.jsonl", '{"person": "X Y", "office": "judge", "state": "BLR"}'))
    assert [(p.name, len(p.knowledge.offices)) for p in list_packs(folder)] == [("mine", 1)]
    assert digest_of(folder) not in {first, ""}
    assert [h.person for h in knowledge_in(folder).offices] == ["X Y"]
    remove_pack(folder, "mine")
    assert digest_of(folder) == ""


def test_a_broken_file_changes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "packs"
    add_pack(folder, written(tmp_path / "own.csv", OWN))
    before = digest_of(folder)
    with pytest.raises(InputError):
        add_pack(folder, written(tmp_path / "own.csv", OWN + "X Y,judge,Ruritania,,,,,\n"))
    assert digest_of(folder) == before
    assert sorted(p.name for p in folder.iterdir()) == ["own.csv"]


@pytest.mark.parametrize("name", ["../own", "", ".own", "a/b"])
def test_a_name_that_leaves_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ConfigError, match="a pack's name has letters"):
        add_pack(tmp_path / "packs", written(tmp_path / "own.csv", OWN), name)


def test_removing_an_unknown_pack_names_those_there_are(tmp_path: Path) -> None:
    add_pack(tmp_path / "packs", written(tmp_path / "own.csv", OWN))
    with pytest.raises(ConfigError, match=r"no pack named 'other' .*; there: own"):
        remove_pack(tmp_path / "packs", "other")


def test_knowledge_travels_as_bytes_and_nothing_as_none() -> None:
    assert pack(Knowledge()) == b""
    assert KNOWLEDGE.validate_json(KNOWLEDGE.dump_json(Knowledge())) == Knowledge()
