"""Verb and noun forms, by rule and by table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmattan.reference.inflection import noun_forms, plural, spellings, verb_forms

VERBS = {
    "attack": "attack attacks attacked attacking",
    "seize": "seize seizes seized seizing",
    "carry": "carry carries carried carrying",
    "deploy": "deploy deploys deployed deploying",
    "clash": "clash clashes clashed clashing",
    "ban": "ban bans banned banning",
    "hit": "hit hits hitting",
    "raid": "raid raids raided raiding",
    "arm": "arm arms armed arming",
    "shell": "shell shells shelled shelling",
    "abet": "abet abets abetted abetting",
    "kidnap": "kidnap kidnaps kidnapped kidnapping kidnaped kidnaping",
    "commit": "commit commits committed committing",
    "offer": "offer offers offered offering",
    "open": "open opens opened opening",
    "travel": "travel travels traveled travelled traveling travelling",
    "cancel": "cancel cancels canceled cancelled canceling cancelling",
    "die": "die dies died dying",
    "free": "free frees freed freeing",
    "agree": "agree agrees agreed agreeing",
    "withdraw": "withdraw withdraws withdrew withdrawn withdrawing",
    "overthrow": "overthrow overthrows overthrew overthrown overthrowing",
    "retake": "retake retakes retook retaken retaking",
    "airdrop": "airdrop airdrops airdropped airdropping",
    "gang-rape": "gang-rape gang-rapes gang-raped gang-raping",
    "mobilize": "mobilize mobilizes mobilized mobilizing mobilise mobilises mobilised mobilising",
    "quit": "quit quits quitting",
    "veto": "veto vetoes vetoed vetoing",
    "fix": "fix fixes fixed fixing",
    "be": "be am is are was were been being",
    "have": "have has had having",
}

PLURALS = {
    "attack": "attacks", "ally": "allies", "army": "armies", "convoy": "convoys", "ambush": "ambushes", "man": "men",
    "gunman": "gunmen", "human": "humans", "child": "children", "knife": "knives", "aircraft": "aircraft",
    "crisis": "crises", "police": "police", "peace process": "peace processes", "radio": "radios", "hero": "heroes",
    "half": "halves", "headquarters": "headquarters",
}  # fmt: skip


@pytest.mark.parametrize(("lemma", "forms"), VERBS.items())
def test_verb(lemma: str, forms: str) -> None:
    assert verb_forms(lemma) == frozenset(forms.split())


@pytest.mark.parametrize(("noun", "expected"), PLURALS.items())
def test_plural(noun: str, expected: str) -> None:
    assert plural(noun) == expected


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=10))
def test_any_word_has_its_own_form(word: str) -> None:
    assert word in verb_forms(word)
    assert word in noun_forms(word)
    assert all(form == form.lower() and form for form in verb_forms(word) | noun_forms(word))


@pytest.mark.parametrize(
    "words",
    ["paralyze paralyse", "honour honor", "mobilization mobilisation", "seize", "tour", "hour", "capsize"],
)
def test_spellings(words: str) -> None:
    assert spellings(words.partition(" ")[0]) == set(words.split())


def test_nouns_come_in_both_spellings() -> None:
    assert noun_forms("rumour") == {"rumour", "rumours", "rumor", "rumors"}
