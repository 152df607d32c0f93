"""What is shown of a shortlist outside of a conversation passes the same guard, files too."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from actions.people_routes import FILE_TYPES, CannotShow
from actions.people_views import people_views
from knowledge.facts import KnowledgeBase
from knowledge.records.personal_record import PersonalRecord, with_note, with_offer, with_role
from tests.actions.conftest import real_articles


def views_on(knowledge: KnowledgeBase):
    return people_views(lambda: SimpleNamespace(current=lambda: SimpleNamespace(knowledge=knowledge)))


@pytest.fixture(scope="module")
def figure():
    return next(iter(real_articles().figures.values()))


@pytest.fixture(scope="module")
def record(figure) -> PersonalRecord:
    saved = with_note(with_role(PersonalRecord(), figure.role_id), figure.role_id, "ask for 123456")
    return with_offer(saved, title="unit 7", role_kind=real_articles().roles[figure.role_id].kind,
                      pay="=210000 USD/year", as_written="210k")


@pytest.mark.parametrize("form", FILE_TYPES)
def test_a_file_holds_figures_and_what_the_person_wrote(form, record) -> None:
    text = views_on(real_articles()).files[form](record)
    assert "123456" in text and "210,000" in text.replace("210000", "210,000")


@pytest.mark.parametrize("form", FILE_TYPES)
def test_a_figure_that_its_passage_does_not_hold_is_in_no_file(form, record, figure) -> None:
    """Files went out unseen by the guard; the answer beside them did not."""
    knowledge = real_articles()
    without = replace(knowledge.passages[figure.passage_id], text="Nothing is said of pay.")
    changed = replace(knowledge, passages={**knowledge.passages, figure.passage_id: without})
    with pytest.raises(CannotShow):
        views_on(changed).answer(record)
    with pytest.raises(CannotShow):
        views_on(changed).files[form](record)
