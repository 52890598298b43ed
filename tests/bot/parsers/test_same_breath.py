"""What is said last holds, in the answer to each kind of question; what only sounds like it leaves the answer."""

import pytest

from bot.nlu.parsers import injury_count
from bot.nlu.parsers.same_breath import last_word

HELD = [
    ("injuries", "dos, mejor dicho tres", "tres"),
    ("injuries", "tres, no perdón, cuatro", "cuatro"),
    ("injuries", "uno, o más bien dos", "dos"),
    ("injuries", "hay uno... espere, son dos", "son dos"),
    ("injuries", "no, miento, sí hay uno", "sí hay uno"),
    ("injuries", "no hay nadie, bueno sí, mi suegra se pegó", "sí, mi suegra se pegó"),
    ("injuries", "nadie, ah no, mi primo trae un golpe en la frente", "mi primo trae un golpe en la frente"),
    ("injuries", "mi mamá y mi sobrino, bueno no, nada más mi sobrino", "nada más mi sobrino"),
    ("injuries", "no, espere, mi niña dice que le duele la espalda", "mi niña dice que le duele la espalda"),
    ("injuries", "sí, digo no, nadie", "nadie"),
    ("drivable", "sí camina, más bien no", "no"),
    ("drivable", "si camina mas bien no camina", "no camina"),
    ("drivable", "sí jala, bueno la verdad no", "la verdad no"),
    ("drivable", "sí se mueve, miento, no se mueve", "no se mueve"),
    ("drivable", "no camina, mejor dicho sí camina pero tira agua", "sí camina pero tira agua"),
    ("drivable", "sí, no, perdón, no camina", "no camina"),
    ("authorities", "no ha llegado nadie, ah sí, ya llegó tránsito", "sí, ya llegó tránsito"),
    ("authorities", "ya llegó la patrulla, perdón, todavía no llega", "todavía no llega"),
    ("authorities", "no, digo, sí está la guardia nacional", "sí está la guardia nacional"),
    ("third_parties", "se fue, digo, aquí sigue", "aquí sigue"),
    ("third_parties", "aquí está, ay no, ya se peló", "ya se peló"),
    ("third_parties", "no, más bien sí, una combi", "sí, una combi"),
    ("driver_name", "yo, bueno no, mi esposa", "mi esposa"),
    ("driver_name", "mi hermano, digo mi cuñado", "mi cuñado"),
    ("driver_name", "yo, no es cierto, mi hijo Carlos Méndez", "mi hijo Carlos Méndez"),
    ("driver_name", "Luis, más bien Luis Alberto Mora", "Luis Alberto Mora"),
    ("licence", "sí, digo no, está vencida", "no, está vencida"),
    ("violence", "sí, bueno no, solo me gritaron", "no, solo me gritaron"),
]
WHOLE = [
    ("injuries", "no, le digo que no"),
    ("injuries", "dos, perdón por la tardanza"),
    ("injuries", "uno de 20 años, digo 22"),
    ("injuries", "no, bueno sí hay golpes pero en el carro"),
    ("injuries", "no, digo, el carro sí quedó muy dañado"),
    ("injuries", "sí, mi mamá, bueno no es mi mamá es mi suegra"),
    ("injuries", "el otro me pidió perdón, nadie se lastimó"),
    ("drivable", "sí camina, bueno, no frena"),
    ("drivable", "sí camina, más bien no quiero moverlo"),
    ("drivable", "sí se mueve, perdón, no le entendí"),
    ("drivable", "sí, pero digo, quién sabe si aguante"),
    ("drivable", "creo que sí, bueno no sé"),
    ("drivable", "perdón, sí camina"),
    ("location", "en la 15, no, perdón, en la 17"),
]


@pytest.mark.parametrize(("question", "text", "holds"), HELD, ids=[row[1] for row in HELD])
def test_the_last_word_holds(question, text, holds):
    assert text[last_word(text, question) :] == holds


@pytest.mark.parametrize(("question", "text"), WHOLE, ids=[row[1] for row in WHOLE])
def test_nothing_is_taken_back(question, text):
    assert last_word(text, question) == 0


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("hay dos heridos, perdón, tres", 3),
        ("cuatro lesionados digo cinco", 5),
        ("son dos, no, tres lastimados", 3),
        ("fueron 3 lesionados, quise decir 2", 2),
        ("hay 2 lesionados, perdón, 3 carros", 2),
        ("van 2 heridos, digo, a las 3 de la tarde", 2),
    ],
)
def test_a_number_put_right_at_once(text, count):
    assert injury_count.counted(text) == count
