"""What a document is, by its content; its name counts only where the content leaves it open."""

import io
import re
import zipfile

_HEAD = 4096
_HTML = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]*>\s*|<!--.{0,2000}?-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_TAGS = re.compile(r"<(?:p|div|h[1-6]|table|ul|ol|body|title|meta|style)\b", re.IGNORECASE)
_MARKDOWN = re.compile(
    r"^(?:#{1,6}\s|\s{0,3}[-*+]\s|\s{0,3}\d+[.)]\s|\s{0,3}```|\s{0,3}>\s|\|.*\||(?:=|-){3,}\s*$)|\*\*\S|\[[^\]]+\]\(",
    re.MULTILINE,
)
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file (save it as DOCX or Markdown)"),
    (b"{\\rtf", "RTF (save it as DOCX or Markdown)"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"PK\x03\x04", "an archive"),
    (b"\x1f\x8b", "an archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)


def sniff(data: bytes, name: str) -> str:
    """`markdown`, `html`, `text`, `docx` or `pdf`. What is none of them is `text`, and `foreign` tells what it is."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return "docx" if _is_docx(data) else "text"
    head = data[:_HEAD].replace(b"\0", b"").decode("utf-8", "ignore")
    if _HTML.match(head) or (name.lower().endswith((".html", ".htm", ".xhtml")) and _TAGS.search(head)):
        return "html"
    named = name.lower().endswith((".md", ".markdown", ".mdown", ".mkd"))
    return "markdown" if named or _MARKDOWN.search(head) else "text"


def foreign(data: bytes) -> str:
    """What a file is that is no report; empty for what can be read."""
    return next((what for start, what in _FOREIGN if data.startswith(start)), "")


def _is_docx(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "word/document.xml" in archive.NameToInfo
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        # A cut-off document still shows what it was.
        return b"word/document.xml" in data[:65536] or b"word/" in data[:_HEAD]
