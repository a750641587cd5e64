"""What resolution reads and keeps in a store, a portion at a time: no method takes longer for a larger store.

Claims are known here by the `seq` of their rows, numbers that are theirs in this store only.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Column, Connection, Select, and_, exists, func, or_, select

from harmattan.model.claims import Claim
from harmattan.model.judgements import Holder, Judgement, Verdict
from harmattan.model.text import Document
from harmattan.store.dialect import (
    index_names,
    insert_plain,
    keep_pages,
    plain_errors,
    read_documents,
    read_records,
    seek,
)
from harmattan.store.encoding import decoded
from harmattan.store.rows import parse_judgement
from harmattan.store.schema import (
    candidates,
    claim_about,
    claims,
    documents,
    filed,
    judgements,
    progress,
    publications,
    readings,
    redirects,
)
from harmattan.store.store import Store

Value = TypeVar("Value", Claim, Document)

SAID = ("id", "verdict", "left", "right", "holder", "name", "at", "reason", "amendment")
"""Columns of `judgements`."""
Said = tuple[Any, ...]
"""A judgement's values in these columns: there are many, and they come from other processes."""

FEW = 100_000
"""Rows that are handed to the driver at once."""
MEGABYTES = 256
"""Of the database, at most, that whoever writes holds in memory."""
MANY = 900
"""Values in one query; some builds of SQLite allow no more than 999."""


class Entries(NamedTuple):
    """Candidates and where they are filed, as plain numbers: a million claims have ten million of them."""

    candidates: array[int]
    """Of each claim its number and its day."""
    filings: array[int]
    """Of each a cell, the first and last day, or character, and the claim's number."""


Held = tuple[str, str, str, str, str]
"""What a program holds of a pair: the two claims, the verdict, the program's name and its reason."""


class Kept(NamedTuple):
    """A candidate without what it says."""

    claim: str
    document: str
    published: date | None
    start: int
    """Where in the text its trigger is."""
    modality: str
    placed: bool
    """Whether it says where or when."""


Search = tuple[int, int, int, int]
"""A cell in which a claim looks for others, the stretch, in days or characters, that what is filed there has to meet,
and the points for finding it."""


class Resolving:
    """A store, as resolution sees it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def path(self) -> Path:
        """The store's file."""
        return self._store.path

    # How far things have come.

    def progress(self) -> dict[str, str]:
        """All that was noted by `note`."""
        with self._reading() as connection:
            return {row.name: row.value for row in connection.execute(select(progress))}

    def note(self, **values: str) -> None:
        """Remember these values by their names."""
        with self._writing() as connection:
            _note(connection, values)

    def last_reading(self) -> int:
        """The number of the last reading that was written; 0 if there is none."""
        return self._last(readings.c.seq)

    def last_judgement(self) -> int:
        """The number of the last judgement that was written; 0 if there is none."""
        return self._last(judgements.c.seq)

    def _last(self, column: Column[int]) -> int:
        with self._reading() as connection:
            return int(connection.execute(select(func.max(column))).scalar_one() or 0)

    def portions(self, after: int, size: int) -> list[tuple[int, int]]:
        """The readings after one, in stretches of so many: the first of each excluded, the last included."""
        with self._reading() as connection:
            query = select(readings.c.seq).where(readings.c.seq > after).order_by(readings.c.seq)
            seqs = [row.seq for row in connection.execute(query)]
        ends = [*seqs[size - 1 : -1 : size], *seqs[-1:]]
        return list(zip([after, *ends], ends, strict=False))

    # Claims.

    def read_between(self, after: int, until: int) -> dict[int, Claim]:
        """The claims of those readings that are the newest of their documents."""
        query = _numbers().where(readings.c.seq > after, readings.c.seq <= until, ~_outdated())
        return self._asked(query)

    def outdated_by(self, after: int, until: int) -> dict[int, Claim]:
        """The claims that were read from the documents of these readings before."""
        newer = readings.alias()
        query = _numbers().where(
            exists().where(
                newer.c.document == readings.c.document,
                newer.c.seq > readings.c.seq,
                newer.c.seq > after,
                newer.c.seq <= until,
            )
        )
        again = select(newer.c.document).where(newer.c.seq > after, newer.c.seq <= until)
        return self._asked(query.where(claims.c.document.in_(again)))

    def claims(self, numbers: Iterable[int]) -> dict[int, Claim]:
        """Claims by their numbers: as they come from the driver, since they are all there are, and twice."""
        found: dict[int, Claim] = {}
        with self._reading() as connection:
            for some in _portions(sorted(numbers)):
                rows = read_records(connection, some)
                known: dict[str, Document] = {}
                for ids in _portions(sorted({row[2] for row in rows})):
                    for id_, text, title, day, *rest in read_documents(connection, ids):
                        printed = date.fromisoformat(day) if day else None
                        known[id_] = _known_as(Document(text, title, printed, *rest), id_)
                for number, id_, document, record in rows:
                    found[number] = _known_as(Claim.parse(decoded(record), known[document]), id_)
        return found

    def claims_called(self, ids: Collection[str]) -> dict[str, Claim]:
        """Claims by their ids."""
        return {claim.id: claim for claim in self.claims(self.numbers_of(ids).values()).values()}

    def numbers(self) -> dict[str, int]:
        """The number of every claim."""
        with self._reading() as connection:
            rows = connection.execution_options(yield_per=10_000).execute(select(claims.c.id, claims.c.seq))
            return {row[0]: row[1] for row in rows}

    def numbers_of(self, ids: Collection[str]) -> dict[str, int]:
        """The numbers of these claims."""
        with self._reading() as connection:
            return {
                row[0]: row[1]
                for some in _portions(sorted(ids))
                for row in connection.execute(select(claims.c.id, claims.c.seq).where(claims.c.id.in_(some)))
            }

    def _asked(self, query: Select[Any]) -> dict[int, Claim]:
        with self._reading() as connection:
            numbers = list(connection.execute(query.order_by(claims.c.seq)).scalars())
        return self.claims(numbers)

    def kept(self, ids: Collection[str]) -> list[Kept]:
        """What bears on ids in those of these claims that are candidates."""
        record = claims.c.record
        placed = or_(
            claims.c.earliest.is_not(None),
            claims.c.latest.is_not(None),
            record["place"][0]["start"].as_integer().is_not(None),
        )
        columns = (
            claims.c.id,
            claims.c.document,
            documents.c.published,
            record["trigger"]["start"].as_integer().label("start"),
            claims.c.modality,
            placed.label("placed"),
        )
        query = select(*columns).select_from(
            claims.join(candidates, candidates.c.claim == claims.c.seq).join(
                documents, documents.c.id == claims.c.document
            )
        )
        rows = self._where_in(query, claims.c.id, ids)
        return [
            Kept(row.id, row.document, row.published, row.start, row.modality, bool(row.placed))
            for row in rows
        ]

    # Filing and looking.

    def file(self, new: Sequence[Entries], withdrawn: Sequence[Entries], noted: Mapping[str, str]) -> None:
        """File candidates in their cells, and take others out of theirs."""
        with self._writing() as connection:
            for entries in filter(lambda one: one.candidates, withdrawn):
                gone = [(claim,) for claim in entries.candidates[::2]]
                connection.exec_driver_sql("DELETE FROM candidates WHERE claim = ?", gone)
                out = "DELETE FROM filed WHERE cell = ? AND start = ? AND claim = ?"
                connection.exec_driver_sql(
                    out, [(row[0], row[1], row[3]) for row in _rows(entries.filings, 4)]
                )
            for entries in new:
                rows = [(claim, day, 0) for claim, day in _rows(entries.candidates, 2)]
                insert_plain(connection, candidates, ("claim", "day", "judged"), rows)
            for some in _sorted_rows([entries.filings for entries in new]):
                insert_plain(connection, filed, ("cell", "start", "end", "claim"), some)
            _note(connection, noted)

    def filed(self) -> Iterator[Sequence[tuple[int, int, int, int]]]:
        """All that is filed, in order, a portion at a time: cell, first and last day, or character, and claim."""
        with self._reading() as connection:
            rows = connection.exec_driver_sql(
                'SELECT cell, start, "end", claim FROM filed ORDER BY cell, start, claim'
            )
            driver = rows.cursor  # as they come: there are ten million of them
            while some := driver.fetchmany(FEW):
                yield some

    def unfile(self, noted: Mapping[str, str]) -> None:
        """Take everything out of the cells."""
        with self._writing() as connection:
            connection.execute(candidates.delete())
            connection.execute(filed.delete())
            _note(connection, noted)

    def unjudged(self) -> list[int]:
        """The numbers of the candidates that were not compared yet, in the order of their days."""
        query = select(candidates.c.claim).where(candidates.c.judged == 0)
        with self._reading() as connection:
            rows = connection.execute(query.order_by(candidates.c.day, candidates.c.claim))
            return [row.claim for row in rows]

    def waiting(self) -> int:
        """How many candidates were not compared yet."""
        query = select(func.count()).select_from(candidates).where(candidates.c.judged == 0)
        with self._reading() as connection:
            return int(connection.execute(query).scalar_one())

    def in_order(self) -> bool:
        """Whether all that was judged comes before all that was not, in the order of `unjudged`."""
        day, claim = candidates.c.day, candidates.c.claim
        query = select(day, claim).limit(1)
        last = query.where(candidates.c.judged == 1).order_by(day.desc(), claim.desc())
        first = query.where(candidates.c.judged == 0).order_by(day, claim)
        with self._reading() as connection:
            judged, waiting = (connection.execute(one).first() for one in (last, first))
        return judged is None or waiting is None or tuple(judged) < tuple(waiting)

    def found(
        self, searches: Mapping[int, Iterable[Search]], enough: int, longest: int
    ) -> list[tuple[int, int]]:
        """For each of these claims, the others that it finds with so many points, if they are to be judged before it.

        Those are the ones that were judged, and the ones before it in the order of `unjudged`. No claim is filed
        over more than `longest` days.
        """
        rows = [
            (claim, cell, first - longest, first, last, points)
            for claim, wanted in searches.items()
            for cell, first, last, points in wanted
        ]
        if not rows:
            return []
        with self._reading() as connection:
            keep_pages(connection, MEGABYTES // 4)
            return seek(connection, rows, enough)

    def index(self) -> None:
        """See to it that judgements are found by what they are about."""
        with self._reading() as connection:
            known = index_names(connection, judgements)
        missing = [index for index in _SIDES if index.name not in known]
        if missing:
            with self._writing() as connection:
                for index in missing:
                    index.create(connection, checkfirst=True)

    def unindex(self) -> None:
        """Until `index`: find judgements slowly, and write many of them three times as quickly."""
        with self._writing() as connection:
            for index in _SIDES:
                index.drop(connection, checkfirst=True)

    def judge(self, said: Sequence[Said], judged: Iterable[int]) -> None:
        """Append judgements, and mark candidates as judged, in one transaction."""
        with self._writing(flushed=True) as connection:
            insert_plain(connection, judgements, SAID, list(said))
            numbers = [(number,) for number in judged]
            if numbers:
                connection.exec_driver_sql("UPDATE candidates SET judged = 1 WHERE claim = ?", numbers)

    # What is held, and what was published.

    def programs(self) -> dict[str, str]:
        """The programs that ever judged, and when each did so last."""
        found: dict[str, str] = {}
        with self._reading() as connection:
            name = ""
            while True:
                query = select(func.min(judgements.c.name)).where(
                    judgements.c.holder == Holder.PROGRAM.value, judgements.c.name > name
                )
                name = connection.execute(query).scalar_one()
                if name is None:
                    return found
                last = select(func.max(judgements.c.at)).where(
                    judgements.c.holder == Holder.PROGRAM.value, judgements.c.name == name
                )
                found[name] = connection.execute(last).scalar_one()

    def analysts_judgements(self) -> list[Judgement]:
        """All that analysts ever held, in the order in which it was written."""
        query = (
            select(judgements).where(judgements.c.holder == Holder.ANALYST.value).order_by(judgements.c.seq)
        )
        with self._reading() as connection:
            return list(map(parse_judgement, connection.execute(query).mappings()))

    def pairs_since(
        self, after: int, names: Collection[str], *, reasons: bool = True
    ) -> Iterator[Sequence[Held]]:
        """The pairs that these programs have judged after a judgement, each with what they hold, a portion at a time.

        `reasons`: with what they say for it, which else is left empty.
        """
        with self._reading() as connection:
            rows = connection.exec_driver_sql(
                f"""SELECT "left", "right", verdict, name, {"reason" if reasons else "''"} FROM judgements
                    WHERE seq > ? AND "right" IS NOT NULL ORDER BY seq""",
                (after,),
            )
            driver = rows.cursor  # as they come: there are millions of them
            while some := driver.fetchmany(FEW):
                yield [row for row in some if row[3] in names]

    def judged_since(self, after: int) -> set[str]:
        """All that was spoken of in judgements after one."""
        query = select(judgements.c.left, judgements.c.right).where(judgements.c.seq > after)
        with self._reading() as connection:
            rows = connection.execution_options(yield_per=10_000).execute(query)
            return {side for row in rows for side in row if side is not None}

    def pairs_of(self, ids: Collection[str], names: Collection[str]) -> list[Held]:
        """The pairs with one of these claims in them that these programs have judged, each with what they hold."""
        wanted = select(*(judgements.c[name] for name in ("left", "right", "verdict", "name", "reason")))
        found: dict[Held, None] = {}
        for side in (judgements.c.left, judgements.c.right):
            for row in self._where_in(wanted, side, ids):
                if row[3] in names and row[1] is not None:  # not asked for: another index would seem to serve
                    found[tuple(row)] = None
        return list(found)

    def judgements_among(self, ids: Collection[str], names: Collection[str]) -> list[Judgement]:
        """What these programs hold of pairs of these claims."""
        known, wanted = frozenset(ids), frozenset(names)
        columns = [judgements.c[name] for name in SAID[1:]]
        found = []
        with self._reading() as connection:
            for some in _portions(sorted(known)):
                rows = connection.execute(select(*columns).where(judgements.c.left.in_(some))).all()
                for verdict, left, right, holder, name, at, reason, amendment in rows:
                    if right in known and name in wanted and holder == Holder.PROGRAM.value:
                        opinion = _VERDICTS[verdict], left, right, Holder.PROGRAM, name, _read_moment(at)
                        found.append(Judgement(*opinion, reason, amendment))
        return found

    def read_since(self, after: int) -> set[str]:
        """The claims, of whatever reading, of documents that were read after a reading."""
        again = select(readings.c.document).where(readings.c.seq > after)
        with self._reading() as connection:
            return {
                row.id for row in connection.execute(select(claims.c.id).where(claims.c.document.in_(again)))
            }

    def read_from(self, ids: Collection[str]) -> set[str]:
        """The claims that today's readings of these documents have."""
        joined = claims.join(readings, _of_reading())
        query = select(claims.c.id).select_from(joined).where(~_outdated())
        return {row.id for row in self._where_in(query, claims.c.document, ids)}

    def naming(self, things: Collection[str]) -> set[str]:
        """The claims, of whatever reading, that name one of these actors, places or countries."""
        return {row.claim for row in self._where_in(select(claim_about.c.claim), claim_about.c.thing, things)}

    def claims_count(self) -> int:
        """How many claims there are, of whatever reading."""
        with self._reading() as connection:
            return int(connection.execute(select(func.count()).select_from(claims)).scalar_one())

    def todays(self, ids: Collection[str]) -> tuple[set[str], set[str]]:
        """Those of these claims that are of their documents' newest readings, and those that are not."""
        today: set[str] = set()
        earlier: set[str] = set()
        outdated = _outdated().label("outdated")
        with self._reading() as connection:
            for some in _portions(sorted(ids)):
                joined = claims.join(readings, _of_reading())
                query = select(claims.c.id, outdated).select_from(joined).where(claims.c.id.in_(some))
                for row in connection.execute(query):
                    (earlier if row.outdated else today).add(row.id)
        return today, earlier

    def beside(self, ids: Collection[str]) -> set[str]:
        """The claims that today's readings of these claims' documents have."""
        rows = self._where_in(select(claims.c.document), claims.c.id, ids)
        return self.read_from({row.document for row in rows})

    def published_with(self, ids: Collection[str]) -> set[str]:
        """The incidents that one of these claims was published with."""
        rows = self._where_in(select(publications.c.incident), publications.c.claim, ids)
        return {row.incident for row in rows}

    def published_as(self, incidents: Collection[str]) -> list[tuple[str, str]]:
        """These incidents' ids with their own claims, the oldest first."""
        query = select(publications.c.seq, publications.c.incident, publications.c.claim)
        rows = self._where_in(query, publications.c.incident, incidents)
        return [(row.incident, row.claim) for row in sorted(rows, key=lambda row: row.seq)]

    def led(self, incidents: Collection[str]) -> dict[str, str | None]:
        """Where these ids were last said to lead, for those of which anything was said."""
        query = select(redirects.c.seq, redirects.c.incident, redirects.c.target)
        rows = sorted(self._where_in(query, redirects.c.incident, incidents), key=lambda row: row.seq)
        return {row.incident: row.target for row in rows}

    def leading_to(self, incidents: Collection[str]) -> set[str]:
        """Ids that were ever said to lead to one of these."""
        rows = self._where_in(select(redirects.c.incident), redirects.c.target, incidents)
        return {row.incident for row in rows}

    def incidents(self) -> int:
        """How many incidents are published that lead nowhere else."""
        last = select(func.max(redirects.c.seq)).group_by(redirects.c.incident)
        retired = (
            select(func.count())
            .select_from(redirects)
            .where(
                redirects.c.seq.in_(last),
                or_(redirects.c.target.is_(None), redirects.c.target != redirects.c.incident),
            )
        )
        ever = select(func.count(publications.c.incident.distinct()))
        with self._reading() as connection:
            return int(connection.execute(ever).scalar_one()) - int(connection.execute(retired).scalar_one())

    def publish(
        self, published: Iterable[tuple[str, str]], led: Mapping[str, str | None], noted: Mapping[str, str]
    ) -> None:
        """Remember incidents' ids with their own claims and where retired ids lead, and how far that is come."""
        with self._writing(flushed=True) as connection:
            rows = iter(published)
            while some := list(islice(rows, FEW)):
                insert_plain(connection, publications, ("incident", "claim"), some)
            if led:
                changed = [{"incident": incident, "target": target} for incident, target in led.items()]
                connection.execute(redirects.insert(), changed)
            _note(connection, noted)

    def publications(self) -> Iterator[tuple[str, str]]:
        """Every incident's id that was ever published, with each of its own claims, the oldest first."""
        query = select(publications.c.incident, publications.c.claim).order_by(publications.c.seq)
        yield from self._stream(query)

    def redirections(self) -> Iterator[tuple[str, str]]:
        """Ids and other ids that they were ever said to lead to."""
        query = select(redirects.c.incident, redirects.c.target).where(redirects.c.target.is_not(None))
        yield from self._stream(query)

    def read_again(self) -> Iterator[tuple[str, str]]:
        """The claims of documents that were read more than once, each with its document."""
        again = select(readings.c.document).group_by(readings.c.document).having(func.count() > 1)
        yield from self._stream(select(claims.c.document, claims.c.id).where(claims.c.document.in_(again)))

    def days(self, numbers: Collection[int] | None = None) -> dict[int, int]:
        """Of each candidate among these numbers, or of all, the day in whose order it is judged."""
        query = select(candidates.c.claim, candidates.c.day)
        if numbers is None:
            return dict(self._stream(query))
        return {row.claim: row.day for row in self._where_in(query, candidates.c.claim, numbers)}

    def _stream(self, query: Select[Any]) -> Iterator[tuple[Any, Any]]:
        with self._reading() as connection:
            for row in connection.execution_options(yield_per=10_000).execute(query):
                yield row[0], row[1]

    def _where_in(self, query: Select[Any], column: Any, values: Collection[Any]) -> list[Any]:
        with self._reading() as connection:
            return [
                row
                for some in _portions(sorted(values))
                for row in connection.execute(query.where(column.in_(some)))
            ]

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with plain_errors(self._store.path), self._store.engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self, flushed: bool = False) -> Iterator[Connection]:
        writer = self._store.engine.execution_options(writes=True, flushed=flushed)
        with plain_errors(self._store.path), writer.begin() as connection:
            keep_pages(connection, MEGABYTES)
            yield connection


_SIDES = [index for index in judgements.indexes if {"left", "right"} & set(index.columns.keys())]


def _rows(numbers: array[int], width: int) -> Iterator[tuple[int, ...]]:
    return zip(*[iter(numbers)] * width, strict=True)


def _sorted_rows(filings: Sequence[array[int]]) -> Iterator[list[Any]]:
    """Rows of four in the order of the table: written in that order they go to each of its pages once."""
    count = sum(map(len, filings)) // 4
    if count < FEW:
        yield sorted(row for some in filings for row in _rows(some, 4))
        return
    import numpy as np  # noqa: PLC0415 - worth its start for many rows only

    rows = np.concatenate([np.frombuffer(some, dtype=np.int64) for some in filings]).reshape(-1, 4)
    order = np.lexsort((rows[:, 3], rows[:, 1], rows[:, 0]))
    for start in range(0, count, FEW):
        yield list(map(tuple, rows[order[start : start + FEW]].tolist()))


def said(judgement: Judgement) -> Said:
    """A judgement as `Resolving.judge` takes it."""
    return (
        judgement.id,
        judgement.verdict.value,
        judgement.left,
        judgement.right,
        judgement.holder.value,
        judgement.name,
        _moment(judgement.at),
        judgement.reason,
        judgement.amendment,
    )


_VERDICTS = {verdict.value: verdict for verdict in Verdict}


@lru_cache
def _read_moment(at: str) -> datetime:
    return datetime.fromisoformat(at)


@lru_cache
def _moment(at: datetime) -> str:
    return at.isoformat()


def _portions(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(values), MANY):
        yield values[start : start + MANY]


def _of_reading() -> Any:
    return and_(readings.c.document == claims.c.document, readings.c.reader == claims.c.reader)


def _numbers() -> Select[Any]:
    return select(claims.c.seq).select_from(claims.join(readings, _of_reading()))


def _outdated() -> Any:
    """Whether the document of a reading was read again."""
    newer = readings.alias("newer")
    return exists().where(newer.c.document == readings.c.document, newer.c.seq > readings.c.seq)


def _note(connection: Connection, values: Mapping[str, str]) -> None:
    for name, value in values.items():
        connection.execute(progress.delete().where(progress.c.name == name))
        connection.execute(progress.insert(), [{"name": name, "value": value}])


def _known_as(value: Value, identifier: str) -> Value:
    """A value whose id need not be worked out, since the store knows it."""
    vars(value)["id"] = identifier
    return value
