"""The smaller details: who was aboard, ages, money, glass, parts, cargo."""

import pytest

from bot.nlu.parsers import details, glass, occupants


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
        ("mi hermana, su novio y yo, tres personas", 3),
        ("íbamos mi papá, mi tío y yo, puros señores: 3 hombres", 3),
        ("2 adultos, 3 niños", 5),
        ("íbamos mi suegro y yo y atrás los dos chiquillos", 4),
        ("veníamos mi vecina y yo, y adelante mi sobrino", 3),
        ("mi sobrina que tiene 14 y yo", 2),
    ],
)
def test_how_many_were_aboard(text, count):
    assert occupants.read(text) == count


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
        ("tiene 43 años y lleva once en la ruta", 43),
        ("lleva trece años en la empresa", None),
        ("maneja desde hace 20 años", None),
        ("ya tiene 12 años de experiencia", None),
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
        ("el vidrio de atrás", "medallón trasero"),
        ("el medallón", "medallón trasero"),
        ("el vidrio de la puerta del copiloto", "cristal de puerta del copiloto"),
        ("el quemacocos", "quemacocos"),
        ("el vidrio de enfrente", "parabrisas"),
        ("la ventanilla del chofer", "cristal de puerta del chofer"),
        ("no sé", None),
        ("la aleta trasera", "aleta"),
        ("la ventanita triangular de atrás", "aleta"),
        ("el vidrito ese chiquito de la puerta", "aleta"),
    ],
)
def test_the_glass(text, part):
    assert glass.read(text) == part


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


@pytest.mark.parametrize(
    "text, kind",
    [
        ("llevaba costales de cemento", "B"), ("veinte chivos", "B"), ("unos colchones y roperos", "B"),
        ("traía huevo y hortalizas", "A"), ("cajas de medicamento", "A"), ("puro pepino", "A"),
        ("tambos de tíner", "C"), ("tanques de gas", "C"), ("herbicida y fertilizante", "C"),
        ("huevo, y dos tambos de pegamento", "C"), ("cosas de la empresa", None),
    ],
)  # fmt: skip
def test_the_most_dangerous_of_the_load_decides_its_type(text, kind):
    said = details.cargo(text)
    assert (said and said["type"]) == kind


@pytest.mark.parametrize("text", ["iba vacío", "no llevaba nada", "sin carga", "nada"])
def test_no_cargo(text):
    assert details.cargo(text)["any"] is False


def test_where_to_and_where_now():
    assert details.tow_destination("llévenlo al taller Hermanos Ruiz en Tonalá") == "taller Hermanos Ruiz en Tonalá"
    assert details.tow_destination("a mi casa por favor") == "mi casa por favor"
    assert details.tow_destination("no sé") is None
    assert details.whereabouts("aquí sigue, en el mismo lugar") == "aquí sigue"
    assert details.whereabouts("ya se lo llevaron al corralón") == "al corralón"


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("mi sobrino Toño de 18 se estrelló en la glorieta de la fuente", 18),
        ("reporto por mi abuelo que tiene 79 años y está asustado, le pegaron en la calle", 79),
        ("la que traía el volante era mi nuera Rosa, ella tiene veintitrés años", 23),
        ("mi esposa de 45 venía manejando y mi suegra atrás", 45),
        ("mi mamá de 60 años está lastimada, yo manejaba", None),
        ("me pegó un joven de 20 años", None),
        ("mi carro de 10 años", None),
        ("tengo 30 años manejando y nunca había chocado", None),
        ("el operador lleva 9 años con nosotros y nunca había chocado", None),
        ("el chofer tiene quince años de trailero", None),
        ("el chofer tiene 38 años y 12 de experiencia", 38),
        ("mi hijo de 17 años manejando mi carro se estampó", 17),
        ("atropellé a un señor de 60 años", None),
        ("la llevaba mi yerno, tiene 28 y trae su licencia", 28),
        ("soy la mamá de Rubí, ella tiene diecinueve y chocó saliendo del trabajo", 19),
        ("mi sobrino de 16 le pegó a la barda de la escuela", 16),
        ("mi abuelita de 77 le dio al portón", 77),
        ("tengo 58 años y choqué con la banqueta por el aguacero tan fuerte", 58),
        ("le di a una camioneta, el señor tiene 66 y no trae licencia", None),
        ("me dio un chamaco, tiene 17 y venía manejando sin permiso", None),
        ("iba manejando yo y mi mamá tiene 70 y está asustada", None),
        ("mi tía de 64 se pegó en la rodilla con la guantera", None),
        ("ya tiene 25 minutos y no llega la patrulla, mi cuñado chocó", None),
    ],
)
def test_the_driver_s_age_told_in_passing(text, years):
    ages = [one.value for one in details.find(text) if one.entity == "age"]
    assert (ages[0] if ages else None) == years


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("el vidrio del copiloto", "cristal de puerta del copiloto"),
        ("el medallón, o sea el de atrás; el parabrisas está perfecto", "medallón trasero"),
        ("el parabrisas no le pasó nada, fue la ventanilla del chofer", "cristal de puerta del chofer"),
        ("no fue el medallón, fue el parabrisas", "parabrisas"),
        ("el quemacocos aguantó, el medallón está hecho pedazos", "medallón trasero"),
        ("el parabrisas sigue bien estrellado", "parabrisas"),
        ("la ventana derecha de atrás", "cristal de puerta trasera derecha"),
        ("el cristal trasero izquierdo", "cristal de puerta trasera izquierda"),
        ("el parabrisas", "parabrisas"),
    ],
)
def test_which_glass(text, part):
    assert glass.read(text) == part
