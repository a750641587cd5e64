"""Comparisons of wording: names that stand beside the words, sentences that are alike, nearness within one text."""

from __future__ import annotations

import re
from collections.abc import Collection

from harmattan.model.readings import Event, Mention
from harmattan.resolution.incidents.accounts import Account, died_later
from harmattan.resolution.incidents.findings import Finding

ALIKE = 0.6
"""Share of longer words of two sentences that both have, from which on one is likely taken from the other."""
_ANOTHER = re.compile(
    r"^\W*(?:another|elsewhere|separately|meanwhile|the same day|in a (?:separate|second|similar)|a second\b|a third\b"
    r"|earlier|later|hours? (?:later|earlier)|the (?:day|week|month) (?:after|before))\b",
    re.IGNORECASE,
)
_ANOTHER_ONE = re.compile(
    r"\b(?:another|a (?:second|third|fourth|separate|further|new)|(?:second|third) such|a similar|the previous"
    r"|an earlier|a day (?:later|earlier|before|after))\s+(?:[\w'’-]+\s+){0,2}$",
    re.IGNORECASE,
)
_BACK = re.compile(r"\b(?:the|this|that|these|those|its|their)\s+(?:[\w'’-]+\s+){0,2}$", re.IGNORECASE)
_ATTACKERS = re.compile(
    r"\b(?:the|of the|their|\d+|one|two|three|four|five|six|seven|eight|nine|ten|[a-z]+teen|[a-z]+ty(?:-[a-z]+)?)"
    r" (?:\w+ )?(?:assailants?|attackers?|raiders?|kidnappers?|abductors?|bombers?|gunm[ae]n|ambushers?)\b",
    re.IGNORECASE,
)
"""Those who attacked, of whom nobody speaks who has not told their attack."""
_AGAIN = re.compile(r"^\W*(?:They|He|She|It) |\b(?:with|at|on|from) them\b")
_DAMAGE = re.compile(
    r"(?:burn|torch|loot|destroy|damag|ransack|steal|stole|set|ablaze|wreck|flatten)", re.IGNORECASE
)
_BEFORE_TRIGGER = 40
NEXT = 3
"""Characters between two sentences that follow one another."""


def names(left: Account, right: Account) -> Finding | None:
    """Names in the sentences of both that are not their places and sides, in two texts: a hotel, a commander."""
    if left.text == right.text:
        return None
    if left.names.isdisjoint(right.names):
        return None
    both = left.names & right.names
    shared = [name for name in both if not (_is_known(name, left.known) or _is_known(name, right.known))]
    return Finding("same name beside it", ", ".join(sorted(shared))) if shared else None


def _is_known(name: str, known: Collection[str]) -> bool:
    if name in known:
        return True
    for other in known:  # noqa: SIM110 - there are millions of pairs, and any(...) takes thrice as long
        if name in other or other in name:
            return True
    return False


def wording(left: Account, right: Account) -> Finding | None:
    """Whether the sentences are nearly the same: reports copy one another."""
    if left.text == right.text:
        return None
    one, other = left.words, right.words
    fewer, more = (len(one), len(other)) if len(one) < len(other) else (len(other), len(one))
    if fewer < 4 or fewer < ALIKE * more:
        return None
    both = len(one & other)
    share = both / (fewer + more - both)
    return Finding("told in the same words", f"{100 * share:.0f} in 100") if share >= ALIKE else None


def in_common(left: Account, right: Account) -> Finding | None:
    """How many words the sentences of two texts share that few reports have in common."""
    if left.text == right.text:
        return None
    if left.telling.isdisjoint(right.telling):
        return None
    both = left.telling & right.telling
    both -= left.recipient.nouns & right.recipient.nouns  # those who are struck count by themselves
    if not both:
        return None
    return Finding(_IN_COMMON[min(len(both), 3)], ", ".join(sorted(both)))


_IN_COMMON = {
    1: "one telling word in common",
    2: "two telling words in common",
    3: "more telling words in common",
}


def nearness(left: Account, right: Account) -> Finding | None:
    """Within one text: a sentence tells one happening as a rule, the next goes on about it or does not.

    What says neither where nor when is put where and when what was told before it was, as a rule.
    """
    if left.text != right.text:
        return None
    first, second = sorted((left, right), key=lambda told: (told.event.trigger.start, told.claim.id))
    one, other = first.sentence, second.sentence
    if one.overlaps(other):
        if by := _dated_by(first, second):
            return Finding("one sentence, the one dates the other", by)
        return Finding("one sentence")
    if _ANOTHER.match(other.quote):
        return Finding("its words say another", " ".join(other.quote.split()[:4]))
    if another := _ANOTHER_ONE.search(_before(second)):
        return Finding("its words say another", another[0].strip())
    event = second.event
    unset = not event.place and not event.time
    if other.start - one.end <= NEXT:
        if unset and (dates := _DATES.search(_clause(first))):
            return Finding("the next sentence, of what only dated another", dates[0].strip())
        if unset and not event.actor and (event.killed or event.wounded or event.abducted):
            return Finding("the next sentence, which only counts")
        return Finding(
            "the next sentence, which says neither where nor when" if unset else "the next sentence"
        )
    apart = "sentences apart, the later says neither where nor when" if unset else "one text, sentences apart"
    return Finding(apart)


def _dated_by(first: Account, second: Account) -> str | None:
    """The word by which one of two acts in a sentence dates the other: "killed ... two days after gunmen shot"."""
    text, between = first.claim.document.text, (first.event.trigger.end, second.event.trigger.start)
    found = _DATES.search(text[slice(*between)]) or _DATES_AHEAD.match(first.sentence.quote)
    return found[0].strip() if found else None


def _clause(told: Account) -> str:
    """What its sentence says before its trigger, from the last comma on."""
    before = told.claim.document.text[told.sentence.start : told.event.trigger.start]
    return re.split(r"[,;:]", before)[-1]


_DATES = re.compile(
    r"\b(?:after|before|since|following|followed|days? later|hours? later|weeks? later)\b", re.IGNORECASE
)
_DATES_AHEAD = re.compile(r"^\W*(?:[\w-]+ ){0,4}(?:after|before|since|following)\b", re.IGNORECASE)


def taken_up(left: Account, right: Account) -> Finding | None:
    """Within one text: whether the later words are such as go on about what was told before: "the attack", "They",
    those who attacked, what burnt, who died of it.
    """
    if left.text != right.text:
        return None
    _, second = sorted((left, right), key=lambda told: (told.event.trigger.start, told.claim.id))
    if died_later(second.event, second.claim):
        return Finding("tells who died of it later", second.event.trigger.quote)
    if second.event.place or second.event.time:
        return None
    if attackers := _ATTACKERS.search(second.sentence.quote):
        return Finding("speaks of the attackers", attackers[0])
    if again := _AGAIN.search(second.sentence.quote):
        return Finding("goes on with a pronoun", again[0].strip())
    if not second.event.actor and _DAMAGE.match(second.event.trigger.quote):
        return Finding("tells what was damaged or taken", second.event.trigger.quote)
    told = _BACK.search(_before(second))
    return Finding("takes up what was told", second.event.trigger.quote) if told else None


def gone_on(left: Account, right: Account) -> Finding | None:
    """Within one text: whether the later speaks of a side of the earlier by a pronoun alone, and of no other place or
    day: "They burnt ...", but not "It attacked Sebba on Sunday instead".
    """
    if left.text != right.text:
        return None
    first, second = sorted((left, right), key=lambda told: (told.event.trigger.start, told.claim.id))
    if _goes_elsewhere(first, second):
        return None
    known = [span for one in _sides(first.event) for span in (one.span, one.antecedent) if span]
    for one in _sides(second.event):
        if one.antecedent is not None and any(one.antecedent.overlaps(span) for span in known):
            return Finding("goes on about the same people", one.span.quote)
    return None


def _goes_elsewhere(first: Account, second: Account) -> bool:
    """Whether the later tells a place or a time, and it is none that the earlier has."""
    if second.place_names and second.place_names.isdisjoint(first.place_names):
        return bool(first.place_names) or second.period is not None
    one, other = first.period, second.period
    return one is not None and other is not None and not one.overlaps(other)


def _sides(event: Event) -> tuple[Mention, ...]:
    return (*event.actor, *event.recipient, *event.target, *event.victim)


def _before(told: Account) -> str:
    """What stands right before its trigger."""
    start = told.event.trigger.start
    return told.claim.document.text[max(0, start - _BEFORE_TRIGGER) : start]
