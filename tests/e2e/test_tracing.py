"""One upload is one trace: HTTP, SQL, broker, all five services, and the outgoing calls."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from gonogo_cli.suite.installation import SERVICES, Installation
from tests.suite import running, until

pytestmark = pytest.mark.e2e

REPORT = b"# Release 1\n\n**Status**: ready\n\n- [x] 120 of 120 tests passed\n"
Span = tuple[str, str, str]


@contextmanager
def collector() -> Iterator[tuple[str, list[Span]]]:
    """An OTLP/HTTP address, and the spans that came: service, trace, name."""
    spans: list[Span] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            request = ExportTraceServiceRequest.FromString(self.rfile.read(int(self.headers["content-length"])))
            for resource in request.resource_spans:
                name = next(a.value.string_value for a in resource.resource.attributes if a.key == "service.name")
                spans.extend((name, s.trace_id.hex(), s.name) for scope in resource.scope_spans for s in scope.spans)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_arguments: Any) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", spans
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_one_upload_is_one_trace(own_installation: Installation, tmp_path: Path) -> None:
    """The trace that begins with the POST reaches every service, its queries, and both deliveries."""
    with collector() as (address, spans), running(own_installation, tmp_path, GONOGO_OTLP_ENDPOINT=address) as suite:
        review = str(suite.settled(suite.submit(REPORT))["review_id"])
        until(lambda: len(suite.arrivals(review)) == 2)
        everybody = {f"gonogo-{service}" for service in SERVICES}
        steps = ("insert", "submission.received publish", "submission.received process", "review.scored process")

        def whole() -> bool:
            begins = [span for span in spans if span[2] == "POST /v1/submissions"]
            mine = [span for span in spans if begins and span[1] == begins[0][1]]
            names = " ".join(span[2].lower() for span in mine)
            return {span[0] for span in mine} == everybody and all(step in names for step in steps)

        until(whole)
