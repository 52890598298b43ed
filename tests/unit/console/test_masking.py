"""Names and numbers hidden inside texts."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.masking import Mask, codes_in, names_in

FACTS = {
    "reporter": {"name": "Laura Méndez de la O", "phone": "+523312345678"},
    "driver_name": "José Ángel Núñez",
    "insured_name": None,
    "vehicle": {"make": "Nissan", "plates": "JNB-482-C", "vin": "3N1CN7AD5KL123456"},
    "policy": {"number": "1042587"},
    "details": {"witness": {"name": "Íñigo Paz"}},
}
MASK = Mask(names_in(FACTS), codes_in(FACTS))


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("soy laura mendez", "soy ••••• ••••••"),
        ("LAURA MÉNDEZ, a sus órdenes", "••••• ••••••, a sus órdenes"),
        ("maneja Jose Angel Nunez de la casa", "maneja •••• ••••• ••••• de la casa"),
        ("Me\u0301ndez con acento suelto", "•••••• con acento suelto"),
        ("laurales y mendezcos no son nombres", "laurales y mendezcos no son nombres"),
        ("dijo: «Íñigo»; (paz)", "dijo: «•••••»; (•••)"),
        ("placas jnb 482 c", "placas •••••••••"),
        ("placas JNB482C o J.N.B-4 8 2 C", "placas ••••••• o •••••••••••••"),
        ("otras placas ABC-12-34", "otras placas •••••••••"),
        ("serie 3n1cn7ad5kl123456", "serie •••••••••••••••••"),
        ("póliza 10 425 87", "póliza •••••••••"),
        ("llame al 33 1234 5678", "llame al ••••••••••••"),
        ("laura.mendez@correo.mx", "••••••••••••••••••••••"),
        ("me llamo Rubén Darío Salas y vi todo", "me llamo ••••• ••••• ••••• y vi todo"),
        ("el otro se llama Iván, choqué en el km 12", "el otro se llama ••••, choqué en el km 12"),
        ("me llamo la atención un ruido", "me llamo la atención un ruido"),
        ("un Versa 2021 gris en la calle 5", "un Versa •••• gris en la calle 5"),
        ("", ""),
        (None, ""),
    ],
)
def test_what_is_personal_is_hidden_wherever_it_stands(said, shown):
    assert MASK(said) == shown


WAYS = ("laura", "LAURA", "Laura", "láura", "núñez", "NUNEZ")


@given(st.text(max_size=200), st.sampled_from(WAYS), st.text(max_size=50))
def test_a_known_name_is_never_left_as_a_word(before, name, after):
    shown = MASK(f"{before} {name} {after}")
    assert not re.search(rf"(?<!\w){name}(?!\w)", shown)


@given(st.text(max_size=300))
def test_nothing_is_added_and_no_line_lost(said):
    assert MASK(said).count("\n") == said.count("\n")
