"""Bytes to text: encodings, broken encodings, languages. The number of lines never changes."""

from gonogo_review.text.decoding import Text, decode

__all__ = ["Text", "decode"]
