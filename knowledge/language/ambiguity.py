"""Short names that are also ordinary words ("ID", "IM", "UR") and when they count.

Such a name counts when the person set it in capitals, when it stands alone, when a medical
noun follows ("id doc"), or when it sits where only a field can ("as an im", "for id", beside
another specialty). Words that give it away as English veto all of that.
"""

from __future__ import annotations

from typing import AbstractSet, Dict, FrozenSet, Sequence, Tuple

from knowledge.language.text import Token


def _set(words: str) -> FrozenSet[str]:
    return frozenset(words.split())


_VERBS_AFTER_IM = _set(
    "a an the not so in at on from burnt burned tired done looking trying thinking interested "
    "sick over just really also currently still now only leaving ready going getting working "
    "wondering curious and but happy afraid worried considering planning retired happy making "
    "good ok okay fine out board between about almost already considering finishing glad gonna"
)
_VERBS_AFTER_ID = _set(
    "like love rather prefer want be say hate have take need consider go do appreciate hope "
    "enjoy never even also only been still just think accept settle die kill have"
)
# name -> (words before it that veto, words after it that veto)
AMBIGUOUS: Dict[str, Tuple[FrozenSet[str], FrozenSet[str]]] = {
    "id": (
        _set("my your photo user an badge login session the"),
        _VERBS_AFTER_ID | _set("number card"),
    ),
    "im": (_set("and"), _VERBS_AFTER_IM),
    "em": (
        _set("show give list tell of all both some hate love see with let make them get compare"),
        _set("all both"),
    ),
    "path": (
        _set(
            "career a the this that my clear best new other another career's right next your "
            "what "
            "which growth alternative any right"
        ),
        _set("to forward forwards out that of away from"),
    ),
    "gas": (_set("natural of the low out"), _set("station prices money bill and")),
    "or": (_set(""), _set("")),
    "ep": (_set("last"), _set("")),
    "fm": (_set("the"), _set("radio")),
    "ir": (_set(""), _set("")),
    "er": (_set("the"), _set("")),
    "gp": (_set(""), _set("")),
    "fp": (_set(""), _set("")),
    "sleep": (
        _set(
            "no my to can't cant some more enough losing lose of without get bad better the "
            "little "
            "i "
            "lack and poor"
        ),
        _set("at better more deprived well through in schedule schedules deprivation"),
    ),
    "cards": (
        _set("credit business gift debit id playing report my greeting rewards index debit these"),
        _set("on"),
    ),
    "call": (
        _set(
            "to i you please will can should would phone video cold they we could just let roll "
            "clinical"
        ),
        _set(
            "me you him her them it us this that myself my 911 988 someone anyone your customer "
            "for center centers back in out up a the"
        ),
    ),
    "calls": (_set("phone video cold"), _set("for itself")),
    "cancer": (
        _set(
            "have had has my with got of beat breast lung colon colorectal skin prostate blood "
            "for "
            "treat the"
        ),
        _set(
            "patients research screening drug drugs trials trial treatment survivor diagnosis "
            "center "
            "centers"
        ),
    ),
    "card": (_set("my credit report business the id id"), _set("number")),
    "primary": (
        _set("the my their a your"),
        _set(
            "reason driver source cause goal investigator endpoint reasons drivers income "
            "concern "
            "motivation"
        ),
    ),
    "surgery": (_set("had my after having need the bariatric"), _set("tomorrow yesterday on")),
    "plastics": (_set("the"), _set("")),
    "infectious": (_set("is so an"), _set("energy")),
    "rad": (_set("so thats"), _set("")),
    "allergy": (_set("an my peanut"), _set("to season")),
    "shrink": (_set("to will not dont"), _set("my the")),
    "anes": (_set(""), _set("")),
    "emergency": (_set("an"), _set("")),
    "cardiac": (_set(""), _set("arrest event events risk")),
    "addiction": (_set("my an"), _set("to")),
    "renal": (_set(""), _set("failure function")),
    "ms": (_set(""), _set("")),
    "ur": (
        _set(""),
        _set(
            "name advice source sources opinion thoughts favorite help time job data info pick "
            "recs "
            "rec a an the welcome right bot creator maker own thinking suggestion suggestions "
            "recommendation"
        ),
    ),
    "meaningful": (_set("how"), _set("amount amounts money sum sums pay income cash dollars raise bump")),
    "um": (
        _set(""),
        _set(
            "i what so can ok okay how is the hi hello yeah no yes well maybe not where why "
            "who do "
            "and but like"
        ),
    ),
    "pi": (_set(""), _set("day")),
    "pa": (_set("a the my"), _set("")),
    "ai": (_set("an you a"), _set("bot model")),
    "pv": (_set(""), _set("")),
    "ds": (_set(""), _set("")),
    "cro": (_set(""), _set("")),
    "ip": (_set(""), _set("address")),
    "ml": (_set(""), _set("")),
    "coach": (_set(""), _set("class")),
    "writer": (_set(""), _set("")),
    "pt": (_set("the my a"), _set("contact care")),
    "ft": (_set(""), _set("")),
    "writing": (
        _set("am im i are was were been youre stop grant report note script prescription"),
        _set("this to you a an the my from here up off notes reports in because about it down scripts orders"),
    ),
}
# These only count with good evidence; other names of the table count unless vetoed.
STRICT = _set(
    "cancer id im em path gas or ep er sleep ur um fm ms pa rad card primary shrink emergency "
    "pv "
    "ds ip ml writing pt ft"
)

_AFTER = _set(
    "doc docs doctor doctors physician physicians md fellow fellows resident residents "
    "attending "
    "attendings guy gal specialist specialists job jobs role roles gig gigs option options "
    "career "
    "careers work trained boarded board consultant background salary salaries pay pays paid "
    "position positions opportunities opening openings attendings remote side nonclinical "
    "person "
    "alternative alternatives alternate practice practitioner here dude surgeon folks people "
    "subspecialist certified involve involves entail entails mean means work works rate rates "
    "hourly companies company worth boring better make makes or part full from at pays earn "
    "reviews physician cases "
    "experience training vs or subspecialist certified expert only vs "
    "versus instead please pls reviewer review making comp"
)
_BEFORE = _set(
    "for as an former ex retired practicing general academic in by about as from pediatric peds "
    "adult boarded jobs roles gigs careers options actually do doing does is are vs versus like what s "
    "whats compare than with "
    "a "
    "not no except but enjoy love likes some involving involves and into non actually and remote hate show "
    "of how burnt onc cards rheum derm"
)


# Words anywhere in a message with which a short name is something else: polymyalgia, a number.
_ELSEWHERE: Dict[str, FrozenSet[str]] = {
    "pmr": _set(
        "dose doses dosing prednisone steroid steroids taper treat treats treating treatment diagnose "
        "diagnosis symptoms gca arteritis flare esr crp"
    ),
    "pi": _set("digits digit decimal decimals compute calculate radius circle math equals value"),
    "ms": _set("word excel office teams dose treatment relapse ocrelizumab"),
}


def is_elsewhere(name: str, tokens: Sequence[Token]) -> bool:
    """Whether the message shows that `name` means something that is no name of ours."""
    strangers = _ELSEWHERE.get(name)
    return strangers is not None and any(token.key in strangers for token in tokens)


_WITHOUT = frozenset(("no", "without", "w/o", "o", "zero", "wo"))


def counts(
    name: str,
    tokens: Sequence[Token],
    at: int,
    raw: str,
    shouting: bool,
    named: AbstractSet[int] = frozenset(),
) -> bool:
    """Whether the ambiguous one-word `name` at token `at` is meant as a name.

    `raw` is how it was typed; `shouting` says that the whole message is in capitals; `named` are
    the tokens of other names, beside which an item of a list counts ("msl, ur and ime").
    """
    vetoed_before, vetoed_after = AMBIGUOUS[name]
    before = tokens[at - 1].key if at else ""
    after = tokens[at + 1].key if at + 1 < len(tokens) else ""
    attached = not tokens[at].after.strip(" -/") if after else False
    capitals = raw.isupper() and len(raw) > 1 and not shouting
    joined = capitals and after in ("and", "or", "but", "for", "is", "how", "who")
    asked = capitals and before in _ASKS  # "is UR a remote job"
    if name == "meaningful" and not _PAYING.isdisjoint(token.key for token in tokens[max(0, at - 2) : at]):
        return False  # "do they pay anything meaningful"
    joined = joined or (capitals and tuple(token.key for token in tokens[at + 1 : at + 3]) in _SAME)
    if name == "call" and before in _WITHOUT and after in ("", "for", "in") and not tokens[at - 1].after.strip():
        return True  # "anything w/o call for a cardiologist"
    if "'" in raw or (after in vetoed_after and attached and not joined and not asked):
        return False
    if before in vetoed_before and not capitals:
        return False
    if name not in STRICT or capitals or len(tokens) == 1:
        return True
    if (after in _AFTER and attached) or before in ("or", "vs", "versus"):
        return True
    if _in_a_list(tokens, at, named):
        return True
    if name == "ur" and before in _ASKS and after in _JUDGED:  # "is ur really boring"
        return True
    closes = not after or not attached or after in ("not", "no", "nor", "but")
    return closes and before in _BEFORE


_PAYING = _set("pay pays paying paid make makes earn")
_SAME = frozenset((("the", "same"), ("just", "as")))
_ASKS = _set("is are was does do")
_JUDGED = _set("really actually always usually mostly still boring hard stressful legit remote flexible any")


def _in_a_list(tokens: Sequence[Token], at: int, named: AbstractSet[int]) -> bool:
    """Whether another name stands beside token `at`, joined by a comma, a slash, "and" or "vs"."""
    for step in (-1, 1):
        neighbour = at + step
        first = min(at, neighbour)
        listed = first >= 0 and first + 1 < len(tokens) and tokens[first].after.strip() in (",", "/", "+")
        if 0 <= neighbour < len(tokens) and tokens[neighbour].key in ("and", "vs", "versus", "or"):
            listed, neighbour = True, neighbour + step
        if listed and neighbour in named:
            return True
    return False


def is_shouting(text: str) -> bool:
    """Whether (nearly) everything is in capitals, so that capitals mean nothing."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 8 and sum(char.isupper() for char in letters) > 0.7 * len(letters)
