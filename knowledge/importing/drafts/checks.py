"""What keeps a draft from being published: the checker's problems, and those that only a draft has."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge.checks import check
from knowledge.importing.drafts.clean import Clean, clean
from knowledge.importing.drafts.errors import DraftNotReady
from knowledge.importing.drafts.kinds import kinds_text
from knowledge.importing.drafts.own_words import repetitions
from knowledge.importing.drafts.page import DraftFact
from knowledge.importing.drafts.workspace import ARTICLE, KINDS, Draft
from knowledge.problems import Problem, Problems
from knowledge.settings import Settings

_LOOSE = re.compile(r'write a (figure|poll) with "passage: ')
_MISSING = re.compile(r'write "(publisher|population|attributed_to): [^"]*"')


@dataclass(frozen=True)
class DraftCheck:
    """What is left to do.

    Attributes:
        undecided: One problem for each fact that nobody accepted or rejected.
        problems: Everything else, in the order of the file. What is not decided counts as accepted here,
            so that its mistakes show early.
    """

    undecided: tuple[Problem, ...]
    problems: tuple[Problem, ...]

    @property
    def ready(self) -> bool:
        return not self.undecided and not self.problems


def check_draft(draft: Draft, roles_file: Path | None = None) -> DraftCheck:
    """Look for everything that stands between a draft and its publication.

    Args:
        draft: As loaded.
        roles_file: The kinds of work; default: those of the settings.
    """
    made = clean(draft.page, proposed=True)
    problems = Problems(draft.problems)
    for problem in _of_checker(draft, made, roles_file or Settings.from_environment().roles_file):
        problems.add(problem.file, problem.line, problem.what, problem.instead)
    _check_quotes(draft, problems)
    _check_changes(draft, problems)
    if draft.page.rights not in ("own", "licensed"):
        _check_words(draft, made, problems)
    return DraftCheck(tuple(_undecided(draft)), tuple(problems.in_order()))


def article_of(draft: Draft, roles_file: Path | None = None) -> str:
    """The knowledge file of a draft: what was accepted, ready for the articles' folder.

    Args:
        draft: As loaded.
        roles_file: The kinds of work; default: those of the settings.

    Raises:
        DraftNotReady: Something is left to do; it holds every problem with file and line.
    """
    checked = check_draft(draft, roles_file)
    if not checked.ready:
        found = [*checked.undecided, *checked.problems]
        raise DraftNotReady(sorted(found, key=lambda problem: (str(problem.file), problem.line)))
    return clean(draft.page).text


def kinds_of(draft: Draft) -> str:
    """The new kinds of work that the accepted roles of a draft use, as YAML; "" if there are none."""
    used = {fact.get("kind") for fact in draft.page.facts if fact.kind == "role" and fact.review == "accepted"}
    return kinds_text({name: kind for name, kind in draft.kinds.items() if name in used})


def _of_checker(draft: Draft, made: Clean, roles_file: Path) -> Iterator[Problem]:
    """The problems of the knowledge files' own checker, at the lines of the draft."""
    stem = draft.folder.absolute().name
    examples = _examples(draft)
    with tempfile.TemporaryDirectory(prefix="waypoint-draft-") as name:
        folder = Path(name)
        roles = roles_file.read_text(encoding="utf-8") if roles_file.exists() else ""
        (folder / "roles.yml").write_text(f"{roles.rstrip()}\n{draft.kinds_text}", encoding="utf-8")
        articles = folder / "articles"
        articles.mkdir()
        (articles / f"{stem}.md").write_text(made.text, encoding="utf-8", newline="\n")
        known = roles.rstrip().count("\n") + 1
        for problem in check(articles, folder / "roles.yml"):
            instead = _MISSING.sub(lambda match: f'write "{match[1]}: {examples[match[1]]}"', problem.instead)
            if loose := _LOOSE.match(instead):
                instead = f"take the number out of the passage, or accept or add the {loose[1]} that says it"
            what = problem.what.replace(f"{articles.as_posix()}/{stem}.md", ARTICLE)
            if problem.file.suffix == ".md":
                yield Problem(draft.folder / ARTICLE, made.source_line(problem.line), what, instead)
            elif problem.line > known and " is already in " not in problem.what:  # published once: it stays as it is
                what = what.replace((folder / "roles.yml").as_posix(), "roles.yml")
                yield Problem(draft.folder / KINDS, problem.line - known, what, instead)


def _examples(draft: Draft) -> dict[str, str]:
    """What may stand in a missing field of this very page; the checker's own examples are of other publishers."""
    publisher = draft.page.front.get("publisher")
    return {
        "publisher": "the name of the site or journal",
        "population": "physicians who answered",
        "attributed_to": f"{publisher} poll" if publisher else "the name of who asked",
    }


def _undecided(draft: Draft) -> Iterator[Problem]:
    for fact in undecided_facts(draft):
        yield Problem(
            draft.page.file,
            fact.line_of("review"),
            f"this {fact.kind} is not decided yet",
            "write review: accepted or review: rejected",
        )


def undecided_facts(draft: Draft) -> list[DraftFact]:
    """Facts that wait for a person; those of a rejected role do not."""
    gone = {fact.block for fact in draft.page.facts if fact.kind == "role" and fact.review == "rejected"}
    return [fact for fact in draft.page.facts if fact.review == "proposed" and fact.block not in gone]


def _check_quotes(draft: Draft, problems: Problems) -> None:
    text = draft.document.text
    for fact in draft.page.facts:
        if fact.span is None or fact.review == "rejected" or fact.get("changed"):
            continue
        start, end = fact.span
        if " ".join(text[start:end].split()) != fact.get("quote"):
            problems.add(
                draft.page.file,
                fact.line_of("at"),
                f"the quote is not what source.txt has at {start}-{end}",
                "take quote and at over from the source, or take both out",
            )


def _check_changes(draft: Draft, problems: Problems) -> None:
    for fact in draft.page.facts:
        changed = fact.get("changed")
        if changed and fact.review != "rejected":
            problems.add(
                draft.page.file,
                fact.line_of("changed"),
                f"the source has changed: {changed}",
                'reject this, or take "changed" out if it still holds',
            )


def _check_words(draft: Draft, made: Clean, problems: Problems) -> None:
    for passage in draft.page.passages:
        if passage in made.left_out:
            continue
        if passage.rewrite:
            problems.add(
                draft.page.file,
                passage.first,
                f'the passage "{passage.anchor}" still has the source\'s words',
                "write it in your own words and take the line <!-- rewrite --> out",
            )
            continue
        for one in repetitions(passage.text, draft.document.text):
            problems.add(
                draft.page.file,
                passage.first,
                f'the passage "{passage.anchor}" repeats the source: "{_short(one.words)}"',
                "say it in your own words, or write whose text it is (rights: own or licensed)",
            )


def _short(words: str) -> str:
    return words if len(words) <= 90 else f"{words[:60]} … {words[-25:]}"
