"""The verbs that sentences are made with: one phrase for each event type and mode of the codebook.

A phrase is a cover term for all that its type or mode may hold ("express readiness to cooperate" for AGREE, which
also covers a mere offer), so that no sentence says more than the words it stands on; those words follow in quotes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

CONCERNING = ", concerning"
"""Joins a recipient whose part in the event the type leaves open."""

KILLING = "Killing"
"""The label under which a count of the killed may be told with its noun: "killed at least 50 people"."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """How one type of event is told; `to` joins the recipient, and is empty where it is a direct object."""

    label: str
    """As a heading: "Withdrawal"."""
    infinitive: str
    past: str
    gerund: str
    present: str
    """Third person singular."""
    to: str = ""
    participle: str = ""
    """For "X was attacked"; empty where the recipient cannot be the subject."""
    tail: str = ""
    """The means, which stands after the object: "with explosives"."""


def _phrase(label: str, verb: str, rest: str = "", to: str = "", tail: str = "") -> Phrase:
    """A phrase from "base past gerund" and what follows the verb; the third person adds s, or es after a sibilant.
    Two verbs joined are written out, their four forms divided by "|".

    A direct object (no `rest`, no `to`) can be the subject of a passive, made with the past form.
    """
    if "|" in verb:
        infinitive, past, gerund, present = verb.split("|")
        return Phrase(label, infinitive, past, gerund, present, to, tail=tail)
    base, past, gerund, *irregular = verb.split()
    present = base + ("es" if base.endswith(("s", "sh", "ch", "o")) else "s")
    after = f" {rest}" if rest else ""
    participle = (irregular[0] if irregular else past) if not rest and not to else ""
    forms = (base + after, past + after, gerund + after, present + after)
    return Phrase(
        label, *forms, to=f" {to}" if to and not to.startswith(",") else to, participle=participle, tail=tail
    )


def _move(what: str) -> str:
    return f"move or ready {what}|moved or readied {what}|moving or readying {what}|moves or readies {what}"


_MAKE = "make made making"
_EXPRESS = "express expressed expressing"
_IMPOSE = "impose imposed imposing"
_THREATEN = "threaten threatened threatening"
_REFUSE = "refuse refused refusing"
_ATTACK = "attack attacked attacking"

TYPE_PHRASES = {
    "AGREE": _phrase("Agreement or offer", _EXPRESS, "readiness to cooperate", "with"),
    "CONSULT": _phrase("Talks", "hold held holding", "talks or a meeting", "with"),
    "SUPPORT": _phrase("Support", _EXPRESS, "support", "for"),
    "CONCEDE": _phrase("Concession", "announce announced announcing", "a concession", CONCERNING),
    "COOPERATE": _phrase("Cooperation", "cooperate cooperated cooperating", to="with"),
    "AID": _phrase("Aid", "give gave giving", "aid", "to"),
    "RETREAT": _phrase("Withdrawal, release or ceasefire", "give gave giving", "way", CONCERNING),
    "REQUEST": _phrase("Request or demand", _MAKE, "a request or demand", "to"),
    "ACCUSE": _phrase("Criticism or accusation", "criticise criticised criticising"),
    "REJECT": _phrase("Refusal", _MAKE, "a refusal", CONCERNING),
    "THREATEN": _phrase("Threat", _THREATEN),
    "PROTEST": _phrase("Protest", "protest protested protesting", to="against"),
    "SANCTION": _phrase("Relations cut back", "cut cut cutting", "back relations", "with"),
    "MOBILIZE": _phrase("Mobilisation", _move("forces"), to=CONCERNING),
    "COERCE": _phrase("Coercion", "use used using", "coercion", CONCERNING),
    "ASSAULT": _phrase("Attack", _ATTACK),
}
"""The sixteen types of PLOVER, for claims without a mode and for modes that have no phrase of their own."""

MODE_PHRASES = {
    ("CONSULT", "visit"): _phrase("Visit", "pay paid paying", "a visit", "to"),
    ("CONSULT", "third-party"): _phrase(
        "Mediated talks", "take took taking", "part in mediated talks", "with"
    ),
    ("CONSULT", "multilateral"): _phrase(
        "Multilateral talks", "take took taking", "part in multilateral talks", "with"
    ),
    ("CONSULT", "phone"): _phrase("Talks at a distance", "hold held holding", "talks at a distance", "with"),
    ("RETREAT", "withdraw"): _phrase(
        "Withdrawal",
        "withdraw or end operations|withdrew or ended operations|withdrawing or ending operations|"
        "withdraws or ends operations",
        to=CONCERNING,
    ),
    ("RETREAT", "release"): _phrase("Release", "let let letting", "captives or others go", CONCERNING),
    ("RETREAT", "disarm"): _phrase("Disarmament", "give gave giving", "up arms or fighting", CONCERNING),
    ("RETREAT", "ceasefire"): _phrase("Ceasefire", "observe observed observing", "a ceasefire", "with"),
    ("RETREAT", "access"): _phrase("Access granted", "grant granted granting", "access", "to"),
    ("RETREAT", "resign"): _phrase("Resignation", "resign resigned resigning", to=CONCERNING),
    ("REQUEST", "assist"): _phrase(
        "Request for help or relations", _MAKE, "a request for help or relations", "to"
    ),
    ("REQUEST", "change"): _phrase("Demand for change", "call called calling", "for a change", CONCERNING),
    ("REQUEST", "yield"): _phrase("Demand to yield", _MAKE, "a demand for concessions", "to"),
    ("REQUEST", "meet"): _phrase("Request for talks", "ask asked asking", "for talks", "with"),
    ("ACCUSE", "disapprove"): _phrase("Criticism", "criticise criticised criticising"),
    ("ACCUSE", "investigate"): _phrase("Inquiry", "investigate investigated investigating"),
    ("ACCUSE", "allege"): _phrase("Accusation", "accuse accused accusing"),
    ("REJECT", "assist"): _phrase("Help or relations refused", _REFUSE, "help or relations", CONCERNING),
    ("REJECT", "change"): _phrase("Change refused", _REFUSE, "a change", CONCERNING),
    ("REJECT", "yield"): _phrase("Refusal to yield", _REFUSE, "to give way", CONCERNING),
    ("REJECT", "meet"): _phrase("Talks refused", _REFUSE, "to meet or talk", CONCERNING),
    ("THREATEN", "restrict"): _phrase("Threat of restrictions", _THREATEN, "restrictions", "against"),
    ("THREATEN", "arrest"): _phrase("Threat of arrest", _THREATEN, "arrest", CONCERNING),
    ("THREATEN", "relations"): _phrase("Threat to relations", _THREATEN, "an end to relations", "with"),
    ("THREATEN", "expel"): _phrase("Threat of expulsion", _THREATEN, "expulsion", CONCERNING),
    ("THREATEN", "territory"): _phrase("Threat of occupation", _THREATEN, "occupation", CONCERNING),
    ("THREATEN", "violence"): _phrase("Threat of violence", _THREATEN, "violence", "against"),
    ("PROTEST", "demo"): _phrase("Demonstration", "demonstrate demonstrated demonstrating", to="against"),
    ("PROTEST", "riot"): _phrase("Riot", "riot rioted rioting", to=CONCERNING),
    ("PROTEST", "strike"): _phrase("Strike", "go went going", "on strike", CONCERNING),
    ("PROTEST", "hunger"): _phrase("Hunger strike", "go went going", "on hunger strike", CONCERNING),
    ("PROTEST", "boycott"): _phrase("Boycott", "boycott boycotted boycotting", to=CONCERNING),
    ("PROTEST", "obstruct"): _phrase(
        "Blockade in protest", "protest protested protesting", "with a blockade", CONCERNING
    ),
    ("PROTEST", "vandalize"): _phrase(
        "Damage in protest", "damage damaged damaging", "property in protest", CONCERNING
    ),
    ("SANCTION", "convict"): _phrase("Conviction", "find found finding", "guilt or liability", CONCERNING),
    ("SANCTION", "expel"): _phrase("Expulsion", "expel expelled expelling"),
    ("SANCTION", "withdraw"): _phrase(
        "Withdrawal from an arrangement", "withdraw withdrew withdrawing", to=CONCERNING
    ),
    ("SANCTION", "discontinue"): _phrase(
        "Ties ended or cut", "reduce reduced reducing", "ties or aid", CONCERNING
    ),
    ("MOBILIZE", "troops"): _phrase("Troop movement", _move("troops"), to=CONCERNING),
    ("MOBILIZE", "weapons"): _phrase("Weapons moved", _move("weapons"), to=CONCERNING),
    ("MOBILIZE", "police"): _phrase("Police moved", _move("police"), to=CONCERNING),
    ("MOBILIZE", "militia"): _phrase("Fighters moved", _move("fighters"), to=CONCERNING),
    ("COERCE", "seize"): _phrase("Seizure", "take took taking", "territory, power or property", CONCERNING),
    ("COERCE", "restrict"): _phrase("Restriction", _IMPOSE, "restrictions or a law", CONCERNING),
    ("COERCE", "censor"): _phrase("Censorship", _IMPOSE, "censorship", CONCERNING),
    ("COERCE", "curfew"): _phrase("Curfew", _IMPOSE, "a curfew", CONCERNING),
    ("COERCE", "martial-law"): _phrase("Emergency law", _IMPOSE, "emergency or martial law", CONCERNING),
    ("COERCE", "arrest"): _phrase("Arrest", "detain detained detaining"),
    ("COERCE", "deport"): _phrase("Deportation", "expel expelled expelling"),
    ("COERCE", "withhold"): _phrase(
        "Goods withheld", "withhold withheld withholding", "power or goods", CONCERNING
    ),
    ("COERCE", "misinformation"): _phrase(
        "False information", "spread spread spreading", "falsehoods", CONCERNING
    ),
    ("COERCE", "cyber"): _phrase("Cyber attack", "act acted acting", "through computer networks", "against"),
    ("ASSAULT", "abduct"): _phrase("Abduction", "abduct abducted abducting"),
    ("ASSAULT", "beat"): _phrase("Beating", "beat beat beating beaten"),
    ("ASSAULT", "torture"): _phrase("Torture", "torture tortured torturing"),
    ("ASSAULT", "sexual"): _phrase(
        "Sexual violence", "commit committed committing", "sexual violence", "against"
    ),
    ("ASSAULT", "targeted"): _phrase("Targeted attack", _ATTACK, tail="in a targeted attack"),
    ("ASSAULT", "destroy"): _phrase("Destruction", "cause caused causing", "destruction", CONCERNING),
    ("ASSAULT", "primitive"): _phrase("Attack", _ATTACK, tail="with fire, blades or simple weapons"),
    ("ASSAULT", "firearms"): _phrase("Armed attack", _ATTACK, tail="with firearms"),
    ("ASSAULT", "explosives"): _phrase("Attack with explosives", _ATTACK, tail="with explosives"),
    ("ASSAULT", "suicide-attack"): _phrase("Suicide attack", _ATTACK, tail="in a suicide attack"),
    ("ASSAULT", "aerial"): _phrase("Air attack", _ATTACK, tail="from the air"),
    ("ASSAULT", "drone"): _phrase("Drone attack", _ATTACK, tail="with a drone"),
    ("ASSAULT", "heavy-weapons"): _phrase("Attack with heavy weapons", _ATTACK, tail="with heavy weapons"),
    ("ASSAULT", "crowd-control"): _phrase(
        "Crowd control", "use used using", "crowd-control means", "against"
    ),
    ("ASSAULT", "unconventional"): _phrase(
        "Unconventional attack", _ATTACK, tail="with unconventional weapons"
    ),
}
"""The modes of PLOVER, by type and mode."""

_NARROW = {
    ("ASSAULT", "kill"): _phrase(KILLING, "kill killed killing"),
    ("ASSAULT", "ambush"): _phrase("Ambush", "ambush ambushed ambushing"),
    ("ASSAULT", "raid"): _phrase("Raid", "raid raided raiding"),
    ("ASSAULT", "bomb"): _phrase("Bombing", "bomb bombed bombing"),
    ("ASSAULT", "shell"): _phrase("Shelling", "shell shelled shelling"),
    ("ASSAULT", "kidnap"): _phrase("Kidnapping", "kidnap kidnapped kidnapping"),
    ("ASSAULT", "abduct"): _phrase("Abduction", "abduct abducted abducting"),
    ("RETREAT", "left"): _phrase("Withdrawal", "leave left leaving", to=CONCERNING),
    ("RETREAT", "leav"): _phrase("Withdrawal", "leave left leaving", to=CONCERNING),
    ("RETREAT", "ended"): _phrase("End of operations", "end ended ending", "operations", CONCERNING),
    ("MOBILIZE", "arriv"): _phrase("Arrival", "arrive arrived arriving", to=CONCERNING),
    ("MOBILIZE", "sent"): _phrase("Sending of forces", "send sent sending", "forces", CONCERNING),
    ("MOBILIZE", "send"): _phrase("Sending of forces", "send sent sending", "forces", CONCERNING),
    ("RETREAT", "withdr"): _phrase("Withdrawal", "withdraw withdrew withdrawing", to=CONCERNING),
    ("ACCUSE", "accus"): _phrase("Accusation", "accuse accused accusing"),
    ("ACCUSE", "condemn"): _phrase("Condemnation", "condemn condemned condemning"),
    ("ACCUSE", "criticis"): _phrase("Criticism", "criticise criticised criticising"),
    ("ACCUSE", "criticiz"): _phrase("Criticism", "criticise criticised criticising"),
    ("ACCUSE", "denounc"): _phrase("Denunciation", "denounce denounced denouncing"),
    ("MOBILIZE", "deploy"): _phrase("Deployment", "deploy deployed deploying", "forces", CONCERNING),
    ("COERCE", "arrest"): _phrase("Arrest", "arrest arrested arresting"),
    ("COERCE", "detain"): _phrase("Detention", "detain detained detaining"),
}
"""By type and the beginning of the trigger: where the document's own verb is one of these, it can be the sentence's."""


def phrase_for_trigger(type_: str, mode: str | None, trigger: str) -> Phrase:
    """The phrase of an event told with this trigger: of RETREAT/withdraw it is "withdrew" where the words are."""
    general = phrase_for(type_, mode)
    beginning = trigger.strip().lower()
    for (name, prefix), phrase in _NARROW.items():
        if name == type_.upper() and beginning.startswith(prefix) and " " not in beginning:
            return replace(phrase, tail=general.tail)
    return general


_UNKNOWN = _phrase("Event", "take took taking", "part in an event", CONCERNING)


def phrase_for(type_: str, mode: str | None) -> Phrase:
    """The phrase of an event type and mode; a type that no codebook of ours knows is told as "an event"."""
    name = type_.upper()
    return MODE_PHRASES.get((name, (mode or "").lower())) or TYPE_PHRASES.get(name, _UNKNOWN)
