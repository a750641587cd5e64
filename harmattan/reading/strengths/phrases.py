"""Numbers of a force: which noun a number counts, and what that phrase hangs on in its clause."""

from __future__ import annotations

from dataclasses import dataclass

from harmattan.reading.marks import Sentence
from harmattan.reading.numbers.quantities import Quantity
from harmattan.reading.pages import Line
from harmattan.reading.strengths.words import (
    AS_SOLDIERS,
    AT_WAR,
    CIVIL,
    COLLECTIVES,
    FIGURES,
    GROUPS,
    HOLDERS,
    HURT,
    INCREMENT,
    LOOSE_UNITS,
    LOSSES,
    LOST,
    PASSING,
    SHARED_UNITS,
    STRENGTHENING,
    UNITS,
    VERBS_BEFORE,
    is_military,
)
from harmattan.reading.trees.phrases import preposition
from harmattan.reference.countries import countries
from harmattan.reference.inflection import verb_forms
from harmattan.reference.lexicon import Lexicon

_COUNTING = frozenset("nummod amod compound advmod det".split())
_CORE = frozenset(["obj", "iobj", "obl", "xcomp"])
_ALONGSIDE = frozenset("conj appos flat parataxis list compound nummod".split())
_POINTING = frozenset("the this that these those its their his her our my".split())
_QUANTIFIERS = frozenset(
    """half halves third thirds quarter quarters most many some all majority rest remainder part cent percent hundreds
    thousands dozens scores none each any few""".split()
)
_NUMBERING = verb_forms("number") | verb_forms("total") | verb_forms("comprise") | {"had", "has"}
_NEEDING = verb_forms("need") | verb_forms("require")
_LETTING = verb_forms("let") | verb_forms("make") | verb_forms("have") | verb_forms("see")
_TELLING = frozenset(
    form
    for lemma in "want ask tell order urge expect allow press call force require invite permit".split()
    for form in verb_forms(lemma)
)
_WANTING = verb_forms("want") | verb_forms("like")
_SENT = frozenset("instructors advisers advisors trainers contractors".split())
_SITED = frozenset([("in",), ("at",), ("on",), ("along",), ("under",), ("inside",)])
_LINKED = frozenset([("are",), ("were",)])
_WHOLE_FORCES = frozenset(["air", "armed", "naval", "opposing", "rival"])
_QUALIFIED = frozenset(
    ["officers", "forces", "members", "guards", "companies", "advisers", "advisors", "instructors"]
)
_LENDING = frozenset(
    "promised promises pledged pledges sent sends lent lends offered offers deployed deploys".split()
)
_BEHIND = frozenset(
    (preposition, whose)
    for preposition in ("behind", "under", "at")
    for whose in ("him", "her", "them", "his", "their", "arms")
)
_KEEPING = _LENDING | frozenset(
    "has had have keep keeps kept maintain maintains maintained station stationed stations field fields fielded".split()
)
_DESCRIBING = frozenset(
    """authorised authorized approved vacant mandated promised pledged requested required
    paid armed unarmed trained hired uniformed seasoned hardened serving returning fighting remaining mounted masked
    combined heavily lightly well newly fully so-called mostly mainly foreign-trained battle-hardened""".split()
)
"""What may stand between a number and its noun besides adjectives: "3,500 paid Syrian fighters"."""
_FORMATIONS = frozenset("company companies division divisions".split())
_OF_FORMATIONS = frozenset(
    "army infantry military commander general colonel front regiment armoured armored motorised tank".split()
)
_ESTABLISHED = frozenset(["posts", "positions", "helmets", "ranks"])
"""What counts men where they are authorised."""
_UNDER_ARMS = frozenset([("under", "arms"), ("in", "uniform"), ("under", "colours")])
_RECKONING = verb_forms("count") | verb_forms("estimate")
AT_FIRST = frozenset(
    [
        ("at", "first"),
        ("at", "the", "outset"),
        ("at", "the", "beginning"),
        ("at", "the", "start"),
        ("at", "one", "time"),
        ("in", "the", "beginning"),
        ("at", "the", "time"),
        ("in", "its", "heyday"),
        ("a", "decade", "ago"),
        ("a", "year", "ago"),
    ]
)
"""What says that so many were there in the beginning or long ago."""
_PLAINLY_MEN = frozenset("troops forces soldiers troop contingent contingents garrison peacekeepers".split())
_TAKEN_AWAY = verb_forms("leave") | verb_forms("withdraw") | verb_forms("depart")
_MOVING = (
    verb_forms("fly")
    | verb_forms("withdraw")
    | verb_forms("airlift")
    | verb_forms("pull")
    | verb_forms("land")
)
"""What a country does to men only who are its soldiers."""
_BE = frozenset("is are was were be been being".split())
_OPENING = frozenset([",", ";", ":", "and", "but", "today", "now", "then", "only", "where"])
_IN_ARMS = frozenset("uniformed military paramilitary combat infantry".split())
_NEAR = frozenset(["men", "women"]) | {
    form
    for noun in (
        "officer volunteer instructor contractor operative guard follower regular irregular sailor trainer adviser "
        "advisor engineer medic element follower warrior comrade loyalist"
    ).split()
    for form in (noun, f"{noun}s")
}
"""What counts men of a force also where the sentence beside speaks of one."""
_PEOPLES = frozenset(
    """frenchmen englishmen dutchmen irishmen scots britons poles danes swedes finns turks spaniards serbs kurds arabs
    slovaks czechs croats kosovars tuareg tuaregs chechens uzbeks tajiks afghans greeks french british dutch irish
    chinese japanese""".split()
)
_PLURAL_TOO = ("ese", "abe", "abè", "sh")
"""How demonyms end that are their own plural: "850 Senegalese"."""
_SETTING_UP = frozenset("numbering totalling totaling comprising counting numbered number numbers".split())
_WITHIN = (
    GROUPS
    | FIGURES
    | frozenset(
        "presence company companies batch batches wave convoy squad tranche planeload boatload shipload".split()
    )
)
"""What a number of men can make up or belong to within a clause: "sent a company of 120 soldiers"."""
_BODIES = (
    COLLECTIVES
    | GROUPS
    | {"division", "divisions", "company", "defenders", "strength", "deployment", "presence"}
)
_PARTIES = frozenset("guard complement bodyguard patrol escort column band picket".split())
_MANNED = frozenset("man member person soldier troop officer fighter".split())
"""What bodies are made of: "a 4,000-man brigade"."""
_ENDS = frozenset([",", ")", ".", ";", "–", "—", "-", ":"])
_PARTITIVE = frozenset("them us whom these those which you ours theirs".split())
_OF_OWN = frozenset([("of", "its", "own"), ("of", "their", "own"), ("of", "his", "own")])
_STANDING_THERE = frozenset("are were is was be been remain remained remains stay stayed".split())
_WHEN = frozenset("now today still left there here currently already tonight yesterday".split())
_A_BODY = 20
"""Fewer than these are no body of men of which a bare number is told."""
_FURTHEST = 10
"""Words between a number and its noun at most: "850 Estonian, Czech, Swedish and French special forces"."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with what it counts."""

    quantity: Quantity
    head: int
    """The noun; the numeral itself where the noun is left out."""
    unit: str
    """A plain plural; "" where the noun is left out."""
    whole: int | None = None
    """What they make up, where the number is said of it: "a force of 8,000"."""
    clause: int | None = None
    """The verb that says the number of the whole: "which numbered 1,300"."""
    said: bool = False
    """Whether the words beside say how many they are, whatever the clause tells: "the corps, 2,000 strong, ..."."""


@dataclass(frozen=True, slots=True)
class Hung:
    """What a phrase hangs on in its clause."""

    head: int
    """The noun that stands in the clause: of "the departure of 1,000 soldiers" the departure."""
    predicate: int | None
    """What the clause says of it, a verb or what "is" links to it; None where there is no clause."""
    relation: str
    """"nsubj", "nsubj:pass", "obj", "obl", "acl" or "of" (below an event noun); "" without a predicate."""
    case: str = ""
    """The preposition of an "obl"."""
    nouns: tuple[int, ...] = ()
    """The nouns climbed over, nearest first."""
    shared: bool = False
    """Whether a share of them is spoken of: "half of the 5,000"."""


def counted(line: Line, quantity: Quantity, lexicon: Lexicon, *, near: bool = False) -> Counted | None:
    """What of a force a number counts; None where it counts something else, or only what is added to others.

    `near` where the sentences beside speak of a force.
    """
    sentence = line.sentence
    first, stop = line.tokens_of(quantity.span)
    if quantity.further or adds(sentence, first, stop) or _is_ratio(sentence, first, stop):
        return None
    if sentence.words[max(0, first - 1) : stop] == ("not", "one"):
        return None
    strong = _strong(sentence, first, stop)
    if strong is not None:
        return Counted(quantity, strong, "troops", strong, said=True)
    uniformed = _in_uniform(line, quantity, stop)
    if uniformed is not None:
        return uniformed
    noun = _noun(line, first, stop)
    if noun is not None:
        if not INCREMENT.isdisjoint(sentence.words[stop:noun]):
            return None
        if not is_unit(sentence, noun, lexicon, near=near) and not _in_arms(sentence, stop, noun):
            return None
        unit = "personnel" if is_people(sentence, noun) else unit_of(sentence, noun)
        return Counted(quantity, noun, unit, said=_is_apposed(sentence, first, noun))
    numeral = line.hung_by(quantity.core)
    return _of_whole(sentence, quantity, numeral) or _beside_body(line, quantity, first)


def is_label(line: Line, quantity: Quantity) -> bool:
    """Whether a number counts nothing: an item of a list ("3. If not"), a time of day ("at 2330 [0530 GMT]")."""
    words = line.sentence.words
    first, stop = line.tokens_of(quantity.span)
    if first == 0 and words[stop : stop + 1] in {(".",), (")",)} and len(words) > stop + 1:
        return True
    plain = stop - first == 1 and len(words[first]) == 4 and words[first].isdigit()
    return (
        plain
        and words[first - 1] == "at"
        and words[stop : stop + 1] in {("[",), ("hours",), ("gmt",), ("local",)}
    )


def _is_ratio(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether a number is a part of a ratio: "one in four of the soldiers"."""
    before = sentence.words[max(0, first - 2) : first]
    if before == ("out", "of") and first > 2 and sentence.upos[first - 3] == "NUM":
        return stop - first == 1
    return before[-1:] == ("in",) and first > 1 and sentence.upos[first - 2] == "NUM" and stop - first == 1


def _in_uniform(line: Line, quantity: Quantity, stop: int) -> Counted | None:
    """A number that "under arms" or "military" makes one of men: "300,000 under arms", "9,200 military"."""
    words = line.sentence.words
    after = words[stop : stop + 2]
    if after in _UNDER_ARMS or (
        after[:1] == ("military",) and after[1:] in {(",",), (".",), ("and",), (";",), ()}
    ):
        return Counted(quantity, line.hung_by(quantity.core), "troops")
    return None


def _in_arms(sentence: Sentence, stop: int, noun: int) -> bool:
    """Whether a word before the noun says that they are armed: "18,586 uniformed men and women"."""
    return not _IN_ARMS.isdisjoint(sentence.words[stop:noun])


def _is_of_body(sentence: Sentence, noun: int) -> bool:
    """Whether a body of men is so many: "a guard of 1,500 men", "the division has 10,000 men"."""
    for index in range(noun - 1, max(0, noun - 9), -1):
        word = sentence.words[index]
        if word in _BODIES:
            between = sentence.words[index + 1 : noun]
            return bool(between) and (between[0] == "of" or not VERBS_BEFORE.isdisjoint(between[:3]))
        if sentence.upos[index] in {"VERB", "AUX"} and word not in VERBS_BEFORE:
            return False
    return False


def _is_kept(sentence: Sentence, noun: int) -> bool:
    """Whether a country or force has the men somewhere: "the French had 1,600 men in Abidjan"."""
    numeral = next(
        (index for index in range(noun - 1, max(0, noun - 6), -1) if sentence.upos[index] == "NUM"), 0
    )
    verb = next(
        (index for index in range(numeral - 1, max(0, numeral - 5), -1) if sentence.words[index] in _KEEPING),
        0,
    )
    if sentence.words[noun + 1 : noun + 3] in _BEHIND:
        return True
    sited = sentence.words[noun + 1 : noun + 2] in _SITED
    given = bool(verb) and sentence.words[verb] in _LENDING
    if not verb or not (sited or given):
        return False
    names = [
        sentence.name_at[index].label
        for index in range(max(0, verb - 8), numeral)
        if index in sentence.name_at
    ]
    return bool({"GPE", "LOC", "ORG", "NORP", "ADJ"} & set(names)) or is_people(sentence, verb - 1)


def _are_moved(sentence: Sentence, noun: int) -> bool:
    """Whether a country's men go or are taken somewhere: "France flew 900 men to Gao", "Chad's 460 men will leave"."""
    if not CIVIL.isdisjoint(sentence.words):
        return False
    owned = any(_is_country(sentence, owner) for owner in sentence.dependants(noun, "nmod:poss"))
    if owned and not _TAKEN_AWAY.isdisjoint(sentence.words[noun + 1 : noun + 5]):
        return True
    verb = sentence.heads[noun]
    if verb < 0 or sentence.deprels[noun] != "obj" or sentence.words[verb] not in _MOVING:
        return False
    return any(_is_country(sentence, doer) for doer in sentence.dependants(verb, "nsubj"))


def _is_country(sentence: Sentence, index: int) -> bool:
    name = sentence.name_at.get(index)
    return name is not None and name.label == "GPE"


def is_of_force(sentence: Sentence, noun: int) -> bool:
    """Whether "members" or "people" are said to be a force's: "members of the National Guard", "from 36 nations"."""
    owners = {sentence.words[index] for index in sentence.dependants(noun, "nmod:poss")}
    if owners & _BODIES or sentence.words[max(0, noun - 1) : noun] == ("service",):
        return True
    for index in range(noun + 1, min(noun + 7, len(sentence))):
        word = sentence.words[index]
        if word in {"nations", "countries", "states"}:
            return "from" in sentence.words[noun + 1 : index]
        if sentence.words[noun + 1] == "of" and (
            (word in COLLECTIVES and word != "coalition") or word in {"guard", "police", "gendarmerie"}
        ):
            return True
        if word in {",", ";", "."} or sentence.upos[index] == "VERB":
            return False
    return False


def _is_of_organisation(sentence: Sentence, noun: int) -> bool:
    """Whether men are said to be an armed organisation's: "2,030 men and 250 vehicles of the CSTO"."""
    for index in range(noun + 1, min(noun + 8, len(sentence))):
        name = sentence.name_at.get(index)
        if name is not None:
            return name.label == "ORG" and "of" in sentence.words[noun + 1 : index]
        if sentence.upos[index] not in {"NOUN", "NUM", "CCONJ", "ADP", "DET"}:
            return False
    return False


def is_people(sentence: Sentence, noun: int) -> bool:
    """Whether a noun counts people by their country: "400 Ugandans"."""
    word, text = sentence.words[noun], sentence.tokens[noun].text
    if not text[:1].isupper() or sentence.deprels[noun] in {"amod", "compound"}:
        return False
    if word.endswith(_PLURAL_TOO) and countries().by_demonym(word) is not None:
        return True
    return word in _PEOPLES or (word.endswith("s") and countries().by_demonym(word[:-1]) is not None)


def _are_soldiers(sentence: Sentence, noun: int, lexicon: Lexicon, *, near: bool) -> bool:
    """Whether people counted by their country are meant as its men: "a battalion of 400 Ugandans".

    Mostly they are not: so the sentence must speak of a force and have them do what soldiers do.
    """
    words = sentence.words
    if not CIVIL.isdisjoint(words) or words[noun - 1] == "ethnic" or words[noun - 1] == "of":
        return bool(_BODIES & set(words[max(0, noun - 4) : noun - 1])) and CIVIL.isdisjoint(words)
    if not AT_WAR.isdisjoint(words[noun : noun + 4]):
        return True
    if not near and not is_military(iter(words), lexicon):
        return False
    harmless = (LOST | LOSSES | HURT | PASSING).isdisjoint(words)
    if harmless and not _PLAINLY_MEN.isdisjoint(words[:noun]) and words[noun + 1 : noun + 2] != ("were",):
        # "We will more than double our forces here: up to 2,200 Canadians"
        return True
    around = range(max(0, noun - 12), min(len(words), noun + 9))
    behind = noun + 1 + (words[noun + 1 : noun + 2] in _LINKED)
    if harmless and words[behind : behind + 1] in _SITED and _is_placed(sentence, behind):
        # "has not asked the 1,000 Americans at Agadez to go", where a junta or soldiers are spoken of
        return True
    if near and not _STANDING_THERE.isdisjoint(words[noun + 1 : noun + 5]):
        # "Some 1,100 Americans and 1,500 French are in the country", where soldiers have just been spoken of.
        return True
    return any(
        words[index] in AS_SOLDIERS or (words[index] == "ground" and words[index - 1] == "the")
        for index in around
    )


def _is_placed(sentence: Sentence, preposition_: int) -> bool:
    """Whether a preposition leads to the name of a place."""
    after = preposition_ + 1 + (sentence.words[preposition_ + 1 : preposition_ + 2] == ("the",))
    name = sentence.name_at.get(after)
    return name is not None and name.label in {"LOC", "GPE"}


def is_unit(sentence: Sentence, noun: int, lexicon: Lexicon, *, near: bool = False) -> bool:
    """Whether a noun counts men of a force."""
    word = sentence.words[noun]
    if is_people(sentence, noun):
        return _are_soldiers(sentence, noun, lexicon, near=near)
    if (
        sentence.tokens[noun].text.istitle()
        and noun
        and not word.endswith(("s", "en", "police", "personnel"))
    ):
        # "40 Commando" is a name.
        return False
    above = sentence.heads[noun]
    before = sentence.words[noun - 1] if noun else ""
    if (sentence.deprels[noun] == "compound" and above > noun) or (
        (word == "forces" and before in _WHOLE_FORCES) or before in {"jet", "stealth"}
    ):
        # "2,700 fighter jets", "the two air forces"
        return False
    if (
        word in UNITS
        or (word == "helmets" and before == "blue")
        or (word, before)
        in {
            ("ranks", "other"),
            ("members", "service"),
        }
    ):
        return True
    if word not in LOOSE_UNITS | _ESTABLISHED:
        return False
    first = noun - 1
    named = first in sentence.name_at and sentence.name_at[first].label == "ORG"
    if (
        word in _SENT
        and first >= 0
        and sentence.tokens[first].text[:1].isupper()
        and sentence.heads[first] == noun
    ):
        # "Russian instructors"
        return True
    if (
        word in _SENT
        and sentence.dependants(noun, "nmod:poss")
        and sentence.words[noun + 1 : noun + 2] in _SITED
    ):
        # "its 300 trainers in Niamey"
        return True
    if word in SHARED_UNITS and is_of_force(sentence, noun):
        return True
    if word in {"posts", "positions"}:
        return bool({"authorised", "authorized"} & set(sentence.words[max(0, noun - 4) : noun]))
    if word in _FORMATIONS:
        return not (UNITS | _OF_FORMATIONS).isdisjoint(sentence.words)
    if word in LOOSE_UNITS - SHARED_UNITS and _is_of_body(sentence, noun):
        return True
    if word in {"men", "women"} and (_is_kept(sentence, noun) or _are_moved(sentence, noun)):
        return True
    if word in _NEAR | SHARED_UNITS and _is_of_organisation(sentence, noun):
        return True
    if near and word in _NEAR and CIVIL.isdisjoint(sentence.words):
        return True
    others = (other for index, other in enumerate(sentence.words) if index != noun)
    return named or is_military(others, lexicon)


def unit_of(sentence: Sentence, noun: int) -> str:
    """What is counted, with the word that "officers" or "forces" needs: "police officers"."""
    word = sentence.words[noun]
    beside = noun - 1
    if word not in _QUALIFIED or beside < 0 or sentence.heads[beside] != noun:
        return word
    describes = sentence.deprels[beside] in {"compound", "amod"} and sentence.tokens[beside].text.isalpha()
    return (
        f"{sentence.words[beside]} {word}" if describes and sentence.tokens[beside].text.islower() else word
    )


def bare(line: Line, quantity: Quantity) -> Hung | None:
    """A numeral that stands for a noun left out, and what it hangs on: "today 47,000 remain".

    None where it counts something, is a share of something, or adds to others.
    """
    sentence = line.sentence
    first, stop = line.tokens_of(quantity.span)
    core_first, core_stop = line.tokens_of(quantity.core)
    numeral = line.hung_by(quantity.core)
    if quantity.further or adds(sentence, first, stop):
        return None
    if sentence.words[max(0, first - 1) : stop] == ("not", "one"):
        return None  # "not one from any other nation"
    there = _there(sentence, first, stop)
    if there is not None:
        return Hung(core_stop - 1, there, "nsubj")
    relative = _relative(sentence, stop)
    if relative is not None:
        index, relation = relative
        return Hung(core_stop - 1, index, relation)
    around = _verb_around(sentence, first, stop)
    if around is not None:
        index, relation = around
        return Hung(core_stop - 1, index, relation)
    if not core_first <= numeral < core_stop:
        return None
    if sentence.words[stop : stop + 3] in _OF_OWN:
        return hung(sentence, numeral)
    if sentence.words[stop : stop + 1] == ("of",) and not _PARTITIVE.isdisjoint(
        sentence.words[stop + 1 : stop + 2]
    ):
        verb = _verb_behind(sentence, stop + 2)
        return Hung(numeral, verb, "nsubj") if verb is not None else hung(sentence, numeral)
    following = sentence.upos[stop] if stop < len(sentence) else ""
    if (
        following in {"VERB", "AUX"}
        and sentence.deprels[numeral] in _COUNTING
        and sentence.heads[numeral] < first
    ):
        # "Today 47,000 remain": the number counts nothing that stands before it.
        verbs = [i for i in range(stop, min(stop + 4, len(sentence))) if sentence.upos[i] == "VERB"]
        return Hung(numeral, verbs[0], "nsubj") if verbs else None
    counts = sentence.deprels[numeral] in _COUNTING or sentence.words[stop : stop + 1] in (
        ("of",),
        ("-",),
        ("–",),
    )
    return None if counts or following in {"NOUN", "PROPN", "ADJ", "NUM", "SYM"} else hung(sentence, numeral)


def _verb_behind(sentence: Sentence, start: int) -> int | None:
    """The verb right behind a phrase, over its auxiliaries: "4,000 of them had arrived"."""
    for index in range(start, min(start + 4, len(sentence))):
        if sentence.upos[index] == "VERB":
            passive = bool(sentence.dependants(index, "aux:pass"))
            return None if passive else index
        if sentence.upos[index] not in {"AUX", "ADV"}:
            return None
    return None


def _verb_around(sentence: Sentence, first: int, stop: int) -> tuple[int, str] | None:
    """The verb that a bare number follows or opens, whatever the tree says: "count 3,000;", "today 600 live there"."""
    after = sentence.words[stop] if stop < len(sentence) else "."
    if first and after in _ENDS | _WHEN | {"of"} and sentence.words[first - 1] in VERBS_BEFORE | _RECKONING:
        noun = after == "of" and not _PARTITIVE.isdisjoint(sentence.words[stop + 1 : stop + 2])
        return (first - 1, "obj") if after != "of" or noun else None
    opens = first == 0 or sentence.words[first - 1] in _OPENING
    if not opens or stop >= len(sentence):
        return None
    if sentence.words[stop] in {"live", "remain", "stay", "serve", "stand"}:
        return stop, "nsubj"
    if sentence.upos[stop] not in {"VERB", "AUX"}:
        return None
    for index in range(stop, min(stop + 4, len(sentence))):
        if sentence.upos[index] == "VERB":
            passive = not sentence.words[index].endswith("ing") and not _BE.isdisjoint(
                sentence.words[stop:index]
            )
            return index, "nsubj:pass" if passive else "nsubj"
        if sentence.upos[index] not in {"AUX", "ADV", "PART"}:
            return None
    return None


def _relative(sentence: Sentence, stop: int) -> tuple[int, str] | None:
    """The verb of a relative clause right behind a bare number: "the 70,000 that Central Command has in its area"."""
    if sentence.words[stop : stop + 1] not in (("that",), ("which",), ("whom",), ("who",)):
        return None
    for index in range(stop + 1, min(stop + 9, len(sentence))):
        if sentence.words[index] in {",", ";", "."}:
            return None
        if sentence.upos[index] == "VERB":
            own = all(sentence.upos[between] in {"AUX", "ADV", "PART"} for between in range(stop + 1, index))
            passive = own and not _BE.isdisjoint(sentence.words[stop + 1 : index])
            return index, "nsubj:pass" if passive else "nsubj" if own else "obj"
    return None


def _there(sentence: Sentence, first: int, stop: int) -> int | None:
    """The verb of "there are 800 today", whatever the tree says."""
    after = sentence.words[stop] if stop < len(sentence) else "."
    if after not in _ENDS | _WHEN:
        return None
    for index in range(first - 1, max(0, first - 3), -1):
        if sentence.words[index] in _STANDING_THERE and "there" in sentence.words[max(0, index - 3) : index]:
            return index
    return None


def adds(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether a number is added to others that are there, or taken from them: "another 600", "300 more"; not so "300
    or more".
    """
    if sentence.words[stop - 2 : stop] == ("or", "more") or sentence.words[stop : stop + 2] == ("or", "more"):
        return False
    before = sentence.words[max(0, first - 1) : stop]
    if before[:1] == ("with",):
        verbs = [at for at in range(first - 2, max(-1, first - 12), -1) if sentence.upos[at] == "VERB"]
        if verbs and sentence.words[verbs[0]] in STRENGTHENING:
            return True  # "reinforced its garrison with 120 soldiers"
    if sentence.words[:1] == ("of",) and before[:1] == (",",):
        verb = next(
            (at for at in range(stop, min(stop + 6, len(sentence))) if sentence.upos[at] == "VERB"), stop
        )
        if sentence.words[verb] in _TAKEN_AWAY:
            return True  # "Of the 6,300 soldiers in Bor, 900 are to leave"
    more_than = "than" in before
    return bool(INCREMENT & set(before) - ({"more"} if more_than else set())) or (
        sentence.words[stop : stop + 1] == ("more",)
    )


def bare_noun(line: Line, quantity: Quantity) -> int | None:
    """The noun that a number counts, be it of a force or not; None where there is none."""
    sentence = line.sentence
    first, stop = line.tokens_of(quantity.span)
    noun = _noun(line, first, stop)
    if noun is not None:
        return noun
    numeral = line.hung_by(quantity.core)
    above = sentence.heads[numeral]
    if sentence.deprels[numeral] == "nummod" and stop <= above < stop + _FURTHEST:
        return above
    counts = sentence.deprels[numeral] in {"nummod", "compound"} and stop < len(sentence)
    return stop if counts and sentence.upos[stop] in {"NOUN", "PROPN"} else None


def _noun(line: Line, first: int, stop: int) -> int | None:
    """The noun a number counts: by the tree, else the next one with only describing words between."""
    sentence = line.sentence
    for index in range(first, stop):
        head = sentence.heads[index]
        if head >= stop and sentence.deprels[index] in _COUNTING and _is_plain(sentence, head):
            return head if _reaches(sentence, stop, head) else None
    start = stop
    if start < len(sentence) and sentence.words[start] == "of":
        start += 1
        while start < len(sentence) and sentence.words[start] in _POINTING:
            start += 1
        owned = next(
            (i for i in range(start, min(start + 5, len(sentence))) if sentence.words[i] in {"'s", "’s"}),
            None,
        )
        if owned is not None and all(
            sentence.upos[i] in {"PROPN", "ADJ", "NOUN"} for i in range(start, owned)
        ):
            start = owned + 1
    for index in range(start, min(start + _FURTHEST, len(sentence))):
        word, upos = sentence.words[index], sentence.upos[index]
        listed = word in {",", "and"} and sentence.upos[index - 1] in {"ADJ", "PROPN"}
        if word in UNITS or word in LOOSE_UNITS or word in _ESTABLISHED or is_people(sentence, index):
            if word in UNITS | LOOSE_UNITS and (
                index in sentence.name_at
                and sentence.tokens[index].text[:1].isupper()
                and not word.endswith("s")
            ):
                # "40 Commando" is a name.
                return None
            if upos in {"NOUN", "PROPN", "ADJ"} and sentence.words[index + 1 : index + 2] != ("officers",):
                return index
        elif not listed and (
            upos not in {"ADJ", "PROPN", "NOUN"} and word not in {"-", "–"} and word not in _DESCRIBING
        ):
            return None
    return None


def _is_plain(sentence: Sentence, head: int) -> bool:
    return sentence.words[head] in UNITS or sentence.words[head] in LOOSE_UNITS


def _reaches(sentence: Sentence, stop: int, head: int) -> bool:
    """Whether nothing stands between a number and its noun that would end the phrase."""
    return head - stop <= _FURTHEST and not {";", ".", ":"} & set(sentence.words[stop:head])


def _strong(sentence: Sentence, first: int, stop: int) -> int | None:
    """The body that is so many strong: "the 6,000-strong division", "a force, 4,000-strong", "never stronger than"."""
    if sentence.words[max(0, first - 2) : first] == ("stronger", "than"):
        return _body_before(sentence, first - 2)
    after = sentence.words[stop : stop + 2]
    if after[1:] == ("member",) and sentence.words[stop + 2 : stop + 3] != ("force",):
        # "the 73-member coalition" counts states.
        body = next((w for w in sentence.words[stop + 2 : stop + 6] if w in COLLECTIVES), "")
        if body in {"coalition", "mission", ""}:
            return None
    hyphened = after[:1] in (("-",), ("–",)) and after[1:] and after[1] in _MANNED | {"strong"}
    if after[:1] != ("strong",) and not hyphened:
        return None
    strong = stop + bool(hyphened)
    for index in range(first, strong + 1):
        head = sentence.heads[index]
        if not first <= head <= strong and head >= 0 and sentence.words[head] in COLLECTIVES:
            return head
    for index in range(strong + 1, min(strong + 4, len(sentence))):
        if sentence.words[index] in COLLECTIVES:
            return index
    following = sentence.upos[strong + 1 : strong + 2]
    return None if following in (("NOUN",), ("ADJ",)) else _body_before(sentence, first)


def _body_before(sentence: Sentence, stop: int) -> int | None:
    """The nearest body of men before a token."""
    for index in range(stop - 1, max(-1, stop - 16), -1):
        word = sentence.words[index]
        if word in {";", ":"}:
            return None
        if word in _BODIES or word in UNITS or word in HOLDERS:
            return index
        if sentence.upos[index] == "PROPN" and index in sentence.name_at:
            name = sentence.name_at[index]
            if name.label == "ORG":
                return name.stop - 1
    return None


def _is_apposed(sentence: Sentence, first: int, noun: int) -> bool:
    """Whether a counted noun stands beside a body of men between commas: "the contingent, 410 men and 38 women, "."""
    if first < 2 or sentence.words[first - 1] not in {",", "(", "–", "—"}:
        return False
    stop = noun + 1
    while sentence.words[stop : stop + 1] == ("and",) and stop + 2 < len(sentence):
        if sentence.upos[stop + 1] != "NUM":
            break
        stop += 3
    if stop < len(sentence) and sentence.words[stop] not in _ENDS:
        return False
    return any(
        sentence.words[index] in _BODIES or sentence.words[index] in UNITS
        for index in range(max(0, first - 5), first - 1)
    )


def _is_said_of(line: Line, quantity: Quantity) -> bool:
    """Whether a bare number between commas says how many a body right before it is: "The police force, 9,000 for"."""
    sentence = line.sentence
    first, stop = line.tokens_of(quantity.span)
    size = _size(quantity)
    body = sentence.words[first - 2] in COLLECTIVES | {"police", "militia", "guard", "helmets"} | UNITS
    after = sentence.words[stop] if stop < len(sentence) else ""
    return body and size >= _A_BODY and after in {",", "for", "in", "all", "at", "by", "according", "if"}


def _size(quantity: Quantity) -> int:
    return quantity.count.best or quantity.count.high or quantity.count.low or 0


def _beside_body(line: Line, quantity: Quantity, first: int) -> Counted | None:
    """A bare number right behind a body of men, whatever the tree says: "a force of 8,000", "numbering 80"."""
    sentence = line.sentence
    if first < 2:
        return None
    before = sentence.words[first - 1]
    if before == "of" and sentence.words[first - 2] in COLLECTIVES | _PARTIES:
        return Counted(quantity, first - 2, "troops", first - 2)
    if before in _SETTING_UP and sentence.words[first - 2] not in {"the", "a", "of", "in", "large", "total"}:
        body = _body_before(sentence, first - 1)
        return Counted(quantity, body, "troops", body, said=True) if body is not None else None
    if before == "," and _is_said_of(line, quantity):
        return Counted(quantity, first - 2, "troops", first - 2, said=True)
    if before == "at" and sentence.words[first - 2] in {",", "(", "–", "—"} and _size(quantity) >= _A_BODY:
        # "the police component, at 1,301, is close to its limit"
        body = _body_before(sentence, first - 2)
        return Counted(quantity, body, "troops", body, said=True) if body is not None else None
    outset = _outset_before(sentence, first)
    if outset is not None:
        body = _body_before(sentence, outset)
        return Counted(quantity, body, "troops", body, said=True) if body is not None else None
    if before in {"once", "formerly"} and sentence.words[first - 2] in {",", "(", "–", "—"}:
        body = _body_before(sentence, first - 1)
        return Counted(quantity, body, "troops", body, said=True) if body is not None else None
    return None


def _outset_before(sentence: Sentence, first: int) -> int | None:
    """The comma behind a body of men whose number in the beginning follows: "The force, at the outset 4,000, "."""
    for length in (2, 3):
        words = sentence.words[max(0, first - length) : first]
        comma = first - length - 1
        if words in AT_FIRST and comma > 0 and sentence.words[comma] in {",", "(", "–", "—"}:
            return comma
    return None


def _of_whole(sentence: Sentence, quantity: Quantity, numeral: int) -> Counted | None:
    """A number said of a body: "a force of 8,000", "the peacekeepers, officially 1,960, kept to their barracks"."""
    above = sentence.heads[numeral]
    if above < 0 or sentence.upos[numeral] != "NUM":
        return None
    word = sentence.words[above]
    relation = sentence.deprels[numeral].partition(":")[0]
    if (
        relation in {"obj", "obl", "advmod"}
        and word in _NUMBERING
        and sentence.deprels[above] in {"acl", "acl:relcl", "advcl"}
    ):
        body = sentence.heads[above]
        if sentence.words[body] in COLLECTIVES | UNITS:
            relative = above if sentence.deprels[above] == "acl:relcl" else None
            return Counted(quantity, body, "troops", body, relative, said=word in _SETTING_UP)
    if (
        relation == "nmod"
        and preposition(sentence, numeral) == "of"
        and (word in COLLECTIVES | _PARTIES or word == "strength")
    ):
        return Counted(quantity, above, "troops", above)
    if relation == "appos" and above < numeral:
        if word in FIGURES:
            # "the number of troops in Kabul, 9,000 at the height of the war, fell"
            men = next(
                (below for below in sentence.dependants(above, "nmod") if _is_plain(sentence, below)), None
            )
            return None if men is None else Counted(quantity, men, unit_of(sentence, men), above, said=True)
        if word in UNITS or (word in LOOSE_UNITS and sentence.dependants(above, "nmod:poss")):
            return Counted(quantity, above, unit_of(sentence, above), above)
        if word in COLLECTIVES:
            return Counted(quantity, above, "troops", above)
    return None


def hung(sentence: Sentence, index: int, own: range = range(0)) -> Hung:
    """What a phrase hangs on: up from its head to the clause it stands in; `own` are the tokens of its number."""
    current = index
    nouns: list[int] = []
    shared = False
    for _ in range(len(sentence)):
        if is_linked(sentence, current):
            return Hung(current, current, "cop", nouns=tuple(nouns), shared=shared)
        above, relation = sentence.heads[current], sentence.deprels[current]
        if above < 0:
            break
        kind, case = relation.partition(":")[0], preposition(sentence, current)
        nominal = sentence.upos[above] not in {"VERB", "AUX"}
        if kind == "conj" and not nominal:
            relation = "obj"
        if not nominal or kind == "nsubj" or (kind in _CORE and is_linked(sentence, above)):
            below = _controlled(sentence, current, above, kind)
            if below is not None:
                return Hung(current, below, "nsubj", "", tuple(nouns), shared)
            return Hung(current, above, relation, case, tuple(nouns), shared)
        quantifies = kind == "nmod" and (
            sentence.words[above] in _QUANTIFIERS or sentence.upos[above] == "NUM"
        )
        within = kind == "nmod" and sentence.words[above] in _WITHIN
        # "The last of its 500 soldiers left": with the last all have left.
        within = within or (case == "of" and sentence.words[above] == "last") or case == "including"
        nouns.append(above)
        if kind not in _ALONGSIDE and not quantifies and not within:
            return Hung(above, above, "of" if case == "of" else "", "", tuple(nouns), shared)
        shared = shared or (quantifies and above not in own)
        current = above
    return Hung(current, None, "", nouns=tuple(nouns), shared=shared)


def _controlled(sentence: Sentence, index: int, above: int, kind: str) -> int | None:
    """The infinitive whose subject a phrase is, though it hangs on the verb above: "refused to leave", "told to go"."""
    if kind not in {"nsubj", "obj", "iobj"} or sentence.words[above] in _NEEDING:
        return None
    if kind == "nsubj" and sentence.dependants(above, "obj"):
        return None
    wanted = sentence.dependants(index, "acl") if kind == "obj" and sentence.words[above] in _WANTING else []
    for below in (*sentence.dependants(above, "xcomp"), *wanted):
        opened = any(sentence.words[mark] == "to" for mark in sentence.dependants(below, "mark"))
        causes = sentence.words[above] in _LETTING
        if (
            below > index
            and (opened or causes)
            and (kind == "nsubj" or causes or sentence.words[above] in _TELLING)
        ):
            return below
    return None


def is_linked(sentence: Sentence, index: int) -> bool:
    """Whether "is" links a word to its subject: "are in Crimea", "are based"; not so "are to leave"."""
    return sentence.upos[index] not in {"VERB", "AUX"} and bool(sentence.dependants(index, "cop"))


def clauses_above(sentence: Sentence, predicate: int) -> tuple[int, ...]:
    """The predicates that share their time and place with one below them: of "plans to send" the plan."""
    found: list[int] = []
    while (
        sentence.deprels[predicate].partition(":")[0] in {"xcomp", "conj", "advcl"}
        and sentence.heads[predicate] >= 0
        and sentence.heads[predicate] not in found
    ):
        predicate = sentence.heads[predicate]
        found.append(predicate)
    return tuple(found)
