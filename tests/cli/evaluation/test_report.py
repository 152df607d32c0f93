"""The report: everything that went wrong is in it, with its text, and nothing comes from elsewhere."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from cli.conversations.cases import Conversation, Turn
from cli.conversations.rest import Reply
from cli.conversations.run import ConversationResult, TurnResult
from cli.evaluation.charts import confusion_rows, curve_svg, read_curve, worst_confusions
from cli.evaluation.part import Part
from cli.evaluation.report import anchor, render_report
from cli.evaluation.stories import story_part
from cli.evaluation.summary import BEGIN, DOCS_FILE, END, summary_text, write_docs
from cli.evaluation.talks import conversation_part
from cli.evaluation.understanding import heldout_part
from cli.evaluation.verdicts import Verdict, judge, load_goals
from tests.cli.evaluation.test_nearest import held, nearest

CURVE = [
    {"threshold": 0.0, "in_scope_accuracy": 0.92, "out_of_scope_recall": 0.8},
    {"threshold": 0.4, "in_scope_accuracy": 0.91, "out_of_scope_recall": 0.82},
    {"threshold": 0.8, "in_scope_accuracy": 0.8, "out_of_scope_recall": 0.91},
]


def heldout() -> Part:
    wrong = held("<b>lost</b> & found", intent="ask_pay", found="out_of_scope")
    wrong["entities"] = [{"kind": "role", "value": "msl", "excluded": False, "start": 0, "end": 3}]
    lines = [wrong, held("right", intent="ask_pay", found="ask_pay"), held("hi")]
    part = heldout_part(lines, nearest(*lines))
    part.details |= {"file": "lines.yml", "sha256": "0" * 64, "training_lines": 3}
    return part


def crossing() -> Part:
    details = {
        "folds": 5, "seed": 42, "threshold": 0.4, "curve": CURVE, "reused": True,
        "intents": {"greet": {"precision": 1.0, "recall": 0.5, "f1": 0.667, "support": 2}},
        "confusion": {},
    }  # fmt: skip
    return Part("crossing", {"lines": 2.0, "intent_accuracy": 0.5}, details)


def failed_talk() -> ConversationResult:
    turns = (
        Turn("which pay most?", {"kind": "roles", "roles_first": ["Telecardiology"]}, 3),
        Turn("and then?", {"kind": "roles"}, 5),
    )
    conversation = Conversation("Best paid, first", turns, "tests/dialogues/pay.yml", 2)
    reply = Reply(({"text": "I do not know <that>."},), 5.0)
    problem = "kind: wanted roles, received none"
    result = ConversationResult(conversation, [TurnResult(turns[0], reply, (problem,))])
    result.error = "turn 2: no answer"
    return result


def parts() -> list[Part]:
    story = {"name": "weather", "topic": "out of scope", "steps": "- action: a  # predicted: b"}
    miss = {"text": "over 9", "wanted": [], "found": [">9 USD/?"], "right_with_thousands": False}
    question = {"text": "msl in peru?", "done": "answered", "probability": 0.9, "answer": ""}
    change = {"text": "hello?", "first": "one", "second": "two"}
    return [
        story_part({"lookups": 3, "out of scope": 1}, [story], passed=False),
        heldout(),
        crossing(),
        Part("pay", {"test_strict": 0.5}, {"test": {"file": "p.yml", "phrases": 2, "misses": [miss]}}),
        Part("questions", {"answerable": 1.0, "near_misses": 1.0}, {"file": "q.yml", "misses": [question]}),
        conversation_part([failed_talk()]),
        Part("determinism", {"questions": 1.0, "same": 0.0}, {"changed": [change]}),
    ]


def verdicts(measured: list[Part]) -> list[Verdict]:
    numbers = {f"{p.name}.{key}": value for p in measured for key, value in p.numbers.items()}
    return judge(load_goals(), numbers, [p.name for p in measured])


@pytest.fixture
def page(tmp_path: Path) -> str:
    made = parts()
    return render_report(made, verdicts(made), measured="today", curve_file=tmp_path / "none.csv")


class _Reader(HTMLParser):
    """Collects what a page refers to, and sees that its elements are closed."""

    VOID = ("meta", "br", "line", "circle", "polyline")

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.tags.append(tag)
        if tag not in self.VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value)
            if name in ("href", "src"):
                self.links.append(value)

    def handle_startendtag(self, tag: str, attrs: list) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open.pop() == tag


def read(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    return reader


def test_page_stands_alone(page: str) -> None:
    reader = read(page)

    assert reader.open == []
    assert not {"script", "img", "iframe", "link", "object"} & set(reader.tags)
    assert {link for link in reader.links if not link.startswith("#")} == {
        "results.json", "nearest-training-lines.csv",
    }  # fmt: skip
    assert "url(" not in page
    assert "@import" not in page


def test_every_link_inside_the_page_has_its_place(page: str) -> None:
    reader = read(page)
    inside = {link[1:] for link in reader.links if link.startswith("#")}

    assert "talk-best-paid-first" in inside
    assert inside <= set(reader.ids)
    assert len(reader.ids) == len(set(reader.ids))


def test_what_people_and_bot_wrote_is_text(page: str) -> None:
    assert "&lt;b&gt;lost&lt;/b&gt; &amp; found" in page
    assert "<b>lost" not in page
    assert "I do not know &lt;that&gt;." in page


def test_every_miss_is_shown(page: str) -> None:
    for text in ("role msl", "over 9", "msl in peru?", "hello?", "# predicted: b", "weather"):
        assert text in page


def test_failing_conversation_shows_what_was_expected_and_what_came(page: str) -> None:
    section = page[page.index('id="talk-best-paid-first"') :]

    for text in (
        "tests/dialogues/pay.yml:2", "&gt; which pay most?", "wanted roles, received none",
        "roles_first:", "- Telecardiology", "turn 2: no answer", "Not asked any more: and then?",
    ):  # fmt: skip
        assert text in section


def test_broken_floors_are_named_at_the_top(page: str) -> None:
    head = page[: page.index('class="cards"')]

    assert "floors not held" in head
    assert "Whole conversations right to the last turn" in head


def test_number_with_goal_and_floor(page: str) -> None:
    row = re.search(r'<tr id="stories-passed">.*?</tr>', page, re.DOTALL)[0]

    assert "75.0 %" in row
    assert "missed" in row
    assert "not held" in row


def test_only_mistakes_are_coloured_in_the_matrix(page: str) -> None:
    matrix = re.search(r'<table class="matrix">.*?</table>', page, re.DOTALL)[0]

    coloured = re.findall(r"<td style=.*?</td>", matrix)
    assert len(coloured) == 1
    assert "1 of 2 “ask_pay” taken for “out_of_scope”" in coloured[0]


def test_part_that_was_not_measured_says_why(tmp_path: Path) -> None:
    made = [Part("stories", error="The bot is not trained yet.")]

    page = render_report(made, verdicts(made), measured="today", curve_file=tmp_path / "none.csv")

    assert "The bot is not trained yet." in page
    assert "not measured" in page


def test_committed_curve_is_drawn_before_that_of_the_run(tmp_path: Path) -> None:
    file = tmp_path / "threshold_curve.csv"
    file.write_text("threshold,in_scope_accuracy,out_of_scope_recall\n0.0,0.9,0.5\n0.7,0.8,0.6\n")
    made = [crossing()]

    page = render_report(made, verdicts(made), measured="today", curve_file=file)

    assert "docs/data/threshold_curve.csv" in page
    assert "0.7: 0.600" in page
    assert "in use: 0.4" in page


def test_curve_file_without_a_column_is_refused(tmp_path: Path) -> None:
    (tmp_path / "curve.csv").write_text("threshold,in_scope_accuracy\n0.0,0.9\n")

    with pytest.raises(ValueError, match="no column out_of_scope_recall"):
        read_curve(tmp_path / "curve.csv")


def test_curve_keeps_its_points_inside_the_picture() -> None:
    svg = curve_svg(CURVE, 0.4)

    places = [(float(x), float(y)) for x, y in re.findall(r'cx="([\d.]+)" cy="([\d.]+)"', svg)]
    assert len(places) == 6
    assert all(0 < x < 640 and 0 < y < 320 for x, y in places)
    assert curve_svg(CURVE[:1], 0.4) == ""


def test_matrix_rows_and_worst_confusions() -> None:
    confusion = {"a": {"a": 3, "b": 1}, "b": {"c": 2}}

    columns, rows = confusion_rows(confusion)

    assert columns == ["a", "b", "c"]
    assert [(wanted, total) for wanted, total, _ in rows] == [("a", 4), ("b", 2)]
    assert [cell.heat for cell in rows[0][2]] == [0.75, 0.25, 0.0]
    assert worst_confusions(confusion) == [("b", "c", 2), ("a", "b", 1)]


def test_summary_names_broken_floors_and_absent_parts() -> None:
    made = [
        story_part({"lookups": 90}, [], passed=False),
        Part("determinism", error="Nothing is built."),
    ]

    text = summary_text(made, verdicts(made))

    assert re.search(r"Test stories that pass +98\.8 % +goal 100\.0 % missed; FLOOR", text)
    assert "determinism: Nothing is built." in text
    assert "2 of 3 floors not held." in text


def test_docs_are_written_between_their_marks_and_nowhere_else(tmp_path: Path) -> None:
    file = tmp_path / "evaluation.md"
    file.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n")
    made = [story_part({"lookups": 90}, [], passed=True)]

    write_docs(verdicts(made), "today", file)
    write_docs(verdicts(made), "tomorrow", file)

    text = file.read_text()
    assert text.startswith(f"before\n{BEGIN}\nMeasured tomorrow.\n")
    assert text.endswith(f"{END}\nafter\n")
    assert "| Test stories that pass | 100.0 % | 100.0 % reached | 100.0 % |" in text
    assert "old" not in text


def test_docs_without_marks_are_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "evaluation.md"
    file.write_text("no marks")

    with pytest.raises(ValueError, match="lacks the lines"):
        write_docs([], "today", file)
    assert file.read_text() == "no marks"


def test_the_documentation_shows_every_number_of_the_table() -> None:
    text = DOCS_FILE.read_text(encoding="utf-8")
    block = text[text.index(BEGIN) : text.index(END)]

    assert [goal.name for goal in load_goals() if f"| {goal.name} |" not in block] == []


def test_anchors() -> None:
    assert anchor("Pay, then “why?”") == "pay-then-why"
