import pytest
from hypothesis import given
from hypothesis import strategies as st

from gonogo_review.text import decode

from .reports import REPORTS

LEGACY = [
    ("es", "cp1252"), ("es", "mac_roman"), ("es", "cp850"),
    ("pt", "cp1252"), ("pt", "mac_roman"), ("fr", "cp1252"), ("fr", "mac_roman"),
    ("de", "cp1252"), ("de", "mac_roman"), ("it", "cp1252"),
    ("pl", "cp1250"), ("pl", "iso8859-2"), ("cs", "cp1250"),
    ("tr", "cp1254"), ("tr", "iso8859-9"),
    ("ru", "cp1251"), ("ru", "koi8-r"), ("ru", "cp866"), ("ru", "iso8859-5"), ("ru", "mac_cyrillic"),
    ("el", "cp1253"), ("el", "iso8859-7"),
    ("zh", "gb18030"), ("zh", "gbk"),
    ("ja", "shift_jis"), ("ja", "euc-jp"), ("ja", "iso2022_jp"),
    ("ko", "euc-kr"), ("ko", "cp949"),
]  # fmt: skip
WIDE = ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]


@pytest.mark.parametrize(("language", "encoding"), LEGACY)
def test_encodings_from_before_unicode(language: str, encoding: str) -> None:
    text = decode(REPORTS[language].encode(encoding))
    assert "\n".join(text.lines) == REPORTS[language]
    assert not text.repaired


@pytest.mark.parametrize("encoding", WIDE)
@pytest.mark.parametrize("language", REPORTS)
def test_every_form_of_unicode(language: str, encoding: str) -> None:
    assert "\n".join(decode(REPORTS[language].encode(encoding)).lines) == REPORTS[language]


def test_the_encoding_is_named() -> None:
    assert decode(b"plain").encoding == "utf-8"
    assert decode("é".encode("utf-16")).encoding == "utf-16-le"
    assert decode("señal más".encode("cp1252")).encoding == "cp1252"


def test_a_plain_capital_tells_no_encoding() -> None:
    """The I of Turkish is ASCII, and so proves nothing of what is beyond it."""
    text = "I came and I saw that I had “all” that I need\nAPI, CI, UI and I/O: I checked it\nI – and only I\n"
    assert decode(text.encode("cp1252")).encoding == "cp1252"


def test_a_long_text_is_told_by_its_beginning() -> None:
    text = REPORTS["ja"] * 300
    assert "\n".join(decode(text.encode("shift_jis")).lines) == text


def test_lines_of_another_encoding_pasted_into_utf_8() -> None:
    data = "✅ préparé\n✅ terminé\n".encode() + "validé à temps\n".encode("cp1252")
    assert decode(data).lines == ("✅ préparé", "✅ terminé", "validé à temps", "")


def test_a_damaged_byte_spoils_one_character_only() -> None:
    assert decode("✅ 100 % terminé ✅".encode()[:-1]).lines == ("✅ 100 % terminé \ufffd",)


def test_only_a_line_feed_ends_a_line() -> None:
    assert decode("a\r\nb\rc\u2028d\x0ce\x85f\u2029\r".encode()).lines == ("a", "b\rc\u2028d\x0ce\x85f\u2029")


def test_a_mark_that_was_misread_is_no_text() -> None:
    assert decode("ï»¿# Title ✅".encode()).lines == ("# Title ✅",)


def test_no_zero_is_left_for_the_database() -> None:
    assert decode(b"a\0b\nc").lines == ("a\ufffdb", "c")


def test_mojibake_is_told() -> None:
    text = decode("âœ… done".encode())
    assert (text.lines, text.repaired) == (("✅ done",), True)


@given(st.binary())
def test_any_bytes_have_as_many_lines_as_line_feeds(data: bytes) -> None:
    text = decode(data)
    if text.encoding in {"utf-8", "cp1252"}:
        assert len(text.lines) == data.count(b"\n") + 1


@given(st.text())
def test_utf_8_is_read_as_it_is_unless_it_is_repaired(text: str) -> None:
    read = decode(text.encode())
    if not read.repaired and "\0" not in text and "\x1b$" not in text:
        expected = text.removeprefix("\ufeff").replace("\r\n", "\n").removesuffix("\r")
        assert "\n".join(read.lines) == expected


@pytest.mark.parametrize(
    "data",
    [
        b"a" * 10_000_000,
        "✅".encode() * 1_000_000,
        "âœ…".encode() * 500_000,
        ("Ã" * 2_000_000).encode(),
        b"- [x] item\n" * 100_000,
        b"\0" * 1_000_000,
        b"\xff\xfe" * 500_000,
        bytes(range(256)) * 10_000,
        b"\xc3\n" * 300_000,
    ],
    ids=["one line", "signs", "mojibake", "leads", "lines", "zeros", "marks", "every byte", "halves"],
)
def test_hostile_bytes_are_read_in_one_go(data: bytes) -> None:
    assert decode(data).lines
