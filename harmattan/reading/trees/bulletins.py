"""Mends trees of bulletins and of crowded sentences, which leave out auxiliaries or pile up participles.

- Who stands before a participle of harm without an object and without an auxiliary undergoes it: "3 traders killed",
  "two women wounded".
- A participle behind its noun taken for an adjective: "six constables martyred".
- A bare participle behind a comma, hung on who did what stands before: "taken by rebels, tortured and killed".
- A noun that an "and" joins to a verb, right before a participle: "3 traders killed and goods looted".
- A subject behind its verb, where the verb has one before it, tells who says so: "they were beaten, survivors recount".
- A count and a participle behind a comma, drawn to a noun before: "a van attacked by rebels, six guards killed".
- Who does two things to somebody, taken for who undergoes the first: "Rebels kidnapped and killed four priests".
- A heading that tells a fate: "Wounded in the same raid: two guards".
- Who is struck "together with" another, "alongside" them: "shot an official together with his wife".
- Who says so in the end, drawn as the last of those who were struck: "..., people who saw it said".
- A participle taken for a preposition: "policemen guarding the bridge were shot".
- Who is burned or buried "alive" is so by the verb right before.
- "His deputy" behind "the mayor of Ber and" is the mayor's, and not the town's.
- A gerund between two nouns, taken for what qualifies the second: "columns torching villages have moved on".
- A gerund behind the subject, taken for the sentence's verb: "Vigilantes avenging a theft lynched two men".
"""

from __future__ import annotations

from dataclasses import replace

from harmattan.reading.marks import Argument, Predicate, Sentence
from harmattan.reading.trees.hanging import moved
from harmattan.reading.trees.triggers import only_with
from harmattan.reference.inflection import forms_of_all

_NOUNS = frozenset(["NOUN", "PROPN"])
_HARMED = frozenset(
    form
    for form in forms_of_all(
        """kill wound injure abduct kidnap murder assassinate massacre execute behead slaughter martyr arrest detain
        torture lynch loot torch raze destroy damage displace abduct decapitate slay"""
    )
    if form.endswith(("ed", "en", "slain"))
) | {"hurt"}
"""Past forms of verbs that never stand without an object, but in the passive."""
_STRUCK = frozenset(
    "gunned shot stabbed hacked beaten lynched burned mown bombed ambushed hit seized taken held".split()
)
_AFTERWARDS = frozenset("down dead . ; , in by near outside".split())
"""What stands behind such a form where it has no object; who shot "at" or "into" something did it."""
_SAYING = frozenset("said say says reported recounted recalled told added".split())
_NO_DOING = frozenset(
    """including following according concerning regarding during excluding barring pending involving owing considering
    notwithstanding""".split()
)
"""Prepositions that end like participles."""
_OF_THEIRS = frozenset(["his", "her", "their"])
_WITH_SUBJECT = frozenset(["root", "ccomp", "parataxis"])
_OPENING = frozenset([",", ";", ":", "(", "-", "–", "—"])
_CLAUSES = frozenset(["root", "parataxis", "conj", "advcl", "ccomp"])
_FINITE = frozenset(["acl", "amod", "advcl", "conj", "dep", "xcomp", "ccomp", "parataxis"])


def spelt_out(sentence: Sentence) -> Sentence:
    """The sentence with these mistakes mended, where they are made."""
    for mend in (
        _participles,
        _further_fates,
        _joined_nouns,
        _fragments,
        _shared_objects,
        _undergone,
        _tellers,
        _told_last,
        _alive,
        _fates,
        _together,
        _prepositions,
        _kin,
        _qualifying_gerunds,
        _gerunds,
    ):
        sentence = mend(sentence)
    return sentence


@only_with(words=_HARMED)
def _participles(sentence: Sentence) -> Sentence:
    """A word of harm right behind the noun it is hung on is a participle, whatever its tag."""
    wrong = [
        index
        for index, word in enumerate(sentence.words)
        if word in _HARMED
        and sentence.upos[index] == "ADJ"
        and index
        and sentence.upos[index - 1] in _NOUNS | {"NUM"}
        and (
            sentence.heads[index] == index - 1
            or sentence.heads[index - 1] == index
            or sentence.deprels[index] == "acl"
            or _has(sentence, index, "nsubj:pass")
        )
    ]
    if not wrong:
        return sentence
    upos = tuple("VERB" if index in wrong else tag for index, tag in enumerate(sentence.upos))
    deprels = tuple(
        "parataxis"
        if index in wrong and relation == "amod" and _has(sentence, index, "nsubj:pass")
        else relation
        for index, relation in enumerate(sentence.deprels)
    )
    return replace(sentence, upos=upos, deprels=deprels)


@only_with("acl", "obl:agent", words=_HARMED)
def _further_fates(sentence: Sentence) -> Sentence:
    """A bare participle behind a comma goes on about whom the passive tells of, not about who acts."""
    for verb, relation in enumerate(sentence.deprels):
        agent = sentence.heads[verb]
        if relation != "acl" or agent < 0 or sentence.deprels[agent] != "obl:agent" or verb != agent + 2:
            continue
        if sentence.words[verb] not in _HARMED or sentence.words[verb - 1] != ",":
            continue
        if not _has(sentence, verb, "obj", "obl:agent", "nsubj", "aux:pass"):
            sentence = moved(sentence, {verb: (sentence.heads[agent], "conj")})
    return sentence


@only_with("conj", words=_HARMED)
def _joined_nouns(sentence: Sentence) -> Sentence:
    """A noun joined to a verb, right before a participle that has no subject, is the participle's."""
    for verb, word in enumerate(sentence.words):
        noun = verb - 1
        if word not in _HARMED or sentence.upos[verb] != "VERB" or noun < 1:
            continue
        above = sentence.heads[noun]
        if sentence.deprels[noun] != "conj" or sentence.upos[noun] not in _NOUNS or above < 0:
            continue
        if sentence.upos[above] != "VERB" or sentence.heads[verb] not in {above, noun}:
            continue
        if _has(sentence, verb, "nsubj", "nsubj:pass", "obj", "aux", "aux:pass"):
            continue
        sentence = moved(sentence, {verb: (above, "conj"), noun: (verb, "nsubj:pass")})
    return sentence


@only_with(words=_HARMED)
def _fragments(sentence: Sentence) -> Sentence:
    """Behind a comma a count, a noun and a bare participle are a clause: ", six guards killed"."""
    for verb, word in enumerate(sentence.words):
        noun = verb - 1
        if word not in _HARMED or noun < 2 or sentence.upos[verb] not in {"VERB", "ADJ"}:
            continue
        if sentence.upos[noun] not in _NOUNS or _has(sentence, verb, "aux", "aux:pass", "obj", "obl:agent"):
            continue
        first = noun - 1
        while first > 0 and sentence.upos[first] in {"ADJ", "NOUN", "PROPN"}:
            first -= 1
        if sentence.upos[first] != "NUM" or first < 1 or sentence.words[first - 1] not in _OPENING:
            continue
        behind = sentence.upos[verb + 1] if verb + 1 < len(sentence) else "PUNCT"
        if behind in {"NOUN", "PROPN", "AUX", "VERB"} or sentence.deprels[verb] in _CLAUSES:
            continue
        above = next((at for at in range(first - 1, -1, -1) if sentence.upos[at] == "VERB"), None)
        if above is None or above in sentence.subtree(noun) or above in sentence.subtree(verb):
            continue
        moves = {verb: (above, "parataxis"), noun: (verb, "nsubj:pass")}
        sentence = moved(sentence, moves)
        upos = tuple("VERB" if index == verb else tag for index, tag in enumerate(sentence.upos))
        sentence = replace(sentence, upos=upos)
    return sentence


@only_with("nsubj:pass", "conj", "obj")
def _shared_objects(sentence: Sentence) -> Sentence:
    """Of two past tenses that one object follows, the subject of the first does both."""
    for verb, upos in enumerate(sentence.upos):
        if upos != "VERB" or _has(sentence, verb, "obj", "aux", "aux:pass", "obl:agent"):
            continue
        subjects = [child for child in sentence.dependants(verb, "nsubj:pass") if child < verb]
        following = [child for child in sentence.dependants(verb, "conj") if sentence.upos[child] == "VERB"]
        if not subjects or not following or following[0] > verb + 2:
            continue
        second = following[0]
        objects = [child for child in sentence.dependants(second, "obj") if child > second]
        if not objects or _has(sentence, second, "nsubj", "nsubj:pass", "aux", "aux:pass"):
            continue
        told = Predicate(verb, (Argument(subjects[0], "ARG0"), Argument(objects[0], "ARG1")))
        rest = [predicate for predicate in sentence.predicates if predicate.index != verb]
        sentence = replace(
            moved(sentence, {subjects[0]: (verb, "nsubj")}),
            predicates=tuple(sorted([*rest, told], key=lambda predicate: predicate.index)),
        )
    return sentence


@only_with("nsubj", words=_HARMED | _STRUCK)
def _undergone(sentence: Sentence) -> Sentence:
    """The subject of a verb of harm that has neither object nor auxiliary undergoes what it tells."""
    deprels = list(sentence.deprels)
    for verb, upos in enumerate(sentence.upos):
        if upos != "VERB" or not _is_struck(sentence, verb):
            continue
        if verb + 1 < len(sentence) and _goes_on(sentence, verb):
            continue
        if _has(sentence, verb, "obj", "aux", "aux:pass", "xcomp", "ccomp", "obl:unmarked", "cop"):
            continue
        beside = [child for child in sentence.dependants(verb, "conj") if sentence.upos[child] == "VERB"]
        if any(_has(sentence, other, "obj") and not _has(sentence, other, "nsubj") for other in beside):
            continue  # "The army killed and wounded dozens"
        subjects = [child for child in sentence.dependants(verb, "nsubj") if child < verb]
        if (
            len(subjects) == 1
            and deprels[subjects[0]] == "nsubj"
            and sentence.upos[subjects[0]] in _NOUNS | {"NUM"}
        ):
            deprels[subjects[0]] = "nsubj:pass"
    if tuple(deprels) == sentence.deprels:
        return sentence
    return replace(sentence, deprels=tuple(deprels))


def _is_struck(sentence: Sentence, verb: int) -> bool:
    """Whether a past form tells what befell its subject where it has no object: "gunned down in Soweto"."""
    word, behind = sentence.words[verb], sentence.words[verb + 1 : verb + 2]
    if word in _HARMED:
        return True
    return word in _STRUCK and (not behind or behind[0] in _AFTERWARDS)


def _goes_on(sentence: Sentence, verb: int) -> bool:
    """Whether right behind a verb stands what may be its object, wherever the tree hangs it."""
    return sentence.upos[verb + 1] in {"NUM", "DET", "PRON", "ADJ", "PROPN", "NOUN"}


@only_with("nsubj", words=[","])
def _tellers(sentence: Sentence) -> Sentence:
    """The second subject of a verb, behind it and a comma, has said so."""
    for subject, relation in enumerate(sentence.deprels):
        verb = sentence.heads[subject]
        if not relation.startswith("nsubj") or verb < 0 or subject < verb or sentence.upos[verb] != "VERB":
            continue
        before = [child for child in sentence.dependants(verb, "nsubj", "nsubj:pass") if child < verb]
        opens = sentence.subtree(subject)[0]
        if before and "," in {sentence.words[opens], sentence.words[opens - 1]}:
            sentence = moved(sentence, {subject: (verb, "parataxis")})
    return sentence


@only_with("acl:relcl", words=_SAYING)
def _told_last(sentence: Sentence) -> Sentence:
    """A noun with a clause of its own between a comma and a verb of saying that ends the sentence has said so."""
    root = next((index for index, head in enumerate(sentence.heads) if head < 0), 0)
    for verb in range(len(sentence) - 1, max(0, len(sentence) - 4), -1):
        if sentence.words[verb] not in _SAYING or _has(sentence, verb, "nsubj", "nsubj:pass", "obj"):
            continue
        for noun in range(verb - 1, 0, -1):
            below = [word for word in sentence.subtree(noun) if word < verb]
            if sentence.upos[noun] not in _NOUNS or sentence.deprels[noun] not in {"conj", "appos"}:
                continue
            opened = "," in (sentence.words[below[0]], sentence.words[below[0] - 1])
            if below[-1] != verb - 1 or not opened or noun == root:
                continue
            if not any(child < verb for child in sentence.dependants(noun, "acl:relcl")):
                continue
            if sentence.heads[verb] == noun:
                return moved(sentence, {verb: (root, "parataxis"), noun: (verb, "nsubj")})
            return moved(sentence, {noun: (verb, "nsubj")})
    return sentence


@only_with(words=["alive"])
def _alive(sentence: Sentence) -> Sentence:
    """ "Burned alive" tells of one thing that is done."""
    for index, word in enumerate(sentence.words):
        if word != "alive" or index == 0:
            continue
        verbs = [at for at in (index - 1, sentence.heads[index]) if at >= 0 and sentence.upos[at] == "VERB"]
        noun = sentence.heads[index]
        if noun >= 0 and sentence.upos[noun] in _NOUNS and sentence.deprels[noun] == "obj":
            verbs.append(sentence.heads[noun])
        verb = next((at for at in verbs if sentence.words[at].startswith(("burn", "buri"))), None)
        if verb is not None:
            sentence = moved(sentence, {index: (verb, "xcomp")})
    return sentence


@only_with(words=[":"])
def _fates(sentence: Sentence) -> Sentence:
    """Before a colon at the head of a line, a word of harm tells the fate of who stands behind it."""
    if not sentence.words or sentence.words[0] not in _HARMED or ":" not in sentence.words[:7]:
        return sentence
    colon = sentence.words.index(":")
    struck = [
        noun
        for noun in sentence.dependants(0, "parataxis", "appos", "nsubj", "obj", "dep")
        if noun > colon and sentence.upos[noun] in _NOUNS
    ]
    if not struck or _has(sentence, 0, "nsubj:pass"):
        return sentence
    upos = ("VERB", *sentence.upos[1:])
    return replace(moved(sentence, {struck[0]: (0, "nsubj:pass")}), upos=upos)


_JOINING = frozenset(["together", "along", "alongside"])


@only_with("nmod:poss", words=_JOINING)
def _together(sentence: Sentence) -> Sentence:
    """Right behind a noun, "together with", "along with" and "alongside" join another to it."""
    for noun, relation in enumerate(sentence.deprels):
        above = sentence.heads[noun]
        if relation not in {"nmod", "obl"} or sentence.upos[noun] != "NOUN" or above < 0:
            continue
        owners = {sentence.words[child] for child in sentence.dependants(noun, "nmod:poss")}
        if owners.isdisjoint(_OF_THEIRS):
            continue
        below = sentence.subtree(noun)
        start = below[0] - (sentence.words[below[0] - 1] in {"together", "along"})
        opened = sentence.words[start : below[0] + 2][:2]
        if opened not in {("together", "with"), ("along", "with")} and opened[:1] != ("alongside",):
            continue
        first = above
        if sentence.upos[above] == "VERB":
            beside = [child for child in sentence.dependants(above, "obj", "nsubj:pass") if child < start]
            first = beside[-1] if beside and sentence.subtree(beside[-1])[-1] == start - 1 else -1
        undergoes = first >= 0 and (
            sentence.deprels[first] in {"obj", "nsubj:pass"}
            or (sentence.deprels[first] == "obl" and not _has(sentence, first, "case"))
        )
        if undergoes and sentence.upos[first] in _NOUNS:
            sentence = moved(sentence, {noun: (first, "conj")})
    return sentence


@only_with("case", "nmod")
def _prepositions(sentence: Sentence) -> Sentence:
    """A verb in "-ing" that the tree has for the preposition of its object tells what the noun before it does."""
    for verb, relation in enumerate(sentence.deprels):
        noun = sentence.heads[verb]
        if relation != "case" or sentence.upos[verb] != "VERB" or not sentence.words[verb].endswith("ing"):
            continue
        doer = sentence.heads[noun]
        if (
            sentence.words[verb] in _NO_DOING
            or noun < verb
            or sentence.deprels[noun] != "nmod"
            or doer != verb - 1
        ):
            continue
        sentence = moved(sentence, {verb: (doer, "acl"), noun: (verb, "obj")})
    return sentence


@only_with("nmod:poss", words=_OF_THEIRS)
def _kin(sentence: Sentence) -> Sentence:
    """ "The mayor of Ber and his deputy", "the mayor, his wife and two guards": what is somebody's stands beside them,
    not beside where they are from.
    """
    for noun, relation in enumerate(sentence.deprels):
        first = sentence.heads[noun]
        if relation not in {"conj", "appos"} or sentence.upos[noun] != "NOUN" or first < 0:
            continue
        owners = {sentence.words[child] for child in sentence.dependants(noun, "nmod:poss")}
        more = [child for child in sentence.dependants(first, "conj") if child > noun]
        if owners.isdisjoint(_OF_THEIRS) or (
            relation == "appos" and not more and not _has(sentence, noun, "conj")
        ):
            continue
        above = sentence.heads[first]
        of = any(sentence.words[child] == "of" for child in sentence.dependants(first, "case"))
        if of and sentence.deprels[first] == "nmod" and first in sentence.name_at and above >= 0:
            if sentence.upos[above] == "NOUN":
                sentence = moved(sentence, dict.fromkeys((noun, *more), (above, "conj")))
        elif relation == "appos" and not of and first not in sentence.name_at:
            sentence = moved(sentence, {noun: (first, "conj")})
    return sentence


def _qualifying_gerunds(sentence: Sentence) -> Sentence:
    """Between two nouns in the plural a gerund tells what the first do to the second."""
    for verb, upos in enumerate(sentence.upos):
        doer, done = verb - 1, sentence.heads[verb]
        if upos != "VERB" or doer < 0 or done != verb + 1 or not sentence.words[verb].endswith("ing"):
            continue
        if sentence.deprels[verb] not in {"amod", "compound"} or sentence.upos[doer] != "NOUN":
            continue
        if not sentence.words[doer].endswith(("s", "men")) or not sentence.words[done].endswith("s"):
            continue
        above, relation = sentence.heads[done], sentence.deprels[done]
        if above == doer and relation in {"nmod", "appos", "conj", "compound"}:
            moves = {verb: (doer, "acl"), done: (verb, "obj")}
        elif sentence.heads[doer] == done and not _has(sentence, done, "case"):
            moves = {verb: (doer, "acl"), done: (verb, "obj"), doer: (above, relation)}
        else:
            continue
        sentence = moved(sentence, moves)
    return sentence


@only_with("nsubj")
def _gerunds(sentence: Sentence) -> Sentence:
    """A gerund right behind its subject that has no auxiliary, with a past tense in its phrase that has an object."""
    for gerund, upos in enumerate(sentence.upos):
        if upos != "VERB" or gerund < 1 or not sentence.words[gerund].endswith("ing"):
            continue
        subject = gerund - 1
        if sentence.heads[subject] != gerund or sentence.deprels[subject] != "nsubj":
            continue
        if sentence.deprels[gerund] not in _WITH_SUBJECT or _has(sentence, gerund, "aux", "aux:pass", "mark"):
            continue
        for verb in sentence.subtree(gerund):
            past = sentence.words[verb].endswith("ed") and sentence.upos[verb] == "VERB"
            if not past or verb < gerund or sentence.deprels[verb] not in _FINITE:
                continue
            if _has(sentence, verb, "nsubj", "nsubj:pass", "aux", "aux:pass", "mark", "obl:agent"):
                continue
            behind = [child for child in sentence.dependants(gerund, "obj") if child > verb]
            behind += [child for child in sentence.dependants(verb, "obj") if child > verb]
            if sentence.deprels[verb] == "acl" and sentence.heads[verb] > verb:
                behind.append(sentence.heads[verb])  # "lynched" drawn as what qualifies the noun behind it
            if not behind or sentence.upos[verb - 1] not in _NOUNS:
                continue
            moves = {
                verb: (sentence.heads[gerund], sentence.deprels[gerund]),
                gerund: (subject, "acl"),
                subject: (verb, "nsubj"),
                behind[0]: (verb, "obj"),
            }
            for child in sentence.children[gerund]:
                if child > verb and child not in moves:
                    moves[child] = (verb, sentence.deprels[child])
            return moved(sentence, moves)
    return sentence


def _has(sentence: Sentence, index: int, *relations: str) -> bool:
    return bool(sentence.dependants(index, *relations))
