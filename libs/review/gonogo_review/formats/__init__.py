"""Documents of every form as lines of Markdown, each with its place in what was uploaded."""

from gonogo_review.formats.converted import Converted
from gonogo_review.formats.sniffing import foreign, sniff
from gonogo_review.model import Problem
from gonogo_review.text import decode

__all__ = ["Converted", "convert", "sniff"]


def convert(data: bytes, name: str) -> Converted:
    """A document as lines. Never fails: what cannot be read is told in `problems`.

    Markdown and plain text keep every line as it is; the lines of other forms are Markdown made of them.
    """
    media = sniff(data, name)
    if media == "docx":
        from gonogo_review.formats.docx import from_docx

        return from_docx(data, name)
    if media == "pdf":
        from gonogo_review.formats.pdf import from_pdf

        return from_pdf(data, name)
    what = foreign(data)
    if what:
        message = f"This is {what}, no report. Upload Markdown, HTML, plain text, DOCX or PDF."
        return Converted(media, (), (), problems=(Problem("unsupported-format", message, name),))
    text = decode(data)
    if media == "html":
        from gonogo_review.formats.html import from_html

        return from_html(text, name)
    numbers = range(1, len(text.lines) + 1)
    return Converted(media, text.lines, numbers, encoding=text.encoding, repaired=text.repaired)
