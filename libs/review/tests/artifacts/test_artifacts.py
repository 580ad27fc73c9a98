from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gonogo_review.artifacts import find, said
from gonogo_review.lexicon.loading import LANGUAGES


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("- `src/orders/queue.ts` - retries", [("file", "src/orders/queue.ts")]),
        ("1. **RELEASE_NOTES.md** - what changed", [("file", "RELEASE_NOTES.md")]),
        ("Tracing (`api/tracing.py:51-106`) works", [("file", "api/tracing.py")]),
        ("├── worker.go (3KB, 107 lines) ✅", [("file", "worker.go")]),
        ("See [the guide](docs/guide.md).", [("file", "docs/guide.md")]),
        (
            "`.env.example`, `Dockerfile` and .gitignore",
            [("file", ".env.example"), ("file", "Dockerfile"), ("file", ".gitignore")],
        ),
        ("Sprint notes in `docs/sprints/`", [("path", "docs/sprints/")]),
        ("Handlers live in `api/handlers`", [("path", "api/handlers")]),
        ("Migration `20260301_add_index` applied", [("path", "20260301_add_index")]),
        ("Dashboards: http://grafana.test:3000/d/1.", [("address", "http://grafana.test:3000/d/1")]),
        ("[x] https://shop.test/docs/api.html)", [("address", "https://shop.test/docs/api.html")]),
        ("Deploy with `npm run deploy:prod` when ready.", [("command", "npm run deploy:prod")]),
        ("npm run test:e2e  # all of them", [("command", "npm run test:e2e")]),
        ("$ make release", [("command", "make release")]),
        ("`docker compose -f prod.yml up -d`", [("command", "docker compose -f prod.yml up -d")]),
        ("- `GET /api/orders/{id}` returns one", [("endpoint", "GET /api/orders/{id}")]),
        ("| POST | `/api/login` | public |", [("endpoint", "POST /api/login")]),
        ("**DELETE** /api/orders/:id", [("endpoint", "DELETE /api/orders/:id")]),
        ("监控配置见 `deploy/prometheus.yml`。", [("file", "deploy/prometheus.yml")]),
        ("Файл docs/план.md создан", [("file", "docs/план.md")]),
    ],
)
def test_things_are_named_with_their_place(line: str, named: list[tuple[str, str]]) -> None:
    found = find(line)
    assert [(artifact.kind, artifact.target) for artifact in found] == named
    assert all(artifact.target.split()[-1] in line[artifact.start : artifact.end] for artifact in found)


@pytest.mark.parametrize(
    "line",
    [
        "Node.js 20, Next.js and Vue.js were upgraded",
        "Version 1.2.3 of 12.5.2026, e.g. 3.11/3.12",
        "make sure that all is done",
        "Make sure 80/100 tests pass and/or are skipped",
        "p95 < 200ms, 99.9% of requests/second",
        "All *.py files",
        "contact ops@shop.test",
        "- [ ] not started",
        "`true`, `v2.3`, `80%`",
        "CI/CD and A/B tests",
    ],
)
def test_prose_names_nothing(line: str) -> None:
    assert find(line) == []


@pytest.mark.parametrize(
    ("line", "language", "what"),
    [
        ("Created `api/orders.py`", "en", "created"),
        ("See `docs/guide.md`", "en", "exists"),
        ("`docs/guide.md` is missing", "en", "absent"),
        ("`docs/guide.md` will be added next sprint", "en", "planned"),
        ("`docs/new_guide.md`", "en", ""),
        ("Se ha creado `api/pedidos.py`", "es", "created"),
        ("Arquivo `api/pedidos.py` criado", "pt", "created"),
        ("`api/commandes.py` a été ajouté", "fr", "created"),
        ("`api/bestellung.py` fehlt", "de", "absent"),
        ("`api/ordini.py` da creare", "it", "planned"),
        ("Dodano `api/zamowienia.py`", "pl", "created"),
        ("`api/siparis.py` eklendi", "tr", "created"),
        ("Добавлен `api/orders.py`", "ru", "created"),
        ("新增 `api/orders.py`", "zh", "created"),
        ("`api/orders.py`を作成しました", "ja", "created"),
        ("`api/orders.py` 파일이 없음", "ko", "absent"),
    ],
)
def test_what_is_said_of_them(line: str, language: str, what: str) -> None:
    assert said(line, language) == what


@given(st.text(), st.sampled_from(LANGUAGES))
def test_any_line_is_read(line: str, language: str) -> None:
    assert all(0 <= artifact.start < artifact.end <= len(line) for artifact in find(line))
    assert said(line, language) in {"created", "exists", "planned", "absent", ""}


@given(
    st.lists(
        st.sampled_from(["`a/b.py`", "x", "docs/c.md", "`npm run d`", "GET /e", "http://f.test/g.html", ","]),
        max_size=12,
    )
)
def test_nothing_overlaps(pieces: list[str]) -> None:
    found = find(" ".join(pieces))
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert len(found) == sum(piece not in {"x", ","} for piece in pieces)


HOSTILE = {
    "dots": "a." * 2_000_000,
    "slashes": "a/" * 2_000_000,
    "ticks": "`" * 2_000_000,
    "gets": "GET /" * 500_000,
    "http": "http://" * 500_000,
}


@pytest.mark.parametrize("line", HOSTILE.values(), ids=HOSTILE)
def test_hostile_lines_are_read_in_bounds(line: str) -> None:
    assert len(find(line)) <= 200
    assert said(line, "en") in {"created", "exists", "planned", "absent", ""}
