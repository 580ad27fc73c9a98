"""Cursors of lists."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gonogo_console.cursors import Cursor, read_cursor
from gonogo_platform.problems import Problem


@given(st.datetimes(timezones=st.just(UTC)), st.uuids())
def test_a_cursor_comes_back_as_it_was(time: datetime, identity: UUID) -> None:
    assert read_cursor(str(Cursor(time, identity))) == Cursor(time, identity)


@given(st.text(max_size=60))
def test_anything_else_is_refused_with_advice(text: str) -> None:
    with pytest.raises(Problem) as caught:
        read_cursor(text)
    assert (caught.value.status, caught.value.code) == (422, "cursor-invalid")


def test_a_time_without_a_zone_is_no_cursor_of_ours() -> None:
    naive = Cursor(datetime(2026, 11, 25), UUID(int=1))  # noqa: DTZ001 - the case
    with pytest.raises(Problem):
        read_cursor(str(naive))
