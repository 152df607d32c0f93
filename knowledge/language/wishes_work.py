"""Everyday wordings for how, where and with whom a physician wants to work.

Wordings use the notation of lexicon.py. Each table maps a value of a mention kind to its
wordings, separated by ";". What no role attribute can answer is an `unstated_wish`.
"""

from __future__ import annotations

from typing import Dict

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
        "part time; parttime; part timer; pt job; pt work; pt gig; pt jobs; half time; "
        "side (gig|"
        "gigs|job|jobs|hustle|hustles|work|income|hussle|business|project|projects|money|cash|"
        "stuff); sidegig; sidehustle; sidegigs; on the side; as a side; moonlight; moonlighting;"
        "extra (income|money|cash|work); supplemental (income|work|money|); supplement (my|"
        ") (income|practice|pay|salary); a few hours (a|per) week; few hours (a|per) week; "
        "fewer hours; reduced hours; less hours; cut back; cut (back|down) my hours; "
        "weekends only; evenings only; after hours work; in my (spare|free) time; spare time;"
        "0.5 fte; half fte; reduced fte; alongside (my|) (practice|job|clinic); while (still|"
        ") (practicing|in practice|working clinically|seeing patients); keep practicing; "
        "in addition to (my|) (practice|clinical work|job|clinic); casual work; casual; "
        "low commitment; couple hours a week; between patients; between shifts; on my days off"
    ),
    "full_time": (
        "full time; fulltime; full timer; ft job; ft work; ft jobs; permanent; permanent (job|"
        "role|position); 1.0 fte; full fte; full time equivalent; w 2 job; salaried; "
        "salaried (job|role|position); a real job; staff position; 40 hours a week; "
        "replace my (job|income|salary|practice|clinical income|clinical job); nine to five; "
        "9 to 5; 9 5 job; career change full time; all in"
    ),
    "per_project": (
        "per project; project based; by the project; per case; case by case; per diem; "
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
        "patient free; patientless; no clinic; no clinics; no clinical (work|care|duties|"
        "practice); no direct care; zero clinical; never touch (a|another) patient (again|); "
        "done seeing patients; tired of patients; sick of patients; no more clinic; hands off; "
        "behind the scenes; no pt contact; nonpatientfacing"
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
        "mentoring; cme company; cme companies; teach online; education company; "
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
        "timing); flex hours; flex time; flextime; set my own (hours|schedule); "
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
        "normal hours; bankers hours; banker's hours; stable (hours|schedule); stable; "
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
    "no planes; no hotels",
    "required": "travel; traveling; travelling; travel required; with travel; lots of travel; "
    "some travel; requires travel; travel involved; business travel; on the road; "
    "see the world; frequent flyer; business trips; flights; trips; airports",
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
UNSTATED: Dict[str, str] = {
    "call":
        "call; calls; on call; oncall; overnight call; home call; call schedule; call burden; "
        "call shifts; pager; pagers; beeper; take call; taking call; call coverage; call free",
    "nights":
        "nights; night shifts; night shift; overnights; overnight; night work; nocturnal; "
        "evenings; late nights; night float; working nights",
    "weekends":
        "weekends; weekend work; weekend shifts; weekend; weekends off; free weekends; "
        "working weekends; saturdays; sundays; sunday; saturday; my weekends",
    "holidays": "holidays; holiday; holiday shifts; working holidays; christmas off",
    "visa":
        "visa; visas; visa (sponsorship|sponsor|sponsored|support); sponsorship; h1b; h 1b; "
        "h1 b;"
        " j1; j 1; j1 waiver; j 1 waiver; green card; work permit; immigration sponsorship; "
        "sponsor my visa; sponsor a visa; o1 visa; img friendly; work authorization",
    "benefits":
        "benefits; health insurance; health benefits; medical benefits; dental; "
        "benefits package;"
        " good benefits; full benefits; fringe benefits; perks; medical coverage; "
        "healthcare coverage; w2 benefits; health coverage; family coverage",
    "malpractice":
        "malpractice (coverage|insurance|premiums|risk|exposure|liability|); "
        "liability (insurance|coverage|); tail coverage; med mal; medmal; "
        "medical malpractice insurance; malpractice covered; getting sued; lawsuits; "
        "litigation risk",
    "vacation":
        "vacation; vacations; vacation (time|days); pto; paid time off; time off; paid leave; "
        "holidays off; weeks off; sick leave; sick days; annual leave; weeks of vacation; "
        "paid vacation",
    "parental leave":
        "parental leave; maternity leave; maternity; paternity leave; mat leave; family leave; "
        "child care; childcare; daycare; day care",
    "retirement plan":
        "pension; pensions; 401k; 401k match; 401 k; 403b; retirement (plan|plans|benefits|"
        "match|"
        "account|contribution|contributions); employer match; 457b; fers",
    "bonus":
        "bonus; bonuses; sign on; sign on bonus; signing bonus; sign on bonuses; annual bonus; "
        "relocation bonus; performance bonus; retention bonus",
    "equity":
        "equity; stock; stocks; stock options; stock option; rsu; rsus; profit sharing; "
        "ownership stake; partnership track; ownership",
    "loan repayment":
        "loan (repayment|forgiveness|repayments|payoff); student loans; student loan; pslf; "
        "student (loan|) debt; pay off my loans; debt relief; loans",
    "license":
        "(medical|active|state|no|) (license|licence|licensure|licenses|licensing) (required|"
        "needed|requirement|); (without|no) (a|an|) (active|medical|) (license|licence); "
        "unlicensed; dea license; keep my license; license; licence; licensure; "
        "multi state license; imlc; state license; active license",
    "board certification":
        "board (certification|certified|cert|certificate|eligible|certifications); boards; "
        "bc be;"
        " bc/be; boarded; moc; recertification; maintenance of certification; not boarded; "
        "board exam; without boards; no boards",
    "residency":
        "(without|no|no need for|without a|didn't finish|did not finish|unfinished|"
        "never finished|incomplete|unmatched|no us|not matched|left|quit|before|"
        "after) (residency|fellowship|residency training|match|residencies); unmatched; "
        "residency not required; residency required; never did residency; residency; "
        "fellowship; "
        "no residency required",
    "degree":
        "mba; mph; jd; phd; masters; master's; master's degree; extra degree; another degree; "
        "advanced degree; certificate; certification; certifications; no extra training; "
        "more school; additional training; without an mba; new degree; "
        "without going back to school; going back to school; go back to school; back to school; "
        "extra training; no experience; without experience; entry level; "
        "no industry experience; "
        "no prior experience; retraining",
    "relocation":
        "relocation; relocate; relocating; relocation (assistance|package); moving expenses; "
        "(have to|need to|want to|) move (away|cities|states|house); moving to another state; "
        "without moving; without relocating; move my family; uproot",
    "hybrid":
        "hybrid; hybrid (work|schedule|role|job|model); part remote; partly remote; "
        "partially remote; some days at home; mix of remote and office",
    "job security":
        "job security; secure job; layoffs; lay offs; laid off; tenure; stability; "
        "job stability;"
        " stable income",
    "stress":
        "low stress; less stress; stress free; stressless; no stress; low pressure; laid back; "
        "chill; relaxed; cushy; cake job; less pressure; not stressful; stressful; high stress",
    "shifts":
        "shift work; shifts; 12 hour shifts; long shifts; rotating shifts; no shifts; "
        "day shifts;"
        " day shift; swing shifts; 24s",
    "hours":
        "long hours; short hours; 4 day week; four day week; 4 day (weeks|work week|workweek); "
        "four day (workweek|work week); overtime; 80 hour weeks; 60 hour weeks; 40 hour week; "
        "40 hours; 10 hours a week; 20 hours a week; 20 hrs a week; 20 hrs per week; "
        "10 hrs a week; 5 hours a week; 30 hours a week; work life balance; work/life balance; "
        "better hours; good hours; fewer hours than now; less than 40 hours; under 40 hours; "
        "summers off; school hours; kids schedule; home for dinner",
    "charting":
        "charting; paperwork; documentation; emr; ehr; ehrs; epic; notes; inbox; in basket; "
        "inbasket; prior auths; prior auth; prior authorizations; prior authorization; "
        "admin work; administrative burden; peer to peers; peer to peer; bureaucracy; rvus; "
        "rvu; "
        "quotas; metrics; productivity targets; patient satisfaction scores; press ganey",
    "procedures":
        "procedures; procedure; scoping; scopes; or time; operating; operating room; surgeries; "
        "no surgery; cath lab time; cath lab; the cath lab; cath labs; endo suite; procedural; hands on "
        "procedures; night call procedures",
    "supervision":
        "supervising (nps|pas|midlevels|apps|residents); supervise (nps|pas|midlevels|apps|"
        "residents); micromanaged; micromanagement; boss; no boss; without a boss; bosses; "
        "manage people; managing people; management responsibility; direct reports; meetings; "
        "public speaking; presentations; presenting; sales; selling; cold calls; cold calling; "
        "networking events; writing reports; testifying; testify; deposition; depositions; "
        "court testimony; "
        "(testify|testifying|appear|appearing|go|going) (in|to) court; court appearances",
    "age":
        "older physicians; late career; near retirement; after retirement; semi retired; "
        "semi retirement; retired physicians; ageism; age limit; early career; mid career; "
        "young physicians",
    "noncompete":
        "non compete; noncompete; restrictive covenant; non compete clause; noncompetes; "
        "conflict of interest; conflicts of interest",
    "w2":
        "w2; w 2; 1099; w2 job; w2 position; 1099 work; 1099 job; llc; s corp; tax deductions; "
        "self employed; self employment",
}  # fmt: skip
