"""The multipart body as it streams in: fields, one report, evidence; every limit holds while bytes arrive."""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Literal

import structlog
from multipart import (  # type: ignore[import-untyped]
    MultipartError,
    MultipartSegment,
    PushMultipartParser,
    parse_options_header,
)
from starlette.requests import ClientDisconnect, Request

from gonogo_ingest import refusals, sniffing
from gonogo_ingest.acceptance import FIELDS, Fields, check_fields, check_name
from gonogo_ingest.settings import Settings
from gonogo_ingest.spool import Spool

log = structlog.get_logger()

MAX_FIELD = 8192
"""Bytes of a field that is no file."""

ROLES = frozenset({"report", "evidence"})


@dataclass
class File:
    """An uploaded file."""

    role: Literal["report", "evidence"]
    name: str
    spool: Spool
    sha256: str = ""
    media: str = ""


@dataclass
class Upload:
    """A whole upload, checked."""

    fields: Fields
    files: Sequence[File]
    """The report first, then the evidence by name."""


@dataclass
class Receiver:
    """Takes the parts of one body."""

    settings: Settings
    raw: dict[str, str] = field(default_factory=dict)
    files: list[File] = field(default_factory=list)
    total: int = 0

    async def take(self, request: Request) -> None:
        """Reads the whole body.

        Raises:
            Problem: the body is malformed or over a limit.
        """
        with PushMultipartParser(
            boundary_of(request),
            max_segment_count=self.settings.max_files + len(FIELDS) + 1,
            max_header_size=4096,
        ) as parser:
            async for chunk in request.stream():
                self.total += len(chunk)
                if self.total > self.settings.max_upload_bytes:
                    raise refusals.too_large("the upload", self.settings.max_upload_bytes)
                for event in parser.parse(chunk) if chunk else ():
                    await self._event(event)

    async def _event(self, event: MultipartSegment | bytearray | bytes | None) -> None:
        if isinstance(event, MultipartSegment):
            self._begin(event)
        elif event is not None:
            await self._data(bytes(event))

    def _begin(self, part: MultipartSegment) -> None:
        self._field = part.name
        if part.name in ROLES:
            name = check_name(part.filename)
            if len(self.files) >= self.settings.max_files:
                raise refusals.too_many_files(self.settings.max_files)
            role: Literal["report", "evidence"] = "report" if part.name == "report" else "evidence"
            self.files.append(File(role, name, Spool()))
        elif part.name in FIELDS:
            if part.name in self.raw:
                raise refusals.bad_field(part.name, "it was given twice")
            self._bytes = bytearray()
            self.raw[part.name] = ""
        else:
            known = ", ".join(sorted(ROLES | FIELDS))
            raise refusals.bad_field(ascii(part.name)[1:41], f"no such part; known are {known}")

    async def _data(self, data: bytes) -> None:
        if self._field in ROLES:
            file = self.files[-1]
            await file.spool.write(data)
            report = file.role == "report"
            limit = self.settings.max_report_bytes if report else self.settings.max_evidence_bytes
            if file.spool.size > limit:
                raise refusals.too_large(f"'{file.name}'", limit)
            return
        self._bytes += data
        if len(self._bytes) > MAX_FIELD:
            raise refusals.bad_field(self._field, f"it is longer than {MAX_FIELD} bytes")
        self.raw[self._field] = self._bytes.decode("utf-8", "replace")


@asynccontextmanager
async def receive(request: Request, settings: Settings) -> AsyncIterator[Upload]:
    """The upload, checked; its files are there until the block ends.

    Raises:
        Problem: it is refused.
    """
    check_length(request, settings)
    receiver = Receiver(settings)
    try:
        yield await _whole(receiver, request)
    finally:
        for file in receiver.files:
            file.spool.close()


async def _whole(receiver: Receiver, request: Request) -> Upload:
    settings = receiver.settings
    try:
        async with asyncio.timeout(settings.upload_seconds):
            await receiver.take(request)
        return Upload(check_fields(receiver.raw), await _checked(receiver.files, settings))
    except MultipartError as error:
        raise refusals.not_multipart(f"the body cannot be read: {error}") from error
    except ClientDisconnect as error:
        raise refusals.not_multipart("the connection ended before the upload did") from error
    except TimeoutError as error:
        raise refusals.too_slow(settings.upload_seconds) from error
    except OSError as error:
        log.exception("cannot keep uploads on disk", folder=tempfile.gettempdir())
        raise refusals.no_room() from error


def boundary_of(request: Request) -> str:
    """The boundary of the multipart body.

    Raises:
        Problem: the body is of another type.
    """
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    if kind != "multipart/form-data" or not options.get("boundary"):
        raise refusals.not_multipart("the body is no multipart/form-data with a boundary")
    return str(options["boundary"])


def check_length(request: Request, settings: Settings) -> None:
    """Refuses a body that says itself that it is too large, before any of it is read.

    Raises:
        Problem: over the limit.
    """
    length = request.headers.get("content-length", "")
    if length.isdecimal() and int(length) > settings.max_upload_bytes:
        raise refusals.too_large("the upload", settings.max_upload_bytes)


async def _checked(files: list[File], settings: Settings) -> Sequence[File]:
    reports = [file for file in files if file.role == "report"]
    if len(reports) != 1:
        raise refusals.bad_field("report", f"give exactly one report; {len(reports)} came")
    if reports[0].spool.size == 0:
        raise refusals.bad_file("report-empty", reports[0].name, "the report is empty; there is nothing to judge")
    names = [file.name for file in files]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise refusals.bad_file(
            "name-twice", twice, "two files have this name; give each its own, with a folder if need be"
        )
    for file in files:
        file.sha256 = await file.spool.finish()
        await asyncio.to_thread(_check_content, file, settings)
    return sorted(files, key=lambda file: (file.role != "report", file.name))


def _check_content(file: File, settings: Settings) -> None:
    sniffing.check_directory(file.name, file.spool.file, settings.max_archive_entries)
    file.media = sniffing.media_of(file.name, file.spool.file)
    check = sniffing.check_report if file.role == "report" else sniffing.check_evidence
    check(file.name, file.media)
    sniffing.check_archive(
        file.name,
        file.media,
        file.spool.file,
        entries=settings.max_archive_entries,
        unpacked=settings.max_archive_bytes,
    )
