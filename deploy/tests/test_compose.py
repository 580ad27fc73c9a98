"""compose.yaml keeps what an operator relies on, for every service that anybody adds."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "compose.yaml").read_text("utf-8")
SERVICES: dict[str, dict[str, Any]] = yaml.safe_load(TEXT)["services"]
OURS = ("ingest", "parser", "scorer", "notifier", "console")
VARIABLE = re.compile(r"\$\{\w+(:[-?+][^}]*)?\}")

each = pytest.mark.parametrize("name", SERVICES)


@each
def test_runs_as_nobody_in_particular(name: str) -> None:
    """No root, nothing to write to but what is named, no capability to gain."""
    service = SERVICES[name]
    assert re.fullmatch(r"[1-9]\d*:\d+", service["user"])
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]


@each
def test_is_bounded(name: str) -> None:
    """Limits and reservations of both processor and memory, a limit of processes, and logs that rotate."""
    resources = SERVICES[name]["deploy"]["resources"]
    assert set(resources["limits"]) == {"cpus", "memory", "pids"}
    assert set(resources["reservations"]) == {"cpus", "memory"}
    assert set(SERVICES[name]["logging"]["options"]) == {"max-size", "max-file"}


@each
def test_comes_back_and_says_how_it_is(name: str) -> None:
    """A restart policy, and a health check: its own or, for our services, the one in the image."""
    assert SERVICES[name]["restart"].startswith(("unless-stopped", "on-failure"))
    assert name in OURS or "healthcheck" in SERVICES[name]


@each
def test_is_published_on_this_machine_only(name: str) -> None:
    """A port without an address would be open to the network."""
    for port in SERVICES[name].get("ports", []):
        assert port.startswith("127.0.0.1:")


@each
def test_image_is_pinned(name: str) -> None:
    """A version, never `latest`; ours carry the tag of the installation."""
    _, _, tag = SERVICES[name]["image"].partition(":")
    assert tag not in ("", "latest")
    assert name in (*OURS, "migrate") or re.search(r"\d+\.\d+", tag)


@each
def test_holds_no_secret(name: str) -> None:
    """Whatever is called a password or stands in an address as one comes from the environment."""
    for variable, value in SERVICES[name].get("environment", {}).items():
        if re.search(r"PASS|SECRET|PEPPER", variable):
            assert VARIABLE.fullmatch(value), variable
        if login := re.search(r"//[^@/:]*:(.*?)@", value):
            assert VARIABLE.fullmatch(login[1]), variable


def test_a_role_has_the_password_that_migrate_gives_it() -> None:
    """Each service logs in as its own role, and `migrate` is told the password of each."""
    for name in OURS:
        password = f"GONOGO_{name.upper()}_DB_PASSWORD"
        assert f"//gonogo_{name}:${{{password}:?" in SERVICES[name]["environment"]["GONOGO_POSTGRES_URL"]
        assert password in SERVICES["migrate"]["environment"]


@pytest.mark.parametrize("file", ["deploy/compose/standins/compose.yaml", ".github/workflows/ci.yml"])
def test_the_same_images_everywhere(file: str) -> None:
    """Stand-ins and CI name the servers' images as compose.yaml does."""
    named = re.findall(r"image: \"?([a-z/]+:[\w.-]+)", (ROOT / file).read_text("utf-8"))
    assert set(named) <= {service["image"] for service in SERVICES.values()}
    assert named
