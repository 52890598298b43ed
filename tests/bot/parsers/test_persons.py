"""Who reports, who drove, whose policy it is."""

import pytest

from bot.nlu.parsers import name_answers, persons

FOUND = [
    ("Buenas tardes, soy Laura Méndez, choqué hace 20 minutos", "Laura Méndez", "reporter"),
    ("soy laura mendez choque en periferico", "Laura Méndez", "reporter"),
    ("SOY LAURA MENDEZ CHOQUE EN PERIFERICO", "Laura Méndez", "reporter"),
    ("me llamo juan de la cruz perez y mi poliza es", "Juan de la Cruz Pérez", "reporter"),
    ("mi nombre es jose luis garcia lopez, me chocaron", "José Luis García López", "reporter"),
    ("habla Itzel Xicoténcatl", "Itzel Xicoténcatl", "reporter"),
    ("le habla el licenciado Arturo Peña Nieto", "Arturo Peña Nieto", "reporter"),
    ("mi nombre completo es Ana Sofía del Río y Garza", "Ana Sofía del Río y Garza", "reporter"),
    ("quien habla es Teresa Aguirre", "Teresa Aguirre", "reporter"),
    ("el chofer es Saúl Rangel", "Saúl Rangel", "driver"),
    ("el operador se llama manuel trejo", "Manuel Trejo", "driver"),
    ("iba manejando mi esposa Ana Lucía Torres", "Ana Lucía Torres", "driver"),
    ("el que venía manejando era Pedro Ruiz", "Pedro Ruiz", "driver"),
    ("mi hijo pablo iba manejando", "Pablo", "driver"),
    ("mi hijo Pablo Robles manejaba", "Pablo Robles", "driver"),
    ("quien maneja es el señor Abundio Nieves", "Abundio Nieves", "driver"),
    ("lo traía mi hermano Ramiro Ochoa", "Ramiro Ochoa", "driver"),
    ("lo traía yo, Daniela Fuentes", "Daniela Fuentes", "driver"),
    ("íbamos para la ventosa manejaba mi compadre eleuterio", "Eleuterio", "driver"),
    ("veníamos de san luis manejaba mi tía chela", "Chela", "driver"),
    ("salimos de oaxaca manejaba don fermín", "Fermín", "driver"),
    ("no soy yo el del seguro, es mi cuñado Rubén Tapia", "Rubén Tapia", "insured"),
    ("yo no soy la titular, es mi madrina Elsa Pinto", "Elsa Pinto", "insured"),
    ("la asegurada no soy yo sino mi nuera, Gloria Ávila", "Gloria Ávila", "insured"),
    ("el seguro no está a mi nombre, es de mi patrón Gerardo Lira", "Gerardo Lira", "insured"),
    ("la que paga el seguro es mi hermana Dora Campos", "Dora Campos", "insured"),
    ("el de la póliza es mi yerno, Omar Bravo", "Omar Bravo", "insured"),
    ("la póliza la sacó mi hermano Nacho Ríos", "Nacho Ríos", "insured"),
    ("escribe su nieto, Ángel Mora. mi ma no ve bien", "Ángel Mora", "reporter"),
    ("buenas, marca su sobrina, lupita rangel", "Lupita Rangel", "reporter"),
    ("mi ma chocó, se llama Teresa Olvera", "Teresa Olvera", "driver"),
    ("Jorge Ibarra iba manejando", "Jorge Ibarra", "driver"),
    ("la conductora era Silvia Córdova Luna", "Silvia Córdova Luna", "driver"),
    ("conducía el auto Héctor Zamudio Ríos", "Héctor Zamudio Ríos", "driver"),
    ("el conductor: Óscar Villaseñor", "Óscar Villaseñor", "driver"),
    ("a nombre de Transportes Cima del Norte SA de CV", "Transportes Cima del Norte SA de CV", "insured"),
    ("la póliza está a nombre de mi papá Ernesto Solís", "Ernesto Solís", "insured"),
    ("el asegurado es Rogelio Paredes", "Rogelio Paredes", "insured"),
    ("la titular de la póliza es Beatriz Nájera Tovar", "Beatriz Nájera Tovar", "insured"),
    ("el seguro viene a nombre de ramiro ochoa peña", "Ramiro Ochoa Peña", "insured"),
    ("el contratante es Distribuidora Tapatía SA de CV", "Distribuidora Tapatía SA de CV", "insured"),
    ("somos de la empresa refacciones del bajío, chocó la ranger, el operador es Juan Pérez", "Juan Pérez", "driver"),
    ("el dueño del carro es Jorge Ibarra Castañeda", "Jorge Ibarra Castañeda", "insured"),
    ("habla la enf. Maribel Ontiveros, choqué", "Maribel Ontiveros", "reporter"),
    ("soy la cajera Irma Luna", "Irma Luna", "reporter"),
    ("soy el sup. Héctor Zamudio ando en la planta", "Héctor Zamudio", "reporter"),
    ("me pegaron por atrás, no puedo mover el coche. Sra. Beatriz Nájera", "Beatriz Nájera", "reporter"),
    ("choqué en el bulevar y mi carro no prende ing raul mendez", "Raúl Méndez", "reporter"),
    ("yo no choqué, fue mi patrón el licenciado Urrutia, estaba lloviendo", "Urrutia", "driver"),
    ("no era yo quien traía el coche, fue mi patrona la contadora Zamudio yo nomás ayudo", "Zamudio", "driver"),
    (
        "a nombre de la empresa, Dulces y Botanas El Trompo de Celaya SA de CV",
        "Dulces y Botanas El Trompo de Celaya SA de CV",
        "insured",
    ),
    ("ta a nmbre d la empresa, Abarrotes El Faro", "Abarrotes El Faro", "insured"),
    # what is said next of the vehicle is no part of the company's name
    ("está a nombre de la empresa fletes robles el camión trae placas de jalisco", "Fletes Robles", "insured"),
    ("a nombre de materiales el ladrillo la póliza termina en 45", "Materiales El Ladrillo", "insured"),
    ("1042587 a nbre d ernesto solis", "Ernesto Solís", "insured"),
    ("1042587 de mi papá Ernesto Solís", "Ernesto Solís", "insured"),
]


@pytest.mark.parametrize(("text", "name", "role"), FOUND)
def test_a_person_is_found_with_the_part_played(text, name, role):
    assert (name, role) in [(f.value["name"], f.value["role"]) for f in persons.find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "yo iba manejando",
        "yo manejaba",
        "iba manejando yo",
        "lo traía yo",
        "soy el conductor",
        "venía manejando yo cuando me pegaron",
        "yo era el que manejaba",
        "yo venía manejando",
        "iba yo manejando",
        "manejaba yo",
        "yo mismo iba manejando",
        "me quedé sin gasolina en la autopista",
        "m quede varada saliendo de tepic",
        "se me calentó la camioneta y ya no prende",
    ],
)
def test_the_speaker_drove(text):
    found = [f.value for f in persons.find(text)]
    assert [(v["name"], v["role"], v["self"]) for v in found] == [(None, "driver", True)]


@pytest.mark.parametrize("text", ["se me ponchó el carro a mi esposo", "a mi chofer se le calentó el camión"])
def test_who_was_left_standing_is_another(text):
    assert not [f for f in persons.find(text) if f.value["self"]]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("manejaba mi hermano", "hermano"),
        ("iba manejando mi esposa", "esposa"),
        ("mi chofer iba manejando", "chofer"),
        ("el carro lo traía mi hijo", "hijo"),
        ("mi papá era el que manejaba", "papa"),
    ],
)
def test_somebody_of_the_speakers_drove(text, relation):
    found = [f.value for f in persons.find(text) if f.value["role"] == "driver"]
    assert found and found[0]["relation"] == relation and found[0]["name"] is None


@pytest.mark.parametrize(
    "text",
    [
        "soy de Guadalajara",
        "soy el asegurado",
        "soy mexicano",
        "soy cliente de ustedes",
        "mi póliza es la 1042587",
        "el otro conductor se llama Pedro Páramo",
        "me pegó un taxi",
        "hola buenas tardes",
        "choqué en Benito Juárez",
        "en la calle Francisco Villa",
        "soy la esposa del asegurado",
        "habla con el ajustador",
        "me llaman al rato",
        "el chofer está bien",
        "mi hijo está herido",
        "no soy yo el dueño",
        "soy yo otra vez",
        "la conductora se dio a la fuga",
        "manejaba un aveo rojo",
        "el chofer del camión huyó",
        "a nombre de quién está",
        "iba manejando por la avenida Vallarta",
        "el conductor del taxi es agresivo",
        "choqué con la sra Beatriz Nájera",
        "me chocó un Tsuru, sr Jorge Ibarra",
        "estoy parada en la calle Dr. Jorge Ibarra",
        "estoy en la avenida, Lic. Benito Juárez",
        "me pegaron, muchas gracias srta Irma Luna",
        "soy el guardia de la caseta",
        "la cajera de la gasolinera me ayudó",
        "no fui yo, fue el otro señor Jorge Ibarra",
        "1042587 de la camioneta",
        "yo no choqué, fue el señor Luis Cota el que me chocó",
    ],
)
def test_no_name(text):
    assert [f.value["name"] for f in persons.find(text) if f.value["name"]] == []


ANSWERS = [
    ("Jorge Ibarra Castañeda", ("Jorge Ibarra Castañeda", False, None)),
    ("jorge ibarra", ("Jorge Ibarra", False, None)),
    ("JORGE IBARRA", ("Jorge Ibarra", False, None)),
    ("laura méndez", ("Laura Méndez", False, None)),
    ("laura mendez robles", ("Laura Méndez Robles", False, None)),
    ("es Laura Méndez", ("Laura Méndez", False, None)),
    ("se llama maria guadalupe hernandez", ("María Guadalupe Hernández", False, None)),
    ("Sr. Ramiro Ochoa Peña", ("Ramiro Ochoa Peña", False, None)),
    ("el señor ramiro ochoa", ("Ramiro Ochoa", False, None)),
    ("pues es saúl rangel", ("Saúl Rangel", False, None)),
    ("eh mi nombre es daniela fuentes arce", ("Daniela Fuentes Arce", False, None)),
    ("Xóchitl Quetzalli Tzompantzi", ("Xóchitl Quetzalli Tzompantzi", False, None)),
    ("zoila cuatlahuitl", ("Zoila Cuatlahuitl", False, None)),
    ("Brayan Yahir Poot Dzul", ("Brayan Yahir Poot Dzul", False, None)),
    ("Laura Méndez, para servirle", ("Laura Méndez", False, None)),
    ("laura mendez por favor", ("Laura Méndez", False, None)),
    ("a nombre de Silvia Córdova", ("Silvia Córdova", False, None)),
    ("está a nombre de mi esposa Teresa Aguirre", ("Teresa Aguirre", False, "esposa")),
    ("mi hijo Pablo Robles", ("Pablo Robles", False, "hijo")),
    ("mi papá, don ernesto solís", ("Ernesto Solís", False, "papa")),
    ("Refacciones del Bajío SA de CV", ("Refacciones del Bajío SA de CV", False, None)),
    ("transportes cima del norte s.a. de c.v.", ("Transportes Cima del Norte S.A. de C.V.", False, None)),
    ("es de la empresa Distribuidora Tapatía", ("Distribuidora Tapatía", False, None)),
    ("McAllister Johnson", ("McAllister Johnson", False, None)),
    ("José", ("José", False, None)),
    ("lupita gonzalez", ("Lupita González", False, None)),
    ("juan carlos de la o ramirez", ("Juan Carlos de la O Ramírez", False, None)),
    ("yo", (None, True, None)),
    ("yo mismo", (None, True, None)),
    ("yo misma", (None, True, None)),
    ("soy yo", (None, True, None)),
    ("pues yo mero", (None, True, None)),
    ("yo iba manejando", (None, True, None)),
    ("la misma", (None, True, None)),
    ("el mismo que habla", (None, True, None)),
    ("su servidor", (None, True, None)),
    ("iba yo solo", (None, True, None)),
    ("soy el conductor", (None, True, None)),
    ("mi esposo", (None, False, "esposo")),
    ("mi hijo", (None, False, "hijo")),
    ("lo manejaba mi hermana", (None, False, "hermana")),
    ("a nombre de mi mamá", (None, False, "mama")),
    ("sí, yo", (None, True, None)),
    ("yo, Laura Méndez", ("Laura Méndez", True, None)),
    ("yo mijita Chayo", ("Chayo", True, None)),
    ("soy yo mi vida, Rosa Ledezma", ("Rosa Ledezma", True, None)),
    ("mi chava, Renata Ibarra, tiene 21", ("Renata Ibarra", False, "chava")),
    ("mi niño el grande, Emilio Ponce", ("Emilio Ponce", False, "nino")),
    ("gpe karina rosas, contadora d la planta", ("Guadalupe Karina Rosas", False, None)),
    ("jse luis mena, almacén", ("José Luis Mena", False, None)),
    ("Beto el de la base, Norberto Salas", ("Norberto Salas", False, None)),
    ("licha de la ruta, alicia barajas", ("Alicia Barajas", False, None)),
    ("su servidor, Héctor Zamudio", ("Héctor Zamudio", True, None)),
]


@pytest.mark.parametrize(("text", "expected"), ANSWERS)
def test_an_answer_to_who(text, expected):
    assert name_answers.read_name(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "no sé",
        "no",
        "1042587",
        "quién sabe",
        "con el ajustador",
        "33 1845 2290",
        "¿para qué?",
        "hola",
        "no me acuerdo",
        "gracias",
        "ya se lo dije",
        "no le quiero decir",
        "",
    ],
)
def test_no_answer_to_who(text):
    assert name_answers.read_name(text) is None
