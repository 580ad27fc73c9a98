"""What is over, fixed or switched on in one place, and still ahead in another."""

import pytest

from .finding import rules

ACTS = {
    "en": (
        "# Ledger migration\n\n## Summary\n\nThe ledger is {} migration.\n\n**Migration status: {}** ✅\n",
        ("ready for", "complete"),
        ("on Oracle since the", "planned"),
    ),
    "de": (
        "# Bericht über die Migration der Konten\n\n## Fazit\n\nAlles ist {} Migration.\n\n**Migration: {}** ✅\n",
        ("bereit für die", "abgeschlossen"),
        ("besser seit der", "abgeschlossen"),
    ),
    "es": (
        "# Informe de la migración\n\n## Resumen\n\nTodo está {} la migración.\n\n**Migración: {}** ✅\n",
        ("listo para", "completada"),
        ("mejor desde", "completada"),
    ),
    "zh": (
        "# 账本迁移报告\n\n## 总结\n\n系统{}。\n\n**迁移状态: {}** ✅\n",
        ("已准备好，可以开始迁移", "已完成"),
        ("运行正常", "已完成"),
    ),
}


@pytest.mark.parametrize("language", sorted(ACTS))
def test_over_and_ahead(language: str) -> None:
    """A migration that is complete, and that everything is ready for."""
    text, clash, fine = ACTS[language]
    assert rules(text.format(*clash))["status.ahead"] == (7, 5)
    assert "status.ahead" not in rules(text.format(*fine))


@pytest.mark.parametrize(
    "text",
    [
        "# Staging deployment\n\n**Deployment status: COMPLETE** ✅\n\nAll is ready for production deployment.\n",
        "# Ledger\n\nReady for migration since May.\n\n## Result\n\n**Migration status: COMPLETE** ✅\n",
        "# Ledger\n\n**Deployment guide: complete** ✅\n\nReady for deployment.\n",
    ],
)
def test_another_act_or_time(text: str) -> None:
    """Another deployment, one that was ready before it was made, and what is written about one."""
    assert "status.ahead" not in rules(text)


@pytest.mark.parametrize(
    ("text", "blocker", "other"),
    [
        (
            "# Map\n\n- ✅ Tile visibility - fixed\n\n## Plan\n\n{}\n",
            "The main blocker is that the tiles are not visible on phones.",
            "The main blocker is the missing licence.",
        ),
        (
            "# Karte und der Bericht\n\n- ✅ Kachel-Darstellung: behoben\n\n## Plan\n\n{}\n",
            "Das Hauptproblem ist die Darstellung der Kacheln.",
            "Das Hauptproblem ist die Lizenz.",
        ),
    ],
)
def test_fixed_blocker(text: str, blocker: str, other: str) -> None:
    """What is fixed stands in the way."""
    assert rules(text.format(blocker))["value-conflict.blocker"] == (3, 7)
    assert "value-conflict.blocker" not in rules(text.format(other))


def test_blocker_before_the_work() -> None:
    """A problem is told before its repair."""
    text = "# Map\n\n## {}\n\nThe main problem is tile visibility.\n\n## Done\n\n- ✅ Tile visibility - fixed\n"
    assert "value-conflict.blocker" not in rules(text.format("Background"))
    assert "value-conflict.blocker" in rules(text.format("Open"))


@pytest.mark.parametrize(
    ("on", "off", "found"),
    [
        ("**Tracing** - spans active", "Enable tracing and alerts", True),
        ("**Tracing** - spans recorded", "Enable tracing and alerts", False),
        ("**Tracing** - spans active", "Enable mail", False),
        ("**Query tracing** - spans active", "Enable tracing", False),
    ],
)
def test_on_and_off(on: str, off: str, found: bool) -> None:
    """What is active, and is still to be enabled."""
    text = f"# Desk\n\n## State\n\n1. {on}\n\n## Tasks\n\n- [x] Buy a domain\n- [ ] {off}\n"
    assert ("value-conflict.enabled" in rules(text)) is found
