"""What is started, where it listens, and what a person is told when that cannot be."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli import servers
from cli.bootstrap.problems import Problem
from cli.servers import LOOPBACK, Address, action_server, check_port, rasa_server, serve, warm_up
from cli.supervisor import Supervisor
from tests.cli.fake_bot import FakeBot


@pytest.fixture
def bot():
    fake = FakeBot()
    yield fake
    fake.stop()


@pytest.fixture
def taken_port():
    with socket.socket() as listening:
        listening.bind((LOOPBACK, 0))
        listening.listen()
        yield listening.getsockname()[1]


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WAYPOINT_HOST", "WAYPOINT_PORT", "WAYPOINT_ACTION_PORT"):
        monkeypatch.delenv(name, raising=False)


def test_servers_listen_on_loopback_unless_told_otherwise() -> None:
    address = Address.from_environment()

    rasa, actions = rasa_server(address), action_server(address)
    assert rasa.command[rasa.command.index("-i") + 1] == LOOPBACK
    assert rasa.command[rasa.command.index("-p") + 1] == "5005"
    assert actions.command[actions.command.index("--host") + 1] == LOOPBACK
    assert rasa.environment["WAYPOINT_ACTIONS_URL"] == "http://127.0.0.1:5055/webhook"


def test_opening_rasa_does_not_open_the_action_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYPOINT_HOST", "0.0.0.0")
    address = Address.from_environment()

    assert "0.0.0.0" in rasa_server(address).command
    assert "0.0.0.0" not in action_server(address).command
    assert address.url == "http://127.0.0.1:5005"


def test_rasa_runs_without_api_cross_origin_access_and_telemetry() -> None:
    rasa = rasa_server(Address.from_environment())

    assert not {"--enable-api", "--cors"} & set(rasa.command)
    assert rasa.environment["RASA_TELEMETRY_ENABLED"] == "false"


def test_both_servers_share_a_secret_that_nobody_can_guess(monkeypatch: pytest.MonkeyPatch) -> None:
    address = Address.from_environment()
    servers.internal_secret.cache_clear()

    secrets = {one(address).environment["WAYPOINT_INTERNAL_SECRET"] for one in (rasa_server, action_server)}
    assert len(secrets) == 1
    assert len(secrets.pop()) >= 40

    servers.internal_secret.cache_clear()
    monkeypatch.setenv("WAYPOINT_INTERNAL_SECRET", "chosen by the operator")
    assert rasa_server(address).environment["WAYPOINT_INTERNAL_SECRET"] == "chosen by the operator"
    servers.internal_secret.cache_clear()


@pytest.mark.parametrize("text", ["0", "65536", "http", "-1", "5 005"])
def test_wrong_port_is_told(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("WAYPOINT_PORT", text)

    with pytest.raises(Problem, match="WAYPOINT_PORT"):
        Address.from_environment()


def test_taken_port_is_told_with_the_way_out(taken_port: int) -> None:
    with pytest.raises(Problem) as told:
        check_port(LOOPBACK, taken_port, "WAYPOINT_PORT")

    assert f"Port {taken_port} is taken" in str(told.value)
    assert f"WAYPOINT_PORT={taken_port + 1}" in str(told.value)


def test_address_of_another_machine_is_told() -> None:
    with pytest.raises(Problem, match=r"Cannot listen on 192\.0\.2\.1"):
        check_port("192.0.2.1", 5005, "WAYPOINT_PORT")


def test_serve_says_which_port_is_taken_and_starts_nothing(
    taken_port: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WAYPOINT_PORT", str(taken_port))
    model = tmp_path / "waypoint.tar.gz"
    model.write_text("")
    monkeypatch.setattr(servers, "model_path", lambda root: model)
    monkeypatch.setattr(Supervisor, "start", lambda *_: pytest.fail("a server was started"))

    done = CliRunner().invoke(serve)

    assert done.exit_code == 1
    assert f"Port {taken_port} is taken" in done.output


def test_serve_without_a_model_names_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(servers, "model_path", lambda root: tmp_path / "none.tar.gz")

    done = CliRunner().invoke(serve)

    assert done.exit_code == 1
    assert "make build" in done.output


def test_warm_up_uses_one_sender_that_nobody_can_guess(bot: FakeBot, tmp_path: Path) -> None:
    assert warm_up(bot.url, Supervisor(tmp_path)) == []

    senders = {sender for sender, _ in bot.heard}
    assert len(senders) == 1
    assert len(senders.pop()) > 30


def test_warm_up_reports_apologies(bot: FakeBot, tmp_path: Path) -> None:
    bot.says({"kind": "error", "text": "Sorry"})

    assert warm_up(bot.url, Supervisor(tmp_path)) == list(servers.WARM_UP_MESSAGES)


def test_warm_up_without_an_answer_names_the_logs(bot: FakeBot, tmp_path: Path) -> None:
    bot.answer = lambda sender, text: []

    with pytest.raises(Problem, match=r"rasa\.log"):
        warm_up(bot.url, Supervisor(tmp_path))
