"""Which mentions are negated: "not remote", "anything but pharma", "no call, nights or weekends".

A negator reaches the next mention over a few small words. A list goes on after "or" and "nor",
after "and" and commas only with more of the same kind. A mention that opens its own wish
("not remote but part time", "not pharma, remote ok") is out of reach.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Dict, FrozenSet, List, Optional, Sequence, Tuple

from knowledge.language.lexicon import Lexicon
from knowledge.language.mentions import Mention
from knowledge.language.text import Token

_STRONG = (
    "no; not; non; without; w/o; except; except for; excluding; excludes; exclude; "
    "anything but; "
    "anything except; anything other than; "
    "everything but; everything except; all but; any but; but not; but no; other than; beside; besides; "
    "aside from; apart from; minus; "
    "avoid; avoiding; skip; skipping; hate; hates; hated; hating; "
    "hate the (idea|thought) of; loathe; despise; "
    "(dread|dreading) (the (idea|thought) of|); not keen on; not crazy about; not big on; "
    "sick of; tired of; done with; "
    "(tired|sick) of (fighting|dealing|arguing|battling|); (tired|sick) of (fighting|dealing|arguing|battling) with; "
    "done (fighting|battling); (done|fed up) (fighting|dealing|arguing|battling) with; "
    "fed up with; fed up with (fighting|dealing with|arguing with); over it with; finished with; "
    "nothing (in|with|to do with|from|at|for|by|on|"
    "like|involving|that involves|that requires|requiring|that needs|); "
    "never; nor; neither; rather not; no more; no longer; free of; free from; away from; "
    "out of; "
    "quit; quitting; instead of; rather than; as opposed to; "
    "get away from; get out of; zero; none of; ex; dont want; don't want; do not want; "
    "doesn't want; didn't want; dont wanna; don't wanna; dont like; don't like; can't stand; "
    "cant stand; can't do; cant do; cannot do; "
    "won't do; wont do; not interested in; not into; no interest in; not looking for; "
    "not a fan of; refuse; refuse to; refusing; hide; hiding; exclud; leave out; leaving out; "
    "not in; not for; not with; not doing; stay away from; no part of; stop; dislike; "
    "burned out on; burnt out on; burned out from; burnt out from; aren't; arent; isn't; isnt; "
    "anything that isn't; not involving; "
    "don't require; doesn't require; dont require; doesnt require; do not require; "
    "does not require; don't involve; doesn't involve; dont involve; doesnt involve; "
    "does not involve; do not involve; don't need; doesn't need; dont need; doesnt need; "
    "don't include; doesn't include; don't have; doesn't have; dont have; doesnt have; "
    "do not have; does not have; lacks; lacking; lack; not require; not requiring; don't do; "
    "dont do; do not do; wouldn't do; wouldn't want; "
    "can't; cant; cannot; won't; wont; never again; not any; anti; w o; don't show; dont show; "
    "do not show; don't include; dont include; remove; drop; no need for; not need; sans; "
    "less of; barring; save for; allergic to; get rid of; ditch; ditching"
)
# Look like negators and are none: "not only remote", "nothing but remote", "no idea".
_NOT_NEGATORS = (
    "not only; not just; nothing but; none but; no idea; no clue; not sure; why not; not bad; "
    "no problem; no worries; don't mind; "
    "dont mind; do not mind; not opposed to; not against; not necessarily; no preference; "
    "no matter; not clear; "
    "can't wait; cant wait; no doubt; not to mention; don't know; dont know; not that; "
    "not really sure; no longer sure; no wait; "
    "no one; not yet; if not; or not; whether or not; not considering; not stated; not given; "
    "not long; not much; no thanks; no thank you; "
    "not too far; not enough; wouldn't mind; don't hate; dont hate; don't care; dont care; "
    "can't find; cant find; can't afford; never mind; nevermind; nope; cant tell; can't tell; "
    "not here; not now; "
    "why don't; why dont; why do not; why can't; why cant; can't i; cant i; isn't it; isnt it; "
    "doesn't it; don't they; dont they; don't you; aren't there; arent there; isn't there; "
    "isnt there; not in the mood; can't decide; cant decide; can't choose; out of curiosity; "
    "out of residency; out of training; out of all; out of these; out of those; out of them; "
    "anything but easy; no brainer; not all; not every; not everyone; not many; no kidding; "
    "stop me; stop us; stops me; stops us; stop me from; stop us from; stopping me; stopping me from; "
    "not ready; not enough money; not get; not believe; quit medicine; quit my job; "
    "quit practice"
)
_ENDS = frozenset(
    "but ok okay fine yes though although however just only instead rather prefer preferably "
    "want need "
    "wants looking show please which what who how why when i we at over under least also plus "
    "unless "
    "then because since so if".split()
)
_REACH = frozenset(
    "a an the any anything in with of for to be being do doing want wanna like need have having "
    "involve involving involves require requiring see seeing work works working really too much "
    "job "
    "jobs role roles stuff that is are on me my more interested looking into go going back "
    "another "
    "kind sort type as at it where there by from related something all this these those direct "
    "lot lots you your things thing company companies take taking deal dealing based gig gigs "
    "position positions one ones or either even ever whatsoever kinds sorts types touch "
    "touching "
    "sell selling write writing just career careers sit sitting stand standing stuck set foot step spend waste inside "
    "only strictly exclusively necessarily "
    "options option side another again i m im other "
    "consider industry world sector anymore has".split()
) - frozenset(("i", "only", "just"))
_LIST_KINDS = frozenset(("setting", "role", "specialty", "source", "geography", "unstated_wish"))
_REACH_WORDS = 5
_BETWEEN_ITEMS = frozenset("or and nor any the a an to do see take have with in".split())
_SINGLE = frozenset(
    "not rather instead isnt arent".split()
)  # reach one item, not a list with commas
_FLIPPED: Dict[str, Dict[str, str]] = {
    "patient_contact": {"direct": "none", "none": "direct", "limited": "none"},
    "travel": {"required": "none", "none": "required"},
    "growth": {"ladder": "none", "none": "ladder"},
    "pay_given": {"yes": "no", "no": "yes"},
}
NEGATABLE = _LIST_KINDS | frozenset(
    ("work_mode", "commitment", "pay_unit", "patient_contact", "schedule", "travel", "growth")
)
# A doctor who hates something is still that doctor: verbs do not negate a specialty.
_NEGATE_SPECIALTY: FrozenSet[str] = frozenset(
    "not no non except excluding exclude excludes but beside besides minus skip nor neither without "
    "anything everything all any other apart aside rather instead hide remove drop nothing none "
    "isnt arent".split()
)

_MARKS: "Lexicon[str]" = Lexicon([(w.strip(), "neutral") for w in _NOT_NEGATORS.split(";")])
for _wording in _STRONG.split(";"):
    for _mark in Lexicon([(_wording.strip(), "negator")]).entries():
        _MARKS.add_keys(*_mark)
_NEGATIVE_LEADS = frozenset("no not non without never zero dont".split())


def negate(mentions: Sequence[Mention], tokens: Sequence[Token]) -> List[Mention]:
    """The mentions with `excluded` set; opposites of yes-or-no kinds are turned round instead.

    Args:
        mentions: Sorted by start, without overlaps.
        tokens: The tokens of the whole message.
    """
    by_start = {mention.start: index for index, mention in enumerate(mentions)}
    result = list(mentions)
    at, reach, negator = 0, -1, ""
    last: Optional[Mention] = None
    while at < len(tokens):
        token = tokens[at]
        index = by_start.get(token.start)
        if index is not None:
            mention = mentions[index]
            after = _token_after(tokens, at, mention.end)
            if reach >= 0 and mention.kind == "reference":  # "except those with patients"
                at = after
                continue
            if reach >= 0 and mention.kind == "cue":
                at = after if mention.text.lower() in ("any", "and") else at + 1
                continue
            reach_on = reach >= 0 and _reaches(mention, negator, last, _joiner(tokens, at))
            if (reach_on and not _granted(tokens, after)) or _put_aside(tokens, after):
                result[index] = negated(mention)
                last = mention
                reach = _after_item(tokens, after - 1)
            elif token.key in _NEGATIVE_LEADS and mention.kind in _FLIPPED:  # "no travel or call"
                negator, last = token.key, mention
                reach = _after_item(tokens, after - 1)
            else:
                reach, last = -1, None
            if mention.kind in ("cue", "drop"):
                mark = _mark_at(tokens, at, by_start)
                if mark is not None and mark[1] == "negator" and mention.kind == "cue":
                    reach, negator, last = _REACH_WORDS, token.key, None
                    after = max(after, at + mark[0])
            at = after
            continue
        mark = _mark_at(tokens, at, by_start)
        if mark is not None:
            count, kind = mark
            starts = kind == "negator" and not _breaks(tokens[at + count - 1].after)
            starts = starts and not _only_asks(tokens, at)
            if starts:
                reach, negator, last = _REACH_WORDS, token.key, None
            else:
                reach = -1
            at += count
            continue
        if reach >= 0:
            reach = _step(token, reach, last)
        at += 1
    return result


def _only_asks(tokens: Sequence[Token], at: int) -> bool:
    """ "isnt sermo just selling their surveys": a question, not a negation."""
    return at == 0 and len(tokens) > 2 and tokens[0].key in ("isnt", "arent", "wasnt", "werent")


def _step(token: Token, reach: int, last: Optional[Mention]) -> int:
    if token.key in _ENDS or (token.key not in _REACH and not (last and token.key == "and")):
        return -1
    if _breaks(token.after):
        return -1
    if last is not None and token.key not in _BETWEEN_ITEMS:
        return -1
    return reach - 1


def _breaks(gap: str) -> bool:
    return any(mark in gap for mark in ".;?!,:(\n") or " - " in gap


def _after_item(tokens: Sequence[Token], at: int) -> int:
    """How far the negation goes on after a negated mention that ends with token `at`."""
    if at + 1 >= len(tokens):
        return -1
    gap, following = tokens[at].after, tokens[at + 1].key
    if any(mark in gap for mark in ".;?!(\n") or " - " in gap:
        return -1
    if "," in gap or "/" in gap or following in ("or", "nor", "and"):
        return 4
    return -1


def _joiner(tokens: Sequence[Token], at: int) -> str:
    """The word that joins token `at` to the item before it, or "," for a comma alone."""
    while at > 0 and "," not in tokens[at - 1].after:
        if tokens[at - 1].key in ("or", "nor", "and") or tokens[at - 1].key not in _BETWEEN_ITEMS:
            return tokens[at - 1].key
        at -= 1
    return "," if at else ""


def _put_aside(tokens: Sequence[Token], after: int) -> bool:
    """ "telehealth excluded", "pharma aside"."""
    return after < len(tokens) and tokens[after].key in ("excluded", "aside")


def _reaches(mention: Mention, negator: str, last: Optional[Mention], joiner: str) -> bool:
    if mention.kind not in NEGATABLE:
        return False
    if mention.kind in _FLIPPED and mention.text.lower().split()[0] in (*_NEGATIVE_LEADS, "w/o"):
        return False  # "no, without patients": it says no itself
    if mention.kind == "specialty" and negator not in _NEGATE_SPECIALTY:
        return False
    if mention.kind == "geography" and negator in ("out", "of") and mention.value == "us":
        return False
    if last is None:
        return True
    if joiner in ("or", "nor"):
        return True
    if mention.kind != last.kind or mention.kind not in _LIST_KINDS:
        return False
    # "not cardiology, oncology" corrects, "no call, nights" goes on.
    return joiner != "," or (negator not in _SINGLE and mention.kind != "specialty")


def _granted(tokens: Sequence[Token], after: int) -> bool:
    """ "not pharma, remote ok": the mention is followed by its own permission."""
    return after < len(tokens) and tokens[after].key in (
        "ok",
        "okay",
        "fine",
        "welcome",
        "preferred",
    )


def negated(mention: Mention) -> Mention:
    """The mention left out, or turned into its opposite where there is one."""
    flipped = _FLIPPED.get(mention.kind)
    if flipped is not None:
        return replace(mention, value=flipped[mention.value])
    if mention.kind == "unstated_wish" and mention.text.lower().split()[0] in _NEGATIVE_LEADS:
        return mention
    return replace(mention, excluded=True)


def _token_after(tokens: Sequence[Token], at: int, end: int) -> int:
    while at < len(tokens) and tokens[at].start < end:
        at += 1
    return at


def _mark_at(
    tokens: Sequence[Token], at: int, mention_starts: "Dict[int, int]"
) -> "Optional[Tuple[int, str]]":
    """The mark at token `at`, up to where a mention begins ("nothing" before "with patients")."""
    mark = _MARKS.match_at(tokens, at)
    if mark is None:
        return None
    for index in range(at + 1, at + mark[0]):
        if tokens[index].start in mention_starts:
            return _MARKS.match_at(tokens[:index], at)
    return mark


def negator_spans(tokens: Sequence[Token]) -> List[Tuple[int, int]]:
    """Character spans of negators, for counting what is left of a message."""
    spans, at = [], 0
    while at < len(tokens):
        mark = _MARKS.match_at(tokens, at)
        if mark is None:
            at += 1
            continue
        spans.append((tokens[at].start, tokens[at + mark[0] - 1].end))
        at += mark[0]
    return spans
