"""The sentences in English, by code: templates with named places, which the other files of this room fill."""

from __future__ import annotations

from collections.abc import Mapping

from ...words import Template

CITATION: Template = "{verdict}: {reason}."
CITATION_WITH_HINT: Template = "{verdict}: {reason}; {hint}."

VERDICTS: Mapping[str, Template] = {
    "supported": "Supported",
    "close": "Close",
    "refuted": "Refuted",
    "not_enough_info": "Not enough info",
}

# By reason code; a variant of a sentence stands after a point.
REASONS: Mapping[str, Template] = {
    "equivalence_at_rate": "{subject} was {computed} at {rates}; {written}",
    "equivalence_at_rate.taken": (
        "taking the currency that fits, of those the words leave open, "
        "{subject} was {computed} at {rates}; {written}"
    ),
    "equivalence_at_rate.told": (
        '{subject} is {computed} at the rate the text states itself, "{told}"; {written}'
    ),
    "equivalence_at_rate.period": (
        "{subject} was {computed} from {start} to {end}, the time the text names, at {rates}; {written}"
    ),
    "equivalence_at_rate.day": (
        "{subject} was {computed} on {start}, the day the text names, at {rates}; {written}"
    ),
    "equivalence_undated": 'no date is given: "{words}" for {subject} fits {when}, and not the newest',
    "equivalence_undated.more": (
        'no date is given: "{words}" for {subject} fits {when}, and {others} before, and not the newest'
    ),
    "rate_at_market": "1 {base} was {computed} at {rates}; {written}",
    "official_rate": (
        "the figure does not fit {rates}, the official rate of {currency} ({authority}); "
        "the market rate, which was far from it, is not known here"
    ),
    "official_rate.multiple": (
        "the figure does not fit {rates}, one of several official rates of {currency} ({authority}); "
        "the market rate, which was far from them, is not known here"
    ),
    "annual_even": "{subject} spread evenly over {span} is {computed} {per}; {written}",
    "annual_even.converted": (
        "{subject} spread evenly over {span} is {computed} {per} at {rates}; {written}"
    ),
    "exceeds_prior_total": "{subject} is {relation} the {total} spent from {start} to {end} ({source})",
    "exceeds_prior_total.assumed": (
        "taking the commitment the text names elsewhere, "
        "{subject} is {relation} the {total} spent from {start} to {end} ({source})"
    ),
    "record_year": (
        "{value} is {relation} the {largest} of {label}, the largest year since {since} ({source})"
    ),
    "record_year.yearly": (
        "{value} a year on average is {relation} the {largest} of {label}, "
        "the largest year since {since} ({source})"
    ),
    "told_before": "{subject} is {relation} the {total} that the text gives for before",
    "told_before.sum": "{subject} is {relation} the {total} that the text gives for before ({parts})",
    "change": "{new} after {old} is {change}; {written}",
    "difference": "{larger} - {smaller} = {computed}; {written}",
    "share": "{part} of {whole} is {computed}; {written}",
    "sum": "{parts} = {total}; {written}",
    "product": "{count} x {each} = {total}; {written}",
    "valuation": "{price} for {said} makes the whole {computed}; {written}",
    "valuation.before": "{price} for {said} makes the whole {computed} before that was paid in; {written}",
    "no_span": "the text gives no number of years to spread the total over",
    "no_percentage": "there is no percentage from {old} to {new}",
    "no_share": "{part} is no share of {whole}",
    "no_prior": "what was spent in the years before {before} is missing: give it with --prior",
    "no_prior.months": "what was spent in the {span} before {before} is missing: give it with --prior",
    "no_single_year": "the past spending given holds no single years",
    "not_spending.comparison": (
        "the text does not say that this comparison is one of the spending given with --prior ({source})"
    ),
    "not_spending.record": (
        "the text does not say that this record is one of the spending given with --prior ({source})"
    ),
    "missing_rate": "{message}",
    "missing_rate.help": "{message} ({help})",
    "missing_past": "{message}",
    "missing_past.help": "{message} ({help})",
}

# What a figure or a rate may have been on the market about the day.
BAND: Template = "{figure} ({low} to {high} at the rates of those days)"
# Days on which a figure fits.
DAYS: Mapping[str, Template] = {"one": "the rate of {start}", "several": "the rates of {start} to {end}"}

CONVERTED: Template = "{subject} ({converted} at {rates})"
RELATIONS: Mapping[bool, Template] = {True: "more than", False: "not more than"}
WITH_ROUNDING: Template = "{figure} ({low} to {high} with their rounding)"

# How an amount that the text states relates to the computed one.
AMOUNT_WRITTEN: Mapping[str, Template] = {
    "supported": '"{words}" is that figure rounded',
    "band": '"{words}" is one of those figures rounded',
    "parts": '"{words}" is within the rounding of its parts',
    "high": '"{words}" stands for {low} to {high} {currency}, {apart}% too high',
    "low": '"{words}" stands for {low} to {high} {currency}, {apart}% too low',
    "high.bare": '"{words}" stands for {low} to {high} {currency}, too high',
    "low.bare": '"{words}" stands for {low} to {high} {currency}, too low',
}

# How an exchange rate that the text states relates to the market's.
RATE_WRITTEN: Mapping[str, Template] = {
    "supported": '"{words}" holds',
    "close": '"{words}" is {apart}% off',
    "refuted": '"{words}" is {apart}% off',
    "close.bare": '"{words}" is less than {least}% off',
    "not_enough_info": '"{words}" is of a day that is not given',
}

# How a share or a change relates, and what is said of it.
PROPORTION_WRITTEN: Mapping[str, Template] = {
    "supported": "{said} fits",
    "close": "{said} is near",
    "wide": "{said} is true to the letter, but wide of it",
    "refuted": "{said} does not fit",
}
SAID: Mapping[str, Template] = {
    "share": '"{words}"',
    "rise": 'a rise of "{words}"',
    "fall": 'a fall of "{words}"',
}

CHANGES: Mapping[str, Template] = {
    "multiple": "{figure} times as much",
    "less": "{figure} less",
    "more": "{figure} more",
    "either": "{figure}",
}

# By hint code.
HINTS: Mapping[str, Template] = {
    "wrong_scale.small": "the figure is {times} times too small",
    "wrong_scale.large": "the figure is {times} times too large",
    "wrong_currency": "it fits {fits}, not {written}: {amount} is {converted}",
    "other_date": "it fits the rate of {start}, when {amount} was {converted}",
    "other_date.stretch": ("it fits the rates of {start} to {end}: on {observed} {amount} was {converted}"),
    "inverted_rate": (
        "it fits the rate turned round: 1 {quote} was taken for {rate} {base}, but 1 {base} is {rate} {quote}"
    ),
    "annual_for_total.total": "it fits the total of {span}, not a year of it",
    "annual_for_total.year": "it fits one year of {span}, not the total",
    "other_span": "it fits {years} years, not {span}",
    "other_definition.largest": "it is more than the largest year alone, {label} ({spent}), not than all",
    "other_definition.last": "it is more than the last year alone, {label} ({spent}), not than all",
}
SHOULD_READ: Template = "{hint}; it should read {figure}"
CURRENCY: Template = "{code} ({name})"

# A rate, and what a currency became that lost zeros under one code.
EQUATION: Template = "1 {base} = {rate} {quote}"
BECAME: Template = "{rate} {old} became 1 {new}"

# Whose a rate is and of which date; of a legal fact its authority, and since when.
PROVENANCE: Mapping[str, Template] = {
    "day": "{source}, {day}",
    "weekly": "{source}, weekly, {day}",
    "fortnightly": "{source}, fortnightly, {day}",
    "monthly": "{source}, average of {month}",
    "annual": "{source}, average of {year}",
    "law": "{source}: {authority}, since {day}",
}
BY_LAW: Mapping[str, Template] = {"fixed": "fixed", "peg": "peg"}
MEANS: Mapping[str, Template] = {
    "daily": "mean of {count} daily rates, {start} to {end}",
    "months": "mean of {count} monthly averages, {start} to {end}",
    "other": "mean of {count} rates, {start} to {end}",
}
OF: Template = "{rates} ({source})"
OF_MEAN: Template = "{rates} ({source}, {mean})"
OF_THE_MEAN: Template = "{rates} ({source}, the {mean})"
THROUGH: Template = "{rates}, through {legs}"

# A conversion in one sentence.
CONVERSIONS: Mapping[str, Template] = {
    "none": "{amount} is {converted}: no conversion.",
    "law": "{amount} is {converted} at {rates}.",
    "one": "{amount} is {converted} at {rates}, the {title} of {day}.",
    "earlier": "{amount} is {converted} at {rates}, the {title} of {day}, the last on or before {as_of}.",
    "year": "{amount} is {converted} at {rates}, from the {title} of {year}.",
    "year.through": "{amount} is {converted} at {rates}, from the {title} of {year}, through {legs}.",
    "month": "{amount} is {converted} at {rates}, from the {title} of {month}.",
    "month.through": "{amount} is {converted} at {rates}, from the {title} of {month}, through {legs}.",
    "mean": "{amount} is {converted} at {rates}, the mean of {count} {title} from {start} to {end}.",
    "mean.through": (
        "{amount} is {converted} at {rates}, the mean of {count} {title} from {start} to {end}, "
        "through {legs}."
    ),
    "mean.daily": (
        "{amount} is {converted} at {rates}, the mean of {count} daily {title} from {start} to {end}."
    ),
    "mean.daily.through": (
        "{amount} is {converted} at {rates}, the mean of {count} daily {title} from {start} to {end}, "
        "through {legs}."
    ),
}
OFTEN: Mapping[str, Template] = {
    "weekly": "weekly {title}",
    "fortnightly": "fortnightly {title}",
    "monthly": "monthly {title}",
    "annual": "annual {title}",
}
PEG: Template = "peg, {authority}"

# Of money that is spent in each unit of time.
PER: Mapping[str, Template] = {
    "year": "a year", "quarter": "a quarter", "month": "a month", "week": "a week", "day": "a day",
}  # fmt: skip

# The working, by step.
STEPS: Mapping[str, Template] = {
    "spread": "{total} / {months} x 12 months = {annual}",
    "shared": "{total} / {count} = {share} {per}",
    "subtracted": "{larger} - {smaller} = {difference}",
    "added": "{parts} = {total}",
    "multiplied": "{count} x {each} = {product}",
    "whole": "{part} / {share} = {whole}",
    "divided": "{dividend} / {divisor} = {quotient}",
    "less_one": "{factor} - 1 = {change}",
    "period": "{label}: {amount} ({source})",
    "largest": "largest year, {label}: {amount} ({source})",
    "total": "together, {start} to {end}: {total}",
}
NOTHING: Template = "none"
