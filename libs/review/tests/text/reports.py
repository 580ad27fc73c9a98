"""A few lines of a readiness report in many languages, written for these tests."""

ENGLISH = """## ✅ Release “Amber” – ready
- 12/15 suites pass → 80 % … it’s fine
| ✅ Login | 🟡 Search | ❌ Export |
├── src
└── tests • 📊 ≥ 3 × faster 🚀
"""
REPORTS = {
    "en": ENGLISH,
    "es": "## Informe de preparación\n¿Está listo? Todavía no: faltan cinco días de validación.\n",
    "pt": "## Relatório de prontidão\nA migração foi concluída; não há pendências críticas.\n",
    "fr": "## Rapport de préparation\nLa qualité dépasse l’objectif fixé par l’équipe : 87 % « terminé ».\n",
    "de": "## Bericht zur Übergabe\nAlle Prüfungen sind durchgeführt, größere Lücken gibt es keine.\n",
    "it": "## Relazione di idoneità\nLa velocità è già migliorata, perché il carico è più basso.\n",
    "pl": "## Raport gotowości\nTesty wydajności zakończone, wyniki są zgodne z założeniami.\n",
    "tr": "## Hazırlık Raporu\nGüvenlik taraması henüz tamamlanmadı, çalışma sürüyor.\n",
    "cs": "## Zpráva o připravenosti\nVšechny testy proběhly úspěšně a výsledky byly ověřeny.\n",
    "vi": "## Báo cáo sẵn sàng\nTất cả kiểm thử đã hoàn thành, dự kiến tuần sau.\n",
    "ru": "## Отчёт о готовности\nНагрузочное тестирование ещё не завершено.\n",
    "uk": "## Звіт про готовність\nВідкрито п’ять дефектів. Гірше вже не буде, Ві́ктор перевірив.\n",
    "el": "## Αναφορά ετοιμότητας\nΌλες οι δοκιμές ολοκληρώθηκαν με επιτυχία.\n",
    "zh": "## 上线准备报告\n压力测试尚未完成，预计下周进行。\n",
    "ja": "## リリース準備状況報告\n負荷テストはまだ終わっていません。\n",
    "ko": "## 출시 준비 보고서\n부하 시험은 아직 끝나지 않았습니다.\n",
}
