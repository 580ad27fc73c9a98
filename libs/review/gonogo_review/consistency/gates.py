"""Ready for production, and what must come first is still ahead: a gate, a test, the monitoring of a live system."""

from collections.abc import Iterator

from gonogo_review.consistency import scope
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.kept import once
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.orders import begins, is_named
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.same_thing import COMMAND, is_planned
from gonogo_review.consistency.stanzas import head
from gonogo_review.consistency.status_vs_items import headlines
from gonogo_review.model import Draft

LATER = frozenset(("future", "optional"))
BESIDES = ("more", "optional", "coverage", "papers", "adds", "minor", "deploys", "repairs")
"""Words beside which a test proves nothing of the release: 'Expand the tests', 'Test plan', 'Verify the rollout'."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for all that is left to do before the release."""
    top = released(outline)
    gates = [x for x in outline.having("gates") if top and is_gate(outline, x)]
    proofs = [x for x in outline.having("proves", "tests") if top and is_proof(outline, x) and x not in gates]
    running = [x for x in outline.having("operations") if top and is_for_running(outline, x)]
    left = [*gates, *proofs, *running]
    if left:
        message = f"{quote(top[0])} lets the release go, but {quote(left[0])} is still a next step."
        yield draft("status-vs-items", "status.gates", "high", [top[0], *left[:4], *top[1:3], *left[4:]], message)


def released(outline: Outline) -> list[Line]:
    """The statuses of the whole about a release, and the last lines that are called so."""
    top = [line for line in headlines(outline) if line.has("release")]
    ends = [x for x in scope.claims(outline) if x.has("release") and x.is_called("whole") and scope.at_end(outline, x)]
    return top or [x for x in ends if not scope.own_label(x)]


def is_soon(outline: Outline, line: Line) -> bool:
    """Whether a line stands among the next steps, open, and not behind the step that releases."""
    titles = outline.inherited[line.section]
    soon = "next_steps" in titles and not titles & LATER and line.state in (None, "open")
    soon = soon and not outline.done_inside[line.section]
    return soon and line.number < rollout(outline, planning(outline, line.section))


def planning(outline: Outline, section: int) -> int:
    """The innermost section around a line that is titled as next steps."""
    return next((s for s in outline.chain(section) if "next_steps" in outline.title_words[s]), section)


@once
def rollout(outline: Outline, section: int) -> float:
    """The first step of a section that orders to deploy, but to try it there; what follows comes after the release."""
    orders = (x for x in outline.within(section) if x.has("deploys") and begins(x, "deploys") and not x.has("gates"))
    return next((x.number for x in orders if is_step(outline, x)), float("inf"))


def is_gate(outline: Outline, line: Line) -> bool:
    """Whether a line is an entry among the next steps about a check that comes before a release."""
    return is_soon(outline, line) and not line.has("more", "optional") and is_planned(outline, line)


def is_proof(outline: Outline, line: Line) -> bool:
    """Whether a line among the next steps orders a test, or is the name of one."""
    if not is_soon(outline, line) or line.has(*BESIDES) or COMMAND.search(line.text):
        return False
    run = begins(line, "runs") and line.has("tests") and line.number in outline.entries
    told = run or begins(line, "proves") or is_named(line, "proves")
    return told and is_step(outline, line) and not is_besides(outline, line)


def is_besides(outline: Outline, line: Line) -> bool:
    """Whether the entry that a line stands beneath speaks of more, or of what is optional."""
    return not outline.marks(head(outline, line)).keys().isdisjoint(BESIDES)


def is_step(outline: Outline, line: Line) -> bool:
    """Whether a line is an entry, at any depth, or the heading of a step."""
    block = outline.block(line)
    if block is None:
        return scope.is_heading(outline, line) and "next_steps" not in outline.title_words[line.section]
    return block.kind == "list" and line.number in block.lines


def is_for_running(outline: Outline, line: Line) -> bool:
    """Whether an entry orders what a live system needs, in a section to come whose title is its deployment."""
    title = outline.title_words[line.section]
    live = "deploys" in title and "future" in outline.inherited[line.section] and not outline.is_title(line.section)
    return live and line.state in (None, "open") and begins(line, "adds") and line.number in outline.entries
