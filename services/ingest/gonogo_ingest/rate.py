"""How fast a key may send: a token bucket in Redis, and one of this process's own while Redis is gone."""

import math
import time
from collections import OrderedDict

from gonogo_platform.redis import Cache

# The bucket refills with the server's own clock, so that all ingest processes agree.
TAKE = """
local now = redis.call('TIME')
local at = now[1] + now[2] / 1000000
local bucket = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local burst, rate = tonumber(ARGV[1]), tonumber(ARGV[2])
local tokens = math.min(burst, (tonumber(bucket[1]) or burst) + (at - (tonumber(bucket[2]) or at)) * rate)
local wait = 0
if tokens >= 1 then tokens = tokens - 1 else wait = (1 - tokens) / rate end
redis.call('HSET', KEYS[1], 'tokens', tostring(tokens), 'at', tostring(at))
redis.call('EXPIRE', KEYS[1], math.ceil(burst / rate) + 1)
return tostring(wait)
"""

REMEMBERED = 10_000
"""Keys that the local bucket keeps in mind."""


class RateLimit:
    """`burst` uploads at once, `per_minute` in the long run."""

    def __init__(self, cache: Cache, *, per_minute: int, burst: int) -> None:
        self._cache = cache
        self._rate = per_minute / 60
        self._burst = burst
        self._local: OrderedDict[str, tuple[float, float]] = OrderedDict()

    async def wait(self, key_id: str) -> int:
        """0 where this upload may pass, else the whole seconds until one may."""
        name = self._cache.key(f"rate:{key_id}")
        shared = await self._cache.attempt(
            lambda: self._cache.client.eval(TAKE, 1, name, str(self._burst), str(self._rate))
        )
        return math.ceil(float(shared)) if shared is not None else self._wait_locally(key_id)

    def _wait_locally(self, key_id: str) -> int:
        at = time.monotonic()
        tokens, before = self._local.pop(key_id, (float(self._burst), at))
        tokens = min(self._burst, tokens + (at - before) * self._rate)
        wait = 0 if tokens >= 1 else math.ceil((1 - tokens) / self._rate)
        self._local[key_id] = (tokens - 1 if tokens >= 1 else tokens, at)
        if len(self._local) > REMEMBERED:
            self._local.popitem(last=False)
        return wait
