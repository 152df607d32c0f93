"""What would be different for the people who ask, if one knowledge base took another's place."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Callable, Dict, Iterator, List, Mapping, Optional, Sequence, Tuple

from knowledge.curation.words import attribute_words, figure_words, poll_words
from knowledge.facts import Article, Attribute, Figure, KnowledgeBase, Role

PARTS = ("article", "kind of work", "role", "figure", "attribute", "poll", "reason", "notice", "passage")


@dataclass(frozen=True)
class Change:
    """One thing that is added, removed or changed. `before` and `after` are in plain words."""

    part: str  # one of PARTS
    id: str
    title: str
    before: Optional[str]  # None: it is new
    after: Optional[str]  # None: it is gone

    @property
    def verb(self) -> str:
        """`added`, `removed` or `changed`."""
        return "added" if self.before is None else "removed" if self.after is None else "changed"


@dataclass(frozen=True)
class KnowledgeDiff:
    """All changes, by part and then in the order of the knowledge."""

    before_version: Optional[str]
    after_version: str
    changes: Tuple[Change, ...]

    def of(self, part: str) -> List[Change]:
        """The changes of one part."""
        return [change for change in self.changes if change.part == part]

    def to_json(self) -> Dict[str, Any]:
        """The same for programs."""
        changes = [{**asdict(change), "change": change.verb} for change in self.changes]
        return {"before": self.before_version, "after": self.after_version, "changes": changes}


def knowledge_diff(before: Optional[KnowledgeBase], after: KnowledgeBase) -> KnowledgeDiff:
    """What changes from `before` (None: nothing was there) to `after`."""
    old = before or KnowledgeBase("", {}, {}, {}, {}, {}, {}, {})
    found = [
        *_compared("article", old.articles, after.articles, lambda a: a.title, _article),
        *_compared("kind of work", old.kinds, after.kinds, lambda k: k.title, lambda k: ", ".join(k.names)),
        *_compared("role", old.roles, after.roles, _role_title, _role),
        *_inside_roles(old, after),
        *_compared("poll", old.polls, after.polls, lambda p: p.question, poll_words),
        *_compared("reason", old.drivers, after.drivers, lambda d: d.name, lambda d: d.summary),
        *_compared("notice", _notices(old), _notices(after), lambda n: n[0], lambda n: n[1]),
        *_compared("passage", old.passages, after.passages, lambda p: p.id, lambda p: p.text),
    ]
    order = {part: n for n, part in enumerate(PARTS)}
    found.sort(key=lambda change: order[change.part])
    return KnowledgeDiff(before.version if before else None, after.version, tuple(found))


def _compared(
    part: str, old: Mapping[str, Any], new: Mapping[str, Any], title: Callable, words: Callable
) -> Iterator[Change]:
    for key in {**old, **new}:
        was, now = old.get(key), new.get(key)
        before, after = None if was is None else words(was), None if now is None else words(now)
        if before != after:
            yield Change(part, key, title(now if now is not None else was), before, after)


def _inside_roles(old: KnowledgeBase, new: KnowledgeBase) -> Iterator[Change]:
    """Figures and attributes, also of roles that come or go."""
    for role_id in {**old.roles, **new.roles}:
        was, now = old.roles.get(role_id), new.roles.get(role_id)
        title = _role_title(now or was)
        for before, after in _paired_figures(was.figures if was else (), now.figures if now else ()):
            figure = after or before
            words = [figure_words(f) if f else None for f in (before, after)]
            if words[0] != words[1]:
                yield Change("figure", figure.id, title, *words)
        yield from _compared(
            "attribute", _attributes(was), _attributes(now), lambda _, title=title: title, attribute_words
        )


def _paired_figures(
    old: Sequence[Figure], new: Sequence[Figure]
) -> Iterator[Tuple[Optional[Figure], Optional[Figure]]]:
    """Each old figure with the new one that speaks of the same; ordinals alone would shift."""
    left, unpaired = list(new), list(old)
    for same in (figure_words, _subject, _measure):
        unpaired, waiting = [], unpaired
        for figure in waiting:
            match = next((f for f in left if same(f) == same(figure)), None)
            if match is None:
                unpaired.append(figure)
            else:
                left.remove(match)
                yield figure, match
    yield from ((figure, None) for figure in unpaired)
    yield from ((None, figure) for figure in left)


def _subject(figure: Figure) -> Tuple:
    """What a figure is of, apart from its amount."""
    return (figure.statistic, figure.kind, figure.unit, figure.currency, figure.attributed_to,
            figure.qualifier, figure.geography)


def _measure(figure: Figure) -> Tuple:
    return figure.unit, figure.currency


def _attributes(role: Optional[Role]) -> Dict[str, Attribute]:
    return {f"{role.id}/{a.name}={a.value}": a for a in role.attributes} if role else {}


def _article(article: Article) -> str:
    about = ", ".join(article.specialties) or "physicians in general"
    dates = f"published {article.published or 'without a date'}, read {article.accessed}"
    source = f"{article.publisher}, {article.url or 'no address'}"
    return f"{article.title} ({source}), for {about}, {dates}, {article.rights}"


def _role_title(role: Role) -> str:
    return f"{role.title} ({', '.join(role.specialties) or 'any specialty'})"


def _role(role: Role) -> str:
    note = f"; on pay: {role.pay_note}" if role.pay_note else ""
    return f"{role.title} [{role.kind}]: {role.summary}{note}"


def _notices(knowledge: KnowledgeBase) -> Dict[str, Tuple[str, str]]:
    return {s.id: (s.title, s.notice) for s in knowledge.sections.values() if s.notice}
