"""OpenAPI 3 and Swagger 2: the endpoints, and which of them are described."""

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.source import Source

_METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace"}


def read(source: Source, found: Found) -> None:
    """Each endpoint, the number of endpoints, and of those with a summary or description."""
    total = described = 0
    for document in source.manifests()[:1]:
        found.fact("api.version", document.at("info", "version").text(), "", "/info/version")
        for path, item in document["paths"].items():
            for method, operation in item.items():
                if method in _METHODS:
                    told = bool(operation["summary"].text() or operation["description"].text())
                    total, described = total + 1, described + told
                    documented = "yes" if told else "no"
                    found.fact("endpoint", f"{method.upper()} {path}", "", operation.pointer, "", documented=documented)
    found.fact("endpoints.total", float(total), "count", "/paths")
    found.fact("endpoints.documented", float(described), "count", "/paths")
