"""Ready for production, and the proof of it is still ahead."""

import pytest

from .finding import rules

HEADS = {
    "en": ("# Pump control\n\n**Status**: ✅ Production ready\n\n", "## Next steps\n\n"),
    "de": ("# Bericht über die Steuerung\n\n**Status**: ✅ Produktionsreif\n\n", "## Nächste Schritte\n\n"),
    "fr": ("# Rapport de la commande\n\n**Statut** : ✅ Prêt pour la production\n\n", "## Prochaines étapes\n\n"),
    "zh": ("# 水泵控制报告\n\n**状态**: ✅ 生产就绪\n\n", "## 下一步\n\n"),
}


def found(language: str, steps: str) -> bool:
    """Whether these next steps take back that the pump is ready."""
    return "status.gates" in rules("".join(HEADS[language]) + steps)


@pytest.mark.parametrize(
    ("language", "steps"),
    [
        ("en", "1. **Try it out**\n   - Test with the real valve\n"),
        ("en", "1. **Field testing** - with the new sensor\n"),
        ("en", "### 1. Verify the pressure readings\n\nWith the gauge.\n"),
        ("en", "- Run the tests on the device\n"),
        ("de", "1. Testen an der echten Pumpe\n"),
        ("fr", "1. Tester avec la vraie pompe\n"),
        ("zh", "1. 测试真实阀门\n"),
    ],
)
def test_proof_among_the_next_steps(language: str, steps: str) -> None:
    """A test at any depth, as an entry or as a heading."""
    assert found(language, steps)


@pytest.mark.parametrize(
    "steps",
    [
        "1. Write a manual\n",
        "1. Test coverage: raise it for the gauge\n",
        "1. Run the tests: `make check all`\n",
        "1. Verify the rollout\n",
        "1. Deploy to the plant\n2. Test with the real valve\n",
        "1. **Expand the suite**\n   - Test the menus too\n",
        "1. Test plan for the second pump (optional)\n",
        "1. [x] Test with the real valve\n",
        "- **CI** (recommended)\n  - Run the tests on every commit\n",
    ],
)
def test_no_proof(steps: str) -> None:
    """More of what is there, an instruction, and what follows the release itself."""
    assert not found("en", steps)


def test_trial_before_the_release() -> None:
    """A rollout to a trial comes before the release, and so does what follows it."""
    assert found("en", "1. Deploy to staging\n2. Test with the real valve\n")


def test_status_that_names_its_part() -> None:
    """The last line says what is ready, in words of its own; a part's status further up is the part's."""
    steps = "## Next steps\n\n1. Test with the real valve\n\n## Help\n\n- See the manual\n"
    last = "\n**Status**: ✅ Production-ready pump driver\n"
    assert rules("# Valves and more\n\n" + steps + last)["status.gates"] == (11, 5)
    more = "".join(f"\n## Part {n}\n\nIt is described elsewhere.\n" for n in range(5))
    assert "status.gates" not in rules("# Valves and more\n\n" + steps + last + more)


@pytest.mark.parametrize(
    ("plan", "step", "other"),
    [
        ("## Roadmap\n\n### Sprint 9: Production rollout\n\n", "Add health checks", "Add dark mode"),
        ("## Roadmap\n\n### Deployment\n\n", "Implement monitoring", "Monitoring is described elsewhere"),
    ],
)
def test_running_a_live_system(plan: str, step: str, other: str) -> None:
    """What a live system needs is to come with its deployment, in a later phase."""
    assert "status.gates" in rules(HEADS["en"][0] + plan + f"- {step}\n")
    assert "status.gates" not in rules(HEADS["en"][0] + plan + f"- {other}\n")
    assert "status.gates" not in rules(HEADS["en"][0] + "## Roadmap\n\n### Later ideas\n\n" + f"- {step}\n")


def test_a_working_part_under_a_word_for_next_steps() -> None:
    """What a part with a status of its own has is no next step, whatever its title."""
    text = "# Guard\n\n**Status**: ✅ Production ready\n\n## Fraud prevention\n\n{}- Address verification\n"
    assert "status.gates" not in rules(text.format("**Status:** ✓ Implemented\n\n"))
    assert "status.gates" in rules(text.format(""))


@pytest.mark.parametrize(
    ("language", "lead"),
    [
        ("en", "Before deploying to production:"),
        ("de", "Vor dem Deployment:"),
        ("fr", "Avant la mise en production :"),
    ],
)
def test_list_of_what_comes_before_the_release(language: str, lead: str) -> None:
    """A line right over a list says that the list comes first, as a heading would."""
    text = "{}## Notes\n\n{}\n\n1. Valve A\n2. Valve B\n"
    assert "status.whole" in rules(text.format(HEADS[language][0], lead))
    assert "status.whole" not in rules(text.format(HEADS[language][0], "Notes:"))
    assert "status.whole" not in rules(text.format(HEADS[language][0], f"{lead}\n\nText."))
