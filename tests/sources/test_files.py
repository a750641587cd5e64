"""Paths to documents: order, kinds, defaults, and bad input that never stops the rest."""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from harmattan.errors import DocumentError, SourceError
from harmattan.model.text import Document
from harmattan.sources.files import Defaults, open_paths
from harmattan.sources.limits import MAX_DOCUMENT_BYTES
from tests.sources.pages_of_ours import ARTICLE, BOX, FRENCH, PRESS_RELEASE, TITLE

Results = list[Document | DocumentError | SourceError]
SENTENCE = "Gunmen killed two soldiers near Gao on Monday."
PARAGRAPHS = "".join(f"<p>{paragraph}</p>" for paragraph in ARTICLE)
HTML = f"<html><head><title>{TITLE}</title></head><body><article>{PARAGRAPHS}</article></body></html>"


def read(path: object, defaults: Defaults | None = None) -> Results:
    return list(open_paths([str(path)], defaults))


def texts(results: Results) -> list[str]:
    return [result.text if isinstance(result, Document) else type(result).__name__ for result in results]


def only(results: Results) -> Document:
    (document,) = results
    assert isinstance(document, Document)
    return document


def problem(results: Results) -> str:
    (error,) = results
    assert isinstance(error, (DocumentError, SourceError))
    assert error.remedy
    return str(error)


KINDS = [
    ("report.txt", SENTENCE.encode(), SENTENCE),
    ("report.TXT", SENTENCE.encode(), SENTENCE),
    ("report.md", f"**{SENTENCE}**".encode(), SENTENCE),
    ("report.txt.gz", gzip.compress(SENTENCE.encode(), mtime=0), SENTENCE),
    ("report.txt", gzip.compress(SENTENCE.encode(), mtime=0), SENTENCE),
    ("report.html", HTML.encode(), "\n\n".join(ARTICLE)),
    ("report.htm.gz", gzip.compress(HTML.encode(), mtime=0), "\n\n".join(ARTICLE)),
    ("report.jsonl", json.dumps({"text": SENTENCE}).encode(), SENTENCE),
    ("report.jsonl.gz", gzip.compress(json.dumps({"text": SENTENCE}).encode(), mtime=0), SENTENCE),
]


@pytest.mark.parametrize(("name", "data", "text"), KINDS)
def test_kinds(tmp_path: Path, name: str, data: bytes, text: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert only(read(tmp_path / name)).text == text


def test_all_that_a_text_file_says_of_itself(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(
        f"Title: A title\nDate: 2022-03-14\nSource: Example News\nURL: https://news.example/1\n\n{SENTENCE}"
    )
    document = only(read(path))
    assert document == Document(
        SENTENCE, "A title", date(2022, 3, 14), "Example News", "https://news.example/1", str(path)
    )


def test_defaults_stand_in_only_where_a_document_does_not_say(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE)
    (tmp_path / "b.txt").write_text(f"Date: 2022-03-14\nSource: Example News\n\n{SENTENCE}")
    found = read(tmp_path, Defaults(date(2020, 1, 1), "Wire"))
    said = [(document.published, document.source) for document in found if isinstance(document, Document)]
    assert said == [(date(2020, 1, 1), "Wire"), (date(2022, 3, 14), "Example News")]


def test_without_a_date_none_is_invented(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"12 March 2021\n\n{TITLE}\n\n{SENTENCE}")
    assert only(read(tmp_path / "a.txt")).published is None


def test_a_page_of_two_documents(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PRESS_RELEASE)
    found = read(tmp_path / "page.txt", Defaults(date(2015, 3, 12)))
    assert texts(found) == ["\n\n".join(ARTICLE), BOX]
    assert [d.title for d in found if isinstance(d, Document)] == [TITLE, "Incident of the Day"]
    assert {d.published for d in found if isinstance(d, Document)} == {date(2015, 3, 12)}


def test_folders_are_read_in_sorted_order_and_other_kinds_left_aside(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a/z.txt",
        "a/c/d.md",
        "a.txt",
        ".hidden.txt",
        ".git/e.txt",
        "notes.docx",
        "data.csv",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(f"{SENTENCE} {name}")
    assert [text.split()[-1] for text in texts(read(tmp_path))] == ["a.txt", "b.txt", "a/z.txt", "a/c/d.md"]


def test_jsonl_one_bad_line_and_the_others_go_on(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    good = {
        "text": SENTENCE,
        "title": "T",
        "published": "2022-03-14",
        "source": "S",
        "url": "https://x.example",
        "n": 1,
    }
    lines = [
        json.dumps(good),
        "",
        "{not json",
        "[1]",
        "{}",
        '{"text": 5}',
        '{"text": "a b", "published": "soon"}',
    ]
    path.write_text("\n".join([*lines, json.dumps({"text": SENTENCE, "url": "file:///etc/passwd"})]))
    found = read(path)
    assert found[0] == Document(SENTENCE, "T", date(2022, 3, 14), "S", "https://x.example", f"{path}, line 1")
    assert [str(error).split(": ")[0] for error in found[1:6]] == [
        f"{path}, line {n}" for n in (3, 4, 5, 6, 7)
    ]
    assert isinstance(found[6], Document) and found[6].url is None


def test_jsonl_record_is_one_document_and_is_not_cut(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text(json.dumps({"text": PRESS_RELEASE}))
    assert "please click here" in only(read(path)).text


BAD = [
    ("empty.txt", b"", "empty.txt: is empty"),
    ("blank.md", b" \n\n", "is empty"),
    ("binary.txt", bytes(range(256)), "is binary"),
    ("image.txt", b"\x89PNG\r\n\x1a\n", "is an image"),
    ("report.pdf", b"%PDF-1.7", "of a kind that is not read"),
    ("report.txt", b"%PDF-1.7", "is a PDF file"),
    ("latin.txt", "Le café".encode("latin-1"), "not UTF-8: byte 6"),
    ("cut.txt.gz", gzip.compress(random.Random(0).randbytes(5000), mtime=0)[:3000], "gzip data is damaged"),
    ("bomb.txt.gz", gzip.compress(b"a " * MAX_DOCUMENT_BYTES, mtime=0), "grows more than 100-fold"),
    ("french.txt", FRENCH.encode(), "is not English (looks French)"),
    ("menu.html", b"<html><body></body></html>", "without a main text"),
    ("nav.html", b"<html><body><nav>Home</nav></body></html>", "page furniture only"),
    ("menu.txt", b"Home\nMenu\nSubscribe to our newsletter", "page furniture only"),
    ("dated.txt", f"Date: soon\n\n{SENTENCE}".encode(), 'the date "soon" is not a day'),
    ("line.txt", b"word " * 10_000_000, "is longer than 8 MiB"),
    ("page.html", b"<p>word " + b"word " * 10_000_000, "is longer than 4 MiB"),
    ("empty.jsonl", b"\n\n", "is empty"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "message"), BAD, ids=[case[0] for case in BAD])
def test_bad_input(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(data)
    said = problem(read(tmp_path / name))
    assert message in said and str(tmp_path / name) in said


def test_a_line_of_50_mb_among_others(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    record = json.dumps({"text": SENTENCE}).encode()
    path.write_bytes(record + b'\n{"text": "' + b"word " * 10_000_000 + b'"}\n' + record)
    found = read(path)
    assert texts(found) == [SENTENCE, "DocumentError", SENTENCE]
    assert "line 2: is longer than 8 MiB" in str(found[1])


def test_a_bomb_of_empty_lines_is_broken_off(tmp_path: Path) -> None:
    path = tmp_path / "bomb.jsonl.gz"
    path.write_bytes(gzip.compress(b"\n" * 20_000_000, mtime=0))
    assert "grows more than 100-fold" in problem(read(path))


def test_one_unreadable_file_among_many(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE)
    (tmp_path / "b.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "c.txt").write_text(SENTENCE)
    found = read(tmp_path)
    assert texts(found) == [SENTENCE, "DocumentError", SENTENCE]
    assert "b.txt: cannot be opened: no such file or directory" in str(found[1])


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_forbidden_file_and_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE)
    (tmp_path / "b.txt").write_text(SENTENCE)
    (tmp_path / "c").mkdir()
    (tmp_path / "b.txt").chmod(0)
    (tmp_path / "c").chmod(0)
    try:
        assert texts(read(tmp_path)) == [SENTENCE, "DocumentError", "SourceError"]
    finally:
        (tmp_path / "c").chmod(0o700)


def test_a_pipe_in_a_folder_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "is not a file" in problem(read(tmp_path))


def test_missing_path_and_empty_folder(tmp_path: Path) -> None:
    assert "cannot be opened: no such file or directory" in problem(read(tmp_path / "gone"))
    assert "holds no document" in problem(read(tmp_path))
    assert "cannot be opened" in problem(read("a\0b.txt"))


STREAMS = [
    (SENTENCE.encode(), SENTENCE),
    (b'{"text": "Gunmen left Gao."}', "Gunmen left Gao."),
    (HTML.encode(), "\n\n".join(ARTICLE)),
    (gzip.compress(SENTENCE.encode(), mtime=0), SENTENCE),
]


@pytest.mark.parametrize(("data", "text"), STREAMS)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    document = only(read("-"))
    assert document.text == text and document.origin.startswith("standard input")


def test_reading_is_lazy_and_the_same_every_time(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"{SENTENCE} {name}")
    first = next(open_paths([str(tmp_path)]))
    assert isinstance(first, Document) and first.text.endswith("a")
    assert texts(read(tmp_path)) == texts(read(tmp_path))


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.sampled_from(["x.txt", "x.md", "x.html", "x.jsonl", "x.txt.gz"]),
    st.one_of(
        st.binary(max_size=300),
        st.text(max_size=200).map(str.encode),
        st.binary(max_size=100).map(gzip.compress),
        st.dictionaries(
            st.sampled_from(["text", "title", "published", "url"]),
            st.one_of(st.text(max_size=30), st.integers()),
        ).map(lambda record: json.dumps(record).encode()),
    ),
)
def test_arbitrary_bytes_are_documents_or_errors(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    found = read(tmp_path / name)
    assert found
    for result in found:
        assert isinstance(result, (Document, DocumentError))
        if isinstance(result, Document):
            assert result.text.strip() and result.id
