"""Where the caller is, streets called by a town, and numbers put right or told beside other numbers."""

import pytest

from bot.nlu.parsers import colors, inciso, phone, place, plates, policy_number, vehicle


def assert_place(text, expected):
    """The fields are read so, whatever the others are."""
    value = place.find(text)[0].value
    assert {name: value[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "municipality"),
    [
        ("me lo quieren llevar los de vialidad aquí en Comitán", "Comitán"),
        ("se lo van a llevar al corralón aquí en Jacona", "Jacona"),
        ("que lo lleven al taller de mi primo acá en Iguala", "Iguala"),
        ("ando viendo lo de la fiscalía aquí en Pachuca", "Pachuca"),
    ],
)
def test_here_in_a_town_is_where_the_caller_is(text, municipality):
    assert_place(text, {"municipality": municipality})


@pytest.mark.parametrize("text", ["quiero que lo lleven al taller en Iguala", "lo van a llevar al corralón de Jacona"])
def test_where_it_is_taken_is_not_where_the_caller_is(text):
    assert place.find(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("av heroína de cosalá #12", {"street": "Av Heroína de Cosalá", "number": "12", "municipality": None}),
        ("av batalla de puebla 230", {"street": "Av Batalla de Puebla", "number": "230", "municipality": None}),
        ("calle mártires de cananea en hermosillo", {"street": "Mártires de Cananea", "municipality": "Hermosillo"}),
        ("calle juárez de toluca", {"street": "Juárez", "municipality": "Toluca"}),
        ("calle benito lópez de toluca", {"street": "Benito López", "municipality": "Toluca"}),
        ("col nueva los reyes toluca", {"neighborhood": "Nueva los Reyes", "municipality": "Toluca"}),
        ("colonia metropolitana d neza", {"neighborhood": "Metropolitana", "municipality": "Nezahualcóyotl"}),
        ("estoy en el semáforo de niños héroes", {"street": "Niños Héroes"}),
        ("parada en el semáforo de canto alegre", {"street": "Canto Alegre"}),
    ],
)
def test_streets_and_colonias_that_go_on(text, expected):
    assert_place(text, expected)


@pytest.mark.parametrize(
    "text",
    [
        "en el semáforo de la esquina",
        "en el semáforo de peatones",
        "en el semáforo de aquí adelante",
        "me pasé el semáforo de volada",
    ],
)
def test_lights_that_name_no_street(text):
    assert not any(one.value["street"] for one in place.find(text))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("cincuenta y cinco treinta y tres veinte perdón veintiuno sesenta y dos quince", "+525533216215"),
        ("treinta y tres doce cuarenta y cinco digo cuarenta y seis setenta y ocho noventa", "+523312467890"),
        ("mi cel es 33 12 45, no, perdón, 46 78 90", "+523312467890"),
    ],
)
def test_a_group_of_the_phone_put_right(text, number):
    assert phone.find(text)[0].value == number
    assert phone.read(text).e164 == number


def test_a_policy_put_right_is_no_phone():
    assert phone.find("mi póliza es 10 42 55, perdón, 58 71 02") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ere jota pe tres cero cuatro y una be de burro", "RJP304B"),
        ("jota pe erre tres cero cuatro y una de de dado", "JPR304D"),
        ("las mías M45 DKR, las dl otro carro RBZ3084", "M45DKR"),
        ("las dl otro carro RBZ3084, las mías M45 DKR", "M45DKR"),
    ],
)
def test_plates_with_words_between(text, expected):
    assert plates.read(text) == expected


@pytest.mark.parametrize(
    ("text", "color"),
    [
        ("era de las rojas", "rojo"),
        ("una hilux de las grises", "gris"),
        ("de los azules", "azul"),
        ("de las perlas", None),
        ("de las rosas", None),
    ],
)
def test_colours_in_the_plural(text, color):
    assert colors.read(text) == color


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "se llevaron la camioneta completa una nissan np300 roja",
            {"make": "Nissan", "model": "NP300", "color": "rojo"},
        ),
        ("nos quitaron el camión, un isuzu elf azul", {"make": "Isuzu", "model": "ELF", "color": "azul"}),
    ],
)
def test_what_was_taken_and_what_it_is(text, expected):
    seen = vehicle.find(text)[0].value
    assert {name: seen[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("en la foto del papel dice 6600210", "6600210"),
        ("la foto de la póliza trae el 6600210", "6600210"),
    ],
)
def test_a_number_read_off_a_picture(text, number):
    assert policy_number.find(text)[0].value == number
    assert policy_number.others(text) == frozenset()


@pytest.mark.parametrize(
    ("text", "number"),
    [("es la camioneta ranger, el 2", 2), ("la ranger 2019, la 3", 3), ("el 2 o el 3", 2), ("es el 2, el de 2019", 2)],
)
def test_the_inciso_beside_its_vehicle(text, number):
    assert inciso.read(text) == number
