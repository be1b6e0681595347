"""The one web client: timeouts, retries, limits, hosts."""
