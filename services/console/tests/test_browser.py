"""What a person sees and does, in headless Chromium."""

import re
from datetime import timedelta

import pytest
from playwright.async_api import expect

from services.console.tests.browsing import browsing
from services.console.tests.consoles import Running
from services.console.tests.stored import (
    AT,
    Connection,
    Sent,
    judged,
    sealed,
    sent,
    store_all,
    store_key,
    store_reading,
    store_review,
    store_upload,
    tell,
)

pytestmark = pytest.mark.integration

WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 390, "height": 844}


async def finish(console: Running, connection: Connection, upload: Sent) -> str:
    """Lets the submission be judged; gives the address of its review."""
    reading, review = judged(upload)
    await store_reading(connection, upload, reading)
    scored = await store_review(connection, upload, review)
    await console.publish(sealed(scored, upload.at + timedelta(seconds=2)))
    return f"{console.url}/reviews/{scored.review_id}"


async def test_a_page_goes_on_to_the_verdict_by_itself(console: Running, connection: Connection, project: str) -> None:
    upload = sent(project)
    await store_upload(connection, upload)
    async with browsing() as (page, wrong):
        await page.goto(f"{console.url}/submissions/{upload.id}")
        await expect(page.get_by_role("status")).to_contain_text("Waiting to be read")
        await console.publish(sealed(upload.parsed, upload.at + timedelta(seconds=1)))
        await expect(page.get_by_role("status")).to_contain_text("Being judged")
        await expect(page.get_by_text("Read: 3 claims, 1 fact")).to_be_visible()
        review = await finish(console, connection, upload)
        await expect(page).to_have_url(review)
        await expect(page.get_by_role("heading", name="What decided it")).to_be_in_viewport()
        assert wrong == []


async def test_without_javascript_it_does_too(console: Running, connection: Connection, project: str) -> None:
    upload = sent(project)
    await store_upload(connection, upload)
    async with browsing(java_script_enabled=False) as (page, _):
        await page.goto(f"{console.url}/submissions/{upload.id}")
        review = await finish(console, connection, upload)
        await page.wait_for_url(review)


async def test_a_failure_shows_by_itself(console: Running, connection: Connection, project: str) -> None:
    upload = sent(project)
    await store_upload(connection, upload)
    async with browsing() as (page, wrong):
        await page.goto(f"{console.url}/submissions/{upload.id}")
        await console.publish(sealed(upload.failed("The PDF is encrypted."), upload.at))
        await expect(page.get_by_role("heading", name="This report could not be judged")).to_be_visible()
        await expect(page.locator("#live")).to_have_count(0)
        assert wrong == []


@pytest.mark.parametrize("view", [WIDE, NARROW], ids=["wide", "narrow"])
async def test_a_finding_leads_to_its_line_and_back(
    console: Running, connection: Connection, project: str, view: dict[str, int]
) -> None:
    scored = await store_all(connection, sent(project))
    async with browsing(viewport=view) as (page, wrong):
        await page.goto(f"{console.url}/reviews/{scored.review_id}")
        link = page.locator("#f1 .lines a").last
        line = await link.get_attribute("href")
        await link.click()
        row = page.locator(str(line))
        await expect(row).to_be_in_viewport()
        await row.locator(".note a[href='#f1']").click()
        await expect(page.locator("#f1")).to_be_in_viewport()
        assert wrong == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", [WIDE, NARROW], ids=["wide", "narrow"])
async def test_no_page_is_wider_than_the_screen(
    console: Running, connection: Connection, project: str, view: dict[str, int], scheme: str
) -> None:
    """Whatever a report holds: long words, long names, long lines."""
    word = "unbreakable" * 40
    report = f"# {word}\n\n| {word} | {word} |\n| --- | --- |\n| {word} | 1 |\n\n- [x] {word} done\n- [ ] {word} done\n"
    upload = sent(project, word, report=report.encode(), name=f"{word}.md")
    scored = await store_all(connection, upload)
    failed = sent(project, word)
    await store_upload(connection, failed)
    await tell(connection, failed.failed(word), AT)
    addresses = [f"/reviews/{scored.review_id}", f"/submissions/{failed.id}", f"/projects/{project}", "/", "/nowhere"]
    async with browsing(viewport=view, color_scheme=scheme) as (page, _):
        for address in addresses:
            await page.goto(console.url + address)
            await page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
            assert await page.evaluate("document.documentElement.scrollWidth") <= view["width"], address


async def test_a_hostile_report_runs_nothing(console: Running, connection: Connection, project: str) -> None:
    attack = "\"'><script>alert(1)</script><img src=x onerror=alert(2)><a href='javascript:alert(3)'>x</a>"
    upload = sent(project, attack, report=f"- [x] Load test {attack}\n- [ ] Load test {attack}\n".encode())
    scored = await store_all(connection, upload)
    async with browsing() as (page, wrong):
        for address in (f"/reviews/{scored.review_id}", f"/projects/{project}", "/search?q=load"):
            await page.goto(console.url + address)
            assert await page.locator("a[href^='javascript']").count() == 0
        assert wrong == []


async def test_the_keyboard_reaches_the_content_first(console: Running, connection: Connection, project: str) -> None:
    scored = await store_all(connection, sent(project))
    async with browsing() as (page, _):
        await page.goto(f"{console.url}/reviews/{scored.review_id}")
        await page.keyboard.press("Tab")
        await expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
        await page.keyboard.press("Enter")
        await page.keyboard.press("Tab")
        assert await page.evaluate("document.querySelector('main').contains(document.activeElement)")


async def test_a_person_logs_in_with_a_key(locked: Running, connection: Connection, project: str) -> None:
    await store_all(connection, sent(project))
    key = await store_key(connection, locked.pepper, project, "read")
    async with browsing() as (page, _):
        await page.goto(f"{locked.url}/projects/{project}")
        await page.get_by_label("API key").fill("gng_not-a-key")
        await page.get_by_role("button", name="Log in").click()
        await expect(page.get_by_role("alert")).to_contain_text("unknown, expired or revoked")
        await page.get_by_label("API key").fill(key)
        await page.get_by_role("button", name="Log in").click()
        await expect(page).to_have_url(re.compile(f"/projects/{project}$"))
        await page.get_by_role("button", name="Log out").click()
        await expect(page.get_by_label("API key")).to_be_visible()
