"""Mentions to claims, claims to verdicts, wrong claims to a likely cause."""
