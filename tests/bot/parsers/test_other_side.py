"""Whoever else took part, told in passing; whether they left or stayed; whether the car stood alone."""

import pytest

from bot.nlu.parsers import left, occupants, standing, third_parties

# (text, (any, fled)); None where nobody else is told of.
TOLD = [
    ("la d la ruta 27 se peló", (True, True)),
    ("la pipa de atrás no guardó su distancia", (True, None)),
    ("el tráiler que venía atrás ya no alcanzó a detenerse", (True, None)),
    ("se amarró la combi de adelante y se me fue el pie", (True, None)),
    ("un plebe en cuatrimoto me voló el retrovisor", (True, None)),
    ("un microbús de la ruta 8 se atravesó y me llevó de corbata", (True, None)),
    ("the lady behind me didn't look and hit me", (True, None)),
    ("a man on a bike hit me and he drove away", (True, True)),
    ("el camión de atrás me ayudó a empujar el coche", None),
    ("un camión de la ruta 8 se paró y me ayudó", None),
    ("la combi de enfrente está estacionada", None),
    ("the wheel took off", None),
    ("los de la combi siguen aquí", (True, False)),
    ("la del Sentra ya se bajó y estamos esperando juntos", (True, False)),
    ("pipa m sacó del carril", (True, None)),
    ("microbús me cerró y ni se detuvo", (True, True)),
    ("choqué con un chavo en motoneta", (True, None)),
    ("Xoqué con 1 combi", (True, None)),
    ("le pegué a una doñita, ahí la tengo enfrente", (True, False)),
    ("una muchacha se me aventó encima saliendo de reversa", (True, None)),
    ("el vecino en reversa le hundió la puerta", (True, None)),
    ("el joven se hizo responsable", (True, False)),
    ("el señor se ha portado muy bien, está aquí conmigo", (True, False)),
    ("iba huyendo un Jetta negro", (True, True)),
    ("el tipo se arrancó", (True, True)),
    ("un taxi me rozó y siguió como si nada", (True, True)),
    ("la combi se paró tantito, dijo que iba a orillarse y ya no volvió", (True, True)),
    ("me aventó un camión y no s paró", (True, True)),
    ("m robaron la tsuru, la deje 1 hr y ya no ta", None),
    ("se abrió la caja y se regó todo", None),
    ("la compuerta se abrió y cayó todo", None),
    ("la puerta se abrió sola", None),
    ("se me abrió el cofre en la carretera", None),
    ("me fui a la cuneta, no le pegué a nadie", (False, None)),
    ("no chocamos con ningún carro", (False, None)),
    ("el carro es de mi papá pero lo traía mi tía y le pegó a una barda", None),
    ("me dieron un culatazo y me bajaron", None),
    ("un señor me ayudó a empujar", None),
    ("el señor de la grúa ya llegó", None),
    ("la señora de la tienda llamó a la ambulancia", None),
    ("mi esposo está aquí conmigo", None),
    ("mi hijo se fue al hospital", None),
    ("soy la de la camioneta roja", None),
    ("el chofer se quedó en el camión", None),
    ("la grúa se quedó esperando", None),
    ("mi camioneta se quedó sin gasolina", None),
    ("se me fue el volante", None),
]
ANSWERS = [
    ("sí", False), ("no", True), ("no sé", None), ("sí, aki sigue", False), ("ya se fue", True), ("sigue", False),
    ("no, se peló", True), ("no se ha ido", False), ("todavía está", False), ("aquí andan los dos", False),
    ("acá anda", False), ("aquí stan", False), ("ahí lo tengo", False), ("ella trae un Tiida, y sí se quedó", False),
    ("un Chevy con una señora, aquí está", False), ("sí pero se dio a la fuga", True), ("ya no está", True),
    ("sí, un taxi", None), ("no hay otro vehículo", None), ("se lo llevó la ambulancia", None), ("nadie más", None),
]  # fmt: skip
ALONE = [
    ("amaneció todo rayado", True),
    ("ni los oímos", True),
    ("mi carro estaba solo, yo andaba de compras", True),
    ("mientras dormíamos le quitaron los rines", True),
    ("cuando salí del cine ya me lo habían chocado", True),
    ("me lo encontré abollado", True),
    ("la dejé en la calle y le cayó una barda", True),
    ("iba circulando y me cayó un árbol", None),
    ("me granizó en la carretera, venía manejando", None),
    ("al salir de la curva había un árbol", None),
    ("el chofer se quedó solo", None),
]


@pytest.mark.parametrize("text,wanted", TOLD)
def test_somebody_else_told_of_in_passing(text, wanted):
    seen = third_parties.find(text)
    assert ((seen[0].value["any"], seen[0].value["fled"]) if seen else None) == wanted


@pytest.mark.parametrize("text,fled", ANSWERS)
def test_whether_the_others_left(text, fled):
    assert left.read(text) is fled


@pytest.mark.parametrize("text,back", [
    ("no, nada más el poste", True), ("no, fue un perro", True), ("no, choqué solo", True),
    ("no hay otro vehículo", False), ("nadie más", False), ("sí, un taxi", False),
])  # fmt: skip
def test_whether_the_others_are_taken_back(text, back):
    assert third_parties.takes_back(text) is back


@pytest.mark.parametrize("text,alone", ALONE)
def test_a_car_that_stood_alone(text, alone):
    assert standing.stood_alone(text) is alone


@pytest.mark.parametrize("kind,text,violence,stood", [
    ("vandalism", "me ralló las puertas con una llave", None, True),
    ("vandalism", "le echaron thinner", None, True),
    ("vandalism", "me aventaron una piedra cuando pasaba", None, False),
    ("vandalism", "me golpeó el cofre con un bat", None, False),
    ("partial_theft", "me robaron los espejos", False, True),
    ("partial_theft", "me robaron los espejos", None, False),
    ("partial_theft", "me robaron los espejos en el semáforo", False, False),
])  # fmt: skip
def test_what_is_done_only_to_a_car_that_stands(kind, text, violence, stood):
    assert standing.must_have_stood(kind, text, violence) is stood


@pytest.mark.parametrize("text,count", [
    ("íbamos ocho seis adultos y dos niños", 8), ("4 con la niña", 4), ("5 con todo y el chofer", 5),
    ("íbamos mi abue, mis tres primas y yo que manejaba", 5), ("mis tías Lola y Meche, mi papá y yo", 4),
    ("venía con mis sobrinos Pepe, Toño y Luis", 4), ("mi hermana Lupe, su novio y yo", 3), ("mis hijos y yo", None),
])  # fmt: skip
def test_how_many_were_on_board_when_asked(text, count):
    assert occupants.read(text) == count


@pytest.mark.parametrize("text,count", [
    ("Veníamos cuatro: mi papá trae un golpe", 4), ("nos pegó un taxi, somos cinco dos van lastimados", 5),
    ("salimos por el parabrisas los 2", 2), ("mi suegra, el niño y yo, los tres bien", 3),
    ("unos bomberos nos sacaron a los cuatro", 4), ("venimos muy bien las tres", 3),
    ("veníamos bien los dos", 2), ("venimos bien por los 3 carriles", None),
    ("veníamos mi cuñada y yo", 2), ("íbamos a las 5 30", None),
    ("somos 3 carros", None), ("los dos estamos bien, él y yo", None), ("íbamos como 4 cuadras", None),
    ("estamos los 2 esperando", None),
])  # fmt: skip
def test_how_many_were_on_board_told_in_passing(text, count):
    assert occupants.occupants(text) == count
