"""The numbers as plain text and as the table of docs/evaluation.md, which is never typed by hand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cli.evaluation.part import ROOT, Part
from cli.evaluation.verdicts import Verdict

DOCS_FILE = ROOT / "docs" / "evaluation.md"
BEGIN = "<!-- numbers: written by `waypoint evaluate --write-docs` -->"
END = "<!-- end of numbers -->"


def summary_text(parts: Sequence[Part], verdicts: Sequence[Verdict]) -> str:
    """A line for each number, and what could not be measured."""
    width = max((len(one.goal.name) for one in verdicts), default=0)
    lines = [_line(one, width) for one in verdicts]
    lines += [f"{part.name}: {part.error}" for part in parts if part.error]
    broken = [one for one in verdicts if not one.held]
    if broken:
        lines.append(f"{len(broken)} of {len(verdicts)} floors not held.")
    else:
        missed = sum(one.reached is False for one in verdicts)
        lines.append(f"All floors held; {missed} goals not reached yet.")
    return "\n".join(lines)


def _line(one: Verdict, width: int) -> str:
    remarks = []
    if one.goal.goal is not None:
        state = "" if one.reached is None else " reached" if one.reached else " missed"
        remarks.append(f"goal {one.goal.shown(one.goal.goal)}{state}")
    if not one.held:
        remarks.append(f"FLOOR {one.goal.shown(one.goal.floor)} NOT HELD")
    return f"{one.goal.name:<{width}}  {one.shown:>12}  {'; '.join(remarks)}".rstrip()


def docs_table(verdicts: Sequence[Verdict], measured: str) -> str:
    """The numbers as a Markdown table."""
    rows = ["| | now | goal | floor |", "| --- | ---: | ---: | ---: |"]
    for one in verdicts:
        goal, floor = one.goal.shown(one.goal.goal), one.goal.shown(one.goal.floor)
        if one.reached is not None:
            goal += " reached" if one.reached else " missed"
        rows.append(f"| {one.goal.name} | {one.shown} | {goal} | {floor} |")
    return "\n".join([f"Measured {measured}.", "", *rows])


def write_docs(verdicts: Sequence[Verdict], measured: str, file: Path = DOCS_FILE) -> None:
    """Puts the table in its place in the documentation.

    Raises:
        ValueError: The file has not both marks, in their order.
    """
    text = file.read_text(encoding="utf-8")
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{file.name} lacks the lines {BEGIN!r} and {END!r}")
    table = docs_table(verdicts, measured)
    file.write_text(f"{before}{BEGIN}\n{table}\n{END}{after}", encoding="utf-8")
