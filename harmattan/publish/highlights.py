"""A document's frozen text cut so that any claim's words can be lit up, however the claims' stretches overlap.

The text is cut wherever a paragraph, an evidence or a field begins or ends. Each piece names the claims whose evidence
it belongs to and those whose fields it belongs to, so that one rule of style per claim lights all its pieces.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from harmattan.model.claims import Claim
from harmattan.publish.addresses import stem
from harmattan.publish.contents import field_spans

_BREAK = re.compile(r"[ \t]*\n\s*")
SHORT_LINE = 60
"""A line shorter than this ends its paragraph even without a blank line after it: the next was not wrapped from it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text no border runs through. `anchors` are the claims whose evidence begins with it."""

    text: str
    evidence: tuple[str, ...]
    fields: tuple[str, ...]
    anchors: tuple[str, ...]

    @property
    def classes(self) -> str:
        """The piece's class names: `e-` and a claim's id for evidence, `f-` for a field."""
        return " ".join([*(f"e-{one}" for one in self.evidence), *(f"f-{one}" for one in self.fields)])


Paragraph = tuple[Piece, ...]


def paragraphs(text: str, claims: Iterable[Claim]) -> tuple[Paragraph, ...]:
    """The text as paragraphs of pieces. Joined, the pieces are the text but for the white space between paragraphs."""
    evidence: list[tuple[int, int, str]] = []
    fields: list[tuple[int, int, str]] = []
    anchors: dict[int, list[str]] = defaultdict(list)
    for claim in claims:
        name = stem(claim.id)
        spans = [span for span in claim.statement.evidence if span.start < span.end]
        evidence += [(span.start, span.end, name) for span in spans]
        fields += [(span.start, span.end, name) for span in field_spans(claim)]
        anchors[spans[0].start if spans else 0].append(name)
    blocks = _blocks(text)
    borders = {0, len(text), *anchors}
    for start, end, _ in (*evidence, *fields, *((first, last, "") for first, last in blocks)):
        borders |= {start, end}
    cuts = sorted(cut for cut in borders if 0 <= cut <= len(text))
    covering_evidence, covering_fields = _covering(cuts, evidence), _covering(cuts, fields)
    unanchored = deque(sorted(anchors.items()))
    found: list[Paragraph] = []
    for first, last in blocks:
        inside = cuts[bisect_left(cuts, first) : bisect_right(cuts, last)]
        pieces = []
        for start, end in pairwise(inside):
            here: list[str] = []
            while unanchored and unanchored[0][0] <= start:
                here += unanchored.popleft()[1]
            pieces.append(
                Piece(text[start:end], covering_evidence[start], covering_fields[start], tuple(here))
            )
        found.append(tuple(pieces))
    return tuple(found)


def _covering(cuts: list[int], spans: Iterable[tuple[int, int, str]]) -> dict[int, tuple[str, ...]]:
    """For each cut the names whose stretch covers the piece that begins there."""
    opened: dict[int, list[str]] = defaultdict(list)
    closed: dict[int, list[str]] = defaultdict(list)
    for start, end, name in spans:
        opened[start].append(name)
        closed[end].append(name)
    active: dict[str, int] = {}
    covering: dict[int, tuple[str, ...]] = {}
    for cut in cuts:
        for name in closed[cut]:
            active[name] -= 1
            if not active[name]:
                del active[name]
        for name in opened[cut]:
            active[name] = active.get(name, 0) + 1
        covering[cut] = tuple(sorted(active))
    return covering


def _blocks(text: str) -> list[tuple[int, int]]:
    """Start and end of each paragraph: blank lines divide, and so does the end of a short line or of a sentence."""
    blocks: list[tuple[int, int]] = []
    start = len(text) - len(text.lstrip())
    line_start = start
    for match in _BREAK.finditer(text, start):
        line = text[line_start : match.start()]
        line_start = match.end()
        ends = (
            match.group().count("\n") > 1
            or len(line) < SHORT_LINE
            or line.endswith((".", "!", "?", "”", '"', ":"))
        )
        if ends:
            if start < match.start():
                blocks.append((start, match.start()))
            start = match.end()
    if text[start:].strip():
        blocks.append((start, start + len(text[start:].rstrip())))
    return blocks
