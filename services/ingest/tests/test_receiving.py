"""A body as it streams in: broken, cut, in tiny pieces, followed by more; and a disk that takes nothing."""

import tempfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from pydantic import SecretStr
from starlette.requests import Request
from starlette.types import Message

from gonogo_ingest.receiving import Upload, receive
from gonogo_ingest.settings import Settings
from gonogo_ingest.spool import PIECE
from gonogo_platform.problems import Problem

REPORT = b'--b\r\nContent-Disposition: form-data; name="report"; filename="r.md"\r\n\r\n%b\r\n'
FIELD = b'--b\r\nContent-Disposition: form-data; name="%b"\r\n\r\n%b\r\n'
BODY = REPORT % b"- [x] done" + FIELD % (b"project", b"payments") + FIELD % (b"release", b"1") + b"--b--\r\n"


@pytest.fixture
def settings() -> Settings:
    """Of a development machine."""
    return Settings(
        environment="development",
        postgres_url=SecretStr("postgresql://nowhere"),
        rabbitmq_url=SecretStr("amqp://nowhere"),
        redis_url=SecretStr("redis://nowhere"),
        key_pepper=SecretStr("pepper"),
    )


async def received(pieces: Iterable[bytes], settings: Settings) -> Upload:
    """What is received of a body in these pieces."""
    messages: list[Message] = [{"type": "http.request", "body": piece, "more_body": True} for piece in pieces]
    messages.append({"type": "http.request", "body": b"", "more_body": False})

    async def receiving() -> Message:
        return messages.pop(0)

    headers = [(b"content-type", b"multipart/form-data; boundary=b")]
    scope = {"type": "http", "method": "POST", "path": "/", "query_string": b"", "headers": headers}
    async with receive(Request(scope, receiving), settings) as upload:
        return upload


async def test_the_size_of_the_pieces_changes_nothing(settings: Settings) -> None:
    """One byte at a time, or all at once."""
    small = await received([BODY[n : n + 1] for n in range(len(BODY))], settings)
    whole = await received([BODY], settings)
    assert (small.fields, small.files[0].sha256) == (whole.fields, whole.files[0].sha256)


@pytest.mark.parametrize(
    "body",
    [
        BODY[:-10],
        BODY.replace(b"r.md", b"\xe9.md"),
        BODY.replace(b"form-data", b"attachment"),
        REPORT.replace(b"\r\n\r\n", b"x" * 5000) + BODY,
    ],
    ids=["cut off", "a name that is not UTF-8", "another disposition", "a header without end"],
)
async def test_a_broken_body_is_refused(settings: Settings, body: bytes) -> None:
    """As the client's mistake, never as an error of ours."""
    with pytest.raises(Problem) as refused:
        await received([body], settings)
    assert refused.value.status == 400


async def test_what_follows_the_body_is_bounded_too(settings: Settings) -> None:
    """A body that goes on after its last boundary ends at the limit of an upload."""
    bounded = settings.model_copy(update={"max_upload_bytes": 10_000})
    with pytest.raises(Problem):
        await received([BODY, *([b"x" * 1000] * 20)], bounded)


async def test_a_disk_that_takes_nothing_is_said_so(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The client may try again, and the operator's log names the folder."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(Problem) as refused:
        await received([REPORT % (b"x" * 2 * PIECE), BODY], settings)
    assert (refused.value.status, refused.value.code) == (507, "no-room")
