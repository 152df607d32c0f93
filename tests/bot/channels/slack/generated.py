"""Answers that follow the contract's JSON Schema, made by hypothesis: long, odd and hostile ones."""

from __future__ import annotations

from random import Random
from typing import Any, Dict, List

from hypothesis import strategies as st

from actions.payload import load_schema

SCHEMA = load_schema()

_HOSTILE = (
    "<!channel>", "<@U123>", "<https://evil.example|click>", "&amp;&lt;", "a & b < c > d", "*bold*",
    "_it_", "`code`", "[1]", "[2][3]", "[99]", "> quoted", "- item", "1. item", "line\nline\n", "\n\n",
    "https://www.sermo.com/a?b=1&c=2|x", "mailto:x@y.z", "javascript:alert(1)", "#general", "@here",
    "$357,482", "55%", "🩺🩺🩺", "👩🏽\u200d⚕️", "الأطباء", "\u202eabc", "\x00\x07", "'\"|", " ", "…",
)  # fmt: skip
_ADDRESSES = (
    "https://www.sermo.com/resources/x", "http://a.io/?q=a|b&c=<d>", "https://x.io/#part", "ftp://x",
    "javascript:alert(1)", "not an address", "https://[broken", "https://x.io/" + "a" * 3100,
)  # fmt: skip

# Hypothesis draws a seed and some odd words; the answer is made from them with Python's own random
# numbers, because a contract of two hundred fields is too much to draw piece by piece.
texts = st.builds(
    lambda seed, odd: _Maker(seed, odd).text(), st.integers(0, 2**64), st.lists(st.text(max_size=40), max_size=3)
)


def answers() -> st.SearchStrategy[Dict[str, Any]]:
    """Return a strategy for whole answers."""
    return st.builds(make_answer, st.integers(0, 2**64), st.lists(st.text(max_size=40), max_size=3))


def make_answer(seed: int, odd: List[str]) -> Dict[str, Any]:
    """Return an answer that follows the contract; the same one for the same arguments."""
    return _Maker(seed, odd).make(SCHEMA)


class _Maker:
    """Makes values for the parts of JSON Schema that the contract uses."""

    def __init__(self, seed: int, odd: List[str]) -> None:
        self._random = Random(seed)
        self._words = [*_HOSTILE, *odd, "roles", "pay", "remote", "for physicians in general"]

    def make(self, schema: Dict[str, Any], name: str = "") -> Any:
        if "$ref" in schema:
            return self.make(SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]], name)
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return self._random.choice(schema["enum"])
        if "anyOf" in schema:
            return self.make(self._random.choice(schema["anyOf"]), name)
        if "allOf" in schema:  # suggestions are buttons with an id
            made = self.make(schema["allOf"][0], name)
            return {**made, **{key: self.text() for one in schema["allOf"][1:] for key in one["required"]}}
        kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        return getattr(self, f"_{self._random.choice(kinds)}")(schema, name)

    def text(self) -> str:
        """Return nothing, some words, or very many of them."""
        times = self._random.choice((0, 1, 1, 1, 2, 2, 3, 5, 20))
        text = self._random.choice((" ", ". ", "\n", "")).join(self._random.choices(self._words, k=times))
        return text * self._random.choice((1,) * 60 + (50, 50, 500)) if len(text) < 100 else text

    def _object(self, schema: Dict[str, Any], name: str) -> Dict[str, Any]:
        needed = set(schema.get("required", ()))
        return {
            key: self.make(one, key)
            for key, one in schema.get("properties", {}).items()
            if key in needed or self._random.random() < 0.5
        }

    def _array(self, schema: Dict[str, Any], name: str) -> List[Any]:
        most = self._random.choice((0, 0, 1, 1, 2, 4) + ((30, 120) if name in ("options", "filters") else ()))
        return [self.make(schema["items"], name) for _ in range(most)]

    def _string(self, schema: Dict[str, Any], name: str) -> str:
        if name == "url":
            return self._random.choice(_ADDRESSES)
        text = self.text()
        if schema.get("pattern") == "^[^/]" and text[:1] in ("", "/"):
            return f"say {text}"
        return text or "x" * schema.get("minLength", 0)

    def _integer(self, schema: Dict[str, Any], name: str) -> int:
        low = schema.get("minimum", 0)
        few = "citation" in name or name == "n"
        return self._random.randint(low, low + (12 if few else 10_000))

    def _number(self, schema: Dict[str, Any], name: str) -> float:
        return self._random.uniform(schema.get("minimum", 0), schema.get("maximum", 1e9))

    def _boolean(self, schema: Dict[str, Any], name: str) -> bool:
        return self._random.random() < 0.5

    def _null(self, schema: Dict[str, Any], name: str) -> None:
        return None
