from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.safety import (
    detect_distress,
    detect_strain,
    detect_symptoms,
    is_mostly_non_latin,
    looks_like_gibberish,
)

DISTRESS = """
i want to die; kms; I'm thinking of ending it all; no reason to live; i cant go on anymore;
thinking about hurting myself; my family would be better off without me; I feel suicidal;
feeling sucidal; i dont want to be here anymore; I wish I was dead; i want to end it; what's
the point of living; I don't want to wake up tomorrow; tired of living; i feel hopeless; I
just want it all to end; no point in living; everyone would be better off if i was gone; life
isn't worth living; i have no hope left; I'd rather be dead; suicide; wanna end my life; I've
been having suicidal thoughts; i cant keep going; kill myself; sometimes i think about killing
myself; I dont want to live anymore; wish i'd never been born; i'm going to end my life
tonight; thoughts of suicide; I want to hurt myself; don’t want to be alive"""
NOT_DISTRESS = """
this job is killing me; dying to leave clinical medicine; i'd kill for a remote job; dead
tired; suicide rates among physicians?; I want to end my contract; want to end my career in
clinic; I can't go on call anymore; no point in staying in practice; dead end job; is leaving
medicine career suicide; prior auths are killing me; I want to cut my hours; I want to quit
medicine; hopeless EMR; how do I treat a suicidal patient; I work with suicidal patients; i
hate my life as a hospitalist; live in texas, remote jobs; I hope to find something remote;
better off in pharma?; burnt out and exhausted; i can't live on 150k; I don't want to live in
the hospital; would i be better off as an MSL; drop the pay limit; I don't want to do this
anymore; i cant do this job anymore; tired and depressed; I'm overwhelmed; what pays most"""
SYMPTOMS = """
I have chest pain; my chest hurts; chest pain right now; i cant breathe; feeling dizzy and
faint; I think im having a heart attack; i feel really ill; my left arm is numb; I'm having
trouble breathing"""
NOT_SYMPTOMS = """
how do you treat chest pain; sick of prior auths; sick leave?; admin headaches; patients with
chest pain jobs; cardiology jobs; short of time; dose of metoprolol for palpitations; heart
failure specialist jobs; stroke neurologist remote; bleeding edge tech jobs"""


def _each(phrases: str) -> list:
    return [phrase.strip() for phrase in " ".join(phrases.split()).split(";")]


@pytest.mark.parametrize("text", _each(DISTRESS))
def test_hopelessness_is_heard(text: str) -> None:
    assert detect_distress(text)


@pytest.mark.parametrize("text", [text for text in _each(DISTRESS) if text != "suicide"])  # a topic, in a sentence
def test_hopelessness_is_heard_in_capitals_amid_a_question(text: str) -> None:
    assert detect_distress(f"Honestly {text.upper()}. what jobs are there?")


@pytest.mark.parametrize("text", _each(NOT_DISTRESS))
def test_burnout_and_idioms_are_not_distress(text: str) -> None:
    assert not detect_distress(text)


def test_an_idiom_does_not_hide_distress() -> None:
    assert detect_distress("this job is killing me and i want to die")


@pytest.mark.parametrize("text", _each(SYMPTOMS))
def test_symptoms_are_heard(text: str) -> None:
    assert detect_symptoms(text)


@pytest.mark.parametrize("text", _each(NOT_SYMPTOMS))
def test_medicine_as_a_subject_is_no_symptom(text: str) -> None:
    assert not detect_symptoms(text)


@pytest.mark.parametrize(
    "text",
    ["", "???", "😀😀", "asdfgh", "sdkfjhskdjfh", "zzzzzz", "hjkl hjkl", " . ", "asdf jkl", "qwe rty", "fjdksl a"],
)
def test_gibberish(text: str) -> None:
    assert looks_like_gibberish(text)


@pytest.mark.parametrize(
    "text",
    [
        "onc UR pay?",
        "msl",
        "12",
        "rhythm",
        "cmo cards pay",
        "привет",
        "PM&R",
        "otorhinolaryngology",
        "gastroenterolgist",
        "no",
        "why",
        "k thx",
    ],
)
def test_terse_messages_are_not_gibberish(text: str) -> None:
    assert not looks_like_gibberish(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("привет как дела", True),
        ("医師の仕事", True),
        ("remote jobs", False),
        ("empleos médicos", False),
        ("", False),
        ("MSL работа удалённо", True),
        ("123", False),
    ],
)
def test_other_scripts(text: str, expected: bool) -> None:
    assert is_mostly_non_latin(text) is expected


@given(st.text(max_size=400))
def test_no_text_breaks_the_detectors(text: str) -> None:
    for detect in (detect_distress, detect_symptoms, looks_like_gibberish, is_mostly_non_latin):
        assert detect(text) in (True, False)


@pytest.mark.parametrize(
    "part",
    ["i want ", "i am so ", "my chest ", "i have bad ", "dont want to ", "wish i was ", "kill "],
)
@pytest.mark.timeout(60)  # a pattern that backtracks runs for hours
def test_long_texts_come_to_an_end(part: str) -> None:
    text = (part * 5000)[:5000]
    assert detect_distress(text) in (True, False)
    assert detect_symptoms(text) in (True, False)


@pytest.mark.parametrize("text", [
    "no veo salida, quiero morir", "je veux mourir", "selbstmord", "thinkin abt suiside",
    "my wife left and i see no future", "hope is gone but whatever. IME pay?", "hopeless about my career",
    "my husband is a doctor and i am scared he will hurt himself", "my colleague killed himself",
    "i dont feel safe", "i took too many pills"])
def test_a_crisis_in_other_words_is_heard(text: str) -> None:
    assert detect_distress(text)


@pytest.mark.parametrize("text", [
    "this job is killing me lol", "suicide rates among physicians", "any suicide prevention roles",
    "no hope of a raise here", "it would be suicide for my career", "patients who are suicidal burn me out",
    "burnt out", "no point in staying in clinical", "do i need to feel safe financially"])
def test_burnout_and_the_subject_itself_are_no_crisis(text: str) -> None:
    assert not detect_distress(text)


@pytest.mark.parametrize(("text", "heard"), [
    ("i feel so depressed", True), ("panic attacks before every shift", True), ("burnt out", False),
    ("tired of call", False)])
def test_strain_is_more_than_burnout(text: str, heard: bool) -> None:
    assert detect_strain(text) is heard


def test_chest_pain_right_now_is_urgent_whatever_else_is_asked() -> None:
    assert detect_symptoms("chest pain rn and i am on call, what remote jobs")
    assert not detect_symptoms("patients with chest pain wear me out")
