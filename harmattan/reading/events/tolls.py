"""Tolls: "the number of dead in Sunday's attack has risen to 32" counts the killed of the attack it names, and
"the murder of Judge Ana Ruiz" counts one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from harmattan.model.readings import Mention, Modality, Number
from harmattan.model.text import Span
from harmattan.model.values import Count
from harmattan.reading.events.joining import Found
from harmattan.reading.events.roles import told_apart
from harmattan.reading.marks import Sentence
from harmattan.reading.pages import Line, Page
from harmattan.reading.trees.phrases import preposition
from harmattan.reference.inflection import forms_of_all
from harmattan.reference.lexicon import Lexicon

_DEAD = frozenset("dead deaths victims killed fatalities casualties bodies".split())
_TOLLING = frozenset(["toll", "number", "death", "count", "people"])
_SINCE = frozenset("since year years month months war total overall cumulative far-reaching".split())
"""Words of sentences that count the dead of more than one act."""
_BRINGING = frozenset("taking bringing raising pushing brings brought takes took raises raised".split())
_SINCE_OR_WHERE = _SINCE | {"in", "across", "among", "this"}
_NEAR = 2
"""How many sentences behind an act its toll may stand alone."""
_NEAR_TELLER = 8
"""How many sentences behind an act somebody may still count its dead otherwise."""
_HELD = frozenset([Modality.ASSERTED, Modality.ALLEGED])
_PUTTING = frozenset("put puts putting gave gives placed estimated raised revised set updated".split())
_QUOTES = frozenset(['"', "“", "‘", "'", "``"])
_STANDING = frozenset("stands stood rises rose risen climbs climbed reaches reached put now".split())
_HURT = frozenset(["injured", "wounded"])
_OR_HURT = frozenset([("injured",), ("wounded",)])
_BEFORE = frozenset(": to at of is was as reached reaches exceeds exceeded passed topped".split())
_NUMBERS = frozenset(["number", "numbers", "tally", "count", "figure"])
_THE_DEAD = frozenset(["dead", "killed"])
_COUNTING = _NUMBERS | _THE_DEAD | {"toll"}
"""Without one of these a sentence has no toll."""
_DYING = frozenset("killed died dead murdered massacred slain slaughtered shot beheaded executed".split())
_ARTICLE = 3
"""How many characters an article and the space behind it take at most."""
_FATES = {
    **dict.fromkeys(["dead", "killed"], "killed"),
    **dict.fromkeys(["wounded", "injured", "hurt", "injuries"], "wounded"),
    **dict.fromkeys(["deaths", "fatalities"], "killed"),
}
_IN_CARE = frozenset([("in", "hospital"), ("in", "critical"), ("in", "intensive")])
"""What the hurt are who are only said to be cared for: "two dead and 19 in hospital"."""
_OTHERS = tuple((word,) for word in ("others", "people", "more", "with"))
_WOUNDS = frozenset(["wounds", "injuries", "burns"])
_CONFIRMED = frozenset(["confirmed", "declared", "pronounced", "reported"])
_CARING = frozenset("hospital hospitals clinic morgue mortuary doctors doctor medics medic health".split())
_RECEIVING = forms_of_all("receive get")
_ONE_PERSON = frozenset(["people", "leader", "diplomat", "captive"])
"""Classes of nouns that in the singular are one person."""
_KIN = frozenset(
    """wife husband daughter son brother sister mother father niece nephew baby bodyguard driver deputy aide secretary
    assistant colleague uncle aunt grandmother grandfather grandson granddaughter partner toddler partner cousin
    companion passenger predecessor successor head""".split()
)
_OF_FORCES = frozenset(
    """soldier policeman officer guard gendarme peacekeeper constable ranger marine militiaman commander sergeant
    captain major colonel general boss chief""".split()
)
"""One man of a force."""
_MANY = frozenset(
    """people family crew staff delegation embassy body remains youth personnel group number crowd team couple handful
    dozen band column gang busload convoy patrol""".split()
)
"""Nouns of those classes that are several in the singular."""
_OF_ONE = frozenset(["the", "another", "his", "her", "its", "their", "my", "our", "your", "'s", "’s"])
_ENDS = frozenset(["dead", "wounded", "injured", "hurt"])
_LEFT = frozenset(["leave", "leaves", "leaving", "left"])
_LEFT_WITHIN = 14
"""How many words before "dead" it may stand that somebody was left so."""
_LISTED = re.compile(
    r"(?i)\s*(?:(?:,\s*and|,|\band)\b(?:\s+of\b)?|,|\bas well as\b|\b(?:together |along )?with\b|\balongside\b)"
    r"\s*(?:(?:an?|the|another|his|her|its|their)\s+)?"
    r"|,\s[a-z][^,;:.()]{2,60},\s*and\s*(?:(?:an?|the|another|his|her|its|their)\s+)?"
)
"""What stands between two of a list; between the parts of a torn name nothing does."""
_PERSONAL = frozenset(["he", "she", "him", "her", "who", "whom"])


@dataclass(frozen=True, slots=True)
class Toll:
    """A count of the killed or the wounded, and the words of the phrase it counts for, by token index."""

    killed: Number | None
    wounded: Number | None
    phrase: frozenset[int]
    head: int


def find_tolls(line: Line) -> Iterator[Toll]:
    """The tolls of a sentence: a "death toll" or "number of dead" and the figure it comes to."""
    sentence = line.sentence
    if _COUNTING.isdisjoint(sentence.vocabulary):
        return
    for head, word in enumerate(sentence.words):
        hurt = word == "number" and _of_them(line, head, _HURT)
        if not (
            word == "toll"
            or hurt
            or (word == "number" and _of_them(line, head, _DEAD))
            or _counts_the_dead(line, head)
        ):
            continue
        below = sentence.subtree(head)
        for quantity in line.quantities:
            first, _ = line.tokens_of(quantity.span)
            before = first - 1
            while sentence.words[before] in _QUOTES:
                before -= 1  # put the number of dead at "not fewer than 40"
            told = sentence.words[before] in _BEFORE and before > head
            apart = first not in below or sentence.words[before] == "at"
            if told and (apart or _is_told(line, head, first)):
                phrase = frozenset(at for at in below if at < first)
                number = Number(quantity.span, quantity.count)
                yield Toll(None if hurt else number, number if hurt else None, phrase, head)
                break


def sums_up(line: Line, toll: Toll) -> bool:
    """Whether a toll that an act brings higher counts the dead of more than that act: "bringing the death toll since
    October to 900", "... in the country to 31".
    """
    sentence, number = line.sentence, toll.killed or toll.wounded
    if number is None or not is_brought(sentence, toll):
        return False
    between = sentence.words[toll.head + 1 : line.tokens_of(number.span)[0]]
    before = sentence.words[max(0, toll.head - 2) : toll.head]
    return not (_SINCE.isdisjoint(before) and _SINCE_OR_WHERE.isdisjoint(between))


def is_brought(sentence: Sentence, toll: Toll) -> bool:
    """Whether something told before brings a toll higher: "bringing the death toll to 34"."""
    return sentence.words[sentence.heads[toll.head]] in _BRINGING


def _is_told(line: Line, head: int, number: int) -> bool:
    """Whether a number drawn into the toll's phrase is what the toll comes to: "the number of dead stands at 41"."""
    words = line.sentence.words[head:number]
    return not _STANDING.isdisjoint(words)


def tolled(page: Page, events: Sequence[Found], lexicon: Lexicon) -> list[Found]:
    """The events, the act told before a toll that stands alone with that many killed: "The toll was put at 137"."""
    told = list(events)
    acts = [at for at, event in enumerate(told) if event.predicate.type == "ASSAULT"]
    lines = {told[at].line for at in acts}
    for number, line in enumerate(page.lines):
        if number in lines or not _SINCE.isdisjoint(line.sentence.words):
            continue
        toll = next((toll for toll in find_tolls(line) if _of_the_act(line, toll, lexicon)), None)
        if toll is None:
            continue
        field = "wounded" if toll.wounded else "killed"
        other = _disputed(page, [told[at] for at in acts], number, toll, lexicon)
        if other is not None:
            told.append(other)
            continue
        before = [at for at in acts if 0 < number - max(told[at].line, told[at].last) <= _NEAR]
        if not before:
            continue
        host = told[before[-1]]
        if getattr(host.event, field) is not None or host.stance.modality is not Modality.ASSERTED:
            continue
        span = page.evidence(line.sentence)
        evidence = host.evidence if span in host.evidence else (*host.evidence, span)
        more: dict[str, Any] = {field: toll.wounded or toll.killed}
        told[before[-1]] = replace(
            host,
            event=replace(host.event, **more),
            evidence=evidence,
            last=number,
            attribution=host.attribution or _teller(page, line, toll, lexicon),
        )
    return told


def _disputed(page: Page, acts: Sequence[Found], number: int, toll: Toll, lexicon: Lexicon) -> Found | None:
    """The act told before whose dead somebody counts otherwise: "The mayor put the toll at 14"."""
    line = page.lines[number]
    teller = _teller(page, line, toll, lexicon)
    field = "wounded" if toll.wounded else "killed"
    near = [act for act in acts if act.line < number and number - max(act.line, act.last) <= _NEAR_TELLER]
    near = [act for act in near if page.items[act.line] == page.items[number]]
    counted = [act for act in near if getattr(act.event, field) and act.stance.modality in _HELD]
    if teller is None or not counted or len({act.line for act in counted}) > 1:
        return None
    host, own = counted[-1], toll.killed or toll.wounded
    known: Number = getattr(host.event, field)
    if own is None or known.count == own.count or (host.attribution and host.attribution.name == teller.name):
        return None
    more: dict[str, Any] = {"killed": None, "wounded": None, "abducted": None, field: own}
    trigger = page.entities.span(line.sentence, toll.head, toll.head + 1)
    event = replace(host.event, trigger=trigger, victim=(), report_time=None, **more)
    span = page.evidence(line.sentence)
    evidence = (span, *host.evidence[:1])
    return replace(
        host, line=number, index=toll.head, event=event, attribution=teller, evidence=evidence, last=number
    )


def _teller(page: Page, line: Line, toll: Toll, lexicon: Lexicon) -> Mention | None:
    giver = given_by(line, toll, lexicon)
    return None if giver is None else next(iter(page.entities.mentions(line.sentence, giver)), None)


def given_by(line: Line, toll: Toll, lexicon: Lexicon) -> int | None:
    """The token of who gives a toll: "Police put the toll at 15", "the prefect said that the toll had risen to six"."""
    sentence = line.sentence
    for verb in sentence.ancestors(toll.head):
        known = lexicon.reporting(sentence.words[verb], sentence.upos[verb])
        asserted = known is not None and known.modality in _HELD
        if not (asserted or sentence.words[verb] in _PUTTING) or sentence.dependants(verb, "aux:pass"):
            continue
        subject = next((at for at in sentence.dependants(verb, "nsubj") if at != toll.head), None)
        if subject is not None:
            return subject
    return None


def _of_the_act(line: Line, toll: Toll, lexicon: Lexicon) -> bool:
    """Whether a toll's phrase names nothing but an act of force: no war, no year, no illness."""
    sentence = line.sentence
    for index in toll.phrase:
        word = sentence.words[index]
        if sentence.upos[index] not in {"NOUN", "PROPN"} or word in _DEAD | _HURT | _TOLLING:
            continue
        if not any(entry.type == "ASSAULT" for entry in lexicon.entries(word, "NOUN")):
            return False
    return True


@dataclass(frozen=True, slots=True)
class Fate:
    """A number with nothing but what became of those it counts: "17 dead"; the word's token, the field, the number."""

    index: int
    field: str
    number: Number
    whom: int | None = None
    """The noun of those it counts, where there is one."""


def find_fates(line: Line) -> Iterator[Fate]:
    """The numbers of dead and hurt of a sentence that no verb tells: "resulted in 17 dead and 6 wounded", "leaving nine
    traders dead", "led to the deaths of 12 people".
    """
    sentence = line.sentence
    for quantity in line.quantities:
        first, stop = line.tokens_of(quantity.span)
        field = _FATES.get(sentence.words[stop]) if stop < len(sentence) else None
        if field is None:
            field = _taken_in(sentence, first, stop)
        elif stop + 1 < len(sentence) and sentence.upos[stop + 1] in {"NOUN", "PROPN", "ADJ"}:
            field = None
        if field is None:
            continue
        if not sentence.dependants(stop, "aux", "aux:pass", "cop"):
            yield Fate(stop, field, Number(quantity.span, quantity.count))
    for index, word in enumerate(sentence.words):
        counted = None
        if word in {"deaths", "death"} and preposition(sentence, index) in {"", "in", "to"}:
            of = (
                below for below in sentence.dependants(index, "nmod") if preposition(sentence, below) == "of"
            )
            counted = next(of, None)
        elif word == "dead" and sentence.words[index - 1] in _CONFIRMED:
            counted = next(iter(sentence.dependants(sentence.heads[index], "nsubj:pass")), None)
        elif word in _ENDS and not _LEFT.isdisjoint(sentence.words[max(0, index - _LEFT_WITHIN) : index]):
            counted = _left(sentence, index)
        own = line.quantity_of(counted) if counted is not None else None
        if own is None and counted is not None and sentence.deprels[counted] == "nmod":
            counted = sentence.heads[counted]  # "left dozens of villagers dead"
            own = line.quantity_of(counted)
        if own is not None:
            yield Fate(index, _FATES.get(word, "killed"), Number(own.span, own.count), counted)


def _taken_in(sentence: Sentence, first: int, stop: int) -> str | None:
    """The field of those counted whom a hospital has: "and 19 in hospital", "received eleven bodies"."""
    behind = sentence.words[stop : stop + 2]
    if behind in _IN_CARE and sentence.words[first - 1] in {"and", ",", "with"}:
        return "wounded"
    beside = sentence.words[first - 1] in {"and", ","} and behind[:1] in _OTHERS
    if beside and "with" in behind:
        # "and 10 others with gunshot wounds"
        at = sentence.words.index("with", stop)
        return "wounded" if not _WOUNDS.isdisjoint(sentence.words[at + 1 : at + 4]) else None
    if behind[:1] != ("bodies",) or _CARING.isdisjoint(sentence.words):
        return None
    return "killed" if sentence.words[sentence.heads[stop]] in _RECEIVING else None


def _left(sentence: Sentence, end: int) -> int | None:
    """Whom something leaves dead or hurt, by the token of the word that says so."""
    above = sentence.heads[end]
    if above < 0 or sentence.deprels[end] not in {"amod", "xcomp", "acl", "advcl", "obl"}:
        return None
    if sentence.upos[above] in {"NOUN", "PROPN"} and above < end:
        return above
    objects = [child for child in sentence.dependants(above, "obj") if child < end]
    return objects[-1] if objects and sentence.words[above] in _LEFT else None


def _of_them(line: Line, head: int, words: frozenset[str]) -> bool:
    sentence = line.sentence
    if sentence.words[head + 1 : head + 2] == ("of",) and not words.isdisjoint(
        sentence.words[head + 2 : head + 4]
    ):
        return True
    return any(sentence.words[below] in words for below in sentence.dependants(head, "nmod", "amod", "acl"))


def _counts_the_dead(line: Line, head: int) -> bool:
    """Whether a word counts the dead: "the number of girls killed in", "the tally of those who died", "the dead of"."""
    sentence, word = line.sentence, line.sentence.words[head]
    if word in _THE_DEAD:
        article = any(sentence.words[child] == "the" for child in sentence.dependants(head, "det"))
        return article and any(
            preposition(sentence, of) == "of" for of in sentence.dependants(head, "nmod", "obl")
        )
    if word not in _NUMBERS:
        return False
    for below in sentence.dependants(head, "nmod", "amod", "acl", "compound"):
        clauses = sentence.dependants(below, "acl", "amod")
        if sentence.words[below] in _DEAD or any(sentence.words[clause] in _DYING for clause in clauses):
            return True
    return False


def counts_both(sentence: Sentence, index: int) -> bool:
    """Whether a number counts the dead and the hurt together, by either's word: "1,740 people killed or injured"."""
    words = sentence.words
    behind = words[index + 1 : index + 2] == ("or",) and words[index + 2 : index + 3] in _OR_HURT
    before = words[index] in _HURT and words[max(0, index - 1) : index] == ("or",)
    return before or (words[index] in _DYING and behind)


def counted(page: Page, found: Found, lexicon: Lexicon) -> Found:
    """The event with the count that its victims' own words give where a number gives none or only a part: "Judge Ana
    Ruiz and two guards" are three.
    """
    event, line, text = found.event, page.lines[found.line], page.document.text
    counts = found.predicate.counts
    if counts_both(line.sentence, found.index):
        return found
    told = sorted(event.victim or event.recipient, key=lambda mention: mention.span.start)
    if counts is None or event.type != "ASSAULT" or not told:
        return found
    if not all(_LISTED.fullmatch(text, one.span.end, two.span.start) for one, two in pairwise(told)):
        return found
    each = [_how_many(line, mention, lexicon) for mention in told]
    if len(each) > 1 and all(each) and each[0] is not None:
        rest = Span(told[0].span.end, told[-1].span.end, "")
        if told_apart(line, _number_of(line, told[0]), Count.exactly(each[0]), rest):
            return found
    total = sum(number for number in each if number)
    known = [getattr(event, field) for field in ("killed", "wounded", "abducted") if getattr(event, field)]
    own: Number | None = getattr(event, counts)
    partly = len(known) == 1 and own is not None and own.count.best is not None and own.count.best < total
    # "a vendor and her child": the article that counts the first stands before its words.
    first = told[0].span.start - _ARTICLE
    partly = partly and own is not None and first <= own.span.start < told[-1].span.end
    if not all(each) or (known and not partly):
        return found
    span = page.document.span(told[0].span.start, told[-1].span.end)
    number: dict[str, Any] = {counts: Number(span, Count.exactly(total))}
    return replace(found, event=replace(event, **number))


def _number_of(line: Line, mention: Mention) -> Span:
    """The words of the number in a mention; the mention's own where there is none."""
    return next((q.span for q in line.quantities if q.span in mention.span), mention.span)


def _how_many(line: Line, mention: Mention, lexicon: Lexicon) -> int | None:
    """How many a mention is, None where it does not say exactly."""
    inside = [quantity for quantity in line.quantities if quantity.span in mention.span]
    if inside:
        count = inside[0].count
        return count.best if len(inside) == 1 and count.low == count.best == count.high else None
    if not (line.sentence.start <= mention.span.start and mention.span.end <= line.sentence.end):
        return None
    first, _ = line.tokens_of(mention.span)
    if line.sentence.words[first : first + 2] == ("one", "of"):
        return 1  # "one of his guards"
    if first and line.sentence.words[first - 1] in {"a", "an"}:
        words = mention.span.quote.lower().split()
        noun = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
        return None if noun in _MANY else 1
    return 1 if _is_one(line, mention, lexicon) else None


def _is_one(line: Line, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a mention is one person: a name, "she", or a noun in the singular with an article."""
    sentence = line.sentence
    if not (sentence.start <= mention.span.start and mention.span.end <= sentence.end):
        return False
    if mention.span.quote.lower() in _PERSONAL:
        known = mention.antecedent
        # "youths of Xitaxi, who": a name behind "of" is whose or from where they are
        return known is not None and " of " not in known.quote and _is_person(line, known)
    if _is_person(line, mention.span):
        return True
    first, stop = line.tokens_of(mention.span)
    of = next((at for at in range(first, stop) if sentence.words[at] == "of"), stop)
    word = sentence.words[of - 1]
    if sentence.words[max(first, of - 4) : of - 1] == ("-", "in", "-") and of - 5 >= first:
        word = sentence.words[of - 5]  # "brother-in-law"
    singular = word not in _MANY and not word.endswith(("s", "men", "children"))
    article = bool(first) and sentence.words[first - 1] in _OF_ONE
    own = any(sentence.words[at] in _OF_ONE for at in range(first, of))
    person = word in _KIN or bool(lexicon.noun_class(word) & _ONE_PERSON)
    if singular and not (article or own) and (person or word in _OF_FORCES):
        return _in_a_headline(line, of - 1)
    return singular and (article or own) and person


def _in_a_headline(line: Line, noun: int) -> bool:
    """Whether a noun undergoes a participle without an auxiliary, where no article is to be expected: "Chadian soldier
    killed in ambush".
    """
    sentence = line.sentence
    verb = sentence.heads[noun]
    if verb < 0 or sentence.deprels[noun] != "nsubj:pass" or sentence.dependants(verb, "aux", "aux:pass"):
        return False
    return sentence.subtree(noun)[0] == 0 or sentence.words[sentence.subtree(noun)[0] - 1] in {
        ",",
        ";",
        ":",
        "-",
        "•",
    }


def _is_person(line: Line, span: Span) -> bool:
    """Whether a stretch ends with a person's name."""
    tokens = line.sentence.tokens
    return any(
        name.label == "PER"
        and span.start <= tokens[name.first].start
        and tokens[name.stop - 1].end == span.end
        for name in line.sentence.names
    )
