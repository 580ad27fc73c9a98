"""A review carries what it rests on, and says how much of long lists it leaves out."""

from collections.abc import Callable

from gonogo_contracts.review import Review

Judge = Callable[..., Review]

FILES = b"".join(b"src/file%03d.py\n" % number for number in range(250)) + b"src/zz_last.py\n"


def test_long_lists_are_cut_and_the_rest_is_counted(judged: Judge) -> None:
    review = judged("# Release 1\n\n- [x] `src/zz_last.py` created\n", {"files.txt": FILES})
    listed = [fact for fact in review.facts if fact.metric == "files.exists"]
    assert [fact.value for fact in listed[100:]] == ["src/zz_last.py"], "what a claim rests on stays"
    assert [(left.file, left.metric, left.count) for left in review.left_out] == [("files.txt", "files.exists", 150)]
    assert [fact.value for fact in review.facts if fact.metric == "files.count"] == [251]


def test_every_fact_that_is_named_is_there(judged: Judge) -> None:
    review = judged("# Release 1\n\n- [x] `src/zz_last.py` created\n- [x] `src/no.py` created\n", {"files.txt": FILES})
    known = {fact.id for fact in review.facts}
    assert {name for claim in review.claims for name in claim.evidence} <= known
    assert {name for finding in review.findings for name in finding.facts} <= known


def test_short_lists_are_whole(judged: Judge, passing: bytes) -> None:
    assert judged("# Release 1\n\n2 tests pass.\n", {"junit.xml": passing}).left_out == ()


def test_what_only_evidence_made_a_claim_is_no_share_of_what_it_backs(judged: Judge) -> None:
    files = {"files.txt": b"renovate.json\nsrc/cart.py\n"}
    review = judged("# Release 1\n\nCoverage: 80%\n\nRenovate configured\n", files)
    assert [claim.support for claim in review.claims] == ["unsupported", "verified"]
    assert review.coverage == 0
