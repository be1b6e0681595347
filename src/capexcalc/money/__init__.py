"""What an amount is: money, the currency table, periods and spans, rounding intervals."""
