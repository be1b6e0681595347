"""Mentions to claims, claims to verdicts, wrong claims to a likely cause.

``grammar`` sees what one sentence says of its figures, ``kinds`` makes claims of that, ``across`` of what
several sentences say together, ``verdicts`` has what a claim is held against and what comes of it.
``extract`` finds the claims of a text, ``judging`` judges them.
"""
