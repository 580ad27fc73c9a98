"""What a line that leads a list says of its items: 'Alert when:' makes what follows limits, 'Before:' what was."""

from gonogo_review.claims.scopes import title_scope
from gonogo_review.lexicon.compiled import Lexicon
from gonogo_review.structure.entry import Entry

_LONGEST_LEAD = 80
"""Characters: a longer line with a colon at its end is a sentence."""


class Parents:
    """The leading lines that are open, by their depth, with the role that they give; a line of text has depth 0."""

    def __init__(self, words: Lexicon) -> None:
        self.words = words
        self.open: dict[int, str] = {}

    def scope(self, entry: Entry, text: str) -> str:
        """The role for an entry inside a list that a line leads; nothing outside. Entries must come in order."""
        if entry.kind not in ("item", "text"):
            self.open = {}
            return ""
        leads = text.rstrip(" *_").endswith((":", "："))
        if not self.open and not leads:
            return ""
        outer = {level: role for level, role in self.open.items() if level < entry.level}
        role = outer[max(outer)] if outer else ""
        if entry.kind == "item" or not entry.level:
            self.open = outer
            own = self.given(text) if leads else ""
            if own:
                self.open[entry.level] = own
        return role

    def given(self, text: str) -> str:
        """The role that a leading line gives to its items; nothing where it gives none."""
        if len(text) > _LONGEST_LEAD:
            return ""
        tokens = [token.low for token in self.words.tokens(text)]
        if not self.words.sets["conditions"].isdisjoint(tokens):
            return "target"
        role = title_scope(text, self.words)
        return "value" if role == "" else role or ""
