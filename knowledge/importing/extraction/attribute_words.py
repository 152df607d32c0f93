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
     r"|\bfrom (?:anywhere|wherever)\b|\bwherever (?:you|they) (?:are|like|live)\b|\bby (?:video|telephone|phone|zoom)\b|\btelecommut\w+|\bvirtual(?:ly)?\b(?! gallbladder| patient(?! )| reality)|\bhome[- ]based\b|\bhome office\b|\bno commute\b|\bonline from\b"),
    ("work_mode", "remote", "implied", r"\bon the couch\b|\bin your (?:robe|pajamas|pyjamas|slippers)\b|\b(?:hardly any|no|nobody|never|few)\b[^.;]{0,40}\b(?:asks?|requires?|expects?|ask|require) (?:them|you|anyone|people) to come in\b|\bfrom your own desk\b"),
    ("work_mode", "on_site", "stated",
     r"\bon[- ]site\b|\bin[- ]person\b|\bon campus\b|\bat headquarters\b|\bface to face\b|\bin the (?:company[’']s |insurer[’']s |employer[’']s )office\b|\bin (?:the|an) office (?:five|four|every|daily|full)\b|\bat the (?:plant|site|factory)\b|\bnot (?:a )?remote\b|\bno remote\b"),
    ("work_mode", "on_site", "implied", r"\boffice (?:jobs?|visits?|based|post)\b|\bin (?:a|an) (?:rented |private |small )?office\b|\boffice-based\b"),
    ("commitment", "full_time", "stated", r"\bfull[- ]time\b"),
    ("commitment", "part_time", "stated", r"\bpart[- ]time\b|\bhalf[- ]time\b|\b(?:one|two|a|1|2) days? (?:a|per|each) week\b(?! from)|\ba few hours (?:a|per|each) (?:week|month)\b|\bside (?:gig|job|work)\b|\bevenings? (?:and|or) weekends?\b|\bmoonlight\w*\b"),
    ("commitment", "per_project", "stated",
     r"\b(?:paid |works? |hired |work |invoiced )by the (?:project|piece|assignment)\b|^per project:|\bper-project (?:basis|work)\b|\bon a (?:per-)?project basis\b|\bproject[- ]based\b|\bproject by project\b|\bone (?:project|visit|assignment|engagement|case) at a time\b|\bengagements? (?:ends?|lasts?|runs?)\b|\bper engagement\b"),
    ("patient_contact", "none", "stated",
     r"\bno patients?\b(?! (?:fee|cost))|\b(?:do not|don[’']t|never|not|nor|without ever|no longer) (?:\w+ ){0,2}(?:see(?:ing)?|treat(?:ing)?|touch(?:ing)?|meet(?:ing)?) (?:\w+ ){0,2}patients?\b|\bno (?:direct )?(?:patient|clinical) (?:care|contact|interaction|responsibilit\w+|work)\b"
     r"|\bwithout (?:direct )?(?:patient|clinical) (?:care|contact|responsibilit\w+|interaction)\b|\bwithout (?:seeing |treating )?patients\b|\b(?:non|zero)[- ]?patient[- ]?(?:facing|contact)\b|\bzero patients\b|\bno patient is\b|\bwithout direct patient care\b"),
    ("patient_contact", "limited", "stated", r"\bsees? (?:the|each|a) (?:patient|claimant|examinee)s? (?:exactly |only |just )?once\b|\b(?:limited|little|occasional|some|minimal|brief) patient (?:contact|care|interaction)\b|\bwithout (?:the )?long-term (?:management|care)\b|\bno (?:treating|treatment|doctor[–-]patient) relationship\b"),
    ("patient_contact", "direct", "stated", r"\b(?:see|seeing|treat|treating|examine|examining|counsel) (?:\w+ ){0,2}patients\b|\bpatients are (?:seen|treated|examined)\b|\byou (?:do )?treat people\b|\bdirect patient (?:care|contact|evaluation)\b|\bsee claimants face to face\b|\bpatient visits\b|\bdirect patient\b"),
    ("setting", "pharma", "stated", r"\bpharma(?:ceutical)?s?\b|\bdrug (?:makers?|compan(?:y|ies)|manufacturers?)\b|\bdrugmakers?\b"),
    ("setting", "biotech", "stated", r"\bbio-?tech(?:nology|s)?\b"),
    ("setting", "device", "stated", r"\b(?:medical )?device (?:makers?|manufacturers?|compan(?:y|ies)|firms?|industry)\b|\bsurgical devices\b|\bmedical devices?\b|\bmed[- ]?tech\b"),
    ("setting", "insurer", "stated", r"\b(?:health |life |disability )?insurers?\b|\binsurance (?:compan(?:y|ies)|carriers?|industry|firms?)\b|\bhealth plans?\b|\bpayers?\b|\bpayors?\b|\bmanaged care\b|\bmanaged-care\b"),
    ("setting", "legal", "stated", r"\b(?:lawyers?|attorneys?|law firms?|courts?|plaintiffs?|litigation|courtroom|legal (?:cases?|teams?|system)|juries)\b"),
    ("setting", "hospital", "stated", r"\b(?:teaching |client |large |community )?hospitals?\b|\bhealth systems?\b|\bhealthcare systems?\b|\bmedical centers?\b"),
    ("setting", "education", "stated", r"\b(?:medical|nursing) schools?\b|\buniversit(?:y|ies)\b|\bon campus\b|\bresidency programs?\b|\bcolleges?\b|\bacademia\b"),
    ("setting", "media", "stated", r"\b(?:journals?|publishers?|magazines?|newspapers?|television|broadcasters?|newsrooms?|tv)\b(?! club)"),
    ("setting", "technology", "stated", r"\b(?:technology|tech|software|health[- ]tech|digital health|digital therapeutics|ai|imaging ai) (?:compan(?:y|ies)|firms?|start-?ups?|vendors?|industry|sector)\b|\bsocial networks\b|\bsoftware\b|\bgame studios\b|\bstart-?ups\b"),
    ("setting", "government", "stated", r"\b(?:government|federal|ministr(?:y|ies)|regulators? (?:employ|hire|need|recruit|pay)|health departments?|public health (?:department|agenc(?:y|ies))|fda|cdc|state agenc(?:y|ies)|the county|veterans affairs)\b"),
    ("setting", "nonprofit", "stated", r"\b(?:non-?profits?|not-for-profits?|foundation work|ngos?|charit(?:y|ies))\b"),
    ("setting", "research", "stated", r"\b(?:contract research organi[sz]ations?|clinical trials?|cros?|research institutes?|research sites?)\b"),
    ("schedule", "flexible", "stated",
     r"\bflexib(?:le|ility)\b|\bnobody cares when\b|\b(?:on )?(?:your|their|my) own (?:schedule|time|hours|pace|blocks)\b|\bset your own\b|\b(?:choose|pick|decide) (?:your own |how many |when |which )(?:\w+ ){0,3}(?:hours|blocks|shifts|days|schedule|work)?\b|\bwhenever (?:you|he|she|they|it)\b|\bwhat(?:ever)? hour\b|\bat whatever hour\b"
     r"|\bas (?:many|much) or as (?:few|little)\b|\bwhen in the day\b|\bwhen it suits you\b|\blog in for\b|\bat any (?:hour|time)\b|\bsay (?:yes or )?no to\b"),
    ("schedule", "predictable", "stated",
     r"\b(?:predictable|regular|fixed|set|steady|standard|normal|business|office|banker[’']s) (?:\w+ ){0,2}(?:hours|schedule|shifts|days)\b|\bhours (?:are|that are) (?:regular|fixed|predictable|those of an office)\b|\boffice hours\b|\b(?:nine|9)[- ](?:to|–)[- ](?:five|5)\b|\bshifts (?:are|that are) fixed\b|\brostered shifts\b|\bno (?:nights?|weekends?|pager)\b|\bhome (?:at|by) (?:5|five|six)\b|\bday ends at\b|\bmonday to friday\b|\bmonday through friday\b|\bhours of an office\b|\bhours are those of\b|\bpredictable\b"),
    ("travel", "required", "stated", r"\b(?:travel(?:s|ing)?|on the road|trains and planes|in airports|fly in|flights|frequent flyer|in a hotel|passport|on planes)\b"),
    ("travel", "none", "stated", r"\bno travel\b|\btravel is not\b|\bwithout (?:any )?travel\b|\bnever travel\b|\bdo(?:es)? not (?:involve|require) travel\b|\bno need to travel\b"),
    ("growth", "ladder", "stated", r"\b(?:ladder|career path|promot(?:ion|ions|ed)|three grades|grades,|route (?:up|upward)|advancement|advance to|move up to|rise to|work your way up|stepping stone)\b"),
    ("growth", "none", "stated", r"\bno (?:\w+ )?(?:ladder|promotion|career path|advancement|route up)\b|\bnowhere to (?:rise|go up)\b|\bwithout (?:a )?(?:ladder|promotion)\b|\blittle room (?:to|for) (?:advance|grow|rise|advancement)\b"),
)  # fmt: skip
PARTLY = (
    r"\b(?:some|part of|much of|most of it|mostly|partly|partially|many|often|sometimes|occasionally|can be done|can also|may also|possible|in part|a few of|half of|reading the file|review(?:ing)? the file"
    r"|two days a week from home|three days a week from home|one day a week from home|hybrid|days? a week (?:from|at) home|or in the office)\b"
)
NEGATED = r"\b(?:not|never|no|nobody|nor|neither|without|hardly|rarely|seldom|don[’']t|doesn[’']t|isn[’']t|aren[’']t|cannot|can[’']t|won[’']t|none of)\b"
