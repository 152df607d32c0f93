"""Answers that need no source: greetings, limits, safety. They hold no figure from any article."""

from __future__ import annotations

from typing import Sequence

from knowledge.answering.answer import Answer, Option, Question
from knowledge.answering.phrases import joined
from knowledge.coverage import covered_specialties
from knowledge.facts import KnowledgeBase
from knowledge.filters import specialty_title

EXAMPLES = (
    "remote roles for a cardiologist over $150k",
    "MSL or medical director for onc?",
    "why are oncologists leaving?",
    "what does utilization review pay?",
)
STATED_WISHES = (
    ("remote", "from home", "remote roles"),
    ("flexible", "flexible hours", "roles with flexible hours"),
    ("no-patients", "no patients", "roles without patient contact"),
    ("part-time", "part time", "part time roles"),
    ("pay", "best paid", "which roles pay most?"),
)
SAFETY_TEXT = (
    "I am glad you told me, and I am sorry that it is this heavy. You deserve a person, now. "
    "In the U.S. you can call or text 988 (Suicide & Crisis Lifeline) at any hour. The Physician "
    "Support Line, 1-888-409-0141, physiciansupportline.com, is free and confidential: "
    "psychiatrists who volunteer for fellow physicians. Elsewhere, call your local emergency "
    "number. If you are in danger, please call before anything else. I will be here for the "
    "other questions whenever you want."
)
STRAIN_TEXT = (
    "That sounds exhausting, and you are not alone in it. If it helps to talk to someone who knows "
    "the work: the Physician Support Line, 1-888-409-0141, physiciansupportline.com, is free and "
    "confidential, with psychiatrists for physicians."
)
STILL_HERE_TEXT = (
    "I am still here, and I am only a program: please let a person help you carry this. In the U.S. call "
    "or text 988, or call the Physician Support Line, 1-888-409-0141; elsewhere your local emergency "
    "number. If one line does not help, try another, or someone you trust. When you want to talk about "
    "work again, just ask."
)
GLAD_TEXT = (
    "I am glad to hear it. If that changes, please do not wait: 988 in the U.S., or your local emergency "
    "number. What would you like to talk about?"
)
SYMPTOMS_TEXT = (
    "Please get this looked at now: call your local emergency number (911 in the U.S.) or go to the "
    "nearest emergency department. I only know about careers and cannot judge symptoms."
)

# What may hold a number without a source: the examples, and the lines to call.
FIXED_TEXTS = (*EXAMPLES, SAFETY_TEXT, STRAIN_TEXT, STILL_HERE_TEXT, GLAD_TEXT, SYMPTOMS_TEXT)


def answer_greeting(knowledge: KnowledgeBase) -> Answer:
    """Says hello and shows what can be asked."""
    answer = Answer(kind="smalltalk")
    answer.say("lead", "Hello, I am Waypoint. I answer questions about non-clinical and alternative "
               "work for physicians, and every figure comes with its source.")
    answer.say("notice", _examples())
    answer.suggest(*EXAMPLES)
    return answer


def answer_capabilities(knowledge: KnowledgeBase, *, for_others: bool = False) -> Answer:
    """Lists what can be asked and for whom there are articles.

    Args:
        knowledge: The articles.
        for_others: Whether a nurse, a PA or a student asks; that all of it is about physicians is said first, then.
    """
    answer = Answer(kind="help")
    if for_others:
        answer.say("lead", "The articles are written for physicians: their roles ask for a physician, and their pay is "
                   "physicians’ pay, so neither may hold for you. You are welcome to read along.")
    names = joined([specialty_title(s) for s in covered_specialties(knowledge)])
    answer.say("lead", "I can find roles by specialty, pay, remote or not, setting and source; say "
               "what a role is and pays; compare roles; tell why physicians leave; and explain jobs "
               "against careers.")
    answer.say("notice", "I can also guide you by a few questions, keep a shortlist with your notes (“save the second "
               "one”, “my shortlist”), set your own offers beside the cited figures, and show or forget what I keep "
               "(“what do you know about me?”, “forget me”).")
    answer.say("notice", f"I have articles for {names}, and one for any physician. {_examples()}")
    answer.suggest(*EXAMPLES)
    return answer


def answer_identity() -> Answer:
    """What Waypoint is, and what it does with what is typed."""
    answer = Answer(kind="smalltalk")
    answer.say("lead", "I am Waypoint, a program, not a person. I look answers up in a few articles "
               "and cite them; I do not make up numbers. Please do not type anything that "
               "identifies you or a patient; I do not need it.")
    return answer


def answer_thanks() -> Answer:
    """Answers a thank-you."""
    answer = Answer(kind="smalltalk")
    answer.say("lead", "You are welcome. Ask on whenever you like.")
    return answer


def answer_goodbye() -> Answer:
    """Says goodbye."""
    answer = Answer(kind="smalltalk")
    answer.say("lead", "Goodbye, and take care of yourself.")
    return answer


def answer_fresh_start() -> Answer:
    """Confirms that filters and context are gone."""
    answer = Answer(kind="smalltalk")
    answer.say("lead", "Started over: no filters are set. What would you like to know?")
    answer.suggest(*EXAMPLES)
    return answer


def answer_what_next(opening: str) -> Answer:
    """Hands the word back after a bare yes or no."""
    answer = Answer(kind="smalltalk")
    answer.say("lead", f"{opening} What would you like to know, or change?")
    answer.suggest(*EXAMPLES)
    return answer


def answer_out_of_scope() -> Answer:
    """A polite limit, with what can be asked."""
    answer = Answer(kind="out_of_scope")
    answer.say("lead", "That is outside what I know. I only answer questions about non-clinical and "
               "alternative work for physicians, from a few cited articles.")
    answer.say("notice", _examples())
    answer.suggest(*EXAMPLES)
    return answer


def answer_only_unstated(wishes: Sequence[str]) -> Answer:
    """For a search that names only what no entry states: says so, and offers what entries do state."""
    quoted = joined([f"“{wish}”" for wish in wishes])
    options = tuple(Option(*option) for option in STATED_WISHES)
    question = Question("stated-wish", "Shall I go by one of those?", options)
    answer = Answer(kind="clarify", question=question)
    answer.say("lead", f"{quoted}: the entries do not state {'this' if len(wishes) == 1 else 'these'} role by "
               "role, so I cannot sort by it. What they do state: where the work is done, its hours, contact "
               "with patients, and pay.")
    answer.say("question", f"{question.text} ({joined([o.title for o in options], 'or')})")
    return answer


def answer_clinical_limit() -> Answer:
    """Declines to give medical advice."""
    answer = Answer(kind="out_of_scope")
    answer.say("lead", "I cannot help with clinical questions; please use your usual clinical "
               "references or a colleague. I can help with non-clinical and alternative work.")
    answer.suggest(*EXAMPLES)
    return answer


def answer_other_language() -> Answer:
    """Says that only English is understood."""
    answer = Answer(kind="out_of_scope")
    answer.say("lead", "I only understand English, sorry. In English I can answer questions about "
               "non-clinical and alternative work for physicians.")
    answer.suggest(*EXAMPLES)
    return answer


def answer_symptoms() -> Answer:
    """Sends someone with symptoms to care; nothing else."""
    answer = Answer(kind="safety")
    answer.say("lead", SYMPTOMS_TEXT)
    return answer


def answer_distress(text: str = SAFETY_TEXT) -> Answer:
    """Real help, first and alone. `text` may be set by the deployment."""
    answer = Answer(kind="safety")
    answer.say("lead", text)
    return answer


def answer_still_here() -> Answer:
    """Stays with a person in distress instead of going back to careers."""
    answer = Answer(kind="safety")
    answer.say("lead", STILL_HERE_TEXT)
    return answer


def answer_glad() -> Answer:
    """Takes the word of someone who says that they are well, and keeps the door open."""
    answer = Answer(kind="safety")
    answer.say("lead", GLAD_TEXT)
    return answer


def answer_strain(text: str = STRAIN_TEXT) -> Answer:
    """A caring line, and the offer to go on."""
    answer = Answer(kind="safety")
    answer.say("lead", text)
    answer.say("notice", "When you feel like it, I can show what physicians say drives them out, or "
               "work that is less of a strain.")
    answer.suggest("why do physicians leave?", "what fits me?")
    return answer



def answer_not_understood(*, misses: int) -> Answer:
    """Offers choices instead of a dead end; after a second miss, the menu."""
    lead = (
        "I did not get that. Did you mean one of these?" if misses < 2
        else "Still not with you, sorry. Here is what I can do; pick one, or put it another way."
    )
    titles = ("find roles", "what a role pays", "compare two roles", "why physicians leave")
    messages = ("show me all roles", "what does utilization review pay?",
                "MSL or medical director for onc?", "why do physicians leave?")
    pairs = list(zip(titles, messages))
    if misses >= 2:
        pairs += [("jobs against careers", "job or career?"), ("start over", "start over")]
    options = tuple(Option(f"o{i}", t, m) for i, (t, m) in enumerate(pairs, start=1))
    answer = Answer(kind="clarify", question=Question("did-you-mean", lead, options))
    answer.say("question", f"{lead} {'; '.join(t for t, _ in pairs)}.")
    return answer


def answer_not_kept() -> Answer:
    """An honest sentence where the person's own record cannot be read or written."""
    answer = Answer(kind="error")
    answer.say("lead", "Sorry, I cannot reach what is kept for you just now, so nothing was changed. "
               "Please try again in a moment.")
    return answer


def answer_error() -> Answer:
    """An honest sentence when something on our side failed."""
    answer = Answer(kind="error")
    answer.say("lead", "Sorry, I cannot look that up just now; something on my side failed. "
               "Your question is not lost: please send it again in a moment.")
    return answer


def _examples() -> str:
    return "For example: " + "; ".join(f"“{e}”" for e in EXAMPLES) + "."
