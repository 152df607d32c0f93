"""Distress said in other words than a wish to die: plans, means, farewells, being a burden.

The patterns are read on plain speech (`plain_speech`): no apostrophes, text-speak written out.
Each group names the sign that it hears; idioms of work are taken out before (safety.py).
Where a wording is as common in talk of work ("I want out"), it needs a word that excludes that.
"""

from __future__ import annotations

import re
from typing import Dict, FrozenSet

from rapidfuzz.distance import OSA

from knowledge.language.distress_asides import tells_aside

_END = r"(?=\W*$|\s*[.!?,;)])"
_PEOPLE = (
    r"(?:everyone|everybody|they|people|the world|no one|nobody|my (?:family|kids?|children|son|daughter|wife|"
    r"husband|spouse|partner|parents|friends|patients|team))"
)
_ANOTHER = (
    r"(?:she|he|they|(?:my |a |an )?(?:best |close |old |good )?(?:friend|wife|husband|spouse|partner|son|daughter|"
    r"kid|child|brother|sister|mom|mother|dad|father|colleague|coworker|resident|intern|student|roommate|buddy))"
)
_PILLS = r"(?:pills?|meds|tablets|tylenol|xanax|ambien|insulin|propofol|fentanyl|opioids?|potassium|ketamine|benzos?)"
_HEIGHT = (
    r"(?:bridge|roof|rooftop|building|parking (?:deck|garage|structure|lot)|deck|balcony|ledge|cliff|overpass|window)"
)

_SIGNS: Dict[str, str] = {
    "harming oneself": (
        r"\b(?:been|am|im|started|keep|kept|was|back to) cutting(?: (?:again|lately|at night|to cope)){0,8}"
        + _END + r"|"
        r"\b(?:cut|cutting|slit|slitting|slash\w*|scratch\w*) (?:on )?my (?:wrists|arms|thighs|legs|skin|veins)\b|"
        r"\bburning my (?:arms?|skin|legs?|thighs?)\b|\b(?:hurt|harm|cut)(?:ing|ting)? myself (?:again|lately|"
        r"on purpose)|"
        r"\bself ?harm"
    ),
    "means": (
        r"\btak(?:e|en|ing) all (?:of )?(?:my|the|these|those) " + _PILLS + r"|"
        r"\b(?:look|looking|staring|stare|think|thinking)(?: at| about| of)? (?:the|my|all the|those|a bottle of) "
        + _PILLS + r"\b(?! (?:market|trial|study|company|job|safety|industry|space|dos\w*))|"
        r"\bhow (?:much|many) \w+(?: \w+)? (?:it |would |does |do |to ){0,8}(?:it )?(?:takes?|kill|overdose|od|die|"
        r"not wake)"
        r"(?=.{0,25}\b(?:wake|die|kill|dead)\b)|"
        r"\blooked up how (?:much|many|to (?:die|od|hang|tie))|"
        r"\bi (?:already )?know (?:exactly )?(?:which|what|how much|how many) (?:drug|drugs|med|meds|dose|pills?|"
        r"vein|bridge|rope)\b.{0,12}\b(?:id|i would|ill|to) (?:use|take|do it)|"
        r"\b(?:painless|easiest|quickest|quick|easy|least painful|fastest|peaceful) way to (?:go|die|end (?:it|"
        r"things|my)|"
        r"leave this)|\b(?:tied|made|making|tying|have|got|bought) (?:a |the |my )?(?:noose|rope for)|"
        r"\bgun\b.{0,40}\bthinking about (?:it|using)|\b(?:load|loaded|put) (?:a|the|my) gun\b|"
        r"\bi have the means\b|\bgun (?:to|in) my (?:head|mouth)\b"
    ),
    "places": (
        r"\b" + _HEIGHT + r"\b.{0,30}\b(?:call(?:s|ing)?(?: to| out to)? me|tempt\w*|inviting|looks? good)|"
        r"\bjump(?:ing)? off (?:the|a|of the|of a|that|my) " + _HEIGHT + r"|"
        r"\b(?:driv(?:e|ing)|swerv(?:e|ing)|steer(?:ing)?|crash(?:ing)?|run(?:ning)?|walk(?:ing)?|step(?:ping)?) "
        r"(?:my |the |this )?(?:car )?(?:straight |right )?(?:into|off|in front of|in) (?:to )?(?:a|the|an|"
        r"oncoming)? ?"
        r"(?:tree|wall|bridge|river|oncoming|traffic|truck|pole|lake|median|cliff|train|bus|ocean)\b|"
        r"\bnot (?:turning|turn) the wheel\b|\b(?:hope|wish|want|mind|like|rather|if|pray)\b.{0,25}\b(?:get|got|"
        r"getting|be|being) "
        r"hit by (?:a|the) (?:bus|truck|car|train)\b"
    ),
    "plan": (
        r"\bi have a (?:plan|date|note)(?: and (?:a |the |my )?(?:plan|date|note|means|method|gun|way)){1,8}\b|"
        r"\b(?:wrote|written|writing|write) (?:the |my |all the )?(?:goodbye |farewell )?"
        r"letters\b(?= (?:already|tonight|last night|to my (?:kids|family|wife|husband|parents|"
        r"children))|\W*$)|\b(?:goodbye|farewell|suicide) (?:letters?|notes?)\b|\bi wrote (?:a|the|my) note\W*$|"
        r"\b(?:gave|giving|given) away (?:all )?(?:of )?my (?:things|stuff|belongings|possessions|dog|cat|pets)\b|"
        r"\b(?:affairs in order|worth more dead)\b|\balready decided to (?:go|die|end|leave this)\b" + r"|"
        r"\b(?:im |i am )(?:just )?going to do it tonight" + _END + r"|\btonight(?:s| is) the night\b|"
        r"\bwont be (?:around|here|alive) (?:much longer|for long|anymore|tomorrow|by (?:tomorrow|morning|then)|"
        r"next (?:week|year|"
        r"month))\b|\b(?:wont|dont know if (?:i can|ill|i will)|not sure (?:i can|ill|if ill)|might not) "
        r"(?:make it|survive|last) "
        r"(?:through|to|past|until|till) (?:the |this )?(?:night|tonight|tomorrow|morning|weekend|week)\b|"
        r"\b(?:this is|its|so this is) (?:my )?(?:final )?(?:goodbye|farewell)" + _END
    ),
    "not to wake": (
        r"\b(?:fall asleep|go to sleep|go to bed|sleep) (?:and|n) (?:just )?(?:not|never) (?:ever )?wake\b|"
        r"\b(?:worst thing|ok|okay|fine|relieved|relief|mind|care|happy|good) if i (?:just )?(?:didnt|dont|"
        r"never|did not) "
        r"wake\b|\bnot wak(?:e|ing) up (?:tomorrow|again|anymore|in the morning|sounds)\b|\bi dont want to "
        r"wake\b(?! up (?:at|early|before|to|for|in|with|next|on)\b)"
    ),
    "not to be": (
        r"\bwant (?:it|this|everything|all of (?:it|this)|it all|the pain|the suffering) (?:all )?to (?:just "
        r")?(?:be over|end|"
        r"stop)" + _END + r"|\b(?:want|wish|need|like|love) (?:to|i could|i would) (?:just )?(?:vanish|"
        r"disappear|evaporate|"
        r"be erased|cease|fade away|not be)(?: (?:forever|completely|for good|and never)| from (?:the|this) "
        r"(?:world|earth|"
        r"face)|" + _END + r")|\bhate myself\b.{0,30}\b(?:disappear|die|gone|dead|end)|"
        r"\bwant out\W+not (?:of |out of )?(?:the |my |just |a )?(?:job|work|medicine|career)|"
        r"\b(?:can|cant|could|if i can|how to) (?:keep|go on|continue) living(?: like this)?(?! (?:in|on|off|at|"
        r"with|out|near)\b)|"
        r"\b(?:should i|i should|i might|or|ill|gonna) (?:just )?end it(?: all| now| tonight)?" + _END + r"|"
        r"\b(?:whats|what is|see|no) (?:the |any )?point (?:of|in|to) (?:anything|everything|it all|existing|"
        r"being here)\b|"
        r"\b(?:picture|pictured|imagin\w+|planned|planning|think(?:ing)? (?:about|of)|dream\w* (?:about|of)) my "
        r"(?:own )?"
        r"(?:funeral|death|suicide)\b|\bcant (?:see|imagine) (?:a |any |my )?future\b(?! (?:in|at|with|for|as|"
        r"here)\b)|"
        r"\bthinking (?:about|of) (?:dying|death|being dead|not existing|ending (?:it|things|everything))\b|"
        r"\bthought about (?:ending (?:it|things|everything)|dying|not being here)"
    ),
    "being a burden": (
        r"\b" + _PEOPLE + r"(?:d| would| will|ll| all| deserve \w+){0,8}\b.{0,30}"
        r"\bbe (?:so much |far |all |way |just )?"
        r"(?:better(?: off)?|happier|fine|ok|okay|relieved) (?:without me|if i (?:(?:was|were|am) (?:gone|dead|"
        r"not here|not around|not alive)|"
        r"(?:wasnt|werent) (?:here|around|alive|in)|died|die|disappeared|just died|" + _END + r")|when im "
        r"(?:gone|dead))|\b(?:happier|better off|better|fine) without me\b|\bbetter off if i (?:die|died|was "
        r"gone|were gone)|"
        r"\b(?:nobody|no one|noone|anyone|anybody|who)(?: will| would|ll|d| even| really){0,8} "
        r"(?:miss(?:es)? me|"
        r"notice[sd]?|cares?|care)(?: (?:if|when|that) (?:i|im|ive)(?: was| were| am| is| just){0,8}(?: gone| dead| "
        r"died| die|"
        r" disappeared| vanished| wasnt here| not here| never woke)| (?:if|when) im gone)\b|\b(?:will|would|ll|"
        r"d) miss me\b"
        r"(?= when im gone| if i (?:died|was gone)|\W*$)"
    ),
    "death as relief": (
        r"\b(?:death|dying|being dead|to be dead|if i (?:was|were) dead|not (?:existing|being "
        r"alive))\b.{0,30}\b(?:relief|peaceful|"
        r"easier|better|way out|fix|solve|tempting|comfort\w*|welcome)\b(?! (?:care|process|planning))|"
        r"\b(?:easier|better|relief|peaceful|painful|hurt)\b.{0,15}\b(?:to be dead|to die|to overdose|if i "
        r"(?:was|were) dead|"
        r"if i died)\b|\b(?:not |dont |didnt )(?:care|mind) (?:if|whether) i (?:live|die|lived|died)|"
        r"\bonly (?:one )?way (?:out|this (?:ends|stops)|it (?:ends|stops))\b.{0,20}(?:death|die|dead|" + _END + r")|"
        r"\bi see only one way out|\bmy (?:own )?death would\b|\bways? to die\b|\bhow to die\b|\bbest way to "
        r"end it\b|"
        r"\bmade peace with (?:dying|death)|\btell(?:s|ing)? me to (?:die|kill|jump|end)|\bi want to (?:go "
        r")?(?:be|go) with my "
        r"(?:dead|late) |\bill be dead (?:by|before|soon|tomorrow|tonight)|\b(?:lethal|fatal) (?:dose|"
        r"doses)\b.{0,20}\bmyself|"
        r"\b(?:lethal|fatal|enough to kill) (?:for )?me\b|\blook like an accident\b|\bgoogl\w+ how to die"
    ),
    "life refused": (
        r"\b(?:had enough of|enough of|hate|hating|tired of|done with|sick of|over) (?:being alive|living|"
        r"existing|life)"
        r"(?: itself| anymore)?" + _END + r"|\b(?:too tired|no reason|reason|deserve|will|point|use|purpose) "
        r"(?:to|in|of) "
        r"(?:staying |being |keep )?(?:live|living|alive|exist\w*)(?! (?:in|on|near|at|with)\b)|\blost (?:every|"
        r"the|my|all) "
        r"(?:reason|will) to live|\bstopped caring if i|\bwhy (?:should i|do i|go on|am i|keep|even) (?:even |"
        r"still |keep ){0,8}"
        r"(?:live|living|alive|existing|exist)\b(?! (?:in|on|near|at|with)\b)|\b(?:living|life|being alive) "
        r"(?:is too painful|hurts too much|hurts so much|"
        r"isnt for me|is not for me|has no (?:value|purpose|meaning)|isnt worth|is worthless|is too much)|"
        r"\bmy life (?:is|isnt|has|means)(?: just| absolutely| not)? (?:worth(?:less| anything| nothing| it)?|"
        r"no (?:value|purpose|meaning|point)|nothing|over)"
        r"(?! (?:to|time|outside|left in|but work))|\b(?:give|giving|gave|given) up on (?:life|living|"
        r"everything)" + _END + r"|"
        r"\bdone with (?:this|my) life" + _END + r"|\banother day (?:alive|of (?:life|living|this life))|\bdone "
        r"(?:with )?living\b(?! (?:in|on|at|paycheck)\b)|\b(?:bear|stand|hate|afraid of) being alive|\bwhat if "
        r"i (?:just )?(?:didnt|did not) exist|"
        r"\b(?:want|wanna) (?:to be |to stay )?around anymore" + _END + r"|\bcheck out (?:of life|for good|"
        r"permanently|forever)|"
        r"\bout of (?:this )?life" + _END + r"|\bgo to sleep and never\b|\b(?:nobody|no one|the world|they) "
        r"(?:needs?|wants?) me"
        r"(?: alive| here| around)" + _END + r"|\bthe world (?:doesnt need me|is better without|would be better "
        r"without)|"
        r"\bnothing (?:is )?worth living for|\bthere(?:s| is) nothing left for me|\bnothing left (?:to hope|to live)|"
        r"\bno reason (?:for me )?to (?:be here|stay)(?: anymore)?" + _END + r"|\bno (?:one left|reason to "
        r"stay)" + _END
    ),
    "hope lost": (
        r"^(?:its |im |i am |i feel |everything is |just |so |all ){0,8}(?:hopeless|hopless|no hope|no future|no "
        r"way out|beyond (?:help|hope))"
        r"(?: for me| left| anymore| now){0,8}" + _END + r"|\b(?:utterly|completely|totally|so|feel|feeling) "
        r"(?:hopeless|hopless)\b(?! (?:at|with|about (?:my "
        r"(?:job|career) (?:search|prospects))|in (?:meetings|networking)))|\b(?:im|i am) beyond (?:hope|help)|"
        r"\b(?:dont|cant|do not|cannot) see (?:a |any )?(?:way out|way forward|future)(?: anymore| any "
        r"more)?" + _END + r"|\bno way out for me|"
        r"\btheres no point anymore" + _END + r"|\bnothing matters (?:anymore|and)|\b(?:nobody|no one) can help "
        r"me(?: now| anymore)?\b(?! (?:find|get|with|choose|move|leave)\b)|"
        r"\b(?:am|im|feel like|being|become|just|only) (?:just |such )?a burden\b(?! of)|"
        r"\b(?:cannot|cant) take it anymore\W+i want out|\bhopeless and done|\bend of my rope" + _END
    ),
    "means at hand": (
        r"\b(?:sav(?:ed|ing) up|hoard\w+|stash\w*|stockpil\w+|count(?:ed|ing)|holding|hid|hiding) (?:up )?(?:my "
        r"|the |all my |these |some |"
        r"extra )?(?:pills?|meds|tablets|zolpidem|sleeping pills|" + _PILLS[3:-1] + r")|\b(?:pills?|gun|rope|"
        r"noose|razor|blades?|"
        r"scalpel)\b.{0,15}\b(?:ready|next to me|beside me|in my (?:drawer|desk|hands?|car|closet|garage|locker|"
        r"lap|room|bag)|"
        r"in the (?:garage|drawer|car|closet)|(?:is|are|keeps?) (?:calling|pulling)(?: me)?|on the nightstand)\b|"
        r"\b(?:loaded|bought a|have a|got a|keep my|my) gun\b(?! (?:violence|research|club|shop|collection))|"
        r"\b(?:bought|have) (?:a )?rope\b|"
        r"\buse (?:it|one|that) on myself|\b" + _PILLS + r"\b.{0,40}\b(?:never wake|not wake|to myself|"
        r"think about (?:using|taking))|\b(?:found|caught) me with the pills|\b(?:planning|going|plan|want|"
        r"about|tempted) to (?:od|overdose)\b|"
        r"\b(?:took|take|taken) (?:an |a )?overdose\b|^overdose\W*$|\bscalpel\b.{0,30}\b(?:wrists?|myself|veins?)|"
        r"\btake the pills now|\bsearch\w* lethal"
    ),
    "edge": (
        r"\b(?:stand(?:ing)?|stood|sitting|sat|im|i am|was) (?:up )?(?:on|at|by) (?:the )?(?:edge of )?(?:the "
        r")?(?:roof|rooftop|ledge|bridge|railing|"
        r"edge|platform|train tracks|tracks|window ?sill)\b(?! of (?:a|my|the) (?:new|career|change|burnout|"
        r"retirement))|"
        r"\b(?:think|thinking|thought|dream\w*|imagin\w+|fantasi\w+|want|going|about)(?: about| of| to)? (?:the "
        r")?(?:train tracks|jump(?:ing)?"
        r"(?: (?:off|from|in front)|" + _END + r")|driving off|crashing (?:the|my)|letting go" + _END + r"|the "
        r"window on)|"
        r"\b" + _HEIGHT + r"\b.{0,40}\b(?:tempting|pull(?:s|ing) me|think about jumping)|\bdriv(?:e|ing) off "
        r"(?:the|a) (?:road|bridge|cliff)|"
        r"\bcrash(?:ing)? (?:the|my) car\b|\bi want to jump" + _END + r"|\bover the railing"
    ),
    "farewell": (
        r"\bthis is my last (?:message|night|day on earth|note)\b|\btell my (?:kids?|wife|husband|family|"
        r"children|mom|mother|parents|daughter|son) "
        r"(?:that )?i love|\bsaid (?:my )?goodbyes?(?: to my (?:family|kids|wife|husband|children|parents))|"
        r"\b(?:this is|its) the end for me|"
        r"\bwritten letters to my|\b(?:letters|note) (?:to|for) my (?:kids|family|wife|husband|children)\b|"
        r"\bpicked the day\b|\bset a date to (?:end|die|go)|"
        r"\bdate in mind to die|\b(?:know|thought about|decided) (?:exactly )?how (?:i would|id|i will|ill) do "
        r"it\b|\bmade my decision\W+it ends|"
        r"\b(?:wont|dont think ill|cant promise ill|not going to|doubt ill) (?:be )?(?:here|around|alive)(?: "
        r"(?:long|for long|tomorrow|for christmas|next "
        r"(?:week|month|year)|much longer|by \w+))|\bmake it through (?:this|the) (?:week|night|month) alive|"
        r"\bi almost did it\b|"
        r"\bupdated my will\b.{0,20}\btime|\barrangements for (?:after|when) i(?:m| am) gone|\btime to go for "
        r"good|\bdecided to end (?:it|things|everything)|"
        r"\b(?:thoughts|urges) are back\b|\bdark thoughts\b|\bending it (?:tonight|today|all|now)|\b(?:giving|"
        r"gave) my things away|"
        r"\battempted (?:last|again|before|twice|suicide)|\btook (?:his|her|their) (?:own )?life\b|\bsui(?:cide|"
        r"cidal)? thoughts"
    ),
    "wish for harm": (
        r"\b(?:wish|hope|hoping|pray|praying|hopefully) (?:that )?(?:i|id|it|my|something|someone|somebody|"
        r"a)\b.{0,14}\b(?:wasnt (?:here|alive)|"
        r"werent (?:here|alive)|dont wake|wont wake|wouldnt wake|didnt wake|never wake|kill(?:s|ed)? me|hits? "
        r"me|crash(?:es)?|get cancer|"
        r"would all end|wasnt born)\b(?! (?:in|at) (?:this|the|my) (?:job|hospital|clinic))|"
        r"^(?:just |please |someone |somebody |will someone ){0,8}kill me(?: now)?(?: i mean it| please)?\W*$|"
        r"\b(?:scared|afraid|worried|fear|frightened)\b.{0,12}\b(?:what )?(?:i|ill|i might|i may|i could|"
        r"im)\b.{0,14}\b(?:to myself|hurt myself|harm myself|"
        r"kill myself)|\bdo something (?:bad |stupid )?to myself|\bdanger to myself|\bnot safe (?:alone|tonight|"
        r"with myself|right now|by myself)|"
        r"\b(?:keep|trust) myself (?:safe|around|alone|with|not)|\b(?:want|wants|going|need) to "
        r"dye" + _END + r"|\b(?:start(?:ed)?|begun|went back) to cut(?: again| myself)?"
        + _END + r"|\bself harm"
    ),
    "thoughts": (
        r"\b(?:think|thinking|thought|thoughts) (?:about|of) (?:death|dying|not (?:being here|existing|being "
        r"alive|living)|killing myself|"
        r"suicide)\b(?! (?:certificates?|investigat\w+|with dignity|rates?|among))|\bnothing left (?:for me "
        r")?but death|"
        r"\bhow (?:many|much) (?:\w+ ){1,3}(?:to|until i|till i|so i) die\b|\bpills saved|"
        r"\b(?:ask|asking|pray|praying|beg|begging|prayed|begged)\b.{0,12}\bto take me\b(?! (?:on|off|back|to|"
        r"in|seriously)\b)|"
        r"\b(?:imagine|picture|face|stand|bear|do) (?:living )?another (?:year|month|week|day)(?: of (?:life|"
        r"living|this life)| alive)|"
        r"\bimagine living another|\b(?:until|till|when|once|after) im gone for good|\bdecided when (?:its|it "
        r"is|ill)\b|"
        r"\b(?:brain|mind|head|voices?)\b(?: \w+){0,3} (?:saying|telling|tells|says|say)\b.{0,20}\b(?:jump|do "
        r"it|die|kill|end it)|"
        r"\b(?:syringe|needle|gun|knife|blade|razor|scalpel) (?:to|at|in|against|on) my (?:arm|vein|wrist|head|"
        r"throat|neck|mouth)|"
        r"\bfor me to (?:die|be dead)\b|\bstay(?:ing)? alive\b(?! (?:as|in) (?:a|the|private))|\b(?:death|"
        r"dying)\b.{0,30}\b(?:option|answer|choice|"
        r"solution)\b|\bif i (?:died|die|was dead|were dead|was gone|were gone|disappeared)\b.{0,22}\b(?:nobody|"
        r"no one|who|everyone|anyone|"
        r"better)|^i cut(?: again| myself)?\W*$|\bnot being alive\b|\breason for me to (?:live|be alive|exist|go on)|"
        r"\bkeep doing (?:this )?life"
    ),
    "death wished for": (
        r"\b(?:death|dying|being dead|not existing) (?:just )?(?:sounds?|seems?|feels?|looks?|would be|is) "
        r"(?:so |really |pretty |"
        r"kinda |like ){0,8}(?:nice|good|great|better|peaceful|a relief|easy|tempting|ok|fine|restful|"
        r"welcome)\b(?! care)|"
        r"\b(?:pictur|imagin|see|visualiz|plann)ing my (?:own )?(?:death|funeral|suicide)|\b(?:let|make|help) "
        r"me die\b|"
        r"\bnot wanting to (?:be here|live|be alive|exist|wake)|\b(?:do|doing) (?:this )?life(?: thing)? anymore|"
        r"\bmy life (?:has )?ended\b(?! up)|\b(?:wish|hoped?|wished) (?:\w+ ){1,4}(?:had|would have|would) "
        r"kill(?:ed)? me|"
        r"\bhelium tank\b|\b(?:come|came|be) (?:to|at) my funeral|\bstep(?:ped|ping)? in ?(?:to)? ?front of "
        r"(?:a|the) (?:train|bus|"
        r"truck|car)|\btake everything in the (?:med|drug|cabinet|pyxis)|\bthoughts of not\b|"
        r"\b(?:better off|fine|okay|ok|set)\b.{0,15}\binsurance money|\blife insurance\b.{0,20}\bbe (?:fine|ok|"
        r"okay|better|set)\b"
    ),
    "attempt": (
        r"\bsurvived (?:an|my|a|the) (?:\w+ )?attempt\b|\bmy (?:last|first|second|previous|other) attempt\b(?! "
        r"(?:at|to)\b)|"
        r"\btried to (?:kill myself|end (?:it|my life)|die|overdose|hang myself)\b"
    ),
    "fear for another": (
        r"\b" + _ANOTHER + r"\b(?: \w+){0,6} (?:wants? to|wanna|is going to|going to|is gonna|gonna|might|will|"
        r"threatens? to|"
        r"plans? to|tried to) (?:end it|end (?:his|her|their) life|die|(?:kill|hurt|shoot|hang|harm|cut) (?:him|"
        r"her|them)sel|"
        r"take (?:his|her|their) (?:own )?life|not (?:be here|live))|"
        r"\b" + _ANOTHER + r"\b(?: \w+){0,7} (?:kill|shoot|hang)(?:ing|ed)? (?:him|her|them)sel|"
        r"\b" + _ANOTHER + r"\b(?: \w+){0,5} (?:doesnt|dont|does not) want to (?:live|be alive|be here)\b"
    ),
}  # fmt: skip
_ALL = re.compile("|".join(f"(?:{pattern})" for pattern in _SIGNS.values()))

_SPEAK = {
    "u": "you", "ur": "your", "r": "are", "2": "to", "2nite": "tonight", "tonite": "tonight", "tmrw": "tomorrow",
    "tmr": "tomorrow", "tomorow": "tomorrow", "cnt": "cant", "dnt": "dont", "wnt": "wont", "wana": "want to",
    "wanna": "want to", "gonna": "going to", "abt": "about", "bout": "about", "b": "be", "n": "and",
    "evry1": "everyone", "every1": "everyone", "no1": "no one", "noone": "no one", "anymor": "anymore",
    "wo": "without", "bc": "because", "im": "im", "meself": "myself", "mysef": "myself", "myslef": "myself",
    "msyelf": "myself", "wke": "wake", "slep": "sleep", "liv": "live", "dyin": "dying", "kil": "kill",
    "thot": "thought", "thots": "thoughts", "hav": "have", "wud": "would", "shud": "should", "cud": "could",
}  # fmt: skip
_DROPPED_G = re.compile(
    r"\b(think|tak|feel|liv|cutt|hurt|kill|go|wak|end|try|be|burn|hang|jump|driv|look|giv|writ|plan|plann|com)in\b"
)
_WORD = re.compile(r"[a-z0-9]+")
_LIKE_SUICIDAL: FrozenSet[str] = frozenset(("suicidal", "suicide"))


def plain_speech(folded: str) -> str:
    """A folded text without apostrophes, text-speak written out, spaces single."""
    plain = _DROPPED_G.sub(r"\1ing", folded.replace("'", "").replace("*", "i"))
    plain = _WORD.sub(lambda word: _SPEAK.get(word.group(), word.group()), plain)
    return " ".join(plain.replace("too die", "to die").split())


def shows_signs(folded: str) -> bool:
    """Whether a folded text, idioms taken out, shows one of the signs."""
    plain = plain_speech(folded)
    return _ALL.search(plain) is not None or tells_aside(plain)


def misspells_suicide(folded: str) -> bool:
    """Whether a word is one or two typing errors away from "suicide" or "suicidal"."""
    return any(
        6 <= len(word) <= 10
        and word[0] == "s"
        and word not in _LIKE_SUICIDAL
        and (
            OSA.distance(word, "suicidal", score_cutoff=2) <= 2
            or OSA.distance(word, "suicide", score_cutoff=1) <= 1
        )
        for word in _WORD.findall(folded)
    )
