"""What a claim is held against, what it is found to be worth, and why: evidence, verdicts, facts, hints."""
