"""The documentation says what is: generated tables, links, commands and settings that it names."""

import argparse
import ast
import os
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from starlette.exceptions import HTTPException
from starlette.requests import Request

from gonogo_cli.main import COMMANDS
from gonogo_contracts import events
from gonogo_contracts.envelope import Event
from gonogo_platform.http import _on_http_exception
from tests.docs_tables import COMMAND, HTTP, ROOT, TABLES, receivers, said_by

PAGES = sorted(
    page
    for pattern in ("*.md", "docs/**/*.md", "libs/*/*.md", "services/*/*.md", "deploy/**/*.md")
    for page in ROOT.glob(pattern)
)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"^(`{3,})[^\n]*\n(?P<block>.*?)^\1|`(?P<span>[^`\n]+)`", re.MULTILINE | re.DOTALL)
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
VARIABLE = re.compile(r"\bGONOGO_[A-Z0-9_]*[A-Z0-9]\b")

on_every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))


@pytest.mark.parametrize("name", TABLES)
def test_a_table_says_what_the_code_says(name: str) -> None:
    """`make docs` writes them anew."""
    text, file = TABLES[name](), ROOT / name
    if os.environ.get("GONOGO_WRITE_DOCS"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
    assert file.read_text("utf-8") == text, f"{name} is not up to date: run 'make docs'"


@pytest.mark.parametrize("event", events.ALL, ids=lambda event: event.TYPE)
def test_an_event_is_heard_by_whom_it_names(event: type[Event]) -> None:
    """The first line of an event's module, and the topology; the console hears everything."""
    _, named = said_by(event)
    assert named | {"console"} == receivers(event)


@pytest.mark.parametrize("refused", HTTP, ids=lambda refused: refused.status)
async def test_the_frameworks_refusals_have_codes_too(refused: tuple[str, str, str]) -> None:
    """As the table has them."""
    code, status, title = refused
    answer = await _on_http_exception(Request({"type": "http"}), HTTPException(int(status)))
    body = msgspec.json.decode(answer.body)
    assert (f"`{body['code']}`", str(answer.status_code), body["title"]) == (code, status, title)


def test_the_commands_settings_are_all_told() -> None:
    """Every variable that the command asks the environment for by name."""
    asked = {
        node.args[0].value
        for path in (ROOT / "libs/cli/gonogo_cli").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("setting", "optional") and node.args
        if isinstance(node.args[0], ast.Constant)
    }
    assert asked == set(COMMAND)


@on_every_page
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link of a page, and the heading where it names one."""
    text = page.read_text("utf-8")
    prose = CODE.sub("", text)
    links = [link for link in LINK.findall(prose) if not re.match(r"[a-z]+:", link)]
    assert [link for link in links if not leads_somewhere(page, link)] == []


def leads_somewhere(page: Path, link: str) -> bool:
    name, _, heading = link.partition("#")
    target = page.parent / name if name else page
    return target.exists() and (not heading or heading in anchors(target))


def anchors(page: Path) -> set[str]:
    """The headings of a page, as code hosts name them in addresses."""
    headings = re.findall(r"^#+ +(.*)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def code_of(page: Path) -> Iterator[str]:
    """The lines of a page's code blocks, continued ones joined, and its code spans."""
    for match in CODE.finditer(page.read_text("utf-8")):
        yield from (match["block"] or match["span"]).replace("\\\n", " ").splitlines()


@on_every_page
def test_make_targets_exist(page: Path) -> None:
    """Every `make TARGET` in a page's code."""
    called = {name for line in code_of(page) for name in re.findall(r"\bmake (?:[A-Z_]+=\S+ )*([a-z][a-z-]*)", line)}
    assert called <= TARGETS


@on_every_page
def test_commands_exist(page: Path) -> None:
    """Every `gonogo COMMAND` in a page's code, with the verbs and options that it names."""
    lines = [line for line in code_of(page) if re.search(r"(?:^|[ /$])gonogo [a-z]", line)]
    assert [problem for line in lines if (problem := misnamed(line))] == []


def misnamed(line: str) -> str:
    """What a line with a command names that is not there; nothing where all is."""
    words = re.split(r"(?:^|[ /$])gonogo ", line, maxsplit=1)[1].split("#")[0]
    name, *rest = words.split()
    command = next((one for one in COMMANDS if one.name == name), None)
    if command is None:
        return f"there is no command {name!r}: {line}"
    parser = argparse.ArgumentParser()
    command.load().configure(parser)
    known, verbs = options_and_verbs(parser)
    named = set(re.findall(r"(?<!\S)\[?(--[a-z][a-z-]*)", words))
    said = set(rest[0].split("|")) if rest and re.fullmatch(r"[a-z|-]+", rest[0]) and verbs else set()
    return f"there is no {sorted((named - known) | (said - verbs))}: {line}" if named - known or said - verbs else ""


def options_and_verbs(parser: argparse.ArgumentParser) -> tuple[set[str], set[str]]:
    """What a command may be given, with what its verbs may be given."""
    options, verbs = set(parser._option_string_actions), set()
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            verbs |= set(action.choices)
            for below in action.choices.values():
                options |= set(below._option_string_actions)
    return options, verbs


@on_every_page
def test_settings_exist(page: Path) -> None:
    """Every variable that a page names."""
    told = (ROOT / "docs/settings.md").read_text("utf-8") + (ROOT / ".env.example").read_text("utf-8")
    assert set(VARIABLE.findall(page.read_text("utf-8"))) - set(VARIABLE.findall(told)) == set()
