import pytest
from hypothesis import given
from hypothesis import strategies as st

from gonogo_review.text.language import LANGUAGES, language_of, line_language

from .reports import REPORTS


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_is_known_by_its_language(language: str) -> None:
    assert language_of(REPORTS[language].split("\n")) == language


def test_nothing_is_english() -> None:
    assert language_of([]) == "en"
    assert language_of(["42 %", "✅", "```"]) == "en"


def test_names_of_products_do_not_outweigh_another_script() -> None:
    assert (
        language_of(["- Docker Compose 部署完成", "- React + TypeScript 前端测试通过", "- PostgreSQL migration 已验证"])
        == "zh"
    )
    assert language_of(["- Docker и Kubernetes настроены", "- PostgreSQL 15, Redis 7: миграция завершена"]) == "ru"


@pytest.mark.parametrize(
    ("line", "default", "language"),
    [
        ("- Los informes de las pruebas están en el anexo", "en", "es"),
        ("- All of the tests have passed before the release", "pt", "en"),
        ("- Login: OK (200)", "de", "de"),
        ("npm run build", "fr", "fr"),
        ("## 测试完成", "en", "zh"),
        ("## 完了", "ja", "ja"),
        ("## 完了しました", "en", "ja"),
        ("- Redis 缓存 for the API and the tests", "zh", "zh"),
        ("## 배포 완료", "en", "ko"),
        ("Тестирование завершено", "en", "ru"),
        ("Die Prüfung der Schnittstellen ist noch nicht abgeschlossen", "en", "de"),
        ("Tutti i test sono superati ma manca ancora il rilascio", "en", "it"),
        ("Wszystkie testy są zakończone, brak błędów", "en", "pl"),
        ("Tüm testler tamamlandı ve dağıtım hazır", "en", "tr"),
        ("Les tests de charge ne sont pas encore terminés", "en", "fr"),
        ("Os testes de carga ainda não foram concluídos", "en", "pt"),
    ],
)
def test_a_line_may_speak_another_language(line: str, default: str, language: str) -> None:
    assert line_language(line, default) == language


@given(st.text(), st.sampled_from(LANGUAGES))
def test_any_line_has_one_of_the_languages(line: str, default: str) -> None:
    assert line_language(line, default) in LANGUAGES
    assert line_language(line, default) == line_language(line, default)


@pytest.mark.parametrize("line", ["a " * 5_000_000, "字" * 3_000_000, "\0" * 1_000_000], ids=["words", "han", "zeros"])
def test_a_huge_line_is_judged_by_its_beginning(line: str) -> None:
    assert line_language(line, "en") in LANGUAGES
    assert language_of([line] * 10) in LANGUAGES
