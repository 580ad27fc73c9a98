from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gonogo_review.text.mojibake import repair

from .reports import REPORTS

ONCE = ["cp1252", "latin-1", "cp1254", "mac_roman", "cp1250", "cp1251", "cp1253", "cp437", "cp850"]
TWICE = ["cp1252", "latin-1", "cp1254", "mac_roman"]
CORPUS = Path(__file__).parents[5] / "shared" / "corpus" / "dev"


def misread(text: str, code_page: str, instead: str | None = None) -> str:
    """UTF-8 read in a code page, a byte that it has no sign for as `instead` (or as browsers do)."""
    return "".join(
        bytes([byte]).decode(code_page, "ignore") or (chr(byte) if instead is None else instead)
        for byte in text.encode()
    )


@pytest.mark.parametrize("code_page", ONCE)
@pytest.mark.parametrize("language", REPORTS)
def test_a_misread_report_is_read_back(language: str, code_page: str) -> None:
    assert repair(misread(REPORTS[language], code_page)) == REPORTS[language]


@pytest.mark.parametrize("first", TWICE)
@pytest.mark.parametrize("second", TWICE)
@pytest.mark.parametrize("language", REPORTS)
def test_a_twice_misread_report_is_read_back(language: str, first: str, second: str) -> None:
    assert repair(misread(misread(REPORTS[language], first), second)) == REPORTS[language]


@pytest.mark.parametrize("language", REPORTS)
def test_clean_text_stays(language: str) -> None:
    assert repair(REPORTS[language]) is REPORTS[language]


@pytest.mark.parametrize(
    "text",
    [
        "AMANHÃ… e DEPOIS",
        "A MAÇÃ® é nossa",
        "“MANHÔ – ‘IRMÒ",
        "Le rapport est « terminé » à 80 %",
        "déjà… voilà”, café™ à « Évreux »",
        "Spaß“ und „Maß…“",
        "hâlâ… kâr” etti",
        "Він відкрив Ві й Гі, СЄ, УКРАЇНСЬКОЇ…",
        "всего 10 часов…» и “слов”",
        "r = √π · ∫ x ≈ ±∞, ≈Übergang",
        "├──étage\n└──Ärger ░░░░▒▒ ══╗",
        "‚Ärger‘ „Öl“",
        "ÖÄÜ ÅÄÖ ÄŠ ÚŽ",
        "naïve façade, cœur, Zoë, Ångström, 20°C ±0.5 µm ©®™",
        "It�s 5� below, caf� ?",
    ],
)
def test_rare_but_meant_text_stays(text: str) -> None:
    assert repair(text) == text


@pytest.mark.parametrize("code_page", ["cp1252", "cp1254", "mac_roman", "cp1250", "cp1251"])
@pytest.mark.parametrize("instead", ["", "?", "\ufffd"])
def test_bytes_lost_on_the_way(code_page: str, instead: str) -> None:
    text = "✅ 🚀 📊 ⚠️ – ❌ → 🎯 ⏳ ≥ 📋\n"
    assert repair(misread(text, code_page, instead)) == text


def test_typography_flattened_on_the_way() -> None:
    text = "✅ 📊 🔧 → 🚀 💡 ✓ it’s"
    flat = misread(text, "cp1252").translate({0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'", 0xA0: " "})
    assert repair(flat) == text


def test_only_the_misread_parts_change() -> None:
    text = f"A saúde é boa; AMANHÃ… não há nada ✅.\n{misread('✅ ação concluída – já está', 'cp1252')}\n"
    assert repair(text) == "A saúde é boa; AMANHÃ… não há nada ✅.\n✅ ação concluída – já está\n"


def test_two_misreadings_in_one_text() -> None:
    text = f"{misread('✅ Início → fim', 'cp1252')}\n{misread('✅ Café', 'mac_roman')}\n"
    assert repair(text) == "✅ Início → fim\n✅ Café\n"


def test_what_two_characters_could_have_left_is_not_guessed_where_nothing_tells_them_apart() -> None:
    assert repair("ðŸ and âœ… done") == "ðŸ and ✅ done"


ALPHABETS = [
    "aeiounrst áéíóúàèçãõâêôüñ",
    "aeiounrst äöüßåøæ",
    "aeiounrst ąćęłńóśźż",
    "aeiounrst ščřžďťňěůýáíé",
    "aeiounrst ğşçöüâ",
    "aeiounrst ăâêôơưđấậẩẫ",
    "абвгдежзиклмнопрстіїєґё",
    "αβγδεζηθικλμνξοπρστυφχψωάέήίόύώ",
]


WORDS = st.sampled_from(ALPHABETS).flatmap(
    lambda letters: st.lists(
        st.builds(
            lambda word, case: case(word),
            st.text(letters.replace(" ", ""), min_size=2),
            st.sampled_from([str.lower, str.title, str.upper]),
        )
    )
)


@example(["ВЁМЁМЁ"], " ")
@example(["ВЁВЁВЁ"], " ")
@example(["Ôàà"], " ")
@given(WORDS, st.sampled_from([" ", ", ", "… ", " – ", "“ „", " » « ", "\n"]))
def test_words_of_one_language_are_never_a_misreading(words: list[str], between: str) -> None:
    assert repair(between.join(words)) == between.join(words)


@given(st.text())
def test_the_number_of_lines_stays(text: str) -> None:
    assert repair(text).count("\n") == text.count("\n")


SIGNS = ["✅", "❌", "⚠️", "🚀", "📊", "→", "–", "—", "…", "•", "≥5", "≤3", "80", "%"]
PIECES = st.lists(st.sampled_from([*SIGNS, "“né”", "it’s", "état", "größte", "ação", "días", "über", "(é)", "ÉTAT\n"]))


@given(PIECES, st.sampled_from(["cp1252", "cp1254", "mac_roman"]))
def test_a_misread_report_is_read_back_whatever_it_holds(pieces: list[str], code_page: str) -> None:
    report = "✅ done, 🚀 ready, état prêt\n" + " ".join(pieces)
    assert repair(misread(report, code_page)) == report


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here")
@pytest.mark.parametrize("path", sorted(CORPUS.glob("00*.md")), ids=lambda path: str(path.stem))
def test_the_seeds_come_out_clean(path: Path) -> None:
    text = path.read_bytes().decode()
    mended = repair(text)
    assert mended.count("\n") == text.count("\n")
    assert set(filter(lambda char: not char.isascii(), mended)) <= set("✅✓→≥⏳⚡📊📝📚📈🔧🧪📋🎯📞🎉🟡⬜🚀🎯─│├└")
