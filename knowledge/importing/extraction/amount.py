"""One amount of money in a text, with its bounds and what stands with it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Amount:
    """An amount in a text.

    Attributes:
        low: Lower bound in whole currency units; None where open.
        high: Upper bound; equal to `low` for one value.
        currency: ISO code; USD for a bare dollar sign or none.
        start: Where it begins, its sign and "~" included.
        end: Where it ends, unit, "+" and currency word included.
        unit: Unit that stands with it, or None.
        odd_unit: What it is paid for when that is none of our units ("season").
        signed: Whether a currency stands with it.
        band: Whether it is a spoken band ("high $200s", "six figures").
        scale: The largest scale word in it, such as 1e6; 1 where none.
    """

    low: float | None
    high: float | None
    currency: str
    start: int
    end: int
    unit: str | None = None
    odd_unit: str | None = None
    signed: bool = True
    band: bool = False
    scale: float = 1.0

    @property
    def largest(self) -> float:
        """The greatest amount in it."""
        return max(bound for bound in (self.low, self.high) if bound is not None)

    @property
    def is_range(self) -> bool:
        """Whether both ends are there and differ."""
        return self.low is not None and self.high is not None and self.low != self.high
