"""Opinions to clusters: bonds, walls, and that order tells nothing."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmattan.model.judgements import Holder, Judgement, Verdict
from harmattan.resolution.judgements.clusters import clusters
from harmattan.resolution.judgements.overruling import Opinion, Pair, opinions

MEMBERS = "abcde"
KNOWN = {member: member for member in MEMBERS} | {"i1": "a"}


def says(opinion: str, day: int = 1) -> Judgement:
    """ "a=b" is a program's SAME, "a!b" its DIFFERENT, "a?b" its UNSURE; in capitals an analyst's."""
    left, sign, right = opinion[0], opinion[1], opinion[2]
    verdict = {"=": Verdict.SAME, "!": Verdict.DIFFERENT, "?": Verdict.UNSURE}[sign]
    holder = Holder.ANALYST if opinion.isupper() else Holder.PROGRAM
    first, second = sorted((left.lower(), right.lower()))
    return Judgement(verdict, first, second, holder, "somebody", datetime(2024, 1, day, tzinfo=UTC))


def drawn(judgements: list[Judgement], strengths: dict[tuple[str, str], float] | None = None) -> str:
    """The clusters of more than one, as "ab cd"."""
    found = clusters(MEMBERS, opinions(judgements, KNOWN), strengths or {})
    assert sorted("".join("".join(cluster) for cluster in found)) == sorted(MEMBERS)
    return " ".join("".join(cluster) for cluster in found if len(cluster) > 1)


LOGS = [
    ("a chain", "a=b b=c", "abc"),
    ("unsure joins nothing", "a=b b?c", "ab"),
    ("an analyst's wall stops a chain", "a=b b=c A!C", "ab"),
    ("however long the chain", "a=b b=c c=d A!D", "abc"),
    ("a program's own difference stops its chain", "a=b b=c a!c", "ab"),
    ("an analyst's bond outdoes a program's difference", "A=B a!b", "ab"),
    ("an analyst's wall outdoes a program's same", "a=b A!B", ""),
    ("an analyst's unsure outdoes a program's same", "a=b A?B", ""),
    ("bonds come before chains", "a=b b=c A!C B=C", "bc"),
    ("a bond leads through no wall of another pair", "A=B A!C B=C", "bc"),
]


@pytest.mark.parametrize(("name", "log", "expected"), LOGS, ids=[case[0] for case in LOGS])
def test_logs(name: str, log: str, expected: str) -> None:
    assert drawn([says(opinion, day) for day, opinion in enumerate(log.split(), start=1)]) == expected, name


def test_the_newer_of_one_holder_counts() -> None:
    assert drawn([says("A=B", 1), says("A!B", 2)]) == ""
    assert drawn([says("A!B", 1), says("A=B", 2)]) == "ab"
    assert drawn([says("a=b", 1), says("a!b", 2)]) == ""
    assert drawn([says("A=B", 1), says("a!b", 2)]) == "ab"


def test_stronger_chains_are_drawn_first() -> None:
    judgements = [says("a=b"), says("b=c"), says("a!c")]
    assert drawn(judgements, {("a", "b"): 6.0, ("b", "c"): 9.0}) == "bc"


def test_an_incident_stands_for_the_claim_that_founded_it() -> None:
    judgement = Judgement(Verdict.SAME, "b", "i1", Holder.ANALYST, "ada", datetime(2024, 1, 1, tzinfo=UTC))
    assert drawn([judgement]) == "ab"


SIGNS = st.builds(
    "".join, st.tuples(st.sampled_from("abcdeABCDE"), st.sampled_from("=!?"), st.sampled_from("abcde"))
)
LOG = st.lists(
    SIGNS.filter(lambda sign: sign[0].lower() != sign[2]).map(
        lambda sign: sign.upper() if sign[0].isupper() else sign
    ),
    max_size=12,
)


@given(LOG, st.randoms())
def test_order_of_arrival_tells_nothing_and_walls_stand(log: list[str], random: Random) -> None:
    judgements = [says(opinion, day=index % 3 + 1) for index, opinion in enumerate(log)]
    shuffled = list(judgements)
    random.shuffle(shuffled)
    assert drawn(judgements) == drawn(shuffled)
    held = opinions(judgements, KNOWN)
    for cluster in clusters(MEMBERS, held, {}):
        for opinion in held:
            if opinion.by_analyst and opinion.verdict is Verdict.DIFFERENT:
                assert not set(opinion.pair) <= set(cluster)


def plainly(members: str, held: Iterable[Opinion], strengths: Mapping[Pair, float]) -> list[tuple[str, ...]]:
    """The rule word for word, with sets that are copied at every step."""
    cluster_of = {member: frozenset(member) for member in members}
    apart: set[Pair] = set()

    def join(pair: Pair) -> None:
        joined = cluster_of[pair[0]] | cluster_of[pair[1]]
        if not any(set(wall) <= joined and cluster_of[wall[0]] != cluster_of[wall[1]] for wall in apart):
            cluster_of.update(dict.fromkeys(joined, joined))

    held = list(held)
    bonds = [one for one in held if one.verdict is Verdict.SAME and one.by_analyst]
    apart |= {one.pair for one in held if one.verdict is Verdict.DIFFERENT and one.by_analyst}
    for bond in sorted(bonds, key=lambda one: (one.at, one.pair), reverse=True):
        join(bond.pair)
    apart |= {one.pair for one in held if one.verdict is Verdict.DIFFERENT}
    links = [one.pair for one in held if one.verdict is Verdict.SAME and not one.by_analyst]
    for link in sorted(links, key=lambda pair: (-strengths.get(pair, float("-inf")), pair)):
        join(link)
    return sorted({tuple(sorted(cluster)) for cluster in cluster_of.values()})


@given(LOG, st.dictionaries(st.sampled_from([("a", "b"), ("b", "c"), ("c", "d")]), st.floats(1, 9)))
def test_the_quick_way_is_the_plain_way(log: list[str], strengths: dict[Pair, float]) -> None:
    held = opinions([says(opinion, day=index % 3 + 1) for index, opinion in enumerate(log)], KNOWN)
    assert clusters(MEMBERS, held, strengths) == plainly(MEMBERS, held, strengths)


def seconds(members: int) -> float:
    """For a log with twice as many opinions as members: one long chain, and walls all along it."""
    random = Random(1)
    names = [f"c{number:07}" for number in range(members)]
    at = datetime(2024, 1, 1, tzinfo=UTC)
    judgements = [
        Judgement(Verdict.SAME, left, right, Holder.PROGRAM, "incidents-1", at)
        for left, right in pairwise(names)
    ]
    for _ in range(members):
        left, right = sorted(random.sample(names, 2))
        holder, name = random.choice([(Holder.PROGRAM, "incidents-1"), (Holder.ANALYST, "Ada")])
        judgements.append(Judgement(Verdict.DIFFERENT, left, right, holder, name, at))
    random.shuffle(judgements)
    start = time.process_time()
    found = clusters(names, opinions(judgements, {name: name for name in names}), {})
    assert sum(map(len, found)) == members
    return time.process_time() - start


@pytest.mark.slow
def test_the_time_it_takes_grows_with_the_log_and_not_with_its_square() -> None:
    seconds(2_000)
    small, large = min(seconds(5_000) for _ in range(3)), seconds(50_000)
    assert large < 40 * small  # ten times as much; a hundred times would be its square
