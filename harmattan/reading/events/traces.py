"""Whether the dead who were found died by force: by marks of it that their sentence tells."""

from __future__ import annotations

from harmattan.reading.marks import Sentence

_MARKS = frozenset(
    """bullet bullets bullet-riddled bullet-ridden gunshot gunshots riddled machete machetes bound tied blindfolded
    gagged handcuffed shackled throat throats slit decapitated beheaded headless dismembered mutilated tortured torture
    stabbed hacked strangled lynched shrapnel""".split()
)
"""What is seen of force on the dead."""
_ACTS = frozenset(
    """shot executed executions murdered murder murders killed killing killings massacred massacre massacres slaughtered
    abducted kidnapped abduction kidnapping hostage hostages captors gunmen killers attackers attack""".split()
)
_GRAVES = frozenset(["grave", "graves"])


def marked_by_force(sentence: Sentence) -> bool:
    """Whether a sentence tells what shows that somebody killed those who were found: bound hands, a mass grave."""
    words = sentence.words
    if not _MARKS.isdisjoint(words):
        return True
    return any(words[at + 1] in _GRAVES for at, word in enumerate(words[:-1]) if word == "mass")


def speaks_of_force(sentence: Sentence) -> bool:
    """Whether a sentence beside that of the dead speaks of who killed them, or of how."""
    return marked_by_force(sentence) or not _ACTS.isdisjoint(sentence.words)
