from dataclasses import replace
from decimal import Decimal

import pytest

from regesta import code
from regesta.annotate.amounts import Amounts, find_amounts
from regesta.model.annotation import Amount, TimeExpression
from regesta.model.article import Article
from regesta.model.span import Span
from tests.annotate.parses import Row, a_parse


def amounts_in(text: str) -> list[Amount]:
    return list(find_amounts(Article(id="a", text=text)))


@pytest.mark.parametrize(
    ("text", "span", "value", "unit"),
    [
        ("Trade reached 40,000 million euros.", "40,000 million euros", 40_000_000_000, "EUR"),
        ("Trade reached €40bn.", "€40bn", 40_000_000_000, "EUR"),
        ("A 630 million dollar agreement was signed.", "630 million dollar", 630_000_000, "USD"),
        ("It cost US$ 3,500.50 in all.", "US$ 3,500.50", Decimal("3500.50"), "USD"),
        ("It cost dlrs 14 billion.", "dlrs 14 billion", 14_000_000_000, "USD"),
        ("It cost 5 million roubles.", "5 million roubles", 5_000_000, "RUB"),
        ("It cost five thousand rubles.", "five thousand rubles", 5_000, "RUB"),
        ("It cost 2.5 billion Hong Kong dollars.", "2.5 billion Hong Kong dollars", 2_500_000_000, "HKD"),
        ("It cost USD 200 a head.", "USD 200", 200, "USD"),
        ("It cost 200 USD.", "200 USD", 200, "USD"),
        ("It cost half a million Swiss francs.", "half a million Swiss francs", 500_000, "CHF"),
        ("It cost 470 pence.", "470 pence", Decimal("4.70"), "GBP"),
        ("It cost 9 million pounds.", "9 million pounds", 9_000_000, "GBP"),
        ("It cost 10, 000 yuan.", "10, 000 yuan", 10_000, "CNY"),
        ("It cost Rs 35 lakh.", "Rs 35 lakh", 3_500_000, "INR"),
    ],
)
def test_money_is_read_in_figures_words_symbols_and_codes(
    text: str, span: str, value: int | Decimal, unit: str
) -> None:
    [amount] = amounts_in(text)
    assert (amount.span.of(text), amount.value, amount.unit) == (span, Decimal(value), unit)


def test_a_currency_only_a_country_would_tell_keeps_its_word() -> None:
    [amount] = amounts_in("The bill came to 750 million francs.")
    assert amount.unit == "franc"


@pytest.mark.parametrize(
    ("text", "span", "value", "unit"),
    [
        ("It cost 7 pounds 50 pence.", "7 pounds 50 pence", Decimal("7.50"), "GBP"),
        ("It cost five pounds sterling.", "five pounds", 5, "GBP"),
        ("It cost ten quid.", "ten quid", 10, "GBP"),
        ("It cost 200 000 euros.", "200 000 euros", 200_000, "EUR"),
        ("It cost 1 500 000 roubles.", "1 500 000 roubles", 1_500_000, "RUB"),
        ("It cost a quarter million dollars.", "quarter million dollars", 250_000, "USD"),
        ("It cost $US50 in all.", "$US50", 50, "USD"),
        ("It cost GH₵500 in all.", "GH₵500", 500, "GHS"),
        ("It cost 500 zł in all.", "500 zł", 500, "PLN"),
        ("It cost 50 agorot.", "50 agorot", Decimal("0.5"), "ILS"),
        ("It cost 500 reais.", "500 reais", 500, "BRL"),
    ],
)
def test_pounds_pence_and_spaced_thousands_are_money(text: str, span: str, value: int | Decimal, unit: str) -> None:
    [amount] = amounts_in(text)
    assert (amount.span.of(text), amount.value, amount.unit) == (span, value, unit)


def test_a_few_pounds_are_a_weight() -> None:
    [amount] = amounts_in("Police seized 1,300 pounds of explosives.")
    assert amount.unit == "pound"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Aid of $1.5-2 billion was pledged.", 1_500_000_000, 2_000_000_000),
        ("Aid of $5m to $7m was pledged.", 5_000_000, 7_000_000),
        ("Between 10 and 20 million euros were pledged.", 10_000_000, 20_000_000),
        ("From 500,000 to 2 million euros were pledged.", 500_000, 2_000_000),
    ],
)
def test_a_range_has_both_bounds_and_shares_its_magnitude(text: str, low: int, high: int) -> None:
    [amount] = amounts_in(text)
    assert (amount.value, amount.upper) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Turnout was 42.35 percent.", Decimal("42.35"), "percent"),
        ("Turnout was 42%.", Decimal(42), "percent"),
        ("Turnout fell 3 percentage points.", Decimal(3), "percentage point"),
        ("They sent 10 tonnes of grain.", Decimal(10), "tonne"),
        ("They pump 2 million barrels per day.", Decimal(2_000_000), "barrel per day"),
        ("The border is 150 km away.", Decimal(150), "kilometre"),
        ("The border is 150 kilometers away.", Decimal(150), "kilometre"),
    ],
)
def test_measures_carry_one_name_for_all_spellings(text: str, value: Decimal, unit: str) -> None:
    [amount] = amounts_in(text)
    assert (amount.value, amount.unit) == (value, unit)


@pytest.mark.parametrize(("text", "expected"), [("About $5 was paid.", True), ("Exactly $5 was paid.", False)])
def test_hedges_make_an_amount_approximate(text: str, expected: bool) -> None:
    [amount] = amounts_in(text)
    assert amount.approximate is expected


@pytest.mark.parametrize("text", ["They won 3-2.", "An F-16 flew at 10:30.", "Article 5 of ALL 70.", "He lost 2.5.1."])
def test_numbers_without_a_unit_are_no_amounts(text: str) -> None:
    assert amounts_in(text) == []


def counted(rows: list[Row]) -> list[tuple[str, Decimal, str]]:
    text = " ".join(word for word, *_ in rows)
    found = find_amounts(Article(id="a", text=text, parse=a_parse(text, rows)))
    return [(amount.span.of(text), amount.value, amount.unit) for amount in found]


def test_a_number_counts_the_noun_it_modifies() -> None:
    rows: list[Row] = [
        ("three", "three", "CD", 2, "nummod"),
        ("Israeli", "israeli", "JJ", 2, "amod"),
        ("soldiers", "soldier", "NNS", 3, "nsubj"),
        ("left", "leave", "VBD", 3, "ROOT"),
    ]
    assert counted(rows) == [("three Israeli soldiers", Decimal(3), "soldier")]


def test_a_bare_number_of_victims_counts_people() -> None:
    rows: list[Row] = [
        ("11", "11", "CD", 2, "nsubjpass"),
        ("were", "be", "VBD", 2, "auxpass"),
        ("killed", "kill", "VBN", 2, "ROOT"),
    ]
    assert counted(rows) == [("11", Decimal(11), "people")]


def test_units_of_time_are_no_amounts() -> None:
    rows: list[Row] = [
        ("two", "two", "CD", 1, "nummod"),
        ("days", "day", "NNS", 2, "nsubj"),
        ("passed", "pass", "VBD", 2, "ROOT"),
    ]
    assert counted(rows) == []


def test_a_verb_that_spells_like_a_currency_is_none() -> None:
    rows: list[Row] = [
        ("Only", "only", "RB", 1, "advmod"),
        ("2", "2", "CD", 2, "nsubj"),
        ("won", "win", "VBD", 2, "ROOT"),
    ]
    assert counted(rows) == []


def test_amounts_never_overlap_time_expressions() -> None:
    text = "In 2019 euros were short."
    article = Article(id="a", text=text, times=(TimeExpression(span=Span(3, 7), timex="DATE", value="2019"),))
    assert find_amounts(article) == ()
    assert find_amounts(replace(article, times=())) != ()


def test_the_stage_fills_its_layer() -> None:
    text = "It cost $5."
    rows: list[Row] = [
        ("It", "it", "PRP", 1, "nsubj"),
        ("cost", "cost", "VBD", 1, "ROOT"),
        ("$", "$", "$", 3, "nmod"),
        ("5", "5", "CD", 1, "dobj"),
    ]
    unparsed = Article(id="a", text=text)
    [found, passed_over] = Amounts()([replace(unparsed, parse=a_parse(text, rows)), unparsed])
    assert [amount.unit for amount in found.amounts] == ["USD"]
    assert passed_over == unparsed


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It cost one and a half million dollars.", 1_500_000, "USD"),
        ("It cost 3 1/2 million euros.", 3_500_000, "EUR"),
        ("It cost € 1,5 million.", 1_500_000, "EUR"),
        ("It cost 1.234.567 euros.", 1_234_567, "EUR"),
        ("It cost Rs 12,34,567 in all.", 1_234_567, "INR"),
        ("It cost 3.5 lakh crore rupees.", 3_500_000_000_000, "rupee"),
        ("It cost 13 dollars and forty-five cents.", Decimal("13.45"), "USD"),
        ("It cost 75 mUSD.", 75_000_000, "USD"),
        ("It cost $ 8 . 50 in all.", Decimal("8.5"), "USD"),
        ("It cost three quarters of a billion dollars.", 750_000_000, "USD"),
        ("A 200-strong unit took the town.", 200, "people"),
    ],
)
def test_a_number_is_read_however_it_is_written(text: str, value: int | Decimal, unit: str) -> None:
    [amount] = amounts_in(text)
    assert (amount.value, amount.unit) == (value, unit)


def test_millions_of_euros_are_money() -> None:
    [amount] = code("The government paid millions of euros.").amounts
    assert (amount.value, amount.unit) == (1_000_000, "EUR")


@pytest.mark.parametrize(
    ("text", "span", "value", "unit"),
    [
        ("The mine lost R12.5 million.", "R12.5 million", 12_500_000, "ZAR"),
        ("A bag sold for N20,000 in Kano.", "N20,000", 20_000, "NGN"),
        ("Tickets went for 12,75 euros.", "12,75 euros", Decimal("12.75"), "EUR"),
        ("Tickets went for €5,50 each.", "€5,50", Decimal("5.50"), "EUR"),
        ("Tickets went for 1 234,50 euros.", "1 234,50 euros", Decimal("1234.50"), "EUR"),
        ("Tickets went for 40 Cdn dollars.", "40 Cdn dollars", 40, "CAD"),
        ("A loan of francs 20 million was paid.", "francs 20 million", 20_000_000, "franc"),
        ("The bridge was worth $1½ million.", "$1½ million", 1_500_000, "USD"),
        ("Debts reached $2.5T.", "$2.5T", 2_500_000_000_000, "USD"),
        ("The dam took Rs 3 crores.", "Rs 3 crores", 30_000_000, "INR"),
        ("He owed them 50 grand.", "50 grand", 50_000, "USD"),
        ("A loaf was five dollars fifty.", "five dollars fifty", Decimal("5.50"), "USD"),
        ("A ride is 25 Swiss centimes.", "25 Swiss centimes", Decimal("0.25"), "CHF"),
        ("The quota rose by 30 special drawing rights.", "30 special drawing rights", 30, "XDR"),
        ("The fine was 900 Bhutanese ngultrum.", "900 Bhutanese ngultrum", 900, "BTN"),
    ],
)
def test_sums_are_read_as_they_are_written_in_many_countries(
    text: str, span: str, value: int | Decimal, unit: str
) -> None:
    [amount] = amounts_in(text)
    assert (amount.span.of(text), amount.value, amount.unit) == (span, Decimal(value), unit)


@pytest.mark.parametrize("text", ["The R44 fell near the N7 road.", "Two grand juries met.", "It went 3,20 up."])
def test_letters_and_words_that_are_no_currency_make_no_sums(text: str) -> None:
    assert [amount for amount in amounts_in(text) if amount.unit.isupper()] == []


@pytest.mark.parametrize(
    ("text", "span", "value", "unit"),
    [
        ("Exports fell 4,5 percent.", "4,5 percent", Decimal("4.5"), "percent"),
        ("Exports fell 0,7 % in May.", "0,7 %", Decimal("0.7"), "percent"),
        ("Exports fell by 12,25 per cent.", "12,25 per cent", Decimal("12.25"), "percent"),
        ("Exports rose 1,250 percent.", "1,250 percent", 1250, "percent"),
        ("It cost 1.5 milliard kronor.", "1.5 milliard kronor", 1_500_000_000, "SEK"),
        ("It cost 4 milliards of euros.", "4 milliards of euros", 4_000_000_000, "EUR"),
        ("It cost Kr 20bn.", "Kr 20bn", 20_000_000_000, "krone"),
        ("It cost 700 kr.", "700 kr", 700, "krone"),
        ("A third of the $60bn was lost.", "A third of the $60bn", 20_000_000_000, "USD"),
        ("Two thirds of €300 million went.", "Two thirds of €300 million", 200_000_000, "EUR"),
        ("It paid half of its 5 million dollars.", "half of its 5 million dollars", 2_500_000, "USD"),
    ],
)
def test_commas_milliards_and_parts_tell_the_value(text: str, span: str, value: int | Decimal, unit: str) -> None:
    [amount] = amounts_in(text)
    assert (amount.span.of(text).rstrip("."), amount.value, amount.unit) == (span, value, unit)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("It cost ₹ 5 crore. They got 12,50,000 rupees.", ["INR", "INR"]),
        ("It cost CHF 5 million. They got 2 million francs.", ["CHF", "CHF"]),
        ("It cost Kr 5 million, or 2 million Norwegian kroner.", ["NOK", "NOK"]),
        ("It cost $5 million. They got 2 million rupees.", ["USD", "rupee"]),
        ("It cost 5 million Indian rupees or 7 million Pakistani rupees. They got 9 rupees.", ["INR", "PKR", "rupee"]),
    ],
)
def test_a_currency_that_the_article_names_is_that_of_its_word(text: str, units: list[str]) -> None:
    assert [amount.unit for amount in amounts_in(text)] == units


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    ("text", "span", "value", "unit"),
    [
        ("The ferry cost a cool million dollars.", "a cool million dollars", 1_000_000, "USD"),
        ("Oslo gave another billion kroner.", "another billion kroner", 1_000_000_000, "krone"),
        ("They lost a couple of million euros.", "a couple of million euros", 2_000_000, "EUR"),
        ("The dam cost two point three million euros.", "two point three million euros", 2_300_000, "EUR"),
        ("It cost one-and-a-half million dollars.", "one-and-a-half million dollars", 1_500_000, "USD"),
        ("It cost ten lakhs of Indian rupees.", "ten lakhs of Indian rupees", 1_000_000, "INR"),
        ("It cost three quarters of a million pounds.", "three quarters of a million pounds", 750_000, "GBP"),
        ("It cost 1.234,56 euros.", "1.234,56 euros", Decimal("1234.56"), "EUR"),
        ("It cost 5M€ in all.", "5M€", 5_000_000, "EUR"),
        ("It cost $5MM in all.", "$5MM", 5_000_000, "USD"),
        ("It cost 7.5 trln roubles.", "7.5 trln roubles", 7_500_000_000_000, "RUB"),
        ("a loss of 1 . 6 billion pounds , it said .", "1 . 6 billion pounds", 1_600_000_000, "GBP"),
        ("shares rose 32 . 5 pence in the morning .", "32 . 5 pence", Decimal("0.325"), "GBP"),
        ("The pipe cost $45 million Canadian.", "$45 million Canadian", 45_000_000, "CAD"),
        ("It cost PEN 2.5 billion.", "PEN 2.5 billion", 2_500_000_000, "PEN"),
        ("It cost 45 million RON.", "45 million RON", 45_000_000, "RON"),
        ("It cost FCFA 45 billion.", "FCFA 45 billion", 45_000_000_000, "franc"),
        ("It cost Tsh45 billion.", "Tsh45 billion", 45_000_000_000, "TZS"),
        ("It cost Le 45 million.", "Le 45 million", 45_000_000, "SLE"),
        ("The court fined him P500,000.", "P500,000", 500_000, "PHP"),
        ("The drone flew 1,500km.", "1,500km", 1_500, "kilometre"),
        ("Fire burnt 300ha of pine.", "300ha", 300, "hectare"),
        ("The plant makes 600 MWh.", "600 MWh", 600, "megawatt-hour"),
        ("Rates rose by 25 basis points.", "25 basis points", 25, "basis point"),
        ("Prices rose 3.5pc.", "3.5pc", Decimal("3.5"), "percent"),
    ],
)
def test_amounts_are_read_as_newspapers_of_many_countries_write_them(
    text: str, span: str, value: int | Decimal, unit: str
) -> None:
    [amount] = amounts_in(text)
    assert (amount.span.of(text), amount.value, amount.unit) == (span, value, unit)


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    "text",
    [
        "He lost his PEN 7 times.",
        "They filed a SOS 3 times.",
        "A litre costs a dollar fifty.",
        "At Le 10 the bar was full.",
        "At one point five ministers left.",
    ],
)
def test_words_that_are_codes_too_and_single_units_are_no_sums(text: str) -> None:
    assert not amounts_in(text)


@pytest.mark.issue(5)
def test_a_canadian_pipeline_is_not_paid_in_canadian_dollars() -> None:
    [amount] = amounts_in("The $45 million Canadian pipeline leaks.")
    assert amount.unit == "USD"


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    ("text", "span", "value", "unit"),
    [
        ("Output is 1.2 million barrels per day.", "1.2 million barrels", 1_200_000, "barrel per day"),
        ("Output fell by 500,000 barrels a day.", "500,000 barrels", 500_000, "barrel per day"),
        ("He stole several hundred million dollars.", "several hundred million dollars", 100_000_000, "USD"),
        ("He stole a few million euros.", "a few million euros", 1_000_000, "EUR"),
        ("The army lost a few dozen tanks.", "a few dozen tanks", 12, "tank"),
    ],
)
def test_rates_and_some_of_a_magnitude_are_counted(text: str, span: str, value: int, unit: str) -> None:
    coded = code(text)
    [amount] = coded.amounts
    assert (amount.span.of(text), amount.value, amount.unit) == (span, value, unit)
