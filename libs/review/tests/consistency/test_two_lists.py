"""One thing in two lists that exclude each other."""

import pytest

from .finding import rules

RULE = "value-conflict.two-lists"


@pytest.mark.parametrize(
    ("has", "lacks", "name"),
    [
        ("Encrypted buckets", "Buckets not encrypted", "`invoices`"),
        ("✅ Verschlüsselte Speicher", "Speicher noch nicht verschlüsselt", "`rechnungen`"),
        ("Los cubos cifrados", "Los cubos que no están cifrados", "/datos/facturas"),
        ("Baldes cifrados", "Baldes não cifrados", "/dados/faturas"),
    ],
)
def test_in_both(has: str, lacks: str, name: str) -> None:
    """A thing is what the one title says, or it is not."""
    text = f"# Report\n\n## {has}\n\n- {name} - yes\n- archive\n\n## {lacks}\n\n```\n❌ {name.strip('`')} - 2\n```\n"
    assert rules(text)[RULE] == (5, 11)
    assert RULE not in rules(text.replace("❌ ", "❌ old-"))


def test_other_property() -> None:
    """Encrypted, and not replicated: both may hold."""
    text = "# Report\n\n## Encrypted buckets\n\n- invoices\n\n## Buckets not replicated\n\n- invoices\n"
    assert RULE not in rules(text)


def test_how_it_was() -> None:
    """What was not encrypted before is encrypted now."""
    text = "# Report\n\n## Before\n\n### Buckets not encrypted\n\n- invoices\n\n## Encrypted buckets\n\n- invoices\n"
    assert RULE not in rules(text)
