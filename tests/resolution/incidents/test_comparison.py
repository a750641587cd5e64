"""The table of comparisons: which pairs are the same, unsure or different, and whether the reasons say why."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmattan.model.judgements import Verdict
from harmattan.model.readings import Modality
from harmattan.model.values import Count
from harmattan.resolution.incidents.accounts import is_name
from harmattan.resolution.incidents.comparison import POINTS, Comparison, account, compare
from tests.resolution.told import PLACES, told

OPEN = None
"""A verdict that hangs on the points, which are learnt anew."""
SAME, UNSURE, DIFFERENT = Verdict.SAME, Verdict.UNSURE, Verdict.DIFFERENT
WIRE = {"source": "Sahel Wire"}
POST = {"source": "Bamako Post"}
JNIM: dict[str, Any] = {"actor": "jnim", "recipient": "fama"}
ONE_TEXT: dict[str, Any] = {"text": "One text.", "source": "Sahel Wire"}
LATER = {"published": "2021-03-14"}
MAY = {"published": "2021-05-14"}
ACTOR: dict[str, Any] = {"actor": "jnim"}

TWO: dict[str, Any] = {
    "source": "Sahel Wire",
    "text": "They captured Gossi.".ljust(100, ".")
    + "The attack went on, and the army recaptured it.".ljust(100, "."),
}
FIRST = {**TWO, "trigger": "captured"}
SECOND: dict[str, Any] = {
    "source": "Sahel Wire",
    "text": "They captured Gossi.".ljust(100, ".") + "There, a second attack was seen.".ljust(100, "."),
}
FIRST_OF_TWO = {**SECOND, "trigger": "captured"}
ELSEWHERE: dict[str, Any] = {
    "source": "Sahel Wire",
    "text": "Shots fell.".ljust(100, ".") + "Elsewhere, bombs fell.",
}

BARE: dict[str, Any] = {"day": None, "place": None, "sentence": 1}
BITTEN: dict[str, Any] = {
    "source": "Sahel Wire",
    "text": "A bomb went off in Gossi.".ljust(100, ".") + "A nurse died of her wounds.".ljust(100, "."),
}
BURNT: dict[str, Any] = {
    "source": "Sahel Wire",
    "text": "Armed men raided Gossi.".ljust(100, ".")
    + "Two attackers died.".ljust(100, ".")
    + "They shot at a car.".ljust(100, ".")
    + "Huts were burnt.".ljust(100, "."),
}
DATED: dict[str, Any] = {
    "source": "Sahel Wire",
    "text": "Ten died in Gossi a day after a camp was shelled.".ljust(100, ".")
    + "Some fell.".ljust(100, "."),
}

PAIRS: list[tuple[str, dict[str, Any], dict[str, Any], Verdict | None, str]] = [
    ("day and town", {}, {}, SAME, "same day: 2021-03-03 ("),
    ("other counts of the same", {"killed": 14}, {"killed": 11}, SAME, "similar number killed: "),
    ("day and a village nearby", {}, {"place": "Tin Taw"}, SAME, "within 10 km"),
    ("another town", JNIM, {**JNIM, "place": "Gao"}, DIFFERENT, "more than 100 km apart"),
    ("another country", JNIM, {**JNIM, "place": "Djibo"}, DIFFERENT, "another country"),
    ("a week later", JNIM, {**JNIM, "day": "2021-03-10", **LATER}, DIFFERENT, "more than three days apart"),
    ("the day after", {}, {"day": "2021-03-04"}, DIFFERENT, "a day apart"),
    ("the day after, same actor", ACTOR, {**ACTOR, "day": "2021-03-04"}, DIFFERENT, "same actor: jnim"),
    ("the day after, same sides", JNIM, {**JNIM, "day": "2021-03-04"}, OPEN, "same two sides: fama and jnim ("),
    ("only a country", {}, {"place": "Mali"}, OPEN, "only the country in common"),
    ("only a country, same sides", JNIM, {**JNIM, "place": "Mali"}, OPEN, "same two sides"),
    ("only a country, sides and dead", {**JNIM, "killed": 14}, {**JNIM, "killed": 14, "place": "Mali"}, SAME, "killed"),
    ("a week that holds the day", {}, {"day": "2021-03-01/2021-03-07", **LATER}, OPEN,
     "times overlap within two weeks"),
    ("a month that holds the day", {}, {"day": "2021-03-01/2021-03-31", **MAY}, OPEN, "times overlap within a month"),
    ("another kind", JNIM, {**JNIM, "type": "PROTEST"}, SAME, "kinds often told as one another"),
    ("kinds that never are one", JNIM, {**JNIM, "type": "RETREAT"}, OPEN, "another kind"),
    ("the days before", {"day": "2021-03-02/2021-03-04"}, {}, OPEN, "times overlap within three days"),
    ("other actors on both sides", JNIM, {"actor": "is-gs", "recipient": "minusma"}, OPEN, "another actor"),
    ("a clash told from both sides", {"actor": "jnim", "recipient": "fama"}, {"actor": "fama", "recipient": "jnim"},
     SAME, "same two sides: fama and jnim"),
    ("another mode", {"mode": "firearms"}, {"mode": "abduct"}, SAME, "another mode: "),
    ("kindred modes", {"mode": "firearms"}, {"mode": "explosives"}, OPEN, "kindred modes: "),
    ("undated, printed the next day", {**JNIM, "killed": 14}, {**JNIM, "killed": 14, "day": "?"}, SAME,
     "one undated, reported within two days"),
    ("undated, printed within the week", {}, {"day": "?", "published": "2021-03-09"}, SAME, "reported within a week"),
    ("undated, printed before", JNIM, {**JNIM, "day": None, "published": "2021-03-02"}, DIFFERENT, "told before it"),
    ("undated, printed years later", {**JNIM, "killed": 14},
     {**JNIM, "killed": 14, "day": None, "published": "2024-03-01"}, SAME, "one undated, reported far apart"),
    ("undated, nobody knows when printed", JNIM, {**JNIM, "day": None, "published": None}, SAME, "one undated ("),
    ("no place", JNIM, {**JNIM, "place": None}, OPEN, "one without a place"),
    ("neither says where", {"place": None}, {"place": None}, OPEN, "both without a place ("),
    ("a name for want of an id", {"actor": "Sand Front", "place": "Mali"}, {"actor": "Sand Front"}, OPEN,
     "same actor: Sand Front"),
    ("gunmen need not be the same", {"actor": "the gunmen"}, {"actor": "the gunmen"}, SAME, "same place: Gossi"),
    ("weapon in other words", {"weapon": "two rockets"}, {"weapon": "a rocket"}, SAME, "same weapon: rocket"),
    ("dead far apart", {"killed": 2}, {"killed": 40}, OPEN, "killed far apart"),
    ("a massacre within overlapping weeks", {"day": "2021-03-10/2021-03-31", "killed": 203, **MAY},
     {"day": "2021-03-27/2021-03-31", "killed": Count(500, None, None), **MAY}, SAME, "many killed in both"),
    ("a denial of a month", {}, {"day": "2021-03-01/2021-03-31", **MAY, "modality": Modality.DENIED}, SAME,
     "one denies"),
    ("taken and taken back", {"type": "COERCE", "actor": "jnim", "recipient": "Gossi"},
     {"type": "COERCE", "actor": "fama", "recipient": "Gossi", "day": None}, OPEN, "another actor"),
    ("at least as many, told as the number itself", {"killed": Count(14, None, None)}, {"killed": 14}, SAME,
     "same number killed: "),
    ("at least as many", {"killed": Count(14, None, None)}, {"killed": 20}, SAME, "similar number killed"),
    ("one sentence, undated", {**ONE_TEXT, "day": None}, {**ONE_TEXT, "day": None, "killed": 3}, OPEN, "one sentence"),
    ("one province", {"place": "Tombouctou Region"}, {"place": "Tombouctou Region"}, OPEN, "same area"),
    ("a town that may lie in the province", {}, {"place": "Tombouctou Region"}, UNSURE, "may lie in the other"),
    ("towns an hour apart", JNIM, {**JNIM, "place": "Hombori"}, OPEN, "50 to 100 km apart"),
    ("towns half an hour apart", {}, {"place": "Doro"}, UNSURE, "within 50 km"),
    ("a village the gazetteer lacks", {"place": "Sobane"}, {"place": "Sobane"}, SAME, "same place: Sobane"),
    ("a village that may be anywhere", {}, {"place": "Sobane"}, DIFFERENT, "another name, one of the two in no gaz"),
    ("two areas", {"place": "Gourma"}, {"place": "Tombouctou Region"}, DIFFERENT, "places not known to be near"),
    ("a branch and its group", {"actor": "aqim"}, {"actor": "jnim"}, SAME, "actors of one family: "),
    ("an army and its state", {"recipient": "malian-armed-forces"}, {"recipient": "mali"}, SAME, "of one family: "),
    ("a mission's soldiers and its flag", {"recipient": "minusma"}, {"recipient": "chadian-armed-forces"}, SAME,
     f"same place: Gossi ({POINTS['same place']:+g}): "),
    ("a mission and its host's army", {"recipient": "minusma"}, {"recipient": "malian-armed-forces"}, OPEN,
     "another recipient"),
    ("a name the registry could not tell", {"actor": "adf"}, {"actor": "provisional:cd:adf"}, SAME, "same actor: adf"),
    ("two towns of a name", JNIM, {**JNIM, "place": "Doro, Kidal"}, DIFFERENT, "more than 100 km apart"),
    ("a name found in two places", {"place": "Doro"}, {"place": "Doro, Kidal"}, OPEN, "one name, two places"),
    ("two days after", JNIM, {**JNIM, "day": "2021-03-05", **LATER}, DIFFERENT, "two or three days apart"),
    ("a year that holds the day", JNIM, {**JNIM, "day": "2021-01-01/2021-12-31", "published": "2022-01-03"}, OPEN,
     "times overlap widely"),
    ("same mode and same few dead", {"mode": "aerial", "killed": 2}, {"mode": "aerial", "killed": 2}, SAME,
     "same small number killed: "),
    ("same wounded", {"wounded": 6}, {"wounded": 6}, SAME, "same number wounded or abducted"),
    ("same recipient by id", {"recipient": "fama"}, {"recipient": "fama"}, SAME, "same recipient: fama"),
    ("bases, as many are", {"recipient": "a base", "place": None}, {"recipient": "the base", "place": None}, OPEN,
     "recipients alike, as many are: base"),
    ("recipients described alike", {"recipient": "two soldiers"}, {"recipient": "the soldiers"}, SAME,
     "of one sort: forces"),
    ("the same thing struck", {"recipient": "a bus"}, {"recipient": "the bus"}, SAME, "described alike: bus"),
    ("others struck", {"recipient": "six rebels"}, {"recipient": "six farmers"}, OPEN, "of another sort"),
    ("men of one people", {"recipient": "four Chadian guards"}, {"recipient": "four Chadians"}, SAME,
     "recipients of one people: chadian"),
    ("an arrest", {}, {"type": "COERCE", "mode": "arrest"}, OPEN, "an attack and an arrest"),
    ("undated, printed in the month", {"day": "2021-03-01/2021-03-31", **MAY}, {"day": None}, SAME,
     "one undated, reported within a week"),
    ("some months that hold the day", {}, {"day": "2021-01-01/2021-04-30", **MAY}, OPEN, "times overlap within months"),
    ("placeless in one text", ONE_TEXT, {**ONE_TEXT, "place": None, "sentence": 3}, OPEN, "without a place"),
    ("two numbers in one text", {**ONE_TEXT, "killed": 14}, {**ONE_TEXT, "killed": 40, "sentence": 2}, OPEN,
     "another number killed in one text"),
    ("sentences apart, undated", ONE_TEXT, {**ONE_TEXT, "day": None, "sentence": 2}, OPEN, "sentences apart"),
]  # fmt: skip


def between(left: dict[str, Any], right: dict[str, Any]) -> Comparison:
    return compare(account(told(**left)), account(told(**right)))


@pytest.mark.parametrize(
    ("name", "left", "right", "verdict", "reason"), PAIRS, ids=[case[0] for case in PAIRS]
)
def test_pairs(
    name: str, left: dict[str, Any], right: dict[str, Any], verdict: Verdict | None, reason: str
) -> None:
    comparison = between({**WIRE, **left}, {**POST, **right})
    assert reason in comparison.reason, name
    assert verdict is OPEN or comparison.verdict is verdict, comparison.reason


def test_reason_adds_up() -> None:
    comparison = between({**WIRE, "killed": 14}, {**POST, "killed": 14})
    outcomes = [finding.outcome for finding in comparison.findings]
    assert outcomes == ["same kind", "same day", "same place", "same number killed"]
    assert comparison.reason.endswith(f": {comparison.score:g} of 6")
    assert comparison.score == round(sum(finding.points for finding in comparison.findings), 2)


WORDS: list[tuple[str, dict[str, Any], dict[str, Any], str]] = [
    ("a place that only the sentence names", {}, {"place": None, "words": "At Gossi shots fell."},
     "place named in the other's sentence: Gossi"),
    ("a place that only the title names", {}, {"place": None, "title": "Gossi mourns"},
     "place named in the other's title: Gossi"),
    ("a place named before", {}, {"place": None, "text": "All of Gossi mourns.", "sentence": 1},
     "place named earlier in the other's text: Gossi"),
    ("elsewhere than the title says", {},
     {"place": None, "title": "Gossi mourns", "words": "In another village, too."}, "one without a place"),
    ("a dateline says where it was written", {},
     {"place": None, "words": "GOSSI, March 3 (Wire) — Shots fell."}, "one without a place"),
    ("a village beside the other's town", {"place": "Sobane"},
     {"place": "Hombori", "words": "At Sobane they wept."}, "place named beside the other's: Sobane"),
    ("a village and the title's town", {}, {"place": "Sobane", "title": "Gossi mourns"},
     "place named around the other's, which no gazetteer has: Gossi"),
    ("neither says where, both name a place", {"place": None, "words": "They came from Tin Hama."},
     {"place": None, "words": "All of Tin Hama mourns."}, "one name around them: tin hama"),
    ("a hotel of one name", {"words": "The Hotel Byblos burnt."}, {"words": "At the Hotel Byblos they died."},
     "same name beside it: hotel byblos"),
    ("a copy", {"words": "Six farmers died when masked gunmen stormed their fields before sunset."},
     {"words": "Six farmers died when the masked gunmen stormed their fields before sunset, it said."},
     "told in the same words"),
    ("one telling word", {"words": "The raid on the bakery."}, {"words": "Flames in a bakery in the town."},
     "one telling word in common: bakery"),
    ("two telling words", {"words": "The raid on the bakery and the clinic."},
     {"words": "Dead in the clinics and bakeries, near a bakery."}, "two telling words in common: bakery, clinic"),
    ("more telling words", {"words": "The bakery, the clinic and the tannery burnt."},
     {"words": "Flames in a tannery, a clinic and a bakery."}, "more telling words in common: bakery, clinic, tannery"),
    ("a sum of days", {"words": "Since last Monday men have died.", "day": "2021-03-01/2021-03-06"}, {},
     "one sums up a stretch of days"),
    ("from one day to the next", {"words": "From Wednesday to Thursday men died.", "day": "2021-03-02/2021-03-03"}, {},
     "times overlap within three days"),
    ("weeks ago, give or take", {"words": "Two weeks ago men died.", "day": "2021-03-04/2021-03-10", **MAY}, {},
     "2021-03-01 to 2021-03-13"),
    ("a night, and the morning after", {"words": "Late in the night men died."}, {"day": "2021-03-04"},
     "times overlap within three days"),
    ("from one day to the next by night", {"words": "Overnight men died.", "day": "2021-03-03/2021-03-04"}, {},
     "times overlap within three days"),
    ("the capital of a province", {}, {"place": "Gourma"}, "a town near the middle of an area"),
    ("the dead, a sentence later", {**ONE_TEXT, "actor": "jnim"},
     {**ONE_TEXT, "day": None, "place": None, "sentence": 1, "killed": 3}, "the next sentence, which only counts"),
    ("a post overrun", {}, {"type": "COERCE", "words": "They overran it.", "trigger": "overran"},
     "an attack and an overrunning"),
    ("fighters who came in", {}, {"type": "MOBILIZE", "words": "They entered it.", "trigger": "entered"},
     "an attack and a coming in"),
    ("recalled months later", {}, {"words": "He recalled the attack.", "trigger": "attack", "day": None,
     "published": "2021-12-01"}, "one undated, recalled long after"),
    ("told in passing months later", {}, {"words": "Some died in the attack.", "trigger": "died", "day": None,
     "published": "2021-12-01"}, "one undated, recalled long after"),
    ("recalled too late", {}, {"words": "He recalled the attack.", "trigger": "attack", "day": None,
     "published": "2024-03-01"}, "one undated, reported far apart"),
    ("a year ago", {}, {"words": "A year ago men died.", "day": "2021-01-01/2021-12-31", "precision": "year",
     "published": "2022-03-20"}, "2021-01-19 to 2021-05-19"),
    ("who dies later", {"killed": 14}, {"words": "A man died in hospital.", "trigger": "died", "day": "2021-03-06",
     **LATER}, "one undated, reported far apart"),
    ("who dies later, in one text", BITTEN, {**BITTEN, "trigger": "died", "sentence": 1, "place": None},
     "tells who died of it later: died"),
    ("the attackers", BURNT, {**BURNT, **BARE, "trigger": "died"}, "speaks of the attackers: Two attackers"),
    ("they again", BURNT, {**BURNT, **BARE, "sentence": 2, "trigger": "shot"}, "goes on with a pronoun: They"),
    ("what burnt", BURNT, {**BURNT, **BARE, "sentence": 3, "trigger": "burnt"},
     "tells what was damaged or taken: burnt"),
    ("what another is dated by", DATED, {**DATED, "trigger": "shelled"}, "the one dates the other: after"),
    ("what only dated another", {**DATED, "trigger": "shelled"}, {**DATED, **BARE, "trigger": "fell"},
     "the next sentence, of what only dated another: after"),
    ("two spellings", {"place": "Boulikessi"}, {"place": "Boulkessi"}, "names of places spelt alike"),
    ("a name in part", {"place": "Church of St Ann"}, {"place": "Catholic Church of St Ann"}, "spelt alike"),
    ("the same attack", FIRST, {**TWO, "day": None, "place": None, "sentence": 1, "trigger": "attack"},
     "takes up what was told: attack"),
    ("the next sentence", ONE_TEXT, {**ONE_TEXT, "day": None, "sentence": 1}, "the next sentence"),
    ("the next sentence, without a setting", ONE_TEXT, {**ONE_TEXT, "day": None, "place": None, "sentence": 1},
     "the next sentence, which says neither where nor when"),
    ("a later sentence, without a setting", ONE_TEXT, {**ONE_TEXT, "day": None, "place": None, "sentence": 3},
     "sentences apart, the later says neither where nor when"),
    ("those who did it, again", {**ONE_TEXT, "actor": "Sand Front"},
     {**ONE_TEXT, "actor": "Sand Front", "day": None, "place": None, "sentence": 2, "again": True},
     "goes on about the same people: "),
    ("a second one", FIRST_OF_TWO, {**SECOND, "day": None, "place": None, "sentence": 1, "trigger": "attack"},
     "its words say another: a second"),
    ("another one", ELSEWHERE, {**ELSEWHERE, "sentence": 1}, "its words say another: Elsewhere"),
    ("taken and retaken", {**FIRST, "type": "COERCE"},
     {**TWO, "type": "COERCE", "sentence": 1, "trigger": "recaptured"}, "one takes back"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "left", "right", "reason"), WORDS, ids=[case[0] for case in WORDS])
def test_words_around(name: str, left: dict[str, Any], right: dict[str, Any], reason: str) -> None:
    comparison = between({**WIRE, **left}, {**POST, **right} if "source" not in right else right)
    assert reason in comparison.reason, comparison.reason


def test_a_town_after_whose_raid_it_happened_is_not_where_it_happened() -> None:
    left = {"place": "Sobane"}
    right = {"place": "Hombori", "words": "Ten died in Hombori two weeks after the raid on Sobane."}
    assert "named beside" not in between({**WIRE, **left}, {**POST, **right}).reason


def test_a_month_before_a_day_is_thirty_days_before_it_rather_than_the_month_before() -> None:
    left = {"day": "2021-02-27", "published": "2021-03-01"}
    right = {"day": "2021-03-01/2021-03-31", "precision": "month", "published": "2021-04-02"}
    ago = {**right, "words": "A month ago soldiers died."}
    assert "two or three days apart" in between({**WIRE, **left}, {**POST, **right}).reason
    assert "overlap within a month" in between({**WIRE, **left}, {**POST, **ago}).reason


def test_who_did_it_and_something_else_elsewhere_goes_on_about_nothing() -> None:
    left = {**ONE_TEXT, "actor": "Sand Front"}
    right = {**left, "day": None, "place": None, "sentence": 2, "again": True}
    assert "goes on about" in between(left, right).reason
    assert "goes on about" not in between(left, {**right, "place": "Gao"}).reason
    assert "goes on about" not in between(left, {**right, "day": "2021-03-01"}).reason


def test_a_side_s_own_dead_are_no_toll_of_all() -> None:
    left, right = {"killed": 126}, {"killed": 30, "words": "Thirty of our own men died.", "victim": "own men"}
    assert "killed far apart" in between({**WIRE, **left}, {**POST, "killed": 30}).reason
    assert "killed" not in between({**WIRE, **left}, {**POST, **right}).reason


def test_dozens_may_be_any_number_above() -> None:
    left, right = {"killed": Count(24, None, None), "words": "Dozens died."}, {"killed": 126}
    assert "killed" not in between({**WIRE, **left}, {**POST, **right}).reason
    assert "killed far apart" in between({**WIRE, **left}, {**POST, "killed": 2}).reason


@pytest.mark.parametrize("nobody", ["Gunmen", "Armed men", "Six children", "the gunmen", "Villagers"])
def test_a_capital_that_begins_a_sentence_makes_no_name(nobody: str) -> None:
    """And "the Islamic Front" of two reports is the same, when "Gunmen" of two need not be."""
    fields = {"actor": nobody, "place": "Mali"}
    assert "same actor" not in between({**WIRE, **fields}, {**POST, **fields}).reason
    assert (
        is_name("Kagara gunmen") and is_name("Six Brigades") and is_name("al-Nusra") and not is_name(nobody)
    )


def test_a_word_with_a_capital_in_it_is_no_telling_word() -> None:
    left, right = ({"words": f"The {what} of the al-Nusra men."} for what in ("bakery", "tannery"))
    assert "telling word" not in between({**WIRE, **left}, {**POST, **right}).reason


def test_every_outcome_of_the_table_is_reached_by_some_pair_above() -> None:
    sides = [
        *((left, right) for _, left, right, *_ in PAIRS),
        *((left, right) for _, left, right, _ in WORDS),
    ]
    reached = {
        finding.outcome
        for left, right in sides
        for finding in between({**WIRE, **left}, {**POST, **right}).findings
    }
    assert POINTS.keys() == reached


FIELDS = st.fixed_dictionaries(
    {
        "day": st.sampled_from(["2021-03-03", "2021-03-04", "2021-03-01/2021-03-31", "?", None]),
        "place": st.sampled_from([*PLACES, None]),
        "actor": st.sampled_from(["jnim", "Sand Front", None]),
        "recipient": st.sampled_from(["fama", "soldiers", None]),
        "killed": st.sampled_from([None, 2, 14, Count(14, None, None), Count(None, None, 20)]),
        "type": st.sampled_from(["ASSAULT", "COERCE"]),
        "source": st.sampled_from(["Sahel Wire", "Bamako Post"]),
    }
)


@given(FIELDS, FIELDS)
def test_order_makes_no_difference(left: dict[str, Any], right: dict[str, Any]) -> None:
    assert between(left, right) == between(right, left)
