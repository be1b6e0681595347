"""Which rows and columns of other people's tables count: all of these are small ones in their shapes."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from capexcalc.commands.prior import unlikely
from capexcalc.errors import CapexcalcError, InputError
from capexcalc.finance.spending import SpendingSeries
from capexcalc.finance.spending_choice import distinct
from capexcalc.finance.spending_columns import Choice
from capexcalc.finance.spending_file import read_spending


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "prior.csv"


def read(file: Path, text: str, **choice) -> SpendingSeries:
    file.write_text(text, "utf-8")
    return read_spending(file, choice=Choice(**{"currency": "USD", **choice}))


def refused(file: Path, text: str, **choice) -> InputError:
    with pytest.raises(InputError) as caught:
        read(file, text, **choice)
    return caught.value


def codes(series: SpendingSeries) -> list[str]:
    return [notice.code for notice in series.notices]


LONG = (
    "land,item,year,value\nPera,schools,2022,5\nPera,roads,2022,7\nTolu,schools,2022,9\nPera,schools,2023,6\n"
)


def test_only_the_rows_with_each_text_in_a_cell_count(file: Path) -> None:
    assert read(file, LONG, only=("Pera", "schools")).total == 11
    found = refused(file, LONG, only=("Pera", "school"))
    assert (found.code, "'school'" in found.message) == ("no_such_row", True)
    wide = "land,item,2022,2023\nPera,roads,7,7\nPera,schools,5,6\nTolu,schools,9,9\n"
    assert read(file, wide, only=("Pera", "schools")).total == 11
    assert refused(file, wide, only=("Pera",)).code == "several_rows"


def test_what_keeps_one_of_several_series_is_said(file: Path) -> None:
    text = "country,year,value\nPera,2022,5\nTolu,2022,9\n"
    assert "--only" in (refused(file, text).hint or "")
    assert read(file, text, only=("Tolu",)).total == 9


@pytest.mark.parametrize(
    "body",
    [
        "2012-13,2012,6179\n2013-14,2013,6210\n",  # a year twice, and a figure
        "2013,2012,2000\n2013,2013,1950\n2013,2014,1900\n2013,2015,1900\n",  # nothing but what can be a year
        "9.5,2012,8709.072\n7,2013,8709.072\n",
    ],
)
def test_a_row_of_figures_is_no_header(file: Path, body: str) -> None:
    found = refused(file, "term,when,schools\n" + body)
    assert (found.code, found.message.count("'schools'")) == ("missing_column", 1)
    assert len(read(file, "term,when,schools\n" + body, amount="schools", year="when").periods) > 1


def test_amounts_that_could_be_years_are_amounts_in_a_table_of_years(file: Path) -> None:
    assert read(file, "Item,2022,2023\nCapex,1950,2050\n").total == 4000
    assert read(file, "Item,2022,2023\nSales,1990,2000\nCapex,1950,2050\nTax,5,6\n").total == 4000
    found = refused(file, "Item,2022,2023\nSales,1990,2000\nCapex,1950,2050\nTax,1900,1901\nDebt,5,6\n")
    assert found.code == "missing_column"  # three rows with years, and most: so has the first
    assert read(file, "Of all,firms\nItem,2022,2023\nCapex,5,6\n").total == 11
    assert read(file, "Item,2022,2023\nSales,1990,3000\nCapex,1950,2050\nTax,5,1900\n").total == 4000


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("schools,2022,5\nroads,2022,-7\n", "several_series"),  # and not that the one is negative
        ("schools,2022,5\nroads,2022,5\n", None),
        ("schools,2022,5\nroads,2023,5\n", None),
        ("1,2022,5\n2,2022,7\n", "restated"),
    ],
)
def test_two_rows_of_a_year_are_told_apart_by_the_text_that_differs(file: Path, rows: str, said) -> None:
    if said is None:
        assert read(file, f"Name,year,value\n{rows}").total
        return
    with pytest.raises(CapexcalcError) as caught:
        read(file, f"Name,year,value\n{rows}")
    assert caught.value.code == said


def test_below_a_header_with_years_is_no_other(file: Path) -> None:
    rows = "Tolu,2006,2086\nTolu,2007,2634\n"
    found = refused(file, f"Land,Year,Resources needed\n{rows}")
    assert (found.code, "'Resources needed'" in found.message) == ("missing_column", True)
    assert read(file, "Report,date,\n\nLand,2006,2007\nTolu,5,6\n", amount="Tolu").total == 11


def test_a_column_that_repeats_another_is_passed_over(file: Path) -> None:
    assert read(file, "CODE,Code,TIME,Time,Value\nA,schools,2022,2022,5\nA,schools,2023,2023,6\n").total == 11
    assert refused(file, "TIME,Time,Value\n2022,2021,5\n").code == "repeated_column"


def test_a_column_of_years_that_is_not_there_is_not_guessed(file: Path) -> None:
    assert refused(file, "year,value\n2022,5\n", year="when").code == "no_such_column"


def test_where_no_row_has_an_amount_the_columns_are_asked_about(file: Path) -> None:
    found = refused(file, "year,value,other\n2022,,5\n2023,,6\n")
    assert (found.code, "no row" in found.message) == ("no_rows", True)


SECTIONS = "{}\n,schools,Total\n,In millions,\n2022,1,5\n2023,1,6\nShare,,\n2022,0.1,0.5\n2023,0.1,0.6\n"


def test_the_part_of_a_table_that_counts_no_money_is_passed_over_and_said(file: Path) -> None:
    text = SECTIONS.format("Outlays,,").replace("Share", "In per cent of GDP")
    series = read(file, text, amount="Total")
    assert (series.total, "rows_passed_over" in codes(series)) == (11_000_000, True)
    with pytest.raises(Exception, match="different amounts"):  # what the second part counts is not said
        read(file, SECTIONS.format("Outlays,,"), amount="Total")
    found = refused(file, "year,value\n,in % of GDP\n2022,0.5\n")
    assert found.code == "no_money"


def test_a_sheet_of_several_is_found_by_the_amounts_that_are_asked_for(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["How this was made"])
    for name, column in (("Revenues", "Taxes"), ("Outlays", "Total")):
        sheet = book.create_sheet(name)
        for row in (["", column], ["", "In billions of dollars"], [2022, 5], [2023, 6.5]):
            sheet.append(row)
    book.save(tmp_path / "prior.xlsx")
    series = read_spending(tmp_path / "prior.xlsx", choice=Choice(currency="USD", amount="Total"))
    assert series.total == 11_500_000_000
    assert "sheet 'Outlays' is read, of 'Sheet', 'Revenues', 'Outlays'" in series.notices[0].message


@pytest.mark.parametrize(
    ("name", "choice", "total"),
    [
        ("schools_mn", {}, 11_000_000),
        ("Schools (million US$)", {}, 11_000_000),
        ("schools USD m", {}, 11_000_000),
        ("schools_M", {"unit": "m"}, 11_000_000),
        ("schools_M", {"unit": "1"}, 11),
        ("schools", {}, 11),
        ("M", {}, 11),
        ("mn", {}, 11_000_000),
    ],
)
def test_the_name_of_the_amounts_may_say_their_unit(file: Path, name: str, choice, total: int) -> None:
    assert read(file, f"year,{name}\n2022,5\n2023,6\n", amount=name, **choice).total == total


def test_a_letter_that_may_be_a_unit_is_asked_about(file: Path) -> None:
    found = refused(file, "year,schools_M\n2022,5\n", amount="schools_M")
    assert (found.code, "'schools_M'" in found.message) == ("unsure_unit", True)


def test_what_rows_are_about_may_say_the_unit_or_that_it_is_no_money(file: Path) -> None:
    text = "indicator,year,value\nOutlays ({}),2022,5\nOutlays ({}),2023,6\n"
    assert read(file, text.replace("{}", "US$ million")).total == 11_000_000
    assert refused(file, text.replace("{}", "million PPP$")).code == "no_money"


@pytest.mark.parametrize("name", ["Spending (% of GDP)", "Defence as a percent of GDP", "outlays, index"])
def test_a_column_that_is_no_money_is_refused_by_its_name(file: Path, name: str) -> None:
    text = f'year,"{name}"\n2022,3.5\n'
    assert refused(file, text, amount=name).code == "no_money"
    assert read(file, text, amount=name, unit="1").total == Decimal("3.5")


def test_what_stands_among_the_years_and_is_none_is_said(file: Path) -> None:
    series = read(file, "Item,1975,1976,TQ,1977,Rank\nCapex,5,6,2,7,1\n")
    assert series.total == 18
    (said,) = (notice.message for notice in series.notices if notice.code == "column_passed_over")
    assert ("'TQ'" in said, "Rank" in said) == (True, False)


def test_a_past_a_thousand_times_too_small_may_lack_its_unit() -> None:
    assert [notice.code for notice in unlikely(Decimal("1000.1"))] == ["scale_suspect"]
    assert not list(unlikely(Decimal(1000)))


@pytest.mark.parametrize(("row", "name"), [(["2022", "2022"], ""), (["2022"], "Time")])
def test_a_column_that_a_row_is_too_short_for_repeats_none(row: list[str], name: str) -> None:
    assert distinct(["TIME", "Time"], [("row 2", row)]) == ["TIME", name]
