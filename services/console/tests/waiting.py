"""Waits for things, not for time."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

SECONDS = 30.0


async def until(look: Callable[[], T], holds: Callable[[T], object]) -> T:
    """Looks until what is seen is as wanted, and gives it."""
    async with asyncio.timeout(SECONDS):
        while not holds(found := await asyncio.to_thread(look)):
            await asyncio.sleep(0.05)
    return found
