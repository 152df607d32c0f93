from __future__ import annotations

import pytest

from knowledge.article_file import read_articles
from knowledge.errors import ArticleFormatError
from knowledge.facts import (
    Article,
    Attribute,
    Driver,
    Figure,
    Poll,
    Role,
    RoleKind,
    Section,
)


def test_the_article_is_its_front_matter(small_knowledge):
    assert small_knowledge.articles == {
        "small": Article(
            "small",
            "A small article",
            "Example Press",
            "https://www.example.org/small-article",
            "2025-03-01",
            "2026-11-22",
            ("cardiology",),
            "own",
        )
    }


def test_sections_are_the_headings_of_level_two(small_knowledge):
    assert list(small_knowledge.sections.values()) == [
        Section("small#why", "small", "Why people leave", 0),
        Section(
            "small#home",
            "small",
            "Work from home",
            1,
            "The publisher sells some of these services.",
        ),
    ]


def test_passages_keep_their_order_place_and_text(small_knowledge):
    passages = small_knowledge.passages.values()
    assert [(p.id, p.section_id, p.role_id, p.position) for p in passages] == [
        ("small#call", "small#why", None, 0),
        ("small#call-poll", "small#why", None, 1),
        ("small#home", "small#home", None, 2),
        ("small#telecardiology", "small#home", "small#telecardiology", 3),
        ("small#telecardiology-pay", "small#home", "small#telecardiology", 4),
        ("small#ur", "small#home", "small#ur", 5),
        ("small#ur-pay", "small#home", "small#ur", 6),
    ]
    # One line break of the file, no anchor.
    assert small_knowledge.passages["small#call-poll"].text == (
        "In a survey of 1,200 physicians, 26% named burnout and another 7.5 percent "
        "named long hours."
    )


def test_a_role_has_its_attributes_figures_and_passages(small_knowledge):
    assert small_knowledge.roles["small#telecardiology"] == Role(
        id="small#telecardiology",
        article_id="small",
        section_id="small#home",
        kind="telemedicine",
        title="Telecardiology (video)",
        summary="cares for people with heart disease by video",
        specialties=("cardiology",),
        attributes=(
            Attribute("work_mode", "remote", "implied", "small#home"),
            Attribute("patient_contact", "direct", "stated", "small#telecardiology"),
        ),
        figures=tuple(small_knowledge.figures[f"small#telecardiology/{n}"] for n in (1, 2, 3)),
        passage_ids=("small#telecardiology", "small#telecardiology-pay"),
    )


def test_figures_keep_amount_range_and_open_bound(small_knowledge):
    average, span, hourly, fee = small_knowledge.figures.values()
    assert average == Figure(
        "small#telecardiology/1",
        "small#telecardiology",
        "average",
        "salary",
        357482,
        357482,
        "USD",
        "year",
        "inferred",
        "$357,482",
        "ZipRecruiter",
        None,
        None,
        "small#telecardiology-pay",
    )
    assert (span.low, span.high, span.qualifier) == (150000, 400000, "for most")
    assert (hourly.low, hourly.unit, hourly.geography) == (67.49, "hour", "U.S.")
    assert (fee.low, fee.high, fee.currency, fee.attributed_to) == (300, None, "EUR", None)


def test_a_role_without_a_title_has_that_of_its_heading(small_knowledge):
    role = small_knowledge.roles["small#ur"]
    assert (role.title, role.pay_note, role.pay_note_passage_id) == (
        "Utilization review",
        "it varies",
        "small#ur-pay",
    )


def test_polls_keep_words_that_yaml_could_take_for_something_else(small_knowledge):
    assert small_knowledge.polls["small#burnout"] == Poll(
        "small#burnout",
        "small",
        26,
        "of physicians named burnout",
        "the main reason for leaving",
        "physicians",
        "no",
        1200,
        None,
        "Example survey",
        "26%",
        "small#call-poll",
        ("reasons-for-leaving",),
    )


def test_drivers_and_kinds(small_knowledge):
    assert list(small_knowledge.drivers.values()) == [
        Driver(
            "small#call-and-paperwork",
            "small",
            "Call and paperwork",
            ("cardiology",),
            "Nights on call and forms wear people down.",
            ("small#call",),
            ("small#burnout", "small#hours"),
        )
    ]
    assert list(small_knowledge.kinds.values()) == [
        RoleKind(
            "telemedicine",
            "Telemedicine",
            ("telehealth", "virtual visits"),
            ("utilization-review",),
        ),
        RoleKind("utilization-review", "Utilization review (UR)", ("UR", "utilization management")),
    ]


def test_paragraphs_without_an_anchor_count_under_their_heading(article_folder, article_text):
    more = "\n\nThe second.\n\nThe third. {#third}\n\n*The* fourth.\n"
    text = article_text.replace("Call and paperwork wear people down. {#call}", "The first." + more)
    text = text.replace("passages: [call]", "passages: [why, why-2, third, why-4]")
    (article_folder / "small.md").write_text(text)
    passages = _read(article_folder).passages
    assert list(passages)[:4] == ["small#why", "small#why-2", "small#third", "small#why-4"]
    assert passages["small#why-4"].text == "The fourth."


def test_comments_windows_lines_and_a_readme_do_no_harm(article_folder, article_text):
    text = article_text.replace("## Work", "<!-- for writers: $1 -->\n\n## Work")
    (article_folder / "small.md").write_bytes(text.replace("\n", "\r\n").encode())
    (article_folder / "README.md").write_text("How to write an article.\n")
    read = _read(article_folder)
    assert list(read.articles) == ["small"]
    assert len(read.passages) == 7


def test_articles_come_in_the_order_of_their_names(article_folder, article_text):
    for name in ("zebra", "alpha"):
        (article_folder / f"{name}.md").write_text(article_text.replace("id: small", f"id: {name}"))
    read = _read(article_folder)
    assert list(read.articles) == ["alpha", "small", "zebra"]
    assert list(read.roles)[::2] == [
        "alpha#telecardiology",
        "small#telecardiology",
        "zebra#telecardiology",
    ]


@pytest.mark.parametrize("file", ["articles/small.md", "roles.yml"])
def test_the_version_follows_the_content_of_every_file(article_folder, file):
    before = _read(article_folder)
    assert _read(article_folder).version == before.version
    changed = article_folder.parent / file
    changed.write_text(changed.read_text().replace("video", "screen").replace("virtual", "online"))
    assert _read(article_folder).version != before.version


def test_the_hash_of_a_passage_follows_its_text_alone(article_folder, article_text):
    before = _read(article_folder).passages
    text = article_text.replace("All of these are done", "All of these can be done")
    (article_folder / "small.md").write_text(text.replace("publisher: Example", "publisher: Other"))
    after = _read(article_folder).passages
    changed = [i for i in before if before[i].content_hash != after[i].content_hash]
    assert changed == ["small#home"]


def test_wrong_files_do_not_load_and_say_everything(article_folder, article_text):
    text = article_text.replace("unit: hour", "unit: hours").replace("percent: 26", "percent: 27")
    (article_folder / "small.md").write_text(text)
    with pytest.raises(ArticleFormatError) as caught:
        _read(article_folder)
    assert len(caught.value.problems) == 2
    assert len(str(caught.value).splitlines()) == 2


def _read(folder):
    return read_articles(folder, folder.parent / "roles.yml")
