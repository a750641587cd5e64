"""Insertions: what stands between brackets or dashes is read apart from the sentence around it, and so is a participle
with "by" between commas.

"Operation Barkhane—France's mission in Mali, Chad and Niger—will end" is parsed as "Operation Barkhane will
end" and "France's mission in Mali, Chad and Niger", and put together again with the insertion hung on the
word before it. Parsers trained on treebanks, where such insertions are rare, otherwise lose the subject of
the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from harmattan.reading.marks import Argument, Name, Predicate, Role, Sentence, Token

_DASHES = frozenset(["—", "–", "--", "―"])
_SIGNS = _DASHES | {"("}
_OF_A_PARTICIPLE = frozenset([",", "by"])
"""Without a sign, or these, a sentence has no insertion."""
_NOMINAL = frozenset(["NOUN", "PROPN", "NUM", "PRON", "X", "SYM"])
_NAMING = frozenset(["known", "dubbed", "called", "nicknamed"])
"""Participles that give what stands before the insertion another name: "Idder (also known as the Lion)"."""
_INSIDE_NAMES = frozenset(["flat", "fixed", "goeswith", "compound"])
_DAYS = frozenset(
    """January February March April May June July August September October November December
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday""".split()
)
_BULLETS = frozenset("•-*–·—")
_IN_LABELS = frozenset("and of the , - – / ( )".split())
_LONGEST_LABEL = 9
_SHORTEST_LABELLED = 4
_LONGEST_ACRONYM = 5
"""Letters of the longest acronym that may say who speaks."""
_LONGEST_BRACKET = 40
_LONGEST_PARTICIPLE = 16


@dataclass(frozen=True, slots=True)
class Part:
    """Some of a sentence's words, by index, that are read as one."""

    words: tuple[int, ...]
    host: int | None = None
    """The word before an insertion; None for the sentence around it."""
    marks: tuple[int, ...] = ()
    """The brackets or dashes around an insertion."""


def take_apart(tokens: Sequence[Token], start: int = 0) -> list[Part]:
    """The sentence without its insertions first, then each insertion; every word is in one part or one of its marks.

    Words before `start` (a dateline) are an insertion of their own, and so is a label before a colon.
    """
    start = start if start < len(tokens) else 0
    start = start or label_end(tokens)
    words = {token.text for token in tokens}
    if not start and _SIGNS.isdisjoint(words) and not (words >= _OF_A_PARTICIPLE):
        return [Part(tuple(range(len(tokens))))]
    parts: list[Part] = []
    outer = list(range(start, len(tokens)))
    if start:
        parts.append(Part(tuple(range(start)), start))
    _lift(tokens, outer, None, (), parts)
    return sorted(parts, key=lambda part: (part.host is not None, part.words[0]))


def label_end(tokens: Sequence[Token]) -> int:
    """Where the label of an item ends: "• 23 May: ", "- Niger: ", "Monday, 6 June: "; 0 where there is none.

    Without a bullet only a day is one: "Officials: ..." may be who says so.
    """
    first = 1 if tokens and tokens[0].text in _BULLETS else 0
    colon = next((at for at in range(first, min(len(tokens), _LONGEST_LABEL)) if tokens[at].text == ":"), 0)
    label, rest = tokens[first:colon], tokens[colon + 1 :]
    if not label or len(rest) < _SHORTEST_LABELLED or not rest[0].text[0].isalnum() or rest[0].text.islower():
        return 0
    if not all(word.text[0].isupper() or word.text[0].isdigit() or word.text in _IN_LABELS for word in label):
        return 0
    dated = any(word.text.isdigit() for word in label) and any(word.text in _DAYS for word in label)
    # "Palma, Cabo Delgado: ..."
    placed = any(word.text == "," for word in label) and not any(word.text.isdigit() for word in label)
    # "LAKKI MARWAT: ...", but "UN: ..." is who says so
    cried = (
        all(word.text.isupper() or word.text in _IN_LABELS for word in label) and not rest[0].text.isupper()
    )
    cried = cried and not dated and sum(len(word.text) for word in label) > _LONGEST_ACRONYM
    return colon + 1 if first or dated or placed or cried else 0


def _lift(
    tokens: Sequence[Token], words: list[int], host: int | None, marks: tuple[int, ...], parts: list[Part]
) -> None:
    found = _first_bracket(tokens, words) or _first_dashes(tokens, words) or _first_participle(tokens, words)
    if found is None:
        parts.append(Part(tuple(words), host, marks))
        return
    opening, closing = found
    inside = words[opening + 1 : closing]
    around = tuple(words[i] for i in (opening, closing) if i < len(words))
    rest = words[:opening] + words[closing + 1 :]
    _lift(tokens, inside, words[opening - 1], around, parts)
    _lift(tokens, rest, host, marks, parts)


def _first_bracket(tokens: Sequence[Token], words: list[int]) -> tuple[int, int] | None:
    for opening in range(1, len(words)):
        if tokens[words[opening]].text != "(":
            continue
        for closing in range(opening + 2, min(len(words), opening + _LONGEST_BRACKET)):
            text = tokens[words[closing]].text
            if text == "(":
                break
            if text == ")":
                return opening, closing
    return None


def _first_dashes(tokens: Sequence[Token], words: list[int]) -> tuple[int, int] | None:
    """Two dashes with words between and after them, or one dash with words up to the end."""
    dashes = [i for i, word in enumerate(words) if tokens[word].text in _DASHES]
    if not dashes or dashes[0] == 0:
        return None
    opening = dashes[0]
    if len(dashes) > 1 and dashes[1] > opening + 1 and dashes[1] < len(words) - 2:
        return opening, dashes[1]
    last = len(words) - (1 if tokens[words[-1]].text in {".", "!", "?"} else 0)
    if opening >= 3 and last - opening > 3:
        return opening, len(words)
    return None


def _first_participle(tokens: Sequence[Token], words: list[int]) -> tuple[int, int] | None:
    """A participle with "by" between two commas: "the rebels, spearheaded by the MNLA, took the north"."""
    for opening in range(1, len(words) - 3):
        first, second = tokens[words[opening + 1]].text, tokens[words[opening + 2]].text
        if tokens[words[opening]].text != "," or second != "by" or not first.endswith(("ed", "led", "held")):
            continue
        for closing in range(opening + 4, min(len(words) - 1, opening + _LONGEST_PARTICIPLE)):
            if tokens[words[closing]].text == ",":
                return opening, closing
    return None


def put_together(
    tokens: Sequence[Token], parts: Sequence[Part], read: Sequence[Sentence], index: int
) -> Sentence:
    """One sentence with all marks, from those of its parts in the same order."""
    if len(parts) == 1 and len(parts[0].words) == len(tokens):
        return _whole(tokens, read[0], index)
    upos = ["PUNCT"] * len(tokens)
    heads = [-1] * len(tokens)
    deprels = ["punct"] * len(tokens)
    names: list[Name] = []
    predicates: list[Predicate] = []
    roles: list[Role] = []
    core_root = 0
    for part, marked in zip(parts, read, strict=True):
        sentence = marked if part.host is None else _as_phrase(marked)
        root = part.words[0]
        for own, word in enumerate(part.words):
            upos[word] = sentence.upos[own]
            above = sentence.heads[own]
            heads[word] = part.words[above] if above >= 0 else -1
            deprels[word] = sentence.deprels[own]
            if above < 0:
                root = word
        if part.host is None:
            core_root = root
        else:
            _hang(part, root, core_root, upos, heads, deprels)
            named = tokens[root].text.lower() in _NAMING
            if named or (root == part.words[0] and tokens[part.marks[0] if part.marks else root].text == ","):
                heads[root], deprels[root] = _phrase_head(part.host, heads, deprels), "acl"
        names.extend(_names(part, sentence))
        predicates.extend(
            Predicate(
                part.words[predicate.index],
                tuple(
                    Argument(part.words[argument.head], argument.label) for argument in predicate.arguments
                ),
            )
            for predicate in sentence.predicates
        )
        roles.extend(
            Role(part.words[role.first], part.words[role.stop - 1] + 1, role.role, role.score)
            for role in sentence.roles
        )
    certainty = [1.0] * len(tokens)
    for part, sentence in zip(parts, read, strict=True):
        for own, sure in enumerate(sentence.certainty):
            certainty[part.words[own]] = sure
    return Sentence(
        tokens=tuple(tokens),
        upos=tuple(upos),
        heads=tuple(heads),
        deprels=tuple(deprels),
        names=tuple(sorted(names, key=lambda name: name.first)),
        predicates=tuple(sorted(predicates, key=lambda predicate: predicate.index)),
        roles=tuple(sorted(roles, key=lambda role: (role.first, role.role))),
        index=index,
        certainty=tuple(certainty) if any(sentence.certainty for sentence in read) else (),
    )


def _whole(tokens: Sequence[Token], read: Sentence, index: int) -> Sentence:
    """A sentence that was read as one, as most are; its words may have been spelt otherwise for that."""
    return replace(
        read,
        tokens=tuple(tokens),
        names=tuple(sorted(read.names, key=lambda name: name.first)),
        predicates=tuple(sorted(read.predicates, key=lambda predicate: predicate.index)),
        roles=tuple(sorted(read.roles, key=lambda role: (role.first, role.role))),
        index=index,
    )


def _as_phrase(sentence: Sentence) -> Sentence:
    """ "the task force led by France" in an insertion is a noun with a participle, not a clause without its "was"."""
    root = next((index for index, head in enumerate(sentence.heads) if head < 0), None)
    if root is None or sentence.upos[root] != "VERB" or sentence.dependants(root, "aux", "cop"):
        return sentence
    subject = next(
        (child for child in sentence.children[root] if sentence.deprels[child] == "nsubj:pass"), None
    )
    if subject is None or subject > root:
        return sentence
    heads, deprels = list(sentence.heads), list(sentence.deprels)
    heads[subject], deprels[subject] = -1, "root"
    heads[root], deprels[root] = subject, "acl"
    return replace(sentence, heads=tuple(heads), deprels=tuple(deprels))


def _hang(
    part: Part, root: int, core_root: int, upos: list[str], heads: list[int], deprels: list[str]
) -> None:
    """Hangs an insertion on the phrase before it, or on the sentence where it is a clause or a dateline."""
    assert part.host is not None
    dateline = part.words[0] < part.host and not part.marks
    above = _phrase_head(part.host, heads, deprels)
    nominal = upos[root] in _NOMINAL
    heads[root] = core_root if dateline or not nominal else above
    deprels[root] = "appos" if nominal and not dateline else "parataxis"
    if heads[root] == root:
        heads[root] = -1
    for mark in part.marks:
        heads[mark] = root


def _phrase_head(word: int, heads: list[int], deprels: list[str]) -> int:
    """The head of the name or compound that a word ends."""
    for _ in range(len(heads)):
        if deprels[word].partition(":")[0] not in _INSIDE_NAMES or heads[word] < 0:
            break
        word = heads[word]
    return word


def _names(part: Part, sentence: Sentence) -> Iterator[Name]:
    """The names of a part; one that an insertion interrupts ends before it."""
    for name in sentence.names:
        words = part.words[name.first : name.stop]
        stop = words[0] + 1
        for word in words[1:]:
            if word != stop:
                break
            stop += 1
        yield Name(words[0], stop, name.label)
