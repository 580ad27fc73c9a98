"""Keys and tokens that their own form betrays, told by detect-secrets' structured plugins."""

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Protocol

from gonogo_review.secrets.labelled import Found
from gonogo_review.secrets.values import is_placeholder

_ADDRESS = "a connection string with a password"
# Plugins by the beginnings that their tokens have, and what a word has to hold for one to answer. Only that is handed
# on: as a whole detect-secrets takes longer for a line than everything else here for a report, and its first plugin
# brings an HTTP client with it, which takes longer than all the rest of a short report.
_PLUGINS = (
    (r"AKIA|ASIA|ABIA|ACCA|A3T", "aws", "AWSKeyDetector", "an AWS access key", r"[A-Z\d]{20}"),
    (r"gh[pousr]_", "github_token", "GitHubTokenDetector", "a GitHub token", r"_\w{36}"),
    (r"glpat-|gldt-|glft-|glsoat-|glrt-|GR1348941", "gitlab_token", "GitLabTokenDetector", "a GitLab token",
     r"[\w-]{20}"),
    (r"eyJ", "jwt", "JwtTokenDetector", "a JSON Web Token", r"eyJ[\w=-]+\."),
    (r"sk-", "openai", "OpenAIDetector", "an OpenAI key", r"T3BlbkFJ"),
    (r"pypi-", "pypi_token", "PypiTokenDetector", "a PyPI token", r"pypi-AgE"),
    (r"SG\.", "sendgrid", "SendGridDetector", "a SendGrid key", r"\.[\w-]{22}\."),
    (r"xox", "slack", "SlackDetector", "a Slack token", r"-\d+-|(?i:/services/t)"),
    (r"https://hooks\.slack\.com/", "slack", "SlackDetector", "a Slack webhook", r"-\d+-|(?i:/services/t)"),
    (r"sq0csp-", "square_oauth", "SquareOAuthDetector", "a Square key", r"[\w\\-]{43}"),
    (r"[rs]k_live_", "stripe", "StripeDetector", "a Stripe key", r"_[a-zA-Z\d]{24}"),
    (r"\d{8,10}:", "telegram_token", "TelegramBotTokenDetector", "a Telegram token", r":[\w-]{35}"),
    (r"AC|SK", "twilio", "TwilioKeyDetector", "a Twilio key", r"[a-z\d]{32}"),
    (r"AccountKey=", "azure_storage_key", "AzureStorageKeyDetector", "an Azure storage key", r"=[\w+/=]{88}"),
    (r"[a-z][a-z\d+.-]{1,30}://", "basic_auth", "BasicAuthDetector", _ADDRESS, r"://[^\s:/@]+:[^\s:/@]+@"),
)  # fmt: skip
# What the plugins do not know.
_OTHERS = re.compile(
    r"AIza[\w-]{35}|sk-(?:ant|proj|svcacct)-[\w-]{20,200}|npm_[A-Za-z0-9]{36}|hf_[A-Za-z0-9]{30,40}|key-[0-9a-z]{32}\b"
)
_NO_USER = re.compile(r"://:([^\s:/@]{3,100})@")
_REST = re.compile(r"[\w.=+/-]*")
_STARTS = re.compile("|".join(rf"(?P<n{number}>{start})" for number, (start, *_) in enumerate(_PLUGINS)))
_WORD = re.compile(r"(?<![\w@.%+-])[^\s`\"'<>|()]{12,2000}")
PARTS = (
    b"akia", b"asia", b"abia", b"acca", b"a3t", b"ghp_", b"gho_", b"ghu_", b"ghs_", b"ghr_", b"glpat-", b"gldt-",
    b"glft-", b"glsoat-", b"glrt-", b"gr1348941", b"eyj", b"sk-", b"pypi-", b"sg.", b"xox", b"hooks.slack.com",
    b"sq0csp-", b"k_live_", b"accountkey=", b"aiza", b"npm_", b"hf_", b"key-", b"telegram", b"bot", b"twilio", b"://",
)  # fmt: skip
"""What a line has to hold, in small letters, to be worth asking. Some tokens stand only beside their makers' names."""
MAX_WORDS = 2000
"""Words of one document that the plugins are asked about."""


class _Detector(Protocol):
    def analyze_string(self, string: str) -> Iterator[str]: ...


def structured(line: str) -> Iterator[Found]:
    """Tokens that a plugin knows, and passwords in addresses."""
    for asked, word in enumerate(_WORD.finditer(line)):
        if asked >= MAX_WORDS:
            return
        start = _STARTS.search(word[0])
        if start:
            yield from _ask(word[0], word.start(), int((start.lastgroup or "n0")[1:]))
        for other in _OTHERS.finditer(word[0]):
            yield Found(word.start() + other.start(), word.start() + other.end(), "an API key")
        for address in _NO_USER.finditer(word[0]):
            if not is_placeholder(address[1]):
                yield Found(word.start() + address.start(1), word.start() + address.end(1), _ADDRESS)


def _ask(word: str, offset: int, number: int) -> Iterator[Found]:
    _, module, name, what, least = _PLUGINS[number]
    if not re.search(least, word):
        return
    for secret in _detector(module, name).analyze_string(word):
        if not secret or is_placeholder(secret) or secret not in word:
            continue
        if what == _ADDRESS:
            start = word.index(f":{secret}@") + 1
            yield Found(offset + start, offset + start + len(secret), what)
        else:
            # Some patterns give only the beginning of what they found.
            start = word.index(secret)
            rest = _REST.match(word, start + len(secret))
            end = len(word[: rest.end() if rest else None].rstrip("."))
            if is_placeholder(word[start:end]):
                continue
            yield Found(offset + start, offset + end, what)


@cache
def _detector(module: str, name: str) -> _Detector:
    # Only `analyze_string` is called, which is pure; `verify`, which would ask a server, never is.
    detector: _Detector = getattr(import_module(f"detect_secrets.plugins.{module}"), name)()
    return detector
