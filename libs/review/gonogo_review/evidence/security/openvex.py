"""OpenVEX: which vulnerabilities affect a product, and which do not, and why."""

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.source import Source


def read(source: Source, found: Found) -> None:
    """Each statement: the vulnerability, its status, its justification."""
    document = source.peek()
    found.taken = document["last_updated"].text() or document["timestamp"].text()
    for statement in source.each("/statements/*"):
        name = statement.at("vulnerability", "name").text() or statement["vulnerability"].text()
        products = " ".join(product["@id"].text() or product.text() for product in statement["products"].each())
        found.fact(
            "vex.status", statement["status"].text(), "", statement.pointer, name,
            justification=statement["justification"].text(), products=products,
            aliases=" ".join(alias.text() for alias in statement.at("vulnerability", "aliases").each()),
        )  # fmt: skip
