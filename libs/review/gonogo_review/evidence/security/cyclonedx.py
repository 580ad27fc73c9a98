"""CycloneDX, JSON and XML: an inventory, and vulnerabilities where it carries them."""

from collections.abc import Iterable, Iterator

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.markup import Attributes
from gonogo_review.evidence.node import Node
from gonogo_review.evidence.security.components import Inventory
from gonogo_review.evidence.security.severities import Scan, by_score, canonical
from gonogo_review.evidence.source import Source

_ACCEPTED = {"not_affected", "false_positive", "resolved", "resolved_with_pedigree"}
_WORST = ("critical", "high", "moderate", "low", "info")
_DIRECT = ["component"], ["vulnerability"], ["rating"], ["analysis"], ["metadata"]
"""The elements whose texts are wanted: a licence inside a component has a name and an id too."""


def read_json(source: Source, found: Found) -> None:
    """Components with their versions; vulnerabilities by severity, those analysed as not affecting apart."""
    document = source.peek()
    found.taken = document.at("metadata", "timestamp").text()
    inventory = Inventory(found)
    for outer in source.each("/components/*"):
        for one in _with_inner(outer):
            inventory.add(one["name"].text(), one["version"].text(), one.pointer, one["purl"].text())
    inventory.tell("/components")
    if "vulnerabilities" in document:
        scan = Scan(found)
        for one in source.each("/vulnerabilities/*"):
            _add(one, scan)
        scan.tell("/vulnerabilities")


def _with_inner(component: Node) -> Iterator[Node]:
    """A component and those that it is put together of."""
    waiting = [component]
    while waiting:
        one = waiting.pop()
        yield one
        waiting.extend(one["components"].each())


def _add(one: Node, scan: Scan) -> None:
    accepted = one.at("analysis", "state").text() in _ACCEPTED
    affected = " ".join(entry["ref"].text() for entry in one["affects"].each())
    ratings = [rating["severity"].text() or by_score(rating["score"].number()) for rating in one["ratings"].each()]
    scan.add(_worst(ratings), one.pointer, affected, suppressed=accepted, id=one["id"].text())


def _worst(ratings: Iterable[str]) -> str:
    known = {canonical(rating) for rating in ratings}
    return next((word for word in _WORST if word in known), "unknown")


_WANTED = {"name", "version", "purl", "id", "severity", "state", "timestamp"}


class _Elements:
    """Counts components and vulnerabilities; text is kept for the few short elements that are wanted."""

    def __init__(self, found: Found) -> None:
        self.inventory, self.scan, self.has_vulnerabilities = Inventory(found), Scan(found), False
        self._found = found
        self._path: list[str] = []
        self._texts: list[dict[str, str]] = [{}]
        """Of the elements that are open, as components stand in components."""
        self._ratings: list[str] = []

    def start(self, name: str, _attributes: Attributes) -> None:
        local = name.rpartition(":")[2]
        self._path.append(local)
        self.has_vulnerabilities |= local == "vulnerabilities"
        if local in {"component", "vulnerability"}:
            self._texts.append({})
        self._ratings = [] if local == "vulnerability" else self._ratings

    def text(self, piece: str) -> None:
        key = self._path[-1]
        if key in _WANTED and self._path[-2:-1] in _DIRECT:
            texts = self._texts[-1]
            texts[key] = (texts.get(key, "") + piece)[:500]

    def end(self, _name: str) -> None:
        local = self._path.pop()
        parent = self._path[-1] if self._path else ""
        get = self._texts[-1].get
        if local == "component":
            if parent == "components":
                self.inventory.add(get("name", ""), get("version", ""), "//component", get("purl", ""))
            self._texts.pop()
        elif local == "rating":
            self._ratings.append(self._texts[-1].pop("severity", ""))
        elif local == "vulnerability":
            accepted = get("state", "") in _ACCEPTED
            self.scan.add(_worst(self._ratings), "//vulnerability", suppressed=accepted, id=get("id", ""))
            self._texts.pop()
        elif local == "timestamp" and parent == "metadata":
            self._found.taken = self._texts[-1].pop("timestamp", "")


def read_xml(source: Source, found: Found) -> None:
    """The same, of the XML form."""
    elements = _Elements(found)
    source.elements(elements.start, elements.end, elements.text)
    elements.inventory.tell("//component")
    if elements.has_vulnerabilities:
        elements.scan.tell("//vulnerability")
