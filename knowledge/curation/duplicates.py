"""The same article, passage or entry more than once."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from typing import Dict, Iterable, Iterator, List, Set, Tuple
from urllib.parse import urlsplit

from knowledge.curation.remarks import DUPLICATE, Remark, remark
from knowledge.drafts import Draft, Drafts
from knowledge.problems import shown_path
from knowledge.written import numbers

SHINGLE = 4  # words that stand together
ALIKE = 0.7  # share of shingles that two passages have in common
SHORTEST = 8  # words; shorter passages say the same by chance
COMMON = 50  # a shingle of more passages than this tells nothing


def duplicates(drafts: Drafts) -> Iterator[Remark]:
    """Articles of one address or title, passages of almost the same words, one role twice in an article."""
    yield from _articles(drafts)
    yield from _passages(drafts)
    yield from _roles(drafts)


def _articles(drafts: Drafts) -> Iterator[Remark]:
    for name, key, shown in (
        ("url", lambda a: _address(a.url), lambda a: a.url),
        ("title", lambda a: (_plain(a.title), _plain(a.publisher)), lambda a: f"{a.title} ({a.publisher})"),
    ):
        for one, other in _pairs(drafts.articles, lambda d, key=key: key(d.fact)):
            yield remark(
                DUPLICATE, one, name, (one.fact.id, other.fact.id), (shown(one.fact), shown(other.fact)),
                f"the article {_place(other)} has the same {'address' if name == 'url' else 'title and publisher'}",
                "keep one of the two, or `waypoint knowledge remove` the older",
            )


def _passages(drafts: Drafts) -> Iterator[Remark]:
    words = [_words(d.fact.text) for d in drafts.passages]
    shingles = [_shingles(w) if len(w) >= SHORTEST else set() for w in words]
    for first, second in sorted(_sharing(shingles)):
        union = len(shingles[first] | shingles[second])
        share = len(shingles[first] & shingles[second]) / union if union else 0.0
        one, other = drafts.passages[first], drafts.passages[second]
        if share < ALIKE or numbers(one.fact.text) != numbers(other.fact.text):
            continue  # the same sentence with other numbers is another fact
        yield remark(
            DUPLICATE, one, "id", (one.fact.id, other.fact.id), (one.fact.content_hash, other.fact.content_hash),
            f"this passage says {'word for word' if share == 1 else 'almost'} what {_place(other)} says",
            "keep it where it belongs",
        )


def _roles(drafts: Drafts) -> Iterator[Remark]:
    def key(draft: Draft) -> Tuple:
        return draft.fact.article_id, draft.fact.kind, _plain(draft.fact.title)

    for one, other in _pairs(drafts.roles, key):
        yield remark(
            DUPLICATE, one, "kind", (one.fact.id, other.fact.id), (one.fact.title, other.fact.title),
            f'"{one.fact.title}" is a role of this article twice, again in {_place(other)}',
            "join the two, or give them titles that tell them apart",
        )


def _pairs(drafts: Iterable[Draft], key) -> Iterator[Tuple[Draft, Draft]]:
    groups: Dict[object, List[Draft]] = defaultdict(list)
    for draft in drafts:
        if found := key(draft):
            groups[found].append(draft)
    for group in groups.values():
        yield from combinations(group, 2)


def _sharing(shingles: List[Set[Tuple[str, ...]]]) -> Set[Tuple[int, int]]:
    """Positions of all pairs that share shingles enough to be worth comparing."""
    where: Dict[Tuple[str, ...], List[int]] = defaultdict(list)
    for n, found in enumerate(shingles):
        for shingle in found:
            where[shingle].append(n)
    shared: Counter = Counter()
    for places in where.values():
        if len(places) <= COMMON:
            shared.update(combinations(places, 2))
    return {pair for pair, count in shared.items() if count * 2 >= len(shingles[pair[0]]) * ALIKE}


def _shingles(words: List[str]) -> Set[Tuple[str, ...]]:
    return {tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}


def _words(text: str | None) -> List[str]:
    return "".join(c.lower() if c.isalnum() else " " for c in text or "").split()


def _plain(text: str | None) -> str:
    return " ".join(_words(text))


def _address(url: str | None) -> str:
    parts = urlsplit(url or "")
    return f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}?{parts.query}" if parts.netloc else ""


def _place(draft: Draft) -> str:
    line = draft.paragraph.line if draft.paragraph else draft.record.line
    return f"{shown_path(draft.record.file)}:{line}"
