"""Towns whose names are also streets', surnames or states', by what stands beside them."""

import pytest
from places import assert_place

from bot.nlu.parsers import place
from bot.nlu.parsers.every import find_all

HIGHWAY = {"kind": "highway"}


@pytest.mark.parametrize(
    ("text", "state", "municipality"),
    [
        ("se atravesó un perro en colima", "Colima", "Colima"),
        ("estoy parado en guadalupe zacatecas", "Zacatecas", "Guadalupe"),
        ("se ponchó llegando a loreto zacatecas", "Zacatecas", "Loreto"),
        ("en gpe nuevo leon", "Nuevo León", "Guadalupe"),
        ("me dieron en un tope en Apizaco", "Tlaxcala", "Apizaco"),
        ("frené en un bache en Nogales", "Sonora", "Nogales"),
        ("caí en un bache en La Paz y la llanta quedó floja", "Baja California Sur", "La Paz"),
        ("me pegaron en la ciudad de guadalupe, zacatecas", "Zacatecas", "Guadalupe"),
        ("chocó en apizaco x av jarabe tlaxcalteco", "Tlaxcala", "Apizaco"),
    ],
)
def test_a_town(text, state, municipality):
    value = place.find(text)[0].value
    assert (value["state"], value["municipality"]) == (state, municipality)


@pytest.mark.parametrize(
    ("text", "street", "municipality"),
    [
        ("lo dejé en la calle Juárez de Jerez y me lo rayaron", "Juárez", "Jerez"),
        ("fue en la calle hidalgo d colima", "Hidalgo", "Colima"),
        ("en avenida Morelos de ciudad guadalupe zacatecas", "avenida Morelos", "Guadalupe"),
        ("en calle Allende de Nogales Sonora", "Allende", "Nogales"),
        ("en la calle Insurgentes 80, colonia Jardines de Rosario, León", "Insurgentes", "León"),
        ("calle Plan de Ayala 33, Cuernavaca", "Plan de Ayala", "Cuernavaca"),
        ("avenida Ponce de León 44, Mérida", "avenida Ponce de León", "Mérida"),
        ("calle Niños Héroes de Chapultepec 9, Monterrey", "Niños Héroes de Chapultepec", "Monterrey"),
        ("calzada de Tlalpan 2900 col Portales Benito Juárez", "calzada de Tlalpan", "Benito Juárez"),
        ("en nuevo laredo, en la reforma con victoria", "Reforma", "Nuevo Laredo"),
        ("Tehuacán Sur 18, colonia La Paz, Puebla", "Tehuacán Sur", "Puebla"),
    ],
)
def test_a_street_and_its_town(text, street, municipality):
    value = place.find(text, answer=True)[0].value
    assert (value["street"], value["municipality"]) == (street, municipality)


@pytest.mark.parametrize(
    ("text", "municipality"),
    [
        ("en toluca digo no perdón ya es metepec bulevar toluca a la altura de la plaza", "Metepec"),
        ("le dije Saltillo y no, perdón, esto ya es Ramos Arizpe", "Ramos Arizpe"),
        ("creí que era Silao pero no, ya me dijeron que esto es Romita", "Romita"),
        ("perdón, le dije Navojoa y no, aquí es Huatabampo", "Huatabampo"),
        ("le dije que es en Navojoa", "Navojoa"),
    ],
)
def test_a_town_taken_back(text, municipality):
    assert place.find(text, answer=True)[0].value["municipality"] == municipality


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("el último pueblo fue tapalpa", {"state": "Jalisco", "nearest_town": "Tapalpa"}),
        ("el pueblo más cercano es Mazamitla", {"state": "Jalisco", "nearest_town": "Mazamitla"}),
        ("lo más cerca es villa unión", {"nearest_town": "Villa Unión"}),
        ("sobre la costera 200", {"kind": "highway", "highway": "Federal 200"}),
        (
            "la 15 de guadalajara a tepic km 80",
            {"kind": "highway", "highway": "Federal 15", "kilometer": 80, "heading": "Tepic"},
        ),
        (
            "en la 2 entre caborca y sonoyta",
            {"kind": "highway", "state": "Sonora", "highway": "Federal 2", "nearest_town": "Caborca"},
        ),
        (
            "la Durango-Mazatlán km 90 pasando El Salto, rumbo a la costa, o sea Mazatlán",
            {
                "kind": "highway",
                "state": "Durango",
                "highway": "Durango-Mazatlán",
                "kilometer": 90,
                "heading": "Mazatlán",
                "nearest_town": "El Salto",
            },
        ),
        ("carr a tepic km 54 ay 2 heridos", {"kind": "highway", "highway": "Carr a Tepic", "kilometer": 54}),
        ("carr a tepic km 54, perdon, 45", {"kind": "highway", "highway": "Carr a Tepic", "kilometer": 45}),
        (
            "supercarr dgo-mzt km 162, voy pa mzt",
            {"kind": "highway", "highway": "Durango-Mazatlán", "kilometer": 162, "heading": "Mazatlán"},
        ),
        (
            "autop mex-pue km 40 sent pue",
            {"highway": "Autop México-Puebla", "kilometer": 40, "heading": "Puebla"} | HIGHWAY,
        ),
        ("la 57 rumbo a slp", {"highway": "Federal 57", "heading": "San Luis Potosí"} | HIGHWAY),
        ("por la 16 de septiembre", {"kind": "street", "street": "16 de Septiembre"}),
    ],
)
def test_roads(text, expected):
    assert_place(text, expected)


def test_a_part_of_the_car_is_no_corner():
    assert place.find("en avenida reforma y el dueño no está")[0].value["corner"] is None
    assert place.find("en avenida reforma y la hidalgo")[0].value["corner"] == "Hidalgo"


@pytest.mark.parametrize(
    ("text", "street", "corner"),
    [
        ("en la Ruiz Cortines, sí, ahí: con la esquina de Bravo, en Monterrey", "Ruiz Cortines", "Bravo"),
        ("por Vasconcelos, como le decía, en la esquina con Gómez Morín", "Vasconcelos", "Gómez Morín"),
        ("en madero, mire, esquina de Zaragoza en el centro", "Madero", "Zaragoza"),
        ("cto interior esq melchor ocampo cdmx", "Cto Interior", "Melchor Ocampo"),
        ("en la noche, en la esquina de Bravo y Mina", "Bravo", "Mina"),
    ],
)
def test_a_corner_further_on(text, street, corner):
    value = place.find(text, answer=True)[0].value
    assert (value["street"], value["corner"]) == (street, corner)


def test_a_colonia_after_the_name_of_a_person():
    value = place.find("Av. México 2300 esquina con Rubén Darío Providencia Guadalajara", answer=True)[0].value
    assert (value["corner"], value["neighborhood"]) == ("Rubén Darío", "Providencia")


def test_a_grid_with_articles():
    value = place.find("en la cincuenta por la sesenta y uno y sesenta y tres, Mérida", answer=True)[0].value
    assert (value["street"], value["between_streets"]) == ("50", ["61", "63"])


@pytest.mark.parametrize(
    ("text", "kilometer"),
    [
        ("en el arco norte, como en el 84", 84),
        ("vengo de reynosa para monterrey, voy por el 145", 145),
        ("autopista durango mazatlán como en el ciento doce rumbo a mazatlán", 112),
        ("en insurgentes, como en el 84", None),
        ("carretera a tepic por el kilómetro como sesenta y uno", 61),
        ("en la 57, km más o menos 40", 40),
        ("en la autopista a Colima, como en el segundo carril", None),
    ],
)
def test_a_kilometre_without_its_label(text, kilometer):
    assert place.find(text)[0].value["kilometer"] == kilometer


def test_the_short_name_of_a_capital_beside_a_shop():
    assert place.find("x el oxxo de la plaza sendero slp")[0].value["municipality"] == "San Luis Potosí"
    assert place.find("carretera 57 km 30 slp")[0].value["municipality"] is None


@pytest.mark.parametrize(
    ("text", "between"),
    [
        ("calle Mina entre bravo y la que sigue, cómo se llama, este, allende", ["Bravo", "Allende"]),
        ("entre Morelos y creo que es Hidalgo, Saltillo", ["Morelos", "Hidalgo"]),
        ("calle Mina, entre veinte y treinta minutos", []),
        ("en la 57 entre media hora y 40 minutos", []),
    ],
)
def test_streets_sought_for_and_minutes(text, between):
    assert place.find(text)[0].value["between_streets"] == between


@pytest.mark.parametrize(
    ("text", "municipality"), [("el lugar no es Zapopan es Tonalá", "Tonalá"), ("esto es Nogales", "Nogales")]
)
def test_a_place_that_is_named_plainly(text, municipality):
    assert place.find(text)[0].value["municipality"] == municipality


def test_an_address_is_nobodys_name():
    for text in ("yo soy el de en medio, Circuito Interior casi con Marina Nacional", "vidrio del chofer, leon gto"):
        assert not [fact for fact in find_all(text) if fact.entity == "person" and fact.value["name"]]
        assert [fact for fact in find_all(text) if fact.entity == "place"]


@pytest.mark.parametrize(
    ("text", "colonia"),
    [
        ("en toluca, fracc valle d sn juan, circuito rosas 12", "Valle de Sn Juan"),
        ("fracc valle de san javier, pachuca", "Valle de San Javier"),
        ("colonia centro de monterrey", "Centro"),
        ("calle mina sn col centro", "Centro"),
    ],
)
def test_where_the_name_of_a_colonia_ends(text, colonia):
    assert place.find(text, answer=True)[0].value["neighborhood"] == colonia
