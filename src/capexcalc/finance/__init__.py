"""Commitments and their schedules, past spending, and the ratios between the two."""
