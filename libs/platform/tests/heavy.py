"""Work for worker processes: they import it by name."""


def endless() -> None:
    """Never ends."""
    while True:
        pass


def greedy() -> int:
    """Wants 4 GiB."""
    return len(bytearray(4 * 1024**3))


def slow_square(number: int) -> int:
    """Some honest work."""
    return sum(number for _ in range(number))
