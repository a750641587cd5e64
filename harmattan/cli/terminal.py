"""Text from outside, made safe to print; messages to the user."""

from __future__ import annotations

import re
import sys

_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # control characters: a terminal obeys them
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction marks: they make text read as what it is not
    "\u2028\u2029\ufeff\ud800-\udfff]"  # line ends that are none, and halves of characters
)


def one_line(text: str) -> str:
    """The text with everything that is not to be printed replaced, one character for one.

    White space becomes a space, the rest U+FFFD, so that offsets into the text still hold.
    """
    return _UNSAFE.sub(lambda match: " " if match.group().isspace() else "\ufffd", text)


def say(message: object) -> None:
    """One line on standard error: "harmattan: ..."."""
    print(f"harmattan: {one_line(str(message))}", file=sys.stderr, flush=True)
