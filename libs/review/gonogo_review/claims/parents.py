"""What an item that others are nested in says of them: 'Alert when:' makes what follows limits."""

from gonogo_review.lexicon.compiled import Lexicon
from gonogo_review.structure.entry import Entry


class Parents:
    """The conditions that are open, by their depth."""

    def __init__(self, words: Lexicon) -> None:
        self.words = words
        self.conditions: dict[int, bool] = {}
        self.block = -1

    def scope(self, entry: Entry, text: str) -> str:
        """`target` for an entry inside a condition. Entries must come in order."""
        if not entry.level or entry.kind not in ("item", "text"):
            self.conditions = {}
            return ""
        if not self.conditions and (entry.kind != "item" or (":" not in text and "：" not in text)):
            return ""
        inside = any(open_ for level, open_ in self.conditions.items() if level < entry.level)
        if entry.kind == "item":
            self.conditions = {level: open_ for level, open_ in self.conditions.items() if level < entry.level}
            if self.is_condition(text):
                self.conditions[entry.level] = True
        return "target" if inside else ""

    def is_condition(self, text: str) -> bool:
        """Whether the line ends with a colon and asks 'when' or 'if'."""
        stripped = text.rstrip(" *_")
        if not stripped.endswith((":", "：")):
            return False
        tokens = [token.low for token in self.words.tokens(stripped)]
        return any(token in self.words.sets["conditions"] for token in tokens)
