"""What is new is judged and published in portions; it comes to what all at once comes to."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from harmattan.engine import incidents, judging
from harmattan.engine.incidents import derive_incidents, judge_incidents, remembered
from harmattan.model.claims import Claim
from harmattan.model.coding import Coded
from harmattan.model.judgements import Holder, Judgement, Verdict
from harmattan.model.readings import Modality
from harmattan.resolution.incidents.joint import NAME, judge
from harmattan.resolution.judgements.derivation import derive
from harmattan.resolution.judgements.overruling import Pair
from harmattan.resolution.judgements.overruling import opinions as opinions_of
from harmattan.store import resolving
from harmattan.store.store import Store
from tests.resolution.told import told

NOW = datetime(2024, 1, 1, tzinfo=UTC)


@cache
def empty() -> bytes:
    """A store with nothing in it: its tables take half a second to make."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "harmattan.db"
        Store.open(path).close()
        return path.read_bytes()


@contextmanager
def store() -> Iterator[Store]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "harmattan.db"
        path.write_bytes(empty())
        with Store.open(path) as opened:
            yield opened


def add(store: Store, claims: list[Claim], reader: str = "test-1") -> None:
    """Add claims with their documents, each read once."""
    by_document: dict[str, list[Claim]] = {}
    for claim in claims:
        by_document.setdefault(claim.document.id, []).append(replace(claim, reader=reader))
    for found in by_document.values():
        store.add(Coded(found[0].document, reader, tuple(found), (), 100))


def said(store: Store) -> set[tuple[str, str, str | None, str]]:
    """What the program holds, without when."""
    return {
        (one.verdict.value, one.left, one.right, one.reason)
        for one in store.judgements()
        if one.name == NAME and one.holder is Holder.PROGRAM
    }


def counting(judgements: Iterable[Judgement]) -> dict[Pair, Verdict]:
    """What counts of what the program holds, but for what it parts: that is said of what is joined at the time."""
    held = [one for one in judgements if one.name == NAME and one.holder is Holder.PROGRAM]
    known = {side: side for one in held for side in one.sides}
    return {one.pair: one.verdict for one in opinions_of(held, known) if one.verdict is not Verdict.DIFFERENT}


def clusters(store: Store) -> set[tuple[tuple[str, ...], tuple[str, ...]]]:
    return {(one.claim_ids, one.dissent) for one in derive_incidents(store)}


@st.composite
def reports(draw: st.DrawFn) -> list[Claim]:
    """Claims of a few days, towns and parties, some of one text."""
    found: dict[str, Claim] = {}
    for number in range(draw(st.integers(2, 14))):
        text = draw(st.sampled_from([None, None, "One text.", "Another text."]))
        fields: dict[str, Any] = {
            "day": draw(
                st.sampled_from(["2021-03-03", "2021-03-04", "2021-03-06", "2021-03-01/2021-03-07", None])
            ),
            "place": draw(
                st.sampled_from(["Gossi", "Tin Taw", "Doro", "Mali", "Tombouctou Region", "Sobane", None])
            ),
            "actor": draw(st.sampled_from([None, "jnim", "Katiba X"])),
            "recipient": draw(st.sampled_from([None, "fama"])),
            "killed": draw(st.sampled_from([None, 2, 14, 15])),
            "type": draw(st.sampled_from(["ASSAULT", "ASSAULT", "COERCE", "RETREAT"])),
            "modality": draw(st.sampled_from([Modality.ASSERTED, Modality.ASSERTED, Modality.DENIED])),
            "source": "One" if text else f"Outlet {number}",
            "published": draw(st.sampled_from(["2021-03-04", "2021-03-05"])) if not text else "2021-03-05",
            "text": text,
            "sentence": number,
        }
        claim = told(**fields)
        found[claim.id] = claim
    return list(found.values())


def portions(claims: list[Claim], random: Random) -> list[list[Claim]]:
    """The claims in portions of whole documents, in any order."""
    documents = sorted({claim.document.id for claim in claims})
    random.shuffle(documents)
    found: list[list[Claim]] = [[]]
    for document in documents:
        if random.random() < 0.5:
            found.append([])
        found[-1] += [claim for claim in claims if claim.document.id == document]
    return found


PROPERTY = settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow])


@PROPERTY
@given(reports(), st.integers(0, 99))
def test_in_portions_and_any_order_the_judgements_and_incidents_are_those_of_all_at_once(
    claims: list[Claim], seed: int
) -> None:
    with store() as parts, store() as whole:
        for portion in portions(claims, Random(seed)):
            add(parts, portion)
            judge_incidents(parts)
        add(whole, claims)
        published = judge_incidents(whole)
        alone = judge(whole.claims(), NOW)
        assert counting(parts.judgements()) == counting(whole.judgements()) == counting(alone)
        assert clusters(parts) == clusters(whole)
        assert published.incidents == len(derive_incidents(whole))


@st.composite
def opinions(draw: st.DrawFn) -> list[tuple[int, int, Verdict, str]]:
    """What analysts hold, by the numbers of claims."""
    verdicts = st.sampled_from(
        [Verdict.SAME, Verdict.SAME, Verdict.DIFFERENT, Verdict.WRONG, Verdict.WITHDRAWN]
    )
    one = st.tuples(st.integers(0, 20), st.integers(0, 20), verdicts, st.sampled_from(["Ann", "Ben"]))
    return draw(st.lists(one, max_size=8))


@PROPERTY
@given(reports(), opinions(), st.integers(0, 99), st.sampled_from([0, incidents.MANY]))
def test_what_is_published_in_portions_is_what_the_whole_would_publish(
    claims: list[Claim], held: list[tuple[int, int, Verdict, str]], seed: int, many: int
) -> None:
    """Step by step, with opinions, withdrawals and documents read again between; whether by what is touched or all."""
    random = Random(seed)
    before, incidents.MANY = incidents.MANY, many
    try:
        with store() as parts, store() as whole:
            ever: list[str] = []
            moment = NOW
            for portion in portions(claims, random):
                for one in (parts, whole):
                    add(one, portion)
                if portion and random.random() < 0.3:
                    for one in (parts, whole):
                        add(one, portion[: len(portion) // 2], "test-2")
                ever += [claim.id for claim in parts.claims()]
                for left, right, verdict, name in held[: random.randint(0, 3)]:
                    held = held[1:]
                    moment += timedelta(hours=1)
                    if not ever:
                        continue
                    judgement = analyst(
                        random.choice([ever, ever, ids(parts) or ever]), left, right, verdict, name, moment
                    )
                    if judgement is not None:
                        for one in (parts, whole):
                            one.add_judgements([judgement])
                judged = judge_incidents(parts)
                whole.add_judgements(one for one in parts.judgements() if one.holder is Holder.PROGRAM)
                expected = incidents.publish(whole)
                assert sorted(parts.published()) == sorted(whole.published())
                assert first_seen(parts) == first_seen(whole)
                assert parts.redirects() == whole.redirects()
                assert judged.incidents == len(expected.incidents)
                assert judged.orphans == len(expected.orphans)
                left_over = derive(remembered(parts))
                assert (left_over.to_publish, left_over.to_redirect) == ((), {})
    finally:
        incidents.MANY = before


def ids(store: Store) -> list[str]:
    return first_seen(store)


def first_seen(store: Store) -> list[str]:
    return list(dict.fromkeys(incident for incident, _ in store.published()))


def analyst(
    ever: list[str], left: int, right: int, verdict: Verdict, name: str, at: datetime
) -> Judgement | None:
    one, other = ever[left % len(ever)], ever[right % len(ever)]
    if verdict is Verdict.WRONG:
        return Judgement(verdict, one, None, Holder.ANALYST, name, at) if one.startswith("c") else None
    if one == other:
        return None
    return Judgement(verdict, min(one, other), max(one, other), Holder.ANALYST, name, at)


class Killed(BaseException):
    """Stands in for the end of a process: nothing catches it, and what was not committed is rolled back."""


SOME = [
    told(
        source=f"Outlet {number}",
        day=f"2021-03-0{3 + number % 3}",
        place="Gao" if number > 5 else "Gossi",
        actor="jnim",
        recipient="fama",
        killed=14 + number % 2,
        published="2021-03-06",
    )
    for number in range(8)
]


@pytest.mark.parametrize("many", [0, incidents.MANY], ids=["all at once", "what is touched"])
def test_killed_at_any_statement_the_next_run_completes_it(
    many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of judging and publishing alone; whole runs in processes that are killed are in `test_engine`."""
    monkeypatch.setattr(incidents, "MANY", many)
    monkeypatch.setattr(judging, "MANY", many)
    monkeypatch.setattr(resolving, "FEW", 3)
    with store() as undisturbed:
        add(undisturbed, SOME)
        judge_incidents(undisturbed)
        expected = said(undisturbed), undisturbed.published(), undisturbed.redirects(), clusters(undisturbed)
    assert expected[0] and len(expected[3]) > 1
    count, died = 0, True
    while died:
        count += 2
        with store() as half:
            add(half, SOME)
            died = dies(half, count)
            judge_incidents(half)
            assert (said(half), half.published(), half.redirects(), clusters(half)) == expected, count
    assert count > 40


def dies(store: Store, count: int) -> bool:
    """Whether judging ended before its `count`-th statement."""
    left = count

    def counted(*_: object) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            raise Killed

    event.listen(store.engine, "before_cursor_execute", counted)
    try:
        judge_incidents(store)
    except Killed:
        return True
    finally:
        event.remove(store.engine, "before_cursor_execute", counted)
    return False
