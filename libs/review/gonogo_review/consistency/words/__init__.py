"""The words that the consistency rules look for, one YAML file per language."""
