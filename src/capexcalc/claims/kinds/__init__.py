"""One file a kind of claim. KINDS lists them in the order in which a sentence is searched."""

from . import annual_amount, change, equivalence, prior_spending, product, rate, share, sum, valuation
from .kind import Kind

KINDS: tuple[Kind, ...] = (
    rate.KIND,
    equivalence.KIND,
    annual_amount.KIND,
    prior_spending.EXCEEDS_PRIOR,
    prior_spending.RECORD,
    change.KIND,
    share.KIND,
    sum.KIND,
    product.KIND,
    valuation.KIND,
)
