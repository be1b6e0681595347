"""Observed reference rates, and quotes made from them with their provenance."""
