"""Signs that a person needs something else than careers: distress, symptoms, no readable text.

Burnout is the topic of this bot and is full of strong idioms ("this job is killing me",
"dying to leave", "I'd kill for a remote job"). The patterns below need the person and the
wish to die, to harm oneself or not to go on; idioms are taken out first.
"""

from __future__ import annotations

import re

from knowledge.language.distress_signs import misspells_suicide, plain_speech, shows_signs
from knowledge.language.gibberish import is_mostly_non_latin, looks_like_gibberish
from knowledge.language.symptom_signs import shows_complaint, shows_emergency
from knowledge.language.text import fold

__all__ = [
    "detect_abuse", "detect_distress", "detect_strain", "detect_symptoms", "is_mostly_non_latin",
    "looks_like_gibberish",
]  # fmt: skip
MAX_CHARACTERS = 6_000  # enough for any message that a person types

_I = r"(?:i|im|i'm|i am|ive|i've|id|i'd|i just|i really|i kinda|i kind of|me|myself|doc)"
_WANT = (
    r"(?:want(?:ed|ing)?|wanna|wnat|wan|wish|would like|plan(?:ning)?|going|gonna|"
    r"thinking (?:about|of|abt)|thought (?:about|of)|"
    r"thoughts (?:of|about)|tempted|ready|feel like|considering|considered|contemplating|trying|"
    r"tried|need|deserve|urge|about|fantasi[sz](?:e|ing) (?:about|of))"
)
_JOB_THINGS = (
    r"(?:my (?:job|career|practice|contract|shift|week|day|clinic|residency|subscription|chat|"
    r"search|employment|relationship with|lease|position|conversation|session|membership|"
    r"meeting|"
    r"call)|"
    r"this (?:job|chat|conversation|contract|career|call|session|week|rotation|position|"
    r"practice)|the (?:contract|job|chat|conversation|call|session|day|week|year|month|shift|"
    r"practice|lease|commute)|"
    r"clinical|practice|medicine|patient|residency|work|working|contract|up in|with pharma|"
    r"the search|the nights?|prior)"
)

_MY_JOB = (
    r"(?:career|job|practice|contract|shift|week|day|clinic|residency|chat|search|employment|"
    r"lease|position|session|call|fellowship|partnership|time|relationship|years?|training|"
    r"tenure|association)"
)

_IDIOMS = re.compile(
    r"\b(?:(?:i'?d |would |i could |could |gonna )?kill(?:ing)? for\b"
    r"|(?<!had )(?<!something )(?<!someone )(?<!somebody )(?:is |are |was |'s |be )?(?:literally |slowly |really |just "
    r")?(?:kill(?:ing|s|ed)|"
    r"killin) (?:me|us|my (?:back|feet|soul|marriage|vibe|family|joy|spirit|passion|time))\b"
    r"|kill (?:time|two birds|it|the filter|the pay|the limit)\b"
    r"|(?:i'?m |im |i am |been |just )?dying (?:to (?:leave|know|get|quit|find|see|hear|move|"
    r"try|"
    r"work|do|go|switch|change|learn|ask|escape|retire|start|have|be)|for|inside|field|"
    r"specialty|"
    r"profession|out here|at work|laughing|breed|industry|art)\b"
    r"|dead (?:tired|end|serious|weight|on my feet|set|in the water|sure|beat|job|ends?)\b"
    r"|(?:career|professional|social|financial) suicide\b"
    r"|suicide (?:rates?|prevention|hotline role|risk|statistics|stats|numbers|among|"
    r"in (?:physicians|doctors|medicine)|epidemic|screening)\b"
    r"|(?:physician|doctor|resident|patient|patients'?|colleague'?s?|teen|veteran|"
    r"assisted)s?'? suicides?\b|physician[- ]assisted suicide\b"
    r"|jump(?:ing)? off (?:the |this )?(?:academic |career |corporate )?(?:ladder|bandwagon|treadmill|hamster wheel|"
    r"train|track)\b|(?:lost|losing) (?:all )?hope (?:in|for|with|of|that) (?:my |the |this |our )?(?:employer|job|"
    r"practice|hospital|system|profession|medicine|academia|career|match|getting|finding|a raise|administration)\w*"
    r"|suicidal (?:patients?|ideation in|teens?|clients?|callers)\b|(?:patients?|patient who is|"
    r"colleague|friend|clients?) (?:is |was |are |who is |who are |were )?suicidal\b"
    r"|(?:over my dead body|to die for|do or die|die hard|drop dead date|died? (?:laughing|"
    r"of boredom)|bored to death|boring me to death|worked? to death|scared to death|"
    r"death by (?:paperwork|powerpoint|a thousand)|sick to death)\b"
    r"|shoot me (?:an?|your|the|over|some|a message|an email)\b|(?:just )?shoot me now lol\b"
    r"|cut(?:ting)? my(?:self)? (?:hours|losses|some slack|pay|time|schedule|a break|income|"
    r"off from)\b"
    r"|end(?:ing)? it (?:with|there|here|on|at|today with|as)\b"
    r"|can'?t go on (?:vacation|leave|call|a|the|to|my|holiday|maternity|strike|with (?:this|my|"
    r"the) (?:job|schedule|contract|practice|specialty|career|call|clinic))\b"
    r"|end of my life(?:'s)?\b|hurt(?:ing)? myself (?:financially|by|professionally|career)\b|"
    r"kick(?:ing)? myself\b|prove myself\b"
    r"|no reason to (?:stay|leave)\b|out of my misery lol\b"
    r")"
)

_DISTRESS = re.compile(
    r"\b(?:"
    rf"{_WANT} (?:to |2 |just |be |about ){{0,8}}(?:die|dying|dye tonight|be dead|being dead|"
    r"kill(?:ing)? my ?self|kil+ my ?self|killmyself|end(?:ing)? (?:my|it|things|everything|"
    rf"my own)(?: (?:life|all|own life))?(?! {_JOB_THINGS})(?! (?:{_MY_JOB}))|"
    r"disappear forever|not exist|not be (?:here|alive)|stop existing|stop living|not wake up|"
    r"never wake up|hurt(?:ing)? my ?self|harm(?:ing)? my ?self|cut(?:ting)? my ?self|"
    r"jump(?:ing)? (?:off|in front)|overdos(?:e|ing)|shoot(?:ing)? my ?self|"
    r"hang(?:ing)? my ?self|"
    r"take my (?:own )?life|suicid(?:e|al)|go to sleep and (?:not|never)|sleep forever|"
    r"be gone(?: forever| for good)?(?=[.!?,]|$)|put an end to (?:it|my life|everything)|"
    r"drive (?:my car )?(?:into|off))"
    r"|(?:wish|wished|wishing|hope|hoping|pray) (?:that )?(?:i|id|i'd|i would|i could|i had|"
    r"i'd just|i just)(?: was| were| am| be| could| would| had| just| never){0,8} (?:dead|die|"
    r"never born|been born|not (?:here|alive|wake up|exist|been born)|never (?:wake up|woke up|"
    r"existed|been born)|gone(?! (?:to|into|through|for))|disappear|didn'?t (?:exist|wake up)|not waking up|"
    r"stop existing|"
    r"born|existed|didnt wake up)"
    r"|(?:i )?(?:don'?t|dont|do not|dnt|didn'?t|didnt|no longer|not) (?:really |even |"
    r"just )?(?:want|wanna|wish|care|feel like|deserve|see a reason|see any reason|"
    r"see the point|"
    r"see any point)(?: to| in| of| about)?(?: be| being| keep| continue|"
    r" go on)?(?: on)? ?(?:live|living|alive|exist|existing|be alive|wake up|waking up|"
    r"be here any ?more|be here|be on this (?:earth|planet)|life|living any ?more|go on living|"
    r"go on|live like this)(?! (?:in|near|with|on|at|by|out of|apart|abroad|far|paycheck|there|"
    r"off)\b)"
    r"|(?:kms|kys|ctb|unalive|off my ?self|offing my ?self|end my life|ending my life|"
    r"end my own life|take my (?:own )?life|taking my (?:own )?life)"
    r"|(?:kill|killing|kil|klil|killed|hang|hanging|shoot|shooting|drown|poison|stab|harm|"
    r"harming|hurt|hurting|cutting|cut|overdosed?|burn) my ?self(?! (?:at|with|for|over|working|"
    r"trying|doing) (?:work|overtime|this job|the job|a job|prior|call|trying|doing))"
    r"|killing myself$"
    r"|(?:better off|happier|easier|be fine|better) (?:without me|if i (?:was|were|wasn'?t|"
    r"weren'?t|died|am|just)(?: not)?(?: dead| gone| here| around| alive| disappeared)?|dead|"
    r"when i'?m (?:dead|gone))"
    r"|(?:no|any|zero|lost (?:the |my |all )?|not a) (?:more )?(?:reason|reasons|point|purpose|"
    r"will|desire|hope|use)s? (?:left )?(?:to|in|for|of) (?:live|living|life|go on|going on|"
    r"being alive|keep going|wake up|be alive|continue living|exist)"
    r"|(?:what'?s|what is|whats|is there|see) (?:the|any|a|no)?\s?(?:point|reason) (?:of|in|to|"
    r"for)? ?(?:living|life|being alive|going on|live|go on|keep living|keep going(?=[.!?]|$))"
    r"|(?:nothing|no one|nobody) (?:left )?(?:to|worth) (?:live|living)(?: for)?"
    r"|(?:i )?(?:can'?t|cant|cannot|can not|cnt|couldn'?t|dont know if i can|don'?t think i can|"
    r"dont think i can) (?:go on|keep going|keep living|live|face (?:another|one more) day|"
    r"take (?:living|life|being alive)|carry on|continue living|do life|do this life|"
    r"bear (?:to live|living))(?: like this| any ?more| anymore| much longer| living|"
    r" this way)?(?=[.!?,;]|$| any| like| and| i\b| but| much| living| this way)"
    r"|(?:i'?m|im|i am|feel|feeling|felt|been|am|become|became|getting|being) (?:so |very |"
    r"really |kinda |a bit |actively |passively |quite |truly |currently |pretty ){0,8}(?:suicidal|"
    r"sucidal|suicdal|suisidal|suicidial|suicidel|a burden to (?:everyone|my family|others|"
    r"everybody)|hopeless|completely hopeless|worthless)"
    r"|(?:suicid(?:e|al) (?:thoughts?|ideation|ideations|plan|note|feelings|urges)|"
    r"thoughts of (?:suicide|death|dying|ending it|self harm|self-harm|killing)|"
    r"commit(?:ting)? (?:suicide|suicde|sucide)|attempt(?:ed|ing)? suicide|(?:my|a|"
    r"think(?:ing)? (?:about|of)|thought (?:about|of)|considering|consider(?:ed)?|"
    r"contemplat(?:e|"
    r"ing|ed)) (?:suicide|sucide|suicde))"
    r"|(?:^|[.!,;] ?)(?:suicide|suicidal|sucidal)(?=[.!? ]*$)"
    r"|self[- ]?harm(?:ing|ed)?(?! (?:patients?|policy|screening))"
    r"|(?:rather|prefer to) (?:be dead|die|not be alive|not exist|"
    r"be dead than)(?! (?:than (?:do|"
    r"take|go back|work|see|write|sit|be on|return)|on this hill|of))"
    r"|(?:should|ought to) (?:just )?(?:die|be dead|kill my ?self|not be alive|not exist|"
    r"never have been born)"
    r"|(?:goodbye|good bye) (?:cruel )?(?:world|forever|everyone)"
    r"|(?:ready|want|wanna|time|going|gonna|about|thinking (?:about|of)|thought (?:about|of)|"
    r"tempted|plan|planning) (?:to )?(?:end|ending) (?:it|it all|everything|things|"
    r"all of it)(?: all| tonight| today| now| soon| already| for good)?(?=[.!?,;]|$| i\b| and |"
    r" because| tonight| today)"
    r"|(?:end it all|ending it all|end it tonight|end everything|ended it all)"
    r"|(?:not|never) (?:want(?:ing)? to )?(?:be|wake|waking) (?:here|alive|up)(?: any ?more|"
    r" anymore| tomorrow| again)"
    r"|(?:wouldn'?t|wouldnt|wont|won'?t) (?:mind|care) (?:if i )?(?:dying|died|not waking up|"
    r"didn'?t wake up|never woke up|getting hit|got hit|was dead|being dead)"
    r"|(?:life|living)(?: is| isn'?t|'s)? (?:not |no longer |just not )?worth (?:it|"
    r"living)(?! for)"
    r"|life (?:is )?(?:pointless|meaningless|over|has no meaning|has no point|not worth)"
    r"|(?:i )?(?:have |feel |there'?s |theres |there is |see |got )(?:absolutely |just )?(?:no|"
    r"zero|without) hope(?: left| any ?more| at all| for me| in life)?(?! (?:of (?:getting|"
    r"finding)|for (?:this|the)|that|in getting))"
    r"|(?:lost|losing|given up|giving up) (?:all |any |on )?(?:hope|life|"
    r"living)(?! (?:in (?:medicine|the|my job)|of|that|for (?:a|this|the|my) (?:job|career|"
    r"system|profession|practice)))"
    r"|(?:everyone|everybody|they|my (?:family|kids|wife|husband|spouse|children|"
    r"patients)) (?:would|will|'d|d)? ?(?:all )?be better off(?: without me| if i (?:was|were|wasn'?t|weren'?t|"
    r"died|am gone)|(?=[.!,;]|$))"
    r"|(?:don'?t|dont|do not) (?:feel )?(?:safe|trust) (?:with |around |by )?my ?self"
    r"|(?:pills|gun|rope|bridge) (?:and|to) (?:end|kill|finish|be done)"
    r"|(?:i'?m|im|i am) (?:so )?done with (?:life|living|everything and everyone|this life|"
    r"this world)(?! (?:in|at|on|as|of)\b)"
    r"|(?:sick|tired) of (?:living|life|being alive|existing|breathing)(?! (?:in|on|like a|"
    r"this way at work|away|out of|pay ?check|paycheck to|by|with my|at))"
    r"|(?:nothing matters any ?more|(?:nobody|no one) would (?:miss me|notice(?: if i (?:was|were|"
    r"died|disappeared)|(?=[.!,]|$))|care if i (?:was|were|died|live|disappeared))|no way out(?=[.!?,;]|$)|want "
    r"(?:it|the pain|everything|all this|it all|"
    r"this all) (?:all )?to (?:stop|end|be over)(?: forever)?(?=[.!?,;]|$)|"
    r"make it (?:all )?stop(?=[.!?]|$)|i give up on life|my life is over|better to be dead)"
    r")(?!\w)"
)

_MAY_BE_DISTRESS = re.compile(
    r"die|dying|dead|kill|kil\b|klil|kms|kys|ctb|suic|sucid|suis|live\b|living|life|alive|exist|"
    r"end|harm|hurt|hope|worth|burden|better off|"
    r"myself|my self|go on|going|carry on|goodbye|good bye|wake|waking|born|miss me|notice|"
    r"matters|way out|stop|safe|here|gone|disappear|overdos|"
    r"sleep forever|jump|face another|off my|point|reason|face one"
)

_BODY = re.compile(
    r"\b(?:"
    r"(?:i'?m|im|i am|i|i'?ve|ive|i have|having|have|my|got|getting|feel|feeling|experiencing|"
    r"with|some|bad|severe|sudden|crushing|this) (?:been |am |got |have |had |having |getting |"
    r"feeling |a |an |some |really |bad |severe |sudden |crushing |terrible |awful |the |sharp |"
    r"weird |of |bit |having a |lot ){0,8}"
    r"(?:chest (?:pains?|tightness|pressure|hurts?|discomfort|feels tight|is tight|hurting)|"
    r"chestpain|pain in (?:my|the) (?:chest|left arm|arm|jaw|stomach|back)|"
    r"short(?:ness)? of breath|trouble breathing|difficulty breathing|"
    r"heart attack|a stroke|palpitations|heart (?:is )?(?:racing|pounding|fluttering|skipping)|"
    r"left arm (?:is )?(?:numb|hurts?|hurting|tingling|pain)|arm (?:is )?numb(?:ness)?|"
    r"face (?:is )?(?:drooping|numb)|slurred speech|"
    r"fainting|faint|passed out|passing out|dizzy|dizziness|seizures?|coughing (?:up )?blood|"
    r"vomiting(?: blood)?|throwing up|fever|migraine|"
    r"anaphyla(?:xis|ctic)|allergic reaction|head(?: is)? (?:pounding|splitting)|numbness|"
    r"blurry vision|bleeding|stroke symptoms|panic attack|feel(?:ing)? (?:very |really |"
    r"so )?(?:ill|sick|unwell|faint)|headaches?|nause(?:a|ous)|stomach (?:pain|ache)|"
    r"abdominal pain)"
    r"|(?:my )?chest (?:hurts|is tight|feels tight|is hurting|pain right now|tightness|"
    r"is killing me|pain)(?! (?:patients?|center|clinic|unit|call))"
    r"|(?:can'?t|cant|cannot|can not|hard to|struggling to) (?:breathe|breath|feel my (?:arm|"
    r"face|legs?|hand)|see (?:out of|from)|move my (?:arm|legs?|face))"
    r"|(?:i )?(?:feel|feeling|felt) (?:really |very |so |quite |physically |suddenly ){0,8}(?:ill|"
    r"unwell|faint|dizzy|light ?headed|feverish|nauseous)"
    r"|(?:i )?(?:think|believe|might be|may be) (?:i'?m |im |i am |i'?ve )?(?:having|had) (?:a |"
    r"an )?(?:heart attack|stroke|seizure|mi\b)"
    r"|(?:i )?(?:took|swallowed|overdosed on) (?:too many|a whole bottle|an overdose|"
    r"all (?:of )?my|a bunch of) (?:pills?|meds|medications?|tablets)?"
    r"|(?:i )?(?:collapsed|fainted|passed out|blacked out)\b"
    r")"
)
_NOT_MY_BODY = re.compile(
    r"\b(?:pay|salary|jobs?|roles?|careers?|sick of|tired of|sick and tired|makes me (?:sick|"
    r"ill)|feel sick (?:of|about|to my stomach)|sickness of|"
    r"sick (?:leave|days?|pay)|headaches? from|patients?|my patient|headaches? of|(?:administrative|admin|"
    r"paperwork|insurance|billing|emr|ehr) headaches?|headache medicine|prior auth\w* (?:are|"
    r"is) a headache|without (?:the )?headaches?|bleeding (?:money|edge|cash|heart)|"
    r"spring fever|cabin fever|heart (?:is )?racing to|stroke (?:of luck|neurology|doc|center)|"
    r"treat|treats|treating|treatment for|dose|doses|dosing|manage|management|workup|"
    r"differential|how do you)\b"
)
_URGENT = re.compile(r"\b(?:i|i'?m|im|my|ive|i'?ve)\b")


# Talk about suicide as a subject: "suicide rates among physicians", "suicide prevention roles".
_SUBJECTS = re.compile(
    r"\bsuicid\w* (?:rates?|prevention|hotline|risk|statistics|stats|numbers|among|epidemic|screening|"
    r"cases?|litigation|lawsuits?|claims?|malpractice|in "
    r"(?:physicians?|doctors?|medicine|residents?|residency|surgeons?|women|men|our profession)|"
    r"research|ideation in|patients?|mission|line|crisis|assessments?|teens?|kids|youth|clients?|callers?|"
    r"adolescents?|veterans?|people|inpatients?|watch|notes? review)\b|\b(?:career|professional|social|"
    r"financial|assisted) suicide\b|"
    r"\bsuicide (?:for|of) (?:my|your|a|the|his|her) (?:career|job|practice|reputation)\b"
)
_STATISTICS = re.compile(_SUBJECTS.pattern + r"|\bpatients?\b.{0,20}\bsuicid")
# What is said in other words than a wish to die: lost hope, fear for somebody else, an overdose,
# the death of a colleague; and the plainest wordings of other languages and of bad spelling.
_CRISIS = re.compile(
    r"\b(?:hope is gone|(?:i am|i'?m|im|feel(?:ing)?|so|just|totally|completely) hopeless|hopeless about|"
    r"(?:lost|losing|no|without) (?:all |any )?hope (?:left|anymore|any more)|lost (?:all )?hope|"
    r"(?:see|have|there is|theres|there's) no (?:future|way out|point (?:in|to) (?:living|life|going on))|"
    r"(?:don'?t|do not|dont) feel safe (?:with|from|alone|tonight|anymore)|i (?:don'?t|dont|do not) feel safe|"
    r"took too many (?:pills|tablets|meds)|overdosed|suis?cid\w*|suicde\w*|suisid\w*|suiside\w*|sucide\w*|"
    r"(?:he|she|they|husband|wife|friend|partner|colleague|son|daughter|brother|sister|resident|coworker)"
    r"(?: \w+){0,6} (?:hurt|harm|kill)(?:ed|ing)? (?:him|her|them)sel(?:f|ves))\b"
    r"|\b(?:quiero morir(?:me)?|me quiero (?:morir|matar)|quiero matarme|no quiero vivir|suicidarme|"
    r"no veo salida|je veux mourir|(?:me|veux me) suicider|envie de mourir|ich will sterben|"
    r"will nicht mehr leben|selbstmord|mich umbringen|quero morrer|me matar|voglio morire|uccidermi|"
    r"khochu umeret|mar jana chahta|marna chahta)\b"
    r"|хочу умереть|покончить с собой|自杀|想死|死にたい|자살|أريد أن أموت|मरना चाहता"
)


def detect_distress(text: str) -> bool:
    """Whether the person sounds hopeless, wishes not to live, may harm themselves or fears it of others."""
    folded = fold(text[:MAX_CHARACTERS])
    crisis = _CRISIS.search(_IDIOMS.sub(" , ", folded)) or _CRISIS.search(
        _IDIOMS.sub(" , ", text[:MAX_CHARACTERS].lower())
    )
    if (crisis or misspells_suicide(folded)) and not _STATISTICS.search(folded):
        return True
    if shows_signs(_IDIOMS.sub(" , ", folded)):
        return True
    if not _MAY_BE_DISTRESS.search(folded):
        return False
    without_subjects = _SUBJECTS.sub(" , ", _IDIOMS.sub(" , ", folded))
    plain = " ".join(without_subjects.replace("*", "i").split())
    return bool(_DISTRESS.search(plain) or _DISTRESS.search(plain_speech(plain)))


_AT_THIS_MOMENT = re.compile(r"\W*(?:rn|right now|now|since|this (?:morning|evening))\b")


def detect_symptoms(text: str) -> bool:
    """Whether the person reports symptoms of their own or of their family, right now."""
    folded = " ".join(fold(text[:MAX_CHARACTERS]).split())
    if shows_emergency(folded) or shows_complaint(folded):
        return True
    match = _BODY.search(folded)
    if match is None:
        return False
    own = _URGENT.search(folded[max(0, match.start() - 30) : match.end()]) is not None
    own = own or _AT_THIS_MOMENT.match(folded[match.end() :]) is not None
    if _NOT_MY_BODY.search(folded):
        return (
            own
            and re.search(
                r"chest (?:pain|tight|hurt|pressure)|can'?t breath|breathing|heart attack|"
                r"left arm",
                match.group(),
            )
            is not None
            and re.search(r"\bpatients?\b|\btreat|\bdos(?:e|ing)|\bmanage|workup", folded) is None
        )
    return own or len(folded.split()) <= 5


_STRAIN = re.compile(
    r"\b(?:i'?m|im|i am|i feel|feel(?:ing)?|been|so|and|get(?:ting)?|really|totally|just)"
    r"(?: (?:so|very|really|quite|pretty|kinda|too|always|tired and|exhausted and)){0,8}"
    r" (?:depress(?:ed|ing)|miserable|desperate|falling apart|in tears|at (?:my )?breaking point)\b"
    r"|\bpanic attacks?\b|\bcan'?t (?:cope|stop crying|take (?:it|this) any ?more)\b"
    r"|\bcry(?:ing)? (?:every|after|before|in|all|daily|constantly|my)\b|\bnot sleeping\b.{0,20}\bcry"
    r"|\bhate my life\b|(?:^|[.,;!]|\band|\bgot sued) ?(?:very |so |really )?depressed\b(?! (?:patients?|people|pts))"
    r"|\bdepressed (?:\w+(?:ist|ian)|doc|doctor|md|surgeon|resident|fellow)\b"
    r"|\bdrink(?:ing)? (?:(?:every|each|all) (?:night|day|evening)|to (?:get through|cope|sleep|forget))\b"
    r"|\b(?:job|work|call|clinic|medicine|residency|schedule|it|this) is (?:literally |slowly |really )?killing me\b"
    r"|\b(?:just|so|completely|totally) done\b(?! (?:with|at|by|my|the|in|for|and)\b)"
    r"|\b(?:running on (?:empty|fumes)|at my (?:limit|wits'? end)|nothing left to give|hanging on by a thread)\b"
    r"|\b(?:i have|i've got|my|with) depression\b|\bmental health is\b"
    r"|\b(?:i )?feel(?:ing)? (?:so |completely |totally |just )?(?:empty|numb|dead) (?:inside|all|every|most|"
    r"and|now|lately)"
    r"|\bdead inside\b|\bin (?:a|such a) (?:really |very |pretty |so )?dark place\b"
    r"|\bi'?m (?:such |just |really |totally )?a (?:mess|wreck)\b|\bi am a (?:mess|wreck)\b"
    r"|\bcan'?t (?:get out of bed|stop crying|function|eat or sleep|sleep or eat)\b|\bnervous breakdown\b|\bend "
    r"of my rope\b"
    r"|\bdon'?t (?:feel|enjoy) anything anymore\b|\bi hate (?:myself|my life)\b|\bcried (?:in|at|after|before|"
    r"every)\b"
)


def detect_strain(text: str) -> bool:
    """Whether a person speaks of being depressed or at the end of their strength.

    Burnout alone does not count: it is what most people come with. Hopelessness is
    `detect_distress`.
    """
    return bool(_STRAIN.search(fold(text[:MAX_CHARACTERS])))


_ABUSE = re.compile(
    r"\b(?:useless|stupid|dumb|idiot(?:ic)?|moron(?:ic)?|piece of (?:junk|shit|crap|garbage)|crappy|"
    r"shitty|worthless|garbage|trash|f+u+c+k\w*|fck\w*|wtf|bullshit|bs|suck(?:s|y)?|hate you|shut up|"
    r"damn|goddamn|asshole|bitch|lame|pathetic)\b"
)


def detect_abuse(text: str) -> bool:
    """Whether a message swears or insults; a question inside it deserves its answer all the same."""
    return bool(_ABUSE.search(fold(text[:MAX_CHARACTERS])))
