import pytest

from harmattan.reference.actors import load_registry
from harmattan.reference.countries import countries
from harmattan.reference.described import Descriptions

CASES = [
    ("French troops", "french-armed-forces"),
    ("5,000 French troops", "french-armed-forces"),
    ("the 5,000 French troops in Mali", "french-armed-forces"),
    ("hundreds of Chadian soldiers", "chadian-armed-forces"),
    ("Mali’s army", "malian-armed-forces"),
    ("Malian government forces", "malian-armed-forces"),
    ("Malian Armed forces", "malian-armed-forces"),
    ("Nigerien security forces", "nigerien-armed-forces"),
    ("the armed forces of Niger", "nigerien-armed-forces"),
    ("Israeli warplanes", "israel-defense-forces"),
    ("French special forces", "french-armed-forces"),
    ("Costa Rican troops", "costa-rica"),
    ("the Malian government", "mali"),
    ("Mali's transitional government", "mali"),
    ("the government of Burkina Faso", "burkina-faso"),
    ("Malian officials", "mali"),
    ("Malian Prime Minister Choguel Maïga", "mali"),
    ("French President Emmanuel Macron", "france"),
    ("Russian Foreign Minister Sergei Lavrov", "russia"),
    ("the French defence ministry", "france"),
    ("Mali’s military junta", "mali"),
    ("Burkinabe police", "burkina-faso"),
    ("Russian mercenaries", None),
    ("Malian rebels", None),
    ("Malian civilians", None),
    ("former Malian officials", None),
    ("Malian former president", None),
    ("French-led forces", None),
    ("anti-French protesters", None),
    ("the French", None),
    ("Mali", None),
    ("a Malian army base", None),
    ("two French journalists", None),
    ("attack on Malian soldiers", None),
    ("the rebels", None),
    ("convoy of the Canadian mining company", None),
    ("the army of Mali, Niger said", "malian-armed-forces"),
    ("", None),
]


@pytest.mark.parametrize(("text", "actor"), CASES)
def test_descriptions_of_governments_and_forces(text: str, actor: str | None) -> None:
    found = Descriptions(load_registry(), countries()).actor(text)
    assert (found.id if found else None) == actor
