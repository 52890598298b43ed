"""People, numbers and cars as strangers tell them in passing: what is taken, and the look-alikes that are left."""

import pytest

from bot.nlu.parsers import every, name_answers, persons, phone, policy_number, vehicle
from bot.nlu.parsers.numbers import read_number

NAMED = [
    # A title in something, a trade of something
    ("soy la licenciada en derecho Miriam Zetina Pool", "Miriam Zetina Pool", "reporter"),
    ("habla el ingeniero en sistemas Ulises Cab Euán, me pegaron", "Ulises Cab Euán", "reporter"),
    ("buenas soy la maestra de primaria Leticia Corral", "Leticia Corral", "reporter"),
    ("le habla el doctor en biología Omar Quintana", "Omar Quintana", "reporter"),
    # Short for the driver
    ("el op es saturnino becerra", "Saturnino Becerra", "driver"),
    ("op: Nabor Cisneros Vera", "Nabor Cisneros Vera", "driver"),
    ("el chof se llama efrain salas", "Efraín Salas", "driver"),
    ("cond: Mireya Solano", "Mireya Solano", "driver"),
    # A name of no list, of somebody of the speaker's
    ("mi nuera Yolixtli traía mi Sentra y la chocaron", "Yolixtli", "driver"),
    ("mi yerno itzcali iba manejando", "Itzcali", "driver"),
    # Initials that are registered so
    ("el carro está a nombre de j guadalupe robles ayala", "J Guadalupe Robles Ayala", "insured"),
    ("soy m dolores ortega luna", "M Dolores Ortega Luna", "reporter"),
    # Told in the past, of whoever died or is not there
    ("la póliza está a nombre de mi esposo que en paz descanse, se llamaba Aurelio Cota Prado", "Aurelio Cota Prado",
     "insured"),
    ("el seguro viene a nombre de mi suegra, ella se llama Imelda Cano", "Imelda Cano", "insured"),
    # Beside the number of the policy
    ("claro: 7001450, es la de Comercializadora Nayar, la camioneta", "Comercializadora Nayar", "insured"),
    ("póliza 2087713, viene a nombre de Jorge Ibarra Castañeda", "Jorge Ibarra Castañeda", "insured"),
    ("la camioneta no es mía, es de mi suegro Rubén Aldaco", "Rubén Aldaco", "insured"),
    ("chocó nuestro mecánico Toño Palafox", "Toño Palafox", "driver"),
    ("soy la abuela de Renata Pineda, la acaban de chocar en Lerma", "Renata Pineda", "driver"),
    ("Elba Castrejón Luna, servidora. Se me ponchó una llanta", "Elba Castrejón Luna", "reporter"),
    ("Laura Méndez, la titular, anda de viaje", "Laura Méndez", "insured"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "role"), NAMED)
def test_who_is_named_in_passing(text, name, role):
    assert (name, role) in [(f.value["name"], f.value["role"]) for f in persons.find(text)]


@pytest.mark.parametrize("text", [
    "le pegué al poste de la luz, el dueño de la casa ya salió",
    "me fui contra un poste de luz. La dueña del puesto está enojada",
    "estaba en la colonia la paz, el dueño del otro carro no está",
    "iba yo manejando el Clio de mi tía",
    "mi hermano venía manejando la Montana",
    "yo conducía el Rio cuando se atravesó",
    "mi vecino traía su León y nos pegó",
])  # fmt: skip
def test_what_is_no_name(text):
    assert [f.value["name"] for f in persons.find(text) if f.value["name"]] == []


@pytest.mark.parametrize(("text", "name"), [
    ("está a nombre de mi señora, ella se llamaba Ofelia Rangel Pinto", "Ofelia Rangel Pinto"),
    ("del asegurado es mi tío se llama j refugio camarena", "J Refugio Camarena"),
    ("la licenciada en contaduría Nayeli Sosa", "Nayeli Sosa"),
])  # fmt: skip
def test_a_name_that_was_asked_for(text, name):
    assert name_answers.read_name(text).name == name


@pytest.mark.parametrize(("text", "digits"), [
    ("uno ce ro cua tro dos cin co ocho sie te", "1042587"),
    ("es la nue ve nue ve dos cientos doce", "99212"),
    ("vein te ochenta y sie te siete trece", "2087713"),
])  # fmt: skip
def test_a_number_word_heard_in_two_pieces(text, digits):
    assert read_number(text)[0] == digits


@pytest.mark.parametrize("text", ["no sé te digo", "on ce", "que se te quite", "a la una o dos no sé", "ya se ve inte"])
def test_words_that_only_together_are_a_number(text):
    assert [n for n in read_number(text) if n in ("11", "7", "1")] == []


def test_a_number_begun_again():
    said = "es uno cero cuatro dos ay no espéreme es uno cero cuatro dos cinco ocho siete"
    assert [f.value for f in policy_number.find(said)] == ["1042587"]


@pytest.mark.parametrize("text", [
    "aquí mismo", "en el mismo lugar donde me pegaron", "aquí sigue en el mismo estacionamiento",
    "¿guardan lo que les escribo?", "me llamaron por aquí", "aquí mismo está, ya hablé con la patrulla",
])  # fmt: skip
def test_where_it_is_gives_no_telephone(text):
    assert phone.find(text) == []


@pytest.mark.parametrize("text", ["márqueme aquí mismo", "me pueden escribir por aquí mismo", "me marcan aquí mismo"])
def test_the_number_in_use_in_passing(text):
    assert [f.value for f in phone.find(text)] == [phone.SAME]


@pytest.mark.parametrize(("text", "color"), [
    ("es ese pero ya no es blanco, lo pinté de guinda", "guinda"),
    ("sí es, nada más que lo mandé pintar de azul", "azul"),
    ("ahora es negro, lo repinté en enero", "negro"),
    ("ya no es rojo, ahora es gris", "gris"),
    ("mi Jetta era blanco pero está pintado de verde", "verde"),
    ("lo tengo forrado de negro mate", "negro mate"),
])  # fmt: skip
def test_a_colour_that_was_changed(text, color):
    assert [f.value["color"] for f in vehicle.find(text)] == [color]


@pytest.mark.parametrize(("text", "year"), [
    ("es un Jetta 2014... no, 15", 2015), ("un Versa modelo 18, ay perdón, 2019", 2019),
    ("mi Aveo es dos mil doce no dos mil trece", 2013), ("traigo un Spark 2016, no trae placas", 2016),
    ("mi March 2015, no 2 personas, iban 3", 2015),
])  # fmt: skip
def test_a_year_put_right(text, year):
    assert [f.value["year"] for f in vehicle.find(text)] == [year]


@pytest.mark.parametrize("text", [
    "le pegué a una barda recién pintada de blanco", "la casa está pintada de azul",
    "sí prende y avanza", "no avanza para nada", "me lo quitaron a mano armada", "unidad uno",
    "te doble u equis tres cero cinco ge", "Río Blanco esquina con Oriente 95", "frente al Smart de la avenida",
    "le di a alguien en un cruce", "choqué contra un transporte de personal", "se metió a un patio",
])  # fmt: skip
def test_what_is_no_car(text):
    assert [f.value for f in vehicle.find(text) if f.value["make"] or f.value["color"]] == []


@pytest.mark.parametrize("text", [
    "el de la Frontier quiso rebasar y le toqué el claxon", "la del Spark no se fijó",
    "al del Vento le sangra la nariz",
    "el Altima se detuvo de la nada y le pegué",
    "me estampé con el del Chevy", "los rateros andaban en un Altima", "frenó de repente el Versa y ya no alcancé",
    "se peló el otro, creo que era un Sentra", "un señor vio que era un Polo gris", "el Tsuru se le atravesó a mi hijo",
])  # fmt: skip
def test_the_car_of_somebody_else(text):
    assert [f.value["make"] for f in vehicle.find(text) if f.value["make"]] == []


@pytest.mark.parametrize(("text", "make"), [
    ("soy el del Aveo rojo", "Chevrolet"), ("es la póliza de la Ranger", "Ford"), ("las placas son las del Jetta",
     "Volkswagen"), ("se llevaron el carro, el bocho que era de mi abuelo", "Volkswagen"),
    ("mi Avanza sí camina", "Toyota"),
    ("la Avanza de mi suegra", "Toyota"), ("Avanza XLE", "Toyota"), ("yo traía el Rio", "Kia"),
    ("traigo una armada blanca", "Nissan"), ("un uno rojo", "Fiat"), ("es un Rio azul 2019", "Kia"),
])  # fmt: skip
def test_the_callers_car(text, make):
    assert [f.value["make"] for f in vehicle.find(text)] == [make]


@pytest.mark.parametrize(("text", "plates"), [
    ("una Honda ce erre ve dos mil quince gris", []),
    ("es un isuzu ele efe cuatrocientos", []),
    ("la póliza se quedó en la guantera del otro carro, le paso las placas, GTW-311-B", ["GTW311B"]),
    ("le puedo dar las placas: ULN-204-C", ["ULN204C"]),
])  # fmt: skip
def test_plates_beside_other_things(text, plates):
    assert [f.value for f in every.find_all(text) if f.entity == "plates"] == plates


def test_plates_that_are_somebody_elses():
    from bot.nlu.parsers import plates

    assert plates.others("el muchacho que me chocó sí traía placas, son HTR-551-D") == {"HTR551D"}
    assert plates.others("la señora que me pegó también trae placas ULN-204-C") == {"ULN204C"}
    assert plates.others("le doy las placas, GTW-311-B") == frozenset()
