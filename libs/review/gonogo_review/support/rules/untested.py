"""'The components are not tested' against the tests in the tree and the lines that they reach."""

import re

from gonogo_review.model import Statement
from gonogo_review.support.case import Case
from gonogo_review.support.opinion import Opinion, Opinions
from gonogo_review.support.scopes import resolve
from gonogo_review.support.words import says, without

_TEST_FILE = re.compile(r"(?:^|/)(?:__tests__/|test_)|[._](?:test|spec)\.[\w.]+$", re.IGNORECASE)
COVERED = 5.0
"""Percent of the lines. Below it, 'not tested' is a fair word."""


def untested(statement: Statement, case: Case) -> Opinions:
    """Contradicted where the part has tests of its own and they reach its lines."""
    text = statement.text
    if not (says("none", text) and says("test", text)) or statement.amounts or says("failing", text):
        return
    subject = without("test", without("none", text))
    named = resolve(subject, case, folders_only=True)
    for folder in named if len(named) == 1 else ():
        reached = [one for one in folder.facts("coverage.line") if (one.number_value or 0.0) > COVERED]
        tests = [one for one in case.tree.folder(folder.path) if _TEST_FILE.search(str(one.fact.value))]
        if reached and tests:
            share = f"{reached[0].number_value:.1f} % of its lines are reached"
            because = f"{folder.path} has {len(tests)} test files, and {share}"
            facts = (*reached[:1], *tests)
            yield Opinion("contradicted", facts, because, "evidence.tested", f"{len(tests)} test files", "medium")
