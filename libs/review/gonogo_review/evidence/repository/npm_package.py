"""package.json: the commands that exist and the dependencies by their kind."""

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.source import Source

_KINDS = {
    "dependencies": "production",
    "devDependencies": "development",
    "optionalDependencies": "optional",
    "peerDependencies": "peer",
}


def read(source: Source, found: Found) -> None:
    """Scripts as `commands.exists`, dependencies with their kind and range."""
    document = source.document()
    found.fact("package.name", document["name"].text(), "", "/name", version=document["version"].text())
    for name, script in document["scripts"].items():
        found.fact("commands.exists", name, "", script.pointer, "npm run", script=script.text())
    found.fact("commands.count", float(sum(1 for _ in document["scripts"].items())), "count", "/scripts", "npm run")
    for key, kind in _KINDS.items():
        for name, version in document[key].items():
            found.fact("dependency", name, "", version.pointer, kind, version=version.text())
