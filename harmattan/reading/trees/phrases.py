"""Noun phrases on the dependency tree: where a mention begins and ends, and who stands beside it.

Relations are those of Universal Dependencies (EWT 2.16). A phrase is cut to what names or describes its head:
"the 5,000 French troops currently in Mali" is "French troops" with a number, and where they are is another
matter.
"""

from __future__ import annotations

from collections.abc import Iterator

from harmattan.reading.marks import Name, Sentence

_INSIDE = frozenset("amod compound flat fixed goeswith nmod:poss nmod:desc det:predet nummod det".split())
_OPENERS = frozenset(
    "the a an this that these those some all both several its their his her our my your whose which".split()
)
_NOT_FIRST = frozenset(", ; : . ( ) [ ] — – - -- \" “ ” ' ‘ ’ ’s 's".split())
_HYPHENS = frozenset(["-", "–"])
POSSESSIVE = frozenset(["'s", "’s", "'", "’"])
"""Possessive endings, which are no prepositions though the tree draws them as such."""
_BOUNDS = frozenset("at least most than more about around some nearly up to over almost only roughly".split())
_NOT_OF_A_NAME = _OPENERS | _NOT_FIRST | _BOUNDS
_MEMBER_WORDS = frozenset(["including", "like", "notably", "namely"])
_LISTING = _MEMBER_WORDS | {"such"}
_BETWEEN_NAMES = frozenset([",", "and", "or", "the"])
NOMINAL = frozenset(["NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM"])


def phrase(sentence: Sentence, head: int, *, numbers: bool = False) -> tuple[int, int]:
    """First and last-plus-one token of the phrase around `head`, without its article.

    "rebels of the Tuareg tribe" keeps its of-phrase, "militants in Mali" does not keep its place. `numbers` keeps a
    leading number: "two schools".
    """
    kept = {head}
    stack = [head]
    while stack:
        token = stack.pop()
        for child in sentence.children[token]:
            if child not in kept and _belongs(sentence, head, token, child):
                kept.add(child)
                stack.append(child)
    for name in {sentence.name_at[token] for token in kept if token in sentence.name_at}:
        kept.update(range(name.first, name.stop))
    first, stop = _contiguous(sentence, kept, head)
    return _trimmed(sentence, first, stop, head, numbers=numbers)


def _belongs(sentence: Sentence, head: int, parent: int, child: int) -> bool:
    relation = sentence.deprels[child]
    if relation in {"flat", "compound", "fixed", "goeswith", "nmod:poss", "amod", "nmod:desc"}:
        return child < head or relation.startswith("flat") or parent != head
    if relation.startswith("obl"):
        # "US-backed fighters", where the tree takes the name for the participle's own.
        return parent != head and sentence.words[child + 1 : parent] in {("-",), ("–",)}
    if relation == "nmod":
        if child == parent + 4 and sentence.words[parent + 1] in _HYPHENS:
            return sentence.words[child - 1] in _HYPHENS  # "brother-in-law"
        case = preposition(sentence, child)
        # "Soldiers from Chad fired": behind a subject it says whose they are, behind others often what they leave.
        home = case == "from" and child in sentence.name_at and sentence.deprels[head] == "nsubj"
        return parent == head and (case == "of" or home)
    if relation == "punct":
        return sentence.words[child] in _HYPHENS and parent != head
    if relation == "appos":
        beside = (
            head + 5 if sentence.words[head + 1] in _HYPHENS else head + 1
        )  # "commander-in-chief Ana Ruiz"
        return parent == head and child == beside and sentence.upos[child] == "PROPN"
    if relation in {"cc", "conj"}:
        return parent != head and child < head
    if relation == "case":
        return parent != head
    if relation == "advmod":
        return child < parent and parent != head
    return relation in _INSIDE or relation.partition(":")[0] in _INSIDE


def preposition(sentence: Sentence, index: int) -> str:
    """The preposition a phrase hangs on, in lower case: "against"; "" where there is none.

    A preposition of two words is joined: "because of", "according to".
    """
    for child in sentence.children[index]:
        if sentence.deprels[child] == "case" and sentence.words[child] not in POSSESSIVE:
            if "fixed" not in sentence.relations:
                return sentence.words[child]
            return " ".join([sentence.words[at] for at in (child, *sentence.dependants(child, "fixed"))])
    return ""


def _contiguous(sentence: Sentence, kept: set[int], head: int) -> tuple[int, int]:
    first = head
    while first - 1 in kept or (first - 2 in kept and sentence.words[first - 1] in {"-", "–"}):
        first -= 1
    stop = head + 1
    while stop in kept or (stop + 1 in kept and sentence.words[stop] in {"-", "–"}):
        stop += 1
    return first, stop


def _trimmed(sentence: Sentence, first: int, stop: int, head: int, *, numbers: bool) -> tuple[int, int]:
    while first < head and _opens(sentence, first, numbers=numbers):
        first += 1
    while stop - 1 > head and (
        sentence.words[stop - 1] in _NOT_FIRST
        or (sentence.upos[stop - 1] == "ADP" and stop - 1 not in sentence.name_at)
    ):
        stop -= 1
    return first, stop


def _describes(sentence: Sentence, number: int) -> bool:
    """Whether a number is a part of an adjective: "one-eyed" describes, "fifty-one" and "6,000-strong" count."""
    if sentence.upos[number] != "NUM" or sentence.words[number + 1 : number + 2] != ("-",):
        return False
    behind = number + 2
    return (
        behind < len(sentence)
        and sentence.words[behind] != "strong"
        and sentence.upos[behind] not in {"NUM", "PUNCT"}
    )


def _opens(sentence: Sentence, index: int, *, numbers: bool) -> bool:
    """Whether a token at the front of a phrase is no part of what it names."""
    if index in sentence.name_at:
        return False
    if _describes(sentence, index):
        return False
    if sentence.words[index] == "strong" and sentence.words[index - 1] == "-" and not numbers:
        return True
    if sentence.words[index] == "called" and sentence.words[max(0, index - 2) : index] in {
        ("so", "-"),
        ("so", "–"),
    }:
        return True
    if sentence.words[index] in _NOT_OF_A_NAME:
        return True
    if sentence.deprels[index] in {"case", "det", "det:predet", "cc", "punct", "advmod", "fixed"}:
        return True
    return not numbers and (sentence.upos[index] == "NUM" or sentence.deprels[index] == "nummod")


def conjuncts(sentence: Sentence, head: int) -> list[int]:
    """A phrase's head and those coordinated with it, in text order: "AQIM, AAD and MUJAO" gives three."""
    if not sentence.children[head] and head not in sentence.name_at:
        return [head]
    found = [head]
    for member in found:
        found.extend(
            child
            for child in sentence.dependants(member, "conj")
            if sentence.upos[child] in NOMINAL and child not in found
        )
        for inside in sentence.dependants(member, "appos", "flat", "nmod:desc", "compound"):
            # "the regional bloc ECOWAS and the African Union": what is coordinated may hang on the name inside.
            found.extend(
                child
                for child in sentence.dependants(inside, "conj")
                if child > member
                and inside > member
                and sentence.upos[child] in NOMINAL
                and child not in found
            )
    for extra in _listed(sentence, head):
        if all(sentence.name_at.get(extra) != sentence.name_at.get(member) for member in found):
            found.append(extra)
    return sorted(found)


def _listed(sentence: Sentence, head: int) -> list[int]:
    """Last tokens of the names in the list "X, Y (Z) and W" that holds `head`, whatever the tree says of it."""
    name = sentence.name_at.get(head)
    if name is None or len(sentence.names) == 1 or not _is_beside_others(sentence, name):
        return []
    for run in _name_runs(sentence):
        if name in run:
            return [member.stop - 1 for member in run if member is not name and member.label == name.label]
    return []


def _is_beside_others(sentence: Sentence, name: Name) -> bool:
    """Whether a word that joins names, or a bracket behind one, stands right before or behind a name."""
    before = sentence.words[name.first - 1] if name.first else ""
    behind = sentence.words[name.stop] if name.stop < len(sentence) else ""
    return behind in _BETWEEN_NAMES or behind == "(" or before in _BETWEEN_NAMES or before == ")"


def _name_runs(sentence: Sentence) -> list[list[Name]]:
    runs: list[list[Name]] = []
    run: list[Name] = []
    for name in sorted(sentence.names, key=lambda name: name.first):
        if name.first and sentence.words[name.first - 1] == "(":
            continue
        between = set(_between(sentence, run[-1].stop, name.first)) - {"the"} if run else set()
        if run and between and between <= _BETWEEN_NAMES:
            run.append(name)
            if between & {"and", "or"}:
                runs.append(run)
                run = []
        else:
            run = [name]
    return runs


def _between(sentence: Sentence, first: int, stop: int) -> Iterator[str]:
    """The words between two names, what stands in brackets left out."""
    depth = 0
    for word in sentence.words[first:stop]:
        depth += word == "("
        if not depth:
            yield word
        depth -= word == ")"


def members(sentence: Sentence, head: int) -> list[int]:
    """Heads of those a phrase says it includes: "groups including A, B and C", "groups such as A"."""
    found: list[int] = []
    if _LISTING.isdisjoint(sentence.vocabulary):
        return found
    for child in sentence.children[head]:
        words = {sentence.words[below] for below in sentence.children[child]}
        such_as = "such" in words or preposition(sentence, child) == "such as"
        if words & _MEMBER_WORDS or such_as:
            found.extend(conjuncts(sentence, child))
        elif sentence.words[child] in _MEMBER_WORDS:
            for below in sentence.dependants(child, "obj", "obl", "nmod"):
                found.extend(conjuncts(sentence, below))
    if not found and head + 1 < len(sentence) and sentence.words[head + 1] in _MEMBER_WORDS:
        first = next((name for name in sentence.names if head < name.first <= head + 3), None)
        found = conjuncts(sentence, first.stop - 1) if first else []
    return found


def appositions(sentence: Sentence, head: int) -> list[int]:
    """Heads of phrases that stand beside `head` and say the same of it: "Barkhane — France's mission in Mali"."""
    return [child for child in sentence.dependants(head, "appos") if sentence.upos[child] in NOMINAL]
