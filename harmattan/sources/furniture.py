"""Which lines of a page are not reporting: invitations to click, share or subscribe, credits, menus, notices.

The cues are data (`furniture.toml`), each tied to how long a line may be to be nothing but furniture: a paragraph
that mentions a newsletter is reporting, a line of six words that does is not.
"""

from __future__ import annotations

import re
import tomllib
from enum import Enum
from functools import cache
from importlib.resources import files

MAX_WORDS = {"anywhere": 45, "opening": 14, "closing_words": 8, "article_end": 45, "sections": 8, "boxes": 7}
"""Words of the longest line that a group of cues is asked about."""
MAX_CHARACTERS = 600

OUTER = " \t*•·»«›‹→←>|–—-_=~#[]\"“”'‘’.,:;!?…()"
"""Characters around a line that say nothing about what it is."""
URL_OR_MAIL = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w{2,}")
BYLINE = re.compile(r"By(?: (?:and|in|for|the|of|[A-ZÀ-Þ][\w.'’-]*),?){1,9}(?: (?:\||and|[-–—]).{0,40})?")
PARTICLES = re.compile(r"By (?:the|in|of)\b")
SENTENCE_END = re.compile(r"[.!?][\"”’)]* (?=[A-Z\"“(])")
TAIL = re.compile(
    r"(?<=[.!?\"”])\s+\(?(?:please )?(?:click here|read more|continue reading|learn more)\b[^.!?]{0,80}[.!?»›\]…)]*$",
    re.IGNORECASE,
)


class Cue(Enum):
    """What a line's wording alone says it is."""

    NONE = "reporting, as far as its words go"
    FURNITURE = "furniture"
    ARTICLE_END = "furniture that stands below an article"
    SECTION = "the heading of a list of other pages"
    BOX = "the heading of a recurring box"


@cache
def _cues(group: str) -> re.Pattern[str]:
    data = tomllib.loads(files("harmattan.sources").joinpath("furniture.toml").read_text("utf-8"))
    return re.compile("|".join(f"(?:{pattern})" for pattern in data[group]), re.IGNORECASE)


def cue(line: str) -> Cue:
    """What the words of one line say about it."""
    core = line.strip(OUTER)
    words = len(line.split())
    if not any(map(str.isalnum, core)):
        return Cue.FURNITURE
    if words > max(MAX_WORDS.values()) or len(line) > MAX_CHARACTERS:
        return Cue.NONE
    # a box or a list of links is announced by a heading, not told in a sentence
    if line.rstrip()[-1] not in ".!?":
        if words <= MAX_WORDS["boxes"] and _cues("boxes").fullmatch(core):
            return Cue.BOX
        if words <= MAX_WORDS["sections"] and _cues("sections").fullmatch(core):
            return Cue.SECTION
    if not _is_furniture(line, core, words):
        return Cue.NONE
    return Cue.ARTICLE_END if _cues("article_end").fullmatch(core) else Cue.FURNITURE


def _is_furniture(line: str, core: str, words: int) -> bool:
    if URL_OR_MAIL.fullmatch(core) or (BYLINE.fullmatch(core) and not PARTICLES.match(core)):
        return True
    if words <= MAX_WORDS["opening"] and _cues("opening").match(core):
        return True
    if words <= MAX_WORDS["closing_words"] and _cues("closing_words").search(core):
        return True
    return len(SENTENCE_END.findall(line)) < 2 and bool(_cues("anywhere").search(core))


def without_tail(paragraph: str) -> str:
    """A paragraph without an invitation to read on at its end."""
    return TAIL.sub("", paragraph) or paragraph
