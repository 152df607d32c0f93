"""The terminal chat: what is sent, what is printed, how one leaves."""

from __future__ import annotations

import io
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli import shell as shell_module
from cli.bootstrap.problems import Problem
from cli.conversations.rest import RestBot
from cli.servers import Address
from cli.shell import Shell, shell, split_sources, wrapped
from cli.supervisor import Supervisor
from tests.cli.fake_bot import FakeBot, payload

QUESTION = {
    "id": "specialty",
    "text": "Which specialty?",
    "options": [
        {"title": "cardiology", "message": "what fits me in cardiology?"},
        {"title": "oncology", "message": "what fits me in oncology?"},
    ],
}
SUGGESTIONS = [{"id": "s1", "title": "only remote", "message": "only remote ones"}]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def bot():
    fake = FakeBot()
    yield fake
    fake.stop()


def talk(bot: FakeBot, *lines: str) -> str:
    """What a script reads that pipes lines in."""
    out = io.StringIO()
    Shell(RestBot(bot.url), io.StringIO("".join(f"{line}\n" for line in lines)), out).run()
    return out.getvalue()


def said(bot: FakeBot) -> list[str]:
    return [message for _, message in bot.heard]


def test_piped_lines_are_asked_and_only_answers_printed(bot: FakeBot) -> None:
    assert talk(bot, "hello", "", "more") == "You said hello\n\nYou said more\n\n"


def test_one_conversation_has_one_sender_and_the_next_another(bot: FakeBot) -> None:
    talk(bot, "one", "two")
    talk(bot, "three")

    first, second, third = (sender for sender, _ in bot.heard)
    assert first == second != third
    assert len(first) > 30


@pytest.mark.parametrize("leave", ["/quit", "/exit", "/q"])
def test_slash_quit_leaves(bot: FakeBot, leave: str) -> None:
    talk(bot, "one", leave, "two")

    assert said(bot) == ["one"]


def test_number_sends_the_choice_of_that_number(bot: FakeBot) -> None:
    bot.says(payload("Which specialty?", question=QUESTION, suggestions=SUGGESTIONS))

    out = talk(bot, "what fits me?", "2", "3")

    assert "  1 cardiology\n  2 oncology\n  3 only remote\n" in out
    assert said(bot) == ["what fits me?", "what fits me in oncology?", "only remote ones"]


def test_number_without_a_choice_is_sent_as_it_is(bot: FakeBot) -> None:
    talk(bot, "2")
    bot.says(payload("Which specialty?", question=QUESTION))
    talk(bot, "what fits me?", "0", "9", "150000")

    assert said(bot) == ["2", "what fits me?", "0", "9", "150000"]


def test_choices_last_for_one_answer(bot: FakeBot) -> None:
    bot.says(payload("Which specialty?", question=QUESTION))
    talk(bot, "what fits me?")
    bot.answer = lambda sender, text: [{"text": "done"}]
    talk(bot, "1")

    assert said(bot)[-1] == "1"


def test_terminal_greets_prompts_and_dims_the_sources(
    bot: FakeBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    bot.says(payload("Telecardiology [1].\n\nSources:\n[1] An article"))
    prompts = []

    def answer_prompt(prompt: str) -> str:
        prompts.append(prompt)
        raise EOFError

    monkeypatch.setattr("builtins.input", answer_prompt)
    out = Terminal()
    Shell(RestBot(bot.url), Terminal(), out).run()

    assert said(bot) == ["hi"]
    assert prompts == ["you> "]
    assert "Telecardiology [1].\n\n\033[2mSources:\n[1] An article\033[0m\n" in out.getvalue()


def test_piped_answers_carry_no_terminal_codes(bot: FakeBot) -> None:
    bot.says(payload("Yes [1].\n\nSources:\n[1] An article", question=QUESTION))

    assert "\033" not in talk(bot, "why?")


def test_lost_bot_is_told_and_the_shell_goes_on(bot: FakeBot) -> None:
    lines = io.StringIO("one\ntwo\n")
    out = io.StringIO()
    bot.stop()
    Shell(RestBot(bot.url, timeout=1), lines, out).run()
    bot.__init__()  # the fixture stops it once more

    assert out.getvalue().count("No answer came") == 2


def test_dead_server_ends_the_shell_with_its_reason(bot: FakeBot) -> None:
    bot.stop()

    def check() -> None:
        raise Problem("Rasa ended by itself.")

    with pytest.raises(Problem, match="Rasa ended"):
        Shell(RestBot(bot.url, timeout=1), io.StringIO("one\n"), io.StringIO()).run(check)
    bot.__init__()


def test_silence_is_told(bot: FakeBot) -> None:
    bot.answer = lambda sender, text: []

    assert "No answer came" in talk(bot, "hello")


def test_shell_without_a_server_at_a_named_address_names_the_way_out(bot: FakeBot) -> None:
    bot.stop()
    done = CliRunner().invoke(shell, ["--url", bot.url])
    bot.__init__()

    assert done.exit_code == 1
    assert "make serve" in done.output


def test_shell_starts_servers_when_none_runs(
    bot: FakeBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[Address] = []

    @contextmanager
    def start(address: Address):
        started.append(address)
        yield Supervisor(Path())

    monkeypatch.setattr(shell_module, "running_servers", start)
    monkeypatch.setattr(shell_module, "_answers", lambda url: False)
    monkeypatch.setenv("WAYPOINT_PORT", bot.url.rpartition(":")[2])

    done = CliRunner().invoke(shell, input="hello\n")

    assert done.exit_code == 0
    assert "You said hello" in done.output
    assert [address.url for address in started] == [bot.url]


def test_shell_uses_the_server_that_runs_and_starts_none(
    bot: FakeBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shell_module, "running_servers", lambda _: pytest.fail("servers were started"))
    monkeypatch.setenv("WAYPOINT_PORT", bot.url.rpartition(":")[2])

    assert "You said hello" in CliRunner().invoke(shell, input="hello\n").output


def test_shell_talks_to_a_running_server(bot: FakeBot) -> None:
    done = CliRunner().invoke(shell, ["--url", bot.url], input="hello\n")

    assert done.exit_code == 0
    assert "You said hello" in done.output


def test_sources_are_parted_from_the_last_heading_only() -> None:
    text = "Sources:\nare named below [1].\n\nSources:\n[1] An article"

    assert split_sources(text) == ("Sources:\nare named below [1].", "Sources:\n[1] An article")
    assert split_sources("No source here") == ("No source here", "")


def test_long_lines_are_broken_and_lists_hang() -> None:
    text = (
        "Two roles:\n1. Telecardiology: average salary $357,482\n- a nearest miss, remote\n"
        "5 other roles are not stated"
    )

    assert wrapped(text, 26).splitlines() == [
        "Two roles:",
        "1. Telecardiology: average",
        "   salary $357,482",
        "- a nearest miss, remote",
        "5 other roles are not",
        "stated",
    ]


def test_no_word_of_a_link_is_broken() -> None:
    link = "https://www.sermo.com/resources/cardiologist-alternative-careers"

    assert link in wrapped(f"See {link} for more", 30).splitlines()


def test_width_is_bounded_for_reading(monkeypatch: pytest.MonkeyPatch, bot: FakeBot) -> None:
    monkeypatch.setattr(
        shell_module.shutil, "get_terminal_size", lambda: type("Size", (), {"columns": 300})
    )
    bot.says(payload("word " * 60))
    monkeypatch.setattr("builtins.input", lambda prompt: "/quit")
    out = Terminal()
    Shell(RestBot(bot.url), Terminal(), out).run()

    assert max(len(line) for line in out.getvalue().splitlines()) <= 100
