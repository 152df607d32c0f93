"""Symptoms that need help now: of the person who writes, and of their family.

Read on plain speech (distress_signs.plain_speech): no apostrophes. A specialty, a clinic or a
patient is no symptom; that is sorted out by what must stand beside it: "my", "I", a relative.
"""

from __future__ import annotations

import re

from knowledge.language.distress_signs import plain_speech

_RELATIVE = (
    r"my (?:\w+ ){0,2}?(?:kid|child|son|daughter|baby|infant|newborn|toddler|husband|wife|spouse|partner|mom|mother|"
    r"dad|father|brother|sister|grandma|grandpa|grandmother|grandfather|friend|girlfriend|boyfriend|neighbor|"
    r"roommate)"
)
_EMERGENCY = (
    r"(?:vomiting|throwing up|letharg\w+|stiff neck|fever (?:of|over|above) \d+|\d{3} fever|high fever|not breathing|"
    r"cant breathe|stopped breathing|struggling to breathe|trouble breathing|breathing (?:fast|hard|funny|"
    r"weird)|choking|"
    r"chok(?:ed|es)|collapsed|unresponsive|unconscious|passed out|fainted|fainting|wont wake up|not waking up|"
    r"seiz(?:ing|ure|ures)|convuls\w+|turning blue|turned blue|is blue|bleeding|swallowed|ate (?:a|some|my|the) \w*"
    r"(?:batter|pill|bleach|pods?|meds|poison)\w*|overdos\w+|stung|anaphyla\w+|chest pain\w*|stroke|face "
    r"droop\w*|slurr\w+|"
    r"hives|allergic reaction|head injury|hit (?:his|her|their) head|burn(?:ed|t)? (?:his|her|their)|limp|dehydrated)"
)
_SIGNS = re.compile(
    rf"\b{_RELATIVE}\b(?: \w+){{0,5}}? {_EMERGENCY}\b"
    r"|\bcant (?:seem to )?catch my breath\b|\b(?:im|i am|i feel|feeling) (?:so |very |really |suddenly )?"
    r"(?:short of breath|out of breath|breathless|lightheaded|light headed|clammy|about to (?:faint|pass out))\b"
    r"|\b(?:the |my )?(?:room|world|everything) is spinning\b|\bworst headache (?:of|in) my life\b|"
    r"\bthunderclap headache\b"
    r"|\b(?:my )?(?:throat|tongue|face|lips?) (?:is |are |feels? |keeps? )?(?:closing|swelling|swollen|tightening)\b"
    r"|\b(?:sudden|suddenly|lost|losing|loss of) (?:my |the )?(?:vision|eyesight|sight)(?: loss)?\b(?! (?:of|"
    r"for) (?:a|the|my) "
    r"(?:career|goal|company))|\bcant see (?:out of|from|with|in) (?:my|one|the left|the right)\b|\bvision loss "
    r"in my\b"
    r"|\b(?:coughing|throwing|spitting) up blood\b|\bvomiting blood\b|\bblood in my (?:stool|urine|vomit|spit)\b"
    r"|\b(?:im|i am) bleeding\b|\bwont stop bleeding\b|\bbleeding (?:heavily|a lot|badly)\b"
    r"|\bi (?:just |almost |nearly )?(?:passed out|fainted|blacked out|collapsed)\b(?! (?:from (?:boredom|"
    r"laughing)|at the))"
    r"|\bmy (?:chest|heart) (?:feels|is) (?:so |really |very )?(?:heavy|tight|crushing|pounding|racing|fluttering)\b"
    r"|\bcant feel my (?:arm|face|leg|hand|left|right)|\b(?:half|side) (?:of )?my (?:face|body) (?:is "
    r")?(?:droop\w*|numb|weak|paralyzed)"
    r"|\b(?:im|i am|i think im) (?:having|getting) (?:a |an )?(?:stroke|heart attack|seizure|mi|contractions|"
    r"anaphyla\w+)\b"
    r"|\b(?:cut|stabbed|shot|burned) (?:my|myself)\b.{0,20}\b(?:bleeding|blood|badly|deep)\b"
)

# Filler words are counted ({0,8}): a loop without an end takes seconds on a message that repeats them.
# Complaints that need no hurry in themselves: they only count where nothing speaks of work.
_PART = (
    r"(?:left |right |lower |upper )?(?:chest|heart|arms?|hands?|fingers?|wrist|legs?|foot|feet|knee|calf|hip|"
    r"back|neck|head|"
    r"face|jaw|eyes?|ears?|throat|tongue|stomach|belly|abdomen|side|vision|speech|pulse|temperature|temp|bp|"
    r"blood pressure|"
    r"blood sugar|sugar|glucose|oxygen|o2|lips|wound|skin|body|breast)"
)
_COMPLAINT = (
    r"(?:hurt\w*|pain\w*|ach(?:e|es|ing)|numb|tingl\w+|swollen|swell\w*|bleeding|weak|burn(?:s|ing)|tight\w*|"
    r"pressure|droop\w*|blurr\w+|"
    r"double|going|dark|stiff|black|blue|infected|racing|beating|flutter\w*|pound\w*|skip(?:s|ping)?|stopped|"
    r"ringing|low|high|"
    r"explod\w+|slurred|weird|killing|red|confused|\d{2,3}|sweat\w*)"
)
_NOUN = (
    r"(?:chest pains?|chest pressure|chest tightness|pain|pains|ache|cough\w*|fever|chills|vomit\w*|diarrhea|"
    r"cramps|numbness|"
    r"tingling|swelling|lump|vertigo|sore throat|dizz\w+|dizy|woozy|nause\w+|blurred vision|double vision|"
    r"headaches?|migraine|concussion|"
    r"appendicitis|blood clot|asthma attack|labor|contractions|wheezing|hives|rash|toothache|stiff neck|"
    r"palpitations|seizures?|"
    r"heart attack|hart attack|stroke|stroke symptoms|shortness of breath|short of breath|trouble (?:breathing|"
    r"swallowing|speaking|walking)|difficulty "
    r"breathing|allergic reaction|anaphylaxis|panic attacks?|bleeding|fainting|faint|weak|sweating|shaking|"
    r"sick(?! and tired)|ill|unwell|(?:back|belly|stomach|chest|arm|leg|heart) (?:pain|ache|fluttering|racing)|"
    r"(?:tight|heavy) chest|numb (?:arm|face|leg|fingers|hand)s?|coughing blood)"
)
_COMPLAINTS = re.compile(
    rf"\bmy {_PART}(?: (?:is|are|feels?|keeps?|went|has been|have been|looks?|got|just|really|so|suddenly|all|"
    rf"very)){{0,8}} {_COMPLAINT}\b"
    rf"|\b(?:pain|pressure|tightness|tingling|numbness|swelling|lump)\b.{{0,15}}\b(?:in|on|down) (?:my |the |"
    rf"both |one )?{_PART}\b"
    rf"|\b(?:i|ive|im|been)(?: (?:have|had|got|get|feel|feeling|having|getting|think|keep|been|so|very|really|a|"
    rf"an|the|some|bad|"
    rf"terrible|severe|sharp|in|pretty|having|crushing|of|lot|physically|like|i|im|not|well|pounding|constant|"
    rf"high|all|night)){{0,8}} {_NOUN}"
    r"\b(?! (?:of|leave|days?|pay|at|in|and tired|to death|about|with))"
    rf"|^(?:sudden |severe |bad |terrible |high |feeling |feelin |very |some |numb |a ){{0,8}}{_NOUN}(?: (?:and|help|"
    rf"now|rn|please|since|for|right|all|i|wont)\b.{{0,25}})?$"
    r"|\bi (?:just )?(?:fell(?: (?:down|off|and|over)\b|$)|hit my head|broke my|burned (?:my|myself)|cut (?:my "
    r"(?:hand|finger|arm|leg|foot|thumb)|myself (?:badly|"
    r"with|by accident))|was in an? (?:car )?accident|(?:got|was) (?:hit by|bitten|stung|poisoned)|swallowed|"
    r"ate something|drank something|"
    r"stuck myself|got a needle ?stick|vomited|took (?:too much|too many|double|the wrong)\b.{0,25}(?:dose|"
    r"med\w*|pills?|tylenol|tablets|mistake|accident))"
    r"|\bi (?:dont|do not|am not|m not) (?:feel|feeling) (?:well|good physically|so good physically)|\bim "
    r"(?:not (?:well|feeling well)|sick|ill|in (?:a lot of )?"
    r"(?:severe )?pain)$|\b(?:i am|im) (?:in (?:a lot of |severe |so much )?pain|not well|not feeling|sweating "
    r"and|pregnant and bleeding)|\b(?:not feeling well|everything hurts)\b"
    r"|\blips are blue\b|\bdying of a heart attack|\bfeel like (?:passing out|fainting)|\boverdosed by "
    r"(?:accident|mistake)|\bwoke up (?:with numb|gasping)|\bgot a needle ?stick"
    r"|\bi (?:am|feel) (?:sick|ill|weak|terrible physically|very weak|pain|faint)$"
    r"|\b(?:cant|can barely|can hardly|cannot) (?:breathe|see|move|speak|swallow|walk straight|stand up|get air|"
    r"stop (?:vomiting|bleeding|shaking)|"
    r"keep anything down|feel my)\b(?! (?:myself|how|why|any|a|the|being|working|to|from|up))"
    r"|\b(?:call (?:911|an ambulance|a doctor)|need (?:an ambulance|emergency|medical help|a doctor (?:now|for "
    r"myself)|to go to the er)|"
    r"(?:medical|an|its an|this is an) emergency(?=$|[.!?,]| now| help| please)|stroke symptoms|going to "
    r"(?:pass out|faint))"
    r"|\b(?:someone|somebody|a (?:man|woman|guy|colleague|patient of mine)|the baby|my (?:mom|mother|dad|father|"
    r"kid|baby|toddler|daughter|son|husband|"
    r"colleague))\b.{0,12}\b(?:is unconscious|isnt breathing|is not breathing|is having a|collapsed|cant get up|"
    r"cant move|has a fever|drank|ate a|"
    r"is wheezing|is confused|put a|fell and|lips are blue|overdosed)"
    r"|^(?:911|emergency|emergency help|help my heart)$|\b(?:chst|chest|chets) (?:hurts?|pain|pian|apin|tite|"
    r"tight|pressure)$|\bcnat breathe\b"
    r"|\bhurts when i (?:breathe|pee|swallow|walk|move)|\bpain when i|\b(?:flashes of light|went numb|dog bit "
    r"me|wont stop bleeding|bleeding wont stop)\b"
)
_WORK = re.compile(
    r"\b(?:jobs?|roles?|careers?|remote\w*|options?|gigs?|positions?|pay|salary|quit|quitting|leave|leaving|"
    r"clinic|or\b(?= (?:anymore|all day|"
    r"for))|shifts?|standing|surgeon|surgery|patients?|practice|wfh|telehealth|telemed\w*|money|work|working|"
    r"program|unit|center|director|"
    r"specialist|treat\w*|dose\w*|manage\w*|prescribe|guideline\w*|differential|causes? of|how (?:do|would|to)|"
    r"should (?:i|we) (?:give|start|"
    r"order)|what (?:is|are|causes|drug)|researcher|charting|prior auths?|boss|admin|call\b(?! (?:911|an|a "
    r"doctor)))\b"
)


def shows_complaint(folded: str) -> bool:
    """Whether a folded text tells of being ill and speaks of nothing that has to do with work."""
    plain = plain_speech(folded)
    asks = re.match(r"(?:do i|where|why|how|is it|what)\b", plain) is not None
    return not asks and _COMPLAINTS.search(plain) is not None and _WORK.search(plain) is None


def shows_emergency(folded: str) -> bool:
    """Whether a folded text tells of symptoms that need help now, in the person or the family."""
    return _SIGNS.search(plain_speech(folded)) is not None
