"""The progress of the whole, and how it is split."""

import pytest

from .finding import rules

RULE = "value-conflict.split-progress"


@pytest.mark.parametrize(
    ("head", "split"),
    [
        ("Overall status: 90% complete", "🟢 Complete (70%)  🟡 In progress (20%)  🔴 Pending (10%)"),
        ("Overall status: 90% complete", "70% complete, 20% in progress, 10% pending"),
        ("Overall status: 90% complete", "- Complete: 70%\n- In progress: 20%\n- Pending: 10%"),
        ("Gesamtstatus: 90% abgeschlossen", "Abgeschlossen (70%), in Arbeit (20%), ausstehend (10%)"),
        ("Status geral: 90% concluído", "Concluído (70%), em andamento (20%), pendente (10%)"),
    ],
)
def test_split(head: str, split: str) -> None:
    """What is in progress is not complete."""
    text = f"# Project report\n\n## {head}\n\n{split}\n"
    assert rules(text)[RULE] == (3, 5)
    assert RULE not in rules(text.replace("90%", "70%"))


def test_shares_of_something_else() -> None:
    """A split that is no hundred percent, and the progress of a part."""
    split = "70% complete, 20% in progress, 10% pending"
    assert RULE not in rules(f"# Project report\n\n## Overall status: 90% complete\n\n{split.replace('70', '50')}\n")
    assert RULE not in rules(f"# Project report\n\n## Importer: 90% complete\n\n{split}\n")
