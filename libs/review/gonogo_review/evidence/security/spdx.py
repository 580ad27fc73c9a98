"""SPDX 2, JSON and tag-value: an inventory."""

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.security.components import Inventory
from gonogo_review.evidence.source import Source


def read_json(source: Source, found: Found) -> None:
    """Packages with their versions."""
    found.taken = source.peek().at("creationInfo", "created").text()
    inventory = Inventory(found)
    for package in source.each("/packages/*"):
        inventory.add(package["name"].text(), package["versionInfo"].text(), package.pointer)
    inventory.tell("/packages")


def read_tags(source: Source, found: Found) -> None:
    """The same, of the tag-value form."""
    inventory = Inventory(found)
    name = version = place = ""
    for number, line in source.lines():
        tag, _, value = line.partition(": ")
        if tag == "PackageName":
            if place:
                inventory.add(name, version, place)
            name, version, place = value, "", f"line {number}"
        elif tag == "PackageVersion":
            version = value
        elif tag == "Created":
            found.taken = value.strip()
    if place:
        inventory.add(name, version, place)
    inventory.tell("PackageName")
