"""Prometheus rules and scrape settings, and Grafana dashboards."""

from gonogo_review.evidence.deploy.settings import tell_settings
from gonogo_review.evidence.found import Found
from gonogo_review.evidence.node import Node
from gonogo_review.evidence.source import Source


def read_rules(source: Source, found: Found) -> None:
    """Alerts with their severity and runbook, and the numbers of alerts and recording rules."""
    alerts = records = 0
    for document in source.manifests():
        for rule in document.under("spec").follow("/groups/*/rules/*"):
            name = rule["alert"].text()
            alerts, records = alerts + bool(name), records + (not name)
            if name:
                found.fact(
                    "alert", name, "", rule.pointer, "", severity=rule.at("labels", "severity").text(),
                    runbook=rule.at("annotations", "runbook_url").text(),
                )  # fmt: skip
    found.fact("alerts.count", float(alerts), "count", "/groups")
    found.fact("recording_rules.total", float(records), "count", "/groups")


def read_scrapes(source: Source, found: Found) -> None:
    """The jobs that Prometheus scrapes, and every setting."""
    jobs = 0
    for document in source.manifests():
        for job in document["scrape_configs"].each():
            jobs += 1
            found.fact("scrape.job", job["job_name"].text(), "", job.pointer)
        tell_settings(document, found)
    found.fact("scrape.jobs", float(jobs), "count", "/scrape_configs")


def read_dashboard(source: Source, found: Found) -> None:
    """The dashboard's title, and its panels, also those in rows."""
    document = source.document().under("dashboard")
    title = document["title"].text()
    found.fact("dashboards.count", 1.0, "count", document["title"].pointer, "", title=title)
    panels = [panel for panel in _panels(document) if panel["type"].text() != "row"]
    for panel in panels:
        found.fact("dashboard.panel", panel["title"].text(), "", panel.pointer, title)
    found.fact("dashboard.panels", float(len(panels)), "count", document["panels"].pointer, title)


def _panels(document: Node) -> list[Node]:
    outer = [*document["panels"].each(), *document.follow("/rows/*/panels/*")]
    return outer + [inner for panel in outer for inner in panel["panels"].each()]
