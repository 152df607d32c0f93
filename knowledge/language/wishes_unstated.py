"""Everyday wordings for wishes that no attribute of a role answers (kind `unstated_wish`).

They are recognised so that the answer can say that nothing is known of them; a wish is never
dropped in silence. Notation as in wishes_work.py; the values are plain words for the wish.
"""

from __future__ import annotations

from typing import Dict

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
        "multi state license; imlc; state license; active license; licensed; be licensed; "
        "(licensed|license|licence|licensure) in (every|each|all|all 50|many|multiple|several|more than one) "
        "(state|states); dea; dea (number|registration|certificate)",
    "board certification":
        "board (certification|certified|cert|certificate|eligible|certifications); boards; "
        "bc be;"
        " bc/be; boarded; moc; recertification; maintenance of certification; not boarded; "
        "board exam; without boards; no boards",
    "residency":
        "(did not|didnt|didn't|failed to|never) (match|matched); "
        "(without|no|no need for|without a|didn't finish|did not finish|unfinished|"
        "never finished|incomplete|unmatched|no us|not matched|left|quit|before|"
        "after) (residency|fellowship|residency training|match|residencies); unmatched; "
        "residency not required; residency required; never did residency; residency; "
        "fellowship; "
        "no residency required; (while|still|as) (in|) (a|) "
        "(training|residency|fellowship|trainee|resident|fellow); trainee; "
        "trainees; in training; (finish|finishing|finished|done with|complete|completing|end of) (my|) (training|"
        "residency|fellowship)",
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
    "workload":
        "least (work|effort); least amount of (work|effort); (small|smallest|light|lightest|less|low|lowest|lighter|"
        "smaller|least) workload; (minimal|low|lowest|little|the least) effort; (easy|easiest|easier) (work|job|jobs|"
        "gig|gigs|role|roles|money|one|ones|option|options); less work than now; not much work; little work",
    "shifts":
        "shift work; shifts; 12 hour shifts; long shifts; rotating shifts; no shifts; "
        "day shifts;"
        " day shift; swing shifts; 24s",
    "hours":
        "wlb; good wlb; better wlb; long hours; short hours; 4 day week; four day week; 4 day (weeks|work "
        "week|workweek); "
        "four day (workweek|work week); overtime; 80 hour weeks; 60 hour weeks; 40 hour week; "
        "40 hours; "
        "work life balance; work/life balance; "
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
        "do the lab; doing the lab; lab days; lab nights; wear lead; wearing lead; in lead; "
        "no surgery; cath lab time; cath lab; the cath lab; cath labs; endo suite; procedural; hands on "
        "procedures; night call procedures",
    "family time":
        "(more|) (kids|kid|family) time; (more|) time (with|for) (my|the|) (kids|kid|family|children|wife|husband|"
        "partner|spouse|toddler|baby|newborn|son|daughter|grandkids); see (my|the) (kids|family|children|wife|husband|"
        "grandkids) more; more family time; (home|off|done) (by|before|at) (3|4|5|6|three|four|five|six|dinner|"
        "bedtime|dinnertime); (be|) there for (my|the) (kids|family|children); "
        "school (pickup|pick up|run|drop off|pickups|runs); "
        "family friendly; around for (my|the) (kids|family)",
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
        "young physicians; (wind|winding|ramp|ramping) down; wind things down; slow down; slowing down; "
        "(ease|easing|phase|phasing|fade|fading) (out|into retirement|out of practice|toward retirement); "
        "(take|taking) it (easy|easier|slower|slow); (too old|getting old|getting older|too young); "
        "(close|closing in|near|nearing) (to|on|) retirement; glide path; one foot out the door; "
        "before i retire; till i retire; until i retire; pre retirement; bridge to retirement",
    "physical load":
        "desk (job|jobs|work|stuff|role|roles|based|gig); sitting (job|jobs|work|down|role); sit down (job|jobs|"
        "work); seated; "
        "sedentary; on my feet; standing (all day|for long|for hours); can't stand for long; cant stand (for long|"
        "all day); "
        "off my feet; no standing; (heavy|no) lifting; physically (easy|easier|demanding|light|undemanding); light "
        "duty; "
        "bad (back|knees|knee|hip|shoulder|wrist|hands); not physical",
    "own insurance":
        "(own occ|own occupation|ltd|long term disability|short term disability|private disability) "
        "(insurance|policy|benefits|coverage|payments|claim|); disability (insurance|policy|benefits|income|"
        "payments|payout); "
        "own occ disability (insurance|policy|benefits|); on disability; my disability; life insurance",
    "contact with people":
        "(talk|talking|speak|speaking|deal|dealing|interact|interacting) (to|with) (another|any|other|) "
        "(people|ppl|person|human|humans|human being|human beings|anyone|anybody|a soul|strangers) (again|anymore|); "
        "(hate|hating|sick of|tired of|done with) (people|ppl|humans); no humans; no people; antisocial; "
        "misanthrope; hermit; leave me alone; left alone; no phone; no phone calls; no zoom; no small talk",
    "record":
        "felony; felon; dui; dwi; misdemeanor; criminal record; criminal (conviction|history|charge|charges); "
        "arrest record; "
        "background check; background checks; npdb; (board|disciplinary) (action|actions|complaint|investigation); "
        "(lost|losing|revoked|suspended|surrendered|lose) (my|) (license|licence|dea); license (revoked|suspended); "
        "rehab; in recovery; probation",
    "mentoring":
        "mentoring; mentorship; mentor (residents|students|juniors|others); to mentor; mentoring "
        "(residents|students|juniors|others|physicians); "
        "coaching (residents|students); mentorship opportunities; being mentored",
    "prestige":
        "prestige; prestigious; respected; high status; well respected; impressive title; "
        "fancy title;title bump",
    "creativity":
        "creative; creativity; creative (work|job|jobs|role|roles|outlet|side|stuff|freedom); artistic; "
        "be creative; something creative",
    "meaning":
        "meaningful; meaningful work; making a difference; sense of purpose; "
        "impactful; fulfilling; rewarding; giving back; give back",
    "intellectual challenge":
        "intellectually (stimulating|challenging|interesting); intellectual (challenge|stimulation); "
        "use my brain; challenging; interesting work; not boring",
    "autonomy":
        "autonomy; autonomous; independence; independent work; my own boss; run my own (thing|business|show); "
        "own my own (business|company); start my own (business|company|thing)",
    "team":
        "working alone; work alone; introvert; introverts; "
        "introvert friendly; small team; good colleagues; nice colleagues; company culture; collegial; "
        "supportive team; people person; extrovert",
    "expenses":
        "expense account; cme (money|allowance|stipend|budget|funds); company car; per diem meals; "
        "tuition (help|reimbursement|assistance); relocation money; home office stipend; equipment stipend",
    "flat fee": "flat fee; flat fees; flat rate; fixed fee; fixed fees; lump sum",
    "start":
        "start (immediately|right away|asap|soon|next month|now); immediate start; quick start; "
        "starting (immediately|asap|soon); hiring now; now hiring; quick hire; fast hire",
    "finance":
        "private equity; pe firm; pe firms; venture capital; vc; vc (firm|firms|fund|funds|role|roles|job|jobs); "
        "wall street; hedge fund; hedge funds; investment (bank|banks|banking|firm|firms|fund); "
        "equity research; financial analyst; biotech analyst; finance "
        "(job|jobs|role|roles|career|careers|work|industry|world); in finance",
    "management consulting":
        "mckinsey; bcg; bain; deloitte; management consulting; management consultant; strategy consulting; "
        "consulting (firm|firms|company|companies); big four",
    "noncompete":
        "non compete; noncompete; restrictive covenant; non compete clause; noncompetes; "
        "conflict of interest; conflicts of interest",
    "form of employment":
        "w2; w 2; 1099; w2 job; w2 position; 1099 work; 1099 job; llc; s corp; tax deductions; "
        "self employed; self employment",
}  # fmt: skip
