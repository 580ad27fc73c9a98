"""Times from a start to an end: their order, and how long they are."""

import pytest

from .finding import drafts, rules

LINES = [
    ("en", "# Report\n\nStart: 2 March 2026, 22:00 UTC\nEnd: {} March 2026, 02:00 UTC\nLength: {} hours\n"),
    ("de", "# Bericht\n\n**Beginn:** 02.03.2026 22:00 Uhr\n**Ende:** 0{}.03.2026 02:00 Uhr\n**Dauer:** {} Stunden\n"),
    ("fr", "# Rapport\n\n- Début : 2 mars 2026 à 22h00\n- Fin : {} mars 2026 à 02h00\n- Durée : {} heures\n"),
    ("es", "# Informe\n\n- Inicio: 2026-03-02 22:00\n- Fin: 2026-03-0{} 02:00\n- Duración: {} horas\n"),
    ("pt", "# Relatório\n\n- Início: 2026-03-02 22:00\n- Fim: 2026-03-0{} 02:00\n- Duração: {} horas\n"),
    ("it", "# Rapporto\n\n- Inizio: 2026-03-02 22:00\n- Fine: 2026-03-0{} 02:00\n- Durata: {} ore\n"),
    (
        "pl",
        "# Raport\n\n- Rozpoczęcie: 02.03.2026 22:00\n- Zakończenie: 0{}.03.2026 02:00\n- Czas trwania: {} godzin\n",
    ),
    ("tr", "# Rapor\n\n- Başlangıç: 02.03.2026 22:00\n- Bitiş: 0{}.03.2026 02:00\n- Süre: {} saat\n"),
    ("ru", "# Отчёт\n\n- Начало: 02.03.2026 22:00\n- Окончание: 0{}.03.2026 02:00\n- Длительность: {} часов\n"),
    ("zh", "# 报告\n\n- 开始时间：2026年3月2日 22:00\n- 结束时间：2026年3月{}日 02:00\n- 时长：{} 小时\n"),
    ("ja", "# レポート\n\n- 開始：2026年3月2日 22:00\n- 終了：2026年3月{}日 02:00\n- 所要時間：{}時間\n"),
    ("ko", "# 보고서\n\n- 시작: 2026년 3월 2일 22:00\n- 종료: 2026년 3월 {}일 02:00\n- 소요 시간: {}시간\n"),
]
FILLER = {
    "de": "\nDie Umstellung wurde vom Team geprüft, und alle Schritte des Plans wurden ausgeführt.\n",
    "es": "\nLa migración fue revisada por el equipo y todos los pasos del plan se ejecutaron.\n",
    "fr": "\nLa migration a été vérifiée par l'équipe et toutes les étapes du plan ont été exécutées.\n",
    "it": "\nIl rilascio è stato verificato dalla squadra e tutti i controlli della procedura sono stati eseguiti.\n",
    "pt": "\nA migração foi verificada pela equipe e todas as verificações do procedimento foram executadas.\n",
}


@pytest.mark.parametrize(("language", "text"), LINES)
def test_start_end_and_length(language: str, text: str) -> None:
    """In twelve languages: four hours over midnight, and an end before the start."""
    text += FILLER.get(language, "")
    assert rules(text.format(3, 4)) == {}
    assert [(d.rule, d.expected) for d in drafts(text.format(3, 6))] == [("arithmetic.duration", "4 h")]
    assert "date-order" in {d.kind for d in drafts(text.format(1, 4))}


@pytest.mark.parametrize(
    "line",
    [
        "Window: 22:00–02:00 (6 h)",
        "2026-03-02 22:00 to 2026-03-03 02:30 (7 h)",
        "2026-03-02 to 2026-03-13 (5 weeks)",
        "2026-03-02 to 2026-03-13 (15 working days)",
        "2–13 March 2026 (15 working days)",
        "02.–13.03.2026 (5 weeks)",
        "Length 7 days (2026-03-02 to 2026-03-13)",
    ],
)
def test_length_beside_a_range(line: str) -> None:
    """No way of counting gives the length."""
    assert rules(f"# Report\n\n- {line}\n") == {"arithmetic.duration": (3,)}


@pytest.mark.parametrize(
    "line",
    [
        "Window: 22:00–02:00 (4 h)",
        "Deployed 14:05 to 14:20, watched for 2 h",
        "2026-03-02 to 2026-03-13 (2 weeks)",
        "2026-03-02 to 2026-03-13 (10 working days)",
        "2026-03-02 to 2026-03-13 (12 days)",
        "2026-03-02 to 2026-03-13: 3 days of it were testing",
        "2–13 March 2026 (2 weeks)",
        "Started 2026-03-02, hardware received 2026-02-27",
        "Moved from 2026-03-12 to 2026-03-05",
        "2026-03-02 09:00 CET to 2026-03-02 08:30 UTC",
    ],
)
def test_ranges_that_can_be(line: str) -> None:
    """Both end days, working days, full weeks, parts of the time, and times that were moved."""
    assert rules(f"# Report\n\n- {line}\n") == {}


@pytest.mark.parametrize(
    "line",
    [
        "Window: 2026-03-02 to 2026-03-01 · Freeze: 2026-03-05 to 2026-03-09",
        "The audit started 2026-03-02, its report was received 2026-02-27",
        "Migration began on 2026-03-12 and ended on 2026-03-10",
        "2026-03-02 22:00 to 2026-03-02 20:00",
    ],
)
def test_end_before_start_in_one_line(line: str) -> None:
    """One of several ranges, two verbs, and times of one day."""
    assert rules(f"# Report\n\n{line}.\n") == {"date-order.span": (3,)}


def test_starts_and_ends_of_different_things() -> None:
    """A trial starts after a freeze has ended."""
    text = "# Report\n\n- Start of the {}: 2026-03-10\n- End of the freeze: 2026-03-05\n"
    assert rules(text.format("trial")) == {}
    assert rules(text.format("freeze")) == {"date-order.span": (4, 3)}


ROWS = "# Report\n\n| Run | {} | {} | {} |\n|---|---|---|---|\n| One | 2026-01-05 | 2026-01-09 | {} |\n"


@pytest.mark.parametrize(("right", "wrong"), [("5", "9"), ("5 days", "9 days"), ("1 week", "3 weeks"), ("4", "8")])
def test_rows_with_a_length(right: str, wrong: str) -> None:
    """One row's length leaves what the others follow."""
    more = "| Two | 2026-01-12 | 2026-01-16 | {} |\n| Three | 2026-01-19 | 2026-01-23 | {} |\n"
    text = ROWS.format("From", "To", "Days", right) + more
    assert rules(text.format(right, right)) == {}
    assert rules(text.format(wrong, right)) == {"arithmetic.duration": (6,)}


def test_rows_of_effort() -> None:
    """How much work it was is not how long it took."""
    more = "| Two | 2026-01-12 | 2026-01-16 | 14 days |\n| Three | 2026-01-19 | 2026-01-23 | 3 days |\n"
    assert rules(ROWS.format("Start", "End", "Effort", "9 days") + more) == {}


@pytest.mark.parametrize(("heads", "found"), [(("From", "To"), True), (("Due", "Done"), False), (("A", "B"), False)])
def test_rows_that_end_before_they_start(heads: tuple[str, str], found: bool) -> None:
    """What was done before it was due has not ended before its start."""
    text = ROWS.format(*heads, "Who", "Ann") + "| Two | 2026-01-12 | 2026-01-10 | Bob |\n"
    assert ("date-order.span" in rules(text)) is found


@pytest.mark.parametrize(
    ("report", "label", "language"),
    [
        ("Report date", "Load test", "en"),
        ("Berichtsdatum", "Prüfzeitraum", "de"),
        ("Fecha del informe", "Período de pruebas", "es"),
        ("报告日期", "测试期间", "zh"),
    ],
)
def test_report_before_what_it_reports(report: str, label: str, language: str) -> None:
    """The report is dated within the time that it reports."""
    text = f"# {report}\n\n- {report}: 2026-03-{{}}\n- {label}: 2026-03-09 – 2026-03-13\n"
    text += FILLER.get(language, "")
    assert rules(text.format(14)) == {}
    assert rules(text.format(11)) == {"date-order.reported": (3, 4)}


def test_report_before_what_is_planned() -> None:
    """The next audit comes after the report."""
    text = "# Report\n\nReport date: 2026-03-10\nNext retest: 2026-04-01\nPlanned load test: 2026-03-12\n"
    assert rules(text) == {}


def test_an_audit_that_lasted_days_is_not_the_date_of_its_report() -> None:
    """The retest came weeks after the audit, and both before the report."""
    keys = "| Audit | 2026-01-12 – 2026-01-23 |\n| Retest | 2026-02-23 – 2026-02-27 |\n"
    assert "date-order.reported" not in rules(f"# Audit of the shop\n\n| | |\n|---|---|\n{keys}\nText.\n")
