"""PayBound: what a person asked of pay, and its canonical one-line form.

Canonical forms: `>150000 USD/year`, `>=`, `<`, `<=`, `=` and `~` likewise, ranges
`150000..250000 USD/year` (both ends included), `>150000..<250000 USD/year` (ends excluded),
`~150000..200000 USD/year` (approximate). A unit that was not said is `?`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Optional

from knowledge.errors import PayParseError

PAY_UNITS = (
    "year",
    "month",
    "week",
    "day",
    "hour",
    "project",
    "evaluation",
    "case",
    "word",
    "survey",
)
_NUMBER = r"\d{1,15}(?:\.\d{1,4})?"
_CANONICAL = re.compile(
    rf"(?:(?P<op>>=|<=|>|<|=|~)(?P<amount>{_NUMBER})"
    rf"|(?P<approx>~)?(?P<above>>)?(?P<low>{_NUMBER})\.\.(?P<below><)?(?P<high>{_NUMBER}))"
    r" (?P<currency>[A-Z]{3})/(?P<unit>[a-z]+|\?)"
)


def _written(amount: float) -> str:
    return str(int(amount)) if amount == int(amount) else f"{amount:.4f}".rstrip("0")


@dataclass(frozen=True)
class PayBound:
    """A pay condition; a missing end is open, `low == high` is one amount.

    Amounts are in whole units of `currency` per `unit`; `unit` is None when it was not said.
    """

    low: Optional[float]
    high: Optional[float]
    low_inclusive: bool = True
    high_inclusive: bool = True
    unit: Optional[str] = "year"
    currency: str = "USD"
    approximate: bool = False

    def __post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise PayParseError("a pay bound needs a lower or an upper amount")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise PayParseError(f"pay bound upside down: {self.low} to {self.high}")
        if self.unit is not None and self.unit not in PAY_UNITS:
            raise PayParseError(f"unknown pay unit {self.unit!r}; one of {', '.join(PAY_UNITS)}")

    @classmethod
    def of(
        cls, op: str, amount: float, *, unit: Optional[str], currency: str = "USD"
    ) -> "PayBound":
        """A bound from one of the operators `> >= < <= = ~` and one amount."""
        inclusive = op not in ("<", ">")
        return cls(
            low=None if op in ("<", "<=") else amount,
            high=None if op in (">", ">=") else amount,
            low_inclusive=inclusive or op == "<",
            high_inclusive=inclusive or op == ">",
            unit=unit,
            currency=currency,
            approximate=op == "~",
        )

    @classmethod
    def parse(cls, canonical: str) -> "PayBound":
        """Reads a canonical value.

        Raises:
            PayParseError: `canonical` is not in canonical form.
        """
        match = _CANONICAL.fullmatch(canonical)
        if match is None:
            raise PayParseError(
                f"cannot read pay value {canonical!r}; write it like '>150000 USD/year'"
            )
        unit = None if match["unit"] == "?" else match["unit"]
        if match["op"]:
            amount = float(match["amount"])
            return cls.of(match["op"], amount, unit=unit, currency=match["currency"])
        return cls(
            low=float(match["low"]),
            high=float(match["high"]),
            low_inclusive=not match["above"],
            high_inclusive=not match["below"],
            unit=unit,
            currency=match["currency"],
            approximate=bool(match["approx"]),
        )

    @property
    def op(self) -> str:
        """`> >= < <= = ~`, or `..` for a range."""
        if self.low is not None and self.high is not None:
            if self.low != self.high:
                return ".."
            return "~" if self.approximate else "="
        if self.high is None:
            return ">=" if self.low_inclusive else ">"
        return "<=" if self.high_inclusive else "<"

    def __str__(self) -> str:
        suffix = f" {self.currency}/{self.unit or '?'}"
        if self.op != "..":
            amount = self.low if self.low is not None else self.high
            return f"{self.op}{_written(amount or 0.0)}{suffix}"
        low = ("~" if self.approximate else "") + ("" if self.low_inclusive else ">")
        high = "" if self.high_inclusive else "<"
        return f"{low}{_written(self.low or 0.0)}..{high}{_written(self.high or 0.0)}{suffix}"
