"""Inventories: the components that a bill of materials lists."""

from gonogo_review.evidence.found import Found

MAX_COMPONENTS = 5_000
"""Components with a fact of their own; the rest count in the sum."""


class Inventory:
    """Counts components, and tells the first of them."""

    def __init__(self, found: Found) -> None:
        self._found = found
        self._total = 0

    def add(self, name: str, version: str, pointer: str, purl: str = "") -> None:
        """One component."""
        self._total += 1
        if self._total <= MAX_COMPONENTS:
            self._found.fact("component", name, "", pointer, "", version=version, purl=purl)

    def tell(self, pointer: str) -> None:
        """Gives the sum."""
        self._found.fact("components.total", float(self._total), "count", pointer)
