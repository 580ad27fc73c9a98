"""States of Korean items: what is not yet so, what is never done, what stands behind a dash."""

from collections.abc import Callable

import pytest

States = Callable[..., list[str | None]]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- 수레 계량은 아직 미완료", "open"),
        ("- 수레 계량은 아직 진행 중", "partial"),
        ("- 수레 계량은 아직 완료되지 않음", "open"),
        ("- 저울은 아직 배포되지 않았습니다", "open"),
        ("- 저울은 아직 완료 안 됨", "open"),
        ("- 저울은 테스트하지 않음", "open"),
        ("- 빈 수레는 추가하지 않음", None),
        ("## 수레 계량 과정 확인 - 완료", "done"),
        ("- 수레 계량 확인 완료 예정", "open"),
    ],
)
def test_states(states: States, line: str, expected: str | None) -> None:
    """'Still' leaves a state as it is; what a program never does is none."""
    assert states(line, "ko") == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "3. Done!", []),
        ("ru", "3. Готово!", []),
        ("en", "3. Scales: done!", ["done"]),
        ("en", "3. ✅ Done!", ["done"]),
    ],
)
def test_cheers_behind_the_last_step(states: States, language: str, line: str, expected: list[str]) -> None:
    """What ends a list of steps names no thing that is done."""
    assert states(line, language) == expected
