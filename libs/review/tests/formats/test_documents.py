import io
import zipfile
import zlib

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gonogo_review.formats import convert, sniff


def word() -> bytes:
    document = docx.Document()
    document.add_heading("Release 2.4", 0)
    document.add_heading("Tests", 1)
    document.add_paragraph("Status: READY")
    document.add_paragraph("Login done", style="List Bullet")
    table = document.add_table(2, 2)
    for number, text in enumerate(["Metric", "Value", "Coverage", "80 | 81 %"]):
        table.cell(number // 2, number % 2).text = text
    document.add_paragraph("✅ end")
    body = io.BytesIO()
    document.save(body)
    return body.getvalue()


def pdf(*pages: str, drawn: str = "") -> bytes:
    """A PDF with one text line for each line, written by hand: objects, cross references, trailer.

    `drawn`: drawing instructions before the text.
    """
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for number, page in enumerate(pages):
        shown = "T* ".join(f"({line}) Tj " for line in page.split("\n"))
        text = f"{drawn} BT /F1 12 Tf 14 TL 72 720 Td {shown}ET"
        objects.append(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>"
            f"/Contents {5 + 2 * number} 0 R>>"
        )
        objects.append(f"<</Length {len(text)}>>stream\n{text}\nendstream")
    body, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}trailer<</Size {len(objects) + 1}/Root 1 0 R>>\n"
    return f"{body}{end}startxref\n{len(body)}\n%%EOF".encode()


def codes(data: bytes, name: str = "report") -> list[str]:
    return [problem.code for problem in convert(data, name).problems]


@pytest.mark.parametrize(
    ("data", "name", "media"),
    [
        (b"# Title\n- a", "report", "markdown"),
        (b"plain words", "report.md", "markdown"),
        (b"plain words\nand more", "report.txt", "text"),
        (b"| a | b |\n|---|---|", "x.txt", "markdown"),
        (b"<!DOCTYPE html><p>x", "report.md", "html"),
        (b"\xef\xbb\xbf<!-- c -->\n<html>", "x", "html"),
        (b"<h1>x</h1>", "x.html", "html"),
        (b"<div align=center>\n\n# Title", "README.md", "markdown"),
        (b"%PDF-1.7\n", "x", "pdf"),
        (b"", "x", "text"),
    ],
)
def test_a_document_is_what_its_content_says(data: bytes, name: str, media: str) -> None:
    assert sniff(data, name) == media


def test_a_word_document() -> None:
    document = convert(word(), "report.doc")
    assert document.media == "docx"
    assert [line for line in document.lines if line] == [
        "# Release 2.4",
        "# Tests",
        "Status: READY",
        "- Login done",
        "| Metric | Value |",
        "| --- | --- |",
        "| Coverage | 80 \\| 81 % |",
        "✅ end",
    ]
    assert tuple(document.source_lines) == tuple(range(1, len(document.lines) + 1))
    assert not document.problems


def test_broken_word_documents_are_told() -> None:
    whole = word()
    assert codes(whole[: len(whole) // 2]) == ["docx-broken"]
    assert codes(b"PK\x03\x04 nothing") == ["unsupported-format"]


def archive(**parts: bytes) -> bytes:
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts.items():
            file.writestr(f"word/{name}.xml", part)
    return body.getvalue()


def test_hostile_word_documents_are_refused() -> None:
    assert codes(archive(document=b"<w:p>" * 5_000)) != []
    assert codes(archive(document=b" " * 80_000_000)) == ["archive-bomb"]
    entity = b'<!DOCTYPE d [<!ENTITY a "aaaa">]><d>&a;</d>'
    assert codes(archive(document=entity)) != []
    assert codes(archive(document=b"no xml")) != []


def test_a_pdf_with_its_pages() -> None:
    document = convert(pdf("Release 2.4\nStatus: READY", "Coverage: 80 %"), "report.pdf")
    assert document.media == "pdf"
    assert document.lines == ("Release 2.4", "Status: READY", "Coverage: 80 %")
    assert document.pages == (1, 3)
    assert not document.problems


def test_a_ruled_table_in_a_pdf() -> None:
    cells = {(72, 640): "Metric", (202, 640): "Value", (72, 620): "Coverage", (202, 620): "80 %"}
    texts = " ".join(f"BT /F1 12 Tf {x} {y} Td ({text}) Tj ET" for (x, y), text in cells.items())
    across = " ".join(f"70 {y} m 330 {y} l S" for y in (615, 635, 655))
    down = " ".join(f"{x} 615 m {x} 655 l S" for x in (70, 200, 330))
    document = convert(pdf("Before", drawn=f"{across} {down} {texts}"), "report.pdf")
    assert [line for line in document.lines if line] == [
        "Before",
        "| Metric | Value |",
        "| --- | --- |",
        "| Coverage | 80 % |",
    ]
    assert tuple(document.source_lines) == tuple(range(1, len(document.lines) + 1))


def test_a_pdf_of_pictures_says_so() -> None:
    assert codes(pdf("")) == ["no-text"]


def test_a_pdf_of_too_many_pages_is_read_at_its_beginning() -> None:
    document = convert(pdf(*(f"page {number}" for number in range(310))), "report.pdf")
    assert len(document.pages) == len(document.lines) == 300
    assert [problem.code for problem in document.problems] == ["too-long"]


def test_an_encrypted_pdf_says_so() -> None:
    locked = pdf("secret").replace(
        b"/Root 1 0 R",
        b"/Root 1 0 R/Encrypt<</Filter/Standard/V 1/R 2/P -1/O<%s>/U<%s>>>/ID[<00><00>]" % (b"00" * 32, b"11" * 32),
    )
    assert codes(locked) == ["encrypted"]


def test_broken_pdfs_are_told() -> None:
    assert codes(pdf("x")[:150]) == ["pdf-broken"]
    assert codes(b"%PDF-1.4 nothing") == ["pdf-broken"]


def test_hostile_pdfs_are_refused() -> None:
    bomb = b"%PDF-1.4\n1 0 obj<</Filter/FlateDecode>>stream\n" + zlib.compress(b"\0" * 200_000_000) + b"\nendstream"
    assert codes(bomb * 3) == ["pdf-bomb"]
    assert codes(b"%PDF-1.4\n1 0 obj<</Filter[/FlateDecode/FlateDecode]>>stream\nx") == ["pdf-bomb"]


@pytest.mark.parametrize("data", [b"\xd0\xcf\x11\xe0\xa1\xb1", b"\x89PNG\r\n", b"{\\rtf1 x}", b"\x7fELF"])
def test_what_is_no_report_is_named(data: bytes) -> None:
    assert codes(data) == ["unsupported-format"]


def test_markdown_and_text_keep_every_line() -> None:
    document = convert(b"# T\r\n\r\nx\n", "r.md")
    assert (document.lines, tuple(document.source_lines)) == (("# T", "", "x", ""), (1, 2, 3, 4))


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=200), st.integers(0, 1500), st.sampled_from([word(), pdf("Release\nready", "Done")]))
def test_damage_is_told_and_never_raised(noise: bytes, at: int, whole: bytes) -> None:
    document = convert(whole[:at] + noise + whole[at + len(noise) :], "report")
    assert len(document.lines) == len(document.source_lines)
