"""Words and sentences of a text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmattan.reading.sentences import MAX_SENTENCE_TOKENS, split, tokenize

WORDS = {
    "France's troops can't leave.": "France 's troops ca n't leave .",
    "They’re gone; it isn’t over": "They ’re gone ; it is n’t over",
    "Barkhane—France’s force": "Barkhane — France ’s force",
    "a five-year mandate": "a five - year mandate",
    "anti-jihadist, mid-June, ex-rebels": "anti-jihadist , mid-June , ex-rebels",
    "al-Qaeda and Jama'at Nasr al-Islam": "al - Qaeda and Jama'at Nasr al - Islam",
    "2,500 or 3.5 at 10:30 on 9/11": "2,500 or 3.5 at 10:30 on 9/11",
    "some 30-40 men, 1,000-strong": "some 30 - 40 men , 1,000 - strong",
    "$5.2m, 50% and 10am": "$ 5.2 m , 50 % and 10 am",
    "the 3rd Brigade in the 1990s": "the 3rd Brigade in the 1990s",
    "AK-47s and M16s, 20mm": "AK - 47s and M16s , 20 mm",
    "U.N. and U.S.-led, N.Y.": "U.N. and U.S. - led , N.Y.",
    "Lt. Gen. J. P. Smith": "Lt. Gen. J. P. Smith",
    "the 1990's, 2021's worst": "the 1990's , 2021 's worst",
    "i.e., e.g. this": "i.e. , e.g. this",
    "and/or (see [1])": "and / or ( see [ 1 ] )",
    "we cannot": "we can not",
    "at http://a.org/b-c, x@y.co.uk.": "at http://a.org/b-c , x@y.co.uk .",
    "wait... no -- yes?!": "wait ... no -- yes ?!",
    "N’Djamena and Côte d’Ivoire": "N’Djamena and Côte d’Ivoire",
}

SENTENCES = {
    "Ten died.[3][4] A doctor counted 97.[2]": ["Ten died . [ 3 ] [ 4 ]", "A doctor counted 97 . [ 2 ]"],
    "They fled.[citation needed] Two stayed.": ["They fled . [ citation needed ]", "Two stayed ."],
    "He left. [The army said so.]": ["He left .", "[ The army said so . ]"],
    "He went. She stayed.": ["He went .", "She stayed ."],
    "(New York, N.Y.) — Last week it met.": ["( New York , N.Y. ) — Last week it met ."],
    "The U.N. General Assembly met. It voted.": ["The U.N. General Assembly met .", "It voted ."],
    "He lives in the U.S. The army left.": ["He lives in the U.S.", "The army left ."],
    "On Jan. 5 Gen. Smith left.": ["On Jan. 5 Gen. Smith left ."],
    "BAMAKO, Mali (AP) — Gunmen came. They left.": ["BAMAKO , Mali ( AP ) — Gunmen came .", "They left ."],
    "“We will go,” he said. “No!” she said.": ["“ We will go , ” he said .", "“ No ! ” she said ."],
    '"Go." They went.': ['" Go . "', "They went ."],
    '"Why?" he asked.': ['" Why ? " he asked .'],
    "Background\nThe group was formed in 2017.": ["Background", "The group was formed in 2017 ."],
    "Title\n\nText": ["Title", "Text"],
    "a line that was\nwrapped here and\nends here.": ["a line that was wrapped here and ends here ."],
    "In all:\n- one\n- two": ["In all :", "- one", "- two"],
    "It fell.The army fled.": ["It fell .", "The army fled ."],
    "Some 3.5 million fled.": ["Some 3.5 million fled ."],
    "No. 5 fell. 12 died.": ["No. 5 fell .", "12 died ."],
    "3. Stay calm. 4. Go.": ["3 . Stay calm .", "4 . Go ."],
    "peace . . . and war": ["peace . . . and war"],
    "": [],
    " \n\n\t": [],
}


@pytest.mark.parametrize(("text", "words"), WORDS.items())
def test_words(text: str, words: str) -> None:
    assert " ".join(token.text for token in tokenize(text)) == words


@pytest.mark.parametrize(("text", "sentences"), SENTENCES.items())
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [" ".join(token.text for token in sentence) for sentence in split(text)] == sentences


def test_lower_case_text_ends_sentences_too() -> None:
    text = "guerrillas attacked the farm.  the army denied it.  a patrol clashed with rebels."
    assert len(split(text)) == 3


def test_offsets_count_from_where_the_stretch_starts() -> None:
    assert [(token.start, token.end) for token in tokenize("two words", 10)] == [(10, 13), (14, 19)]


def test_an_endless_sentence_is_cut() -> None:
    sentences = split("name, " * 1000)
    assert len(sentences) > 1
    assert max(map(len, sentences)) <= MAX_SENTENCE_TOKENS


@given(
    st.text(alphabet=st.sampled_from("abZÉ .,'’\"!?-—1\n@/:()ßا\u0301"), max_size=80) | st.text(max_size=80)
)
def test_tokens_quote_their_text_in_order_and_leave_only_space(text: str) -> None:
    tokens = [token for sentence in split(text) for token in sentence]
    assert all(token.text == text[token.start : token.end] and token.text.strip() for token in tokens)
    assert all(first.end <= second.start for first, second in pairwise(tokens))
    covered = {index for token in tokens for index in range(token.start, token.end)}
    assert all(text[index].isspace() for index in range(len(text)) if index not in covered)


@pytest.mark.parametrize(
    "unit", ["a", "a.", "www.", "http://!", "a@", "1-1-", "x-", "'s", "\n", "A. ", '." ', "co-"]
)
def test_long_input_takes_linear_time(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    assert sum(len(sentence) for sentence in split(text)) <= len(text)
