"""Work for worker processes: they import it by name."""

import os
import signal
from pathlib import Path


def endless(started: str = "") -> None:
    """Never ends; makes a file when it begins, if given a name."""
    if started:
        Path(started).touch()
    while True:
        pass


def greedy() -> int:
    """Wants 4 GiB."""
    return len(bytearray(4 * 1024**3))


def slow_square(number: int) -> int:
    """Some honest work."""
    return sum(number for _ in range(number))


class Unpicklable(Exception):
    """Cannot travel back as it is."""

    def __init__(self, one: int, two: int) -> None:
        super().__init__("two arguments become one")
        self.stream = lambda: one + two


def faulty() -> None:
    """Meets a fault of its own."""
    raise KeyError("a value that a log may hold and a message may not")


def unpicklable() -> None:
    """Raises what no pipe takes."""
    raise Unpicklable(1, 2)


def killed() -> None:
    """Ends as by the kernel when memory is short."""
    os.kill(os.getpid(), signal.SIGKILL)
