"""What comes in: rate services, files of rates, and the rules a rate passes before it enters the cache."""
