"""Who fills which place of a predicate: PropBank's arguments, completed by the dependency tree.

The encoder's argument head finds long-distance arguments that a tree walk misses, the tree finds those the
head misses; where both speak, PropBank's label wins. Labels are PropBank's ("ARG0") and, for everything that
hangs on a preposition, the preposition itself ("against"), since a lexicon entry names those.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from harmattan.reading.marks import Sentence
from harmattan.reading.trees.phrases import NOMINAL, conjuncts, preposition
from harmattan.reference.inflection import forms_of_all

_SHARES = frozenset(
    """half third quarter most many some any none all each both several few part rest remainder majority bulk
    last""".split()
)
_CORE = frozenset(["ARG0", "ARG1", "ARG2", "ARG3", "ARG4"])
_SUBJECTS = NOMINAL | {"DET"}
_SUBJECTLESS = frozenset(["xcomp", "advcl", "conj", "ccomp"])
_BEHIND_OBJECT = frozenset(["on", "against", "to", "upon", "from"])
_OWN_DOING = frozenset(
    "join joins joined joining take took use used make made have had vowed promised threatened".split()
)
"""Verbs whose subject, not whose object, does what the infinitive behind says: "joined forces to expel"."""
_GOING_AWAY = frozenset(
    "withdrawal withdrawals pullout pull-out departure evacuation exit drawdown repatriation removal".split()
)
"""Nouns of going away: of "the withdrawal of its soldiers from Mali" Mali is where from."""
_SUFFERED = frozenset(
    """assassination assassinations murder murders slaying slayings kidnapping kidnappings kidnaping abduction
    abductions beheading lynching""".split()
)
"""What somebody is said to have before the noun who suffered it: "Garcia's murder"."""
_JUDGING = forms_of_all(
    "sentence convict jail charge indict try prosecute condemn investigate imprison acquit"
)
_DEALT = frozenset(
    "attacks raids strikes airstrikes assaults bombings incursions ambushes offensive offensives".split()
)
"""What somebody is said to have before the noun who does it."""
_NO_DOERS = frozenset(["for", "in", "at", "on", "during", "near"])
"""Prepositions that nobody has who does what a noun tells: "the shelling of a camp for refugees"."""
_BEARINGS = frozenset(
    "north south east west northeast northwest southeast southwest upstream downstream".split()
)
"""Directions, of which what they are told from is no argument: "beheaded two men in Pangane, north of Mucojo"."""
_NOT_BY = frozenset(["on", "to", "for", "against"])
"""Prepositions of whom a deed is laid on, drawn at times as who lays it: "an attack blamed on the Front"."""
CARRIED_OUT = frozenset(
    "carried perpetrated committed conducted launched staged mounted executed orchestrated waged unleashed".split()
)
"""Participles of what is done to an attack: "an attack carried out by rebels"."""
_STRUCK_BEHIND = frozenset(["on", "against"])
_ENDING = forms_of_all("come lie leave find end emerge go")
"""Verbs whose complement tells how their subject is in the end."""
_DOERS = frozenset(["PerpInd", "PerpOrg"])
_SURE = 0.7
"""How likely a mark has to be to gainsay the tree."""
_RANKS = frozenset("first second third worst latest biggest largest".split())
_PARTICLES = frozenset(["off", "up", "down", "over", "out", "back", "away"])
_COMPLETING = frozenset(["xcomp", "ccomp", "advcl", "acl"])
_ACCUSING = ("accus", "suspect", "convict", "blam")
"""How verbs begin whose object does what the gerund behind says: "accused them of using force"."""
_PARTICIPLES = ("ed", "en", "shot", "slain", "burnt", "cut", "taken", "held", "hung", "beaten")
_INTRANSITIVE = frozenset(
    """died fled escaped arrived returned retreated fired collapsed surrendered responded replied survived succumbed
    crashed exploded vanished disappeared remained marched advanced withdrew perished bled suffered lived""".split()
)
"""Past tenses that end like participles, of what a subject does itself."""
_GIVING = forms_of_all("give grant allow")
_TERMS = frozenset("months month weeks week days day hours hour years year time".split())
_WISHING = forms_of_all("want like")
_DECISIONS = frozenset(
    """plan plans decision decisions intention intentions promise promises pledge pledges offer offers vow threat
    threats refusal willingness readiness talks negotiations discussions agreement deal accord proposal
    commitment""".split()
)
"""Nouns whose infinitive tells what somebody means to do."""
_DECIDING = forms_of_all(
    """have make announce unveil take reach sign confirm renew repeat shelve scrap drop cancel abandon postpone keep
    defend reverse reaffirm deny"""
)
"""Verbs whose subject is whose plan their object is."""
_PARTS = frozenset(["involvement", "participation", "complicity", "role", "responsibility"])
_DENYING = forms_of_all("deny reject refute dismiss")
"""Whose part in a deed is denied did not do it by that."""
_TARGETS = frozenset("target targets object victim victims".split())
"""What somebody is "of" an attack who undergoes it."""
_OUTLIVING = forms_of_all("survive escape")
_OUTLIVED = frozenset("attack attacks attempt attempts ambush ambushes assault assaults raid".split())
"""What struck somebody who is said to have come away from it."""
_CALLING = frozenset("call calls called calling appeal appeals appealed appealing".split())


@dataclass
class Arguments:
    """The argument heads of one predicate, by label; each label's heads in text order."""

    by_label: dict[str, list[int]] = field(default_factory=dict)
    of: list[int] = field(default_factory=list)
    """What hangs on an event noun with "of" and is not who acts; it stands under a label too."""
    clauses: dict[str, list[int]] = field(default_factory=dict)
    """What tells meanings apart and fills no field: the verbs of clauses that complete the predicate, by PropBank
    label, "to" or preposition, and all as "clause"; under "of" what hangs on the object ("stripped him of his seat");
    what stands before a noun, by relation.
    """

    def add(self, label: str, head: int) -> None:
        """Adds one head under a label, once."""
        heads = self.by_label.setdefault(label, [])
        if head not in heads and all(head not in others for others in self._core_but(label)):
            heads.append(head)
            heads.sort()

    def _core_but(self, label: str) -> list[list[int]]:
        if label not in _CORE:
            return []
        return [heads for other, heads in self.by_label.items() if other in _CORE and other != label]

    def get(self, label: str) -> list[int]:
        """Heads under a label; none is an empty list."""
        return self.by_label.get(label, [])


def is_passive(sentence: Sentence, index: int) -> bool:
    """Whether a verb stands in the passive, a bare participle behind its noun included ("weapons stolen from")."""
    if sentence.words[index].endswith("ing"):
        # "have been shuttling"; only "being" makes a passive of another word.
        return False
    if sentence.dependants(index, "aux:pass", "obl:agent"):
        return True
    if sentence.dependants(index, "nsubj:pass", "csubj:pass"):
        if _is_doer(sentence, index):
            return False
        # A subject drawn as a passive's before a bare verb with an object: "The mission equipped two battalions".
        return not sentence.dependants(index, "obj") or bool(sentence.dependants(index, "aux"))
    word = sentence.words[index]
    if sentence.deprels[index] in {"advcl", "conj"} and _goes_on_passive(sentence, index):
        return True
    if sentence.deprels[index] == "advcl" and _opens_passive(sentence, index):
        return True
    return (
        sentence.deprels[index] == "acl"
        and not sentence.dependants(index, "nsubj")
        and not word.endswith("ing")
        and not any(sentence.words[child] == "to" for child in sentence.dependants(index, "mark"))
    )


def _is_doer(sentence: Sentence, index: int) -> bool:
    """Whether the encoder holds the subject of what it drew as a passive, without an auxiliary, for who did it: "Armed
    men shot at the offices".
    """
    if sentence.dependants(index, "aux"):
        return False
    return any(
        role.first <= subject < role.stop and role.role in _DOERS and role.score >= _SURE
        for subject in sentence.dependants(index, "nsubj:pass")
        for role in sentence.roles
    )


def _opens_passive(sentence: Sentence, index: int) -> bool:
    """Whether a bare participle with nothing before it opens a sentence: "Driven out of Uganda, the rebels crossed"."""
    opens = index < sentence.heads[index] and sentence.subtree(index)[0] in {index, index - 1}
    return (
        opens
        and sentence.words[index].endswith(_PARTICIPLES)
        and sentence.words[index] not in _INTRANSITIVE
        and not sentence.dependants(index, "nsubj", "obj", "aux", "mark", "xcomp", "ccomp", "advmod:emph")
    )


def _goes_on_passive(sentence: Sentence, index: int) -> bool:
    """Whether a bare participle tells what else was done to the subject of a passive: "was taken away, tortured and
    killed".
    """
    above = sentence.heads[index]
    if above < 0 or sentence.upos[index] != "VERB" or sentence.upos[above] != "VERB":
        return False
    if not sentence.words[index].endswith(_PARTICIPLES) or sentence.words[index] in _INTRANSITIVE:
        return False
    if sentence.dependants(index, "nsubj", "nsubj:pass", "obj", "aux", "mark", "advmod:emph", "ccomp"):
        return False
    if any(sentence.words[end] != "dead" for end in sentence.dependants(index, "xcomp")):
        return False  # "was taken away and shot dead", but "was hit and fell silent"
    return is_passive(sentence, above)


def arguments(sentence: Sentence, index: int, *, tree_only: bool = False) -> Arguments:
    """The arguments of the predicate on token `index`, verbal or nominal; `tree_only` without PropBank's labels."""
    found = Arguments()
    labelled: dict[int, str] = {}
    predicate = sentence.predicate_at.get(index)
    if predicate is not None and not tree_only:
        labelled = {a.head: a.label for a in predicate.arguments if a.label in _CORE and a.head != index}
    if sentence.upos[index] in {"VERB", "AUX"}:
        _verbal(sentence, index, labelled, found)
    else:
        _nominal(sentence, index, labelled, found)
    for heads in found.by_label.values():
        if not _SHARES.isdisjoint([sentence.words[head] for head in heads]):
            heads[:] = sorted({shared(sentence, head) for head in heads})
    for head, label in labelled.items():
        # Where the tree knows somebody for a label, it knows better than the argument head does from afar.
        if found.get(label) or sentence.upos[head] not in NOMINAL:
            continue
        if label == "ARG0" and _judges(sentence, index, head):
            continue
        if _says_so(sentence, index, head) or (label == "ARG0" and _undergone(sentence, index, head)):
            continue
        if not (_inside_clause(sentence, index, head) or _stands_aside(sentence, index, head, label)):
            found.add(label, head)
    _add_clauses(sentence, index, labelled, found)
    return found


def _undergone(sentence: Sentence, index: int, head: int) -> bool:
    """Whether who is given for the doer of a passive shares its subject: "wanted to visit but were refused access"."""
    shared_with = sentence.heads[index] if sentence.deprels[index] == "conj" else -1
    if sentence.upos[index] != "VERB" or not sentence.dependants(index, "aux:pass") or head > index:
        return False
    return sentence.deprels[head] == "nsubj" and sentence.heads[head] in {index, shared_with}


def _judges(sentence: Sentence, index: int, head: int) -> bool:
    """Whether who is given for a deed's doer only judges it: "a court sentenced four men for the killing"."""
    verb = sentence.heads[head]
    if sentence.upos[index] == "VERB" or verb < 0 or not sentence.deprels[head].startswith("nsubj"):
        return False
    return sentence.words[verb] in _JUDGING and verb in sentence.ancestors(index)


def _says_so(sentence: Sentence, index: int, head: int) -> bool:
    """Whether an argument's head is the subject of the verb whose content a predicate tells: "They shot, said Ana"."""
    if not sentence.deprels[head].startswith("nsubj"):
        return False
    for word in (index, *sentence.ancestors(index)):
        if sentence.heads[word] == sentence.heads[head]:
            return sentence.deprels[word] in {"ccomp", "parataxis"} and word < sentence.heads[word] < head
    return False


def _stands_aside(sentence: Sentence, index: int, head: int, label: str) -> bool:
    """Whether the preposition of an argument's head, or the words right before, say that it is none: who says so, and
    what an act is for.
    """
    if label == "ARG0" and sentence.upos[index] == "NOUN":
        part = sentence.heads[head]
        denied = part >= 0 and sentence.words[sentence.heads[part]] in _DENYING
        if preposition(sentence, head) in _NO_DOERS or (denied and sentence.words[part] in _PARTS):
            return True
    start = sentence.subtree(head)[0]
    before = sentence.words[max(0, start - 3) : start + 2]
    return ("according", "to") in pairwise(before)


def shared(sentence: Sentence, head: int) -> int:
    """Of whom a share is spoken of, in place of the share: "half of its soldiers" are soldiers."""
    if sentence.words[head] not in _SHARES:
        return head
    wholes = [below for below in sentence.dependants(head, "nmod") if preposition(sentence, below) == "of"]
    return wholes[0] if wholes and sentence.upos[wholes[0]] in {"NOUN", "PROPN"} else head


def _add_clauses(sentence: Sentence, index: int, labelled: dict[int, str], found: Arguments) -> None:
    """Complements that are clauses: "asked to leave", "accused of looting", "an order to withdraw"."""
    objects = sentence.dependants(index, "obj", "iobj")
    for thing in objects:
        for child in sentence.dependants(thing, "nmod"):
            if preposition(sentence, child) == "of":
                found.clauses.setdefault("of", []).append(child)
    for above in (index, *objects):
        for child in sentence.children[above]:
            kind = sentence.deprels[child]
            if kind not in _COMPLETING or (sentence.upos[child] not in {"VERB", "AUX"} and kind != "xcomp"):
                continue
            opened = [sentence.words[mark] for mark in sentence.dependants(child, "mark", "case")]
            if sentence.deprels[child] in {"advcl", "acl"} and not opened:
                continue
            for label in {"clause", *opened, labelled.get(child, "ARG2" if objects else "ARG1")}:
                found.clauses.setdefault(label, []).append(child)


def _inside_clause(sentence: Sentence, index: int, head: int) -> bool:
    """Whether an argument's head hangs, by another verb's clause, below the predicate: not an argument of its own."""
    for above in sentence.ancestors(head):
        if above == index:
            return False
        if sentence.upos[above] == "VERB" and index in set(sentence.ancestors(above)):
            return True
    return False


def _right_behind(sentence: Sentence, index: int, child: int) -> bool:
    """Whether a verb without an object has the preposition of a phrase right behind it, and no second one."""
    cases = sentence.dependants(child, "case")
    return cases == [index + 1] and not sentence.dependants(index, "obj")


def _phrase(sentence: Sentence, verb: int, child: int, passive: bool, found: Arguments) -> None:
    """Adds a verb's phrase by its preposition, or as who does it."""
    case = preposition(sentence, child)
    if (sentence.deprels[child] == "obl:agent" and case not in _NOT_BY) or (passive and case == "by"):
        found.add("ARG0", child)
    elif case == "in" and sentence.words[child] == "front" and _behind_front(sentence, child):
        for below in _behind_front(sentence, child):
            found.add("outside", below)  # "in front of the embassy"
    elif case == "of" and _is_behind_front(sentence, child):
        found.add("outside", child)
    elif case:
        found.add(case, child)
        if case in _PARTICLES and _right_behind(sentence, verb, child):
            found.add("ARG1", child)  # "sealed off the town", drawn as "off the town"
        if case != "of" and any(sentence.words[c] == "of" for c in sentence.dependants(child, "case")):
            found.add("of", child)  # "pulled out of the union"


def _verbal(sentence: Sentence, index: int, labelled: dict[int, str], found: Arguments) -> None:
    passive = is_passive(sentence, index)
    for child in sentence.children[index]:
        relation = sentence.deprels[child]
        kind = relation.partition(":")[0]
        gerund = sentence.upos[child] == "VERB" and sentence.words[child].endswith("ing")
        if kind == "nsubj" and (gerund or sentence.upos[child] in _SUBJECTS):
            default = "ARG1" if passive else "ARG0"
            label = labelled.get(child, default)
            if relation == "nsubj:pass" and passive and label == "ARG0":
                label = _passive_label(sentence, index, labelled)
            if label != default and default == "ARG0" and sentence.dependants(index, "obj", "xcomp", "ccomp"):
                # What has an object or a complement has not taken its subject for one.
                label = default
            found.add(label, child)
        elif kind == "obj":
            label = labelled.get(child, "ARG1")
            counted = label != "ARG0" and (
                sentence.upos[child] == "NUM" or _is_counted_alone(sentence, index, child)
            )
            found.add("ARG1" if counted else label, child)  # "wounding up to 18"
        elif kind == "iobj":
            alone = not sentence.dependants(index, "obj")
            found.add(labelled.get(child, "ARG1" if alone else "ARG2"), child)
        elif kind in {"obl", "nmod"}:
            _phrase(sentence, index, child, passive, found)
        elif kind == "advmod" and child > index and sentence.words[child] not in _BEARINGS:
            for below in sentence.dependants(child, "obl", "nmod"):
                # "walked away from the talks"
                found.add(preposition(sentence, below) or sentence.words[child], below)
        elif kind == "advcl" and sentence.words[child] == "using":
            _with_means(sentence, child, found)
    for thing in sentence.dependants(index, "obj"):
        # "imposed sharia on the population": the phrase behind the object may be the verb's.
        for child in sentence.dependants(thing, "nmod"):
            case = preposition(sentence, child)
            if case in _BEHIND_OBJECT and not found.get(case):
                found.add(case, child)
        for clause in sentence.dependants(thing, "acl"):
            # "conducted strikes coordinated with the army using drones"
            for using in sentence.dependants(clause, "advcl"):
                if sentence.words[using] == "using":
                    _with_means(sentence, using, found)
    if passive and sentence.deprels[index] == "acl" and not found.get("ARG1"):
        found.add("ARG1", sentence.heads[index])
    subject = "ARG1" if passive else "ARG0"
    if not found.get(subject) and not sentence.dependants(index, "nsubj"):
        takes = not passive and bool(sentence.dependants(index, "obj"))
        for inherited in _inherited_subject(sentence, index):
            # "killed three and wounded six": what has an object has not taken its subject for one.
            label = subject if takes else labelled.get(inherited, subject)
            found.add(subject if passive and label == "ARG0" else label, inherited)


def _passive_label(sentence: Sentence, index: int, labelled: dict[int, str]) -> str:
    """The label of a passive's subject that PropBank has for who acts: "Soldier killed as vehicle hits mine"."""
    if sentence.dependants(index, "aux:pass"):
        return "ARG2" if sentence.dependants(index, "obj") else "ARG1"  # "was refused a visa"
    return "ARG0" if "ARG1" in labelled.values() else "ARG1"


def _is_counted_alone(sentence: Sentence, verb: int, thing: int) -> bool:
    """Whether a verb has one object, which a number counts: "kidnapped up to 30 people"."""
    return bool(sentence.dependants(thing, "nummod")) and len(sentence.dependants(verb, "obj", "iobj")) == 1


def _is_behind_front(sentence: Sentence, child: int) -> bool:
    """Whether "in front" stands before the preposition of a phrase, wherever the tree hangs it."""
    case = min(sentence.dependants(child, "case"), default=0)
    return sentence.words[max(0, case - 2) : case] == ("in", "front")


def _behind_front(sentence: Sentence, front: int) -> list[int]:
    """What something is in front of."""
    return [below for below in sentence.dependants(front, "nmod") if preposition(sentence, below) == "of"]


def _with_means(sentence: Sentence, using: int, found: Arguments) -> None:
    """ "attacked using drones against the camps": the means, and what the tree hangs on them."""
    for thing in sentence.dependants(using, "obj"):
        found.add("using", thing)
        for holder in (using, *conjuncts(sentence, thing)):
            for child in sentence.dependants(holder, "obl", "nmod"):
                case = preposition(sentence, child)
                if case in _BEHIND_OBJECT and not found.get(case):
                    found.add(case, child)


def _inherited_subject(sentence: Sentence, index: int) -> list[int]:
    """The subject a verb shares with the clause above it: by control, coordination or a participle."""
    relation = sentence.deprels[index].partition(":")[0]
    head = sentence.heads[index]
    if head < 0:
        return []
    if relation == "acl" and not is_passive(sentence, index):
        infinitive = any(sentence.words[child] == "to" for child in sentence.dependants(index, "mark"))
        if (
            infinitive
            and sentence.deprels[head] == "obj"
            and sentence.words[sentence.heads[head]] in _WISHING
        ):
            return [head]  # "wants the 800 soldiers in Bor to go"
        return _deciders(sentence, head) if infinitive else [head]
    if relation not in _SUBJECTLESS or (relation == "ccomp" and sentence.dependants(index, "nsubj")):
        return []
    if relation == "ccomp":
        # "ruled out sending troops", "is weighing whether to send them": of who does so it is told
        marks = [sentence.words[mark] for mark in sentence.dependants(index, "mark")]
        gerund = sentence.words[index].endswith("ing") and not sentence.dependants(index, "aux") and not marks
        doer = any(preposition(sentence, child) == "by" for child in sentence.dependants(index, "obl"))
        shares = (gerund and not doer) or marks == ["whether", "to"]
        return sentence.dependants(head, "nsubj") if shares and not is_passive(sentence, head) else []
    if relation in {"xcomp", "advcl"} and sentence.words[head] in _CALLING:
        called = [
            c for c in sentence.dependants(head, "obl") if preposition(sentence, c) in {"on", "to", "upon"}
        ]
        if called:
            return called
    accused = relation == "advcl" and sentence.words[head].startswith(_ACCUSING)
    accused = accused or (relation == "advcl" and _is_given_time(sentence, index, head))
    if (relation == "xcomp" and sentence.words[head] not in _OWN_DOING) or accused:
        objects = sentence.dependants(head, "obj") or sentence.dependants(head, "iobj")
        if objects:
            return objects
    own = sentence.dependants(head, "nsubj")
    if own:
        passive_head = is_passive(sentence, head)
        if relation == "conj" and passive_head != is_passive(sentence, index):
            return own if passive_head else []
        return own
    if sentence.upos[head] in {"VERB", "AUX"}:
        if is_passive(sentence, head) and sentence.deprels[head] == "acl":
            return [sentence.heads[head]]
        return _inherited_subject(sentence, head)
    return []


def _is_given_time(sentence: Sentence, index: int, head: int) -> bool:
    """Whether an infinitive tells what whoever is given a time is to do: "gave the soldiers a month to leave"."""
    opened = next((mark for mark in sentence.dependants(index, "mark") if sentence.words[mark] == "to"), 0)
    return sentence.words[head] in _GIVING and opened > 0 and sentence.words[opened - 1] in _TERMS


def _deciders(sentence: Sentence, noun: int) -> list[int]:
    """Whose plan or promise an infinitive tells: "has no plans to send troops", "Rome's offer to send police"."""
    if sentence.words[noun] not in _DECISIONS:
        return []
    owners = sentence.dependants(noun, "nmod:poss") or sentence.dependants(noun, "nsubj")
    above = sentence.heads[noun]
    if owners or above < 0:
        return owners
    taken = sentence.deprels[noun] == "obj" and sentence.words[above] in _DECIDING
    return sentence.dependants(above, "nsubj") if taken and not is_passive(sentence, above) else []


def _nominal(sentence: Sentence, index: int, labelled: dict[int, str], found: Arguments) -> None:
    for child in sentence.children[index]:
        relation = sentence.deprels[child]
        if relation == "nmod:poss":
            # "Garcia's kidnapping by the rebels": the agent has its own phrase, the possessor suffers.
            beside = {preposition(sentence, other) for other in sentence.dependants(index, "nmod", "obl")}
            suffered = "by" in beside or (sentence.words[index] in _SUFFERED and "of" not in beside)
            if _is_worst_of(sentence, child, index):
                found.add("in", child)
            else:
                label = labelled.get(child, "ARG0")
                others = (head for head in labelled if head != child and labelled[head] == label)
                # "their assault on the town": what is struck has its own phrase.
                label = "ARG0" if label == "ARG1" and next(others, None) is not None else label
                if sentence.upos[child] == "PRON" and sentence.words[index] in _DEALT:
                    label = "ARG0"  # "has resumed its attacks"
                found.add("ARG1" if suffered else label, child)
        elif relation in {"nmod", "obl"}:
            case = preposition(sentence, child)
            if case == "by":
                found.add("ARG0", child)
            elif case == "of":
                label = labelled.get(child, "ARG1")
                found.add(label, child)
                if label != "ARG0":
                    found.of.append(child)
                if sentence.words[index] in _GOING_AWAY:
                    for below in sentence.dependants(child, "nmod"):
                        if preposition(sentence, below) == "from":
                            found.add("from", below)  # "the withdrawal of its soldiers from Mali"
            elif case:
                found.add(case, child)
        elif relation in {"compound", "amod"}:
            struck = labelled.get(child) == "ARG1" and relation == "compound" and _has_object(sentence, index)
            # "RSF shelling of the camp": what is struck has its own phrase.
            found.add("ARG0" if struck else labelled.get(child, relation), child)
            found.clauses.setdefault(relation, []).append(child)
        elif sentence.upos[index] == "ADJ" and relation.startswith("nsubj"):
            found.add("ARG1", child)
        elif relation == "acl" and sentence.words[child] in CARRIED_OUT:
            # "a raid carried out by rebels on a camp": what is struck hangs on the participle.
            for below in sentence.dependants(child, "obl"):
                if preposition(sentence, below) in _STRUCK_BEHIND and below not in labelled:
                    found.add(preposition(sentence, below), below)
    behind = (*found.get("on"), *found.get("against"))
    if sentence.upos[index] == "NOUN" and not any(sentence.upos[head] in {"NOUN", "PRON"} for head in behind):
        for head in _undergoing(sentence, index):
            found.add("on", head)
    if (
        sentence.upos[index] == "ADJ"
        and sentence.deprels[index] == "amod"
        and sentence.heads[index] == index - 1
    ):
        found.add("ARG1", index - 1)  # "11 miners dead, seven injured"
    if sentence.upos[index] == "ADJ" and sentence.deprels[index] == "xcomp" and not found.get("ARG1"):
        above = sentence.heads[index]
        if sentence.words[above] in _ENDING and not sentence.dependants(above, "obj"):
            for child in sentence.dependants(above, "nsubj", "nsubj:pass"):
                found.add("ARG1", child)  # "two came away wounded"


def _undergoing(sentence: Sentence, noun: int) -> list[int]:
    """Who is said to undergo what a noun tells: "was the target of an attack", "survived an attempt"."""
    above = sentence.heads[noun]
    if above < 0:
        return []
    case = preposition(sentence, noun)
    if sentence.words[above] in _TARGETS and case == "of" and sentence.dependants(above, "cop"):
        return sentence.dependants(above, "nsubj")
    behind = sentence.deprels[noun] == "obj" or case == "from"
    if sentence.words[above] in _OUTLIVING and behind and sentence.words[noun] in _OUTLIVED:
        return sentence.dependants(above, "nsubj")
    return []


def _has_object(sentence: Sentence, noun: int) -> bool:
    return any(preposition(sentence, child) in {"of", "on"} for child in sentence.dependants(noun, "nmod"))


def _is_worst_of(sentence: Sentence, owner: int, act: int) -> bool:
    """Whether an act is told as one of those of a place: "Togo's first attack", "Somalia's deadliest bombing"."""
    name = sentence.name_at.get(owner)
    if name is None or name.label not in {"LOC", "GPE"}:
        return False
    return any(
        sentence.words[child] in _RANKS or sentence.words[child].endswith("iest")
        for child in sentence.dependants(act, "amod")
        if child > owner
    )
