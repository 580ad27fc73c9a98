"""What is generated or derived is what it should be made into now."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from gonogo_platform.metrics import Metrics

ROOT = Path(__file__).parents[2]
PIN = re.compile(r"^([\w.-]+)==(\S+)", re.MULTILINE)


@pytest.mark.parametrize("script", ["deploy/env_example.py", "deploy/grafana/make_dashboard.py"])
def test_is_up_to_date(script: str) -> None:
    """Running the script again would change nothing."""
    done = subprocess.run([sys.executable, ROOT / script, "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_image_installs_what_the_tests_ran_with() -> None:
    """Each pin of the image's list stands in the developers' list."""
    image = dict(PIN.findall((ROOT / "deploy" / "requirements.lock").read_text("utf-8")))
    assert image.items() <= dict(PIN.findall((ROOT / "requirements.lock").read_text("utf-8"))).items()
    assert not {"pytest", "mypy", "ruff"} & image.keys()


def test_the_image_installs_what_our_packages_ask_for() -> None:
    """A dependency that was added without `deploy/lock.sh` would be missed only when the container starts."""
    image = {name for name, _ in PIN.findall((ROOT / "deploy" / "requirements.lock").read_text("utf-8"))}
    for project in (*ROOT.glob("libs/*/pyproject.toml"), *ROOT.glob("services/*/pyproject.toml")):
        asked = tomllib.loads(project.read_text("utf-8"))["project"]["dependencies"]
        names = {Requirement(text).name for text in asked if not text.startswith("gonogo-")}
        assert {name.lower().replace("_", "-") for name in names} <= image, project


@pytest.mark.parametrize("file", ["deploy/grafana/panels.yaml", "deploy/prometheus/rules/gonogo.yml"])
def test_asks_only_for_metrics_that_exist(file: str) -> None:
    """A renamed metric would leave an empty panel, or an alert that never fires."""
    known = {family.name.removesuffix("_total") for family in Metrics("parser").registry.collect()}
    asked = set(re.findall(r"\bgonogo_\w+", (ROOT / file).read_text("utf-8")))
    assert {re.sub(r"_(total|bucket|count|sum)$", "", name) for name in asked} <= known
    assert asked
