"""The one cleaning before a text is frozen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmattan.errors import DocumentError
from harmattan.sources.cleaning import clean_field, clean_text, clean_url, shown

TEXTS = [
    ("line ends", "one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
    ("spaces", " a\u00a0b \t c \n  d", "a b c\nd"),
    ("unseen characters", "\ufeffSa\u00adhel\u200b, \u202eGao\u202c\x07", "Sahel, Gao"),
    ("composed accents", "Mai\u0308ga", "Maïga"),
    ("no more than one empty line", "a\n\n\n\n b", "a\n\nb"),
    ("lone surrogates", "a \ud800 b", "a \ufffd b"),
    ("lines broken at a column", "Gunmen killed two soldiers near Gao on\nMonday, the army said.",
     "Gunmen killed two soldiers near Gao on Monday, the army said."),
    ("ragged lines that go on in lower case", "Gunmen killed two soldiers near Gao\nand the rest of the patrol fled "
     "to\nthe river.", "Gunmen killed two soldiers near Gao and the rest of the patrol fled to the river."),
    ("lines their writer ended",
     "The rebels enter Gao in the north\nThe army leaves\nThe market of the town burns down",
     "The rebels enter Gao in the north\nThe army leaves\nThe market of the town burns down"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "cleaned"), TEXTS, ids=[case[0] for case in TEXTS])
def test_clean_text(name: str, text: str, cleaned: str) -> None:
    assert clean_text(text, name) == cleaned


REFUSED = [
    ("", "holds no words"),
    (" \n ...", "holds no words"),
    ("a " + "x" * 5_001, "more than 5000 characters without a space, from character 2"),
    ("a\nb\n" * 150_000, "more than 200000 lines"),
]


@pytest.mark.parametrize(("text", "problem"), REFUSED)
def test_refused(text: str, problem: str) -> None:
    with pytest.raises(DocumentError, match=problem) as caught:
        clean_text(text, "report.txt")
    assert caught.value.thing == "report.txt" and caught.value.remedy


@given(st.text(alphabet=st.characters(), max_size=300))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    try:
        cleaned = clean_text(text, "report")
    except DocumentError:
        return
    assert clean_text(cleaned, "report") == cleaned
    cleaned.encode()


URLS = [
    ("https://news.example/1?a=b#c", "https://news.example/1?a=b#c"),
    (" HTTP://news.example ", "HTTP://news.example"),
    ("javascript:alert(1)", None),
    ("data:text/html,hi", None),
    ("//news.example", None),
    ("https://news.example/a b", None),
    ('https://news.example/"onload=', None),
    ("https://news.example/<script>", None),
    ("https://" + "a" * 3000, None),
    (None, None),
]


@pytest.mark.parametrize(("url", "cleaned"), URLS)
def test_clean_url(url: str | None, cleaned: str | None) -> None:
    assert clean_url(url) == cleaned


def test_clean_field_is_one_line_of_sane_length() -> None:
    assert clean_field(" Two\nsoldiers\tkilled\u200b ") == "Two soldiers killed"
    assert clean_field(" \n") is None
    assert len(clean_field("a" * 10_000) or "") == 500


def test_shown_path_can_be_printed() -> None:
    assert shown("reports/caf\udce9\x1b[31m\n.txt") == "reports/caf\ufffd\ufffd[31m\ufffd.txt"
