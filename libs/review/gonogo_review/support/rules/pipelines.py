"""What CI does, against the workflows: steps, matrices, triggers, and what a step sends away."""

import re
from collections import defaultdict
from functools import lru_cache

from gonogo_review.model import Statement
from gonogo_review.support.case import Case
from gonogo_review.support.folding import tokens
from gonogo_review.support.index import Placed
from gonogo_review.support.mentions import paths, without_paths
from gonogo_review.support.names import names
from gonogo_review.support.opinion import Opinion, Opinions, place
from gonogo_review.support.words import says

_PARTS = re.compile(r"[,;:()]|->|→|\+| and | with | in | on | for |\s[–—-]\s")
COMMAND = 3
"""Words of a line of shell that say what is run."""
SHORT = 4
"""Letters of a word that tells nothing by itself."""
_VERSION = re.compile(r"(?<![\w.])\d+\.\d+(?:\.\d+)?(?![\w.])")


def pipelines(statement: Statement, case: Case) -> Opinions:
    """Verified by the step, matrix or trigger; contradicted where a step sends away what is said not to be sent."""
    steps = [*case.facts.of("ci.step"), *case.facts.of("ci.job")]
    text = statement.text
    plain = without_paths(text)
    if not steps or not (says("pipeline", f"{plain} / {case.titles(statement)}") or _names_one(statement, case)):
        return
    if says("none", text):
        yield from _pushes(text, steps)
        return
    if statement.state in {"open", "failed"}:
        return
    yield from _matrix(text, case)
    yield from _triggers(statement, case)
    yield from _steps(text, case)


def _names_one(statement: Statement, case: Case) -> bool:
    files = {placed.reading.file.rpartition("/")[2] for placed in case.facts.of("ci.jobs")}
    return any(mention.path.rpartition("/")[2] in files for mention in paths(statement.text))


def _pushes(text: str, steps: list[Placed]) -> Opinions:
    """'The image is not pushed', sentence by sentence."""
    sending = [step for step in steps if step.has("pushes")]
    for sentence in re.split(r"(?<=[.;])\s", text):
        if sending and says("none", sentence) and says("push", sentence) and says("build", sentence):
            because = f"{place(sending[0])} pushes the image: {sending[0].fact.value}"
            yield Opinion("contradicted", tuple(sending), because, "evidence.pipeline", "pushed", "medium")


def _matrix(text: str, case: Case) -> Opinions:
    wanted = set(_VERSION.findall(text))
    for axis in case.facts.of("ci.matrix"):
        values = set(_VERSION.findall(str(axis.fact.value)))
        named = set(tokens(axis.has("axis"))) & set(tokens(text))
        if len(wanted) > 1 and wanted == values and named:
            yield Opinion("verified", (axis,), f"{place(axis)} runs {axis.fact.value}", "ci.matrix")


def _triggers(statement: Statement, case: Case) -> Opinions:
    """Triggers of the workflow that the statement names, where all that it says of them are there."""
    wanted = {names().triggers[word] for word in tokens(statement.text) if word in names().triggers}
    mentioned = {mention.path.rpartition("/")[2] for mention in paths(statement.text)}
    there = [one for one in case.facts.of("ci.trigger") if one.reading.file.rpartition("/")[2] in mentioned]
    if wanted and wanted <= {str(one.fact.value) for one in there}:
        facts = tuple(one for one in there if one.fact.value in wanted)
        yield Opinion("verified", facts, f"{place(facts[0])}: {', '.join(sorted(wanted))}", "ci.trigger")


def _steps(text: str, case: Case) -> Opinions:
    """Verified where a step holds every telling word of a part, for most of the parts that tell anything."""
    told: list[Placed] = []
    parts = 0
    for part in _PARTS.split(text.replace("`", " ").replace("*", " ")):
        words = [word for word in tokens(part) if word not in names().steps]
        if words and (len(words) > 1 or len(words[0]) > SHORT):
            parts += 1
            told += _covering(words, case)[:1]
    if len(told) * 2 > parts:
        gate = "" if told[0].has("gated") != "no" else ", which does not stop the run where it fails"
        because = f"{place(told[0])} is this step: {str(told[0].fact.value)[:80]}{gate}"
        yield Opinion("verified", tuple(dict.fromkeys(told)), because, "ci.step")


def _covering(words: list[str], case: Case) -> list[Placed]:
    """Steps whose title, or one line of what runs, holds all words; a single word only as a title or a command."""
    index = _said(case, short=len(words) == 1)
    near = min((index.get(word, []) for word in words), key=len)
    return [step for line, step in near if set(words) <= line]


@lru_cache(maxsize=4)
def _said(case: Case, *, short: bool) -> dict[str, list[tuple[frozenset[str], Placed]]]:
    """The lines of all steps and the names of jobs, by each of their words."""
    index: dict[str, list[tuple[frozenset[str], Placed]]] = defaultdict(list)
    for step in (*case.facts.of("ci.step"), *case.facts.of("ci.job")):
        commands = step.has("run").splitlines()
        if short:
            commands = [" ".join(command.split()[:COMMAND]) for command in commands]
        for line in {frozenset(tokens(text)): None for text in (str(step.fact.value), step.has("uses"), *commands)}:
            for word in line:
                index[word].append((line, step))
    return index
