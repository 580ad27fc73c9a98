"""Turkish: endings on numbers, units and limits; how far something is, in the words of its reports."""

from collections.abc import Callable

import pytest

States = Callable[..., list[str | None]]
Amounts = Callable[..., str]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- Dosya 40 satır limitinin altında", "target:<40 count"),
        ("- Yanıt 3 saniyenin altında", "value:<3 s"),
        ("- Kapsam %70'in üzerinde", "value:>70 %"),
        ("- Depoda 40'tan fazla sepet", "value:>40 count"),
        ("- Sayım 3 saatte yapıldı", "value:3 h"),
        ("- Oturum süresi: 20 dakika", "target:20 min"),
        ("- İade 5 gün içinde", "target:5 day"),
        ("- Kapsam %70 hedefini aştı: %75", "target:70 %; value:75 %"),
    ],
)
def test_endings(amounts: Amounts, line: str, expected: str) -> None:
    """A bound stands behind its number, and both have endings."""
    assert amounts(line, "tr") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("**Durum**: Yayında", "done"),
        ("**Durum**: Test aşamasında", "partial"),
        ("**Durum**: İnceleniyor", "partial"),
        ("**Durum**: Planlama aşamasında", "open"),
        ("**Test Sonucu**: Onaylanmadı", "failed"),
        ("**Durum**: Askıya alındı", "na"),
        ("## Çözülen Sorunlar", "done"),
        ("## Tamamlananlar", "done"),
        ("## Devam Eden Çalışmalar", "partial"),
        ("## Eksikler", "open"),
        ("## Bilinen Sorunlar", None),
        ("- Depo tamamlandı mı?", None),
        ("- Tamamlandıktan sonra sayılır", None),
        ("Depo sayımı için sepet eklendi.", None),
        ("Tüm modüller geliştirildi.", "done"),
    ],
)
def test_states(states: States, line: str, expected: str | None) -> None:
    """Aspects of verbs and nouns made of them tell how far something is; a question and a condition tell nothing."""
    assert states(line, "tr") == ([expected] if expected else [])


def test_states_in_a_column(states: States) -> None:
    """What a status cell holds as a whole may be any verb."""
    rows = "\n".join(f"| {word} | {word} |" for word in ("Eklendi", "Beta", "Planlama", "Pasif", "Kaldırıldı"))
    assert states(f"| Özellik | Durum |\n|---|---|\n{rows}", "tr") == ["done", "partial", "open", "failed", "na"]
