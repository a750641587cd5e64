"""Records of events and who takes part: PETRARCH's validation records (XML, CAMEO dyads) and PLOVER's (JSON)."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quality.cameo import EARLIER, UNTYPED, is_cameo, plover_type

FOREIGN_SHARE = 0.1
"""A file of which more codes than this are not CAMEO's numbers its verbs in a way of its own, and is not scored."""


@dataclass(frozen=True)
class Party:
    """Somebody who takes part: an actor code ("GONMIL"), the words that name them, or both."""

    code: str = ""
    text: str = ""


@dataclass(frozen=True)
class GoldEvent:
    """One event as PLOVER has it: what is told of several actors is one event with all of them."""

    type: str
    actors: frozenset[Party]
    recipients: frozenset[Party] = frozenset()
    either: frozenset[Party] = frozenset()
    """The parties of a reciprocal event, each of whom may stand on either side."""


@dataclass(frozen=True)
class Record:
    """One text and all that is to be found in it."""

    where: str
    text: str
    events: tuple[GoldEvent, ...]
    appeals: bool = False
    """Whether it holds an appeal or a statement, which CAMEO codes and PLOVER's mapping drops."""


def read_records(folder: Path) -> list[Record]:
    """All records of a folder, files in order of their names."""
    found: list[Record] = []
    for path in record_files(folder):
        found.extend(petrarch_records(path) if path.suffix == ".xml" else plover_records(path))
    return found


def record_files(folder: Path) -> list[Path]:
    """The files that hold records: XML whose codes are CAMEO's, JSON of PLOVER records."""
    xml = [path for path in sorted(folder.rglob("*.xml")) if _in_cameo(path)]
    written = sorted([*folder.rglob("*.json"), *folder.rglob("*.jsonl"), *folder.rglob("*.txt")])
    return [*xml, *(path for path in written if "machine-written" not in path.name and _in_plover(path))]


def _codings(path: Path) -> Iterator[Mapping[str, str]]:
    for sentence in ET.parse(path).getroot().iter("Sentence"):
        for coding in sentence.iter("EventCoding"):
            yield coding.attrib


def _in_cameo(path: Path) -> bool:
    try:
        codes = [coding["eventcode"] for coding in _codings(path) if "eventcode" in coding]
    except ET.ParseError:
        return False
    return bool(codes) and sum(not is_cameo(code) for code in codes) <= FOREIGN_SHARE * len(codes)


def petrarch_records(path: Path) -> Iterator[Record]:
    """Records of a PETRARCH validation file. Those that test its dictionaries with codes CAMEO has not, and those
    that it is to discard, are left out.
    """
    for sentence in ET.parse(path).getroot().iter("Sentence"):
        codings = [coding.attrib for coding in sentence.iter("EventCoding")]
        text = " ".join((sentence.findtext("Text") or "").split())
        codes = [coding.get("eventcode", "") for coding in codings if "noevents" not in coding]
        if not codings or not text or not all(is_cameo(code) for code in codes):
            continue
        dyads = [
            (coding["eventcode"], coding.get("sourcecode", ""), coding.get("targetcode", ""))
            for coding in codings
            if "eventcode" in coding
        ]
        dropped = any(code[:2] in UNTYPED for code, _, _ in dyads)
        yield Record(sentence.get("id", ""), text, tuple(events_of(dyads)), dropped)


def events_of(dyads: Iterable[tuple[str, str, str]]) -> Iterator[GoldEvent]:
    """CAMEO's dyads as PLOVER's events: those of one code are one event, and dyads both ways a reciprocal one."""
    by_code: dict[str, list[tuple[Party, Party]]] = {}
    for code, source, target in dyads:
        by_code.setdefault(code, []).append((_party(source), _party(target)))
    for code, pairs in by_code.items():
        kind = plover_type(code)
        if kind is None:
            continue
        both = {pair for pair in pairs if pair[::-1] in pairs}
        actors = {source for source, _ in pairs if source.code.strip("-") or source.text}
        recipients = {target for _, target in pairs if target.code.strip("-") or target.text}
        either = {party for pair in both for party in pair}
        yield GoldEvent(
            kind, frozenset(actors - either), frozenset(recipients - either - actors), frozenset(either)
        )


def _party(code: str) -> Party:
    return Party(text=code.strip('"')) if code.startswith('"') else Party(code=code)


def _in_plover(path: Path) -> bool:
    try:
        rows = _rows(path)
    except (ValueError, UnicodeDecodeError):
        return False
    return any(isinstance(row, dict) and isinstance(row.get("event"), str) and "text" in row for row in rows)


def _rows(path: Path) -> list[Any]:
    text = path.read_text(encoding="utf8")
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    found = json.loads(text)
    return found if isinstance(found, list) else [found]


def plover_records(path: Path) -> Iterator[Record]:
    """PLOVER records of one event each, those of the same text together; types of earlier drafts as of today."""
    events: dict[str, list[GoldEvent]] = {}
    names: dict[str, str] = {}
    for row in _rows(path):
        if row.get("event") == "DOCUMENT" or not row.get("text"):
            continue
        text = " ".join(str(row["text"]).split())
        names.setdefault(text, str(row.get("id", len(names))))
        events.setdefault(text, []).append(_plover_event(row))
    for text, told in events.items():
        yield Record(names[text], text, tuple(told))


def _plover_event(row: Mapping[str, Any]) -> GoldEvent:
    code = next((str(row[key]) for key in ("cameo", "cameoCode", "cameo_code", "code") if row.get(key)), "")
    kind = (plover_type(code) if is_cameo(code) else None) or EARLIER.get(row["event"], row["event"])
    actors = frozenset(_parties(row, "actor", "source"))
    return GoldEvent(kind, actors, frozenset(_parties(row, "recipient", "target")) - actors)


def _parties(row: Mapping[str, Any], *sides: str) -> Iterator[Party]:
    """The parties of a side, given as codes, as objects, or as fields of the record ("actorText")."""
    for side in sides:
        given = row.get(side, row.get(side + "s"))
        for one in given if isinstance(given, list) else [given] if given else []:
            if isinstance(one, Mapping):
                yield Party(
                    _first(one, "code", side + "Code"), _first(one, "text", "entity_text", side + "Text")
                )
            else:
                yield Party(code=str(one))
        flat = {key.lower().replace("_", ""): value for key, value in row.items()}
        code, text = flat.get(f"{side}code"), flat.get(f"{side}text")
        if not given and (code or text):
            yield Party(str(code or ""), str(text or ""))


def _first(one: Mapping[str, Any], *keys: str) -> str:
    flat = {key.lower().replace("_", ""): value for key, value in one.items()}
    value = next(
        (flat[key.lower().replace("_", "")] for key in keys if flat.get(key.lower().replace("_", ""))), ""
    )
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)
