"""What one sentence says of its figures: they are laid out in a row with the words between, each is named
after its neighbours, and constructions stand where such names follow each other.
"""
