"""English inflection of verbs and nouns, enough to find a lexicon's words in text by their forms.

Forms are made from the lemma, not lemmas guessed from forms, so that nothing outside the lexicon is ever matched.
The tables of irregular forms hold the verbs and nouns of the lexicon and their like; British and American spellings
both come out where the rule is only spelling ("travelled", "traveled").
"""

from __future__ import annotations

import re

IRREGULAR_VERBS: dict[str, tuple[str, str]] = {
    "arise": ("arose", "arisen"), "be": ("was", "been"), "bear": ("bore", "borne"),
    "beat": ("beat", "beaten"), "become": ("became", "become"), "begin": ("began", "begun"),
    "bend": ("bent", "bent"), "beseech": ("besought", "besought"), "bid": ("bid", "bid"),
    "bind": ("bound", "bound"), "blow": ("blew", "blown"), "break": ("broke", "broken"),
    "bring": ("brought", "brought"), "build": ("built", "built"), "burn": ("burned", "burnt"),
    "burst": ("burst", "burst"),
    "buy": ("bought", "bought"), "catch": ("caught", "caught"), "choose": ("chose", "chosen"),
    "cling": ("clung", "clung"), "come": ("came", "come"), "cost": ("cost", "cost"), "cut": ("cut", "cut"),
    "deal": ("dealt", "dealt"), "dig": ("dug", "dug"), "do": ("did", "done"), "draw": ("drew", "drawn"),
    "drive": ("drove", "driven"), "eat": ("ate", "eaten"), "fall": ("fell", "fallen"), "feed": ("fed", "fed"),
    "feel": ("felt", "felt"),
    "fight": ("fought", "fought"), "find": ("found", "found"), "flee": ("fled", "fled"),
    "fly": ("flew", "flown"), "forbid": ("forbade", "forbidden"), "forgive": ("forgave", "forgiven"),
    "forswear": ("forswore", "forsworn"), "freeze": ("froze", "frozen"), "get": ("got", "gotten"),
    "give": ("gave", "given"), "go": ("went", "gone"), "grow": ("grew", "grown"), "hang": ("hanged", "hanged"),
    "have": ("had", "had"),
    "hear": ("heard", "heard"), "hide": ("hid", "hidden"), "hit": ("hit", "hit"), "hold": ("held", "held"),
    "hurt": ("hurt", "hurt"), "keep": ("kept", "kept"), "know": ("knew", "known"), "lay": ("laid", "laid"),
    "lead": ("led", "led"), "leave": ("left", "left"), "lend": ("lent", "lent"), "let": ("let", "let"),
    "lose": ("lost", "lost"), "make": ("made", "made"), "mean": ("meant", "meant"), "meet": ("met", "met"),
    "mislead": ("misled", "misled"), "pay": ("paid", "paid"), "put": ("put", "put"),
    "quit": ("quit", "quit"), "read": ("read", "read"), "relay": ("relayed", "relayed"),
    "rid": ("rid", "rid"), "ride": ("rode", "ridden"), "ring": ("rang", "rung"), "rise": ("rose", "risen"),
    "run": ("ran", "run"), "say": ("said", "said"), "see": ("saw", "seen"), "seek": ("sought", "sought"),
    "sell": ("sold", "sold"), "send": ("sent", "sent"), "set": ("set", "set"), "shake": ("shook", "shaken"),
    "shed": ("shed", "shed"), "shoot": ("shot", "shot"), "show": ("showed", "shown"),
    "shrink": ("shrank", "shrunk"), "shut": ("shut", "shut"), "sink": ("sank", "sunk"),
    "sit": ("sat", "sat"), "slay": ("slew", "slain"), "sleep": ("slept", "slept"),
    "sling": ("slung", "slung"), "slit": ("slit", "slit"), "speak": ("spoke", "spoken"),
    "spend": ("spent", "spent"), "split": ("split", "split"), "spread": ("spread", "spread"),
    "spring": ("sprang", "sprung"), "stand": ("stood", "stood"), "steal": ("stole", "stolen"),
    "stick": ("stuck", "stuck"),
    "strike": ("struck", "struck"), "swear": ("swore", "sworn"), "sweep": ("swept", "swept"),
    "swell": ("swelled", "swollen"),
    "swing": ("swung", "swung"), "take": ("took", "taken"), "teach": ("taught", "taught"),
    "tear": ("tore", "torn"), "tell": ("told", "told"), "think": ("thought", "thought"),
    "throw": ("threw", "thrown"), "waylay": ("waylaid", "waylaid"), "wear": ("wore", "worn"),
    "weep": ("wept", "wept"), "win": ("won", "won"), "wind": ("wound", "wound"),
    "withdraw": ("withdrew", "withdrawn"), "withhold": ("withheld", "withheld"),
    "withstand": ("withstood", "withstood"), "write": ("wrote", "written"),
}  # fmt: skip
"""Lemma to past tense and past participle; verbs with a prefix ("overthrow") follow their stem."""

PREFIXES = ("over", "under", "up", "re", "un", "air", "fore", "out")
"""Prefixes that leave the inflection of the verb behind them as it is."""

DOUBLING = frozenset(
    """abet abhor acquit admit allot annul begin commit compel concur confer control defer deter disbar dispel eavesdrop
    embed enrol equip excel expel extol impel incur infer machinegun occur omit outfit outgun patrol permit prefer
    propel rebel rebut refer regret remit repel submit teargas transfer transmit unban wiretap""".split()
)
"""Verbs of more than one syllable that double their last consonant: the stress is on the last syllable."""

SPELT_TWO_WAYS = frozenset(
    """cancel channel counsel disembowel fuel initial kidnap label level marshal model pummel quarrel refuel signal
    surveil total travel""".split()
)
"""Doubled in British, not in American spelling."""

IRREGULAR_NOUNS = {
    "aircraft": "aircraft", "child": "children", "coup d'état": "coups d'état", "crisis": "crises",
    "foot": "feet", "forces": "forces", "half": "halves", "headquarters": "headquarters", "knife": "knives",
    "leaf": "leaves", "life": "lives", "man": "men", "person": "people", "police": "police",
    "personnel": "personnel", "series": "series", "talks": "talks", "thief": "thieves", "wife": "wives",
    "woman": "women",
}  # fmt: skip

_VOWELS = "aeiou"
_ONE_SYLLABLE = re.compile(r"[^aeiou]*(?:qu)?[aeiouy][^aeiouwxy]")


def third_person(lemma: str) -> str:
    """The form after "it": "attacks", "carries", "goes"."""
    if lemma in ("be", "have"):
        return {"be": "is", "have": "has"}[lemma]
    return _with_s(lemma)


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "z", "ch", "sh", "o")) and not word.endswith(("oo", "eo", "io")):
        return word + "es"
    return word + "s"


def _stem(lemma: str) -> str:
    """The part of a verb that decides its inflection: "throw" of "overthrow", "rape" of "gang-rape"."""
    tail = lemma.rpartition("-")[2]
    if tail in IRREGULAR_VERBS:
        return tail
    for prefix in PREFIXES:
        rest = tail.removeprefix(prefix)
        if rest != tail and (rest in IRREGULAR_VERBS or rest in DOUBLING or rest == "drop"):
            return rest
    return tail


def _stems(lemma: str) -> tuple[str, ...]:
    """What -ed and -ing are put to: one stem, or two where spellings differ."""
    doubled = lemma + lemma[-1]
    stem = _stem(lemma)
    if lemma in SPELT_TWO_WAYS:
        return lemma, doubled
    if stem in DOUBLING or _ONE_SYLLABLE.fullmatch(stem):
        return (doubled,)
    return (lemma,)


def past_forms(lemma: str) -> frozenset[str]:
    """Past tense and past participle, in all spellings."""
    stem = _stem(lemma)
    if stem in IRREGULAR_VERBS:
        return frozenset(lemma.removesuffix(stem) + form for form in IRREGULAR_VERBS[stem])
    if lemma.endswith("e"):
        return frozenset({lemma + "d"})
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return frozenset({lemma[:-1] + "ied"})
    if lemma.endswith("c"):
        return frozenset({lemma + "ked"})
    return frozenset(stem + "ed" for stem in _stems(lemma))


def present_participles(lemma: str) -> frozenset[str]:
    """The -ing form, in all spellings."""
    if lemma.endswith("ie"):
        return frozenset({lemma[:-2] + "ying"})
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and lemma != "be":
        return frozenset({lemma[:-1] + "ing"})
    if lemma.endswith("c"):
        return frozenset({lemma + "king"})
    return frozenset(stem + "ing" for stem in _stems(lemma))


def spellings(word: str) -> frozenset[str]:
    """The word in British and in American spelling: "mobilize", "mobilise"; "honour", "honor"."""
    for ending, other in (("ization", "isation"), ("ize", "ise"), ("yze", "yse"), ("our", "or")):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2 and not word.endswith(("seize", "size", "prize")):
            return frozenset({word, stem + other})
    return frozenset({word})


def verb_forms(lemma: str) -> frozenset[str]:
    """Every form of a verb in lower case, the lemma among them: "kill", "kills", "killed", "killing"."""
    forms: set[str] = set()
    for spelt in spellings(lemma):
        forms |= {spelt, third_person(spelt)} | past_forms(spelt) | present_participles(spelt)
    if lemma == "be":
        forms |= {"am", "are", "were"}
    return frozenset(forms)


def forms_of_all(verbs: str) -> frozenset[str]:
    """Every form of each verb in a text of lemmas, apart by spaces: "kill die"."""
    return frozenset(form for verb in verbs.split() for form in verb_forms(verb))


def plural(noun: str) -> str:
    """The plural of a noun; a phrase's last word takes the ending."""
    if noun in IRREGULAR_NOUNS:
        return IRREGULAR_NOUNS[noun]
    head, space, tail = noun.rpartition(" ")
    first, dash, last = tail.rpartition("-")
    if last in IRREGULAR_NOUNS:
        return head + space + first + dash + IRREGULAR_NOUNS[last]
    if last.endswith("man") and last != "human":
        return noun[:-3] + "men"
    if last.endswith("fe"):
        return noun if last == "fe" else noun[:-2] + "ves"
    return head + space + first + dash + _with_s(last)


def noun_forms(noun: str) -> frozenset[str]:
    """Singular and plural in lower case, in both spellings."""
    forms = {form for spelt in spellings(noun) for form in (spelt, plural(spelt))}
    if noun.endswith("o") and plural(noun) == noun + "es":
        forms.add(noun + "s")  # "commandos" beside "embargoes"
    return frozenset(forms)
