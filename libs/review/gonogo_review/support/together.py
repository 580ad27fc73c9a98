"""'All 5 fixes verified': a statement about a whole list, where one item of it is contradicted."""

from gonogo_review.model import Block, Statement
from gonogo_review.support.case import Case
from gonogo_review.support.opinion import Opinion
from gonogo_review.support.words import says


def falls_with(statement: Statement, opinions: dict[int, Opinion], case: Case) -> Opinion | None:
    """The opinion on an item that a statement about all of them cannot outlive.

    `opinions` are the contradictions, by the number of their statement. The statement must count the items.
    """
    counts = {int(amount.low) for amount in statement.amounts if amount.unit == "count" and amount.role == "value"}
    if statement.state in {"open", "partial", "failed", "na"} or not counts or not says("all", statement.text):
        return None
    for number, opinion in opinions.items():
        item = case.reading.statements[number]
        block = _list(item, case)
        if item.section == statement.section and item.line < statement.line and block and len(block.lines) in counts:
            because = f"Of these, line {item.line} does not hold: {opinion.because}"
            return opinion._replace(because=because, rule="evidence.not-all")
    return None


def _list(item: Statement, case: Case) -> Block | None:
    blocks = case.reading.blocks
    block = blocks[item.block] if 0 <= item.block < len(blocks) else None
    return block if block is not None and block.kind == "list" else None
