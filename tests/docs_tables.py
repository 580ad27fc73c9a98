"""The tables of docs/ that mirror the code: each is made from what the code holds."""

import ast
import importlib
import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, get_args

import msgspec
from faststream.rabbit.prometheus import RabbitPrometheusMiddleware
from pydantic import SecretStr
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from gonogo_contracts import events, topology
from gonogo_contracts.envelope import Envelope, Event, Lane
from gonogo_contracts.events.about_submission import AboutSubmission
from gonogo_contracts.review import Verdict
from gonogo_platform.metrics import Metrics
from gonogo_platform.settings import PlatformSettings

ROOT = Path(__file__).parent.parent
SERVICES = ("ingest", "parser", "scorer", "notifier", "console")
HEAD = "<!-- Made by tests/docs_tables.py: change the code, then `make docs`. -->\n\n"
MIB = 1024 * 1024

COMMAND = {
    "GONOGO_URL": "Address of ingest, for `gonogo submit` (default: http://127.0.0.1:8080).",
    "GONOGO_KEY": "API key, for `gonogo submit`; it is a secret.",
    "GONOGO_POSTGRES_URL": "The database as its owner: the operator's commands write to several schemas.",
    "GONOGO_RABBITMQ_URL": "The broker, for `gonogo dead-letters`.",
    "GONOGO_NAMESPACE": "As the services', for `gonogo dead-letters`.",
    "GONOGO_KEY_PEPPER": "As ingest's, for `gonogo keys create`.",
    "GONOGO_RUBRIC_FILE": "As the scorer's, for `gonogo waive`: it asks a second name for a blocking criterion.",
}
"""What the `gonogo` command reads from the environment."""

PASSWORDS = "`GONOGO_INGEST_DB_PASSWORD` and its siblings `_PARSER_`, `_SCORER_`, `_NOTIFIER_`, `_CONSOLE_`"


def table(titles: str, rows: Iterable[Iterable[object]]) -> str:
    """A Markdown table; `titles` are separated by `|`."""
    names = [title.strip() for title in titles.split("|")]
    lines = [names, ["---"] * len(names), *([cell(value) for value in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def cell(value: object) -> str:
    """One line that cannot end its cell."""
    return " ".join(str(value).split()).replace("|", "\\|")


# Events


def events_table() -> str:
    """Each event: who says it, who hears it, what it carries."""
    intro = "# Events\n\nWhat crosses the wire, in JSON, inside the envelope. Bodies and report text never do.\n"
    titles = "field | type | meaning"
    parts = [HEAD + intro, "\n## The envelope\n", table(titles, declared(Envelope))]
    parts.append(
        f"\n## In every event\n{inspect.getdoc(AboutSubmission)}\n\n{table(titles, declared(AboutSubmission))}"
    )
    for event in events.ALL:
        says, _ = said_by(event)
        heard = ", ".join(sorted(receivers(event)))
        parts.append(f"\n## {event.TYPE}, version {event.VERSION}\n{says} → {heard}. {inspect.getdoc(event)}\n\n")
        parts.append(table(titles, declared(event)))
    nested = {kind for event in events.ALL for kind in structs_in(event)}
    for kind in sorted(nested, key=lambda one: one.__name__):
        parts.append(f"\n## `{kind.__name__}`\n{inspect.getdoc(kind)}\n\n")
        parts.append(table(titles, declared(kind)))
    return "".join(parts)


def said_by(event: type[Event]) -> tuple[str, set[str]]:
    """Who says an event, and who hears it, by the first line of its module."""
    line = (inspect.getdoc(inspect.getmodule(event)) or "").partition(":")[0]
    says, _, hears = line.partition(" → ")
    names = {name.strip() for name in hears.split(",")}
    return says, {says if name == "itself" else name for name in names}


def receivers(event: type[Event]) -> set[str]:
    """Who hears an event, by the topology."""
    queues = topology.load().queues.values()
    return {queue.service for queue in queues if any(takes(name, event.TYPE) for name in queue.events)}


def takes(name: str, kind: str) -> bool:
    """Whether a queue's word for what it takes covers the event; each channel is a topic of its own below it."""
    return name in ("#", kind) or name.startswith(f"{kind}.")


def structs_in(event: type[Event]) -> Iterator[type[msgspec.Struct]]:
    """The structures inside an event's fields."""
    for kind in (msgspec.inspect.type_info(field.type) for field in msgspec.structs.fields(event)):
        inner = [kind, *getattr(kind, "types", ()), getattr(kind, "item_type", None)]
        yield from (one.cls for one in inner if isinstance(one, msgspec.inspect.StructType))


ALIASES = {
    "Lane": " | ".join(get_args(Lane)),
    "Verdict": " | ".join(get_args(Verdict)),
    "E_co": "the event",
}
"""Types whose names say less than what they stand for."""


def declared(owner: type) -> Iterator[tuple[str, str, str]]:
    """The fields that a class itself declares, with the string below each."""
    body = next(node.body for node in ast.walk(ast.parse(inspect.getsource(owner))) if isinstance(node, ast.ClassDef))
    for node, after in zip(body, [*body[1:], None], strict=True):
        if isinstance(node, ast.AnnAssign) and not (kind := ast.unparse(node.annotation)).startswith("ClassVar"):
            meaning = after.value if isinstance(after, ast.Expr) else None
            text = meaning.value if isinstance(meaning, ast.Constant) else ""
            yield f"`{ast.unparse(node.target)}`", f"`{ALIASES.get(kind, kind).removeprefix('uuid.')}`", str(text)


# Queues


def queues_table() -> str:
    """The topology."""
    known = topology.load()
    delays = ", ".join(f"{delay} s" for delay in known.retry_delays)
    rows = (
        (f"`{q.name}`", q.service, ", ".join(f"`{key}`" for key in q.bindings), q.prefetch, f"{q.timeout:g}")
        for q in known.queues.values()
    )
    notes = (
        f"- Events go to the topic exchange `{known.events_exchange}` with the routing key `<lane>.<type>`; that of\n"
        "  `notification.requested` ends with its channel.\n"
        f"- Every queue is durable and quorum, and refuses more than {known.max_length:,} messages.\n"
        f"- A message that no consumer settled is redelivered at most {known.delivery_limit} times.\n"
        f"- A transient failure waits in `{known.retry_exchange}.<n>s` before the next attempt: {delays}.\n"
        f"- What is given up is in `{known.dead_letters}`, its routing key tells its queue.\n"
        "- `GONOGO_NAMESPACE` stands before every name where it is set.\n"
    )
    source = "Declared from `libs/contracts/gonogo_contracts/topology.yaml`.\n\n"
    titles = "queue | service | takes | prefetch | seconds a message may take"
    return f"{HEAD}# Queues\n\n{source}{table(titles, rows)}\n{notes}"


# Settings


def settings_table() -> str:
    """Every setting of every service."""
    intro = (
        "# Settings\n\nServices take their settings from the environment. A wrong or missing one ends the start with\n"
        "status 2 and a sentence that names it, never its value. What is marked **secret** appears in no log, error,\n"
        "trace or metric.\n"
    )
    parts = [HEAD + intro, "\n## Every service\n", settings_rows(PlatformSettings.model_fields)]
    for service in SERVICES:
        own = {k: v for k, v in settings_of(service).model_fields.items() if k not in PlatformSettings.model_fields}
        parts += [f"\n## {service.capitalize()}\n", settings_rows(own)]
    parts.append(
        "\n## The `gonogo` command\nWhere `gonogo up` runs in the same checkout, its addresses and key are found.\n\n"
    )
    known = [(f"`{name}`", meaning) for name, meaning in COMMAND.items()]
    roles = (PASSWORDS, "Passwords that `gonogo migrate` gives to the services' roles; they are secrets.")
    parts.append(table("variable | meaning", [*known, roles]))
    return "".join(parts)


def settings_of(service: str) -> type[PlatformSettings]:
    """A service's settings."""
    kinds = vars(importlib.import_module(f"gonogo_{service}.settings")).values()
    own = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, PlatformSettings)]
    return next(kind for kind in own if kind is not PlatformSettings)


def settings_rows(fields: Mapping[str, FieldInfo]) -> str:
    """A table of settings."""
    rows = ((f"`GONOGO_{name.upper()}`", default(field), meaning(field)) for name, field in fields.items())
    return table("variable | default | meaning", rows)


def default(field: FieldInfo) -> str:
    """What holds where it is not set."""
    value = field.default
    if value is PydanticUndefined:
        return "required"
    if isinstance(value, SecretStr):
        value = value.get_secret_value()
    if isinstance(value, int) and value >= MIB and value % MIB == 0:
        return f"`{value}` ({value // MIB} MiB)"
    return "" if value in (None, "") else f"`{value}`"


def meaning(field: FieldInfo) -> str:
    """What it changes, and whether it must not be shown."""
    return f"**Secret.** {field.description}" if field.annotation is SecretStr else str(field.description)


# Metrics


def metrics_table() -> str:
    """What `/metrics` gives."""
    metrics = Metrics("any")
    own = metric_rows(metrics)
    RabbitPrometheusMiddleware(registry=metrics.registry, app_name="any")
    theirs = [row for row in metric_rows(metrics) if row not in own]
    titles = "metric | kind | labels | meaning"
    return (
        f"{HEAD}# Metrics\n\nOn `/metrics` of every service, beside Prometheus' own of the process. No label holds an "
        f"identifier or free text.\n\n{table(titles, own)}\n"
        f"## FastStream's\n`handler` and `destination` name exchange and routing key.\n\n{table(titles, theirs)}"
    )


def metric_rows(metrics: Metrics) -> list[tuple[str, str, str, str]]:
    """Name, kind, labels and meaning of each that has labels."""
    collectors: Iterable[Any] = dict.fromkeys(metrics.registry._collector_to_names)
    return [
        (
            f"`{one._name}{'_total' if one._type == 'counter' else ''}`",
            one._type,
            ", ".join(f"`{label}`" for label in one._labelnames),
            one._documentation,
        )
        for one in collectors
        if getattr(one, "_labelnames", ())
    ]


# Problems


class Refused(NamedTuple):
    """A call in the source that refuses something."""

    code: str
    status: str
    title: str


HTTP = (Refused("`not-found`", "404", "Not Found"), Refused("`method-not-allowed`", "405", "Method Not Allowed"))
"""What the framework refuses by itself."""


def problems_table() -> str:
    """Codes of refusals over HTTP, and of what is given up behind it."""
    titles = "code | status | title"
    every = sorted({*HTTP, *refusals("libs/platform/gonogo_platform"), *unavailable()})
    parts = [
        f"{HEAD}# Codes\n\nPrograms may rely on the codes; the sentences beside them are for people and may change.\n",
        "\n## Every service, over HTTP\n",
        table(titles, every),
    ]
    for service in ("ingest", "console"):
        found = sorted(set(refusals(f"services/{service}/gonogo_{service}")) - set(every))
        parts += [f"\n## {service.capitalize()}\n", table(titles, found)]
    parts.append("\n## What could not be handled\nThe cause of a dead letter, and of `submission.failed`.\n\n")
    parts.append(table("code | kind | where", sorted(set(failures()))))
    return "".join(parts)


def refusals(folder: str) -> Iterator[Refused]:
    """Every refusal that a folder's source makes, by its call of `Problem` or of ingest's `bad_file`."""
    for call, _ in calls(folder, {"Problem", "bad_file"}):
        status, codes, title = call.args[0], call.args[1], "A file cannot be taken"
        if named(call) == "bad_file":
            given = call.args[3] if len(call.args) > 3 else ast.Constant(422)
            status, codes = given, call.args[0]
        elif isinstance(call.args[2], ast.Constant):
            title = str(call.args[2].value)
        if isinstance(status, ast.Constant):
            yield from (Refused(f"`{code}`", str(status.value), title) for code in texts(codes))


def unavailable() -> Iterator[Refused]:
    """A server that is gone: the client may try again."""
    for call, path in calls("libs/platform/gonogo_platform", {"Transient"}):
        if path.stem == "postgres":
            yield from (Refused(f"`{code}`", "503", "Not now") for code in texts(call.args[0]))


def failures() -> Iterator[tuple[str, str, str]]:
    """Code, kind and package of everything that ends or delays a message."""
    for package in ("libs/platform/gonogo_platform", *(f"services/{name}/gonogo_{name}" for name in SERVICES)):
        for call, path in calls(package, {"Transient", "Permanent"}):
            yield from ((f"`{code}`", named(call).lower(), package.split("/")[1]) for code in texts(call.args[0], path))
        yield from ((f"`{code}`", kind, package.split("/")[1]) for code, kind in own_kinds(package))
    for call, _ in calls("libs/contracts/gonogo_contracts", {"UnreadableEvent"}):
        yield from ((f"`{code}`", "permanent", "contracts") for code in texts(call.args[0]))


def own_kinds(folder: str) -> Iterator[tuple[str, str]]:
    """Code and kind of the failures that are classes of their own."""
    for path in sorted((ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            bases = [ast.unparse(base) for base in node.bases] if isinstance(node, ast.ClassDef) else []
            if kind := next((base.lower() for base in bases if base in ("Transient", "Permanent")), None):
                inits = [one for one in ast.walk(node) if isinstance(one, ast.Call) and named(one) == "__init__"]
                yield from ((code, kind) for one in inits for code in texts(one.args[0]))


def calls(folder: str, names: set[str]) -> Iterator[tuple[ast.Call, Path]]:
    """The calls of these names in a folder's source."""
    for path in sorted((ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and named(node) in names:
                yield node, path


def named(call: ast.Call) -> str:
    """The name that is called, without what it belongs to."""
    return ast.unparse(call.func).rpartition(".")[2]


def texts(node: ast.expr, path: Path | None = None) -> Iterator[str]:
    """The texts that an expression may give: a constant, either side of a choice, or a constant's name."""
    if isinstance(node, ast.Constant):
        yield str(node.value)
    elif isinstance(node, ast.IfExp):
        yield from (*texts(node.body, path), *texts(node.orelse, path))
    elif isinstance(node, ast.Name) and path is not None:
        for one in ast.parse(path.read_text("utf-8")).body:
            if isinstance(one, ast.Assign) and ast.unparse(one.targets[0]) == node.id:
                yield from texts(one.value)


TABLES: dict[str, Callable[[], str]] = {
    "docs/tables/events.md": events_table,
    "docs/tables/queues.md": queues_table,
    "docs/settings.md": settings_table,
    "docs/tables/metrics.md": metrics_table,
    "docs/tables/problems.md": problems_table,
}
"""File → what it should hold."""
