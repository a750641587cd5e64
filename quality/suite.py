"""All tests, in the order of the table."""

from __future__ import annotations

from quality.actors import ActorsTest
from quality.confidence import ConfidenceTest
from quality.coreference import CoreferenceTest
from quality.events import EventsTest
from quality.fillers import FillersTest
from quality.incidents import IncidentsTest
from quality.mentions import MentionsTest
from quality.places import Places
from quality.relations import Relations
from quality.strengths_test import StrengthsTest
from quality.syntax import SyntaxTest
from quality.templates import Templates
from quality.test import Scorer
from quality.time import TimeTest
from quality.wire import WireTest

JUDGING: tuple[Scorer, ...] = (EventsTest(), Relations(), StrengthsTest())
"""The tests that say of single claims whether they are right: a claim's confidence is learnt from them."""

TESTS: tuple[Scorer, ...] = (
    SyntaxTest(),
    FillersTest(),
    Templates(),
    TimeTest(),
    Places(),
    *JUDGING,
    ConfidenceTest(JUDGING),
    CoreferenceTest(),
    IncidentsTest(),
    ActorsTest(),
    MentionsTest(),
    WireTest(),
)
"""Every class with the shape of `Scorer` in this folder."""


def named(names: list[str]) -> list[Scorer]:
    """The tests of these names, or all; raises `KeyError` with a name that no test has."""
    known = {test.name: test for test in TESTS}
    return [known[name] for name in names] if names else list(TESTS)
