"""Spanish, Portuguese and Italian: the usual words of state, and amounts by the order of words in these languages."""

from collections.abc import Callable

import pytest

from gonogo_review.model import Statement

States = Callable[..., list[str | None]]
Amounts = Callable[..., str]


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("es", "**Dictamen**: Favorable con reservas", "partial"),
        ("es", "**Dictamen**: Apto para producción", "done"),
        ("es", "**Veredicto**: no apto", "failed"),
        ("es", "**Grado de avance**: 35 %", "partial"),
        ("es", "**Estado**: Completado al 85%", "partial"),
        ("es", "**Estado**: En espera", "na"),
        ("es", "- Ensayo general: sin ejecutar", "open"),
        ("es", "- Manual: en elaboración", "partial"),
        ("es", "- Glosario: falta el vasco", "open"),
        ("es", "- Copia de noche: no se ha probado", "open"),
        ("es", "- Reloj de fichar: no procede", "na"),
        ("es", "- Cola de avisos: en rojo", "failed"),
        ("es", "- Firma del acta (no realizada)", "open"),
        ("es", "## Tareas completadas", "done"),
        ("es", "## Actividades pendientes", "open"),
        ("es", "## Excelencia operativa", None),
        ("es", "## Logros alcanzados", None),
        ("es", "- Guion retirado (la copia que falló)", None),
        ("es", "- Motivo del cambio: sistema operativo", None),
        ("es", "La implantación está completa al 75%.", "partial"),
        ("pt", "**Parecer**: favorável com ressalvas", "partial"),
        ("pt", "**Situação**: A iniciar", "open"),
        ("pt", "**Percentual de conclusão**: 35%", "partial"),
        ("pt", "- Ensaio geral: não realizado", "open"),
        ("pt", "- Chamados antigos: em aberto", "open"),
        ("pt", "- Manual: em elaboração", "partial"),
        ("pt", "- Varredura: não aprovada", "failed"),
        ("pt", "- Fila de avisos: fora do ar", "failed"),
        ("pt", "- Relógio de ponto: adiado para a próxima versão", "na"),
        ("pt", "## Atividades pendentes", "open"),
        ("pt", "## Métricas operacionais", None),
        ("pt", "## Sucessos alcançados", None),
        ("pt", "A fase 4 foi finalizada com êxito.", "done"),
        ("it", "**Parere**: favorevole con riserva", "partial"),
        ("it", "**Esito**: negativo", "failed"),
        ("it", "**Percentuale di completamento**: 35%", "partial"),
        ("it", "**Stato**: Completato all'85%", "partial"),
        ("it", "- Prova generale: da eseguire", "open"),
        ("it", "- Firma del verbale: non ricevuta", "open"),
        ("it", "- Manuale: in redazione", "partial"),
        ("it", "- Coda degli avvisi: fuori servizio", "failed"),
        ("it", "- Timbratura: rinviata alla prossima versione", "na"),
        ("it", "## Attività in sospeso", "open"),
        ("it", "## Eccellenza operativa", None),
        ("it", "## Rischi accettati", None),
        ("it", "La piattaforma risulta operativa.", "done"),
    ],
)
def test_states(states: States, language: str, line: str, expected: str | None) -> None:
    """What reports in these languages write for how far a thing is, and what only looks so."""
    assert states(line, language) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("language", "cell", "expected"),
    [
        ("es", "Entregada", "done"),
        ("es", "Vigente", "done"),
        ("es", "Retrasada", "partial"),
        ("es", "Por asignar", "open"),
        ("es", "Desactivado", "failed"),
        ("pt", "Realizada", "done"),
        ("pt", "Em atraso", "partial"),
        ("pt", "Suspenso", "na"),
        ("pt", "Insatisfatório", "failed"),
        ("it", "Rilasciata", "done"),
        ("it", "In ritardo", "partial"),
        ("it", "Da assegnare", "open"),
        ("it", "Scaduto", "failed"),
    ],
)
def test_cells(states: States, language: str, cell: str, expected: str) -> None:
    """Words that are a state only as the whole of a status cell."""
    head = {"es": "| Tarea | Situación |", "pt": "| Tarefa | Situação |", "it": "| Attività | Stato |"}[language]
    assert states(f"{head}\n|---|---|\n| X | {cell} |", language) == [expected]


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("es", "- Ocupación superior al 70 %", "value:>70 %"),
        ("es", "- Altas por hora: 40 (antes 25)", "value:40 count; before:25 count"),
        ("es", "- No hay incidencias abiertas", "value:0 count"),
        ("es", "- No se detectaron fallos", "value:0 count"),
        ("es", "- Apunte duplicado del libro", ""),
        ("es", "- El caudal se duplicó", "delta:2 x"),
        ("es", "- Cada aula debe tener 6 lámparas", "target:6 count"),
        ("es", "- Caducidad del pase: 48 horas", "target:48 h"),
        ("es", "- Tamaño máximo de un envío: 9 MB", "target:<=9 MB"),
        ("pt", "- Tempo máximo de espera: 8 minutos", "target:<=8 min"),
        ("pt", "- Redução de perdas: 22%", "delta:22 %"),
        ("it", "- Riduzione degli scarti: 22%", "delta:22 %"),
        ("en", "- Reduction of waste: 22%", "delta:22 %"),
        ("es", "- Sin fallos de lectura", "value:0 count"),
        ("es", "- Lectura terminada sin fallos", ""),
        ("it", "- Occupazione: almeno l'70%", "value:>=70 %"),
        ("pt", "- Ocupação mínima exigida: 70%", "target:>=70 %"),
        ("pt", "- Não há ocorrências abertas", "value:0 count"),
        ("pt", "- Não foram encontradas falhas", "value:0 count"),
        ("pt", "- Retenção de recibos: 60 dias", "target:60 day"),
        ("pt", "- Prazo: 12 dias úteis", "target:12 day"),
        ("pt", "- Retorno projetado: 140%", "target:140 %"),
        ("it", "- Occupazione superiore all'70%", "value:>70 %"),
        ("it", "- Non ci sono anomalie gravi", "value:0 count"),
        ("it", "- Non sono stati riscontrati errori", "value:0 count"),
        ("it", "- La quota è passata dall'11% al 19%", "before:11 %; after:19 %"),
        ("it", "- Conservazione delle ricevute: 60 giorni", "target:60 day"),
    ],
)
def test_amounts(amounts: Amounts, language: str, line: str, expected: str) -> None:
    """Comparators with their articles, zeros of sentences, and labels that lead with what they name."""
    assert amounts(line, language) == expected


def test_columns_by_their_usual_names(claims: Callable[..., list[Statement]]) -> None:
    """What stands beside a goal is how it is, whatever the header calls it."""
    heads = {"es": ("Meta", "Medición"), "pt": ("Alvo", "Realizado"), "it": ("Soglia", "Effettivo")}
    for language, (goal, is_now) in heads.items():
        table = f"| X | {goal} | {is_now} |\n|---|---|---|\n| Cola | 7 s | 9 s |"
        assert [amount.role for amount in claims(table, language)[0].amounts] == ["target", "value"], language


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("fr", "- Avance jusqu'à 500 000 FCFA", "value:<=500000 XOF"),
        ("fr", "- Droits : 25 000 F CFA", "value:25000 XOF"),
    ],
)
def test_francs_of_africa(amounts: Amounts, language: str, line: str, expected: str) -> None:
    """A currency of its own, and no thing that is counted."""
    assert amounts(line, language) == expected


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "**Atelier :** la balance donne des poids valides."),
        ("pl", "## Waga działa na:"),
        ("pt", "- Onde a balança está na"),
    ],
)
def test_words_that_look_like_states(states: States, language: str, line: str) -> None:
    """'Valides' lacks no accent, and `na` is a small word."""
    assert states(line, language) == []
