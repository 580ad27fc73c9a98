"""Packages: their versions, their vulnerabilities, and whether production needs them."""

import re
from itertools import pairwise

from gonogo_review.model import Statement
from gonogo_review.support.case import Case
from gonogo_review.support.index import Placed
from gonogo_review.support.opinion import Opinion, Opinions, place
from gonogo_review.support.words import says

_PINNED = re.compile(r"(?<![\w/])(?P<name>@?[a-z][\w.-]*(?:/[\w.-]+)?)@(?P<version>\d[\w.-]*)")
_SPOKEN = re.compile(
    r"(?<![\w./-])(?P<name>[A-Za-z][\w.-]*?)(?:\.js)?[ :]+v?(?P<version>\d+\.\d+(?:\.\d+)?)(?![\w.%-])"
)
_ADVISORY = re.compile(r"\b(?:GHSA(?:-[23456789cfghjmpqrvwx]{4}){3}|CVE-\d{4}-\d{4,}|PYSEC-\d{4}-\d+)\b")
_CHAIN = re.compile(r"[@\w./-]+(?:\s*(?:→|->|>|»)\s*[@\w./-]+)+")
_RANGE = re.compile(r"[<>]=?\s*\d[\w.-]*")
_LEVELS = ("critical", "high", "moderate", "low")


def versions(statement: Statement, case: Case) -> Opinions:
    """`react@18.2.0`: no known vulnerability where the text speaks of them, else the version that is asked for."""
    about = says("vulnerability", case.above(statement) + statement.text)
    scans = case.facts.whole("vulnerabilities.total")
    for found in _PINNED.finditer(statement.text):
        asked = [one for one in case.facts.of("dependency") if one.fact.value == found["name"]]
        same = [one for one in asked if one.has("version").lstrip("^~>=v ") == found["version"]]
        if about and scans and asked:
            yield from _vulnerable(found["name"], (*scans, *asked[:1]), case)
        elif same:
            yield Opinion("verified", tuple(same[:1]), f"{place(same[0])} asks for it", "packages.version")


def spoken(statement: Statement, case: Case) -> Opinions:
    """'React 18.2', as far as it is printed: the version that is asked for starts with it."""
    needed = {str(one.fact.value).lower(): one for one in case.facts.of("dependency")}
    for found in _SPOKEN.finditer(statement.text):
        one = needed.get(found["name"].lower())
        asked = one.has("version").lstrip("^~>=v ") if one is not None else ""
        if one is not None and f"{asked}.".startswith(f"{found['version']}."):
            yield Opinion("verified", (one,), f"{place(one)} asks for {one.has('version')}", "packages.version")


def _vulnerable(name: str, checked: tuple[Placed, ...], case: Case) -> Opinions:
    known = [one for one in case.facts.of("vulnerability") if one.fact.scope == name and not one.has("suppressed")]
    if known:
        because = f"{place(known[0])} has {name} as {known[0].fact.value}"
        yield Opinion("contradicted", tuple(known[:1]), because, "evidence.vulnerable", str(known[0].fact.value))
    else:
        yield Opinion(
            "verified", checked, f"{checked[0].reading.file} lists no vulnerability of {name}", "packages.clean"
        )


def advisories(statement: Statement, case: Case) -> Opinions:
    """An advisory's number, a chain of packages, a range or a severity, as a scan has them for a package."""
    known = case.facts.of("vulnerability")
    for identifier in _ADVISORY.findall(statement.text):
        for one in known:
            if identifier in one.has("id").split():
                yield Opinion("verified", (one,), f"{place(one)} has {identifier}", "packages.advisory")
                break
    yield from _chain(statement, known)
    subject = _subject(statement, case, known)
    if subject is not None:
        yield from _range(statement, subject)
        yield from _severity(statement, subject)


def _chain(statement: Statement, known: list[Placed]) -> Opinions:
    by_name = {one.fact.scope: one for one in known}
    for chain in _CHAIN.findall(statement.text.replace("`", "")):
        names = re.split(r"\s*(?:→|->|>|»)\s*", chain)
        links = list(pairwise(names))
        if all(name in by_name for name in names) and all(_follows(by_name, *pair) for pair in links):
            facts = tuple(by_name[name] for name in names)
            yield Opinion("verified", facts, f"{place(facts[-1])} has this chain of effects", "packages.chain")


def _follows(by_name: dict[str, Placed], outer: str, inner: str) -> bool:
    """Whether one package depends on another that is vulnerable, in either direction of writing."""
    return outer in by_name[inner].has("effects").split() or inner in by_name[outer].has("effects").split()


def _subject(statement: Statement, case: Case, known: list[Placed]) -> Placed | None:
    """The package that a statement, or the nearest heading, names."""
    for text in (statement.text, case.titles(statement).partition(" / ")[0]):
        words = set(re.findall(r"[@\w./-]+", text.lower()))
        named = [one for one in known if one.fact.scope.lower() in words]
        if named:
            return named[0]
    return None


def _range(statement: Statement, subject: Placed) -> Opinions:
    wanted = subject.has("range").replace(" ", "")
    for found in _RANGE.findall(statement.text):
        if wanted and found.replace(" ", "") == wanted:
            because = f"{place(subject)} has the range {subject.has('range')}"
            yield Opinion("verified", (subject,), because, "packages.range")


def _severity(statement: Statement, subject: Placed) -> Opinions:
    if subject.fact.scope.lower() not in statement.text.lower():
        return
    said = [level for level in _LEVELS if says(level, statement.text)]
    if said == [subject.fact.value]:
        because = f"{place(subject)} rates {subject.fact.scope} {subject.fact.value}"
        yield Opinion("verified", (subject,), because, "packages.severity")


def production(statement: Statement, case: Case) -> Opinions:
    """Whether what is vulnerable is needed in production, as package.json has it."""
    text = statement.text
    if not (says("vulnerability", text) and says("dependency", text)):
        return
    needed = {str(one.fact.value): one for one in case.facts.of("dependency") if one.fact.scope == "production"}
    direct = [one for one in case.facts.of("vulnerability") if one.has("direct") == "yes" and one.fact.scope in needed]
    if says("none", text) and says("production", text) and not says("development", text) and direct:
        because = f"{place(direct[0])}: {direct[0].fact.scope} is {direct[0].fact.value} and is needed in production"
        facts = tuple(fact for one in direct for fact in (one, needed[one.fact.scope]))
        yield Opinion("contradicted", facts, because, "evidence.vulnerable", f"{len(direct)} packages")
    elif says("all", text) and says("development", text) and not says("none", text):
        yield from _only_development(text, needed, direct)


def _only_development(text: str, needed: dict[str, Placed], direct: list[Placed]) -> Opinions:
    named = [one for name, one in needed.items() if re.search(rf"(?<![\w/-]){re.escape(name)}(?![\w/-])", text)]
    roots = named or [needed[one.fact.scope] for one in direct]
    if roots:
        because = f"{place(roots[0])}: {roots[0].fact.value} stands under dependencies, not devDependencies"
        yield Opinion("contradicted", tuple(roots), because, "evidence.production-dependency", "production dependency")
