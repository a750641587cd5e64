"""MEANTIME's news articles with their time expressions (Minard et al. 2016, LREC: CAT XML, English section)."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from quality.timeml import Annotated, Timex

FOLDER = "meantime"
ANNOTATED_SENTENCES = 6
"""The headline, the line with the day of publication and the first four of the text; the rest has no annotation."""
_DATELINE = 1
_NO_SPACE_BEFORE = frozenset(".,;:!?)%")


def files(root: Path) -> list[Path]:
    """The articles, over the folders of the corpus."""
    return sorted((root / FOLDER).glob("*/*.xml"))


def load_article(path: Path) -> Annotated:
    """One article, as far as it is annotated, without the line that gives the day of its publication."""
    root = ET.parse(path).getroot()
    text, offsets = _text(root)
    expressions: set[Timex] = set()
    for mark in root.iterfind("./Markables/TIMEX3"):
        if mark.get("functionInDocument") == "CREATION_TIME":
            continue
        anchors = [anchor.get("t_id", "") for anchor in mark.iterfind("token_anchor")]
        places = [offsets[anchor] for anchor in anchors if anchor in offsets]
        if places:
            expressions.add(Timex(places[0][0], places[-1][1], mark.get("type", ""), mark.get("value", "")))
    return Annotated(root.get("doc_name", path.stem), text, _published(root), sorted(expressions))


def load_articles(root: Path) -> Iterator[Annotated]:
    """All articles in order."""
    return map(load_article, files(root))


def _text(root: ET.Element) -> tuple[str, dict[str, tuple[int, int]]]:
    """The words with spaces between, a line for each sentence; and where each token stands."""
    text = ""
    offsets: dict[str, tuple[int, int]] = {}
    last = 0
    for token in root.iterfind("token"):
        sentence, word = int(token.get("sentence", "0")), token.text or ""
        if sentence == _DATELINE or sentence >= ANNOTATED_SENTENCES:
            continue
        if sentence != last:
            text += "\n\n"
        elif text and word[:1] not in _NO_SPACE_BEFORE and not word.startswith("'"):
            text += " "
        last = sentence
        offsets[token.get("t_id", "")] = (len(text), len(text) + len(word))
        text += word
    return text, offsets


def _published(root: ET.Element) -> date | None:
    """The day the article's own line gives: "April 27, 2005"."""
    words = [token.text or "" for token in root.iterfind("token") if token.get("sentence") == str(_DATELINE)]
    try:
        return datetime.strptime(" ".join(word for word in words if word != ","), "%B %d %Y").date()
    except ValueError:
        return None
