"""Ids of incidents through any history of growing, merging and splitting. Cases are in docs/judgements.md."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from harmattan.resolution.judgements.identities import (
    Naming,
    Publication,
    earliest_claims,
    follow,
    mint,
    name,
)

CLAIMS = "abcdefg"
ORDER = {claim: number for number, claim in enumerate(CLAIMS)}

Partition = list[list[str]]


def partition(numbers: Sequence[int]) -> Partition:
    """Claims with the same number are together; those with 0 are in no incident."""
    groups: dict[int, list[str]] = {}
    for claim, number in zip(CLAIMS, numbers, strict=True):
        if number:
            groups.setdefault(number, []).append(claim)
    return list(groups.values())


PARTITIONS = st.lists(st.integers(0, 4), min_size=len(CLAIMS), max_size=len(CLAIMS)).map(partition)
HISTORIES = st.lists(PARTITIONS, min_size=1, max_size=6)


def publish(clusters: Partition, published: list[Publication]) -> Naming:
    """Name the clusters, and add what is new to what was published."""
    naming = name(clusters, ORDER, published)
    ids = {incident for incident, _ in published}
    at_home = {claim for _, claim in published}
    for incident, cluster in zip(naming.ids, clusters, strict=True):
        new = incident not in ids
        published += [(incident, claim) for claim in cluster if new or claim not in at_home]
    return naming


@given(HISTORIES)
def test_no_two_incidents_share_an_id_and_no_published_id_is_forgotten(history: list[Partition]) -> None:
    published: list[Publication] = []
    for clusters in history:
        naming = publish(clusters, published)
        assert len(set(naming.ids)) == len(clusters)
        assert {incident for incident, _ in published} == set(naming.ids) | naming.leads.keys()
        assert not set(naming.ids) & naming.leads.keys()
        assert {target for target in naming.leads.values() if target} <= set(naming.ids)


@given(HISTORIES)
def test_an_id_leads_to_the_incident_with_the_earliest_of_its_own_claims(history: list[Partition]) -> None:
    published: list[Publication] = []
    for clusters in history:
        naming = publish(clusters, published)
        present = {claim: ORDER[claim] for cluster in clusters for claim in cluster}
        for incident, claim in earliest_claims(published, present).items():
            cluster = next((one for one in clusters if claim in one), None)
            found = naming.ids[clusters.index(cluster)] if cluster else None
            assert naming.leads.get(incident, incident) == found


@given(HISTORIES)
def test_to_publish_again_changes_nothing(history: list[Partition]) -> None:
    published: list[Publication] = []
    for clusters in history:
        naming, rows = publish(clusters, published), list(published)
        assert publish(clusters, published) == naming
        assert published == rows


@given(HISTORIES, st.randoms(use_true_random=False))
def test_the_order_of_clusters_makes_no_difference(history: list[Partition], random: object) -> None:
    published: list[Publication] = []
    for clusters in history:
        naming = publish(clusters, published)
        turned = name(clusters[::-1], ORDER, published)
        assert turned.ids[::-1] == naming.ids
        assert turned.leads == naming.leads


@given(PARTITIONS, st.data())
def test_a_merge_undone_leaves_every_id_where_it_was(clusters: Partition, data: st.DataObject) -> None:
    published: list[Publication] = []
    before = publish(clusters, published)
    if len(clusters) < 2:
        return
    one, other = data.draw(
        st.lists(st.sampled_from(range(len(clusters))), min_size=2, max_size=2, unique=True)
    )
    together = sorted(clusters[one] + clusters[other])
    merged = [cluster for index, cluster in enumerate(clusters) if index not in (one, other)] + [together]
    naming = publish(merged, published)
    assert naming.ids[-1] == before.ids[min(one, other)]  # the one that was published first
    assert naming.leads == {before.ids[max(one, other)]: naming.ids[-1]}
    assert publish(clusters, published) == before


@given(PARTITIONS, st.data())
def test_an_incident_that_grows_keeps_its_id(clusters: Partition, data: st.DataObject) -> None:
    published: list[Publication] = []
    before = publish(clusters, published)
    left_out = [claim for claim in CLAIMS if not any(claim in cluster for cluster in clusters)]
    if not clusters:
        return
    grown = [list(cluster) for cluster in clusters]
    for claim in left_out:
        data.draw(st.sampled_from(grown)).append(claim)
    assert publish([sorted(cluster) for cluster in grown], published).ids == before.ids


def test_an_id_that_is_taken_is_not_minted_again() -> None:
    first = mint("c1")
    second = mint("c1", {first})
    assert first != second != mint("c1", [first, second])
    assert all(one.startswith("i") and len(one) == 17 for one in (first, second))


def test_where_a_retired_id_leads() -> None:
    leads = {"i2": None, "i3": None, "i4": "i1", "i5": None, "i6": None, "i7": None}
    led = {"i2": "i1", "i3": "i2", "i5": None, "i6": "i7", "i7": "i6"}
    expected = {"i2": "i1", "i3": "i1", "i4": "i1", "i5": None, "i6": None, "i7": None}
    assert {incident: follow(incident, leads, led) for incident in leads} == expected
