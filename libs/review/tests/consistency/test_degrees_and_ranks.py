"""Degrees, ranks, rows of numbers, limits, conditions and half-filled dates, in several languages."""

import pytest

from .finding import rules


@pytest.mark.parametrize(
    ("heading", "named", "done"),
    [
        ("# Bericht", "Fertigstellungsgrad der Schnittstelle", "Schnittstelle: ✅ abgeschlossen"),
        ("# 予約についての進捗のお知らせ", "予約画面の完成度", "予約画面: ✅ 完了"),
        ("# 进度报告", "积分模块完成度", "积分模块: ✅ 已完成"),
    ],
)
def test_degree(heading: str, named: str, done: str) -> None:
    """90% of a thing, and the thing complete."""
    text = f"{heading}\n\n## A\n\n**{named}**: {{}}%\n\n- {done}\n"
    assert rules(text.format(90))["value-conflict.degree"] == (5, 7)
    assert "value-conflict.degree" not in rules(text.format(100))


@pytest.mark.parametrize(
    ("must", "lower", "task"),
    [
        ("Must be done before release", "Priority: low", "Replace the expiring root certificate"),
        ("Vor dem Go-live zwingend", "Priorität: mittel", "Etikettendruck am Wareneingang einrichten"),
        ("公開前に必須", "優先度：低", "通知メール文面の差し替え"),
        ("必须优先处理", "优先级：低", "短信通道限流配置"),
    ],
)
def test_priorities(must: str, lower: str, task: str) -> None:
    """One task must come first, and has a lower priority further down."""
    assert rules(f"# R\n\n## {must}\n\n- {task}\n\n## {lower}\n\n- {task}\n")["value-conflict.priority"] == (5, 9)
    assert "value-conflict.priority" not in rules(f"# R\n\n## {must}\n\n- {task}\n\n## {lower}\n\n- Wiki\n")


@pytest.mark.parametrize(
    "text",
    ["# Fixes\n\nWe closed {} defects (PAY-310 – PAY-329).\n", "# Mängel\n\nBehoben: {} Mängel (LV-310 bis LV-329).\n"],
)
def test_row_of_numbers(text: str) -> None:
    """A row of twenty numbers has room for fewer things, and not for more."""
    assert rules(text.format(24)) == {"count-mismatch.id-range": (3,)}
    assert rules(text.format(20)) == rules(text.format(12)) == {}


@pytest.mark.parametrize(
    ("head", "name", "goals"),
    [
        ("| Metric | Before | After |", "Checkout latency", "Targets"),
        ("| Medida | Antes | Después |", "Tiempo de carga", "Objetivos"),
    ],
)
def test_on_the_limit(head: str, name: str, goals: str) -> None:
    """Below 300 ms is not 300 ms."""
    text = f"# R\n\n{head}\n|---|---|---|\n| {name} | 840 ms | {{}} ms |\n\n## {goals}\n\n- {name}: <300 ms\n"
    assert rules(text.format(300))["target-miss.limit"] == (5, 9)
    assert "target-miss.limit" not in rules(text.format(290))


def test_condition() -> None:
    """Ready on a condition that an open box takes back."""
    text = "# Launch\n\n- ✅ Pilot ready; edge routers must be racked\n\n## Site\n\n- [{}] Edge routers racked\n"
    assert rules(text.format(" "))["status.condition"] == (3, 7)
    assert "status.condition" not in rules(text.format("x"))


@pytest.mark.parametrize("date", ["2026-03-xx", "2026-XX-XX", "2026/04/??", "xx/02/2026", "xx.xx.2026"])
def test_half_filled_date(date: str) -> None:
    """The month is there, and the day was never filled in."""
    assert rules(f"# Report\n\n**Date**: {date}\n\nAll went well.\n").keys() & {
        "scope-gap.placeholder",
        "scope-gap.unfilled",
    }


def test_nothing_needed() -> None:
    """What needs no changes is not left to do."""
    text = "# Feature - Complete ✅\n\n## Files\n\n### {}\n\n- Navbar reads the name\n- Export reads the name\n"
    assert rules(text.format("Already compatible (no changes needed)")) == {}


@pytest.mark.parametrize(
    "text",
    [
        (
            "# Progress\n\n| Layer | Part | State |\n|---|---|---|\n| Core | parser | ✅ done |\n"
            "| Core | writer | ⏳ not started |\n| Shell | menu | ⏳ not started |\n\n- ✅ Core\n"
        ),
        "# 进度\n\n| 层 | 模块 | 状态 |\n|---|---|---|\n| 第一层 | 入库 | ✅ 已完成 |\n| 第一层 | 出库 | ⏳ 未开始 |\n",
        "# 連携 報告\n\n- ✅ 帳票出力\n\n## 次のアクション\n\n1. 帳票出力の最終確認\n",
    ],
)
def test_other_things(text: str) -> None:
    """Rows of one group are several things, and a last look at what is done takes nothing back."""
    assert "value-conflict.same-thing" not in rules(text)


def test_first_counts_make_the_number() -> None:
    """Six records of three kinds, and what else is told beneath."""
    text = (
        "# Data\n\n## Stored (6 records)\n\n- Agents: 2 records\n- Clients: 2 records\n- Goods: 2 records\n- Runs: {}\n"
    )
    assert rules(text.format("3 completed")) == {}


@pytest.mark.parametrize(
    ("text", "gate"),
    [
        ("# Gate\n\n**Status:** Ready for production\n\n## Next Steps\n\n1. {}\n", "Provision the API credentials"),
        ("# Entrega\n\n**Estado:** Listo para producción\n\n## Próximos pasos\n\n1. {}\n", "Configurar credenciales"),
        ("# 上线报告\n\n**结论**: 系统可以上线\n\n## 下一步\n\n1. {}\n", "在生产环境配置支付密钥"),
    ],
)
def test_credentials_are_a_gate(text: str, gate: str) -> None:
    """What cannot log in yet is not ready for production."""
    assert rules(text.format(gate))["status.gates"] == (3, 7)


def test_closing_line_speaks_for_the_whole() -> None:
    """A verdict at the end, in whatever section it stands."""
    text = (
        "# Sync\n\n## Next steps\n\n1. Provision the API credentials\n\n## Parts\n\n- Queue\n\n---\n\n"
        "**CONCLUSION**: The sync system is ready for production use, and its storage engine works.\n"
    )
    assert rules(text)["status.gates"] == (13, 5)


@pytest.mark.parametrize(
    ("text", "step", "other"),
    [
        (
            "# Sync\n\nThe service has been comprehensively tested.\n\n## Next Steps\n\n1. {}\n",
            "Test the import",
            "Demo",
        ),
        ("# Envíos\n\nEl servicio fue totalmente probado.\n\n## Próximos pasos\n\n1. {}\n", "Prueba de carga", "Demo"),
        ("# 同步服务\n\n系统已经过全面测试。\n\n## 下一步\n\n1. {}\n", "测试完整导入", "发布公告"),
    ],
)
def test_untried(text: str, step: str, other: str) -> None:
    """Tested through and through, and a test is left to do."""
    assert rules(text.format(step))["absolute.untried"] == (3, 7)
    assert "absolute.untried" not in rules(text.format(other))


@pytest.mark.parametrize(
    ("count", "claim"),
    [
        ("**Photo import**: 🔄 in progress (900 / 20,000 files)", "Photo import is nearly complete"),
        ("**Photo import**: 🔄 in progress (~900 / ~20,000 files)", "Photo import is nearly complete"),
        ("**Bildimport**: 🔄 in Arbeit (900 / 20000 Dateien)", "Der Bildimport ist fast fertig"),
        ("**Importación fotos**: 🔄 en curso (900 / 20000)", "La importación de fotos está casi terminada"),
    ],
)
def test_nearly_complete(count: str, claim: str) -> None:
    """A twentieth is not nearly all of it."""
    text = f"# Data\n\n## State\n\n- {count}\n\n## Summary\n\n- {claim}\n"
    assert rules(text)["value-conflict.nearly"] == (9, 5)
    assert "value-conflict.nearly" not in rules(text.replace("900 ", "19000 "))


def test_another_thing_is_nearly_complete() -> None:
    """Little of the photos says nothing of the letters."""
    text = "# Data\n\n- **Photo import**: in progress (900 / 20,000 files)\n- Letter import: nearly complete\n"
    assert "value-conflict.nearly" not in rules(text)
