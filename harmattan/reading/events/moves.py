"""Words of coming, going and giving up that may tell of a force's moves, though the lexicon's conditions do not hold.

"Leave" tells of a withdrawal only if who leaves is one of a force, and who that is often stands where no tree leads:
in the sentence before, in a share, beside another verb. Of such words a logistic model says by all that stands around
each how likely it tells of a move. The weights in `reference/data/moves.json` are learnt from our own labelled passages
and reports (`python -m training.moves`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from harmattan.reading.events.arguments import Arguments
from harmattan.reading.events.figurative import is_figurative
from harmattan.reading.events.meanings import Known, Meaning, arguments_of, leaves_them_so, particles_of
from harmattan.reading.events.movers import SHARES, speaks_of_force
from harmattan.reading.events.stand_ins import FORCES
from harmattan.reading.marks import Sentence
from harmattan.reading.pages import Line, Page
from harmattan.reading.strengths.words import (
    BODIES_OF_MEN,
    CIVIL,
    COLLECTIVES,
    COMMANDERS,
    FIGURES,
    GROUPS,
    HURT,
    LOOSE_UNITS,
    LOSSES,
    LOST,
    UNITS,
    armed_names,
    is_military,
)
from harmattan.reading.trees.phrases import preposition
from harmattan.reference import learnt
from harmattan.reference.countries import countries
from harmattan.reference.inflection import forms_of_all
from harmattan.reference.lexicon import Lexicon, Predicate

LIKELY = 0.5
"""From here on a word is taken to tell of a move: four in five so taken do, where they were not learnt from."""
_VERBS = forms_of_all(
    "leave go come depart exit quit vacate abandon withdraw pull board fly land send bring take reach enter hand give "
    "close shut move cross head return ship rotate roll sail"
)
_NOUNS = frozenset(
    """gone departure departures exit pullout pullback withdrawal withdrawals closure closures handover drawdown
    deployment deployments dispatch arrival return""".split()
)
WORDS = _VERBS | _NOUNS
"""Words that tell of coming, going or giving up, and whose sense hangs on who is spoken of."""
_MOVES = frozenset(
    [("RETREAT", "withdraw"), ("RETREAT", "disarm"), ("MOBILIZE", "troops"), ("MOBILIZE", "police")]
)
_HELPERS = frozenset("will would may might could can must should has have had be to not".split())
_DIRECTIONS = frozenset("home back out away off up down over in ashore across aboard".split())
_PLACING = frozenset("from to in into at for on by with towards across through".split()) | {"out of"}
_VEHICLES = frozenset(
    "convoy convoys column columns truck trucks tanks ship ships plane planes aircraft jets vehicles bombers".split()
)
_OTHERS = CIVIL | frozenset(
    """people population inhabitants families women children cars buses gang gangs shot shots bodies body number numbers
    figure fire hour day time files talks negotiations campaign rate""".split()
)
"""What comes and goes without being anybody's force."""
_ELSEWHERE = frozenset("on down forward up off through about along against ahead without open behind".split())
"""Words right behind a verb with which it may mean something else: "go on", "bring forward"."""
_BY_VERB = frozenset(["down", "up", "off"])
"""Of these, those with which only a few verbs do: "go down", no "draw down"."""
_SHIFTING = forms_of_all("go bring")
_LEAVING, _ABANDONING, _CLOSING = forms_of_all("leave"), forms_of_all("abandon"), forms_of_all("close shut")
_CLOSER = frozenset(["in", "within"])
"""What follows "close" where it tells of coming nearer."""
_LEFT_BEHIND = frozenset(["behind", "without", "open", "with"])
_OF_FORCE = frozenset(
    f"party {kind}"
    for kind in (
        *(
            "force",
            "men",
            "stand-in",
            "nation",
            "name GPE",
            "name ORG",
            "vehicles",
            "number",
            "share",
            "base",
        ),
        *("pron it", "pron they", "pron them"),
    )
)
"""Features of who may be a force where no force is spoken of."""
_ABOUT: Mapping[str, Collection[str]] = {
    "units": UNITS,
    "collectives": COLLECTIVES,
    "civil": CIVIL,
    "lost": LOST,
    "losses": LOSSES | HURT,
    "figures": FIGURES,
    "commanders": COMMANDERS,
}
_BY_TYPE = ("subject", "object", "way", "from", "to ", "in ")
"""How the features begin that say something else of coming than of going."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word with what it may mean, and the features by which that is judged."""

    index: int
    meaning: Meaning
    features: frozenset[str]


def likelihood(features: Collection[str]) -> float:
    """How likely a word with these features tells of a move, from 0 to 1; 0 where nothing was learnt."""
    return learnt.likelihood("moves", features)


def candidates(
    page: Page, number: int, index: int, light: int | None, lexicon: Lexicon, known: Known
) -> Iterator[Candidate]:
    """What a word of coming or going may mean, one meaning a type; `light` is the light verb it is the object of."""
    line = page.lines[number]
    sentence = line.sentence
    entries = _entries(sentence, index, lexicon)
    if not entries or _means_else(sentence, index, lexicon):
        return
    found = arguments_of(line, index, light)
    if is_figurative(sentence, index, found) or _is_of_others(sentence, index, found):
        return
    parties = frozenset(_parties(line, index, found, lexicon, known))
    if parties.isdisjoint(_OF_FORCE) and not speaks_of_force(page, number, lexicon):
        return
    common = {*parties, *_form(sentence, index, light, lexicon), *_of_clause(line, index, found)}
    common.update(_context(page, number, lexicon))
    types = {entry.type for entry in lexicon.entries(sentence.words[index], sentence.upos[index])}
    common.add(f"meanings {min(len(types), 4)}")
    for kind, entry in entries.items():
        own = {f"type {kind}", f"{kind} {lexicon.lemma(sentence.words[index], sentence.upos[index])}"}
        own.update(f"{kind} {name}" for name in common if name.startswith(_BY_TYPE))
        if entry.particle:
            own.add("particle wanted")
        if not entry.ambiguous:
            own.add("unconditional")
        yield Candidate(index, Meaning(entry, found), frozenset(common | own))


def _entries(sentence: Sentence, index: int, lexicon: Lexicon) -> dict[str, Predicate]:
    """By type, the first of the word's meanings that is one of moving, one whose particle is there before others."""
    particles = particles_of(sentence, index)
    verbal = sentence.upos[index] == "VERB"
    chosen: dict[str, Predicate] = {}
    for entry in lexicon.entries(sentence.words[index], sentence.upos[index]):
        if verbal and entry.particle and entry.particle not in particles:
            continue
        for clause in (None, *entry.when):
            kind = entry.type if clause is None else clause.type or entry.type
            mode = entry.mode if clause is None else clause.mode
            better = kind not in chosen or (entry.particle and not chosen[kind].particle)
            if (kind, mode) in _MOVES and better:
                turned = next((one for one in entry.when if one.type == kind), None)
                chosen[kind] = entry.refined(turned) if turned is not None else entry
    return chosen


def _means_else(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """Whether a word surely tells of no move: "an exit route", "leave 400 men behind", "go on fighting"."""
    word, relation = sentence.words[index], sentence.deprels[index]
    if sentence.upos[index] == "NOUN" and (relation == "compound" or word not in _NOUNS):
        return True
    if word in _LEAVING and _stays(sentence, index):
        return True
    if word in _ABANDONING | _CLOSING:
        things = sentence.dependants(index, "obj", "nsubj:pass") or sentence.dependants(index, "nsubj")
        if any(sentence.words[thing] in _VEHICLES for thing in things):
            return True
        if word in _CLOSING and not _CLOSER.isdisjoint(sentence.words[index + 1 : index + 3]):
            return True
        if word in _CLOSING and not any(_may_be_base(sentence, thing, lexicon) for thing in things):
            return True
    return _has_other_particle(sentence, index)


def _may_be_base(sentence: Sentence, thing: int, lexicon: Lexicon) -> bool:
    """Whether what is closed may be where a force was, or the force: "the camp", "Kidal", "the last one", no border."""
    if thing in sentence.name_at or sentence.upos[thing] in {"PRON", "NUM", "PROPN"}:
        return True
    word = sentence.words[thing]
    return word in SHARES or word in BODIES_OF_MEN or "base" in lexicon.noun_class(word)


def _stays(sentence: Sentence, index: int) -> bool:
    """Whether "leave" tells who stays, or in what somebody is left."""
    if leaves_them_so(sentence, index) or sentence.dependants(index, "aux:pass", "cop"):
        return True
    behind = sentence.words[index + 1 : index + 5]
    over = sentence.words[index] == "left" and sentence.deprels[index] == "acl"
    return over or not _LEFT_BEHIND.isdisjoint(behind)


def _has_other_particle(sentence: Sentence, index: int) -> bool:
    """Whether the word right behind makes the verb mean something else."""
    behind = index + 1
    if behind >= len(sentence) or sentence.words[behind] not in _ELSEWHERE:
        return False
    particle = sentence.words[behind]
    if sentence.words[behind : behind + 2] == ("on", "board") or sentence.dependants(behind, "case"):
        return False
    if sentence.words[index] in _SHIFTING and sentence.words[behind : behind + 2] == ("on", "the"):
        return True  # "went on the offensive"
    beside = (
        sentence.deprels[behind] in {"compound:prt", "advmod", "xcomp"} or sentence.heads[behind] == index
    )
    if not beside and particle != "behind":
        return False
    return particle not in _BY_VERB or sentence.upos[index] != "VERB" or sentence.words[index] in _SHIFTING


def _is_of_others(sentence: Sentence, index: int, found: Arguments) -> bool:
    """Whether those who go are people or things that no force has."""
    heads = [*sentence.dependants(index, "nsubj", "obj"), *found.get("ARG0"), *found.get("ARG1")]
    heads += [
        below
        for head in heads
        for below in sentence.dependants(head, "nmod")
        if preposition(sentence, below) == "of"
    ]
    return any(sentence.words[head] in _OTHERS for head in heads)


def _form(sentence: Sentence, index: int, light: int | None, lexicon: Lexicon) -> Iterator[str]:
    """The word, its place in the tree, its tense."""
    upos, relation = sentence.upos[index], sentence.deprels[index]
    yield f"pos {upos.lower()}"
    yield f"lemma {lexicon.lemma(sentence.words[index], upos)}"
    yield f"hangs {relation}"
    yield f"{upos.lower()} hangs {relation}"
    if light is not None:
        yield "light"
    if sentence.words[index].endswith("ing"):
        yield "gerund"
    beside = {sentence.words[child] for child in sentence.dependants(index, "aux", "mark", "cop", "advmod")}
    yield from (f"with {helper}" for helper in beside & _HELPERS)
    if sentence.dependants(index, "aux:pass", "nsubj:pass"):
        yield "passive"
    if sentence.dependants(index, "xcomp"):
        yield "completed"
    if sentence.dependants(index, "ccomp"):
        yield "says"
    for at, side in ((index - 1, "before"), (index + 1, "after")):
        if 0 <= at < len(sentence):
            yield f"{side} {sentence.upos[at].lower()}"


def _parties(line: Line, index: int, found: Arguments, lexicon: Lexicon, known: Known) -> Iterator[str]:
    """Who comes, goes, sends, is sent, or whose move it is."""
    sentence = line.sentence
    verbal = sentence.upos[index] == "VERB"
    subject = [*sentence.dependants(index, "nsubj"), *found.get("ARG0")] if verbal else found.get("ARG0")
    object_ = [*sentence.dependants(index, "obj"), *(() if verbal else found.get("ARG1"))]
    for label, heads in (
        ("subject", subject[:1]),
        ("object", object_[:1]),
        ("of", found.of[:1]),
        ("arg1", found.get("ARG1")[:1]),
        ("owner", sentence.dependants(index, "nmod:poss")[:1]),
    ):
        kinds = {kind for head in heads for kind in _kinds(sentence, head, lexicon, known)}
        yield from (f"party {kind}" for kind in kinds)
        yield from (f"{label} {kind}" for kind in kinds or {"nobody"})
        if label in {"subject", "object"} and any(line.quantity_of(head) for head in heads):
            yield f"{label} counted"


def _kinds(sentence: Sentence, head: int, lexicon: Lexicon, known: Known) -> Iterator[str]:
    """What kinds of party a word may be."""
    meant = known.get(head, frozenset())
    if FORCES in meant:
        yield "stand-in"
    if sentence.upos[head] == "PRON":
        yield from _kinds_of_pronoun(sentence, head, lexicon, known)
        if any(word in UNITS or "troops" in lexicon.noun_class(word) for word in meant):
            yield "force"
        return
    yield _kind(sentence, head, lexicon)
    if sentence.upos[head] == "NUM" or sentence.words[head] in SHARES:
        for child in sentence.dependants(head, "nmod"):
            if preposition(sentence, child) == "of":
                for kind in _kinds(sentence, child, lexicon, known):
                    yield kind
                    yield f"of {kind}"


def _kinds_of_pronoun(sentence: Sentence, head: int, lexicon: Lexicon, known: Known) -> Iterator[str]:
    word, clause = sentence.words[head], sentence.heads[head]
    if word in {"it", "they", "them"}:
        yield f"pron {word}"
    elif word in {"who", "that", "which", "whom"}:
        yield "relative"
        above = sentence.heads[clause] if clause >= 0 else -1
        if above >= 0 and sentence.upos[above] != "PRON":
            yield from _kinds(sentence, above, lexicon, known)
    else:
        yield "pron person"


def _kind(sentence: Sentence, head: int, lexicon: Lexicon) -> str:
    """What kind of party a word is that is no pronoun."""
    word, text, name = sentence.words[head], sentence.tokens[head].text, sentence.name_at.get(head)
    classes = lexicon.noun_class(word)
    if word in UNITS | BODIES_OF_MEN | GROUPS or word in armed_names() or "troops" in classes:
        return "force"
    if name is not None and word not in LOOSE_UNITS | _VEHICLES:
        return f"name {name.label}"
    for kind, words in (
        ("men", LOOSE_UNITS),
        ("vehicles", _VEHICLES),
        ("share", SHARES),
        ("civil", CIVIL),
        ("commander", COMMANDERS),
    ):
        if word in words:
            return kind
    if sentence.upos[head] == "NUM":
        return "number"
    if "base" in classes:
        return "base"
    if countries().by_demonym(text) or countries().by_demonym(text.removesuffix("s")):
        return "nation"
    return next((kind for kind in ("people", "state", "thing") if kind in classes), "else")


def _of_clause(line: Line, index: int, found: Arguments) -> Iterator[str]:
    """Which way, from where, to where and when."""
    sentence = line.sentence
    for child in sentence.dependants(index, "advmod", "compound:prt", "obl", "obj"):
        if sentence.words[child] in _DIRECTIONS:
            yield f"way {sentence.words[child]}"
    for label, heads in found.by_label.items():
        if label in _PLACING and heads:
            name = sentence.name_at.get(heads[0])
            placed = name is not None and name.label in {"GPE", "LOC"}
            yield f"{label} {'place' if placed else 'thing'}"
    if any(preposition(sentence, child) == "from" for child in sentence.children[index]):
        yield "from anything"
    if line.times:
        below = frozenset(sentence.subtree(index))
        if any(line.hung_by(time.span) in below for time in line.times):
            yield "dated"


def _context(page: Page, number: int, lexicon: Lexicon) -> Iterator[str]:
    """What the sentence and those beside it speak of."""
    words = page.lines[number].sentence.words
    if is_military(words, lexicon):
        yield "military"
    beside = (page.lines[at].sentence for at in (number - 1, number + 1) if 0 <= at < len(page.lines))
    if any(is_military(sentence.words, lexicon) for sentence in beside):
        yield "near a force"
    here = frozenset(words)
    if not here.isdisjoint(armed_names()):
        yield "armed name"
    yield from (f"sentence {name}" for name, about in _ABOUT.items() if not here.isdisjoint(about))
