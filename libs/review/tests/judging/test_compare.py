from gonogo_review.judging.compare import compare

HEAD = "# Shop 3.1.0\n\n**Date**: 2026-11-20\n\n"
BEFORE = HEAD + "**Status**: ✅ COMPLETE, 100% ready\n\n- [x] Cart\n- [ ] Payment\n"
AFTER = HEAD + "**Status**: ✅ COMPLETE, 100% ready\n\n- [x] Cart\n- [x] Payment\n- [x] Backups every night\n"


def test_a_review_compared_with_itself_has_no_change(judged):
    review = judged(BEFORE)
    change = compare(review, review)
    assert (change.new, change.gone, change.criteria, change.score) == ((), (), (), 0)
    assert change.unchanged == review.findings


def test_findings_come_and_go(judged):
    before, after = judged(BEFORE), judged(AFTER)
    assert before.findings
    assert compare(before, after).gone == before.findings
    assert compare(after, before).new == before.findings


def test_points_gained_are_told_by_criterion(judged):
    before, after = judged(BEFORE), judged(AFTER)
    change = compare(before, after)
    backup = next(one for one in change.criteria if one.id == "data.backup")
    assert (backup.before, backup.after) == ("unknown", "claimed")
    assert backup.points > 0
    assert change.score == round(after.score - before.score, 1)


def test_another_rubric_is_said(judged):
    rules = "schema: gonogo.rubric/1\nname: ours\nversion: '1'\nextends: default\ntier: experimental\n"
    change = compare(judged(BEFORE), judged(BEFORE, rules=rules))
    assert not change.same_rubric
    assert any(one.id == "data.backup" and one.after is None for one in change.criteria)
