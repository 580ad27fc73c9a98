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


@pytest.mark.parametrize(
    ("text", "still"),
    [
        (READY + "## 🔴 Problem reported\n\nThe till closed by itself.\n", "Problem in the till"),
        (BEREIT + "## 🔴 Gemeldetes Problem\n\nDie Kasse ging von selbst zu.\n", "Problem der Kasse"),
        (LISTO + "## 🔴 Problema informado\n\nLa caja se cerraba sola.\n", "Problema de la caja"),
    ],
)
def test_problem_that_was_reported(text: str, still: str) -> None:
    """What started the work is told at its head with a red sign, and is no open thing."""
    assert rules(text) == {}
    head = next(line for line in text.split("\n") if "🔴" in line)
    assert "status.whole" in rules(text.replace(head, f"## 🔴 {still}"))


def test_heading_of_a_problem_among_those_that_were_solved() -> None:
    """A failure that heads its part of the story of problems and solutions is one of those."""
    text = READY + "## {}\n\n### The late failure - queue broken\n\nThe queue held two runs at once.\n"
    assert rules(text.format("Problems and solutions")) == {}
    assert "status.whole" in rules(text.format("Where we stand"))


@pytest.mark.parametrize(
    ("done", "check", "do"),
    [
        ("Ödeme Sayfası: çalışıyor", "Ödeme Sayfasını Kontrol Et:", "Ödeme Sayfası:"),
        ("Preisliste der Filialen: fertig", "**Preisliste der Filialen prüfen**:", "**Preisliste der Filialen**:"),
    ],
)
def test_order_to_look_that_ends_with_its_verb(done: str, check: str, do: str) -> None:
    """Some languages have the verb of an order at its end: to look again takes nothing back."""
    steps = "Sonraki adımlar" if "Ö" in done else "Nächste Schritte"
    text = f"# Özet\n\n## Durum\n\n- ✅ {done}\n\n## {steps}\n\n1. {{}}\n"
    assert rules(text.format(check)) == {}
    assert "value-conflict.same-thing" in rules(text.format(do))


@pytest.mark.parametrize(
    ("language", "trial", "ready"),
    [
        ("fr", "✅ Prêt pour test", "✅ Prêt pour la production"),
        ("de", "✅ Bereit für den Test", "✅ Bereit für die Produktion"),
        ("es", "✅ Listo para prueba", "✅ Listo para producción"),
    ],
)
def test_ready_to_be_tried(language: str, trial: str, ready: str) -> None:
    """What is ready for its test has the tests still before it."""
    steps = {"fr": "Tester le formulaire", "de": "Das Formular testen", "es": "Probar el formulario"}[language]
    text = f"# Formulaire\n\n**Status:** {{}}\n\n## Tests\n\n- [ ] {steps}\n"
    assert rules(text.format(trial)) == {}
    assert "status.whole" in rules(text.format(ready))


def test_prose_is_no_exception_to_what_there_is_none_of() -> None:
    """A paragraph about many things has the two words that are denied, far from each other."""
    text = "# Move\n\n- ✅ No queries in the worker\n\n{}\n"
    told = (
        "**Gateway**: all queries go through it, the worker keeps calling it over the network and holds its key in "
        "memory, the tables carry row locks for every tenant and shift, and the last audit of the archive is pending"
    )
    assert rules(text.format(told)) == {}
    assert "absolute.zero-things" in rules(text.format("- ❌ Worker: old queries for tenants and for rows"))


@pytest.mark.parametrize(
    "text",
    [
        READY + '## How to try it\n\n1. Open the list\n2. Press "🚫 Revoke access"\n',
        READY + "## Removed/replaced files\n\n- ❌ load.py ← new/load.py\n- ❌ save.py ← new/save.py\n",
        READY + "## Speed\n\n- ❌ Old approach: hangs\n- ✅ New approach: 14 s\n",
        READY + "## Order\n\n- ❌ Files everywhere\n- ✅ One folder\n\n## Care\n\n- ❌ Twin scripts\n- ✅ One script\n",
        READY + "## What was repaired\n\n### ❌ Issue 1: Uploads\n\n- ✅ queue\n- ✅ limit\n- ✅ test\n",
        READY + "## Next steps\n\n✅ Phase 2 is complete.\n\nReady for phase 3: reports\n",
        "# Tests\n\n## ✅ Test summary\n\n- Import: failed\n",
        "# Plan\n\n**Status**: ✅ Documentation complete\n\n| Phase | State |\n|---|---|\n| Build | ❌ not begun |\n",
    ],
)
def test_marks_that_take_nothing_back(text: str) -> None:
    """What a button shows, what was replaced, the old way beside the new, what was repaired, a decorated summary."""
    assert rules(text) == {}


@pytest.mark.parametrize(
    ("done", "undone"),
    [
        ("✅ Removed key from the .env file", "[ ] Update .env file with the key"),
        ("✅ Payment database setup guide", "[ ] Payment database setup"),
        ("✅ Delivery schedule of the shop", "[ ] Update the delivery schedule of the shop"),
    ],
)
def test_another_act_on_the_same_thing(done: str, undone: str) -> None:
    """What is removed, described or there may still be changed, made or updated."""
    assert "value-conflict.same-thing" not in rules(f"# Shop\n\n## Work\n\n- {done}\n\n## Left\n\n- {undone}\n")
    same = "- ✅ Importer updated to read new files\n\n## Left\n\n- [ ] Update importer to read files\n"
    assert "value-conflict.same-thing" in rules(f"# Shop\n\n## Work\n\n{same}")


@pytest.mark.parametrize(
    "text",
    [
        "# Release\n\n- ✅ Usable on all devices\n\n## Checks\n\n- [ ] Try the reader (macOS)\n",
        "# Tests\n\n- Unit tests: 68\n\n## Times\n\n- Unit tests: 3.7 seconds for 16 tests\n",
        "# Tests\n\nOverall test coverage: 61%\n\n## Modules with high test coverage (>80%)\n\n- cart\n",
    ],
)
def test_all_of_something_else(text: str) -> None:
    """A reader that is tried on a device, a part that ran, the name of a group."""
    assert rules(text) == {}


def test_all_of_so_many() -> None:
    """'All 3 tasks' speaks of those tasks, 'all tasks' of every one."""
    text = "# Release\n\n- ✅ All {}tasks completed\n\n## Checks\n\n- [ ] Try the screen reader\n"
    assert "absolute.all-goals" not in rules(text.format("3 "))
    assert "absolute.all-goals" in rules(text.format(""))


@pytest.mark.parametrize(
    "text",
    [
        "# Plan\n\n| Version | State | Level |\n|---|---|---|\n| 9 | ✅ | Production ready |\n| 10 | ⬜ | Planned |\n",
        "# Tests\n\n**Status**: ✅ All critical tests passing\n\n## Logs\n\n- [ ] Remove the old lines\n",
        "# Tests\n\n✅ All tests passing\n\n| Part | Tests | Coverage |\n|---|---|---|\n| Cart | 36 | 80% passing |\n",
        "# Shop\n\n## ✅ What I built for you\n\nThe cart.\n\n## ❌ What you must do\n\nPay.\n",
    ],
)
def test_side_by_side(text: str) -> None:
    """The next version beside this one, tests beside other work, a coverage beside passing tests, small words."""
    assert rules(text) == {}
