"""What a deployment may choose, and what it may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.channels.web import WebInput
from bot.channels.web.settings import WebSettings, WrongSetting

LONG = "x" * 32


def read(credentials=None, **environment: str) -> WebSettings:
    return WebSettings.read(credentials, {f"WAYPOINT_WEB_{name}": text for name, text in environment.items()})


def test_closed_by_default(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WAYPOINT_RECORDS_DIR", str(tmp_path))
    settings = read()
    assert (settings.origins, settings.embed_on, settings.proxies) == (frozenset(), (), 0)
    assert (settings.secret, settings.jwt_key, settings.questions_a_minute) == ("", "", 30)
    assert settings.secret_file == tmp_path / "web.secret"


def test_sites_are_parted_by_spaces_or_commas() -> None:
    settings = read(ORIGINS="https://A.example, http://localhost:3000/", EMBED_ON="https://*.b.example https://b.example:*")
    assert settings.origins == {"https://a.example", "http://localhost:3000"}
    assert settings.embed_on == ("https://*.b.example", "https://b.example:*")


@pytest.mark.parametrize(
    "site",
    [
        "*", "a.example", "ftp://a.example", "https://", "https://a.example/page", "'none'", "null",
        "https://a.example;script-src", "https://a.example'", "javascript:x", "https://user@a.example", "data:",
        "https:", "https://a .example/*", "https://*",
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["ORIGINS", "EMBED_ON"])
def test_what_is_no_site_is_told(name: str, site: str) -> None:
    with pytest.raises(WrongSetting, match=f"WAYPOINT_WEB_{name}"):
        read(**{name: site})


def test_a_wildcard_is_for_embedding_alone() -> None:
    with pytest.raises(WrongSetting):
        read(ORIGINS="https://*.a.example")


@pytest.mark.parametrize(
    ("credentials", "environment", "says"),
    [
        (None, {"SECRET": "short"}, "WAYPOINT_WEB_SECRET"),
        (None, {"PROXIES": "one"}, "WAYPOINT_WEB_PROXIES"),
        (None, {"RATE": "-1"}, "WAYPOINT_WEB_RATE"),
        (None, {"RATE": "nan"}, "WAYPOINT_WEB_RATE"),
        (None, {"JWT_KEY": "short"}, "jwt_key"),
        ({"jwt_key": "short"}, {}, "jwt_key"),
        ({"jwt_key": LONG, "jwt_algorithm": "none"}, {}, "jwt_algorithm"),
        ({"jwt_key": LONG, "jwt_algorithm": "hs256"}, {}, "jwt_algorithm"),
        ({"token_days": 0}, {}, "token_days"),
        ({"token_days": "long"}, {}, "token_days"),
        ({"jwt_kye": LONG}, {}, "jwt_kye"),
    ],
)
def test_mistakes_stop_the_server_from_starting(credentials, environment, says: str) -> None:
    with pytest.raises(WrongSetting, match=says):
        read(credentials, **environment)


def test_the_environment_comes_first_and_an_empty_variable_is_not_set() -> None:
    assert read({"jwt_key": LONG}, JWT_KEY=LONG + "y").jwt_key == LONG + "y"
    assert read({"jwt_key": LONG}, JWT_KEY="").jwt_key == LONG
    assert read(SECRET="", RATE="", PROXIES="").questions_a_minute == 30
    assert read(RATE="0").questions_a_minute == 0


def test_who_is_signed_in_elsewhere_is_so_for_a_day() -> None:
    assert read({"jwt_key": LONG}).token_days == 1
    assert read({"jwt_key": LONG, "token_days": 7}).token_days == 7
    assert read().token_days == 30


def test_the_credentials_of_the_repository_make_the_channel(monkeypatch, tmp_path: Path) -> None:
    from rasa.core.run import create_http_input_channels

    monkeypatch.setenv("WAYPOINT_RECORDS_DIR", str(tmp_path))
    root = Path(__file__).parents[4]
    channels = create_http_input_channels(None, str(root / "credentials.yml"))
    assert any(isinstance(channel, WebInput) and channel.name() == "web" for channel in channels)
