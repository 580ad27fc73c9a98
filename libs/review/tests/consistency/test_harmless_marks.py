"""Marks that tell of no work that is left: what would stop a release, what was removed, the whole of something."""

import pytest

from .finding import rules

READY = "# Release report\n\n**Status**: ✅ Done, ready for production\n\n"
BEREIT = "# Abschlussbericht\n\n**Status**: ✅ Abgeschlossen, produktionsreif\n\n"
LISTO = "# Informe final\n\n**Estado**: ✅ Completado, listo para producción\n\n"


@pytest.mark.parametrize(
    "text",
    [
        READY + "## ❌ No-Go criteria\n\n- [ ] Data loss on import\n- [ ] Payments down\n",
        READY + "## Stop conditions\n\n- [ ] Error rate above the limit\n",
        BEREIT + "## ❌ No-Go-Kriterien\n\n- [ ] Datenverlust beim Import\n",
        LISTO + "## ❌ Criterios de parada\n\n- [ ] Pérdida de datos\n",
    ],
)
def test_hindrance_that_is_not_there(text: str) -> None:
    """An empty box before what would stop the release says that it does not."""
    assert rules(text) == {}


def test_denied_hindrance() -> None:
    """What there is none of, and the box for it among the hindrances."""
    text = "# Check\n\n## Go\n\n- [x] Zero failed payment transfers\n- [x] Rollback plan in place\n\n"
    hindrances = text + "## No-Go criteria\n\n- [ ] Failed payment transfers\n"
    assert rules(hindrances + "\n## 🔄 Rollback plan\n\nRestore the last image.\n") == {}
    assert rules(hindrances.replace("No-Go criteria", "Findings")) != {}


@pytest.mark.parametrize(
    "text",
    [
        READY + "## ❌ Removed scripts (broken or outdated)\n\n- setup.sh\n",
        READY + "## Scripts\n\n- ~~setup.sh~~ - removed (the version that failed)\n",
        BEREIT + "## Skripte\n\n- ❌ Entfernt: setup.sh\n",
        LISTO + "## ❌ Guiones eliminados\n\n- setup.sh\n",
    ],
)
def test_removed_on_purpose(text: str) -> None:
    """A cross before what was removed is no failure."""
    assert rules(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        READY + "## Keys\n\n- ❌ Old keys not removed\n",
        BEREIT + "## Schlüssel\n\n- ❌ Alte Schlüssel nicht entfernt\n",
    ],
)
def test_not_removed(text: str) -> None:
    """The same cross before what should have been removed."""
    assert "status.whole" in rules(text)


@pytest.mark.parametrize(("total", "state"), [("Overall", "ready"), ("Gesamt", "bereit"), ("Total", "listo")])
def test_totals_are_no_thing(total: str, state: str) -> None:
    """Two parts' totals are not one thing."""
    text = f"# R\n\n## A\n\n- **{total}:** ✅ {state}\n\n## B\n\n- **{total}:** ⚠️ 30/40\n"
    assert "value-conflict.same-thing" not in rules(text)


def test_completed_ones_of_several() -> None:
    """A heading over the migrations that are complete says nothing of the others."""
    text = (
        "# Data report\n\n## ✅ Completed migrations\n\n- users: ✅ done\n\n## Rest\n\n- 9 rows ready for migration\n"
    )
    assert "status.ahead" not in rules(text)
    assert "status.ahead" in rules(text.replace("Completed migrations", "Migration completed"))


def test_due_after_the_launch() -> None:
    """A box that is ticked once the thing is out takes nothing back."""
    text = "# Check\n\n## Ready\n\n- [x] Sales figures tracking\n\n## Launch\n\n### After launch (first 48 hours)\n\n"
    assert rules(text + "- [ ] Figures tracked\n") == {}


@pytest.mark.parametrize(
    ("before", "after", "was"),
    [
        ("**Before the rewrite:**", "**After the rewrite:**", "- Invoices exported: No ❌"),
        ("### Before the rewrite", "### After the rewrite", "- ❌ Invoices exported by hand"),
        ("**Vor dem Umbau:**", "**Nach dem Umbau:**", "- ❌ Rechnungen von Hand"),
    ],
)
def test_how_it_was_before_a_change(before: str, after: str, was: str) -> None:
    """What stands under 'Before the rewrite' is how it was, where 'After the rewrite' tells what is done."""
    text = f"# Report\n\n**Status**: ✅ Production ready\n\n## Results\n\n{before}\n{was}\n\n{after}\n"
    assert "status.whole" not in rules(text + "- Export runs nightly ✅\n")
    assert "status.whole" in rules(text + "- Watch the export\n")


def test_all_the_phases_are_not_this_one() -> None:
    """A phase that is complete stands beside how many of all phases are."""
    text = "# {}\n\n**Status**: ✅ COMPLETE\n\n## Verification\n\n- ✅ Import runs\n\n"
    text += "**Progress**: 2 of 6 milestones complete (33%)\n"
    assert "status.whole" not in rules(text.format("Milestone 2: Import"))
    assert "status.whole" in rules(text.format("Import project"))


@pytest.mark.parametrize(
    "text",
    [
        READY + "## Input checks ✅\n\nThe form {}:\n\n- ❌ Amounts below zero\n".format("rejects"),
        BEREIT + "## Eingaben ✅\n\nDas Formular lehnt ab:\n- ❌ Beträge unter null\n",
        LISTO + "## Entradas ✅\n\nEl formulario rechaza:\n- ❌ Importes negativos\n",
    ],
)
def test_crosses_before_what_is_turned_away(text: str) -> None:
    """A form that rejects what it should is no failure; one that should read it is."""
    assert rules(text) == {}
    for verb in ("rejects", "lehnt ab", "rechaza"):
        text = text.replace(f" {verb}:", " :")
    assert "status.section" in rules(text)


def test_next_step_under_what_is_done() -> None:
    """What is called the next step takes nothing back."""
    text = "# Log\n\n## Deliverables ✅\n\n- Manual: written\n- {}: 🔄 browser trial in progress\n"
    assert rules(text.format("Next step")) == {}
    assert "status.section" in rules(text.format("Trial"))


@pytest.mark.parametrize("head", ["### 本周完成", "### 下周完成"])
def test_when_steps_are_to_be_completed(head: str) -> None:
    """Among the next steps, a heading says until when they are to be done."""
    text = "# 工作记录\n\n## {}\n\n如下。\n\n{}\n\n- [ ] 处理错误\n- [ ] 更新价格\n- [ ] 准备视频\n"
    assert rules(text.format("下一步", head)) == {}
    assert rules(text.format("下一步", f"{head} ✅")) != {}
    assert rules(text.format("内容", "### 本周完成")) != {}


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (READY + "- [ ] Key for the export{}\n", ", can be skipped"),
        (BEREIT + "- [ ] Schlüssel für den Export{}\n", ", kann übersprungen werden"),
        (LISTO + "- [ ] Clave para exportar{}\n", ", se puede omitir"),
    ],
)
def test_what_may_be_skipped(text: str, note: str) -> None:
    """A setting that may be left out holds nothing up."""
    assert rules(text.format(note)) == {}
    assert rules(text.format("")) != {}
