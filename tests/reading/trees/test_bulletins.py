"""Trees of bulletins, which leave out auxiliaries, and of sentences with piled-up participles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmattan.reading.trees.bulletins import spelt_out
from tests.reading.drawn import drawn, hangs

CASES = [
    (
        "a participle taken for an adjective",
        "six/NUM/2/nummod constables/NOUN/0/root martyred/ADJ/2/acl",
        {"martyred": ("constables", "acl")},
    ),
    (
        "who undergoes it",
        "two/NUM/2/nummod women/NOUN/3/nsubj wounded/VERB/0/root",
        {"women": ("wounded", "nsubj:pass")},
    ),
    (
        "who does it to somebody",
        "rebels/NOUN/2/nsubj wounded/VERB/0/root women/NOUN/2/obj",
        {"rebels": ("wounded", "nsubj")},
    ),
    (
        "two past tenses with one object",
        "Rebels/NOUN/2/nsubj:pass kidnapped/VERB/0/root and/CCONJ/4/cc killed/VERB/2/conj priests/NOUN/4/obj",
        {"Rebels": ("kidnapped", "nsubj")},
    ),
    (
        "goods looted",
        "traders/NOUN/2/nsubj:pass killed/VERB/0/root and/CCONJ/4/cc goods/NOUN/2/conj looted/VERB/2/conj",
        {"goods": ("looted", "nsubj:pass"), "looted": ("killed", "conj")},
    ),
    (
        "a count behind a comma",
        "van/NOUN/2/nsubj:pass attacked/VERB/0/root ,/PUNCT/5/punct six/NUM/5/nummod guards/NOUN/1/conj"
        " killed/VERB/5/amod",
        {"killed": ("attacked", "parataxis"), "guards": ("killed", "nsubj:pass")},
    ),
    (
        "further fates",
        "He/PRON/3/nsubj:pass was/AUX/3/aux:pass taken/VERB/0/root by/ADP/5/case rebels/NOUN/3/obl:agent"
        " ,/PUNCT/7/punct tortured/VERB/5/acl",
        {"tortured": ("taken", "conj")},
    ),
    (
        "who tells it behind",
        "They/PRON/3/nsubj:pass were/AUX/3/aux:pass beaten/VERB/0/root ,/PUNCT/5/punct survivors/NOUN/3/nsubj"
        " recount/NOUN/5/nmod",
        {"survivors": ("beaten", "parataxis")},
    ),
    (
        "a fate before a colon",
        "Wounded/ADJ/0/root in/ADP/3/case action/NOUN/1/obl :/PUNCT/5/punct guards/NOUN/1/parataxis",
        {"guards": ("Wounded", "nsubj:pass")},
    ),
    (
        "together with another",
        "They/PRON/2/nsubj shot/VERB/0/root men/NOUN/2/obj together/ADV/7/advmod with/ADP/7/case"
        " their/PRON/7/nmod:poss wives/NOUN/3/nmod",
        {"wives": ("men", "conj")},
    ),
    (
        "who says so in the end",
        "They/PRON/2/nsubj shot/VERB/0/root teachers/NOUN/2/obj ,/PUNCT/5/punct people/NOUN/3/conj who/PRON/7/nsubj"
        " came/VERB/5/acl:relcl said/VERB/5/acl:relcl",
        {"people": ("said", "nsubj"), "said": ("shot", "parataxis")},
    ),
    (
        "a participle taken for a preposition",
        "policemen/NOUN/5/nsubj:pass guarding/VERB/3/case bridges/NOUN/1/nmod were/AUX/5/aux:pass shot/VERB/0/root",
        {"guarding": ("policemen", "acl"), "bridges": ("guarding", "obj")},
    ),
    (
        "what qualifies, tells what is done",
        "columns/NOUN/3/compound torching/VERB/3/amod villages/NOUN/4/nsubj left/VERB/0/root",
        {"columns": ("left", "nsubj"), "torching": ("columns", "acl"), "villages": ("torching", "obj")},
    ),
    (
        "a gerund taken for the verb",
        "Vigilantes/NOUN/2/nsubj avenging/VERB/0/root a/DET/4/det theft/NOUN/2/obj lynched/VERB/7/acl two/NUM/7/nummod"
        " men/NOUN/2/obj",
        {"lynched": (None, "root"), "avenging": ("Vigilantes", "acl"), "men": ("lynched", "obj")},
    ),
]


@pytest.mark.parametrize(
    ("notation", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_spelt_out(notation: str, wanted: dict[str, tuple[str | None, str]]) -> None:
    _, sentence = drawn(notation)
    whole = spelt_out(sentence)
    for word, where in wanted.items():
        assert hangs(whole, word) == where


def test_whose_deputy() -> None:
    notation = (
        "the/DET/2/det mayor/NOUN/0/root of/ADP/4/case Ber/PROPN/2/nmod and/CCONJ/7/cc his/PRON/7/nmod:poss"
        " deputy/NOUN/4/conj"
    )
    _, sentence = drawn(notation, names={"Ber": "LOC"})
    assert spelt_out(sentence).heads[6] == 1


WORDS = ["killed", "wounded", ",", "and", "six", "guards", "his", "of", "tortured", "fighting", "men"]
TAGS = ["NOUN", "VERB", "ADJ", "NUM", "PUNCT", "PROPN"]
RELATIONS = ["nsubj", "nsubj:pass", "obj", "acl", "conj", "amod", "obl:agent", "parataxis", "nmod", "punct"]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(WORDS), st.sampled_from(TAGS), st.integers(1, 8), st.sampled_from(RELATIONS)
        ),
        min_size=2,
        max_size=8,
    )
)
def test_a_tree_stays_a_tree(parts: list[tuple[str, str, int, str]]) -> None:
    rows = []
    for number, (word, tag, above, relation) in enumerate(parts):
        # Every word hangs on an earlier one, the first on nothing.
        head = 0 if number == 0 else min(above, number)
        rows.append(f"{word}/{tag}/{head}/{relation if number else 'root'}")
    _, sentence = drawn(" ".join(rows))
    whole = spelt_out(sentence)
    for index in range(len(whole)):
        seen, current = set(), index
        while current >= 0:
            assert current not in seen
            seen.add(current)
            current = whole.heads[current]
