"""Words by which a kind of work is recognised, or told from what is none. Data only."""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

# Further names of known kinds that articles use and nobody types in a question (wording notation of lexicon.py).
OTHER_NAMES = {
    "utilization-review": (
        "(behavioral health|genetic testing|pharmacy|payer|insurance) (utilization|) reviewer",
        "peer review(er|)", "physician peer review(er|)", "peer-to-peer review(er|)", "physician advisor",
        "utilization (management|) physician", "prior authorization physician", "coverage review(er|)",
        "medical necessity review(er|)", "(insurance |) appeals review(er|)", "claims reviewer", "insurance claims review(er|)", "utilization management reviewer",
        "utilization management medical director", "utilization review medical director",
    ),
    "medico-legal": (
        "(court-appointed|court|testifying|forensic|legal|malpractice|trial) expert", "expert (work|consultant|review)",
        "(medical|physician) expert", "forensic consult(ant|ing)", "malpractice case review(er|)", "medical malpractice consult(ant|ing)",
        "medical legal expert", "(medico-legal|medicolegal|expert) (report|reports|reporting|report writing|work)", "malpractice reviewer", "litigation consult(ant|ing)", "expert witness consult(ant|ing)",
        "expert witness testimony", "legal case review", "(independent |) (case |) review of malpractice (claims|cases)",
        "medico-legal report", "malpractice (claim|case) review(er|)",
    ),
    "telemedicine": (
        "tele(dermatology|psychiatry|neurology|stroke|nephrology|urology|pathology|anesthesia|health physician|medicine physician)",
        "tele-(dermatology|psychiatry|neurology|stroke|nephrology|icu|health)", "virtual urgent care", "virtual primary care",
        "(telemedicine|telehealth) (physician|doctor|provider|consultant|consultation|work|visit)",
        "(virtual|online) (doctor|physician)", "e-consult(s|)", "econsult", "asynchronous (telemedicine|telehealth)",
    ),
    "remote-imaging-reads": ("teleradiolog(y|ist)", "remote (radiologist|radiology|image reading|ekg reading)",
                             "nighthawk (radiology|radiologist)"),
    "medical-science-liaison": ("senior (medical science liaison|msl)", "regional medical liaison", "field medical advisor"),
    "drug-safety-physician": (
        "(pharmacovigilance|drug safety) (physician|officer|director|specialist|lead|scientist|consultant|medical director)",
        "medical safety (physician|officer|director)", "drug safety medical director", "safety medical director",
    ),
    "medical-writing": (
        "(freelance|regulatory|scientific|staff|health|healthcare|clinical) (medical|) (writer|editor)",
        "(journal|manuscript|copy) editor", "science writ(er|ing)", "health writ(er|ing)", "health journalist",
        "medical copywrit(er|ing)", "medical communications writer",
    ),
    "chart-review": ("medical chart review(er|)", "chart audit(or|ing|)", "disability file review(er|)", "medical record reviewer",
                     "case file review(er|)", "(medical|paper|claim|) file review(er|)", "disability chart review(er|)", "chart abstraction"),
    "independent-medical-examiner": ("independent medical (exam|examination|evaluation|examiner)", "ime (physician|examiner|work)",
                                     "qualified medical (evaluator|examiner)", "independent examination"),
    "disability-exams": ("(disability|benefits|benefit) assess(or|ment)", "disability (medical|) (examiner|evaluator|consultant|physician)", "(va|veteran|veterans) disability exam",
                         "disability determination (physician|consultant|)"),
    "clinical-informaticist": (
        "chief medical (information|informatics) officer", "CMIO", "medical informaticist", "clinical informatics physician",
        "physician informaticist", "informatics (physician|director|lead)", "ehr (physician|) (builder|trainer)",
    ),
    "ai-consultant": ("(medical|clinical|health|healthcare|physician) ai (consultant|advisor|consulting|trainer)",
                       "ai/imaging consultant",
                       "(ai|chatbot) (answer|response|model|output|) (grading|grader|rating|rater|training|trainer|evaluation|evaluator|annotation|annotator|labeling)",
                       "(grading|rating|training|evaluating|labeling|annotating) ai (answers|responses|models|outputs|data|)"),
    "health-executive": (
        "(health plan|insurance|insurer|payer|managed care) medical director",
        "hospital (executive|administrator|ceo|president)","chief physician executive", "vice president of medical affairs",
        "medical director at (a|an) (health|) (insurance company|insurer|health plan)",
        "medical director for (a|an) (health|) (insurance company|insurer|health plan)",
    ),
    "medical-education-leadership": ("medical educator", "(associate|assistant|vice|medical school|academic) dean",
                                     "medical school dean"),
    "cme-course-creator": ("cme (writer|writing|faculty|speaker|developer)", "course (author|developer)", "online educator"),
    "content-creator": ("(podcast|youtube) (creator|hosting|channel)", "newsletter (writer|author)", "social media (creator|influencer)",
                        "physician (blogger|podcaster|influencer)", "medical (podcast|blog|podcaster|blogger)"),
    "medical-director": ("(pharma|pharmaceutical|industry) physician", "associate medical director", "senior medical director",
                         "clinical development (lead|scientist|medical director)", "global medical director"),
    "irb-member": ("irb (chair|physician|member)", "ethics (committee|board) member"),
    "grant-reviewer": ("grant application reviewer", "(federal|nih) grant reviewer"),
    "scientific-advisor": ("(pharma|industry) (advisor|adviser|consultant)", "advisory board (member|)", "scientific consulting"),
    "second-opinions": ("(online|virtual|remote) second opinion (consultant|physician|work|service)", "second opinion consultant"),
    "principal-investigator": ("(clinical trial|clinical research) (principal|) investigator",),
}  # fmt: skip

# A kind's name with these words is another kind of work, or none that is known.
_OTHER_INSURANCE = r"\b(?:life|disability|travel|auto|car|motor|reinsur\w+)\b(?!.*\bhealth\b)"  # they judge risks, and run no care
KIND_SHIFTS: dict[str, tuple[tuple[str, str | None], ...]] = {
    "health-executive": ((_OTHER_INSURANCE, None),),
    "medical-director": (
        (_OTHER_INSURANCE, None),
        (r"\btele(?:health|medicine)\b", "telemedicine"),
        (r"\b(?:(?:health |)plans?|insurers?|insurance|payers?|payors?|managed care|utilization)\b", "health-executive"),
        (r"\b(?:hospice|nursing homes?|spas?|med ?spas?|clinics?|prisons?|jails?|correctional|camps?|dialysis|wound|ems|events?|cannabis|ketamine|cruise|air ambulance|transport"
         r"|urgent care|long-term care|skilled nursing|team|school|university|hyperbaric|blood bank|laboratory|lab|medicaid|hospital|sports?|race)\b", None),
        # "organ procurement organization medical director": words before it that say neither industry nor rank
        (r"^(?!(?:(?:pharma\w*|bio\w+|senior|associate|assistant|global|regional|executive|principal|physician|industry|drug|device|startup|start-up|clinical|development|full|time|full-time"
         r"|us|u\.s\.|company|medical|med|in|corporate|freelance|part-time|contract)[\s,-]+)*(?:medical|med) directors?\b).*\b(?:medical|med) directors?\b", None),
    ),
    "scientific-director": ((r"\b(?:laborator(?:y|ies)|lab)\b", None),),
}  # fmt: skip
# Nouns that name a job without a word before them: "appointed as a coroner".
BARE_JOBS = frozenset(
    """coroner underwriter adjudicator arbitrator mediator proctor podcaster blogger journalist columnist lobbyist novelist
    translator interpreter annotator recruiter narrator illustrator informaticist epidemiologist innkeeper""".split()
)
# The kind of whatever ends in this noun, unless another word tells that it is something else.
KIND_HEADS = {"writer": "medical-writing", "copywriter": "medical-writing", "editor": "medical-writing"}
OTHER_HEADS = frozenset(
    "script screen song comedy fiction novel speech film movie television tv drama video code grant question item exam "
    "policy game sound picture photo data".split()
)
# Nouns that end the name of a job.
JOB_NOUNS = frozenset(
    """adviser advisor administrator adjudicator agent analyst ambassador architect associate attorney auditor author blogger
    broker buyer captain chair chairman chairperson chief clerk coach codirector columnist commentator commissioner consultant
    contractor coordinator coroner correspondent counsel counselor creator curator curator dean designer developer diplomat
    director educator editor employee engineer entrepreneur epidemiologist evaluator examiner executive expert facilitator
    faculty fellow founder guide head hygienist host illustrator informaticist inspector instructor interpreter interviewer
    inventor investigator investor journalist judge keynoter lawyer lead leader lecturer liaison librarian manager marketer
    mentor moderator monitor narrator negotiator nutritionist officer official operator organizer owner partner patrolman
    pathologist physician planner podcaster presenter president principal proctor producer professor programmer proofreader
    psychotherapist publisher reader recruiter regulator reporter representative researcher reviewer scientist secretary
    specialist speaker spokesperson strategist student supervisor surveyor teacher technician tester therapist trainer
    translator treasurer trustee tutor underwriter vice-president volunteer writer youtuber annotator abstractor
    ringside doctor medic surgeon medicine-director vp cmo ceo coo cto innkeeper tasker labeler rater panelist scout freelancer planner hunter buyer assessor adjudicator referee mediator arbitrator medic""".split()
)
# Nouns and gerunds that end the name of a kind of work.
WORK_NOUNS = frozenset(
    """advising advisory advocacy annotation auditing audit authoring authorship blogging board boards brokerage coaching coding
    consulting consultancy consultation consultations consults content creation counseling design development editing editorial
    education engineering entrepreneurship evaluation evaluations exam exams examination examinations examining forensics
    gigs housecalls informatics inspection inspections instruction interpretation interpreting investing investigation
    investigations job jobs journalism labeling leadership lecturing locums management marketing media medicine mentoring mentorship moderating
    modeling opinions planning podcast podcasting policy practice proctoring production proofreading publishing reading reads
    recruiting recruitment regulation regulatory reporting research review reviewing reviews safety sales scribing searches
    service services side-gig simulation speaking strategy supervision supervising survey surveys teaching teleconsulting telehealth
    telemedicine testimony testing training transcription translation translating tutoring underwriting videos work writing
    telepathology teledermatology telepsychiatry teleneurology analytics appraisal arbitration mediation groups panels panel
    fieldwork tastings rentals estate franchise franchising pharmacovigilance ownership directorship directorships liaison
    entrepreneur annotating rating boards talks keynotes talks adjudication abstraction""".split()
)
# Words with which the heading of something else begins.
NOT_ROLE_STARTS = frozenset(
    """what why how when where who which whose is are do does did can could should would will if before after about more most
    final conclusion conclusions summary introduction overview background methodology methods method sources references
    faq faqs frequently related further next next-steps getting finding choosing making understanding exploring
    thinking considering ready tips advice steps step key takeaways takeaway bottom disclaimer disclosure
    acknowledgments acknowledgements notes note table figure contents appendix share comments comment subscribe newsletter
    ask meet talk speak call hear visit apply browse using join follow sign register download read see watch listen learn discover explore get your you we our i my it it's there
    this that these those here every all both not no never don't in on at for from with without to of by as but and or
    top best great good other others many some any jobs leaving staying moving looking pros cons benefits challenges
    reasons reason pay salary salaries compensation money income earnings taxes numbers data results letters editor's
    welcome dear thanks thank ways options quick part section chapter page careers alternative alternatives paths
    beyond outside inside questions answers putting weighing paying going setting keeping deciding transitioning
    becoming-more being having earning work working""".split()
)
# Whole headings (as compared) that are chapters and no roles though they end like one.
NOT_ROLES = frozenset(
    """remote work|side gig|side work|side job|side hustle|side income|extra work|outside work|paid work|odd job|clinical practice|private practice|locum|locum tenen|further reading|recommended reading|suggested reading
    |real estate|next step|non clinical work|nonclinical work|non clinical job|nonclinical job|side job|part time work|full time work
    |contract work|consulting work|legal work|industry job|pharma job|job|work|career|research|education|media|medicine
    |leadership|management|consulting and advisory|teaching|insurance|our survey|the survey|survey|reader survey|about the survey
    |about the author|author|editor|publisher|contact|how to start|table of content|peer support|job board|money|more reading
    |related content|sponsored content|additional content|work from home|remote and flexible work|continuing education""".replace(
        "\n    ", ""
    ).split("|")
)
# What is sold to or asked of physicians rather than done by them.
NOT_WORK_NOUNS = frozenset(
    """course courses certification certificate certificates degree mba program programs bootcamp camp workshop workshops diploma
    license licenses licence membership memberships fee fees ticket tickets conference exam-prep tuition subscription coverage
    policy insurance tail loan loans""".split()
)
# Last words of the names of employers.
ORGANISATIONS = frozenset(
    """company companies firm firms plan plans hospital hospitals group groups agency agencies bank banks university universities
    health lab labs laboratory laboratories diagnostics therapeutics pharmaceuticals pharma biotech biotechs ai inc llc ltd
    partners clinic clinics center centers centre centres system systems network networks society societies startup startups
    start-ups insurer insurers payer payers employer employers government department departments office offices court courts school schools organizations
    organisations organization cro cros studio studios vendors makers governments manufacturers industry foundation association institute""".split()
)
# Words of NOT_ROLE_STARTS with which the name of a person's job may begin all the same: "benefits assessor".
MODIFIERS = frozenset(
    "benefits data tax taxes pay salary compensation money education research survey career careers job jobs".split()
)
COUNTS = frozenset("one two three four five six seven eight nine ten".split())
# Last words of headings that are no work.
NO_WORK = frozenset(
    """rule rules myth myths tip tips trap traps mistake mistakes test story stories word words thing things ad ads advert adverts
    classifieds notice notices""".split()
)
# What may stand before the name of a known kind and leaves it that kind.
PREFIXES = frozenset("physician doctor md senior lead staff contract freelance remote salaried".split())
# What may stand behind the name of a known kind and leaves it that kind.
SUFFIXES = frozenset(
    """assessor adviser advisor expert opinion report reviewer work job position role consultant consulting gig physician career
    service specialist lead opportunity post freelancer from home remotely""".split()
)
