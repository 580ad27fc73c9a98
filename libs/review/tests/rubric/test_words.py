import importlib.resources

import pytest

from gonogo_review import rubric
from gonogo_review.rubric.words import words

LANGUAGES = sorted(
    file.name.removesuffix(".yaml")
    for file in importlib.resources.files("gonogo_review.rubric").joinpath("words").iterdir()
)
ASKED = {
    one.id
    for one in rubric.load(rubric.default_text().replace("tier: standard", "tier: critical", 1).encode()).criteria
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_speaks_of_criteria_that_are_asked(language: str):
    assert words(language)
    assert set(words(language)) <= ASKED


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_is_text_and_says_something(language: str):
    assert all(len(phrase.strip("* ")) >= 2 for held in words(language).values() for phrase in held)


@pytest.mark.parametrize("language", ["xx", "", "../en", "e\0n"])
def test_a_language_without_a_file_has_no_words(language: str):
    assert words(language) == {}
