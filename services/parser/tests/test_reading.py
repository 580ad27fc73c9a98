"""A file on its way to a reading process."""

import pytest

from gonogo_parser.reading import _write
from gonogo_platform.errors import Transient


def test_a_full_disk_is_told_as_what_it_is() -> None:
    """Not as a database that is gone, in whose block the file is written."""
    with open("/dev/full", "wb", buffering=0) as full, pytest.raises(Transient) as failed:  # noqa: PTH123 - a device
        _write(full, b"x")
    assert failed.value.code == "no-room"
