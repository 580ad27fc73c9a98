"""Workflows of GitHub Actions and GitLab CI: what runs, when, on what, and whether a failure stops it."""

import re

from gonogo_review.evidence.deploy.settings import tell_line
from gonogo_review.evidence.found import Found
from gonogo_review.evidence.node import Node
from gonogo_review.evidence.source import Source

_FORGIVEN = re.compile(r"\|\|\s*(true|:|exit 0|echo)|set \+e|--exit-zero|--exit-code[= ]0")
"""Shell that goes on whatever the command says."""
MAX_RUN = 20_000
"""Characters of a step's script that are looked at."""
_GITLAB_JOB = ("script", "extends", "trigger")
_GITLAB_WORDS = {"stages", "variables", "default", "include", "image", "workflow", "cache", "before_script"}


def read_github(source: Source, found: Found) -> None:
    """Jobs, triggers, matrices, and steps with whether they gate; every line with its number."""
    for number, line in source.lines():
        tell_line(line, number, found)
    for document in source.manifests():
        _triggers(document, found)
        for name, job in document["jobs"].items():
            _job(name, job, found)
        found.fact("ci.jobs", float(sum(1 for _ in document["jobs"].items())), "count", "/jobs")


def _triggers(document: Node, found: Found) -> None:
    triggers = document["on"]
    names = [name for name, _ in triggers.items()] or [one.text() for one in triggers.each()] or [triggers.text()]
    for name in names:
        found.fact("ci.trigger", name, "", f"/on/{name}")


def _job(name: str, job: Node, found: Found) -> None:
    needs = " ".join([job["needs"].text(), *(one.text() for one in job["needs"].each())]).strip()
    environment = job["environment"].text() or job.at("environment", "name").text()
    found.fact(
        "ci.job", job["name"].text() or name, "", job.pointer, name, needs=needs, environment=environment,
        uses=job["uses"].text(),
    )  # fmt: skip
    for axis, values in job.at("strategy", "matrix").items():
        if axis in {"include", "exclude"}:
            continue
        chosen = ", ".join(value.text() for value in values.each())
        found.fact("ci.matrix", chosen, "", values.pointer, name, axis=axis)
    lenient = job["continue-on-error"].value is True
    for step in job["steps"].each():
        run, uses = step["run"].text()[:MAX_RUN], step["uses"].text()
        forgiven = step["continue-on-error"].value is True or step.at("with", "exit-code").text() == "0"
        gated = not (lenient or forgiven or _FORGIVEN.search(run))
        title = step["name"].text() or uses or run.strip().partition("\n")[0]
        found.fact(
            "ci.step", title, "", step.pointer, name,
            gated="yes" if gated else "no", uses=uses, run=run, pushes=_pushes(step, run),
        )  # fmt: skip


def _pushes(step: Node, run: str) -> str:
    """Whether the step sends an image to a registry."""
    sends = step.at("with", "push").value is True or re.search(r"\bdocker (buildx build .*--push|push)\b", run)
    return "yes" if sends else ""


def _is_job(name: str, job: Node) -> bool:
    """Names with a dot before them are parts that jobs extend."""
    return not name.startswith(".") and name not in _GITLAB_WORDS and any(job[key] for key in _GITLAB_JOB)


def read_gitlab(source: Source, found: Found) -> None:
    """Jobs and their scripts, with whether they gate; every line with its number."""
    for number, line in source.lines():
        tell_line(line, number, found)
    for document in source.manifests():
        jobs = [(name, job) for name, job in document.items() if _is_job(name, job)]
        for name, job in jobs:
            found.fact("ci.job", name, "", job.pointer, name)
            script = job["script"] or document[job["extends"].text()]["script"]
            for command in list(script.each()) or [script]:
                run = command.text()
                gated = "no" if job["allow_failure"].value is True or _FORGIVEN.search(run) else "yes"
                found.fact("ci.step", run, "", command.pointer, name, gated=gated, run=run)
        found.fact("ci.jobs", float(len(jobs)), "count", "/")
