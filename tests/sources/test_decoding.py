"""Bytes to text: decoded surely, or refused with the byte at which it failed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmattan.errors import DocumentError
from harmattan.sources.decoding import decode_page, decode_text

PLAIN = [
    ("UTF-8", "Maïga".encode(), "Maïga"),
    ("with its mark", b"\xef\xbb\xbfGao", "Gao"),
    ("UTF-16 with its mark", "\ufeffGunmen in Gao".encode("utf-16-le"), "Gunmen in Gao"),
    ("big-endian", "\ufeffGunmen in Gao".encode("utf-16-be"), "Gunmen in Gao"),
    ("two letters of an executable", b"MZ is a prefix.", "MZ is a prefix."),
]


@pytest.mark.parametrize(("name", "data", "text"), PLAIN, ids=[case[0] for case in PLAIN])
def test_plain_text(name: str, data: bytes, text: str) -> None:
    assert decode_text(data, name) == text


REFUSED = [
    (b"", "is empty"),
    (b" \n\t", "is empty"),
    (b"%PDF-1.7 ...", "is a PDF file"),
    (b"PK\x03\x04...", "ZIP archive or an office document"),
    (b"\x7fELF\x02", "executable"),
    (b"MZ\x90\0\x03", "executable"),
    (b"\x89PNG\r\n", "image"),
    (b"words \0 words", "zero byte at byte 6"),
    ("Le café".encode("latin-1"), "not UTF-8: byte 6"),
    (b"\xff\xfe is not a mark here", "not UTF-8: byte 0"),
    (b"\xef\xbb\xbfGao \xff", "byte 7"),
]


@pytest.mark.parametrize(("data", "problem"), REFUSED)
def test_refused(data: bytes, problem: str) -> None:
    with pytest.raises(DocumentError, match=problem) as caught:
        decode_text(data, "report.txt")
    assert caught.value.thing == "report.txt" and caught.value.remedy


PAGES = [
    ("declared", b'<meta charset="iso-8859-1"><p>caf\xe9 \x93Gao\x94', "café “Gao”"),
    ("declared in the old way", b'<meta http-equiv="x" content="text/html; charset=koi8-r"><p>\xed', "М"),
    ("not declared, UTF-8", "<p>café".encode(), "café"),
    ("not declared, neither", b"<p>caf\xe9 and na\xefve", "café and naïve"),
    ("declared wrongly", b'<meta charset="utf-8"><p>caf\xe9 and na\xefve', "café and naïve"),
    ("declared with a codec that is no charset", "<meta charset='zip'><p>café".encode(), "café"),
    ("one broken byte", "<p>café".encode() + b" \xff " + b"words " * 500, "café \ufffd words"),
]


@pytest.mark.parametrize(("name", "data", "part"), PAGES, ids=[case[0] for case in PAGES])
def test_pages(name: str, data: bytes, part: str) -> None:
    assert part in decode_page(data, name)


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_an_error(data: bytes) -> None:
    for decode in (decode_text, decode_page):
        try:
            assert isinstance(decode(data, "report"), str)
        except DocumentError as error:
            assert "report" in str(error)
