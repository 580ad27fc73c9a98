"""The gonogo command."""
