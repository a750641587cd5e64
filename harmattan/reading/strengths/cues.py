"""What the words right beside a number say of those it counts, whatever the tree makes of their sentence.

"An authorised strength of 14,400", "the 50,000 that the army was looking for", "once 46,000 strong": such words decide
the status for themselves, and hold where a long sentence is read wrongly.
"""

from __future__ import annotations

from harmattan.model.readings import StrengthStatus
from harmattan.model.values import Count
from harmattan.reading.marks import Sentence
from harmattan.reading.numbers.quantities import Quantity
from harmattan.reading.pages import Line
from harmattan.reading.strengths.phrases import AT_FIRST
from harmattan.reference.inflection import forms_of_all

_AUTHORISED = frozenset(
    """authorised authorized mandated permitted ceiling ceilings cap limit limits quota complement planned pledged
    promised approved agreed""".split()
)
_WANTED = frozenset("required requested requirement requirements needed necessary wanted".split())
_SUPPOSED = frozenset("alleged reported purported supposed rumoured rumored claimed so-called".split())
_FORESEEN = frozenset("projected envisaged proposed expected anticipated possible".split())
_FORMERLY = frozenset(["formerly", "once", "originally", "initially", "previously"])
_SEEKING = forms_of_all("need want require request seek ask demand wish")
_BOASTING = forms_of_all("boast brag claim")
_HEARSAY = frozenset("report reports rumour rumours rumor rumors talk claims allegations suggestions".split())
_PEAKS = frozenset(
    "peak height largest zenith heyday strongest biggest prime fullest outset start maximum best".split()
)
_RELATIVE = frozenset(["which", "who", "where"])
_HEARD = frozenset("said believed thought alleged reported rumoured rumored understood supposed".split())
_NEVER = frozenset("never not n't n’t seldom rarely".split())
_PASSIVE = frozenset("is are was were".split())
_REQUESTS = frozenset("request demand need appeal call requirement".split())
_CONTRACTS = frozenset("contract deal bid tender".split())
_FOUNDING = frozenset("founded formed created began begun started starting launched".split())
_OPENERS = frozenset([",", ";", ":", "but", "and", "while", "which", "where", "who", "(", "–", "—"])
_BREAKING = frozenset([";", ":", "but", "while", "and"])
_BYGONE = (
    ("at", "one", "time"),
    ("at", "one", "stage"),
    ("at", "one", "point"),
    ("once",),
    ("formerly",),
    ("in", "those", "days"),
    ("in", "the", "past"),
    ("in", "better", "days"),
    ("before", "the", "war"),
    ("before", "the", "crisis"),
    ("at", "its", "peak"),
    ("at", "their", "peak"),
    ("at", "its", "height"),
)
_IDEAS = frozenset(
    "plan plans proposal proposals talk idea ideas scheme project suggestion draft blueprint".split()
)
_NOBODY = frozenset("no not n't n’t neither nobody none cannot nor unable declined refused".split())
_FINDING = frozenset("find raise muster provide supply recruit contribute have".split())
_LATELY = frozenset([("last",), ("recently",), ("then",), ("lately",), ("this",)])
_GIVING = frozenset("give lend send get spare find bring".split())
_CLOSING = frozenset([",", ";", ":", ".", "–", "—", "(", ")", "and", "but", "while", "who", "which", "that"])
_COMPARING = frozenset(
    [("against",), ("compared", "with"), ("compared", "to"), ("versus",), ("as", "against")]
)
_STAYING = frozenset("now currently already still".split())
_STANDING = frozenset("in at on there based stationed deployed serving here".split())
_CLAIMING = forms_of_all("claim")
_CAPPING = forms_of_all("cap limit restrict")
_LINKING = frozenset(
    """of at a an the to for strength force level total number up maximum remains remain remained stands stood is
    was set fixed kept""".split()
)
_SETTING_UP = forms_of_all("establish create form raise authorise approve propose mandate turn transform set")
_TO_COME = frozenset("will shall would to".split())
_BEFORE = 5
_AFTER = 2


def status_beside(sentence: Sentence, first: int, stop: int, noun: int) -> StrengthStatus | None:
    """The status that the words of the number's own phrase set; None where they set none. `noun` is what it counts."""
    before = _own(sentence, first)
    after = sentence.words[stop : stop + _AFTER]
    end = max(stop, noun + 1)
    books = sentence.words[max(0, first - 3) : first]
    if before[:1] == ("of",) and first > 1 and sentence.words[first - 2] in _HEARSAY:
        return StrengthStatus.ALLEGED
    if _is_unconfirmed(sentence, first) or _is_hearsay(sentence, end):
        return StrengthStatus.ALLEGED
    if books[-2:] == ("home", "to"):
        bygone = books[-3:-2] == ("was",) and _at_its_peak(sentence, first)
        return StrengthStatus.FORMER if bygone else StrengthStatus.CURRENT
    if books[-2:] == ("be", "it"):
        return StrengthStatus.PROJECTED
    if books[-2:] == ("is", "for") and not _REQUESTS.isdisjoint(books):
        return StrengthStatus.REQUIRED
    if books[-1:] == ("for",) and not _CONTRACTS.isdisjoint(books[-2:-1]):
        return StrengthStatus.PROJECTED
    if books[-1:] == ("with",) and not _FOUNDING.isdisjoint(books):
        return StrengthStatus.FORMER
    if _is_must(sentence, first):
        return StrengthStatus.REQUIRED
    if sentence.words[end : end + 1] == ("until",) and sentence.words[end + 1 : end + 2] in _LATELY:
        return StrengthStatus.FORMER
    if _is_out(sentence, end):
        return StrengthStatus.CURRENT
    if _at_its_peak(sentence, first) or _at_first(sentence, first, end) or _opens_bygone(sentence, first):
        return StrengthStatus.FORMER
    if _is_idea(sentence, first):
        return StrengthStatus.PROJECTED
    if books[-2:] == ("on", "paper") or _opens_on_paper(sentence, first):
        return StrengthStatus.ANNOUNCED
    if books == ("on", "the", "books") or books[-2:] == ("in", "theory"):
        return StrengthStatus.ALLEGED
    if first > 1 and sentence.words[first - 1] in {"us", "me"} and sentence.words[first - 2] in _GIVING:
        return StrengthStatus.REQUIRED
    if before[:1] == ("of",) and first > 1 and sentence.words[first - 2] in _BOASTING:
        return StrengthStatus.ALLEGED
    if _is_bound_for(sentence, end):
        return StrengthStatus.ANNOUNCED
    after_strong = end + (sentence.words[end : end + 1] == ("strong",))
    opening = sentence.words[after_strong : after_strong + 1]
    if _opens(sentence, first) and opening in (("when",), ("before",), ("until",)):
        return StrengthStatus.FORMER
    for status, words in (
        (StrengthStatus.ANNOUNCED, _AUTHORISED),
        (StrengthStatus.REQUIRED, _WANTED),
        (StrengthStatus.ALLEGED, _SUPPOSED),
        (StrengthStatus.PROJECTED, _FORESEEN),
    ):
        if _in_phrase(before, words) or (after[:1] and after[0] in words):
            return status
        if _is_qualified(sentence, noun, end, words):
            return status
    if _is_of_year(sentence, end):
        return StrengthStatus.FORMER
    if not _STAYING.isdisjoint(sentence.words[end : end + 1]) and not _STANDING.isdisjoint(
        sentence.words[end + 1 : end + 2]
    ):
        return StrengthStatus.CURRENT
    if first and sentence.words[first - 1] in _CLAIMING:
        return StrengthStatus.ALLEGED
    if sentence.words[first - 1 : first] in (("at",), ("to",)) and not _CAPPING.isdisjoint(
        sentence.words[max(0, first - 8) : first]
    ):
        return StrengthStatus.ANNOUNCED
    if first and sentence.words[first - 1] in _FORMERLY and _opens(sentence, first - 1):
        return StrengthStatus.FORMER
    if _is_looked_for(sentence, stop):
        return StrengthStatus.REQUIRED
    if _opens_with(sentence, first):
        return StrengthStatus.CURRENT
    return None


def _is_qualified(sentence: Sentence, noun: int, end: int, words: frozenset[str]) -> bool:
    """Whether a participle right behind the noun says it of them: "1,000 officers pledged for Haiti"."""
    return (
        end < len(sentence)
        and sentence.words[end] in words
        and sentence.deprels[end] == "acl"
        and sentence.heads[end] == noun
        and not sentence.dependants(end, "obj", "ccomp")
    )


def _opens_with(sentence: Sentence, first: int) -> bool:
    """Whether a clause opens with those it takes for given: "Of 115,000 men half are to go", "With 850 men the UN"."""
    at = first - 1
    if at > 0 and sentence.words[at] in {"the", "its", "their", "his", "some", "only", "these", "those"}:
        at -= 1
    return at == 0 and sentence.words[at] in {"of", "with"}


def _is_unconfirmed(sentence: Sentence, first: int) -> bool:
    """Whether nobody vouches for them: "no one has confirmed the presence of", "found no evidence that"."""
    words = sentence.words[max(0, first - 14) : first]
    for index, word in enumerate(words):
        if word in {"evidence", "proof", "confirmation"} and "no" in words[max(0, index - 3) : index]:
            return True
        if word.startswith("confirm") and not _NOBODY.isdisjoint(words[max(0, index - 6) : index]):
            return True
    return False


def _is_hearsay(sentence: Sentence, end: int) -> bool:
    """Whether a clause behind the noun says that somebody is only said to have them: "whom the company is said to"."""
    words = sentence.words[end : end + 8]
    if words[:1] not in (("whom",), ("that",), ("which",), ("who",)):
        return False
    return any(
        words[index] in _HEARD and words[index + 1 : index + 2] == ("to",) and words[index - 1] in _PASSIVE
        for index in range(1, len(words))
    )


def _is_must(sentence: Sentence, first: int) -> bool:
    """Whether somebody has to come up with them: "the bloc must find 4,000 soldiers"."""
    words = sentence.words[max(0, first - 3) : first]
    if not words or words[-1] not in _FINDING:
        return False
    return words[-2:-1] == ("must",) or words[-3:-1] in {
        ("has", "to"),
        ("have", "to"),
        ("need", "to"),
        ("needs", "to"),
    }


def _is_out(sentence: Sentence, end: int) -> bool:
    """Whether they are wanted away from where they are: "wants 12,000 soldiers out of Germany"."""
    words = sentence.words[end : end + 2]
    return words[:1] in {("out",), ("gone",)} or words == ("off", "the")


def _at_its_peak(sentence: Sentence, first: int) -> bool:
    """Whether the words before speak of a time long over: "which at its largest was 120,000 strong"."""
    words = sentence.words[max(0, first - 7) : first]
    return any(
        words[index : index + 2] in {("at", "its"), ("at", "their"), ("in", "its"), ("in", "their")}
        and not _PEAKS.isdisjoint(words[index + 2 : index + 3])
        for index in range(len(words))
    )


def _opens_bygone(sentence: Sentence, first: int) -> bool:
    """Whether the clause opens with a time long over: "At one time the army had 5,000 men there"."""
    start = first
    while start > 0 and first - start < 14 and sentence.words[start - 1] not in _BREAKING:
        if sentence.upos[start - 1] == "NUM":
            return False
        start -= 1
    words = sentence.words[start:first]
    opening = words[1:] if words[:1] in ((",",), ("(",)) else words
    behind = next((at for at in range(len(words) - 1, 0, -1) if words[at - 1] in _RELATIVE), 0)
    if behind and words[behind - 2 : behind - 1] in ((",",), ("(",), ()):
        opening = words[behind:]  # ", which at one stage had 35,000 troops"
    if any(opening[: len(bygone)] == bygone for bygone in _BYGONE):
        return True
    peak = not _PEAKS.isdisjoint(opening[2:3])
    return opening[:2] == ("at", "the") and peak and opening[3:4] == ("of",)


def _at_first(sentence: Sentence, first: int, end: int) -> bool:
    """Whether the words right before or behind say that it was so in the beginning: "at the outset 4,000"."""
    before = sentence.words[max(0, first - 3) : first]
    after = sentence.words[end : end + 3]
    if after[:2] in {("at", "the"), ("at", "its"), ("at", "their")} and not _PEAKS.isdisjoint(after[2:]):
        return True  # "170,000 at the height of the surge"
    if not _TO_COME.isdisjoint(sentence.words[max(0, first - 6) : first]):
        return False
    return any(words[:length] in AT_FIRST for words, length in ((after, 2), (after, 3))) or any(
        before[-length:] in AT_FIRST for length in (2, 3)
    )


def _is_idea(sentence: Sentence, first: int) -> bool:
    """Whether a body is only an idea: "there is talk of a force of 5,000", "the plan is for a garrison of 2,000"."""
    if sentence.words[max(0, first - 1) : first] != ("of",):
        return False
    for index in range(first - 2, max(0, first - 14), -1):
        word = sentence.words[index]
        if word in {";", ":"}:
            return False
        if word in _IDEAS:
            between = sentence.words[index + 1 : first - 1]
            return "of" in between or "for" in between
    return False


def _opens_on_paper(sentence: Sentence, first: int) -> bool:
    """Whether the clause opens with "on paper": "On paper the division has 10,000 men"."""
    for index in range(first - 1, max(0, first - 9), -1):
        if sentence.words[index] in {";", ":", "but", "and", "while"}:
            return False
        if sentence.words[index - 1 : index + 1] == ("on", "paper"):
            return index < 2 or sentence.words[index - 2] in _OPENERS
    return False


def status_compared(line: Line, quantity: Quantity) -> StrengthStatus | None:
    """The status of a number that another is held against: "had 30,000, against 8,000 now"; None where none is."""
    sentence = line.sentence
    first, stop = line.tokens_of(quantity.span)
    before = sentence.words[max(0, first - 2) : first]
    if sentence.words[first:stop] == ("one",):
        return None  # "and not one from elsewhere"
    if before in {(",", "not"), ("and", "not"), ("(", "not"), ("–", "not"), ("—", "not"), ("instead", "of")}:
        return StrengthStatus.ALLEGED
    if before not in _COMPARING and before[-1:] not in _COMPARING:
        return None
    after = sentence.words[stop : stop + 3]
    if not after or after[0] in {".", ";"}:
        return None
    if after[0] in {"now", "today", "currently", "this"} or after[:2] == ("at", "present"):
        return StrengthStatus.CURRENT
    past = (
        after[0] in {"in", "then", "earlier", "before", "previously", "last"}
        or "ago" in sentence.words[stop : stop + 4]
    )
    return StrengthStatus.FORMER if past else None


def _own(sentence: Sentence, first: int) -> tuple[str, ...]:
    """The words before a number that belong to its phrase, nearest first."""
    found: list[str] = []
    for index in range(first - 1, max(-1, first - 1 - _BEFORE), -1):
        if sentence.words[index] in _CLOSING or sentence.upos[index] == "NUM":
            break
        if sentence.words[index] in _SUPPOSED and _is_finite(sentence, index):
            break
        found.append(sentence.words[index])
    return tuple(found)


def _is_finite(sentence: Sentence, index: int) -> bool:
    """Whether a form stands as a verb: "the commander reported 400 men", no "reported 400 men"."""
    return sentence.upos[index] == "VERB" and bool(sentence.dependants(index, "nsubj"))


def _in_phrase(before: tuple[str, ...], words: frozenset[str]) -> bool:
    """Whether one of the words leads to the number by "of", "at" or "strength" alone."""
    for word in before:
        if word in words:
            return True
        if word not in _LINKING:
            return False
    return False


def _opens(sentence: Sentence, index: int) -> bool:
    return index == 0 or sentence.words[index - 1] in {",", "(", "–", "—"}


def _is_bound_for(sentence: Sentence, end: int) -> bool:
    """Whether a headline without a verb of their own sends them somewhere: "200 soldiers to Niger by summer"."""
    if sentence.words[end : end + 1] != ("to",) or end + 1 >= len(sentence):
        return False
    if not sentence.tokens[end + 1].text[:1].isupper():
        return False
    return not any(upos in {"VERB", "AUX"} for upos in sentence.upos[:end]) and not any(
        sentence.upos[index] == "AUX" for index in range(end, len(sentence))
    )


def _is_of_year(sentence: Sentence, end: int) -> bool:
    """Whether they are those of another year: "the 15,000 soldiers of 2006"."""
    word = sentence.words[end + 1] if end + 1 < len(sentence) else ""
    return (
        sentence.words[end : end + 1] == ("of",)
        and len(word) == 4
        and word.isdigit()
        and word.startswith(("19", "20"))
    )


def _is_looked_for(sentence: Sentence, stop: int) -> bool:
    """Whether a relative clause says that they are wanted: "the 50,000 that the army was looking for"."""
    for index in range(stop, min(stop + 9, len(sentence))):
        word = sentence.words[index]
        if word in {".", ";"}:
            return False
        opened = bool({"that", "whom", "which", "it", "he", "they"} & set(sentence.words[stop:index]))
        sought = word in _SEEKING or (word == "for" and sentence.words[index - 1] in {"looking", "look"})
        if opened and sought:
            return True
        if sentence.upos[index] == "VERB" and word not in {"looking", "look"}:
            return False
    return False


def is_to_be_set_up(sentence: Sentence, first: int, count: Count, verb: int | None, *, open_: bool) -> bool:
    """Whether a body of "up to" so many is only decided on: "establishes a mission of up to 10,000".

    `open_` where the clause says nothing of them: then "up to" alone makes them a thing to come.
    """
    if count.high is None or count.low is not None or count.best is not None:
        return False
    spelt_up = sentence.words[first] in {"up", "as", "a"}
    return (open_ and spelt_up) or (verb is not None and sentence.words[verb] in _SETTING_UP)


def never_more(sentence: Sentence, first: int, count: Count) -> Count:
    """The count with its bound turned where it was "never more than" so many, or these are the "upper limit"."""
    if count.best is not None and sentence.words[max(0, first - 3) : first] == ("upper", "limit", "of"):
        return Count(None, None, count.best)
    if count.low is None or count.best is not None or count.high is not None:
        if sentence.words[max(0, first - 2) : first] == ("stronger", "than") and count.best is not None:
            denied = not {"never", "not", "no"}.isdisjoint(sentence.words[max(0, first - 4) : first])
            return Count(None, None, count.best) if denied else Count(count.best, None, None)
        return count
    if sentence.words[first] not in {"more", "over"}:
        return count
    denied = not _NEVER.isdisjoint(sentence.words[max(0, first - 7) : first])
    return Count(None, None, count.low) if denied else count
