import pytest

from regesta.model.article import Article
from regesta.model.entity import Place
from regesta.model.stage import Stage
from regesta.resolve.places import Places, find_places, towns_elsewhere
from tests.resolve.reports import Said, a_report


def places_of(article: Article) -> dict[str, Place | None]:
    return {(m.name or m.span).of(article.text): m.place for m in find_places(article)}


def place_in(text: str, *said: Said) -> Place:
    place = places_of(a_report(text, *said))[said[0].name or said[0].words]
    assert place is not None
    return place


def test_the_largest_place_of_a_name_wins_by_default() -> None:
    place = place_in("They met in Paris.", Said("Paris", "GPE", kind="place"))
    assert (place.geonameid, place.iso3, place.precision) == (2988507, "FRA", "city")
    assert place.lat == pytest.approx(48.85, abs=0.02)


def test_a_region_beside_the_name_decides() -> None:
    place = place_in("They met in Alexandria, Louisiana.", Said("Alexandria", "GPE"), Said("Louisiana", "GPE"))
    assert place.geonameid == 4314550


def test_a_region_inside_the_name_decides() -> None:
    place = place_in("They met in Alexandria, Louisiana.", Said("Alexandria, Louisiana", "GPE"))
    assert place.geonameid == 4314550


@pytest.mark.parametrize(
    ("text", "iso3"),
    [
        ("Gunmen raided rigs in the Niger Delta on Monday.", "NGA"),
        ("Gunmen raided posts in Niger on Monday.", "NER"),
        ("Gunmen left Niger. Delta flights were late.", "NER"),
    ],
)
def test_a_name_read_as_the_first_word_of_a_longer_place_is_that_place(text: str, iso3: str) -> None:
    assert place_in(text, Said("Niger", "GPE", kind="place")).iso3 == iso3


def test_an_abbreviated_region_decides() -> None:
    place = place_in("They met in Paris, Ky. on Monday.", Said("Paris", "GPE"), Said("Ky.", "GPE"))
    assert place.geonameid == 4303602


def test_a_region_named_elsewhere_speaks_for_a_place() -> None:
    text = "Voters in Lancaster met. Ohio counts them. Texas does not, says Ohio."
    assert place_in(text, Said("Lancaster", "GPE"), Said("Ohio", "GPE")).geonameid == 4516233


def test_neighbours_speak_for_a_place() -> None:
    alone = place_in("Fire hit Tripoli.", Said("Tripoli", "GPE"))
    beside = place_in(
        "Fire hit Tripoli, then Beirut and Sidon, Lebanon.",
        Said("Tripoli", "GPE"), Said("Beirut", "GPE"), Said("Sidon", "GPE"), Said("Lebanon", "GPE"),
    )  # fmt: skip
    assert (alone.iso3, beside.iso3) == ("LBY", "LBN")


def test_a_name_has_one_sense_per_article() -> None:
    article = a_report(
        "They met in Paris, Texas. Then Paris slept.",
        Said("Paris", "GPE"), Said("Texas", "GPE"), Said("Paris", "GPE", nth=1),
    )  # fmt: skip
    found = [m.place.geonameid for m in find_places(article) if m.place and m.span.of(article.text) == "Paris"]
    assert found == [4717560, 4717560]


@pytest.mark.parametrize(
    ("words", "iso3", "precision"),
    [
        ("Georgia", "GEO", "country"),
        ("Mexico", "MEX", "country"),
        ("West Bank", "PSE", "region"),
        ("Strait of Hormuz", None, "area"),
        ("Camp David", "USA", "point"),
        ("northern Iraq", "IRQ", "region"),
        ("Kherson region", "UKR", "region"),
    ],
)
def test_places_have_the_precision_of_their_kind(words: str, iso3: str | None, precision: str) -> None:
    place = place_in(f"They fought in {words} again.", Said(words, "LOC", kind="place"))
    assert (place.iso3, place.precision) == (iso3, precision)


def test_a_people_points_to_its_state_with_less_confidence() -> None:
    place = place_in("Then Russians spoke.", Said("Russians", "NORP"))
    assert (place.iso3, place.precision) == ("RUS", "country")
    assert place.confidence <= 0.6


def test_an_organisation_lies_where_its_name_says() -> None:
    place = place_in("Then Moscow State University closed.", Said("Moscow State University", "ORG"))
    assert place.geonameid == 524901
    assert place.confidence <= 0.6


def test_a_person_is_no_place() -> None:
    found = places_of(a_report("Then Paris Hilton sang.", Said("Paris Hilton", "PERSON")))
    assert found["Paris Hilton"] is None


def test_names_the_recogniser_missed_are_added_in_text_order() -> None:
    article = a_report(
        "They met in Minsk. Then Ozols left, and he slept.", Said("Ozols", "PERSON"), Said("he", like="Ozols")
    )
    found = find_places(article)
    assert [m.span.of(article.text) for m in found] == ["Minsk", "Ozols", "he"]
    assert found[2].antecedent == 1
    assert found[0].place is not None
    assert found[0].kind == "other"


@pytest.mark.parametrize(("words", "label"), [("May", "GPE"), ("North", "LOC"), ("Arab", "NORP"), ("Sunnis", "NORP")])
def test_words_that_villages_are_called_by_are_no_places(words: str, label: str) -> None:
    assert places_of(a_report(f"They met the {words} again.", Said(words, label)))[words] is None


def test_unknown_names_have_no_place() -> None:
    assert places_of(a_report("They met in Xyzzyville.", Said("Xyzzyville", "GPE")))["Xyzzyville"] is None


def test_the_stage_changes_only_mentions() -> None:
    stage = Places()
    assert isinstance(stage, Stage)
    article = a_report("They met in Minsk.", Said("Minsk", "GPE"))
    after = next(stage([article]))
    assert after.mentions != article.mentions
    assert (after.text, after.parse, after.sentences) == (article.text, article.parse, article.sentences)


def test_an_article_without_parse_is_left_alone() -> None:
    assert find_places(Article(id="a", text="Minsk")) == ()


@pytest.mark.parametrize("word", ["June", "Thursday", "Spring", "Front"])
def test_words_of_the_calendar_and_of_news_are_no_places(word: str) -> None:
    assert places_of(a_report(f"They met in {word}.", Said(word, "GPE", kind="place")))[word] is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The force of Operation Oslo left.", Said("Oslo", "GPE")),
        ("The envoy for Sudan Affairs left.", Said("Sudan", "GPE")),
        ("It joined Asia-Pacific Economic Cooperation.", Said("Asia-Pacific Economic Cooperation", "LOC")),
        ("It told the MENA agency.", Said("MENA", "ORG")),
    ],
)
def test_names_of_other_things_are_no_places(text: str, said: Said) -> None:
    assert places_of(a_report(text, said))[said.words] is None


def test_initials_at_the_start_of_a_paragraph_may_be_a_dateline() -> None:
    assert place_in("RIGA - They met.", Said("RIGA", "GPE")).iso3 == "LVA"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Envoys of China, Japan and Mongolia met.", ("China", "Japan", "Mongolia")),
        ("The talks of Iraq, Iran and Qatar failed.", ("Iraq", "Iran", "Qatar")),
        ("Ministers from Malta, Poland and Cyprus agreed.", ("Malta", "Poland", "Cyprus")),
    ],
)
def test_states_in_a_row_are_not_towns_of_one_another(text: str, names: tuple[str, ...]) -> None:
    found = places_of(a_report(text, *(Said(name, "GPE") for name in names)))
    assert [place.precision if place else None for place in found.values()] == ["country"] * len(names)


@pytest.mark.parametrize(
    ("text", "names", "states"),
    [
        ("Fire hit Tripoli, Lebanon.", ("Tripoli", "Lebanon"), {"tripoli": "LBN"}),
        ("Police searched Hyderabad, Pakistan.", ("Hyderabad", "Pakistan"), {"hyderabad": "PAK"}),
        ("Fire hit Tripoli, Libya.", ("Tripoli", "Libya"), {}),
        ("Police searched Hyderabad.", ("Hyderabad",), {}),
        ("Envoys of China, Japan and Mongolia met.", ("China", "Japan", "Mongolia"), {}),
    ],
)
def test_towns_that_an_article_means_elsewhere(text: str, names: tuple[str, ...], states: dict[str, str]) -> None:
    assert towns_elsewhere(a_report(text, *(Said(name, "GPE") for name in names))) == states


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Troops attacked at Christmas.", "Christmas"),
        ("They met on the Canal.", "Canal"),
        ("They met on the Island.", "Island"),
    ],
)
def test_common_nouns_and_feasts_are_no_places(text: str, words: str) -> None:
    assert places_of(a_report(text, Said(words, "GPE"))) == {words: None}


@pytest.mark.parametrize(
    ("text", "names", "iso3"),
    [
        ("Peru met Chile. Then Illinois and Chicago bought copper.", ("Peru", "Chile", "Illinois", "Chicago"), "PER"),
        ("Mexico and the United States spoke. Missouri slept.", ("Mexico", "United States", "Missouri"), "MEX"),
        ("Norway spoke. Maine and Boston heard Norwegians.", ("Norway", "Maine", "Boston", "Norwegians"), "NOR"),
    ],
)
def test_what_a_state_is_called_is_no_town_in_news_of_states(text: str, names: tuple[str, ...], iso3: str) -> None:
    assert place_in(text, *(Said(name, "GPE") for name in names)).iso3 == iso3


@pytest.mark.parametrize(
    "text", ["Fire hit Peru, Illinois, as China spoke.", "Fire hit Peru in Illinois, as China spoke."]
)
def test_a_region_beside_the_name_of_a_state_makes_it_a_town(text: str) -> None:
    assert place_in(text, Said("Peru", "GPE"), Said("Illinois", "GPE"), Said("China", "GPE")).iso3 == "USA"


def test_local_news_may_mean_a_town_that_is_called_like_a_state() -> None:
    text = "Fire hit Lebanon. Then Hershey and Palmyra in Pennsylvania slept."
    said = (Said(name, "GPE") for name in ("Lebanon", "Hershey", "Palmyra", "Pennsylvania"))
    assert place_in(text, *said).iso3 == "USA"


def test_a_capital_does_not_draw_towns_to_it() -> None:
    text = "Lebanon fell apart. Washington urged calm, said the United States."
    said = (Said(name, "GPE") for name in ("Lebanon", "Washington", "United States"))
    assert place_in(text, *said).iso3 == "LBN"


def test_a_capital_is_no_small_town_that_once_was_called_so() -> None:
    place = place_in("Fire hit Jerusalem. Maryland slept.", Said("Jerusalem", "GPE"), Said("Maryland", "GPE"))
    assert place.iso3 == "ISR"


@pytest.mark.parametrize(
    ("text", "region", "iso3"),
    [
        ("Fire hit Cordoba in Spain.", "Spain", "ESP"),
        ("Fire hit Tripoli in northern Lebanon.", "northern Lebanon", "LBN"),
        ("Fire hit Hyderabad in the southern Pakistan.", "Pakistan", "PAK"),
        ("Fire hit Cana in southern Lebanon.", "Lebanon", "LBN"),
    ],
)
def test_a_state_behind_in_decides(text: str, region: str, iso3: str) -> None:
    assert place_in(text, Said(text.split()[2], "GPE"), Said(region, "GPE")).iso3 == iso3


def test_a_town_behind_in_decides_nothing() -> None:
    place = place_in("They asked Paris in London.", Said("Paris", "GPE"), Said("London", "GPE"))
    assert place.iso3 == "FRA"


def test_the_capital_of_a_state_that_is_named_is_no_namesake_near_other_places() -> None:
    text = "Mexico's envoys met Argentina's in Buenos Aires. Mexico City traders cheered. Mexico praised Argentina."
    said = (
        Said("Buenos Aires", "GPE"), Said("Mexico", "GPE"), Said("Argentina", "GPE"), Said("Mexico City", "GPE"),
        Said("Mexico", "GPE", nth=2), Said("Argentina", "GPE", nth=1),
    )  # fmt: skip
    assert place_in(text, *said).iso3 == "ARG"
