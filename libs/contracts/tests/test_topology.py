"""The topology holds together."""

from gonogo_contracts.events import ALL
from gonogo_contracts.topology import load

SERVICES = {"parser", "scorer", "notifier", "console"}
CHANNELS = ("slack", "email")


def matches(pattern: str, key: str) -> bool:
    """Topic matching for the patterns used here: a lane or `*`, then a literal topic or `#`."""
    lane, _, topic = pattern.partition(".")
    key_lane, _, key_topic = key.partition(".")
    return lane in ("*", key_lane) and topic in ("#", key_topic)


def topics() -> set[str]:
    plain = {event.TYPE for event in ALL if event.TYPE != "notification.requested"}
    return plain | {f"notification.requested.{channel}" for channel in CHANNELS}


def test_every_event_reaches_the_console_in_both_lanes() -> None:
    """The timeline misses nothing."""
    bindings = [binding for queue in load().of("console") for binding in queue.bindings]
    for lane in ("interactive", "bulk"):
        assert all(any(matches(binding, f"{lane}.{topic}") for binding in bindings) for topic in topics())


def test_every_binding_names_an_event() -> None:
    """A misspelt event would wait for ever in silence."""
    for queue in load().queues.values():
        assert all(event == "#" or event in topics() for event in queue.events), queue.name


def test_lanes_have_queues_of_their_own() -> None:
    """No queue of uploads can hold bulk work."""
    for queue in load().queues.values():
        assert queue.lane == ("bulk" if queue.name.endswith(".bulk") else queue.lane)
        assert queue.lane != "any" or queue.name.startswith("notifier.")
    assert {queue.service for queue in load().queues.values()} == SERVICES


def test_delays_grow() -> None:
    """Each retry waits longer than the one before."""
    delays = load().retry_delays
    assert list(delays) == sorted(set(delays))
