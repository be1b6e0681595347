"""What a journalist has, as text with its date and language."""
