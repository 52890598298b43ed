"""What is asked next is a function of what is known."""

import pytest

from bot.actions import agenda
from bot.actions.claim import blank


def known(**facts):
    """A draft with facts put at dotted paths (`__` for the dot)."""
    from bot.actions.claim import put

    claim = blank("web")
    for path, value in facts.items():
        put(claim, path.replace("__", "."), value)
    return claim


HERE = {"location__municipality": "Zapopan", "location__street": "Av. Patria", "location__number": "300"}
CRASH = {"incident_type": "collision", "injuries__any": False, **HERE, "description": "me pegaron"}
POLICY = {"policy__number": "1042587", "policy__found": True, "policy__inciso": 1}
OTHERS = {"third_parties__any": True, "third_parties__fled": False, "authorities": True}
PEOPLE = {"driver_name": "Laura", "reporter__name": "Laura Méndez", "reporter__phone": "+523318452290"}


def ask(claim, skipped=(), units=1, unit=None):
    return agenda.next_question(claim, frozenset(skipped), units, unit)


def test_a_first_name_alone_is_made_a_whole_name_by_one_question():
    facts = {**CRASH, **POLICY, **PEOPLE, "reporter__name": "Laura"}
    assert ask(known(**facts)) == "reporter_name"
    assert agenda.next_question(known(**facts), frozenset(), asked={"reporter_name"}) == "third_parties"


def test_life_comes_before_everything_else_of_an_accident():
    assert ask(known(incident_type="collision")) == "injuries"


@pytest.mark.parametrize("incident", ["glass", "total_theft", "vandalism", "weather", "partial_theft"])
def test_every_caller_with_a_loss_is_asked_for_injuries_first(incident):
    assert ask(known(incident_type=incident, details__vehicle_parked=True)) == "injuries"


def test_a_stranded_car_is_asked_where_it_is_at_once():
    assert ask(known(incident_type="roadside_assistance")) == "location"


def test_the_order_of_a_collision():
    claim, asked = known(incident_type="collision"), []
    answers = {"injuries": {"injuries__any": False}, "location": HERE, "description": {"description": "x"},
               "policy_number": POLICY, "driver_name": {"driver_name": "Laura Méndez"},
               "reporter_name": {"reporter__name": "Laura Méndez"},
               "reporter_phone": {"reporter__phone": "+523318452290"},
               "third_parties": {"third_parties__any": True, "third_parties__fled": False},
               "authorities": {"authorities": True}, "drivable": {"drivable": True}}  # fmt: skip
    facts = {"incident_type": "collision"}
    while question := ask(claim):
        asked.append(question)
        facts.update(answers[question])
        claim = known(**facts)
    assert asked == list(answers)


def test_nothing_known_is_asked_again():
    assert ask(known(**CRASH, **POLICY, **PEOPLE, **OTHERS, drivable=True)) is None


@pytest.mark.parametrize("told,asked", [
    ({"any": True, "text": "un taxi"}, "third_parties"),
    ({"any": True}, "third_parties"),
    ({"any": True, "fled": False, "text": "un taxi"}, None),
    ({"any": False, "text": "un poste"}, None),
    ({"any": True, "text": "le di a un Pointer estacionado"}, None),
    ({"any": True, "text": "tumbé la barda de una casa"}, None),
    ({"any": True, "text": "una vaca de un ranchero"}, None),
    ({"any": True, "text": "una camioneta que estaba parada en el puente"}, "third_parties"),
])  # fmt: skip
def test_whether_the_others_left_is_asked_where_they_could_have(told, asked):
    others = {f"third_parties__{field}": value for field, value in told.items()}
    assert ask(known(**CRASH, **POLICY, **PEOPLE, **others, authorities=False, drivable=True)) == asked


def test_without_a_policy_number_the_vehicle_is_asked_for():
    claim = known(**CRASH)
    skipped, asked = [], []
    while (question := ask(claim, skipped)) in ("policy_number", "plates", "vehicle", "vin", "insured_name"):
        asked.append(question)
        skipped.append(question)
    assert asked == ["policy_number", "plates", "vehicle", "vin", "insured_name"]
    assert question == "driver_name"


def test_a_fleet_is_asked_for_the_unit_and_a_single_policy_is_not():
    claim = known(**CRASH, policy__number="7001450", policy__found=True)
    assert ask(claim, units=3) == "inciso"
    assert ask(claim, ["inciso"], units=3) == "plates"
    assert ask(claim, units=1) == "driver_name"


@pytest.mark.parametrize("incident,needs", [
    ("total_theft", ["violence", "occurred_at", "denuncia"]),
    ("partial_theft", ["stolen_parts", "occurred_at", "violence", "denuncia"]),
    ("flood", ["parked", "occurred_at", "drivable", "vehicle_whereabouts"]),
    ("rollover", ["third_parties", "authorities", "drivable", "licence"]),
    ("glass", ["glass_part", "drivable"]),
    ("cargo", ["cargo", "trailer", "third_parties", "authorities", "drivable"]),
    ("run_over", ["authorities", "detained", "drivable", "licence"]),
])  # fmt: skip
def test_what_each_incident_needs(incident, needs):
    claim = known(**{**CRASH, **POLICY, **PEOPLE, "incident_type": incident})
    skipped, asked = [], []
    while question := ask(claim, skipped):
        asked.append(question)
        skipped.append(question)
    assert asked == needs


def test_a_parked_car_that_is_gone_was_not_taken_with_violence():
    claim = known(**{**CRASH, **POLICY, **PEOPLE, "incident_type": "total_theft", "details__vehicle_parked": True})
    assert ask(claim) == "occurred_at"


@pytest.mark.parametrize("said,asked", [
    ("el chofer se pegó en la cabeza", "driver_age"),
    ("me duele el cuello", "driver_age"),
    ("el chofer del camión dice que le duele el brazo", None),
    ("el conductor de la moto se raspó", None),
])  # fmt: skip
def test_the_age_of_who_drove_is_asked_where_it_is_who_is_hurt(said, asked):
    rest = {**POLICY, **PEOPLE, **OTHERS, "drivable": True, "authorities": False}
    hurt = {"injuries__any": True, "injuries__count": 1, "injuries__text": said}
    assert ask(known(**{**CRASH, **rest, **hurt})) == asked


def test_a_truck_is_asked_for_trailer_and_cargo_but_not_while_people_are_hurt():
    truck = {"vehicle": {"kind": "tractor"}, "use": "comercial"}
    rest = {**POLICY, **PEOPLE, **OTHERS, "drivable": True}
    assert ask(known(**CRASH, **rest), unit=truck) == "trailer"
    assert ask(known(**{**CRASH, **rest, "injuries__any": True}), unit=truck) is None


def test_a_taxi_is_asked_for_its_passengers():
    rest = {**POLICY, **PEOPLE, **OTHERS, "drivable": True}
    assert ask(known(**CRASH, **rest), unit={"vehicle": {}, "use": "taxi"}) == "occupants"


@pytest.mark.parametrize("location,enough", [
    ({"municipality": "Zapopan"}, False),
    ({"street": "Av. Patria"}, False),
    ({"municipality": "Zapopan", "street": "Av. Patria"}, True),
    ({"municipality": "Guadalajara", "text": "plaza galerías en guadalajara"}, True),
    ({"municipality": "Guadalajara", "text": "en Guadalajara"}, False),
    ({"municipality": "Atlixco", "text": "saliendo de misa en Atlixco"}, False),
    ({"municipality": "Toluca", "text": "regresando del trabajo en Toluca"}, False),
    ({"municipality": "Toluca", "text": "saliendo del estadio en Toluca"}, True),
    ({"kind": "highway", "highway": "México-Querétaro"}, False),
    ({"kind": "highway", "highway": "México-Querétaro", "kilometer": 130}, True),
    ({"kind": "highway", "highway": "México-Querétaro", "heading": "Querétaro"}, True),
    ({"kind": "highway", "heading": "Querétaro", "text": "en la carretera, voy para Querétaro"}, False),
    ({"latitude": 20.6, "longitude": -103.3}, True),
])  # fmt: skip
def test_when_a_place_is_enough(location, enough):
    from bot.actions.claim import place_is_enough

    assert place_is_enough({**blank("web")["location"], **location}) is enough


@pytest.mark.parametrize("location,lacking", [
    ({"municipality": "Zapopan", "street": "Av. Patria"}, "spot"),
    ({"municipality": "Zapopan", "neighborhood": "Jardines"}, "spot"),
    ({"municipality": "Torreón", "neighborhood": "La Merced", "text": "La Merced mz 12 lt 30, Torreón"}, ""),
    ({"street": "Av. Patria", "number": "300"}, "town"),
    ({"municipality": "Zapopan", "street": "Av. Patria", "number": "300"}, ""),
    ({"municipality": "Zapopan", "street": "Av. Patria", "corner": "Acueducto"}, ""),
    ({"municipality": "Guadalajara", "text": "plaza galerías en guadalajara"}, ""),
    ({"municipality": "Zapopan", "text": "en la escuela Benito Juárez de Zapopan"}, ""),
    ({"municipality": "Iguala", "text": "afuera de la escuela en iguala"}, "address"),
    ({"municipality": "Huamantla", "text": "saliendo del mercado en huamantla"}, "address"),
    ({"municipality": "Fresnillo", "text": "en Fresnillo estaba estacionado afuera del IMSS"}, "address"),
    ({"municipality": "Zacatlán", "text": "zacatlan lo dejé afuera de la presidencia"}, "address"),
    ({"municipality": "Toluca", "text": "en el mercado Juárez de Toluca"}, ""),
    ({"municipality": "Querétaro", "text": "en el estacionamiento de la plaza Antea en Querétaro"}, ""),
    ({"highway": "México-Querétaro", "heading": "Querétaro"}, "kilometer"),
    ({"highway": "México-Querétaro", "kilometer": 0.0}, "heading"),
    ({"highway": "México-Querétaro", "kilometer": 57, "heading": "Querétaro"}, ""),
    ({"highway": "México-Querétaro", "kilometer": 57, "nearest_town": "Jilotepec"}, ""),
    ({"highway": "México-Querétaro", "text": "pasando la caseta"}, ""),
    ({"latitude": 20.6, "longitude": -103.3, "highway": "México-Querétaro"}, ""),
    ({"municipality": "Zapopan"}, ""),
])  # fmt: skip
def test_what_part_of_a_place_is_lacking(location, lacking):
    from bot.actions.claim import part_lacking

    draft = blank("web")
    assert part_lacking({**draft, "location": {**draft["location"], **location}}) == lacking


def test_a_place_is_made_exact_by_one_question():
    claim = known(incident_type="collision", injuries__any=False, location__highway="México-Querétaro",
                  location__heading="Querétaro", description="me pegaron")  # fmt: skip
    assert ask(claim) == "location"
    assert agenda.next_question(claim, frozenset(), asked={"location"}) == "policy_number"


def test_a_car_told_without_its_year_is_asked_for_it_once_where_no_policy_was_found():
    unfound = {"policy__number": "9999999", "policy__found": False, "vehicle__plates": "YKM-419-C"}
    named = known(**CRASH, **unfound, vehicle__make="Suzuki", vehicle__model="Jimny")
    assert ask(named, skipped=["policy_number"]) == "vehicle"
    assert (
        ask(known(**CRASH, **unfound, vehicle__make="Suzuki", vehicle__year=2022), skipped=["policy_number"]) == "vin"
    )
