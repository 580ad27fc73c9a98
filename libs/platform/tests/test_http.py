"""What every request passes."""

import httpx
from opentelemetry.sdk.trace import TracerProvider
from prometheus_client import generate_latest

from gonogo_platform.health import Health
from gonogo_platform.http import build_app
from gonogo_platform.metrics import Metrics


async def test_words_of_a_client_become_no_series() -> None:
    """A method or a path that nobody knows is counted, and leaves nothing of itself."""
    metrics = Metrics("console")
    app = build_app([], Health(metrics), metrics, TracerProvider())
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://console") as client:
        for n in range(3):
            assert (await client.request(f"INVENTED{n}", f"/nowhere/{n}")).status_code == 404
    told = generate_latest(metrics.registry).decode()
    assert 'gonogo_http_requests_total{method="other",route="none",service="console",status="404"} 3.0' in told
    assert "INVENTED" not in told
