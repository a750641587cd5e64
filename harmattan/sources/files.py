"""From paths to frozen documents, one at a time, in the same order every time.

A folder is read through and through, sorted by name at each level: files whose names end in one of `SUFFIXES`
(each also with ".gz"), hidden ones and other kinds left aside. A file named outright must be of a kind we read.
"-" is standard input; it and any pipe are JSON Lines where they begin with "{", HTML where they begin with "<",
and plain text else. One bad document is an error among the results and never stops the others.
"""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from harmattan.errors import DocumentError, SourceError
from harmattan.model.text import Document
from harmattan.sources.cleaning import shown
from harmattan.sources.decoding import decode_text
from harmattan.sources.headers import split_header
from harmattan.sources.jsonl import parse_lines
from harmattan.sources.limits import MAX_PAGE_BYTES
from harmattan.sources.markdown import plain_text
from harmattan.sources.pages import Defaults, Page, documents
from harmattan.sources.streams import opened, read_lines, read_whole
from harmattan.sources.web import parse_page

__all__ = ["SUFFIXES", "Defaults", "open_paths"]

SUFFIXES = (".txt", ".md", ".html", ".htm", ".jsonl")
KINDS = "Harmattan reads .txt, .md, .html, .htm and .jsonl, each also .gz, folders of them, or -"
STANDARD_INPUT = "standard input"
SNIFFED = 512
"""Bytes of a pipe that are looked at to tell what it carries."""


def open_paths(
    paths: Sequence[str], defaults: Defaults | None = None
) -> Iterator[Document | DocumentError | SourceError]:
    """The documents of files, folders and pipes, lazily; what cannot be read comes as an error in its place."""
    for path in paths:
        yield from _documents(path, defaults or Defaults())


def _documents(path: str, defaults: Defaults) -> Iterator[Document | DocumentError | SourceError]:
    if path == "-":
        yield from _read(path, None, defaults)
        return
    name = shown(path)
    try:
        mode = Path(path).stat().st_mode
    except (OSError, ValueError) as error:
        yield SourceError(name, _reason(error), "check the path")
        return
    if stat.S_ISDIR(mode):
        yield from _folder(path, defaults)
    elif not stat.S_ISREG(mode):
        yield from _read(path, None, defaults)
    elif (suffix := _suffix(path)) is None:
        yield DocumentError(name, "is of a kind that is not read", KINDS)
    else:
        yield from _read(path, suffix, defaults)


def _folder(folder: str, defaults: Defaults) -> Iterator[Document | DocumentError | SourceError]:
    refused: list[OSError] = []
    found = False
    for directory, folders, names in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            suffix = _suffix(name)
            if suffix is not None and not name.startswith("."):
                found = True
                yield from _read(str(Path(directory, name)), suffix, defaults)
        while refused:
            found = True
            error = refused.pop()
            yield SourceError(shown(str(error.filename)), _reason(error), "check who may read it")
    for error in refused:
        found = True
        yield SourceError(shown(str(error.filename)), _reason(error), "check who may read it")
    if not found:
        yield SourceError(shown(folder), "holds no document", KINDS)


def _suffix(name: str) -> str | None:
    """Which of `SUFFIXES` a name ends in, ".gz" aside; None for other kinds."""
    ending = Path(name.lower().removesuffix(".gz")).suffix
    return ending if ending in SUFFIXES else None


def _read(
    path: str, suffix: str | None, defaults: Defaults
) -> Iterator[Document | DocumentError | SourceError]:
    """The documents of one file, or, without a suffix, of a stream that must be looked at first."""
    name = STANDARD_INPUT if path == "-" else shown(path)
    try:
        if suffix is not None and not stat.S_ISREG(Path(path).stat().st_mode):
            raise DocumentError(name, "is not a file", "a folder is searched for files only")
        with opened(path, name) as stream:
            for page in _pages(stream, suffix or _sniffed(stream), name):
                if isinstance(page, DocumentError):
                    yield page
                else:
                    yield from documents(page, defaults)
    except DocumentError as error:
        yield error
    except (OSError, ValueError) as error:
        yield DocumentError(name, _reason(error), "check who may read it, or leave it out")


def _pages(stream: io.BufferedReader, suffix: str, name: str) -> Iterator[Page | DocumentError]:
    match suffix:
        case ".jsonl":
            yield from parse_lines(read_lines(stream, name), name)
        case ".html" | ".htm":
            yield parse_page(read_whole(stream, name, MAX_PAGE_BYTES), name)
        case _:
            header, body = split_header(decode_text(read_whole(stream, name), name), name)
            text = plain_text(body) if suffix == ".md" else body
            yield Page(text, name, header.title, header.published, header.source, header.url)


def _sniffed(stream: io.BufferedReader) -> str:
    start = stream.peek(SNIFFED)[:SNIFFED].removeprefix(b"\xef\xbb\xbf").lstrip()
    return ".jsonl" if start.startswith(b"{") else ".html" if start.startswith(b"<") else ".txt"


def _reason(error: Exception) -> str:
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"cannot be opened: {text[:1].lower()}{text[1:]}"
