"""The harness on a test of its own: figures, floors on hashed data, cases, and what it says when data is missing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from quality import __main__ as command
from quality import suite
from quality.bench import Bench
from quality.floors import Floors, broken, data_hash, load_floors, pinned, write_floors
from quality.report import BEGIN, END, Measured, cases, table, write_page
from quality.test import Case, Figure, Outcome, context, part


@dataclass(frozen=True)
class Letters:
    """Counts the share of vowels in `letters/dev.txt`; consonants are its errors."""

    name: str = "letters"
    definition: str = "The share of vowels (Quirk 1985)."

    def files(self, root: Path) -> list[Path]:
        found = part(root / "letters", "{}.txt")
        return [found] if found else []

    def run(self, bench: Bench) -> Outcome:
        text = bench.sample(self.files(bench.root)[0].read_text("utf-8"))
        wrong = [Case("consonant", "text", letter) for letter in text if letter not in "aeiou"]
        share = 100 * (1 - len(wrong) / len(text))
        return Outcome(
            [Figure("vowels", share, "Quirk 38"), Figure("letters", len(text), floored=False)], wrong
        )


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Corpora with twenty letters, half of them vowels; the suite and the floors are the test's own."""
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "dev.txt").write_text("ab" * 10, "utf-8")
    monkeypatch.setattr(suite, "TESTS", (Letters(),))
    floors = tmp_path / "floors.toml"
    monkeypatch.setattr(command, "load_floors", lambda: load_floors(floors))
    monkeypatch.setattr(command, "write_floors", lambda found: write_floors(found, floors))
    return tmp_path


def run(root: Path, *arguments: str) -> int:
    return command.main([*arguments, "--corpora", str(root)])


def test_the_table_has_a_row_for_each_figure(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root) == 0
    assert "| letters | vowels | 50.0 | Quirk 38 |  |" in capsys.readouterr().out


def test_a_figure_under_its_floor_fails(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = data_hash(Letters().files(root), root)
    write_floors({"letters": Floors(data, {"vowels": 60.0}, {"vowels": 0.0})}, root / "floors.toml")
    assert run(root) == 1
    assert "letters, vowels: 50.00 is under its floor of 60.00" in capsys.readouterr().err
    assert run(root, "--fast") == 0


def test_floors_hold_on_the_data_they_were_pinned_on(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "--pin") == 0
    assert run(root, "--fast", "--pin") == 0
    (known,) = load_floors(root / "floors.toml").values()
    assert (known.whole, known.fast) == ({"vowels": 49.5}, {"vowels": 97.0})
    assert run(root) == 0
    (root / "letters" / "dev.txt").write_text("b" * 20, "utf-8")
    assert run(root) == 0, "other data has no floor"
    capsys.readouterr()


def test_withheld_parts_go_first(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "letters" / "test.txt").write_text("a" * 20, "utf-8")
    assert run(root) == 0
    assert "| 100.0 |" in capsys.readouterr().out


def test_errors_are_shown_with_their_kinds(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "--errors", "letters") == 0
    printed = capsys.readouterr().out
    assert "10 consonant" in printed
    assert "text: b" in printed


def test_what_is_not_there_is_said(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "numbers") == 2
    assert "numbers" in capsys.readouterr().err
    assert run(root / "nowhere") == 0
    assert "skipped" in capsys.readouterr().err


def test_a_floor_that_nobody_measured_is_broken() -> None:
    assert broken([], {"vowels": 1.0}) == ["vowels was not measured"]
    assert broken([Figure("vowels", 2.0)], {"vowels": 1.0}) == []
    assert pinned([Figure("vowels", 2.0), Figure("count", 7, floored=False)]) == {"vowels": 1.5}


def test_the_page_keeps_what_stands_around_the_table(tmp_path: Path) -> None:
    page = tmp_path / "quality.md"
    page.write_text(f"Before\n{BEGIN}\nold\n{END}\nAfter\n", "utf-8")
    measured = Measured(Letters(), [Figure("vowels", 50.0)], {"vowels": 49.0}, "| more |")
    for _ in range(2):
        write_page([measured], page)
    text = page.read_text("utf-8")
    assert text.startswith("Before\n") and text.endswith("\nAfter\n")
    assert "old" not in text
    assert text.count("| letters | vowels | 50.0 |  | 49.0 |") == 2 and text.count("| more |") == 1


def test_cases_are_spread_over_the_documents() -> None:
    found = [Case("missed", f"d{number}", "words") for number in range(100)]
    shown = cases([*found, replace(found[0], kind="spurious")])
    assert "   100 missed" in shown and "     1 spurious" in shown
    assert "d0:" in shown and "d95:" in shown


def test_the_words_around_are_one_line() -> None:
    assert context("one two\n\nthree four", 4, 7, 5) == "one [[two]] thr"
    assert table([]).startswith("| test | measure |")
