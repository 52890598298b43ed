"""Names with particles, and who drove where it is told by whose hands the car was in."""

import pytest

from bot.nlu.parsers import name_answers, persons, standing

PARTICLES = [
    ("el chofer es anselmo de la torre", "Anselmo de la Torre", "driver"),
    ("manejaba gumaro de la fuente ríos", "Gumaro de la Fuente Ríos", "driver"),
    ("trae la unidad eusebio del bosque", "Eusebio del Bosque", "driver"),
    ("me llamo griselda de la o", "Griselda de la O", "reporter"),
    ("soy Elvira de los Monteros Luna", "Elvira de los Monteros Luna", "reporter"),
    ("a nombre de cirilo de la vara", "Cirilo de la Vara", "insured"),
    ("habla Marta viuda de Solís", "Marta viuda de Solís", "reporter"),
    ("está mal, el chofer se llama braulio no fabián braulio jara", "Braulio Jara", "driver"),
    ("el chofer es anselmo de la sucursal norte", "Anselmo", "driver"),
    ("manejaba aristeo de la empresa", "Aristeo", "driver"),
    ("soy Nicolás de Toluca", "Nicolás", "reporter"),
    ("el operador es Ramiro del turno de noche", "Ramiro", "driver"),
]


@pytest.mark.parametrize("text,name,role", PARTICLES)
def test_a_name_is_whole_or_ends_before_its_particle(text, name, role):
    assert [(f.value["name"], f.value["role"]) for f in persons.find(text)] == [(name, role)]


@pytest.mark.parametrize("text,name", [
    ("anselmo de la torre", "Anselmo de la Torre"), ("fue Braulio de Anda", "Braulio de Anda"),
    ("mi apá, don Neto Barrientos", "Neto Barrientos"), ("lo traía mi amá Cuca Lira", "Cuca Lira"),
    ("está mal, se llama abundio no evaristo abundio jara", "Abundio Jara"),
    ("es irene no irma irene cordero", "Irene Cordero"),
])  # fmt: skip
def test_an_answer_to_who(text, name):
    assert name_answers.read_name(text).name == name


def drivers(text):
    return [f.value["name"] for f in persons.find(text) if f.value["role"] == "driver"]


@pytest.mark.parametrize("text,name", [
    ("mi hija Renata se llevó mi coche a la prepa y chocó contra una combi", "Renata"),
    ("mi tía, doña Eulalia, de 68 años, regresaba de misa en su Chevy rojo y un taxi le pegó", "Eulalia"),
    ("le presté mi camioneta a mi primo Saúl Rentería y se volteó", "Saúl Rentería"),
    ("mi hermano Toño agarró el carro para ir por tortillas y lo chocaron", "Toño"),
    ("mi esposa Maribel iba en su Aveo a la oficina cuando le pegó un taxi", "Maribel"),
    ("mi abuelo don Cirilo se fue en la troca al rancho y se volteó", "Cirilo"),
    ("el coche lo tenía mi hermana Brenda Soto", "Brenda Soto"),
    ("mi hijo Iker usó mi coche anoche y lo chocó", "Iker"),
    ("mi yerno Omar Lugo me pidió el carro prestado y lo estrelló", "Omar Lugo"),
    ("mi hijo Iker salió con sus amigos y chocó en Celaya", "Iker"),
    ("mi apá Toribio Nava chocó en Tepic", "Toribio Nava"),
])  # fmt: skip
def test_who_had_the_car_drove(text, name):
    assert drivers(text) == [name]


@pytest.mark.parametrize("text", [
    "mi hija Renata venía en el camión y la asaltaron",
    "mi mamá Rosa iba conmigo en mi coche",
    "mi hija Sofía venía en el asiento de atrás de mi coche",
    "mi vecino Raúl Peña venía en su camioneta y le pegó a mi coche estacionado",
    "mi compadre Toño iba en su moto y me chocó",
    "mi vecino Raúl Peña se llevó mi coche sin permiso",
    "mi sobrino Eric me llevó al hospital",
    "iba con mi hija Renata y chocó un taxi conmigo",
])  # fmt: skip
def test_who_did_not_have_it_did_not_drive(text):
    assert drivers(text) == []


@pytest.mark.parametrize("text,alone", [
    ("yo estoy en la casa, no estoy ahí con ella", None),
    ("mi esposo chocó, yo estoy en mi casa con los niños", None),
    ("mi hijo lo chocó y lo dejó en la casa", None),
    ("me quedé en la casa, mi hija fue la que chocó", None),
    ("ya estoy en la casa, me chocaron en el bulevar", None),
    ("estaba yo en mi casa cuando un taxi le pegó a mi coche", True),
    ("estoy en mi casa, le pegaron a mi carro afuera", True),
    ("mi carro estaba en la casa y le pegaron", True),
    ("un carro chocó contra el mío que estaba en mi cochera", True),
])  # fmt: skip
def test_a_caller_at_home_is_no_parked_car(text, alone):
    assert standing.stood_alone(text, unseen=False) is alone
