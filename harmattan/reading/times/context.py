"""What stands around a time: whether it is one at all, and whether it lies ahead.

"May", "March", "April" and "Sunday" are names as well, 2000 is a number as well as a year, and every Friday is no
day. The checks look at a few words to either side, never at the whole sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from harmattan.reading.times.frame import Tense
from harmattan.reading.times.words import LETTER, Word

REACH = 25
"""How many words away a verb may stand to say whether a time lies ahead."""


def _letters(kinds: str) -> frozenset[str]:
    return frozenset(LETTER[kind] for kind in kinds.split())


_NAME, _WORD, _MARK = LETTER["NAME"], LETTER["WORD"], LETTER["MARK"]
_MONTHS = _letters("MONTH MAYBE_MONTH")
_NUMBERS = _letters("DAY AMOUNT NTH OTHER YEAR BIG DECIMAL CLOCK")
_HABIT = _letters("EVERY FISCAL")
_BEFORE_TIME = _letters(
    "IN ON BY SINCE UNTIL BEFORE AFTER FROM TO THROUGH BETWEEN OF EARLY LATE MID LAST NEXT THIS FOLLOWING "
    "PREVIOUS STARTING END START LEFT"
)
_BEFORE_YEAR = (
    _BEFORE_TIME | _letters("AND THE THAT COMMA POSS SLASH BEGINNING SEASON UNITS A") | {LETTER["MARK"]}
)
_CLOSELY = frozenset(
    (close, side) for close in ("shortly", "just", "minutes") for side in ("before", "after")
)
"""How a time of day is told by another, as no year is."""
_BEFORE_OLD_YEAR = _letters("IN SINCE UNTIL BEFORE AFTER FROM BETWEEN OF EARLY LATE MID LEFT AND TO BY")
_ARTICLES = _letters("A THE")
_BEFORE_DASH = _letters("YEAR MID EARLY LATE END START")
_AROUND = frozenset(
    "around about circa approximately elections election year years war season for into both his her its their our my "
    "planned due theater theatre".split()
)
_SHORT_WORDS = frozenset("as was is has his its this us".split())
"""End in s and are no plurals."""
_QUANTITIES = frozenset("than least most only another further additional some nearly almost over".split())
_COUNTED = frozenset(
    "people persons troops soldiers civilians fighters men women children rebels militants refugees migrants "
    "victims houses homes villages tonnes tons km kilometres kilometers miles metres meters feet kg dollars euros "
    "percent hours hrs gmt utc local rounds vehicles deaths families officers police policemen personnel strong "
    "peacekeepers jihadists insurgents terrorists members others dead wounded casualties cases prisoners hectares "
    "displaced inhabitants residents students workers voters".split()
)
_NOT_A_DAY = frozenset("bloody black palm good easter".split())
_PAPERS = frozenset("times telegraph express herald mail mirror tribune post".split())
_GROUPS = frozenset(
    "movement brigade brigades group front organization organisation revolution martyrs square avenue street "
    "bridge alliance coalition forces".split()
)
_FIRST_NAMES = frozenset("april may june august".split())

_AHEAD = frozenset(
    "will shall ll wo should may might could expected expects expect scheduled slated upcoming forthcoming "
    "postponed".split()
)
_AHEAD_TO = frozenset(
    "plans plan planned planning due intends intend aims aim going set hopes promised pledged vowed agreed supposed "
    "is are".split()
)
"""Look ahead with "to" behind them only: "plans to leave", and not "the plans"."""
_ASKS = frozenset(
    "asked called urged ordered agreed decided told gave given threatened invited summoned wants asks calls "
    "urges".split()
)
"""What is asked for with an infinitive, or given until a day, lies ahead: "asked them to leave on Friday"."""
_DUE = frozenset("due scheduled slated set expected".split())
"""Behind "had been" these tell of what was to come and is over."""
_DEFERS = frozenset("extended delayed deferred adjourned suspended postponed".split())
"""What is put off until a day: "extended its deadline until Tuesday"."""
_BEHIND = frozenset(
    "said says told was were had did came went took began left fell fled held led met made ago saw gave given killed "
    "won lost shot struck broke rose sent hit died fought seized fled withdrew withdrawn became ran drove taken seen "
    "found bought sold paid kept felt heard built spent sought caught chose spoke dealt taught thought understood "
    "drew ate forgot froze knew rang sang sank sat shook shrank slept slid spun stole stuck swore threw woke wore "
    "fed lit hung bound bent bled bred crept dug dwelt sprang shone overcame undertook underwent arose forbade "
    "brought stood flew grew broken hid overthrew overran retook retaken swept bore wrote spoke lay burnt".split()
)


def may_start(words: Sequence[Word], at: int) -> bool:
    """Whether the word before lets a time start here: "every Friday" and "fiscal 1990" do not."""
    if at == 0:
        return True
    before = words[at - 1]
    return before.kind not in _HABIT and before.text not in ("$", "€", "£", "#")


def is_time(words: Sequence[Word], first: int, stop: int) -> bool:
    """Whether words that read as a time are one where they stand."""
    word = words[stop - 1]
    before = words[first - 1] if first else None
    after = words[stop] if stop < len(words) else None
    if stop - first == 1:
        kind = word.kind
        if kind in _MONTHS:
            return _is_month(word, before, after, words, first)
        if kind == LETTER["WEEKDAY"]:
            return _is_weekday(word, before, after)
        if kind == LETTER["YEAR"]:
            return _is_year(words, first)
        if kind == LETTER["DECADE"]:
            return len(word.text) == 5
        if kind == LETTER["DEICTIC"]:
            return not (before and before.kind == _NAME and word.text[0].isupper())
    if word.kind == LETTER["QUARTER"] and after and after.kind == LETTER["OF"] and stop - first < 3:
        return words[first].kind == LETTER["ORDINAL"]
    if word.kind in _MONTHS and after and after.kind == _NAME and after.text.lower() in _GROUPS:
        return False  # the 20 February Movement
    if word.kind == LETTER["UNIT"] and before and before.kind == LETTER["TO"]:
        return words[first].kind != LETTER["THIS"]  # "to this day"
    return True


def _is_month(word: Word, before: Word | None, after: Word | None, words: Sequence[Word], first: int) -> bool:
    led = before is not None and before.kind in _BEFORE_TIME
    if first > 1 and before and before.kind == LETTER["DASH"] and words[first - 2].kind in _BEFORE_DASH:
        led = True  # "mid-June"
    if after and after.kind == _NAME and after.text.lower() in _GROUPS:
        return False
    if word.kind == LETTER["MONTH"]:
        return not (before and before.text.lower() in _NOT_A_DAY)
    listed = (
        first > 1 and before is not None and before.kind in (LETTER["AND"], LETTER["COMMA"], LETTER["DASH"])
    )
    linked = after is not None and after.kind in (LETTER["DASH"], LETTER["TO"], LETTER["AND"])
    if len(word.text.rstrip(".")) <= 4 and word.text.lower() not in ("may", "june"):
        return led and word.text.endswith(".")
    if word.text.lower() in _FIRST_NAMES and after and after.kind == _NAME:
        return before is not None and before.kind in (LETTER["IN"], LETTER["SINCE"], LETTER["UNTIL"])
    if led:
        return True
    if listed:
        return words[first - 2].kind in _MONTHS
    described = before is not None and before.kind in _ARTICLES
    if described and after is not None and after.kind == _WORD and after.text not in ("on", "of"):
        return True  # "a June agreement"
    named = before is not None and before.kind == _NAME
    return linked and not named and _next_is_month(words, first)


def _next_is_month(words: Sequence[Word], first: int) -> bool:
    return first + 2 < len(words) and words[first + 2].kind in _MONTHS


def _is_weekday(word: Word, before: Word | None, after: Word | None) -> bool:
    if before and before.text.lower() in _NOT_A_DAY and before.text[0].isupper():
        return False
    if after is None or after.kind != _NAME:
        return True
    if after.text.lower() in _PAPERS:
        return False
    # Sunday and Friday are given names in Nigeria.
    named = word.text.lower() in ("sunday", "friday") and (before is None or before.kind == _NAME)
    return not named


def _is_clock(words: Sequence[Word], at: int) -> bool:
    """Whether four digits are a time of day: "shortly before 1700", "just after 0200"."""
    if at < 2 or words[at].value % 100 > 59 or words[at].value >= 2400:
        return False
    return (words[at - 2].text.lower(), words[at - 1].text.lower()) in _CLOSELY


def _is_year(words: Sequence[Word], at: int) -> bool:
    """Whether a number of four digits, with no month or the like beside it, is a year."""
    year = words[at]
    before = words[at - 1] if at else None
    after = words[at + 1] if at + 1 < len(words) else None
    following = after.text.lower() if after else ""
    if following in _COUNTED or following == "%":
        return False
    if _begins_years(words, at):
        return True
    counts_next = after is not None and after.kind == _WORD and following.endswith("s")
    counts_next = counts_next and following not in _SHORT_WORDS
    if year.value % 50 == 0 and counts_next:
        return False
    if not 1900 <= year.value <= 2069:
        if _is_clock(words, at):
            return False
        led = before is not None and before.kind in _BEFORE_OLD_YEAR
        led = led and not (after is not None and after.kind == LETTER["ORDINAL"])  # "of 1119 Eighth Street"
        return led and not (counts_next if year.value >= 1700 else after is not None and after.kind == _WORD)
    if before is None:
        return True
    if before.kind == LETTER["DASH"]:
        return at < 2 or before.start > words[at - 2].end or words[at - 2].kind in _BEFORE_DASH
    if (
        after
        and after.kind == LETTER["DASH"]
        and at + 2 < len(words)
        and words[at + 2].kind == LETTER["YEAR"]
    ):
        return True
    if before.kind in (_WORD, _NAME):
        return before.text.lower() in _AROUND
    if before.kind == _MARK:
        return before.text in ";:[\"'“”‘’*|" or (before.text == "." and before.end < year.start)
    return before.kind in _BEFORE_YEAR


def _begins_years(words: Sequence[Word], at: int) -> bool:
    """Whether a year is the first or the second of two with a dash between: "1861-1865"."""
    for first in (at, at - 2):
        if first >= 0 and first + 2 < len(words) and words[first + 1].kind == LETTER["DASH"]:
            one, two = words[first], words[first + 2]
            if one.kind == two.kind == LETTER["YEAR"] and 0 < two.value - one.value < 200:
                return first == 0 or words[first - 1].kind not in _NUMBERS
    return False


def tense_at(words: Sequence[Word], at: int, anywhere: bool = False) -> Tense:
    """Whether the words around speak of what is still to come.

    The nearest verb before decides ("will leave in May", "said on Friday"); at the head of a sentence the first one
    after. With `anywhere`, one such word on either side is enough: "by May" mostly looks ahead.
    """
    if at and words[at - 1].text == "for":  # "called a summit for Thursday"
        return Tense.FUTURE
    if words[at].kind == LETTER["SINCE"]:
        return Tense.PAST
    until = words[at].kind == LETTER["UNTIL"]
    infinitive = False
    for index in range(at - 1, max(-1, at - REACH), -1):
        infinitive = infinitive or _is_infinitive(words, index)
        if (infinitive or until) and words[index].text in _ASKS:
            return Tense.FUTURE
        if until and words[index].text in _DEFERS:
            return Tense.FUTURE
        tense = _tense(words, index)
        if tense and not (anywhere and tense is Tense.PAST):
            return tense
    for index in range(at + 1, min(len(words), at + REACH)):
        tense = _tense(words, index)
        if tense:
            return tense
    return Tense.UNTOLD


def _is_infinitive(words: Sequence[Word], index: int) -> bool:
    return words[index].kind == LETTER["TO"] and index + 1 < len(words) and words[index + 1].kind == _WORD


_RECALLING = [["be", "recalled"], ["be", "remembered"]]


def _tense(words: Sequence[Word], index: int) -> Tense | None:
    text = words[index].text.lower()
    following = words[index + 1].kind if index + 1 < len(words) else ""
    if text in {"would", "will"} and [w.text for w in words[index + 1 : index + 3]] in _RECALLING:
        return None  # "It would be recalled that in August ..."
    if text == "would" or (text == "was" and following == LETTER["TO"]):
        return Tense.REPORTED
    if text in _DUE and index > 1 and [word.text for word in words[index - 2 : index]] == ["had", "been"]:
        return Tense.PAST
    if text in _AHEAD and words[index].text != "May":
        return None if following and words[index + 1].text == "not" else Tense.FUTURE
    if text in _AHEAD_TO and following == LETTER["TO"]:
        return Tense.FUTURE
    if index and (words[index - 1].kind == LETTER["DASH"] or words[index - 1].text.lower() == "be"):
        return None  # "African-led" is no verb, and in "will be named" another one tells
    after_modal = index > 0 and (
        words[index - 1].text.lower() in _AHEAD or words[index - 1].kind == LETTER["TO"]
    )
    regular = text.endswith("ed") and len(text) > 4 and not words[index].text.istitle()  # and not "United"
    if text in _BEHIND or (regular and not after_modal):
        return Tense.PAST
    return None
