"""Strengths over many turns of phrase: `sentences.txt`, counted together, since no sentence hangs on one parse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from harmattan.model.readings import Body, Strength

Told = Callable[[str], list[tuple[Body, str, str | None]]]
SENTENCES = Path(__file__).parent / "sentences.txt"
LEAST = {"current": 0.75, "announced": 0.7, "former": 0.7, "required": 0.7, "alleged": 0.65, "projected": 0.6}
"""The share of each status that must be read right; two careful readers differ over some of them."""


@dataclass(frozen=True)
class Labelled:
    """A sentence with the sizes and statuses that it tells."""

    text: str
    sizes: tuple[tuple[str, tuple[str, ...]], ...]


def _sentences() -> Iterator[Labelled]:
    for line in SENTENCES.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            text, _, labels = line.partition(" ||")
            pairs = (label.strip().rpartition(":") for label in labels.split(";") if label.strip())
            yield Labelled(text, tuple((size, tuple(status.split("|"))) for size, _, status in pairs))


@pytest.fixture(scope="module")
def tally(told: Told) -> dict[str, Counter[str]]:
    """How many of each status are asked for, read right and read wrong; "none" are claims that nobody told."""
    counts: dict[str, Counter[str]] = {status: Counter() for status in (*LEAST, "none")}
    for sentence in _sentences():
        found = [body for body, _, _ in told(sentence.text) if isinstance(body, Strength)]
        for size, statuses in sentence.sizes:
            counts[statuses[0]]["asked"] += 1
            same = [body for body in found if body.size.span.quote in size or size in body.size.span.quote]
            if same:
                found.remove(same[0])
                right = same[0].status.value in statuses
                counts[statuses[0]]["right" if right else "wrong"] += 1
        counts["none"]["read"] += len(found)
    return counts


@pytest.mark.parametrize("status", LEAST)
def test_strengths_of_every_status_are_read(status: str, tally: dict[str, Counter[str]]) -> None:
    asked = tally[status]
    assert asked["asked"] >= 10
    assert asked["right"] >= LEAST[status] * asked["asked"], dict(asked)


def test_few_are_read_wrong_or_where_none_is_told(tally: dict[str, Counter[str]]) -> None:
    wrong = sum(counts["wrong"] for counts in tally.values()) + tally["none"]["read"]
    right = sum(counts["right"] for counts in tally.values())
    assert wrong <= 0.1 * (right + wrong), {status: dict(counts) for status, counts in tally.items()}


@pytest.mark.parametrize("words", range(1, 12))
def test_a_text_may_break_off_anywhere(words: int, told: Told) -> None:
    """A headline has no full stop, so a number or its noun can be a sentence's last word."""
    text = "The army keeps some 4,000 of its 9,000 soldiers in 2006"
    told(" ".join(text.split()[:words]))


@pytest.mark.parametrize(
    "text", ["GARRISON CUT TO 900", "Minister: we need 4,000 soldiers", "Army has 20,000"]
)
def test_a_headline_may_end_with_its_number(text: str, told: Told) -> None:
    told(text)
