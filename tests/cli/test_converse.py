"""The conversation harness against a bot whose answers are known."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from cli.conversations.cases import CaseError, load_conversations
from cli.converse import converse
from tests.cli.fake_bot import CITATION, FIGURE, FakeBot, payload, role, telecardiology

POLL = {
    "id": "sermo-cardiology#not-considering",
    "percent": 74,
    "statement": "of physicians polled were not considering a career change",
    "question": "whether they consider a change",
    "population": "physicians on Sermo",
    "multi_select": "unknown",
    "display": "74% of physicians polled were not considering a career change",
    "sample": None,
    "year": None,
    "attributed_to": "Sermo poll",
    "article_id": "sermo-cardiology",
    "citation": 1,
}


@pytest.fixture
def bot() -> Iterator[FakeBot]:
    fake = FakeBot()
    yield fake
    fake.stop()


@pytest.fixture
def write(tmp_path: Path):
    def write(text: str, name: str = "case.yml") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def run(*arguments: Any) -> Result:
    return CliRunner().invoke(converse, [str(argument) for argument in arguments])


def one_turn(expectations: str, contract: bool = True, facts: bool = False) -> str:
    """A file with one conversation of one turn, expectations as a flow mapping's inside."""
    header = "contract: answer/1\n" if contract else ""
    header += "facts: facts.yml\n" if facts else ""
    turn = f'  - {{user: "telecardiology?", {expectations}}}'
    return f"{header}conversations:\n- name: one\n  turns:\n{turn}\n"


def test_a_met_conversation_passes(bot: FakeBot, write) -> None:
    bot.says(telecardiology())
    file = write(
        one_turn(
            "kind: role, roles: [sermo-cardiology/Telecardiology], citations: [sermo-cardiology],"
            ' figures: [{as_written: "$357,482", statistic: average, unit: year,'
            " attributed_to: ZipRecruiter, role: Telecardiology}], max_ms: 5000"
        )
    )

    result = run(file, "--url", bot.url)

    assert result.exit_code == 0, result.output
    assert "ok    one" in result.output
    assert "1 of 1 conversations passed" in result.output


@pytest.mark.parametrize(
    ("expectation", "told"),
    [
        ("kind: roles", "kind: 'role', expected 'roles'"),
        ("kind: [none, help]", "expected 'none' or 'help'"),
        ("roles: [sermo-oncology/Telecardiology]", "expected exactly and in this order"),
        ("roles: []", "expected exactly and in this order: []"),
        ("roles_set: [Telecardiology, Medical director]", "expected exactly, in any order"),
        ("roles_include: [Medical director]", "expected among them"),
        ("roles_exclude: [sermo-cardiology/*]", "expected not among them"),
        ("roles_first: [Medical director]", "expected at the top"),
        ("roles_count: 2", "roles_count: 1, expected 2"),
        ("near_misses_include: [Remote reads]", "near_misses_include: []"),
        ("entries_set: [Medical director]", "entries_set"),
        ("total: '>= 2'", "total: 1, expected >= 2"),
        ('figures: [{as_written: "$357,483"}]', "$357,483 is not shown"),
        ('figures: [{as_written: "$357,482", statistic: median}]', "median is not shown"),
        ('figures: [{as_written: "$357,482", attributed_to: Glassdoor}]', "is not shown"),
        ('figures: [{as_written: "$357,482", qualifier: in general}]', "is not shown"),
        ('figures_lack: ["$357 482"]', "figures_lack: $357 482 is shown"),
        ("citations: [sermo-oncology]", "citations: ['sermo-cardiology'], expected"),
        ("citations_include: sermo-oncology", "is not among"),
        ("no_sources: true", "no_sources: 1 sources are shown"),
        ("no_figures: true", "are shown"),
        ("polls: [74]", "polls: 74 is not shown"),
        ("reasons_include: burnout", "in none of the reasons"),
        ("filters: [specialty=cardiology]", "specialty=cardiology is not in force"),
        ("text_contains: Glassdoor", "'Glassdoor' is not in the text"),
        ("text_contains: [[Glassdoor, Indeed]]", "'Glassdoor' or 'Indeed' is not in the text"),
        ("text_lacks: ziprecruiter", "'ziprecruiter' is in the text"),
        ("text_matches: '^median'", "nothing in the text matches"),
        ("text_lacks_match: 'average .\\d'", "matches"),
        ("options: Maybe", "no button 'Maybe'"),
        ("question_options_count: 2", "0, expected 2"),
        ("custom: {roles/0/id: x}", "'sermo-cardiology#telecardiology', 'x' was expected"),
        ("max_ms: 0", "0 allowed"),
    ],
)
def test_an_expectation_that_is_not_met_fails(
    bot: FakeBot, write, expectation: str, told: str
) -> None:
    bot.says(telecardiology())

    result = run(write(one_turn(expectation)), "--url", bot.url)

    assert result.exit_code == 1
    output = " ".join(result.output.split())
    assert told in output, output
    assert "case.yml:5" in output
    assert "> telecardiology?" in output


def test_lists_of_filters_and_polls_are_told_apart(bot: FakeBot, write) -> None:
    pay = {"low": 150000, "high": None, "low_inclusive": False, "high_inclusive": None,
           "unit": "year", "currency": "USD"}  # fmt: skip
    base = {"operator": "is", "label": "x", "remove": "any"}
    filters = [
        {"id": "1", "name": "pay", "value": pay, "negated": False, **base},
        {"id": "2", "name": "setting", "value": "pharma", "negated": True, **base},
    ]
    excerpt = {**CITATION, "excerpt": "74% of them said so, and $150,000."}
    bot.says(
        payload(
            "74 % [1], over $150,000",
            kind="polls",
            polls=[POLL],
            filters=filters,
            citations=[excerpt],
        )
    )

    right = one_turn(
        "filters: [pay>150000/year, not setting=pharma], filters_exclude: [specialty],"
        " polls_set: [{percent: 74, article: sermo-cardiology, population: Sermo}]"
    )
    assert run(write(right), "--url", bot.url).exit_code == 0
    for wrong in (
        "filters: [pay>=150000, not setting=pharma]",
        "filters: [pay>150000/hour, not setting=pharma]",
        "filters: [pay>150000, setting=pharma]",
        "filters: [pay>150000]",
        "filters_exclude: [pay]",
        "filters: [pay=100000..150000, not setting=pharma]",
        "polls: [{percent: 74, article: sermo-oncology}]",
        "polls_set: []",
    ):
        assert run(write(one_turn(wrong)), "--url", bot.url).exit_code == 1, wrong


def broken() -> dict[str, tuple[dict[str, Any], str]]:
    """Answers that no conversation may accept, with what is told of each."""
    without_key = telecardiology()
    del without_key["near_misses"]
    option = {"id": "o", "title": "Go", "message": "/find_roles"}
    question = {"id": "q", "text": "?", "options": [option], "step": None, "steps": None,
                "skippable": True, "why": None}  # fmt: skip
    elsewhere = {**CITATION, "excerpt": "It says $1."}
    general = {**FIGURE, "qualifier": "for physicians in general"}
    text = "Telecardiology: $357,482 [1]."
    return {
        "key absent": (without_key, "near_misses"),
        "unknown kind": (telecardiology(kind="chat"), "kind"),
        "marker without citation": (telecardiology(text=text + " [2]"), "[2] stands in the text"),
        "citation without use": (
            telecardiology(citations=[CITATION, {**CITATION, "n": 2}]),
            "citation 2 is listed and nothing refers to it",
        ),
        "unlisted citation": (
            telecardiology(roles=[role(citations=[1, 7])]), "points to citation 7"),
        "figure not in excerpt": (
            telecardiology(citations=[elsewhere]), "is not in the excerpt of [1]"),
        "poll not in excerpt": (
            payload("74 % [1]", kind="polls", polls=[POLL], citations=[CITATION]),
            "74 % is not in the excerpt"),
        "qualifier left out": (
            telecardiology(roles=[role(figures=[general])]), "is shown without"),
        "average called median": (
            telecardiology(text="Telecardiology: median $357,482 [1]."), "the text says median"),
        "unknown dollars": (
            telecardiology(text=text + " Or $999,999."), "$999999 in the text is no figure"),
        "unknown percentage": (telecardiology(text=text + " Or 33 %."), "33 % in the text"),
        "sources on a refusal": (
            payload("No. [1]", kind="out_of_scope", citations=[CITATION]), "shows 1 sources"),
        "command in a button": (payload("?", kind="clarify", question=question), "/find_roles"),
        "yearly value made up": (
            telecardiology(roles=[role(figures=[{**FIGURE, "annual_low": 1}])]), "annual_low"),
        "empty text": (payload(" "), "text"),
    }  # fmt: skip


@pytest.mark.parametrize("case", broken())
def test_every_answer_is_held_against_the_contract(bot: FakeBot, write, case: str) -> None:
    custom, told = broken()[case]
    bot.says(custom)

    result = run(write(one_turn("max_ms: 60000")), "--url", bot.url)

    assert result.exit_code == 1
    assert told in " ".join(result.output.split())


def test_text_and_payload_text_must_agree(bot: FakeBot, write) -> None:
    bot.answer = lambda sender, text: [{"text": "one", "custom": payload("two")}]

    result = run(write(one_turn("kind: none")), "--url", bot.url)

    assert "custom.text differs" in result.output


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        ({}, None),
        ({"attributed_to": "Glassdoor"}, "the fact is 'ZipRecruiter'"),
        ({"statistic": "median"}, "the fact is 'average'"),
        ({"as_written": "$392,000", "low": 392000, "high": 392000}, "should be $357,482"),
        ({"low": 300000, "annual_low": 300000}, "has bounds"),
        ({"unit": "month", "annual_low": None, "annual_high": None}, "the fact is 'year'"),
    ],
)
def test_figures_are_held_against_the_table_of_facts(
    bot: FakeBot, write, figure: dict[str, Any], told: str | None
) -> None:
    write(
        "roles: [{article: sermo-cardiology, title: Telecardiology, figure: {as_written:"
        ' "$357,482", unit: year, statistic: average, attributed_to: ZipRecruiter}}]\npolls: []\n',
        "facts.yml",
    )
    shown = {**FIGURE, **figure}
    bot.says(telecardiology(
        text=f"Telecardiology: {shown['statistic']} {shown['as_written']} [1].",
        roles=[role(figures=[shown])],
        citations=[{**CITATION, "excerpt": "average $357,482, median $392,000"}],
    ))  # fmt: skip

    result = run(write(one_turn("kind: role", facts=True)), "--url", bot.url)

    output = " ".join(result.output.split())
    assert (result.exit_code == 0) == (told is None), output
    assert told is None or told in output


def test_a_bot_without_the_contract_can_be_tested_too(bot: FakeBot, write) -> None:
    bot.answer = lambda sender, text: [
        {"text": "Hey!"},
        {"text": "How are you?", "buttons": [{"title": "great", "payload": "/mood_great"}]},
    ]
    good = one_turn("text_contains: [hey, how are you], options: great, messages_count: 2", False)

    assert run(write(good), "--url", bot.url).exit_code == 0
    assert run(write(one_turn("kind: smalltalk", False)), "--url", bot.url).exit_code == 1


CHAIN = """
- name: {name}
  turns:
  - {{user: {name} one, text_contains: {name} heard 1}}
  - {{user: {name} two, text_contains: {name} heard 2}}
  - {{user: {name} three, text_contains: {name} heard 3}}
"""


def counting(shared: bool):
    """A bot that counts what each sender said, or by mistake what anybody said."""
    counts: dict[str, int] = {}

    def answer(sender: str, text: str) -> list[dict[str, str]]:
        key = "everybody" if shared else sender
        counts[key] = counts.get(key, 0) + 1
        return [{"text": f"{text.split()[0]} heard {counts[key]}"}]

    return answer


@pytest.mark.parametrize("mode", ["one-by-one", "interleaved", "at-once"])
def test_conversations_that_mix_are_found(bot: FakeBot, write, mode: str) -> None:
    file = write("".join(CHAIN.format(name=name) for name in ("ann", "bob", "cyd")))

    bot.answer = counting(shared=False)
    assert run(file, "--url", bot.url, "--mode", mode).exit_code == 0
    senders = {sender for sender, _ in bot.heard}
    assert len(senders) == 3
    assert all(len(sender) > 30 for sender in senders)

    bot.answer = counting(shared=True)
    assert run(file, "--url", bot.url, "--mode", mode).exit_code == 1


def test_interleaving_takes_turns(bot: FakeBot, write) -> None:
    run(write("".join(CHAIN.format(name=n) for n in ("ann", "bob"))), "--url", bot.url,
        "--mode", "interleaved")  # fmt: skip

    said = [text for _, text in bot.heard]
    assert said == ["ann one", "bob one", "ann two", "bob two", "ann three", "bob three"]


def test_read_on_collects_the_pages_of_a_list(bot: FakeBot, write) -> None:
    def answer(sender: str, text: str) -> list[dict[str, Any]]:
        last = 1 + sum(said == "more" for _, said in bot.heard)
        shown = role(id=f"sermo-cardiology#r{last}", title=f"Role {last}", figures=[])
        page = {"total": 3, "first": last, "last": last, "next": "more", "previous": None}
        custom = telecardiology(text="See [1].", roles=[shown], page=page)
        return [{"text": custom["text"], "custom": custom}]

    bot.answer = answer
    file = write(one_turn("read_on: true, total: 3, roles: [Role 1, Role 2, Role 3]"))

    result = run(file, "--url", bot.url)

    assert result.exit_code == 0, result.output
    assert [text for _, text in bot.heard] == ["telecardiology?", "more", "more"]


def test_twice_finds_answers_that_change(bot: FakeBot, write) -> None:
    bot.answer = lambda sender, text: [{"text": f"hello {len(bot.heard)}"}]
    file = write(one_turn("text_contains: hello", contract=False))

    result = run(file, "--url", bot.url, "--twice")

    assert result.exit_code == 1
    assert "one, turn 1: the answer differs in a second run" in result.output


def test_reports_for_programs(bot: FakeBot, write, tmp_path: Path) -> None:
    bot.says(telecardiology())
    file = write(one_turn("kind: roles") + "- name: two\n  turns:\n  - {user: x, kind: role}\n")
    junit, data = tmp_path / "r.xml", tmp_path / "r.json"

    assert run(file, "--url", bot.url, "--junit", junit, "--json", data).exit_code == 1

    suite = ElementTree.parse(junit).getroot().find("testsuite")
    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")
    assert "expected 'roles'" in suite.find("testcase/failure").get("message")
    report = json.loads(data.read_text())
    assert (report["passed"], report["failed"]) == (1, 1)
    assert report["conversations"][0]["turns"][0]["problems"]


def test_no_bot_is_said_once_with_the_way_out(write) -> None:
    result = run(write(one_turn("kind: role")), "--url", "http://127.0.0.1:9")

    assert result.exit_code == 2
    assert result.output.count("127.0.0.1:9") == 1
    assert "--url" in result.output


def test_a_silent_bot_fails_and_does_not_crash(bot: FakeBot, write) -> None:
    bot.answer = lambda sender, text: []

    result = run(write(one_turn("kind: role")), "--url", bot.url)

    assert result.exit_code == 1
    assert "an answer is one message, 0 came" in result.output


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- name: a\n  turns:\n  - {user: hi, knid: none}\n", ":3: a turn has no `knid`; did you"),
        ("- name: a\n  turns:\n  - user: hi\n", ":3: the turn 'hi' expects nothing"),
        ("- name: a\n  turns:\n  - {user: 2, kind: none}\n", ":3: a turn needs `user`"),
        ("- name: a\n  turns:\n  - {user: x, roles: MSL}\n", "`roles`: expected a list, not 'MSL'"),
        ("- name: a\n  turns:\n  - {user: x, total: many}\n", "'many' is not a count"),
        ("- name: a\n  turns:\n  - {user: x, text_matches: '('}\n", "not a regular expression"),
        ("- name: a\n  turns:\n  - {user: x, kind: a, kind: b}\n", ":3: not readable as YAML"),
        ("- name: a\n  turns: []\n", ":1: 'a' needs `turns`"),
        ("- turns: [{user: x, kind: none}]\n", ":1: a conversation needs a `name`"),
        ("name: a\n", ":1: a file has no `name`"),
        ("- name: a\n  turns:\n  - {user: x, no_sources: yes please}\n", "true or false"),
        ("facts: gone.yml\nconversations:\n- name: a\n  turns:\n  - {user: x, kind: none}\n",
         ":1: facts file 'gone.yml' is not readable"),
        ("- name: a\n  turns: [{user: x, kind: a}]\n- name: a\n  turns: [{user: x, kind: a}]\n",
         ":3: the name 'a' is taken by"),
    ],
)  # fmt: skip
def test_mistakes_in_a_file_are_told_with_their_line(write, text: str, told: str) -> None:
    with pytest.raises(CaseError) as error:
        load_conversations([write(text)])

    assert told in str(error.value)
    assert "case.yml:" in str(error.value)


def test_mistakes_stop_the_run_before_anything_is_said(bot: FakeBot, write) -> None:
    result = run(write("- name: a\n  turns:\n  - {user: hi, knid: none}\n"), "--url", bot.url)

    assert result.exit_code == 2
    assert bot.heard == []
