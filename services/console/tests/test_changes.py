"""What changed since the review before: on the page, and in every other form."""

from types import SimpleNamespace

import msgspec

from gonogo_console import api, display
from gonogo_console.review_page import Comparison
from gonogo_contracts.review import encode
from gonogo_review import rubric
from gonogo_review.judging import judge
from gonogo_review.judging.compare import compare
from gonogo_review.reading import read_report

HEAD = b"# Shop 3.1.0\n\n**Date**: 2026-11-20\n\n"
BEFORE, READING = (read_report(HEAD + text, "r.md") for text in (b"- [x] Backups\n", b"- [x] Backups\n- [x] Alerts\n"))
BEFORE_REVIEW, REVIEW = (judge(one, (), rubric.default(), today="2026-11-25") for one in (BEFORE, READING))
STORED = msgspec.json.encode(compare(BEFORE_REVIEW, REVIEW)).decode()


def test_the_page_says_by_criterion_what_changed() -> None:
    row = SimpleNamespace(previous_id="before")
    page = SimpleNamespace(row=row, areas=(), comparison=msgspec.json.decode(STORED, type=Comparison))
    source = '{% import "parts.html" as parts %}{% include "review_criteria.html" %}'
    shown = " ".join(display.build_templates().from_string(source).render(page=page).split())
    assert '<a href="/reviews/before">the review before</a>' in shown
    assert "Alerts fire on what hurts, each with what to do: unknown → claimed" in shown


def test_a_rendered_review_says_what_changed() -> None:
    body = encode(REVIEW)
    assert "Since the review before" in api._rendered("html", body, READING, STORED)
    assert "Since the review before" not in api._rendered("html", body, READING, None)
