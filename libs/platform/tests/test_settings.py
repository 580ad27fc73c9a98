"""Starting fails fast and clearly on missing or weak secrets, and never tells one."""

import pytest

from gonogo_platform.running import load_settings
from gonogo_platform.settings import PlatformSettings

STRONG = "c3Ryb25nLWVub3VnaA"


@pytest.fixture
def production(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """An environment that production starts with."""
    monkeypatch.setenv("GONOGO_ENVIRONMENT", "production")
    monkeypatch.setenv("GONOGO_POSTGRES_URL", f"postgresql://gonogo_parser:{STRONG}@db/gonogo")
    monkeypatch.setenv("GONOGO_RABBITMQ_URL", f"amqp://gonogo:{STRONG}@mq/")
    monkeypatch.setenv("GONOGO_REDIS_URL", "redis://cache/0")
    return monkeypatch


@pytest.mark.usefixtures("production")
def test_strong_secrets_start() -> None:
    """Production starts on a full and strong environment."""
    assert load_settings(PlatformSettings).environment == "production"


@pytest.mark.parametrize("secret", ["guest", "GUEST", "password", "short", ""])
def test_weak_secrets_end_the_process(
    production: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], secret: str
) -> None:
    """The message names the setting and not the secret."""
    production.setenv("GONOGO_RABBITMQ_URL", f"amqp://user:{secret}@mq/")
    with pytest.raises(SystemExit) as ended:
        load_settings(PlatformSettings)
    told = capsys.readouterr().err
    assert ended.value.code == 2
    assert "GONOGO_RABBITMQ_URL" in told
    assert STRONG not in told
    assert f":{secret}@" not in told


@pytest.mark.parametrize("name", ["GONOGO_POSTGRES_URL", "GONOGO_RABBITMQ_URL", "GONOGO_REDIS_URL"])
def test_an_address_of_another_kind_ends_the_process(
    production: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """At once, with the setting and without the address."""
    production.setenv(name, f"http://user:{STRONG}@host/")
    with pytest.raises(SystemExit):
        load_settings(PlatformSettings)
    told = capsys.readouterr().err
    assert name in told
    assert STRONG not in told


def test_weak_secrets_are_fine_in_development(production: pytest.MonkeyPatch) -> None:
    """A laptop's broker has guest/guest."""
    production.setenv("GONOGO_ENVIRONMENT", "development")
    production.setenv("GONOGO_RABBITMQ_URL", "amqp://guest:guest@127.0.0.1/")
    assert load_settings(PlatformSettings).environment == "development"


def test_every_missing_setting_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """One start tells all that is missing, not one thing a time."""
    for name in ("GONOGO_POSTGRES_URL", "GONOGO_RABBITMQ_URL", "GONOGO_REDIS_URL"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(SystemExit):
        load_settings(PlatformSettings)
    told = capsys.readouterr().err
    assert all(name in told for name in ("GONOGO_POSTGRES_URL", "GONOGO_RABBITMQ_URL", "GONOGO_REDIS_URL"))


@pytest.mark.usefixtures("production")
def test_secrets_do_not_show_when_settings_are_printed() -> None:
    """A settings object in a log line gives nothing away."""
    assert STRONG not in repr(load_settings(PlatformSettings))
