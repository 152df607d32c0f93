"""Words that are no wish of their own: the stock against which leftovers.py holds a message.

Ordinary words of asking, judging, time, people and a physician's life, in their plain form;
inflected forms count, too.
"""

from __future__ import annotations

from typing import FrozenSet


def _set(words: str) -> FrozenSet[str]:
    return frozenset(words.split())


# Prepositions and verbs after which a wish is named: "with dogs", "by the sea", "use my spanish".
LEADS = _set(
    "with without near by beside involving involves involve around at in on about featuring using use "
    "uses regarding concerning requiring requires require needing allows allowing includes including "
    "something anything somewhere nothing stuff someplace anywhere close next where for into within "
    "alongside among amid outside toward towards speaking helping serving like likes love loves enjoy enjoys"
)
# Verbs and pronouns with which a clause asks; without them "I" and "my" tell of oneself.
ASKING = _set(
    "want wants wanted wanna need needs looking look lookin find show give gimme prefer prefers seeking "
    "seek searching search hoping hope interested open anything something somewhere any what whats which "
    "where who whos list jobs job roles role gigs gig options option positions position careers career "
    "work opportunities openings ideas possibilities suggestions suggest recommend love like likes enjoy ideally "
    "preferably only must should tell got have id could can there"
)
TELLING = _set("i im ive ill we were our us myself my me weve")
# A clause that opens with one of these tells of the person.
OPENS_TELLING = _set(
    "tired burnt burned burnout burning done leaving left quit quitting retired retiring semi sick fed "
    "exhausted drained "
    "trained boarded certified married divorced single pregnant expecting newly recently just currently "
    "finishing finished graduating graduated working worked worn stuck hate hating hates lost losing moving "
    "moved laid fired living live born raised new mom dad mother father parent 2 3 two three four kids "
    "husband wife spouse partner friend colleague sister brother after since as because bc cuz cause while "
    "when until before if though although despite due thanks hi hello hey sorry btw fyi ok okay so been was "
    "had did used nearly almost about former ex old already never still disabled injured hurt healthy"
)
PEOPLE = _set(
    "husband wife spouse partner friend friends colleague colleagues sister brother mom mum dad mother "
    "father parents kids kid children child son daughter baby toddler family boss hubby cousin neighbor "
    "he she hes shes him her his they someone somebody guy girl lady man woman"
)
# May stand between such a word and the wish: "with a company boat".
BETWEEN = _set(
    "a an the some any lots lot plenty tons of more less no not big small real free good great nice own new "
    "old company private public daily weekly monthly regular lovely other really very fun cute unlimited"
)
# Nouns that end a wish and are none alone: "my drone license", "a corner office".
CLOSING = _set(
    "license office company room school field market program stuff life science team club industry business "
    "car desk house view views people things service services research studio farm center"
)
# What the list of English words, some years old, does not know yet.
NEW_WORDS = _set(
    "crypto bitcoin blockchain nft nfts metaverse pickleball podcasts esports drones vegan vlogging twitch "
    "chatgpt llm llms vtuber airbnb uber tesla spacex wellness longevity biohacking glamping psychedelics "
    "ketamine medspa medspas"
)
# Words of three letters are mostly typing errors ("rem jobs"), but for these.
SHORT = _set("sea dog cat zoo art spa gym ski sun law bar war pet bee pub")
# A clause break in the middle of a line without commas.
BREAKS = _set("but so because bc cuz cause since while though although unless if when whereas however after before")

STOCK = _set(
    # asking and pointing
    "ask question answer reply show tell give list find search look need want wish hope help suggest recommend "
    "suggestion recommendation advice advise idea thought thinking option possibility opportunity chance choice "
    "choose pick selection select kind sort type way stuff thing anything something info information detail fact "
    "data figure number amount total count sum rank order sort filter limit result page table chart row line "
    "entry item example article source link website site web internet online google bot app chat list overview "
    "summary rundown breakdown comparison difference version part piece bit lot bunch couple few several pair "
    "rest other another else extra additional further same similar related relevant specific particular certain "
    "various different possible available suitable appropriate proper right wrong true real actual realistic "
    "current present recent latest new old next last first second third final main major minor top bottom best "
    "better good great nice fine ok decent solid reasonable fair worth worthwhile worthy bad worse worst poor "
    "awful terrible horrible crappy shitty stupid damn dumb crazy insane ridiculous silly boring dull fun cool "
    "awesome amazing fantastic wonderful lovely perfect ideal exciting interesting interested easy easier hard "
    "harder simple quick fast slow big bigger small smaller large huge tiny little short long longer high higher "
    "low lower full half whole entire complete partial main only even well far close near here there away back "
    "forward ahead around about over under up down in out off on soon later now then today tomorrow yesterday "
    "tonight morning evening night noon day week weekend month year decade hour minute moment time while season "
    "summer winter spring fall monday tuesday wednesday thursday friday saturday sunday january february march "
    "april may june july august september october november december future past long run term meantime point "
    "end start beginning middle once twice again always never often sometimes usually mostly rarely ever forever "
    "already yet still finally eventually basically literally honestly frankly seriously really actually truly "
    "totally absolutely definitely certainly probably maybe perhaps possibly hopefully exactly roughly approximately "
    "especially particularly mainly generally typically ideally preferably please kindly thanks thank cheers sorry "
    "hello hi hey dear greetings bye goodbye welcome yes no yeah nope sure okay alright gonna wanna gotta lemme "
    "gimme dunno kinda sorta u r ur w wo bc cuz cause tho thru til till n smth sth imo imho tbh btw fyi asap lol "
    "omg haha ugh meh wow yikes pls plz thx tks idk ngl fr irl rn atm ftw etc eg ie aka per via vs versus plus "
    "minus equals approx max min maximum minimum least most less more enough fewer many much some any all every "
    "each none nobody nothing everyone everybody everything somebody somewhere nowhere anywhere anyway anyhow "
    # doing and being
    "be do explore display have get got make made take taken put set let leave left keep kept come came go went "
    "gone going move "
    "moving bring brought send sent call called say said see seen saw know known think believe feel felt seem "
    "sound mean meant matter care mind like love enjoy hate dislike prefer consider considering decide decided "
    "plan planning try trying start starting begin stop stopping quit end finish finished continue change "
    "changing switch switching transition transitioning pivot pivoting jump shift escape exit run apply applying "
    "hire hiring offer offering accept reject refuse afford cover use using used utilize apply leverage build "
    "grow become turn open close cut add remove drop include exclude involve involving require requiring allow "
    "let lets fit suit match meet exist happen appear depend sit stand live living stay staying sleep wake eat "
    "drink spend spending save saving waste wasting buy sell bought sold own owe pay paying paid earn earning "
    "work working worked worker practice practicing practise train training trained study studied learn learned "
    "learning read reading write wrote written speak speaking talk talking listen watch wait waiting handle "
    "deal dealing manage managing run running lead serve serving treat treating help helping support provide "
    "providing cope survive struggle suffer suffering burn burned burnt burning tire tired exhaust exhausted "
    "bored frustrated fed sick worn done finished lost stuck desperate ready willing able unable curious eager "
    "keen afraid scared worried nervous anxious happy unhappy sad angry glad grateful lucky confused unsure "
    "certain serious flexible comfortable busy free "
    # self and people
    "i me my myself you your we our us they them their he she it its him her his who whom whose person people "
    "folk guy gal man woman men women husband wife spouse partner friend colleague coworker boss mom mum dad "
    "mother father parent kid child children baby toddler son daughter brother sister family marriage marry "
    "married divorce divorced single pregnant expecting age aged old young older younger life lifestyle health "
    "body back knee hip shoulder hand wrist eye injury injured surgery illness disease disability disabled "
    "arthritis pain energy sanity soul heart mind head brain house home apartment room couch sofa desk chair "
    "laptop computer phone video outside private equity former retired retire ex semi "
    "slipper pajama sweatpants pants clothes car "
    "mortgage loan debt bill rent tuition college school money cash buck dollar income salary pay paycheck wage "
    "budget retirement pension job role position career gig work employment employer employee company companies "
    "firm business organization office industry sector field area domain world market line profession "
    "background degree md experience expertise skill knowledge qualification credential resume cv profile "
    "specialty speciality subspecialty discipline training residency fellowship fellow resident intern attending "
    "doctor doc physician md do surgeon provider clinician practitioner specialist medicine medical clinical "
    "nonclinical clinic clinics hospital hospitals ward icu unit department group practice patient case "
    "chart note visit "
    "consult procedure operation surgery surgeries operating theater theatre or shift rounds rounding call calls "
    "scrub scrubs stethoscope bedside burnout stress workload paperwork admin administrative administration "
    "alternative alternate option path pathway track route direction step move change transition exit plan "
    "opening vacancy posting listing ad offer title level ladder senior junior entry board license licensed "
    "certified certification boarded bc be usa country state city town place area location region rural urban "
    "local nurse pa np staff team crew client customer user member public community society service "
    # doctors' words for what they do
    "imaging reads scan scans echo ekg ecg cath caths scope scopes scoping dialysis chemo infusion "
    "infusions delivery "
    "deliveries biologics injection injections device drug drugs therapy therapies trial trials study studies "
    "research review reviews reviewing reviewer claim claims record records file files report reports opinion "
    "opinions expert advisor advisory consulting consultant consultancy executive management quality improvement "
    "corporate freelance contract project projects remote remotely onsite hybrid virtual travel trip commute "
    "hours schedule flexibility balance growth benefit benefits bonus equity insurance coverage "
    "reliable legit honest proven common wat wut whatever whichever wherever whenever however "
    # judging pay
    "lucrative cheap cheaper expensive rich wealthy broke range minimum maximum median average mean typical "
    "salaried hourly yearly annual weekly monthly daily base gross net rate rates fee fees ceiling floor "
    "decently comfortable comfortably handsomely nicely"
)
