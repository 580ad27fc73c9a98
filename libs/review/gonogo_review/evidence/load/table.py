"""Tables of values parted by a sign, row by row."""

import csv
from collections.abc import Iterator

from gonogo_review.evidence.found import Unreadable
from gonogo_review.evidence.source import Source

Row = dict[str, str | None]


def rows(source: Source, delimiter: str = ",") -> Iterator[tuple[int, Row]]:
    """Rows by the names of their columns, with the line that each ends in.

    Raises:
        Unreadable: what stands between two signs is no value.
    """
    reader = csv.DictReader((line + "\n" for _, line in source.lines()), delimiter=delimiter)
    try:
        for row in reader:
            yield reader.line_num, {key: value for key, value in row.items() if isinstance(key, str)}
    except csv.Error as error:
        line = reader.line_num
        raise Unreadable("table-malformed", f"Line {line} is no row of the table: {error}.", line) from error
