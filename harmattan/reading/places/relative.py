"""Places that are told by others: "12 km north of Gossi", "between Gao and Ansongo", "the border with Niger".

Only how far the words reach is found here; where that is, resolution works out.
"""

from __future__ import annotations

import re

from harmattan.reading.marks import Name, Sentence

BEARING = r"(?:north|south|east|west)(?:-?(?:east|west))?"
_ABOUT = r"(?:(?:about|some|around|roughly|nearly|approximately|just|almost|over|within|less\ than|more\ than)\s+)?"
_NUMBER = (
    r"(?:\d[\d,.]*|a few|several|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|"
    r"thirty|forty|fifty)"
)
_UNIT = r"(?:km|kms|kilomet(?:re|er)s?|miles?|mi)"
_TOWN_OF = (
    r"(?:the\s+)?(?:(?:(?:key|main|northern|southern|eastern|western|central|regional|strategic|nearby)\s+)?"
    r"(?:towns?|city|cities|villages?|capital|localit(?:y|ies)|district|commune)(?:\s+of)?\s+)?"
)
_DISTANCE = re.compile(
    rf"{_ABOUT}{_NUMBER}[ -]?{_UNIT}\b\.?(?:\s*\([^()]{{1,30}}\))?\s+"
    rf"(?:(?:to the\s+|due\s+)?{BEARING}\s+of|from|away\s+from|"
    rf"outside(?:\s+of)?|off)\s+{_TOWN_OF}$",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    rf"(?:(?:just\s+|far\s+)?{BEARING}\s+of|(?:the\s+)?(?:(?:north|south|east|west)\w*\s+)?"
    r"(?:outskirts|suburbs|countryside|vicinity|surroundings|environs|edge)\s+of)\s+"
    rf"{_TOWN_OF}$",
    re.IGNORECASE,
)
_BORDER_WITH = re.compile(
    r"(?:(?:the|its|their)\s+|(?P<own>[A-Z]\w+)['’]s\s+)?(?:(?:common|shared|volatile|porous|long)\s+)?"
    r"borders?(?:\s+(?:area|region|zone))?\s+with\s+"
    r"(?:neighbou?ring\s+)?$"
)
_BETWEEN = re.compile(
    rf"(?:(?:the\s+)?(?:road|highway|route|axis|border|stretch|area)\s+)?"
    rf"(?:between\s+|linking\s+|(?<=road\s)from\s+|(?<=highway\s)from\s+)"
    rf"{_TOWN_OF}$",
    re.IGNORECASE,
)
_AND = re.compile(rf"\s+(?:and|to|with)\s+{_TOWN_OF}$", re.IGNORECASE)
_TELLING = re.compile(
    r"km|kilomet|\bmi|\dmi|north|south|east|west|outskirts|suburbs|countryside|vicinity|surroundings|environs|edge|border"
    r"|between|linking|road\s|highway\s",
    re.IGNORECASE,
)
"""Every pattern has one of these."""
_REACH = 90
"""Characters before a name that are looked at."""
_LEADS_ON = frozenset(["of", "from", "outside", "off", "with", "between", "linking"])
"""Words of which every pattern has one, as the last or with a town's kind behind it ("of the key town of")."""
_NEAR = 6
_BORDERLANDS = frozenset("area areas region zone crossing town village post province district".split())


def relative_bounds(text: str, sentence: Sentence, name: Name) -> tuple[int, int] | None:
    """The tokens of the place that a name is told of, with its own; None where it is the place itself."""
    if _LEADS_ON.isdisjoint(sentence.words[max(0, name.first - _NEAR) : name.first]):
        return None
    start = sentence.tokens[name.first].start
    before = text[max(sentence.start, start - _REACH) : start]
    if not _TELLING.search(before):
        return None
    offset = start - len(before)
    for pattern in (_DISTANCE, _BESIDE, _BORDER_WITH):
        match = pattern.search(before)
        if match:
            return _tokens(sentence, offset + match.start(), name.stop)
    match = _BETWEEN.search(before)
    if match:
        second = next((other for other in sentence.names if other.first >= name.stop), None)
        if second is not None and second.label in {"LOC", "GPE"}:
            between = text[sentence.tokens[name.stop - 1].end : sentence.tokens[second.first].start]
            if _AND.fullmatch(between):
                return _tokens(sentence, offset + match.start(), second.stop)
    return None


def demonym_border(sentence: Sentence, index: int) -> tuple[int, int] | None:
    """The tokens of "the Nigerien border" where the token is its last word."""
    if sentence.words[index] not in {"border", "borders", "frontier"} or index == 0:
        return None
    compound = sentence.deprels[index] == "compound" and sentence.heads[index] == index + 1
    if compound and sentence.words[index + 1] not in _BORDERLANDS:
        return None  # "Pakistani border forces"
    adjective = sentence.tokens[index - 1].text
    if not adjective[:1].isupper() or sentence.upos[index - 1] not in {"ADJ", "PROPN"}:
        return None
    return index - 1, index + 1


def _tokens(sentence: Sentence, start: int, stop: int) -> tuple[int, int] | None:
    first = next((index for index, token in enumerate(sentence.tokens) if token.start >= start), None)
    return (first, stop) if first is not None and first < stop else None
