"""What speaks for an amount being somebody's pay, and what against, as patterns. Data only."""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

PAY_WORDS = (
    r"\b(?:salar(?:y|ies|ied)|pays?|paid|paying|payment|earn(?:s|ed|ing|ings)?|compensation|compensat(?:es?|ed)|income|wages?|rates?|fees?"
    r"|honorari(?:um|a)|stipends?|remuneration|makes?|making|charg(?:es?|ed|ing)|bill(?:s|ed|ing)?|commands?|commanded|package"
    r"|take-home|takes? home|draws?|gets?|got|get paid|brings? in|bringing in|retainer|per diem|pocket(?:s|ed)?|gross(?:es|ed)?|invoic(?:es?|ed|ing)"
    r"|total comp|base|offers?|offered|figures of|going|usual|range[sd]?|runs?|start(?:s|ing|ed)?|reach(?:es)?|go(?:es)? for|advertis(?:es?|ed|ing)|lands?|tops? out|reimburse(?:s|d|ment)?|expect|share|suggests? asking|asking for|advertised"
    r"|(?:i|he|she|they|we) took(?=\s[$€£])|brings?(?=\s(?:[$€£]|about|around|over|up))|brought(?=\s(?:[$€£]|about|around|over))|ads?|listings?|postings?|(?:asks?|asked|asking|clears?|cleared|clearing|reports?|reported|reporting|made)(?:\sfor)?(?=\s(?:[$€£]|about|around|over|up|more|nearly|as))|pulls? (?:in|down)|pulled (?:in|down)|net(?:s|ted)?|fetch(?:es|ed)?|collects?|yields?|begins? (?:at|around|near)"
    r"|hovers?|clusters?|sits? (?:at|around|between|near)|sign(?:s|ed)? for|(?:takes?|took|accept(?:s|ed)?) (?:the|a|this|that|any) (?:job|offer|role|post|position))(?![A-Za-z])"
)
STATISTIC_WORDS = r"\b(?:average[sd]?|averaging|avg|means?|medians?|typically|typical|percentiles?)\b"

# Why an amount is no pay of the role it stands with. (pattern, weight, reason); the greatest weight counts.
AGAINST = (
    (r"\b(?:raised|raising|took in|takes in|revenues?|turnover|valu(?:ed|ation)|funding|series [a-e] of|invest(?:s|ed|ment|ors?|ing)?|market (?:of|is|was|size|for|worth)"
     r"|(?<!of the )market\b(?!\s(?:research|rates?|salar|pay|access|value of your|median|average))|industry worth|(?:is|are|be|was|were|estimated) worth|worth (?:of|some|about|an estimated|roughly|\$)|forecast|projected to (?:reach|grow)|acquired for|sold for"
     r"|profits?|sales of|budgets? of|spending|endowment)\b", 6, "a market size, revenue or investment"),
    (r"\b(?:tuition|costs?|costing|priced?|prices|purchase|buy|buying|bought|course fees?|exam(?:ination)? fees?|application fees?|registration|enrol+(?:ment)?"
     r"|certification (?:fee|cost)s?|membership|subscription|subscribe|tickets?|voucher|workbook|ebook|program fee|training fee|set you back"
     r"|spend|spends|spent|out of pocket|i paid|you pay|pay back|shell out|dues|rent(?:al)? of|filing fees?|licens(?:e|ing) fees?|sells?\b.{0,20}\bfor"
     r"|charge[sd]? (?:you|for (?:a |the )?(?:list|course|class|program|training))|guests pay|members pay|admission|deposit|annual fee)\b", 5, "a cost or a price"),
    (r"\b(?:loans?|debts?|mortgages?|owe[sd]?|owing|borrow(?:ed|ing)?|grants? of|prizes?|awards? of|awarded|scholarships?|fines?|fined|penalt(?:y|ies)"
     r"|donat(?:ed?|ions?)|settlements?|settled for|verdicts?|damages|payment on a claim|payouts? on|claims? paid|lawsuits?|sued for|jury)\b", 6,
     "a debt, an award or a settlement"),
    (r"\b(?:insurance|insured|premiums?|malpractice (?:cover(?:age)?|polic(?:y|ies)|insurance|premium)|tail(?: coverage)?|coverage|e&o|cover of|own-occupation|disability polic(?:y|ies)|liability"
     r"|deductible)\b(?!\s(?:compan|review|medical|carrier|plan|industr|firm|work|executive|physician))", 5, "insurance"),
    (r"\b(?:sign(?:ing|-on) bonus(?:es)?|bonus(?:es)? (?:of|up to|worth|averag\w+|rang\w+)|joke of a bonus|relocation|401\(?k|equity (?:of|worth)|stock (?:of|worth)|options worth"
     r"|referral bonus|stipend for (?:cme|travel)|cme allowance|allowance of|benefits worth|pension of)\b", 5, "a bonus or benefit without the salary"),
    (r"\b(?:giv(?:e|es|ing) up|gave up|forgo(?:es|ing)?|wast(?:e|es|ed|ing)|los(?:e|es|ing|t)|sav(?:e[sd]?|ing|ings)|replac(?:e|es|ing)|donations?|taxes|taxed|tax bill|put aside|put away|deduct(?:ed|ions?)?"
     r"|downloads|dinner|lunch|deduct)\b", 4, "a loss, a saving or an expense"),
    (r"\b(?:minimum wage|if you (?:earn|make|made|earned)|say you (?:earn|make)|suppose you)\b", 5, "an example"),
    (r"\b(?:pay cut of|cut of|took a cut|raise of|increase of|rose by|grew by|difference of|gap of|fell by|more than (?:they|you|i) (?:made|earned|make|earn))\b|\bby\s(?:(?:about|around|roughly|some|nearly|almost|over|at least|up to)\s)?$", 4,
     "a difference between two amounts"),
)  # fmt: skip
# Whoever is paid is not in the role. Only heeded close to the amount.
CLINICAL = (
    r"\b(?:clinical (?:\w+ )?(?:salar(?:y|ies)|pay|income|average|earnings|compensation|practice|rates?|shifts?|work|job|role|position)|clinical(?:ly)? (?!specialist|scientist|informatics)(?:\w+ology|\w+ist|\w+ians?|physicians?|surgeons?)"
    r"|in the clinic\b(?! al)|in (?:clinical|private) practice|private practice|in practice|locums?(?: tenens)?|attending (?:salary|pay|physicians?)|residents?|registrar"
    r"|residency|fellowship|hospitalist|in the nhs|academic \w+(?:ist|ian|surgeon)s?|your (?:current|clinical|present|old|last) (?:salary|pay|job|income)"
    r"|on the wards?|seeing patients|(?:who|that) (?:still )?sees? patients|shift pay|bedside|full-time clinician|clinicians?|practicing physicians?|practising)\b"
)
FORMER = (
    r"\b(?:i (?:was|had been) making|my (?:last|final|first) (?:\w+ )?years? (?:of|in|as an?) (?:practice|residency|training|fellowship|clinic|attending|the clinic)|i (?:used to|had) (?:make|earned|made|earn)|left my|my (?:old|last|former|employed|clinical) (?:job|salary|income|position|pay)|used to (?:make|earn|pay)"
    r"|gave up (?:a|my)|walked away from|before (?:i|she|he|they) left|left (?:his|her|their|a) (?:\w+ ){0,3}(?:job|post|position|practice)|formerly|previously earned|what you make now|years? ago (?:it|they|i)|brother in law|my wife|my husband)\b"
)
COMPARED = (
    r"(?:\b(?:compared (?:to|with)|versus|vs\.?|as against|against|unlike|instead of|rather than|down from|up from|half of|twice|double|a tenth of|below the|above the|short of the"
    r"|less than the|more than the|lower than|higher than|than the|than a|from an? average of|while the average (?:physician|doctor|clinician))\s*(?:(?:a|an|the|about|around|roughly|median|average|mean|some)\s)*)$"
)
