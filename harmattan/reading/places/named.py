"""Where a sentence says things are: place names with their directions and kinds ("northern Mali", "the Gao
region")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from harmattan.model.readings import Place
from harmattan.model.text import Document
from harmattan.reading.marks import Name, Sentence
from harmattan.reading.places.relative import demonym_border, relative_bounds
from harmattan.reading.trees.phrases import preposition

_DIRECTIONS = frozenset(
    """northern southern eastern western central northeastern northwestern southeastern southwestern north-
        eastern north-western south-eastern south-western north-east north-west south-east south-west north
        south east west northeast northwest southeast southwest upper lower greater mid inner coastal""".split()
)
_BEARINGS = frozenset(
    "north south east west centre center northeast northwest southeast southwest north-east far-north".split()
)
_HALVES = frozenset(["north", "south", "far", "mid"])
"""What stands before a hyphen in a direction."""
_KINDS = frozenset(
    """region province district area state governorate cercle commune department prefecture county village town
        city municipality desert valley forest border basin airport camp base reserve park island peninsula
        mountains highlands hamlet township neighbourhood neighborhood suburb locality oblast raion tehsil parish
        canton territory""".split()
)
_SEVERAL = frozenset(
    """regions provinces districts states governorates cercles communes departments prefectures counties villages towns
    cities municipalities territories""".split()
)
"""Of the same kinds, behind several names."""
_ANY_KIND = _KINDS | _SEVERAL
_WISHES = frozenset("request invitation behest demand insistence urging instigation".split())
"""What a government has that is called by its capital: "at the request of Kinshasa"."""
_FEATURES = frozenset(["lake", "mount", "fort", "port", "cape", "camp"])
"""What stands before a name as a part of it: "Lake Chad"."""
_PARTS = frozenset(
    "centre center heart streets hall market bazaar prison port airport station stadium square quarter gates".split()
)
"""Parts of a town, and what every town has."""
_FAITHS = frozenset(
    """shiite shia sunni coptic catholic orthodox anglican baptist evangelical protestant hindu sikh muslim christian
    jewish ahmadi sufi buddhist""".split()
)
_POSSESSIVE = frozenset(["'s", "’s"])
SITE_PREPOSITIONS = frozenset(
    """in at near from to into around outside inside across towards toward within throughout over off along
        between on by""".split()
)


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """A place in a sentence: its tokens, the token the tree hangs it by, and what it hangs on."""

    first: int
    stop: int
    head: int
    preposition: str
    """The preposition before it, "" where it has none of its own."""
    place: Place


def find_places(document: Document, sentence: Sentence) -> list[PlaceMark]:
    """The places of a sentence in text order; those that only qualify a noun ("Mali's army") are left out."""
    found: dict[int, PlaceMark] = {}
    for name in _joined(sentence):
        told = relative_bounds(document.text, sentence, name)
        if told is not None or not _qualifies(sentence, name):
            mark = (
                _relative(document, sentence, *told)
                if told
                else _mark(document, sentence, name.first, name.stop)
            )
            inside = [
                other for other in found.values() if other.first < mark.stop and mark.first < other.stop
            ]
            if all(other.stop - other.first < mark.stop - mark.first for other in inside):
                for other in inside:
                    del found[other.first]
                found[mark.first] = mark
    for mark in _owned(document, sentence):
        if not any(other.first < mark.stop and mark.first < other.stop for other in found.values()):
            found[mark.first] = mark
    for index, word in enumerate(sentence.words):
        border = demonym_border(sentence, index)
        if border and not any(other.first < border[1] and border[0] < other.stop for other in found.values()):
            found[border[0]] = _relative(document, sentence, *border)
        if word in _BEARINGS and sentence.upos[index] in {"NOUN", "PROPN"} and _stands_alone(sentence, index):
            mark = _mark(document, sentence, index, index + 1)
            if not any(other.first <= index < other.stop for other in found.values()):
                found[mark.first] = mark
    return [found[first] for first in sorted(found)]


def _owned(document: Document, sentence: Sentence) -> Iterator[PlaceMark]:
    """Towns by which a part of theirs is told: "in Bamiyan's bazaar", but not "in Mali's army"."""
    for name in sentence.names:
        stop = name.stop - (sentence.words[name.stop - 1] in _POSSESSIVE)
        if name.label != "LOC" or stop >= len(sentence) or sentence.words[stop] not in _POSSESSIVE:
            continue
        head = _hung_by(sentence, name.first, stop)
        part = sentence.heads[head]
        if part < 0 or sentence.words[part] not in _PARTS | _KINDS or part in sentence.name_at:
            continue
        own = preposition(sentence, part)
        if not own and sentence.deprels[part] in {"obj", "nsubj:pass"}:
            own = "at"  # "shelled Goma's airport"
        if own in SITE_PREPOSITIONS:
            span = document.span(sentence.tokens[name.first].start, sentence.tokens[stop - 1].end)
            yield PlaceMark(name.first, stop, part, own, Place(span, span.quote))


def find_sites(document: Document, sentence: Sentence) -> list[PlaceMark]:
    """The places that only qualify a noun, as where something is or took place: "the Boni attack", "the Mir Ali camp".

    Countries count where the noun is what took place; whose army or government it is, says nothing of where.
    """
    found = []
    for name in _joined(sentence):
        head = _hung_by(sentence, name.first, name.stop)
        owned = name.stop < len(sentence) and sentence.words[name.stop] in {"'s", "’s"}
        if sentence.deprels[head] != "compound" or owned or not _qualifies(sentence, name):
            continue
        if sentence.words[head] in _FAITHS:
            continue  # "a Shiite mosque"
        if relative_bounds(document.text, sentence, name) is None:
            span = document.span(sentence.tokens[name.first].start, sentence.tokens[name.stop - 1].end)
            found.append(PlaceMark(name.first, name.stop, head, "", Place(span, span.quote)))
    return found


def _joined(sentence: Sentence) -> list[Name]:
    """The names of places, two with only a hyphen between them as one: "Liptako-Gourma"."""
    found: list[Name] = []
    for name in sentence.names:
        if name.label not in {"LOC", "GPE"}:
            continue
        before = found[-1] if found else None
        if before is not None and before.stop == name.first - 1 and _is_hyphen(sentence, before.stop):
            found[-1] = Name(before.first, name.stop, name.label)
        else:
            found.append(name)
    return found


def _is_hyphen(sentence: Sentence, index: int) -> bool:
    before, hyphen, after = sentence.tokens[index - 1 : index + 2]
    return hyphen.text in {"-", "‑"} and before.end == hyphen.start and hyphen.end == after.start


def _relative(document: Document, sentence: Sentence, first: int, stop: int) -> PlaceMark:
    """A place told by others: it is where the words say, whatever preposition they begin with."""
    head = _hung_by(sentence, first, stop)
    own = preposition(sentence, head)
    span = document.span(sentence.tokens[first].start, sentence.tokens[stop - 1].end)
    return PlaceMark(first, stop, head, own if own in SITE_PREPOSITIONS else "at", Place(span, span.quote))


def _stands_alone(sentence: Sentence, index: int) -> bool:
    determined = any(sentence.words[child] in {"the", "far"} for child in sentence.children[index])
    described = any(  # "the city centre"
        sentence.words[child] not in _DIRECTIONS
        for child in sentence.dependants(index, "compound", "nmod:poss")
    )
    return (
        determined
        and not described
        and preposition(sentence, index) in SITE_PREPOSITIONS
        and index not in sentence.name_at
    )


def _qualifies(sentence: Sentence, name: Name) -> bool:
    head = _hung_by(sentence, name.first, name.stop)
    if sentence.deprels[head] == "nmod:poss":
        return True
    if name.stop < len(sentence) and sentence.words[name.stop] in {"'s", "’s"}:
        return True
    above = sentence.heads[head]
    if above >= 0 and sentence.words[above] in _WISHES:
        return True
    if sentence.deprels[head] in {"compound", "amod", "flat"} and above >= 0:
        return sentence.words[above] not in _ANY_KIND and above not in sentence.name_at
    return False


def _hung_by(sentence: Sentence, first: int, stop: int) -> int:
    for index in range(first, stop):
        if not first <= sentence.heads[index] < stop:
            return index
    return stop - 1


def _mark(document: Document, sentence: Sentence, first: int, stop: int) -> PlaceMark:
    first = _with_directions(sentence, first)
    if first and sentence.words[first - 1] in _FEATURES and sentence.tokens[first - 1].text[:1].isupper():
        first -= 1
    if (
        stop < len(sentence)
        and sentence.words[stop] in _ANY_KIND
        and sentence.upos[stop] in {"NOUN", "PROPN"}
    ):
        stop += 1
    if stop + 1 < len(sentence) and sentence.words[stop - 1] in _BEARINGS and sentence.words[stop] == "of":
        name = next(
            (n for n in sentence.names if n.first in {stop + 1, stop + 2} and n.label in {"LOC", "GPE"}), None
        )
        stop = name.stop if name is not None else stop
    head = _hung_by(sentence, first, stop)
    own = preposition(sentence, head)
    if own == "of" and sentence.words[sentence.heads[head]] in _ANY_KIND | _PARTS:
        # "in the village of Solhan" and "in the market of Solhan" are in Solhan.
        head = sentence.heads[head]
        own = preposition(sentence, head)
    if not own:
        own = _coordinated_preposition(sentence, head) or _preposition_before(sentence, first)
    span = document.span(sentence.tokens[first].start, sentence.tokens[stop - 1].end)
    above = sentence.words[sentence.heads[head]] if sentence.deprels[head] == "compound" else ""
    # "the Mopti and Timbuktu regions" are two, of one kind
    kind = f" {above}" if above in _SEVERAL and not span.quote.lower().endswith(above) else ""
    return PlaceMark(first, stop, head, own, Place(span, span.quote + kind))


_EXTREME = frozenset(["far", "extreme", "deep"])
"""What stands before a bearing in the name of a region: "the Far North"."""


def _with_directions(sentence: Sentence, first: int) -> int:
    """Where a place begins with what says which part of it: "northern Mali", "the north-west", "north-western Mali"."""
    while True:
        extreme = first > 0 and sentence.words[first - 1] in _EXTREME and sentence.words[first] in _BEARINGS
        if extreme and sentence.tokens[first - 1].text.istitle():
            first -= 1
        elif first > 1 and sentence.words[first - 2] in _HALVES and _is_hyphen(sentence, first - 1):
            first -= 2
        elif (
            first > 0
            and sentence.words[first - 1] in _DIRECTIONS
            and sentence.upos[first - 1] in {"ADJ", "NOUN", "PROPN", "ADV"}
        ):
            first -= 1
        else:
            return first


def _preposition_before(sentence: Sentence, first: int) -> str:
    """The preposition that stands right before a place, an article between, whatever the tree hangs it on."""
    before = first - 2 if first > 1 and sentence.words[first - 1] == "the" else first - 1
    return sentence.words[before] if before >= 0 and sentence.words[before] in SITE_PREPOSITIONS else ""


def _coordinated_preposition(sentence: Sentence, head: int) -> str:
    """ "in Mali, Chad and Niger": the later ones share the first one's preposition; so does an apposition."""
    current = head
    while sentence.deprels[current] in {"conj", "appos", "flat", "nmod", "compound", "list", "nmod:desc"}:
        above = sentence.heads[current]
        if above < 0:
            break
        own = preposition(sentence, above)
        if own:
            # "in the Somali capital, Mogadishu"
            said_so = sentence.deprels[current] == "appos" and own in SITE_PREPOSITIONS
            named = sentence.upos[above] == "PROPN" or sentence.words[above] in _ANY_KIND | _BEARINGS
            return own if named or said_so else ""
        current = above
    return ""
