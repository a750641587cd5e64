"""Mends what a small parser draws wrongly around those who are harmed, and who fights whom.

- The sides of a fight, drawn to where it was: "fighting broke out near Gao between the army and rebels".
- Two participles of harm with a number each, drawn as one: "killing several and injuring five".
- Whom a verb of harm strikes, drawn to the verb of the clause before: "...; another blast injured two traders".
- A number behind a verb of harm, drawn as when or how it was: "wounded some 25 yesterday"; "more" for its number.
- A fate behind another, taken for a verb: "left 13 dead and three wounded".
- What an attack struck, drawn to who made it: "an attack by rebels on a camp".
- Who attacks, behind "as", and that they do, in a headline: "Dozens killed as gunmen attack market".
- When and where somebody was struck, drawn to what he is accused of: "shot two men they accused of spying in Gao".
- "Shot dead", where "shot" is taken for a noun and nothing else is the verb.
"""

from __future__ import annotations

from harmattan.reading.marks import Sentence
from harmattan.reading.trees.hanging import MEASURES, hung, moved, tagged
from harmattan.reading.trees.triggers import only_with
from harmattan.reference.inflection import forms_of_all

_NOUNS = frozenset(["NOUN", "PROPN"])
_SUBJECTS = ("nsubj", "nsubj:pass")
_FIGHTS = frozenset(
    "fighting clash clashes battle battles combat gunfight gunfights shootout firefight fight violence".split()
)
_SETTLED = frozenset(
    "town village city area district province region suburb neighbourhood neighborhood outskirts border".split()
)
_HARMING = frozenset("killing wounding injuring hurting abducting kidnapping".split())
_HARMED = forms_of_all("kill wound injure hurt abduct kidnap")
_FATES = frozenset("killed dead injured wounded hurt kidnapped abducted".split())
_BODIES = frozenset("police army military navy mob militia".split())
_STRIKING = frozenset(
    "attack raid storm bomb shell fire hit strike strikes target ambush assault clash fight torch loot".split()
)
"""Forms of what several do, in headlines, that may be nouns."""
_ENDING_FIRE = frozenset(["fire", "clash", "fight"])
_CHARGING = frozenset(["accused", "suspected", "accusing", "believed", "thought"])
_CHARGES = frozenset(
    """spying espionage collaborating collaboration collaborators theft stealing robbery witchcraft sorcery adultery
    informing informers helping aiding supporting treason blasphemy apostasy homosexuality cooperating
    working belong belonging""".split()
)
"""What people are executed and lynched for, or to whom others belong, of which nobody tells when and where it was."""
_WHEN = MEASURES | {"ago", "overnight", "earlier"}
_PLACING = frozenset(["in", "near", "outside", "at", "around"])
_COUNTING = frozenset(["NUM", "ADJ", "ADP", "ADV", "NOUN", "PROPN", "DET", "SCONJ"])
_ACTS = frozenset(
    """attack attacks raid raids assault assaults ambush ambushes strike strikes airstrike airstrikes bombing bombings
    offensive onslaught""".split()
)
_RIDDEN = frozenset(
    """motorcycles motorcycle motorbikes motorbike horseback horses camels foot bikes bicycles board patrol duty leave
    trucks pickups speedboats boats monday tuesday wednesday thursday friday saturday sunday""".split()
)
"""What attackers are "on" and what nobody attacks."""
_BOUNDING = frozenset("up to at least than over about around between".split())
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday morning evening night afternoon".split()
)
_WHENEVER = _DAYS | MEASURES | {"overnight", "ago", "earlier"}
_DEEDS = frozenset(
    """killing killings murder murders kidnapping kidnappings abduction abductions assassination massacre shooting
    beheading""".split()
)
_LEFT = frozenset(["left", "leaving", "leaves", "leave"])
_FEW = frozenset("several dozens scores hundreds others many".split())
_LONGEST = 6
"""How many words a number with its noun may have between two participles."""


def harmed(sentence: Sentence) -> Sentence:
    """The sentence with these mistakes mended, where they are made."""
    for mend in (
        _sides,
        _pairs,
        _so_many_more,
        _second_harm,
        _next_struck,
        _counted_behind,
        _attackers_behind_as,
        _headline_verbs,
        _shot,
        _dead_for_shot,
        _said_then,
        _then_that,
        _dated_subjects,
        _left_so,
        _cost_lives,
        _struck_behind_doers,
        _charged,
    ):
        sentence = mend(sentence)
    return sentence


@only_with("nsubj", words=["between"])
def _sides(sentence: Sentence) -> Sentence:
    """Those "between" whom it is are the fight's, which is the subject of the verb above them."""
    for case, word in enumerate(sentence.words):
        side = sentence.heads[case]
        if word != "between" or side < case or sentence.deprels[side] not in {"nmod", "obl"}:
            continue
        if not _is_where_or_when(sentence, sentence.heads[side]):
            continue
        other = next(iter(sentence.dependants(side, "conj")), None) or _behind_and(sentence, side)
        if other is None:
            continue
        verb = next((at for at in sentence.ancestors(side) if sentence.upos[at] == "VERB"), None)
        subjects = sentence.dependants(verb, "nsubj") if verb is not None and verb < case else []
        fight = next((at for at in subjects if sentence.words[at] in _FIGHTS), None)
        if fight is not None:
            sentence = moved(sentence, {other: (side, "conj"), side: (fight, "nmod")})
    return sentence


def _is_where_or_when(sentence: Sentence, above: int) -> bool:
    """Whether a word is a verb, a place or a time, of which there are no two sides: no treaty and no fight."""
    if above < 0 or sentence.upos[above] in {"VERB", "PROPN", "NUM", "ADV"}:
        return above >= 0
    return sentence.words[above] in MEASURES | _SETTLED


def _behind_and(sentence: Sentence, side: int) -> int | None:
    """The noun that an "and" right behind a phrase opens, where it is drawn beside it."""
    mark = sentence.subtree(side)[-1] + 1
    if sentence.words[mark : mark + 1] != ("and",):
        return None
    noun = sentence.heads[mark]
    while noun > mark and sentence.deprels[noun] in {"compound", "amod"} and sentence.heads[noun] > noun:
        noun = sentence.heads[noun]
    beside = noun > mark and sentence.heads[noun] == sentence.heads[side]
    return noun if beside and sentence.upos[noun] in _NOUNS else None


@only_with(words=_HARMING)
def _pairs(sentence: Sentence) -> Sentence:
    """ "Killing several and injuring five": each has its own number, and the second goes on with the first."""
    for second, word in enumerate(sentence.words):
        if word not in _HARMING or sentence.words[second - 1] != "and":
            continue
        first = next((at for at in range(second - 2, 0, -1) if sentence.words[at] in _HARMING), None)
        if first is None or not 2 <= second - first <= _LONGEST + 2:
            continue
        own = _counted_in(sentence, first + 1, second - 1, whole=True)
        other = _counted_in(sentence, second + 1, min(second + 1 + _LONGEST, len(sentence)), whole=False)
        if own is None or other is None:
            continue
        right = sentence.heads[own] == first and sentence.heads[other] == second
        if right and sentence.heads[second] == first:
            continue
        moves = {second: (first, "conj"), own: (first, "obj"), other: (second, "obj")}
        sentence = moved(sentence, {**moves, second - 1: (second, "cc")})
    return sentence


def _counted_in(sentence: Sentence, start: int, stop: int, *, whole: bool) -> int | None:
    """The head of a number with or without its noun that a stretch is, or begins with where it need not be `whole`."""
    last = None
    for at in range(start, stop):
        word, upos = sentence.words[at], sentence.upos[at]
        if upos not in _COUNTING or (word in {"in", "near", "on"} and last is not None):
            return None if whole else last
        if upos in {"NUM", "NOUN"} or word in _FEW:
            last = at
        if word in _FEW and sentence.words[at + 1 : at + 2] == ("of",):
            return at if not whole else (at if stop - at <= _LONGEST else None)
    return last


@only_with("nsubj", words=_HARMED)
def _next_struck(sentence: Sentence) -> Sentence:
    """Those counted right behind a verb of harm that strikes nobody else are whom it strikes."""
    for verb, word in enumerate(sentence.words):
        if (
            word not in _HARMED
            or sentence.upos[verb] != "VERB"
            or sentence.dependants(verb, "aux:pass", "obj")
        ):
            continue
        doer = next(iter(sentence.dependants(verb, *_SUBJECTS)), None)
        if doer is None or doer > verb:
            continue
        for noun in range(verb + 1, min(verb + _LONGEST, len(sentence))):
            above = sentence.heads[noun]
            if sentence.upos[noun] != "NOUN" or not 0 <= above < doer or sentence.words[noun] in MEASURES:
                continue
            if sentence.subtree(noun)[0] != verb + 1 or sentence.dependants(noun, "case"):
                continue
            if sentence.deprels[noun] in {"obj", "parataxis", "conj", "obl"}:
                sentence = moved(sentence, {noun: (verb, "obj"), doer: (verb, "nsubj")})
            break
    return sentence


@only_with("conj", words=_HARMED)
def _second_harm(sentence: Sentence) -> Sentence:
    """ "Killed scores of people and injured 90": a second verb of harm, drawn beside the first one's people, goes
    on with the first, and whoever stands behind it is whom it strikes.
    """
    for verb, word in enumerate(sentence.words):
        noun = sentence.heads[verb]
        if (
            word not in _HARMED
            or sentence.upos[verb] != "VERB"
            or sentence.deprels[verb] != "conj"
            or noun < 0
        ):
            continue
        if sentence.words[verb - 1] != "and" or sentence.upos[noun] not in _NOUNS or noun > verb:
            continue
        first = next((at for at in sentence.ancestors(noun) if sentence.upos[at] == "VERB"), -1)
        if not 0 <= first < noun or sentence.words[first] not in _HARMED or sentence.dependants(verb, "obj"):
            continue
        if sentence.dependants(verb, "aux:pass", "nsubj", "nsubj:pass"):
            continue
        struck = next(
            (
                at
                for at in sentence.dependants(noun, "conj")
                if at > verb and sentence.subtree(at)[0] == verb + 1 and not sentence.dependants(at, "case")
            ),
            None,
        )
        if struck is not None:
            sentence = moved(sentence, {struck: (verb, "obj"), verb: (first, "conj")})
    return sentence


@only_with(words=_HARMED)
def _counted_behind(sentence: Sentence) -> Sentence:
    """A number that stands right behind a verb of harm, and counts nobody behind it, is of those it strikes: "wounded
    some 25 yesterday"; so are those counted there whom the tree has for what it is: "killed at least 11 civilians".
    """
    for verb, word in enumerate(sentence.words):
        if (
            word not in _HARMED
            or sentence.upos[verb] != "VERB"
            or sentence.dependants(verb, "aux:pass", "obj")
            or sentence.upos[verb + 1 : verb + 2] == ("PUNCT",)  # "3 civilians killed, 1 missing"
        ):
            continue
        for at in sentence.dependants(verb, "obl:unmarked", "obl", "xcomp", "nmod", "ccomp", "nummod"):
            if at < verb or sentence.subtree(at)[0] != verb + 1 or sentence.words[at] in MEASURES:
                continue
            number = sentence.upos[at] == "NUM"
            people = sentence.upos[at] == "NOUN" and bool(sentence.dependants(at, "nummod"))
            prepared = {sentence.words[case] for case in sentence.dependants(at, "case")}
            if (number or people) and prepared <= _BOUNDING:
                moves = {at: (verb, "obj")}
                for subject in sentence.dependants(verb, "nsubj:pass"):
                    moves[subject] = (verb, "nsubj")
                sentence = moved(sentence, moves)
                break
    return sentence


@only_with(words=["more"])
def _so_many_more(sentence: Sentence) -> Sentence:
    """ "112 more were wounded", "abducted several more": the number is who, and "more" goes with it."""
    for more, word in enumerate(sentence.words):
        number = more - 1
        if word != "more" or number < 0:
            continue
        verb, behind = number - 1, sentence.upos[more + 1 : more + 2]
        bare = behind in ((), ("ADP",), ("PUNCT",), ("CCONJ",), ("ADV",))
        counts = sentence.upos[number] == "NUM" or sentence.words[number] in _FEW
        if (
            verb >= 0
            and counts
            and bare
            and sentence.words[verb] in _HARMED
            and sentence.upos[verb] == "VERB"
        ):
            if not set(sentence.dependants(verb, "obj")) - {more, number}:
                sentence = moved(sentence, {number: (verb, "obj"), more: (number, "amod")})
            continue
        if sentence.heads[number] != more or sentence.upos[number] != "NUM":
            continue
        if sentence.deprels[more] in {"nsubj", "nsubj:pass", "obj"} and sentence.deprels[number] == "nummod":
            above, relation = sentence.heads[more], sentence.deprels[more]
            sentence = moved(sentence, {number: (above, relation), more: (number, "amod")})
    return sentence


@only_with("nsubj", words=["dead"])
def _dead_for_shot(sentence: Sentence) -> Sentence:
    """ "Rebels shot dead nine men", where "dead" is the verb and "shot" a part of its subject."""
    for dead in range(2, len(sentence)):
        shot = dead - 1
        doer = sentence.heads[shot]
        if sentence.words[dead] != "dead" or sentence.words[shot] != "shot" or not 0 <= doer < shot:
            continue
        if (
            sentence.deprels[doer] != "nsubj"
            or sentence.heads[doer] != dead
            or sentence.deprels[dead] == "amod"
        ):
            continue
        moves = {
            shot: (sentence.heads[dead], sentence.deprels[dead]),
            dead: (shot, "xcomp"),
            doer: (shot, "nsubj"),
        }
        for child in sentence.children[dead]:
            if child != doer:
                moves[child] = (shot, sentence.deprels[child])
        sentence = tagged(tagged(moved(sentence, moves), shot, "VERB"), dead, "ADJ")
    return sentence


@only_with(words=["said"])
def _said_then(sentence: Sentence) -> Sentence:
    """ "..., the army said on Thursday": the day right behind is that on which they said so."""
    for said, word in enumerate(sentence.words[:-2]):
        if word != "said" or sentence.words[said + 1] != "on":
            continue
        day = sentence.heads[said + 1]
        if day < 0:
            continue
        if _DAYS.isdisjoint(sentence.words[said + 2 : day + 1]) or sentence.heads[day] == said:
            continue
        if said in sentence.ancestors(sentence.heads[day]):
            sentence = moved(sentence, {day: (said, "obl")})
    return sentence


@only_with("acl:relcl", words=["that", "which"])
def _then_that(sentence: Sentence) -> Sentence:
    """ "Claimed a raid in Gao on Monday that killed six": a day between an act and what is told of it is the act's."""
    for clause, relation in enumerate(sentence.deprels):
        act = sentence.heads[clause]
        if relation != "acl:relcl" or act < 0 or sentence.words[act] not in _ACTS:
            continue
        start = sentence.subtree(clause)[0]
        if sentence.words[start] not in {"that", "which"}:
            continue
        last = start - 1
        for day in (last, *sentence.ancestors(last)):
            above = sentence.heads[day]
            if day <= act or _DAYS.isdisjoint(sentence.words[day - 1 : day + 1]):
                continue
            if above in sentence.ancestors(act) and sentence.subtree(day)[-1] == last:
                sentence = moved(sentence, {day: (act, "nmod")})
            break
    return sentence


@only_with("nsubj", words=_DEEDS)
def _dated_subjects(sentence: Sentence) -> Sentence:
    """ "The killing of six in Gao on Monday has caused outrage": a day between an act and its verb is the act's."""
    for act, word in enumerate(sentence.words):
        verb = sentence.heads[act]
        if word not in _DEEDS or not sentence.deprels[act].startswith("nsubj") or verb < act:
            continue
        for whom in sentence.dependants(act, "nmod"):
            for doer in sentence.dependants(whom, "nmod"):
                cases = [sentence.words[case] for case in sentence.dependants(doer, "case")]
                if cases == ["by"]:  # "the killing of six by rebels"
                    sentence = moved(sentence, {doer: (act, "nmod")})
        behind = sentence.subtree(act)[-1] + 1
        for child in sentence.dependants(verb, "obl", "obl:unmarked", "advmod"):
            inside = sentence.subtree(child)
            if (
                act < child < verb
                and inside[0] == behind
                and not _WHENEVER.isdisjoint(sentence.words[at] for at in inside)
            ):
                sentence = moved(sentence, {child: (act, "nmod")})
                break
    return sentence


@only_with("conj", words=_LEFT)
def _left_so(sentence: Sentence) -> Sentence:
    """ "Left 13 dead and three wounded": the second fate is one as the first is, and no verb."""
    if _LEFT.isdisjoint(sentence.vocabulary):
        return sentence
    for fate, word in enumerate(sentence.words):
        if (
            word not in {"wounded", "injured", "hurt"}
            or sentence.upos[fate] not in {"VERB", "ADJ"}
            or fate < 4
        ):
            continue
        beside = sentence.words[max(0, fate - _LONGEST) : fate]
        if "dead" not in beside or sentence.upos[fate - 1] not in {"NUM", "NOUN"}:
            continue
        if sentence.dependants(fate, "aux", "aux:pass", "obj", "nsubj") or sentence.deprels[fate] != "conj":
            continue
        dead = max(at for at in range(fate) if sentence.words[at] == "dead")
        moves = {fate: (dead, "conj")}
        if sentence.upos[fate - 1] == "NUM":
            moves[fate - 1] = (fate, "nummod")
        sentence = tagged(moved(sentence, moves), fate, "ADJ")
    return sentence


@only_with("obj", words=["lives"])
def _cost_lives(sentence: Sentence) -> Sentence:
    """ "The raid cost nine guards their lives": it cost them, and the lives are theirs."""
    for lives, word in enumerate(sentence.words):
        whom = sentence.heads[lives]
        if word != "lives" or whom < 0 or sentence.deprels[whom] != "obj" or sentence.heads[whom] < 0:
            continue
        verb = sentence.heads[whom]
        if sentence.words[verb] in {"cost", "costs"} and sentence.dependants(lives, "nmod:poss"):
            sentence = moved(sentence, {lives: (verb, "obj"), whom: (verb, "iobj")})
    return sentence


@only_with("case", words=_ACTS)
def _struck_behind_doers(sentence: Sentence) -> Sentence:
    """ "An attack by rebels on a camp": what stands behind "on" is what was attacked."""
    for struck, doer in enumerate(sentence.heads):
        act = sentence.heads[doer] if doer >= 0 else -1
        if act < 0 or sentence.words[act] not in _ACTS or sentence.deprels[struck] != "nmod" or struck < doer:
            continue
        cases = [sentence.words[case] for case in sentence.dependants(struck, "case")]
        whose = {sentence.words[case] for case in sentence.dependants(doer, "case")}
        if cases not in (["on"], ["against"]):
            continue
        if (
            "by" not in whose
            or sentence.words[struck] in _RIDDEN | MEASURES
            or sentence.deprels[doer] != "nmod"
        ):
            continue
        sentence = moved(sentence, {struck: (act, "nmod")})
    return sentence


@only_with("advcl", words=["as", "after", "when"])
def _attackers_behind_as(sentence: Sentence) -> Sentence:
    """ "Killed as gunmen attack a market": who stands between "as" and a verb without a subject is the subject; so is
    who does between "after" and the verb that it marks: "died after rebels of the Front set fire to huts".
    """
    for mark, verb in enumerate(sentence.heads):
        if sentence.words[mark] not in {"after", "when"} or sentence.deprels[mark] not in {"mark", "advmod"}:
            continue
        if verb < mark + 2 or sentence.deprels[verb] != "advcl" or sentence.dependants(verb, *_SUBJECTS):
            continue
        doer = next(
            (
                at
                for at in sentence.dependants(sentence.heads[verb], "obl", "nmod")
                if mark < at < verb and not sentence.dependants(at, "case")
            ),
            None,
        )
        if doer is not None and sentence.upos[doer] in _NOUNS and sentence.subtree(doer)[-1] == verb - 1:
            sentence = moved(sentence, {doer: (verb, "nsubj")})
    for mark, doer in enumerate(sentence.heads):
        if sentence.words[mark] != "as" or doer < mark or sentence.deprels[mark] != "case":
            continue
        verb = doer + 1
        if verb >= len(sentence) or sentence.upos[verb] != "VERB" or sentence.upos[doer] not in _NOUNS:
            continue
        above = sentence.heads[doer]
        if sentence.deprels[doer] not in {"obl", "nmod"} or sentence.heads[verb] != above:
            continue
        if sentence.deprels[verb] != "advcl" or sentence.dependants(verb, *_SUBJECTS):
            continue
        sentence = moved(sentence, {doer: (verb, "nsubj"), mark: (verb, "mark")})
    return sentence


@only_with(words=["as"])
def _headline_verbs(sentence: Sentence) -> Sentence:
    """ "Nine killed as rebels attack army base": a base form behind several, taken for a noun, is what they do."""
    root = next((at for at, head in enumerate(sentence.heads) if head < 0), 0)
    if sentence.words[root] not in _FATES or sentence.dependants(root, "aux", "aux:pass", "cop"):
        return sentence
    mark = next((at for at in range(root + 1, len(sentence)) if sentence.words[at] == "as"), None)
    if mark is None:
        return sentence
    for verb in range(mark + 2, min(mark + _LONGEST, len(sentence))):
        doer = verb - 1
        several = sentence.words[doer].endswith(("s", "men", "people")) or sentence.words[doer] in _BODIES
        if sentence.words[verb] not in _STRIKING or sentence.upos[verb] != "NOUN" or not several:
            continue
        if sentence.upos[doer] not in _NOUNS:
            return sentence
        top = next((at for at in (verb, *sentence.ancestors(verb)) if sentence.heads[at] == root), None)
        if top is None or sentence.subtree(top)[0] != mark:
            return sentence
        moves = {mark: (verb, "mark"), doer: (verb, "nsubj"), verb: (root, "advcl")}
        if top != verb:
            moves[top] = (verb, "obl" if sentence.words[verb] in _ENDING_FIRE else "obj")
        for child in range(mark + 1, doer):
            if sentence.heads[child] >= doer:
                moves[child] = (doer, sentence.deprels[child])
        for child in sentence.children[verb]:
            if child > verb and sentence.deprels[child] == "nmod":
                moves[child] = (verb, "obl")
        return tagged(moved(sentence, moves), verb, "VERB")
    return sentence


@only_with("nsubj", words=["shot"])
def _shot(sentence: Sentence) -> Sentence:
    """ "Rebels of the FARC shot dead a colonel": the root that stands before "dead" is what they did."""
    for verb, word in enumerate(sentence.words[:-1]):
        if word != "shot" or sentence.words[verb + 1] != "dead" or sentence.upos[verb] != "NOUN":
            continue
        if sentence.heads[verb] >= 0 or not sentence.dependants(verb, "nsubj"):
            continue
        sentence = tagged(sentence, verb, "VERB")
        behind = (
            child
            for child in sentence.children[verb]
            if child > verb + 1 and sentence.upos[child] in _NOUNS and not sentence.dependants(child, "case")
        )
        struck = next(behind, None)
        if struck is None:
            continue
        sentence = hung(sentence, struck, verb, "obj")
        for child in sentence.dependants(verb + 1, "conj"):
            sentence = hung(sentence, child, struck, "conj")
    return sentence


@only_with("acl", words=_CHARGING)
def _charged(sentence: Sentence) -> Sentence:
    """Where and when behind what somebody is accused of are those of what was done to him."""
    for charge, word in enumerate(sentence.words):
        if word not in _CHARGES:
            continue
        above = list(sentence.ancestors(charge))
        clause = next((at for at in above if sentence.words[at] in _CHARGING), None)
        if clause is None or not sentence.deprels[clause].startswith("acl"):
            continue
        noun = sentence.heads[clause]
        verb = next((at for at in sentence.ancestors(noun) if sentence.upos[at] == "VERB"), -1)
        if not 0 <= verb < noun or sentence.deprels[noun] not in {"obj", "nsubj:pass", "nmod", "obl:agent"}:
            continue
        for below in (*sentence.children[charge], *sentence.children[clause]):
            cases = [sentence.words[case] for case in sentence.dependants(below, "case")]
            placed = bool(cases) and cases[0] in _PLACING and sentence.upos[below] in _NOUNS
            dated = sentence.words[below] in _WHEN or sentence.deprels[below] == "obl:unmarked"
            dated = dated or (cases == ["on"] and sentence.upos[below] in {"PROPN", "NUM"})
            if below > charge and (placed or dated):
                relation = "advmod" if sentence.upos[below] == "ADV" else "obl"
                sentence = moved(sentence, {below: (verb, relation)})
    return sentence
