"""Who and what a document names, and under which best known name.

Names come from the encoder, from the registry of actors (so that a name it misses is not lost) and from the
acronyms the document introduces. A later short form takes the name of an earlier long one: "AQIM",
"Barkhane", "Maïga".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from harmattan.model.readings import Mention
from harmattan.model.text import Document, Span
from harmattan.reading.marks import Name, Sentence
from harmattan.reading.names.acronyms import find_acronyms
from harmattan.reading.names.places_again import with_places_again
from harmattan.reading.names.towns import with_towns
from harmattan.reading.times.words import TRIGGERS
from harmattan.reading.trees.headings import heading_stop
from harmattan.reading.trees.phrases import POSSESSIVE, conjuncts, members, phrase
from harmattan.reference.countries import countries
from harmattan.reference.inflection import forms_of_all

KnownName = tuple[int, int, str]
"""Start, end and label (ORG, GPE, or ADJ for "Malian") of a name known beforehand that stands in the text."""

_OF_NATIONS = frozenset(
    """troops soldiers forces peacekeepers servicemen instructors advisers advisors trainers paratroopers marines
    commandos contingents battalions units governments armies
    policemen officers police gendarmes officials authorities diplomats""".split()
)
"""What several nations have each of their own: "Malian and French troops"."""
_SHORT_NATIONS = frozenset(["US", "U.S.", "UK", "EU", "UN"])
_GENERIC = frozenset(
    """fighter militant rebel soldier troop force terrorist jihadist gunman insurgent extremist mercenary
        member commander leader operative convoy position base camp contingent unit troops forces army group
        militia faction branch affiliate element elements personnel spokesman official officials men guerrilla
        subversive commando""".split()
)
_MEN = frozenset(
    """fighters militants soldiers troops forces men militiamen members units commandos gunmen mercenaries combatants
    warplanes jets drones aircraft""".split()
)
"""Those of a side who act for it and are struck for it, and what they fly."""
_BODIES = frozenset(
    "group army military militia movement junta government mission coalition faction company".split()
)
_AMOUNTS = frozenset("dozens scores hundreds thousands tens".split())
_RELATIVE = frozenset(["which", "who", "that", "whom", "whose"])
_SEVERAL = frozenset("people civilians others men women children soldiers officers officials members".split())
"""Nouns that no single person's name explains."""
_LINKS = frozenset("of for the in de du des la".split())
"""Words within a name with which none ends."""
_TITLES = frozenset(
    """update background protection health access security total source sources note notes casualties incident
    incidents date location killed wounded injured abducted displaced needs response nutrition shelter wash education
    logistics summary highlights humanitarian military politics economy analysis comment forecast outlook january
    february march april may june july august september october november december monday tuesday wednesday thursday
    friday saturday sunday""".split()
)
"""Words of headings that are no places."""
_FATES = tuple((word,) for word in ("killed", "dead", "injured", "wounded", "displaced", "arrested"))
_SETTLEMENTS = frozenset(
    """village villages town towns city hamlet district region province commune department centre center heart outskirts
    suburb suburbs streets""".split()
)


@dataclass(frozen=True, slots=True)
class LongForm:
    """A name's long form as the document gives it, and where."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class AliasPair:
    """An acronym and its long form, where the document joins the two."""

    short: Span
    long: Span
    sentence: int


@dataclass
class Entities:
    """The names of one document; makes mentions of phrases."""

    document: Document
    sentences: tuple[Sentence, ...]
    """The sentences with their completed names."""
    aliases: tuple[AliasPair, ...] = ()
    _long: dict[str, LongForm] = field(default_factory=dict)
    antecedents: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    """Who a pronoun or description means, as `coreference` found it: sentence and head word of both."""

    def span(self, sentence: Sentence, first: int, stop: int) -> Span:
        """The stretch of text under a range of tokens."""
        return self.document.span(sentence.tokens[first].start, sentence.tokens[stop - 1].end)

    def best_name(self, text: str) -> str:
        """The longest form that the document gives of a name."""
        long = self._long.get(key(text))
        return text if long is None else long.name

    def mentions(self, sentence: Sentence, head: int, *, numbers: bool = False) -> tuple[Mention, ...]:
        """The mentions of a phrase, one for each of those it coordinates or says it includes.

        A pronoun becomes a mention with its antecedent, or none where there is no clear one.
        """
        found: list[Mention] = []
        for part in conjuncts(sentence, head):
            group = members(sentence, part)
            found.extend(self.one(sentence, part, numbers=numbers))
            for member in (*group, *_counted_beside(sentence, part)):
                found.extend(self.one(sentence, member, numbers=numbers))
        unique: dict[tuple[int, int], Mention] = {}
        for mention in found:
            unique.setdefault((mention.span.start, mention.span.end), mention)
        return tuple(sorted(unique.values(), key=lambda mention: mention.span.start))

    def one(self, sentence: Sentence, head: int, *, numbers: bool = False) -> list[Mention]:
        """The mention of one phrase, or those a list of names before its noun makes ("AQIM and JNIM militants")."""
        word = sentence.words[head]
        if sentence.upos[head] == "PRON" or word in _RELATIVE:
            resolved = self._antecedent(sentence, head)
            return [resolved] if resolved else []
        if (
            sentence.words[head + 1 : head + 2]
            and sentence.words[head + 1] in _OF_NATIONS
            and _is_nation(sentence, head)
        ):
            # "FARDC and Burundian troops", drawn as if the people were named
            head += 1
        first, stop = phrase(sentence, head, numbers=numbers)
        span = self.span(sentence, first, stop)
        apposed = self._apposed(sentence, head, span)
        if apposed is not None:
            return [apposed]
        nations = self._nations_before(sentence, head, stop)
        if nations:
            return nations
        listed = self._names_before(sentence, head)
        if listed:
            holder = self._titled(sentence, head, span)
            if holder is not None:
                return [holder]  # "a former RSF commander, Abu Keikal"
            earlier = [self._named(sentence, name) for name in listed[:-1]]
            last = self.span(sentence, listed[-1].first, stop)
            return [*earlier, self._with_name(last, listed[-1], sentence)]
        name = sentence.name_at.get(head)
        if name is not None:
            return [self._with_name(span, name, sentence)]
        known = self._titled(sentence, head, span) or self._described_before(sentence, head, span)
        known = known or self._owned(sentence, head, span)
        return [known or Mention(span, span.quote)]

    def _titled(self, sentence: Sentence, head: int, span: Span) -> Mention | None:
        """An office beside its holder's name is the holder: "Algeria's prime minister, Abdelmalek Sellal"; of "20
        people, the mayor Ana Ruiz among them" the people are none.
        """
        if sentence.dependants(head, "nummod") or sentence.words[head] in _SEVERAL:
            return None
        for beside in sentence.dependants(head, "appos"):
            name = sentence.name_at.get(beside)
            if name is not None and name.label == "PER":
                known = self._named(sentence, name)
                return Mention(span, known.name, antecedent=known.antecedent or known.span)
        return None

    def _owned(self, sentence: Sentence, head: int, span: Span) -> Mention | None:
        """Men whose side a pronoun tells are that side: "JNIM said its fighters killed ten"."""
        if sentence.words[head] not in _MEN or sentence.dependants(head, "compound"):
            return None  # "its four crew members"
        for owner in sentence.dependants(head, "nmod:poss"):
            known = self._meant(sentence, owner) if sentence.upos[owner] == "PRON" else None
            if known is not None and _is_body(known):
                return Mention(span, known.name, antecedent=known.antecedent or known.span)
        return None

    def _nations_before(self, sentence: Sentence, head: int, stop: int) -> list[Mention]:
        """Whose forces a noun tells together: "Malian and French troops" are Malian troops and French troops."""
        word = sentence.words[head]
        if word not in _OF_NATIONS or head in sentence.name_at:
            return []
        found: list[Mention] = []
        at = head - 1
        while at >= 0 and _is_nation(sentence, at):
            if found:
                quote = self.span(sentence, at, at + 1)
                found.append(Mention(quote, f"{quote.quote} {word}"))
            else:
                span = self.span(sentence, at, stop)
                found.append(Mention(span, span.quote))
            if at < 2 or sentence.words[at - 1] not in {"and", ","}:
                at = -1
                break
            at -= 2
        if found and at >= 0 and (name := sentence.name_at.get(at)) is not None and name.label == "ORG":
            found.append(self._named(sentence, name))
        return found[::-1] if len(found) > 1 else []

    def _names_before(self, sentence: Sentence, head: int) -> list[Name]:
        """Names of groups that qualify a general noun: "AQIM and JNIM militants", "MINUSMA (the UN) troops"."""
        if _singular(sentence.words[head]) not in _GENERIC or head in sentence.name_at:
            return []
        first = [child for child in sentence.dependants(head, "compound", "nmod", "flat") if child < head]
        listed = [part for child in first for part in conjuncts(sentence, child)]
        names = {sentence.name_at[part] for part in listed if part in sentence.name_at}
        beside = sentence.name_at.get(head - 1) if head else None
        if beside is not None and not sentence.dependants(head - 1, "case"):
            # "Shining Path terrorists", wherever the tree hangs the name.
            names.add(beside)
        return sorted(
            (
                name
                for name in names
                if name.label == "ORG" and name.stop <= head and not self._possessive(sentence, name)
            ),
            key=lambda name: name.first,
        )

    @staticmethod
    def _possessive(sentence: Sentence, name: Name) -> bool:
        return sentence.words[name.stop] in POSSESSIVE

    def _apposed(self, sentence: Sentence, head: int, span: Span) -> Mention | None:
        """A description beside a name is the named: "the Takuba Task Force—the European military task force"."""
        above = sentence.heads[head]
        if sentence.deprels[head] != "appos" or above not in sentence.name_at:
            return None
        if head in sentence.name_at and not sentence.tokens[head].text.islower():
            return None
        known = self._named(sentence, sentence.name_at[above])
        return Mention(span, known.name, antecedent=known.antecedent or known.span)

    def _named(self, sentence: Sentence, name: Name) -> Mention:
        return self._with_name(self.span(sentence, name.first, name.stop), name, sentence)

    def _with_name(self, span: Span, name: Name, sentence: Sentence) -> Mention:
        stop = name.stop
        while name.label == "PER" and stop < len(sentence):
            if (
                sentence.words[stop] == "-"
                and stop + 1 < len(sentence)
                and sentence.upos[stop + 1] == "PROPN"
            ):
                stop += 1
            if sentence.upos[stop] != "PROPN":
                break
            # The encoder may stop short within "Adnan Abu Walid al-Sahrawi"; the tree knows where the name ends.
            if sentence.tokens[stop].end > span.end or sentence.deprels[stop] not in {
                "flat",
                "compound",
                "goeswith",
            }:
                break
            stop += 1
        text = self.span(sentence, name.first, stop).quote
        long = self._long.get(key(text))
        if long is None or long.name == text:
            return Mention(span, text)
        return Mention(span, long.name, antecedent=None if long.span in span else long.span)

    def _described_before(self, sentence: Sentence, head: int, span: Span) -> Mention | None:
        """ "The group" is whoever was named and is meant by it; "the soldiers" are "Malian soldiers" again."""
        known = self._meant(sentence, head)
        if known is None or key(known.name) == key(span.quote):
            return None
        named = known.antecedent is not None or (known.name[:1].isupper() and not known.name.isupper())
        if not named:
            where, index = self.antecedents[sentence.index, head]
            earlier = self.sentences[where]
            named = any(token in earlier.name_at for token in range(*phrase(earlier, index)))
        return Mention(span, known.name, antecedent=known.antecedent or known.span) if named else None

    def _meant(self, sentence: Sentence, head: int) -> Mention | None:
        """The earlier mention that says who a pronoun or description means, where there is one alone."""
        source = self.antecedents.get((sentence.index, head))
        if source is None:
            return None
        known = self.one(self.sentences[source[0]], source[1])
        return known[0] if len(known) == 1 else None

    def _antecedent(self, sentence: Sentence, head: int) -> Mention | None:
        word = sentence.words[head]
        span = self.span(sentence, head, head + 1)
        source: tuple[Sentence, int] | None = None
        if word in _RELATIVE:
            source = next(
                (
                    (sentence, self._described(sentence, sentence.heads[above], word))
                    for above in (head, *sentence.ancestors(head))
                    if sentence.deprels[above].startswith("acl") and sentence.heads[above] >= 0
                ),
                None,
            )
        else:
            known = self._meant(sentence, head)
            return Mention(span, known.name, antecedent=known.antecedent or known.span) if known else None
        if source is None:
            return None
        where, index = source
        if where.upos[index] == "PRON":
            return None
        found = self.one(where, index)
        if not found:
            return None
        return Mention(span, found[-1].name, antecedent=found[-1].antecedent or found[-1].span)

    @staticmethod
    def _described(sentence: Sentence, head: int, word: str) -> int:
        """What a relative clause speaks of: of "a task force led by France which trains" the task force."""
        clause = sentence.heads[head]
        by_agent = sentence.deprels[head] == "obl:agent" and clause >= 0 and sentence.deprels[clause] == "acl"
        return sentence.heads[clause] if by_agent and word in {"which", "that"} else head


def _counted_beside(sentence: Sentence, head: int) -> list[int]:
    """Those beside the first whom a word for an amount counts: the civilians of "dozens of soldiers and civilians"."""
    if sentence.words[head] not in _AMOUNTS:
        return []
    return [
        beside
        for counted in sentence.dependants(head, "nmod")
        for beside in conjuncts(sentence, counted)
        if beside > counted and not sentence.dependants(beside, "nummod", "case")
    ]


def _is_body(mention: Mention) -> bool:
    """Whether it has a name or is a body that may: on whose side "the attackers" are is not told by what they have."""
    last = mention.name.lower().split()[-1]
    return mention.antecedent is not None or mention.name[:1].isupper() or last in _BODIES


def _singular(word: str) -> str:
    if word in _GENERIC or not word.endswith("s"):
        return word
    return word[:-1]


def key(text: str) -> str:
    """How two spellings of a name are compared: case and the kind of apostrophe do not count."""
    return " ".join(text.lower().replace("’", "'").split())


def find_entities(
    document: Document, sentences: Sequence[Sentence], known: Sequence[KnownName] = ()
) -> Entities:
    """Completes the names of a document's sentences and learns its long forms."""
    completed: list[Sentence] = []
    aliases: list[AliasPair] = []
    long: dict[str, LongForm] = {}
    starts = sorted(name for name in known if name[2] != "ADJ")
    adjectives = frozenset(document.text[start:end].lower() for start, end, label in known if label == "ADJ")
    position = 0
    for sentence in sentences:
        names = {
            index: name
            for name in (_whole(sentence, _trimmed(sentence, name)) for name in sentence.names)
            if _is_proper(sentence, name)
            and (name.stop - name.first > 1 or sentence.words[name.first] not in adjectives)
            for index in range(name.first, name.stop)
        }
        while position < len(starts) and starts[position][0] < sentence.start:
            position += 1
        while position < len(starts) and starts[position][0] < sentence.end:
            _overlay(names, _token_range(sentence, starts[position]), sentence)
            position += 1
        for acronym in find_acronyms(sentence):
            _place_name(names, Name(acronym.first, acronym.stop, "ORG"))
            _place_name(names, Name(acronym.short, acronym.short + 1, "ORG"))
            short_span = document.span(
                sentence.tokens[acronym.short].start, sentence.tokens[acronym.short].end
            )
            long_span = document.span(
                sentence.tokens[acronym.first].start, sentence.tokens[acronym.stop - 1].end
            )
            aliases.append(AliasPair(short_span, long_span, sentence.index))
            long.setdefault(key(short_span.quote), LongForm(long_span.quote, long_span))
        for index in range(len(sentence) - 1):
            if index not in names and _is_operation(sentence, index):
                _place_name(names, Name(index, index + 2, "ORG"))
            place = _described_place(sentence, index)
            if place is not None and all(
                token not in names or names[token].label == "PER" for token in range(place.first, place.stop)
            ):
                _place_name(names, place)
        headed = _headed_place(sentence)
        if headed is not None and all(
            token not in names or names[token].label == "PER" for token in range(headed.first, headed.stop)
        ):
            _place_name(names, headed)
        completed.append(_named_so(sentence, names))
    bodies = frozenset(start for start, _, label in known if label == "ORG")
    completed = [_with_acronyms(sentence, long) for sentence in with_towns(document.text, completed, bodies)]
    completed = with_places_again(completed)
    _learn_short_forms(document, completed, adjectives, long)
    return Entities(document, tuple(completed), tuple(aliases), long)


def _named_so(sentence: Sentence, names: dict[int, Name]) -> Sentence:
    return sentence.with_names(tuple(sorted(set(names.values()), key=lambda name: name.first)))


def _is_operation(sentence: Sentence, index: int) -> bool:
    """ "Operation Barkhane": whatever the encoder makes of the second word, it is a name."""
    first, second = sentence.tokens[index].text, sentence.tokens[index + 1].text
    return first in {"Operation", "Opération"} and second[:1].isupper() and second.isalpha()


def _described_place(sentence: Sentence, index: int) -> Name | None:
    """What a "village of" or "near" stands before is a place, also one the encoder has never seen; so is what "at" or
    "in" does, but for tongues, days and what qualifies a noun behind it.
    """
    word, behind = sentence.words[index], sentence.words[index + 1]
    described = (word, behind) in _STRUCK_PLACES or (
        behind == "of"
        and (
            word in _SETTLEMENTS
            or word in _INHABITANTS
            or (word in _OF_MANY and _is_one_word(sentence, index + 2))
        )
    )
    left = word in _LEAVING and behind == "from"
    placing = word in _PLACING and (index == 0 or sentence.tokens[index].text.islower())
    taken = word in _TAKING_AGAIN or (word == "around" and not _FOUGHT.isdisjoint(sentence.words[:index]))
    struck = word in _ATTACKING and index + 1 not in sentence.name_at
    if not (described or left or placing or taken or struck):
        return None
    first = index + 2 if described or left else index + 1
    stop = first
    if sentence.words[first : first + 1] == ("in",) and sentence.tokens[first].text == "In":
        stop += 1  # "near In Amenas"
    while (
        stop < len(sentence) and sentence.upos[stop] == "PROPN" and sentence.tokens[stop].text[:1].isupper()
    ):
        stop += 1
    if stop == first and word == "in" and _is_name_by_capital(sentence, first):
        stop += 1
    plain = word not in {"at", "in"} and not (left or taken or struck or word in _INHABITANTS)
    if stop == first or not (plain or _stands_for_itself(sentence, first, stop)):
        return None
    if (left or taken or struck) and (_is_short(sentence, first) or _qualifies(sentence, stop)):
        return None
    if struck and (sentence.words[stop - 1].endswith("s") or sentence.words[stop - 1] in _PEOPLES):
        return None  # "attacked Hutus"
    if taken and stop - first > 1 and _is_somebodys(sentence, first):
        return None  # "recaptured Jorge Salas"
    return Name(first, stop, "LOC")


def _is_name_by_capital(sentence: Sentence, index: int) -> bool:
    """Whether a noun has a capital where others have none: "opened fire in Kidal, wounding several people"."""
    if index >= len(sentence) or sentence.upos[index] != "NOUN" or not sentence.tokens[index].text.istitle():
        return False
    others = [at for at in range(1, len(sentence)) if sentence.upos[at] == "NOUN" and at != index]
    return bool(others) and all(sentence.tokens[at].text.islower() for at in others)


def _is_somebodys(sentence: Sentence, index: int) -> bool:
    name = sentence.name_at.get(index)
    return name is not None and name.label == "PER"


def _is_short(sentence: Sentence, index: int) -> bool:
    """Whether a word in capitals alone is a body's: "withdrew from ECOWAS"."""
    return len(sentence.tokens[index].text) > 1 and sentence.tokens[index].text.isupper()


def _qualifies(sentence: Sentence, stop: int) -> bool:
    """Whether a noun stands behind words in capitals: "attacked Hutu civilians"."""
    return stop < len(sentence) and sentence.upos[stop] in {"NOUN", "ADJ", "NUM"}


_OF_MANY = frozenset(["massacre", "carnage", "bloodbath", "siege", "shelling", "bombardment"])
"""What is done to many, or to a town: of one word in a capital it tells where."""


def _is_one_word(sentence: Sentence, index: int) -> bool:
    """Whether a name is one word that is no people's: "Savo", and neither "Judge Ruiz" nor "Hazaras"."""
    if index >= len(sentence) or sentence.upos[index] != "PROPN" or sentence.words[index].endswith("s"):
        return False
    return index + 1 == len(sentence) or sentence.upos[index + 1] not in {"PROPN", "NOUN", "PART"}


def _stands_for_itself(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether words in capitals behind "in" are a whole phrase, and neither a day nor a tongue: "in Diré"."""
    if not {*sentence.words[first:stop]}.isdisjoint(_NO_PLACES):
        return False
    if stop < len(sentence) and sentence.tokens[stop].text in {"'s", "’s", "'", "’", "-", "‑"}:
        return False
    last = stop - 1
    return all(
        first <= sentence.heads[at] < stop or sentence.heads[at] < first for at in range(first, stop)
    ) or (sentence.heads[last] > last and sentence.deprels[last] in {"obl", "nmod"})


_STRIKING_PLACES = frozenset(
    """raided stormed overran besieged bombarded shelled bombed razed torched looted entered fled raiding storming
    overrunning besieging bombarding shelling bombing razing torching looting entering fleeing""".split()
)
"""Verbs whose bare object in capitals is a place more often than a body of men."""
_PLACING = _STRIKING_PLACES | {"near", "outside", "at", "in"}
_TAKING_AGAIN = forms_of_all("recapture retake reconquer reoccupy liberate besiege")
"""Verbs whose bare object in capitals is a town and hardly anybody."""
_ATTACKING = forms_of_all("attack")
"""Verbs whose bare object is a place where it is a name that the encoder does not know for anybody's."""
_PEOPLES = frozenset(
    """fulani tutsi hutu rohingya hazara tuareg dogon masalit zaghawa nuer dinka murle amhara oromo banyamulenge hema
    lendu karen kachin pashtun baloch hausa""".split()
)
"""Peoples that are called so in the plural."""
_LEAVING = forms_of_all("withdraw retreat")
_INHABITANTS = frozenset("residents inhabitants villagers townspeople north south east west".split())
"""What there is "of" a place."""
_FOUGHT = frozenset("fighting clashes battles fight fought clashed battle offensive shelling".split())
_STRUCK_PLACES = frozenset(
    [
        *((act, "of") for act in "siege shelling bombardment storming sacking battle".split()),
        ("battle", "for"),
        ("raid", "on"),
    ]
)
_TONGUES = frozenset(
    """arabic english french spanish portuguese swahili hausa somali pashto dari urdu russian ukrainian persian farsi
    turkish kurdish german italian chinese hebrew amharic tigrinya bambara lingala burmese tamil sinhala bengali
    parliament congress islam god heaven earth ramadan eid lent advent brackets capitals""".split()
)
_CAPITALISED_TIMES = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun".split()
)
_NO_PLACES = _TONGUES | TRIGGERS | _CAPITALISED_TIMES


def _headed_place(sentence: Sentence) -> Name | None:
    """The name that heads an item of a list, "• Bajaur: two elders shot dead", is that of a place."""
    stop = heading_stop(sentence.tokens) - 1
    first = next((at for at in range(stop) if sentence.tokens[at].text[:1].isalpha()), stop)
    if stop < 1 or any(token.text[:1].isdigit() for token in sentence.tokens[:stop]):
        return None
    if not (0 < first < stop or (first == 0 < stop and _heads_a_row(sentence, stop))):
        return None
    if any(sentence.upos[at] != "PROPN" for at in range(first, stop)):
        return None
    return (
        Name(first, stop, "LOC")
        if (_TITLES | _CAPITALISED_TIMES).isdisjoint(sentence.words[first:stop])
        else None
    )


def _heads_a_row(sentence: Sentence, colon: int) -> bool:
    """Whether a number and a fate stand right behind a heading: "Taiz: 6 killed, 12 injured"."""
    return (
        sentence.upos[colon + 1 : colon + 2] == ("NUM",) and sentence.words[colon + 2 : colon + 3] in _FATES
    )


def _with_acronyms(sentence: Sentence, long: dict[str, LongForm]) -> Sentence:
    """A document's own acronyms are names wherever they stand."""
    names = dict(sentence.name_at)
    for index, token in enumerate(sentence.tokens):
        if index not in names and token.text.isupper() and key(token.text) in long:
            names[index] = Name(index, index + 1, "ORG")
    return sentence if len(names) == len(sentence.name_at) else _named_so(sentence, names)


def _is_proper(sentence: Sentence, name: Name) -> bool:
    """Whether a name has a capital anywhere: "army" alone is none."""
    return any(char.isupper() for token in sentence.tokens[name.first : name.stop] for char in token.text)


def _trimmed(sentence: Sentence, name: Name) -> Name:
    """A name without the preposition or article that the encoder took for its first word."""
    first = name.first
    while first < name.stop - 1 and sentence.tokens[first].text in {
        "of",
        "in",
        "the",
        "at",
        "near",
        "from",
        "by",
        "and",
    }:
        first += 1
    return replace(name, first=first)


def _whole(sentence: Sentence, name: Name) -> Name:
    """A name to where it ends: the encoder may see only "San" of "San Salvador", or "Front of" of "Front of Mali"."""
    stop = name.stop
    behind = sentence.name_at.get(stop)
    if behind is not None and sentence.words[stop - 1] in _LINKS:
        stop = behind.stop
    while (
        stop < len(sentence)
        and stop not in sentence.name_at
        and sentence.upos[stop] == "PROPN"
        and sentence.deprels[stop] == "flat"
        and name.first <= sentence.heads[stop] < stop
        and sentence.tokens[stop].text[:1].isupper()
    ):
        stop += 1
    while stop + 1 < len(sentence) and _joins(sentence, name.first, stop):
        stop += 2
    if stop - name.first > 1 and sentence.tokens[stop - 1].text in {"-", "‑"}:
        stop = stop + 1 if _goes_on(sentence, stop) else stop - 1  # "Mayo-Tsanaga", seen as "Mayo-"
    if name.label == "LOC":
        stop = _before_settlement(sentence, stop)
    return replace(name, stop=stop)


def _before_settlement(sentence: Sentence, stop: int) -> int:
    """Where a place's name ends that the encoder sees the first word of, before its kind: "Pa Zi Gyi village"."""
    at = stop
    while at < len(sentence) and at not in sentence.name_at and sentence.upos[at] == "PROPN":
        if sentence.deprels[at] != "compound" or not sentence.tokens[at].text[:1].isupper():
            break
        at += 1
    kind = at < len(sentence) and sentence.words[at] in _SETTLEMENTS and sentence.upos[at] == "NOUN"
    return at if kind else stop


def _goes_on(sentence: Sentence, rest: int) -> bool:
    """Whether a word in capitals stands right behind a hyphen."""
    if rest >= len(sentence) or rest in sentence.name_at:
        return False
    hyphen, word = sentence.tokens[rest - 1], sentence.tokens[rest]
    return hyphen.end == word.start and word.text[:1].isupper()


def _joins(sentence: Sentence, first: int, hyphen: int) -> bool:
    """Whether a hyphen without spaces joins a name to the rest of it: "Dasht-e-Barchi", but not "Paris-based"."""
    mark, rest = sentence.tokens[hyphen], sentence.tokens[hyphen + 1]
    if mark.text not in {"-", "‑"} or sentence.tokens[hyphen - 1].end != mark.start or mark.end != rest.start:
        return False
    inside = first <= sentence.heads[hyphen + 1] < hyphen and sentence.deprels[hyphen + 1] == "flat"
    return inside and any(char.isupper() for char in rest.text) and hyphen + 1 not in sentence.name_at


def _token_range(sentence: Sentence, known: KnownName) -> Name | None:
    start, end, label = known
    inside = [index for index, token in enumerate(sentence.tokens) if token.start < end and token.end > start]
    if not inside or sentence.tokens[inside[0]].start != start:
        return None
    return Name(inside[0], inside[-1] + 1, label)


def _overlay(names: dict[int, Name], found: Name | None, sentence: Sentence) -> None:
    """A known name counts where the encoder has none, or a shorter one inside it."""
    if found is None:
        return
    covered = {names[index] for index in range(found.first, found.stop) if index in names}
    if all(found.first <= name.first and name.stop <= found.stop for name in covered):
        _place_name(names, found)


def _place_name(names: dict[int, Name], name: Name) -> None:
    for index in range(name.first, name.stop):
        old = names.get(index)
        if old is not None and old != name:
            for token in range(old.first, old.stop):
                names.pop(token, None)
    for index in range(name.first, name.stop):
        names[index] = name


_WEAK = frozenset(
    """operation task force forces group army state islamic national movement front party united republic of
        the for in and de la military government ministry security council general president minister""".split()
)


def _learn_short_forms(
    document: Document, sentences: Sequence[Sentence], adjectives: frozenset[str], long: dict[str, LongForm]
) -> None:
    """ "Barkhane" after "Operation Barkhane", "Maïga" after "Choguel Maïga": one word that only one longer name has."""
    owners: dict[str, LongForm | None] = {}
    shorts: dict[str, str] = {}
    for sentence in sentences:
        for name in sentence.names:
            start, end = sentence.tokens[name.first].start, sentence.tokens[name.stop - 1].end
            form = LongForm(document.text[start:end], document.span(start, end))
            words = sentence.words[name.first : name.stop]
            if len(words) == 1:
                if words[0] in adjectives or sentence.tokens[name.first].text.islower():
                    continue  # "the army" is no short form of the National Liberation Army
                shorts.setdefault(words[0], name.label)
                continue
            candidates = words[-1:] if name.label == "PER" else [word for word in words if word not in _WEAK]
            if name.label in {"LOC", "GPE"} or (
                len([word for word in words if word not in _WEAK]) > 2 and name.label != "PER"
            ):
                continue
            for token, word in zip(sentence.tokens[name.first : name.stop], words, strict=True):
                if word not in candidates or (token.text.isupper() and len(token.text) > 1):
                    # "UN" is not short for "UN Security Council".
                    continue
                held = owners.get(word, form)
                owners[word] = form if held is not None and key(held.name) == key(form.name) else None
                if held is not None and key(held.name) == key(form.name):
                    owners[word] = held
    for word, label in shorts.items():
        owner = owners.get(word)
        if owner is not None and label not in {"LOC", "GPE"}:
            long.setdefault(word, owner)


def _is_nation(sentence: Sentence, index: int) -> bool:
    """Whether a word says of which nation somebody is: "Malian", "US"."""
    text = sentence.tokens[index].text
    return text in _SHORT_NATIONS or countries().by_demonym(text) is not None
