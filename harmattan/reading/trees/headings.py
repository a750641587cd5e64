"""The heading that opens a line: "Boni: two teachers abducted", "• 6 Dec: ambush near Lubondja".

What stands in it, a place or a day, holds of what follows where that names none of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from harmattan.reading.marks import Token

_BULLETS = frozenset("- – — • ● ▪ ■ * · ‣ ◦ ○ > o".split())
_INSIDE = frozenset(", / ( ) - – ' ’ 's ’s of the and in de la del al el".split())
_LONGEST = 8
"""How many words a heading has at most."""
_FEWEST = 3
"""How many words it heads at least."""


def heading_stop(tokens: Sequence[Token]) -> int:
    """How many tokens the bullet, the heading and its colon take at the beginning of a line; 0 where there is none."""
    first = 0
    while first < min(2, len(tokens)) and tokens[first].text in _BULLETS:
        first += 1
    colon = next(
        (at for at in range(first + 1, min(len(tokens), first + _LONGEST + 1)) if tokens[at].text == ":"),
        None,
    )
    if colon is None or len(tokens) - colon - 1 < _FEWEST or not _heads(tokens[first:colon]):
        return 0
    return 0 if tokens[colon + 1].text in {'"', "“", "‘", "«", "'"} else colon + 1


def _heads(words: Sequence[Token]) -> bool:
    """Whether words are all names, numbers and what joins them; an acronym alone may be who says so: "UN: ..."."""
    told = [word.text for word in words if word.text not in _INSIDE]
    if not told or any(not (text[:1].isupper() or text[:1].isdigit()) for text in told):
        return False
    return not (len(told) == 1 and told[0].isupper() and len(told[0]) > 1)
