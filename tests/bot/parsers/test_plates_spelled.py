"""Plates spelled with the words of radio operators, with names, with 'letra de palabra', and what lies between."""

import pytest

from bot.nlu.parsers import persons, phone, plates

SPELLED = [
    ("romeo tango papá tres uno ocho hotel", "RTP318H"),
    ("hotel golf lima cuatrocientos doce bravo", "HGL412B"),
    ("uniforme noviembre zulú cero siete tres maik", "UNZ073M"),
    ("whisky yankee rayos equis quinientos once alfa", "WYX511A"),
    ("víctor sierra quebec ocho cuatro dos julieta", "VSQ842J"),
    ("foxtrot eco delta dos seis seis uniforme", "FED266U"),
    ("la placa sí es kilo lima mike doscientos cuarenta y uno papá", "KLM241P"),
    ("la unidad trae cincuenta y tres bravo tango cuatro sierra", "53BT4S"),
    ("las placas son charly delta india noventa y uno veintidós", "CDI9122"),
    ("pedro rosa tomás siete uno cinco gustavo", "PRT715G"),
    ("luis mario nora cuarenta y uno doce", "LMN4112"),
    ("de dado ele te trescientos seis ve de vaca", "DLT306V"),
    ("ere de rata de de dado eme cuatro nueve uno a de avión", "RDM491A"),
    ("ele de lobo luego pe de pato y ene de nube y los números son seis cero dos y acaba en zeta de zorro", "LPN602Z"),
    ("empieza con te de taza, sigue ka, sigue jota, después cuatro siete siete y al final pe", "TKJ477P"),
    ("la letra ge la letra hache la letra eme y luego dos ocho cuatro y la última es a", "GHM284A"),
    ("primero las letras ce pe ere, luego el número ciento noventa y acaba con be grande", "CPR190B"),
    ("gto 3318 b", "GTO3318B"),
    ("son tres letras ele ka jota y cuatro números cinco cinco cero nueve", "LKJ5509"),
    ("es XHG barra 41 barra 22", "XHG4122"),
    ("rzn y luego 482 y la c", "RZN482C"),
    ("letras rzn números 482 letra c", "RZN482C"),
    ("son tam 9034 a, de Tampico", "TAM9034A"),
    ("placas hgo 557 a nombre de mi papá", "HGO557"),
]


@pytest.mark.parametrize(("text", "code"), SPELLED)
def test_a_plate_is_read_as_spelled(text, code):
    assert plates.read(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "mi papá víctor tiene 22 años",
        "soy óscar lima 3 del hotel sierra",
        "juan carlos romero luna 5512345678",
        "estoy en el hotel india, cuarto 315, en lima 22",
        "ana y beto iban con carlos en el 2015",
        "un golf gris modelo 2019 y un kilo de tortillas",
        "en noviembre pagué 3500 por el delta",
        "zona industrial, eje 122 y calle 71",
        "julieta y romeo 315, colonia teatro",
    ],
)
def test_words_of_the_radio_that_are_no_plate(text):
    assert plates.find(text) == []


def test_a_plate_stands_beside_a_name_and_a_phone():
    text = "placas ABC 12 34, Luis Alberto Gómez, cinco cinco uno dos tres cuatro cinco seis siete ocho"
    assert [f.value for f in plates.find(text)] == ["ABC1234"]
    assert phone.read(text).e164 == "+525512345678"
    assert persons.find("las placas son jnb 482 c y mi nombre es laura")[0].value["name"] == "Laura"
