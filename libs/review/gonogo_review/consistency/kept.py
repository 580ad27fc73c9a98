"""Answers that are worked out once."""

from collections.abc import Callable
from functools import update_wrapper
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, TypeVar

if TYPE_CHECKING:
    from gonogo_review.consistency.outline import Outline

P = ParamSpec("P")
T = TypeVar("T")


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
