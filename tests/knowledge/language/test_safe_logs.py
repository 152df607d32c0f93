"""Nothing of a message and nobody's id reaches a log, whoever logs it and however."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from knowledge.language import safe_logs
from knowledge.language.safe_logs import ID, MESSAGE, answering, cleaned, keep_logs_safe, now_answering

ROOT = Path(__file__).parents[3]
PATIENT = 'My patient "José" Smith\n(room 7) is ill; write to jane.doe@clinic.org'


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What one logger wrote, with records made as the servers make them."""
    monkeypatch.delenv(safe_logs.VARIABLE, raising=False)
    before = logging.getLogRecordFactory()
    logging.setLogRecordFactory(logging.LogRecord)
    keep_logs_safe()
    out = io.StringIO()
    logger = logging.getLogger("waypoint.test.safe_logs")
    handler = logging.StreamHandler(out)
    handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
    logger.addHandler(handler)
    logger.propagate = False
    yield out
    logger.removeHandler(handler)
    logging.setLogRecordFactory(before)


logger = logging.getLogger("waypoint.test.safe_logs")


def test_the_message_that_is_answered_is_in_no_line(log: io.StringIO) -> None:
    with answering(PATIENT):
        logger.warning("could not read %s", PATIENT)
        logger.warning("could not read %r", PATIENT)
        logger.warning("body %s", json.dumps({"text": PATIENT}))
        logger.warning(json.dumps({"event": f"could not read {PATIENT!r}"}))
        logger.warning("%r", json.dumps({"text": PATIENT}))
        logger.warning(PATIENT)
    assert "Smith" not in log.getvalue() and "Jos" not in log.getvalue()
    assert log.getvalue().count(MESSAGE) == 6


def test_nor_in_a_traceback(log: io.StringIO) -> None:
    with answering(PATIENT):
        try:
            try:
                raise ValueError(f"no such role: {PATIENT}")
            except ValueError as error:
                raise RuntimeError(f"cannot answer {PATIENT!r}") from error
        except RuntimeError:
            logger.exception("A turn failed.")
    written = log.getvalue()
    assert "RuntimeError: cannot answer" in written and "test_safe_logs.py" in written
    assert "Smith" not in written and "clinic.org" not in written


def test_what_has_a_form_goes_without_a_message_too(log: io.StringIO) -> None:
    person, conversation = "p" * 43, "c-_" * 14 + "c"
    logger.error("GET /records/shortlist/%s.md for web:%s.1799999999.%s", person, conversation, "s" * 43)
    logger.error("rest:jane.doe@clinic.org, call 415-555-1234, MRN 99887, user U012AB3CD in D0123456789")
    assert log.getvalue().splitlines() == [
        f"ERROR GET /records/shortlist/{ID}.md for web:{ID}",
        f"ERROR rest:[email], call [phone], MRN [number], user {ID} in {ID}",
    ]


def test_ordinary_lines_stay_as_they_are(log: io.StringIO) -> None:
    lines = [
        "knowledge 867ee6d1059d loaded: 43 roles, 412 passages", "Rasa server is up and running.",
        "Slack did not take a message for C024BE91L (chat.postMessage): not_in_channel.",
        "sha256 " + "0a1b" * 16, "A turn on web took more than 30.0 seconds and was given up.",
        "http://127.0.0.1:5055/webhook answered with status 503", "UNAVAILABLE WAYPOINT_INTERNAL_SECRET",
    ]  # fmt: skip
    with answering("hi"):
        for line in lines:
            logger.info(line)
            logger.warning(line)
    assert log.getvalue().splitlines() == [f"WARNING {line}" for line in lines]


def test_a_short_message_is_taken_out_as_a_word(log: io.StringIO) -> None:
    with answering("hi"):
        logger.warning("this is 'hi' and hit")
    assert log.getvalue() == f"WARNING this is '{MESSAGE}' and hit\n"


def test_tasks_of_a_turn_are_part_of_it_and_other_turns_are_not(log: io.StringIO) -> None:
    async def turn(text: str) -> None:
        with answering(text):
            await asyncio.create_task(work())
        logger.warning("after: %s", text)

    async def work() -> None:
        await asyncio.sleep(0)
        logger.warning("during: Smith and Jones")

    async def both() -> None:
        await asyncio.gather(turn("Smith"), turn("Jones"))

    asyncio.run(both())
    assert sorted(log.getvalue().splitlines()) == [
        "WARNING after: Jones", "WARNING after: Smith",
        f"WARNING during: Smith and {MESSAGE}", f"WARNING during: {MESSAGE} and Jones",
    ]  # fmt: skip


def test_a_line_that_does_not_fit_its_values_is_not_printed_either(
    log: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    logger.warning("two of %s %s", PATIENT)
    assert "Smith" not in log.getvalue() + capsys.readouterr().err


def test_who_looks_for_a_fault_may_have_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(safe_logs.VARIABLE, "1")
    before = logging.getLogRecordFactory()
    logging.setLogRecordFactory(logging.LogRecord)
    try:
        keep_logs_safe()
        assert logging.getLogRecordFactory() is logging.LogRecord
    finally:
        logging.setLogRecordFactory(before)


@given(st.text(min_size=1, max_size=40), st.text(max_size=20), st.text(max_size=20))
def test_any_message_is_gone_wherever_it_stands(message: str, before: str, after: str) -> None:
    assume("|" not in message)  # which stands around it below
    now_answering("")
    with answering(message):
        for written in (message, repr(message)[1:-1], json.dumps(message)[1:-1]):
            left = cleaned(f"|{written}|")
            assert left == f"|{MESSAGE}|"
            cleaned(before + written + after)


DEBUGGING = """
import logging
from bot.light_rasa import leave_out_tensorflow
leave_out_tensorflow()
logging.basicConfig(level=logging.DEBUG)
for name in ("rasa", "slack_sdk", "aiohttp", "sanic.root"):
    logging.getLogger(name).setLevel(logging.DEBUG)
import rasa.core.processor
from rasa.utils.common import configure_logging_and_warnings
from rasa.utils.log_utils import configure_structlog
configure_logging_and_warnings(logging.DEBUG); configure_structlog(logging.DEBUG)
import bot.rasa_patches
bot.rasa_patches.install()
import structlog
logging.getLogger("rasa.core.processor").debug("Received user message 'Smith'")
structlog.get_logger("rasa.core.processor").debug("processor.message.parse", parse_data_text="Smith")
structlog.get_logger("rasa.core.processor").info("processor.message", text="jane@clinic.org", who="p" * 43)
"""


def test_debugging_output_of_libraries_is_silent() -> None:
    """Rasa logs every message at DEBUG; LOG_LEVEL=DEBUG must not bring it back."""
    python = rasa_python()
    ended = subprocess.run([python, "-c", DEBUGGING], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert ended.returncode == 0, ended.stderr[-2000:]
    written = ended.stdout + ended.stderr
    assert "processor.message" in written and "[email]" in written and ID in written
    assert "Smith" not in written and "clinic.org" not in written and "p" * 43 not in written


def rasa_python() -> str:
    """The Python that has Rasa: this one, or that of the other environment."""
    from importlib.util import find_spec

    if find_spec("rasa") is not None:
        return sys.executable
    python = ROOT / ".venv-rasa" / "bin" / "python"
    if not python.exists():
        pytest.skip("the environment of Rasa is not there")
    return str(python)


def test_what_is_logged_while_the_program_ends_is_left_out_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    before = logging.getLogRecordFactory()
    try:
        logging.setLogRecordFactory(logging.LogRecord)
        keep_logs_safe()
        monkeypatch.setattr("knowledge.language.safe_logs._clean", None)  # as Python leaves a module at its end
        record = logging.getLogger("held").makeRecord("held", logging.ERROR, "", 0, "%s", ("jane@clinic.org",), None)
    finally:
        logging.setLogRecordFactory(before)

    assert record.getMessage() == "a log line of the program's end"
