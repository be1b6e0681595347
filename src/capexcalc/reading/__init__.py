"""Text to mentions: amounts, periods and cues, with offsets into the text as given. Knows no rates."""
