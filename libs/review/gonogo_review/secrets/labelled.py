"""Credentials that a word announces: 'Password: ...', `DB_PASSWORD=...`, '密码：...', 'Default: `shop_pass_2024`'."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gonogo_review.secrets.values import is_common, is_mixed, is_password, is_placeholder, is_token
from gonogo_review.secrets.words import words

_VALUE = re.compile(
    r"(?:(?:Bearer|Basic)\s)?(?P<quote>[\"'`“‘«*(（]{0,3})(?P<value>[^\s\"'`“”‘’«»|,;<>，；。、]{3,200})"
)
_NEAR = 25
"""Characters before a word for passwords in which a word for defaults speaks of it."""
_LOOSE_END = ".,:;)]}*_）"
# What may follow a value that nothing quotes: in a sentence that goes on it is a word like others.
_CLAUSE_ENDS = re.compile(r"[\"'`“”’»*_\])}）]{0,4}\s*(?:$|[|,;.)/（(，；。、]|&&|\\$|#|-[A-Za-z]\b|<)")
_SAYS_PASSWORD = re.compile(
    r"(?:^|[_\-.])(?:pass|passwd|pwd|password|secret|senha|clave)(?=[_\-.\d]|$)|admin\d{2}", re.IGNORECASE
)


class Found(NamedTuple):
    """A credential in a line."""

    start: int
    end: int
    what: str


def labelled(line: str) -> Iterator[Found]:
    """Values behind a word for passwords or keys."""
    for label in words().label.finditer(line.replace("İ", "i").lower()):
        value = _VALUE.match(line, label.end())
        if value is None:
            continue
        start, end = span(value)
        quoted = bool(value["quote"].strip("*(（"))
        if not quoted and not ends_clause(line, end):
            continue
        if label["token"]:
            if is_token(line[start:end]):
                yield Found(start, end, "a key or token in the clear")
        elif _is_known(line, label, line[start:end]) or is_password(
            line[start:end], quoted=quoted or _is_assigned(line, label)
        ):
            yield Found(start, end, "a password in the clear")


def defaults(line: str) -> Iterator[Found]:
    """Code behind a word for defaults, where the code itself says that it is a password."""
    for label in words().default.finditer(line) if "`" in line else ():
        value = _VALUE.match(line, label.end())
        if value is None:
            continue
        start, end = span(value)
        text = line[start:end]
        if _SAYS_PASSWORD.search(text) and is_mixed(text) and not is_placeholder(text):
            yield Found(start, end, "a default password in the clear")


def span(value: re.Match[str]) -> tuple[int, int]:
    """Where a value stands without the signs that only close what surrounds it."""
    start = value.start("value")
    return start, start + len(value["value"].rstrip(_LOOSE_END))


def ends_clause(line: str, end: int) -> bool:
    """Nothing of the sentence follows."""
    return bool(_CLAUSE_ENDS.match(line, end))


def _is_known(line: str, label: re.Match[str], value: str) -> bool:
    """A word that is a common password; a server's user only as a default, else it may be who sets the password."""
    if value.lower() in words().servers_users:
        return words().says_default.search(line, max(0, label.start() - _NEAR), label.end()) is not None
    return is_common(value)


def _is_assigned(line: str, label: re.Match[str]) -> bool:
    """`POSTGRES_PASSWORD: postgres`, 'User: ops, password: ops': a setting, whose value is one by its place."""
    start = label.start()
    setting = label[0].rstrip().endswith("=") or (start > 0 and line[start - 1] == "_")
    return setting or words().account.search(line, 0, start) is not None
