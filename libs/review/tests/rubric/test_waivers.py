import contextlib
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gonogo_review import waivers
from gonogo_review.rubric import RubricError

FILE = """schema: gonogo.waivers/1
waivers:
  - target: 3f2a91c07d5be644
    reason: The figure is of the old dashboard and goes away with it.
    by: mira@example.org
    until: 2026-12-31
"""


def test_a_waiver_counts_to_its_last_day():
    (waiver,) = waivers.load(FILE.encode())
    assert waiver.counts(dt.date(2026, 12, 31))
    assert not waiver.counts(dt.date(2027, 1, 1))


@pytest.mark.parametrize(("second", "enough"), [("", False), ("Mira@Example.org ", False), ("jon@example.org", True)])
def test_a_second_name_is_another_name(second: str, enough: bool):
    (waiver,) = waivers.load((FILE + f"    second: '{second}'\n").encode())
    assert waiver.has_second is enough


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("    until: 2026-12-31\n", "", "line 3, column 5"),
        ("2026-12-31", "soon", "line 6, column 12"),
        ("reason: The figure is of the old dashboard and goes away with it.", "reason: ''", "line 4, column 13"),
    ],
)
def test_a_waiver_without_reason_or_end_is_refused(old: str, new: str, place: str):
    with pytest.raises(RubricError) as caught:
        waivers.load(FILE.replace(old, new).encode())
    assert str(caught.value.mistakes[0]).startswith(place)


def test_the_same_target_twice_is_refused():
    with pytest.raises(RubricError, match="waived twice"):
        waivers.load((FILE + FILE.partition("waivers:\n")[2]).encode())


def test_a_waiver_is_added_to_a_new_file_and_to_one_with_comments():
    one = waivers.Waiver("data.backup", "It keeps nothing: see #12.", "Ann", dt.date(2026, 12, 1), "Bo")
    assert waivers.load(waivers.add(b"", one)) == (one,)
    commented = FILE.encode() + b"    # agreed in the meeting"
    grown = waivers.add(commented, one)
    assert grown.startswith(commented)
    assert waivers.load(grown)[1] == one


def test_a_target_is_not_added_twice():
    (held,) = waivers.load(FILE.encode())
    with pytest.raises(RubricError, match="waived twice"):
        waivers.add(FILE.encode(), held)


@given(st.text(min_size=1, max_size=80), st.text(min_size=1, max_size=80))
def test_any_words_are_read_back(reason: str, by: str):
    one = waivers.Waiver("data.backup", reason, by, dt.date(2026, 12, 1))
    with contextlib.suppress(RubricError, UnicodeEncodeError):
        assert waivers.load(waivers.add(b"", one)) == (one,)
