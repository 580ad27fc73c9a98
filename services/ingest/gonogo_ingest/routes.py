"""POST /v1/submissions."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from gonogo_ingest.acceptance import check_idempotency_key
from gonogo_ingest.accepting import accept
from gonogo_ingest.authentication import authenticate
from gonogo_ingest.rate import RateLimit
from gonogo_ingest.receiving import receive
from gonogo_ingest.refusals import too_many
from gonogo_ingest.settings import Settings
from gonogo_platform.service import Service


def submissions_route(service: Service, settings: Settings, rate: RateLimit) -> Route:
    """The one address that takes uploads."""

    async def post(request: Request) -> Response:
        pepper = settings.key_pepper.get_secret_value()
        sender = await authenticate(request.headers.get("authorization"), service.database, pepper)
        if wait := await rate.wait(sender.key_id):
            raise too_many(wait)
        key = check_idempotency_key(request.headers.get("idempotency-key"))
        async with receive(request, settings) as upload:
            sender.check_project(upload.fields.project)
            submission = await accept(service.journal, upload, sender, request.state.correlation_id, key)
        base = settings.console_url.rstrip("/")
        answer = {
            "id": str(submission),
            "status_url": f"{base}/v1/submissions/{submission}",
            "review_url": f"{base}/submissions/{submission}",
        }
        return JSONResponse(answer, 202, headers={"Location": answer["status_url"]})

    return Route("/v1/submissions", post, methods=["POST"])
