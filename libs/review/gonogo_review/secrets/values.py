"""Whether a value is a credential, or a placeholder, a name, a word of prose."""

import re

from gonogo_review.secrets.words import words

_SHORTEST, _SHORTEST_TOKEN = 4, 12
_REFERENCE = re.compile(
    r"\$|%\w+%$|[{}<>()\[\]]|^(?:process|os|env|secrets?|vars?|config|settings|import|req|request|self|this)\b[.\[]"
)
# Names of environment variables, of fields and of files.
_NAME = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[a-z_]+(?:\.[a-z_]+)+|[a-z]+(?:_[a-z]+)+|[a-z]+(?:[A-Z][a-z]+)+")
_PATH = re.compile(r"[a-z]*:?//|[./~]|[\w./@-]+\.[a-z]{1,4}$|.*/.*/")
# Where something stands: 'compose.yaml:9', 'src/main.go:12:5', 'app.py#L4-L9'.
_PLACE = re.compile(r"[\w./@-]*\.[A-Za-z]\w{0,5}(?:[:#]L?\d+(?:[-–:,]L?\d+)*)+")
_PIN = re.compile(r"\d{6,12}")
_RANDOM = re.compile(r"(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[\w+/=-]{30,}")
_LETTER, _DIGIT = re.compile(r"[^\W\d_]"), re.compile(r"\d")
_SYMBOL = re.compile(r"[@!#%^&+~?]|(?<=\w)[$*](?=\w)")


def is_placeholder(value: str) -> bool:
    """No credential: `your-password`, `***`, `${VAR}`, `changeme`, `<password>`, or its place: `compose.yaml:9`."""
    small = value.lower()
    known = words()
    return (
        len(set(value)) <= 2
        or small in known.generic
        or any(part in small for part in known.placeholder_parts)
        or bool(_REFERENCE.search(value))
        or bool(known.algorithm.fullmatch(value))
        or bool(_PLACE.fullmatch(value))
    )


def is_password(value: str, *, quoted: bool) -> bool:
    """A password written out: any word where it is quoted as a value, one with digits or signs in prose."""
    if len(value) < _SHORTEST or is_placeholder(value) or _NAME.fullmatch(value) or _PATH.match(value):
        return False
    if not _LETTER.search(value):
        return bool(_DIGIT.search(value)) if quoted else bool(_PIN.fullmatch(value))
    return quoted or is_mixed(value)


def is_common(value: str) -> bool:
    """One of the passwords that everybody tries first, which are words like others."""
    return value.lower() in words().common


def is_token(value: str) -> bool:
    """A key or token: long, of letters and digits."""
    plain = len(value) >= _SHORTEST_TOKEN and not is_placeholder(value) and not _NAME.fullmatch(value)
    path = _PATH.match(value) and not _RANDOM.fullmatch(value)
    return plain and not path and bool(_LETTER.search(value) and _DIGIT.search(value))


def is_mixed(value: str) -> bool:
    """Letters with digits or signs, as words of prose hardly have them."""
    return bool(_LETTER.search(value)) and bool(_DIGIT.search(value) or _SYMBOL.search(value))
