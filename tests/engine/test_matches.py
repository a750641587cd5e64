"""Matches in arrays tell what they tell one by one."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from harmattan.engine.matches import CENT, Matches, clusters, distinct, pair_keys
from harmattan.resolution.incidents.rivals import Fit, in_order, joined

PAIR = st.tuples(st.integers(1, 12), st.integers(1, 12)).filter(lambda pair: pair[0] < pair[1])
FOUND = st.dictionaries(PAIR, st.integers(600, 1500))
PAIRS = st.frozensets(PAIR)


def rows(pairs: Iterable[tuple[int, int]]) -> np.ndarray:
    return np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)


def matches(
    found: dict[tuple[int, int], int],
    unsure: frozenset[tuple[int, int]],
    apart: frozenset[tuple[int, int]] = frozenset(),
) -> Matches:
    points = np.array([found[pair] for pair in sorted(found)], dtype=np.int64)
    made = Matches.of(rows(found), points, rows(unsure), rows(apart))
    with tempfile.TemporaryDirectory() as folder:  # what comes of it is the same when it was on the disk
        made.save(Path(folder))
        return Matches(*(np.array(one) for one in _fields(Matches.load(Path(folder)))))


def _fields(found: Matches) -> list[np.ndarray]:
    return [found.begin, found.other, found.points, found.known, found.apart, found.doubted]


def of(claim: int, found: dict[tuple[int, int], int]) -> list[int]:
    return sorted({one + other - claim for one, other in found if claim in (one, other)})


@settings(deadline=None)
@given(FOUND, PAIRS)
def test_matches_are_told_the_best_first(
    found: dict[tuple[int, int], int], otherwise: frozenset[tuple[int, int]]
) -> None:
    made = matches(found, otherwise)
    for claim in range(14):
        wanted = [
            Fit(score / CENT, one + other - claim)
            for (one, other), score in found.items()
            if claim in (one, other)
        ]
        assert made.of_claim(claim) == in_order(wanted)
    for pair in combinations(range(1, 13), 2):
        assert made.is_said(*pair) == made.is_said(*pair[::-1]) == (pair in found or pair in otherwise)
        assert made.is_doubted(*pair) == (pair in found and pair in otherwise)
    assert set(map(tuple, made.standing().tolist())) == found.keys() - otherwise


@settings(deadline=None)
@given(FOUND, PAIRS, PAIRS)
def test_unsettled_are_claims_with_two_matches_of_which_nothing_is_said(
    found: dict[tuple[int, int], int],
    otherwise: frozenset[tuple[int, int]],
    fresh: frozenset[tuple[int, int]],
) -> None:
    made, said = matches(found, otherwise), found.keys() | otherwise
    everybody = np.arange(1, 15)
    open_ = {
        claim: [pair for pair in combinations(of(claim, found), 2) if pair not in said] for claim in range(13)
    }
    assert sorted(made.unsettled(everybody)) == [claim for claim, pairs in open_.items() if pairs]
    new = {
        claim
        for claim, pairs in open_.items()
        if any((min(claim, one), max(claim, one)) in fresh for pair in pairs for one in pair)
    }
    assert set(made.unsettled(everybody, distinct(pair_keys(rows(fresh))))) == new


@settings(deadline=None)
@given(FOUND, PAIRS, PAIRS)
def test_corners_are_joined_and_told_apart_by_whether_they_match_a_third(
    found: dict[tuple[int, int], int],
    otherwise: frozenset[tuple[int, int]],
    apart: frozenset[tuple[int, int]],
) -> None:
    made, said = matches(found, otherwise, apart), found.keys() | otherwise | apart
    cluster = clusters(14, made.standing())
    third = {pair for claim in range(13) for pair in combinations(of(claim, found), 2)}
    wanted = [
        (one, other, int((one, other) in third))
        for one, other in combinations(range(14), 2)
        if cluster[one] == cluster[other] and (one, other) not in said
    ]
    corners = made.corners(cluster)
    assert sorted(map(tuple, corners.tolist())) == wanted


@settings(deadline=None)
@given(FOUND, PAIRS)
def test_what_is_held_to_differ_is_not_settled(
    found: dict[tuple[int, int], int], apart: frozenset[tuple[int, int]]
) -> None:
    made = matches(found, frozenset(), apart - found.keys())
    for claim in range(1, 13):
        fits = made.of_claim(claim)
        for place, fit in enumerate(fits):
            known = {
                at
                for at, other in enumerate(fits)
                if (min(fit.claim, other.claim), max(fit.claim, other.claim)) in found
            }
            assert set(made.settled(fits)(place)) == known


@settings(deadline=None)
@given(PAIRS)
def test_clusters_are_named_by_their_smallest(pairs: frozenset[tuple[int, int]]) -> None:
    label = clusters(14, rows(pairs))
    ends = joined((str(one), str(other)) for one, other in pairs)
    for one, other in combinations(range(14), 2):
        together = ends.get(str(one), one) == ends.get(str(other), other)
        assert (label[one] == label[other]) == together
    assert all(label[label[one]] == label[one] <= one for one in range(14))
