"""How an amount stands: alone, behind a label or a role's name, under a line that announces pay, as an answer."""

from __future__ import annotations

import re

from knowledge.importing.extraction.amount import Amount
from knowledge.importing.extraction.amounts import find_amounts
from knowledge.importing.extraction.bounds import after_words
from knowledge.importing.extraction.claims import Claim, Page
from knowledge.importing.extraction.evidence import announces_pay
from knowledge.importing.extraction.known import KnownWork, name_key
from knowledge.importing.extraction.labels import colon_label, is_finished, labels_of, only_amount
from knowledge.importing.extraction.outline import Section
from knowledge.importing.extraction.pay_labels import is_pay_label, says_no_pay, says_pay
from knowledge.importing.extraction.sentences import Sentence

_DEEPEST = 6  # headings over a block that are looked at
_MOST_ITEMS = 40  # list items that are looked back over for the line that leads to them
_NEXT_AMOUNT = re.compile(r"[$€£;.]|,? and (?=[$€£])")
_BARE_PAIR = re.compile(r"[\s:–—-]*")


def nearest_named(owners: list[Claim], text: str, amount: Amount, known: KnownWork) -> Claim | None:
    """Which of a sentence's roles an amount is for: what follows "for" or "to", else the name before it."""
    if len(owners) < 2:
        return owners[0] if owners else None
    text = text.lower()
    after = name_key(_NEXT_AMOUNT.split(text[amount.end :])[0])
    if after.startswith(("for", "to")):
        for claim in owners:
            if name_key(claim.title) in after or any(name.kind == claim.kind for name in known.mentions(after)):
                return claim
    before = [(text.rfind(claim.title.lower(), 0, amount.start), claim) for claim in owners]
    best = max(before, key=lambda pair: pair[0])
    return best[1] if best[0] >= 0 else owners[-1]


def headings_over(page: Page, section: Section | None) -> list[str]:
    """The headings over a block, the inmost first."""
    found: list[str] = []
    while section is not None and len(found) < _DEEPEST:
        if section.heading is not None:
            found.append(page.document.blocks[section.heading].text)
        section = section.parent
    return found


def label_of(page: Page, sentence: Sentence, amount: Amount, claim: Claim | None) -> str:
    """The words before the colon or dash that an amount stands behind; of a number alone the line below it."""
    label = colon_label(sentence.text)
    if label is None and claim is not None and claim.how == "number" and only_amount(sentence.text):
        below = next((page.sentences[i] for i in claim.sentences if i > sentence.index), None)
        return below.text if below and len(below.text) < 120 and not find_amounts(below.text) else ""
    return label.text if label and label.end <= amount.start else ""


def lead_of(page: Page, sentence: Sentence, amount: Amount, heading: str) -> tuple[str, int | None]:
    """The line that announces pay over "Entry level: $152,000" or "Texas – $204,000"; "" where there is none.

    Returns:
        The sentence with a colon that leads to a list, and its index; or else the heading over it, and None.
    """
    block = page.document.blocks[sentence.block]
    label = colon_label(sentence.text)
    is_pair = label is not None and bool(_BARE_PAIR.fullmatch(sentence.text, label.end, amount.start))
    is_pair = is_pair or amount.start <= 3
    if block.kind != "list_item" or not sentence.first or not (is_pair or only_amount(sentence.text)):
        return "", None
    if label is not None and says_no_pay(label.text):
        return "", None
    for index in range(sentence.block - 1, max(-1, sentence.block - _MOST_ITEMS), -1):
        before = page.document.blocks[index]
        if before.kind == "list_item":
            continue
        last = page.sentences[page.by_block[index][-1]] if page.by_block.get(index) else None
        if before.kind == "paragraph" and last is not None and last.text.endswith(":"):
            is_pay = announces_pay(last.text) and not says_no_pay(last.text)
            return (last.text, last.index) if is_pay else ("", None)
        break
    return heading if announces_pay(heading) and not says_no_pay(heading) else "", None


def is_labelled(page: Page, sentence: Sentence, label: str) -> bool:
    """Whether a label of pay stands over an amount: that of its sentence or, for a later one, of its block."""
    if label or sentence.first:
        return says_pay(label) and not says_no_pay(label)
    return is_pay_label(page.document.blocks[sentence.block].text)


def follows_name(page: Page, sentence: Sentence, amount: Amount, claim: Claim | None) -> bool:
    """ "Medical science liaison: $175,000 to $225,000", or a block that begins with its amount."""
    if claim is None:
        return False
    if claim.how == "label" and amount.start <= 3 and _is_behind_label(page, sentence, claim):
        return True
    if not sentence.first:
        return False
    block = page.document.blocks[sentence.block]
    if block.kind == "heading":
        return True
    if claim.how == "label":
        return (len(block.text) < 90 and len(find_amounts(block.text)) == 1) or any(
            0 <= amount.start - label.after <= 12 and label.mark != "," for label in labels_of(sentence.text)
        )
    return amount.start <= 8 and claim.how == "heading" and colon_label(sentence.text) is None


def _is_behind_label(page: Page, sentence: Sentence, claim: Claim) -> bool:
    """ "Physician advisor at a hospital. 235k": the sentence before is the role's name and no more."""
    before = page.sentences[sentence.index - 1] if sentence.index else None
    return before is not None and before.first and before.block == claim.block and len(before.text) < 70


def after_line_before(page: Page, sentence: Sentence, amount: Amount, claim: Claim) -> Amount:
    """ "... says she's never below" on the line before belongs to an amount that has a line to itself."""
    before = page.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.index not in claim.sentences or is_finished(before.text):
        return amount
    return after_words(amount, before.text) if only_amount(sentence.text) else amount


def questions_before(page: Page, sentence: Sentence) -> list[str]:
    """The questions that a sentence may answer: the one or two right before it."""
    asked: list[str] = []
    for before in reversed(page.sentences[max(0, sentence.index - 2) : sentence.index]):
        if not before.text.rstrip("”\"’ ").endswith("?"):
            break
        asked.append(before.text)
    return asked
