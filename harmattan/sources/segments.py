"""One page of text as the documents it holds: its article, its recurring boxes, and neither's furniture.

A line is a block (`cleaning` has joined broken ones). Its wording says whether it is furniture or announces a box
(`furniture`); its form whether it is a heading or prose; its neighbours whether something new begins there. An
article with subheadings stays one document: a heading begins another only where it is a recurring box's, or where
the prose below it starts afresh with a dateline, or, after lines that end an article, with a full date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from harmattan.sources.days import (
    ANY_DATE,
    DATE_LINE,
    DATED_OPENING,
    DATELINE,
    FULL_DATE,
    WEEKDAY,
    full_day,
    is_dated_line,
    last_day_of,
    report_day,
    titled_day,
)
from harmattan.sources.furniture import SENTENCE_END, Cue, cue, without_tail

DATED_LEAD = re.compile(rf"(?:On )?{WEEKDAY}{FULL_DATE}\b")

MAX_HEADING_WORDS = 8
MAX_TITLE_WORDS = 20
MAX_HEADLINE_WORDS = 30
"""A headline in sentence case, which only its place above the first prose tells from prose."""
MIN_TITLE_WORDS = 4
MIN_STANDFIRST_WORDS = 8
MAX_SECTION_WORDS = 3
"""Words of the longest heading that a section of a list of news has: "NIGERIA", "Central African Republic"."""
MIN_RESUMING_WORDS = 40
"""A paragraph this long, or half as long in several sentences, below a list of other pages is the article going on."""
TITLE_CASE = 0.7
SMALL_WORDS = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with")
)
BULLET = re.compile(r"(?:[-*•·–]|\(?\d{1,2}[.)]) ")
ENTRY = re.compile(rf"{WEEKDAY}{ANY_DATE}\W+(?:\w+\W+){{2}}\w")
"""A line of a chronology: a date, then at least three words."""
LETTERHEAD = re.compile(
    r"^(?:Office|Ministry|Department|Embassy|Bureau) (?:of|for) |[^:]\b(?:Unit|Office|Department|Agency|Bureau"
    r"|Programme|Centre|Secretariat|Directorate|Division)$"
)
"""Who issues a report, above its title."""
FINAL = re.compile(r"[.!?…:;,][\"”’')\]]*$")


class Kind(Enum):
    """What a line is on its page."""

    PROSE = auto()
    HEADING = auto()
    MOTTO = auto()
    DATE = auto()
    BOX = auto()
    SECTION = auto()
    FURNITURE = auto()
    ARTICLE_END = auto()


FURNITURE = (Kind.FURNITURE, Kind.ARTICLE_END, Kind.SECTION, Kind.MOTTO)
CUED = {
    Cue.FURNITURE: Kind.FURNITURE,
    Cue.ARTICLE_END: Kind.ARTICLE_END,
    Cue.SECTION: Kind.SECTION,
    Cue.BOX: Kind.BOX,
}


@dataclass(frozen=True, slots=True)
class Block:
    """A line, what it is, and whether an empty line stands before it."""

    text: str
    kind: Kind
    apart: bool = True

    @property
    def words(self) -> int:
        """Number of words."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class Segment:
    """One document of a page, and the day it says it is of.

    `is_box` says that it stood in a box of its own, beside the page's article.
    """

    text: str
    title: str | None
    is_box: bool = False
    day: date | None = None


def segments(text: str, title: str | None = None) -> list[Segment]:
    """The documents of a cleaned text, in order; none where it is all furniture.

    `title` is what the page's metadata say; it belongs to the article, never to a box beside it.
    """
    blocks = _without_sections(_blocks(text))
    if not any(block.kind is Kind.PROSE for block in blocks):
        return _headlines_only(blocks, title)
    starts = [0, *_starts(blocks)]
    groups = [blocks[start:stop] for start, stop in zip(starts, [*starts[1:], len(blocks)], strict=True)]
    groups = [group for group in groups if any(block.kind is Kind.PROSE for block in group)]
    first = next((group for group in groups if group[0].kind is not Kind.BOX), groups[0])
    return [_segment(group, title if group is first else None) for group in groups]


def _headlines_only(blocks: Sequence[Block], title: str | None) -> list[Segment]:
    """A page without a full sentence: its lines are all the reporting there is ("Gunmen kill 3 in Gao")."""
    kept = [block for block in blocks if block.kind in (Kind.HEADING, Kind.DATE)]
    return [Segment(_joined(kept), title)] if kept else []


def _blocks(text: str) -> list[Block]:
    blocks: list[Block] = []
    apart = True
    for line in text.split("\n"):
        if line:
            kept, kind = without_tail(line), _kind(line)
            blocks.append(Block(kept, _kind(kept) if kind is Kind.PROSE else kind, apart))
        apart = not line
    return blocks


def _kind(line: str) -> Kind:
    if DATE_LINE.match(line) or is_dated_line(line):
        return Kind.DATE
    if (cued := cue(line)) is not Cue.NONE:
        return CUED[cued]
    if _is_motto(line.split()):
        return Kind.MOTTO
    return Kind.HEADING if _is_heading(line) else Kind.PROSE


def _is_heading(line: str) -> bool:
    if BULLET.match(line) or ENTRY.match(line):
        return False
    words = line.split()
    if FINAL.search(line) and not (line.endswith("?") and len(words) <= MAX_HEADING_WORDS):
        return False
    return len(words) <= MAX_HEADING_WORDS or (
        len(words) <= MAX_TITLE_WORDS and _capitals(words) >= TITLE_CASE
    )


def _is_motto(words: Sequence[str]) -> bool:
    """Whether a line is two or more "sentences" of capitalised words only ("All News. All Day.")."""
    stops = sum(word[-1] in ".!" for word in words)
    return (
        stops >= 2
        and words[-1][-1] in ".!"
        and stops < len(words) <= MAX_HEADING_WORDS
        and all(word[0].isupper() or word in SMALL_WORDS for word in words)
    )


def _capitals(words: Sequence[str]) -> float:
    """Share of the words of four letters or more that begin with a capital."""
    long = [
        word
        for word in (word.strip("\"'“”‘’(),.:;!?") for word in words)
        if len(word) > 3 and word[0].isalpha()
    ]
    return sum(word[0].isupper() for word in long) / len(long) if long else 0.0


def _without_sections(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, those that belong to a list of other pages marked as furniture."""
    result: list[Block] = []
    inside = False
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        if block.kind is Kind.SECTION:
            inside = True
        elif block.kind is Kind.BOX or _resumes(block, following):
            inside = False
        skipped = inside and block.kind is not Kind.SECTION
        result.append(Block(block.text, Kind.ARTICLE_END, block.apart) if skipped else block)
    return result


def _resumes(block: Block, following: Block | None) -> bool:
    """Whether the article goes on here: with a long paragraph or two in a row, where teasers have headlines between."""
    if not _is_sentence(block):
        return False
    if following is not None and _is_sentence(following):
        return True
    sentences = 1 + len(SENTENCE_END.findall(block.text))
    return block.words >= (MIN_RESUMING_WORDS if sentences == 1 else MIN_RESUMING_WORDS // 2)


def _is_sentence(block: Block) -> bool:
    return block.kind is Kind.PROSE and bool(FINAL.search(block.text)) and not BULLET.match(block.text)


def _starts(blocks: Sequence[Block]) -> Iterator[int]:
    """Where a further document begins, by index of its first block."""
    leads = _leads(blocks)
    prose_before = False  # in the document that is open
    ended = False  # something since its last prose says that an article ends
    in_box = False
    index = 0
    while index < len(blocks):
        block = blocks[index]
        if block.kind is Kind.PROSE:
            prose_before, ended = True, False
        elif block.kind in (Kind.ARTICLE_END, Kind.SECTION):
            ended = True
        elif block.kind is Kind.BOX or (block.kind in (Kind.HEADING, Kind.MOTTO) and prose_before):
            is_box = block.kind is Kind.BOX
            lead = leads[index]
            if lead is not None and (is_box or in_box or _begins_afresh(blocks[lead], ended)):
                if index:
                    yield index
                prose_before, in_box = False, is_box or in_box
                index = lead  # the further headings above the same prose belong to this document
                continue
        index += 1


def _leads(blocks: Sequence[Block]) -> list[int | None]:
    """For each block the index of the next prose below it; None where a box comes before that, or the end."""
    leads: list[int | None] = []
    lead: int | None = None
    for index in range(len(blocks) - 1, -1, -1):
        leads.append(lead)
        if blocks[index].kind is Kind.PROSE:
            lead = index
        elif blocks[index].kind is Kind.BOX:
            lead = None
    return leads[::-1]


def _begins_afresh(lead: Block, ended: bool) -> bool:
    return bool(DATELINE.match(lead.text) or (ended and DATED_LEAD.match(lead.text)))


def _segment(group: Sequence[Block], title: str | None) -> Segment:
    is_box = group[0].kind is Kind.BOX
    kept = [block for block in group if block.kind not in FURNITURE]
    first = next(index for index, block in enumerate(kept) if block.kind is Kind.PROSE)
    last = max(index for index, block in enumerate(kept) if block.kind is Kind.PROSE)
    above, body = kept[:first], kept[first : last + 1]
    if is_box:
        box_title = title or _heading_text(group[0])
        return Segment(_joined(body), box_title, is_box=True, day=_day(group, box_title))
    if not above and title is None and _is_headline(body):
        below = next(index for index, block in enumerate(body) if index and block.kind is Kind.PROSE)
        above, body = body[:below], body[below:]
    if title is None:
        title, above = _chosen_title(above)
    standfirst = [
        block
        for block in above
        if block.kind is Kind.HEADING
        and block.words >= MIN_STANDFIRST_WORDS
        and not _alike(block.text, title)
    ]
    if body and title and len(body) > 1 and _alike(body[0].text, title):
        body = body[next(i for i, block in enumerate(body) if i and block.kind is not Kind.DATE) :]
    if above and not standfirst and _heads_a_section(above[-1], body):
        standfirst = [above[-1]]
    return Segment(_joined([*standfirst, *body]), title, day=_day(group, title))


def _heads_a_section(heading: Block, body: Sequence[Block]) -> bool:
    """Whether the heading right above the text is the first of several of its form: "NIGERIA", then "NIGER"."""
    if heading.kind is not Kind.HEADING or heading.words > MAX_SECTION_WORDS:
        return False
    cried = heading.text.isupper()
    return any(
        block.kind is Kind.HEADING and block.words <= MAX_SECTION_WORDS and block.text.isupper() == cried
        for block in body
    )


def _day(group: Sequence[Block], title: str | None) -> date | None:
    """What stands between the title and the first full sentence, or a dateline.

    A date above the title may be the day on which somebody looked at the page.
    """
    lead = next((index for index, block in enumerate(group) if _is_sentence(block)), len(group))
    lines = [block.text for block in group[:lead]]
    below = next((index + 1 for index, line in enumerate(lines) if _alike(line, title)), len(lines))
    day = report_day(lines[below:], group[lead].text if lead < len(group) else "")
    day = day or (last_day_of(title) if title else None)
    opened = [DATED_OPENING.match(block.text) for block in group[lead:]]
    # more paragraphs that begin so are a chronology, whose days are those of what it tells
    alone = opened[0] if opened and not any(opened[1:]) else None
    if day is None and alone:
        day = full_day(alone[0])
    day = day or titled_day(title or "")
    # a letterhead above the title names the period, if not the day: "PROTECTION UPDATE 1 October - 31 December 2023"
    return day or next(filter(None, map(last_day_of, lines[: below - 1])), None)


def _is_headline(body: Sequence[Block]) -> bool:
    """Whether the first of several paragraphs is a headline in sentence case, told by its want of a full stop."""
    following = next((block for block in body[1:] if block.kind is not Kind.DATE), None)
    return (
        following is not None
        and following.kind is Kind.PROSE
        and not FINAL.search(body[0].text)
        and not BULLET.match(body[0].text)
        and body[0].words <= MAX_HEADLINE_WORDS
        and bool(FINAL.search(following.text))
    )


def _chosen_title(above: Sequence[Block]) -> tuple[str | None, list[Block]]:
    """The title among the lines above the first prose, and the lines below it."""
    headings = [(index, block) for index, block in enumerate(above) if block.kind is Kind.HEADING]
    if not headings:
        above_prose = [block for block in above if block.kind is Kind.PROSE]
        return (_heading_text(above_prose[0]), []) if above_prose else (None, [])
    long = [(index, block) for index, block in headings if block.words >= MIN_TITLE_WORDS]
    long = [pair for pair in long if not LETTERHEAD.search(pair[1].text)] or long
    index, block = long[0] if long else max(headings, key=lambda pair: pair[1].words)
    return _heading_text(block), list(above[index + 1 :])


def _heading_text(block: Block) -> str:
    return block.text.strip(" *_#:")


def _alike(line: str, title: str | None) -> bool:
    return title is not None and _letters(line) == _letters(title)


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _joined(blocks: Sequence[Block]) -> str:
    """The blocks' text: an empty line where there was one, or where furniture that stood between is gone."""
    parts: list[str] = []
    for block in blocks:
        if parts:
            parts.append("\n\n" if block.apart else "\n")
        parts.append(block.text)
    return "".join(parts)
