"""Files, folders, commands and settings that a text names."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_EXTENSIONS = (
    "py|pyi|js|jsx|mjs|cjs|ts|tsx|vue|svelte|md|mdx|rst|txt|json|ya?ml|toml|ini|cfg|conf|sql|sh|bash|ps1|bat|go|rs|java|kt|kts"
    "|cs|csproj|sln|rb|php|swift|scala|c|h|cc|cpp|hpp|html?|css|scss|less|tf|xml|csv|proto|graphql|prisma|ipynb|lock|example"
    "|gradle|dockerfile|service|env|pem|svg|png|pdf|docx|xlsx"
)
_CODE = re.compile(r"`([^`\n]{1,300})`")
_LINK = re.compile(r"\]\(([^)\s]{1,300})\)")
_PATH = re.compile(
    rf"(?P<path>\.{{0,2}}/?(?:[\w.@()\[\]-]+/)*[\w.@()\[\]-]*\w\.(?:{_EXTENSIONS}))(?::(?P<line>\d+)(?:-\d+)?)?",
    re.IGNORECASE,
)
_BARE = re.compile(rf"(?<![\w/@:.\\$-]){_PATH.pattern}(?![\w/])", re.IGNORECASE)
_PRODUCT = re.compile(r"[A-Z]\w*\.(?:js|ts|go|rs|py)", re.IGNORECASE)
"""Node.js, Chart.js: in running text a name of this form is as likely a product as a file."""
_FOLDER = re.compile(r"(?P<path>(?:[\w.@-]+/)+)")
_DOTFILE = re.compile(
    r"(?P<path>(?:[\w.@-]+/)*(?:\.(?:env|git|docker|eslint|prettier|editor|npm|nvm)[\w.-]*|Dockerfile[\w.-]*|Makefile))"
)


class Mention(NamedTuple):
    """A path as named. `quoted`: in code or a link, not in running text; `line` is what a `:12` names, 0 for none."""

    path: str
    line: int
    quoted: bool
    start: int

    @property
    def is_folder(self) -> bool:
        """Whether it names a folder."""
        return self.path.endswith("/")


def code_spans(text: str) -> list[str]:
    """What stands in code marks."""
    return [span.strip() for span in _CODE.findall(text)]


def paths(text: str) -> Iterator[Mention]:
    """The paths that a text names, in order, each once."""
    seen: set[str] = set()
    for mention in (*_quoted(text), *_unquoted(text)):
        if mention.path not in seen:
            seen.add(mention.path)
            yield mention


def _quoted(text: str) -> Iterator[Mention]:
    for pattern in (_CODE, _LINK):
        for span in pattern.finditer(text):
            inside = span[1].strip().strip("*")
            for form in (_PATH, _FOLDER, _DOTFILE):
                if whole := form.fullmatch(inside):
                    yield _mention(whole, quoted=True, start=span.start())
                    break


def _unquoted(text: str) -> Iterator[Mention]:
    plain = _LINK.sub(lambda m: " " * len(m[0]), _CODE.sub(lambda m: " " * len(m[0]), text)).replace("*", " ")
    for found in _BARE.finditer(plain):
        bold = text[max(found.start() - 2, 0) : found.start()] == "**" and not _PRODUCT.fullmatch(found["path"])
        yield _mention(found, quoted=bold or "/" in found["path"].strip("/"), start=found.start())


def _mention(found: re.Match[str], *, quoted: bool, start: int) -> Mention:
    line = found.groupdict().get("line")
    path = found["path"]
    return Mention(path.removeprefix("./"), int(line) if line else 0, quoted, start)


def artifact(target: str) -> Mention | None:
    """The path that an artifact's target is; None where it is an address, a command or an endpoint."""
    for form in (_PATH, _FOLDER, _DOTFILE):
        if whole := form.fullmatch(target.strip()):
            return _mention(whole, quoted=True, start=0)
    return None


def without_paths(text: str) -> str:
    """A text without what stands in code marks and without paths."""
    return _BARE.sub(" ", _CODE.sub(" ", text))
