"""The parts of tools/build_lexicon.py, in the order in which it uses them."""
