"""The rules that settle an intent, each a sentence of reasoning and a function.

A rule sees the text, the mentions, the shape of the message and the classifier's ranking,
and names an intent or keeps silent. The first that speaks wins. What comes first is safety:
a person in need must not depend on a learned model.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import Callable, FrozenSet, NamedTuple, Optional, Sequence, Tuple

from knowledge.language import about_me, keeping, offers
from knowledge.language.mentions import Mention
from knowledge.language.privacy import asks_privacy
from knowledge.language.professions import is_of_another_profession
from knowledge.language.safety import (
    detect_distress,
    detect_strain,
    detect_symptoms,
    is_mostly_non_latin,
    looks_like_gibberish,
)
from knowledge.language.shape import MessageShape, message_shape
from knowledge.language.ways import COME_BACK, GIVE_UP, NEXT_STEPS, way_in_question

FALLBACK = "nlu_fallback"
LOST = frozenset({FALLBACK, "out_of_scope"})  # the classifier found no place for the message

# What narrows a search, and alone is a wish for one. "Growth?" is rather a question.
WISHES = frozenset(
    {
        "pay", "pay_given", "pay_unit", "work_mode", "commitment", "patient_contact", "setting", "schedule",
        "travel", "order", "rank", "limit", "drop", "count", "source", "unstated_wish",
    }
)  # fmt: skip
# What a property of a role is asked by: "is UR part time", "do they give equity".
PROPERTIES = frozenset(
    {
        "work_mode", "commitment", "patient_contact", "schedule", "travel", "growth",
        "unstated_wish",
    }
)  # fmt: skip
# Emoji that answer; any other is no question to a career assistant.
EMOJI = {
    **dict.fromkeys("👍👌✅🆗", "affirm"),
    **dict.fromkeys("👎❌", "deny"),
    **dict.fromkeys("🙏❤💙💚", "thank"),
    "👋": "greet",
}
SURE_WISHES = frozenset({"pay", "work_mode", "drop"})  # no other talk has them
# What a person asks for by name; "worn out after another night on call" asks for nothing.
_NAMED = (WISHES - {"unstated_wish"}) | {"specialty", "role"}
_NEAR_STRAIN = frozenset({"goodbye", "deny", "ask_question", "report_symptoms"})
COMPARED = frozenset({"role", "ordinal", "reference"})


@dataclass(frozen=True)
class Turn:
    """What a rule may look at; `intent` is the classifier's best guess, or the fallback."""

    text: str
    mentions: Sequence[Mention]
    intent: str

    @cached_property
    def shape(self) -> MessageShape:
        """The form of the message."""
        return message_shape(self.text, self.mentions)

    def has(self, kinds: FrozenSet[str]) -> bool:
        """Say whether anything of these kinds was recognised."""
        return any(mention.kind in kinds for mention in self.mentions)

    def values(self, kinds: FrozenSet[str]) -> FrozenSet[Tuple[str, str]]:
        """Return the distinct things of these kinds that the person does not exclude."""
        wanted = (m for m in self.mentions if m.kind in kinds and not m.excluded)
        return frozenset((mention.kind, mention.value) for mention in wanted)

    @property
    def only_mentions(self) -> bool:
        """Whether nothing but recognised things and function words was written."""
        return bool(self.mentions) and self.shape.content_words == 0


class Verdict(NamedTuple):
    """An intent, and the name of the rule that chose it."""

    intent: str
    rule: str


Rule = Callable[[Turn], Optional[str]]
_YES_OR_NO = re.compile(
    r"\W*(?:(?:so|ok|okay|and|but|hey|wait)\b\W*)*"
    r"(?:is|isnt|are|am|do|does|did|can|could|will|would|may|must|should)\b",
    re.IGNORECASE,
)


def settle(text: str, mentions: Sequence[Mention], intent: str) -> Optional[Verdict]:
    """Return the intent that a rule chooses, or None to leave the classifier's.

    Args:
        text: What the person wrote.
        mentions: What was recognised in it.
        intent: The classifier's intent, `nlu_fallback` where it was not sure.
    """
    turn = Turn(text, mentions, intent)
    for rule in RULES:
        settled = rule(turn)
        if settled is not None:
            return Verdict(settled, rule.__name__) if settled != intent else None
    return None


def distress_comes_first(turn: Turn) -> Optional[str]:
    """Words of hopelessness or self-harm."""
    return "express_distress" if detect_distress(turn.text) else None


def symptoms_come_next(turn: Turn) -> Optional[str]:
    """The person's own symptoms, now."""
    return "report_symptoms" if detect_symptoms(turn.text) else None


def strain_alone(turn: Turn) -> Optional[str]:
    """Words of being worn out, and neither a name nor a question: no goodbye and no topic."""
    if turn.has(_NAMED) or turn.shape.is_question or turn.intent not in LOST | _NEAR_STRAIN:
        return None
    return "express_strain" if detect_strain(turn.text) else None


_PRAISE = re.compile(
    r"\W*(?:(?:wow|nice|ok|haha|lol|man|dude|yes|yeah|great|thanks?|thx|so|and|well|really|just|totally)\W+){0,4}"
    r"(?P<who>you(?: guys|'?ve)?|that|this(?: bot| answer| thing)?|it|which(?:ever)?(?: one| of (?:them|those|these))?|"
    r"what|who)(?: (?:really|just|totally|absolutely|kind of))? "
    r"(?:kill(?:s|ed|ing)|crush(?:es|ed|ing)|slay(?:s|ed)|nail(?:s|ed)) it"
    r"(?: (?:on|for|in|with|by)(?: the)? (?:pay|money|salary|income|hours|flexibility))?"
    r"(?: (?:pay|money|salary)[ -]?wise)?(?:\W+(?:thanks?|thx|nice|bot|man|dude|again|today|there|here))*\W*",
    re.IGNORECASE)


def praise_is_no_distress(turn: Turn) -> Optional[str]:
    """ "You killed it" praises, "whichever kills it on pay" looks for work; nothing else may be said with it."""
    praise = _PRAISE.fullmatch(turn.text) if turn.intent == "express_distress" else None
    if praise is None:
        return None
    return "find_roles" if praise["who"].lower().startswith(("which", "what", "who")) else "thank"


_FIGURE_OF_SPEECH = re.compile(
    r"\b(?:would|d|i'?d|could|will) (?:literally |totally )?kill for (?:a|an|some|the|one|no|more|less)\b"
    r"|\b(?:dying|itching|begging) to (?:get|leave|quit|move|switch|find|do)\b"
    r"|\bdie of boredom\b|\bburn my (?:white coat|badge|scrubs|pager|stethoscope|loupes)\b", re.IGNORECASE)
_AND_YET = re.compile(
    r"\b(?:myself|my self|alone|alive|live|living|life|hope\w*|scared|afraid|anymore|any more|everything|nobody|"
    r"no one|pills?|gun|sleep|wake|here|cry\w*|end|over|goodbye|bye)\b", re.IGNORECASE)


def figure_of_speech(turn: Turn) -> Optional[str]:
    """ "I'd kill for a 4 day week" wants work, as long as nothing else in it could be meant in earnest."""
    if turn.intent != "express_distress" or not _FIGURE_OF_SPEECH.search(turn.text) or _AND_YET.search(turn.text):
        return None
    return "find_roles" if turn.has(WISHES | {"role", "specialty"}) else "help_me_choose"


_HIGH_OR_LOW = re.compile(
    r"\b(?:why|how come|how is it that|what makes)\b(?!.{0,60}\b(?:leav|quit|unhappy|burn|stress|turnover|suicid|"
    r"percent|poll|rate of|numbers? of|so many|want out)\w*).{1,60}?\b(?:so |that |this |much |way |a lot )?"
    r"(?:high|higher|low|lower|different|differ|more|less|cheap|well|better|worse|badly)\b(?! (?:likely|physicians|"
    r"doctors|people|burned|burnt|unhappy|happy|satisfied|content|cardiologists|oncologists|rheumatologists|work|"
    r"stress\w*|hours|call))",
    re.IGNORECASE)


def figure_doubted(turn: Turn) -> Optional[str]:
    """ "Why is onc so high": a doubt about pay just shown, and no question why physicians leave."""
    mistaken = LOST | {"ask_reasons", "ask_question"}
    return "ask_reliability" if turn.intent in mistaken and _HIGH_OR_LOW.search(turn.text) else None


_IS_IT = re.compile(r"\b(?:is|does) (?:it|that|this)\b", re.IGNORECASE)
_MORE_OR_LESS = re.compile(
    r"\b(?:more|less|higher|lower|better|worse|same|high|low)\b(?! (?:stress|hours|call|travel|options|jobs|roles))",
    re.IGNORECASE)


def pay_elsewhere(turn: Turn) -> Optional[str]:
    """ "And for onc, is it lower?": the pay just shown, asked of another specialty."""
    asked = turn.has(frozenset({"specialty"})) and not turn.has(frozenset({"role", "order", "pay"}))
    mistaken = LOST | {"ask_poll", "find_roles", "ask_reliability"}
    if turn.intent not in mistaken or not asked or not turn.shape.refine_cue:
        return None
    asks = turn.shape.is_question or _IS_IT.search(turn.text)
    if not asks or turn.shape.content_words > 1 or not _MORE_OR_LESS.search(turn.text):
        return None
    return "ask_pay"


_AMOUNT_OF_WORK = re.compile(
    r"\W*(?:(?:and|so|ok|but)\W+)?how (?:many|much) (?:hours|hrs|days|shifts|meetings|cases|charts|travel|time|work)\b",
    re.IGNORECASE)


def amount_of_work(turn: Turn) -> Optional[str]:
    """ "How many hours a week" asks a property of what was shown, and counts no roles."""
    return "ask_question" if turn.intent in LOST and _AMOUNT_OF_WORK.match(turn.text) else None


_HAVE_ANYTHING = re.compile(
    r"\b(?:have|got|any|cover|is there|are there|r "
    r"there)\b.{0,25}\b(?:articles?|info|information|data|sources?|material|"
    r"content|pages?|pieces?)\b", re.IGNORECASE)


def specialty_covered(turn: Turn) -> Optional[str]:
    """ "Any articles on derm?": what there is for a specialty, or that there is nothing."""
    asked = turn.intent in LOST | {"ask_capabilities"} and turn.has(frozenset({"specialty"}))
    if not asked or turn.has(frozenset({"role", "geography"})) or turn.shape.content_words > 2:
        return None
    return "find_roles" if _HAVE_ANYTHING.search(turn.text) else None


_LIVING_ON = re.compile(
    r"\b(?:live|living) (?:on|off)(?: of)? (?:that|this|it|these|\$?\d)|\benough to live (?:on|off)\b"
    r"|\bcould (?:never|not) live with (?:that|this|it)\b", re.IGNORECASE)


def living_on_pay(turn: Turn) -> Optional[str]:
    """ "Can I live on that?" is about money, whatever the classifier hears in it."""
    return "ask_pay" if _LIVING_ON.search(turn.text) else None


def wish_among_worries(turn: Turn) -> Optional[str]:
    """A name or a wish, and no word of being worn out: "hospital is ok"."""
    if turn.intent != "express_strain" or detect_strain(turn.text) or turn.shape.is_question:
        return None
    return "find_roles" if turn.has(_NAMED) else None


_MOST_WORDS_OF_A_FRAGMENT = 3


def no_strain_in_a_fragment(turn: Turn) -> Optional[str]:
    """ "And hardest?" leans on the talk; what holds no word of being worn out is no strain."""
    if turn.intent != "express_strain" or not turn.shape.refine_cue or detect_strain(turn.text):
        return None
    return FALLBACK if len(turn.text.split()) <= _MOST_WORDS_OF_A_FRAGMENT else None


_WORKDAY = frozenset(("call", "nights", "weekends", "holidays", "hours", "shifts", "family time"))
_WITHOUT = re.compile(r"\b(?:no|nothing|without|w/?o|never|not|zero)\b[^.;!?]{0,20}$", re.IGNORECASE)


def workday_wished_for(turn: Turn) -> Optional[str]:
    """Several wishes for one's hours, or one that is told by what it goes without: "home by 5, nothing w call"."""
    wishes = [m for m in turn.mentions if m.kind == "unstated_wish" and m.value in _WORKDAY]
    if turn.intent not in LOST | {"express_strain"} or turn.shape.is_question or detect_strain(turn.text):
        return None
    told = len({m.value for m in wishes}) > 1 or any(_WITHOUT.search(turn.text[: m.start]) for m in wishes)
    return "find_roles" if told else None


_GUIDE_WORDS = re.compile(
    r"\W*(?:(?:ok|please|pls|can i|i want to|let me|let'?s) )*(?:change my answers?|ask me again|resume|"
    r"(?:resume|continue|go on|keep going|(?:go )?back)(?: with| to)?(?: the| my| your)? (?:questions?|guide)|"
    r"where (?:were we|did we (?:stop|leave off)))\W*", re.IGNORECASE)
_GO_ON = re.compile(
    r"\W*(?:(?:ok|okay|yes|please|pls|and|just|sure)\W+){0,3}(?:continue|go on|keep going|proceed|carry on|go ahead|"
    r"next ones?)(?: (?:please|pls|then))?\W*", re.IGNORECASE)


def guide_taken_up(turn: Turn) -> Optional[str]:
    """The guided questions taken up again, in the words of their own buttons."""
    return "help_me_choose" if _GUIDE_WORDS.fullmatch(turn.text) else None


_OF_THE_LIST = {
    keeping.SAVE: "keep_role", keeping.REMOVE: "change_shortlist", keeping.NOTE: "change_shortlist",
    keeping.CLEAR: "change_shortlist", keeping.UNDO: "change_shortlist", keeping.SHOW: "show_shortlist",
    keeping.EXPORT: "show_shortlist",
}  # fmt: skip


def own_record(turn: Turn) -> Optional[str]:
    """What is stored of the person, who can see it, or their wish to be forgotten."""
    wish = about_me.person_wish(turn.text)
    if wish is None:
        return "ask_about_me" if asks_privacy(turn.text) else None
    return "forget_me" if wish.operation == about_me.FORGET else "ask_about_me"


def own_offer(turn: Turn) -> Optional[str]:
    """An offer that the person has: an amount of theirs, or talk of "my offer"."""
    return "tell_offer" if offers.offer_wish(turn.text, turn.mentions) else None


def own_list(turn: Turn) -> Optional[str]:
    """A verb of keeping, and what is kept, or the person's list itself.

    "Remove MSL" may take a filter off as well: unless the list or a place of it is named, the
    classifier decides, and then the action, which knows what the talk was about.
    """
    wish = keeping.list_wish(turn.text, turn.mentions)
    if wish is None:
        return None
    if wish.operation == keeping.REMOVE and not (wish.names_list or wish.places or turn.has(_PLACES)):
        return None
    return _OF_THE_LIST[wish.operation]


_PLACES = frozenset({"ordinal"})


def steps_into_a_role(turn: Turn) -> Optional[str]:
    """The way into a role or into what was shown: "next steps for the second one" is no next page."""
    mistaken = LOST | {"show_more", "describe_role", "find_roles", "help_me_choose", "compare_roles", "ask_pay"}
    asked = turn.intent in mistaken and turn.has(COMPARED) and way_in_question(turn.text) == NEXT_STEPS
    return "ask_question" if asked else None


def leaving_weighed(turn: Turn) -> Optional[str]:
    """What one gives up by leaving practice, or the way back to it: "what would I give up?" asks for no guide."""
    mistaken = LOST | {"help_me_choose", "ask_reasons", "describe_role", "show_more", "start_over", "find_roles"}
    asked = turn.intent in mistaken and way_in_question(turn.text) in (GIVE_UP, COME_BACK)
    return "ask_question" if asked else None


_ACROSS = re.compile(
    r"\b(?:across|in|for|by|per|between|among|over) (?:(?:all|every|each|the|different|several|other) ){0,2}"
    r"(?:specialt(?:y|ies)|fields of medicine)\b", re.IGNORECASE)


def role_across_specialties(turn: Turn) -> Optional[str]:
    """One role in every specialty, side by side: "MSL across specialties"."""
    mistaken = LOST | {"find_roles", "ask_pay", "describe_role", "ask_question"}
    if turn.intent not in mistaken or turn.shape.has_head or not turn.has(frozenset({"role"})):
        return None
    if not _ACROSS.search(turn.text) or (turn.intent == "ask_pay" and turn.shape.pay_word):
        return None
    return "compare_roles"


def next_of_the_list(turn: Turn) -> Optional[str]:
    """ "Continue", and nothing else: what was shown goes on; the guide asks for its own words."""
    return "show_more" if _GO_ON.fullmatch(turn.text) else None


def nothing_written(turn: Turn) -> Optional[str]:
    """No word, number, currency sign or picture: empty, punctuation."""
    return None if _is_written(turn.text) or _emoji(turn.text) else FALLBACK


def emoji_alone(turn: Turn) -> Optional[str]:
    """Pictures without a word: a thumb answers, a pizza is not about work."""
    emoji = _emoji(turn.text)
    if not emoji or _is_written(turn.text):
        return None
    return next((EMOJI[sign] for sign in emoji if sign in EMOJI), "out_of_scope")


def other_script(turn: Turn) -> Optional[str]:
    """Most letters are not Latin ones."""
    return "use_other_language" if is_mostly_non_latin(turn.text) else None


def mashed_keys(turn: Turn) -> Optional[str]:
    """Nothing recognised, and most of it cannot be words; but "thx" and "mmhm" are words."""
    if turn.mentions or turn.intent in ("thank", "affirm"):
        return None
    written = re.search(r"[^\W\d_]", turn.text)
    return "out_of_scope" if written and looks_like_gibberish(turn.text) else None


def share_in_percent(turn: Turn) -> Optional[str]:
    """A percentage belongs to a poll; pay never comes in percent here."""
    mistaken = LOST | {"find_roles", "ask_pay", "describe_role"}
    return "ask_poll" if turn.has(frozenset({"percent"})) and turn.intent in mistaken else None


def share_of_the_work(turn: Turn) -> Optional[str]:
    """ "Under 50% travel" wishes for work, and asks for no share of physicians."""
    wish = any(m.kind == "unstated_wish" and m.value == "amount of travel" for m in turn.mentions)
    return "find_roles" if wish and turn.intent == "ask_poll" and not turn.shape.is_question else None


def two_things_compared(turn: Turn) -> Optional[str]:
    """Two roles or pointers and a word of comparing, where no search is under way."""
    mistaken = LOST | {"find_roles", "ask_pay", "describe_role", "ask_question"}
    if turn.intent not in mistaken or not turn.shape.compare_cue or turn.shape.has_head:
        return None
    return "compare_roles" if len(turn.values(COMPARED)) >= 2 else None


_WHO_PAYS = re.compile(
    r"\bwho(?:'?s|'?ll)?(?: (?:is|it|that|even|really|actually|would|will|does|do|usually|exactly|ever))*"
    r" (?:pay(?:s|ing)?|hir(?:es?|ing)|employ(?:s|ing)?)\b"
    r"(?!.{0,40}\b(?:most|best|better|more|well|highest|top|over|least|less|hourly|by the)\b)", re.IGNORECASE)


def who_pays(turn: Turn) -> Optional[str]:
    """ "Who even pays for that" asks for the employer, and for no amount."""
    mistaken = {FALLBACK, "ask_pay", "describe_role", "ask_source"}
    asked = turn.intent in mistaken and not turn.has(frozenset({"pay", "pay_given"})) and _WHO_PAYS.search(turn.text)
    return "ask_question" if asked else None


_ERRAND = re.compile(
    r"\W*(?:(?:hi|hey|ok|so|then|and)\W+)*(?:(?:can|could|will|would) (?:you|u) (?:please |just )?|(?:please|pls) )"
    r"(?:(?:e-?mail|message|text|contact|write to|notify|apply to|introduce me to) (?!me\b)"
    r"|(?:tell|let|ask) (?!(?:me|us)\b)[\w' -]{1,30}?(?: know)?(?: that)? i(?:'?m|'?d| am| want| would| can)\b)",
    re.IGNORECASE)


def errand(turn: Turn) -> Optional[str]:
    """ "Tell Pfizer that I want in" is an errand to somebody else, which names a company but wishes for no list."""
    mistaken = {FALLBACK, "find_roles", "ask_question"}
    asked = turn.intent in mistaken and _ERRAND.match(turn.text)
    return "out_of_scope" if asked else None


def another_profession(turn: Turn) -> Optional[str]:
    """ "I'm an NP, would this help me?" asks for whom the articles are; the guided questions would presume it."""
    mistaken = {FALLBACK, "help_me_choose", "find_roles", "ask_question", "describe_role", "ask_identity", "greet"}
    return "ask_capabilities" if turn.intent in mistaken and is_of_another_profession(turn.text) else None


def pay_of_a_role(turn: Turn) -> Optional[str]:
    """A role or a pointer to one, and a word for pay, and nothing else."""
    if turn.intent not in LOST | {"describe_role"} or not turn.shape.pay_word:
        return None
    return "ask_pay" if turn.only_mentions and turn.has(COMPARED) else None


def role_alone(turn: Turn) -> Optional[str]:
    """A role or a pointer to one, and nothing else."""
    if turn.intent not in LOST or not turn.only_mentions or turn.has(WISHES):
        return None
    return "describe_role" if turn.has(COMPARED) and not turn.shape.pay_word else None


def property_of_a_role(turn: Turn) -> Optional[str]:
    """A yes/no question on one property of a role or of what was shown: "is UR 9 to 5"."""
    if not turn.only_mentions or not turn.has(PROPERTIES) or not _YES_OR_NO.match(turn.text):
        return None
    shape = turn.shape
    if shape.pay_word or shape.has_head or shape.define_cue or shape.compare_cue:
        return None
    # "Does that include a bonus" asks about a figure, "does an MSL get a bonus" about a role.
    mistaken = LOST | {"describe_role", "ask_poll"}
    if turn.has(frozenset({"role"})):
        mistaken |= {"ask_reliability"}
    return "ask_question" if turn.intent in mistaken and turn.has(COMPARED) else None


def wish_alone(turn: Turn) -> Optional[str]:
    """A wish and nothing else refines the search: "only remote", "over 200", "not pharma".

    "I hate call" and "I need a lawyer" hold nothing but a wish, too: where the classifier has
    found a better place for the words, it is left alone.
    """
    if turn.has(COMPARED) or turn.shape.define_cue or not turn.only_mentions:
        return None
    if turn.intent == "out_of_scope":
        return "find_roles" if turn.has(SURE_WISHES) and not turn.shape.is_question else None
    mistaken = {FALLBACK, "affirm", "deny", "greet", "describe_role"}
    return "find_roles" if turn.has(WISHES) and turn.intent in mistaken else None


_MY_SPECIALTY = re.compile(
    r"\b(?:special(?:i)?ty|field)\b|^\W*(?:(?:well|so|ok|and)\W+)?(?:i'?m|i am)\b", re.IGNORECASE)


def specialty_alone(turn: Turn) -> Optional[str]:
    """A specialty and nothing else is a search; with a word for pay it is clinical pay."""
    shape = turn.shape
    if not turn.only_mentions or shape.pay_word or shape.define_cue or turn.has(COMPARED):
        return None
    told = turn.intent == "out_of_scope" and _MY_SPECIALTY.search(turn.text)  # "find me an oncologist" is not
    if turn.intent != FALLBACK and not told and not (turn.intent == "describe_role" and shape.refine_cue):
        return None
    return "find_roles" if turn.has(frozenset({"specialty"})) else None


def _is_written(text: str) -> bool:
    return re.search(r"[^\W_]|[$€£%]", text) is not None


def _emoji(text: str) -> str:
    """Return the pictures in a text."""
    return "".join(sign for sign in text if unicodedata.category(sign) == "So")


RULES: Tuple[Rule, ...] = (
    distress_comes_first,
    symptoms_come_next,
    living_on_pay,
    praise_is_no_distress,
    figure_of_speech,
    strain_alone,
    wish_among_worries,
    workday_wished_for,
    no_strain_in_a_fragment,
    guide_taken_up,
    next_of_the_list,
    own_record,
    own_offer,
    own_list,
    steps_into_a_role,
    leaving_weighed,
    figure_doubted,
    pay_elsewhere,
    amount_of_work,
    specialty_covered,
    role_across_specialties,
    nothing_written,
    emoji_alone,
    other_script,
    mashed_keys,
    share_in_percent,
    share_of_the_work,
    two_things_compared,
    who_pays,
    errand,
    another_profession,
    pay_of_a_role,
    property_of_a_role,
    role_alone,
    wish_alone,
    specialty_alone,
)
