"""Mends what a small parser hangs on the nearest word, though the words around show that it is another's.

- Who blows "himself" up, drawn to those of a clause between: "a man walked to a bank where clerks were waiting and
  blew himself up".
- What is dismissed "as lies", drawn as what the lies are: "dismissed as lies a claim that the army had fled".
- An act behind a comma that closes a clause on somebody, drawn into the clause: "captured a man, said to be the group's
  paymaster, in a raid on Friday".
- Where a road leads to, drawn to the verb: "two trucks were set ablaze on the road to Gao".
- Where a town is, drawn as a second one: "took Lahiban, in the Makhmour district".
- Fighting "between" two, taken for a verb: "six were killed in fighting between the gangs".
- Who does it, behind "whom"; what left so many dead; an act behind the town it opens with.
- Whose an act is that is a verb's object, drawn as who does what the verb tells: "dispersed a protest by students".
- Who does what is told behind "which the army said", drawn as a second object: "which the army said killed six".
- The fates of a row of a table: "Gao: 21 killed, 55 injured".
"""

from __future__ import annotations

from dataclasses import replace

from harmattan.reading.marks import Argument, Predicate, Sentence
from harmattan.reading.trees.hanging import moved
from harmattan.reading.trees.triggers import only_with
from harmattan.reference.inflection import forms_of_all

_NOUNS = frozenset(["NOUN", "PROPN"])
_SINGLE = frozenset(["himself", "herself"])
_DISMISSING = forms_of_all("dismiss denounce reject decry condemn describe")
_FALSE = frozenset(
    "lie lies fabrication fabrications propaganda nonsense baseless false untrue fake invention".split()
)
_ROADS = frozenset("road roads highway highways route routes track motorway".split())
_ACTS = frozenset(
    """raid raids operation operations attack ambush strike airstrike clash clashes shootout gunfight firefight battle
    blast explosion bombing shelling""".split()
)
_LEAVING = frozenset(["left", "leaves", "leaving"])
_DONE_BY = frozenset(
    """protest protests demonstration march rally attack attacks assault assaults raid raids ambush offensive incursion
    advance attempt attempts bid strike strikes shelling bombing recruitment killing killings abduction abductions
    murder massacre abuses violations looting occupation capture detention""".split()
)
"""Nouns of what somebody does, whose own "by" stands right behind them."""
_RELATIVE = frozenset(["which", "who", "whom"])
_FIGHTING = frozenset(["fighting", "shooting", "feuding"])
_FATES = frozenset("killed dead injured wounded hurt abducted kidnapped missing".split())


def gathered(sentence: Sentence) -> Sentence:
    """The sentence with these mistakes mended, where they are made."""
    for mend in (
        _reflexives,
        _dismissed,
        _told_by_the_act,
        _roads,
        _districts,
        _fighting,
        _whom,
        _left_dead,
        _fronted_acts,
        _by_others,
        _relative_doers,
        _rows,
    ):
        sentence = mend(sentence)
    return sentence


@only_with("obj", "conj", words=_SINGLE)
def _reflexives(sentence: Sentence) -> Sentence:
    for index, word in enumerate(sentence.words):
        verb = sentence.heads[index]
        if word not in _SINGLE or verb < 0 or sentence.deprels[index] != "obj":
            continue
        if sentence.deprels[verb] != "conj" or sentence.dependants(verb, "nsubj"):
            continue
        clause = sentence.heads[verb]
        if clause < 0 or not sentence.deprels[clause].startswith("acl"):
            continue
        wrong = sentence.dependants(clause, "nsubj")
        if not wrong or not _is_plural(sentence, wrong[0]):
            continue
        above = next((at for at in sentence.ancestors(clause) if sentence.upos[at] == "VERB"), None)
        doers = sentence.dependants(above, "nsubj") if above is not None else []
        if above is None or not doers or _is_plural(sentence, doers[0]):
            continue
        sentence = moved(sentence, {verb: (above, "conj")})
        sentence = _with_doer(sentence, verb, doers[0])
    return sentence


@only_with("nsubj", "obj", words=["by"])
def _by_others(sentence: Sentence) -> Sentence:
    """ "Police dispersed a protest by students": the protest is theirs."""
    for case, word in enumerate(sentence.words):
        who = sentence.heads[case]
        if word != "by" or who <= case or not sentence.deprels[who].startswith("obl"):
            continue
        verb = sentence.heads[who]
        if sentence.dependants(verb, "aux:pass", "nsubj:pass") or not sentence.dependants(verb, "nsubj"):
            continue
        for act in sentence.dependants(verb, "obj"):
            if sentence.words[act] in _DONE_BY and sentence.subtree(act)[-1] == case - 1:
                sentence = moved(sentence, {who: (act, "nmod")})
    return sentence


@only_with("obj", "ccomp", words=_RELATIVE)
def _relative_doers(sentence: Sentence) -> Sentence:
    """ "An offensive which the army said killed six": a verb with an object of its own has not taken "which" for it."""
    for which, verb in enumerate(sentence.heads):
        if sentence.words[which] not in _RELATIVE or sentence.deprels[which] != "obj" or verb < which:
            continue
        objects = [child for child in sentence.dependants(verb, "obj") if child > verb]
        if (
            objects
            and sentence.deprels[verb] == "ccomp"
            and not sentence.dependants(verb, "nsubj", "nsubj:pass")
        ):
            sentence = _with_doer(moved(sentence, {which: (verb, "nsubj")}), verb, which)
    return sentence


def _with_doer(sentence: Sentence, verb: int, doer: int) -> Sentence:
    """The sentence with somebody else as the first argument of a predicate."""

    def told(predicate: Predicate) -> Predicate:
        if predicate.index != verb:
            return predicate
        kept = tuple(one for one in predicate.arguments if one.label not in {"ARG0", "R-ARGM-LOC"})
        return replace(predicate, arguments=(*kept, Argument(doer, "ARG0")))

    return replace(sentence, predicates=tuple(map(told, sentence.predicates)))


def _is_plural(sentence: Sentence, noun: int) -> bool:
    word = sentence.words[noun]
    counted = any(sentence.words[child] not in {"one", "a"} for child in sentence.dependants(noun, "nummod"))
    return sentence.upos[noun] == "NOUN" and (counted or word.endswith(("s", "men", "people")))


@only_with("appos", "case", words=_FALSE)
def _dismissed(sentence: Sentence) -> Sentence:
    for noun, relation in enumerate(sentence.deprels):
        word = sentence.heads[noun]
        if relation != "appos" or word < 0 or sentence.words[word] not in _FALSE:
            continue
        verb = sentence.heads[word]
        if verb < 0 or sentence.words[verb] not in _DISMISSING or sentence.dependants(verb, "obj"):
            continue
        if any(sentence.words[child] == "as" for child in sentence.dependants(word, "case")):
            sentence = moved(sentence, {noun: (verb, "obj")})
    return sentence


@only_with("case", words=_ACTS)
def _told_by_the_act(sentence: Sentence) -> Sentence:
    if "," not in sentence.vocabulary:
        return sentence
    for noun, word in enumerate(sentence.words):
        if (
            word not in _ACTS
            or sentence.upos[noun] != "NOUN"
            or sentence.deprels[noun] not in {"obl", "nmod"}
        ):
            continue
        cases = sentence.dependants(noun, "case")
        if not cases or cases[0] == 0 or sentence.words[cases[0]] not in {"in", "during"}:
            continue
        if sentence.words[cases[0] - 1] != ",":
            continue
        clause = next((at for at in sentence.ancestors(noun) if sentence.deprels[at].startswith("acl")), None)
        if clause is None or "," not in _before(sentence, clause):
            continue
        verb = next(
            (at for at in sentence.ancestors(clause) if sentence.upos[at] == "VERB" and at < clause), None
        )
        if verb is not None:
            sentence = moved(sentence, {noun: (verb, "obl")})
    return sentence


def _before(sentence: Sentence, clause: int) -> tuple[str, ...]:
    """The last word before a clause and the first of it, be that its comma."""
    first = sentence.subtree(clause)[0]
    return sentence.words[max(0, first - 1) : first + 1]


@only_with("obl", words=_ROADS)
def _roads(sentence: Sentence) -> Sentence:
    for town, relation in enumerate(sentence.deprels):
        if relation != "obl" or sentence.upos[town] != "PROPN" or town < 2:
            continue
        if sentence.words[town - 1] == "to" and sentence.words[town - 2] in _ROADS:
            road = town - 2
            sentence = _without(moved(sentence, {town: (road, "nmod")}), town)
    return sentence


def _without(sentence: Sentence, head: int) -> Sentence:
    """The sentence with a word no predicate's argument."""
    predicates = tuple(
        replace(told, arguments=tuple(one for one in told.arguments if one.head != head))
        if any(one.head == head for one in told.arguments)
        else told
        for told in sentence.predicates
    )
    return replace(sentence, predicates=predicates)


@only_with("case", words=["in"])
def _districts(sentence: Sentence) -> Sentence:
    moves: dict[int, tuple[int, str]] = {}
    for index, relation in enumerate(sentence.deprels):
        if relation not in {"conj", "appos"} or sentence.upos[sentence.heads[index]] != "PROPN":
            continue
        cases = [case for case in sentence.dependants(index, "case") if sentence.words[case] == "in"]
        if cases and sentence.words[cases[0] - 1] == "," and not sentence.dependants(index, "cc"):
            moves[index] = (sentence.heads[index], "nmod")
    return moved(sentence, moves) if moves else sentence


@only_with("obl", "case", words=_FIGHTING)
def _fighting(sentence: Sentence) -> Sentence:
    for index, word in enumerate(sentence.words):
        if word not in _FIGHTING or sentence.upos[index] != "VERB" or not index:
            continue
        marks = [mark for mark in sentence.dependants(index, "mark", "case") if mark == index - 1]
        between = any(
            sentence.words[case] == "between"
            for sides in sentence.dependants(index, "obl")
            for case in sentence.dependants(sides, "case")
        )
        if not marks or not between or sentence.words[index - 1] not in {"in", "during", "after"}:
            continue
        heads, deprels, upos = list(sentence.heads), list(sentence.deprels), list(sentence.upos)
        upos[index], deprels[index], deprels[index - 1] = "NOUN", "obl", "case"
        for child in sentence.dependants(index, "obl"):
            deprels[child] = "nmod"
        sentence = replace(sentence, heads=tuple(heads), deprels=tuple(deprels), upos=tuple(upos))
    return sentence


@only_with("nsubj:pass", words=["whom"])
def _whom(sentence: Sentence) -> Sentence:
    """ "Villagers, whom the army accused of ...": who stands behind "whom" does it, to those before."""
    for index, word in enumerate(sentence.words[:-2]):
        if word != "whom":
            continue
        subject = next(
            (at for at in range(index + 1, min(index + 5, len(sentence))) if sentence.upos[at] in _NOUNS), -1
        )
        verb = sentence.heads[subject] if subject > 0 else -1
        passive = verb > subject and sentence.deprels[subject] == "nsubj:pass"
        if not passive or sentence.dependants(verb, "aux:pass", "obj"):
            continue
        deprels = list(sentence.deprels)
        deprels[subject] = "nsubj"
        sentence = replace(sentence, deprels=tuple(deprels))
        sentence = moved(sentence, {index: (verb, "obj")})
        sentence = _with_doer(sentence, verb, subject)
    return sentence


@only_with(words=_LEAVING)
def _left_dead(sentence: Sentence) -> Sentence:
    """ "..., and in Gao a clash between the two left nine dead": the act is what leaves them so."""
    for verb, word in enumerate(sentence.words):
        if word not in _LEAVING or sentence.upos[verb] != "VERB" or sentence.dependants(verb, "nsubj"):
            continue
        if not any(sentence.words[child] in _FATES for child in sentence.dependants(verb, "xcomp", "amod")):
            continue
        start = next((at for at in range(verb - 1, 0, -1) if sentence.words[at] in {",", ";"}), 0)
        act = next((at for at in range(start, verb) if sentence.words[at] in _ACTS), None)
        if act is None or sentence.upos[act] != "NOUN" or act in sentence.subtree(verb):
            continue
        if sentence.deprels[act] in {"conj", "appos", "parataxis"}:
            sentence = moved(sentence, {act: (verb, "nsubj")})
    return sentence


@only_with("obl", "case", words=_ACTS)
def _fronted_acts(sentence: Sentence) -> Sentence:
    """ "In Belgorod Ukrainian shelling has killed 20 civilians": the shelling has, in Belgorod."""
    for act, word in enumerate(sentence.words):
        verb = sentence.heads[act]
        if word not in _ACTS or sentence.deprels[act] != "obl" or verb < act or sentence.upos[verb] != "VERB":
            continue
        if sentence.dependants(verb, "nsubj", "nsubj:pass"):
            continue
        cases = sentence.dependants(act, "case")
        if not cases:
            continue
        case, town = cases[0], cases[0] + 1
        fronted = sentence.words[case] in {"in", "near", "at"} and sentence.upos[town] == "PROPN"
        if not fronted or town >= act or sentence.heads[town] != act or sentence.upos[act - 1] != "ADJ":
            continue
        struck = [
            child for child in sentence.dependants(verb, "obl") if child > verb and _is_bare(sentence, child)
        ]
        moves = {town: (verb, "obl"), case: (town, "case"), act: (verb, "nsubj")}
        if struck and not sentence.dependants(verb, "obj"):
            moves[struck[0]] = (verb, "obj")
        sentence = _with_doer(moved(sentence, moves), verb, act)
    return sentence


def _is_bare(sentence: Sentence, noun: int) -> bool:
    return not sentence.dependants(noun, "case") and bool(sentence.dependants(noun, "nummod"))


@only_with(words=[":"])
def _rows(sentence: Sentence) -> Sentence:
    """Each number of a row that has nothing but numbers and fates behind its heading belongs to the fate behind it."""
    words = sentence.words
    if ":" not in words[1:8]:
        return sentence
    colon = words.index(":", 1)
    pairs: list[tuple[int, int]] = []
    at = colon + 1
    while at < len(words):
        if words[at] in {",", "and", ";", ".", "/"}:
            at += 1
            continue
        if sentence.upos[at] != "NUM" or at + 1 >= len(words) or words[at + 1] not in _FATES:
            return sentence
        pairs.append((at, at + 1))
        at += 2
    if not pairs:
        return sentence
    first = pairs[0][1]
    heads, deprels, upos = list(sentence.heads), list(sentence.deprels), list(sentence.upos)
    heading = next((at for at in range(colon) if not 0 <= heads[at] < colon), 0)
    for at in range(len(words)):
        if at < colon and (at == heading or 0 <= heads[at] < colon):
            continue
        heads[at], deprels[at] = first, "punct"
    heads[heading], deprels[heading] = first, "obl:unmarked"
    for number, fate in pairs:
        heads[number], deprels[number] = fate, "nsubj:pass"
        heads[fate], deprels[fate], upos[fate] = first, "conj", "VERB"
    heads[first], deprels[first] = -1, "root"
    told = tuple(Predicate(fate, (Argument(number, "ARG1"),)) for number, fate in pairs)
    return replace(sentence, heads=tuple(heads), deprels=tuple(deprels), upos=tuple(upos), predicates=told)
