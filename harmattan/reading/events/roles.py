"""From a predicate's arguments to the fields of an event, by what the lexicon says the word means."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace

from harmattan.model.readings import Mention, Number, RelationKind
from harmattan.model.text import Span
from harmattan.model.values import Count
from harmattan.reading.events.agency import can_act, can_receive, fitting, is_demonym, of_a_nation
from harmattan.reading.events.arguments import Arguments, arguments, is_passive
from harmattan.reading.events.claimants import claimants
from harmattan.reading.events.meanings import OPERATION_WORDS, Meaning
from harmattan.reading.events.wielders import FIRE, wielders
from harmattan.reading.marks import Sentence
from harmattan.reading.pages import Line, Page, span_covers
from harmattan.reading.trees.phrases import NOMINAL, appositions, conjuncts, members, preposition
from harmattan.reference.lexicon import Lexicon, Predicate

_BODILY = frozenset(["ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "PROTEST"])
_UNDERGOING = frozenset(["content", "recipient", "target", "victim"])
_ASKING = frozenset(["REQUEST", "THREATEN", "ACCUSE", "AGREE"])
_DONE_BY_OTHERS = frozenset(["REQUEST", "AGREE", "REJECT", "SUPPORT"])
"""Types whose content is a deed that others are to do, or have done."""
_ANSWERING = frozenset(["ACCUSE", "REJECT", "CONCEDE"])
"""Types that answer what another did or said: whose it was is the recipient."""
_BY_CLAUSE = {
    "THREATEN": frozenset(["", "against", "on"]),
    "REJECT": frozenset(["", "with", "to"]),
    "AGREE": frozenset(["", "with", "to", "for"]),
}
"""Types whose content is a clause, and how whom it concerns hangs on the clause's verb; "" is the object."""
_ANSWERED = frozenset("with by from between toward towards".split())
_CONCERNED = frozenset("with to between against from toward towards".split())
_OF_MEN = frozenset(["RETREAT", "MOBILIZE", "COERCE", "PROTEST"])
"""Types whose parties may be told by their number alone: "another 3,000 are due to go", "twelve were arrested"."""
_MOVING = frozenset(["RETREAT", "MOBILIZE"])
_UNNAMED = frozenset("rest others remainder majority".split())
_BEASTS = frozenset(
    "cattle cow cows sheep goat goats livestock camel camels animal animals horse horses donkey donkeys birds".split()
)
_OF_ACTS = frozenset("car truck lorry van motorcycle vehicle suitcase parcel terrorist".split())
"""What stands before the noun of an act and says of which kind it was, and neither who did it nor what it struck."""
_FREQUENTED = frozenset(
    """market markets bazaar mosque mosques church churches temple synagogue shrine monastery school schools college
    university hotel restaurant cafe café bar nightclub mall supermarket shop base camp barracks outpost headquarters
    station embassy consulate airport courthouse court stadium theatre theater cinema office ministry mine factory plant
    parliament seminary""".split()
)
"""What attackers kill people at because of what it is; nobody is killed at home because it is one."""
_OF_THE_STATE = frozenset(
    "police policeman policemen officer officers soldier soldiers troops army guards".split()
)
_BODIES = frozenset("throat throats body bodies corpse corpses remains".split())
_LIVES = frozenset(["life", "lives"])
_OF_THE_DEAD = _BODIES | _LIVES | {"death", "deaths"}
"""What stands for those it was of: "the bodies of eleven herders"."""
_WAYS = frozenset(
    "road roads highway highways route routes track trail axis street streets path motorway".split()
)
"""What acts of force are told to be "on" where they take place."""
_DIVISIONS = frozenset("province district region state governorate department county oblast township".split())
_STREETS = frozenset("rue avenue boulevard calle avenida street".split())
_CAMPAIGNS = frozenset("strike raid offensive invade bombard operation airstrike war".split())
_TIMES = frozenset(
    "spring summer autumn winter morning afternoon evening night dawn dusk midnight noon past meantime process".split()
)
"""What an act is told to be "in" that is neither struck nor a place."""
_OCCASIONS = {
    "in": frozenset("dispute feud row bid attempt effort retaliation response reprisal revenge".split()),
    "on": frozenset(
        """front fronts anniversary eve motorcycles motorcycle motorbikes motorbike motos horseback camelback foot
        camels bikes""".split()
    ),
}
"""What an act is told to be in or on that is neither struck nor a place."""
_CROSSINGS = frozenset(
    "roundabout junction crossroads intersection square bridge checkpoint crossing toll gate station market".split()
)
"""Things in a town at which something is told to be, and which are seldom struck."""
_BY = frozenset("near at in on inside outside behind beside under beneath opposite".split())
"""Where a bomb lies that strikes what it lies by."""
_GROUND = frozenset(
    """village town city area region district neighbourhood neighborhood suburb province capital border island
    settlement hamlet road field line railway site junction crossing square mine well region quarry trench port
    harbour""".split()
)
"""Things of the ground, which say where something is."""
_CARS = frozenset("car truck vehicle van taxi motorcycle jeep lorry pickup pick-up minibus".split())
_USES = frozenset("use help support aid assistance backing presence participation consent knowledge".split())
"""What is no weapon, though an act be done "with" it."""
_AIMING = frozenset("fire shoot throw hurl lob launch aim spray".split())
"""Of these "at" is what they strike."""
_AIMS = frozenset(
    "aim aims intent intention purpose goal objective view help success impunity result ease consent".split()
)
"""What something is done with that is no weapon."""
_MARCHES = frozenset("march advance push drive sweep campaign operation operations offensive".split())
"""What men are on while they take towns: "in their march on Gao, they took ten villages"."""
_OF_KINDS = frozenset(
    "aircraft planes jets helicopters vehicles fire rounds bombs guns missiles rockets weapons artillery".split()
)
"""Nouns that are told by kinds, with one noun for all: "rifle and mortar fire"."""
_SEVERAL = frozenset(
    "group number crowd team couple handful dozen family crew band column gang delegation busload convoy patrol".split()
)
"""Nouns that with "a" are several."""
_ANYBODY = frozenset("people persons victims dead relatives".split())
_BY_AGE_OR_SEX = frozenset(
    "women men children girls boys minors adults woman man child girl boy teenagers".split()
)
_BAND = frozenset("couple duo trio pair cell family brothers".split())
_OTHER_FATES = frozenset("wounded injured hurt missing kidnapped abducted captured".split())


@dataclass
class Fields:
    """What has been found for one event, by field name."""

    mentions: dict[str, list[Mention]] = field(default_factory=lambda: defaultdict(list))
    place_heads: list[int] = field(default_factory=list)
    killed: Number | None = None
    wounded: Number | None = None
    abducted: Number | None = None
    heads: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    """The token heads that each field was filled from."""

    def add(self, role: str, mentions: tuple[Mention, ...]) -> None:
        """Adds mentions to a field, each stretch once over all fields."""
        for mention in mentions:
            taken = [other for found in self.mentions.values() for other in found]
            if any(_same(mention, other) for other in taken):
                continue
            for found in self.mentions.values():
                found[:] = [other for other in found if mention.span not in other.span]
            self.mentions[role].append(mention)

    def get(self, role: str) -> tuple[Mention, ...]:
        """A field's mentions in text order."""
        return tuple(sorted(self.mentions.get(role, ()), key=lambda mention: mention.span.start))


def _same(mention: Mention, other: Mention) -> bool:
    """Whether two mentions are one party: the same stretch, or a pronoun beside what it stands for."""
    stands_for = {mention.span, mention.antecedent} & {other.span, other.antecedent}
    inside = other.span in mention.span
    meant = mention.antecedent is not None and mention.antecedent in other.span  # "three women, whom"
    return inside or meant or bool(stands_for - {None}) or mention.name.lower() == other.name.lower()


def fill(page: Page, line: Line, index: int, found: Meaning, lexicon: Lexicon) -> Fields:
    """The fields of the event on token `index`."""
    fields = Fields()
    predicate = found.predicate
    _subject_acts(line.sentence, index, found)
    if predicate.counts is not None:
        _count_before(line, index, predicate.counts, found.arguments, fields)
    # Where an argument has both a label and a preposition that the word names, the preposition decides.
    decided = {
        head
        for label, heads in found.arguments.by_label.items()
        if label.islower() and (label in predicate.roles or label in predicate.otherwise)
        for head in heads
    }
    for table in (predicate.roles, predicate.otherwise):
        for label, heads in found.arguments.by_label.items():
            role = table.get(label)
            if role is None or (table is predicate.otherwise and fields.get(role)):
                continue
            for head in heads:
                if label.isupper() and head in decided:
                    continue
                if table is predicate.otherwise and _is_left(line.sentence, index, head, label, found):
                    continue
                own = "target" if _is_blasted(line.sentence, head, role, predicate, lexicon) else role
                _place_in(page, line, head, own, predicate, fields, lexicon)
    if line.sentence.upos[index] not in {"VERB", "AUX"}:
        _qualifiers(page, line, index, predicate, fields, lexicon)
    acts = "actor" in predicate.roles.values()
    if not fields.get("recipient") and predicate.type not in _BODILY:
        _through_content(page, line, found, fields, lexicon)
    if predicate.type == "ASSAULT" and predicate.counts and acts and not fields.get("target"):
        _sites_of_killings(page, line, found.arguments, fields, lexicon)
    _owners(page, line, fields)
    _led(page, line, fields, lexicon)
    if predicate.type in _MOVING:
        _whose_men(page, line, fields)
    if not fields.get("actor"):
        known: set[str] = set()
        fire = (head for label in ("ARG0", "by", "in") for head in found.arguments.get(label))
        shot = [head for head in fire if line.sentence.words[head] in FIRE]
        for owner in wielders(page, line.sentence, {*fields.heads.get("weapon", ()), *shot}, lexicon):
            if owner.name not in known:
                fields.mentions["actor"].append(owner)
            known.add(owner.name)
    if predicate.type == "ASSAULT" and acts and not fields.get("actor"):
        for told_of in (
            index,
            *fields.heads.get("weapon", ()),
        ):  # "a car bomb claimed by the Front killed six"
            for claimant in claimants(line.sentence, told_of):
                fields.add("actor", page.entities.mentions(line.sentence, claimant))
    return fields


def _sites_of_killings(page: Page, line: Line, found: Arguments, fields: Fields, lexicon: Lexicon) -> None:
    """What those were "at" who were killed, and what a bomb went off "outside": "shot dead nine worshippers at a
    mosque". Men of a state kill at a market without its being what they strike.
    """
    sentence = line.sentence
    bombed = any("explosives" in _modes(sentence, head, lexicon) for head in fields.heads.get("weapon", ()))
    of_the_state = any(sentence.words[head] in _OF_THE_STATE for head in fields.heads.get("actor", ()))
    for case in ("at", "outside", "inside") if bombed else () if of_the_state else ("at",):
        for head in found.get(case):
            word = sentence.words[head]
            if word in _FREQUENTED or "gathering" in lexicon.noun_class(word):
                fields.heads["target"].append(head)
                fields.add("target", _mentions(page, sentence, head, "target", whole=False))


def _modes(sentence: Sentence, head: int, lexicon: Lexicon) -> set[str]:
    """The modes of force that a weapon's noun means, with the word before it or without."""
    words = (sentence.words[head], " ".join(sentence.words[max(0, head - 1) : head + 1]))
    return {mode for word in words if (mode := lexicon.weapon(word))}


def _is_left(sentence: Sentence, index: int, head: int, label: str, found: Meaning) -> bool:
    """Whether a name is what is left, and so none of those who leave: "pulled out of Hodeidah", "we left EUFOR"."""
    if sentence.upos[index] != "VERB" or found.predicate.type not in _MOVING or head not in sentence.name_at:
        return False
    return label == "of" or (label == "ARG1" and bool(found.arguments.get("ARG0")))


def _subject_acts(sentence: Sentence, index: int, found: Meaning) -> None:
    """The subject of an active verb without an object acts, where the word says that its subject does."""
    roles, by_label = found.predicate.roles, found.arguments.by_label
    undergone = {roles.get("ARG1"), roles.get("ARG2")} - {None}
    if roles.get("ARG0") != "actor" or by_label.get("ARG0") or not undergone <= _UNDERGOING:
        return
    if sentence.upos[index] != "VERB" or is_passive(sentence, index) or sentence.dependants(index, "obj"):
        return
    for label in ("ARG1", "ARG2"):
        for head in list(found.arguments.get(label)):
            if sentence.deprels[head].startswith("nsubj") and sentence.heads[head] == index:
                by_label[label].remove(head)
                by_label.setdefault("ARG0", []).append(head)


def _place_in(
    page: Page, line: Line, head: int, role: str, predicate: Predicate, fields: Fields, lexicon: Lexicon
) -> None:
    sentence = line.sentence
    if sentence.words[head].endswith(("self", "selves")) and role in _UNDERGOING:
        return  # who blows himself up struck what was around him
    if sentence.words[head] in (_OF_THE_DEAD if predicate.counts else _LIVES):
        whose = [c for c in sentence.dependants(head, "nmod") if preposition(sentence, c) == "of"]
        if sentence.words[head] in _BODIES | _LIVES:
            whose = whose or sentence.dependants(head, "nmod:poss")
        if not whose and line.quantity_of(head) is None:
            return  # "cost many lives"
        head = whose[0] if whose else head
    if role == "content" and _is_asked(sentence, head, predicate, fields, lexicon):
        role = "recipient"
    timed = sentence.words[head] in _TIMES and preposition(sentence, head) != ""
    timed = timed or (
        sentence.words[head] in _OCCASIONS.get(preposition(sentence, head), ()) and role != "actor"
    )
    if (
        _is_of_a_thing(sentence, head, role, predicate.type, lexicon)
        or role == "content"
        or timed
        or any(span_covers(line, head, time.span) for time in line.times)
    ):
        return
    if role == "weapon":
        role, head = _wielded(sentence, head, lexicon)
        if not role:
            return
    if (
        role == "place"
        or _is_its_place(sentence, head, role, predicate)
        or _is_on_the_way(sentence, head, role)
    ):
        fields.place_heads.append(head)
        return
    if role in {"target", "recipient"} and (
        _is_setting(sentence, head, predicate, lexicon) or _is_in_a_division(sentence, head, role)
    ):
        fields.place_heads.append(head)
        return
    if role == "operation":
        if head not in sentence.name_at and sentence.upos[head] != "PROPN":
            return
        role = "actor"
    if role == "actor" and _is_town_of(sentence, head, predicate):
        fields.place_heads.append(head)
        return
    if _only_qualifies(sentence, head, predicate, lexicon) or _says_of_which_kind(sentence, head):
        return
    if role in {"actor", "recipient"} and predicate.type in _OF_MEN and _is_number(sentence, head):
        fields.heads[role].append(head)
        fields.add(role, _counted_men(page, sentence, head))
        return
    harmed = role == "victim" and predicate.counts is not None and _is_counted_one(line, head, lexicon)
    moving = role == "actor" and predicate.type == "MOBILIZE" and of_a_nation(sentence, head)
    if role in {"actor", "recipient", "target", "victim"} and not moving and not harmed:
        role = fitting(sentence, head, role, lexicon)
    if not role:
        return
    if sentence.upos[head] == "NUM" and _are_things(sentence, head, lexicon):
        role = "weapon"  # "whom one of its missiles killed"
    counted = predicate.counts is not None and role in {"victim", "recipient", "target", "actor"}
    if counted and role != "actor":
        _count(page, line, head, predicate.counts or "", fields)
    whole = False
    if sentence.upos[head] == "NUM" and head not in sentence.name_at:
        of = [below for below in sentence.dependants(head, "nmod") if preposition(sentence, below) == "of"]
        if not of or sentence.upos[of[0]] not in {"NOUN", "PROPN"}:
            return
        head, whole = of[0], True  # "two of its soldiers"
    # "ambulances were shot at"
    role = "target" if role == "victim" and _is_but_a_thing(sentence, head, lexicon) else role
    mentions = _mentions(page, sentence, head, role, whole=whole)
    if role == "target" or (role == "recipient" and predicate.type == "ASSAULT"):
        # A town or country that is struck is also where, and so is the town of a camp.
        fields.place_heads.extend(
            mark.head
            for mark in (*line.places, *line.sites)
            if any(mention.span.overlaps(mark.place.span) for mention in mentions)
        )
    fields.heads[role].append(head)
    fields.add(role, mentions)


def _is_of_a_thing(sentence: Sentence, head: int, role: str, kind: str, lexicon: Lexicon) -> bool:
    """Whether a relative pronoun stands for what cannot act: "the law that bans them", "a letter which accuses"."""
    clause = sentence.heads[head]
    if role != "actor" or kind == "ASSAULT" or sentence.words[head] not in {"that", "which"} or clause < 0:
        return False
    if sentence.deprels[clause] != "acl:relcl" or sentence.deprels[head] != "nsubj":
        return False
    noun = sentence.heads[clause]
    plain = sentence.upos[noun] == "NOUN" and noun not in sentence.name_at
    return (
        plain and noun < clause and not can_act(sentence, noun, lexicon) and not of_a_nation(sentence, noun)
    )


def _is_counted_one(line: Line, head: int, lexicon: Lexicon) -> bool:
    """Whether who is harmed is counted, by whatever word: "twenty-four faithful"; nobody counts beasts or things."""
    word = line.sentence.words[head]
    if line.sentence.upos[head] != "NOUN" or word in _BEASTS:
        return False
    single = any(line.sentence.words[child] in {"a", "an"} for child in line.sentence.dependants(head, "det"))
    if line.quantity_of(head) is None and not (
        single and line.sentence.deprels[head] in {"obj", "nsubj:pass"}
    ):
        return False
    classes = lexicon.noun_class(word)
    return not (
        classes & {"thing", "abstract", "fighting", "arms", "nature"} or lexicon.weapon(word)
    ) and not (lexicon.entries(word, "NOUN"))


def _is_number(sentence: Sentence, head: int) -> bool:
    """Whether a phrase tells only how many, or which share: "the first 2,500", "the rest"."""
    if head in sentence.name_at:
        return False
    return sentence.upos[head] == "NUM" or sentence.words[head] in _UNNAMED


def _counted_men(page: Page, sentence: Sentence, head: int) -> tuple[Mention, ...]:
    """Of whom a number is: of "300 of the column's fighters" the fighters; else the number's own words."""
    for child in sentence.dependants(head, "nmod"):
        if preposition(sentence, child) == "of":
            found = page.entities.mentions(sentence, child)
            if found:
                return found
    return page.entities.mentions(sentence, head, numbers=True)


def _wielded(sentence: Sentence, head: int, lexicon: Lexicon) -> tuple[str, int]:
    """The field and the noun for what stands where a weapon might; no field where it is none."""
    if sentence.words[head] in _AIMS or sentence.upos[head] == "PRON":
        return "", head
    if sentence.words[head] in _USES:
        of = [below for below in sentence.dependants(head, "nmod") if preposition(sentence, below) == "of"]
        if not of or lexicon.weapon(sentence.words[of[0]]) is None:
            return "", head  # "justified the raid with the use of mercenaries"
        head = of[0]
    if _is_ones_own(sentence, head, lexicon):
        return "victim", head  # "shot a teacher with his wife"
    if _is_party(sentence, head, lexicon):
        # "stormed the hotel together with Ansar Dine", but "Mondoro was attacked together with Boulikessi"
        above = sentence.heads[head]
        return "recipient" if above >= 0 and is_passive(sentence, above) else "actor", head
    if lexicon.weapon(sentence.words[head]) is None and not preposition(sentence, head):
        people = "people" in lexicon.noun_class(sentence.words[head])
        if people or sentence.words[head] in _BAND:
            return "actor", head  # "a couple carried out the blasts"
    return "weapon", head


def _are_things(sentence: Sentence, number: int, lexicon: Lexicon) -> bool:
    """Whether a number is of weapons or of acts: "one of its missiles"."""
    of = (below for below in sentence.dependants(number, "nmod") if preposition(sentence, below) == "of")
    words = [sentence.words[below] for below in of]
    return any(lexicon.weapon(word) or "fighting" in lexicon.noun_class(word) for word in words)


def _is_ones_own(sentence: Sentence, head: int, lexicon: Lexicon) -> bool:
    """Whether what stands where a weapon might is somebody of theirs who was struck."""
    owners = {sentence.words[child] for child in sentence.dependants(head, "nmod:poss")}
    return "people" in lexicon.noun_class(sentence.words[head]) and not owners.isdisjoint(
        {"his", "her", "their"}
    )


def _is_party(sentence: Sentence, head: int, lexicon: Lexicon) -> bool:
    """Whether what stands where a weapon might is somebody, or a place."""
    word = sentence.words[head]
    named = head in sentence.name_at or sentence.upos[head] == "PROPN"
    return (named and lexicon.weapon(word) is None) or "forces" in lexicon.noun_class(word)


def _mentions(page: Page, sentence: Sentence, head: int, role: str, *, whole: bool) -> tuple[Mention, ...]:
    """Whom or what a phrase mentions; its number belongs to a target's or victim's unless it counts a `whole`."""
    if role == "weapon" and (stop := _shared_noun(sentence, head)) is not None:
        span = page.entities.span(sentence, head, stop)
        return (Mention(span, span.quote),)
    return page.entities.mentions(sentence, head, numbers=role in {"target", "victim"} and not whole)


def _shared_noun(sentence: Sentence, head: int) -> int | None:
    """Where a list of bare nouns ends that only say what kind the last is of: "attack, bomber and fighter aircraft"."""
    parts = conjuncts(sentence, head)
    if len(parts) < 2 or sentence.words[parts[-1]] not in _OF_KINDS or parts[0] != head:
        return None
    bare = (
        sentence.upos[part] == "NOUN"
        and not sentence.words[part].endswith("s")
        and all(
            sentence.deprels[child] in {"conj", "cc", "punct", "nmod"} for child in sentence.children[part]
        )
        for part in parts[:-1]
    )
    return parts[-1] + 1 if all(bare) else None


def _is_its_place(sentence: Sentence, head: int, role: str, predicate: Predicate) -> bool:
    """Whether what stands where an actor might is where they fought: "the battle of Kidal"."""
    name = sentence.name_at.get(head)
    of = name is not None and name.label == "LOC" and preposition(sentence, head) == "of"
    return of and role == "actor" and predicate.type == "ASSAULT"


def _is_but_a_thing(sentence: Sentence, head: int, lexicon: Lexicon) -> bool:
    """Whether a common noun is of things alone, of no people or forces."""
    classes = lexicon.noun_class(sentence.words[head])
    named = head in sentence.name_at or sentence.upos[head] != "NOUN"
    return not named and "thing" in classes and classes.isdisjoint(("people", "forces", "troops", "body"))


def _is_blasted(sentence: Sentence, head: int, role: str, predicate: Predicate, lexicon: Lexicon) -> bool:
    """Whether what a bomb goes off in or near is a building or the like, which it strikes, and no stretch of land:
    "exploded in a restaurant", "near the embassy". A bomb in a car may be the car.
    """
    if role != "place" or predicate.mode != "explosives":
        return False
    word, case = sentence.words[head], preposition(sentence, head)
    if case not in _BY or head in sentence.name_at or word in _GROUND:
        return False
    classes = lexicon.noun_class(word)
    if not classes & {"thing", "base"} or (case in {"in", "inside"} and word in _CARS):
        return False
    return sentence.upos[head] == "NOUN" and lexicon.weapon(word) is None


def _is_town_of(sentence: Sentence, head: int, predicate: Predicate) -> bool:
    """Whether the name before an act is where it was: "the Ouagadougou attack"."""
    name = sentence.name_at.get(head)
    if name is None or name.label != "LOC" or sentence.deprels[head] != "compound":
        return False
    return predicate.type == "ASSAULT" and not _is_raid(predicate) and not is_demonym(sentence, head)


def _is_setting(sentence: Sentence, head: int, predicate: Predicate, lexicon: Lexicon) -> bool:
    """Whether what stands where something struck might tells where or in what it was struck: "the ambush at Jakana",
    "captured in the raid".
    """
    case, name = preposition(sentence, head), sentence.name_at.get(head)
    if name is None:
        beside = (sentence.name_at.get(child) for child in sentence.dependants(head, "compound"))
        name = next((one for one in beside if one is not None and sentence.words[head] in _CROSSINGS), None)
    if case == "at" and name is not None and name.label == "LOC":
        opens = sentence.subtree(head)[0] == 0
        aimed = predicate.lemma in _AIMING and predicate.pos != "noun" and not opens
        return predicate.type == "ASSAULT" and not aimed
    word = sentence.words[head]
    return case in {"in", "during"} and ("fighting" in lexicon.noun_class(word) or word in _MARCHES)


def _is_in_a_division(sentence: Sentence, head: int, role: str) -> bool:
    """Whether what stands where something struck might is a part of a country: "captured in the province of Cauca"."""
    divided = role == "target" and sentence.words[head] in _DIVISIONS
    return divided and preposition(sentence, head) in {"in", "near"}


def _is_on_the_way(sentence: Sentence, head: int, role: str) -> bool:
    """Whether what stands where something struck might is where it was struck: "ambushed on the Bambari road"."""
    name = sentence.name_at.get(head)
    street = name is not None and sentence.words[name.first] in _WAYS | _STREETS
    return (
        role in {"target", "recipient"}
        and (sentence.words[head] in _WAYS or street)
        and preposition(sentence, head) == "on"
    )


def _through_content(page: Page, line: Line, found: Meaning, fields: Fields, lexicon: Lexicon) -> None:
    """Whom a thing that is said, agreed or cut off concerns: "restored ties with X", "rejected X's offer"."""
    sentence, predicate = line.sentence, found.predicate
    about = _ANSWERED if predicate.type in _ANSWERING else _CONCERNED
    things = [
        head
        for label, heads in found.arguments.by_label.items()
        if (predicate.roles.get(label) or predicate.otherwise.get(label))
        in {"content", "recipient", "target"}
        for head in heads
        if head not in sentence.name_at and sentence.upos[head] == "NOUN"
    ]
    for verb in found.arguments.clauses.get("clause", ()) if predicate.type in _BY_CLAUSE else ():
        if predicate.type == "THREATEN" and any(
            entry.type == "MOBILIZE" for entry in lexicon.entries(sentence.words[verb], "VERB")
        ):
            continue  # "threatened to deploy the army"
        things.extend(child for child in sentence.dependants(verb, "obj") if sentence.upos[child] == "NOUN")
        for child in sentence.dependants(verb, "obj", "obl"):
            if _is_meant(sentence, child, predicate.type, lexicon):
                fields.add("recipient", page.entities.mentions(sentence, child))
    if predicate.type == "REQUEST":
        # "demanded that Rwanda withdraw": who is to do it is asked
        for verb in found.arguments.clauses.get("clause", ()):
            for child in sentence.dependants(verb, "nsubj"):
                if can_receive(sentence, child, lexicon):
                    fields.add("recipient", page.entities.mentions(sentence, child))
    if predicate.roles.get("with") == "actor" and predicate.type == "SUPPORT":
        return  # Who signs an agreement on the status of a mission signs it with whom it says.
    for thing in things:
        if can_act(sentence, thing, lexicon):
            continue
        violent = any(
            entry.type in {"ASSAULT", "COERCE"} for entry in lexicon.entries(sentence.words[thing], "NOUN")
        )
        answers = predicate.type in _ANSWERING | {"SUPPORT"}
        for child in sentence.dependants(thing, "nmod", "amod", "compound"):
            case = preposition(sentence, child)
            owner = answers and sentence.deprels[child] == "nmod:poss"
            of = case == "of" and not violent and not _is_undergone(sentence, thing, predicate, lexicon)
            if sentence.deprels[child] in {"amod", "compound"}:
                # "an Egyptian initiative", "a UN plan"; of "the Moura massacre" nobody knows whose it was.
                named = is_demonym(sentence, child) or child in sentence.name_at
                if answers and named and not violent:
                    fields.add("recipient", page.entities.mentions(sentence, child))
                continue
            party = can_receive(sentence, child, lexicon)
            if of and not party and child not in things:
                things.append(child)
            elif party and (owner or of or case in about):
                fields.add("recipient", page.entities.mentions(sentence, child))


def _is_undergone(sentence: Sentence, thing: int, predicate: Predicate, lexicon: Lexicon) -> bool:
    """Whether a thing asked for is done to whom it is "of", who is not asked: "demanded the release of prisoners"."""
    if predicate.type not in _DONE_BY_OTHERS:
        return False
    entries = lexicon.entries(sentence.words[thing], "NOUN")
    return any(entry.roles.get("of") in {"recipient", "victim"} for entry in entries)


def _is_meant(sentence: Sentence, child: int, kind: str, lexicon: Lexicon) -> bool:
    """Whether a phrase in what is threatened, refused or promised names for whom: "threatened to attack X"."""
    named = child in sentence.name_at
    if sentence.words[child] == "force" and not sentence.dependants(child, "det", "amod"):
        return False  # "threatened to use force"
    if not named and (kind == "AGREE" or not can_act(sentence, child, lexicon)):
        return False
    return preposition(sentence, child) in _BY_CLAUSE[kind]


def _is_asked(sentence: Sentence, head: int, predicate: Predicate, fields: Fields, lexicon: Lexicon) -> bool:
    """Whether what stands for the content is who is asked: "asked France to withdraw"."""
    if (
        predicate.type not in _ASKING
        or sentence.deprels[head] != "obj"
        or fields.get("recipient")
        or "recipient" not in predicate.roles.values()
    ):
        return False
    if predicate.type == "AGREE" and any(
        sentence.upos[child] == "NUM" for child in sentence.dependants(head, "nummod")
    ):
        return False  # "pledged 2,000 soldiers"
    return head in sentence.name_at or can_act(sentence, head, lexicon)


def _says_of_which_kind(sentence: Sentence, head: int) -> bool:
    """Whether a word before an act's noun is neither who did it nor what it struck: "a car bombing"."""
    return sentence.deprels[head] in {"compound", "amod"} and sentence.words[head] in _OF_ACTS


def _only_qualifies(sentence: Sentence, head: int, predicate: Predicate, lexicon: Lexicon) -> bool:
    """Whether what stands where somebody might only describes: "suicide bombing", "a joint military operation", "shot
    dead an elder".
    """
    relation = sentence.deprels[head]
    if relation == "compound":
        return not _names_a_party(sentence, head, lexicon)
    if sentence.words[head] == "dead" and sentence.heads[head] == head - 1:
        return True
    return relation == "amod" and predicate.type == "COOPERATE" and not is_demonym(sentence, head)


def _names_a_party(sentence: Sentence, head: int, lexicon: Lexicon) -> bool:
    """Whether a noun before an event noun fills a role, as in "troop withdrawal" and not in "suicide bombing"."""
    word = sentence.words[head]
    named = head in sentence.name_at or _is_acronym(sentence, head)
    return named or bool(lexicon.noun_class(word)) or lexicon.weapon(word) is not None


def _is_acronym(sentence: Sentence, index: int) -> bool:
    """Whether a word in capitals may be a body's name though the encoder saw none: "an RSF drone strike"."""
    text = sentence.tokens[index].text
    return sentence.upos[index] == "PROPN" and text.isalpha() and text.isupper() and 2 < len(text) < 8


def _count(page: Page, line: Line, head: int, counts: str, fields: Fields) -> None:
    """How many a phrase says there were: "three soldiers and two civilians" is five, over both stretches."""
    sentence = line.sentence
    found: list[tuple[Span, Count]] = []
    for part in conjuncts(sentence, head):
        if part + 1 < len(sentence) and sentence.words[part + 1] in _OTHER_FATES and part != head:
            # "Eleven soldiers were killed and about 60 wounded"
            continue
        quantity = line.quantity_of(part)
        if quantity is not None and _is_one_of(line, quantity.span):
            continue
        if quantity is not None:
            if all(quantity.span != span for span, _ in found):
                found.append((quantity.span, quantity.count))
            continue
        if sentence.words[part] == "one":
            if sentence.words[part - 1 : part] == ("no",):
                continue
            token = sentence.tokens[part]
            found.append((Span(token.start, token.end, token.text), Count.exactly(1)))
            continue
        article = next(
            (c for c in sentence.dependants(part, "det") if sentence.words[c] in {"a", "an"}), None
        )
        if article is not None and sentence.upos[part] == "NOUN" and sentence.words[part] not in _SEVERAL:
            token = sentence.tokens[article]
            found.append((Span(token.start, token.end, token.text), Count.exactly(1)))
    if not found or getattr(fields, counts) is not None or _another_uncounted(line, head):
        return
    if len(found) == 1 or _is_told_apart(line, found):
        setattr(fields, counts, Number(*found[0]))
        return
    last = line.sentence.tokens[conjuncts(sentence, head)[-1]].end
    total = _sum([count for _, count in found])
    if total is not None:
        span = page.document.span(found[0][0].start, max(last, found[-1][0].end))
        setattr(fields, counts, Number(span, total))


def _is_one_of(line: Line, number: Span) -> bool:
    """Whether a number is of those of whom only one is meant: "the last of five attackers"."""
    first = line.tokens_of(number)[0]
    return line.sentence.words[max(0, first - 2) : first] in {("last", "of"), ("first", "of")}


_AMONG = frozenset(["mostly", "mainly", "largely", "chiefly", "including", "among", "according"])
"""Words behind which stands who is counted already, or who counts."""


def _is_told_apart(line: Line, found: list[tuple[Span, Count]]) -> bool:
    """Whether the first of some numbers is the sum of the rest: "eight people, five women and three children"."""
    first, last = found[0][0], found[-1][0]
    return told_apart(line, first, found[0][1], Span(first.end, last.end, ""))


def told_apart(line: Line, whole: Span, count: Count, rest: Span) -> bool:
    """Whether a stretch counts in parts those whom a number before it counts together, and says so by the parts' age or
    sex, or by calling the whole people.
    """
    inside = [q for q in line.quantities if rest.start <= q.span.start and q.span.end <= rest.end]
    numbers = [q.count.best for q in inside if q.count.low == q.count.high and q.count.best is not None]
    if count.low != count.high or len(numbers) < 2 or count.best != sum(numbers):
        return False
    words = line.sentence.words
    counted = [
        " ".join(words[stop : stop + 1])
        for _, stop in map(line.tokens_of, (whole, *(q.span for q in inside)))
    ]
    return counted[0] in _ANYBODY or _BY_AGE_OR_SEX.issuperset(counted[1:])


def _another_uncounted(line: Line, head: int) -> bool:
    """Whether of those who are listed one is neither counted nor many: "the mayor and two guards"."""
    sentence = line.sentence
    parts = conjuncts(sentence, head)
    if len(parts) < 2:
        return False
    for part in parts:
        if line.quantity_of(part) is not None or sentence.words[part] == "one":
            continue
        if sentence.upos[part] == "ADJ" or not _AMONG.isdisjoint(sentence.words[head + 1 : part]):
            continue  # "70 people, mostly children and the elderly", "..., according to the Observatory"
        name = sentence.name_at.get(part)
        determined = {sentence.words[child] for child in sentence.dependants(part, "det", "nmod:poss")}
        known = not determined.isdisjoint({"the", "his", "her", "its", "their", "my", "our", "your"})
        single = not sentence.words[part].endswith(("s", "men", "children", "people"))
        if sentence.upos[part] == "PRON" or (name is not None and name.label == "PER") or (known and single):
            return True
    return False


def _count_before(line: Line, index: int, counts: str, found: Arguments, fields: Fields) -> None:
    """A bare number before a participle counts its own: "Eleven were killed and about 60 wounded"."""
    quantity = next((q for q in line.quantities if line.tokens_of(q.span)[1] == index), None)
    if quantity is None:
        return
    setattr(fields, counts, Number(quantity.span, quantity.count))
    for label in ("ARG0", "ARG1"):
        found.by_label[label] = [head for head in found.get(label) if line.sentence.heads[head] == index]


def _sum(counts: list[Count]) -> Count | None:
    def total(values: list[int | None]) -> int | None:
        known = [value for value in values if value is not None]
        return sum(known) if len(known) == len(values) else None

    low, best, high = (total([getattr(count, part) for count in counts]) for part in ("low", "best", "high"))
    return None if low is None and best is None and high is None else Count(low, best, high)


def _qualifiers(
    page: Page, line: Line, index: int, predicate: Predicate, fields: Fields, lexicon: Lexicon
) -> None:
    """What stands before an event noun: "a Tuareg offensive", "a missile attack", "the Moura massacre"."""
    sentence = line.sentence
    for child in sentence.dependants(index, "compound", "amod", "nmod:poss", "nmod:desc"):
        word = sentence.words[child]
        name = sentence.name_at.get(child)
        if any(span_covers(line, child, time.span) for time in line.times):
            continue
        if lexicon.weapon(word):
            first, stop = child, child + 1
            span = page.entities.span(sentence, first, stop)
            fields.add("weapon", (Mention(span, span.quote),))
        elif name is not None and name.label in {"LOC", "GPE"} and not is_demonym(sentence, child):
            if sentence.deprels[child] != "nmod:poss" and (name.label == "LOC" or not _is_raid(predicate)):
                fields.place_heads.append(child)
        elif is_demonym(sentence, child) or name is not None or _is_acronym(sentence, child):
            role = "actor" if "actor" in predicate.roles.values() or predicate.otherwise else ""
            if role and not fields.get("actor"):
                fields.heads[role].append(child)
                fields.add(role, page.entities.mentions(sentence, child))


def _is_raid(predicate: Predicate) -> bool:
    """Whether a country before the word may be who did it: "an Israel strike", but not "the Kenya attack"."""
    return predicate.mode in {"aerial", "drone", "heavy-weapons"} or predicate.lemma in _CAMPAIGNS


def _owners(page: Page, line: Line, fields: Fields) -> None:
    """Whose operation it is, where an apposition says so: "Barkhane — France's mission in Mali — will end"."""
    sentence = line.sentence
    for head in list(fields.heads.get("actor", ())):
        name = sentence.name_at.get(head)
        for beside in appositions(sentence, head):
            if name is None or OPERATION_WORDS.isdisjoint(
                {*sentence.words[name.first : name.stop], sentence.words[beside]}
            ):
                continue
            for owner in sentence.dependants(beside, "nmod:poss"):
                if sentence.upos[owner] in NOMINAL - {"PRON"}:
                    fields.add("actor", page.entities.mentions(sentence, owner))
            fields.place_heads.extend(sentence.dependants(beside, "nmod"))


def _whose_men(page: Page, line: Line, fields: Fields) -> None:
    """Whose men come or go acts: of "Chad completed the withdrawal of its soldiers" Chad, for which "its" stands."""
    sentence, start = line.sentence, line.sentence.tokens
    for head in list(fields.heads.get("actor", ())):
        for owner in sentence.dependants(head, "nmod:poss"):
            known = next(iter(page.entities.mentions(sentence, owner)), None)
            if sentence.upos[owner] != "PRON" or known is None or known.antecedent is None:
                continue
            at = start[head].start
            fields.mentions["actor"] = [
                replace(known, span=mention.span) if mention.span.start <= at < mention.span.end else mention
                for mention in fields.mentions["actor"]
            ]


def _led(page: Page, line: Line, fields: Fields, lexicon: Lexicon) -> None:
    """Who leads an actor acts too: "the rebels, spearheaded by the MNLA, took the north"."""
    sentence = line.sentence
    for head in list(fields.heads.get("actor", ())):
        for clause in sentence.dependants(head, "acl"):
            words = lexicon.relations(sentence.words[clause], sentence.upos[clause])
            if any(word.relation is RelationKind.LED_BY for word in words):
                for leader in arguments(sentence, clause).get("ARG0"):
                    fields.add("actor", page.entities.mentions(sentence, leader))


def parties(sentence: Sentence, head: int) -> list[int]:
    """A phrase's head, those coordinated with it and those it says it includes."""
    found = conjuncts(sentence, head)
    return [*found, *(member for part in found for member in members(sentence, part))]
