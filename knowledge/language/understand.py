"""understand(): everything recognised in a message, sorted, without overlaps.

Order of work: fold and cut the text, collect candidates (pay, names and wishes, ranks,
dropped filters), let the longest win, then read negation.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import FrozenSet, Iterable, List, Sequence

from knowledge.language.ambiguity import AMBIGUOUS, counts, is_elsewhere, is_shouting
from knowledge.language.complaints import complained_of
from knowledge.language.filters_off import drop_named, find_drops, find_pay_given
from knowledge.language.mentions import Mention
from knowledge.language.names import Found, Names
from knowledge.language.negation import negate
from knowledge.language.pay import find_pay
from knowledge.language.ranks import find_ranks
from knowledge.language.references import is_reference
from knowledge.language.text import Token, fold, tokenize
from knowledge.language.workload import find_workload

MAX_CHARACTERS = 20_000  # longer messages are read up to here

# Among candidates of one span the earlier kind wins.
_PRIORITY = (
    "drop", "pay", "percent", "pay_given", "pay_unit", "role", "specialty", "source", "limit", "rank",
    "ordinal", "patient_contact", "work_mode", "commitment", "travel", "growth", "schedule",
    "order", "count", "setting", "unstated_wish", "geography", "reference", "cue",
)  # fmt: skip
_RANK_OF = {kind: rank for rank, kind in enumerate(_PRIORITY)}
_PROTECTED_KINDS: FrozenSet[str] = frozenset(("drop", "pay", "percent"))


def understand(text: str, names: Names) -> List[Mention]:
    """Everything recognised in `text`, sorted by start; spans never overlap.

    Args:
        text: What the person typed, of any length and script.
        names: The phrase table of the knowledge base.
    """
    text = text[:MAX_CHARACTERS]
    folded = fold(text)
    tokens = tokenize(folded)
    candidates = list(find_pay(text))
    candidates += _named(text, folded, tokens, names)
    for kind, value, start, end in (
        *find_ranks(folded, tokens), *find_drops(folded), *find_pay_given(folded),
        *find_workload(folded),
    ):  # fmt: skip
        candidates.append(Mention(kind, value, start, end, text[start:end]))
    read = complained_of(negate(_without_overlaps(candidates), tokens), folded)
    return drop_named(refused(lessened(read, folded), folded), folded)


_REFUSED = re.compile(
    r"^(?: ?/ ?\w+| (?:a|an|per) (?:year|yr|hour|hr|day|month))?[\s,:-]*(?:"
    r"(?:is|are|'?s|would be|will be)(?: (?:just|simply|really|definitely|absolutely|a|an|kind of|way))*"
    r" (?:no|no[- ]go"
    r"|not(?: even)? (?:an option|enough|possible|acceptable|worth\w*|ok(?:ay)?|happening|gonna|going to)"
    r"|out|off the table|too (?:low|little)|unacceptable|deal ?-?breaker|insult\w*|impossible|joke|pointless)"
    r"|isn'?t (?:an option|enough|possible|acceptable|worth|ok(?:ay)?|happening|gonna|going to)"
    r"|(?:won'?t|doesn'?t|does not|will not|wouldn'?t|cannot|can'?t)"
    r" (?:work|do|cut it|fly|pay|be enough|help|be worth|be an)"
    r"|not (?:an option|happening|worth)|no (?:thanks|way|go|deal|chance|good)|forget it|nope)\b"
)


def refused(mentions: Sequence[Mention], folded: str) -> List[Mention]:
    """Turns an upper bound round that is said to be unacceptable: "under 150k is a no" asks for 150k at least."""
    return [
        replace(m, value=(">=" if m.value[1] != "=" else ">") + m.value.lstrip("<="))
        if m.kind == "pay" and m.value.startswith("<") and not m.excluded and _REFUSED.search(folded[m.end :])
        else m
        for m in mentions
    ]


_LEAST = re.compile(r"\b(?:least|less|minimal|minimum|little|low(?:est)?|fewest|fewer|not much)(?: amount of)?\s*$")
_NOT_OF_PAY = re.compile(r"^\s*(?:stress\w*|pressure|hours|burnout|travel|patient|call|risk|workload|admin\w*)\b")
_TURNED = {"patient_contact": "none", "travel": "none"}


def lessened(mentions: Sequence[Mention], folded: str) -> List[Mention]:
    """Reads "least travel" as a wish for none, and keeps "lowest stress" from ordering by pay."""
    read: List[Mention] = []
    for m in mentions:
        if m.kind in _TURNED and _LEAST.search(folded[: m.start]):
            m = replace(m, value=_TURNED[m.kind], excluded=False)
        if m.kind == "order" and _asks_only(m, mentions, folded):
            continue
        after = _NOT_OF_PAY.match(folded[m.end :])
        if m.kind == "order" and after:
            if after.group().strip() in ("travel", "patient"):
                continue
            end = m.end + after.end()
            m = Mention("unstated_wish", after.group().strip(), m.start, end, folded[m.start : end])
        read += _with_unit(m, folded) if m.kind == "order" else [m]
    orders = {m.value for m in read if m.kind == "order"}
    if len(orders) > 1:  # "list roles by pay, lowest first"
        read = [m for m in read if m.kind != "order" or not _BY_WHAT.fullmatch(m.text.lower())]
    return read


_UNIT_IN_ORDER = re.compile(r"\b(?:(hourly)|(daily)|(annual|yearly))\b")


def _with_unit(order: Mention, folded: str) -> List[Mention]:
    """ "Best hourly rate" orders by pay what is paid by the hour."""
    unit = _UNIT_IN_ORDER.search(folded, order.start, order.end)
    if unit is None or unit.start() == order.start:
        return [order]
    value = "hour" if unit[1] else "day" if unit[2] else "year"
    first = replace(order, end=unit.start(), text=order.text[: unit.start() - order.start])
    return [first, Mention("pay_unit", value, unit.start(), order.end, order.text[unit.start() - order.start :])]


_IS_IT = re.compile(r"^\W*(?:is|are|does|do|was)\b")
_PLAIN_PRAISE = re.compile(r"(?:well|high(?:ly)?|better|good|badly|poorly|low) pa(?:id|ying)|pays? well")
_MORE = re.compile(r"(?:pays?|makes?|earns?|paid) (?:the )?more")
_PRAISES = frozenset("best highest top most worst lowest least well better highly good higher".split())
_BY_WHAT = re.compile(r".* by \w+|by \w+")
_COMPARED = frozenset(("role", "ordinal", "reference"))


def _asks_only(order: Mention, mentions: Sequence[Mention], folded: str) -> bool:
    """Whether "well paid" or "pays more" asks about what is named instead of sorting a list.

    "is informatics well paid", "those two, which pays more".
    """
    words = folded[order.start : order.end]
    named = [m for m in mentions if m.kind in _COMPARED]
    if _PLAIN_PRAISE.fullmatch(words) and _IS_IT.match(folded) and any(m.kind == "role" for m in named):
        return True
    several = len(named) > 1 or any(m.value in ("those", "them", "both") for m in named)
    return several and _MORE.fullmatch(words) is not None


def _named(text: str, folded: str, tokens: List[Token], names: Names) -> Iterable[Mention]:
    shouting = is_shouting(text)
    all_found = list(names.find(tokens))
    named = _sure_names(all_found, tokens)
    for found in all_found:
        if _holds(found, text, folded, tokens, shouting, named):
            start, end = tokens[found.first].start, tokens[found.after - 1].end
            entry = found.entry
            if entry.kind == "pay_unit" and _belongs_to_order(found, tokens):
                start = tokens[found.first + 1].start
            if _is_spaced_telemedicine(found, tokens, all_found):
                end = tokens[found.first].end
            yield Mention(
                entry.kind, entry.value, start, end, text[start:end], corrected=found.corrected
            )


def _sure_names(all_found: Sequence[Found], tokens: Sequence[Token]) -> FrozenSet[int]:
    """The tokens of names that are no ordinary words, so that lists of names can be seen."""
    return frozenset(
        at
        for found in all_found
        if found.entry.kind in ("role", "specialty")
        and (found.after - found.first > 1 or tokens[found.first].key not in AMBIGUOUS)
        for at in range(found.first, found.after)
    )


def _belongs_to_order(found: Found, tokens: Sequence[Token]) -> bool:
    """ "best paid hourly": "paid" goes with "best"."""
    return (
        found.after - found.first > 1
        and found.first > 0
        and tokens[found.first].key in ("paid", "pay", "pays", "paying")
        and tokens[found.first - 1].key in _PRAISES
    )


def _is_spaced_telemedicine(found: Found, tokens: Sequence[Token], all_found: Sequence[Found]) -> bool:
    """ "tele onc" names a role and a specialty; "telecardiology" and "tele-onc" one role."""
    return (
        found.entry.kind == "role"
        and found.after - found.first == 2
        and tokens[found.first].key == "tele"
        and tokens[found.first].after == " "
        and any(f.entry.kind == "specialty" and f.first == found.first + 1 for f in all_found)
    )


_SIGNED = frozenset("my our your current employment new the a signed this".split())  # a paper, no way to work


def _holds(
    found: Found,
    text: str,
    folded: str,
    tokens: Sequence[Token],
    shouting: bool,
    named: FrozenSet[int],
) -> bool:
    """Whether a phrase means what the table says in this place."""
    token, entry = tokens[found.first], found.entry
    if entry.kind in ("reference", "cue"):
        return is_reference(entry, tokens, found.first, found.after)
    if found.after - found.first > 1:
        return True
    raw = text[token.start : token.end]
    if is_elsewhere(token.key, tokens):
        return False
    if token.key in ("contract", "contracts") and found.first and tokens[found.first - 1].key in _SIGNED:
        return False
    if token.key in AMBIGUOUS:
        return counts(token.key, tokens, found.first, raw, shouting, named)
    if token.key == "lucrative":  # "how lucrative is ..." asks, it does not sort
        return found.first == 0 or tokens[found.first - 1].key not in ("how", "so", "not", "as")
    if entry.kind == "geography" and token.key == "us":
        return (raw in ("US", "U.S", "U.S.") and not shouting) or raw.lower() == "u.s."
    return True


def _without_overlaps(candidates: List[Mention]) -> List[Mention]:
    """The longest candidates first; of equal ones the kind that says more."""

    def order(mention: Mention) -> "tuple[bool, int, bool, int, int]":
        length = mention.end - mention.start
        protected = mention.kind in _PROTECTED_KINDS
        rank = _RANK_OF.get(mention.kind, len(_PRIORITY))
        return not protected, -length, mention.corrected, rank, mention.start

    taken: List[Mention] = []
    covered: "set[int]" = set()
    for mention in sorted(candidates, key=order):
        span = range(mention.start, mention.end)
        if mention.start in covered or mention.end - 1 in covered:
            continue
        if not covered.isdisjoint(span):
            continue
        covered.update(span)
        taken.append(mention)
    return sorted(taken, key=lambda mention: mention.start)
