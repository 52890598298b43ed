"""Facts of the scene that are so or not."""

import pytest

from bot.nlu.parsers import situation

FACTS = [
    ("drivable", "el coche ya no dio más", False),
    ("drivable", "la unidad quedó inoperante", False),
    ("drivable", "deshabilitado el camión", False),
    ("drivable", "el río se la llevó", False),
    ("drivable", "le llegó el agua hasta el tablero", False),
    ("drivable", "se quemó por completo", False),
    ("drivable", "circula con normalidad", True),
    ("violence", "sí, traían cuchillo pero no me tocaron", True),
    ("violence", "me amenazaron con un fierro y les di las llaves, no me hicieron nada", True),
    ("violence", "no me golpearon pero sí me encañonaron", True),
    ("violence", "no traían armas", False),
    ("violence", "no, no me amenazaron ni nada", False),
    ("violence", "no me tocaron", False),
    ("violence", "no vi armas, se lo llevaron de la calle", False),
    ("drivable", "ya valió, no se mueve", False),
    ("drivable", "no, se le zafó la llanta", False),
    ("parked", "la lluvia lo tapó, estaba en el estacionamiento", True),
    ("parked", "iba en el carro cuando se vino el agua", False),
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


IN_PASSING = [
    ("parked", "mi tío dejó su camioneta en la calle y ya no está", True),
    ("parked", "dejamos la troca afuera del baile", True),
    ("parked", "no, cuál estacionado, me bajaron en la esquina", False),
    ("parked", "dejó el carro en el taller", None),
    ("authorities", "ya lo apagaron los bomberos", True),
    ("authorities", "dos patrullas nos abanderaron", True),
    ("authorities", "nos rescató protección civil", True),
    ("authorities", "el oficial ya nos pidió la tarjeta", True),
    ("authorities", "la guardia nacional desvió el tráfico", True),
    ("authorities", "los bomberos no han llegado", False),
    ("authorities", "choqué con una patrulla", None),
    ("authorities", "me pegó un camión de bomberos", None),
    ("authorities", "frente a la estación de bomberos", None),
    ("authorities", "voy a llamar a la policía", None),
    ("authorities", "sobre calle Policía y Tránsito", None),
    ("denuncia", "aún no denuncio el robo", False),
    ("denuncia", "falta que denuncie", False),
    ("denuncia", "denuncié ayer en la fiscalía", True),
    ("denuncia", "¿tengo que denunciar?", None),
    ("violence", "me quitaron el camión con armas largas pero no me golpearon", True),
    ("violence", "dejaron amarrado al chofer y se llevaron la caja", True),
    ("violence", "no traían armas largas, nada más se lo llevaron", False),
    ("violence", "se llevaron el carro sin violencia", False),
    ("detained", "al operador se lo llevó la policía", True),
    ("detained", "a mi cuñado se lo llevaron los estatales", True),
    ("detained", "a mi papá se lo llevó la ambulancia", None),
    ("detained", "el carro se lo llevó tránsito", None),
    ("detained", "se llevaron detenido al que me pegó", None),
    ("drivable", "le duele el tobillo pero sí camina", None),
    ("drivable", "se lastimó tantito, dice que sí puede caminar", None),
    ("drivable", "me duele la rodilla. el carro sí camina", True),
    ("drivable", "trae un golpe en la defensa pero sí camina", True),
    ("drivable", "me dio una combi, no hay heridos y sí camina", True),
]


@pytest.mark.parametrize("fact,text,wanted", IN_PASSING)
def test_what_is_told_in_passing(fact, text, wanted):
    seen = [one.value for one in situation.find(text) if one.entity == fact]
    assert (seen[0] if seen else None) is wanted


@pytest.mark.parametrize("text", [
    "estaba parado en el semáforo cuando me pegaron", "estaba parada en el tráfico y me dieron por atrás",
    "estaba parado y me pegaron por atrás",
])  # fmt: skip
def test_a_car_that_waits_with_its_driver_is_not_parked(text):
    assert not [fact for fact in situation.find(text) if fact.entity == "parked" and fact.value]
