"""How a sentence holds what it tells, and who is said to say so.

From an event's word the pass climbs the dependency tree to the root. What each step makes of the modality is told in
`modality`; a verb of saying above a complement, or beside the clause, makes its subject the speaker.
"""

from __future__ import annotations

from dataclasses import dataclass

from harmattan.model.readings import Modality
from harmattan.reading.marks import Sentence
from harmattan.reading.stance.modality import ASPECT, Climb, coordinated_above, own_words, step, warned
from harmattan.reading.trees.phrases import preposition
from harmattan.reference.lexicon import Lexicon

__all__ = ["ASPECT", "Stance", "stance"]


@dataclass(frozen=True, slots=True)
class Stance:
    """How one event is held. `speaker` and `report` are token indices: who says so, and the verb of saying."""

    modality: Modality
    speaker: int | None = None
    report: int | None = None
    told: bool = True
    """False where the words leave it undone."""


def stance(sentence: Sentence, index: int, lexicon: Lexicon) -> Stance:
    """The stance of the event on token `index`, a verb or a noun."""
    climb = Climb(index)
    current = index
    for _ in range(len(sentence)):
        own_words(sentence, current, lexicon, climb)
        head = sentence.heads[current]
        if head < 0:
            break
        step(sentence, current, head, lexicon, climb)
        current = head
    speaker = _speaker(sentence, climb.report, lexicon) if climb.report is not None else None
    if speaker is None and climb.report is not None:
        speaker = _according_to(sentence, climb.report)
    if climb.report is None and not climb.aside:
        speaker = _beside(sentence, index, lexicon, climb)
    return Stance(climb.modality(sentence, lexicon), speaker, climb.report, climb.told)


def _speaker(sentence: Sentence, verb: int, lexicon: Lexicon) -> int | None:
    """Who says something; an act says nothing: "sources confirmed that an ambush took place, but said it was ..."."""
    subject = _subject(sentence, verb)
    if subject is None or sentence.upos[subject] != "NOUN":
        return subject
    above = sentence.heads[sentence.heads[subject]]
    if above < 0 or sentence.heads[subject] == verb or lexicon.reporting(sentence.words[above]) is None:
        return subject
    act = any(entry.type == "ASSAULT" for entry in lexicon.entries(sentence.words[subject], "NOUN"))
    return _subject(sentence, above) if act else subject


def _subject(sentence: Sentence, verb: int) -> int | None:
    for candidate in (verb, *coordinated_above(sentence, verb)):
        subjects = sentence.dependants(candidate, "nsubj")
        agents = [
            child for child in sentence.dependants(candidate, "obl") if preposition(sentence, child) == "by"
        ]
        passive = any(sentence.deprels[child] == "nsubj:pass" for child in subjects)
        passive = passive or bool(sentence.dependants(candidate, "aux:pass"))
        if passive and candidate != verb and subjects:
            return subjects[0]  # "it was alarmed by the raid and urged them to leave"
        if passive:
            return agents[0] if agents else None
        if subjects:
            return subjects[0]
    return None


def _according_to(sentence: Sentence, verb: int) -> int | None:
    """Who stands behind a saying of nobody's: "According to the envoy, staff were told that"."""
    cited = (_cited(sentence, child) for child in sentence.dependants(verb, "obl"))
    return next((who for who in cited if who is not None), None)


def _cited(sentence: Sentence, child: int) -> int | None:
    """Who stands behind "according to", whether that is drawn as a preposition or as a phrase of its own."""
    if preposition(sentence, child) == "according to":
        return child
    below = sentence.dependants(child, "obl", "nmod") if sentence.words[child] == "according" else []
    return below[0] if below else None


def _says_beside(sentence: Sentence, verb: int, lexicon: Lexicon) -> bool:
    """Whether a verb beside a clause tells who says it: "..., the ministry said", "as the ministry said"."""
    report = lexicon.reporting(sentence.words[verb])
    if report is None or sentence.deprels[verb] not in {"parataxis", "advcl"}:
        return False
    marks = sentence.dependants(verb, "mark", "advmod")
    as_said = any(sentence.words[child] == "as" for child in marks)
    if as_said:
        return sentence.deprels[verb] == "parataxis" or report.modality is Modality.ASSERTED
    # What is said has no place behind the verb: "..., and the government has promised a thousand" speaks of itself.
    return not marks and not sentence.dependants(verb, "obj", "ccomp", "xcomp")


def _beside(sentence: Sentence, index: int, lexicon: Lexicon, climb: Climb) -> int | None:
    """Who says so by a verb of saying or an "according to" that stands beside the clause: "..., the ministry said"."""
    path = (index, *sentence.ancestors(index))
    for above in path:
        for child in sentence.children[above]:
            word, relation = sentence.words[child], sentence.deprels[child]
            if child in path:
                continue  # Who calls on others to do something does call.
            if sentence.upos[child] == "VERB" and _says_beside(sentence, child, lexicon):
                speaker = _subject(sentence, child)
                if speaker is not None:
                    report = lexicon.reporting(word)
                    climb.report = child
                    if report is not None and report.modality is not Modality.ASSERTED:
                        climb.found.add(warned(sentence, above, child) or report.modality)
                    return speaker
            cited = _cited(sentence, child) if relation == "obl" else None
            if cited is not None:
                adjectives = (sentence.words[word] for word in sentence.dependants(child, "amod"))
                doubts = {lexicon.modality(adjective, "ADJ") for adjective in adjectives}
                if Modality.ALLEGED in doubts:
                    climb.found.add(Modality.ALLEGED)
                climb.report = child
                return cited
    return None
