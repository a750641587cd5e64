"""Verbs of what somebody did, and who did it, that a small parser draws as parts of a phrase.

- The last of several deeds, drawn as a noun beside the verbs: "looted the camp and arrested scores of men".
- What most of some people are, drawn to somebody else: "killed ten people, most of them traders".
- The first of two nouns of one phrase, drawn as an object of its own: "killed 15 gold diggers".
- A clause of its own, drawn to the noun that is its subject: "Three died and 27 people, two of them boys, were hurt".
- Who "reports" what stands before, taken for what qualifies the reports: "..., civil society reports."
- A deed drawn to what those were about who were struck: "abducted guests returning from a wedding and shot the uncle".
- Who does it, right behind a day without a comma, drawn as a part of the day: "On 1 February M23 shelled Kaina".
"""

from __future__ import annotations

from dataclasses import replace

from harmattan.reading.marks import Sentence
from harmattan.reading.trees.triggers import only_with

_NOUNS = frozenset(["NOUN", "PROPN"])
_SUBJECTS = ("nsubj", "csubj", "expl")
_RELATIVE = frozenset(["who", "which", "whom", "whose", "that", "where"])
_SHARES = frozenset("most many some all half several both none one two three four five".split())
_HELPERS = ("aux", "aux:pass", "cop", "mark")
_PAST = ("ed", "took", "won", "lost", "held", "hit", "shot", "struck", "made", "fought", "slew", "fell")
_OF_A_DAY = frozenset(["nmod", "obl", "flat", "appos", "compound"])
"""By what relations a name is drawn as a part of the day before it."""
_DAYS = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday""".split()
)


@only_with("conj", "cc", "obj")
def torn_deeds(sentence: Sentence) -> Sentence:
    """A noun coordinated with a verb, an "and" and a past tense before it: the tense is the second verb."""
    for noun, verb in enumerate(sentence.heads):
        if sentence.deprels[noun] != "conj" or sentence.upos[noun] not in _NOUNS or not 0 <= verb < noun:
            continue
        if sentence.upos[verb] != "VERB" or sentence.words[verb].endswith("ing"):
            continue
        first = sentence.subtree(noun)[0]
        deed = first + 1
        if sentence.deprels[first] != "cc" or deed >= noun or sentence.heads[deed] != noun:
            continue
        word, openers = sentence.words[deed], [first]
        participle = sentence.deprels[deed] in {"amod", "compound"} and word.endswith(_PAST)
        if not participle or sentence.dependants(noun, "det") or set(sentence.children[deed]) - {first}:
            continue
        if not (sentence.dependants(verb, *_SUBJECTS) or sentence.deprels[verb] == "conj"):
            continue
        if sentence.dependants(verb, "aux:pass") or not sentence.dependants(verb, "obj"):
            continue
        heads, deprels, upos = list(sentence.heads), list(sentence.deprels), list(sentence.upos)
        heads[deed], deprels[deed], upos[deed] = verb, "conj", "VERB"
        heads[noun], deprels[noun] = deed, "obj"
        for opener in openers:
            heads[opener] = deed
        sentence = replace(sentence, heads=tuple(heads), deprels=tuple(deprels), upos=tuple(upos))
    return sentence


@only_with("nsubj", words=["them", "whom"])
def shares_of(sentence: Sentence) -> Sentence:
    """What "most of them" are is said of the noun right before the comma."""
    for share, what in enumerate(sentence.heads):
        if sentence.words[share] not in _SHARES or sentence.deprels[share] != "nsubj" or what < share:
            continue
        if share < 2 or sentence.words[share + 1 : share + 3] not in {("of", "them"), ("of", "whom")}:
            continue
        before = share - 2
        if (
            sentence.words[share - 1] != ","
            or sentence.upos[before] not in _NOUNS
            or sentence.upos[what] not in _NOUNS
        ):
            continue
        if (
            sentence.deprels[what] not in {"appos", "nmod", "parataxis", "obl"}
            or sentence.heads[what] == before
        ):
            continue
        if sentence.heads[what] > before or what in (before, *sentence.ancestors(before)):
            continue
        heads, deprels = list(sentence.heads), list(sentence.deprels)
        heads[what], deprels[what] = before, "appos"
        sentence = replace(sentence, heads=tuple(heads), deprels=tuple(deprels))
    return sentence


@only_with("obj")
def one_object(sentence: Sentence) -> Sentence:
    """Of two nouns side by side that are both drawn as a verb's object, the first says of what kind the second is."""
    for first in range(len(sentence) - 1):
        second = first + 1
        both = sentence.deprels[first] == sentence.deprels[second] == "obj"
        if not both or sentence.heads[first] != sentence.heads[second] or first < sentence.heads[first]:
            continue
        if sentence.upos[first] != "NOUN" or sentence.upos[second] != "NOUN":
            continue
        heads, deprels = list(sentence.heads), list(sentence.deprels)
        heads[first], deprels[first] = second, "compound"
        for child in sentence.children[first]:
            heads[child] = second
        sentence = replace(sentence, heads=tuple(heads), deprels=tuple(deprels))
    return sentence


@only_with("conj", "obj", words=["and"])
def further_deeds(sentence: Sentence) -> Sentence:
    """A past tense with an object, an "and" before it, that is drawn to a participle behind a noun goes on the verb
    that the noun hangs on.
    """
    for deed, scene in enumerate(sentence.heads):
        if sentence.deprels[deed] != "conj" or sentence.upos[deed] != "VERB" or not 0 <= scene < deed:
            continue
        if not sentence.words[scene].endswith("ing") or sentence.deprels[scene] not in {"acl", "advcl"}:
            continue
        if not sentence.words[deed].endswith(_PAST) or sentence.words[deed].endswith("ing"):
            continue
        if sentence.words[deed - 1] != "and" or not sentence.dependants(deed, "obj"):
            continue
        if sentence.dependants(deed, *_SUBJECTS, *_HELPERS):
            continue
        above = next((at for at in sentence.ancestors(scene) if sentence.upos[at] == "VERB"), -1)
        if above < 0 or above > scene or sentence.words[above].endswith("ing"):
            continue
        heads = list(sentence.heads)
        heads[deed] = above
        told = tuple(
            replace(one, arguments=tuple(arg for arg in one.arguments if arg.label != "ARG0"))
            if one.index == deed
            else one
            for one in sentence.predicates
        )
        sentence = replace(sentence, heads=tuple(heads), predicates=told)
    return sentence


@only_with("conj", "nsubj", "aux:pass")
def own_clauses(sentence: Sentence) -> Sentence:
    """A noun coordinated with the subject of a verb across that verb, a passive without a subject right behind it, is
    the passive's subject.
    """
    for noun, first in enumerate(sentence.heads):
        if sentence.deprels[noun] != "conj" or sentence.upos[noun] not in _NOUNS or first < 0:
            continue
        main = sentence.heads[first]
        if not first < main < noun or not sentence.deprels[first].startswith("nsubj"):
            continue
        verb = _passive_behind(sentence, noun)
        if verb is None or verb in sentence.ancestors(noun):
            continue
        heads, deprels = list(sentence.heads), list(sentence.deprels)
        heads[verb], deprels[verb] = main, "conj"
        heads[noun], deprels[noun] = verb, "nsubj:pass"
        sentence = replace(sentence, heads=tuple(heads), deprels=tuple(deprels))
    return sentence


def _passive_behind(sentence: Sentence, noun: int) -> int | None:
    """The passive that begins right where a noun's phrase ends, where nothing is its subject."""
    for helper in range(noun + 1, len(sentence)):
        if sentence.words[helper] in {"was", "were"} and sentence.deprels[helper] == "aux:pass":
            verb = sentence.heads[helper]
            between = range(noun + 1, helper)
            if verb < helper or sentence.dependants(verb, *_SUBJECTS):
                return None
            inside = set(sentence.subtree(noun))
            plain = all(at in inside or sentence.upos[at] == "PUNCT" for at in between)
            aside = sentence.words[noun + 1] == "," and sentence.words[helper - 1] == ","
            plain = plain or aside  # "27 people, including four members of parliament, were wounded"
            opened = {sentence.words[at] for at in between}
            return verb if plain and opened.isdisjoint(_RELATIVE) else None
        if sentence.upos[helper] == "VERB" and sentence.words[helper] not in {"including"}:
            return None
    return None


@only_with(words=["report", "reports"])
def reported(sentence: Sentence) -> Sentence:
    """ "Reports" at the end, what is told drawn to it as a clause before a comma, is the verb of who reports it."""
    for verb, word in enumerate(sentence.words):
        if word not in {"report", "reports"} or sentence.upos[verb] not in {"NOUN", "VERB"}:
            continue
        if sentence.deprels[verb] != "root" or sentence.dependants(verb, *_SUBJECTS):
            continue
        clauses = [child for child in sentence.dependants(verb, "ccomp", "parataxis") if child < verb]
        whose = [child for child in sentence.dependants(verb, "compound", "nmod", "amod") if child < verb]
        rest = [at for at in range(verb + 1, len(sentence)) if sentence.upos[at] != "PUNCT"]
        if not clauses or not whose or rest:
            continue
        teller = whose[-1]
        start = sentence.subtree(teller)[0]
        if sentence.subtree(teller)[-1] != verb - 1 or sentence.words[:start].count(",") == 0:
            continue
        heads, deprels, upos = list(sentence.heads), list(sentence.deprels), list(sentence.upos)
        for child in whose:
            heads[child], deprels[child] = (verb, "nsubj") if child == teller else (teller, deprels[child])
        deprels[clauses[-1]], upos[verb] = "ccomp", "VERB"
        return replace(sentence, heads=tuple(heads), deprels=tuple(deprels), upos=tuple(upos))
    return sentence


def dated_doers(sentence: Sentence) -> Sentence:
    """A name between a day and a verb that has no subject and no auxiliary is the verb's subject."""
    for verb in range(2, len(sentence)):
        if sentence.upos[verb] != "VERB" or not sentence.words[verb].endswith(_PAST):
            continue
        doer = verb - 1
        if sentence.upos[doer] not in _NOUNS or not sentence.tokens[doer].text[:1].isupper():
            continue
        above = sentence.heads[doer]
        if not 0 <= above < doer or sentence.deprels[doer].partition(":")[0] not in _OF_A_DAY:
            continue
        if sentence.deprels[verb] == "amod" or sentence.dependants(verb, *_SUBJECTS, *_HELPERS):
            continue
        first = sentence.subtree(doer)[0]
        behind_day = sentence.words[first - 1] in _DAYS or sentence.words[first - 1].isdigit()
        if first < 1 or not behind_day or sentence.words[doer] in _DAYS or sentence.words[doer].isdigit():
            continue
        if above >= first or sentence.dependants(doer, "case", "cc"):
            continue
        heads, deprels = list(sentence.heads), list(sentence.deprels)
        heads[doer], deprels[doer] = verb, "nsubj"
        sentence = replace(sentence, heads=tuple(heads), deprels=tuple(deprels))
    return sentence
