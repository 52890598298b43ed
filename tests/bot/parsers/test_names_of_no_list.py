"""Surnames and given names that no list has, in any letters, and the ordinary words that follow a name."""

import pytest

from bot.nlu.parsers import name_answers, persons
from bot.nlu.parsers.folding import fold
from bot.nlu.parsers.names import FIRST, LAST
from bot.nlu.parsers.ordinary import is_ordinary

FOUND = [
    ("habla gerardo tlapechco soy el encargado de la flotilla", "Gerardo Tlapechco", "reporter"),
    ("Habla gerardo tlapechco fíjese que se quedó el camión", "Gerardo Tlapechco", "reporter"),
    ("buenas tardes soy nora kantunich ucheb y me acaban de chocar", "Nora Kantunich Ucheb", "reporter"),
    ("SOY NORA KANTUNICH UCHEB Y ME ACABAN DE CHOCAR", "Nora Kantunich Ucheb", "reporter"),
    ("me llamo xunashi lópez y me pegaron", "Xunashi López", "reporter"),
    ("mi nombre es nayarhit y choqué en la 57", "Nayarhit", "reporter"),
    ("me llamo yunuhen tzitzun y no traigo la póliza", "Yunuhen Tzitzun", "reporter"),
    ("a sus órdenes filogonio castrejón", "Filogonio Castrejón", "reporter"),
    ("era mi hijo omar zarrabal el que lo llevaba yo ni salí", "Omar Zarrabal", "driver"),
    ("iba manejando mi compañera abril ventoza", "Abril Ventoza", "driver"),
    ("lo traía mi yerno wulfrano pérez se le atravesó un perro", "Wulfrano Pérez", "driver"),
    ("el chofer es eliud quetzalpa ya va para el ministerio", "Eliud Quetzalpa", "driver"),
    ("la póliza está a nombre de ofelia winzig pero la uso yo", "Ofelia Winzig", "insured"),
]


@pytest.mark.parametrize(("text", "name", "role"), FOUND)
def test_a_name_of_no_list_is_found_whole(text, name, role):
    assert (name, role) in [(f.value["name"], f.value["role"]) for f in persons.find(text)]


ANSWERS = [
    ("se llama eliud quetzalpa y anda bien espantado", "Eliud Quetzalpa"),
    ("era mi sobrina itzayana barroso la que venía al volante", "Itzayana Barroso"),
    ("fue tomás ahuejote el de la noche", "Tomás Ahuejote"),
    ("Fue tomás ahuejote el de la noche", "Tomás Ahuejote"),
    ("yo me llamo saúl zempolteco para servirle", "Saúl Zempolteco"),
    ("ap paterno solano materno quiroz nombre delia", "Delia Solano Quiroz"),
    ("lo manejaba uno de mis muchachos el chuy", "Chuy"),
    ("le decimos el gordo, pero es martín sifuentes", "Martín Sifuentes"),
    ("xunashi pech soy su cuñada", "Xunashi Pech"),
    ("Yuridiana López, soy la vecina", "Yuridiana López"),
    # the name of the papers beside the one of friends
    ("m dicen toño pero pa el seguro soy jose antonio lerma", "José Antonio Lerma"),
    ("me dicen beto, en el papel es Norberto Salas", "Norberto Salas"),
    ("me llaman nacho pero formalmente Ignacio Barrios", "Ignacio Barrios"),
    ("lupe para los amigos, María Guadalupe Ortiz para usted", "María Guadalupe Ortiz"),
    ("nacho, bueno para efectos del seguro Ignacio Barrios", "Ignacio Barrios"),
    ("soy la güera pero para el documento Alma Rosa Fierro", "Alma Rosa Fierro"),
    ("yo soy Paco y el seguro está a nombre de Elena Robles", "Paco"),
]


@pytest.mark.parametrize(("text", "name"), ANSWERS)
def test_an_answer_gives_the_whole_name(text, name):
    said = name_answers.read_name(text)
    assert said and said.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("soy ramón choko con un poste", "Ramón"),
        ("soy pedro necesito una grúa", "Pedro"),
        ("habla rosa tuxtla gutierrez chiapas me pegaron", "Rosa"),
        ("soy luis nissan versa gris", "Luis"),
        ("soy carmen vengo con mi esposo", "Carmen"),
        ("soy maría fui yo la que llamó", "María"),
        ("habla julián aksidente en periférico", "Julián"),
        ("soy esteban volcamos hace rato", "Esteban"),
        ("habla tere quisiera levantar un reporte", "Tere"),
        ("soy ana enfermera del hospital", "Ana"),
        ("soy raúl vecino de la señora", "Raúl"),
        ("soy silvia ayúdeme por favor", "Silvia"),
        ("soy martha xfa manden una grúa", "Martha"),
        ("soy Irma mándenme a alguien", "Irma"),
    ],
)
def test_what_follows_a_name_is_no_surname(text, name):
    assert [f.value["name"] for f in persons.find(text) if f.value["role"] == "reporter"] == [name]


@pytest.mark.parametrize(
    "text", ["soy cliente de ustedes", "habla la vecina", "soy asegurado", "le habla su cliente", "soy de tehuacán"]
)
def test_who_calls_without_a_name(text):
    assert [f.value["name"] for f in persons.find(text) if f.value["name"]] == []


@pytest.mark.parametrize(
    "word",
    [
        "choqué",
        "chocaron",
        "choko",
        "venía",
        "cruzando",
        "pegándole",
        "ayúdeme",
        "quisiera",
        "golpecito",
        "rapidamente",
        "defensas",
        "perdí",
        "mueva",
        "pague",
        "atropellado",
        "aksidente",
        "grúas",
        "estrelló",
        "circulábamos",
    ],
)
def test_an_ordinary_word_in_any_form(word):
    assert is_ordinary(fold(word))


@pytest.mark.parametrize("word", ["tlapechco", "kantunich", "quetzalpa", "zempolteco", "ahuejote", "winzig", "xunashi"])
def test_no_ordinary_word(word):
    assert not is_ordinary(word)
    assert word not in FIRST | LAST


PARTS = [
    ("quien le habla es mi sobrino pero yo soy la que marca, Ninfa Arau", "Ninfa Arau", "reporter"),
    ("soy el que reporta Delfino Uscanga", "Delfino Uscanga", "reporter"),
    ("le marca tomás quetzalpa de la flotilla", "Tomás Quetzalpa", "reporter"),
    ("les escribe Rita Moguel por lo del choque", "Rita Moguel", "reporter"),
    ("llame a la caseta y pregunte por mí, por Norma", "Norma", "reporter"),
    ("es el 222 4567890, pregunten por Don Cheque Mora", "Cheque Mora", "reporter"),
    ("Elvira Tlachi para servirle, me chocaron", "Elvira Tlachi", "reporter"),
    ("Hugo Mata, a sus órdenes", "Hugo Mata", "reporter"),
    ("nadie, estaba estacionado y el dueño soy yo, Plutarco Meza", "Plutarco Meza", "insured"),
    ("nadie, estaba estacionado y el dueño soy yo, Plutarco Meza", "Plutarco Meza", "reporter"),
    ("soy la titular de la póliza y me llamo Irma Luna", "Irma Luna", "insured"),
    ("soy el asegurado, Efraín Mota", "Efraín Mota", "reporter"),
    ("soy el asegurado, Efraín Mota", "Efraín Mota", "insured"),
    ("mi nombre es Fidel Sarabia, iba manejando el carro de mi jefe y un taxi me dio", None, "driver"),
    ("soy Laura Ríos y venía manejando la camioneta de mi mamá cuando me pegaron", None, "driver"),
    ("iba manejando la unidad de la empresa y me pegaron", None, "driver"),
    ("buen día, Karla Yuritzi Maldonado, me acaban de chocar", "Karla Yuritzi Maldonado", "reporter"),
    ("oiga mire soy la señora chonita de los tamales me pegaron", "Chonita", "reporter"),
    ("de parte del señor ruperto iñárritu", "Ruperto Iñárritu", "reporter"),
    ("soy jefe de flotilla héctor bañuelos", "Héctor Bañuelos", "reporter"),
    ("soy encargada de monitoreo perla zazueta", "Perla Zazueta", "reporter"),
    ("jacinto perea reportando desde el km 40", "Jacinto Perea", "reporter"),
    ("mi hijo lo traía, él se llama yandel", "Yandel", "driver"),
    ("lo manejaba mi compadre, se llama filemón tecpile", "Filemón Tecpile", "driver"),
    ("el chofer de nombre austreberto lugo", "Austreberto Lugo", "driver"),
    ("mi trabajador de nombre cresencio mis se volteó", "Cresencio", "other"),
    ("la camioneta la llevaba eusebio mi hermano", "Eusebio", "driver"),
    ("quien manejaba era un amigo que se llama ulises", "Ulises", "driver"),
    ("a nombre de mi suegro que en paz descanse, hilario cohuo", "Hilario Cohuo", "insured"),
]


@pytest.mark.parametrize(("text", "name", "role"), PARTS)
def test_the_parts_of_whoever_speaks(text, name, role):
    assert (name, role) in [(f.value["name"], f.value["role"]) for f in persons.find(text)]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("soy Laura Ríos, iba manejando mi hijo", "driver"),
        ("habla Rosa Lima, manejaba mi yerno", "driver"),
        ("soy el dueño del taller donde lo dejaron, Beto Mota", "insured"),
        ("soy el dueño del otro carro, Beto Mota", "insured"),
        ("la titular es mi esposa Irma Luna", "reporter"),
        ("pregunten por mi hermano Luis", "reporter"),
        ("el que habla es mi vecino Juan", "reporter"),
        ("el taxista iba manejando el taxi y me pegó", "driver"),
        ("me acaba de chocar un tal juan pérez", "reporter"),
        ("el otro conductor se llama mario tlapa", "reporter"),
        ("el que me pegó dice llamarse roque tlapa", "reporter"),
        ("ya hablé con la licenciada paty", "reporter"),
        ("me atendió karla ruiz", "reporter"),
        ("avenida lázaro cárdenas esquina con benito juárez", "reporter"),
    ],
)
def test_what_the_speaker_is_not(text, role):
    assert [f for f in persons.find(text) if f.value["role"] == role and (f.value["self"] or role == "reporter")] == []
