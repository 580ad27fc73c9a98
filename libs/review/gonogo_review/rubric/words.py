"""What other languages call the things that the default rubric asks for; one file per language, read when needed."""

import functools
import importlib.resources
from collections.abc import Mapping

import yaml

Words = Mapping[str, tuple[str, ...]]
"""Criterion id to phrases."""


@functools.cache
def words(language: str) -> Words:
    """The phrases of a language by its two-letter code; nothing where there is no file for it."""
    if not language.isalpha():
        return {}
    file = importlib.resources.files("gonogo_review.rubric").joinpath("words", f"{language.lower()[:8]}.yaml")
    if not file.is_file():
        return {}
    held = yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)
    return {name: tuple(phrases) for name, phrases in held.items()}
