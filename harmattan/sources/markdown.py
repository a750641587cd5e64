"""Markdown as plain text: the marks go, the words stay, a block stays a block."""

from __future__ import annotations

import re

FENCE = re.compile(r"[ \t]*(?:```|~~~)")
HEADING = re.compile(r"[ \t]{0,3}#{1,6}[ \t]+(.*?)[ \t]*#*$")
UNDERLINE = re.compile(r"[ \t]{0,3}(?:=+|-{3,}|\*{3,}|_{3,})[ \t]*$")
QUOTE = re.compile(r"[ \t]{0,3}(?:>[ \t]?)+")
TABLE = re.compile(r"[ \t]*\|")
TARGET = r"\((?:[^()\s]|\([^()\s]{0,500}\)){0,2000}(?:[ \t][^()]{0,500})?\)"
"""An address, one level of brackets in it, and perhaps a title."""
IMAGE = re.compile(r"!\[[^\[\]]{0,500}\]" + TARGET)
LINK = re.compile(r"\[([^\[\]]{1,500})\]" + TARGET)
REFERENCE = re.compile(r"\[\^?[\w-]{1,40}\]:[ \t].*$")
FOOTNOTE = re.compile(r"\[\^[\w-]{1,40}\]")
STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,2000})(?<=\S)\1")
EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_\n]{1,2000})(?<=\S)\1(?![\w*])")
CODE = re.compile(r"`([^`\n]{1,500})`")
ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])")


def plain_text(markdown: str) -> str:
    """The text without its marks; code blocks, tables, images and link definitions are left out.

    Headings and list items keep a line of their own, set apart by empty lines where they were headings.
    """
    lines: list[str] = []
    in_code = False
    for line in markdown.splitlines():
        if FENCE.match(line):
            in_code = not in_code
        elif in_code or TABLE.match(line) or REFERENCE.match(line):
            continue
        elif UNDERLINE.match(line):
            lines.append("")
        elif heading := HEADING.match(line):
            lines.extend(("", _inline(heading[1]), ""))
        else:
            lines.append(_inline(QUOTE.sub("", line, count=1)))
    return "\n".join(lines)


def _inline(line: str) -> str:
    line = FOOTNOTE.sub("", IMAGE.sub("", line))
    for pattern in (LINK, CODE):
        line = pattern.sub(r"\1", line)
    for pattern in (STRONG, EMPHASIS):
        line = pattern.sub(r"\2", line)
    return ESCAPE.sub(r"\1", line)
