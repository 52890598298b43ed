"""What happened, and what help is asked for."""

import pytest
from learned import kind_of

from bot.nlu.parsers import incident

TOLD = {
    "collision": [
        "choqué hace 20 minutos",
        "quiero reportar un choque",
        "choke en periferico",
        "me dieron un llegue en el estacionamiento",
        "me pegaron por atrás en un alto",
        "me cerraron el paso y le pegué a un poste",
        "le pegue a una moto",
        "le pegué a un muchacho de una moto",
        "me chocaron y se dio a la fuga",
        "tuve un accidente",
        "fue un encontronazo con un taxi",
        "hubo carambola en la autopista",
        "se me atravesó un perro y choqué contra el camellón",
        "me estampé con la barda",
        "se pasó el alto y me dio",
        "un camión me embistió",
        "CHOQUE MI CARRO",
        "nos impactó un tráiler",
        "me rozó un camión en el espejo",
        "me acaban de chocar",
        "tuve un percance con otro carro",
        "un güey me aventó su camioneta",
        "le di un llegue al de adelante",
        "fue por alcance",
        "choqué y me rompieron el parabrisas",
        "me pegó un tráiler y se rompió el vidrio",
        "quiero levantar un reporte de siniestro, me chocaron",
        "se me cerró una camioneta y le pegué",
        "m chocaron",
        "un carro se echó en reversa y me pegó",
        "derrapé con la lluvia y pegué en el muro de contención",
        "se me fue el freno y choqué",
        "me chocó un carro robado",
        "ponchó llanta y choqué contra un poste",
    ],
    "rollover": [
        "nos volcamos en la carretera",
        "me volqué",
        "se volteó la camioneta",
        "quedó llantas arriba",
        "me salí del camino y caí al barranco",
        "se fue a la cuneta el tráiler",
        "volcadura en el km 30",
        "el operador volcó la unidad",
        "choqué y me volqué",
        "dimos vueltas, quedamos de cabeza quedó el carro",
        "nos fuimos al voladero",
        "mi carro está volteado",
    ],
    "run_over": [
        "atropellé a un señor",
        "le pegué a una persona en bici",
        "arrollé a un peatón",
        "se me atravesó un niño y lo atropellé",
        "atropelle a una señora",
        "un ciclista se me metió y lo golpeé, atropellado está",
        "le di a un peatón",
        "golpeé a una muchacha que iba cruzando",
    ],
    "fire": [
        "se está quemando mi camioneta",
        "se incendió el carro",
        "mi coche está en llamas",
        "le salió lumbre al motor",
        "se me prendió el carro",
        "hubo un corto circuito y agarró fuego",
    ],
    "flood": [
        "se inundó mi carro en el estacionamiento",
        "se metió el agua al coche",
        "me quedé en el agua en un paso a desnivel",
        "la inundación tapó mi carro",
        "la corriente arrastró mi auto",
        "el agua le llegó hasta los asientos, agua hasta el tablero",
    ],
    "weather": [
        "granizo me abolló el cofre",
        "el huracán dañó mi camioneta",
        "la granizada dejó todo abollado",
        "un vendaval le tiró láminas",
    ],
    "falling_object": [
        "me cayó un árbol encima",
        "una rama cayó sobre mi coche",
        "le cayó una barda a mi carro",
        "se desplomó un anuncio espectacular sobre el auto",
        "le cayó un poste a la camioneta",
        "una piedra enorme cayó del cerro sobre el cofre, cayó una roca",
        "cayó un coco en el techo del coche",
    ],
    "vandalism": [
        "me rayaron el carro con una llave",
        "en una manifestación me destrozaron el auto",
        "me balacearon la camioneta",
        "amaneció grafiteado",
        "le aventaron piedras a mi carro",
        "me poncharon las llantas a propósito con una navaja",
        "vandalizaron mi coche",
    ],
    "total_theft": [
        "me robaron mi carro, lo dejé estacionado y ya no está",
        "me asaltaron y me bajaron del carro a mano armada",
        "mi coche no está donde lo dejé",
        "se llevaron mi camioneta",
        "me bajaron del camión unos tipos armados",
        "me robaron la moto",
        "se robaron el tráiler con todo y carga",
        "robo de vehículo",
        "me quitaron el carro a punta de pistola",
        "fui al super y cuando salí ya no estaba mi carro",
        "me lo volaron",
        "se chingaron mi troca",
        "me despojaron de mi unidad",
        "quiero reportar un robo",
        "salí y no encuentro mi coche, ya no está",
        "nos encañonaron y se llevaron la hilux, la camioneta",
        "robo a mano armada de mi auto",
    ],
    "partial_theft": [
        "me robaron las llantas",
        "me robaron los espejos",
        "amaneció sin llantas",
        "se llevaron la batería",
        "me desvalijaron el coche",
        "le volaron el estéreo",
        "me robaron el catalizador",
        "dejaron mi carro en ladrillos",
        "le faltan los rines",
        "robo de autopartes",
    ],
    "glass": [
        "me dieron cristalazo",
        "una piedra me estrelló el parabrisas",
        "me rompieron el vidrio y se llevaron mi mochila",
        "se me rompió el medallón",
        "traigo el parabrisas estrellado",
        "se quebró el vidrio de la puerta",
        "quiero reponer el cristal",
        "brincó una piedra y rompió el parabrisas",
        "me cayó una piedra de un trailer en el parabrisas y se le hizo una telaraña",
        "el quemacocos se hizo pedazos, se rompió el quemacocos",
        "se estrello el parabrisas por una piedra",
    ],
    "tire": ["caí en un bache y se rompió el rin", "se me tronó la llanta por un bache", "el bache me dobló dos rines"],
    "cargo": [
        "se me cayó la carga",
        "se derramó el diesel que llevaba, derrame en la carretera",
        "se ladeó la carga y cayeron las cajas",
        "se me vino la mercancía",
    ],
    "roadside_assistance": [
        "me poncharon una llanta y necesito que me la cambien",
        "se me quedó el carro, no prende, necesito una grúa",
        "se me ponchó una llanta necesito ayuda",
        "dejé las llaves adentro",
        "me quedé sin gasolina",
        "se me bajó la batería",
        "necesito un cerrajero",
        "necesito una grúa",
        "ocupo que me pasen corriente",
        "se calentó el carro",
        "mi camioneta no arranca",
        "estoy varado en la carretera",
        "se descompuso mi coche",
        "quiero asistencia vial",
        "me mandan una grua porfa",
        "no da marcha",
        "se me poncho la llanta y no traigo refaccion",
        "traigo la llanta baja, me ayudan a cambiarla",
        "necesito auxilio vial se me descargó la batería",
        "me quedé tirado",
        "se me cerró el carro con las llaves adentro",
    ],
}


MORE = {
    "collision": [
        "me alcanzaron por detrás",
        "se me vino encima un carro",
        "no alcancé a frenar y le di al de adelante",
        "me subí a la banqueta y pegué con un poste",
        "me arrancó el espejo un camión",
        "golpearon mi coche y no dejaron datos",
        "me dieron por atrás",
    ],
    "run_over": [
        "le pasé por encima a una señora",
        "tumbé a un muchacho que cruzaba",
        "se me aventó un borrachito y lo levanté con el cofre",
        "levanté a un señor con el carro",
    ],
    "rollover": [
        "dimos vueltas de campana",
        "quedamos acostados, la camioneta quedó de lado",
        "me salí de la curva y caí a una zanja",
    ],
    "total_theft": [
        "me dieron baje con la camioneta",
        "se pelaron con mi carro",
        "desapareció mi moto",
        "me robaron mi tsuru",
        "se llevaron el jetta de mi esposa",
        "me pegaron por atrás y cuando me bajé me robaron el carro",
        "mi carro ya no está",
    ],
    "partial_theft": ["le sacaron la batería a mi coche", "me dejaron sin rines"],
    "glass": ["me aventaron una piedra al parabrisas", "el parabrisas tiene una estrella"],
    "roadside_assistance": [
        "me dejó botado el carro",
        "se me cerró con las llaves adentro",
        "m urge una grua",
        "se ahogó y no quiso prender",
    ],
    "cargo": ["se me vino abajo la carga", "perdí parte de la carga en la carretera"],
}


@pytest.mark.parametrize("kind", sorted({*TOLD, *MORE}))
def test_the_incident_is_recognised(kind):
    """What was learned wavers as its sentences grow: one in twenty-five may be missed, not a kind."""
    texts = [*TOLD.get(kind, ()), *MORE.get(kind, ())]
    missed = {text: kind_of(text) for text in texts if kind_of(text) != kind}
    assert len(missed) <= max(1, len(texts) // 25), missed


@pytest.mark.parametrize(
    "text",
    [
        "no, es la única que me dieron",
        "es el número que me dieron en la agencia",
        "hola",
        "mi póliza es la 1042587",
        "no quiero reportar nada",
        "el ajustador no ha llegado",
        "soy laura méndez",
        "33 1845 2290",
        "sí",
        "no sé",
        "gracias",
        "en avenida patria",
        "yo iba manejando",
        "es un aveo rojo",
        "a nombre de mi esposa",
        "ya viene el ajustador?",
        "no hay heridos",
        "placas jnb 482 c",
        "no tengo ningún accidente, es nada más una duda",
        "no vengo a reportar un choque, quiero preguntar algo",
        "no he tenido ningún percance, solo quiero información",
    ],
)
def test_no_incident(text):
    assert kind_of(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("no es un accidente, me robaron el carro", "total_theft"),
        ("no tuve ningún choque, se me metió el agua al carro", "flood"),
        ("no vengo a reportar un choque, vengo a reportar que me rayaron el carro", "vandalism"),
        ("no hubo choque, pero atropellé a un señor", "run_over"),
    ],
)
def test_what_is_told_instead_of_what_is_denied(text, kind):
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    ("text", "service"),
    [
        ("una grúa", "tow"),
        ("necesito una grua", "tow"),
        ("no prende, mándeme la grúa", "tow"),
        ("se me ponchó una llanta", "tire_change"),
        ("que me cambien la llanta", "tire_change"),
        ("pasar corriente", "jump_start"),
        ("se me bajó la batería", "jump_start"),
        ("hace clic clic y no quiere, se quedaron las luces prendidas", "jump_start"),
        ("gasolina", "fuel"),
        ("me quedé sin gas", "fuel"),
        ("dejé las llaves adentro", "locksmith"),
        ("un cerrajero", "locksmith"),
        ("se calentó y se paró", "tow"),
        ("no arranca", "tow"),
        ("se me poncho una llanta y no traigo refaccion, una grua", "tow"),
    ],
)
def test_the_service_asked_for(text, service):
    assert incident.read_service(text) == service


@pytest.mark.parametrize(
    "text",
    [
        "¿qué documentos necesito para el robo total?",
        "si choco me cubre?",
        "cuánto es el deducible por robo",
        "qué hago en caso de choque",
        "mi póliza cubre inundación?",
    ],
)
def test_a_question_is_no_report(text):
    assert incident.is_question(text)


FOUND_DENTED = [
    "dejé la troca afuera y amaneció toda golpeada de un lado",
    "salí del cine y mi camioneta tenía un golpazo, el que fue ni sus luces",
    "bajé de la oficina y mi carro traía la defensa colgando",
    "al volver encontré mi coche con la salpicadera hundida",
]


@pytest.mark.parametrize("text", FOUND_DENTED)
def test_a_car_that_is_found_dented_was_hit(text):
    assert kind_of(text) == "collision"


@pytest.mark.parametrize("text, kind", [
    ("el viento tiró una lámina y quedó el cofre hundido", "weather"),
    ("amaneció sin llantas y con la puerta abollada", "partial_theft"),
    ("encontré mi carro con la puerta sumida a patadas", "vandalism"),
])  # fmt: skip
def test_a_dent_says_less_than_what_made_it(text, kind):
    assert kind_of(text) == kind


@pytest.mark.parametrize("text, kind", [
    ("por favor una ambulancia atropellé a dos niños saliendo del kínder, uno llora de su brazo", "run_over"),
    ("arrollé a una señora y trae un golpe en la cabeza", "run_over"),
    ("atropellé a un perro", "collision"),
    ("anoche atropellé una vaca en la carretera a Tuxpan", "collision"),
])  # fmt: skip
def test_who_was_run_over_decides_whatever_was_learned(text, kind):
    assert kind_of(text) == kind
