"""The read API of an open console."""

import asyncio
import uuid
from datetime import timedelta

import pytest

from gonogo_contracts import review as reviews
from services.console.tests.consoles import Running
from services.console.tests.stored import AT, MATERIAL, Connection, judged, sent, store_all, store_upload, tell

pytestmark = pytest.mark.integration

NOWHERE = uuid.UUID(int=7)


async def test_right_after_the_upload_a_submission_is_there(
    console: Running, connection: Connection, project: str
) -> None:
    """No event has come yet; the client who just got 202 must not get 404."""
    upload = sent(project, evidence={"junit.xml": b"<testsuite/>"})
    await store_upload(connection, upload)
    status = console.get(f"/v1/submissions/{upload.id}").json()
    assert (status["state"], status["final"], status["timeline"]) == ("received", False, [])
    assert [file["name"] for file in status["files"]] == ["readiness.md", "junit.xml"]
    pending = console.get(f"/v1/reviews/{upload.id}")
    assert (pending.status_code, pending.json()["code"]) == (404, "review-pending")
    assert pending.headers["retry-after"] == "1"


async def test_a_review_is_given_byte_for_byte(console: Running, connection: Connection, project: str) -> None:
    upload = sent(project)
    scored = await store_all(connection, upload)
    stored = reviews.encode(judged(upload)[1])
    for identity in (scored.review_id, upload.id):
        response = console.get(f"/v1/reviews/{identity}")
        assert response.content == stored
        assert response.headers["content-type"] == "application/json"


@pytest.mark.parametrize(
    ("form", "media", "piece"),
    [
        ("text", "text/plain", "GO  readiness.md"),
        ("markdown", "text/markdown", " GO"),
        ("html", "text/html", "<"),
        ("sarif", "application/sarif+json", '"2.1.0"'),
        ("junit", "application/xml", "<testsuite"),
    ],
)
async def test_a_review_can_be_had_in_other_forms(
    console: Running, connection: Connection, project: str, form: str, media: str, piece: str
) -> None:
    scored = await store_all(connection, sent(project), replace={"verdict": "GO"})
    response = console.get(f"/v1/reviews/{scored.review_id}?as={form}")
    assert response.status_code == 200
    assert response.headers["content-type"].startswith(media)
    assert piece in response.text
    assert "sandbox" in response.headers["content-security-policy"]


async def test_lists_go_on_where_they_stopped(console: Running, connection: Connection, project: str) -> None:
    uploads = [sent(project, f"1.{n}", AT + timedelta(minutes=n // 2)) for n in range(5)]
    for upload in uploads:
        await store_upload(connection, upload)
        await tell(connection, upload.received, upload.at)
    address = f"/v1/submissions?project={project}&limit=2"
    page = console.get(address).json()
    seen = page["items"]
    while page["next"]:
        page = console.get(f"{address}&cursor={page['next']}").json()
        assert len(page["items"]) <= 2
        seen += page["items"]
    expected = sorted(uploads, key=lambda upload: (upload.at, upload.id), reverse=True)
    assert [item["id"] for item in seen] == [str(upload.id) for upload in expected]


async def test_a_project_has_its_reviews_and_its_trend(console: Running, connection: Connection, project: str) -> None:
    first = await store_all(connection, sent(project, "1", AT), replace={"score": 40.0})
    second = await store_all(
        connection, sent(project, "2", AT + timedelta(days=1)), previous=first, replace={"score": 52.5}
    )
    failed = sent(project, "3", AT + timedelta(days=2))
    await store_upload(connection, failed)
    await tell(connection, failed.failed("The PDF is encrypted."), failed.at)
    listed = console.get(f"/v1/projects/{project}/reviews").json()["items"]
    assert [(item["release"], item["score_change"]) for item in listed] == [("2", 12.5), ("1", None)]
    trend = console.get(f"/v1/projects/{project}/trend").json()
    assert [point["score"] for point in trend["points"]] == [40.0, 52.5]
    assert trend["points"][1]["review_id"] == str(second.review_id)
    everything = console.get(f"/v1/submissions?project={project}").json()["items"]
    assert everything[0]["failure"]["message"] == "The PDF is encrypted."


async def test_projects_are_listed_by_name_with_their_newest_submission(
    console: Running, connection: Connection, project: str
) -> None:
    for name, release in ((f"{project}-a", "1"), (f"{project}-b", "1"), (f"{project}-a", "2")):
        await store_all(connection, sent(name, release, AT + timedelta(days=int(release))))
    page = console.get(f"/v1/projects?limit=2&cursor={project}").json()
    found = [(item["slug"], item["submissions"], item["latest"]["release"]) for item in page["items"]]
    assert found == [(f"{project}-a", 2, "2"), (f"{project}-b", 1, "1")]


async def test_search_finds_claims_findings_and_projects(
    console: Running, connection: Connection, project: str
) -> None:
    word = f"zebra{uuid.uuid4().hex[:8]}"
    report = (MATERIAL / "payments.md").read_text() + f"\n- [x] The {word} is fed\n- [ ] The {word} is fed\n"
    scored = await store_all(connection, sent(project, report=report.encode()))
    hits = console.get(f"/v1/search?q={word}").json()["items"]
    claims = [hit for hit in hits if hit["kind"] == "claim"]
    assert [hit["line"] for hit in claims] == [61, 62]
    assert {hit["review_id"] for hit in claims} == {str(scored.review_id)}
    named = console.get(f"/v1/search?q={project}").json()["items"]
    assert [(hit["kind"], hit["project"]) for hit in named] == [("project", project)]
    assert console.get(f"/v1/search?q={word}%00+-fed").json()["items"] == []


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        (f"/v1/submissions/{NOWHERE}", 404, "submission-unknown"),
        (f"/v1/submissions/{NOWHERE}/live", 404, "submission-unknown"),
        (f"/v1/reviews/{NOWHERE}", 404, "review-unknown"),
        ("/v1/reviews/12", 404, "not-found"),
        ("/v1/projects/%00/reviews", 404, "not-found"),
        ("/v1/projects/UPPER/trend", 404, "not-found"),
        ("/v1/submissions?limit=0", 422, "invalid-request"),
        ("/v1/submissions?limit=201", 422, "invalid-request"),
        ("/v1/submissions?cursor=nonsense", 422, "cursor-invalid"),
        (f"/v1/submissions?cursor={'a' * 300}", 422, "invalid-request"),
        ("/v1/submissions?project=a%00b", 422, "invalid-request"),
        ("/v1/search", 422, "invalid-request"),
        (f"/v1/search?q={'a' * 201}", 422, "invalid-request"),
        ("/v1/nothing", 404, "not-found"),
        ("/static/../settings.py", 404, "not-found"),
        ("/static/%2e%2e%2fsettings.py", 404, "not-found"),
        ("/static/NOTICE.md", 404, "not-found"),
    ],
)
def test_every_refusal_says_what_to_do(console: Running, path: str, status: int, code: str) -> None:
    response = console.get(path)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    problem = response.json()
    assert (problem["code"], problem["status"]) == (code, status)
    assert len(problem["detail"]) > 20


def test_the_api_is_described(console: Running) -> None:
    described = console.get("/openapi.json").json()
    assert {
        "/v1/submissions/{identity}",
        "/v1/reviews/{identity}",
        "/v1/search",
        "/v1/projects/{slug}/trend",
    } <= set(described["paths"])
    assert not [path for path in described["paths"] if not path.startswith("/v1/")]
    refusal = described["paths"]["/v1/projects"]["get"]["responses"]["401"]["content"]
    assert set(refusal) == {"application/problem+json"}


async def test_requests_are_counted_by_route(console: Running) -> None:
    """Not by address: identifiers in labels would grow without end."""
    await asyncio.to_thread(console.get, f"/v1/reviews/{uuid.uuid4()}")
    metrics = console.get("/metrics").text
    assert 'route="/v1/reviews/{identity}"' in metrics
