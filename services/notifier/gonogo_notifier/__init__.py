"""Tells the people who have to act, by Slack and email."""
