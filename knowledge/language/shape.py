"""How a message is built: what is left of it once everything recognised is taken away.

Used to tell a fragment that refines the last question ("only remote", "and for onc?") from
a question that starts afresh.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import FrozenSet, List, Sequence, Set, Tuple

from knowledge.language.mentions import Mention
from knowledge.language.negation import negator_spans
from knowledge.language.text import Token, fold, tokenize


@dataclass(frozen=True)
class MessageShape:
    """What the form of a message says, apart from the things it names."""

    content_words: int  # words left after mentions, function words and the cues below
    everything: bool  # "everything", "anything", "all"
    has_head: bool  # jobs, roles, gigs, options ... : the message names what it looks for
    is_question: bool
    refine_cue: bool  # "only", "what about", "drop ...", "and for ..."
    pay_word: bool  # pay, salary, "how much", "$"
    define_cue: bool  # "what is", "what does ... do", "tell me about"
    compare_cue: bool  # "vs", "better", "difference", "A or B"
    leftover: Tuple[str, ...]  # the words left, folded, in order


def _set(words: str) -> FrozenSet[str]:
    return frozenset(words.split())


HEADS = _set(
    "role roles job jobs gig gigs work career careers position positions option options "
    "opportunity opportunities alternative alternatives opening openings vacancy vacancies "
    "occupation occupations employment sidegig sidegigs hustle hustles job's jobz paths rolls"
)
_EVERYTHING = _set("everything anything all whatever")
FUNCTION_WORDS = _set(
    "a an the this that these those i im me my mine we us our you your ur he she it its they "
    "them "
    "their is am are was were be been being do does did done have has had having can could will "
    "would should shall may might must to of in on at by for from with into about as than and "
    "or "
    "but nor so if then there here what which who whom whose when where why how all any some "
    "every "
    "each both either more most less least much many few lot lots very really quite too also "
    "just "
    "only even still yet not no yes yeah yep nope please pls plz thanks thank thx hi hey hello "
    "ok "
    "okay well oh um uh hmm lol like want wanna need needs looking look find show give list "
    "tell "
    "get see know let lets got go going gonna id ill ive youre theres thats whats whos hows "
    "dont "
    "doesnt didnt isnt arent cant couldnt wont wouldnt something anything everything nothing "
    "one "
    "ones stuff thing things kind kinds sort type types good great nice out up down over again "
    "now "
    "right currently today ever never always maybe perhaps actually instead rather such same "
    "other "
    "others else another between among per via within without off while because though doc "
    "doctor "
    "doctors physician physicians md mds someone anyone person people available there's exist "
    "exists offer offers hire hires hiring do doing us am pm sir maam dear bot available "
    "suitable "
    "suggest recommend suggestions suggestion search browse interested possible possibly think "
    "wondering curious try trying figure hoping love help helps fit fits suit suits match "
    "matches "
    "matching meet meets include includes including mostly mainly preferably ideally sure fine "
    "non nonclinical clinical alt background specialty specialist trained d s t m re ll ve vs "
    "versus"
)
_PAY_WORDS = _set(
    "pay pays paying salary salaries earn earns earning earnings compensation comp income wage "
    "wages paycheck payment stipend rate rates money $ bucks lucrative paid payout "
    "remuneration honorarium honoraria fee fees payscale salry slary sallary salery"
)
_MAKE = _set("make makes making gross clear bring")
_QUESTION_WORDS = _set(
    "what whats which who whos when where wheres why how hows is are do does did can could "
    "should "
    "would will any am has have was were"
)
_PAY_PHRASE = re.compile(
    r"\bhow much\b|[$£€]|\b(?:what|wat) (?:do|does|can|could|would|will|to|am i going to|"
    r"are)\b.{0,40}\b(?:make|get|clear|bring)\b"
    r"|\b(?:make|makes|making) (?:more|less|the most|over|at least|money|as much|good money|"
    r"bank)\b|\bper (?:hour|year|case)\b"
    r"|\bwhat (?:does|do|'s|is) .{1,40}\bworth\b"
)
_PAID_NOUN = re.compile(
    r"\bpaid (?:medical |online )?(?:survey|surveys|time off|leave|vacation|study|studies)\b"
)
_DEFINE = re.compile(
    r"\b(?:tell (?:me|us) (?:more |a bit |a little |something )?(?:about|abt)|describe|define|"
    r"explain|meaning of|"
    r"definition of|stands? for|more (?:about|on|info|information|details)|info (?:on|about)|"
    r"details (?:on|about|of)|"
    r"information (?:on|about)|learn (?:more )?about|know (?:more )?about|day[- ]to[- ]day|"
    r"day in the life|typical day|overview of|rundown|"
    r"what'?s? .{0,40}\b(?:involve|involves|entail|entails|mean|means|like|all about|consist of|"
    r"look like|responsible for)\b|"
    r"wh?at (?:do|does|would|did|exactly do|exactly does|all does) .{1,60}?\b(?:do|mean|involve|"
    r"entail|actually do)\b|"
    r"what (?:is|are) .{0,50}\b(?:duties|responsibilities|about)\b|walk me through|elaborate|"
    r"more detail)"
)
_WHAT_IS = re.compile(
    r"\b(?:wh?at(?:'?s| is| are|s| r| exactly is| the hell is)|who is|who are|wtf is|"
    r"explain)\b(?: exactly| even)?(?: a| an| the)?\s+"
)
_COMPARE = re.compile(
    r"\b(?:vs|versus|compare|compares|compared|comparing|comparison|contrast|differ|differs|"
    r"difference|"
    r"differences|different from|better than|better|side by side|side-by-side|"
    r"against each other|"
    r"stack up|"
    r"pros and cons|which (?:is|pays|one|of them|of these) (?:more|better|best|less)|"
    r"head to head|worse than|same as|v)\b"
)
_OR = re.compile(r"[\s,]*or\s+(?:an? |the )?")
_REFINING = frozenset(("cue", "drop"))
_PAY_CONDITIONS = frozenset(("pay", "drop", "pay_given", "percent"))
_COMPARED_KINDS = frozenset(("role", "specialty", "ordinal", "reference"))


def message_shape(text: str, mentions: Sequence[Mention]) -> MessageShape:
    """The shape of `text`, given what `understand` recognised in it."""
    folded = fold(text)
    tokens = tokenize(folded)
    leftover = _leftover(tokens, mentions)
    return MessageShape(
        content_words=len(leftover),
        everything=any(token.key in _EVERYTHING for token in tokens),
        has_head=any(token.key in HEADS for token in tokens),
        is_question=_is_question(folded, tokens),
        refine_cue=any(mention.kind in _REFINING for mention in mentions),
        pay_word=_has_pay_word(_without(folded, mentions, _PAY_CONDITIONS)),
        define_cue=_defines(folded, mentions),
        compare_cue=_compares(folded, mentions),
        leftover=tuple(leftover),
    )


def _leftover(tokens: Sequence[Token], mentions: Sequence[Mention]) -> List[str]:
    covered: Set[int] = set()
    spans = [(mention.start, mention.end) for mention in mentions] + negator_spans(tokens)
    for start, end in spans:
        covered.update(range(start, end))
    return [
        token.key
        for token in tokens
        if token.start not in covered
        and token.key not in FUNCTION_WORDS
        and token.key not in HEADS
        and token.key not in _PAY_WORDS
    ]


def _is_question(folded: str, tokens: Sequence[Token]) -> bool:
    return "?" in folded or bool(tokens and tokens[0].key in _QUESTION_WORDS)


def _without(folded: str, mentions: Sequence[Mention], kinds: FrozenSet[str]) -> str:
    """The text with mentions of some kinds blanked: "over $150k" does not ask for pay."""
    for mention in mentions:
        if mention.kind in kinds:
            blank = " " * (mention.end - mention.start)
            folded = folded[: mention.start] + blank + folded[mention.end :]
    return folded


def _has_pay_word(folded: str) -> bool:
    if _PAY_PHRASE.search(folded):
        return True
    if "paid" in folded:
        folded = _PAID_NOUN.sub(" ", folded)
    return any(token.key in _PAY_WORDS for token in tokenize(folded))


def _defines(folded: str, mentions: Sequence[Mention]) -> bool:
    if _DEFINE.search(folded):
        return True
    starts = {m.start for m in mentions if m.kind in ("role", "reference", "setting", "ordinal")}
    return any(match.end() in starts for match in _WHAT_IS.finditer(folded))


def _compares(folded: str, mentions: Sequence[Mention]) -> bool:
    if _COMPARE.search(folded):
        return True
    for one, other in itertools.pairwise(mentions):
        compared = one.kind in _COMPARED_KINDS and other.kind in ("role", "ordinal")
        if compared and not one.excluded and _OR.fullmatch(folded, one.end, other.start):
            return True
    return False
