"""A real browser, headless."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from playwright.async_api import Page, async_playwright, expect

from services.console.tests.consoles import SECONDS

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

expect.set_options(timeout=SECONDS * 1000)  # milliseconds


def chromium() -> str:
    """Where Chromium is; without it the test is skipped on a laptop and fails in CI."""
    found = os.environ.get("GONOGO_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        text = "no Chromium: install Debian's package chromium, or set GONOGO_CHROMIUM to its path"
        if os.environ.get("CI"):
            pytest.fail(text)
        pytest.skip(text)
    return found


@asynccontextmanager
async def browsing(**context: Any) -> AsyncIterator[tuple[Page, list[str]]]:
    """A page, and what went wrong in it: errors of scripts, of the content security policy, and dialogs."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        page = await (await browser.new_context(**context)).new_page()
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.on("dialog", lambda dialog: wrong.append(dialog.message))
        try:
            yield page, wrong
        finally:
            await browser.close()
