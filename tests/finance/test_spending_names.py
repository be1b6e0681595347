"""Columns that change the meaning of a table are told in whatever language people head them."""

from __future__ import annotations

from pathlib import Path

import pytest

from capexcalc.errors import CapexcalcError
from capexcalc.finance.no_total import no_total
from capexcalc.finance.spending import SpendingSeries
from capexcalc.finance.spending_columns import Choice, role_of
from capexcalc.finance.spending_file import read_spending
from capexcalc.finance.spending_scales import read_scale
from capexcalc.finance.spending_years import stretch_of


def read(folder: Path, text: str, saved: str = "utf-8", **said: object) -> SpendingSeries:
    path = folder / "prior.csv"
    path.write_bytes(text.encode(saved))
    return read_spending(path, choice=Choice(**said))  # type: ignore[arg-type]


def refused(folder: Path, text: str, saved: str = "utf-8", **said: object) -> CapexcalcError:
    with pytest.raises(CapexcalcError) as caught:
        read(folder, text, saved, **said)
    return caught.value


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Quartal", "quarter"),
        ("Trimestre", "quarter"),
        ("季度", "quarter"),
        ("Einheit", "unit"),
        ("Unidades", "unit"),
        ("Maßstab", "scale"),
        ("multiplicateur", "scale"),
        ("Währung", "currency"),
        ("devise", "currency"),
        ("通貨", "currency"),
        ("Rok", "year"),
        ("Exercice", "fiscal_year"),
        ("Geschäftsjahr", "fiscal_year"),
        ("mois", "month"),
        ("Quartalsbericht", ""),
        ("Einheitspreis", ""),
        ("Landung", ""),
    ],
)
def test_a_column_has_its_role_in_many_languages(name: str, role: str) -> None:
    assert role_of(name) == role


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("Status", ("Ist", "Plan")),
        ("Statut", ("réalisé", "prévision")),
        ("Land", ("Kenia", "Uganda")),
        ("País", ("Chile", "Perú")),
        ("国家", ("中国", "日本")),
        ("Szenario", ("A", "B")),
    ],
)
def test_rows_about_several_things_make_no_series(name: str, values: tuple[str, str], tmp_path: Path) -> None:
    one, other = values
    text = f"year,amount,currency,{name}\n2021,5,EUR,{one}\n2022,6,EUR,{{}}\n"
    assert refused(tmp_path, text.format(other)).code == "several_series"
    assert read(tmp_path, text.format(one)).total == 11


@pytest.mark.parametrize(
    "name",
    [
        "GDP per capita",
        "gdp_per_capita",
        "PerCapita",
        "cost per pupil",
        "Spending per 1,000 inhabitants",
        "EUR/MWh",
        "USD / t",
        "€/km",
        "Ausgaben pro Kopf",
        "Kosten je Einwohner",
        "dépenses par habitant (EUR)",
        "gasto por habitante",
        "R$ por aluno",
        "spesa per abitante",
        "spesa pro capite",
        "uitgaven per inwoner",
        "kostnad per invånare",
        "utgifter pr. innbygger",
        "wydatki na mieszkańca",
        "výdaje na osobu",
        "расходы на душу населения",
        "人均支出",
        "一人当たり支出",
        "1인당 지출",
        "spending per month",
        "cumulative capex",
        "CapexYTD",
        "kumulierte Ausgaben",
        "gasto acumulado",
        "累計支出",
    ],
)
def test_an_amount_for_each_of_something_is_no_spending(name: str, tmp_path: Path) -> None:
    text = f'year,"{name}"\n2021,5\n2022,6\n'
    error = refused(tmp_path, text, amount=name, currency="USD")
    assert (error.code, repr(name) in error.message) == ("no_total", True)
    assert read(tmp_path, text, amount=name, currency="USD", unit="1").total == 11


@pytest.mark.parametrize(
    "name",
    [
        "spending per year",
        "capex per annum",
        "outlays as per budget",
        "spese per investimenti",
        "CAPEX/OPEX",
        "capex (US$/EUR)",
        "Personal expenditure",
        "Ausgaben pro Jahr",
        "Ausgaben je Ressort",
        "dépenses par an",
        "gasto por año",
        "spending on households",
        "head office spending",
        "per diem",
        "date of payment",
        "Aktuelle Ausgaben",
        "výdaje na rok",
    ],
)
def test_an_amount_of_a_year_or_of_a_purpose_is_one(name: str) -> None:
    assert not no_total(name)


@pytest.mark.parametrize("name", ["Quote in Prozent", "en pour cent", "por ciento del PIB", "índice", "指数"])
def test_what_is_no_money_is_refused_in_many_languages(name: str, tmp_path: Path) -> None:
    assert refused(tmp_path, f"year,{name}\n2021,5\n", amount=name, currency="USD").code == "no_money"


@pytest.mark.parametrize(
    ("name", "code", "total"),
    [
        ("Výdaje (mil. Kč)", "CZK", 5_000_000),
        ("Výdaje v tis. Kč", "CZK", 5_000),
        ("Utgifter (MSEK)", "SEK", 5_000_000),
        ("TEUR", "EUR", 5_000),
        ("Kosten T€", "EUR", 5_000),
        ("Valor (R$ mil)", "BRL", 5_000),
        ("Valor (R$ milhões)", "BRL", 5_000_000),
        ("Gider (milyon TL)", "TRY", 5_000_000),
        ("Capex INR Cr", "INR", 50_000_000),
        ("支出（億円）", "JPY", 500_000_000),
        ("支出(百万円)", "JPY", 5_000_000),
        ("金额（万元）", "CNY", 50_000),
        ("Metropolitan spending", "USD", 5),
        ("Center spending", "USD", 5),
        ("Central grants", "USD", 5),
        ("Phase 12 m spending", "USD", 5),
        ("spending MALE", "USD", 5),
        ("spend (nominal)", "USD", 5),
    ],
)
def test_a_scale_in_the_name_of_a_column_is_read_as_the_reader_has_it(
    name: str, code: str, total: int, tmp_path: Path
) -> None:
    series = read(tmp_path, f"year,{name}\n2021,5\n", amount=name, currency=code)
    assert (series.currency, series.total) == (code, total)


@pytest.mark.parametrize(
    "name",
    [
        "Gasto (miles de €)",
        "Spesa (migliaia di euro)",
        "Uitgaven (x 1 mln euro)",
        "Kiadás (MFt)",
        "cost (CR)",
        "Kosten x 1.000",
        "capex (pence)",
        "value in cents",
        "Gasto (céntimos)",
        "kost (öre)",
        "Amount (10k USD)",
    ],
)
def test_what_may_be_a_scale_and_is_not_read_is_asked_about(name: str, tmp_path: Path) -> None:
    text = f'year,"{name}"\n2021,5\n'
    assert refused(tmp_path, text, amount=name, currency="EUR").code == "unsure_unit"
    assert read(tmp_path, text, amount=name, currency="EUR", unit="thousand").total == 5000


@pytest.mark.parametrize(
    ("title", "total"),
    [("Výdaje (v mil. Kč)", 5_000_000), ("単位：億円", 500_000_000), ("Bilanz in TEUR", 5000)],
)
def test_a_scale_in_a_title_is_read_too(title: str, total: int, tmp_path: Path) -> None:
    assert read(tmp_path, f"{title}\nyear,Betrag\n2021,5\n", amount="Betrag", unit=None).total == total


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("tys", ("", "thousand")), ("lakh INR", ("INR", "lakh")), ("mil. Kč", ("CZK", "m")),
        ("Cr INR", ("INR", "crore")), ("mrd", ("", "bn")), ("兆円", ("JPY", "trillion")),
        ("万元", ("CNY", "万元")), ("hundred", ("", "hundred")),
        ("ten", None), ("CR", None), ("T€", ("EUR", "thousand")), ("", None), ("3 m", None),
    ],
)  # fmt: skip
def test_a_scale_has_one_name_whatever_it_is_called(phrase: str, said: tuple[str, str] | None) -> None:
    assert read_scale(phrase) == said


@pytest.mark.parametrize(
    "title",
    [
        "Bedragen x 1.000",
        "in 1 000 EUR",
        "Bedragen × € 1.000.000",
        "RMB 10000",
        "(Unit: 100 million yen)",
        "in 10 thousand yuan",
    ],
)
def test_thousands_of_a_title_in_figures_are_asked_about(title: str, tmp_path: Path) -> None:
    text = f"{title}\nyear,amount,currency\n2021,5,EUR\n"
    assert refused(tmp_path, text).code == "unsure_unit"
    assert read(tmp_path, text, unit="thousand").total == 5000
    assert read(tmp_path, text.replace("1", "over 5", 1)).total == 5


def test_a_series_may_begin_long_before_1800(tmp_path: Path) -> None:
    text = "year,amount,currency\n1692,5,GBP\n1693,6,GBP\n2022,7,GBP\n"
    assert [p.start.year for p in read(tmp_path, text).periods] == [1692, 1693, 2022]
    assert refused(tmp_path, text.replace("1692", "0999")).code == "bad_date"
    text = "Item,{},1799,1800,1801\nSpending,5,6,7,8\n"
    assert read(tmp_path, text.format(1000), currency="GBP").total == 26
    assert refused(tmp_path, text.format(999), currency="GBP").code == "missing_column"


@pytest.mark.parametrize(
    ("encoding", "name"), [("cp932", "金額"), ("cp1250", "Výše"), ("utf-16-le", "Montant")]
)
def test_a_table_is_read_in_the_encoding_that_is_named(encoding: str, name: str, tmp_path: Path) -> None:
    text = f"year,{name},currency\n2021,5,JPY\n2022,6,JPY\n"
    assert read(tmp_path, text, encoding, amount=name, encoding=encoding).total == 11


def read_as(folder: Path, data: bytes, encoding: str | None) -> str:
    (folder / "prior.csv").write_bytes(data)
    with pytest.raises(CapexcalcError) as caught:
        read_spending(folder / "prior.csv", choice=Choice(encoding=encoding))
    return f"{caught.value.code} {caught.value.message} {caught.value.hint}"


def test_a_table_that_is_not_so_encoded_is_named_with_its_line(tmp_path: Path) -> None:
    data = "year,amount,note\n2021,5,ž\n".encode("cp1250")
    assert "--encoding cp1252" in read_as(tmp_path, data, None)
    assert read_as(tmp_path, data, "ascii").startswith("other_encoding")
    assert "prior.csv:2: not ascii text" in read_as(tmp_path, data, "ascii")
    assert read_as(tmp_path, b" \n", "cp1250").startswith("empty_file")


def test_what_is_said_of_a_file_of_another_kind_is_refused(tmp_path: Path, prior_xlsx: Path) -> None:
    error = refused(tmp_path, "year,amount,currency\n2021,5,EUR\n", sheet="Capex")
    assert (error.code, "--sheet says nothing" in error.message) == ("usage", True)
    with pytest.raises(CapexcalcError, match="--encoding says nothing"):
        read_spending(prior_xlsx, choice=Choice(encoding="cp1252"))
    assert read_spending(prior_xlsx, choice=Choice(sheet="Capex")).total == 5


@pytest.fixture
def prior_xlsx(tmp_path: Path) -> Path:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.title = "Capex"
    for row in (("year", "amount", "currency"), (2021, 5, "EUR")):
        book.active.append(row)
    book.save(tmp_path / "prior.xlsx")
    return tmp_path / "prior.xlsx"


@pytest.mark.parametrize(
    ("cell", "label"),
    [
        ("T1 2023", "Q1 2023"),
        ("4T23", "Q4 2023"),
        ("K2 2023", "Q2 2023"),
        ("S1 2023", "H1 2023"),
        ("2S 2023", "H2 2023"),
        ("1. Quartal 2023", "Q1 2023"),
        ("3º trimestre de 2023", "Q3 2023"),
        ("2e semestre 2023", "H2 2023"),
        ("1st half of 2023", "H1 2023"),
        ("T5 2023", None),
        ("S3 2023", None),
        ("1. Quartil 2023", None),
    ],
)
def test_parts_of_years_are_told_as_several_languages_have_them(cell: str, label: str | None) -> None:
    found = stretch_of(cell, "prior.csv:2", year_end=None)
    assert (found and found.label) == label


@pytest.mark.parametrize(
    ("name", "months"), [("Halbjahr", [6, 6]), ("semestre", [6, 6]), ("Quartal", [3, 3])]
)
def test_a_number_in_a_column_of_halves_is_half_a_year(name: str, months: list[int], tmp_path: Path) -> None:
    text = f"year,{name},amount,currency\n2022,2,5,EUR\n2023,1,6,EUR\n"
    assert [period.months for period in read(tmp_path, text).periods] == months
    whole = f"year,{name},amount,currency\n2023,1,5,EUR\n2023,2,6,EUR\n"
    assert len(read(tmp_path, whole).periods) == (1 if months == [6, 6] else 2)


@pytest.mark.parametrize("name", ["2024e", "2024 (Plan)", "2022 (retraité)"])
def test_a_column_that_is_a_year_in_part_is_told(name: str, tmp_path: Path) -> None:
    series = read(tmp_path, f"Item,2021,2023,{name},Rank 7\nCapex,5,6,7,1\n", currency="USD")
    assert series.total == 11
    (said,) = (notice.message for notice in series.notices if notice.code == "column_passed_over")
    assert repr(name) in said
    assert "Rank" not in said


@pytest.mark.parametrize("cell", ["n/a", "-", "–", "..", ":", "k.A.", "s/d", ""])
def test_what_stands_for_no_amount_is_passed_over_and_told(cell: str, tmp_path: Path) -> None:
    series = read(tmp_path, f"year,amount,currency\n2021,5,EUR\n2022,{cell},EUR\n2023,6,EUR\n")
    assert series.total == 11
    (said,) = (notice.message for notice in series.notices if notice.code == "rows_passed_over")
    assert said.endswith("prior.csv:3 ('2022'): no amount")


@pytest.mark.parametrize("cell", ["five", "-?", "n/a EUR", "x1"])
def test_any_other_cell_without_an_amount_is_none(cell: str, tmp_path: Path) -> None:
    assert refused(tmp_path, f"year,amount,currency\n2021,5,EUR\n2022,{cell},EUR\n").code == "bad_amount"


def test_a_currency_in_a_header_is_contradicted_by_no_column_and_nobody(tmp_path: Path) -> None:
    text = "year,amount_usd_m,{}\n2021,5,{}\n"
    assert refused(tmp_path, text.format("currency", "KES")).code == "currency_conflict"
    assert read(tmp_path, text.format("currency", "US Dollar")).total == 5_000_000
    assert refused(tmp_path, text.format("note", ""), currency="EUR").code == "currency_conflict"
    assert read(tmp_path, text.format("note", ""), currency="usd").currency == "USD"


@pytest.mark.parametrize(("unit", "said"), [("bn", "in USD, in bn"), ("1", "in USD"), (None, "in USD, in m")])
def test_the_unit_that_counts_is_the_one_that_is_told(unit: str | None, said: str, tmp_path: Path) -> None:
    series = read(tmp_path, "year,capex_usd_m\n2021,5\n", unit=unit)
    (notice,) = (notice for notice in series.notices if notice.code == "columns_read")
    assert notice.message.endswith(f"as amount, {said}")


@pytest.mark.parametrize("text", ["Razem", "Итого", "Toplam", "合计", "I alt 2021", "Összesen", "المجموع"])
def test_a_total_is_passed_over_in_many_languages(text: str, tmp_path: Path) -> None:
    series = read(tmp_path, f"year,amount,currency\n2021,5,EUR\n2022,6,EUR\n{text},11,EUR\n")
    assert series.total == 11
    assert [notice.code for notice in series.notices] == ["rows_passed_over"]


@pytest.mark.parametrize("text", ["Summertime", "Totalitarian", "2021年度"])
def test_what_is_no_total_and_no_year_is_asked_about(text: str, tmp_path: Path) -> None:
    assert refused(tmp_path, f"year,amount,currency\n2021,5,EUR\n{text},11,EUR\n").code == "bad_date"
    assert read(tmp_path, "year,amount,currency\n2021年,5,EUR\n2022년,6,EUR\n").total == 11


@pytest.mark.parametrize("code", ["TN", "MN", "BN"])
def test_two_capitals_alone_may_be_a_land(code: str, tmp_path: Path) -> None:
    tables = (
        (f"country,year,value\n{code},2021,5\n{code},2022,6\n", None),
        (f"Country,2021,2022\n{code},5,6\n", code),
        (f"year,{code},US\n2021,5,50\n2022,6,60\n", code),
    )
    for text, amount in tables:
        assert refused(tmp_path, text, amount=amount, currency="USD").code == "unsure_unit"
        assert read(tmp_path, text, amount=amount, currency="USD", unit="1").total == 11
        assert read(tmp_path, text.replace(code, "TX"), amount=amount and "TX", currency="USD").total == 11


@pytest.mark.parametrize(
    ("name", "parts"), [("month", "Jan Feb"), ("Quartal", "Q1 Q2"), ("semestre", "S1 S2")]
)
def test_a_total_among_parts_of_years_is_passed_over(name: str, parts: str, tmp_path: Path) -> None:
    rows = "".join(f"2021,{part},5,EUR\n" for part in (*parts.split(), "Total"))
    series = read(tmp_path, f"year,{name},amount,currency\n{rows}")
    assert series.total == 10
    (said,) = (notice.message for notice in series.notices if notice.code == "rows_passed_over")
    assert said.endswith("prior.csv:4 ('Total'): no year")
