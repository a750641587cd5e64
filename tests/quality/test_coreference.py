"""The links that are scored, on a document of ours in GUM's format."""

from __future__ import annotations

from pathlib import Path

from quality.bench import Bench
from quality.coreference import CoreferenceTest

TEXT = "Boko Haram met. Boko Haram lost its convoy."
ROWS = [
    ("Boko", "PROPN", 3, "nsubj", "(1-organization-new-sssss-cf1-1,2-coref-Boko_Haram"),
    ("Haram", "PROPN", 1, "flat", "1)"),
    ("met", "VERB", 0, "root", ""),
    (".", "PUNCT", 3, "punct", ""),
    None,
    ("Boko", "PROPN", 3, "nsubj", "(1-organization-giv:act-sssss-cf1-1,2-coref-Boko_Haram"),
    ("Haram", "PROPN", 1, "flat", "1)"),
    ("lost", "VERB", 0, "root", ""),
    ("its", "PRON", 5, "nmod:poss", "(2-object-new-nnnnn-cf2-2-sgl(1-organization-giv:act-sssss-cf1-1-ana)"),
    ("convoy", "NOUN", 3, "obj", "2)"),
    (".", "PUNCT", 3, "punct", ""),
]


def write_document(root: Path) -> Path:
    """The document as a file of a folder laid out like the corpora."""
    lines = ["# newdoc id = GUM_news_ours", "# newpar"]
    sentences = TEXT.replace(". ", ".\n").split("\n")
    lines.append(f"# text = {sentences[0]}")
    number = 0
    for row in ROWS:
        if row is None:
            lines += ["", f"# text = {sentences[1]}"]
            number = 0
            continue
        number += 1
        word, upos, head, relation, entity = row
        misc = f"Entity={entity}" if entity else "_"
        lines.append(f"{number}\t{word}\t_\t{upos}\t_\t_\t{head}\t{relation}\t_\t{misc}")
    path = root / "gum" / "GUM_news_ours.conllu"
    path.parent.mkdir()
    path.write_text("\n".join([*lines, "", ""]), encoding="utf8")
    return path


def test_a_document_that_nothing_was_learnt_from_is_scored(tmp_path: Path) -> None:
    path = write_document(tmp_path)
    (tmp_path / "gum" / "GUM_news_afghan.conllu").write_text("", encoding="utf8")
    assert CoreferenceTest().files(tmp_path) == [path]
    outcome = CoreferenceTest().run(Bench(tmp_path, kept=tmp_path / "marks"))
    figures = {figure.name: figure.value for figure in outcome.figures}
    assert figures["GUM pronouns to a name, gold"] == 1
    assert figures["GUM pronouns to a name, precision"] == 100
    assert figures["GUM pronouns to a name, recall"] == 100
    assert figures["GUM CoNLL F1, exact spans"] == 100
    assert outcome.cases == []


def test_no_corpus_no_files(tmp_path: Path) -> None:
    assert CoreferenceTest().files(tmp_path) == []
