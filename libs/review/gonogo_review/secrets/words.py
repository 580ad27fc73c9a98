"""The words that credentials stand beside, as words.yaml has them."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import yaml

from gonogo_review.claims.tokens import CJK


class Words(NamedTuple):
    """Words and patterns made of them."""

    hints: Mapping[str, tuple[bytes, ...]]
    """What a line holds, in small letters, that is worth a closer look, by what looks for it."""
    label: re.Pattern[str]
    """A word for a password or a key, and what joins it to its value, in a line in small letters."""
    account: re.Pattern[str]
    """A word for an account or a login, and the colon before user and password."""
    default: re.Pattern[str]
    """A word for a default, before code."""
    says_default: re.Pattern[str]
    titled: re.Pattern[str]
    """A word for passwords in a title."""
    password: frozenset[str]
    account_words: frozenset[str]
    servers_users: frozenset[str]
    """Users of servers as they are installed."""
    common: frozenset[str]
    """Passwords that are words."""
    beside: re.Pattern[str]
    """A user and a password in one clause: 'user admin and password `letmein`'."""
    generic: frozenset[str]
    algorithm: re.Pattern[str]
    placeholder_parts: tuple[str, ...]


@cache
def words() -> Words:
    """All words."""
    data = yaml.load(files(__package__).joinpath("words.yaml").read_bytes(), yaml.CBaseLoader)  # noqa: S506 - text only
    passwords = [*data["password"].split(), *data["password_phrases"]]
    tokens = [*data["token"].split(), *data["token_phrases"]]
    accounts, defaults = data["account"].split(), data["default"].split()
    # Where no blanks divide words, one may end another: '会員アカウント'.
    unspaced = [word for word in accounts if re.fullmatch(f"[{CJK}]+", word)]
    hints = {"label": [*passwords, *tokens, "pass"], "account": accounts, "default": defaults}
    hints["server"] = data["servers_users"]
    return Words(
        hints={kind: _shortest(choices) for kind, choices in hints.items()},
        label=_label(passwords, tokens, [*defaults, *data["whose"]], data["linking"]),
        account=re.compile(
            rf"(?:(?<![^\W_])(?:{_any(accounts)})s?\b|{_any(unspaced)})(?:[^:=：(\n]{{0,30}}[:=：(]\**|\s(?:{_any(data['using'])})\b)\s{{0,3}}",
            re.IGNORECASE,
        ),
        servers_users=frozenset(data["servers_users"]),
        default=re.compile(
            rf"(?<![^\W_])(?:{_any(defaults)})[^:=：`\n]{{0,30}}[:=：]?\**\s{{0,3}}(?=`)", re.IGNORECASE
        ),
        says_default=re.compile(_any(defaults), re.IGNORECASE),
        titled=re.compile(_any(passwords), re.IGNORECASE),
        password=frozenset(word.replace("_", " ") for word in passwords),
        account_words=frozenset(word.replace("_", " ") for word in accounts),
        common=frozenset(data["common"].split()),
        beside=_beside([*accounts, *data["using"]], data["and"], passwords),
        generic=frozenset(data["generic"].split()),
        algorithm=re.compile(data["algorithms"], re.IGNORECASE),
        placeholder_parts=tuple(data["placeholder_parts"]),
    )


def _label(passwords: list[str], tokens: list[str], whose: list[str], linking: list[str]) -> re.Pattern[str]:
    # 'pass' alone is a verdict more often than a password.
    name = rf"(?:(?P<password>{_any(passwords)}|(?:(?<=[_/,(;])|(?<=[/|,;`\"'] ))pass)|(?P<token>{_any(tokens)}))s?"
    between = rf"(?:\s(?:{_any(whose)})){{0,2}}(?:\s?\([^()]{{0,30}}\)|\s(?:for|de|do|del|für|per|of)\s[\w-]{{1,20}})?"
    closing = r"[\"'`*_\])]{0,4}"
    sign, word = r"\s{0,3}(?:=>|->|→|:=|[:=：＝])", rf"\s(?:{_any(linking)})(?=\s)|\s?(?:は|是|为)"
    joint = rf"(?:{sign}|{word}|\s?[(（](?=[\"'`]))\**\s{{0,3}}"
    return re.compile(name + between + closing + joint)


def _beside(accounts: list[str], joining: list[str], passwords: list[str]) -> re.Pattern[str]:
    join = rf"(?:\s?[,;/&+]\s?|\s(?:{_any(joining)})\s|\s)(?:(?:{_any(joining)})\s)?"
    user = r"[`\"']?(?P<user>[A-Za-z][\w.@-]{1,60})[`\"']?"
    value = r"(?:\s?[:=]\s?|\s)(?P<quote>[`\"']?)(?P<value>[^\s`\"'|,;<>()]{4,60})(?P=quote)"
    return re.compile(rf"(?<![^\W_])(?:{_any(accounts)})\s{user}{join}(?:{_any(passwords)}){value}", re.IGNORECASE)


def _shortest(choices: list[str]) -> tuple[bytes, ...]:
    """Without what another choice is part of."""
    spaced = dict.fromkeys(form for choice in choices for form in (choice, choice.replace("_", " ")))
    return tuple(one.encode() for one in spaced if not any(other in one for other in spaced if other != one))


def _any(choices: list[str]) -> str:
    longest_first = sorted(choices, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace("_", "[_ ]") for word in longest_first)
