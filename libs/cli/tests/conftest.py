from collections.abc import Callable
from pathlib import Path

import pytest

from gonogo_cli import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def gonogo(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command line in an empty folder: exit status, standard output, standard error."""
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> tuple[int, str, str]:
        try:
            status = main.run(words)
        except SystemExit as end:
            status = int(end.code or 0)
        out, err = capfdbinary.readouterr()
        return status, out.decode(), err.decode()

    return run
