"""Word search over passages: SQLite FTS5 with Porter stemming, ranked by BM25.

Also the one place that stems words, so that whatever compares a question's words with a
passage's words uses the same stems as the search.
"""

from __future__ import annotations

import re
import sqlite3
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import Collection, Dict, List, Optional, Sequence

from index.passages import IndexedPassage

TOKENIZER = "porter unicode61 remove_diacritics 2"
# How much a word counts by where it stands: context, everyday names, text.
COLUMN_WEIGHTS = (1.0, 0.3, 1.0)
_WORD = re.compile(r"[^\W_]+")


class WordIndex:
    """A read-only word index. Safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        """Open the index file.

        Raises:
            sqlite3.DatabaseError: It is not a word index.
        """
        # immutable: nothing ever writes to a published index, so no locks and no journal.
        self._connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        self._lock = Lock()
        self.ids: List[str] = [
            row[0] for row in self._connection.execute("SELECT id FROM passages ORDER BY rowid")
        ]

    @staticmethod
    def write(path: Path, passages: Sequence[IndexedPassage]) -> None:
        """Create the index file."""
        connection = sqlite3.connect(path)
        try:
            connection.execute(
                "CREATE VIRTUAL TABLE passages USING fts5"
                f"(id UNINDEXED, context, names, text, tokenize='{TOKENIZER}')"
            )
            connection.executemany(
                "INSERT INTO passages (id, context, names, text) VALUES (?, ?, ?, ?)",
                [(p.id, p.context, p.names, p.text) for p in passages],
            )
            connection.execute("INSERT INTO passages (passages) VALUES ('optimize')")
            connection.execute("CREATE VIRTUAL TABLE stems USING fts5vocab(passages, row)")
            connection.commit()
        finally:
            connection.close()

    def search(
        self, words: Sequence[str], *, allowed: Optional[Collection[str]] = None, most: Optional[int] = None
    ) -> Dict[str, float]:
        """Score the passages that hold at least one of the words.

        Args:
            words: Plain words; each counts once, in any of its forms.
            allowed: Passage ids to look at; None for all. Others are left out before
                anything is cut off, so a narrow filter loses nothing.
            most: How many to return; None for all.

        Returns:
            BM25 scores by passage id, higher is better, best first.
        """
        terms = list(dict.fromkeys(word for text in words for word in split_words(text)))
        if not terms:
            return {}
        query = " OR ".join(f'"{term}"' for term in terms)
        with self._lock:
            rows = self._connection.execute(
                "SELECT id, -bm25(passages, 0, ?, ?, ?) AS score FROM passages"
                " WHERE passages MATCH ? ORDER BY score DESC, rowid LIMIT ?",
                (*COLUMN_WEIGHTS, query, most if most and allowed is None else -1),
            ).fetchall()
        return dict(islice((row for row in rows if allowed is None or row[0] in allowed), most))

    def passage_counts(self) -> Dict[str, int]:
        """In how many passages each stem stands."""
        with self._lock:
            return dict(self._connection.execute("SELECT term, doc FROM stems").fetchall())

    def texts(self, ids: Sequence[str]) -> Dict[str, str]:
        """Everything that is indexed of the given passages: context, names and text."""
        marks = ",".join("?" * len(ids))
        with self._lock:
            return dict(
                self._connection.execute(
                    "SELECT id, context || ' ' || names || ' ' || text FROM passages"
                    f" WHERE id IN ({marks})",
                    list(ids),
                ).fetchall()
            )

    def close(self) -> None:
        self._connection.close()


class Stemmer:
    """SQLite's Porter stemmer, word by word. Safe to use from several threads."""

    def __init__(self) -> None:
        self._connection = sqlite3.connect(":memory:", check_same_thread=False)
        self._connection.execute(
            f"CREATE VIRTUAL TABLE words USING fts5(word, tokenize='{TOKENIZER}')"
        )
        self._connection.execute("CREATE VIRTUAL TABLE stems USING fts5vocab(words, instance)")
        self._lock = Lock()
        self._known: Dict[str, str] = {}

    def stems(self, words: Sequence[str]) -> List[str]:
        """Return the stem of each word, in order."""
        with self._lock:
            if len(self._known) > 50_000:  # strangers' spellings must not fill the memory
                self._known.clear()
            new = [word for word in dict.fromkeys(words) if word not in self._known]
            if new:
                self._learn(new)
            return [self._known[word] for word in words]

    def _learn(self, words: Sequence[str]) -> None:
        self._connection.execute("DELETE FROM words")
        self._connection.executemany(
            "INSERT INTO words (rowid, word) VALUES (?, ?)", list(enumerate(words, start=1))
        )
        found = dict(self._connection.execute("SELECT doc, term FROM stems").fetchall())
        self._known.update({word: found.get(i, word) for i, word in enumerate(words, start=1)})


def split_words(text: str) -> List[str]:
    """Lower-case words and numbers of a text; "work/life" and "follow-up" are two words."""
    return _WORD.findall(text.lower())
