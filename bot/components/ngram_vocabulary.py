"""One block of n-grams: learned with scikit-learn, looked up without it.

scikit-learn builds some ten sparse matrices for a single message, which costs more than
counting its n-grams; a message at a time, plain counting is several times quicker and gives
the same numbers.
"""

from __future__ import annotations

from collections import Counter
from typing import Any, Dict, Iterable, List, Tuple

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

WORD = r"(?u)\b\w+\b|[?$%]"
FORMS: Dict[str, Dict[str, Any]] = {
    "words": {"ngram_range": (1, 2), "token_pattern": WORD},
    "characters": {"analyzer": "char_wb", "ngram_range": (2, 5)},  # typing errors share most
}
MIN_LINES = 2  # n-grams of a single training line are left out


class NgramVocabulary:
    """Turns a text into weights of the n-grams it shares with the training lines.

    The weight of an n-gram grows with the logarithm of its count and with its rarity, and the
    weights of a text have length one (TF-IDF).
    """

    def __init__(self, form: str, terms: List[str], idf: List[float]) -> None:
        """Create a vocabulary.

        Args:
            form: A key of `FORMS`.
            terms: The n-grams, in the order of their columns.
            idf: How rare each of them is.
        """
        self._form = form
        self._column_of = {term: column for column, term in enumerate(terms)}
        self._idf = np.array(idf, dtype=np.float32)
        self._ngrams_of = _vectorizer(form).build_analyzer()

    @classmethod
    def learned(cls, form: str, texts: Iterable[str]) -> NgramVocabulary:
        """Return the vocabulary of `texts`."""
        vectorizer = _vectorizer(form).fit(texts)
        terms = list(vectorizer.get_feature_names_out())
        return cls(form, terms, [round(float(value), 6) for value in vectorizer.idf_])

    @classmethod
    def restored(cls, stored: Dict[str, Any]) -> NgramVocabulary:
        """Return the vocabulary that `as_dict` stored."""
        return cls(stored["form"], stored["terms"], stored["idf"])

    def as_dict(self) -> Dict[str, Any]:
        """Return the vocabulary as plain values for JSON."""
        idf = [round(float(value), 6) for value in self._idf]
        return {"form": self._form, "terms": list(self._column_of), "idf": idf}

    def __len__(self) -> int:
        return len(self._column_of)

    def weights(self, text: str) -> Tuple[np.ndarray, np.ndarray]:
        """Return the columns of the known n-grams of `text`, ascending, and their weights."""
        known = (self._column_of.get(ngram) for ngram in self._ngrams_of(text))
        counts = Counter(column for column in known if column is not None)
        columns = np.array(sorted(counts), dtype=np.int32)
        values = np.array([counts[column] for column in columns], dtype=np.float32)
        values = (1 + np.log(values)) * self._idf[columns]
        length = np.sqrt((values**2).sum())
        return columns, values / length if length else values


def _vectorizer(form: str) -> TfidfVectorizer:
    return TfidfVectorizer(sublinear_tf=True, min_df=MIN_LINES, dtype=np.float32, **FORMS[form])
