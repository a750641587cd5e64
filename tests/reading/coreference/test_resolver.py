"""Who is meant by pronouns and descriptions, by the shipped reader's marks and weights, and who is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from harmattan.model.text import Document
from harmattan.readers.house import HouseReader
from harmattan.reading.coreference.antecedents import load_ranker, shares
from harmattan.reading.coreference.referring import Form
from harmattan.reading.coreference.resolver import Coreference, find_coreference
from harmattan.reading.names.entities import Entities, find_entities
from harmattan.reading.trees.repairs import mended

MEANT = [
    (
        "an organisation is it",
        "The Movement for Unity and Jihad in West Africa (MUJAO) held Gao. It banned music in the town.",
        "It",
        "Movement for Unity and Jihad in West Africa",
    ),
    ("the subject of the clause above", "France said it would withdraw its troops.", "it", "France"),
    ("who says something of itself", "The army says that it killed 47 attackers.", "it", "army"),
    ("an owner in the same clause", "France will withdraw its troops from Mali.", "its", "France"),
    (
        "a man who was named",
        "Prime Minister Choguel Maïga spoke on Monday. He accused France of abandoning Mali.",
        "He",
        "Choguel Maïga",
    ),
    (
        "a woman is no man",
        "Emmanuel Macron met Ursula von der Leyen in Paris. She promised more aid.",
        "She",
        "Ursula von der Leyen",
    ),
    (
        "the group",
        "Boko Haram attacked two villages in Borno State. The group also burned a church.",
        "group",
        "Boko Haram",
    ),
    (
        "the country",
        "Mali has ordered the French ambassador to leave the country within 72 hours.",
        "country",
        "Mali",
    ),
    (
        "a chain through a pronoun",
        "Idriss Déby visited the front. He spoke to the soldiers, and he promised revenge.",
        "he",
        "Idriss Déby",
    ),
    ("a reflexive is its clause's subject", "General Tiani declared himself president.", "himself", "Tiani"),
    ("the neighbour of another", "Benin praised Togo, its neighbour to the west.", "its", "Benin"),
]
QUOTED = [
    ("“I will not resign,” President Idriss Déby said on Monday.", "I", ["Idriss Déby"]),
    ("“We attacked the base,” al-Shabaab said in a statement.", "We", ["al-Shabaab"]),
    ("“We will not resign,” President Idriss Déby said on Monday.", "We", []),
    ("I met President Idriss Déby in Paris, he said.", "I", []),
]
NOBODY = [
    ("the weather", "The army said it was raining in Gao.", "it"),
    ("it is clear that", "Mali is at war. It is clear that the army will stay.", "It"),
    ("it was reported that", "Mali left. On Friday, it was reported that rebels held Gao.", "it"),
    ("it takes days", "The convoy left Gao. It took three days to reach Kidal.", "It"),
    ("there are", "AQIM attacked Gao. There were twenty dead.", "There"),
    (
        "an army that nobody named",
        "The African Union met in Addis Ababa. The army killed ten rebels on Monday.",
        "army",
    ),
    ("other soldiers", "Malian soldiers entered Kidal. Four soldiers were wounded.", "soldiers"),
    (
        "a company is no group",
        "MINUSMA left Ber. The company said that the convoy was attacked.",
        "company",
    ),
    ("the subject's own clause", "France suspended the training mission for the country.", "country"),
    ("another city by its name", "Troops left Gao. They are to take the city of Kidal.", "city"),
    ("a person is no it", "Choguel Maïga resigned. It came as a surprise.", "It"),
    ("two countries are not one", "Mali left the bloc. The two countries signed a memorandum.", "countries"),
]

Resolve = Callable[[str], tuple[Entities, Coreference]]


@pytest.fixture(scope="module")
def resolve(reader: HouseReader) -> Resolve:
    def read(text: str) -> tuple[Entities, Coreference]:
        document, knowledge = Document(text), reader.knowledge
        trees = [mended(sentence) for sentence in reader.mark(document)]
        entities = find_entities(document, trees, knowledge.names(text))
        found = find_coreference(entities, knowledge.lexicon, same=knowledge.bearer)
        entities.antecedents = found.antecedents()
        return entities, found

    return read


def meant(entities: Entities, word: str) -> list[str]:
    """The best known names of whom the last token of that form stands for."""
    places = [(s, i) for s in entities.sentences for i, token in enumerate(s.tokens) if token.text == word]
    sentence, index = places[-1]
    return [mention.name for mention in entities.one(sentence, index) if mention.antecedent is not None]


@pytest.mark.parametrize(("text", "word", "name"), [c[1:] for c in MEANT], ids=[c[0] for c in MEANT])
def test_the_antecedent_is_told(text: str, word: str, name: str, resolve: Resolve) -> None:
    assert meant(resolve(text)[0], word) == [name]


@pytest.mark.parametrize(("text", "word"), [c[1:] for c in NOBODY], ids=[c[0] for c in NOBODY])
def test_no_antecedent_is_made_up(text: str, word: str, resolve: Resolve) -> None:
    assert meant(resolve(text)[0], word) == []


@pytest.mark.parametrize(("text", "word", "names"), QUOTED)
def test_who_speaks_in_a_quotation(text: str, word: str, names: list[str], resolve: Resolve) -> None:
    assert meant(resolve(text)[0], word) == names


def test_names_of_one_are_one_entity(resolve: Resolve) -> None:
    _, found = resolve(
        "Al-Qaeda in the Islamic Maghreb (AQIM) met. AQIM left, and al-Qaeda in the Islamic Maghreb came back."
    )
    named = [e for e in found.entities if any(m.word.lower() in {"aqim", "maghreb"} for m in e.mentions)]
    assert max(len([m for m in e.mentions if m.form is Form.NAME]) for e in named) >= 3


def test_links_lead_backwards_and_stretches_are_the_texts(resolve: Resolve) -> None:
    text = (
        "President Idriss Déby of Chad said that he would withdraw his soldiers. The country had lost too many. "
        "France, its ally, regretted it. The two governments will meet in June, they said."
    )
    entities, found = resolve(text)
    for (sentence, head), (earlier, known) in found.antecedents().items():
        assert (earlier, known) < (sentence, head)
        for mention in entities.one(entities.sentences[sentence], head):
            assert mention.antecedent is not None
            assert text[mention.antecedent.start : mention.antecedent.end] == mention.antecedent.quote


def test_a_long_row_of_descriptions_leads_to_the_first(resolve: Resolve) -> None:
    text = "Malian soldiers entered Kidal. " + "The soldiers left the town, and they came back. " * 400
    entities, found = resolve(text)
    assert set(found.antecedents().values()).isdisjoint(found.antecedents())
    assert all(entities.one(entities.sentences[s], head) for s, head in found.antecedents())


def test_a_document_without_words_has_no_chains(resolve: Resolve) -> None:
    assert resolve("—")[1].links == ()


def test_shares_add_up() -> None:
    assert sum(shares([1000.0, -1000.0, 999.0])) == pytest.approx(1)
    assert shares([0.0, 0.0]) == [0.5, 0.5]


def test_every_class_has_weights_and_thresholds() -> None:
    ranker = load_ranker()
    assert set(ranker.weights) == set(ranker.thresholds) == {"he", "it", "they", "the", "noun"}
    assert all(0 < least <= 1 for both in ranker.thresholds.values() for least in both.values())
