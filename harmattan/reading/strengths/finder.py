"""Strengths: how many of a force are said to be where, and whether they are there, were, or are only spoken of.

Three ways of saying it: a number on a noun of force ("5,000 French troops currently in Mali", "a force of 8,000"), a
figure that changes ("is expected to fall to 2,500 or 3,000 by 2023", "from 5,100 to 2,500"), and a bare number that
takes up the one before ("today 47,000 remain"). Those who were killed, caught or attacked are casualties and no
strengths, and what is added or taken away ("a further 400") is none either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from harmattan.model.readings import (
    Event,
    Mention,
    Modality,
    Number,
    Place,
    Statement,
    Strength,
    StrengthStatus,
    Time,
)
from harmattan.model.text import Span
from harmattan.model.values import Count
from harmattan.reading.events.tolls import find_tolls
from harmattan.reading.marks import Sentence
from harmattan.reading.numbers.quantities import Quantity
from harmattan.reading.pages import Line, Page
from harmattan.reading.stance.attribution import Stance, stance
from harmattan.reading.strengths.changes import (
    Change,
    bounded,
    counted_in,
    find_changes,
    is_definite,
    points_back,
    status_of_change,
    unit_of_change,
)
from harmattan.reading.strengths.cues import is_to_be_set_up, never_more, status_beside, status_compared
from harmattan.reading.strengths.likelihood import LIKELY, features_of, likelihood
from harmattan.reading.strengths.lists import entries_after, entries_of_heading
from harmattan.reading.strengths.phrases import (
    Counted,
    Hung,
    adds,
    bare,
    bare_noun,
    counted,
    hung,
    is_label,
    is_of_force,
    is_people,
    is_unit,
    unit_of,
)
from harmattan.reading.strengths.reckoning import is_received, is_reckoned
from harmattan.reading.strengths.sides import (
    are_same,
    force,
    is_presupposed,
    is_sited,
    may_take_up,
    nationals,
    neighbour,
    sited_after,
    sites,
    subject_people,
)
from harmattan.reading.strengths.status import (
    Held,
    frame_here,
    gives_up,
    is_bygone,
    is_done_to,
    is_joined,
    is_of_the,
    is_past,
    is_room,
    is_told_past,
    standing_beside,
    status_of,
)
from harmattan.reading.strengths.words import (
    ADDING,
    BODIES_OF_MEN,
    CAPTIVE,
    CEILINGS,
    CHANGES,
    CIVIL,
    COLLECTIVES,
    COMMANDERS,
    FEW,
    FIGURES,
    GROUPS,
    HOLDERS,
    HURT,
    LOOSE_MEN,
    LOOSE_UNITS,
    LOSSES,
    LOST,
    MASSED,
    MOST,
    PASSING,
    SHARED_UNITS,
    SHOWING,
    UNITS,
    VERBS_BEFORE,
    Frame,
    armed_names,
    frame_of,
    is_military,
)
from harmattan.reading.trees.phrases import preposition
from harmattan.reference.lexicon import Lexicon

_SPEAKERS = frozenset(["NOUN", "PROPN", "PRON"])
_MODALITIES = {
    StrengthStatus.ANNOUNCED: Modality.PLANNED,
    StrengthStatus.PROJECTED: Modality.PLANNED,
    StrengthStatus.REQUIRED: Modality.HYPOTHETICAL,
    StrengthStatus.ALLEGED: Modality.ALLEGED,
}
_YEAR = 365
_REACH = 14
"""Words between a strength and a list that goes on from it at most."""
_OF_MEN = frozenset([Frame.STAND, Frame.LEAVE])
_OF_BODIES = frozenset([Frame.HOLD, Frame.GO, Frame.STAND, Frame.GRANT, Frame.LEAVE])
_KEEPING = frozenset([Frame.HOLD, Frame.GO])
_BACK = frozenset(["back", "in", "behind"])
_LOSING = frozenset(["lose", "loses", "lost", "losing"])
_TOLLS = frozenset(
    "toll tolls victims killed wounded missing displaced fled escaped destroyed damaged".split()
)
_SUMS = frozenset("million billion trillion percent % per dollars euros".split())
_SETTLED = frozenset("town city village country nation population province district island suburb".split())
_OWN = frozenset(["its", "their", "our"])
_BEHIND_FIGURES = frozenset(
    [",", ".", ";", ")", "at", "in", "on", "and", "now", "then", "left", "is", "–", "—"]
)
_ASSERTED = Stance(Modality.ASSERTED)


@dataclass(frozen=True, slots=True)
class _Told:
    """A strength with the sentence it stands in and how it is held."""

    strength: Strength
    line: int
    held: Stance
    denied: bool = False


@dataclass(frozen=True, slots=True)
class _Known:
    """Whose a bare number is, as told before."""

    force: tuple[Mention, ...]
    place: tuple[Place, ...]
    unit: str


def find_strengths(page: Page, events: Sequence[Statement], lexicon: Lexicon) -> list[Statement]:
    """All strengths of a document in text order; the casualties of its `events` are none."""
    return [_statement(page, told) for told in _all_told(page, events, lexicon, None)]


def undecided(page: Page, events: Sequence[Statement], lexicon: Lexicon) -> list[tuple[Span, frozenset[str]]]:
    """The numbers that the rules alone take for no strength, with the features by which `likelihood` judges them."""
    left: list[tuple[Span, frozenset[str]]] = []
    taken = [told.strength.size.span for told in _all_told(page, events, lexicon, left)]
    return [(span, features) for span, features in left if not any(span.overlaps(own) for own in taken)]


def _all_told(
    page: Page,
    events: Sequence[Statement],
    lexicon: Lexicon,
    left: list[tuple[Span, frozenset[str]]] | None,
) -> list[_Told]:
    """All strengths; where there is a list for what is left over, by the rules alone."""
    casualties = _harmed(events)
    found: list[_Told] = []
    for number, line in enumerate(page.lines):
        numbers = sorted((*line.quantities, *line.wholes), key=lambda number: number.span.start)
        tolls = (number for toll in find_tolls(line) for number in (toll.killed, toll.wounded) if number)
        lost = [*casualties, *(toll.span for toll in tolls)]
        free = [q for q in numbers if not (is_label(line, q) or any(q.span.overlaps(span) for span in lost))]
        if free:
            # "Ten soldiers were killed; the rebels put the number at 20": a bare number goes on from the toll.
            before = found[-1:] if len(free) == len(numbers) else []
            found.extend(_Reading(page, number, line, lexicon, before, left).strengths(free))
        found.extend(_listed(page, number, line, [told for told in found if told.line == number]))
    return found


def _listed(page: Page, number: int, line: Line, told: Sequence[_Told]) -> Iterator[_Told]:
    """The strengths of a list that leaves its verb out, behind a told one or below a heading."""
    taken = [each.strength.size.span for each in told]
    text = page.document.text
    if not told:
        for entry in entries_of_heading(line, text):
            mention = Mention(entry.name, page.entities.best_name(entry.name.quote))
            size = Number(entry.size, entry.count)
            yield _Told(Strength((mention,), (), size, "troops", StrengthStatus.CURRENT), number, _ASSERTED)
        return
    for each in told:
        behind = line.tokens_of(each.strength.size.span)[1]
        for offset in _ends_of_phrase(line, behind):
            entries = [
                entry
                for entry in entries_after(line, text, offset)
                if not any(entry.size.overlaps(span) for span in taken)
            ]
            for entry in entries:
                mention = Mention(entry.name, page.entities.best_name(entry.name.quote))
                size = Number(entry.size, entry.count)
                taken.append(entry.size)
                like = each.strength
                yield _Told(
                    Strength((mention,), (), size, like.unit, like.status, like.time),
                    number,
                    each.held,
                    each.denied,
                )
            if entries:
                break


def _ends_of_phrase(line: Line, first: int) -> Iterator[int]:
    """The offsets behind a number where its clause may end and a list go on: before each sign or "and"."""
    sentence = line.sentence
    for index in range(first, min(first + _REACH, len(sentence))):
        if sentence.words[index] in {",", ";", "and", "followed", "(", ":"}:
            yield sentence.tokens[index].start


def _statement(page: Page, told: _Told) -> Statement:
    sentence = page.lines[told.line].sentence
    speaker = told.held.speaker
    attribution = None
    if speaker is not None and sentence.upos[speaker] in _SPEAKERS:
        mentions = page.entities.mentions(sentence, speaker)
        attribution = mentions[0] if mentions else None
    modality = _MODALITIES.get(told.strength.status, Modality.ASSERTED)
    return Statement(
        told.strength, tuple(_evidence(page, told)), Modality.DENIED if told.denied else modality, attribution
    )


def _evidence(page: Page, told: _Told) -> Iterator[Span]:
    """The sentence, and the earlier one that says whose and where they are: "That number will fall to 1,000"."""
    own = page.evidence(page.lines[told.line].sentence)
    yield own
    spans = [force.span for force in told.strength.force] + [place.span for place in told.strength.place]
    named = [span for span in spans if span not in own]
    for line in page.lines[: told.line] if named else ():
        sentence = page.evidence(line.sentence)
        if any(span in sentence for span in named):
            yield sentence


def amount(count: Count) -> int:
    """A number's size, by whichever bound is told."""
    return count.best or count.high or count.low or 0


def _harmed(events: Sequence[Statement]) -> list[Span]:
    spans: list[Span] = []
    for statement in events:
        body = statement.body
        if not isinstance(body, Event):
            continue
        spans.extend(number.span for number in (body.killed, body.wounded, body.abducted) if number)
        # Who is besieged or kept in is still there.
        if body.type in {"ASSAULT", "COERCE", "PROTEST"} and body.mode != "restrict":
            spans.extend(m.span for m in (*body.victim, *body.target, *body.recipient))
    return spans


def _outside_brackets(sentence: Sentence, stretch: range) -> list[int]:
    """The tokens of a stretch but for those in brackets."""
    found: list[int] = []
    inside = False
    for index in stretch:
        word = sentence.words[index]
        inside = (inside or word == "(") and word != ")"
        if not inside and word != ")":
            found.append(index)
    return found


def _is_tabular(sentence: Sentence, first: int) -> bool:
    """Whether a number stands in a table or is a part of a name: "| 290 | 558 |", "Resolutions 822, 853 and 874"."""
    if not {"|", '":', "="}.isdisjoint(sentence.words):
        return True
    at = first - 1
    while at >= 0 and (sentence.words[at] in {",", "and"} or sentence.upos[at] == "NUM"):
        at -= 1
    named = at >= 0 and sentence.tokens[at].text[:1].isupper() and at not in sentence.name_at
    return named and sentence.upos[at] in {"PROPN", "NOUN"} and at > 0


def _is_headline_plan(sentence: Sentence, first: int) -> bool:
    """Whether a headline leaves out "is": "France to raise its force in Mali to 2,500"."""
    verbs = [at for at in range(first) if sentence.upos[at] in {"VERB", "AUX"}]
    return len(verbs) == 1 and verbs[0] > 0 and sentence.words[verbs[0] - 1] == "to"


def _is_of_town(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether a number is that of inhabitants or of money: "a town of 300,000", "2,261 billion"."""
    if not _SUMS.isdisjoint(sentence.words[stop : stop + 1]):
        return True
    return sentence.words[first - 1 : first] == ("of",) and not _SETTLED.isdisjoint(
        sentence.words[first - 2 : first]
    )


def _of_some(sentence: Sentence, head: int, clause: int) -> bool:
    """Whether a relative clause tells of some of them only: "800 soldiers, one of whom has been killed"."""
    return any(
        sentence.words[index] in {"whom", "which", "them"} and sentence.words[index - 1] == "of"
        for index in range(head + 1, clause)
    )


@dataclass(frozen=True)
class _Reading:
    """One sentence and what is needed to read its strengths."""

    page: Page
    number: int
    line: Line
    lexicon: Lexicon
    before: Sequence[_Told]
    """The last strength of the sentences before, if any."""
    left: list[tuple[Span, frozenset[str]]] | None
    """Where what no rule has an opinion on is put, rather than judged by its likelihood."""

    def strengths(self, quantities: Sequence[Quantity]) -> Iterator[_Told]:
        """The strengths of the sentence in text order."""
        changes = {change.quantity.span: change for change in find_changes(self.line)}
        last = next((told for told in self.before if self.number - told.line <= 1), None)
        for quantity in quantities:
            change = changes.get(quantity.span)
            told = self._changed(change, last) if change is not None else None
            if told is None and (change is None or not change.beside):
                told = (
                    self._elided(quantity, last)
                    or self._counted(quantity, last)
                    or self._bare(quantity, last)
                )
                told = told or self._likely(quantity, last)
            if told is not None:
                last = told
                yield told

    def _likely(self, quantity: Quantity, last: _Told | None) -> _Told | None:
        """A number that no rule takes, but that is likely a strength by all that stands around it."""
        sentence = self.line.sentence
        first, stop = self.line.tokens_of(quantity.span)
        near, armed = self._is_near_force(), is_military(sentence.words, self.lexicon)
        if not (near or armed or last is not None) or amount(quantity.count) > MOST:
            return None
        noun = bare_noun(self.line, quantity)
        before = "" if last is None else "same" if last.line == self.number else "previous"
        features = features_of(self.line, quantity, self.lexicon, near=near, before=before)
        if self.left is not None:
            self.left.append((quantity.span, frozenset(features)))
            return None
        if likelihood(features) < LIKELY or not self._may_be_men(quantity, noun, last):
            return None
        numeral = self.line.hung_by(quantity.core)
        head = numeral if noun is None else noun
        where = hung(sentence, head, range(first, stop))
        frame = frame_here(sentence, where)
        known = self._known(last, numeral)
        owner = force(self.page, self.line, head, where, frame, self.lexicon)
        place = sites(self.line, head, where, frame)
        if not owner and noun is not None and sentence.words[noun] in UNITS | LOOSE_UNITS:
            owner = self.page.entities.mentions(sentence, noun)[:1]
        if not owner and known is not None:
            owner, place = known.force, place or known.place
        owner = owner or self._spoken_of(numeral)
        if not owner and not place:
            return None
        counted_men = noun is not None and sentence.words[noun] in UNITS | LOOSE_UNITS
        unit = (
            unit_of(sentence, noun) if noun is not None and counted_men else known.unit if known else "troops"
        )
        held = self._stance(where, frame)
        beside = status_beside(sentence, first, stop, stop - 1 if noun is None else noun)
        joined = self._joined(last, first)
        if beside is None and _is_headline_plan(sentence, first):
            beside = StrengthStatus.ANNOUNCED
        status = Held(beside) if beside is not None else joined
        status = status or status_of(sentence, where, frame, held, presupposed=True)
        found = Counted(quantity, head, unit)
        return self._told(found, owner, place, status or Held(StrengthStatus.CURRENT), where, held)

    def _may_be_men(self, quantity: Quantity, noun: int | None, last: _Told | None) -> bool:
        """Whether nothing speaks against a number's being of men of a force, named or not: an increment, a table, a
        town, another noun, or that somebody comes to harm.
        """
        sentence = self.line.sentence
        first, stop = self.line.tokens_of(quantity.span)
        if quantity.further or adds(sentence, first, stop) or _is_tabular(sentence, first):
            return False
        vague = quantity.count.best is None and not any(char.isdigit() for char in quantity.span.quote)
        if noun is None and (vague or amount(quantity.count) < FEW):
            return False  # "Thousands rallied"
        if _is_of_town(sentence, first, stop):
            return False
        if noun is not None and sentence.words[noun] not in UNITS | LOOSE_UNITS - SHARED_UNITS:
            return False
        told_here = last is not None and last.line == self.number
        return told_here or (LOST | LOSSES | HURT | _TOLLS).isdisjoint(sentence.words)

    def _counted(self, quantity: Quantity, last: _Told | None) -> _Told | None:
        """A number on a noun of force, or said of a body of men."""
        found = counted(self.line, quantity, self.lexicon, near=self._is_near_force())
        if found is None or amount(quantity.count) > MOST:
            return None
        sentence = self.line.sentence
        first, stop = self.line.tokens_of(quantity.span)
        where = hung(sentence, found.head, range(first, stop))
        where = where if found.clause is None else Hung(found.head, found.clause, "obj")
        if self._has_lost(found, where) or (not found.said and self._only_shows(where)):
            return None
        frame = frame_here(sentence, where)
        if frame is None:
            where, frame = self._beside_verb(where, frame, first, found)
        shared = sentence.words[found.head] in SHARED_UNITS and not is_of_force(sentence, found.head)
        if shared and found.whole is None and (frame not in _KEEPING or not self._has_force(where)):
            return None
        holder = self._holder(where, first)
        presupposed = (
            (found.said and not self._is_to_be_made(found, where))
            or self._presupposed(found, where)
            or (frame is None and standing_beside(sentence, found.head))
            or is_joined(sentence, where)
            or (frame is None and holder is not None)
        )
        beside = status_beside(sentence, first, stop, found.head)
        joined = self._joined(last, first)
        if frame is None and not presupposed and beside is None and joined is None:
            if not self._is_massed(found, where):
                return None
            presupposed = where.predicate is None
        if (not found.said and self._is_added(where, frame)) or is_room(sentence, where):
            return None
        owner = force(self.page, self.line, found.head, where, frame, self.lexicon)
        place = sites(self.line, found.head, where, frame)
        if not owner and not place and frame is None and holder is not None:
            owner = self.page.entities.mentions(sentence, holder)[:1]
        if sentence.words[found.head] in LOOSE_MEN and amount(quantity.count) < FEW and not owner:
            return None
        if not owner and (place or is_sited(self.line, where, frame)):
            owner = self.page.entities.mentions(sentence, found.head)[:1]
        if last is not None and not owner and not place and is_definite(sentence, found.head):
            owner, place = last.strength.force, last.strength.place
        alone = joined is not None or self._may_stand_alone(found, frame, where)
        if not owner and not place and (alone or self._stands_by_relative(found.head)):
            owner = self.page.entities.mentions(sentence, found.head)[:1]
            presupposed = presupposed or (not alone and is_definite(sentence, found.head))
        if not owner and not place:
            return None
        held = self._stance(where, frame)
        status = Held(beside) if beside is not None else self._bounded_status(quantity, where, first)
        if status is None and joined is not None:
            status = joined
        elif status is None and frame is None and holder is not None:
            status = Held(StrengthStatus.CURRENT)
        elif status is None:
            status = status_of(sentence, where, frame, held, presupposed=presupposed)
            status = self._as_it_is(found, where, frame, status, first)
        return self._told(found, owner, place, status, where, held) if status is not None else None

    def _only_shows(self, where: Hung) -> bool:
        """Whether they give themselves up, or are only seen in a parade, an exercise or a trial."""
        sentence = self.line.sentence
        if where.predicate is None:
            return False
        things = sentence.dependants(where.predicate, "obj", "obl")
        return gives_up(sentence) or any(sentence.words[child] in SHOWING for child in things)

    def _is_to_be_made(self, found: Counted, where: Hung) -> bool:
        """Whether a body of so many is what somebody means to make: "intends to build a 30,000-man border force"."""
        if where.relation not in {"obj", "cop"} or where.predicate is None or found.whole is None:
            return False
        beside = {self.line.sentence.words[child] for child in self.line.sentence.children[found.whole]}
        return bool(beside & {"a", "an"}) and self._stance(where, None).modality is not Modality.ASSERTED

    def _joined(self, last: _Told | None, first: int) -> Held | None:
        """The status of the number before, where the two are of one phrase: "11,146 soldiers, 680 police officers"."""
        if last is None or last.line != self.number:
            return None
        sentence = self.line.sentence
        _, stop = self.line.tokens_of(last.strength.size.span)
        between = _outside_brackets(sentence, range(stop, first))
        if first <= stop or len(between) > 7:
            return None
        words = [sentence.words[index] for index in between]
        if any(
            sentence.upos[index] in {"VERB", "AUX"} and sentence.words[index] != "including"
            for index in between
        ):
            return None
        if not {"and", ",", "including", "or", "plus"} & set(words) or {";", ":", "to", "from", "by"} & set(
            words
        ):
            return None
        return Held(last.strength.status, last.denied)

    def _bounded_status(self, quantity: Quantity, where: Hung, first: int) -> Held | None:
        """The status of a number that "never" was more; None where it is not so bounded."""
        sentence = self.line.sentence
        if never_more(sentence, first, quantity.count) == quantity.count:
            return None
        over = where.predicate is not None and is_past(sentence, where.predicate)
        return Held(StrengthStatus.FORMER if over else StrengthStatus.CURRENT)

    def _as_it_is(
        self, found: Counted, where: Hung, frame: Frame | None, status: Held | None, first: int
    ) -> Held | None:
        """The status of a body that is only to be set up, or whose number is said beside whatever else is told."""
        sentence = self.line.sentence
        if is_to_be_set_up(sentence, first, found.quantity.count, where.predicate, open_=frame is None):
            return Held(StrengthStatus.ANNOUNCED)
        told_past = status == Held(StrengthStatus.FORMER) and frame is not Frame.LEAVE
        now = told_past and not is_bygone(sentence, where.predicate)
        return (
            Held(StrengthStatus.CURRENT)
            if found.said and (now or self._is_at_hand(status, first))
            else status
        )

    def _is_at_hand(self, status: Held | None, first: int) -> bool:
        """Whether a body with an owner is there, whatever it is told: "Kenya's contingent, 400 police, is to go"."""
        sentence = self.line.sentence
        coming = {StrengthStatus.PROJECTED, StrengthStatus.ANNOUNCED, StrengthStatus.REQUIRED}
        if status is None or status.status not in coming or status.denied:
            return False
        bodies = (
            at for at in range(max(0, first - 5), first - 1) if sentence.words[at] in COLLECTIVES | UNITS
        )
        return any(sentence.dependants(body, "nmod:poss") for body in bodies)

    def _is_added(self, where: Hung, frame: Frame | None) -> bool:
        """Whether they only add to others: "resolved to add 2,750 soldiers to the mission"."""
        if where.predicate is None or frame is not None:
            return False
        word = self.line.sentence.words[where.predicate]
        if where.case == "by":
            return word in CHANGES | ADDING
        return where.relation.partition(":")[0] in {"obj", "nsubj"} and word in ADDING

    def _has_force(self, where: Hung) -> bool:
        """Whether the holder of "people" or "staff" is a force: "the mission has 1,100 members", no airline."""
        sentence = self.line.sentence
        if where.predicate is None:
            return False
        for subject in sentence.dependants(where.predicate, "nsubj"):
            if sentence.words[subject] in BODIES_OF_MEN | GROUPS or sentence.words[subject] in armed_names():
                return True
            if sentence.upos[subject] in {"PRON", "PROPN"}:
                armed = not (UNITS | COLLECTIVES).isdisjoint(sentence.words)
                return armed or (sentence.upos[subject] == "PRON" and self._is_near_force())
        credited = where.relation.startswith("obl") and where.case == "with"
        return credited and is_military(sentence.words, self.lexicon)

    def _is_near_force(self) -> bool:
        """Whether the sentence before or behind speaks of a force."""
        lines = self.page.lines
        beside = [lines[index] for index in (self.number - 1, self.number + 1) if 0 <= index < len(lines)]
        return any(is_military(line.sentence.words, self.lexicon) for line in beside)

    def _beside_verb(
        self, where: Hung, frame: Frame | None, first: int, found: Counted
    ) -> tuple[Hung, Frame | None]:
        """The verb right before a number or in its own relative clause, where the clause above says nothing."""
        sentence = self.line.sentence
        if found.whole is None and first and not found.said:
            word = sentence.words[first - 1]
            if word in VERBS_BEFORE:
                there = Hung(found.head, first - 1, "obj")
                return there, frame_of(word, subject=False, particles=frozenset())
        for clause in sentence.dependants(found.head, "acl"):
            if sentence.deprels[clause] == "acl:relcl":
                relation = next(
                    (
                        sentence.deprels[child]
                        for child in sentence.dependants(clause, "nsubj", "obj")
                        if sentence.words[child] in {"who", "that", "which", "whom"}
                    ),
                    "obj",
                )
                there = Hung(found.head, clause, relation)
                told = frame_here(sentence, there)
                if told is not None:
                    return there, told
        return where, frame

    def _stands_by_relative(self, head: int) -> bool:
        """Whether a relative clause says where they stand: "the three policemen who guard it"."""
        sentence = self.line.sentence
        for clause in sentence.dependants(head, "acl"):
            if sentence.deprels[clause] != "acl:relcl":
                continue
            who = next(
                (c for c in sentence.dependants(clause, "nsubj") if sentence.words[c] in {"who", "that"}),
                None,
            )
            there = Hung(head, clause, sentence.deprels[who] if who is not None else "obj")
            if frame_here(sentence, there) is Frame.STAND and is_sited(self.line, there, Frame.STAND):
                return True
        return False

    def _may_stand_alone(self, found: Counted, frame: Frame | None, where: Hung) -> bool:
        """Whether the counted noun itself is force enough, where nobody says whose or where they are."""
        if frame in {Frame.NEED, Frame.GRANT} or found.said or is_joined(self.line.sentence, where):
            return True
        sentence = self.line.sentence
        sure = sentence.words[found.head] in UNITS or found.whole is not None
        if not sure and frame is not None:
            sure = is_military(sentence.words, self.lexicon) and CIVIL.isdisjoint(sentence.words)
        elif not sure:
            sure = (found.unit == "men" or is_people(sentence, found.head)) and is_military(
                sentence.words, self.lexicon
            )
        return sure and amount(found.quantity.count) >= MASSED

    def _is_massed(self, found: Counted, where: Hung) -> bool:
        """Whether so many men under arms are told that they are a strength whatever they do.

        Hundreds of soldiers are seldom spoken of but as a force or as its losses; of five soldiers much is told.
        """
        sentence = self.line.sentence
        sure = sentence.words[found.head] in UNITS or found.whole is not None or found.unit == "men"
        sure = sure or is_people(sentence, found.head)
        count = found.quantity.count
        vague = not any(char.isdigit() for char in found.quantity.span.quote) and count.best is None
        if amount(count) < MASSED or not sure or vague:
            return False
        if not (LOST | LOSSES | HURT).isdisjoint(sentence.words) or self._passes(found, where):
            return False
        return where.predicate is None or not self._harms(sentence, where.predicate)

    def _passes(self, found: Counted, where: Hung) -> bool:
        """Whether their own clause tells of them what is told of trainees, deserters or attackers."""
        sentence = self.line.sentence
        around = [
            found.head,
            where.head,
            *where.nouns,
            *sentence.dependants(found.head, "acl", "amod", "compound"),
        ]
        if where.predicate is not None:
            around += [where.predicate, *sentence.children[where.predicate]]
            around += [
                below
                for noun in sentence.dependants(where.predicate, "obl", "obj")
                for below in sentence.children[noun]
            ]
            around += sentence.ancestors(where.predicate)
        return any(sentence.words[index] in PASSING for index in around)

    def _holder(self, where: Hung, first: int) -> int | None:
        """Whom or which place a phrase with "with" says to have them: "a frigate with 220 sailors", "Nepal, with"."""
        sentence = self.line.sentence
        if "with" not in sentence.words[max(0, first - 2) : first]:
            return None
        before = first - 2 if sentence.words[first - 1] == "with" else first - 3
        if before > 0 and sentence.words[before] in {",", "(", "–", "—"}:
            before -= 1
        if before < 0 or not (before in sentence.name_at or sentence.words[before] in HOLDERS):
            return None
        harmed = where.predicate is not None and self._harms(sentence, where.predicate)
        return None if harmed else before

    def _presupposed(self, found: Counted, where: Hung) -> bool:
        """Whether the words take them to be there: "its 1,500 soldiers", "the battalion in Najaf, 380 men"."""
        sentence = self.line.sentence
        apposed = (
            sentence.deprels[found.head] == "appos"
            or sentence.deprels[self.line.hung_by(found.quantity.core)] == "appos"
        )
        if self.line.hung_by(found.quantity.core) in where.nouns:
            # "300 of its soldiers": they may be there or not.
            return False
        body = where.head if found.whole is None else found.whole
        owned = body != found.head or found.whole is not None
        if sentence.words[found.head] == "strength" and where.relation == "obj":
            # A strength to be reached is not yet there.
            return False
        return is_presupposed(self.line, found.head) or (
            apposed and owned and is_presupposed(self.line, body)
        )

    def _told(
        self,
        found: Counted,
        owner: tuple[Mention, ...],
        place: tuple[Place, ...],
        status: Held,
        where: Hung,
        held: Stance,
    ) -> _Told:
        core = where.relation.partition(":")[0] in {"obj", "nsubj", "cop"}
        time = self._time(found.head, where.predicate if core else None)
        first, _ = self.line.tokens_of(found.quantity.span)
        size = Number(found.quantity.span, never_more(self.line.sentence, first, found.quantity.count))
        if status.status is StrengthStatus.CURRENT and self._is_bygone(time, where):
            status = Held(StrengthStatus.FORMER)
        strength = Strength(owner, place, size, found.unit, status.status, time)
        return _Told(strength, self.number, held, status.denied)

    def _bare(self, quantity: Quantity, last: _Told | None) -> _Told | None:
        """A bare number that takes up the strength or the men told before it: "today 47,000 remain"."""
        told = self._compared(quantity, last) or self._of_name(quantity)
        if told is not None:
            return told
        others = neighbour(self.page, self.line, quantity) if last is not None else None
        if last is not None and others is not None:
            return self._listed(quantity, last, others) if last.line == self.number else None
        where = bare(self.line, quantity)
        if where is None or amount(quantity.count) > MOST or where.shared:
            return None
        sentence = self.line.sentence
        if (last is None or last.line != self.number) and not (LOSSES | HURT).isdisjoint(sentence.words):
            return None
        if self.number and next(find_tolls(self.page.lines[self.number - 1]), None) is not None:
            return None  # "Police put the toll at 15. Doctors spoke of 30."
        numeral = self.line.hung_by(quantity.core)
        allowed = any(sentence.words[noun] in CEILINGS for noun in where.nouns)
        frame = Frame.GRANT if allowed else frame_here(sentence, where)
        kept = is_done_to(sentence, where, frame) or frame in _OF_BODIES
        possessed = self._possessed(numeral, quantity) if kept else None
        if possessed is not None and frame is None:
            frame = Frame.STAND
        reckoned = self._answers(where) or is_reckoned(self.line, quantity, where, self.lexicon)
        if frame is None and reckoned:
            frame = Frame.STAND
        if frame is None and last is not None and is_received(sentence, where):
            frame = Frame.HOLD
        if frame is None and last is not None and self._goes_on(quantity, where):
            frame = Frame.STAND
        if frame is None or self._lost(numeral, where) or not self._takes_up(where, reckoned=reckoned):
            return None
        taken_up = where.predicate is not None and any(
            sentence.upos[subject] == "PRON" for subject in sentence.dependants(where.predicate, "nsubj")
        )
        first, stop = self.line.tokens_of(quantity.span)
        partitive = sentence.words[stop : stop + 2] in {("of", "them"), ("of", "these"), ("of", "those")}
        topical = last is not None or frame in _OF_MEN or reckoned or (frame is Frame.HOLD and taken_up)
        known = self._known(last, numeral) if topical or partitive else None
        known = known or self._of_body(where, frame, quantity)
        known = known or possessed or self._ourselves(stop, numeral)
        known = self._of_unit(where, numeral) or known
        held = self._stance(where, frame)
        status = status_of(sentence, where, frame, held, presupposed=possessed is not None)
        beside = status_beside(sentence, first, stop, stop - 1)
        status = Held(beside) if beside is not None else status
        unmade = held.modality not in {Modality.ASSERTED, Modality.ALLEGED, Modality.HABITUAL}
        if never_more(sentence, first, quantity.count) != quantity.count or (
            possessed and unmade and is_done_to(sentence, where, frame)
        ):
            status = Held(StrengthStatus.CURRENT)
        if known is None or status is None:
            return None
        owner = (
            nationals(self.page, self.line, quantity)
            or force(self.page, self.line, numeral, where, frame, self.lexicon)
            or subject_people(self.page, self.line, where)
        )
        if not owner and not may_take_up(self.line, where, known.force):
            return None
        owner = owner or known.force
        after = sited_after(self.line, quantity)
        place = sites(self.line, numeral, replace(where, nouns=()), frame) if after is None else after
        if not place and are_same(owner, known.force) and after is None:
            place = known.place
        if not owner and not place:
            return None
        found = Counted(quantity, numeral, known.unit)
        return self._told(found, owner, place, status, where, held)

    def _of_unit(self, where: Hung, numeral: int) -> _Known | None:
        """The unit that is made up of so many, and is none of those told before: "a German company of about 155"."""
        sentence = self.line.sentence
        if not where.nouns or preposition(sentence, numeral) != "of":
            return None
        unit = where.nouns[0]
        if sentence.words[unit] not in UNITS | LOOSE_UNITS:
            return None
        return _Known(self.page.entities.mentions(sentence, unit)[:1], (), "troops")

    def _elided(self, quantity: Quantity, last: _Told | None) -> _Told | None:
        """The number of a list that the tree hangs on the noun told before: "sent 640 troops, India 396"."""
        if last is None or last.line != self.number:
            return None
        others = neighbour(self.page, self.line, quantity)
        return self._listed(quantity, last, others) if others else None

    def _listed(self, quantity: Quantity, last: _Told, owner: tuple[Mention, ...]) -> _Told | None:
        """The number of somebody else in a list that leaves out the verb: "Botswana sent 296 soldiers, Lesotho 125"."""
        if not owner or amount(quantity.count) > MOST:
            return None
        like = last.strength
        size = Number(quantity.span, quantity.count)
        strength = Strength(owner, (), size, like.unit, like.status, like.time)
        return _Told(strength, self.number, last.held, last.denied)

    def _goes_on(self, quantity: Quantity, where: Hung) -> bool:
        """Whether a bare number, whatever is told of it, goes on from the strength before: nobody comes to harm, no
        other people are spoken of, and it is none that is only added or taken away.
        """
        sentence = self.line.sentence
        first, _ = self.line.tokens_of(quantity.span)
        if (
            amount(quantity.count) < MASSED
            or where.case == "by"
            or "by" in sentence.words[max(0, first - 2) : first]
        ):
            return False
        return (LOST | LOSSES | HURT | PASSING | CIVIL).isdisjoint(sentence.words)

    def _compared(self, quantity: Quantity, last: _Told | None) -> _Told | None:
        """The number that a strength is held against: "had 30,000, against 8,000 now"."""
        if last is None or last.line != self.number:
            return None
        status = status_compared(self.line, quantity)
        if status is None:
            return None
        like = last.strength
        size = Number(quantity.span, quantity.count)
        denied = status is StrengthStatus.ALLEGED
        return _Told(
            Strength(like.force, like.place, size, like.unit, status), self.number, last.held, denied
        )

    def _of_name(self, quantity: Quantity) -> _Told | None:
        """A number that "with" gives to a force or a body of men: "Sangaris, with 2,000, is to stay"."""
        sentence = self.line.sentence
        first, stop = self.line.tokens_of(quantity.span)
        after = sentence.words[stop] if stop < len(sentence) else "."
        if first < 2 or sentence.words[first - 1] != "with" or after not in _BEHIND_FIGURES:
            return None
        body = first - 2 - (sentence.words[first - 2] in {",", "(", "–", "—"})
        if body < 0 or amount(quantity.count) < FEW or sentence.upos[stop - 1] != "NUM":
            return None
        if not (sentence.words[body] in COLLECTIVES or sentence.words[body] in armed_names()):
            return None
        where = Hung(stop - 1, None, "")
        status = status_beside(sentence, first, stop, stop - 1) or StrengthStatus.CURRENT
        found = Counted(quantity, stop - 1, "troops")
        owner = self.page.entities.mentions(sentence, body)[:1]
        return self._told(found, owner, (), Held(status), where, _ASSERTED) if owner else None

    def _answers(self, where: Hung) -> bool:
        """Whether a number is all that somebody says: "2,000, says the governor"."""
        if where.predicate is None or where.relation != "ccomp":
            return False
        return self.lexicon.reporting(self.line.sentence.words[where.predicate]) is not None

    def _spoken_of(self, numeral: int) -> tuple[Mention, ...]:
        """The body of men nearest before a number, else nearest behind it, in its sentence or else the one before."""
        behind = range(numeral + 1, len(self.line.sentence))
        for index in (*range(numeral - 1, -1, -1), *behind):
            if self._is_body(index) or self.line.sentence.words[index] in UNITS:
                return self.page.entities.mentions(self.line.sentence, index)[:1]
        if not self.number:
            return ()
        earlier = self.page.lines[self.number - 1].sentence
        for index in range(len(earlier) - 1, -1, -1):
            if earlier.words[index] in BODIES_OF_MEN | UNITS or earlier.words[index] in armed_names():
                return self.page.entities.mentions(earlier, index)[:1]
        return ()

    def _known(self, last: _Told | None, numeral: int) -> _Known | None:
        """Whose a bare number is: the last strength's, else that of the men last spoken of, if none came to harm."""
        if last is not None:
            return _Known(last.strength.force, last.strength.place, last.strength.unit)
        before = self.page.lines[self.number - 1 : self.number] if self.number else ()
        for line, stop in ((self.line, numeral), *((line, len(line.sentence)) for line in before)):
            sentence = line.sentence
            if not (LOST | LOSSES | HURT).isdisjoint(sentence.words[:stop]):
                return None
            for index in range(stop - 1, -1, -1):
                if sentence.upos[index] not in {"NOUN", "PROPN"}:
                    continue
                if sentence.words[index] in UNITS or (
                    line is self.line and sentence.words[index] in COLLECTIVES
                ):
                    men = sentence.words[index] in UNITS - COLLECTIVES
                    unit = unit_of(sentence, index) if men else "troops"
                    return _Known(self.page.entities.mentions(sentence, index)[:1], (), unit)
        return None

    def _possessed(self, numeral: int, quantity: Quantity) -> _Known | None:
        """Whose a bare number is by the country it belongs to: "Britain's 4,100 will be out by July"."""
        sentence = self.line.sentence
        if amount(quantity.count) < MASSED:
            return None
        for owner in sentence.dependants(numeral, "nmod:poss"):
            name = sentence.name_at.get(owner)
            if name is not None and (name.label == "GPE" or sentence.words[owner] in armed_names()):
                return _Known(self.page.entities.mentions(sentence, owner)[:1], (), "troops")
        first, _ = self.line.tokens_of(quantity.span)
        if first and sentence.words[first - 1] in _OWN:
            before = next((at for at in range(first - 2, -1, -1) if self._is_body(at)), None)
            if before is not None:
                return _Known(self.page.entities.mentions(sentence, before)[:1], (), "troops")
        return None

    def _is_body(self, index: int) -> bool:
        """Whether a word is a body of men or a name of those who have one."""
        sentence = self.line.sentence
        word = sentence.words[index]
        return word in BODIES_OF_MEN or word in armed_names() or self._is_state_at_war(index)

    def _ourselves(self, stop: int, numeral: int) -> _Known | None:
        """Those who speak of themselves, where a force is spoken of: "there were eight of us at the post"."""
        sentence = self.line.sentence
        if sentence.words[stop : stop + 2] != ("of", "us"):
            return None
        armed = is_military(sentence.words, self.lexicon) or self._is_near_force()
        harmless = (LOST | LOSSES | HURT | CIVIL).isdisjoint(sentence.words)
        if not armed or not harmless:
            return None
        return _Known(self.page.entities.mentions(sentence, numeral)[:1], (), "troops")

    def _of_body(self, where: Hung, frame: Frame, quantity: Quantity) -> _Known | None:
        """Whose a bare number is by the body of men that has it: "the force in the country has 600 on its rolls"."""
        held = frame in _OF_BODIES and where.relation.partition(":")[0] in {"obj", "obl"}
        if where.predicate is None or amount(quantity.count) < FEW or not held:
            return None
        sentence = self.line.sentence
        for subject in sentence.dependants(where.predicate, "nsubj"):
            word = sentence.words[subject]
            if word in BODIES_OF_MEN | COMMANDERS or word in armed_names() or self._is_state_at_war(subject):
                return _Known(self.page.entities.mentions(sentence, subject)[:1], (), "troops")
        return None

    def _is_state_at_war(self, index: int) -> bool:
        """Whether a name is a country's, an organisation's or a capital's that is spoken of as having soldiers."""
        sentence = self.line.sentence
        name = sentence.name_at.get(index)
        if name is None or name.label == "PER" or not (CIVIL | LOSSES | HURT).isdisjoint(sentence.words):
            return False
        return is_military(sentence.words, self.lexicon) or self._is_near_force()

    def _takes_up(self, where: Hung, *, reckoned: bool) -> bool:
        """Whether what "is" so many can be men: "the real figure is 3,500", not "the upper limit was 1,400"."""
        sentence = self.line.sentence
        if where.relation != "cop" or where.predicate is None or reckoned:
            return True
        subjects = sentence.dependants(where.predicate, "nsubj")
        singular = {"is", "was", "'s", "’s"} & {sentence.words[c] for c in sentence.children[where.predicate]}
        if singular and any(sentence.words[subject] in {"who", "he", "she", "i"} for subject in subjects):
            # "who is 34" is as old.
            return False
        return bool(sentence.dependants(where.predicate, "expl")) or any(
            sentence.words[subject] in FIGURES | COLLECTIVES or sentence.upos[subject] == "PRON"
            for subject in subjects
        )

    def _changed(self, change: Change, last: _Told | None) -> _Told | None:
        """A figure that falls, rises or is brought to another."""
        sentence = self.line.sentence
        if change.beside:
            return self._before_now(change, last)
        if change.subject is None:
            return None
        if self._counts_else(change) or not (LOSSES | HURT).isdisjoint(
            sentence.words[index] for index in sentence.subtree(change.subject)
        ):
            return None
        noun = counted_in(sentence, change.subject, self.lexicon)
        owner: tuple[Mention, ...] = ()
        place: tuple[Place, ...] = ()
        unit = unit_of_change(self.line, change, noun, self.lexicon)
        if noun is not None:
            where = hung(sentence, noun)
            body = noun != change.subject and sentence.words[noun] in COLLECTIVES
            owner = (
                # "the strength of an international force" is that force's, whoever brings it to so many
                self.page.entities.mentions(sentence, noun)[:1]
                if body and not sentence.dependants(noun, "nmod:poss")
                else force(self.page, self.line, noun, where, Frame.HOLD, self.lexicon)
            )
            place = sites(self.line, change.subject, where, Frame.HOLD)
            figure = sentence.words[change.subject] in FIGURES
            if not owner and not place and (figure or is_definite(sentence, noun)):
                owner = self.page.entities.mentions(sentence, noun)[:1]
        if last is not None and not (owner and place) and points_back(sentence, change.subject):
            owner, place = owner or last.strength.force, place or last.strength.place
            unit = unit if noun is not None else last.strength.unit
        owner = owner or self._meant_by_pronoun(change.subject)
        if not owner and not place and self._is_bare_figure(change.subject):
            # "would send 560 more troops, raising the authorised number to 4,647"
            spoken_of = self._known(None, change.subject)
            owner = spoken_of.force if spoken_of is not None else ()
        if not owner and not place:
            return None
        held = stance(sentence, change.verb, self.lexicon)
        first, stop = self.line.tokens_of(change.quantity.span)
        beside = status_beside(sentence, first, stop, stop - 1)
        if not held.told or (held.modality is Modality.DENIED and not change.start):
            return None
        status = beside or status_of_change(self.line, change, held)
        time = None if change.start else self._time(change.verb, change.verb)
        size = Number(change.quantity.span, bounded(self.line, change))
        return _Told(Strength(owner, place, size, unit, status, time), self.number, held)

    def _is_bare_figure(self, topic: int) -> bool:
        """Whether a figure does not say itself of what it is; "the number that it has given up" does."""
        sentence = self.line.sentence
        return sentence.words[topic] in FIGURES and not sentence.dependants(topic, "nmod", "acl")

    def _meant_by_pronoun(self, topic: int) -> tuple[Mention, ...]:
        """The men that "it" or "their number" stands for, where a force is spoken of."""
        sentence = self.line.sentence
        if not is_military(sentence.words, self.lexicon) and not self._is_near_force():
            return ()
        if not CIVIL.isdisjoint(sentence.words):
            return ()
        figure = sentence.words[topic] in FIGURES
        owners = sentence.dependants(topic, "nmod:poss") if figure else (topic,)
        for owner in owners:
            if sentence.upos[owner] != "PRON" or sentence.words[owner] in {"this", "that", "these", "those"}:
                continue
            for mention in self.page.entities.mentions(sentence, owner)[:1]:
                last = mention.antecedent.quote.split()[-1].lower() if mention.antecedent else ""
                if last in UNITS | COLLECTIVES | BODIES_OF_MEN | GROUPS or last in armed_names() or figure:
                    return (mention,) if mention.antecedent else ()
        return ()

    def _counts_else(self, change: Change) -> bool:
        """Whether the figure has a noun of its own that is no unit: "to 450 stores"."""
        sentence = self.line.sentence
        _, stop = self.line.tokens_of(change.quantity.span)
        for index in range(stop, min(stop + 4, len(sentence))):
            if sentence.upos[index] == "NOUN":
                named = is_unit(sentence, index, self.lexicon, near=True)
                return not named and sentence.heads[self.line.hung_by(change.quantity.core)] == index
            if sentence.upos[index] not in {"ADJ", "PROPN"}:
                break
        return False

    def _before_now(self, change: Change, last: _Told | None) -> _Told | None:
        """The figure that another is down from."""
        if last is None or last.line != self.number:
            return None
        known = last.strength
        coming = known.status in {StrengthStatus.ANNOUNCED, StrengthStatus.PROJECTED}
        status = StrengthStatus.CURRENT if coming else StrengthStatus.FORMER
        size = Number(change.quantity.span, change.quantity.count)
        return _Told(Strength(known.force, known.place, size, known.unit, status), self.number, last.held)

    def _stance(self, where: Hung, frame: Frame | None) -> Stance:
        if where.predicate is None:
            return _ASSERTED
        sentence = self.line.sentence
        said = frame is None and self.lexicon.reporting(sentence.words[where.predicate]) is not None
        # What is said, and not the saying: "alleges that 600 fighters guard the farm", misread as one phrase.
        inside = (
            said
            and where.relation in {"obj", "ccomp", "xcomp"}
            and sentence.heads[where.head] == where.predicate
        )
        return stance(sentence, where.head if inside else where.predicate, self.lexicon)

    def _has_lost(self, found: Counted, where: Hung) -> bool:
        """Whether those counted are no strength any more; a body whose number is said beside is one."""
        if where.shared and is_of_the(self.line.sentence, where.head):
            return False  # "Twelve of the 2,500 soldiers have been killed": the others are there.
        of_body = found.said and (where.shared or amount(found.quantity.count) >= MASSED)
        return not of_body and self._lost(found.head, where)

    def _lost(self, head: int, where: Hung) -> bool:
        """Whether those counted are the ones who were hurt or caught, or the ones attacking."""
        sentence = self.line.sentence
        around = [*where.nouns, where.head] + ([where.predicate] if where.predicate is not None else [])
        if not LOSSES.isdisjoint(sentence.words[noun] for noun in around):
            return True
        partly = {clause for clause in sentence.dependants(head, "acl") if _of_some(sentence, head, clause)}
        beside = [
            child for noun in (head, *where.nouns) for child in sentence.children[noun] if child not in partly
        ]
        if not HURT.isdisjoint(sentence.words[child] for child in beside):
            return True
        clauses = [clause for clause in sentence.dependants(head, "acl") if clause not in partly]
        ends = (sentence.words[child] for clause in clauses for child in sentence.children[clause])
        if not LOSSES.isdisjoint(ends):
            return True
        core = where.predicate is not None and where.relation.partition(":")[0] in {
            "nsubj",
            "obj",
            "acl",
            "of",
            "",
        }
        above = [where.predicate] if core and where.predicate is not None else []
        if where.relation == "nsubj" and above and sentence.words[above[0]] in _LOSING:
            # Who lost thirteen is still there.
            above = []
        if any(sentence.words[child] in CAPTIVE for verb in above for child in sentence.children[verb]):
            return True
        return any(self._harms(sentence, index) for index in (*clauses, *above))

    def _harms(self, sentence: Sentence, index: int) -> bool:
        word = sentence.words[index]
        if word in LOST and not _BACK.isdisjoint(sentence.words[index + 1 : index + 2]):
            return False  # "would fall back to the border"
        if word in LOST or word in LOSSES:
            return True
        if sentence.upos[index] != "VERB" or word.startswith(
            ("fight", "fought", "surround", "besieg", "encircl", "hold")
        ):
            return False
        return any(
            not entry.ambiguous
            and (entry.type in {"ASSAULT", "COERCE"} or entry.counts or entry.mode == "release")
            for entry in self.lexicon.entries(word, "VERB")
        )

    def _is_bygone(self, time: Time | None, where: Hung) -> bool:
        """Whether what is told in the past was more than a year before the printing."""
        published = self.page.document.published
        if time is None or time.period.latest is None or published is None or where.predicate is None:
            return False
        long_ago = (published - time.period.latest).days > _YEAR
        return long_ago and is_told_past(self.line.sentence, where.predicate)

    def _time(self, head: int, verb: int | None) -> Time | None:
        sentence = self.line.sentence
        verbs = {
            index for index, upos in enumerate(sentence.upos) if upos in {"VERB", "AUX"} or index == verb
        }
        below = set(sentence.subtree(head))
        for time in self.line.times:
            by = self.line.hung_by(time.span)
            if by in below or (verb is not None and self.line.governor(by, verbs) == verb):
                return time
        return None
