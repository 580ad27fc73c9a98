"""Turns uploaded bytes into claims and facts, says submission.parsed."""
