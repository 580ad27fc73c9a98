"""The pages as HTML: what they say, how they are guarded, and that nothing of a hostile report runs."""

import re
from datetime import timedelta

import pytest

from services.console.tests.consoles import Running
from services.console.tests.stored import AT, Connection, sent, store_all, store_upload, tell

pytestmark = pytest.mark.integration

HOSTILE = (
    "# <script>alert(1)</script> [go](javascript:alert(1))\n"
    '- [x] Load testing \N{RIGHT-TO-LEFT OVERRIDE}"><img src=x onerror=alert(1)>\n'
    '- [ ] Load testing \N{RIGHT-TO-LEFT OVERRIDE}"><img src=x onerror=alert(1)>\n'
)
LONG = ("A" * 5_000_000,)


async def test_a_review_answers_first_what_to_do(console: Running, connection: Connection, project: str) -> None:
    scored = await store_all(connection, sent(project, "2.4.0"), replace={"verdict": "HOLD", "score": 61.5})
    page = console.page(f"/reviews/{scored.review_id}").text
    order = ["HOLD", "61.5", "What decided it", 'id="findings"', 'id="report"', 'id="criteria"', 'id="timeline"']
    places = [page.index(piece) for piece in order]
    assert places == sorted(places)
    assert re.search(r"<title>HOLD: \S+ 2\.4\.0", page)


async def test_findings_and_lines_lead_to_each_other(console: Running, connection: Connection, project: str) -> None:
    """Every link within the page has a target."""
    scored = await store_all(connection, sent(project))
    page = console.page(f"/reviews/{scored.review_id}").text
    ids = re.findall(r' id="([^"]+)"', page)
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert len(ids) == len(set(ids))
    assert targets <= set(ids)
    assert {"L5", "f1"} <= targets


async def test_a_hostile_report_stays_text(console: Running, connection: Connection, project: str) -> None:
    upload = sent(
        project, '1"><script>alert(2)</script>', report=HOSTILE.encode(), name="<b>\N{RIGHT-TO-LEFT OVERRIDE}.md"
    )
    scored = await store_all(connection, upload, more_lines=LONG)
    for path in (f"/reviews/{scored.review_id}", f"/projects/{project}", "/search?q=testing+load"):
        page = console.page(path)
        assert page.status_code == 200
        for piece in ("<script>alert", "<img src=x", 'href="javascript', "\N{RIGHT-TO-LEFT OVERRIDE}", "<b>["):
            assert piece not in page.text
        assert len(page.content) < 200_000
    assert "[U+202E]" in console.page(f"/reviews/{scored.review_id}").text


async def test_pages_run_our_own_scripts_only(console: Running, connection: Connection, project: str) -> None:
    upload = sent(project)
    await store_upload(connection, upload)
    page = console.page(f"/submissions/{upload.id}")
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert re.findall(r"<script(?! src=\"/static/)", page.text) == []
    assert re.findall(r" (?:on\w+|style)=", page.text) == []
    for address in re.findall(r'(?:src|href)="(/static/[^"]+)"', page.text):
        loaded = console.get(address)
        assert loaded.status_code == 200
        assert "immutable" in loaded.headers["cache-control"]


async def test_a_submission_that_is_judged_leads_to_its_review_and_back(
    console: Running, connection: Connection, project: str
) -> None:
    waiting, judged = sent(project), sent(project, at=AT + timedelta(days=1))
    await store_upload(connection, waiting)
    scored = await store_all(connection, judged)
    assert console.page(f"/submissions/{judged.id}").headers["location"] == f"/reviews/{scored.review_id}"
    assert console.page(f"/reviews/{waiting.id}").headers["location"] == f"/submissions/{waiting.id}"
    assert console.page(f"/reviews/{judged.id}").status_code == 200


async def test_without_javascript_the_page_asks_again_by_itself(
    console: Running, connection: Connection, project: str
) -> None:
    upload = sent(project)
    await store_upload(connection, upload)
    page = console.page(f"/submissions/{upload.id}").text
    assert '<noscript><meta http-equiv="refresh"' in page
    assert "Waiting to be read" in page


async def test_a_failed_submission_says_why_in_plain_words(
    console: Running, connection: Connection, project: str
) -> None:
    upload = sent(project)
    await store_upload(connection, upload)
    await tell(connection, upload.failed("The PDF is encrypted: save it without a password."), AT)
    page = console.page(f"/submissions/{upload.id}").text
    assert "The PDF is encrypted: save it without a password." in page
    assert "Look at the file that is named" in page
    assert "http-equiv" not in page
    assert console.page(f"/reviews/{upload.id}").headers["location"] == f"/submissions/{upload.id}"


async def test_a_project_shows_verdict_score_and_change(console: Running, connection: Connection, project: str) -> None:
    first = await store_all(connection, sent(project, "1"), replace={"verdict": "NO-GO", "score": 40.0})
    await store_all(
        connection, sent(project, "2", AT + timedelta(days=1)), previous=first, replace={"verdict": "GO", "score": 92.5}
    )
    page = console.page(f"/projects/{project}").text
    assert page.index(">2</a>") < page.index(">1</a>")
    assert "+52.5" in page
    assert 'class="verdict go"' in page
    assert "from 40 to 92.5" in page


@pytest.mark.parametrize("path", ["/nowhere", "/reviews/12", "/projects/nobody-sent-this", "/projects/%2e%2e"])
def test_what_is_not_there_has_a_page_that_says_so(console: Running, path: str) -> None:
    page = console.page(path)
    assert page.status_code == 404
    assert page.headers["content-type"].startswith("text/html")
    assert 'href="/">All projects' in page.text


async def test_an_empty_console_tells_how_to_send_the_first_report(
    locked: Running, connection: Connection, project: str
) -> None:
    from services.console.tests.stored import store_key

    key = await store_key(connection, locked.pepper, project, "read")
    page = locked.get("/", key, accept="text/html").text
    assert "gonogo submit" in page
    assert "curl" in page
