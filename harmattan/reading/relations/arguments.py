"""Who stands where around a word that names a relation: what its own arguments do not reach.

The labels are those that `reference/data/predicates/relations.toml` uses beside PropBank's and the prepositions:

- `holder`: who has the office or membership that the noun names ("X, commander of Y", "Y leader X", "X is a member");
- `body`: what the office or membership is in, where no preposition says so ("Y's leader", "Y commander");
- `possessor`: whom a noun is said to be of before it ("Y's", "Y control");
- `owner`: whose deed the noun is: its possessor, else `governor`;
- `governor`: whom the sentence makes it the deed of ("X conducted operations", "X seized it in the battle with Y");
- `nsubj`, `obj`: subject and object of a verb by the tree alone;
- `helped`: whom the verb above sets to the deed ("leads a coalition to defeat Y");
- `self`: the noun itself, which is the party ("the coalition against Y");
- `foe`: whom a campaign is against, where no preposition says so ("efforts to defeat Y", "anti-Y operations");
- a preposition and another label, joined by "+": the label where the noun itself hangs on that preposition
  ("in+of" is what follows "in support of", "under+governor" what is "under its control").
"""

from __future__ import annotations

from collections.abc import Iterator

from harmattan.reading.events.arguments import Arguments, arguments, is_passive
from harmattan.reading.marks import Sentence
from harmattan.reading.trees.phrases import NOMINAL, conjuncts, preposition

DEFEATING = frozenset(
    """defeat defeating degrade degrading destroy destroying eliminate eliminating eradicate eradicating crush
    counter countering combat combating confront confronting fight fighting oust ousting expel expelling dislodge
    repel repelling overthrow topple neutralise neutralize dismantle contain root drive push""".split()
)
"""Verbs of what a campaign wants with its foe, as an infinitive or a gerund has them."""
_HELPING = frozenset("support help assist back aid join arm train equip advise strengthen".split())
_HELPING_FORMS = frozenset(
    form
    for verb in _HELPING
    for form in (verb, verb + "s", verb + "ed", verb + "ing", verb.rstrip("e") + "ing")
) | {"equipped", "equipping", "advised"}
_GATHERING = (
    "support",
    "help",
    "assist",
    "lead",
    "led",
    "form",
    "join",
    "build",
    "built",
    "creat",
    "train",
    "arm",
)
"""How verbs begin whose object is to do what the infinitive behind says: "lead a coalition to defeat Y"."""
_HELP = frozenset(["support", "aid", "assistance", "help", "backing", "training"])
_PREFIXES = frozenset(["anti", "counter"])
_WITHIN = frozenset(
    ["alongside", "at", "in", "during", "as", "with", "within", "through", "by", "for", "under", "after"]
)
_DOING = tuple(
    """ha keep kept maintain hold held exercis establish consolidat assum retain gain regain seiz take
    took taking wrest win won claim lead led conduct carr launch wag fight fought fighting continu
    join beg start step intensif pursu mount resum renew stag open back support provid giv gave
    offer lend lent send sent extend pledg promis reiterat reaffirm express declar deliver synchroni
    coordinat enhanc strengthen run ran running plan expand escalat sustain""".split()
)
"""How verbs begin that make their object their subject's deed or possession: "launched an operation"."""
_SENT = frozenset("delegation mission team group panel contingent column convoy unit patrol".split())
_DEPTH = 3
_RELATIVE = frozenset(["which", "who", "that"])


def relation_arguments(sentence: Sentence, index: int) -> Arguments:
    """The arguments of the word on token `index`, with the labels above added."""
    found = arguments(sentence, index)
    if sentence.upos[index] in {"VERB", "AUX"} or sentence.deprels[index] == "amod":
        found.by_label["ARG1"] = [
            head for head in found.get("ARG1") if not sentence.deprels[head].startswith("obl")
        ]
        if sentence.deprels[index] == "acl":
            found.by_label["ARG1"] = [_organisation_of(sentence, index, head) for head in found.get("ARG1")]
        for label in ("nsubj", "obj"):
            for head in sentence.dependants(index, label):
                found.add(label, head)
        for thing in sentence.dependants(index, "obj"):
            # "retook the town from the rebels", where the tree hangs the rebels on the town.
            for child in sentence.dependants(thing, "nmod"):
                if preposition(sentence, child) == "from" and not found.get("from"):
                    found.add("from", child)
        above = sentence.heads[index]
        if sentence.deprels[index] in {"advcl", "xcomp"} and sentence.words[above].startswith(_GATHERING):
            found.by_label["helped"] = sentence.dependants(above, "obj")
        elif sentence.deprels[index] == "acl" and not found.get("ARG0") and not is_passive(sentence, index):
            found.by_label["ARG0"] = [above]
        _add_compounded(sentence, index, found)
        return found
    found.by_label["nsubj"] = sentence.dependants(index, "nsubj")
    for child in sentence.dependants(index, "nmod", "obl"):
        case = preposition(sentence, child)
        if case and child not in found.get(case):
            found.by_label.setdefault(case, []).append(child)
    for label, heads in (
        ("holder", list(_holders(sentence, index))),
        ("body", list(_bodies(sentence, index))),
        ("self", [index]),
        ("foe", list(_foes(sentence, index))),
        ("possessor", _possessors(sentence, index)),
        ("governor", _governors(sentence, index, 0)),
        ("owner", _owners(sentence, index, 0)),
    ):
        if heads:
            found.by_label[label] = heads
    own = preposition(sentence, index)
    if sentence.words[index - 1 : index + 2] == ("in", sentence.words[index], "of"):
        own = "in"
        if not found.get("of") and (behind := _behind(sentence, index + 2)) is not None:
            found.by_label["of"] = [behind]
    if own in {"by", "with"} and not found.get("from") and sentence.heads[index] >= 0:
        # "aided by support from Y", where the tree hangs both phrases on the verb.
        beside = sentence.dependants(sentence.heads[index], "obl", "nmod")
        found.by_label["from"] = [c for c in beside if c > index and preposition(sentence, c) == "from"]
    if own:
        for label, heads in list(found.by_label.items()):
            found.by_label[f"{own}+{label}"] = list(heads)
    return found


def _organisation_of(sentence: Sentence, clause: int, head: int) -> int:
    """Of "the government of Mali, led by X" the government, where the tree hangs the clause on Mali."""
    name = sentence.name_at.get(head)
    apart = "," in sentence.words[head:clause]
    if apart and name is not None and name.label == "LOC" and preposition(sentence, head) == "of":
        return sentence.heads[head]
    top = head
    while apart and sentence.deprels[top] == "nmod" and preposition(sentence, top) in {"of", "from"}:
        top = sentence.heads[top]  # "a delegation of the council, led by X"
    return top if sentence.words[top] in _SENT else head


def _behind(sentence: Sentence, first: int) -> int | None:
    """The head of the phrase that begins at a token, whatever the tree hangs it on."""
    for index in range(first, min(len(sentence), first + 8)):
        if sentence.upos[index] in {"NOUN", "PROPN", "PRON"} and sentence.heads[index] not in range(
            index + 1, first + 8
        ):
            return index
    return None


def _add_compounded(sentence: Sentence, index: int, found: Arguments) -> None:
    """ "X-held Y", "X-backed Y": the noun before the participle acts on the one behind."""
    if sentence.deprels[index] != "amod" or index < 2 or sentence.words[index - 1] not in {"-", "–"}:
        return
    described = sentence.heads[index]
    actor = index - 2
    if described < index or sentence.upos[actor] not in NOMINAL or sentence.words[actor] == "state":
        return  # "state-run media" does not say of which state
    found.by_label.clear()
    for label in ("ARG0", "with", "to"):
        found.add(label, actor)
    found.by_label["ARG1"] = [described]


def described(sentence: Sentence, head: int) -> int:
    """What a predicate noun is said of: in "X is a group led by Y" the head "group" is X."""
    subjects = sentence.dependants(head, "nsubj") if _is_copular(sentence, head) else []
    return subjects[0] if subjects else head


def _holders(sentence: Sentence, index: int) -> Iterator[int]:
    if preposition(sentence, index) == "of" and sentence.words[sentence.heads[index]] == "one":
        # "X is one of the leaders"
        index = sentence.heads[index]
    if _is_copular(sentence, index):
        yield from sentence.dependants(index, "nsubj")
        return
    above = sentence.heads[index]
    if sentence.deprels[index] == "appos" and above in sentence.name_at:
        yield above
        return
    if sentence.deprels[index] == "conj" and _is_other(sentence, index):
        # "Tripoli and other backers of the rebels"
        yield from (part for part in conjuncts(sentence, above) if part < index and part in sentence.name_at)
        return
    named = [child for child in sentence.dependants(index, "appos", "flat") if child > index]
    if named:
        yield from (child for child in named[:1] if child in sentence.name_at)
        return
    if sentence.deprels[index] in {"compound", "nmod:desc", "nmod"} and above > index:
        # "rebel commander Idder": the title hangs on the name.
        if _is_person(sentence, above) and not preposition(sentence, index):
            yield above
    elif sentence.upos[above] == "VERB" and preposition(sentence, index) in {"", "as"}:
        # "was appointed commander of the brigade"
        yield from sentence.dependants(above, "nsubj") if sentence.deprels[index] in {"xcomp", "obl"} else ()


def _is_other(sentence: Sentence, index: int) -> bool:
    return any(sentence.words[child] == "other" for child in sentence.dependants(index, "amod", "det"))


def _is_person(sentence: Sentence, index: int) -> bool:
    name = sentence.name_at.get(index)
    return name is not None and name.label == "PER"


def is_aside(sentence: Sentence, index: int) -> bool:
    """Whether an office is only mentioned beside its holder, whatever the sentence says of them."""
    return not _is_copular(sentence, index) and sentence.deprels[index] not in {"xcomp", "obl"}


def _is_copular(sentence: Sentence, index: int) -> bool:
    return bool(sentence.dependants(index, "cop")) and bool(sentence.dependants(index, "nsubj"))


def _bodies(sentence: Sentence, index: int) -> Iterator[int]:
    before = sentence.dependants(index, "nmod:poss", "compound")
    narrowed = any(sentence.upos[c] == "NOUN" and sentence.deprels[c] == "compound" for c in before)
    for child in before:
        # The country's intelligence chief is not the country's.
        own = not narrowed
        if sentence.deprels[child] == "compound":
            # Nor is the UN human rights chief the UN's.
            own = not any(child < c < index and sentence.upos[c] == "NOUN" for c in before)
        if child < index and own and _may_have_offices(sentence, child):
            yield child
    above = sentence.heads[index]
    if (
        sentence.deprels[index] == "appos"
        and sentence.words[index + 1 : index + 2] == (",",)
        and _is_person(sentence, above)
    ):
        # "X, commander, Y"
        yield from (
            child
            for child in (*sentence.dependants(above, "appos"), *sentence.dependants(index, "appos"))
            if child > index and sentence.upos[child] == "PROPN" and not _is_person(sentence, child)
        )
    if sentence.deprels[index] in {"compound", "nmod:desc"} and above > index and above in sentence.name_at:
        # "IS leader al-Baghdadi", where the tree hangs both words on the name.
        for child in sentence.dependants(above, "compound", "nmod:desc"):
            if child < index and child in sentence.name_at and _may_have_offices(sentence, child):
                yield child


def _may_have_offices(sentence: Sentence, child: int) -> bool:
    """Whether what stands before an office can have it: an organisation or a common noun; a country with "'s"."""
    name = sentence.name_at.get(child)
    if name is None:
        # Whose "government spokesman" somebody is does not say of which government.
        told = sentence.deprels[child] == "nmod:poss" or bool(sentence.children[child])
        return sentence.upos[child] == "NOUN" and told
    return name.label == "ORG" or (name.label != "PER" and sentence.deprels[child] == "nmod:poss")


def _foes(sentence: Sentence, index: int) -> Iterator[int]:
    for child in sentence.dependants(index, "acl", "advcl", "xcomp"):
        yield from foes_of(sentence, child)
    for child in sentence.dependants(index, "nmod", "compound", "amod"):
        if preposition(sentence, child) in {"of", "at"} or sentence.deprels[child] == "acl":
            continue
        before = [below for below in sentence.children[child] if sentence.words[below] in _PREFIXES]
        prefixed = (
            child >= 2 and sentence.words[child - 1] in {"-", "–"} and sentence.words[child - 2] in _PREFIXES
        )
        if before or prefixed:
            yield child


def foes_of(sentence: Sentence, verb: int) -> list[int]:
    """The objects of an infinitive or gerund of defeating, of its own or of the last it is coordinated with."""
    verbs = [verb, *sentence.dependants(verb, "conj")]
    if not any(sentence.words[each] in DEFEATING for each in verbs):
        return []
    return next((objects for each in verbs if (objects := sentence.dependants(each, "obj"))), [])


def _possessors(sentence: Sentence, index: int) -> list[int]:
    """Those named before a noun as whose it is, pronouns last."""
    found = [
        child
        for child in sentence.dependants(index, "nmod:poss", "compound", "amod")
        if child < index and _may_own(sentence, index, child)
    ]
    return sorted(found, key=lambda child: sentence.upos[child] == "PRON")


def _owners(sentence: Sentence, index: int, depth: int) -> list[int]:
    possessors = _possessors(sentence, index)
    pronouns = [child for child in possessors if sentence.upos[child] == "PRON"]
    governors = _governors(sentence, index, depth)
    if preposition(sentence, index) in _WITHIN:
        # "their" before the noun is better asked of what the noun hangs on, where that is clear.
        return [*(child for child in possessors if child not in pronouns), *governors, *pronouns]
    return [*possessors, *governors]


def _may_own(sentence: Sentence, index: int, child: int) -> bool:
    if sentence.deprels[child] == "nmod:poss":
        return True
    prefixed = (
        child >= 2 and sentence.words[child - 1] in {"-", "–"} and sentence.words[child - 2] in _PREFIXES
    )
    if (
        sentence.words[index] in {"war", "wars", "battle", "battles"}
        and sentence.deprels[child] == "compound"
    ):
        name = sentence.name_at.get(child)
        if name is not None and name.label != "ORG":
            # A war is called by where it was.
            return False
    demonym = sentence.upos[child] == "ADJ" and sentence.tokens[child].text[:1].isupper()
    return (child in sentence.name_at or demonym or sentence.deprels[child] == "compound") and not prefixed


def _governors(sentence: Sentence, index: int, depth: int) -> list[int]:
    """Whom the word above makes this noun the deed of."""
    if _is_copular(sentence, index):
        return sentence.dependants(index, "nsubj")
    above = sentence.heads[index]
    if above < 0 or depth >= _DEPTH:
        return []
    relation = sentence.deprels[index].partition(":")[0]
    if relation == "obj":
        return _subjects(sentence, above) if sentence.words[above].startswith(_DOING) else []
    if relation == "nsubj" and sentence.deprels[index] == "nsubj:pass":
        return arguments(sentence, above).get("ARG0")
    if relation == "appos":
        return [above]
    if relation == "conj":
        return _owners(sentence, above, depth + 1)
    own = preposition(sentence, index)
    if relation in {"obl", "nmod"} and sentence.upos[above] in {"VERB", "AUX"} and own in _WITHIN:
        if sentence.deprels[above] == "acl" and not sentence.dependants(above, "nsubj"):
            # "strikes coordinated in support of", "the army, fighting in support of"
            return _above_noun(sentence, sentence.heads[above], depth)
        if own == "by":
            # "aided by support from Y"
            return arguments(sentence, above).get("ARG1")
        if helped := _helped(sentence, above):
            return helped
        if sentence.deprels[above] == "acl" and not sentence.dependants(above, "nsubj"):
            # "strikes coordinated in support of", "the army, fighting in support of"
            return _above_noun(sentence, sentence.heads[above], depth)
        return _subjects(sentence, above)
    if relation in {"nmod", "obl"} and own in _WITHIN:
        return _above_noun(sentence, above, depth)
    return sentence.dependants(index, "nsubj") if relation == "xcomp" else []


def _helped(sentence: Sentence, verb: int) -> list[int]:
    """Whom a verb says is helped: "supports the army in", "reiterates support for the army in"."""
    things = sentence.dependants(verb, "obj")
    if sentence.words[verb] in _HELPING_FORMS:
        return things
    return [
        helped
        for thing in things
        if sentence.words[thing] in _HELP
        for helped in _given_help(sentence, thing)
    ]


def _given_help(sentence: Sentence, noun: int) -> list[int]:
    return [
        c for c in sentence.dependants(noun, "nmod", "obl") if preposition(sentence, c) in {"for", "to", "of"}
    ]


def _above_noun(sentence: Sentence, above: int, depth: int) -> list[int]:
    """A party whose deed it is ("the army in its fight"), the subject of an adjective, or whose deed that noun is."""
    if above in sentence.name_at or sentence.upos[above] == "PROPN":
        return [above]
    if sentence.words[above] in _HELP and (helped := _given_help(sentence, above)):
        return helped
    if sentence.upos[above] == "ADV" and sentence.heads[above] >= 0:
        # "elsewhere in the campaign"
        return _subjects(sentence, sentence.heads[above])
    if sentence.upos[above] == "ADJ":
        return sentence.dependants(above, "nsubj")
    if _is_copular(sentence, above):
        return sentence.dependants(above, "nsubj")
    return [above, *_owners(sentence, above, depth + 1)]


def _subjects(sentence: Sentence, verb: int) -> list[int]:
    """Who does what a verb says; of a passive whom it befalls, where nobody is said to do it."""
    found = arguments(sentence, verb)
    if is_passive(sentence, verb):
        return found.get("ARG0") or found.get("ARG1")
    subjects = found.get("ARG0") or sentence.dependants(verb, "nsubj")
    return [_told_more_of(sentence, verb, subject) for subject in subjects]


def _told_more_of(sentence: Sentence, verb: int, subject: int) -> int:
    """Of whom a relative clause tells: of "the Front, which fought a war with" the Front."""
    relative = sentence.words[subject] in _RELATIVE and sentence.deprels[verb] == "acl:relcl"
    return sentence.heads[verb] if relative else subject


def group(sentence: Sentence, heads: list[int]) -> list[int]:
    """Heads with all that is coordinated with them."""
    return [part for head in heads for part in conjuncts(sentence, head)]
