import pytest
from hypothesis import given
from hypothesis import strategies as st

from gonogo_review.formats import convert

PAGE = """<!DOCTYPE html>
<html><head><title>Hidden</title><style>p{color:red}</style></head>
<body><!-- ✅ no
content -->
<h2>Release <b>2.4</b></h2>
<p>Status:
 <strong>READY</strong></p>
<ul>
 <li><input type="checkbox" checked> Login
  <ol><li>nested &amp; deep</li></ol></li>
 <li><input type=checkbox> Search</li>
</ul>
<table><thead><tr><th>Metric<th>Target</tr></thead>
<tr><td>p95 | p99</td><td>&lt;200 <i>ms</i>
</td></tr></table>
<details><summary>More</summary>first<br>second</details>
<pre>
code 1
  code 2
</pre>
<script>document.write("<p>✅ no</p>")</script>
<img src=x alt="✅"> done
</body></html>
"""


def placed(page: str) -> list[tuple[int, str]]:
    document = convert(page.encode(), "report.html")
    return [(source, line) for source, line in zip(document.source_lines, document.lines, strict=True) if line]


def test_a_page_becomes_markdown_with_the_lines_of_its_source() -> None:
    assert placed(PAGE) == [
        (5, "## Release **2.4**"),
        (6, "Status: **READY**"),
        (9, "- [x] Login"),
        (10, "  1. nested & deep"),
        (11, "- [ ] Search"),
        (13, "| Metric | Target |"),
        (13, "| --- | --- |"),
        (14, "| p95 \\| p99 | <200 ms |"),
        (16, "More"),
        (16, "first"),
        (16, "second"),
        (17, "```"),
        (18, "code 1"),
        (19, "  code 2"),
        (20, "```"),
        (22, "✅ done"),
    ]


def test_a_table_in_a_cell_is_its_text() -> None:
    page = "<html><table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td><td>d</td></tr></table>"
    assert [line for _, line in placed(page)] == ["| a b c | d |", "| --- | --- |"]


def test_what_is_never_closed_ends_with_the_page() -> None:
    assert placed("<html><p>a<!-- b") == [(1, "a")]
    assert placed("<html><p>a<script>b") == [(1, "a")]
    assert placed("<html>\n<table><tr><td>a<td>b") == [(2, "| a | b |"), (2, "| --- | --- |")]
    assert placed("<html><pre>\na") == [(1, "```"), (2, "a"), (2, "```")]


def test_entities_add_no_line_and_nothing_that_cannot_be_stored() -> None:
    assert placed("<html><pre>a&#10;b</pre>") == [(1, "```"), (1, "a"), (1, "b"), (1, "```")]
    assert placed("<html><p>a&#0;b&#xD800;c") == [(1, "a\ufffdb\ufffdc")]


def test_an_encoding_that_is_no_utf_8() -> None:
    document = convert("<html><p>Préparation terminée</p></html>".encode("cp1252"), "report.html")
    assert document.encoding == "cp1252"
    assert "Préparation terminée" in document.lines


TAGS = [
    "<p>",
    "</p>",
    "<ul>",
    "</ul>",
    "<li>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<pre>",
    "</pre>",
    "<h1>",
    "<!--",
    "-->",
    "<b>",
    "a\n",
]


@given(st.lists(st.one_of(st.sampled_from(TAGS), st.text(max_size=5))))
def test_every_line_has_a_line_of_the_source(pieces: list[str]) -> None:
    page = "<html>" + "".join(pieces)
    document = convert(page.encode(errors="replace"), "report.html")
    assert document.media == "html"
    assert all(1 <= source <= page.count("\n") + 1 for source in document.source_lines)
    assert list(document.source_lines) == sorted(document.source_lines)


HOSTILE = {
    "open tags": "<a" * 1_000_000,
    "quotes": '<a "' * 500_000,
    "comments": "<!--" * 500_000,
    "declarations": "<!" * 1_000_000,
    "depth": "<ul><li>" * 200_000,
    "tables": "<table><tr><td>" * 100_000,
    "entities": "&amp" * 500_000,
    "scripts": "<script>" * 200_000,
    "one line": "x" * 10_000_000,
    "lines": "<p>x</p>\n" * 150_000,
}


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE)
def test_hostile_pages_are_read_in_one_go(page: str) -> None:
    document = convert(f"<html>{page}".encode(), "report.html")
    assert len(document.lines) <= 200_000


def test_more_lines_than_a_person_reads_are_cut_and_told() -> None:
    document = convert(b"<html>" + b"<br>x" * 300_000, "report.html")
    assert [problem.code for problem in document.problems] == ["too-long"]
    assert len(document.lines) == 200_000
