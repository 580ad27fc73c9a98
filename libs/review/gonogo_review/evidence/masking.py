"""Facts without the credentials that their files hold: what is shown of evidence is masked as reports are."""

import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from gonogo_review.model import EvidenceFact, Problem
from gonogo_review.secrets import find, mask

_SHORTEST = 3
_KEY = re.compile(r"(-----BEGIN [A-Z ]{0,30}PRIVATE KEY)[^\0]*")


def masked_facts(facts: Sequence[EvidenceFact]) -> tuple[EvidenceFact, ...]:
    """The facts with every text in them masked."""
    covered = _covered(text for fact in facts for text in _texts(fact))
    if not covered:
        return tuple(facts)
    return tuple(_changed(fact, covered) if any(text in covered for text in _texts(fact)) else fact for fact in facts)


def masked_problems(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """The problems with their messages masked."""
    covered = _covered(one.message for one in problems)
    return tuple(msgspec.structs.replace(one, message=covered.get(one.message, one.message)) for one in problems)


def _texts(fact: EvidenceFact) -> list[str]:
    value = fact.value if isinstance(fact.value, str) else ""
    return [value, fact.scope, fact.pointer, *fact.attributes.values()]


def _changed(fact: EvidenceFact, covered: Mapping[str, str]) -> EvidenceFact:
    return msgspec.structs.replace(
        fact,
        value=covered.get(fact.value, fact.value) if isinstance(fact.value, str) else fact.value,
        scope=covered.get(fact.scope, fact.scope),
        pointer=covered.get(fact.pointer, fact.pointer),
        attributes={name: covered.get(text, text) for name, text in fact.attributes.items()},
    )


def _covered(texts: Iterable[str]) -> dict[str, str]:
    """Each text that holds a credential, with what is shown instead."""
    every = list(dict.fromkeys(text for text in texts if len(text) > _SHORTEST))
    lines = [_KEY.sub(r"\1 masked", text) if "PRIVATE KEY" in text else text for text in every]
    return {text: shown for text, shown in zip(every, mask(lines, find(lines)), strict=True) if text != shown}
