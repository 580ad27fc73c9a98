"""Processes that do not outlive whoever started them."""

import ctypes
import signal
import sys

PR_SET_PDEATHSIG = 1
"""prctl(2): the signal that the kernel sends when the parent dies, however it dies."""


def end_with_parent() -> None:
    """Called in the child before it becomes another program; does nothing where the kernel has no such call."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
