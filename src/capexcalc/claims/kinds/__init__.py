"""One file a kind of claim: how it is found in a sentence, and how it is judged."""
