"""The repository itself: its files and scripts."""
