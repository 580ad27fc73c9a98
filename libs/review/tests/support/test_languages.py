"""The same report in seven languages, against the same evidence, gets the same support line by line."""

import json

import pytest

from .bundle import held

COMPOSE = """services:
  api: {image: "a:1", mem_limit: 1g, healthcheck: {test: x}}
  db: {image: "b:1", healthcheck: {test: x}}
"""
CASES = '<testcase name="a"/>' * 40 + '<testcase name="b"><failure/></testcase>' * 2
JUNIT = f'<testsuite name="all" timestamp="2026-02-03T09:00:00">{CASES}</testsuite>'
LCOV = """SF:src/services/orders.ts
LF:200
LH:126
end_of_record
SF:src/pages/home.tsx
LF:100
LH:0
end_of_record
"""
COUNTS = {"info": 0, "low": 0, "moderate": 0, "high": 2, "critical": 0, "total": 2}
AUDIT = {
    "vulnerabilities": {"a": {"severity": "high"}, "b": {"severity": "high"}},
    "metadata": {"vulnerabilities": COUNTS},
}
TREE = "README.md\ndocs/API.md\nsrc/services/orders.ts\nsrc/pages/home.tsx\n"

LINES = {
    "en": [
        "Total tests: 42",
        "Tests passed: 42/42",
        "Tests failed: 2",
        "Line coverage: 42%",
        "Test coverage: 80%",
        "Critical vulnerabilities: 0",
        "High vulnerabilities: 2",
        "Health checks on all services",
        "Memory limits on all services",
        "Created `docs/API.md`",
        "Created `docs/RUNBOOK.md`",
    ],
    "de": [
        "Tests gesamt: 42",
        "Tests bestanden: 42/42",
        "Tests fehlgeschlagen: 2",
        "Zeilenabdeckung: 42%",
        "Testabdeckung: 80%",
        "Kritische Schwachstellen: 0",
        "Hohe Schwachstellen: 2",
        "Healthchecks für alle Dienste",
        "Speicherlimits für alle Dienste",
        "Erstellt: `docs/API.md`",
        "Erstellt: `docs/RUNBOOK.md`",
    ],
    "es": [
        "Total de pruebas: 42",
        "Pruebas aprobadas: 42/42",
        "Pruebas fallidas: 2",
        "Cobertura de líneas: 42%",
        "Cobertura de pruebas: 80%",
        "Vulnerabilidades críticas: 0",
        "Vulnerabilidades altas: 2",
        "Health checks en todos los servicios",
        "Límites de memoria en todos los servicios",
        "Creado `docs/API.md`",
        "Creado `docs/RUNBOOK.md`",
    ],
    "ru": [
        "Всего тестов: 42",
        "Тесты пройдены: 42/42",
        "Тестов упало: 2",
        "Покрытие строк: 42%",
        "Покрытие тестами: 80%",
        "Критических уязвимостей: 0",
        "Высоких уязвимостей: 2",
        "Healthcheck для всех сервисов",
        "Лимиты памяти для всех сервисов",
        "Создан `docs/API.md`",
        "Создан `docs/RUNBOOK.md`",
    ],
    "ja": [
        "テスト総数: 42",
        "テスト成功: 42/42",
        "テスト失敗: 2件",
        "行カバレッジ: 42%",
        "テストカバレッジ: 80%",
        "重大な脆弱性: 0件",
        "高の脆弱性: 2件",
        "すべてのサービスにヘルスチェックを設定",
        "すべてのサービスにリソース制限",
        "`docs/API.md` を作成",
        "`docs/RUNBOOK.md` を作成",
    ],
    "zh": [
        "测试总数：42",
        "测试通过：42/42",
        "测试失败：2",
        "行覆盖率：42%",
        "测试覆盖率：80%",
        "严重漏洞：0",
        "高危漏洞：2",
        "所有服务都有健康检查",
        "所有服务都有资源限制",
        "已创建 `docs/API.md`",
        "已创建 `docs/RUNBOOK.md`",
    ],
    "ko": [
        "전체 테스트: 42",
        "테스트 통과: 42/42",
        "테스트 실패: 2",
        "라인 커버리지: 42%",
        "테스트 커버리지: 80%",
        "치명적 취약점: 0",
        "높음 취약점: 2",
        "모든 서비스에 헬스체크",
        "모든 서비스에 리소스 제한",
        "`docs/API.md` 생성",
        "`docs/RUNBOOK.md` 생성",
    ],
}
EXPECTED = [
    "verified",
    "contradicted",
    "verified",
    "verified",
    "contradicted",
    "verified",
    "verified",
    "verified",
    "contradicted",
    "verified",
    "contradicted",
]
FIRST = 5
"""The line of the first item."""


@pytest.mark.parametrize("language", LINES)
def test_every_line_gets_its_support(language: str) -> None:
    report = "# Report\n\n2026-02-03\n\n" + "".join(f"- ✅ {line}\n" for line in LINES[language])
    out = held(
        report,
        compose__yaml=COMPOSE,
        junit__xml=JUNIT,
        lcov__info=LCOV,
        npm___audit__json=json.dumps(AUDIT),
        files__txt=TREE,
    )
    supports: dict[int, set[str]] = {}
    for backing in out.backings:
        supports.setdefault(out.reading.statements[backing.statement].line, set()).add(backing.support)
    said = [supports.get(FIRST + number, set()) for number in range(len(EXPECTED))]
    wrong = [
        (line, found) for line, found, want in zip(LINES[language], said, EXPECTED, strict=True) if want not in found
    ]
    assert wrong == []
