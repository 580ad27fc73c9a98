"""The console's composition root."""

from contextlib import AsyncExitStack
from functools import partial

from starlette.routing import Mount

from gonogo_console.access import Access
from gonogo_console.console import Console
from gonogo_console.display import build_templates
from gonogo_console.live import Live
from gonogo_console.on_event import failed, on_event
from gonogo_console.settings import Settings
from gonogo_console.store import Store
from gonogo_console.web import build_web
from gonogo_platform.service import Service, connect

QUEUES = ("console.events", "console.events.bulk")


async def build(settings: Settings, stack: AsyncExitStack) -> Service:
    """A console that follows every event and shows what it saw."""
    service = await connect("console", settings, stack)
    live = Live(service.cache)
    service.tasks.append(live.run)
    for key in QUEUES:
        service.consume(key, partial(on_event, journal=service.journal, live=live), failed)
    store = Store(service.database)
    templates = build_templates(settings=settings)
    console = Console(settings, store, Access(settings, store), live, service.health, templates)
    service.routes.append(Mount("", build_web(console)))
    return service
