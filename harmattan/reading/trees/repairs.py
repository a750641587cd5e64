"""Mends trees that a small parser draws wrongly and whose own words show it.

- A finite verb that has lost its subject to the phrase before it: "At the start of the rebellion, Islamist groups
  including A and B, fought ...".
- A past tense taken for a participle: "The missiles targeted two schools", where a participle behind its noun would
  have no object of its own.
- A "by" right behind a passive verb that hangs elsewhere.
- A name drawn across a verb: "MUJAO attacked Kidal".
- A verb right behind a name, taken for what qualifies the noun behind it: "M23 seized control of Goma".
- A number drawn to a noun across a verb: "killing five and wounding eleven others".
- The last of a list of nouns, coordinated with the verb: "killed the mayor and his driver".
- The subject of what is said, drawn to who says it behind: "Four people died, police said".
- Who is held to be something, drawn as the subject of it: "found the general guilty".
- The second of two, drawn as what the first one is: "the mayor and two of his guards".
- Who is shot dead, where the tree has "dead" for what they were before: "shot dead two men".
- What a verb of force leads to, drawn to a noun or to another verb, and who is so struck: "set the
  granaries ablaze", "stabbed to death two traders".
- A number right behind a verb that counts nothing else: "kill 3, abduct 20".
- A place at the head of a clause, drawn as what qualifies the subject behind it: "at Kagara gunmen took 42 people".
- A day so drawn: "on the 15th insurgents attacked"; and a phrase that opens a clause, drawn to the verb of the clause
  before: "...; in Gao they burnt six shops".
- A name behind a verb, drawn as the rest of a noun before it: "fighters overran Jibiya".
- An active verb's subject and object, both drawn as what a passive undergoes: "armed men kidnapped 30 students".
- The subject of a clause with "where" or "when", drawn to the noun before: "in Jowhar, where the governor was killed".
- A verb's object without a preposition, drawn as what only goes with it: "struck the railway station".
- A noun before the noun it goes with, both drawn as what undergoes the verb: "the drug dealers were arrested".
- Who a person is, drawn as somebody beside them: "legal adviser Ana Ruiz was shot".
- One of a list, drawn as beside the deed or as what another is: "the murder of a judge, her driver and a guard".
- What somebody has, drawn as a part of its owner: "Perez's brother-in-law".
- The "up to" of a number, drawn to the verb: "will send up to 75 trainers".
- A past tense, coordinated with an infinitive: "refused to fight and returned on foot".
- What an act brought, drawn to the scene that it broke into: "fired on men who were praying, killing two".
"""

from __future__ import annotations

from dataclasses import replace

from harmattan.reading.marks import Argument, Sentence
from harmattan.reading.trees.adrift import adrift, bare_subjects, before_the_speaker, capitals_by_name
from harmattan.reading.trees.away import away
from harmattan.reading.trees.bounds import bounds
from harmattan.reading.trees.bulletins import spelt_out
from harmattan.reading.trees.clauses import active, counted, joint_speakers, of_the_speaker, speakers
from harmattan.reading.trees.deeds import (
    dated_doers,
    further_deeds,
    one_object,
    own_clauses,
    reported,
    shares_of,
    torn_deeds,
)
from harmattan.reading.trees.described import described
from harmattan.reading.trees.hanging import MEASURES, hung
from harmattan.reading.trees.harm import harmed
from harmattan.reading.trees.lists import no_appositions, suffering
from harmattan.reading.trees.misread_nouns import (
    done_as_nouns,
    meaning_to,
    numbering,
    so_many_more,
    two_forces,
)
from harmattan.reading.trees.of_both import of_both
from harmattan.reading.trees.own_acts import own_acts
from harmattan.reading.trees.owners import owned
from harmattan.reading.trees.passives import counted_passives, goes_on, having_done
from harmattan.reading.trees.second_verbs import (
    also_hurt,
    hurt_beside,
    listed_behind,
    objects_behind,
    planned_and_done,
)
from harmattan.reading.trees.strays import gathered
from harmattan.reading.trees.tellers import nearest_group, said_when, told_to
from harmattan.reading.trees.triggers import only_with
from harmattan.reference.inflection import past_forms

_SUBJECTS = ("nsubj", "csubj", "expl")
_LOOSE = frozenset(["conj", "appos", "list", "dep", "parataxis", "nmod", "orphan"])
_NOUNS = frozenset(["NOUN", "PROPN"])
_PAST = ("ed", "took", "won", "lost", "held", "hit", "shot", "struck", "made", "said")
_BETWEEN = frozenset(["PUNCT", "ADV"])
_BEGINNING = frozenset("opened began resumed erupted".split())
"""Past tenses without an object, which a noun does: "New talks opened in Geneva"."""
_STRAY = frozenset(["flat", "obl:unmarked", "nmod:unmarked", "dep", "compound"])
_SETTING = frozenset(["set", "sets", "setting"])
_PAST_TENSES = frozenset(
    form
    for lemma in """return leave withdraw go come retreat flee move march walk fall begin refuse decline fail threaten
    attempt try want agree promise plan order ask tell start choose decide seek attack fire kill burn loot seize take
    surrender defect desert join turn cross enter reach drive give call urge launch announce impose suspend expel
    recall deploy declare arrest detain sign reject close block ban accuse condemn welcome praise summon visit
    meet""".split()
    for form in past_forms(lemma)
)
_AFLAME = frozenset(["ablaze", "alight", "afire"])
_WHERE = frozenset(["where", "when"])
_PLACING = frozenset(["in", "at", "near", "outside"])
_BRINGING = frozenset(
    "killing wounding injuring hurting leaving abducting kidnapping burning destroying".split()
)
"""Participles of what an act of force brings."""
_CARRYING = frozenset(
    """escorting carrying transporting guarding ferrying delivering bringing taking returning travelling traveling
    heading going coming fleeing driving protecting accompanying working preparing gathering attending grazing
    patrolling sheltering selling fishing farming praying sleeping waiting queuing queueing celebrating""".split()
)
"""Participles of what those were about whom an act of force struck."""


def mended(sentence: Sentence) -> Sentence:
    """The sentence with these mistakes mended, where they are made."""
    root = next((index for index, head in enumerate(sentence.heads) if head < 0), None)
    if root is None:
        return sentence
    sentence, root = _finite(sentence, root)
    sentence, root = _qualifying(sentence, root)
    for mend in (
        owned,
        bounds,
        active,
        counted,
        speakers,
        joint_speakers,
        of_the_speaker,
        spelt_out,
        told_to,
        said_when,
        nearest_group,
        own_acts,
        reported,
        one_object,
        own_clauses,
        shares_of,
        torn_deeds,
        further_deeds,
        goes_on,
        counted_passives,
        having_done,
        dated_doers,
        gathered,
        harmed,
        _split_numbers,
        numbering,
        meaning_to,
        so_many_more,
        two_forces,
        done_as_nouns,
        planned_and_done,
        also_hurt,
        hurt_beside,
        objects_behind,
        listed_behind,
        adrift,
        before_the_speaker,
        _split_lists,
        of_both,
        _small_clauses,
        _told_subjects,
        _coordinated,
        _shot_dead,
        _outcomes,
        _bare_numbers,
        _bare_objects,
        _fronted_places,
        _fronted_names,
        _fronted_days,
        _fronted_phrases,
        _torn_objects,
        capitals_by_name,
        _two_subjects,
        bare_subjects,
        described,
        suffering,
        no_appositions,
        _clause_subjects,
        _scenes,
        _done_after_all,
        away,
    ):
        sentence = mend(sentence)
    root = next(index for index, head in enumerate(sentence.heads) if head < 0)
    for agent, verb in _lost_agents(sentence):
        sentence = hung(sentence, agent, verb, "obl:agent")
    subject = _torn_name(sentence, root)
    if subject is None:
        subject = _lost_subject(sentence, root)
    return sentence if subject is None else hung(sentence, subject, root, "nsubj")


def _finite(sentence: Sentence, root: int) -> tuple[Sentence, int]:
    """A noun at the root whose participle has an object: the participle is the sentence's verb."""
    if sentence.upos[root] not in _NOUNS:
        return sentence, root
    for verb in sentence.dependants(root, "acl", "amod"):
        if sentence.deprels[verb] not in {"acl", "amod"} or sentence.upos[verb] != "VERB" or verb < root:
            continue
        infinitive = any(sentence.words[child] == "to" for child in sentence.dependants(verb, "mark"))
        if sentence.words[verb].endswith("ing") or infinitive:
            continue
        begun = sentence.words[verb] in _BEGINNING and not sentence.dependants(verb, "obl:agent")
        if not (sentence.dependants(verb, "obj") or begun):
            continue
        if sentence.dependants(verb, *_SUBJECTS, "aux"):
            continue
        return hung(hung(sentence, verb, -1, "root"), root, verb, "nsubj"), verb
    return sentence, root


def _qualifying(sentence: Sentence, root: int) -> tuple[Sentence, int]:
    """A noun at the root with a name and a past tense before it, and no article: the verb is the sentence's."""
    if sentence.upos[root] not in _NOUNS or sentence.dependants(root, *_SUBJECTS, "cop", "det", "nummod"):
        return sentence, root
    for verb in sentence.dependants(root, "amod"):
        past = sentence.upos[verb] == "VERB" and sentence.words[verb].endswith(_PAST)
        names = [
            name
            for name in sentence.dependants(root, "compound", "nmod")
            if name < verb and sentence.upos[name] in _NOUNS and sentence.subtree(name)[-1] == verb - 1
        ]
        if past and verb < root and names:
            sentence = hung(sentence, names[0], verb, "nsubj")
            return hung(hung(sentence, verb, -1, "root"), root, verb, "obj"), verb
    return sentence, root


@only_with("nummod")
def _split_numbers(sentence: Sentence) -> Sentence:
    """A number whose noun lies behind another verb counts somebody by itself."""
    for number, head in enumerate(sentence.heads):
        if sentence.deprels[number] != "nummod" or head <= number:
            continue
        between = [index for index in range(number + 1, head) if sentence.upos[index] == "VERB"]
        before = [index for index in range(number) if sentence.upos[index] == "VERB"]
        if not between or not before or sentence.heads[between[-1]] not in (number, head, before[-1]):
            continue
        if sentence.deprels[between[-1]] == "amod" and {"and", ",", "-"}.isdisjoint(
            sentence.words[number:head]
        ):
            continue  # "killed 17 displaced people"
        verb, earlier = between[-1], before[-1]
        counted_by_verb = sentence.heads[head] == earlier
        sentence = hung(hung(sentence, number, earlier, "obj"), verb, earlier, "conj")
        if counted_by_verb:
            sentence = hung(sentence, head, verb, "obj")
    return sentence


@only_with("conj", "cc", "obj")
def _split_lists(sentence: Sentence) -> Sentence:
    """A noun behind "and" that hangs on the verb belongs to the list that the verb's object begins."""
    for last, verb in enumerate(sentence.heads):
        if sentence.deprels[last] != "conj" or sentence.upos[last] not in _NOUNS or verb < 0:
            continue
        if sentence.upos[verb] != "VERB" or not sentence.dependants(last, "cc"):
            continue
        objects = [child for child in sentence.dependants(verb, "obj") if verb < child < last]
        if not objects or sentence.dependants(last, *_SUBJECTS, "case", "cop"):
            continue
        first = objects[-1]
        sentence = hung(sentence, last, first, "conj")
        for beside in sentence.dependants(first, "appos"):
            counted = {sentence.words[child] for child in sentence.dependants(beside, "det")} & {"a", "an"}
            if beside < last and counted and sentence.dependants(first, "nummod"):
                sentence = hung(sentence, beside, first, "conj")
    return sentence


@only_with("nsubj", "xcomp")
def _small_clauses(sentence: Sentence) -> Sentence:
    """The subject of a predicate that a verb holds true of somebody is the verb's object, also as its argument."""
    for subject, predicate in enumerate(sentence.heads):
        if sentence.deprels[subject] != "nsubj" or predicate < 0 or sentence.deprels[predicate] != "xcomp":
            continue
        verb = sentence.heads[predicate]
        if sentence.upos[predicate] not in {"ADJ", "NOUN"} or not verb < subject < predicate:
            continue
        sentence = hung(sentence, subject, verb, "obj")
        predicates = tuple(
            replace(
                told,
                arguments=tuple(
                    replace(argument, head=subject) if argument.head == predicate else argument
                    for argument in told.arguments
                ),
            )
            if told.index == verb
            else told
            for told in sentence.predicates
        )
        sentence = replace(sentence, predicates=predicates)
    return sentence


@only_with("nsubj", "ccomp")
def _told_subjects(sentence: Sentence) -> Sentence:
    """Of two subjects of a verb of saying, what is said standing between them, the first belongs to what is said."""
    for index, relation in enumerate(sentence.deprels):
        above = sentence.heads[index]
        if relation != "nsubj" or above < index:
            continue
        between = [child for child in sentence.dependants(above, "ccomp") if index < child < above]
        if len(between) != 1 or sentence.dependants(between[0], *_SUBJECTS):
            continue
        if any(between[0] < other < above for other in sentence.dependants(above, "nsubj")):
            sentence = hung(sentence, index, between[0], "nsubj")
    return sentence


@only_with("appos", "cc")
def _coordinated(sentence: Sentence) -> Sentence:
    """What an "and" opens stands beside what is before it, and does not say what that is."""
    deprels = tuple(
        "conj"
        if relation == "appos" and any(child < index for child in sentence.dependants(index, "cc"))
        else relation
        for index, relation in enumerate(sentence.deprels)
    )
    return sentence if deprels == sentence.deprels else replace(sentence, deprels=deprels)


@only_with(words=["dead"])
def _shot_dead(sentence: Sentence) -> Sentence:
    """ "Shot dead" is what was done to the noun behind, whatever the tree has it for."""
    for verb, after in enumerate(sentence.words[1:]):
        if after == "dead" and sentence.words[verb] == "shot":
            sentence = _left_dead(sentence, verb, verb + 1)
    return sentence


def _left_dead(sentence: Sentence, verb: int, dead: int) -> Sentence:
    heads, deprels, upos = list(sentence.heads), list(sentence.deprels), list(sentence.upos)
    sentence = _told_of_the_dead(sentence, verb, dead)
    if sentence.heads[dead] == verb and sentence.dependants(verb, "obj"):
        return sentence
    noun = heads[dead]
    qualifies = noun > dead and upos[noun] in _NOUNS and deprels[dead] == "amod"
    told = "nsubj" in deprels[:verb] and noun not in sentence.subtree(verb)
    if qualifies and upos[verb] == "NOUN" and told:
        # "Men in a pick-up shot dead three policemen", where the policemen were the sentence
        heads[verb], deprels[verb], upos[verb] = heads[noun], deprels[noun], "VERB"
        heads[noun], deprels[noun] = verb, "obj"
        for child in sentence.children[noun]:
            if child < verb or deprels[child] == "punct":
                heads[child] = verb
        sentence = replace(sentence, heads=tuple(heads), deprels=tuple(deprels), upos=tuple(upos))
    if upos[verb] == "VERB" and (qualifies or heads[dead] == verb):
        sentence = hung(sentence, dead, verb, "xcomp")
    return sentence


def _told_of_the_dead(sentence: Sentence, verb: int, dead: int) -> Sentence:
    """ "Gunmen shot dead a teacher", where the tree has a teacher that is dead: he is shot, and the gunmen shoot."""
    heads, deprels = list(sentence.heads), list(sentence.deprels)
    if sentence.upos[verb] != "VERB" or sentence.dependants(verb, "aux:pass", "obj"):
        return sentence
    noun = next((child for child in sentence.dependants(dead, "nsubj") if child > dead), None)
    doer = next((child for child in sentence.dependants(verb, "nsubj") if child < verb), None)
    if noun is None and heads[dead] > dead and deprels[dead] == "amod" and deprels[verb] == "acl":
        noun, doer = heads[dead], heads[verb]
        if doer < 0 or doer > verb or deprels[doer] != "nsubj" or heads[doer] not in {dead, noun}:
            return sentence
        above, relation = heads[noun], deprels[noun]
        for child in (*sentence.children[noun], *sentence.children[dead]):
            if child < verb or (deprels[child] == "punct" and child > noun):
                heads[child] = verb
        heads[verb], deprels[verb] = above, relation
    if noun is None or doer is None or sentence.upos[noun] not in _NOUNS:
        return sentence
    heads[noun], deprels[noun] = verb, "obj"
    heads[dead], deprels[dead] = verb, "xcomp"
    heads[doer], deprels[doer] = verb, "nsubj"
    told = {doer: "ARG0", noun: "ARG1"}
    predicates = tuple(
        replace(
            one,
            arguments=(
                *(argument for argument in one.arguments if argument.head not in told),
                *(Argument(head, label) for head, label in told.items()),
            ),
        )
        if one.index == verb
        else one
        for one in sentence.predicates
    )
    return replace(sentence, heads=tuple(heads), deprels=tuple(deprels), predicates=predicates)


@only_with(words={*_AFLAME, "death"})
def _outcomes(sentence: Sentence) -> Sentence:
    """A house that is set "ablaze" is so set, and who is burned "to death" is so by the verb right before."""
    for index, word in enumerate(sentence.words):
        head = sentence.heads[index]
        if word in _AFLAME and head >= 0 and sentence.words[head] in _SETTING:
            sentence = hung(sentence, index, head, "xcomp")
        elif word in _AFLAME and head >= 0 and sentence.upos[head] in _NOUNS:
            verb = sentence.heads[head]
            if verb >= 0 and sentence.words[verb] in _SETTING:
                sentence = hung(sentence, index, verb, "xcomp")
        elif (
            word == "death"
            and index > 1
            and sentence.words[index - 1] == "to"
            and sentence.upos[index - 2] == "VERB"
        ):
            verb = index - 2
            sentence = hung(sentence, index, verb, "obl")
            bare = (noun for noun in sentence.dependants(verb, "obl") if noun > index)
            struck = next((noun for noun in bare if not sentence.dependants(noun, "case")), None)
            if struck is not None:  # "stabbed to death two traders"
                sentence = hung(sentence, struck, verb, "obj")
    return sentence


def _bare_numbers(sentence: Sentence) -> Sentence:
    """A number right behind a verb that counts nothing behind it is the verb's object: "kill 3, abduct 20"."""
    for index, upos in enumerate(sentence.upos):
        verb = index - 1
        if (
            upos != "NUM"
            or verb < 0
            or sentence.upos[verb] != "VERB"
            or sentence.deprels[index] not in _STRAY
        ):
            continue
        behind = sentence.upos[index + 1 : index + 2]
        if behind in ((), ("ADP",), ("PUNCT",), ("CCONJ",)) and not sentence.dependants(verb, "obj"):
            sentence = hung(sentence, index, verb, "obj")
    return sentence


def _bare_objects(sentence: Sentence) -> Sentence:
    """A noun right behind a verb without an object, and no preposition by it, is the object: "struck the station",
    "killed at least 50 civilians".
    """
    for index, relation in enumerate(sentence.deprels):
        verb = sentence.heads[index]
        if relation not in {"obl", "obl:unmarked"} or sentence.upos[index] != "NOUN" or not 0 <= verb < index:
            continue
        if sentence.upos[verb] != "VERB" or (index > verb + 1 and sentence.heads[verb + 1] <= verb):
            continue  # The phrase does not begin right behind the verb.
        if sentence.dependants(verb, "obj", "aux:pass", "compound:prt"):
            continue
        first = sentence.subtree(index)[0]
        if first != verb + 1 or sentence.dependants(index, "case", "nmod:poss"):
            continue
        at_least = sentence.words[first : first + 2] in _AT_LEAST
        if sentence.words[index] in MEASURES or (relation == "obl:unmarked" and not at_least):
            continue
        sentence = hung(sentence, index, verb, "obj")
    return sentence


_AT_LEAST = (("at", "least"), ("at", "most"), ("more", "than"), ("as", "many"))


def _lost_agents(sentence: Sentence) -> list[tuple[int, int]]:
    """Phrases with "by" right behind a passive verb that hang on something before it, and the verb."""
    lost = []
    for index, word in enumerate(sentence.words[:-1]):
        verb, agent = index - 1, sentence.heads[index]
        if word != "by" or verb < 0 or agent < index or not sentence.dependants(verb, "aux:pass"):
            continue
        nominal = sentence.upos[agent] in _NOUNS and sentence.deprels[agent] in {"nmod", "obl", "appos"}
        if nominal and 0 <= sentence.heads[agent] < verb:
            lost.append((agent, verb))
    return lost


def _torn_name(sentence: Sentence, verb: int) -> int | None:
    """A noun before a verb without a subject, drawn as a part of a name behind it: "MUJAO attacked Kidal"."""
    if sentence.upos[verb] != "VERB" or sentence.dependants(verb, *_SUBJECTS):
        return None
    torn = (
        index
        for index in range(verb)
        if sentence.deprels[index] in {"flat", "compound"} and sentence.heads[index] > verb
    )
    return next((index for index in torn if sentence.upos[index] in _NOUNS), None)


def _lost_subject(sentence: Sentence, verb: int) -> int | None:
    """The phrase right before a verb without a subject that hangs loosely on an earlier one, without an "and"."""
    word = sentence.words[verb]
    if sentence.upos[verb] != "VERB" or word.endswith("ing") or sentence.dependants(verb, *_SUBJECTS):
        return None
    best: int | None = None
    for index in range(verb):
        counting = sentence.deprels[index] == "nsubj" and sentence.upos[sentence.heads[index]] == "NUM"
        if sentence.upos[index] not in _NOUNS or not (counting or sentence.deprels[index] in _LOOSE):
            continue
        if sentence.dependants(index, "cc", "case"):
            continue
        below = sentence.subtree(index)
        opens = below[0] > 0 and sentence.words[below[0] - 1] == ","
        opens = opens or sentence.words[below[0]] == ","
        rest = range(below[-1] + 1, verb)
        if verb not in below and opens and all(sentence.upos[between] in _BETWEEN for between in rest):
            best = index if best is None else best
    return best


@only_with("case", "compound")
def _fronted_places(sentence: Sentence) -> Sentence:
    """A place at the head of a clause, drawn as what qualifies its subject: "at Kagara gunmen took 42 people"."""
    for case, head in enumerate(sentence.heads):
        last = head - 1
        if sentence.words[case] not in _PLACING or sentence.deprels[case] != "case" or last <= case:
            continue
        if any(
            sentence.upos[at] != "PROPN" or not sentence.tokens[at].text[:1].isupper()
            for at in range(case + 1, head)
        ):
            continue
        if sentence.upos[head] != "NOUN" or sentence.tokens[head].text[:1].isupper():
            continue
        name = [at for at in range(case + 1, head) if sentence.heads[at] == head]
        verb, relation = sentence.heads[head], sentence.deprels[head]
        if (
            len(name) != 1
            or sentence.deprels[name[0]] != "compound"
            or verb <= head
            or sentence.upos[verb] != "VERB"
        ):
            continue
        if relation not in {"obl", "nsubj", "nsubj:pass"}:
            continue
        if relation == "obl" and sentence.dependants(verb, *_SUBJECTS):
            continue
        passive = bool(sentence.dependants(verb, "aux:pass"))
        sentence = hung(sentence, name[0], verb, "obl")
        sentence = hung(sentence, case, name[0], "case")
        sentence = hung(sentence, head, verb, "nsubj:pass" if passive else "nsubj")
    return sentence


def _fronted_names(sentence: Sentence) -> Sentence:
    """A name that opens a sentence behind "at" or "in", a number behind it: "At Aato 14 policemen were killed"."""
    if not sentence.words or sentence.words[0] not in _PLACING or not sentence.tokens[0].text[:1].isupper():
        return sentence
    stop = 1
    while stop < len(sentence) and sentence.upos[stop] == "PROPN":
        stop += 1
    last = stop - 1
    if last < 1 or stop >= len(sentence) or sentence.upos[stop] != "NUM" or sentence.words[last] in _MONTHS:
        return sentence
    subject = sentence.heads[last]
    if subject <= stop or sentence.deprels[last] not in {"compound", "nmod", "flat"}:
        return sentence
    verb = sentence.heads[subject]
    if sentence.deprels[subject] not in _SUBJECTS_TOO or verb <= subject or sentence.upos[verb] != "VERB":
        return sentence
    return hung(hung(sentence, last, verb, "obl"), 0, last, "case")


_SUBJECTS_TOO = frozenset(["nsubj", "nsubj:pass"])
_MONTHS = frozenset(
    """january february march april may june july august september october november december spring summer autumn
    winter monday tuesday wednesday thursday friday saturday sunday""".split()
)


@only_with("amod", "obl", words=["on"])
def _fronted_days(sentence: Sentence) -> Sentence:
    """A day of the month at the head of a clause, drawn as what qualifies its subject."""
    for day, head in enumerate(sentence.heads):
        if head != day + 1 or sentence.deprels[day] != "amod" or not _is_ordinal(sentence.words[day]):
            continue
        verb = sentence.heads[head]
        if sentence.deprels[head] != "obl" or verb < head or sentence.upos[head] != "NOUN":
            continue
        if sentence.words[day - 2 : day] != ("on", "the") or sentence.dependants(verb, *_SUBJECTS):
            continue
        passive = bool(sentence.dependants(verb, "aux:pass"))
        sentence = hung(sentence, day, verb, "obl")
        for before, relation in ((day - 2, "case"), (day - 1, "det")):
            sentence = hung(sentence, before, day, relation)
        sentence = hung(sentence, head, verb, "nsubj:pass" if passive else "nsubj")
    return sentence


def _is_ordinal(word: str) -> bool:
    return word[:-2].isdecimal() and word[-2:] in {"st", "nd", "rd", "th"}


@only_with("nsubj", "obl", words=[",", ";", ":"])
def _fronted_phrases(sentence: Sentence) -> Sentence:
    """A phrase of place or time between a comma and the subject of the verb behind it opens that verb's clause."""
    for subject, verb in enumerate(sentence.heads):
        if sentence.deprels[subject] not in {"nsubj", "nsubj:pass"} or verb < subject:
            continue
        start = sentence.subtree(subject)[0]
        for head in (start - 1, start - 2):
            if head < 2 or sentence.deprels[head] != "obl" or not 0 <= sentence.heads[head] < head:
                continue
            below = sentence.subtree(head)
            opens = sentence.words[below[0] - 1 : below[0]] in ((",",), (";",), (":",))
            cased = sentence.dependants(head, "case") == [below[0]] if below else False
            ends = below[-1] == start - 1 or (below[-1] == start - 2 and sentence.words[start - 1] == ",")
            whole = below[-1] - below[0] + 1 == len(below)
            if opens and cased and ends and whole and sentence.heads[verb] < head:
                sentence = hung(sentence, head, verb, "obl")
    return sentence


@only_with("flat")
def _torn_objects(sentence: Sentence) -> Sentence:
    """A name right behind a verb without an object that is drawn as the rest of its subject is its object."""
    for name, subject in enumerate(sentence.heads):
        verb = name - 1
        if sentence.deprels[name] != "flat" or sentence.upos[name] != "PROPN" or not 0 <= subject < verb:
            continue
        if (
            sentence.upos[verb] != "VERB"
            or sentence.heads[subject] != verb
            or sentence.dependants(verb, "obj")
        ):
            continue
        if not sentence.dependants(verb, "aux:pass"):
            sentence = hung(sentence, name, verb, "obj")
    return sentence


@only_with("nsubj:pass")
def _two_subjects(sentence: Sentence) -> Sentence:
    """Two that undergo a verb without an auxiliary, one before it and one behind: the first does it to the second. Two
    nouns side by side are one that undergoes it: "the drug dealers were arrested".
    """
    for verb, upos in enumerate(sentence.upos):
        if upos != "VERB":
            continue
        undergoing = sentence.dependants(verb, "nsubj:pass")
        if len(undergoing) == 2 and undergoing[1] == undergoing[0] + 1:
            if sentence.upos[undergoing[0]] == sentence.upos[undergoing[1]] == "NOUN":
                sentence = hung(sentence, undergoing[0], undergoing[1], "compound")
            continue
        if sentence.dependants(verb, "aux:pass", "obj"):
            continue
        if len(undergoing) == 2 and undergoing[0] < verb < undergoing[1]:
            sentence = hung(sentence, undergoing[0], verb, "nsubj")
            sentence = hung(sentence, undergoing[1], verb, "obj")
    return sentence


@only_with("advmod", words=_WHERE)
def _clause_subjects(sentence: Sentence) -> Sentence:
    """The noun between "where" and a verb without a subject is its subject, whatever the tree hangs it on."""
    for verb, relation in enumerate(sentence.deprels):
        if relation not in {"acl:relcl", "advcl"} or sentence.dependants(verb, *_SUBJECTS):
            continue
        opened = [at for at in sentence.dependants(verb, "advmod") if sentence.words[at] in _WHERE]
        helpers = [
            at for at in sentence.dependants(verb, "aux", "aux:pass", "advmod") if opened and at > opened[0]
        ]
        if not opened or opened[0] > verb:
            continue
        stop = min([verb, *helpers])
        for noun in range(stop - 1, opened[0], -1):
            below = sentence.subtree(noun)
            if sentence.upos[noun] not in _NOUNS or opened[0] < sentence.heads[noun] <= verb:
                continue
            if below[0] == opened[0] + 1 and below[-1] == stop - 1 and not sentence.dependants(noun, "case"):
                passive = bool(sentence.dependants(verb, "aux:pass"))
                return hung(sentence, noun, verb, "nsubj:pass" if passive else "nsubj")
    return sentence


@only_with("advcl", words=_BRINGING)
def _scenes(sentence: Sentence) -> Sentence:
    """What an act brought, drawn to the scene that it broke into: "opened fire on mourners who were returning from a
    burial, killing 23" was no doing of the mourners, nor "ambushed a convoy carrying food, killing 9" the convoy's.
    """
    for brought, scene in enumerate(sentence.heads):
        if sentence.words[brought] not in _BRINGING or sentence.deprels[brought] != "advcl" or scene < 0:
            continue
        if sentence.words[brought - 1 : brought] != (",",) or scene > brought:
            continue
        going_on = sentence.words[scene].endswith("ing")
        lasting = going_on and sentence.dependants(scene, "aux")
        carried = going_on and sentence.deprels[scene] == "acl" and sentence.words[scene] in _CARRYING
        if not (carried or (lasting and sentence.deprels[scene] in {"acl:relcl", "advcl"})):
            continue
        above = (at for at in sentence.ancestors(scene) if sentence.upos[at] == "VERB")
        act = next(above, None)
        if act is not None and act < scene:
            sentence = hung(sentence, brought, act, "advcl")
    return sentence


@only_with("conj", "mark")
def _done_after_all(sentence: Sentence) -> Sentence:
    """A past tense beside an infinitive goes on from the verb above: "refused to fight and returned on foot"."""
    for verb, relation in enumerate(sentence.deprels):
        above = sentence.heads[verb]
        if relation != "conj" or sentence.upos[verb] != "VERB" or sentence.words[verb] not in _PAST_TENSES:
            continue
        marks = {sentence.words[child] for child in sentence.dependants(above, "mark")}
        governor = sentence.heads[above]
        if "to" not in marks or sentence.upos[above] != "VERB" or governor < 0:
            continue
        if sentence.deprels[above] not in {"xcomp", "advcl"} or sentence.dependants(
            verb, "nsubj", "aux", "aux:pass", "mark"
        ):
            continue
        if sentence.words[above] in _PAST_TENSES or sentence.words[governor] not in _PAST_TENSES:
            continue
        sentence = hung(sentence, verb, governor, "conj")
    return sentence
