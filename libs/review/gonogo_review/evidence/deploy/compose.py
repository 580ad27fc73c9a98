"""Compose files: what each service may use, how it is watched, restarted, pinned and confined."""

from gonogo_review.evidence.deploy.environment import in_clear, variables
from gonogo_review.evidence.deploy.images import pinned
from gonogo_review.evidence.deploy.settings import tell_settings
from gonogo_review.evidence.found import Found
from gonogo_review.evidence.node import Node
from gonogo_review.evidence.source import Source


def read(source: Source, found: Found) -> None:
    """A yes or no for each question and service, the number of services, and every setting with its place."""
    for document in source.manifests():
        services = [(name, service) for name, service in document["services"].items()]
        for name, service in services:
            _service(name, service, found)
        found.fact("services.count", float(len(services)), "count", "/services")
        for name, volume in document["volumes"].items():
            found.fact("volume.external", bool(volume["external"].value), "", volume.pointer, name)
        tell_settings(document, found)


def _service(name: str, service: Node, found: Found) -> None:
    resources = service.at("deploy", "resources")
    limits, reservations = resources["limits"], resources["reservations"]
    answers = {
        "memory_limit": service["mem_limit"] or limits["memory"],
        "cpu_limit": service["cpus"] or limits["cpus"],
        "reservation": reservations["memory"] or reservations["cpus"] or service["mem_reservation"],
        "healthcheck": _healthcheck(service["healthcheck"]),
        "restart": service["restart"] or service.at("deploy", "restart_policy"),
        "read_only": service["read_only"],
        "logging": service["logging"],
    }
    inherits = bool(service["extends"])
    for question, node in answers.items():
        here = bool(node) and node.value is not False and node.text() not in {"no", "root", "0"}
        if inherits and not node:
            continue  # the service that it extends, in another file, may have it
        found.fact(f"service.{question}", here, "", node.pointer or service.pointer, name, setting=node.text())
    user = service["user"].text().partition(":")[0]
    if user:
        found.fact("container.non_root", user not in {"root", "0"}, "", service["user"].pointer, name, setting=user)
    image = service["image"]
    if image:
        found.fact("image.pinned", pinned(image.text()), "", image.pointer, name, setting=image.text())
    clear = ", ".join(in_clear(variables(service["environment"])))
    found.fact("service.secret_in_clear", bool(clear), "", service["environment"].pointer, name, setting=clear)
    replicas = service["scale"] or service.at("deploy", "replicas")
    if replicas.number() is not None:
        found.fact("service.replicas", replicas.count(), "count", replicas.pointer, name)
    found.fact("service.privileged", service["privileged"].value is True, "", service.pointer, name)


def _healthcheck(check: Node) -> Node:
    """The check; none where it is switched off."""
    test = check["test"]
    off = check["disable"].value is True or "NONE" in {test.text().upper(), test[0].text().upper()}
    return Node(None) if off else check
