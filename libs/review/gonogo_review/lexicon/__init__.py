"""Words and signs as data, one file for each language, and what they are compiled to."""

from gonogo_review.lexicon.compiled import Lexicon, lexicon

__all__ = ["Lexicon", "lexicon"]
