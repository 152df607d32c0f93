"""Everyday wordings for how, where and with whom a physician wants to work.

Wordings use the notation of lexicon.py. Each table maps a value of a mention kind to its
wordings, separated by ";". What no attribute of a role can answer is in wishes_unstated.py.
"""

from __future__ import annotations

from typing import Dict

# A kind of work named in passing; roles.yml has the names themselves.
ROLE_IN_PASSING: Dict[str, str] = {
    "ai-consultant": "(work|job|jobs|role|roles|gig|gigs|something|anything|career|consult|consulting|be|get) "
    "(with|w|in|into|for|on|around) (medical |health |) ai; ai (job|jobs|role|roles|gig|gigs|stuff|field|space|"
    "industry|world|position|positions|training|career|careers); (get|getting|move|moving|go|going) into ai; "
    "train ai; training ai; train ai models; ai model training; machine learning (job|jobs|role|roles|work)",
    "clinical-informaticist": "(something|anything|stuff|work|working|job|jobs|role|roles|gig|gigs|good|handy|play|"
                              "playing) "
    "(with|w|on) computers; computer (work|job|jobs|stuff|thing|side|nerd); computers; (tech|techy|techie) (doc|"
    "physician|stuff); "
    "techie; techy; data (job|jobs|work|role|roles|stuff|nerd); (coding|programming); (learn|learning) (to code|"
    "coding)",
    "principal-investigator": "principle investigator; principle investigators; principal investigater",
    "medical-writing": "writing; (with|involving|involves|some|into|love|like|enjoy|enjoy doing) writing; "
    "writing (job|jobs|role|roles|gig|gigs|stuff|work|career|careers|side gig); "
    "(write|writing) for (a|the|) (medical|health|) (journal|journals|magazine|magazines|"
    "publication|publications|website|websites|textbook|textbooks); writer job; writer jobs; "
    "(like|love|enjoy) to write; write for a living; write articles; writing articles",
}
WORK_MODE: Dict[str, str] = {
    "remote": (
        "remote; remotely; remoted; fully remote; 100 remote; all remote; wfh; "
        "work from anywhere; remote friendly;"
        "(work|working|works|do it|do this|done|job|jobs|gig|something|anything|stuff|money|"
        "practice|consult|) from (my|the|) (home|house|couch|sofa|bed|living room|kitchen table|"
        "kitchen|laptop|home office|basement|anywhere|beach|porch|desk at home);"
        "(at|from) home; home based; homebased; work at home; working at home; home office; "
        "stay at home; stay home;"
        "telecommute; telecommuting; telework; teleworking; tele work; virtual; virtually; "
        "online only; fully online; online; distance work; distributed;"
        "(no|without|zero|skip the|hate the|avoid the|hate my|done with the|tired of the|"
        "sick of the|end the) (commute|commuting|commutes); commute free; not (have to|"
        ") commute;"
        " no office; without going (in|anywhere|into the office|to an office|to the office);"
        "without leaving (the house|home|my house|my home|town); location independent; "
        "digital nomad; anywhere in the world; from abroad; pajamas; pyjamas; in my pajamas; "
        "in pjs; off site; offsite; out of the office; work remote; working remote; laptop job; "
        "keyboard job; remote work; remote working"
    ),
    "on_site": (
        "on site; onsite; on premise; on premises; in person; inperson; in the office; "
        "in an office; in office; office based; office job; office jobs; face to face;"
        "in the building; at the office; at an office; go into (the|an) office; in house; "
        "at a desk on site; (a|with a|short) commute; physically present; out of the house; "
        "not at home; brick and mortar"
    ),
}
COMMITMENT: Dict[str, str] = {
    "part_time": (
        "part time; parttime; pt; part timer; pt job; pt work; pt gig; pt jobs; half time; "
        "side (gig|"
        "gigs|job|jobs|hustle|hustles|work|income|hussle|business|project|projects|money|cash|"
        "stuff); sidegig; sidehustle; sidegigs; on the side; as a side; moonlight; moonlighting;"
        "extra (income|money|cash|work); supplemental (income|work|money|); supplement (my|"
        ") (income|practice|pay|salary); a few hours (a|per) week; few hours (a|per) week; "
        "fewer hours; reduced hours; less hours; cut back; cut (back|down) my hours; "
        "weekends only; evenings only; after hours work; in my (spare|free) time; spare time;"
        "reduced fte; partial fte; "
        "fractional fte; half days; mornings only; afternoons only; half (a|) week; alongside (my|) "
        "(practice|job|clinic); while (still|"
        ") (practicing|in practice|working clinically|seeing patients); keep practicing; "
        "in addition to (my|) (practice|clinical work|job|clinic); casual work; casual; "
        "low commitment; couple hours a week; between patients; between shifts; on my days off"
    ),
    "full_time": (
        "full time; fulltime; ft; full timer; ft job; ft work; ft jobs; permanent; permanent (job|"
        "role|position); full fte; full time equivalent; w 2 job; "
        "a real job; staff position; "
        "replace my (job|income|salary|practice|clinical income|clinical job); nine to five; "
        "9 to 5; 9 5 job; career change full time; all in"
    ),
    "per_project": (
        "per project; project based; by the project; per case; case by case; "
        "freelance;"
        " freelancing; freelancer; freelancers; as a freelancer; gig work; gig economy; "
        "one off; "
        "one offs; project work; contract; contract work; contractor; contracting; "
        "contract based; independent contract(or|ing|ors); on a project basis; short term; "
        "ad hoc; piecework; piece work; short projects; paid per (case|project|evaluation|exam|"
        "chart|review); consulting gig; consulting gigs; prn"
    ),
}
PATIENT_CONTACT: Dict[str, str] = {
    "none": (
        "(no|without|zero|not any|minus|w/o|no more) (direct|) (patients|patient|pts|"
        "pt) (contact|care|facing|interaction|interactions|exposure|visits|work|); "
        "non patient (facing|care|contact); nonpatient; non patient;"
        "(away from|off|leave|leaving|out of|escape|quit|done with|no more) (the|) bedside; "
        "no bedside; away from patients; not (see|seeing|treat|treating|touch|touching|"
        "deal with|"
        "dealing with) (any|) (patients|pts); without (seeing|treating|touching|"
        "dealing with) (any|) (patients|pts); never (have to|) (see|touch|treat|deal with) (a|"
        "another|any|) (patient|patients) (again|); stop seeing patients; don't want (to see|"
        ") patients; "
        "(no|zero|without) (people|ppl|human) (contact|interaction|interactions); "
        "patient free; patientless; no clinic; no clinics; no clinical (work|care|duties|"
        "practice); no direct care; zero clinical; never touch (a|another) patient (again|); "
        "done seeing patients; tired of patients; sick of patients; no more clinic; hands off; "
        "behind the scenes; no pt contact; nonpatientfacing"
    ),
    "limited": (
        "(limited|some|a little|a bit of|occasional|a few|less) (direct|) (patient|pt) (contact|care|"
        "interaction|interactions|visits|time|exposure); (a few|fewer|some|less) (patients|pts); "
        "(limited|little|less|minimal) (people|ppl|human) (contact|interaction|interactions); "
        "not (many|too many|so many) patients; patient light; low (patient|pt) (contact|volume)"
    ),
    "direct": (
        "patient (contact|care|facing|interaction|interactions|visits); direct (patient|) (care|"
        "contact); patients contact; seeing patients; see patients; see (my|some|any|the|"
        ") patients; with patients; still see patients; still seeing patients; "
        "keep seeing patients; bedside; at the bedside; bedside care; treat patients; "
        "treating patients; work with patients; talk to patients; talking to patients; "
        "examine patients; examining patients; hands on; patient facing; pt contact; "
        "patient relationships; keep (my|some|) patients; patients; deal with patients; "
        "dealing with patients; pts; face to face with patients"
    ),
}
SETTING: Dict[str, str] = {
    "pharma": (
        "pharma; pharm; pharmaceutical; pharmaceuticals; big pharma; pharma company; "
        "pharma companies; drug (company|companies|maker|makers|firm|firms|industry|"
        "manufacturer|"
        "manufacturers); industry (job|jobs|role|roles|side|position|positions|work|career|"
        "careers); in industry; to industry; industry; pharma industry; "
        "pharmaceutical (industry|"
        "company|companies|firm|firms); drugmaker; drugmakers; pharmas; big drug; pharmco; "
        "pfizer; merck; novartis; lilly; cro; cros; contract research organization(s|)"
    ),
    "biotech":
        "biotech; biotechs; biotechnology; bio tech; biotech (company|companies|startup|"
        "startups|"
        "firm|firms|industry); biopharma; biopharmaceutical; gene therapy company; "
        "biologics company",
    "device": (
        "device; devices; medical (device|devices); med device; med devices; meddevice; "
        "medtech; "
        "med tech; device (company|companies|maker|makers|industry|firm|firms|manufacturer|"
        "manufacturers|side); devicemaker; implant (company|maker|makers); "
        "medical device (company|companies|industry|maker|makers); hardware company; medtronic; "
        "stryker"
    ),
    "insurer": (
        "insurer; insurers; insurance; insurance (company|companies|industry|side|carrier|"
        "carriers|firm|firms|job|jobs); payer; payers; payor; payors; payer side; payor side; "
        "health plan; health plans; health insurer(s|); managed care; hmo; hmos; mco; "
        "the dark side of insurance; ins company; insurance world; benefits manager(s|); pbm; "
        "pbms; aetna; cigna; united healthcare; unitedhealth; humana; optum"
    ),
    "legal":
        "legal; law (firm|firms|office|offices|world|side|field|companies|company); law; "
        "lawyers;"
        " lawyer; attorney; attorneys; courtroom; court; courts; litigation; the legal (field|"
        "side|world|sector|industry); legal (field|side|sector|world|industry|setting); "
        "working with lawyers",
    "hospital": (
        "hospital; hospitals; hospital (admin|based|side|setting|system|systems); "
        "health system; "
        "health systems; in a hospital; hospital side; c suite at a hospital; medical center; "
        "medical centers; clinic setting; hospital employed"
    ),
    "education":
        "education; academia; academic; academics; academic (medicine|setting|job|center); "
        "university; universities; teaching; teach; educator; medical school; med school; "
        "school;"
        " schools; teaching job; faculty; professor; college; education sector; educational; "
        "cme company; cme companies; teach online; education company; "
        "medical education company; medical education companies; education companies",
    "media":
        "media; the press; news media; newspaper; television; tv; magazine; magazines; "
        "publisher;"
        " publishers; publishing; journalism; media company; media companies; broadcasting; "
        "film;"
        " hollywood; radio; social media company",
    "technology": (
        "tech; technology; tech (company|companies|startup|startups|industry|side|firm|firms|"
        "sector|job|jobs|world|role|roles); startup; startups; start up; start ups; "
        "health tech; "
        "healthtech; digital health; big tech; silicon valley; software; software company; "
        "software companies; healthcare (it|tech|technology|startup|startups); health it; "
        "ai (company|companies|startups|firm|firms); app company; google; amazon; saas; "
        "ehr vendor; ehr company; epic systems"
    ),
    "government": (
        "government; govt; gov; federal; federal government; public sector; government (job|"
        "jobs|"
        "agency|agencies|work|role|roles|bodies); the fda; fda; cdc; nih; cms job; the va; "
        "va (job|jobs|hospital); veterans affairs; public health; public health department; "
        "health department; state government; military; medicare agency; social security; ssa; "
        "state agency; policy work; health policy; public policy; regulator; regulators; "
        "regulatory agency"
    ),
    "nonprofit":
        "nonprofit; nonprofits; non profit; non profits; not for profit; ngo; ngos; charity; "
        "charities; foundation; foundations; who; think tank; think tanks; global health; "
        "philanthropy; philanthropic; humanitarian; mission driven; advocacy group; "
        "doctors without borders",
    "research":
        "research; research (job|jobs|role|roles|setting|institute|center|side|work|position|"
        "positions|organization|organizations|site|sites); clinical trials; trials; lab; labs; "
        "laboratory; bench research; clinical research; trial work; study sites; "
        "research sites; "
        "phase 1 unit",
}  # fmt: skip
SETTING["nonprofit"] = SETTING["nonprofit"].replace(" who;", "")
SCHEDULE: Dict[str, str] = {
    "flexible": (
        "flexible; flexibility; flexible (hours|schedule|scheduling|time|work|workload|shifts|"
        "timing); flex hours; flex time; flextime; set (my|) own (hours|schedule); wfh flexible; not "
        "(too|so|) rigid; "
        "set your own (hours|schedule); my own (hours|schedule|time|terms); choose my (own|"
        ") (hours|schedule); own hours; pick my hours; make my own hours; my own pace; "
        "whenever i want; control over (my|) (schedule|time|hours); control of my (schedule|"
        "time); be my own boss; work when i want; more freedom; adaptable schedule; async; "
        "asynchronous; on my own (time|terms|schedule)"
    ),
    "predictable": (
        "predictable; predictable (hours|schedule|work|schedules|routine|shifts); "
        "regular hours; "
        "regular schedule; steady hours; fixed hours; fixed schedule; set hours; set schedule; "
        "normal hours; bankers hours; banker's hours; 9 5; 9 5 (job|hours|schedule); stable "
        "(hours|schedule); stable; "
        "structured; structured hours; business hours; office hours; monday to friday; "
        "monday through friday; mon fri; m f; structured schedule; consistent (hours|schedule); "
        "routine hours; a normal schedule; daytime hours; regular working hours; no surprises; "
        "sane hours; 9 to 5 schedule; nine to five schedule"
    ),
}
TRAVEL: Dict[str, str] = {
    "none": "(no|without|zero|w/o|minimal|little|not much|low|not any|no more) (travel|traveling|"
    "travelling|trips|flights|flying|road trips|business trips|travels); travel free; "
    "not (travel|traveling|travelling|flying); stay put; stay local; don't (want to|have to|"
    "need to|like to|) travel; non travel; non traveling; never travel; no airports; "
    "no planes; no hotels; no suitcases; sleep in my own bed; in my own bed; home every night; "
    "home every evening; home at night; travel averse; hate (to fly|airports|flying|planes); "
    "(afraid|scared|fear) of flying; no flying around; no overnight stays; never fly; no jet lag",
    "required": "travel; traveling; travelling; travel required; with travel; lots of travel; "
    "some travel; requires travel; travel involved; business travel; on the road; "
    "see the world; frequent flyer; frequent flier; business trips; flights; trips; airports; "
    "(want|have|need|like|love|got) to fly; (fly|flying) (around|a lot|often|constantly|everywhere|all "
    "over|across the country|every week|"
    "places|to (meetings|conferences|sites|clients)); flying; road warrior; road warriors; jet set; jet setting; "
    "jetsetting; living out of (a|my) suitcase; out of a suitcase; suitcase; "
    "(travel|traveling|travelling) (a lot|often|frequently|constantly|extensively|a ton|a bunch|everywhere|"
    "all the time|around|the world|the country|for work|every week); (lots|lot|plenty|a ton|tons) of "
    "(flights|trips|flying|traveling|travelling|airports|time on the road); (heavy|extensive|frequent|constant|"
    "some|much|overnight|international|domestic|regular|occasional|weekly) (travel|traveling|trips|flights|flying); "
    "travel heavy; travel intensive; "
    "see different (cities|places); airport (life|lounges); wanderlust; overnight stays; nights away; "
    "away from home; weeks on the road; time on the road; life on the road",
}
GROWTH: Dict[str, str] = {
    "ladder": (
        "career (ladder|ladders|growth|advancement|progression|trajectory|track|path up|"
        "path with growth|development|prospects); ladder; room to grow; grow into; "
        "room for (growth|advancement|promotion); promotion; promotions; get promoted; growth; "
        "growth (potential|opportunity|opportunities|prospects|track); advancement; "
        "advancement opportunities; upward mobility; move up; moving up; climb; "
        "climb the ladder;"
        " leadership (track|path|potential); upside; opportunities for advancement; "
        "long term career; career trajectories; path to (leadership|executive|promotion); "
        "corporate ladder; career advancement"
    ),
    "none": "dead end; dead ends; deadend; (no|without|zero|lack of|lacks|have no|with no) (ladder|"
    "career ladder|growth|advancement|career growth|room to grow|upward mobility|promotion|"
    "promotions|growth potential|career advancement|career path|career ladders|progression|"
    "trajectory); terminal job; going nowhere",
}
