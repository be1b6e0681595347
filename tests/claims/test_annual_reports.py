"""What annual reports and speeches tell beside their figures, and do not mean of them."""

from __future__ import annotations

import pytest

from capexcalc.rates.book import RateBook

from .test_charity import verdicts


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        # The last of a list has no sum of its own.
        ("en", "It placed a 400m euro bond, a 300m euro loan and sold three ferries, 950m euros in all.", []),
        ("en", "It placed a 400m euro bond and a 300m euro loan, 950m euros in all.", ["refuted"]),
        (
            "en",
            "It placed a 400m euro bond and a 300m euro loan for ferries, 700m euros in all.",
            ["supported"],
        ),
        (
            "de",
            "Es flossen 400 Mio. Euro, 300 Mio. Euro und drei gute alte Fähren, insgesamt 950 Mio. Euro.",
            [],
        ),
        ("de", "Es flossen 400 Mio. Euro und 300 Mio. Euro, insgesamt 950 Mio. Euro.", ["refuted"]),
        ("ru", "Дали 400 млн рублей, 300 млн рублей и ещё три старых парома, всего 950 млн рублей.", []),
        ("ru", "Дали 400 млн рублей и 300 млн рублей, всего 950 млн рублей.", ["refuted"]),
        # The price of one is no part.
        ("en", "It bought 120m euros of its stock at a price of 150 euros for a total of 640m euros.", []),
        (
            "en",
            "It bought 120m euros of its stock and 150m euros of bonds for a total of 640m euros.",
            ["refuted"],
        ),
        # One is a part of another.
        (
            "en",
            "It spent 30m euros: 20m euros on a firm, 8m euros of it debt and 10m euros on ships.",
            [],
        ),
        (
            "en",
            "It spent 33m euros: 20m euros on a firm, 8m euros on debt and 10m euros on ships.",
            ["refuted"],
        ),
        ("es", "Gastó 30 M€: 20 M€ en una firma, 8 M€ de deuda y 10 M€ en barcos.", []),
        # The sentence after it goes on with the parts.
        (
            "en",
            "It has 950m euros: 500m euros in cash and 150m euros in bonds. It also has 300m euros lent.",
            [],
        ),
        ("en", "It has 950m euros: 500m euros in cash and 150m euros in bonds.", ["refuted"]),
        (
            "en",
            "It has 950m euros: 500m euros in cash and 150m euros in bonds. It also has 500m euros lent.",
            ["refuted"],
        ),
        ("fr", "Il a 950 M€ : 500 M€ en caisse et 150 M€ de titres. Il a aussi 300 M€ prêtés.", []),
        # A year may have so much, and all years less.
        ("en", "It pays up to 1.2m euros a year for 15 years (12m euros at most).", []),
        ("en", "It pays up to 1.2m euros a year for 15 years (22m euros at most).", ["refuted"]),
        ("en", "It pays 1.2m euros a year for 15 years (12m euros in all).", ["refuted"]),
        ("de", "Er zahlt bis zu 1,2 Mio. Euro pro Jahr für 15 Jahre, insgesamt 12 Mio. Euro.", []),
        ("de", "Er zahlt 1,2 Mio. Euro pro Jahr für 15 Jahre, insgesamt 12 Mio. Euro.", ["refuted"]),
        # A share of this sum, whose part is not told.
        ("en", "It will owe 900m euros over six years. It means to save 2% of this 150m euros.", []),
        ("en", "It will owe 900m euros over six years. It saves a third of this, 150m euros.", ["refuted"]),
        ("de", "Sie zahlt 900 Mio. Euro. Sie will 2 Prozent von diesen 150 Mio. Euro sparen.", []),
        # Each share is one of a sum of its own.
        ("en", "It pays 90% of the first 600 euros, plus 32% of what is earned up to 3,000 euros.", []),
        ("en", "It pays 90% of the first 600 euros, 32% of earnings up to 3,000 euros.", []),
        ("en", "It pays 600 euros, 32% of the 3,000 euros it earned.", ["refuted"]),
        ("fr", "Il verse 90 % des premiers 600 euros, plus 32 % des 3.000 euros gagnés.", []),
        # A price is less than a hundred thousandth of the whole, and no part.
        ("en", "It bought 123m euros of stock at a price of 1,229 euros for a total of 130m euros.", []),
        (
            "en",
            "It bought 123m euros of stock at a price of 1,331 euros for a total of 130m euros.",
            ["refuted"],
        ),
        # Three words or more are an item without a sum.
        (
            "en",
            "It sold 374m euros of bonds, 400m euros of loans and two new notes, totaling 1.01bn euros.",
            [],
        ),
        (
            "en",
            "It sold 374m euros of bonds, 400m euros of loans and two notes, totaling 1.01bn euros.",
            ["refuted"],
        ),
        # A year's money that fits another sum, and one of a sum that tells no span.
        (
            "en",
            (
                "She saved 1,337 euros on fuel, nearly as much as the sum (1,447 euros) that she spent in "
                "three years. Over the last three years she has paid an average of 40.21 euros a month."
            ),
            ["supported"],
        ),
        (
            "en",
            (
                "She saved 1,337 euros on fuel, nearly as much as the sum (1,147 euros) that she spent in "
                "three years. Over the last three years she has paid an average of 40.21 euros a month."
            ),
            ["refuted"],
        ),
        (
            "en",
            (
                "It is owed not only 600m euros but 1.5bn euros over 15 years. "
                "This will be about 60m euros a year."
            ),
            [],
        ),
        ("en", "It is owed 600m euros over 15 years. This will be about 60m euros a year.", ["refuted"]),
    ],
)
def test_what_is_told_of_something_else_accuses_nobody(
    book: RateBook, lang: str, text: str, found: list[str]
) -> None:
    assert [verdict for _, verdict in verdicts(book, text, lang)] == found


# 1 EUR = 1.0776 USD = 0.8566 GBP on that day.
@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("en", "It took 500 euros for either 182.50 marks or 149.50 yen.", []),
        ("en", "It took 182.50 marks or 149.50 yen.", ["refuted"]),
        ("es", "Cuesta o 182 euros o 300 dólares.", []),
        ("es", "Cuesta 182 euros o 300 dólares.", ["refuted"]),
        ("fr", "Il coûte soit 182 euros soit 300 dollars.", []),
        ("fr", "Il coûte 182 euros, soit 300 dollars.", ["refuted"]),
        ("de", "Es kostet entweder 182 Euro oder 300 Dollar.", []),
        ("de", "Es kostet 182 Euro oder 300 Dollar.", ["refuted"]),
        ("ru", "Это стоит или 182 евро, или 300 долларов.", []),
        ("ru", "Это стоит 182 евро, или 300 долларов.", ["refuted"]),
    ],
)
def test_alternatives_are_no_restatement(book: RateBook, lang: str, text: str, found: list[str]) -> None:
    assert [verdict for _, verdict in verdicts(book, text, lang)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It took the mean rate (2023: EUR:USD 1.22; 2022: EUR:USD 1.25), on 5m euros.", []),
        ("It took the hedge rate (2023 EUR:USD 1.15) on 5m euros.", []),
        ("It took EUR/USD of 1.08 for its 5m euros.", ["supported"]),
        ("It took EUR/USD of 10.8 for its 5m euros.", []),  # a price or a rate
        ("It took EUR/USD of 10.80 for its 5m euros.", ["refuted"]),
        ("It paid GBP/USD 5.00m for it.", []),
        # Dinars, pounds and rupees are money of many lands.
        ("It was told at a rate of 264.53 dinars per dollar.", []),
        ("It was told at a rate of six pounds to the dollar.", []),
        ("It was told at a rate of 0.605 dinars to the dollar.", ["refuted"]),  # 0.31 in Kuwait, half of that
        ("It was told at a rate of 0.630 dinars to the dollar.", []),
        ("It was told at a rate of 3.100 dinars to the dollar.", ["refuted"]),  # ten times, within 2 percent
        ("It was told at a rate of 3.200 dinars to the dollar.", []),
        ("It was told at a rate of 1.20 pounds to the dollar.", ["refuted"]),
        ("It was told at a rate of 6.00 yuan to the dollar.", ["refuted"]),
    ],
)
def test_a_rate_of_codes_or_of_an_open_word_accuses_few(book: RateBook, text: str, found: list[str]) -> None:
    assert [verdict for _, verdict in verdicts(book, text)] == found
