"""Bytes from files and pipes, never more of them than the limits allow."""

from __future__ import annotations

import gzip
import io
import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from harmattan.errors import DocumentError
from harmattan.sources.limits import MAX_DOCUMENT_BYTES, MAX_EXPANSION

GZIP_MAGIC = b"\x1f\x8b"
CHUNK = 1024 * 1024
TRUNCATED = (EOFError, zlib.error, gzip.BadGzipFile)
MEBIBYTE = 1024 * 1024


class Guarded(io.RawIOBase):
    """A stream that breaks off, with a DocumentError, once more than `limit` bytes have come out of it."""

    def __init__(self, stream: BinaryIO, name: str, limit: int) -> None:
        self._stream = stream
        self._name = name
        self._left = limit

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object) -> int:
        """The next bytes, as `io.RawIOBase` has it; a broken archive is a DocumentError too."""
        view = memoryview(buffer)  # type: ignore[arg-type]
        try:
            data = self._stream.read(len(view))
        except TRUNCATED as error:
            raise DocumentError(self._name, f"the gzip data is damaged: {error}", "fetch it again") from error
        self._left -= len(data)
        if self._left < 0:
            problem = f"grows more than {MAX_EXPANSION}-fold when decompressed"
            raise DocumentError(self._name, problem, "it looks like a decompression bomb; leave it out")
        view[: len(data)] = data
        return len(data)


@contextmanager
def opened(path: str, name: str) -> Iterator[io.BufferedReader]:
    """The bytes of a file, a pipe, or "-" for standard input, decompressed where they are gzip.

    `OSError` is the caller's: only it knows what the path was meant to be.
    """
    if path == "-":
        stdin: BinaryIO = sys.stdin.buffer
        yield _decompressed(stdin, name, sys.maxsize)
        return
    with Path(path).open("rb") as file:
        status = os.fstat(file.fileno())
        yield _decompressed(file, name, status.st_size or sys.maxsize)


def _decompressed(stream: BinaryIO, name: str, size: int) -> io.BufferedReader:
    source: io.BufferedReader
    source = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[arg-type]
    if source.peek(2)[:2] != GZIP_MAGIC:
        return source
    limit = size if size == sys.maxsize else max(MAX_DOCUMENT_BYTES + 1, size * MAX_EXPANSION)
    unpacked = gzip.GzipFile(fileobj=source, mode="rb")
    return io.BufferedReader(Guarded(unpacked, name, limit), CHUNK)  # type: ignore[arg-type]


def read_whole(stream: io.BufferedReader, name: str, limit: int = MAX_DOCUMENT_BYTES) -> bytes:
    """All that is left, if `limit` bytes hold it."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        remedy = "give each report a file of its own, or a line of its own in JSON Lines (.jsonl)"
        raise DocumentError(name, f"is longer than {limit // MEBIBYTE} MiB", remedy)
    return data


def read_lines(stream: io.BufferedReader, name: str) -> Iterator[tuple[int, bytes | DocumentError]]:
    """Each line that is not blank, with its number from 1; one over the limit is passed over and becomes an error."""
    number = 0
    while line := stream.readline(MAX_DOCUMENT_BYTES + 1):
        number += 1
        if len(line) <= MAX_DOCUMENT_BYTES:
            if not line.isspace():
                yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(CHUNK)
        place = f"{name}, line {number}"
        yield (
            number,
            DocumentError(
                place, f"is longer than {MAX_DOCUMENT_BYTES // MEBIBYTE} MiB", "write one report a line"
            ),
        )
