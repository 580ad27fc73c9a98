"""The documentation's table of formats, made from the registry."""

from gonogo_review.evidence.registry import formats


def table() -> str:
    """A Markdown table: one row for each format, by family, in the order in which they are tried."""
    ordered = sorted(formats(), key=lambda known: known.family)
    rows = [f"| {known.title} | {known.family} | `{known.name}` | {known.told_by} |" for known in ordered]
    return "\n".join(["| format | family | name | told by |", "| --- | --- | --- | --- |", *rows]) + "\n"


if __name__ == "__main__":
    print(table(), end="")
