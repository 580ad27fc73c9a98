"""Writes dashboards/gonogo.json from panels.yaml; with --check it only says whether the file is as it should be."""

import json
import sys
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
TARGET = FOLDER / "dashboards" / "gonogo.json"
DATASOURCE = {"type": "prometheus", "uid": "prometheus"}
COLUMNS, HALF, HEIGHT = 24, 12, 8  # of Grafana's grid


def dashboard(source: dict[str, Any]) -> dict[str, Any]:
    """The dashboard as Grafana reads it from a file."""
    return {
        "uid": "gonogo",
        "title": source["title"],
        "tags": ["gonogo"],
        "timezone": "browser",
        "schemaVersion": 39,
        "refresh": "30s",
        "time": {"from": "now-3h", "to": "now"},
        "panels": _panels(source["panels"]),
    }


def _panels(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    panels, x, y = [], 0, 0
    for number, entry in enumerate(entries, start=1):
        width = entry.get("width", HALF)
        if x + width > COLUMNS:
            x, y = 0, y + HEIGHT
        panels.append(_panel(number, entry, {"x": x, "y": y, "w": width, "h": HEIGHT}))
        x += width
    return panels


def _panel(number: int, entry: dict[str, Any], place: dict[str, int]) -> dict[str, Any]:
    targets = [
        {"refId": chr(ord("A") + index), "datasource": DATASOURCE, "expr": expression, "legendFormat": legend}
        for index, (legend, expression) in enumerate(entry["queries"].items())
    ]
    return {
        "id": number,
        "type": "timeseries",
        "title": entry["title"],
        "datasource": DATASOURCE,
        "gridPos": place,
        "fieldConfig": {"defaults": {"unit": entry["unit"], "min": 0}, "overrides": []},
        "options": {"legend": {"displayMode": "list", "placement": "bottom"}, "tooltip": {"mode": "multi"}},
        "targets": targets,
    }


def main() -> int:
    """Writes the file, or compares it; status 1 where it is not up to date."""
    source = yaml.safe_load((FOLDER / "panels.yaml").read_text())
    text = json.dumps(dashboard(source), indent=1, ensure_ascii=False) + "\n"
    if "--check" not in sys.argv[1:]:
        TARGET.write_text(text)
    elif not TARGET.exists() or TARGET.read_text() != text:
        print(f"{TARGET} is not up to date: run {Path(__file__).name}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
