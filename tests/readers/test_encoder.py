"""The encoder with the weights in the package."""

from __future__ import annotations

import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from harmattan.errors import ReaderError
from harmattan.readers.encoder import WEIGHTS, Encoder
from harmattan.readers.tree import is_tree
from harmattan.readers.windows import LONGEST_PIECES
from harmattan.reading.marks import Sentence, Token
from harmattan.reading.sentences import split

REPORT = """Gunmen kill ten in northern Mali

BAMAKO, Mali — Gunmen on motorcycles attacked the village of Gossi on Tuesday, killing ten civilians, the
army said. France's President Emmanuel Macron condemned the attack. No group has claimed responsibility,
but fighters linked to al-Qaeda are active in the area. "We will not leave," he told Radio France.
"""


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder.shared()


@pytest.fixture(scope="module")
def report(encoder: Encoder) -> list[Sentence]:
    return encoder.mark(split(REPORT))


def test_every_sentence_is_a_tree_over_its_words(report: list[Sentence]) -> None:
    for sentence in report:
        assert is_tree(list(sentence.heads))
        assert len(sentence.upos) == len(sentence.deprels) == len(sentence)
        assert [label == "root" for label in sentence.deprels] == [head == -1 for head in sentence.heads]


def test_sentences_keep_their_order_and_their_words(report: list[Sentence]) -> None:
    assert [sentence.index for sentence in report] == list(range(len(split(REPORT))))
    assert [sentence.tokens for sentence in report] == [tuple(tokens) for tokens in split(REPORT)]


def test_a_plain_report_is_read(report: list[Sentence]) -> None:
    names = {
        (" ".join(sentence.words[name.first : name.stop]), name.label)
        for sentence in report
        for name in sentence.names
    }
    assert {("emmanuel macron", "PER"), ("mali", "LOC")} <= names
    attack = next(s for s in report if "attacked" in s.words)
    predicate = attack.predicate_at[attack.words.index("attacked")]
    arguments = {attack.words[argument.head]: argument.label for argument in predicate.arguments}
    assert arguments["gunmen"] == "ARG0"
    assert "village" in arguments
    assert attack.deprels[attack.words.index("gunmen")] == "nsubj"


def test_marks_do_not_depend_on_threads(report: list[Sentence]) -> None:
    assert Encoder(threads=2).mark(split(REPORT)) == report


def test_marks_do_not_depend_on_what_else_is_read(encoder: Encoder, report: list[Sentence]) -> None:
    texts = [REPORT, "Another text. " * 200, REPORT, "Short.", REPORT]
    with ThreadPoolExecutor(3) as pool:
        read = list(pool.map(lambda text: encoder.mark(split(text)), texts))
    assert read[0] == read[2] == read[4] == report


def test_nothing_gives_nothing(encoder: Encoder) -> None:
    assert encoder.mark([]) == []
    assert encoder.mark([[]]) == []


def test_an_empty_sentence_is_left_out_and_the_others_keep_their_places(encoder: Encoder) -> None:
    sentences = [split("He left.")[0], [], split("She stayed.")[0]]
    assert [sentence.index for sentence in encoder.mark(sentences)] == [0, 2]


@pytest.mark.parametrize("word", ["!", "Mali", "\u200b", "x" * 100_000])
def test_one_word(encoder: Encoder, word: str) -> None:
    (sentence,) = encoder.mark([[Token(0, len(word), word)]])
    assert sentence.heads == (-1,)
    assert sentence.deprels == ("root",)


def test_a_sentence_longer_than_a_window_is_one_tree(encoder: Encoder) -> None:
    words = ["Gossi", ",", "Hombori", ",", "and", "the", "rest"] * 200
    tokens = [Token(10 * index, 10 * index + len(word), word) for index, word in enumerate(words)]
    (sentence,) = encoder.mark([tokens])
    assert len(sentence) > LONGEST_PIECES
    assert is_tree(list(sentence.heads))
    assert all(len(feed.arrays["pieces"]) <= LONGEST_PIECES + 2 for feed in encoder.windows([tokens]))
    assert all(0 <= argument.head < len(words) for p in sentence.predicates for argument in p.arguments)


def test_windows_hold_each_word_once(encoder: Encoder) -> None:
    sentences = split(REPORT * 5)
    feeds = encoder.windows(sentences)
    assert sum(len(feed.arrays["first"]) for feed in feeds) == sum(map(len, sentences))
    assert set(encoder.run(feeds[0])) >= {"upos", "names", "arcs", "relations", "pairs", "arguments", "roles"}


def test_the_version_names_the_weights(encoder: Encoder) -> None:
    assert encoder.version == f"house-1+{encoder.labels.model_sha256[:8]}"


def test_weights_are_small_enough_to_ship() -> None:
    assert sum(path.stat().st_size for path in WEIGHTS.iterdir()) < 30_000_000


@pytest.mark.parametrize("name", ["model.onnx", "labels.json", "tokenizer.json"])
def test_missing_weights_are_named(tmp_path: Path, name: str) -> None:
    shutil.copytree(WEIGHTS, tmp_path / "weights")
    (tmp_path / "weights" / name).unlink()
    with pytest.raises(ReaderError, match=name):
        Encoder(tmp_path / "weights")


def test_a_model_of_another_training_is_refused(tmp_path: Path) -> None:
    shutil.copytree(WEIGHTS, tmp_path / "weights")
    with (tmp_path / "weights" / "model.onnx").open("ab") as model:
        model.write(b"\0")
    with pytest.raises(ReaderError, match="not the one its labels were written for"):
        Encoder(tmp_path / "weights")


def test_importing_the_encoder_loads_no_heavy_library() -> None:
    code = (
        "import sys, harmattan.readers.encoder\n"
        "sys.exit(bool({'onnxruntime', 'tokenizers', 'numpy'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
