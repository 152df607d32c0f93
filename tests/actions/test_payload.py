"""The answer contract from the actions' side: schema, golden files, completeness."""

from __future__ import annotations

import jsonschema
import pytest

from actions.guard import violations
from actions.payload import KINDS, UNCITED_KINDS, load_schema, plain_payload
from knowledge.answering.fixed import FIXED_TEXTS
from tests.actions.conftest import own_record_of
from tests.actions.golden import FOLDER, file_of, golden_form

NAMES = ["remote cardiology over 150k", "everything for rheumatology", "hourly", "uncovered",
         "pay side by side", "one role", "comparison", "reasons", "polls", "passages",
         "not covered", "greeting", "help choose", "shortlist", "out of scope", "distress", "sources",
         "reliability", "my shortlist", "my offers", "export", "what is known"]


@pytest.mark.parametrize("name", NAMES)
def test_answers_keep_the_contract(answers, articles, name):
    jsonschema.validate(answers[name], load_schema())
    own = own_record_of(articles) if name in NAMES[-4:] else None
    assert violations(answers[name], articles, fixed=FIXED_TEXTS, own=own) == []


@pytest.mark.parametrize("name", NAMES)
def test_answers_equal_their_golden_file(answers, name):
    assert golden_form(answers[name]) == file_of(name).read_text(encoding="utf-8"), (
        "if the change is meant: python -m tests.actions.golden, and read the diff"
    )


def test_every_golden_file_is_held_and_every_answer_has_one(answers):
    assert {p.name for p in FOLDER.glob("*.json")} == {file_of(n).name for n in answers}
    assert set(NAMES) == set(answers)


def test_a_missing_key_or_an_unknown_kind_breaks_the_contract():
    schema = load_schema()
    payload = plain_payload("help", "hello")
    jsonschema.validate(payload, schema)
    for key in payload:
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({k: v for k, v in payload.items() if k != key}, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**payload, "kind": "guess"}, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(
            {**payload, "suggestions": [{"id": "1", "title": "x", "message": "/restart"}]}, schema)


def test_schema_and_module_name_the_same_kinds():
    assert set(load_schema()["properties"]["kind"]["enum"]) == set(KINDS)
    assert set(UNCITED_KINDS) <= set(KINDS)
