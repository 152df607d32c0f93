"""The shipped articles, held against the texts that they were written from.

The source texts are other people's writing and are not part of the repository. Where they
are not at hand, the tests that read them are skipped; the others need only the articles.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from knowledge.article_file import read_articles
from knowledge.facts import Figure, KnowledgeBase

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = ROOT / "knowledge" / "articles"
SEEDS = ROOT.parent / "shared" / "seeds"
LONGEST_RUN = 7  # words in a row that an article may share with a source: names and titles

SOURCE_FILES = {
    "sermo-cardiology": "000_76d9e2d05838e72d.txt",
    "sermo-rheumatology": "001_5a3a14fe94738319.txt",
    "sermo-oncology": "002_6583f776c0cafa11.txt",
    "medical-economics-jobs-vs-careers": "003_a7c8326f29095acb.txt",
}
SERMO = ("sermo-cardiology", "sermo-rheumatology", "sermo-oncology")
ROLE_COUNTS = {
    "sermo-cardiology": 11,
    "sermo-rheumatology": 11,
    "sermo-oncology": 13,
    "medical-economics-jobs-vs-careers": 8,
}
FIGURE_COUNTS = {"sermo-cardiology": 10, "sermo-rheumatology": 7, "sermo-oncology": 13}

# The words of the source that stand next to each percentage, and the words that say in the
# same paragraph what was asked, or of whom.
POLL_PLACES = {
    "sermo-cardiology#not-considering": ("74% were not considering", "a Sermo poll"),
    "sermo-cardiology#actively-looking": ("(20%) are actively looking", "majority of physicians"),
    "sermo-cardiology#reason-work-life-balance": (
        "12% of physicians identified lack of work/life", "reason for considering a career change"),
    "sermo-cardiology#reason-stress-burnout": (
        "19% cited stress and burnout", "reason for considering a career change"),
    "sermo-rheumatology#motivation-work-life-balance": (
        "work/life balance (66%)", "more than one response"),
    "sermo-rheumatology#motivation-burnout": ("burnout (64%)", "U.S.-based members"),
    "sermo-rheumatology#motivation-other-industry": (
        "another industry (28%)", "motivations to consider non-clinical roles"),
    "sermo-rheumatology#leaving-stress-burnout": (
        "reasons physicians leave medicine (26%)", "global Sermo community"),
    "sermo-rheumatology#leaving-long-hours": ("long hours (21%)", "global Sermo community"),
    "sermo-rheumatology#leaving-work-life-balance": (
        "poor work-life balance (19%)", "global Sermo community"),
    "sermo-rheumatology#prior-authorization-burnout": (
        "95% of physician participants", "2024 survey"),
    "sermo-rheumatology#unclear-fit": ("55% of members", "lack of clarity"),
    "sermo-oncology#not-considering": (
        "57% of physicians polled", "oncology and other specialties"),
    "sermo-oncology#actively-looking": ("20% are actively looking", "considering a career change"),
    "sermo-oncology#undecided": ("another 6% are undecided", "considering a career change"),
    "sermo-oncology#leaving-emotional-stress": (
        "26% cited emotional stress", "main reasons physicians leave medicine"),
    "sermo-oncology#leaving-bureaucracy": (
        "18% of the Sermo poll respondents", "bureaucracy/administrative tasks"),
    "sermo-oncology#documentation-time": ("58% said they spend", "1,524 physicians"),
    "sermo-oncology#leaving-long-hours-family": (
        "22% of physicians cited long hours", "Sermo poll"),
    "sermo-oncology#leaving-work-life-balance": ("19% pointed to poor work-life", "Sermo poll"),
    "sermo-oncology#switch-within-healthcare": (
        "24% of Sermo members", "stay within the healthcare field"),
}


# What the source's pay line says besides the amount, for each figure that has a qualifier.
QUALIFIER_WORDS = {
    "sermo-cardiology#scientific-director/1": ("for scientific directors, generally",),
    "sermo-cardiology#independent-medical-examiner/1": ("varies widely based on case volume",),
    "sermo-cardiology#second-opinions/1": ("for physician consultants in general",),
    "sermo-rheumatology#clinical-trial-consultant/1": ("for clinical trial consultants",),
    "sermo-rheumatology#independent-medical-examiner/1": ("paid per evaluation", "complexity"),
    "sermo-rheumatology#ai-consultant/1": ("medical ai consultants", "equity stakes", "stage"),
    "sermo-oncology#independent-medical-examiner/1": ("varies based on case volume",),
    "sermo-oncology#tele-oncology/1": ("for telemedicine physicians in general",),
    "sermo-oncology#cme-course-creation/1": ("for online course creators in general",),
}


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return read_articles(ARTICLES, ROOT / "knowledge" / "roles.yml")


@pytest.fixture(scope="module")
def sources() -> dict[str, list[str]]:
    """The paragraphs of each source, one a line, by article id."""
    if not SEEDS.is_dir():
        pytest.skip("the source texts are not beside this repository (../shared/seeds)")
    texts = {name: (SEEDS / file).read_text(encoding="utf-8")
             for name, file in SOURCE_FILES.items()}
    return {name: [line for line in map(plain, text.splitlines()) if line]
            for name, text in texts.items()}


def plain(text: str) -> str:
    """Straight quotes and single spaces."""
    text = text.replace("’", "'").replace("“", '"').replace("”", '"')
    return " ".join(text.split())


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", plain(text).lower().replace("'", ""))


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[i:i + length]) for i in range(len(found) - length + 1)}


def own_block(lines: list[str], title: str, titles: set[str]) -> list[str]:
    """The lines under a role's title, up to the next role's."""
    start = lines.index(title)
    end = next((i for i in range(start + 1, len(lines)) if lines[i] in titles), len(lines))
    return lines[start + 1:end]


def titles_of(base: KnowledgeBase, article_id: str) -> set[str]:
    return {plain(r.title) for r in base.roles.values() if r.article_id == article_id}


def figures_of(base: KnowledgeBase, article_id: str) -> list[Figure]:
    return [f for r in base.roles.values() if r.article_id == article_id for f in r.figures]


def pay_line(base: KnowledgeBase, sources: dict[str, list[str]], figure: Figure) -> str:
    """The line under the figure's role that holds the amount."""
    role = base.roles[figure.role_id]
    block = own_block(sources[role.article_id], plain(role.title), titles_of(base, role.article_id))
    amount = re.compile(re.escape(figure.as_written) + r"(?![\d,]*\d)")
    found = [line for line in block if amount.search(line)]
    assert len(found) == 1, f"{figure.as_written} is not once under {role.title}"
    return found[0].lower()


def test_articles_hold_every_role_of_the_sources(base):
    assert Counter(r.article_id for r in base.roles.values()) == ROLE_COUNTS
    assert sum(ROLE_COUNTS[name] for name in SERMO) == 35


def test_articles_hold_thirty_figures(base):
    counted = Counter(base.roles[f.role_id].article_id for f in base.figures.values())
    assert counted == FIGURE_COUNTS
    assert sum(counted.values()) == 30


def test_roles_of_the_jobs_article_are_named_in_it(base, sources):
    article = "medical-economics-jobs-vs-careers"
    text = " ".join(sources[article]).lower()
    missing = [t for t in titles_of(base, article) if t.lower() not in text]
    assert missing == []


def test_each_figure_stands_under_its_role_with_its_site(base, sources):
    for figure in base.figures.values():
        line = pay_line(base, sources, figure)
        assert figure.attributed_to.lower() in line, figure.id
        assert figure.statistic in line and figure.kind in line, figure.id
        assert (figure.unit == "hour") == ("hour" in line), figure.id
        assert (figure.unit_basis == "stated") == (figure.unit == "hour"), figure.id


def test_each_qualifier_comes_from_the_pay_line(base, sources):
    assert {f.id for f in base.figures.values() if f.qualifier} == set(QUALIFIER_WORDS)
    for figure in base.figures.values():
        line = pay_line(base, sources, figure)
        hedged = re.search(r"\b(generally|in general|varies|depend\w*)\b", line)
        assert not hedged or figure.qualifier, figure.id
        for said in QUALIFIER_WORDS.get(figure.id, ()):
            assert said in line, figure.id


def test_geography_is_what_the_section_introduction_says(base, sources):
    for section in base.sections.values():
        roles = [r for r in base.roles.values() if r.section_id == section.id and r.figures]
        if not roles:
            continue
        lines = sources[section.article_id]
        introduction = lines[lines.index(plain(roles[0].title)) - 1]
        expected = "U.S." if "U.S." in introduction else None
        assert {f.geography for r in roles for f in r.figures} == {expected}, section.id


def test_no_amount_or_percentage_of_the_sources_is_left_out(base, sources):
    for article_id in SOURCE_FILES:
        text = "\n".join(sources[article_id])
        amounts = re.findall(r"\$\d+(?:[, ]\d{3})*(?:\.\d+)?", text)
        percentages = re.findall(r"\d+(?:\.\d+)?%", text)
        polls = [p for p in base.polls.values() if p.article_id == article_id]
        assert Counter(amounts) == Counter(f.as_written for f in figures_of(base, article_id))
        assert Counter(percentages) == Counter(p.as_written for p in polls)


def test_each_percentage_stands_beside_its_question(base, sources):
    assert set(base.polls) == set(POLL_PLACES)
    for poll_id, (beside, asked) in POLL_PLACES.items():
        poll = base.polls[poll_id]
        assert poll.as_written in beside
        assert poll.as_written == f"{poll.percent:g}%"
        paragraphs = [line for line in sources[poll.article_id] if beside in line]
        assert len(paragraphs) == 1, poll_id
        assert asked in paragraphs[0], poll_id


def test_sample_and_year_of_a_poll_stand_in_its_paragraph(base, sources):
    for poll in base.polls.values():
        paragraph = next(p for p in sources[poll.article_id] if POLL_PLACES[poll.id][0] in p)
        if poll.sample:
            assert f"{poll.sample:,}" in paragraph
        if poll.year:
            assert str(poll.year) in paragraph
        several = "could choose more than one" in paragraph
        assert poll.multi_select == ("yes" if several else "unknown"), poll.id


@pytest.mark.parametrize("article_id", SOURCE_FILES)
def test_article_is_in_our_own_words(article_id, sources):
    ours = runs((ARTICLES / f"{article_id}.md").read_text(encoding="utf-8"), LONGEST_RUN + 1)
    for lines in sources.values():
        shared = ours & runs("\n".join(lines), LONGEST_RUN + 1)
        assert shared == set()


def test_pay_passage_names_statistic_site_and_qualifier(base):
    for figure in base.figures.values():
        text = base.passages[figure.passage_id].text
        assert figure.as_written in text, figure.id
        assert figure.statistic in text and figure.attributed_to in text, figure.id
        assert figure.unit == "year" or f"an {figure.unit}" in text, figure.id
        assert (figure.geography or "") in text, figure.id
        for part in (figure.qualifier or "").split("; "):
            assert part.lower() in text.lower(), figure.id


def test_poll_passage_holds_the_percentage_beside_who_was_asked(base):
    for poll in base.polls.values():
        text = base.passages[poll.passage_id].text
        assert re.search(rf"(?<!\d){re.escape(poll.as_written)}", text), poll.id
        assert "physician" in text or "members" in text, poll.id
        assert "poll" in text.lower() or "survey" in text, poll.id


def test_every_supporting_passage_belongs_to_the_role_or_its_section(base):
    for role in base.roles.values():
        for attribute in role.attributes:
            passage = base.passages[attribute.passage_id]
            assert passage.section_id == role.section_id, (role.id, attribute)
            own = passage.role_id == role.id
            assert own or attribute.basis != "stated" or attribute.name == "commitment", role.id
            assert not (own and attribute.basis == "implied"), (role.id, attribute)


def test_summaries_hold_no_numbers(base):
    summaries = [f.summary for f in (*base.roles.values(), *base.drivers.values())]
    assert [s for s in summaries if re.search(r"\d", s)] == []


def test_roles_without_a_figure_are_those_of_the_sources(base):
    without = {r.id for r in base.roles.values() if r.article_id in SERMO and not r.figures}
    assert without == {
        "sermo-cardiology#content-creator",
        "sermo-rheumatology#tele-rheumatology",
        "sermo-rheumatology#medical-writing",
        "sermo-rheumatology#cme-course-creation",
        "sermo-rheumatology#utilization-review",
    }


def test_sections_that_advertise_the_publisher_say_so(base):
    noticed = {s.id for s in base.sections.values() if s.notice}
    assert noticed == {f"{name}#{part}" for name in SERMO for part in ("surveys", "next-steps")}


def test_no_name_belongs_to_two_kinds(base):
    owners: dict[str, set[str]] = {}
    for kind in base.kinds.values():
        for name in (kind.title, *kind.names):
            owners.setdefault(" ".join(words(name)), set()).add(kind.id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_every_kind_has_a_role_and_every_related_kind_exists(base):
    assert {r.kind for r in base.roles.values()} == set(base.kinds)
    for kind in base.kinds.values():
        assert set(kind.related) <= set(base.kinds) - {kind.id}, kind.id
