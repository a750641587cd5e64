from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmattan.reading.marks import Sentence, Token
from harmattan.reading.trees.repairs import mended
from tests.reading.drawn import drawn, hangs

CASES = [
    (
        "a subject lost to the phrase before it",
        "In/ADP/3/case the/DET/3/det war/NOUN/9/obl ,/PUNCT/6/punct Islamist/ADJ/6/amod groups/NOUN/3/conj"
        " including/VERB/8/case AQIM/PROPN/6/nmod fought/VERB/0/root on/ADV/9/advmod",
        {"groups": ("fought", "nsubj")},
    ),
    (
        "the bound of a number drawn to the verb",
        "Italy/PROPN/2/nsubj sends/VERB/0/root up/ADP/2/compound:prt to/ADP/6/case 75/NUM/6/nummod trainers/NOUN/2/obl"
        " to/ADP/8/case Kyiv/PROPN/2/obl",
        {"trainers": ("sends", "obj"), "up": ("75", "advmod")},
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
        "who else was hurt drawn as more dead",
        "Attacks/NOUN/2/nsubj killed/VERB/0/root 35/NUM/4/nummod civilians/NOUN/2/obj and/CCONJ/7/cc"
        " injured/ADJ/7/amod scores/NOUN/2/obj of/ADP/9/case others/NOUN/7/nmod",
        {"injured": ("killed", "conj"), "scores": ("injured", "obj")},
    ),
    (
        "what a contingent numbers",
        "The/DET/2/det contingent/NOUN/0/root in/ADP/4/case Mali/PROPN/2/nmod numbers/NOUN/7/compound 400/NUM/7/nummod"
        " men/NOUN/2/nmod",
        {"contingent": ("numbers", "nsubj"), "men": ("numbers", "obj"), "numbers": (None, "root")},
    ),
    (
        "a number with more",
        "A/DET/2/det bomb/NOUN/3/nsubj wounded/VERB/0/root seven/NUM/5/nummod more/ADJ/3/advmod",
        {"seven": ("wounded", "obj"), "more": ("seven", "amod")},
    ),
    (
        "an army and a people's men",
        "Clashes/NOUN/0/root between/ADP/7/case the/DET/7/det army/NOUN/7/compound and/CCONJ/7/cc Kurdish/ADJ/7/amod"
        " militants/NOUN/1/nmod",
        {"army": ("Clashes", "nmod"), "militants": ("army", "conj"), "between": ("army", "case")},
    ),
    (
        "fighting drawn as a clause",
        "Four/NUM/3/nsubj:pass were/AUX/3/aux:pass killed/VERB/0/root in/SCONJ/5/mark fighting/VERB/3/advcl"
        " between/ADP/7/case clans/NOUN/5/obl",
        {"fighting": ("killed", "obl"), "clans": ("fighting", "nmod")},
    ),
    (
        "the hurt drawn as a quality",
        "A/DET/2/det bomb/NOUN/3/nsubj killed/VERB/0/root 12/NUM/5/nummod men/NOUN/3/obj and/CCONJ/7/cc"
        " injured/ADJ/3/conj about/ADV/9/advmod nine/NUM/7/nsubj:pass",
        {"nine": ("injured", "obj"), "injured": ("killed", "conj")},
    ),
    (
        "who is listed behind another verb",
        "They/PRON/2/nsubj killed/VERB/0/root 2/NUM/4/nummod guards/NOUN/2/obj and/CCONJ/6/cc wounded/VERB/2/conj"
        " four/NUM/8/nummod others/NOUN/4/conj",
        {"others": ("wounded", "obj")},
    ),
    (
        "a clause adrift from its deed",
        "Rebels/NOUN/2/nsubj claimed/VERB/0/root responsibility/NOUN/2/obj for/ADP/6/case a/DET/6/det raid/NOUN/3/nmod"
        " last/ADJ/8/amod week/NOUN/2/obl:unmarked that/PRON/10/nsubj killed/VERB/2/advcl three/NUM/10/obj",
        {"killed": ("raid", "acl:relcl")},
    ),
    (
        "a setting on the speaker",
        "In/ADP/2/case Djibo/PROPN/7/obl gunmen/NOUN/4/nsubj fled/VERB/7/ccomp ,/PUNCT/4/punct police/NOUN/7/nsubj"
        " said/VERB/0/root",
        {"Djibo": ("fled", "obl"), "police": ("said", "nsubj")},
    ),
    (
        "the name of a capital before a verb",
        "A/DET/2/det strike/NOUN/8/nsubj in/ADP/5/case the/DET/5/det capital/NOUN/2/nmod ,/PUNCT/5/punct"
        " Mogadishu/PROPN/8/nsubj killed/VERB/0/root two/NUM/8/obj",
        {"Mogadishu": ("capital", "appos"), "strike": ("killed", "nsubj")},
    ),
    (
        "a passive's subject drawn as a setting",
        "Up/ADP/3/advmod to/ADP/1/fixed 30/NUM/4/nummod soldiers/NOUN/6/obl were/AUX/6/aux:pass killed/VERB/0/root",
        {"soldiers": ("killed", "nsubj:pass")},
    ),
    (
        "an object on the verb before its own",
        "Fighters/NOUN/2/nsubj killed/VERB/0/root 12/NUM/4/nummod people/NOUN/2/obj and/CCONJ/6/cc"
        " injured/VERB/2/conj nine/NUM/8/nummod others/NOUN/2/obj",
        {"others": ("injured", "obj"), "people": ("killed", "obj")},
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
        "a day of the month before the subject",
        "on/ADP/4/case the/DET/4/det 15th/ADJ/4/amod rebels/NOUN/5/obl killed/VERB/0/root three/NUM/7/nummod"
        " men/NOUN/5/obj",
        {"15th": ("killed", "obl"), "on": ("15th", "case"), "rebels": ("killed", "nsubj")},
    ),
    (
        "a phrase that opens the next clause",
        "they/PRON/2/nsubj shot/VERB/0/root two/NUM/4/nummod men/NOUN/2/obj ,/PUNCT/9/punct at/ADP/7/case"
        " Jibiya/PROPN/2/obl others/NOUN/9/nsubj burnt/VERB/2/parataxis huts/NOUN/9/obj",
        {"Jibiya": ("burnt", "obl")},
    ),
    (
        "a phrase behind its own clause is left alone",
        "they/PRON/2/nsubj shot/VERB/0/root two/NUM/4/nummod men/NOUN/2/obj at/ADP/6/case Jibiya/PROPN/2/obl"
        " and/CCONJ/9/cc others/NOUN/9/nsubj burnt/VERB/2/conj huts/NOUN/9/obj",
        {"Jibiya": ("shot", "obl")},
    ),
    (
        "a name drawn as the rest of the subject",
        "Fighters/NOUN/2/nsubj overran/VERB/0/root Jibiya/PROPN/1/flat on/ADP/5/case Friday/PROPN/2/obl",
        {"Jibiya": ("overran", "obj")},
    ),
    (
        "two that undergo one active verb",
        "Raiders/NOUN/2/nsubj:pass seized/VERB/0/root nine/NUM/4/nummod pupils/NOUN/2/nsubj:pass",
        {"Raiders": ("seized", "nsubj"), "pupils": ("seized", "obj")},
    ),
    (
        "two nouns side by side that undergo one verb",
        "drug/NOUN/4/nsubj:pass dealers/NOUN/4/nsubj:pass were/AUX/4/aux:pass arrested/VERB/0/root",
        {"drug": ("dealers", "compound"), "dealers": ("arrested", "nsubj:pass")},
    ),
    (
        "the subject behind where",
        "in/ADP/2/case Kita/PROPN/0/root ,/PUNCT/8/punct where/ADV/8/advmod the/DET/6/det mayor/NOUN/2/appos"
        " was/AUX/8/aux:pass shot/VERB/2/acl:relcl",
        {"mayor": ("shot", "nsubj:pass")},
    ),
    (
        "what an act brought, not the scene",
        "Men/NOUN/2/nsubj fired/VERB/0/root on/ADP/4/case guests/NOUN/2/obl who/PRON/7/nsubj were/AUX/7/aux"
        " dancing/VERB/4/acl:relcl ,/PUNCT/9/punct wounding/VERB/7/advcl six/NUM/9/obj",
        {"wounding": ("fired", "advcl")},
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
    for word, where in wanted.items():
        assert hangs(whole, word) == where
    assert sum(head < 0 for head in whole.heads) == 1


def test_a_place_before_the_subject_opens_the_clause() -> None:
    notation = (
        "at/ADP/3/case Mora/PROPN/3/compound raiders/NOUN/4/nsubj took/VERB/0/root nine/NUM/6/nummod"
        " girls/NOUN/4/obj"
    )
    _, sentence = drawn(notation, names={"Mora": "LOC"})
    whole = mended(sentence)
    assert [whole.heads[at] for at in (0, 1, 2)] == [1, 3, 3]
    assert whole.deprels[1:3] == ("obl", "nsubj")


WORDS = [
    "on",
    "15th",
    "where",
    "killing",
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
    "up",
    "to",
    "send",
    "injured",
    "more",
    "army",
    "fighting",
    "between",
    "that",
    "capital",
    "numbers",
    "were",
]
UPOS = ["NOUN", "PROPN", "VERB", "NUM", "DET", "CCONJ", "ADJ", "PUNCT"]
RELATIONS = """nsubj nsubj:pass acl:relcl advmod obj conj appos nummod amod xcomp acl compound flat nmod cc det case obl
    aux:pass advcl compound:prt""".split()


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
