import io

import msgspec
import pytest

from gonogo_contracts.review import Review
from gonogo_review import rubric
from gonogo_review.evidence import read_evidence
from gonogo_review.judging import judge
from gonogo_review.judging.compare import Comparison, compare
from gonogo_review.model import Reading
from gonogo_review.reading import read_report

REPORT = """# Parcel lockers 2.4.0 <script>alert(1)</script>

**Date**: 2026-10-02
**Status**: ✅ COMPLETE

- [x] Unit tests: 17/17 passed
- [ ] Restore test of the locker database
- [ ] Load test, see [the plan](javascript:alert(2)) and @ops-team
- ✅ 测试覆盖率 92%，锁柜 API 全部完成
"""
JUNIT = b"""<testsuite name="unit" tests="2" failures="1" errors="0" skipped="0">
<testcase classname="lockers" name="opens"/>
<testcase classname="lockers" name="shuts"><failure message="stuck">door.py:9</failure></testcase></testsuite>"""


@pytest.fixture
def reading() -> Reading:
    """A report with a contradiction, wide characters, and markup that must not work."""
    return read_report(REPORT.encode(), "report.md")


@pytest.fixture
def review(reading: Reading) -> Review:
    """The review of the report with evidence that fails it."""
    evidence = [read_evidence("junit.xml", io.BytesIO(JUNIT)), read_evidence("notes.bin", io.BytesIO(b"\0\1\2"))]
    return judge(reading, evidence, rubric.default(), today="2026-11-25")


@pytest.fixture
def change(reading: Reading, review: Review) -> Comparison:
    """What changed since a review before, whose report lacked the evidence and had one more finding."""
    before = judge(reading, [], rubric.default(), today="2026-11-24")
    lost = msgspec.structs.replace(before.findings[0], fingerprint="gone", message="It was there. <b>")
    return compare(msgspec.structs.replace(before, findings=(lost, *before.findings)), review)
