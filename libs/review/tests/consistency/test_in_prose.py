"""A measure of a table or key, and a sentence that gives it again."""

import pytest

from .finding import rules

TEXT = "# Report\n\n## 1. Measurements\n\n{fact}\n\n## 2. Conclusion\n\n{said}\n"
TABLE = "| Measure | Value |\n|---|---|\n"


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        (TABLE + "| Warm restart | 8.2 s |", "With a warm restart of 9.6 s the service is fast enough."),
        (TABLE + "| Warm restart (p95) | 8.2 s |", "The warm restart takes 9.6 s, which is fine."),
        ("- Log volume: 140 MB", "All nodes are up, and a log volume of 410 MB is left."),
        ("- Warm restart: 8.2 s", "We saw a 9.6 s warm restart and no errors."),
        ("Fehlalarmquote: 3,4 %", "Die Fehlalarmquote liegt bei 4,3 %, das genügt für alle Kunden."),
        ("- Tasa de rechazo: 3,4 %", "La tasa de rechazo queda en 4,3 % y el equipo está conforme."),
        ("- Taux de rejet : 3,4 %", "Le taux de rejet reste à 4,3 %, ce qui suffit pour tous les clients."),
        (
            "- Tempo de retomada: 3,4 s",
            "O tempo de retomada ficou em 4,3 s, e todos os clientes estão satisfeitos.",
        ),
        ("- Доля отказов: 3,4 %", "Доля отказов составляет 4,3 %, этого достаточно."),
        ("- 平均恢复时间：340 ms", "系统稳定，平均恢复时间 430 ms，同意上线。"),
    ],
)
def test_another_value_in_a_sentence(fact: str, said: str) -> None:
    """The name stands right beside the amount, and the amount is another."""
    assert "value-conflict" in {rule.split(".")[0] for rule in rules(TEXT.format(fact=fact, said=said))}


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        (TABLE + "| Warm restart | 8.24 s |", "With a warm restart of 8.2 s the service is fast enough."),
        (TABLE + "| Warm restart | 8.2 s |", "With a warm restart of about 8 s the service is fast enough."),
        (TABLE + "| Warm restart | 8.2 s |", "A warm restart on tablets takes 9.6 s."),
        (TABLE + "| Warm restart | 8.2 s |", "A warm restart takes 9.6 s on tablets."),
        (TABLE + "| Warm restart | 8.2 s |", "The second warm restart takes 9.6 s."),
        (TABLE + "| Warm restart | 8.2 s |", "A warm restart of under 10 s is required."),
        (TABLE + "| Warm restart | 8.2 s |", "The goal is a warm restart of 5 s."),
        (TABLE + "| Warm restart | 8.2 s |\n| Warm restart | 9.6 s |", "A warm restart takes 9.6 s."),
        (
            "| Measure | Before | After |\n|---|---|---|\n| Warm restart | 9.6 s | 8.2 s |",
            "A warm restart took 9.6 s before.",
        ),
        ("- Edge cases: 2 tests fixed", "The edge cases (14) remain."),
        (TABLE + "| Restart | 8.2 s |", "The restart takes 9.6 s."),
    ],
)
def test_the_same_or_another_measure_in_a_sentence(fact: str, said: str) -> None:
    """Rounded values, narrower things, goals, bounds and what was before are no contradiction."""
    found = rules(TEXT.format(fact=fact, said=said))
    assert "value-conflict" not in {rule.split(".")[0] for rule in found}
