"""Text to structure: which line is what, in which section, under which column. No claim is read here."""
