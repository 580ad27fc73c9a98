"""Words as they are typed where the keyboard or the habit has no accents: 'vollstaendig', 'concluida', 'завершен'."""

import unicodedata

_PLAIN = {
    code: unicodedata.normalize("NFKD", chr(code))[0] for code in range(0xC0, 0x250) if chr(code) not in "ßıøłđ"
} | str.maketrans("ßıøłđё", "sioldе")
_IN_FULL = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_TELLING = frozenset("áéíóúàèìòù")
"""At a word's end they tell it from another word: 'terminé' from 'termine', 'está' from 'esta'."""
_SHORTEST = 3
"""Letters of a word that is none but itself without its accents."""


def unaccented(text: str) -> str:
    """The text with as many letters, none of which has an accent."""
    return text if text.isascii() else text.translate(_PLAIN)


def spellings(phrase: str) -> list[str]:
    """How else a word or phrase in small letters is typed; a word's open end is told by `*`."""
    if phrase.isascii() or len(phrase) < _SHORTEST:
        return []
    if " " not in phrase and phrase.rstrip("*")[-1] in _TELLING:
        return []
    capitals = phrase.replace("ı", "i")  # what Turkish ones come back as in small letters
    found = (capitals, phrase.translate(_PLAIN), phrase.translate(_IN_FULL).translate(_PLAIN))
    return [form for form in dict.fromkeys(found) if form != phrase]
