"""Facts of the scene, yes and no, and the smaller details."""

import pytest

from bot.nlu.parsers import details, situation
from bot.nlu.parsers.yes_no import is_unknown, read_yes_no

YES = [
    "sí",
    "si",
    "SI",
    "simón",
    "ajá",
    "claro",
    "claro que sí",
    "así es",
    "correcto",
    "por favor",
    "ok",
    "va",
    "sale",
    "pues sí",
    "afirmativo",
    "exacto",
    "sí, todo es correcto",
    "sí, ahora sí",
    "eso",
    "sip",
    "de acuerdo",
    "no, bueno sí",
    "sí camina",
    "si una moto",
    "por supuesto",
    "está bien",
    "ándele",
    "órale",
    "efectivamente",
    "sí señorita",
    "si x favor",
    "👍",
    "simon",
    "a huevo",
    "sí porfa",
    "obvio",
    "sí soy yo",
    "es correcto",
    "confirmo",
    "ya",
]
NO = [
    "no",
    "No.",
    "NO",
    "nel",
    "para nada",
    "claro que no",
    "negativo",
    "no, gracias",
    "ninguno",
    "nadie",
    "nada",
    "pues no",
    "no no",
    "nop",
    "todavía no",
    "aún no",
    "no hay",
    "no, está mal el teléfono",
    "no señor",
    "sí, digo no",
    "nunca",
    "ni madres",
    "tampoco",
    "no para nada",
    "noo",
    "nones",
    "pos no",
    "que no",
    "no así no",
    "incorrecto",
    "no es correcto",
]
UNKNOWN = [
    "no sé",
    "quién sabe",
    "ni idea",
    "no me acuerdo",
    "no lo tengo",
    "sepa",
    "no estoy seguro",
    "no sabría decirle",
    "la verdad no sé",
    "no la tengo a la mano",
    "no tengo idea",
    "no recuerdo",
    "no lo sé",
    "desconozco",
    "nose",
    "no se",
    "tal vez",
    "a lo mejor",
]


@pytest.mark.parametrize("text", YES)
def test_yes(text):
    assert read_yes_no(text) is True


@pytest.mark.parametrize("text", NO)
def test_no(text):
    assert read_yes_no(text) is False


@pytest.mark.parametrize("text", UNKNOWN)
def test_not_known(text):
    assert read_yes_no(text) is None
    assert is_unknown(text)


@pytest.mark.parametrize("text", ["hola", "1042587", "laura méndez", "en zapopan", "", "😀", "blanco"])
def test_neither(text):
    assert read_yes_no(text) is None
    assert not is_unknown(text)


FACTS = [
    ("drivable", "sí camina", True),
    ("drivable", "sí, prende y todo", True),
    ("drivable", "todavía camina", True),
    ("drivable", "sí se puede mover", True),
    ("drivable", "no camina", False),
    ("drivable", "no prende", False),
    ("drivable", "no, quedó llantas arriba", False),
    ("drivable", "quedó inservible", False),
    ("drivable", "se le rompió la suspensión", False),
    ("drivable", "tira aceite", False),
    ("drivable", "no se puede mover", False),
    ("drivable", "no, está hecho pedazos, quedó deshecho", False),
    ("drivable", "sí", True),
    ("drivable", "no", False),
    ("drivable", "sí anda, solo es un raspón", True),
    ("drivable", "no sé", None),
    ("drivable", "ya no arranca", False),
    ("drivable", "jala bien", True),
    ("drivable", "creo que sí puede circular", True),
    ("authorities", "ya llegó tránsito", True),
    ("authorities", "aquí está la policía", True),
    ("authorities", "viene una patrulla", True),
    ("authorities", "no ha llegado nadie", False),
    ("authorities", "todavía no llega la patrulla", False),
    ("authorities", "sí, la guardia nacional", True),
    ("authorities", "no hay ninguna autoridad", False),
    ("authorities", "no", False),
    ("authorities", "sí hay un oficial de tránsito", True),
    ("authorities", "no hay policía", False),
    ("authorities", "ya le hablé a la policía", True),
    ("authorities", "nadie ha venido", False),
    ("denuncia", "ya la puse", True),
    ("denuncia", "ya puse la denuncia", True),
    ("denuncia", "todavía no la he puesto", False),
    ("denuncia", "voy a ir al ministerio público", False),
    ("denuncia", "tengo la carpeta de investigación", True),
    ("denuncia", "no he denunciado", False),
    ("denuncia", "apenas voy", False),
    ("denuncia", "sí", True),
    ("denuncia", "no", False),
    ("denuncia", "ya fui al mp", True),
    ("denuncia", "levanté el acta ayer", True),
    ("violence", "a mano armada", True),
    ("violence", "me encañonaron", True),
    ("violence", "traían pistolas", True),
    ("violence", "no hubo violencia", False),
    ("violence", "sin violencia, estaba estacionado", False),
    ("violence", "no, no estaba yo", False),
    ("violence", "me bajaron a punta de pistola", True),
    ("violence", "me golpearon", True),
    ("violence", "sí", True),
    ("violence", "no, no me hicieron nada", False),
    ("violence", "con un cuchillo", True),
    ("parked", "estaba estacionado", True),
    ("parked", "lo dejé afuera de mi casa", True),
    ("parked", "iba manejando", False),
    ("parked", "venía circulando", False),
    ("parked", "en la cochera", True),
    ("parked", "quise pasar el charco", False),
    ("parked", "iba por la avenida", False),
    ("parked", "sí, estacionado", True),
    ("detained", "estoy detenido", True),
    ("detained", "me llevaron al ministerio público", True),
    ("detained", "me quieren detener", True),
    ("detained", "no hay detenidos", False),
    ("detained", "no, nadie", False),
    ("detained", "nos tienen en los separos", True),
    ("detained", "necesito un abogado", True),
    ("detained", "no", False),
    ("licence", "sí, está vigente", True),
    ("licence", "no traigo licencia", False),
    ("licence", "está vencida", False),
    ("licence", "tengo licencia federal", True),
    ("licence", "sí tengo pero no la traigo", None),
    ("licence", "sí", True),
    ("licence", "se me venció", False),
    ("licence", "permanente, licencia permanente", True),
    ("licence", "sin licencia", False),
    ("trailer", "sin remolque", False),
    ("trailer", "traía una caja seca", True),
    ("trailer", "jalaba una plataforma", True),
    ("trailer", "no, voy solo", False),
    ("trailer", "doble remolque", True),
    ("trailer", "sí", True),
    ("trailer", "no, sin remolque", False),
    ("trailer", "puro tracto", False),
]


@pytest.mark.parametrize(("entity", "text", "value"), [row for row in FACTS if row[2] is not None or row[1] == "no sé"])
def test_an_answer_about_the_scene(entity, text, value):
    assert situation.read(entity, text) is value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("choqué y mi carro no camina, ya llegó tránsito", {"drivable": False, "authorities": True}),
        (
            "me robaron el carro, estaba estacionado, ya puse la denuncia",
            {"parked": True, "denuncia": True, "violence": False},
        ),
        (
            "me asaltaron a mano armada y se llevaron la camioneta, todavía no pongo la denuncia",
            {"violence": True, "denuncia": False},
        ),
        ("estoy detenido en la delegación por un choque", {"detained": True}),
        ("me pegaron por atrás en un alto", {}),
        ("hola buenas tardes", {}),
        ("mi celular no prende bien", {}),
        ("no ha llegado el ajustador", {}),
    ],
)
def test_facts_in_a_message(text, expected):
    assert {f.entity: f.value for f in situation.find(text)} == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("nada más yo", 1),
        ("solo yo", 1),
        ("iba solo", 1),
        ("íbamos cuatro", 4),
        ("dos", 2),
        ("éramos 3 en el carro", 3),
        ("mi esposa y yo", 2),
        ("cinco personas", 5),
        ("mi esposa, mi hijo y yo", 3),
        ("venía sola", 1),
        ("3 y yo", 4),
        ("no sé", None),
        ("el chofer nada más", 1),
        ("unas cuatro personas", 4),
    ],
)
def test_how_many_were_aboard(text, count):
    assert details.read_occupants(text) == count


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("38 años", 38),
        ("tengo treinta y ocho", 38),
        ("38", 38),
        ("treinta y ocho", 38),
        ("tiene 19 años", 19),
        ("diecinueve años", 19),
        ("no sé", None),
        ("1042587", None),
        ("es de 45 años", 45),
    ],
)
def test_an_age(text, years):
    assert details.age(text) == years


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("$1,500.50", "1500.50"),
        ("como 15 mil pesos", "15000.00"),
        ("dos mil quinientos pesos", "2500.00"),
        ("3000 varos", "3000.00"),
        ("no sé", None),
        ("póliza 1042587", None),
        ("$ 800", "800.00"),
        ("veinte mil pesos", "20000.00"),
    ],
)
def test_money(text, amount):
    assert details.money(text) == amount


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("el parabrisas", "parabrisas"),
        ("el vidrio de atrás", "medallón"),
        ("el medallón", "medallón"),
        ("el vidrio de la puerta del copiloto", "cristal de puerta"),
        ("el quemacocos", "quemacocos"),
        ("el vidrio de enfrente", "parabrisas"),
        ("la ventanilla del chofer", "cristal de puerta"),
        ("no sé", None),
        ("la aleta trasera", "aleta"),
    ],
)
def test_the_glass(text, part):
    assert details.glass_part(text) == part


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("me robaron las llantas", "las llantas"),
        ("se llevaron los cuatro rines y el estéreo", "cuatro rines, el estéreo"),
        ("la batería y los espejos", "la batería, los espejos"),
        ("no sé", None),
        ("el catalizador", "el catalizador"),
    ],
)
def test_stolen_parts(text, parts):
    assert details.stolen_parts(text) == parts


@pytest.mark.parametrize(
    ("text", "goods", "dangerous"),
    [
        ("llevaba 20 toneladas de cemento", "cemento", None),
        ("traía diesel", "diesel", True),
        ("nada peligroso, aguacate", "aguacate", False),
        ("cargado de varilla", "varilla", None),
        ("gas lp", "gas lp", True),
    ],
)
def test_cargo(text, goods, dangerous):
    said = details.cargo(text)
    assert (said["any"], said["goods"], said["dangerous"]) == (True, goods, dangerous)


@pytest.mark.parametrize("text", ["iba vacío", "no llevaba nada", "sin carga", "nada"])
def test_no_cargo(text):
    assert details.cargo(text)["any"] is False


def test_where_to_and_where_now():
    assert details.tow_destination("llévenlo al taller Hermanos Ruiz en Tonalá") == "taller Hermanos Ruiz en Tonalá"
    assert details.tow_destination("a mi casa por favor") == "mi casa por favor"
    assert details.tow_destination("no sé") is None
    assert details.whereabouts("aquí sigue, en el mismo lugar") == "aquí sigue"
    assert details.whereabouts("ya se lo llevaron al corralón") == "al corralón"
