"""States in brackets at the head of a line, and in its last column."""

from collections.abc import Callable

import pytest

from gonogo_review.model import Statement
from gonogo_review.reading import read_report


def states(text: str) -> list[tuple[str, str | None]]:
    """Type and state of every claim."""
    return [(claim.type, claim.state) for claim in read_report(text.encode(), "r.md").statements]


@pytest.mark.parametrize("tag", ["[OK]", "[PASS]", "[N/A]", "[WARN]", "[KO]"])
@pytest.mark.parametrize("form", ["- {} Images signed", "  {}  Images signed", "```\n{} Images signed\n```"])
def test_tag_at_the_head(tag: str, form: str) -> None:
    """In a list, in plain text and in output alike; it marks one thing."""
    state = {"[N/A]": "na", "[WARN]": "partial", "[KO]": "failed"}.get(tag, "done")
    assert states("# Checks\n\n" + form.format(tag)) == [("item", state)]


@pytest.mark.parametrize("line", ["[Ok](docs/ok.md) explains it", "[A] first choice"])
def test_brackets_that_are_no_tag(line: str) -> None:
    """Links, prose and letters."""
    assert states(f"# Checks\n\n{line}\n") == []


def test_last_column_of_plain_text() -> None:
    """Three blanks part columns; a status key speaks for the whole, a head of columns says nothing."""
    text = "Checks\n\n  Retries           3             PASSED\n  Queue lag         9 min         FAILED\n"
    assert states(text) == [("item", "done"), ("item", "failed")]
    assert states("Checks\n\n  Stage         READY\n  Status        READY\n") == [("item", "done"), ("status", "done")]
    assert states("Checks\n\n  Severity      Closed\n  high               2\n") == []


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("de", "- [Erledigt] Wiegen der Karren", ["done"]),
        ("fr", "- [En attente] Pesée des chariots", ["open"]),
        ("es", "- [Pendiente] Pesaje de los carros", ["open"]),
        ("pt", "- [Concluído] Pesagem dos carros", ["done"]),
        ("it", "- [In corso] Pesatura dei carri", ["partial"]),
        ("ru", "- [Готово] Взвешивание тележек", ["done"]),
        ("pl", "- [Gotowe] Ważenie wózków", ["done"]),
        ("tr", "- [Tamamlandı] Arabaların tartılması", ["done"]),
        ("zh", "- 【已完成】推车称重", ["done"]),
        ("ja", "- 【未対応】台車の計量", ["open"]),
        ("ko", "- [ 확인 필요 ] 수레 계량", ["open"]),
        ("en", "- [Not done] Weighing of carts", ["open"]),
        ("en", "- [Complete guide] Weighing of carts", []),
        ("de", "- [Fertig](docs/karren.md) beschreibt es", []),
        ("ko", "- [ 결론 ] 수레 계량", []),
    ],
)
def test_words_in_brackets_at_the_head(
    claims: Callable[..., list[Statement]], language: str, line: str, expected: list[str]
) -> None:
    """In any language a word of state that fills the brackets marks what follows."""
    assert [claim.state for claim in claims(line, language) if claim.state] == expected


def test_tagged_text_is_an_item(claims: Callable[..., list[Statement]]) -> None:
    """A line of plain text with such brackets is one thing of several."""
    assert [(claim.type, claim.state) for claim in claims("[ 해결 완료 ] 수레 계량", "ko")] == [("item", "done")]
