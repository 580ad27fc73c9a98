"""The rules by which a statement meets facts, each for one kind of claim."""
