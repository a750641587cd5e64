"""What was done to somebody, and what somebody is said to have done, where a small parser draws it to the word before.

- What else was done to who is accused, drawn to what they are accused of: "was accused of spying and shot dead".
- A number that a passive counts, drawn to the verb before: "two soldiers died and 27 were hurt".
- What somebody denies "having" done, drawn as what qualifies its object: "denied having targeted civilians".
"""

from __future__ import annotations

from harmattan.reading.marks import Sentence
from harmattan.reading.trees.hanging import moved, tagged
from harmattan.reading.trees.triggers import only_with
from harmattan.reference.inflection import forms_of_all

_ACCUSED = forms_of_all("accuse suspect")
_DONE = frozenset(
    "shot killed beaten tortured executed beheaded stabbed arrested detained taken hanged lynched".split()
)
"""Participles of what is done to people."""
_WERE = frozenset(["were", "was"])


@only_with("conj", "aux:pass", words=_ACCUSED)
def goes_on(sentence: Sentence) -> Sentence:
    """ "Was accused of spying and shot dead": what is done to somebody is none of what they are accused of."""
    for done, word in enumerate(sentence.words):
        of = sentence.heads[done]
        if word not in _DONE or sentence.deprels[done] not in {"conj", "acl"} or not 0 <= of < done:
            continue
        if sentence.dependants(done, "nsubj", "nsubj:pass", "obj", "aux", "aux:pass", "mark"):
            continue
        verb = sentence.heads[of]
        gerund = sentence.words[of].endswith("ing") or bool(sentence.dependants(of, "cop"))
        if verb < 0 or not gerund or sentence.words[verb] not in _ACCUSED or verb > of:
            continue
        if sentence.dependants(verb, "aux:pass"):
            sentence = moved(sentence, {done: (verb, "conj")})
    return sentence


@only_with("aux:pass", words=_WERE)
def counted_passives(sentence: Sentence) -> Sentence:
    """ "Two soldiers died and 27 were hurt": the number right before "were" is of the verb right behind it."""
    for number in range(1, len(sentence) - 2):
        above, verb = sentence.heads[number], number + 2
        if sentence.upos[number] != "NUM" or sentence.words[number + 1] not in _WERE:
            continue
        drawn = sentence.deprels[number] == "conj" and above < number and sentence.upos[above] == "VERB"
        if not drawn or sentence.heads[number + 1] != verb or sentence.deprels[number + 1] != "aux:pass":
            continue
        if sentence.dependants(verb, "nsubj", "nsubj:pass"):
            continue
        moves = {number: (verb, "nsubj:pass")}
        moves.update(dict.fromkeys(sentence.dependants(number, "cc"), (verb, "cc")))
        sentence = moved(sentence, moves)
    return sentence


@only_with("amod", "obj", words=["having"])
def having_done(sentence: Sentence) -> Sentence:
    """ "Denied having targeted civilians": "having" is the auxiliary of the participle behind it."""
    for having, word in enumerate(sentence.words[:-2]):
        done = having + 1
        thing = sentence.heads[done]
        if word != "having" or sentence.deprels[done] != "amod" or not _is_participle(sentence, done):
            continue
        if thing <= done or sentence.heads[thing] != having or sentence.deprels[thing] != "obj":
            continue
        moves = {
            done: (sentence.heads[having], sentence.deprels[having]),
            having: (done, "aux"),
            thing: (done, "obj"),
        }
        moves.update(
            {child: (done, sentence.deprels[child]) for child in sentence.children[having] if child != thing}
        )
        sentence = tagged(tagged(moved(sentence, moves), done, "VERB"), having, "AUX")
    return sentence


def _is_participle(sentence: Sentence, index: int) -> bool:
    return sentence.upos[index] == "VERB" and sentence.words[index].endswith("ed")
