from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmattan.reading.marks import Sentence, Token
from harmattan.reading.trees.repairs import mended
from tests.reading.drawn import drawn

CASES = [
    (
        "a subject lost to the phrase before it",
        "In/ADP/3/case the/DET/3/det war/NOUN/9/obl ,/PUNCT/6/punct Islamist/ADJ/6/amod groups/NOUN/3/conj"
        " including/VERB/8/case AQIM/PROPN/6/nmod fought/VERB/0/root on/ADV/9/advmod",
        {"groups": ("fought", "nsubj")},
    ),
    (
        "a past tense taken for a participle",
        "The/DET/2/det missiles/NOUN/0/root targeted/VERB/2/acl schools/NOUN/3/obj",
        {"missiles": ("targeted", "nsubj"), "targeted": (None, "root")},
    ),
    (
        "an agent hung on something else",
        "Serval/PROPN/3/nsubj:pass was/AUX/3/aux:pass replaced/VERB/0/root by/ADP/5/case Barkhane/PROPN/1/nmod",
        {"Barkhane": ("replaced", "obl:agent")},
    ),
    (
        "a name drawn across a verb",
        "MUJAO/PROPN/3/flat attacked/VERB/0/root Kidal/PROPN/2/obj",
        {"MUJAO": ("attacked", "nsubj")},
    ),
    (
        "a verb behind a name",
        "M23/NOUN/3/compound seized/VERB/3/amod control/NOUN/0/root of/ADP/5/case Goma/PROPN/3/nmod",
        {"M23": ("seized", "nsubj"), "seized": (None, "root"), "control": ("seized", "obj")},
    ),
    (
        "a number across a verb",
        "mortars/NOUN/2/nsubj struck/VERB/0/root killing/VERB/2/advcl five/NUM/8/nummod and/CCONJ/6/cc"
        " wounding/VERB/4/conj eleven/NUM/8/nummod others/NOUN/3/obj",
        {"five": ("killing", "obj"), "wounding": ("killing", "conj"), "others": ("wounding", "obj")},
    ),
    (
        "the end of a list on the verb",
        "Gunmen/NOUN/2/nsubj killed/VERB/0/root the/DET/4/det mayor/NOUN/2/obj and/CCONJ/7/cc his/PRON/7/nmod:poss"
        " driver/NOUN/2/conj",
        {"driver": ("mayor", "conj")},
    ),
    (
        "one of a list drawn as beside the first",
        "They/PRON/2/nsubj shot/VERB/0/root six/NUM/4/nummod priests/NOUN/2/obj a/DET/6/det cook/NOUN/4/appos"
        " and/CCONJ/9/cc her/PRON/9/nmod:poss son/NOUN/2/conj",
        {"cook": ("priests", "conj"), "son": ("priests", "conj")},
    ),
    (
        "who is held to be something",
        "Judges/NOUN/2/nsubj found/VERB/0/root the/DET/4/det general/NOUN/5/nsubj guilty/ADJ/2/xcomp",
        {"general": ("found", "obj")},
    ),
    (
        "one of two taken for what the other is",
        "Gunmen/NOUN/2/nsubj shot/VERB/0/root mayors/NOUN/2/obj and/CCONJ/5/cc two/NUM/3/appos guards/NOUN/5/nmod",
        {"two": ("mayors", "conj")},
    ),
    (
        "shot dead",
        "Gunmen/NOUN/2/nsubj shot/VERB/0/root dead/ADJ/5/amod three/NUM/5/nummod policemen/NOUN/2/obj",
        {"dead": ("shot", "xcomp"), "policemen": ("shot", "obj")},
    ),
    (
        "shot dead, the verb taken for a noun",
        "Men/NOUN/6/nsubj in/ADP/3/case Gao/PROPN/1/nmod shot/NOUN/1/nmod dead/ADJ/6/amod policemen/NOUN/0/root",
        {
            "Men": ("shot", "nsubj"),
            "shot": (None, "root"),
            "dead": ("shot", "xcomp"),
            "policemen": ("shot", "obj"),
        },
    ),
    (
        "shot dead, the dead below the shot",
        "Men/NOUN/2/nsubj fired/VERB/0/root shot/NOUN/2/obj dead/ADJ/5/amod men/NOUN/3/nmod",
        {"shot": ("fired", "obj"), "men": ("shot", "nmod")},
    ),
    (
        "stabbed to death",
        "Men/NOUN/2/nsubj stabbed/VERB/0/root to/ADP/4/case death/NOUN/2/obl traders/NOUN/2/obl",
        {"traders": ("stabbed", "obj"), "death": ("stabbed", "obl")},
    ),
    (
        "the subject of what is said",
        "Four/NUM/2/nummod people/NOUN/6/nsubj died/VERB/6/ccomp ,/PUNCT/3/punct police/NOUN/6/nsubj said/VERB/0/root",
        {"people": ("died", "nsubj"), "police": ("said", "nsubj")},
    ),
    (
        "a real qualifier is left alone",
        "UN/PROPN/4/compound armed/VERB/4/amod the/DET/4/det forces/NOUN/0/root",
        {"forces": (None, "root")},
    ),
    (
        "a real coordination is left alone",
        "war/NOUN/4/nsubj and/CCONJ/3/cc hunger/NOUN/1/conj killed/VERB/0/root",
        {"hunger": ("war", "conj")},
    ),
    (
        "a real participle is left alone",
        "weapons/NOUN/0/root stolen/VERB/1/acl from/ADP/4/case Libya/PROPN/2/obl",
        {"stolen": ("weapons", "acl")},
    ),
]


@pytest.mark.parametrize(
    ("notation", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_mended(notation: str, wanted: dict[str, tuple[str | None, str]]) -> None:
    _, sentence = drawn(notation)
    whole = mended(sentence)
    words = [token.text for token in whole.tokens]
    for word, (head, relation) in wanted.items():
        index = words.index(word)
        above = whole.heads[index]
        assert (words[above] if above >= 0 else None, whole.deprels[index]) == (head, relation)
    assert sum(head < 0 for head in whole.heads) == 1


WORDS = [
    "seized",
    "a",
    "five",
    "and",
    "by",
    "including",
    "control",
    ",",
    "killed",
    "shot",
    "dead",
    "to",
    "death",
]
UPOS = ["NOUN", "PROPN", "VERB", "NUM", "DET", "CCONJ", "ADJ", "PUNCT"]
RELATIONS = (
    "nsubj obj conj appos nummod amod xcomp acl compound flat nmod cc det case obl aux:pass advcl".split()
)


@st.composite
def trees(draw: st.DrawFn) -> Sentence:
    count = draw(st.integers(2, 9))
    order = draw(st.permutations(range(count)))
    heads = [-1] * count
    for place, index in enumerate(order[1:], start=1):
        heads[index] = order[draw(st.integers(0, place - 1))]
    words = [draw(st.sampled_from(WORDS)) for _ in heads]
    starts = [sum(len(word) + 1 for word in words[:index]) for index in range(count)]
    return Sentence(
        tuple(Token(start, start + len(word), word) for start, word in zip(starts, words, strict=True)),
        tuple(draw(st.sampled_from(UPOS)) for _ in heads),
        tuple(heads),
        tuple("root" if head < 0 else draw(st.sampled_from(RELATIONS)) for head in heads),
    )


@given(trees())
def test_a_mended_tree_is_a_tree(sentence: Sentence) -> None:
    whole = mended(sentence)
    root = whole.heads.index(-1)
    assert sum(head < 0 for head in whole.heads) == 1
    assert whole.subtree(root) == list(range(len(whole)))
