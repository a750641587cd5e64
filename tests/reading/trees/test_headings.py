"""The heading that opens a line, by how many words it takes with its bullet and colon."""

from __future__ import annotations

import pytest

from harmattan.reading.sentences import paragraphs
from harmattan.reading.trees.headings import heading_stop

CASES = [
    ("Boni: two teachers abducted by gunmen", 2),
    ("- Lakki Marwat: police van attacked by rebels", 4),
    ("• 6 Dec: ambush near the village", 4),
    ("Palma, Cabo Delgado: attack under way since Monday", 5),
    ("UN: thirty people killed in a raid", 0),
    ('Macron: "We will leave the country"', 0),
    ("The army had one aim: to take the town", 0),
    ("Boni: calm", 0),
]


@pytest.mark.parametrize(("text", "stop"), CASES, ids=[text for text, _ in CASES])
def test_heading_stop(text: str, stop: int) -> None:
    (tokens, *_), *_ = paragraphs(text)
    assert heading_stop(tokens) == stop
