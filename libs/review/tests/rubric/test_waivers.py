import datetime as dt

import pytest

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
