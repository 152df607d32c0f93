"""Words from which a property of a role follows: (property, value, basis, pattern). Data only.

The first pattern of a property and value that holds in a sentence counts. "partly" is chosen in code when the
sentence says so of some of the work or some of the people.
"""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

PATTERNS: tuple[tuple[str, str, str, str], ...] = (
    ("work_mode", "remote", "stated",
     r"\b(?:fully |entirely |completely |100% |all |mostly |largely )?remote(?:ly|-only|-first)?\b(?! (?:area|village|region|island|communit|hospital|monitoring|site|places))"
     r"|\bwork(?:ing|s)?[- ](?:done )?(?:entirely |mostly |fully )?(?:from|at)[- ]home\b|\bfrom (?:your |their |his |her |my )?(?:home|kitchen|couch|sofa|living room|laptop)\b(?! (?:office visits|to))"
     r"|\b(?:files?|charts?|slides|images|cases|studies|it) (?:\w+ ){0,4}at home\b|(?<!feel )\bat (?:your |their )?home(?:,(?! and those)| on| and| whenever|\.|$)"
     r"|\bfrom (?:anywhere|wherever)\b|\bwherever (?:you|they) (?:are|like|live)\b|\bby (?:video|telephone|phone|zoom)\b|\btelecommut\w+|\bvirtual(?:ly)?\b(?! gallbladder| patient(?! )| reality)|\bhome[- ]based\b|(?<!the )\bhome office\b|\bno commute\b|\bonline from\b"),
    ("work_mode", "remote", "stated",
     r"\bwfh\b|\b(?:sits?|sat|works?|reads?|read|review\w*|writes?|done|dictate|charts?|it|weeks),? (?:\w+ ){0,3}(?:from|at) home\b|\b(?:done|work\w*) (?:\w+ ){0,3}(?:at|from) a distance\b|\bany place with\b|\banywhere with\b|\bwith wi-?fi\b"
     r"|\b(?:over|via|through|on) (?:zoom|teams|skype)\b|\bmeet(?:s|ings?)? (?:\w+ ){0,2}(?:online|on screen)\b|\blog(?:s|ged)? (?:in|on) from\b|\bfrom (?:a|your|her|his|my|the) (?:\w+ )?(?:cabin|car|porch|garage|beach|bed|boat)\b"),
    ("work_mode", "remote", "implied", r"\bon the couch\b|\bin your (?:robe|pajamas|pyjamas|slippers)\b|\b(?:hardly any|no|nobody|never|few)\b[^.;]{0,40}\b(?:asks?|requires?|expects?|ask|require) (?:them|you|anyone|people) to come in\b|\bfrom your own desk\b"
     r"|\b(?:at|in|on|from|to) (?:the|a|an|her|his|my|your|their|one[’']s)(?: own)? (?:\w+ )?(?:kitchen|dining|couch|sofa|porch|garage|spare room|bedroom|basement|living room|armchair|robe|bathrobe|pajamas|pyjamas|slippers|laptop|cabin|own desk|sunporch|garden shed)\b(?! (?:door|staff))|\b(?:the|a|his|her|my) laptop\b|\b(?:class(?:es)?|courses?|work|calls|sessions|live) online\b|\bby e-?mail\b|\b(?:on|through|in) (?:the(?:ir|ier)?|their|thier|a) portal\b|\buploads?\b"
     r"|\b(?:patients|work|on|over) (?:on |by |a )?(?:a )?(?:screen|video)\b|\bvideo calls?\b|\bemail\.$"),
    ("work_mode", "on_site", "stated",
     r"\bon[- ]site\b|\bin[- ]person\b|\bon campus\b|\bat headquarters\b|\bface to face\b|\bin the (?:company[’']s |insurer[’']s |employer[’']s )office\b|\bin (?:the|an) office (?:five|four|every|daily|full)\b|\bat the (?:plant|site|factory)\b|\bnot (?:a )?remote\b|\bno remote\b"
     r"|\b(?:sits?|sat|stands?|be|is|are|was|works?|go|goes|went|meets?|walk\w*|come|comes) (?:\w+ ){0,3}?(?:in|at|to|into|through) (?:the|an?|their|our|its) (?:\w+ ){0,2}?(?:offices?|headquarters|factory|plants?|workshop|stadium|arena|studio|assessment cent(?:re|er)|scene|exam(?:ination)? room|consulting room|writers[’'] room)\b"
     r"|(?:^|, )in the office\b|\b(?:real|proper) office\b|\bin (?:a|an) office park\b|\b(?:expect(?:ed)? to|must|have to|need to) be (?:\w+ )?(?:at|in) the \w+|\bwalk(?:s|ing)? (?:\w+ )?through (?:\S+ ){0,2}(?:wards?|floors?|plants?|sites?)\b|\bon set\b|\b(?:cannot|can[’']t|can not) be done (?:from|at) (?:a distance|home)\b"),
    ("work_mode", "on_site", "implied", r"\bconsulting room\b|\bdriv(?:es?|ing) to (?:a different|another|barns?|scenes?)\b|\bi go in\b|\bstands? next to\b|\bnot on a screen\b|\boffice (?:jobs?|visits?|based|post)\b|\bin (?:a|an) (?:rented |private |small )?office\b|\boffice-based\b"),
    ("commitment", "full_time", "stated", r"\bfull[- ]time\b"),
    ("commitment", "part_time", "stated", r"\bpart[- ]time\b|\bhalf[- ]time\b|\b(?:one|two|a|1|2) days? (?:a|per|each) week\b(?! from)|\ba few hours (?:a|per|each) (?:week|month)\b|\bside (?:gig|job|work)\b|\bevenings? (?:and|or) weekends?\b|\bmoonlight\w*\b"),
    ("commitment", "per_project", "stated",
     r"\b(?:paid |works? |hired |work |invoiced )by the (?:project|piece|assignment)\b|^per project:|\bper-project (?:basis|work)\b|\bon a (?:per-)?project basis\b|\bproject[- ]based\b|\bproject by project\b|\bone (?:project|visit|assignment|engagement|case) at a time\b|\bengagements? (?:ends?|lasts?|runs?)\b|\bper engagement\b"
     r"|(?<!pay )(?<!pays )(?<!paid )\bby the (?:project|piece|assignment|case|file|submission|book|article|batch|engagement|episode)\b|\b(project|case|file|book) by \1\b|\b(?:one|two|three|four|six|\d+)[- ](?:week|month|day)s?[- ](?:long )?projects?\b|\bprojects? of (?:a few|some|one|two|three|several|\d+) (?:weeks|months|days)\b"),
    ("commitment", "per_project", "implied", r"\bprojects come\b|\b(?:two|three|four|five|six|seven|a few|a handful of|some|\d+)(?: (?:or|to) \w+)? (?:cases|projects|rounds|books|expeditions|scripts) (?:a|per|each) year\b|\bfreelance\b(?=,|$)|\bper (?:episode|expedition|test round|book)\b|\ba book\b(?=,)"),
    ("patient_contact", "none", "stated",
     r"\bno patients?\b(?! (?:fee|cost))|\b(?:do not|don[’']t|never|not|nor|without ever|no longer) (?:\w+ ){0,2}(?:see(?:ing)?|treat(?:ing)?|touch(?:ing)?|meet(?:ing)?) (?:\w+ ){0,2}patients?\b|\bno (?:direct )?(?:patient|clinical) (?:care|contact|interaction|responsibilit\w+|work)\b"
     r"|\bwithout (?:direct )?(?:patient|clinical) (?:care|contact|responsibilit\w+|interaction)\b|\bwithout (?:seeing |treating )?patients\b|\b(?:non|zero)[- ]?patient[- ]?(?:facing|contact)\b|\bzero patients\b|\bno patient is\b|\bwithout direct patient care\b"
     r"|\bno (?:\w+ )?(?:patient|pt|claimant)s? (?:contact|care|interaction)\b|\bno contact with (?:the )?(?:patients|claimants|participants)\b|\b(?:nobody|no one|none) is (?:ever )?(?:examined|seen|treated|touched)\b|\bnone (?:of \w+ )?(?:ever )?(?:sees?|treats?|meets?) (?:\w+ )?patients\b"
     r"|\b(?:never|not|n[’']t|nor|without|no longer|nobody|neither) (?:\w+ ){0,3}?(?:see|sees|seen|saw|meets?|met|treat(?:s|ed|ing)?|touch(?:ed|es|ing)?|sp(?:eaks?|oken?) (?:to|with)|talk(?:s|ed|ing)? to|examin\w+) (?:\w+ ){0,3}?(?:patients?|claimants?|examinees?|participants?|applicants?|the person|the somebody|somebody|anyone|anybody|people)\b(?! to (?:do|decide|tell))|\bthe patient never\b|\bpatients (?:never|do not|don[’']t) (?:appear|come|show)\b|\bpatients are (?:all )?(?:paper|files|charts)\b"),
    ("patient_contact", "none", "implied", r"(?:^|\. )no clinics?\.|\bno (?:ward|wards|clinic)(?:,| and| or)\b"),
    ("patient_contact", "limited", "stated", r"\bsees? (?:the|each|a) (?:patient|claimant|examinee)s? (?:exactly |only |just )?once\b|\b(?:limited|little|occasional|some|minimal|brief) patient (?:contact|care|interaction)\b|\bwithout (?:the )?long-term (?:management|care)\b|\bno (?:treating|treatment|doctor[–-]patient) relationship\b|\bkeep(?:s|ing)? (?:on )?seeing (?:\w+ )?patients\b"),
    ("patient_contact", "direct", "stated", r"\b(?:see|seeing|treat|treating|examine|examining|counsel) (?:\w+ ){0,2}patients\b|\bpatients are (?:seen|treated|examined)\b|\byou (?:do )?treat people\b|\bdirect patient (?:care|contact|evaluation)\b|\bsee claimants face to face\b|\bpatient visits\b|\bdirect patient\b|\bstill (?:\w+ )?patients\b"
     r"|\b(?:see|sees|seeing|saw|treats?|treating|examines?|examining|assess|assesses|assessing|counsels?) (?:(?:the|your|each|some|these|all|injured|real|whole) )?(?:people|claimants?|child(?:ren)?|kids|athletes|persons?|applicants|veterans|workers|pilots|families|drivers)\b"),
    ("patient_contact", "direct", "implied", r"\bexamines? them\b|\bface to face, with\b|\bone visit each\b"),
    ("setting", "pharma", "stated", r"\bpharma(?:ceutical)?s?\b|\bdrug (?:makers?|compan(?:y|ies)|manufacturers?)\b|\bdrugmakers?\b"),
    ("setting", "biotech", "stated", r"\bbio-?tech(?:nology|s)?\b"),
    ("setting", "device", "stated", r"\b(?:medical )?device (?:makers?|manufacturers?|compan(?:y|ies)|firms?|industry)\b|\bsurgical devices\b|\bmedical devices?\b|\bmed[- ]?tech\b"),
    ("setting", "insurer", "stated", r"\b(?:health |life |disability )?insurers?\b|\binsurance (?:compan(?:y|ies)|carriers?|industry|firms?)\b|\bhealth plans?\b|\bpayers?\b|\bpayors?\b|\bmanaged care\b|\bmanaged-care\b"),
    ("setting", "legal", "stated", r"\b(?:lawyers?|attorneys?|law firms?|courts?|plaintiffs?|litigation|courtroom|legal (?:cases?|teams?|system)|juries)\b"),
    ("setting", "hospital", "stated", r"\b(?:teaching |client |large |community )?hospitals?\b|\bhealth systems?\b|\bhealthcare systems?\b|\bmedical centers?\b"),
    ("setting", "education", "stated", r"\b(?:medical|nursing) schools?\b|\buniversit(?:y|ies)\b|\bon campus\b|\bresidency programs?\b|\bcolleges?\b|\bacademia\b"),
    ("setting", "media", "stated", r"\b(?:journals?|publishers?|magazines?|newspapers?|television|broadcasters?|newsrooms?|tv)\b(?! club)"),
    ("setting", "technology", "stated", r"\b(?:technology|tech|software|health[- ]tech|digital health|digital therapeutics|ai|imaging ai) (?:compan(?:y|ies)|firms?|start-?ups?|vendors?|industry|sector)\b|\bsocial networks\b|\b(?:builds?|trains?|sells?|makes?|designs?|writes?) (?:\w+ ){0,2}software\b|\bgame studios\b|\bstart-?ups\b"),
    ("setting", "government", "stated", r"\b(?:government|federal|ministr(?:y|ies)|regulators? (?:employ|hire|need|recruit|pay)|health departments?|public health (?:department|agenc(?:y|ies))|(?:at|for|by) the (?:fda|cdc)|state agenc(?:y|ies)|the county|veterans affairs)\b"),
    ("setting", "nonprofit", "stated", r"\b(?:non-?profits?|not-for-profits?|foundation work|ngos?|charit(?:y|ies))\b"),
    ("setting", "research", "stated", r"\b(?:contract research organi[sz]ations?|clinical trials?|cros?|research institutes?|research sites?)\b"),
    ("schedule", "flexible", "stated",
     r"\bflexib(?:le|ility)\b|\bnobody cares when\b|\b(?:on )?(?:your|their|my) own (?:schedule|time|hours|pace|blocks)\b|\bset your own\b|\b(?:choose|pick|decide) (?:your own|how many|how much|when)\b|\b(?:choose|pick|set|decide|accept|take) (?:(?:your|their|my|the|which|only|own|what) ){1,2}(?:hours|blocks|shifts|days|schedule|number|volume|cases|files|times?)\b|\bwhenever (?:you|he|she|they|it)\b|\bwhat(?:ever)? hour\b|\bat whatever hour\b"
     r"|\bas (?:many|much) or as (?:few|little)\b|\bwhen in the day\b|\bwhen it suits you\b|\blog in for\b|\bat any (?:hour|time)\b|\bsay (?:yes or )?no to\b"
     r"|\bpick your own\b|\bblocks that (?:i|you|they) pick\b|\bno (?:set|fixed) (?:hours|schedule|shifts)\b|\bno minimum\b|\bas (?:many|much) (?:\w+ )?as (?:you|he|she|they|i) (?:like|want|please|wish)s?\b|\bas much or as little\b|\bof (?:your|their) (?:own )?choosing\b|\baround your (?:other|own|day)\b|\bone[’']s own (?:pace|time|hours)\b"
     r"|\b(?:his|her) own (?:hours|pace|time|schedule)\b|\b(?:done|works?|it|log(?:ged)? (?:on|in)) (?:\w+ ){0,2}at (?:midnight|[1-4] a\.?m)\b|\bd(?:o|oes|id) (?:it|them|this) whenever\b|\bwhatever time\b|\bin your (?:lunch|own time)\b|\bon your lunch\b"),
    ("schedule", "flexible", "implied", r"\b(?:can )?pick (?:her|his|the|their) (?:son|daughter|kids|children) up\b|\bnobody asks\b|\bas many as (?:he|she|you|they) likes?\b"),
    ("schedule", "predictable", "stated",
     r"\b(?:predictable|regular|fixed|set|steady|standard|normal|business|office|banker[’']s) (?:\w+ ){0,2}(?:hours|schedule|shifts|days)\b|\bhours (?:are|that are) (?:regular|fixed|predictable|those of an office)\b|\boffice hours\b|\b(?:nine|9)[- ](?:to|–)[- ](?:five|5)\b|\bshifts (?:are|that are) fixed\b|\brostered shifts\b|\bno (?:nights?|weekends?|pager)\b|\bhome (?:at|by) (?:5|five|six)\b|\bday ends at\b|\bmonday to friday\b|\bmonday through friday\b|\bhours of an office\b|\bhours are those of\b|\bpredictable\b|\bno on-?call\b|\b(?:hours|shifts) (?:are|is) fixed\b"),
    ("schedule", "predictable", "implied", r"\bfrom (?:seven|eight|nine|7|8|9)(?:[:-]\w+)? (?:until|to|till) (?:three|four|five|six|3|4|5|6)\b|\b(?:home|log(?:s)? off|out) (?:by|at|before) (?:three|four|five|six)\b|\bday ends\b|\bschool calendar\b|\bterm[- ]time\b|\bnobody calls at night\b|\bsame weekends?\b|\b(?:weekends|nights) off\b"),
    ("travel", "required", "stated", r"\b(?:travel(?:s|ing|ling)?(?! (?:claims?|firms?|medicine|insurance|compan|clinics?|agenc|industry|vaccin|health))|on the road|trains and planes|in airports|fly in|flights|frequent flyer|in (?:a )?hotels?|passport|on planes|a plane|airports?|a flight|fly(?:ing)? to|drive(?:s|n)? to (?:a different|another)|driving to|different (?:town|city) every|all over (?:their|the) (?:region|country|world|state|province))\b"
     r"|\bcovers? (?:\w+ ){0,2}(?:states|provinces|countries|regions|territories)\b|\bvisit(?:s|ing)? (?:\w+ ){0,2}(?:centers|centres|sites|plants|customers)\b"),
    ("travel", "required", "implied", r"\bgo(?:es)? to (?:the )?(?:conferences|congresses|hospitals and|plants and)\b|\bacross (?:several|many|\w+) (?:states|provinces|countries)\b"),
    ("travel", "none", "stated", r"\bno travel\b|\btravel is not\b|\bwithout (?:any )?travel\b|\bnever travel\b|\bdo(?:es)? not (?:involve|require) travel\b|\bno need to travel\b"),
    ("growth", "ladder", "stated", r"\b(?:ladder|rungs?|career path|(?:clear|marked|obvious|well-trodden) (?:path|way|road)|way up to|promot(?:ion|ions|ed)(?! (?:and|of|review|material))|three grades|grades,|route (?:up|upward)|advancement|advance to|moves? up|somewhere to go|rise to|work your way up|stepping stone)\b"),
    ("growth", "none", "stated", r"\bno (?:\w+ )?(?:ladder|promotion|career path|advancement|route up)\b|\bnowhere to (?:rise|go up)\b|\bwithout (?:a )?(?:ladder|promotion)\b|\blittle room (?:to|for) (?:advance|grow|rise|advancement)\b"),
)  # fmt: skip
PARTLY = (
    r"\b(?:some|part of|much of|most of it|mostly|partly|partially|many|often|sometimes|occasionally|can be done|can also|may also|possible|in part|a few of|half of|reading the file|review(?:ing)? the file"
    r"|two days a week from home|three days a week from home|one day a week from home|hybrid|days? a week (?:from|at) home|or in the office)\b"
)
NEGATED = r"\b(?:not|never|no|nobody|nor|neither|without|hardly|rarely|seldom|don[’']t|doesn[’']t|isn[’']t|aren[’']t|cannot|can[’']t|won[’']t|none of)\b"
