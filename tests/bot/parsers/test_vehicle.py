"""Vehicles: which, and whose."""

import pytest

from bot.nlu.parsers import colors, third_parties, vehicle, years

OWN = [
    ("me rayaron con llave toda la Suburban anoche", {"model": "Suburban"}),
    ("me bajaron de la camioneta y se la llevaron, es una frontier blanca", {"model": "Frontier", "color": "blanco"}),
    ("no, el carro es 2013", {"make": None, "model": None, "year": 2013}),
    ("un Mazda 3 azul 2023", {"make": "Mazda", "model": "3", "year": 2023, "color": "azul"}),
    ("es un Seat Ibiza 2016 gris", {"make": "SEAT", "model": "Ibiza", "year": 2016, "color": "gris"}),
    ("traigo un versa advance 2021 gris oxford", {"make": "Nissan", "model": "Versa Advance", "color": "gris oxford"}),
    ("mi vocho rojo del 98", {"make": "Volkswagen", "year": 1998, "color": "rojo"}),
    (
        "chevrolet aveo ls dos mil dieciocho color vino",
        {"make": "Chevrolet", "model": "Aveo LS", "year": 2018, "color": "vino"},
    ),
    (
        "mi carro es un chevy monza plata 2008",
        {"make": "Chevrolet", "model": "Chevy Monza", "year": 2008, "color": "plata"},
    ),
    ("Kenworth T680 rojo 2019", {"make": "Kenworth", "model": "T680", "year": 2019, "kind": "tractor"}),
    ("traigo un quenworth t680", {"make": "Kenworth", "model": "T680"}),
    ("es una italika ft150 negra", {"make": "Italika", "model": "FT150", "color": "negro", "kind": "motorcycle"}),
    (
        "jetta clasico 2017 amarillo",
        {"make": "Volkswagen", "model": "Jetta Clásico", "year": 2017, "color": "amarillo"},
    ),
    ("nissan bersa 2019", {"make": "Nissan", "model": "Versa", "year": 2019}),
    ("F-150 2018 azul", {"make": "Ford", "model": "F-150", "year": 2018, "color": "azul"}),
    ("una lobo dos mil quince color arena", {"make": "Ford", "model": "Lobo", "year": 2015, "color": "arena"}),
    ("peugeot 206 rojo", {"make": "Peugeot", "model": "206", "color": "rojo"}),
    ("la camioneta es una ram 700 roja 2021", {"make": "RAM", "model": "700", "year": 2021, "color": "rojo"}),
    ("es un mazda tres rojo modelo veinticuatro", {"make": "Mazda", "model": "3", "year": 2024, "color": "rojo"}),
    (
        "camion freightliner cascadia 2016 blanco",
        {"make": "Freightliner", "model": "Cascadia", "year": 2016, "color": "blanco"},
    ),
    ("una np300 blanca modelo 16", {"make": "Nissan", "model": "NP300", "year": 2016, "color": "blanco"}),
    ("honda city uniq negro veinte veinte", {"make": "Honda", "model": "City Uniq", "year": 2020, "color": "negro"}),
    ("kia rio lx azul 2019", {"make": "Kia", "model": "Rio LX", "year": 2019, "color": "azul"}),
    ("Toyota Avanza XLE plata 2019", {"make": "Toyota", "model": "Avanza XLE", "year": 2019, "color": "plata"}),
    ("un march sense blanco 2019", {"make": "Nissan", "model": "March Sense", "year": 2019, "color": "blanco"}),
    ("elantra gls 2010 plateado", {"make": "Hyundai", "model": "Elantra GLS", "year": 2010, "color": "plata"}),
    ("maverick lariat verde 23", {"make": "Ford", "model": "Maverick Lariat", "year": 2023, "color": "verde"}),
    ("es un tsuru blanco del noventa y nueve", {"make": "Nissan", "model": "Tsuru", "year": 1999, "color": "blanco"}),
    ("el carro es una CRV gris plata 2015", {"make": "Honda", "model": "CR-V", "year": 2015, "color": "gris plata"}),
    ("CHEVROLET SPARK 2014 ROJO", {"make": "Chevrolet", "model": "Spark", "year": 2014, "color": "rojo"}),
    ("un beat ngo 2019", {"make": "Chevrolet", "model": "Beat", "year": 2019, "color": "negro"}),
    ("mi nave es un jetta gli 2020 rojo", {"make": "Volkswagen", "model": "Jetta GLI", "year": 2020, "color": "rojo"}),
    ("traigo una hilux roja 2022 doble cabina", {"make": "Toyota", "model": "Hilux", "year": 2022, "color": "rojo"}),
    ("mi troca es una cheyenne negra 2012", {"make": "Chevrolet", "model": "Cheyenne", "year": 2012, "color": "negro"}),
    ("venía en mi sentra gris", {"make": "Nissan", "model": "Sentra", "color": "gris"}),
    (
        "volkswagen pointer 2004 azul marino",
        {"make": "Volkswagen", "model": "Pointer", "year": 2004, "color": "azul marino"},
    ),
    ("una chevrolet tornado blanca 2017", {"make": "Chevrolet", "model": "Tornado", "year": 2017, "color": "blanco"}),
    ("mercedes benz clase c 2019 negro", {"make": "Mercedes-Benz", "model": "Clase C", "year": 2019, "color": "negro"}),
    ("bmw x3 2021", {"make": "BMW", "model": "X3", "year": 2021}),
    ("audi a4 blanco", {"make": "Audi", "model": "A4", "color": "blanco"}),
    ("suzuki swift 2018 naranja", {"make": "Suzuki", "model": "Swift", "year": 2018, "color": "naranja"}),
    ("un renault kwid 2022 gris", {"make": "Renault", "model": "Kwid", "year": 2022, "color": "gris"}),
    ("fiat mobi 2020 blanco", {"make": "Fiat", "model": "Mobi", "year": 2020, "color": "blanco"}),
    ("mg5 2023 azul", {"make": "MG", "model": "MG5", "year": 2023, "color": "azul"}),
    ("una jac frison t8 2022", {"make": "JAC", "model": "Frison T8", "year": 2022}),
    ("byd dolphin mini 2024 verde", {"make": "BYD", "model": "Dolphin Mini", "year": 2024, "color": "verde"}),
    ("chirey tiggo 7 2023 gris", {"make": "Chirey", "model": "Tiggo 7", "year": 2023, "color": "gris"}),
    ("moto bajaj pulsar ns 200 roja", {"make": "Bajaj", "model": "Pulsar NS200", "color": "rojo"}),
    ("yamaha fz25 azul 2021", {"make": "Yamaha", "model": "FZ25", "color": "azul", "year": 2021}),
    ("international prostar 2014 blanco", {"make": "International", "model": "Prostar", "year": 2014}),
    ("isuzu elf 400 blanca 2018", {"make": "Isuzu", "model": "ELF 400", "year": 2018, "color": "blanco"}),
    ("dodge attitude 2019 rojo", {"make": "Dodge", "model": "Attitude", "year": 2019, "color": "rojo"}),
    ("jeep grand cherokee limited 2017 negra", {"make": "Jeep", "model": "Grand Cherokee Limited", "year": 2017}),
    ("tengo un onda civic 2016 color tinto", {"make": "Honda", "model": "Civic", "year": 2016, "color": "tinto"}),
    (
        "es marca nissan modelo sentra año 2017 color gris",
        {"make": "Nissan", "model": "Sentra", "year": 2017, "color": "gris"},
    ),
    ("marca ford submarca fiesta modelo 2012", {"make": "Ford", "model": "Fiesta", "year": 2012}),
    ("un bochito amarillo 85", {"make": "Volkswagen", "year": 1985, "color": "amarillo"}),
    ("chevrolet onix dos mil veintidós", {"make": "Chevrolet", "model": "Onix", "year": 2022}),
    ("un wolkswagen gol blanco", {"make": "Volkswagen", "model": "Gol", "color": "blanco"}),
]


@pytest.mark.parametrize(
    ("text", "model"),
    [
        ("se metió el agua al estacionamiento y el versa quedó flotando", "Versa"),
        ("el arroyo se llevó el tsuru", "Tsuru"),
        ("con el ciclón el agua arrastró la ranger", "Ranger"),
        ("el granizo le pegó a la crv", "CR-V"),
        ("se vino abajo la barda y le cayó al jetta", "Jetta"),
        ("el viento tumbó un anuncio y le pegó al civic", "Civic"),
    ],
)
def test_what_water_or_wind_took_is_the_callers(text, model):
    assert vehicle.find(text)[0].value["model"] == model
    assert third_parties.find(text) == []


@pytest.mark.parametrize(("text", "expected"), OWN)
def test_the_callers_own_vehicle(text, expected):
    found = vehicle.find(text)
    assert found, "nothing found"
    assert {key: found[0].value[key] for key in expected} == expected


@pytest.mark.parametrize(
    ("text", "model"),
    [
        ("iba en mi np300 modelo 19 y un tsuru blanco se pasó el alto", "NP300"),
        ("choque con mi sentra contra una ram 2500", "Sentra"),
        ("mi jetta gris lo golpeó un camión", "Jetta"),
        ("venía manejando mi aveo y me pegó un jetta negro", "Aveo"),
        ("me pegó un jetta negro por atrás, yo traigo un aveo rojo", "Aveo"),
        ("manejaba un versa blanco cuando una cheyenne se me cerró", "Versa"),
        ("iba en un spark y choqué con una suburban", "Spark"),
        ("mi carro es un vento y el otro es un march", "Vento"),
        ("le pegué a un tsuru con mi camioneta frontier", "Frontier"),
        ("un camión me aventó mi beat contra la banqueta", "Beat"),
        ("traía el ibiza de mi papá y me chocó una moto italika", "Ibiza"),
        ("en mi lobo 2018 me estampé contra un taxi tsuru", "Lobo"),
    ],
)
def test_own_and_other_vehicles_in_one_message(text, model):
    found = vehicle.find(text)
    assert found and found[0].value["model"].startswith(model)
    assert third_parties.find(text) and third_parties.find(text)[0].value["any"]


OTHERS = [
    "con la otra señora quedamos en paz, manejaba un Spark",
    "el otro muchacho y yo nos saludamos, traía una Ranger",
    "con la lluvia me pegó el jetta",
    "se metió el agua a la calle y el jetta me pegó",
    "por el agua choqué con el versa",
    "el poste lo tumbó el jetta",
    "me pegó una camioneta blanca por atrás",
    "choqué con un taxi",
    "un Jetta gris me chocó",
    "me dio un llegue un march",
    "el otro carro es un honda civic negro",
    "le di por atrás a una suburban negra",
    "me chocó un tráiler kenworth",
    "una moto italika se me metió",
    "el que me pegó trae un sentra rojo",
    "choque contra un versa estacionado",
    "me impactó un autobús",
    "un pinche taxi se pasó el alto y me dio",
    "le pegue a una moto",
    "se me cerró una ram y me sacó",
    "nos chocó un camión de la ruta 24",
    "me embistió una np300 blanca que venía a exceso de velocidad",
    "chocamos un aveo y yo",
    "un señor en una tacoma me pegó",
    "me alcanzó por detrás una urvan",
    "el responsable es un jetta blanco que se dio a la fuga",
    "me raspó la puerta un uber versa gris",
    "choqué con una señora que traía una crv",
    "una camioneta cherokee roja no respetó el alto y me impactó",
]


@pytest.mark.parametrize("text", OTHERS)
def test_the_other_partys_vehicle_is_not_the_callers(text):
    assert vehicle.find(text) == []
    assert third_parties.find(text)[0].value["any"] is True


@pytest.mark.parametrize(
    "text",
    [
        "fue en León, Guanajuato",
        "voy a Santa Fe",
        "en el estado de Durango",
        "el parabrisas se me rompió",
        "me dio por atrás",
        "a punto de llegar",
        "estoy en Toledo esquina con Sevilla",
        "en la colonia Polanco",
        "es urgente",
        "mi póliza es 1042587",
        "sí, dos",
        "march no sé",
        "hubo un tornado",
        "buenas tardes",
        "le pegué a un poste",
        "no tengo la línea de captura",
        "el número es 206 301 2008",
        "un golpe en la defensa",
        "al norte de la ciudad",
        "soy de Colorado",
        "choqué en la sierra",
        "en la calle Caribe",
        "la camioneta dio dos vueltas",
        "en Villas La Merced",
    ],
)
def test_no_vehicle(text):
    assert vehicle.find(text) == []


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2019", 2019),
        ("19", 2019),
        ("es modelo 19", 2019),
        ("98", 1998),
        ("dos mil dieciocho", 2018),
        ("veinte veinte", 2020),
        ("noventa y ocho", 1998),
        ("del dos mil cinco", 2005),
        ("modelo 2021", 2021),
        ("es del 07", 2007),
        ("no sé", None),
        ("1850", None),
    ],
)
def test_a_model_year(text, year):
    assert years.read(text) == year


@pytest.mark.parametrize(
    ("text", "color"),
    [
        ("blanca", "blanco"),
        ("color vino", "vino"),
        ("es tinto", "tinto"),
        ("gris oxford", "gris oxford"),
        ("plateado", "plata"),
        ("gris plata", "gris plata"),
        ("azul marino", "azul marino"),
        ("guinda", "guinda"),
        ("beige", "beige"),
        ("color arena", "arena"),
        ("negro mate", "negro mate"),
        ("verdecito", "verde"),
        ("no sé", None),
        ("cafe", "café"),
        ("NARANJA", "naranja"),
    ],
)
def test_a_colour(text, color):
    assert colors.read(text) == color


def test_an_answer_may_be_a_colour_or_a_year_alone():
    assert vehicle.read("blanco")["color"] == "blanco"
    assert vehicle.read("es modelo 2019")["year"] == 2019
    assert vehicle.read("no sé") is None


@pytest.mark.parametrize(
    ("text", "make", "model"),
    [
        ("se me cerró el Jetta con las llaves adentro", "Volkswagen", "Jetta"),
        ("el march ya no prende, manden corriente", "Nissan", "March"),
        ("se me descompuso la lobo", "Ford", "Lobo"),
        ("se me apagó el city en el charco", "Honda", "City"),
        ("él trae un Sentra blanco, yo un Aveo", "Chevrolet", "Aveo"),
        ("tenemos el Vento y la Duster; la que chocó fue la Duster", "Renault", "Duster"),
        ("un huésped del hotel Fiesta trae un Sentra", "Nissan", "Sentra"),
        ("es un Versa, digo, un Sentra", "Nissan", "Sentra"),
    ],
)
def test_which_is_the_callers(text, make, model):
    value = vehicle.find(text)[0].value
    assert (value["make"], value["model"]) == (make, model)


@pytest.mark.parametrize(
    "text",
    [
        "chocó un Versa conmigo",
        "ella trae un March blanco",
        "está en la calle Ibiza número 8",
        "llévelo a la agencia Nissan",
        "esquina con Tomás Montero",
        "el verano ya se acabó",
        "el río se desbordó",
    ],
)
def test_not_the_callers(text):
    assert vehicle.find(text) == []


@pytest.mark.parametrize(
    ("text", "year"),
    [("un Versa modelo veinte diecinueve", 2019), ("Aveo 20 21 gris", 2021), ("Jetta modelo veinte", 2020)],
)
def test_a_year_in_two_numbers(text, year):
    assert vehicle.find(text)[0].value["year"] == year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("es 2 mil 20", 2020),
        ("dos mil 9", 2009),
        ("dos mil quince, no, perdón, dieciséis", 2016),
        ("le dije 2013 y es 2014", 2014),
        ("es 2012, digo que es rojo", 2012),
    ],
)
def test_a_year_that_was_asked_for(text, year):
    assert years.read(text) == year
