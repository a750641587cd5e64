"""Which actor a mention means: by name, by description, by the country of the report, by what was named before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from weakref import WeakKeyDictionary

from harmattan.model.readings import Mention, Place
from harmattan.reference.actors import Registry
from harmattan.reference.countries import Countries
from harmattan.reference.names import key
from harmattan.resolution.actors.descriptions import DEFINITE, ActorDescriptions, Found
from harmattan.resolution.actors.institutions import LOYAL_TROOPS, men_untold
from harmattan.resolution.actors.meaning import Meaning
from harmattan.resolution.actors.phrases import Phrases
from harmattan.resolution.actors.publisher import Publishers
from harmattan.resolution.actors.report import Report
from harmattan.resolution.context import Context


class ActorLinker:
    """Finds a mention's actor. It never guesses: a name that several own, or a description of two, stays without."""

    def __init__(self, registry: Registry, countries: Countries) -> None:
        self._phrases = Phrases(registry, countries)
        self._descriptions = ActorDescriptions(registry, countries, self._phrases)
        self._publishers = Publishers(registry, self._phrases.owners)
        self._reports: WeakKeyDictionary[Context, Report] = WeakKeyDictionary()

    def link(self, mention: Mention, context: Context, *, metonyms: bool = False) -> Mention:
        """The mention with its actor's id where one is found: best known name first, then the mention's own words.

        `metonyms`: a capital may stand for its government here ("Paris accused").
        """
        if mention.actor is not None:
            return mention
        meaning = self.meaning(mention, context, metonyms=metonyms)
        if meaning is None or meaning.actor is None:
            return mention
        return replace(
            mention,
            name=meaning.name or mention.name,
            actor=meaning.actor,
            person=meaning.person,
            reason=meaning.reason,
        )

    def at(self, mention: Mention, places: Iterable[Place]) -> Mention:
        """The mention of counted men; where nothing is told of them but how many, an army's only in its own country.

        "About 150 soldiers" at a base in Jordan that a report on Germany names may be anybody's.
        """
        words = mention.span.quote.lower().split()
        if mention.actor is None or mention.antecedent is not None or men_untold(words) is None:
            return mention
        actor = self._descriptions.actor(mention.actor)
        if actor is not None and any(place.country in actor.countries for place in places):
            return mention
        return replace(mention, name=mention.span.quote, actor=None, reason=None)

    def meaning(self, mention: Mention, context: Context, *, metonyms: bool = False) -> Meaning | None:
        """Whom a mention means, and why; None where that cannot be told."""
        found = self._meaning(mention, context, metonyms=metonyms)
        return found and self._descriptions.forces(found, mention)

    def _meaning(self, mention: Mention, context: Context, *, metonyms: bool) -> Meaning | None:
        mission = self._descriptions.mission(mention.span, self._report(context))
        if mission is not None:
            return mission
        for name in dict.fromkeys(_names(mention)):
            found = self._named(name, mention, context)
            if found is None and metonyms:
                found = self._phrases.by_metonym(name)
            if found is not None:
                return found
        return (
            self._publishers.meaning(mention, context)
            or self._described(mention, context)
            or self._phrases.of_its_people(mention.span, context)
            or self._unknown(mention, context)
        )

    def named_in(self, context: Context) -> list[Found]:
        """Everybody whom a report names or describes, in text order, whether or not a statement speaks of them."""
        return self._descriptions.everybody(self._report(context))

    def _named(self, name: str, mention: Mention, context: Context) -> Meaning | None:
        """By the words of a name; those that a pronoun or description took from elsewhere say where."""
        before = context.text[max(mention.span.start - 30, 0) : mention.span.start]
        found = self._phrases.meaning(name, context, before=before)
        if found and mention.antecedent and key(name) != key(mention.span.quote):
            found = replace(
                found, reason=f"“{mention.span.quote}” is “{mention.antecedent.quote}”; {found.reason}"
            )
        return found

    def _described(self, mention: Mention, context: Context) -> Meaning | None:
        """ "the army", "the group": of the country that the report is about there, or whom it named before."""
        span = mention.span
        if mention.antecedent and mention.name != mention.span.quote:
            span = mention.antecedent
        words = span.quote.lower()
        if key(words) != key(mention.name):
            return None
        definite = words.split(maxsplit=1)[0] in DEFINITE or (
            context.text[max(span.start - 4, 0) : span.start].lower() == "the "
        )
        untold = words in LOYAL_TROOPS or men_untold(words.split()) is not None
        untold = untold or (words in {"army", "military"} and self._phrases.is_of_force(span, context))
        if not (definite or untold or self._phrases.office_holder(span.quote)):
            return None
        return self._descriptions.described(span, self._report(context))

    def _unknown(self, mention: Mention, context: Context) -> Meaning | None:
        """A group that the registry does not know, held as provisional."""
        for name in dict.fromkeys((mention.name, mention.span.quote)):
            found = self._descriptions.unknown(name, mention.span, self._report(context))
            if found is not None:
                return found
        return None

    def _report(self, context: Context) -> Report:
        report = self._reports.get(context)
        if report is None:
            report = self._descriptions.report(context)
            self._reports[context] = report
        return report


def _names(mention: Mention) -> Iterator[str]:
    yield mention.name
    yield mention.span.quote
    if mention.antecedent is not None:
        yield mention.antecedent.quote
