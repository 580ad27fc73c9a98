"""CycloneDX, JSON and XML: an inventory, and vulnerabilities where it carries them."""

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.markup import Attributes
from gonogo_review.evidence.node import Node
from gonogo_review.evidence.security.components import Inventory
from gonogo_review.evidence.security.severities import Scan
from gonogo_review.evidence.source import Source

_ACCEPTED = {"not_affected", "false_positive", "resolved", "resolved_with_pedigree"}
_WORST = ("critical", "high", "medium", "low", "info")


def read_json(source: Source, found: Found) -> None:
    """Components with their versions; vulnerabilities by severity, those analysed as not affecting apart."""
    document = source.peek()
    found.taken = document.at("metadata", "timestamp").text()
    inventory = Inventory(found)
    for component in source.each("/components/*"):
        inventory.add(
            component["name"].text(), component["version"].text(), component.pointer, component["purl"].text()
        )
    inventory.tell("/components")
    if "vulnerabilities" in document:
        scan = Scan(found)
        for one in source.each("/vulnerabilities/*"):
            _add(one, scan)
        scan.tell("/vulnerabilities")


def _add(one: Node, scan: Scan) -> None:
    accepted = one.at("analysis", "state").text() in _ACCEPTED
    affected = " ".join(entry["ref"].text() for entry in one["affects"].each())
    ratings = [rating["severity"].text().lower() for rating in one["ratings"].each()]
    worst = next((word for word in _WORST if word in ratings), "unknown")
    scan.add(worst, one.pointer, affected, suppressed=accepted, id=one["id"].text())


class _Elements:
    """Counts components and vulnerabilities; text is kept for the few short elements that are wanted."""

    def __init__(self, found: Found) -> None:
        self.inventory, self.scan, self.has_vulnerabilities = Inventory(found), Scan(found), False
        self._found = found
        self._path: list[str] = []
        self._texts: dict[str, str] = {}

    def start(self, name: str, _attributes: Attributes) -> None:
        local = name.rpartition(":")[2]
        self._path.append(local)
        self.has_vulnerabilities |= local == "vulnerabilities"
        if local in {"component", "vulnerability"}:
            self._texts = {}

    def text(self, piece: str) -> None:
        key = self._path[-1]
        if key in {"name", "version", "purl", "id", "severity", "timestamp"}:
            self._texts[key] = (self._texts.get(key, "") + piece)[:500]

    def end(self, _name: str) -> None:
        local = self._path.pop()
        parent = self._path[-1] if self._path else ""
        if local == "component" and parent == "components":
            get = self._texts.get
            self.inventory.add(get("name", ""), get("version", ""), "//component", get("purl", ""))
        elif local == "vulnerability":
            severity = self._texts.get("severity", "unknown")
            self.scan.add(severity, "//vulnerability", id=self._texts.get("id", ""))
        elif local == "timestamp" and parent == "metadata":
            self._found.taken = self._texts.pop("timestamp", "")


def read_xml(source: Source, found: Found) -> None:
    """The same, of the XML form."""
    elements = _Elements(found)
    source.elements(elements.start, elements.end, elements.text)
    elements.inventory.tell("//component")
    if elements.has_vulnerabilities:
        elements.scan.tell("//vulnerability")
