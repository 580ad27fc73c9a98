"""Test results: what ran, what passed, what failed."""
