"""Places told by who knows no street: what stands around, the town without a comma, a road put right by its town."""

import pytest

from bot.nlu.parsers import place


def read(text):
    found = place.find(text, answer=True)
    return found[0].value if found else {}


@pytest.mark.parametrize(
    ("text", "landmark", "municipality"),
    [
        ("no sé la calle, veo una gasolinera y un puente viejo, es Apodaca", "una gasolinera y un puente", "Apodaca"),
        ("hay enfrente un Chedraui y una llantera azul, ando en Xalapa", "un Chedraui y una llantera azul", "Xalapa"),
        ("se ve un oxxo y una farmacia guadalajara, es Tepatitlán", "un oxxo y una farmacia", "Tepatitlán"),
        ("no conozco, hay una iglesia amarilla, Atlixco", "una iglesia amarilla", "Atlixco"),
        ("estoy parada junto a una gasolinera, ya es Silao", "junto a una gasolinera", "Silao"),
        ("en el estac d plaza sendero en celaya", "Estac de Plaza Sendero", "Celaya"),
        ("en el estac del walmart d irapuato", "Estac del Walmart", "Irapuato"),
        ("saliendo de misa en Atlixco", None, "Atlixco"),
        ("regresando del trabajo en Toluca me pegaron", None, "Toluca"),
        ("la deje en la cochera de la oficina en Pachuca", None, "Pachuca"),
        ("estaba afuera de la agencia de Toluca", "afuera de la agencia", "Toluca"),
    ],
)
def test_what_stands_around(text, landmark, municipality):
    value = read(text)
    told = value["landmark"]
    assert told == landmark or (landmark and told.startswith(landmark)), told
    assert value["municipality"] == municipality


@pytest.mark.parametrize(
    "text",
    [
        "¿hay un hospital cerca?",
        "oiga, hay un taller que me recomiende?",
        "compré la póliza en las oficinas de Querétaro",
        "choqué junto a un señor",
    ],
)
def test_what_is_no_place(text):
    assert not place.find(text) or not place.find(text)[0].value["landmark"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("av juarez y gpe victoria hermosillo", ("av juarez", "Gpe Victoria", None, "Hermosillo")),
        ("colonia santa rosa hermosillo", (None, None, "Santa Rosa", "Hermosillo")),
        ("calle morelos san josé hermosillo", ("Morelos", None, "San José", "Hermosillo")),
        ("calle lopez mateos san isidro león", ("Lopez Mateos", None, "San Isidro", "León")),
        ("calle san pedro 30 colonia san rafael zamora", ("San Pedro", None, "San Rafael", "Zamora")),
        ("bulevar Salvador Nava 200", ("bulevar Salvador Nava", None, None, None)),
        ("calle Rosario Hermosillo 23, Chihuahua", ("Rosario Hermosillo", None, None, "Chihuahua")),
        ("av madero colonia jardines del carmen celaya", ("Av Madero", None, "Jardines del Carmen", "Celaya")),
        ("en tlaquepaque, en francisco silva, nadie herido", ("Francisco Silva", None, None, "Tlaquepaque")),
        ("estamos en eh insurgentes a la altura de perisur", ("Insurgentes", None, None, None)),
    ],
)
def test_a_town_without_a_comma(text, expected):
    value = read(text)
    told = [value[name] for name in ("street", "corner", "neighborhood", "municipality")]
    assert [item and item.casefold() for item in told] == [item and item.casefold() for item in expected]


@pytest.mark.parametrize(
    ("text", "highway"),
    [
        ("iba por la carretera a Colima, digo, a Manzanillo", "carretera a Manzanillo"),
        ("en la autopista a Cuernavaca, perdón, a Acapulco, km 45", "autopista a Acapulco"),
        ("carretera a Tampico, no, perdón, la que va a Mante", "carretera a Mante"),
        ("carretera a Tepic km 12, voy a Vallarta", "carretera a Tepic"),
    ],
)
def test_a_road_put_right_by_its_town(text, highway):
    assert read(text)["highway"].casefold() == highway.casefold()
