"""Whose a name is: by the year of the report, and of several owners by the countries it speaks of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from harmattan.model.world import Actor, ActorKind
from harmattan.reference.actors import Registry
from harmattan.reference.names import key
from harmattan.reference.phrases import Phrase, PhraseIndex
from harmattan.resolution.actors.meaning import Meaning, of
from harmattan.resolution.context import Context

_SHORT = 4
"""Up to this length, in letters, acronyms of one actor are also others'."""
_ELSEWHERE = 3
"""So many namings of other countries make a report one on others."""

_OPERATION = "Operation "
_WORDS = frozenset("is it as in an at on so no up go us aim was are can man may".split())
"""English words that are somebody's acronym when they are printed in capitals."""
_AROUND = 60
"""Characters on both sides of a word that tell whether all is printed in capitals."""
NamesAt = list[tuple[int, int, Actor]]
"""Names in a text with their owners, in text order."""


class Owners:
    """Looks up names in the registry; of several owners, the report's year and countries choose, or nobody does."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def of_name(self, name: str, context: Context) -> Meaning | None:
        """Who bears exactly this name, also by another name that the document gives for it."""
        found = self._registry.named(name, context.year)
        if found is not None and not (name in found.acronyms and self._is_elsewhere(found, name, context)):
            return of(found, self._said(name, found, context.year))
        for other in context.other_names.get(key(name), ()):
            found = self._registry.named(other, context.year)
            if found is not None:
                return of(found, f"the document gives “{other}” for “{name}”, which is {found.name}")
        return self._by_country(name, context) or self._operation(name, context.year)

    def _operation(self, name: str, year: int | None) -> Meaning | None:
        """ "Sangaris", while the operation of that name went on."""
        found = self._registry.named(f"Operation {name}", year) if name[:1].isupper() else None
        if found is None or found.kind is not ActorKind.OPERATION or year is None or not _lived(found, year):
            return None
        return of(found, f"{found.name} went on in {year}")

    @staticmethod
    def _is_elsewhere(actor: Actor, name: str, context: Context) -> bool:
        """Whether a short acronym is likelier another's: a report on other countries leaves out its owner's."""
        if len(name) > _SHORT or len(actor.countries) != 1 or name in context.other_names:
            return False
        return context.total >= _ELSEWHERE and not context.weight(actor.countries[0])

    def _said(self, name: str, actor: Actor, year: int | None) -> str:
        owners = self._registry.candidates(name)
        if len(owners) > 1 and year is not None:
            return f"of {len(owners)} that are called “{name}”, only {actor.name} was there in {year}"
        if key(name) == key(actor.name):
            return "its name in the registry"
        alias = next((alias for alias in actor.aliases if key(alias.name) == key(name)), None)
        if alias and alias.until is not None and year is not None and year > alias.until:
            return f"a name of {actor.name} until {alias.until}"
        return f"a name of {actor.name} in the registry"

    def _by_country(self, name: str, context: Context) -> Meaning | None:
        """Of several owners of a name the one whose countries the document speaks of: "SNA" in a text on Syria."""
        found = self._registry.candidates(name, context.year)
        if context.year is not None:
            found = tuple(actor for actor in found if _lived(actor, context.year)) or found
        if len(found) < 2:
            return None
        weights = sorted(
            ((max((context.weight(iso) for iso in actor.countries), default=0.0), actor) for actor in found),
            key=lambda item: (-item[0], item[1].id),
        )
        (most, actor), (next_most, _) = weights[:2]
        if most <= 2 * next_most:
            return None
        where = max(actor.countries, key=lambda iso: (context.weight(iso), iso))
        return of(
            actor,
            f"of {len(found)} that are called “{name}”, only {actor.name} is of a country that the document speaks of"
            f" ({where})",
        )

    @cached_property
    def _index(self) -> PhraseIndex[str]:
        return self._phrases(lambda kind: kind is not ActorKind.STATE and kind is not ActorKind.PERSON)

    def _phrases(self, wanted: Callable[[ActorKind], bool]) -> PhraseIndex[str]:
        """Names with themselves as values: whose they are, the document decides."""
        phrases = [
            Phrase(name, name, name in actor.acronyms)
            for actor in self._registry.entries
            if wanted(actor.kind)
            for name in _names(actor)
        ]
        return PhraseIndex(sorted(phrases, key=lambda phrase: phrase.exact))

    def within(self, text: str, context: Context) -> list[tuple[int, int, Meaning]]:
        """Names of actors in a text that somebody owns there and then; states and persons are left out."""
        return list(self._within(text, context))

    def _within(self, text: str, context: Context) -> Iterator[tuple[int, int, Meaning]]:
        for start, end, _ in self._index.find(text):
            if _is_capitalised_word(text, start, end, context):
                continue
            owner = self.of_name(text[start:end], context)
            if owner is not None:
                yield start, end, owner


def _is_capitalised_word(text: str, start: int, end: int, context: Context) -> bool:
    """Whether what looks like an acronym is a word of a text in capitals: "IT IS NOT KNOWN" names no Islamic State."""
    if text[start:end].lower() not in _WORDS:
        return False
    around = text[max(0, start - _AROUND) : end + _AROUND]
    if any(map(str.islower, around)):
        return False
    return not any(mark.span.start < end and start < mark.span.end for mark in context.names)


def _names(actor: Actor) -> Iterator[str]:
    """All names, and of operations the name alone: "Sangaris"."""
    yield from (actor.name, *(alias.name for alias in actor.aliases), *actor.acronyms)
    if actor.kind is ActorKind.OPERATION and actor.name.startswith(_OPERATION):
        yield actor.name.removeprefix(_OPERATION)


def _lived(actor: Actor, year: int) -> bool:
    return (actor.since is None or actor.since <= year) and (actor.until is None or year <= actor.until)


def ids(meanings: Sequence[tuple[int, int, Meaning]]) -> set[str | None]:
    """The different actors among them."""
    return {meaning.actor for _, _, meaning in meanings}
