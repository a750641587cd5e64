"""The one cleaning a text gets before it is frozen; every offset in every claim is into its result.

Nothing is worded anew: line ends, spaces and accents get one form, and characters that cannot be seen go.
"""

from __future__ import annotations

import re
import unicodedata

from harmattan.errors import DocumentError
from harmattan.sources.limits import MAX_FIELD, MAX_LINES, MAX_URL, MAX_WORD

NEWLINES = re.compile(r"\r\n?|[\u0085\u2028\u2029\f\v]")
INVISIBLE = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f"  # control characters
    "\u00ad"  # soft hyphen
    "\u200b-\u200f\u2060-\u2064\ufeff"  # zero width and direction marks
    "\u202a-\u202e\u2066-\u2069"  # direction overrides: text that reads otherwise than it is stored
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)
SPACES = re.compile(r"[^\S\n]+")
MARGINS = re.compile(r" ?\n ?")
BLANK_LINES = re.compile(r"\n{3,}")
SURROGATES = re.compile("[\ud800-\udfff]")

WRAPPED = range(30, 131)
"""Characters of a line that a column limit broke, as in mail and telegrams."""
MIN_CONTINUED = 0.6
"""Share of a block's further lines that begin in lower case, from which a ragged block is a broken paragraph."""


def clean_text(text: str, name: str) -> str:
    """The text as it will be frozen; DocumentError where it holds no words, or "words" longer than any."""
    text = _visible(text)
    text = SPACES.sub(" ", text)
    text = MARGINS.sub("\n", text).strip()
    if not any(map(str.isalnum, text)):
        raise DocumentError(name, "holds no words", "nothing to read; leave it out or fetch it again")
    if unbroken := next((word for word in text.split() if len(word) > MAX_WORD), None):
        problem = f"has more than {MAX_WORD} characters without a space, from character {text.find(unbroken)}"
        raise DocumentError(name, problem, "it looks like encoded data; cut that part out")
    if text.count("\n") > MAX_LINES:
        raise DocumentError(
            name, f"has more than {MAX_LINES} lines", "it looks like a table or a log; split it"
        )
    return BLANK_LINES.sub("\n\n", "\n\n".join(map(_unwrapped, text.split("\n\n")))).strip()


def _visible(text: str) -> str:
    text = SURROGATES.sub("\ufffd", text)
    text = NEWLINES.sub("\n", text)
    return unicodedata.normalize("NFC", INVISIBLE.sub("", text))


def _unwrapped(block: str) -> str:
    """A paragraph whose lines a column limit broke becomes one line, so that a line is a unit of meaning."""
    lines = block.split("\n")
    if len(lines) < 2 or not all(len(line) in WRAPPED for line in lines[:-1]) or len(lines[-1]) > WRAPPED[-1]:
        return block
    continued = sum(line[0].islower() for line in lines[1:])
    if continued >= MIN_CONTINUED * (len(lines) - 1) or _filled(lines):
        return " ".join(lines)
    return block


def _filled(lines: list[str]) -> bool:
    """Whether every line is as long as the block's longest allows: one with room for the next word was ended."""
    width = max(map(len, lines))
    following = (line.split(" ", 1)[0] for line in lines[1:])
    return all(len(line) + 1 + len(word) > width for line, word in zip(lines, following, strict=False))


def clean_field(value: str | None) -> str | None:
    """A title or a source's name on one line, cut to a sane length; None where nothing is left."""
    if value is None:
        return None
    return " ".join(_visible(value).split())[:MAX_FIELD].rstrip() or None


def clean_url(value: str | None) -> str | None:
    """An http or https address; anything else (script, data, file, spaces in it) is None."""
    if value is None:
        return None
    value = value.strip()
    if len(value) > MAX_URL or not re.fullmatch(
        r"(?i)https?://[^\s<>\"'`\\\x00-\x20\x7f-\x9f\ud800-\udfff]+", value
    ):
        return None
    return value


def shown(path: str) -> str:
    """A path as it may be printed: names come from outside and may hold control characters or broken bytes."""
    text = path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(character if character.isprintable() else "\ufffd" for character in text)
