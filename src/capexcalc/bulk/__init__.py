"""Bulk conversion: rates are spread once into a calendar, and rows meet it by plain equality in an engine."""
