"""What the review page can ask for: the drafts, the state of one, edits, undo, publication.

Nothing is held but what undo needs: each request reads the files, so that an editor may be open beside the page.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

from cli.review.changes import changed_text
from cli.review.forms import form_options
from cli.review.state import draft_state, draft_summary
from knowledge.curation.changes import KnowledgeDiff
from knowledge.errors import KnowledgeError
from knowledge.facts import RoleKind
from knowledge.importing.drafts import BrokenDraft, Draft, DraftChanged, article_of, kinds_of, load_draft, save_draft
from knowledge.importing.drafts.own_words import repetitions
from knowledge.importing.drafts.workspace import ARTICLE, version_on_disk
from knowledge.settings import Settings

_UNDO_STEPS = 200


class NoSuchDraft(KnowledgeError):
    """There is no draft of this name."""


class Desk:
    """The drafts of one folder, or a single one of them."""

    def __init__(self, settings: Settings, only: Path | None = None) -> None:
        """Look at drafts.

        Args:
            settings: Where the drafts and the published knowledge are.
            only: The one draft to show; default: all.
        """
        self._settings, self._only = settings, only
        self._lock = threading.Lock()
        self._undo: dict[str, list[tuple[str, str, str]]] = {}  # version after, text and kinds before
        self._shown: dict[str, KnowledgeDiff] = {}  # what was last shown of publishing a draft
        self._step = ""

    def drafts(self) -> list[dict[str, Any]]:
        """One summary a draft, by name; a broken one says what is wrong."""
        found = []
        for name, folder in self._folders().items():
            try:
                found.append(draft_summary(load_draft(folder)))
            except BrokenDraft as error:
                found.append({"id": name, "broken": str(error)})
        return found

    def options(self) -> dict[str, Any]:
        """What the forms offer: fields, their values, the kinds of work."""
        return form_options(self._kinds())

    def state(self, name: str) -> dict[str, Any]:
        """Everything about one draft."""
        with self._lock:
            return self._state(self._load(name))

    def version(self, name: str) -> str:
        """What changes with the draft's files."""
        return version_on_disk(self._folder(name))

    def edit(self, name: str, body: dict[str, Any]) -> dict[str, Any]:
        """Make one edit.

        Args:
            name: The draft.
            body: "action" with its values, and the "version" that the person saw.

        Returns:
            The new state; with "changed" where another program had changed the files, and then nothing was done.

        Raises:
            EditRefused: It cannot be made.
        """
        with self._lock:
            draft = self._load(name)
            if body.get("version") != draft.version:
                return {**self._state(draft), "changed": True}
            try:
                if body["action"] == "undo":
                    return self._state(self._undone(draft))
                text, kinds = changed_text(draft, body, self._kinds())
                after = save_draft(draft, text, kinds)
            except DraftChanged:
                return {**self._state(self._load(name)), "changed": True}
            if after.version != draft.version:
                steps = self._undo.setdefault(name, [])
                steps.append((after.version, draft.text, draft.kinds_text))
                del steps[:-_UNDO_STEPS]
            return self._state(after)

    def words(self, name: str, text: str) -> dict[str, Any]:
        """Where words that a person is writing repeat the source."""
        draft = self._load(name)
        if draft.page.rights in ("own", "licensed"):
            return {"repeats": []}
        found = repetitions(" ".join(text.split()), draft.document.text)
        return {"repeats": [{"words": r.words, "start": r.source_start, "end": r.source_end} for r in found]}

    def preview(self, name: str) -> dict[str, Any]:
        """What publishing would change for the people who ask.

        Raises:
            DraftNotReady: Something is left to do.
        """
        from cli.publishing import addition, preview

        draft = self._load(name)
        wanted = addition(self._settings, name, article_of(draft, self._settings.roles_file), kinds_of(draft))
        diff, _ = preview(self._settings, wanted)
        self._shown[name] = diff
        return {"version": draft.version, **diff.to_json()}

    def publish(self, name: str, version: str) -> dict[str, Any]:
        """Put the draft's article in force.

        Args:
            name: The draft.
            version: Of the draft that the person saw; another one is not published.
        """
        from cli.publishing import addition, publish

        draft = self._load(name)
        if draft.version != version:
            raise DraftChanged("article.md was changed by another program; look at it again before you publish")
        wanted = addition(self._settings, name, article_of(draft, self._settings.roles_file), kinds_of(draft))
        try:
            done = publish(self._settings, wanted, seen=self._shown.get(name), step=self._note)
        finally:
            self._note("")
        return {"version": done.knowledge.version, "changes": len(done.diff.changes)}

    def progress(self) -> dict[str, str]:
        """What a publication is doing."""
        return {"step": self._step}

    def _note(self, step: str) -> None:
        self._step = step

    def _folder(self, name: str) -> Path:
        folder = self._folders().get(name)
        if folder is None:
            raise NoSuchDraft("there is no draft of this name any more; go back to the list")
        return folder

    def _load(self, name: str) -> Draft:
        return load_draft(self._folder(name))

    def _state(self, draft: Draft) -> dict[str, Any]:
        state = draft_state(draft, self._settings.roles_file)
        steps = self._undo.get(draft.folder.name)
        return {**state, "undo": bool(steps) and steps[-1][0] == draft.version}

    def _undone(self, draft: Draft) -> Draft:
        steps = self._undo.get(draft.folder.name)
        if not steps or steps[-1][0] != draft.version:
            return draft
        _, text, kinds = steps.pop()
        return save_draft(draft, text, kinds)

    def _folders(self) -> dict[str, Path]:
        """The drafts by name; a name from a request is only ever looked up here."""
        if self._only is not None:
            return {self._only.name: self._only}
        folder = self._settings.drafts_dir
        found = sorted(folder.iterdir()) if folder.is_dir() else []
        return {path.name: path for path in found if (path / ARTICLE).exists()}

    def _kinds(self) -> dict[str, RoleKind]:
        return _read_kinds(self._settings.roles_file)


def _read_kinds(file: Path) -> dict[str, RoleKind]:
    from knowledge.importing.drafts.kinds import read_kinds
    from knowledge.problems import Problems

    return read_kinds(file, file.read_text(encoding="utf-8"), Problems()) if file.exists() else {}
