"""What a line orders: to look, to run, to complete; and whether two lines tell of one act."""

from gonogo_review.consistency.lexicon import WIDE, folded, words
from gonogo_review.consistency.line import Line

VERB_LAST = ("de", "tr")
"""Languages with spaces whose orders stand at the end: 'Anmeldung prüfen', 'Sayfayı kontrol et'."""


def orders_check(line: Line) -> bool:
    """Whether a line begins with an order to look: looking again at what is done takes nothing back."""
    return orders(line, "checks")


def orders(line: Line, category: str) -> bool:
    """Whether a line begins with a word of a category; in some languages orders stand at the end too."""
    marks, ends = line.words.get(category, ()), len(line.text.rstrip(" *_:："))
    last = any(mark.end == ends and is_last(line, line.text[mark.start : ends], category) for mark in marks)
    return last or any(mark.start <= beginning(line) for mark in marks)


def is_last(line: Line, word: str, category: str) -> bool:
    """Whether a word at the end of a line is of a language whose orders stand there."""
    known = (words(language).get(category, ()) for language in VERB_LAST if language in line.languages)
    return bool(WIDE.match(word)) or any(folded(word) in listed for listed in known)


def orders_look(line: Line) -> bool:
    """Whether a line begins with an order to open or see what is there."""
    return any(mark.start <= beginning(line) for mark in line.words.get("looks", ()))


def beginning(line: Line) -> int:
    """Where the text of a line begins, after its bullets and marks."""
    return len(line.text) - len(line.plain.lstrip()) + 1


def said_done(line: Line) -> bool:
    """Whether a word of a line says done; at its beginning it is an order: 'Complete the monitoring'."""
    return any(mark.start > beginning(line) for mark in line.words.get("finished", ()))


def begins(line: Line, category: str) -> bool:
    """Whether a word of a category is the first of a line, behind its number and marks."""
    return any(not any(map(str.isalpha, line.text[: mark.start])) for mark in line.words.get(category, ()))


def is_named(line: Line, category: str) -> bool:
    """Whether a line's label ends with a word of a category: 'Field testing - with the new sensor'."""
    marks = line.label_words.get(category, ()) if category in line.words else ()
    return any(mark.end == len(line.label.rstrip(" *_")) for mark in marks)


def other_act(done: Line, undone: Line) -> bool:
    """Whether the two tell of other acts: removed and to change, its guide and itself, made and to update."""
    described = done.has("written_up") and not undone.has("written_up")
    renewed = orders(undone, "renews") and not done.has("renews")
    return described or renewed or done.has("gone") != undone.has("gone") or "←" in undone.text
