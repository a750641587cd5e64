"""Other spellings of Arabic place names: "Hawija" is GeoNames' "Al Ḩawījah", "Al-Raqqah" its "Ar Raqqah".

Reports write the article or leave it out, and as it is written or as it is said (BGN/PCGN 1956 writes it as it is said:
before a sun letter its l becomes that letter). They write the ending -ah or -a, "Tal" or "Tall". GeoNames lists some of
these names for some places only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

ARABIC_SPEAKING = frozenset(
    "AE BH DJ DZ EG EH IL IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SS SY TD TN YE".split()
)
"""ISO 3166-1 alpha-2 codes of countries whose places are romanised from Arabic; other places are none of these."""

_ARTICLE = re.compile(r"(?:al|el|ar|as|ash|ad|at|ath|an|az|es|ed|en|er|ez)[\s-](?=\w)", re.IGNORECASE)
_SUN = ("sh", "th", "t", "d", "r", "z", "s", "n")
_HILL = re.compile(r"(?:tal|tall|tel|tell)(?=[\s-])", re.IGNORECASE)
_SHORTEST = 4
"""Letters of a name that another spelling is tried of: "Ber" is no "Al Ber"."""


def romanised(name: str) -> Iterator[str]:
    """The same name in the other spellings, the nearest first; its own is not among them."""
    bare = _ARTICLE.sub("", name, count=1) if _ARTICLE.match(name) else name
    if len(bare) < _SHORTEST:
        return
    tried = {name.lower().replace("-", " ")}
    for stem in _stems(bare):
        sun = next((letters for letters in _SUN if stem.lower().startswith(letters)), "l")
        for spelling in (stem, f"Al {stem}", f"A{sun} {stem}"):
            if spelling.lower() not in tried:
                tried.add(spelling.lower())
                yield spelling


def _stems(bare: str) -> Iterator[str]:
    hill = _HILL.match(bare)
    for stem in (bare, *(word + bare[hill.end() :] for word in ("Tall", "Tal", "Tel") if hill)):
        yield stem
        if stem.endswith("ah"):
            yield stem[:-1]
        elif stem.endswith("a"):
            yield stem + "h"
