"""How many trailers a truck pulls."""

import pytest

from bot.nlu.parsers import situation, trailers


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("sí, traigo 2", 2),
        ("jalo dos nada más", 2),
        ("simón, llevaba una", 1),
        ("son dos las que arrastro, dos", 2),
        ("una nomás", 1),
        ("dos", 2),
        ("pues nada más uno", 1),
        ("sí, con uno", 1),
        ("voy en full", 2),
        ("traía una caja seca enganchada", 1),
        ("no, ningún remolque", 0),
        ("nada de remolque, joven", 0),
        ("voy con la pura camioneta", 0),
        ("no jalaba caja", 0),
        ("no hay remolque", 0),
    ],
)
def test_trailers_are_counted(text, count):
    assert trailers.read(text)["count"] == count


@pytest.mark.parametrize(
    "text",
    [
        "sí",
        "no sé",
        "llevo 2 años de operador",
        "traigo 2 llantas ponchadas",
        "íbamos 2 en la cabina",
        "venía con 1 ayudante",
    ],
)
def test_numbers_of_other_things(text):
    assert trailers.read(text) is None


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("una pipa de agua me dio un llegue en el espejo", None),
        ("me brincó una piedra de una góndola que iba adelante", None),
        ("choqué con una plataforma que estaba parada", None),
        ("el otro es un Aveo que iba atrás de una nodriza", None),
        ("traigo una pipa con diésel y se me fue un freno", 1),
        ("iba con la caja seca vacía y me pegaron", 1),
        ("soy operador, jalo dos cajas y choqué", 2),
        ("voy en full y me cerraron", 2),
    ],
)
def test_only_what_the_caller_pulls_is_taken_unasked(text, count):
    told = [fact.value["count"] for fact in situation.find(text) if fact.entity == "trailer"]
    assert told == ([] if count is None else [count])
