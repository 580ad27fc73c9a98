"""Kubernetes manifests: the same questions as for Compose, and replicas, probes, budgets and autoscalers."""

from collections.abc import Iterator

from gonogo_review.evidence.deploy.environment import in_clear
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
_RUNS_ONCE = {"CronJob", "Job"}
"""Their containers end by themselves: they are no services, and nobody probes them."""
_PROBES = ("healthcheck", "liveness_probe", "readiness_probe")
MAX_DOCUMENTS = 2_000


def read(source: Source, found: Found) -> None:
    """A yes or no for each question and container, replicas by workload, and every setting with its place."""
    containers = 0
    documents = list(_objects(source.manifests()))
    for document in documents[:MAX_DOCUMENTS]:
        kind, name = document["kind"].text(), document.at("metadata", "name").text()
        found.fact("manifest.kind", kind, "", document["kind"].pointer, name)
        if kind in _POD_AT:
            number = _pod(name, document.at(*_POD_AT[kind]), found, probed=kind not in _RUNS_ONCE)
            containers += 0 if kind in _RUNS_ONCE else number
        _replicas(kind, name, document["spec"], found)
        if kind != "Secret":
            tell_settings(document, found)
    found.fact("services.count", float(containers), "count", "/spec/containers")


def _objects(documents: list[Node]) -> Iterator[Node]:
    for document in documents:
        if document["kind"].text() == "List":
            yield from document["items"].each()
        elif document["kind"]:
            yield document


def _pod(name: str, pod: Node, found: Found, *, probed: bool) -> int:
    containers = list(pod["containers"].each())
    for container in containers:
        scope = name if len(containers) == 1 else f"{name}/{container['name'].text()}"
        _container(scope, container, pod["securityContext"], found, probed=probed)
    return len(containers)


def _container(scope: str, container: Node, pod: Node, found: Found, *, probed: bool) -> None:
    limits, requests = container.at("resources", "limits"), container.at("resources", "requests")
    security = container["securityContext"]
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
        if question in _PROBES and not probed:
            continue
        here = bool(node) and node.value is not False
        found.fact(f"service.{question}", here, "", node.pointer or container.pointer, scope, setting=node.text())
    non_root, where = _non_root(security, pod)
    found.fact("container.non_root", non_root, "", where or container.pointer, scope)
    given = ((one["name"].text(), one["value"].text()) for one in container["env"].each())
    clear = ", ".join(in_clear(given))
    found.fact("service.secret_in_clear", bool(clear), "", container["env"].pointer, scope, setting=clear)
    image = container["image"]
    found.fact("image.pinned", pinned(image.text()), "", image.pointer, scope, setting=image.text())


def _non_root(container: Node, pod: Node) -> tuple[bool, str]:
    """Whether it may not or does not run as root, and where that is said; a container's word goes before its pod's."""
    said, user = container["runAsNonRoot"] or pod["runAsNonRoot"], container["runAsUser"] or pod["runAsUser"]
    if said.value is True or not user:
        return said.value is True, said.pointer if said else ""
    return user.number() != 0, user.pointer


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
