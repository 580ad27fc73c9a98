"""Answers that are worked out once."""

from collections.abc import Callable
from functools import update_wrapper
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, TypeVar

if TYPE_CHECKING:
    from gonogo_review.consistency.outline import Outline

P = ParamSpec("P")
T = TypeVar("T")
MOST = 16_384
"""Words of which something is known at a time: more than reports of one language use."""


class Known(dict[str, T]):
    """What is known of each word: worked out when it is first met, and kept, as reports repeat their words.

    As `functools.lru_cache`, for what is asked of every word of a report: a look into a dictionary is no call.
    """

    def __init__(self, ask: Callable[[str], T]) -> None:
        self.ask = ask

    def __missing__(self, word: str) -> T:
        if len(self) >= MOST:
            self.clear()
        answer = self[word] = self.ask(word)
        return answer


class kept(Generic[T]):  # noqa: N801 - stands where `property` does
    """A property that is worked out when it is first asked for.

    As `functools.cached_property`, without its lock: that takes longer than most of the answers.
    """

    def __init__(self, ask: Callable[[Any], T]) -> None:
        self.ask = ask
        self.__doc__ = ask.__doc__

    def __get__(self, owner: Any, _: type) -> T:
        answer = owner.__dict__[self.ask.__name__] = self.ask(owner)
        return answer


def once(ask: Callable[Concatenate["Outline", P], T]) -> Callable[Concatenate["Outline", P], T]:
    """Keeps what a question about a report is answered, for all the rules that ask it again."""

    def asked(outline: "Outline", /, *of: P.args, **named: P.kwargs) -> T:
        key = (ask, *of)
        if key not in outline.answers:
            outline.answers[key] = ask(outline, *of, **named)
        answer: T = outline.answers[key]
        return answer

    update_wrapper(asked, ask)
    return asked
