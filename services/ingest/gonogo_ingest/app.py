"""Ingest's composition root."""

from contextlib import AsyncExitStack

from gonogo_ingest.rate import RateLimit
from gonogo_ingest.routes import submissions_route
from gonogo_ingest.settings import Settings
from gonogo_platform.service import Service, connect


async def build(settings: Settings, stack: AsyncExitStack) -> Service:
    """An ingest that takes uploads over HTTP."""
    service = await connect("ingest", settings, stack)
    rate = RateLimit(service.cache, per_minute=settings.rate_per_minute, burst=settings.rate_burst)
    service.routes.append(submissions_route(service, settings, rate))
    return service
