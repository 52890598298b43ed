"""A name written as it is said to be spelt; letters that are said of something else leave it."""

import pytest

from bot.nlu.parsers import plates_mended
from bot.nlu.parsers.name_spelled import respelled


@pytest.mark.parametrize(
    ("known", "text", "name"),
    [
        ("Laura Mendes Robles", "es méndez con zeta", "Laura Méndez Robles"),
        ("Laura Mendes Robles", "mendes va con zeta al final", "Laura Méndez Robles"),
        ("Laura Mendes Robles", "Mendez con z no con s", "Laura Méndez Robles"),
        ("Laura Mendes Robles", "robles con be chica", "Laura Mendes Rovles"),
        ("Ana Ernández", "Ernández con hache", "Ana Hernández"),
        ("Ana Ernandes", "Hernández con hache y con zeta", "Ana Hernández"),
        ("Marta Ruiz", "marta va con h", "Martha Ruiz"),
        ("Luis Gonzales", "González con zeta al final no con ese", "Luis González"),
        ("Yovani Baldez", "Valdez es con ve chica", "Yovani Valdez"),
        ("Jimena Rojas", "Ximena con equis", "Ximena Rojas"),
        ("Jimena Rojas", "jimena con x", "Ximena Rojas"),
        ("Jorge Jiménez", "Giménez con ge", "Jorge Giménez"),
        ("Carla Rivera", "es con ka", "Karla Rivera"),
        ("Elena Sausedo", "saucedo es con c no con s", "Elena Saucedo"),
        ("Elena Sausedo", "sauzedo no es con ese es con ce", "Elena Saucedo"),
        ("Brian Soto", "Bryan con i griega", "Bryan Soto"),
        ("Helena Ríos", "Elena sin hache", "Elena Ríos"),
        ("Rubén Yanes", "Llanes con doble ele", "Rubén Llanes"),
    ],
)
def test_the_letter_said_is_written(known, text, name):
    assert respelled(known, text) == name


@pytest.mark.parametrize(
    ("known", "text"),
    [
        ("Laura Mendes Robles", "es con zeta"),  # which of the two?
        ("Laura Méndez Robles", "méndez con zeta"),
        ("Omar Villa", "choqué con be"),
        ("Omar Villa", "estoy en la esquina con e"),
        ("Israel Cruz", "en la calle con jota"),
        ("Laura Mendes Robles", "sí está bien"),
        ("Laura Mendes Robles", "me quedé sin luz"),
        ("Laura Mendes Robles", "choqué con un Mercedes"),
    ],
)
def test_no_name_is_spelt(known, text):
    assert respelled(known, text) is None


@pytest.mark.parametrize(
    ("text", "plates"),
    [
        ("la placa termina en D", "ULK482D"),
        ("las placas terminan en D de dado, no en C", "ULK482D"),
        ("la última letra de la placa es D", "ULK482D"),
        ("los últimos son 3 D", "ULK483D"),
        ("la placa está mal", None),
        ("las placas son las de la tarjeta", None),
    ],
)
def test_the_end_of_the_plates(text, plates):
    assert plates_mended.at_the_end("ULK482C", text) == plates
