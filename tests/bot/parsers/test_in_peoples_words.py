"""People, numbers and things as callers tell them: by relation, taken back, somebody else's, in slang."""

from datetime import datetime

import pytest

from bot.nlu.parsers import (
    ages,
    cargo,
    inciso,
    name_answers,
    occupants,
    persons,
    phone,
    plates,
    situation,
    third_parties,
    vehicle,
)

NOW = datetime(2026, 3, 18, 16, 30)

NAMED = [
    ("mi roomie, Fer, Fernanda Ulloa Ríos", "Fernanda Ulloa Ríos", "roomie"),
    ("mi carnal, luis ibarra", "Luis Ibarra", "carnal"),
    ("iba mi ija daniela rojas", "Daniela Rojas", "ija"),
    ("mi hija la mayor, Elena Prado", "Elena Prado", "hija"),
    ("mi difunto padre, don Eusebio Chi Canul", "Eusebio Chi Canul", "difunto padre"),
    ("a nombre de mi esposo, que en paz descanse, Ramón Chávez Luna", "Ramón Chávez Luna", "esposo"),
    ("mi cuñado hermilo torres", "Hermilo Torres", "cunado"),
    ("mi socio, el inge Raúl Pineda", "Raúl Pineda", "socio"),
    ("mi vieja", None, "vieja"),
    ("la chava que nos ayuda", None, None),
    ("el muchacho que nos ayuda", None, None),
    ("Pepe Luna... bueno, ponga José Luna Arce", "José Luna Arce", None),
    ("Toño Cruz, no, mejor Antonio Cruz Vela", "Antonio Cruz Vela", None),
    ("josé ma. robles o de mi tía: marta solís", "José Ma. Robles", None),
    ("habla la contadora Rosa Peralta de Transportes Lince", "Rosa Peralta", None),
    ("Irene Montes de Oca", "Irene Montes de Oca", None),
    ("Luisa Gómez viuda de Prado", "Luisa Gómez viuda de Prado", None),
    ("habla el contador pedro sauri de la oficina", "Pedro Sauri", None),
]


@pytest.mark.parametrize(("text", "name", "relation"), NAMED)
def test_a_name_beside_a_relation_a_title_or_another_name(text, name, relation):
    said = name_answers.read_name(text)
    assert (said.name if said else None) == name
    assert relation is None or said.relation == relation


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Marta Olvera, buenas. Le pegué a un poste", "Marta Olvera"),
        ("Buenas tardes, Teresa Luna. Me chocaron", "Teresa Luna"),
        ("hola buenas noches, raul ochoa de monterrey, me robaron", "Raúl Ochoa"),
        ("Benito Juárez, Cancún, me chocaron", None),
        ("Buenas tardes, me chocaron", None),
    ],
)
def test_whoever_greets_with_a_name_reports(text, name):
    assert next((f.value["name"] for f in persons.find(text) if f.value["role"] == "reporter"), None) == name


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("867 714 29 3... espere, 38", "+528677142938"),
        ("es el 33 18 45 22 91, no, 90", "+523318452290"),
        ("33 1845 2291, perdón, termina en 95", "+523318452295"),
        ("33 1845 2291 extensión 20", "+523318452291"),
        ("33 1845 2290 o si no 33 1845 2299 de mi mamá", "+523318452290"),
    ],
)
def test_the_end_of_a_number_said_again(text, number):
    assert phone.read(text).e164 == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("es el tres ay no perdón el tres es la moto la mía es la cinco", 5),
        ("el 3... no, el 4", 4),
        ("el 12, digo 21", 21),
        ("no es el 3, es el 5", 5),
        ("es el dos no el uno", 2),
        ("el 2, no traigo el papel", 2),
    ],
)
def test_the_inciso_that_holds(text, number):
    assert inciso.read(text) == number


@pytest.mark.parametrize(
    ("text", "mine", "others"),
    [
        ("YZC-518-B, y las del otro son YRA-229-C", "YZC518B", {"YRA229C"}),
        ("las del otro son YRA-229-C, las mías YZC-518-B", "YZC518B", {"YRA229C"}),
        ("YRA-229-C son las del otro, las mías son YZC-518-B", "YZC518B", {"YRA229C"}),
        ("la del taxi que me pegó es VWN-31-08, la mía luego se la paso", None, {"VWN3108"}),
        ("las placas de mi carro son YZC-518-B", "YZC518B", set()),
        ("placas del taxi A-123-TXA", "A123TXA", set()),
    ],
)
def test_whose_plates_they_are(text, mine, others):
    assert (plates.read(text), plates.others(text)) == (mine, frozenset(others))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("mis suegros, mi hermano y yo", 4),
        ("mis papás", 3),
        ("2 atrás y 3 adelante", 5),
        ("puro operador", 1),
        ("gracias a dios estamos bien los cinco", 5),
        ("mis hijos y yo", None),
        ("toda la familia", None),
    ],
)
def test_the_people_aboard_added_up(text, count):
    assert occupants.read(text) == count


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("cumplo los 70 en mayo", 69),
        ("hoy cumplo 40", 40),
        ("voy a cumplir 22", 21),
        ("ya cumplí 31", 31),
        ("nací en enero del 79", 47),
        ("nací el 3 de mayo de 1990", 35),
        ("soy del 92", 34),
        ("tiene 17 apenas", 17),
    ],
)
def test_an_age_by_the_calendar(text, years):
    assert ages.age(text, NOW) == years


@pytest.mark.parametrize(
    ("text", "fled"),
    [
        ("ya c largó", True),
        ("un chevy gris, le dio gas y ni su rastro", True),
        ("el wey agarró monte", True),
        ("se esfumó el del jetta", True),
        ("un señor en su bici, aquí está", False),
        ("un taxi me pegó", None),
    ],
)
def test_whether_they_are_gone(text, fled):
    assert third_parties.read(text)["fled"] is fled


@pytest.mark.parametrize(
    ("entity", "text", "value"),
    [
        ("detained", "se llevaron a mi sobrino a los separos", True),
        ("detained", "subieron al chofer a la patrulla", True),
        ("detained", "se llevaron al otro conductor a barandilla", None),
        ("detained", "se llevaron el coche al corralón", None),
        ("authorities", "los de tránsito me exigen que lo quite", True),
        ("authorities", "ni sus luces, oiga", False),
        ("authorities", "ni se han asomado", False),
        ("parked", "yo no estaba en el carro, lo dejé estacionado", True),
        ("parked", "taba parado afuera de la tienda", True),
        ("parked", "estaba en el carro cuando me pegaron", False),
    ],
)
def test_the_scene(entity, text, value):
    assert situation.read(entity, text) is value


@pytest.mark.parametrize(
    ("text", "spilled"),
    [
        ("se venció la compuerta y se vino toda la carga de naranja", True),
        ("se me vino abajo el viaje de cemento", True),
        ("se me fueron al piso las cajas de cerveza", True),
        ("se nos vino parte de la mercancía", True),
        ("la carga de naranja no se vino abajo, viene completa", False),
        ("cajas de leche y ninguna se cayó", False),
        ("llevaba cloro, ni una se rompió", False),
        ("refresco, se regaron unas cajas", True),
        ("se abrió la caja y se vino toda la carga de sandía a la carretera", True),
        ("se soltaron las vigas", True),
        ("se me fueron las varillas al suelo", True),
        ("quedó toda la naranja en el asfalto", True),
        ("traía cerveza, las cajas quedaron en la calle", True),
        ("llevaba reses, se salieron a la carretera", True),
        ("llevaba arena y se vació en la carretera", True),
        ("se voló la lona y fueron cayendo los costales de maíz", True),
        ("traía mercancía, la carga se desprendió", True),
        ("cargaba varilla, ninguna se soltó", False),
        ("llevaba cemento, se soltó un costal pero no se cayó", False),
        ("llevo tubos, vienen bien amarrados", None),
        ("se me ladeó la carga de madera", None),
        ("le pegó a dos carros y quedó en la cuneta", None),
    ],
)
def test_whether_the_load_spilled(text, spilled):
    assert cargo.cargo(text)["spilled"] is spilled


@pytest.mark.parametrize(
    ("text", "model"),
    [
        ("ese Jetta es de mi primo, el mío es un Versa", "Versa"),
        ("la Ranger ya la vendí, mi carro es un Aveo", "Aveo"),
        ("Una Lobo blanca placas SNK-284-A me dio por detrás", None),
        ("el camión de la basura le arrancó el espejo a mi coche", None),
    ],
)
def test_whose_vehicle_it_is(text, model):
    assert next((f.value["model"] for f in vehicle.find(text)), None) == model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no, la mía es la del dos mil veintiuno", {"year": 2021}),
        ("el mío es el rojo", {"color": "rojo"}),
        ("el Sentra City", {"model": "Sentra"}),
        ("es el City", {"make": "Honda", "model": "City"}),
        ("traigo una combi 98", {"make": "Volkswagen", "model": "Combi", "year": 1998}),
        ("mi combi es una Nissan Urvan", {"make": "Nissan"}),
    ],
)
def test_the_callers_own_one_in_few_words(text, expected):
    said = vehicle.read(text)
    assert {key: said[key] for key in expected} == expected


@pytest.mark.parametrize(
    ("text", "parked"),
    [
        ("le di a un Pointer estacionado", None),
        ("raspé dos coches que estaban estacionados", None),
        ("me pegaron mi carro estacionado", True),
        ("le pegaron a mi carro que estaba estacionado", True),
    ],
)
def test_whose_vehicle_was_parked(text, parked):
    assert next((f.value for f in situation.find(text) if f.entity == "parked"), None) is parked
