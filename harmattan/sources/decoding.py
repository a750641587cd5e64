"""From bytes to text without guessing: what cannot be decoded surely is an error that says at which byte.

Text files are UTF-8 (or UTF-16 with its byte order mark). A web page is read as the HTML standard asks: byte
order mark, declared charset, then UTF-8, then windows-1252; a page may hold the odd broken byte.
"""

from __future__ import annotations

import codecs
import re

from harmattan.errors import DocumentError

MAGIC = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"\x7fELF": "an executable",
    b"MZ": "an executable",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"\x1f\x8b": "a gzip archive within a gzip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"SQLite format 3": "a database",
}
MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.I
)
CHARSETS = re.compile(
    r"utf-8|ascii|cp\d+|iso8859-\d+|koi8-\w|mac-\w+|gb\w+|big5\w*|euc_\w+|shift_jis\w*|iso2022_jp\w*"
)
"""Python's names of what pages are written in; its other codecs (zlib, punycode) are no charsets."""
CHARSET_WINDOW = 4096
"""The standard has the declaration in the first 1,024 bytes; real pages are later than that."""
MAX_BROKEN = 0.001
"""Share of a page's characters that may be undecodable; a mis-declared page has one in twenty or more."""
CONVERT = "save it as text and try again"


def refuse_binary(data: bytes, name: str) -> None:
    """DocumentError where the bytes are no text at all."""
    if not data.strip():
        raise DocumentError(name, "is empty", "nothing to read; leave it out or fetch it again")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return
    for magic, kind in MAGIC.items():
        # two letters may begin a text too; an executable's header is not printable
        if data.startswith(magic) and (len(magic) > 2 or b"\0" in data[:64]):
            raise DocumentError(name, f"is {kind}, not text", CONVERT)
    if (nul := data.find(b"\0")) >= 0:
        raise DocumentError(name, f"is binary (a zero byte at byte {nul})", CONVERT)


def decode_text(data: bytes, name: str) -> str:
    """The text of a plain file or a line; DocumentError at the first byte that is not UTF-8."""
    refuse_binary(data, name)
    for mark, encoding in MARKS:
        # a byte order mark of UTF-16 is two bytes that broken UTF-8 may begin with too: prose of ours has zeros
        if data.startswith(mark) and (encoding == "utf-8" or data.count(0) > len(data) // 4):
            return _strict(data[len(mark) :], encoding, name, len(mark))
    return _strict(data, "utf-8", name, 0)


def _strict(data: bytes, encoding: str, name: str, skipped: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DocumentError(
            name,
            f"is not {encoding.upper()}: byte {error.start + skipped} cannot be decoded",
            "convert the file, for example with: iconv -f WINDOWS-1252 -t UTF-8",
        ) from error


def decode_page(data: bytes, name: str) -> str:
    """The text of a web page, by its mark, its declaration, UTF-8, or windows-1252."""
    refuse_binary(data, name)
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _tolerant(data[len(mark) :], encoding, name)
    declared = CHARSET.search(data[:CHARSET_WINDOW])
    for encoding in (*_encodings(declared), "utf-8"):
        try:
            return _tolerant(data, encoding, name)
        except DocumentError:
            continue
    return _tolerant(data, "windows-1252", name)


def _encodings(declared: re.Match[bytes] | None) -> tuple[str, ...]:
    """The declared encoding where Python has it as a text encoding; Latin-1 means windows-1252 on the web."""
    if declared is None:
        return ()
    try:
        encoding = codecs.lookup(declared[1].decode("ascii")).name
    except (LookupError, UnicodeError):
        return ()
    if not CHARSETS.fullmatch(encoding):
        return ()
    return ("windows-1252" if encoding in ("iso8859-1", "ascii") else encoding,)


def _tolerant(data: bytes, encoding: str, name: str) -> str:
    text = data.decode(encoding, errors="replace")
    broken = text.count("\ufffd")
    if broken > max(1, len(text)) * MAX_BROKEN and broken > 1:
        problem = f"is not {encoding.upper()}: {broken} of {len(text)} characters cannot be decoded"
        raise DocumentError(name, problem, "convert it to UTF-8 with iconv, or save the page again")
    return text
