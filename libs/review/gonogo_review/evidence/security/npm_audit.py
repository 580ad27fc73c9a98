"""npm audit, in both of its forms: `advisories` (npm 6) and `vulnerabilities` (npm 7 on)."""

from collections import Counter
from collections.abc import Iterator

from gonogo_review.evidence.found import Found, Unreadable
from gonogo_review.evidence.node import Node
from gonogo_review.evidence.security.severities import MAX_NAMED, canonical, tell_counts
from gonogo_review.evidence.source import Source


def read(source: Source, found: Found) -> None:
    """Counts by severity, and each vulnerable package with its range, advisories and whether it is a direct one."""
    document = source.peek()
    if "error" in document:
        reason = document.at("error", "summary").text() or document["message"].text()
        raise Unreadable("not-scanned", f"npm audit did not run: {' '.join(reason.split())[:200]}")
    sums = document.at("metadata", "vulnerabilities")
    stated = {canonical(word): (int(n.count()), n.pointer) for word, n in sums.items() if word != "total"}
    _check_total(sums, stated, found)
    if "advisories" in document:
        _advisories(source.each("/advisories/{}"), found)
        differing = []
    else:
        counted = _packages(source.each("/vulnerabilities/{}"), found)
        differing = sorted(level for level in {*stated, *counted} if counted[level] != stated.get(level, (0, ""))[0])
    if differing:
        stated |= {level: (counted[level], "/vulnerabilities") for level in differing}
        message = f"/metadata/vulnerabilities and the entries of /vulnerabilities differ in {', '.join(differing)}."
        found.problem("totals-disagree", message)
    tell_counts(found, stated, sums["total"].pointer if "total" in sums and not differing else sums.pointer)


def _check_total(sums: Node, stated: dict[str, tuple[int, str]], found: Found) -> None:
    total = sums["total"].number()
    summed = sum(number for number, _ in stated.values())
    if total is not None and total != summed:
        message = f"{sums.pointer}/total is {total:g}, the severities sum to {summed}."
        found.problem("totals-disagree", message)


def _packages(entries: Iterator[Node], found: Found) -> Counter[str]:
    counted: Counter[str] = Counter()
    for index, entry in enumerate(entries):
        level = canonical(entry["severity"].text())
        counted[level] += 1
        if index < MAX_NAMED:
            advisories = " ".join(via["url"].text().rpartition("/")[2] for via in entry["via"].each() if via["url"])
            found.fact(
                "vulnerability", level, "", entry["severity"].pointer, entry.key,
                range=entry["range"].text(), id=advisories, direct="yes" if entry["isDirect"].value is True else "no",
                effects=" ".join(effect.text() for effect in entry["effects"].each()),
            )  # fmt: skip
    return counted


def _advisories(advisories: Iterator[Node], found: Found) -> None:
    for index, advisory in enumerate(advisories):
        if index < MAX_NAMED:
            identifiers = " ".join(cve.text() for cve in advisory["cves"].each())
            found.fact(
                "vulnerability", canonical(advisory["severity"].text()), "", advisory["severity"].pointer,
                advisory["module_name"].text(), range=advisory["vulnerable_versions"].text(),
                id=f"{advisory['url'].text().rpartition('/')[2]} {identifiers}".strip(), title=advisory["title"].text(),
            )  # fmt: skip
