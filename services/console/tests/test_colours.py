"""Text can be read on what it stands on: WCAG 2.2 AA, in light and in dark."""

import re

import pytest

from gonogo_console.display import static_files

AA = 4.5

PAIRS = [
    *((text, ground) for text in ("ink", "soft", "accent") for ground in ("paper", "raised", "sunk")),
    *((text, ground) for text in ("go", "hold", "no") for ground in (f"{text}-soft", "paper", "raised")),
    *(("ink", ground) for ground in ("go-soft", "hold-soft", "no-soft", "low-soft", "mark")),
    *(("soft", ground) for ground in ("no-soft", "hold-soft", "low-soft")),
    *(("accent", ground) for ground in ("no-soft", "hold-soft", "low-soft")),
    *(("low", ground) for ground in ("low-soft", "raised")),
    ("on-accent", "accent"),
]


def colours(scheme: str) -> dict[str, str]:
    """The variables as this scheme sets them."""
    blocks = re.findall(r":root \{(.*?)\}", static_files()["console.css"].decode(), re.DOTALL)
    found: dict[str, str] = {}
    for block in blocks[: 1 if scheme == "light" else 2]:
        found |= dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))
    return found


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """1 to 21."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_the_most() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out(scheme: str, text: str, ground: str) -> None:
    known = colours(scheme)
    assert contrast(known[text], known[ground]) >= AA


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("verdict", ["go", "hold", "no"])
def test_the_verdict_stands_out(scheme: str, verdict: str) -> None:
    assert contrast("#ffffff", colours(scheme)[f"{verdict}-strong"]) >= AA
