"""Who may read what: a console that asks for keys."""

import httpx
import pytest

from gonogo_console.sessions import COOKIE, sign
from services.console.tests.consoles import Running
from services.console.tests.stored import Connection, sent, store_all, store_key, store_upload

pytestmark = pytest.mark.integration


async def test_without_a_key_nothing_is_shown(locked: Running, connection: Connection, project: str) -> None:
    upload = sent(project)
    await store_all(connection, upload)
    for path in (f"/v1/submissions/{upload.id}", f"/v1/reviews/{upload.id}", "/v1/projects", "/v1/search?q=load"):
        response = locked.get(path)
        assert (response.status_code, response.json()["code"]) == (401, "key-missing")
        assert response.headers["www-authenticate"].startswith("Bearer")


async def test_a_key_reads_its_project_and_no_other(locked: Running, connection: Connection, project: str) -> None:
    """What is another's looks like what does not exist."""
    mine, theirs = sent(project), sent(f"{project}-other")
    my_review, their_review = await store_all(connection, mine), await store_all(connection, theirs)
    key = await store_key(connection, locked.pepper, project, "read")
    for path in (f"/v1/submissions/{mine.id}", f"/v1/reviews/{my_review.review_id}", f"/v1/projects/{project}/trend"):
        assert locked.get(path, key).status_code == 200
    for path in (
        f"/v1/submissions/{theirs.id}",
        f"/v1/submissions/{theirs.id}/live",
        f"/v1/reviews/{their_review.review_id}",
        f"/v1/reviews/{theirs.id}?as=html",
    ):
        assert locked.get(path, key).status_code == 404
    for path in (f"/v1/projects/{theirs.project}/reviews", f"/v1/submissions?project={theirs.project}"):
        assert locked.get(path, key).json()["code"] == "project-forbidden"


async def test_lists_and_search_hold_nothing_of_others(locked: Running, connection: Connection, project: str) -> None:
    for name in (project, f"{project}-other"):
        await store_all(connection, sent(name))
    key = await store_key(connection, locked.pepper, project, "read")
    assert {item["slug"] for item in locked.get("/v1/projects", key).json()["items"]} == {project}
    assert {item["project"] for item in locked.get("/v1/submissions", key).json()["items"]} == {project}
    for words in ("testing", "ledger", project):
        assert {hit["project"] for hit in locked.get(f"/v1/search?q={words}", key).json()["items"]} == {project}


async def test_a_key_for_all_projects_reads_all(locked: Running, connection: Connection, project: str) -> None:
    await store_all(connection, sent(project))
    key = await store_key(connection, locked.pepper, "*", "read")
    assert locked.get(f"/v1/projects/{project}/reviews", key).status_code == 200


async def test_who_may_only_send_follows_what_it_sent(locked: Running, connection: Connection, project: str) -> None:
    key = await store_key(connection, locked.pepper, project, "submit")
    own, other = sent(project), sent(project)
    await store_all(connection, own, key_id=key.split("_")[1])
    await store_upload(connection, other)
    assert locked.get(f"/v1/submissions/{own.id}", key).status_code == 200
    assert locked.get(f"/v1/reviews/{own.id}", key).status_code == 200
    assert locked.get(f"/v1/submissions/{other.id}", key).status_code == 404
    for path in ("/v1/projects", f"/v1/projects/{project}/reviews", "/v1/submissions", "/v1/search?q=load"):
        assert locked.get(path, key).json()["code"] == "scope-missing"


@pytest.mark.parametrize("case", ["expired", "revoked", "wrong", "malformed", "another-scheme"])
async def test_a_key_that_is_not_valid_is_refused(
    locked: Running, connection: Connection, project: str, case: str
) -> None:
    key = await store_key(connection, locked.pepper, project, "read", days=-1 if case == "expired" else 30)
    if case == "revoked":
        await connection.execute("update ingest.api_key set revoked_at = now() where project = $1", project)
    key = {"wrong": key[:-4] + "AAAA", "malformed": "\x7f" * 90}.get(case, key)
    scheme = "Basic" if case == "another-scheme" else "Bearer"
    async with httpx.AsyncClient(base_url=locked.url) as client:
        response = await client.get("/v1/projects", headers={"Authorization": f"{scheme} {key}"})
    assert (response.status_code, response.json()["code"]) == (401, "key-invalid")
    assert key not in response.text


async def test_a_login_opens_the_pages_until_the_key_is_revoked(
    locked: Running, connection: Connection, project: str
) -> None:
    await store_all(connection, sent(project))
    key = await store_key(connection, locked.pepper, project, "read")
    async with httpx.AsyncClient(base_url=locked.url, headers={"Accept": "text/html"}) as browser:
        asked = await browser.get(f"/projects/{project}")
        assert asked.headers["location"] == f"/login?next=/projects/{project}"
        assert (await browser.post("/login", data={"key": key[:-1] + "!"})).status_code == 401
        entered = await browser.post("/login", data={"key": key, "next": f"/projects/{project}"})
        assert (entered.status_code, entered.headers["location"]) == (303, f"/projects/{project}")
        cookie = entered.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=lax" in cookie
        assert key.rsplit("_", 1)[1] not in cookie
        assert (await browser.get(f"/projects/{project}")).status_code == 200
        assert (await browser.get("/v1/projects")).status_code == 200
        await connection.execute("update ingest.api_key set revoked_at = now() where project = $1", project)
        assert (await browser.get(f"/projects/{project}")).status_code == 303


async def test_logging_out_ends_the_login(locked: Running, connection: Connection, project: str) -> None:
    key = await store_key(connection, locked.pepper, project, "read")
    async with httpx.AsyncClient(base_url=locked.url, headers={"Accept": "text/html"}) as browser:
        await browser.post("/login", data={"key": key})
        await browser.post("/logout")
        assert (await browser.get("/")).status_code == 303


async def test_a_cookie_signed_by_somebody_else_is_nothing(
    locked: Running, connection: Connection, project: str
) -> None:
    key = await store_key(connection, locked.pepper, project, "read")
    for pepper, status in (("another pepper", 401), (locked.pepper, 200)):
        cookie = sign(key.split("_")[1], 2_000_000_000, pepper)
        async with httpx.AsyncClient(base_url=locked.url, cookies={COOKIE: cookie}) as client:
            assert (await client.get("/v1/projects")).status_code == status


def test_forms_of_other_sites_and_large_ones_are_refused(locked: Running) -> None:
    foreign = httpx.post(f"{locked.url}/login", data={"key": "k"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert (foreign.status_code, foreign.json()["code"]) == (403, "foreign-form")
    large = httpx.post(f"{locked.url}/login", content=b"key=" + b"k" * 100_000)
    assert (large.status_code, large.json()["code"]) == (413, "form-too-large")
    many = httpx.post(f"{locked.url}/login", content=b"a=1&" * 100)
    assert (many.status_code, many.json()["code"]) == (400, "form-malformed")


async def test_another_projects_page_says_which_key_is_needed(
    locked: Running, connection: Connection, project: str
) -> None:
    key = await store_key(connection, locked.pepper, project, "read")
    page = locked.get("/projects/somebody-else", key, accept="text/html")
    assert page.status_code == 403
    assert "Log in with another key" in page.text
