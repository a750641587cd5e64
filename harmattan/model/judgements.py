"""Opinions about claims, kept in an append-only log: programs and analysts write the same kind of row."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    """SAME, DIFFERENT and UNSURE are about two things; RIGHT, WRONG and AMENDED about one claim.

    WITHDRAWN is about either, and takes back what its holder held of it before.
    """

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    RIGHT = "right"
    WRONG = "wrong"
    AMENDED = "amended"
    WITHDRAWN = "withdrawn"


class Holder(StrEnum):
    """Who holds an opinion: an analyst's outranks a program's."""

    PROGRAM = "program"
    ANALYST = "analyst"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One opinion. For SAME, DIFFERENT and UNSURE `left` and `right` are ids (claims, incidents), in sorted order;
    for RIGHT, WRONG and AMENDED `left` is the claim and `right` is None; for WITHDRAWN as in what is withdrawn.

    The program "incidents-1" holds that claims c1 and c2 are the SAME, for "one day, one town, both shot". Which
    opinion counts where they disagree is told in docs/judgements.md.
    """

    verdict: Verdict
    left: str
    right: str | None
    holder: Holder
    name: str
    """The analyst's or the program's own name, with its version."""
    at: datetime
    """When it was given, UTC. A program's is the time of its run and not part of the id."""
    reason: str = ""
    amendment: str | None = None
    """For AMENDED: the changed fields as a JSON object, in the claims format."""

    def __post_init__(self) -> None:
        if self.right is not None and self.left > self.right:
            raise ValueError(f"a judgement names its two things in sorted order: {self.left} > {self.right}")

    @property
    def sides(self) -> tuple[str, ...]:
        """The ids it is about, one or two."""
        return (self.left,) if self.right is None else (self.left, self.right)

    @property
    def id(self) -> str:
        """ "j" and 16 hex digits. A program that judges alike again writes the same row; an analyst's every opinion
        is a row of its own, told apart by its time.
        """
        moment = self.at.isoformat() if self.holder is Holder.ANALYST else ""
        parts = (self.verdict, self.left, self.right or "", self.holder, self.name, moment, self.reason)
        return "j" + hashlib.sha256("\x1f".join((*parts, self.amendment or "")).encode()).hexdigest()[:16]
