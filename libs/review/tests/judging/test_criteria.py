import pytest

HEAD = "# Shop 3.1.0\n\n**Date**: 2026-11-20\n\n"
EXTENDED = "schema: gonogo.rubric/1\nname: ours\nversion: '1'\nextends: default\n"
FILES = b"CODEOWNERS\ndocs/runbook.md\nmigrations/0001.sql\nsrc/shop.py\n"


@pytest.mark.parametrize(
    ("report", "name", "status"),
    [
        ("- [x] Backups run every night\n", "data.backup", "claimed"),
        ("- [ ] Backups run every night\n", "data.backup", "partial"),
        ("- ❌ Backups run every night\n", "data.backup", "fail"),
        ("- [x] Backups of the shop\n- [ ] Backups of the archive\n", "data.backup", "partial"),
        ("We care about quality.\n", "data.backup", "unknown"),
        ("The backup of our team is Ann.\n", "data.backup", "unknown"),
        ("- Line coverage: 91%\n", "quality.coverage", "claimed"),
        ("- Line coverage: 41%\n", "quality.coverage", "partial"),
        ("## Monitoring and alerting\n\n- [x] A page on every failed order\n", "observability.alerts", "claimed"),
        ("", "ownership.identity", "pass"),
        ("- Suite `npm test`: 34 passed, 0 failed\n", "quality.tests", "claimed"),
        ("**Owner**: Team Quay\n", "ownership.contact", "claimed"),
        ("| Owner | Team Quay |\n| --- | --- |\n", "ownership.contact", "claimed"),
        ("**Owner**:\n", "ownership.contact", "unknown"),
        ("Our team is the owner: we think.\n", "ownership.contact", "unknown"),
    ],
)
def test_what_the_report_says_is_at_most_claimed(judged, criterion, report: str, name: str, status: str):
    assert criterion(judged(HEAD + report), name).status == status


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Version: 3.1", "pass"),
        ("Deployed v3.1 to staging", "pass"),
        ("Commit 9fceb02", "pass"),
        ("Accuracy 0.848", "partial"),
        ("Host 127.0.0.1", "partial"),
        ("Row 3f2b8c1d-9e4a-4c1b-8f6e-2d7a5b9c0e1f", "partial"),
    ],
)
def test_a_decimal_an_address_and_a_key_are_no_version(judged, criterion, line: str, status: str):
    assert criterion(judged(f"# Shop\n\n**Date**: 2026-11-20\n\n{line}\n"), "ownership.identity").status == status


def test_a_ticked_item_gives_less_than_its_weight(judged, criterion):
    found = criterion(judged(HEAD + "- [x] Backups run every night\n"), "data.backup")
    assert 0 < found.points < found.weight
    assert found.lines == (5,)
    assert any("line 5" in text for text in found.because)


def test_a_bare_word_is_worth_what_the_report_is_worth(judged, criterion):
    plain = judged(HEAD + "- [x] Backups run every night\n")
    proud = judged(HEAD + "# 🎉🚀🏆 100% done! 🎉🚀🏆\n\n- [x] Backups run every night\n")
    assert proud.credibility < plain.credibility
    assert criterion(proud, "data.backup").points < criterion(plain, "data.backup").points


def test_evidence_passes_a_criterion(judged, criterion, passing):
    found = criterion(judged(HEAD + "- [x] Unit tests pass\n", {"junit.xml": passing}), "quality.tests")
    assert (found.status, found.points) == ("pass", found.weight)
    assert any("junit.xml" in text for text in found.because)


def test_evidence_fails_a_criterion_whatever_the_report_says(judged, criterion, failing):
    review = judged(HEAD + "- [x] Unit tests: all 2 pass\n", {"junit.xml": failing})
    assert criterion(review, "quality.tests").status == "fail"
    assert review.verdict == "NO-GO"


def test_what_evidence_gravely_contradicts_fails_even_where_it_shows_the_criterion(judged, criterion):
    """No critical vulnerability, as asked, but three of the none that the report claims."""
    listed = ", ".join(f'"{name}": {{"name": "{name}", "severity": "high"}}' for name in "abc")
    counts = '{"info": 0, "low": 0, "moderate": 0, "high": 3, "critical": 0, "total": 3}'
    audit = f'{{"auditReportVersion": 2, "vulnerabilities": {{{listed}}}, "metadata": {{"vulnerabilities": {counts}}}}}'
    review = judged(HEAD + "- [x] Dependency audit: 0 vulnerabilities\n", {"npm-audit.json": audit.encode()})
    assert criterion(review, "security.vulnerabilities").status == "fail"
    assert review.verdict == "NO-GO"
    assert any("evidence contradicts the report" in reason.text for reason in review.reasons)


def test_evidence_does_not_hide_what_the_report_leaves_open(judged, criterion, passing):
    review = judged(HEAD + "- [x] Unit tests pass\n- [ ] Integration tests\n", {"junit.xml": passing})
    assert criterion(review, "quality.tests").status == "partial"


def test_a_file_passes_a_criterion_only_together_with_a_claim(judged, criterion):
    silent = judged(HEAD + "- [x] Unit tests pass\n", {"files.txt": FILES})
    said = judged(HEAD + "- [x] Runbook for every alert\n", {"files.txt": FILES})
    assert criterion(silent, "reliability.failure-modes").status == "partial"
    assert criterion(said, "reliability.failure-modes").status == "pass"


def test_the_whole_of_a_file_speaks_for_its_parts(judged, criterion):
    lcov = b"TN:\nSF:a.py\nLF:90\nLH:90\nend_of_record\nSF:b.py\nLF:10\nLH:2\nend_of_record\n"
    found = criterion(judged(HEAD, {"lcov.info": lcov}), "quality.coverage")
    assert found.status == "pass"


@pytest.mark.parametrize(
    "item",
    [
        "- [x] Load tests with 200 users",
        "- [x] Lasttest mit 200 Nutzern bestanden und dokumentiert",
        "- [x] Pruebas de carga con 200 usuarios realizadas sin errores",
        "- [x] Testes de carga com 200 usuários realizados sem erros",
        "- [x] Tests de charge avec 200 utilisateurs réalisés sans erreur",
        "- [x] 压力测试已完成，支持 200 个并发用户",
        "- [x] 負荷テストを実施し、200ユーザーで確認しました",
        "- [x] Нагрузочное тестирование на 200 пользователей выполнено",
    ],
)
def test_a_criterion_is_found_in_the_words_of_its_language(judged, criterion, item: str):
    assert criterion(judged(item + "\n"), "performance.load").status == "claimed"


def test_a_criterion_that_does_not_apply_leaves_the_score(judged, criterion):
    rules = EXTENDED + "without: {data.backup: It keeps nothing.}\n"
    plain, without = judged(HEAD), judged(HEAD, rules=rules)
    assert criterion(without, "data.backup").status == "not-applicable"
    assert criterion(without, "data.backup").because == ("It keeps nothing.",)
    assert without.score > plain.score


def test_every_point_of_the_score_is_accounted_for(judged, passing):
    review = judged(HEAD + "- [x] Unit tests pass\n- [x] Backups\n- [ ] Alerts\n", {"junit.xml": passing})
    applying = [one for one in review.criteria if one.status != "not-applicable"]
    points, weights = sum(one.points for one in applying), sum(one.weight for one in applying)
    assert review.score == pytest.approx(100 * points / weights, abs=0.05)
    assert all(0 <= one.points <= one.weight and one.because for one in applying)
    assert sum(area.weight for area in review.areas) == weights


def test_every_point_of_the_credibility_is_accounted_for(judged, passing):
    review = judged(HEAD + "- [x] Unit tests: 2/2\n- [ ] Alerts\n- ❌ Restore\n", {"junit.xml": passing})
    assert review.credibility == pytest.approx(sum(entry.points for entry in review.account), abs=0.05)


@pytest.mark.parametrize(
    ("taken", "tests", "fresh"),
    [("2026-11-20", "pass", "pass"), ("2026-11-12", "pass", "pass"), ("2026-03-01", "claimed", "partial")],
)
def test_stale_evidence_shows_nothing(judged, criterion, passing, taken: str, tests: str, fresh: str):
    dated = passing.replace(b'name="unit"', f'name="unit" timestamp="{taken}T10:00:00"'.encode())
    review = judged(HEAD + "- [x] Unit tests pass\n", {"junit.xml": dated})
    assert criterion(review, "quality.tests").status == tests
    assert criterion(review, "integrity.freshness").status == fresh


def test_evidence_that_gives_no_time_is_fresh_only_in_part(judged, criterion, passing):
    assert criterion(judged(HEAD, {"junit.xml": passing}), "integrity.freshness").status == "partial"
