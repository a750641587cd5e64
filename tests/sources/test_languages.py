"""English or not, and never asked of too short a text."""

from __future__ import annotations

import pytest

from harmattan.errors import DocumentError
from harmattan.sources.languages import require_english
from tests.sources.pages_of_ours import ARTICLE, FRENCH

NAMES = (
    "Choguel Kokalla Maïga, Ibrahim Boubacar Keïta and Assimi Goïta met Moussa Faki Mahamat in Ségou. The group, with "
    "Oumar Mariko, Soumaïla Cissé, Modibo Keïta, Dioncounda Traoré, Cheick Modibo Diarra and Django Sissoko, heard "
    "that fighters of Jamaat Nusrat al-Islam wal Muslimeen and Ansar al-Dine of Iyad Ag Ghaly held Aguelhok, Tessalit, "
    "Tin Zaouatine, Boughessa, Abeïbara, Anéfis, Almoustarat, Bourem, Ansongo and Ménaka."
)


@pytest.mark.parametrize("text", [" ".join(ARTICLE), NAMES, "Deux soldats tués", "Gao"])
def test_english_or_too_short_to_tell(text: str) -> None:
    require_english(text, "report")


@pytest.mark.parametrize(
    ("text", "problem"),
    [(FRENCH, "is not English \\(looks French\\)"), ("مقتل جنديين قرب غاو", "most letters are not Latin")],
)
def test_other_languages_are_refused(text: str, problem: str) -> None:
    with pytest.raises(DocumentError, match=problem):
        require_english(text, "report")
