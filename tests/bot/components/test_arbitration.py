from __future__ import annotations

import pytest
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.components.arbitration import FALLBACK, RULES, settle
from bot.components.intent_arbiter import IntentArbiter
from bot.components.recognition import mentions_in

pytestmark = pytest.mark.usefixtures("names")

SETTLED = [
    ("i want to end my life", "help_me_choose", "express_distress", "distress_comes_first"),
    ("can i live off that", "express_distress", "ask_pay", "living_on_pay"),
    ("this job is killing me", "goodbye", "express_strain", "strain_alone"),
    ("you killed it", "express_distress", "thank", "praise_is_no_distress"),
    ("whichever kills it on pay", "express_distress", "find_roles", "praise_is_no_distress"),
    ("i'd kill for no weekends", "express_distress", "find_roles", "figure_of_speech"),
    ("itching to quit the wards", "express_distress", "help_me_choose", "figure_of_speech"),
    ("why is cardio so much higher than that", "out_of_scope", "ask_reliability", "figure_doubted"),
    ("how come rheum is lower", "ask_reasons", "ask_reliability", "figure_doubted"),
    ("and in cardiology, is it lower?", FALLBACK, "ask_pay", "pay_elsewhere"),
    ("and for oncology is it any better", "ask_reliability", "ask_pay", "pay_elsewhere"),
    ("how many hrs is that a week", FALLBACK, "ask_question", "amount_of_work"),
    ("got any info for psych?", "ask_capabilities", "find_roles", "specialty_covered"),
    ("what would i have to do to land the second one", "ask_pay", "ask_question", "steps_into_a_role"),
    ("hospital is ok", "express_strain", "find_roles", "wish_among_worries"),
    ("home by 5 for once. nothing w call or nights", "out_of_scope", "find_roles", "workday_wished_for"),
    ("just no weekends", "nlu_fallback", "find_roles", "workday_wished_for"),
    ("can my hospital see this", "ask_identity", "ask_about_me", "own_record"),
    ("and hardest", "express_strain", "nlu_fallback", "no_strain_in_a_fragment"),
    ("specialty is onc", "out_of_scope", "find_roles", "specialty_alone"),
    ("under 50% travel", "ask_poll", "find_roles", "share_of_the_work"),
    ("change my answers", "out_of_scope", "help_me_choose", "guide_taken_up"),
    ("ok back to the questions", "goodbye", "help_me_choose", "guide_taken_up"),
    ("where were we", "goodbye", "help_me_choose", "guide_taken_up"),
    ("ok, keep going", "help_me_choose", "show_more", "next_of_the_list"),
    ("i have chest pain", "express_strain", "report_symptoms", "symptoms_come_next"),
    ("continue", "out_of_scope", "show_more", "next_of_the_list"),
    ("please erase everything you have on me", "start_over", "forget_me", "own_record"),
    ("what have you kept about me?", "ask_identity", "ask_about_me", "own_record"),
    ("a recruiter offered me 88 an hour for chart review", "ask_pay", "tell_offer", "own_offer"),
    ("UR at 95/hr or medical director at 230?", "compare_roles", "tell_offer", "own_offer"),
    ("is my offer of 88 an hour for ur low", "find_roles", "tell_offer", "own_offer"),
    ("hang the third up: no. save the fourth", "goodbye", "keep_role", "own_list"),
    ("put UR on my list", "find_roles", "keep_role", "own_list"),
    ("drop number 2 from it", "find_roles", "change_shortlist", "own_list"),
    ("note for the first: too far away?", "ask_question", "change_shortlist", "own_list"),
    ("scrap my whole list", "start_over", "change_shortlist", "own_list"),
    ("undo it please", "deny", "change_shortlist", "own_list"),
    ("what's on my list?", "find_roles", "show_shortlist", "own_list"),
    ("print my list please", "out_of_scope", "show_shortlist", "own_list"),
    ("next steps for the fourth one", "show_more", "ask_question", "steps_into_a_role"),
    ("what do i lose as a medical director", "help_me_choose", "ask_question", "leaving_weighed"),
    ("could i go back to practice later", "start_over", "ask_question", "leaving_weighed"),
    ("UR across all specialties", "ask_pay", "compare_roles", "role_across_specialties"),
    ("", "greet", FALLBACK, "nothing_written"),
    ("🙂", "greet", "out_of_scope", "emoji_alone"),
    ("🍕🍕", "thank", "out_of_scope", "emoji_alone"),
    ("👍🏽", FALLBACK, "affirm", "emoji_alone"),
    ("❤️", "greet", "thank", "emoji_alone"),
    ("???", "greet", FALLBACK, "nothing_written"),
    ("ищу работу", "out_of_scope", "use_other_language", "other_script"),
    ("sdfghj kljhg", "greet", "out_of_scope", "mashed_keys"),
    ("what is the 74%", "out_of_scope", "ask_poll", "share_in_percent"),
    ("MSL vs UR", "describe_role", "compare_roles", "two_things_compared"),
    ("onc UR pay?", FALLBACK, "ask_pay", "pay_of_a_role"),
    ("who is it that pays for that", "ask_pay", "ask_question", "who_pays"),
    ("ok and who hires them", "nlu_fallback", "ask_question", "who_pays"),
    ("could you email a pharma company for me", "find_roles", "out_of_scope", "errand"),
    ("please let Pfizer know that i want in", "nlu_fallback", "out_of_scope", "errand"),
    ("I am an NP in oncology, would this help me?", "help_me_choose", "ask_capabilities", "another_profession"),
    ("hi, im just a med student", "nlu_fallback", "ask_capabilities", "another_profession"),
    ("MSL onc", "out_of_scope", "describe_role", "role_alone"),
    ("is UR really part time?", "ask_reliability", "ask_question", "property_of_a_role"),
    ("so do they give equity", FALLBACK, "ask_question", "property_of_a_role"),
    ("is it remote", "describe_role", "ask_question", "property_of_a_role"),
    ("only remote", "affirm", "find_roles", "wish_alone"),
    ("over 200k", "greet", "find_roles", "wish_alone"),
    ("not pharma", "deny", "find_roles", "wish_alone"),
    ("over 200k remote", "out_of_scope", "find_roles", "wish_alone"),
    ("and for onc?", FALLBACK, "find_roles", "specialty_alone"),
    ("what about rheumatology", "describe_role", "find_roles", "specialty_alone"),
]
LEFT = [
    ("what is an MSL", "describe_role"),
    ("i am dying to leave clinic", "find_roles"),
    ("my patient has chest pain, what dose", "ask_clinical_advice"),
    ("does that include benefits", "ask_reliability"),
    ("i hate call", "express_strain"),
    ("i need a lawyer", "out_of_scope"),
    ("dying to quit everything", "express_distress"),
    ("itching to be done and nobody would notice", "express_distress"),
    ("why do so many quit", "ask_reasons"),
    ("why are oncologists less happy", "ask_reasons"),
    ("how many roles are there", "find_roles"),
    ("what can you tell me about cardiology", "ask_capabilities"),
    ("it kills me, all of it", "express_distress"),
    ("kill it and me with it", "express_distress"),
    ("killed it today. want to be gone too", "express_distress"),
    ("how do i match into cardiology", "out_of_scope"),
    ("thx", "thank"),
    ("nice 👍", "affirm"),
    ("cardiologist salary", "out_of_scope"),
    ("drop all filters", "start_over"),
    ("MSL or UR jobs", "find_roles"),
    ("hello", "greet"),
    ("who pays the most for msls", "find_roles"),
    ("who pays msls best", "ask_pay"),
    ("who pays least in rheum", "ask_pay"),
    ("who pays my divorce lawyer", "out_of_scope"),
    ("can you contact a recruiter", "ask_capabilities"),
    ("can you tell me more about pharma", "ask_question"),
    ("could you let me see the remote ones", "find_roles"),
    ("i am a nurse looking for work", "out_of_scope"),
    ("i'm a PA-weary rheumatologist, what else is there", "find_roles"),
    ("i am a physician advisor, what else is there", "find_roles"),
    ("i'm a student of health policy and a cardiologist", "find_roles"),
    ("how do i get a visa", "out_of_scope"),
    ("can i do it part time", "ask_question"),
    ("$$", "ask_pay"),
    ("any offers above 190k?", "find_roles"),
    ("who offers 95/hr for chart review", "find_roles"),
    ("work that saves me the commute", "find_roles"),
    ("i want to keep seeing patients", "find_roles"),
    ("can i do UR and keep my clinic", "ask_question"),
    ("remove MSL", "find_roles"),
    ("drop the remote thing", "find_roles"),
    ("back to the list", "find_roles"),
    ("do you store what i write", "ask_identity"),
    ("forget what i said about pay", "start_over"),
    ("what are the next steps", "ask_question"),
    ("what does MSL pay by specialty", "ask_pay"),
    ("remote jobs across specialties", "find_roles"),
    ("take me back to the list", "show_more"),
]


@pytest.mark.parametrize(("text", "classified", "expected", "rule"), SETTLED)
def test_a_rule_settles(text, classified, expected, rule):
    assert settle(text, mentions_in(text), classified) == (expected, rule)


@pytest.mark.parametrize(("text", "classified"), LEFT)
def test_the_classifier_is_left_alone(text, classified):
    assert settle(text, mentions_in(text), classified) is None


def test_every_rule_is_shown_by_a_case():
    assert {rule.__name__ for rule in RULES} == {case[3] for case in SETTLED}


def test_the_arbiter_replaces_the_intent_and_names_the_rule():
    guesses = [{"name": "affirm", "confidence": 0.6}, {"name": "greet", "confidence": 0.2}]
    data = {TEXT: "only remote", INTENT: guesses[0], INTENT_RANKING_KEY: guesses}
    (message,) = IntentArbiter().process([Message(data=data)])
    assert message.get(INTENT) == {
        "name": "find_roles", "confidence": 1.0, "settled_by": "wish_alone",
    }  # fmt: skip
    names = [guess["name"] for guess in message.get(INTENT_RANKING_KEY)]
    assert names == ["find_roles", "affirm", "greet"]


def test_the_arbiter_leaves_a_settled_message_as_it_is():
    guess = {"name": "greet", "confidence": 0.9}
    data = {TEXT: "hello", INTENT: guess, INTENT_RANKING_KEY: [guess]}
    (message,) = IntentArbiter().process([Message(data=dict(data))])
    assert message.data == data
