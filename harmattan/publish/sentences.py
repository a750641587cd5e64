"""One plain English sentence for each claim, made of parts so that a page can link names and set figures apart.

Three rules keep a sentence from saying more than its source. The verb is a cover term (`phrases`), followed by the
document's own words in quotes. Anything but an assertion is told as what it is: expected, threatened, denied,
alleged, possible, habitual. Times, places and counts are worded by their own precision (`wording`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from harmattan.model.claims import Claim
from harmattan.model.readings import (
    Event,
    Mention,
    Modality,
    Number,
    Place,
    PlaceKind,
    Relation,
    RelationKind,
    RelationStatus,
    Strength,
    StrengthStatus,
    Time,
)
from harmattan.model.text import Document, Span
from harmattan.publish.phrases import CONCERNING, KILLING, Phrase, phrase_for_trigger
from harmattan.publish.wording import number_words, tidy, time_words

REACH = 40
"""How far before a stretch its article and preposition are looked for, in characters."""
WHERE_PREPOSITIONS = frozenset("in near at around outside inside across between off along throughout".split())
MOVING_PREPOSITIONS = frozenset("from to into".split())
_MOVING_TYPES = frozenset({"RETREAT", "MOBILIZE", "SANCTION"})
_COLLECTIVES = frozenset(
    "forces troops rebels militants soldiers fighters mercenaries officials jihadists gunmen people men insurgents "
    "militias people forces".split()
)
_QUANTITIES = frozenset(
    "some others many few several all most both hundreds thousands dozens two three four five".split()
)
_FIGURE = re.compile(
    r"(?:at least |about |around |some |nearly |almost |more than |over |up to )?\d", re.IGNORECASE
)
_COMMON_WORDS = frozenset(
    "the a an some several many few most one two three four five six seven eight nine ten eleven twelve "
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty "
    "ninety others many more about around nearly over almost dozens hundreds thousands "
    "local armed unidentified suspected officials residents witnesses analysts villagers civilians people protesters "
    "police soldiers troops gunmen militants rebels insurgents jihadists fighters attackers bandits mercenaries "
    "authorities government army military forces they it he she his her their its".split()
)
"""Words that open a description rather than a name, and so lose the capital that the start of a sentence gave them."""
_ARTICLES = frozenset({"the", "a", "an"})
_PAST = re.compile(
    r"[a-z]+ed|took|left|shot|struck|hit|held|sent|met|lost|won|fought|overran|beat|drove|overthrew|withdrew|broke|gave"
)
"""A verb in the past, or a participle, which reads as one after its subject."""
_POSSIBLE = "Spoken of as a possibility only: "


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a sentence. At most one of `actor` and `country` is set: what the words can link to."""

    text: str
    actor: str | None = None
    country: str | None = None
    note: str = ""
    """What to show when the stretch is pointed at: the words the document itself uses."""


Sentence = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class _Subject:
    parts: Sentence
    plural: bool

    def verb(self, singular: str, plural: str) -> str:
        return plural if self.plural else singular


def plain(sentence: Sentence) -> str:
    """The sentence as a string."""
    return "".join(part.text for part in sentence)


def sentence_for(claim: Claim) -> Sentence:
    """What the claim says: "The Malian army attacked JNIM near Gossi on 3 March 2022 (“raided”); 14 killed."

    Ends with a full stop. Who says it is part of the sentence only where the document itself names somebody.
    """
    body, document = claim.body, claim.document
    match body:
        case Event():
            parts = _event(claim, body)
        case Strength():
            parts = _strength(claim, body)
        case Relation():
            parts = _relation(claim, body)
    attribution = claim.statement.attribution
    if attribution is not None and isinstance(body, Strength) and claim.modality is Modality.DENIED:
        parts = (*parts, Part(", denied by "), mention_part(attribution, document))
    elif attribution is not None and not _names_denier(claim):
        own = isinstance(body, Event) and len(body.actor) == 1 and _same(attribution, body.actor[0])
        if not own:
            parts = (*parts, Part(", according to "), mention_part(attribution, document))
        elif claim.modality is not Modality.PLANNED:
            parts = (*parts, Part(", by their own account"))
    if isinstance(body, Event) and body.report_time:
        parts = (*parts, Part(f", said {time_words(body.report_time)}"))
    return _capitalised(_closed(parts))


def mention_part(mention: Mention, document: Document) -> Part:
    """The name of a mention with the article that the document gives it, and no capital that is only a sentence's."""
    quote = tidy(mention.span.quote)
    if quote == mention.name:
        article = _word_before(document, mention.span)
    else:
        article = quote.removesuffix(mention.name).strip().lower()
    known = article in _ARTICLES
    note = "" if quote == mention.name or known else f"“{quote}”"
    return Part((f"{article} " if known else "") + _lowered(mention.name), actor=mention.actor, note=note)


def _word_before(document: Document, span: Span, skip: str = "") -> str:
    """The word right before a stretch, in lower case; the one before that where it is `skip`."""
    words = document.text[max(0, span.start - REACH) : span.start].lower().split()
    if skip and words[-1:] == [skip]:
        words.pop()
    return words[-1] if words else ""


def _named(mention: Mention, document: Document) -> str:
    quote = tidy(mention.span.quote)
    return f"the {quote}" if _word_before(document, mention.span) == "the" and not quote.isupper() else quote


def _lowered(name: str) -> str:
    """The name without a capital that it owes to the start of a sentence: "Fifty soldiers", but not "Fifth Army"."""
    first = name.split(maxsplit=1)[0] if name.split() else ""
    common = first.split("-")[0].lower() in _COMMON_WORDS
    return name[0].lower() + name[1:] if (common and first[1:].islower()) or first == "A" else name


def _same(one: Mention, other: Mention) -> bool:
    if one.actor is not None or other.actor is not None:
        return one.actor == other.actor
    return one.name.casefold() == other.name.casefold()


def _subject(
    mentions: Sequence[Mention], document: Document, numbers: Sequence[Number | None] = ()
) -> _Subject:
    distinct = {mention.actor or mention.name.casefold(): mention for mention in reversed(mentions)}
    kept = [mention for mention in mentions if distinct[mention.actor or mention.name.casefold()] is mention]
    kept = [
        one for one in kept if not any(one.span in other.span for other in kept if other is not one)
    ] or kept[:1]
    # "Forty-nine civilians and 15 soldiers": a number over several names is left to the count.
    own = [
        number for number in numbers if number and sum(number.span.overlaps(one.span) for one in kept) == 1
    ]
    parts = _joined([(_with_number(mention, document, own),) for mention in kept])
    return _Subject(parts, len(kept) > 1 or (bool(kept) and _is_plural(kept[0])))


def _with_number(mention: Mention, document: Document, numbers: Sequence[Number]) -> Part:
    """The mention with all of its number: "at least 50 people" where the mention is "50 people"."""
    part = mention_part(mention, document)
    for number in numbers:
        if number.span.start < mention.span.start < number.span.end and not part.note:
            words = tidy(document.text[number.span.start : mention.span.end])
            return replace(part, text=words[0].lower() + words[1:])
    return part


def _is_plural(mention: Mention) -> bool:
    """Whether a verb that follows the name is plural; a name of its own ("Movement for Unity and Jihad") is not."""
    name = mention.name
    head = re.split(r" (?:of|in|from|at|near|on|with|for|who|that) ", name.replace(",", " "))[0].split()
    if not head:
        return False
    first, last = head[0].casefold(), head[-1]
    if _FIGURE.match(name) or last.casefold() in _COLLECTIVES or first in _QUANTITIES:
        return True
    described = any(word[0].islower() and word not in ("and", "the", "of") for word in head)
    if " and " in name:
        return described and mention.actor is None
    return described and last.islower() and last.endswith("s") and not last.endswith(("ss", "us", "is"))


def _joined(items: Sequence[Sentence]) -> Sentence:
    joined: list[Part] = []
    for index, item in enumerate(items):
        if index:
            joined.append(Part(" and " if index == len(items) - 1 else ", "))
        joined.extend(item)
    return tuple(joined)


def _event(claim: Claim, body: Event) -> Sentence:
    document = claim.document
    phrase = phrase_for_trigger(body.type, body.mode, body.trigger.quote)
    subject = _subject(body.actor, document)
    objects = _objects(body, phrase)
    phrase = _literal(claim, phrase, objects) or phrase
    target = _subject(objects, document, (body.killed, body.wounded, body.abducted))
    fought_each_other = body.type.upper() == "ASSAULT" and len(body.actor) > 1 and not objects
    upon_nobody_named = bool(phrase.participle) and not target.parts
    if subject.parts and not fought_each_other and not upon_nobody_named:
        core = _active(claim, phrase, subject, _object(phrase, target, bool(body.weapon)))
    elif target.parts and not subject.parts and phrase.participle:
        core = _passive(claim, phrase, target, "" if body.weapon or not phrase.tail else f" {phrase.tail}")
    else:
        # "Soldiers killed" would read as if they had been: without an object the deed is a noun.
        joint = " by " if subject.parts and not fought_each_other else ", involving "
        core = _nominal(claim, phrase, (Part(joint), *(subject.parts or target.parts)))
    rest = _circumstances(claim, body, objects, phrase)
    if phrase.to == CONCERNING and target.parts and rest and rest[0].text[1:2].isalpha():
        core = (*core, Part(","))
    return (*core, *rest)


def _objects(body: Event, phrase: Phrase) -> tuple[Mention, ...]:
    """Upon whom or what: of a killing the victims, for "a convoy was killed" is not what the document says."""
    if phrase.label == KILLING:
        return _killed(body) or body.recipient or body.target
    return body.recipient or body.target or body.victim


def _killed(body: Event) -> tuple[Mention, ...]:
    """The victims without those who are counted as wounded or taken: of "about 40 were wounded" nobody is killed."""
    apart = [number.span for number in (body.wounded, body.abducted) if number]
    killed = tuple(one for one in body.victim if not any(span.overlaps(one.span) for span in apart))
    return killed or body.victim


def _literal(claim: Claim, phrase: Phrase, objects: Sequence[Mention]) -> Phrase | None:
    """The document's own verb in place of the phrase's, where its object follows it word for word.

    "took Kidal" with actor and recipient read can be told as "The army took Kidal": nothing is said that is not there.
    """
    body, document = claim.body, claim.document
    if not isinstance(body, Event) or not body.actor or not objects:
        return None
    trigger = body.trigger
    between = document.text[trigger.end : objects[0].span.start].split()
    if trigger.end > objects[0].span.start or any(word.lower() not in _ARTICLES for word in between):
        return None
    verb = trigger.quote
    if claim.modality in (Modality.ASSERTED, Modality.ALLEGED) and _PAST.fullmatch(verb):
        return replace(phrase, past=verb, to="", tail="")
    future = _word_before(document, trigger) in ("to", "will", "would")
    if (
        claim.modality in (Modality.PLANNED, Modality.THREATENED)
        and future
        and verb.isalpha()
        and verb.islower()
    ):
        return replace(phrase, infinitive=verb, to="", tail="")
    return None


def _object(phrase: Phrase, target: _Subject, armed: bool) -> Sentence:
    tail = (Part(f" {phrase.tail}"),) if phrase.tail and not armed else ()
    if not target.parts:
        return tail
    return (Part(phrase.to or " "), *_spaced(phrase.to, target.parts), *tail)


def _spaced(joint: str, parts: Sentence) -> Sentence:
    return (Part(" "), *parts) if joint else parts


def _active(claim: Claim, phrase: Phrase, subject: _Subject, rest: Sentence) -> Sentence:
    parts = subject.parts
    modality = claim.modality
    if (
        modality is Modality.THREATENED
        and isinstance(claim.body, Event)
        and claim.body.type.upper() == "THREATEN"
    ):
        modality = Modality.ASSERTED
    match modality:
        case Modality.ASSERTED:
            return (*parts, Part(f" {phrase.past}"), *rest)
        case Modality.PLANNED:
            own = subject.verb("plans", "plan") if _speaks_for_itself(claim) else None
            will = own or subject.verb("is expected", "are expected")
            return (*parts, Part(f" {will} to {phrase.infinitive}"), *rest)
        case Modality.THREATENED:
            return (*parts, Part(f" threatened to {phrase.infinitive}"), *rest)
        case Modality.DENIED:
            if _speaks_for_itself(claim):
                return (*parts, Part(f" {subject.verb('denies', 'deny')} {phrase.gerund}"), *rest)
            return (*_denial(claim), *parts, Part(f" {phrase.gerund}"), *rest)
        case Modality.ALLEGED:
            return (*parts, Part(f" allegedly {phrase.past}"), *rest)
        case Modality.HYPOTHETICAL:
            return (Part(_POSSIBLE), *parts, Part(f" {phrase.gerund}"), *rest)
        case Modality.HABITUAL:
            present = subject.verb(phrase.present, phrase.infinitive)
            return (*parts, Part(f" regularly {present}"), *rest)


def _passive(claim: Claim, phrase: Phrase, target: _Subject, tail: str) -> Sentence:
    parts, done = target.parts, phrase.participle + tail
    match claim.modality:
        case Modality.ASSERTED:
            return (*parts, Part(f" {target.verb('was', 'were')} {done}"))
        case Modality.PLANNED:
            return (*parts, Part(f" {target.verb('is', 'are')} expected to be {done}"))
        case Modality.THREATENED:
            return (Part("It was threatened that "), *parts, Part(f" would be {done}"))
        case Modality.DENIED:
            return (*_denial(claim), *parts, Part(f" being {done}"))
        case Modality.ALLEGED:
            return (*parts, Part(f" {target.verb('was', 'were')} allegedly {done}"))
        case Modality.HYPOTHETICAL:
            return (Part(_POSSIBLE), *parts, Part(f" being {done}"))
        case Modality.HABITUAL:
            return (*parts, Part(f" {target.verb('is', 'are')} regularly {done}"))


_NOMINAL = {
    Modality.ASSERTED: "",
    Modality.PLANNED: "Expected: ",
    Modality.THREATENED: "Threatened: ",
    Modality.DENIED: "Denied: ",
    Modality.ALLEGED: "Alleged: ",
    Modality.HYPOTHETICAL: _POSSIBLE,
    Modality.HABITUAL: "Regularly: ",
}


def _nominal(claim: Claim, phrase: Phrase, involved: Sentence) -> Sentence:
    """Where it is not said who acts or upon whom, or only who fought: "Attack, involving France and JNIM"."""
    prefix = _NOMINAL[claim.modality]
    label = phrase.label.lower() if prefix else phrase.label
    start = (*_denial(claim), Part(label)) if _names_denier(claim) else (Part(prefix + label),)
    return (*start, *involved) if len(involved) > 1 else start


def _denial(claim: Claim) -> Sentence:
    """What opens a denial. A gerund follows, for "France will not send troops" and "has not sent" are both denials."""
    attribution = claim.statement.attribution
    if attribution is None:
        return (Part("Denied: "),)
    return (Part("Denied by "), mention_part(attribution, claim.document), Part(": "))


def _names_denier(claim: Claim) -> bool:
    """Whether the sentence already opens with who denies it."""
    return claim.modality is Modality.DENIED and claim.statement.attribution is not None


def _speaks_for_itself(claim: Claim) -> bool:
    """Whether a plan is told by its own actor, so that "plans to" is not more than what is said."""
    attribution, body = claim.statement.attribution, claim.body
    if attribution is None or not isinstance(body, Event):
        return False
    return any(_same(attribution, mention) for mention in body.actor)


def _circumstances(claim: Claim, body: Event, shown: Sequence[Mention], phrase: Phrase) -> Sentence:
    document = claim.document
    parts: list[Part] = []
    if body.weapon:
        parts += [Part(" with "), *_subject(body.weapon, document).parts]
    lead, places = _where(
        [place for place in body.place if not any(place.span in mention.span for mention in shown)],
        document,
        moving=body.type.upper() in _MOVING_TYPES,
    )
    if lead and not lead.startswith(";"):
        parts += [Part(lead), *places]
    if body.time:
        parts.append(_timed(body.time))
    if lead.startswith(";"):
        parts += [Part(lead), *places]
    victims = _killed(body) if phrase.label == KILLING else body.victim
    for label, mentions in (("upon", body.recipient), ("target", body.target), ("victim", victims)):
        if (
            mentions
            and mentions is not shown
            and not all(any(one.span in other.span for other in shown) for one in mentions)
        ):
            parts += [Part(f"; {label}: "), *_subject(mentions, document).parts]
    counts = [
        f"{number_words(number)} {word}"
        for word, number in (("killed", body.killed), ("wounded", body.wounded), ("abducted", body.abducted))
        if number and not (word == "killed" and phrase.label == KILLING and _told_with(number, shown))
    ]
    if counts:
        parts.append(Part(f"; {', '.join(counts)}"))
    trigger = tidy(body.trigger.quote)
    told = (
        phrase.past,
        phrase.infinitive,
        phrase.gerund,
        phrase.present,
        phrase.participle,
        phrase.label.lower(),
    )
    if not any(f"{form} ".startswith(f"{trigger.lower()} ") for form in told if form):
        # Behind "5 killed" the word would read as if it told of the dead.
        end = next((index for index, part in enumerate(parts) if part.text.startswith(";")), len(parts))
        parts.insert(end, Part(f" (“{trigger}”)"))
    return tuple(parts)


def _told_with(number: Number, mentions: Sequence[Mention]) -> bool:
    """Whether the number stands with one of the mentions, so that the sentence has told it already."""
    return any(number.span.overlaps(mention.span) for mention in mentions)


def _timed(time: Time) -> Part:
    words = time_words(time)
    return Part(f", {words}" if words.startswith("“") else f" {words}")


def _where(places: Sequence[Place], document: Document, *, moving: bool) -> tuple[str, Sentence]:
    """What leads to the places, and the places. The preposition is the text's where it is one of place; "from" and its
    like are kept for moves only, for "attacked a convoy from Gossi" does not say that Gossi saw the attack.
    """
    if not places:
        return "", ()
    before = _word_before(document, places[0].span, skip="the")
    if before in MOVING_PREPOSITIONS and not moving:
        lead = "; place named: "
    else:
        lead = f" {before} " if before in WHERE_PREPOSITIONS | MOVING_PREPOSITIONS else " in "
    return lead, places_parts(places, document)


def places_parts(places: Sequence[Place], document: Document) -> Sentence:
    """The places by name, each once: "Gao and Kidal", but "Gossi, Mali" where the last is the wider of the two."""
    distinct = list({place.name.casefold(): place for place in reversed(places)}.values())[::-1]
    parts = [(_place_part(place, document),) for place in distinct]
    if len(distinct) == 2 and _widens(*distinct):
        return (*parts[0], Part(", "), *parts[1])
    return _joined(parts)


def _widens(narrow: Place, wide: Place) -> bool:
    widths = list(PlaceKind)
    known = narrow.kind is not None and wide.kind is not None and narrow.country == wide.country
    return known and widths.index(narrow.kind or PlaceKind.REGION) < widths.index(
        wide.kind or PlaceKind.POINT
    )


def _place_part(place: Place, document: Document) -> Part:
    quote = tidy(place.span.quote)
    same = quote == place.name
    article = "the " if same and _word_before(document, place.span) == "the" else ""
    country = place.country if place.kind is not PlaceKind.REGION else None
    return Part(article + place.name, country=country, note="" if same else f"“{quote}”")


def _strength(claim: Claim, body: Strength) -> Sentence:
    document = claim.document
    force = _subject(body.force, document).parts or (Part("force not named"),)
    size = number_words(body.size)
    named = body.force and body.unit.casefold() in plain(force).casefold().split()
    lead, places = _where(body.place, document, moving=False)
    status = body.status.value
    told = (Modality.ASSERTED, _told_later(claim), Modality.PLANNED if body.status in _TO_COME else None)
    if claim.modality not in told and claim.modality.value != status:
        status += f", {claim.modality.value}"
    if body.time:
        status += f", {time_words(body.time)}".replace(" (“", ", “").replace("”)", "”")
    return (
        *force,
        Part(lead),
        *places,
        Part(f": {size}" if named else f": {size} {body.unit}"),
        Part(f" ({status})"),
    )


_TO_COME = (StrengthStatus.ANNOUNCED, StrengthStatus.PROJECTED, StrengthStatus.REQUIRED)


def _told_later(claim: Claim) -> Modality | None:
    """DENIED where the sentence ends with who denies it."""
    return Modality.DENIED if claim.statement.attribution else None


_RELATION_VERBS = {
    RelationKind.ALLIED_WITH: ("is allied with", "are allied with", "was allied with", "were allied with"),
    RelationKind.HOSTILE_TO: ("is hostile to", "are hostile to", "was hostile to", "were hostile to"),
    RelationKind.PART_OF: ("is part of", "are part of", "was part of", "were part of"),
    RelationKind.LED_BY: ("is led by", "are led by", "was led by", "were led by"),
    RelationKind.SUCCEEDS: ("succeeds", "succeed", "succeeded", "succeeded"),
    RelationKind.SUPPORTS: ("supports", "support", "supported", "supported"),
    RelationKind.OPERATES_IN: ("operates in", "operate in", "operated in", "operated in"),
    RelationKind.CONTROLS: ("controls", "control", "controlled", "controlled"),
    RelationKind.ALIAS: (
        "is also known as",
        "are also known as",
        "was formerly also known as",
        "were formerly also known as",
    ),
}
_RELATION_PREFIX = _NOMINAL | {Modality.DENIED: "", Modality.HABITUAL: ""}


def _relation(claim: Claim, body: Relation) -> Sentence:
    document = claim.document
    subject = _subject((body.subject,), document)
    former = body.status is RelationStatus.FORMER
    forms = _RELATION_VERBS[body.relation][2 * former :]
    if isinstance(body.object, Place):
        target: Sentence = places_parts((body.object,), document)
    elif body.relation is RelationKind.ALIAS:
        # Both go by one best known name: what the claim is about are the words.
        subject = _Subject(
            (replace(subject.parts[0], text=_named(body.subject, document), note=""),), subject.plural
        )
        target = (Part(tidy(body.object.span.quote), actor=body.object.actor),)
    else:
        target = _subject((body.object,), document).parts
    prefix = _RELATION_PREFIX[claim.modality]
    start = _denial(claim) if claim.modality is Modality.DENIED else (Part(prefix),) if prefix else ()
    verb = Part(f" {subject.verb(forms[0], forms[1])} ")
    when = (Part(f" ({time_words(body.time)})"),) if body.time else ()
    return (*start, *subject.parts, verb, *target, *when)


def _closed(parts: Iterable[Part]) -> Sentence:
    kept = tuple(part for part in parts if part.text)
    return kept if plain(kept).endswith((".", ".”")) else (*kept, Part("."))


def _capitalised(parts: Sentence) -> Sentence:
    first, *rest = parts
    text = first.text[:1].upper() + first.text[1:]
    return (Part(text, first.actor, first.country, first.note), *rest)
