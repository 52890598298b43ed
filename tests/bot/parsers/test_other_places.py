"""Places told beside the loss that are not where it happened, and those that look alike and are."""

import pytest

from bot.nlu.parsers import place


@pytest.mark.parametrize(
    "text",
    [
        "el seguro lo contraté en Monterrey",
        "trabajo en una maquila de Reynosa",
        "soy chofer de Bodega Aurrerá de Chalco",
        "mi hermano está en el hospital de Zapopan",
        "la grúa viene de Querétaro",
        "el ajustador que viene de Satélite no ha llegado",
        "se la llevaron rumbo a Pachuca",
        "el del taxi se dio a la fuga hacia Ecatepec",
        "se peló para Toluca",
        "el de la pipa se siguió rumbo a Fresnillo como si nada",
        "mis papás viven en Mérida",
    ],
)
def test_not_where_it_happened(text):
    assert place.find(text) == []


@pytest.mark.parametrize(
    ("text", "municipality"),
    [
        ("trabajo en Toluca pero choqué en Metepec", "Metepec"),
        ("estoy en el hospital de León, el choque fue en Silao", "Silao"),
        ("se pelaron hacia Toluca, me asaltaron en Lerma", "Lerma"),
        ("catemaco veracruz calle hidalgo número nueve", "Catemaco"),
        ("blvd a zacatecas frente al soriana, aguascalientes", "Aguascalientes"),
        ("me la robaron en tlakepake", "Tlaquepaque"),
        ("se metió el agua a mi cochera, vivo en Villahermosa", "Centro"),
        ("esquina con Degollado en guasave digo perdón en los mochis", "Ahome"),
        ("lo dejé en la col. Lindavista de Tepic y amaneció rayado", "Tepic"),
        ("me asaltaron x la central d abasto d toluca", "Toluca"),
        ("calle Nevado de Toluca 33, Morelia", "Morelia"),
        ("contraté el seguro en Puebla y me chocaron en Atlixco", "Atlixco"),
        ("en el estacionamiento de mi trabajo en Apodaca", "Apodaca"),
    ],
)
def test_where_it_happened(text, municipality):
    assert place.find(text)[0].value["municipality"] == municipality


def test_whither_one_was_going_stays():
    assert place.find("nos fuimos a la cuneta en la 57, íbamos hacia Matehuala")[0].value["heading"] == "Matehuala"
    assert place.find("salí de Aguascalientes rumbo a Zacatecas y me volteé")[0].value["municipality"] is None


def test_a_job_said_in_one_breath_with_the_loss():
    said = "soy chofer de aplicación una camioneta me pegó en el bulevar costero en Manzanillo no hay nadie lastimado"
    assert place.find(said)[0].value["municipality"] == "Manzanillo"
