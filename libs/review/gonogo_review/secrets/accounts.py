"""Credentials of accounts: 'client@shop.test / demo123', 'Login: admin/admin123', tables with a password column."""

import re
from collections.abc import Iterator, Sequence

from gonogo_review.secrets.labelled import Found, ends_clause
from gonogo_review.secrets.values import is_common, is_mixed, is_password, is_placeholder
from gonogo_review.secrets.words import words

_WHAT = "the password of an account in the clear"
_EMAIL_PAIR = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}[`\"'*]{0,3}\s{0,3}(?:[/|:：,，–—-]|->|→)\s{0,3}[`\"'*(]{0,3}"
    r"(?P<value>[^\s`\"'*()|/,;<>]{4,60})"
)
# In parentheses, in code or with blanks, since `admin/orders2` is a path.
_SERVER_PAIR = re.compile(
    r"(?:(?P<opening>[(`])|(?<![\w/.:-]))(?P<user>[a-z]{2,20})(?:[`*]{1,3}\s?/\s?[`*]{1,3}|\s/\s|(?(opening)/|(?!)))"
    r"(?P<value>[a-z][\w@!#-]{3,40})(?![\w/.-])"
)
_OWN_PAIR = re.compile(r"[(`](?P<user>[a-z][a-z.-]{1,20})`?\s?/\s?`?(?P<value>(?P=user)[@_]?\d{1,6}[!@#$]?)[`)]")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_USER_PAIR = re.compile(
    r"[`\"'*(]{0,3}(?P<user>[A-Za-z][\w.-]{1,40})[`\"'*]{0,3}\s{0,2}[/:]\s{0,2}[`\"'*]{0,3}(?P<value>[^\s`\"'*()|/,;<>@：]{4,60})"
)
_CELL = re.compile(r"[^|]+")


def user_pairs(line: str) -> Iterator[Found]:
    """Behind a word for accounts, a user's name and the password beside it."""
    for label in words().account.finditer(line):
        pair = _USER_PAIR.match(line, label.end())
        if pair and ends_clause(line, pair.end()) and _fits(pair["user"], pair["value"]):
            yield Found(*pair.span("value"), _WHAT)


def server_pairs(line: str) -> Iterator[Found]:
    """A server's user as it is installed, and the password beside it: 'RabbitMQ (guest/guest)'."""
    for pair in _SERVER_PAIR.finditer(line):
        if pair["user"] in words().servers_users and _fits(pair["user"], pair["value"]):
            yield Found(*pair.span("value"), _WHAT)


def own_pairs(line: str) -> Iterator[Found]:
    """A user, and the same word with a number as the password: '(anna/anna123)'."""
    for pair in _OWN_PAIR.finditer(line):
        yield Found(*pair.span("value"), _WHAT)


def address_pairs(line: str) -> Iterator[Found]:
    """An e-mail address, and the password beside it."""
    for pair in _EMAIL_PAIR.finditer(line):
        value = pair["value"].rstrip(".:")
        in_address = "://" in line[line.rfind(" ", 0, pair.start()) + 1 : pair.start() + 1]
        fits = not in_address and is_mixed(value) and is_password(value, quoted=False) and not _ADDRESS.fullmatch(value)
        if fits and ends_clause(line, pair.end()):
            yield Found(pair.start("value"), pair.start("value") + len(value), _WHAT)


def beside(line: str) -> Iterator[Found]:
    """A user and a password in one clause, with no sign between the word and the value."""
    for pair in words().beside.finditer(line):
        value = pair["value"].rstrip(".:")
        end = pair.start("value") + len(value)
        quoted = bool(pair["quote"])
        plain = ends_clause(line, end) and (is_common(value) or is_mixed(value))
        if (quoted or plain) and (is_common(value) or is_password(value, quoted=quoted)):
            yield Found(pair.start("value"), end, _WHAT)


def _fits(user: str, value: str) -> bool:
    if value.lower() in words().password:
        return user.lower() not in words().generic  # the word is the password only of a user who has a name
    return value == user or is_common(value) or (is_mixed(value) and is_password(value, quoted=False))


def columns(header: str) -> tuple[int, ...]:
    """The columns of a table's header that hold passwords, where another column holds users or addresses."""
    cells = [_plain(cell[0]) for cell in _CELL.finditer(header)]
    if not any(_names(cell, words().account_words) for cell in cells):
        return ()
    return tuple(number for number, cell in enumerate(cells) if _names(cell, words().password))


def cells(row: str, wanted: Sequence[int]) -> Iterator[Found]:
    """The passwords in a table's row."""
    for number, cell in enumerate(_CELL.finditer(row)):
        if number in wanted:
            text = cell[0].strip().strip("`*\"'")
            known = is_placeholder(text) or " " in text or not text.isprintable()
            if len(text) > 2 and not known and re.search(r"\w{3}", text):
                start = cell.start() + cell[0].index(text)
                yield Found(start, start + len(text), _WHAT)


def _plain(cell: str) -> str:
    return cell.strip().strip("*_` ").lower().replace("_", " ")


def _names(cell: str, names: frozenset[str]) -> bool:
    return cell in names or cell.removesuffix("s") in names or any(word in names for word in cell.split())
