"""Words and sentences of a text, as UD English-EWT draws them, with offsets.

Rules, no model: one regular expression finds the words, a second look at each word with an apostrophe takes
its clitics off, and a sentence ends at a full stop that belongs to no abbreviation, at a blank line, and at
the end of a line that was not broken by wrapping. Everything is linear in the length of the text: no
alternative of the expression can read on without bound and then fail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from harmattan.reading.marks import Token

MAX_SENTENCE_TOKENS = 200
"""A longer "sentence" (a table, a list of names) is cut, at a comma or semicolon where there is one near."""

WRAP_COLUMNS = 140
"""Nobody wraps lines wider than this: in a paragraph with a longer line, each line is a paragraph."""

_TITLES = (
    "Mr Mrs Ms Messrs Mx Dr Prof Rev Fr Hon St Ste Gen Lt Col Maj Capt Cpt Cmdr Cdr Adm Sgt Cpl Pvt Brig Gov "
    "Sen Rep Reps Sens Pres Amb Supt Det Insp Sr Ft Mt Msgr Atty Attn Spc Pfc Ens Cllr Sheikh"
).split()
_MONTHS = "Jan Feb Aug Sept Oct Nov Dec Thur Thurs Tue Tues Wed Fri".split()
_OTHERS = "Jr Inc Ltd Corp Co Bros Dept Univ Assn Ave Blvd Rd vs etc al approx est cf ca eg ie viz Calif Mass".split()
_NEVER_LAST = frozenset(f"{word}." for word in (*_TITLES, "vs", "approx", "cf", "eg", "ie", "viz"))
_BEFORE_NUMBER = (
    "No Nos Art Sec Vol pp p Fig Ch para Jun Jul Mar Apr Sep JAN FEB MAR APR JUN JUL AUG SEP SEPT OCT NOV DEC"
)

_LETTER = r"[^\W\d_]"
_ALNUM = r"[^\W_]"
_WORD = rf"{_ALNUM}[\w\u0300-\u036f]*(?:['’´][^\W_][\w\u0300-\u036f]*)*"
_PREFIXES = (
    "non|mid|anti|pre|post|over|pro|multi|co|ex|sub|neo|semi|re|socio|micro|counter|arch|intra|inter|ultra|"
    "psycho|cross|e|extra|pan|quasi|pseudo|trans|un|vice"
)


def _either(words: str | list[str]) -> str:
    names = words.split() if isinstance(words, str) else words
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


_TOKEN = re.compile(
    "|".join(
        (
            # Most words: letters, and nothing behind them that could belong to them.
            rf"{_LETTER}++(?=[\s,;)\"”])",
            # Addresses, without the punctuation of the sentence they stand in.
            r"(?:https?://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?'’)\]}]",
            r"[\w.+-]{1,64}+@[\w-]{1,64}+(?:\.[\w-]{1,64}+)+",
            # U.N.  N.Y.  p.m  a.k.a.
            rf"(?<!\w)(?:{_LETTER}\.){{2,9}}(?:{_LETTER}(?!\w))?",
            # Gen.  GEN.  Sept.  No. 5
            rf"(?<!\w)(?:{_either(_TITLES + _MONTHS + _OTHERS)}|"
            rf"{_either([title.upper() for title in _TITLES if title not in ('St', 'Mt', 'Det')])})\.(?!\w)",
            rf"(?<!\w)(?:{_either(_BEFORE_NUMBER)})\.(?= ?\d)",
            # J. Smith; "Plan B." at the end of a line is no initial.
            r"(?<!\w)[A-Z]\.(?=[ \u00a0]?[A-Z][\w.])",
            # 11-20-2000  713-853-3989, then 2,500  3.5  10:30  9/11  21st  1990s
            r"\d+(?:-\d+){2,4}(?!\w)",
            r"[+-]?(?<![\w.,])\d+(?:[.,:/]\d+)*(?=(?:[ap]\.?m|km|kg|mm|cm|mph|ft|bn|k|m)(?!\w))"
            r"|\d+(?:[.,:/]\d+)+(?!\w)|(?<!\w)[+]\d+(?:[.,]\d+)*(?!\w)",
            r"[a-z][\w-]{1,64}+(?:\.[a-z][\w-]{1,64}+){0,4}\.(?:com|org|net|gov|edu|info|co\.uk|int|mil)(?!\w)",
            rf"(?<!\w)(?i:{_PREFIXES})-{_LETTER}[\w\u0300-\u036f]*(?:['’]{_LETTER}+)*",
            r"[A-Z]{1,3}&[A-Z]{1,3}(?!\w)",
            _WORD,
            r"(?<=\S)['’](?i:s|re|ve|ll|d|m)(?!\w)",
            r"(?<!\w)['’]\d\ds?(?!\w)",
            r"\.{2,}|-{2,}|[!?]+|\*+|=+|_+|~+|''|``|‘‘|’’|<+|>+|\++|#+",
            r"[:;=]-?[)(DP](?!\w)",
            r"\S",
        )
    )
)

_CLITIC = re.compile(r"(?i:(?P<not>n['’´]t)|(?P<rest>['’´](?:s|re|ve|ll|d|m)))$")
_FUSED = {"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "dunno": 2, "gimme": 3, "lemme": 3}
_CLOSERS = frozenset("\"'”’»)]}") | {"''", "’’"}
_OPENERS = frozenset("\"'“‘«([{*•–—-") | {"``", "‘‘"}
_STARTERS = frozenset(
    "The A An He She It They We I You This That These Those There In On At By For From To Of As If When While "
    "After Before Since But And Or So Yet However Meanwhile Also His Her Its Their Our My Your Some Many Most "
    "Several All Both Each Two Three Four Five What Who Why How Where According Although Though Despite During "
    "Under With Without More Earlier Later Last Once Then Now Today No Not".split()
)
_BULLET = re.compile(r"\s*(?:[-*•·‣▪–—]\s|\(?\d{1,3}[.)]\s|\(?[a-z][.)]\s)")
_BLANK = re.compile(r"\n[^\S\n]*\n\s*")


def tokenize(text: str, offset: int = 0) -> list[Token]:
    """Words and marks of a stretch, in order; `offset` is where the stretch starts in its document.

    "Barkhane—France's 2,500" gives Barkhane, —, France, 's and 2,500.
    """
    tokens: list[Token] = []
    append = tokens.append
    for match in _TOKEN.finditer(text):
        word = match.group()
        start = match.start() + offset
        if not word.isalpha() or 5 <= len(word) <= 6:
            cut = _cut(word)
            if cut:
                append(Token(start, start + cut, word[:cut]))
                append(Token(start + cut, start + len(word), word[cut:]))
                continue
        append(Token(start, start + len(word), word))
    return tokens


def split(text: str) -> list[list[Token]]:
    """The sentences of a whole document, each a list of tokens whose text is `text[start:end]`."""
    return [sentence for paragraph in paragraphs(text) for sentence in paragraph]


def paragraphs(text: str) -> list[list[list[Token]]]:
    """The sentences of a whole document by paragraph; a heading and an item of a list are paragraphs, too."""
    caseless = _caseless(text)
    found = (
        [
            part
            for sentence in _sentences(tokenize(text[start:end], start), text, caseless)
            for part in _capped(sentence)
        ]
        for start, end in _stretches(text)
    )
    return [paragraph for paragraph in found if paragraph]


def _cut(word: str) -> int:
    """Where a clitic begins within a word, or 0."""
    if "'" in word or "’" in word or "´" in word:
        match = _CLITIC.search(word)
        if match is None or match.start() == 0:
            return 0
        # "the 1990's" is a plural, "2021's worst attack" is not.
        if word[match.start() - 1] == "0" and word[0].isdigit() and match["rest"][1:] == "s":
            return 0
        return match.start()
    return _FUSED.get(word.lower(), 0)


def _caseless(text: str) -> bool:
    """Whether the text is all in lower case, so that a capital cannot show where a sentence starts."""
    sample = text[:20_000]
    letters = sum(map(str.isalpha, sample))
    return letters > 40 and sum(map(str.isupper, sample)) * 200 < letters


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs, and within them lines that no wrapping broke, as offsets."""
    start = 0
    for blank in _BLANK.finditer(text):
        yield from _lines(text, start, blank.start())
        start = blank.end()
    yield from _lines(text, start, len(text))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    lines = text[start:end].split("\n")
    width = max(map(len, lines))
    begin = at = start
    for line, following in pairwise(lines):
        at += len(line) + 1
        if _breaks(line, following, width):
            yield begin, at
            begin = at
    yield begin, end


_ROW = re.compile(r"[A-ZÀ-Þ][^:\n.]{1,40}: ?\d")
"""A row of a table without lines: "Marib: 21 killed, 55 injured"."""


def _breaks(line: str, following: str, width: int) -> bool:
    """Whether the newline between two lines of a paragraph stands for an end and not for a wrap."""
    if width > WRAP_COLUMNS or _BULLET.match(following) or _ROW.match(following):
        return True
    head = following.lstrip()
    if not head or not line.strip():
        return True
    if head[0].islower():
        return False
    room = width - len(line.rstrip())
    return room > len(head.split(None, 1)[0]) + 1 and room * 5 > width


def _sentences(tokens: list[Token], text: str, caseless: bool) -> Iterator[list[Token]]:
    begin = 0
    index = 0
    count = len(tokens)
    while index < count:
        word = tokens[index].text
        last = word[-1]
        if (last in ".!?…") and index + 1 < count:
            stop = index + 1
            if last != "." or len(word) == 1 or word[0] == ".":
                while (
                    stop < count
                    and tokens[stop].text in _CLOSERS
                    and tokens[stop].start == tokens[stop - 1].end
                ):
                    stop += 1
                stop = _past_notes(tokens, stop)
            if stop < count and _ends(tokens, begin, index, stop, caseless):
                yield tokens[begin:stop]
                begin = stop
            index = stop
        else:
            index += 1
    if begin < count:
        yield tokens[begin:]


def _past_notes(tokens: list[Token], stop: int) -> int:
    """Where the marks of footnotes end that stand right behind a sentence: "died.[3][4]", "basis.[citation needed]"."""
    while stop < len(tokens) and tokens[stop].text == "[" and tokens[stop].start == tokens[stop - 1].end:
        closed = next(
            (at for at in range(stop + 1, min(stop + 4, len(tokens))) if tokens[at].text == "]"), None
        )
        if closed is None:
            break
        stop = closed + 1
    return stop


def _ends(tokens: list[Token], begin: int, index: int, stop: int, caseless: bool) -> bool:
    """Whether a sentence ends between the token before `stop` and the one at it."""
    mark, following = tokens[index].text, tokens[stop]
    word = following.text
    glued = following.start == tokens[stop - 1].end
    first = word[0]
    if index == begin + 1 and mark == "." and tokens[begin].text.isdigit():  # "3. Stay hydrated"
        return False
    if mark[0].isalnum():  # an abbreviation
        return not glued and mark not in _NEVER_LAST and word in _STARTERS and len(mark) > 2
    if glued:
        # "attack.The" lacks its space; "3.The" and "x.y" do not.
        return (
            mark == "." and first.isupper() and word[1:].islower() and tokens[index - 1].text[-1:].islower()
        )
    if first.isupper() or first.isdigit() or word in _OPENERS:
        return not (mark == "..." and not first.isupper())
    if first in ".,;:!?…" or word in _CLOSERS:
        return False
    if stop > index + 1 and mark != ".":  # 'Why?" he asked
        return False
    if caseless or mark[0] in "!?":
        return True
    # "They fled. nobody knows where" is two, "approx. five" is one.
    before = tokens[index - 1].text if index else ""
    return mark == "." and first.isalpha() and len(before) > 3 and before.islower() and before.isalpha()


def _capped(sentence: list[Token]) -> Iterator[list[Token]]:
    while len(sentence) > MAX_SENTENCE_TOKENS:
        cut = MAX_SENTENCE_TOKENS
        for index in range(MAX_SENTENCE_TOKENS - 1, MAX_SENTENCE_TOKENS // 2, -1):
            if sentence[index].text in ",;:|":
                cut = index + 1
                break
        yield sentence[:cut]
        sentence = sentence[cut:]
    if sentence:
        yield sentence
