"""Who says not to have driven."""

import pytest

from bot.nlu.parsers.not_me import did_not_drive


@pytest.mark.parametrize(
    "text",
    [
        "yo no manejaba",
        "habla Rosa, yo no venía manejando",
        "no manejaba yo",
        "ni siquiera iba manejando yo",
        "no iba yo al volante",
        "no era yo la que iba manejando",
        "no fui yo el que chocó, fue mi hermano",
        "yo no era el que manejaba",
        "yo no venía en el carro",
        "yo no estaba ahí",
        "yo ni manejo",
        "yo no sé manejar, venía mi tío",
        "yo no lo traía",
        "el que manejaba no era yo",
        "la que lo traía no era yo",
        "la que manejaba no soy yo, soy su mamá",
    ],
)
def test_the_speaker_did_not_drive(text):
    assert did_not_drive(text)


@pytest.mark.parametrize(
    "text",
    [
        "yo iba manejando",
        "yo no iba rápido",
        "yo no tuve la culpa",
        "yo no venía tomado",
        "no fui yo el culpable",
        "yo no sé",
        "no lo vi venir yo",
        "él no manejaba bien",
        "el otro no traía seguro",
        "yo no traigo la póliza",
        "no traía yo la licencia",
        "mi esposo no manejaba, yo sí",
        "yo no traía cinturón",
    ],
)
def test_nothing_says_that_the_speaker_did_not_drive(text):
    assert not did_not_drive(text)


@pytest.mark.parametrize(
    "text",
    ["no fui yo", "yo no", "no yo no, soy la mamá", "uy no joven yo no, mi hermano", "mi hijo, no yo"],
)
def test_in_answer_a_word_says_so(text):
    assert did_not_drive(text, asked=True) and not did_not_drive(text)


@pytest.mark.parametrize("text", ["yo no sé", "yo no más", "yo no iba con nadie", "yo no me acuerdo", "sí yo"])
def test_in_answer_these_do_not(text):
    assert not did_not_drive(text, asked=True)


@pytest.mark.parametrize(("text", "not_me"), [
    ("Soy su hija, Paola", True),
    ("soy su esposo Germán Ruiz", True),
    ("soy su nuera, yo lo traía", False),
    ("soy su servidora, Elena Prado", False),
    ("soy su hermano e iba manejando", False),
])  # fmt: skip
def test_whose_relative_speaks_is_no_driver(text, not_me):
    assert did_not_drive(text, asked=True) is not_me
