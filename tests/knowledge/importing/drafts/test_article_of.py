"""From a draft to the clean knowledge file."""

from __future__ import annotations

import dataclasses

import pytest

from knowledge.article_file import read_articles
from knowledge.importing.drafts import DraftNotReady, article_of, check_draft, save_draft
from knowledge.importing.drafts.edits import correct, decide, rewrite
from knowledge.importing.drafts.values import KEPT_ASIDE
from tests.knowledge.importing.drafts import sources
from tests.knowledge.importing.drafts.conftest import finish, path_of


def published(text, draft, roles_file, tmp_path):
    """What the articles' own reader makes of a finished draft."""
    folder = tmp_path / "articles"
    folder.mkdir(exist_ok=True)
    (folder / f"{draft.folder.name}.md").write_text(text, encoding="utf-8")
    both = tmp_path / "both.yml"
    both.write_text(roles_file.read_text(encoding="utf-8") + draft.kinds_text, encoding="utf-8")
    return read_articles(folder, both)


def test_a_finished_draft_is_a_knowledge_file_without_mistakes(bring, roles_file, tmp_path):
    draft = finish(bring())
    text = article_of(draft, roles_file)
    read = published(text, draft, roles_file, tmp_path)
    review = read.roles["careers-beyond-the-clinic#utilization-review"]
    assert [(f.as_written, f.low, f.unit, f.attributed_to) for f in review.figures] == [
        ("$191,000", 191000, "year", "Glassdoor"),
        ("$95/hour", 95, "hour", None),
    ]
    assert [(a.name, a.value) for a in review.attributes] == [("work_mode", "remote")]
    jokes = read.roles["careers-beyond-the-clinic#medical-pun-writer"]
    assert (jokes.kind, jokes.pay_note, jokes.figures[0].high) == ("medical-pun-writer", "varies widely", 30)
    (poll,) = read.polls.values()
    assert (poll.percent, poll.sample, poll.year) == (62, 400, 2025)


def test_nothing_of_the_draft_or_the_source_stays_in_it(bring, roles_file):
    text = article_of(finish(bring()), roles_file)
    keys = {line.split(":")[0].strip(" -") for line in text.splitlines()}
    assert not keys & set(KEPT_ASIDE)
    assert "rewrite" not in text and "Physicians who leave" not in text and "Less call" not in text


def test_own_text_may_stay_word_for_word(bring, roles_file, tmp_path):
    draft = bring(rights="own")
    for fact in [f for f in draft.page.facts if f.review == "proposed"]:
        draft = save_draft(draft, decide(draft.page, fact.path, "accepted"))
    draft = save_draft(draft, draft.text.replace("summary: null", "summary: writes jokes"))
    read = published(article_of(draft, roles_file), draft, roles_file, tmp_path)
    texts = [p.text for p in read.passages.values()]
    assert "Somebody has to write the jokes in <b>medical</b> cards & it isn't you_yet. Pay varies widely." in texts
    assert "Less call; More time with family" in texts
    assert "Role: Joke; Pay: $20-30 per project" in texts


def test_what_is_not_pay_is_left_out_of_the_passages(bring):
    assert "$4.5 billion" not in bring(rights="own").text


def test_everything_undecided_is_told_with_its_line(bring, roles_file):
    draft = bring()
    with pytest.raises(DraftNotReady) as caught:
        article_of(draft, roles_file)
    undecided = [p for p in caught.value.problems if "not decided" in p.what]
    assert len(undecided) == 7
    for problem in undecided:
        assert draft.text.splitlines()[problem.line - 1].strip() == "review: proposed"


def test_a_passage_in_the_sources_words_is_told_with_its_line(bring, roles_file):
    draft = finish(bring())
    passage = draft.page.passage("utilization-review")
    words = "Reviewers work from home. They decide whether care is covered."
    draft = save_draft(draft, rewrite(draft.page, passage.path, words, repeats=False))
    with pytest.raises(DraftNotReady) as caught:
        article_of(draft, roles_file)
    (problem,) = caught.value.problems
    assert "They decide whether care is covered" in problem.what
    assert words in draft.text.splitlines()[problem.line - 1]


def test_a_mark_that_stays_is_told_although_the_words_are_new(bring, roles_file):
    draft = finish(bring())
    text = draft.text.replace("Reviewers judge", "<!-- rewrite -->\nReviewers judge")
    (problem,) = check_draft(save_draft(draft, text), roles_file).problems
    assert "<!-- rewrite -->" in problem.instead


def test_the_figure_must_stay_in_the_passage(bring, roles_file):
    draft = finish(bring())
    passage = draft.page.passage("medical-pun-writer-2")
    draft = save_draft(draft, rewrite(draft.page, passage.path, "A joke earns next to nothing.", repeats=False))
    (problem,) = check_draft(draft, roles_file).problems
    assert '"$20-30 per project" is not in the passage' in problem.what
    assert draft.text.splitlines()[problem.line - 1].strip() == 'as_written: "$20-30 per project"'


def test_a_rejected_figure_is_not_in_the_file(bring, roles_file, tmp_path):
    draft = finish(bring())
    draft = save_draft(draft, decide(draft.page, path_of(draft, "$95/hour"), "rejected"))
    (problem,) = check_draft(draft, roles_file).problems
    assert "$95" in problem.what  # the passage still says it
    passage = draft.page.passage("utilization-review-2")
    draft = save_draft(draft, rewrite(draft.page, passage.path, "Glassdoor has an average of $191,000.", repeats=False))
    read = published(article_of(draft, roles_file), draft, roles_file, tmp_path)
    assert [f.as_written for f in read.roles["careers-beyond-the-clinic#utilization-review"].figures] == ["$191,000"]


def test_a_rejected_role_takes_its_passages_with_it(bring, roles_file, tmp_path):
    draft = bring()
    draft = finish(draft)
    draft = save_draft(draft, decide(draft.page, path_of(draft, "Medical pun writer", "role"), "rejected"))
    text = article_of(draft, roles_file)
    read = published(text, draft, roles_file, tmp_path)
    assert list(read.roles) == ["careers-beyond-the-clinic#utilization-review"]
    assert "pun" not in text


def test_a_corrected_fact_is_accepted_and_checked(bring, roles_file):
    draft = finish(bring())
    path = path_of(draft, "$95/hour")
    draft = save_draft(draft, correct(draft.page, path, {"amount": "59"}))
    (problem,) = check_draft(draft, roles_file).problems
    assert '"$95/hour" says 95, the figure 59' in problem.what
    draft = save_draft(draft, correct(draft.page, path, {"amount": None, "low": "95"}))
    assert check_draft(draft, roles_file).ready


def test_comments_and_lines_of_the_editor_stay_as_they_are(bring):
    draft = bring()
    text = draft.text.replace("## Why people leave", "<!-- ask Ann about this -->\n\n## Why people leave")
    draft = save_draft(draft, text)
    draft = save_draft(draft, decide(draft.page, path_of(draft, "$95/hour"), "accepted"))
    changed = [line for line in zip(text.splitlines(), draft.text.splitlines()) if line[0] != line[1]]
    assert changed == [("    review: proposed", "    review: accepted")]


def test_problems_of_new_kinds_are_told_in_their_own_file(bring, roles_file):
    draft = bring()
    file = draft.folder / "kinds.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("[medical pun writer]", "[UR]"), encoding="utf-8")
    from knowledge.importing.drafts import load_draft

    (problem,) = [p for p in check_draft(load_draft(draft.folder), roles_file).problems if p.file.name == "kinds.yml"]
    assert 'the name "ur" already belongs to "utilization-review"' in problem.what
    assert file.read_text(encoding="utf-8").splitlines()[problem.line - 1].strip() == "names: [UR]"


def test_a_text_that_says_the_same_twice_has_two_facts(bring):
    page = [*sources.PAGE, ("heading", "Utilization review", 2)]
    source = sources.document(page)
    found = sources.extraction(source)
    start = source.text.rindex("Utilization review")
    second = dataclasses.replace(found.roles[0], quote=sources.Quote("Utilization review", start, start + 18))
    draft = bring(source, dataclasses.replace(found, roles=(*found.roles, second)))
    keys = [fact.key for fact in draft.page.facts]
    assert len(keys) == len(set(keys)) == 11
    draft = save_draft(draft, decide(draft.page, draft.page.facts[-1].path, "rejected"))
    again = bring(source, dataclasses.replace(found, roles=(*found.roles, second)))
    assert [f.review for f in again.page.facts].count("rejected") == 1


def test_what_a_heading_says_needs_no_passage_of_its_own(bring):
    source = sources.document()
    found = sources.extraction(source)
    heading = sources.quote(source, "Utilization review")
    setting = sources.ExtractedAttribute("setting", "insurer", "stated", heading, 0.8)
    role = dataclasses.replace(found.roles[0], attributes=(setting,))
    draft = bring(source, dataclasses.replace(found, roles=(role, *found.roles[1:])))
    assert "Utilization review" not in {p.text for p in draft.page.passages}
    (fact,) = [f for f in draft.page.facts if f.kind == "attribute"]
    assert draft.page.passage(fact.get("passage")).text.startswith("Utilization reviewers work from home")


def test_a_percentage_in_words_keeps_them_and_can_be_published(bring, roles_file):
    page = [(kind, text.replace("62%", "sixty-two percent"), *level) for kind, text, *level in sources.PAGE]
    source = sources.document(page)
    found = sources.extraction()
    sentence = sources.quote(source, "In our 2025 survey of 400 members, sixty-two percent said")
    poll = dataclasses.replace(found.polls[0], as_written="Sixty-two percent", quote=sentence)
    draft = bring(source, dataclasses.replace(found, roles=(), polls=(poll,), unplaced=()), "own")
    (fact,) = draft.page.facts
    assert fact.get("as_written") == "Sixty-two percent"
    draft = save_draft(draft, decide(draft.page, fact.path, "accepted"))
    assert not [p for p in check_draft(draft, roles_file).problems if "ixty-two" in p.what]
    assert "as_written: Sixty-two percent" in article_of(draft, roles_file)


def test_a_band_in_words_is_proposed_with_the_widest_that_it_can_mean(bring):
    """The machine reads "high $200s" as 270,000 upwards; the checker takes no such guess."""
    page = [(kind, text.replace("$191,000", "high $200s"), *level) for kind, text, *level in sources.PAGE]
    source = sources.document(page)
    found = sources.extraction()
    role = next(r for r in found.roles if r.figures)
    said = sources.quote(source, "high $200s")
    figure = dataclasses.replace(role.figures[0], as_written="high $200s", low=270e3, high=299999.0, quote=said)
    draft = bring(source, dataclasses.replace(found, roles=(dataclasses.replace(role, figures=(figure,)),), polls=(),
                                              unplaced=()))
    (fact,) = [f for f in draft.page.facts if f.kind == "figure"]
    assert (fact.get("low"), fact.get("high")) == ("200000", "299999")


def hints(draft, roles_file):
    return [problem.instead for problem in check_draft(draft, roles_file).problems if problem.instead]


def test_a_hint_names_the_publisher_of_the_page_and_not_one_of_another(bring, roles_file):
    draft = bring()
    text = draft.text.replace("population: members of The Wayside Review", "population: null")
    draft = save_draft(draft, text.replace("attributed_to: The Wayside Review", "attributed_to: null"))
    told = hints(draft, roles_file)
    assert 'write "population: physicians who answered"' in told
    assert 'write "attributed_to: The Wayside Review poll"' in told
    assert not [words for words in told if "Sermo" in words]


def test_a_hint_without_a_publisher_says_what_belongs_there(bring, roles_file):
    draft = bring()
    draft = save_draft(draft, draft.text.replace("publisher: The Wayside Review", "publisher: null"))
    told = hints(draft, roles_file)
    assert 'write "publisher: the name of the site or journal"' in told
    assert not [words for words in told if "Sermo" in words]


def test_a_number_of_a_rejected_figure_is_to_leave_its_passage(bring, roles_file):
    """The hint told to write a figure, which the maintainer had just rejected."""
    draft = finish(bring())
    draft = save_draft(draft, decide(draft.page, path_of(draft, "$95/hour"), "rejected"))
    (problem,) = [p for p in check_draft(draft, roles_file).problems if "$95" in p.what]
    assert problem.instead == "take the number out of the passage, or accept or add the figure that says it"
