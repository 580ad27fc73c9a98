"""Tables of requests: which of their columns hold the statuses of HTTP."""

import re

from gonogo_review.claims.codes import STATUS_CODES
from gonogo_review.lexicon.compiled import Lexicon
from gonogo_review.model import Block

_LOOKED_AT = 20
"""Rows from which a column's contents are told."""
_REQUEST = re.compile(r"[\s`*]*(?:(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b|/[\w:{])")
_CODE = re.compile(r"[\s`*]*([1-5]\d\d)(?![\d.,:%])(?! ?[a-z])")
_DIGIT = re.compile(r"\d")


def code_columns(block: Block, words: Lexicon) -> frozenset[int]:
    """Columns of nothing but statuses, where another holds methods or paths or their own header speaks of HTTP."""
    columns = [[cell.text for cell in column] for column in zip(*block.rows[:_LOOKED_AT], strict=False)]
    coded = [at for at, texts in enumerate(columns) if at and _are_codes(texts)]
    if not coded:
        return frozenset()
    if any(all(map(_REQUEST.match, texts)) for texts in columns):
        return frozenset(coded)
    return frozenset(at for at in coded if at < len(block.header) and _speaks_of_http(block.header[at].text, words))


def _are_codes(texts: list[str]) -> bool:
    """Whether every number in these cells is a status, and there is one."""
    found = [match for text in texts if (match := _CODE.match(text)) or _DIGIT.search(text)]
    return bool(found) and all(match and float(match[1]) in STATUS_CODES for match in found)


def _speaks_of_http(header: str, words: Lexicon) -> bool:
    told = words.sets["http_before"] - words.sets["stops"] - words.sets["zero_nouns"]
    return any(token.low in told for token in words.tokens(header))
