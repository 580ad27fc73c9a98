"""Writes .env.example from compose.yaml and the services' settings; with --check it only says whether it is up to date.

What compose.yaml demands comes first, then what it lets change, then every setting of the services with its meaning.
"""

import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from gonogo_platform.settings import PlatformSettings

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / ".env.example"
SERVICES = ("ingest", "parser", "scorer", "notifier", "console")
HEAD = """\
# Written by deploy/env_example.py from compose.yaml and the services' settings: change those, not this file.
# cp .env.example .env    fill in the secrets, each another one:    openssl rand -hex 24
"""
SECRETS = """
# Secrets, without which compose.yaml does not start: 16 or more letters and digits, for they become parts of addresses.
"""
PROFILES = """
# The mailbox for development, Prometheus and Grafana; leave out what you do not want.
COMPOSE_PROFILES=mail,observability

# What compose.yaml lets you change, with its defaults.
"""
SETTINGS = """
# Every other setting of the services, with its default. Those you change go into gonogo.env beside compose.yaml.
"""


def render() -> str:
    """The whole file."""
    text = (ROOT / "compose.yaml").read_text()
    required = dict.fromkeys(re.findall(r"\$\{(\w+):\?", text))
    optional = dict(re.findall(r"\$\{(\w+):-([^}]*)\}", text))
    given = {*required, *optional, *re.findall(r"^ +(GONOGO_\w+):", text, re.MULTILINE)}
    parts = [
        HEAD,
        SECRETS,
        *(f"{name}=\n" for name in required),
        PROFILES,
        *(f"# {name}={_shown(name, value)}\n" for name, value in sorted(optional.items())),
        SETTINGS,
        *(line for name, line in sorted(_settings()) if name not in given),
    ]
    return "".join(parts)


def _shown(name: str, value: str) -> str:
    # The file that is mounted where no routes are given is of no use in an example.
    return "" if name == "GONOGO_ROUTES_FILE" else value


def _settings() -> Iterator[tuple[str, str]]:
    """Variable and line of each setting; one that several services share stands once."""
    seen: dict[str, str] = {}
    for service in SERVICES:
        module = importlib.import_module(f"gonogo_{service}.settings")
        for kind in vars(module).values():
            if isinstance(kind, type) and issubclass(kind, PlatformSettings):
                seen.update((f"GONOGO_{name.upper()}", _line(name, field)) for name, field in kind.model_fields.items())
    yield from seen.items()


def _line(name: str, field: FieldInfo) -> str:
    default = "" if field.default in (PydanticUndefined, None) else str(field.default)
    return f"# {field.description}\n# GONOGO_{name.upper()}={default}\n"


def main() -> int:
    """Writes the file, or compares it; status 1 where it is not up to date."""
    text = render()
    if "--check" not in sys.argv[1:]:
        TARGET.write_text(text)
    elif not TARGET.exists() or TARGET.read_text() != text:
        print(f"{TARGET.name} is not up to date: run {Path(__file__).name}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
