"""Words of the pay grammar: bounds, units, and what makes a number not money."""

from __future__ import annotations

from typing import Dict, FrozenSet, Tuple

Words = Tuple[str, ...]


def _table(groups: Dict[str, str]) -> Dict[Words, str]:
    """`{value: "phrase; phrase"}` turned into `{words: value}`."""
    return {
        tuple(phrase.split()): value
        for value, phrases in groups.items()
        for phrase in phrases.split(";")
    }


BEFORE = _table({
    ">": "over;more than;above;north of;greater than;higher than;exceeding;exceeds;exceed;excess of;"
         "in excess of;better than;beyond;upwards of;upward of;upwards from;bigger than;"
         "larger than;"
         "beats;beat;beating;tops;topping;clears;clearing;past;>;mor than;mroe than;ovr;"
         "more then;"
         "higher then;abov;surpassing;surpasses;well over;well above;way over;greater then;"
         "still clear;also clear;can clear;could clear;would clear;will clear;and clear;to clear;that clear;"
         "which clear;must clear;has to clear;have to clear;needs to clear;need to clear;gotta clear;should clear;"
         "on the north side of;over and above;hgher than;highr than",
    ">=":
        "at least;atleast;at lest;at leat;minimum;minimum of;a minimum of;min;min of;mininum;"
        "minimun;"
          "minium;starting at;starting from;starts at;start at;starting salary;starting pay;>=;"
          "=>;≥;"
          "at or above;not below;from;floor;floor of;a floor of;as low as;as little as;no lower;"
          "equal to or more than;equal or more than;more than or equal to;"
          "greater than or equal to;"
          "at the very least;at minimum;at the least;at a minimum;at a minimum of;hits at least;"
          "sub-floor;"
          "bottom line;lowest i would take is;at bare minimum;bare minimum;bare minimum of;"
          "minimum acceptable;minimum would be;minimum is;minimum salary;minimum pay;min pay;min salary;"
          "minimum salary of;minimum pay of;minimum income of;floor is;floor would be;floor at;starts from;"
          "beginning at;lowest i'd take is;lowest id take is;lowest i'd go is;lowest id go is;"
          "lowest i'd accept is;least i'd take is;least id take is;no worse than",
    "<": "under;below;less than;lower than;south of;beneath;fewer than;smaller than;<;sub;"
         "less then;lower then;undr;short of;shy of;anything less than;sub -;cheaper than;worse than",
    "<=":
        "up to;upto;maximum;maximum of;a maximum of;max;max of;capped at;caps at;cap of;cap;"
        "a cap of;"
          "at most;<=;=<;≤;as much as;at or below;at or under;not above;as high as;"
          "topping out at;"
          "tops out at;top out at;maxes out at;maxing out at;max out at;not exceed;"
          "not exceeding;"
          "less than or equal to;ceiling;ceiling of;a ceiling of;limit of;a limit of;"
          "at the most;"
          "no higher;until;till;max pay;max salary;maximum pay;maximum salary;max is;maximum is;cap is;"
          "ceiling is;max of about;no greater than;no better than",
    "~":
        "around;about;roughly;approximately;approx;appx;approx.;circa;~;≈;nearly;almost;"
        "close to;"
        "near;"
         "in the neighborhood of;in the neighbourhood of;in the ballpark of;ballpark;"
         "somewhere around;"
         "somewhere near;in the region of;something like;say;aroud;arround;abuot;abt;ish;"
         "ballpark of;"
         "in the vicinity of;on the order of;give or take",
    "=":
        "make it;make that;set it to;set to;raise it to;raise to;change it to;lower it to;"
        "bump it to;exactly;precisely;=;equal to;equals;exact;at exactly;of exactly",
})  # fmt: skip

# Weak ones only count with a number that looks like pay, see pay.py.
BARE = frozenset(
    "pay pays paying paid make makes making made earn earns earning salary salaries income "
    "compensation comp gross grossing bring brings bringing pull pulling clear wage wages rate "
    "rates at worth offer offers offering offered get gets getting figure figures target want "
    "need budget netting net stipend fee fees money".split()
)
PAY_SUBJECT = frozenset(
    "im i'm am i currently now sitting salary pay comp compensation start starts starting offer "
    "pegged rate listed me".split()
)

AFTER = _table({
    ">": "< pay;< salary;< comp;< rate",
    ">=": "or more;or mor;or above;or higher;or better;or over;or up;or greater;and up;and above;"
          "and over;and higher;and more;and beyond;& up;& above;plus;+;minimum;min;at least;"
          "at the least;at minimum;as a minimum;as minimum;floor;as a floor;or north;"
          "and upwards;"
          "- plus;<= pay;<= salary;<= comp;<= rate;is my floor;is the floor;would be my floor;is my minimum;"
          "is the minimum;"
          "would be the minimum;would be my minimum;is my min;is the least;is the lowest;as the floor;"
          "as my minimum;as the minimum;at the lowest;or abv;or beyond;or upwards;is the lowest i'd go;"
          "upwards;upward;and better;at the very least;as my floor;at a minimum;n up;"
          "bare minimum",
    "<=":
        "or less;or under;or below;or lower;and under;and below;and less;max;maximum;tops;"
        "at most;"
          "at the most;ceiling;cap;or fewer;and down;or cheaper;as a maximum;as a max;"
          "as a ceiling;is my ceiling;is the max;is the maximum;is the cap;is my max;or worse;at the maximum",
    "~":
        "ish;or so;give or take;approximately;or thereabouts;roughly;more or less;"
        "or around there;"
         "- ish;+ / -;ballpark;approx;about;around there;kinda",
    "=":
        "make it;make that;set it to;set to;raise it to;raise to;change it to;lower it to;"
        "bump it to;exactly;on the dot;flat;on the nose;even",
})  # fmt: skip

UNITS = _table({
    "year":
        "per year;a year;/ year;/ yr;/ y;/ annum;per annum;per yr;a yr;annually;annual;yearly;"
        "pa;"
            "p a;each year;every year;an year;per anum;/ yearly;yr;per y;anually;annualy;"
            "by the year;"
            "a yera;/ a year;per calendar year;on an annual basis;/ yr.;every yr",
    "hour":
        "per hour;an hour;a hour;/ hour;/ hr;/ h;per hr;an hr;a hr;hourly;each hour;every hour;"
        "ph;"
            "p / h;p / hr;p / hour;per h;hr;hrs;/ hrs;/ hours;an hour's;by the hour;hourly rate;/ hourly;"
            "for an hour;"
            "on an hourly basis;per hourly;p h;ea hour;for each hour;1 hr",
    "day": "per day;a day;/ day;/ d;daily;each day;every day;per diem;a diem;by the day;"
           "for a day;daily rate",
    "week": "per week;a week;/ week;/ wk;per wk;a wk;weekly;each week;every week",
    "month": "per month;a month;/ month;/ mo;per mo;a mo;monthly;"
    "each month;every month;/ mth;/ mon",
    "project": "per project;a project;/ project;each project;per article;per assignment;per gig;"
               "per engagement;per contract",
    "evaluation": "per evaluation;an evaluation;/ evaluation;per exam;an exam;"
    "/ exam;per eval;an eval;"
                  "/ eval;per ime;an ime;per examination;per assessment;each evaluation;/ ime",
    "case":
        "per case;a case;/ case;each case;per chart;a chart;/ chart;per review;a review;"
        "/ review;"
            "per file;per report;per consult;/ consult;a consult;each chart;per read",
    "word": "per word;a word;/ word;each word",
    "survey": "per survey;a survey;/ survey;each survey",
})  # fmt: skip
UNITS.update(
    {
        ("for", "each", *phrase[1:]): unit
        for phrase, unit in tuple(UNITS.items())
        if phrase[0] == "per"
    }
)
UNITS.update(
    {
        ("for", *phrase): unit
        for phrase, unit in tuple(UNITS.items())
        if phrase[0] in ("a", "an", "each", "every")
    }
)
# May stand between an amount and its bound or unit: "185k pre tax minimum".
PASSED_OVER = _table({"": "pre tax;before tax;after tax;before taxes;after taxes;pretax;gross;net;base;total;"
                          "in total;all in;or so;- ish;ish;take home"})  # fmt: skip
UNIT_BEFORE = {
    "hourly": "hour", "annual": "year", "annually": "year", "yearly": "year", "daily": "day",
    "weekly": "week", "monthly": "month", "diem": "day",
}  # fmt: skip

# "150k plus bonus" is no lower bound.
ADDED = frozenset(
    "bonus bonuses benefits benes equity stock options commission incentives perks rvu rvus expenses "
    "tips travel malpractice insurance productivity".split()
)
# A percentage of these is a share of the work, no result of a poll.
SHARES = frozenset(
    "fte time remote remotely virtual wfh travel traveling travelling onsite on-site clinical "
    "nonclinical admin administrative in-person bonus match commission equity".split()
)
SHARED = frozenset("travel traveling travelling fte overnight".split())
UNIT_NOUNS = frozenset("hour day week month project".split())
RANGE_WORDS = frozenset("between from betwen bewteen btwn betw range".split())
ALSO_BEFORE = frozenset("over above under below".split())  # "200k or over" and "or over 100 an hour"

NEGATORS = frozenset(
    "not no nothing never none don't dont won't wont can't cant cannot isn't isnt doesn't "
    "doesnt "
    "wouldn't wouldnt couldn't couldnt shouldn't shouldnt aren't arent "
    "nor without nobody neither except exclude excluding hide "
    "skip "
    "ignore".split()
)
# May stand between a negator and the bound it turns round ("no jobs that pay under 150k").
NEGATED_FILLERS = frozenset(
    "a an any anything job jobs role roles gig gigs work position positions offer offers stuff "
    "something one ones those that which pay pays paying paid with going go goes want wanna me "
    "show see list willing to settle for be making make makes earn earning earns take taking "
    "accept "
    "accepting look looking touch entertain apply penny dime cent single cut listing listings "
    "consider considering interested in drop dip salary salaries is are it at get out "
    "of bed up "
    "give even do work want need even like prefer career careers options option where would "
    "much far any way too really".split()
)
INVERSE = {">": "<=", ">=": "<", "<": ">=", "<=": ">"}

# Between a bound and its amount: "over like 150k", "at least what I make now, say 220".
FILLERS = frozenset(
    "a an the like say uh um maybe perhaps roughly about around approx approximately ~ ( : of "
    "is just even only least".split()
)
LONG_FILLERS = FILLERS | frozenset(
    "what i make earn making earning get paid now right today currently im i'm am , which have "
    "do "
    "my current salary pay income comp compensation present that's thats at year it's its - is "
    "i've ive got old clinical existing base that was w2 got being".split()
)
LONG_ANCHORS = frozenset("what my current".split())
# What the person earns, between "about" and the amount; and words after which "about" is none of pay.
EARNED_NOW = frozenset("make making earn earning earned get income salary pay comp".split())
ASKING_ABOUT = frozenset(
    "what how ask asking know talk talking tell worried worry think thinking care wondering".split())

# Make sure that pay of a year is meant.
YEARLY = frozenset(
    "salary salaries salaried income incomes annual annually yearly annum year-round".split()
)
SELF = frozenset("i im i'm i've ive currently now my we".split())
EARNING = frozenset("make makes making earn earns earning pay pays paying".split())
EARN = frozenset("make making earn earning gross grossing pull pulling at on get getting bring".split())
# What a bounded number measures when it is not pay.
MEASURED = frozenset(
    "bp systolic diastolic a1c hba1c ldl hdl cholesterol triglycerides egfr gfr creatinine potassium "
    "sodium glucose sugar sugars bmi weight height temp temperature fever pulse heartrate bpm spo2 o2 "
    "sat sats saturation wbc hgb hemoglobin hct platelets platelet plt inr troponin bnp psa tsh ef "
    "ejection lvef qtc cd4 titer hepatitis vaccine vaccines vaccination shingles pneumonia pneumococcal "
    "screening colonoscopy mammogram mammograms aspirin statin statins warfarin metformin metoprolol "
    "insulin dose dosage dosing score scores scored step usmle mcat percentile gpa iq room floor suite "
    "gate flight highway route zip zipcode code extension ext npi dea license page pages chapter "
    "verse episode season channel version digits pi pin ssn phone fax age aged ages older younger "
    "patients patient adults seniors kids men women crowd miles population degrees volts".split()
)

# Without any of these a two-digit number may as well be an age ("over 65 and still working").
ABOUT_JOBS = BARE | frozenset(
    "job jobs role roles gig gigs remote remotely career careers position positions option "
    "options "
    "wfh telehealth pharma anything something nothing stuff pt ft part full only".split()
)

_COUNTED = (
    "bed patient hospital physician doctor doc employee people person hour hr day week month "
    "year "
    "yr mile km kilometer minute mins second point percent pct mg mcg ml kg lb mmhg bpm degree "
    "page "
    "word article survey chart case shift call time appointment visit encounter rvu wrvu member "
    "student resident fellow attending specialist country state city company employer clinic "
    "site center application interview question answer result option choice way thing reason "
    "follower subscriber view user person woman man adult kid child step credit cme license "
    "bedded bedroom male female yo miler email message prior auth nurse partner colleague "
    "procedure surgery delivery baby study trial paper publication poll respondent cardiologist "
    "oncologist rheumatologist different other new of such meeting conference slide"
).split()
COUNTED: FrozenSet[str] = frozenset(
    form for noun in _COUNTED for form in (noun, noun + "s")
) | frozenset("studies surgeries cities countries companies deliveries people children women men "
              "babies years-old year-old %".split())  # fmt: skip
JOB_NOUNS = frozenset(
    "job jobs role roles gig gigs position positions career careers opening openings listing "
    "listings hit hits match matches".split()
)
AGE_WORDS = frozenset(
    "im i'm am age aged ages turning turned patients adults people physicians doctors docs "
    "women "
    "men anyone someone being was seniors those folks".split()
)


def _longest(table: Dict[Words, str]) -> int:
    return max(len(words) for words in table)


LAST_BEFORE = frozenset(phrase[-1] for phrase in BEFORE)
FIRST_AFTER = frozenset(phrase[0] for table in (AFTER, UNITS, PASSED_OVER) for phrase in table)
LONGEST_BEFORE = _longest(BEFORE)
LONGEST_AFTER = _longest(AFTER)
LONGEST_UNIT = _longest(UNITS)
