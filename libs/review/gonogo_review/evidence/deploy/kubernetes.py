"""Kubernetes manifests: the same questions as for Compose, and replicas, probes, budgets and autoscalers."""

from collections.abc import Iterator

from gonogo_review.evidence.deploy.images import pinned
from gonogo_review.evidence.deploy.settings import tell_settings
from gonogo_review.evidence.found import Found
from gonogo_review.evidence.node import Node
from gonogo_review.evidence.source import Source

_POD_AT = {
    "Pod": ("spec",),
    "CronJob": ("spec", "jobTemplate", "spec", "template", "spec"),
    **dict.fromkeys(("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job"), ("spec", "template", "spec")),
}
MAX_DOCUMENTS = 2_000


def read(source: Source, found: Found) -> None:
    """A yes or no for each question and container, replicas by workload, and every setting with its place."""
    containers = 0
    documents = list(_objects(source.manifests()))
    for document in documents[:MAX_DOCUMENTS]:
        kind, name = document["kind"].text(), document.at("metadata", "name").text()
        found.fact("manifest.kind", kind, "", document["kind"].pointer, name)
        if kind in _POD_AT:
            containers += _pod(name, document.at(*_POD_AT[kind]), found)
        _replicas(kind, name, document["spec"], found)
        tell_settings(document, found)
    found.fact("services.count", float(containers), "count", "/spec/containers")


def _objects(documents: list[Node]) -> Iterator[Node]:
    for document in documents:
        if document["kind"].text() == "List":
            yield from document["items"].each()
        elif document["kind"]:
            yield document


def _pod(name: str, pod: Node, found: Found) -> int:
    containers = list(pod["containers"].each())
    for container in containers:
        scope = name if len(containers) == 1 else f"{name}/{container['name'].text()}"
        _container(scope, container, pod["securityContext"], found)
    return len(containers)


def _container(scope: str, container: Node, pod: Node, found: Found) -> None:
    limits, requests = container.at("resources", "limits"), container.at("resources", "requests")
    security = container["securityContext"]
    non_root = security["runAsNonRoot"] or pod["runAsNonRoot"]
    answers = {
        "memory_limit": limits["memory"],
        "cpu_limit": limits["cpu"],
        "reservation": requests["memory"] or requests["cpu"],
        "healthcheck": container["livenessProbe"] or container["readinessProbe"],
        "liveness_probe": container["livenessProbe"],
        "readiness_probe": container["readinessProbe"],
        "read_only": security["readOnlyRootFilesystem"],
        "privileged": security["privileged"],
    }
    for question, node in answers.items():
        here = bool(node) and node.value is not False
        found.fact(f"service.{question}", here, "", node.pointer or container.pointer, scope, setting=node.text())
    found.fact("container.non_root", non_root.value is True, "", non_root.pointer or container.pointer, scope)
    image = container["image"]
    found.fact("image.pinned", pinned(image.text()), "", image.pointer, scope, setting=image.text())


def _replicas(kind: str, name: str, spec: Node, found: Found) -> None:
    replicas = spec["replicas"].number()
    if kind in {"Deployment", "StatefulSet"} and replicas is not None:
        found.fact("service.replicas", replicas, "count", spec["replicas"].pointer, name)
    elif kind == "PodDisruptionBudget":
        found.fact("workload.disruption_budget", bool(spec), "", spec.pointer, name)
    elif kind == "HorizontalPodAutoscaler":
        for key, metric in (("minReplicas", "workload.replicas_min"), ("maxReplicas", "workload.replicas_max")):
            number = spec[key].number()
            if number is not None:
                found.fact(metric, number, "count", spec[key].pointer, name)
