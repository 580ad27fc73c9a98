"""The metric vocabulary. Label values are few: no identifiers, no free text.

gonogo_stage_duration_seconds{queue,result}      handling of one message; result: done, retried, failed
gonogo_upload_to_verdict_seconds                 from the accepted upload to the committed verdict
gonogo_upload_to_delivery_seconds{channel}       from the accepted upload to the delivered notification
gonogo_deliveries_total{channel,result}          result: delivered, failed
gonogo_dead_letters_total{queue,cause}           messages this process gave up
gonogo_outbox_rows, gonogo_outbox_oldest_seconds events committed and not yet published
gonogo_pool_connections{state}                   state: used, max
gonogo_ready{check}                              1 where the check holds, at the last look
gonogo_http_requests_total{method,route,status}, gonogo_http_request_duration_seconds{method,route}
"""

from typing import Generic, TypeVar

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, PlatformCollector, ProcessCollector

M = TypeVar("M", Histogram, Counter, Gauge)

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800)


class Labelled(Generic[M]):
    """A metric whose first label, the service, is already given."""

    def __init__(self, metric: M, service: str) -> None:
        self._metric: M = metric
        self._service = service

    def labels(self, *values: str) -> M:
        """The series of these label values."""
        series: M = self._metric.labels(self._service, *values)
        return series


class Metrics:
    """The metrics of one service; every one carries the label `service`."""

    def __init__(self, service: str) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        PlatformCollector(registry=self.registry)
        self._service = service
        self._stage = self._histogram("gonogo_stage_duration_seconds", "Handling of one message.", "queue", "result")
        self.upload_to_verdict = self._histogram("gonogo_upload_to_verdict_seconds", "Upload to committed verdict.")
        self.upload_to_delivery = self._histogram(
            "gonogo_upload_to_delivery_seconds", "Upload to delivered notification.", "channel"
        )
        self.deliveries = self._counter("gonogo_deliveries_total", "Notifications by result.", "channel", "result")
        self.dead_letters = self._counter("gonogo_dead_letters_total", "Messages given up.", "queue", "cause")
        self.outbox_rows = self._gauge("gonogo_outbox_rows", "Events committed and not yet published.")
        self.outbox_oldest = self._gauge("gonogo_outbox_oldest_seconds", "Age of the oldest unpublished event.")
        self.pool = self._gauge("gonogo_pool_connections", "Database connections.", "state")
        self.ready = self._gauge("gonogo_ready", "Whether a readiness check holds.", "check")
        self.requests = self._counter("gonogo_http_requests_total", "HTTP requests.", "method", "route", "status")
        self.request_seconds = self._histogram(
            "gonogo_http_request_duration_seconds", "HTTP request handling.", "method", "route"
        )

    def stage(self, queue: str, result: str, seconds: float) -> None:
        """One message was settled."""
        self._stage.labels(queue, result).observe(seconds)

    def _histogram(self, name: str, text: str, *labels: str) -> "Labelled[Histogram]":
        return Labelled(
            Histogram(name, text, ("service", *labels), registry=self.registry, buckets=SECONDS), self._service
        )

    def _counter(self, name: str, text: str, *labels: str) -> "Labelled[Counter]":
        return Labelled(Counter(name, text, ("service", *labels), registry=self.registry), self._service)

    def _gauge(self, name: str, text: str, *labels: str) -> "Labelled[Gauge]":
        return Labelled(Gauge(name, text, ("service", *labels), registry=self.registry), self._service)
