"""What capexcalc does, as plain functions with frozen results: the Python API."""
