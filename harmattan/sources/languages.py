"""Whether a text is English, asked only of texts long enough to tell.

Names are foreign more often than the prose around them, so two witnesses must agree before a text is turned away:
the language model of py3langid, and the share of English function words.
"""

from __future__ import annotations

import re

from harmattan.errors import DocumentError

MIN_WORDS = 60
"""Below this a report full of foreign names is taken for another language too often."""
SAMPLE = 20_000
"""Characters that are looked at."""
MIN_FUNCTION_WORDS = 0.12
"""Share of function words among all: English prose has 0.35 to 0.5, French or German text under 0.06."""
MIN_LATIN = 0.5
"""Share of Latin letters below which no text is English, however short."""

WORD = re.compile(r"[^\W\d_]+")
FUNCTION_WORDS = frozenset(
    "the of and to in a that is was were for on with as at by it from his her he she they their which who has had "
    "have been be are this but not an or after its said would will than when there into between during against".split()
)
NAMES = {
    "ar": "Arabic", "bm": "Bambara", "de": "German", "es": "Spanish", "fa": "Persian", "fr": "French",
    "ha": "Hausa", "it": "Italian", "nl": "Dutch", "pt": "Portuguese", "ru": "Russian", "so": "Somali",
    "id": "Indonesian", "la": "Latin", "sw": "Swahili", "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip


def require_english(text: str, name: str) -> None:
    """DocumentError where a text of `MIN_WORDS` or more is surely in another language, or not in Latin letters."""
    sample = text[:SAMPLE]
    letters = [character for character in sample if character.isalpha()]
    latin = sum(character < "\u0250" for character in letters)
    if latin < MIN_LATIN * len(letters):
        raise DocumentError(
            name, "is not English (most letters are not Latin)", "translate it first, or leave it out"
        )
    words = WORD.findall(sample.lower())
    if len(words) < MIN_WORDS:
        return
    if sum(word in FUNCTION_WORDS for word in words) >= MIN_FUNCTION_WORDS * len(words):
        return
    from py3langid import classify  # noqa: PLC0415 - loads a model of some megabytes, for the few texts in doubt

    language, _ = classify(sample)
    if language != "en":
        looks = NAMES.get(language, f"of language {language}")
        raise DocumentError(name, f"is not English (looks {looks})", "translate it first, or leave it out")
