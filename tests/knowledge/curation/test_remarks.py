"""Every kind of remark, on the small article with a few words changed, and on the real articles."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from knowledge.checks import read_checked
from knowledge.curation.acknowledged import as_entries, read_acknowledged, unacknowledged
from knowledge.curation.age import older_than
from knowledge.curation.contradictions import contradictions
from knowledge.curation.duplicates import duplicates
from knowledge.curation.kinds_alike import kinds_alike
from knowledge.curation.polls_alike import polls_alike
from knowledge.curation.remarks import remarks
from knowledge.problems import Problems
from knowledge.settings import ROOT

DATA = Path(__file__).parents[2] / "data"
CHECKS = (contradictions, polls_alike, duplicates, kinds_alike)
FIGURE = '    as_written: "$357,482"'


@pytest.fixture
def look(article_text, article_folder):
    """Remarks on the small article with replacements, and on a second one made of it in the same way."""

    def remarked(*replacements, second=None, kinds="", checks=CHECKS, today=None, years=3.0):
        files = {"small": replacements, **({"second": second} if second is not None else {})}
        for name, pairs in files.items():
            text = article_text.replace("id: small", f"id: {name}")
            for old, new in pairs:
                assert old in text, old
                text = text.replace(old, new)
            (article_folder / f"{name}.md").write_text(text, encoding="utf-8")
        roles = article_folder.parent / "roles.yml"
        roles.write_text(roles.read_text(encoding="utf-8") + kinds, encoding="utf-8")
        drafts, problems = read_checked(article_folder, roles)
        assert not problems, problems
        used = [older_than(years, today)] if today else checks
        return remarks(drafts, used)

    return remarked


OTHER = (
    ("https://www.example.org/small-article", "https://www.example.org/second"), ("title: A small", "title: A second"),
)


def test_the_small_article_alone_is_quiet(look):
    assert look() == []


def test_another_figure_for_the_same_is_a_contradiction(look):
    found = look(second=(*OTHER, ("$357,482", "$399,000"), ("amount: 357482", "amount: 399000")),
                 checks=(contradictions,))
    (one,) = found
    assert one.kind == "contradiction" and one.file.name == "second.md"
    assert one.file.read_text(encoding="utf-8").splitlines()[one.line - 1].strip() == 'as_written: "$399,000"'
    assert "is $399,000 here and $357,482 in" in one.what and "small.md:" in one.what


@pytest.mark.parametrize("apart", [
    [("attributed_to: ZipRecruiter", "attributed_to: Glassdoor"), ("ZipRecruiter puts", "Glassdoor puts")],
    [("specialties: [cardiology]", "specialties: [oncology]")],
    [(FIGURE, f"{FIGURE}\n    qualifier: in its first year")],
    [(FIGURE, f"{FIGURE}\n    geography: Texas")],
], ids=["source", "specialty", "qualifier", "place"])
def test_what_sets_figures_apart_is_no_contradiction(look, apart):
    changed = [("$357,482", "$399,000"), ("amount: 357482", "amount: 399000")]
    apart = [(old.replace("$357,482", "$399,000"), new.replace("$357,482", "$399,000")) for old, new in apart]
    found = look(second=(*OTHER, *changed, *apart), checks=(contradictions,))
    assert not [r for r in found if "399" in r.seen]


def test_polls_that_look_alike_show_their_populations(look):
    def second(percent, people):
        return (*OTHER, ("26%", f"{percent}%"), ("percent: 26", f"percent: {percent}"),
                ("7.5 percent", "8.5 percent"), ("percent: 7.5", "percent: 8.5"),
                ("population: physicians", f"population: {people}"))

    found = look(second=second(31, "physicians in Texas"), checks=(polls_alike,))
    assert [r.about for r in found] == [("second#burnout", "small#burnout"), ("second#hours", "small#hours")]
    assert "another percentage" in found[0].what and '31% of "physicians in Texas" here' in found[0].what
    assert '26% of "physicians" there' in found[0].what
    same = look(second=second(26, "physicians in Texas"), checks=(polls_alike,))
    assert "the same percentage" in same[0].what


def test_answers_of_one_poll_are_not_alike(look):
    assert look(checks=(polls_alike,)) == []


def test_an_article_twice_and_its_passages(look):
    found = look(second=())
    kinds = {r.what.split(" says ")[0].split(".md")[0].rsplit("/", 1)[0] for r in found}
    assert any("same address" in r.what for r in found) and any("same title and publisher" in r.what for r in found)
    assert any("this passage says word for word what" in r.what for r in found), kinds


def test_passages_with_other_numbers_are_other_facts(look):
    found = look(second=(*OTHER, ("1,200 physicians, 26%", "1,300 physicians, 27%"), ("percent: 26", "percent: 27"),
                         ('"26%"', '"27%"'), ("sample: 1200", "sample: 1300")), checks=(duplicates,))
    assert "second#call-poll" not in {i for r in found for i in r.about}


def test_the_same_figure_twice_in_one_article(look):
    again = (
        f"{FIGURE}\n    attributed_to: ZipRecruiter\n    passage: telecardiology-pay\n  - statistic: average\n"
        f"    kind: salary\n    amount: 357482\n    unit: year\n    unit_basis: inferred\n{FIGURE}"
    )
    (one,) = look((FIGURE, again))
    assert (one.kind, "is given twice" in one.what) == ("duplicate", True)


def test_a_kind_under_another_name(look):
    kinds = "\n- id: chart-reviewing\n  title: Chart reading\n  names: [management of utilisation]\n"
    (one,) = look(kinds=kinds, checks=(kinds_alike,))
    assert one.kind == "kinds-alike" and one.about == ("chart-reviewing", "utilization-review")
    assert one.file.name == "roles.yml"


def test_a_role_filed_under_another_kind_than_its_name(look):
    (one,) = look(("title: Telecardiology (video)", "title: Utilization management"), checks=(kinds_alike,))
    assert '"Utilization management" is filed under telemedicine, but is a name of utilization-review' in one.what


@pytest.mark.parametrize("today, count", [(date(2028, 2, 28), 0), (date(2028, 3, 3), 1)])
def test_an_article_grows_old_by_its_date(look, today, count):
    found = look(today=today)
    assert len(found) == count
    if found:
        assert found[0].line == 6 and "was published 3.0 years ago (2025-03-01); it gives 4 figures" in found[0].what


def test_without_a_date_the_day_it_was_read_counts(look):
    assert look(("published: 2025-03-01", "published: null"), today=date(2028, 3, 3)) == []
    (one,) = look(("published: 2025-03-01", "published: null"), today=date(2029, 12, 1))
    assert "has no date and was read 3.0 years ago" in one.what


def test_old_polls_and_figures_are_told_by_their_year(look):
    found = look(
        ("year: null", "year: 2021"), ("In a survey", "In a 2021 survey"),
        ("qualifier: for most", "qualifier: for most in 2020"), ("$400,000 for\nmost", "$400,000 for\nmost in 2020"),
        today=date(2025, 6, 1),
    )
    assert [r.what for r in found] == ["this poll is of 2021", "this figure is of 2020"]


def acknowledged(folder, found, reason):
    file = folder / "acknowledged.yml"
    file.write_text(as_entries(found).replace("reason:", f"reason: {reason}"), encoding="utf-8")
    problems = Problems()
    return file, read_acknowledged(file, problems), problems


def test_what_is_acknowledged_stays_quiet_until_it_changes(look, tmp_path):
    found = look(second=(*OTHER, ("$357,482", "$399,000"), ("amount: 357482", "amount: 399000")),
                 checks=(contradictions,))
    file, known, problems = acknowledged(tmp_path, found, "two years of the same page")
    assert not problems
    assert list(unacknowledged(found, known, file, all_ran=True)) == []
    changed = look(second=(*OTHER, ("$357,482", "$398,000"), ("amount: 357482", "amount: 398000")),
                   checks=(contradictions,))
    left = list(unacknowledged(changed, known, file, all_ran=True))
    assert [r.kind for r in left] == ["contradiction", "acknowledged"]
    assert left[1].line == 1 and "take this entry out" in left[1].instead
    assert [r.kind for r in unacknowledged(changed, known, file, all_ran=False)] == ["contradiction"]


def test_an_acknowledgement_needs_its_reason(look, tmp_path):
    found = look(second=())
    _, known, problems = acknowledged(tmp_path, found[:1], "")
    assert known == {} and 'this acknowledgement has no "reason"' in str(problems[0])


def test_the_repositorys_articles_have_nothing_unanswered_but_what_is_old():
    drafts, _ = read_checked(ROOT / "knowledge" / "articles", ROOT / "knowledge" / "roles.yml")
    file = ROOT / "knowledge" / "acknowledged.yml"
    problems = Problems()
    known = read_acknowledged(file, problems)
    found = remarks(drafts, (*CHECKS, older_than(3.0, date(2026, 11, 22))))
    assert not problems and {r.kind for r in found} >= {"polls-alike", "duplicate", "kinds-alike"}
    assert {r.kind for r in unacknowledged(found, known, file, all_ran=True)} == {"age"}
