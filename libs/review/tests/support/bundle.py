"""A report beside its evidence, read and held by the real parts."""

import io
from typing import NamedTuple

from gonogo_review.evidence import read_evidence
from gonogo_review.model import Backing, Draft, EvidenceReading, Reading
from gonogo_review.reading import read_report
from gonogo_review.support import hold, notice, settle


class Held(NamedTuple):
    """What came out."""

    reading: Reading
    evidence: list[EvidenceReading]
    backings: list[Backing]
    drafts: list[Draft]

    def support(self, words: str) -> str:
        """The support of the first statement that holds these words."""
        return self.backing(words).support

    def backing(self, words: str) -> Backing:
        """The backing of the first statement that holds these words."""
        statements = self.reading.statements
        return next(one for one in self.backings if words in statements[one.statement].text)

    def files(self, words: str) -> set[str]:
        """The files that the support of a statement rests on."""
        owners = [reading.file for reading in self.evidence for _ in reading.facts]
        return {owners[number] for number in self.backing(words).facts}

    def rules(self) -> list[str]:
        """The rules of the findings, in order."""
        return [draft.rule for draft in self.drafts]


def held(report: str, **files: str | bytes) -> Held:
    """Reads and holds. A file is named by its keyword; `__` stands for a dot, `___` for a dash."""
    evidence = [
        read_evidence(
            key.replace("___", "-").replace("__", "."), io.BytesIO(body.encode() if isinstance(body, str) else body)
        )
        for key, body in files.items()
    ]
    evidence = list(settle(sorted(evidence, key=lambda reading: reading.file)))
    reading = notice(read_report(report.encode(), "report.md"), evidence)
    backings, drafts = hold(reading, evidence)
    return Held(reading, evidence, backings, drafts)
