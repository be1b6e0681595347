"""Tables of past spending as people and services make them: each of a shape that was found, made up here."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from capexcalc.errors import InputError
from capexcalc.finance.spending import SpendingSeries
from capexcalc.finance.spending_columns import Choice, amount_words
from capexcalc.finance.spending_file import read_spending
from capexcalc.finance.spending_records import separator_of
from capexcalc.finance.spending_years import stretch_of


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "prior.csv"


def read(file: Path, text: str, **choice) -> SpendingSeries:
    file.write_text(text, "utf-8")
    return read_spending(file, choice=Choice(**choice))


def figures(series: SpendingSeries) -> list[tuple[str, str, int]]:
    return [(str(p.start), str(p.end), int(p.amount)) for p in series.periods]


def refused(file: Path, text: str, **choice) -> InputError:
    with pytest.raises(InputError) as caught:
        read(file, text, **choice)
    return caught.value


def codes(series: SpendingSeries) -> list[str]:
    return [notice.code for notice in series.notices]


IN_MILLIONS = {"currency": "USD", "unit": "m"}
QUARTERS = "{},1.25\n{},1.25\n{},1.25\n{},1.25\n{},1.5\n{},1.5\n{},1.5\n{},1.5\n"
QUARTER_NAMES = [f"Q{q} {y}" for y in (2022, 2023) for q in range(1, 5)]
TWO_COLUMNS = [f"{y},{q}" for y in (2022, 2023) for q in range(1, 5)]
MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
    "Dezember",
)  # fmt: skip
YEARS = [("2022-01-01", "2022-12-31", 5_000_000), ("2023-01-01", "2023-12-31", 6_000_000)]


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("year,capex_usd_m\n2022,5\n2023,6\n", {}),
        ("Year,Capital expenditures (US$ millions)\n2022,5\n2023,6\n", {}),
        ("calendarYear,capitalExpenditure,reportedCurrency\n2022,-5000000,USD\n2023,-6000000,USD\n", {}),
        ("year,value,units,currency\n2022,5,millions,USD\n2023,6,millions,USD\n", {}),
        ("year,value,multiplier,currency\n2022,5,1000000,USD\n2023,6,1000000,USD\n", {}),
        ("year,amount\n2022,5e6\n2023,6.0e+06\n", {"currency": "USD"}),
        ("year,value,unit\n2022,5,$m\n2023,6,$m\n", {"currency": "USD"}),
        ("when,much\n2022,5\n2023,6\n", {"year": "when", "amount": "much", "currency": "USD", "unit": "m"}),
        ("Item,2022,2023\nRevenue,9,9\nCapital Expenditure,(5),(6)\n", {"currency": "USD", "unit": "m"}),
        ("Item,FY22,FY23,TTM\nCapex,5,6,7\n", {"currency": "USD", "unit": "m", "year_end": (12, 31)}),
        ("Item,2022-12-31,2023-12-31\nPurchase of PPE,-5,-6\n", {"currency": "USD", "unit": "m"}),
        (",Capital Expenditure\n2022,-5\n2023,-6\n", {"currency": "USD", "unit": "m"}),
        (",Item,2022,2023\n1,Sales,50,60\n2,CAPEX,5,6\n", {"currency": "USD", "unit": "m"}),
        ("Quarter,Capex USDm\n" + QUARTERS.format(*QUARTER_NAMES), {"amount": "Capex USDm", **IN_MILLIONS}),
        ("year,quarter,value\n" + QUARTERS.format(*TWO_COLUMNS), IN_MILLIONS),
        ("Period;Investment\nH1 2022;2,5\nH2 2022;2,5\nH1 2023;3\nH2 2023;3\n", IN_MILLIONS),
        ("Spending\n\nyear,spending\n2022,5\n2023,6\nTotal,11\nSource: reports,\n", IN_MILLIONS),
    ],
    ids=["unit", "words", "camel", "units", "multiplier", "exponents", "glued", "named", "wide", "fiscal",
         "days", "index", "numbered", "quarters", "two-columns", "halves", "title"],
)  # fmt: skip
def test_the_same_spending_in_every_shape(file: Path, text: str, choice) -> None:
    series = read(file, text, **choice)
    assert series.currency == "USD"
    assert figures(series) == YEARS


def test_what_was_read_how_is_said(file: Path) -> None:
    series = read(file, "calendarYear,capitalExpenditure,reportedCurrency\n2022,-5,USD\n2023,-6,USD\n")
    assert codes(series) == ["columns_read", "outflows"]
    assert "'calendarYear' as year" in series.notices[0].message
    series = read(file, "Item,2022,2023,TTM\nCapex,5,6,7\n", currency="USD")
    assert codes(series) == ["columns_are_years", "trailing_months"]
    series = read(file, "T\nyear,spending\n2022,5\nTotal,5\n", currency="USD")
    assert codes(series) == ["title", "columns_read", "rows_passed_over"]
    assert codes(read(file, "year,amount,currency\n2022,5,USD\n")) == []


def test_a_year_of_which_a_quarter_is_missing_is_not_added_up(file: Path) -> None:
    text = "year,quarter,value\n" + "".join(f"2022,{q},1\n" for q in (1, 2, 3)) + "2023,1,1\n"
    series = read(file, text, currency="USD")
    assert len(series.periods) == 4
    assert "quarters_summed" not in codes(series)


def test_quarters_of_a_fiscal_year_end_with_it(file: Path) -> None:
    text = "period,capex\n" + "".join(f"Q{q} FY24,1\n" for q in range(1, 5))
    series = read(file, text, currency="USD", year_end=(3, 31))
    assert figures(series) == [("2023-04-01", "2024-03-31", 4)]
    assert series.periods[0].label == "FY2024"


@pytest.mark.parametrize("year", ["FY24", "FY2024", "2023/24", "2023-24", "2023/2024"])
def test_a_fiscal_year_ends_where_it_is_said_to(file: Path, year: str) -> None:
    text = f"year,capex\n{year},5\n"
    assert refused(file, text, currency="GBP").code == "no_year_end"
    assert figures(read(file, text, currency="GBP", year_end=(3, 31))) == [("2023-04-01", "2024-03-31", 5)]


def test_the_column_of_fiscal_years_needs_their_end_too(file: Path) -> None:
    assert refused(file, "fiscal_year,capex\n2024,5\n", currency="GBP").code == "no_year_end"


@pytest.mark.parametrize("separator", [";", "\t", ","])
def test_points_before_three_digits_are_open_in_every_file(file: Path, separator: str) -> None:
    text = (
        separator.join(["year", "amount", "currency"])
        + "\n"
        + separator.join(["2023", "34.330", "EUR"])
        + "\n"
    )
    assert refused(file, text).code == "ambiguous_amount"
    assert read(file, text, decimal=",").total == 34_330
    assert f"{read(file, text, decimal='.').total:.2f}" == "34.33"


def test_a_number_of_a_workbook_or_of_json_is_open_to_nothing(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["Year", "Capex"], [2023, 34.125], [date(2022, 12, 31), "34.125"]):
        book.active.append(row)
    book.save(tmp_path / "prior.xlsx")
    with pytest.raises(InputError) as caught:
        read_spending(tmp_path / "prior.xlsx", choice=Choice(currency="USD"))
    assert (caught.value.code, caught.value.message.split(": ")[0][-2:]) == ("ambiguous_amount", ":3")
    (tmp_path / "prior.json").write_text('[{"year": 2023, "capex": 34.125}]')
    series = read_spending(tmp_path / "prior.json", choice=Choice(currency="USD"))
    assert f"{series.total:.3f}" == "34.125"


@pytest.mark.parametrize(
    "amount", ["32,087 1", "24 512 2", "32087 1", "12 345 6", "32,087 (1)", "32087[1]", "32,087*"]
)
def test_a_footnote_mark_is_no_digit(file: Path, amount: str) -> None:
    assert refused(file, f'year,amount,currency\n2023,"{amount}",CNY\n').code == "bad_amount"


def test_rows_about_several_things_are_no_series(file: Path) -> None:
    found = refused(file, "year,status,amount,currency\n2022,actual,5,USD\n2023,budget,6,USD\n")
    assert (found.code, "'budget' here and 'actual' before" in found.message) == ("several_series", True)
    assert found.message.startswith(f"{file}:3: ")
    series = read(file, "year,country,amount,currency\n2022,France,5,USD\n2023,France,6,USD\n")
    assert len(series.periods) == 2


def test_two_columns_that_may_be_meant_are_both_named(file: Path) -> None:
    found = refused(file, "year,spending,value\n2022,5,6\n", currency="USD")
    assert (found.code, "'spending', 'value'" in found.message) == ("several_columns", True)
    assert read(file, "year,spending,value\n2022,5,6\n", currency="USD", amount="value").total == 6


def test_capital_expenditure_by_its_name_comes_before_its_parts(file: Path) -> None:
    header = "Date,Capital Expenditure,Purchase Of PPE,Change In Account Payable"
    text = f"{header}\n2022-12-31,-5,-4,1\n2023-12-31,-6,-5,2\n"
    assert read(file, text, currency="USD").total == 11
    text = "Item,2022,2023\nPurchase Of PPE,-4,-5\nCapital Expenditure,-5,-6\n"
    assert read(file, text, currency="USD").total == 11


def test_months_are_added_up_to_years_of_which_all_are_there(file: Path) -> None:
    for name, months in (
        ("month", range(1, 13)),
        ("Monat", MONTHS),
        ("mes", [f"{n:02}" for n in range(1, 13)]),
    ):
        rows = "".join(f"2022,{month},5\n" for month in months)
        series = read(file, f"year,{name},capex\n{rows}2023,{months[0]},7\n", currency="USD")
        assert [(p.label, int(p.amount)) for p in series.periods] == [("2022", 60), ("2023-01", 7)]
        assert "quarters_summed" in {notice.code for notice in series.notices}


def test_of_twelve_months_alone_a_year_is_made_and_of_a_month_none(file: Path) -> None:
    rows = "".join(f"2022,{month},5\n" for month in range(1, 12))
    series = read(file, f"year,month,capex\n{rows}", currency="USD")
    assert [period.months for period in series.periods] == [1] * 11
    assert refused(file, "year,month,capex\n2022,13,5\n", currency="USD").code == "bad_date"
    assert refused(file, "fiscal_year,month,capex\n2022,1,5\n", currency="USD").code == "no_year_end"


def test_of_several_rows_under_years_one_is_named(file: Path) -> None:
    text = "Item,2022,2023\nMaintenance,5,6\nGrowth,7,8\n"
    assert refused(file, text, currency="USD").code == "several_rows"
    assert read(file, text, currency="USD", amount="Growth").total == 15


def test_rows_of_one_name_are_taken_out_of_a_long_table(file: Path) -> None:
    rows = "2022,Sales,50\n2022,Capital Expenditure,-5\n2023,Sales,60\n2023,Capital Expenditure,-6\n"
    text = f"year,metric,value\n{rows}"
    assert refused(file, text, currency="USD").code == "several_series"
    assert read(file, text, currency="USD", amount="capital expenditure").total == 11
    assert refused(file, text, currency="USD", amount="capex").code == "no_such_column"


def test_outflows_are_so_where_all_are_or_where_it_is_said(file: Path) -> None:
    text = "year,capex\n2021,0\n2022,-5\n2023,{}\n"
    assert read(file, text.format("-6"), currency="USD").total == 11
    assert read(file, text.format("-0.5"), currency="USD").total == Decimal("5.5")
    found = refused(file, text.format("6"), currency="USD")
    assert (found.code, "--negate" in (found.hint or "")) == ("negative_amount", True)
    assert refused(file, text.format("6"), currency="USD", negate=True).code == "negative_amount"
    assert refused(file, text.format("0.5"), currency="USD", negate=True).code == "negative_amount"
    assert read(file, "year,capex\n2021,0\n2022,0.5\n2023,0.25\n", currency="USD").total == Decimal("0.75")


def test_numbers_of_json_are_outflows_where_they_are_less_than_nothing(file: Path) -> None:
    text = '[{{"year": 2022, "amount": 0}}, {{"year": 2023, "amount": {}}}]'
    assert codes(read(file, text.format("0.5"), currency="USD")) == []
    assert str(read(file, text.format("0.5"), currency="USD").periods[0].amount) == "0"
    assert codes(read(file, text.format("-0.5"), currency="USD")) == ["outflows"]


def test_fifty_rows_tell_whether_one_above_them_has_years_or_figures(file: Path) -> None:
    # With a row more, or without the last, most would have what can be years, and the header be one of them.
    rows = "Sales,1990,2000\n" * 25 + "Tax,5,6\n" * 24 + "Capex,7,8\n" + "Sales,1990,2000\n"
    found = read(file, f"Item,2022,2023\n{rows}", currency="USD")
    assert [(period.label, period.amount) for period in found.periods] == [("2022", 7), ("2023", 8)]


def test_the_currency_said_must_not_contradict_the_one_written(file: Path) -> None:
    assert refused(file, "year,capex,currency\n2022,5,EUR\n", currency="USD").code == "currency_conflict"


def test_the_sheet_with_the_columns_is_found_and_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Notes"
    book.active.append(["Made by hand"])
    for row in (["year", "capex"], [2022, 5], [2023, 6]):
        if "Data" not in book.sheetnames:
            book.create_sheet("Data")
        book["Data"].append(row)
    path = tmp_path / "prior.xlsx"
    book.save(path)
    series = read_spending(path, choice=Choice(currency="USD"))
    assert series.total == 11
    assert "sheet 'Data' is read" in series.notices[0].message
    with pytest.raises(InputError) as caught:
        read_spending(path, choice=Choice(currency="USD", sheet="Notes"))
    assert "'Data'" in (caught.value.hint or "")
    del book["Data"]
    book.save(path)
    with pytest.raises(InputError) as caught:
        read_spending(path, choice=Choice(currency="USD"))
    assert "--sheet" not in (caught.value.hint or "")
    with pytest.raises(InputError) as caught:
        read_spending(path, choice=Choice(sheet="Else"))
    assert caught.value.code == "no_such_sheet"


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("capex", ("", "")), ("Capex (USD m)", ("USD", "m")), ("Value (€ bn)", ("EUR", "bn")),
        ("Investment (EUR'000)", ("EUR", "thousand")), ("capex_2015_prices", None), ("Capex real", None),
        ("total", None), ("number of purchases", None),
    ],
)  # fmt: skip
def test_a_name_is_of_amounts_if_all_its_words_are(name: str, found) -> None:
    assert amount_words(name) == found


@pytest.mark.parametrize(
    "day", ["2023-12-31 00:00:00", "2023-12-31T00:00:00Z", "12/31/2023", "31.12.2023", "31 December 2023"]
)
def test_a_year_ends_on_a_day_in_any_writing_that_can_be_no_other(file: Path, day: str) -> None:
    text = f"Metric,Date,Value,Currency\nCapex,2022-12-31 00:00:00,-5,EUR\nCapex,{day},-6,EUR\n"
    series = read(file, text, amount="Value")
    assert figures(series) == [("2022-01-01", "2022-12-31", 5), ("2023-01-01", "2023-12-31", 6)]


@pytest.mark.parametrize("day", ["12/11/2023", "45291", "2023-12-31 soon"])
def test_a_day_that_can_be_another_is_no_year_end(file: Path, day: str) -> None:
    text = f"Metric,Date,Value,Currency\nCapex,2022-12-31,5,EUR\nCapex,{day},6,EUR\n"
    assert refused(file, text, amount="Value").code == "bad_date"


PLAIN = "year,amount\n2022,5\n2023,6\n"
WIDE = "{},2022,2023\nRevenue,9,9\n{}{},-5,-6\n"


@pytest.mark.parametrize(
    "text",
    [
        f"Capital expenditure (in millions of dollars)\n\n{PLAIN}",
        f"Spending of all departments in US$ million, 2022-2023\n{PLAIN}",
        f"Unit USD m\n{PLAIN}",
        f"Spending, thousands of dollars\n{PLAIN.replace('5', '5000').replace('6', '6000')}",
        f"Investitionen in Mio. USD\n\n{PLAIN.replace(',', ';')}",
        f"Dépenses d’investissement (en millions de dollars)\n{PLAIN}",
        f"{PLAIN}Note: all figures in millions,\n",
        WIDE.format("USD million", "", "Capex"),
        WIDE.format("In millions, except per share".replace(",", ";"), "", "Capex"),
        WIDE.format("Item", "All numbers in millions,,\n", "Capex"),
        WIDE.format("Item", "", "Capital expenditure (USD m)"),
        "Item,Units,2022,2023\nCapex,m,5,6\n",
        "year,amount,unit,scale\n2022,5,USD,millions\n2023,6,USD,millions\n",
        "year,amount,unit_mult\n2022,5,6\n2023,6,6\n",
        "year,amount,Unit,PowerCode Code,PowerCode\n2022,5,US Dollar,6,Millions\n2023,6,USD,6,Millions\n",
    ],
)
def test_a_unit_that_is_said_elsewhere_counts(file: Path, text: str) -> None:
    assert figures(read(file, text, currency="USD")) == YEARS


def test_the_unit_is_said_where_it_was_read(file: Path) -> None:
    series = read(file, f"Capex, in thousands of euros\n{PLAIN}")
    assert series.currency == "EUR"
    (said,) = [notice.message for notice in series.notices if notice.code == "columns_read"]
    assert said.endswith("'in thousands of euros' as unit, in EUR, in thousand")


@pytest.mark.parametrize(
    "title", ["Billion dollar programme", "The million homes of the plan", "Capex (m), in billions"]
)
def test_words_that_may_be_the_unit_are_asked_about(file: Path, title: str) -> None:
    text = f'"{title}",\n{PLAIN}'
    error = refused(file, text, currency="USD")
    assert error.code == "unsure_unit"
    assert "prior.csv:1: " in error.message
    assert [int(p.amount) for p in read(file, text, currency="USD", unit="1").periods] == [5, 6]


@pytest.mark.parametrize(
    "title", ["Projects over 5 million dollars", "10,000 homes in 3 years", "Mexico in 2023"]
)
def test_numbers_in_a_title_are_no_unit(file: Path, title: str) -> None:
    assert [int(p.amount) for p in read(file, f'"{title}",\n{PLAIN}', currency="USD").periods] == [5, 6]


def test_figures_beside_the_years_are_no_unit(file: Path) -> None:
    rows = '"-7,000","-5","-6"', '"-1,28,90,40,000",-5,-6', "000,-5,-6", "Dept 000,-5,-6"
    for row in rows:
        series = read(file, f"Item,TTM,2022,2023\nCapex,{row}\n", currency="USD")
        assert [int(p.amount) for p in series.periods] == [5, 6], row
    for row in ("'000,-5,-6", "£000,-5,-6"):
        series = read(file, f"Item,Note,2022,2023\nCapex,{row}\n", currency="GBP")
        assert [int(p.amount) for p in series.periods] == [5000, 6000], row


@pytest.mark.parametrize("said", ["Defence (% of GDP)", "Capex, percent of sales", "Price index"])
def test_what_counts_no_money_is_refused(file: Path, said: str) -> None:
    for text in (
        f'Country,Indicator,2022,2023\nKenya,"{said}",1.5,1.75\n',
        f'year,indicator,amount\n2022,"{said}",1.5\n2023,"{said}",1.75\n',
    ):
        error = refused(file, text, currency="USD")
        assert (error.code, "prior.csv:2: " in error.message) == ("no_money", True)
        assert len(read(file, text, currency="USD", unit="1").periods) == 2


def test_a_year_without_an_amount_is_passed_over_and_said(file: Path) -> None:
    series = read(file, "Date,Capex\n2023-12-31,-6\n2022-12-31,-5\n2021-12-31,\n", **IN_MILLIONS)
    assert figures(series) == YEARS
    (said,) = [notice.message for notice in series.notices if notice.code == "rows_passed_over"]
    assert said.endswith("prior.csv:4 ('2021-12-31'): no amount")
    assert refused(file, "Date,Capex\n2023-12-31,\n", **IN_MILLIONS).code == "no_rows"


def test_a_sheet_that_says_it_has_one_cell_is_read_to_its_end(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["Capex, USD m"], ["year", "amount"], [2022, 5], [2023, 6]):
        book.active.append(row)
    book.save(tmp_path / "given.xlsx")
    with ZipFile(tmp_path / "given.xlsx") as given, ZipFile(tmp_path / "lying.xlsx", "w") as out:
        for name in given.namelist():
            out.writestr(name, given.read(name).replace(b'ref="A1:B4"', b'ref="A1"'))
    assert figures(read_spending(tmp_path / "lying.xlsx")) == YEARS


@pytest.mark.parametrize(("above", "found"), [(19, True), (20, False)])
def test_the_header_stands_in_the_first_twenty_lines(file: Path, above: int, found: bool) -> None:
    text = "Spending of a firm\n" * above + "year,capex\n2022,5\n2023,6\n"
    if found:
        assert read(file, text, currency="USD").total == 11
    else:
        refused(file, text, currency="USD")


@pytest.mark.parametrize(
    ("notes", "said"), [(3, "('Note 3'): no year"), (4, "and 1 more: no year"), (5, "and 2 more: no year")]
)
def test_of_rows_without_a_year_three_are_named(file: Path, notes: int, said: str) -> None:
    text = "year,capex\n2022,5\n2023,6\n" + "".join(f"Note {n},\n" for n in range(1, notes + 1))
    (notice,) = [each for each in read(file, text, currency="USD").notices if each.code == "rows_passed_over"]
    assert notice.message.endswith(said)


@pytest.mark.parametrize(
    ("word", "power"), [("tusen", 3), ("miljoner", 6), ("miljarder", 9), ("biljoner", 12)]
)
def test_a_scale_is_read_in_other_languages(file: Path, word: str, power: int) -> None:
    assert int(read(file, f"Capex in {word} USD\n\n{PLAIN}").total) == 11 * 10**power


@pytest.mark.parametrize(("scale", "asked"), [("mn", False), ("mio", True)])
def test_a_scale_of_three_letters_in_a_title_may_be_the_unit(file: Path, scale: str, asked: bool) -> None:
    text = f"The {scale} homes of the plan\n\n{PLAIN}"
    if asked:
        assert refused(file, text, currency="USD").code == "unsure_unit"
    else:
        assert read(file, text, currency="USD").total == 11


@pytest.mark.parametrize(("amount", "read_"), [("9" * 30, True), ("1" + "0" * 30, False), ("1e30", False)])
def test_an_amount_has_thirty_digits_at_most(file: Path, amount: str, read_: bool) -> None:
    text = f"year,amount\n2022,{amount}\n2023,6\n"
    if read_:
        assert int(read(file, text, currency="USD", unit="1").periods[0].amount) == int(amount)
    else:
        assert refused(file, text, currency="USD", unit="1").code == "bad_amount"


@pytest.mark.parametrize(("above", "separator"), [("", ","), ("x\n", ";")])
def test_fifty_lines_tell_what_parts_the_cells(above: str, separator: str) -> None:
    # As many lines have the one as the other, if the last counts; then it is a comma.
    assert separator_of(above + "a;b\n" * 25 + "a,b\n" * 25) == separator


@pytest.mark.parametrize(("part", "months"), [("H1", 6), ("H2", 6), ("Q4", 3), ("H3", None)])
def test_a_year_has_two_halves_and_four_quarters(part: str, months: int | None) -> None:
    found = stretch_of(f"{part} 2023", "", year_end=None)
    assert (found and found.part) == months
