"""Load and performance runs."""
