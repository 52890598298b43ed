"""What follows from a message without being told apart: who drove, which telephone to call, and what is damaged."""

import json

import pytest
from stage import Book, Stage
from test_turns import POLICIES, facts, take

ALL = (
    "soy Laura Méndez, choqué en Av. Patria esquina con Acueducto, en Zapopan, Jalisco, me pegó una camioneta por "
    "atrás, nadie herido, mi póliza es la 1042587"
)
LINE = "+523318452290"


def stage(channel="web", address=None):
    return Stage(facts, Book(json.loads(json.dumps(POLICIES))), channel, address)


@pytest.mark.parametrize(("text", "driver"), [
    (ALL, "Laura Méndez"),
    (ALL.replace("choqué", "me estrellé"), "Laura Méndez"),
    (ALL.replace("choqué", "hubo un choque").replace("me pegó una camioneta", "le pegaron a la camioneta"), None),
    (ALL.replace("choqué", "me fui de reversa y le pegué al carro de mi vecino"), "Laura Méndez"),
    (ALL.replace("choqué", "le di a un coche que estaba estacionado"), "Laura Méndez"),
    (ALL.replace("choqué", "soy una señora grande y le pegué al taxi de un muchacho"), "Laura Méndez"),
    (ALL.replace("choqué", "choqué con mi esposo"), None),
    (ALL.replace("choqué", "chocamos").replace("me pegó", "nos pegó"), None),
    (ALL.replace("choqué", "iba de pasajera y choqué"), None),
    (ALL.replace("me pegó una camioneta", "me pegaron en el carro").replace("choqué", "le hablo"), None),
    (ALL.replace("soy Laura Méndez, ", ""), None),
])  # fmt: skip
def test_who_gives_a_name_and_tells_the_crash_as_ones_own_drove(text, driver):
    caller = stage()
    caller.say(text, "report_loss")
    assert caller.state["claim"]["driver_name"] == driver
    assert (caller.state["expects"] == "driver_name") == (driver is None)


@pytest.mark.parametrize("text", [
    "ah pero iba manejando mi hijo Pablo Robles", "no manejaba yo, manejaba mi hijo Pablo Robles",
])  # fmt: skip
def test_who_is_told_to_have_driven_takes_the_place_of_who_was_concluded(text):
    caller = stage()
    caller.say(ALL, "report_loss")
    caller.say(text, "inform")
    assert caller.state["claim"]["driver_name"] == "Pablo Robles"
    assert caller.state["claim"]["reporter"]["name"] == "Laura Méndez"


@pytest.mark.parametrize("text", ["oiga pero yo no manejaba", "mi hermano venía manejando"])
def test_who_did_not_drive_is_asked_who_did(text):
    caller = stage("sms", LINE)
    caller.say(ALL, "report_loss")
    assert caller.state["claim"]["driver_name"] == "Laura Méndez"
    caller.say(text, "inform")
    assert caller.state["claim"]["driver_name"] is None
    assert caller.state["expects"] == "driver_name"


@pytest.mark.parametrize("channel", ["whatsapp", "sms", "voice"])
def test_the_line_in_use_is_the_one_to_call_and_is_read_back(channel):
    caller = stage(channel, LINE)
    caller.say(ALL, "report_loss")
    assert caller.state["expects"] == "third_parties"
    for text in ("sí, aquí sigue", "no ha llegado nadie", "sí camina"):
        caller.say(text, "inform")
    assert caller.state["expects"] == "confirm_report"
    assert caller.state["claim"]["reporter"]["phone"] == LINE
    read_back = "".join("".join(caller.log[-3:]).split())
    assert "3318452290" in read_back and ("manejabausted" in read_back or "Ustedibamanejando" in read_back)


def test_another_telephone_told_later_is_the_one_to_call():
    caller = stage("sms", LINE)
    caller.say(ALL, "report_loss")
    caller.say("sí, aquí sigue, márquenme al 8112345678", "inform")
    assert caller.state["claim"]["reporter"]["phone"] == "+528112345678"


@pytest.mark.parametrize("text", [
    "le escribo de un celular prestado", "este teléfono no es mío", "me prestaron el teléfono",
    "le hablo del celular de un taxista", "no es mi número", "le marco de un teléfono público",
])  # fmt: skip
def test_a_borrowed_line_is_not_the_one_to_call(text):
    caller = stage("whatsapp", LINE)
    caller.say(f"{text}; {ALL}", "report_loss")
    assert caller.state["expects"] == "reporter_phone"
    caller.say("8112345678", "inform")
    assert caller.state["claim"]["reporter"]["phone"] == "+528112345678"


@pytest.mark.parametrize("text", [
    "no fue mi culpa, no es mi culpa", "fue en la caseta de cobro", "el número de la póliza no se ve bien",
    "el carro es prestado", "el número de el otro no lo tengo",
])  # fmt: skip
def test_what_is_borrowed_or_not_mine_need_not_be_the_line(text):
    caller = stage("whatsapp", LINE)
    caller.say(f"{ALL}, {text}", "report_loss")
    assert caller.state["claim"]["reporter"]["phone"] == LINE


def test_what_was_told_is_not_concluded_otherwise():
    caller = stage("sms", LINE)
    caller.say("soy Laura Méndez, me rayaron el carro, estaba estacionado en calle Morelos 120, Centro, Guadalajara, "
               "nadie herido, póliza 1042587", "report_loss")  # fmt: skip
    assert caller.state["expects"] == "damage"
    caller.slots["claim"] = {**caller.slots["claim"], "drivable": False}
    caller.say("las puertas y el cofre", "inform")
    assert caller.state["claim"]["details"]["damage"] == "las puertas y el cofre"
    assert caller.state["claim"]["drivable"] is False


def test_a_line_said_late_to_be_borrowed_is_not_kept():
    caller = stage("whatsapp", LINE)
    caller.say(ALL, "report_loss")
    caller.say("sí, aquí sigue, oiga este celular me lo prestaron", "inform")
    assert caller.state["claim"]["reporter"]["phone"] is None
    assert caller.state["expects"] == "reporter_phone"


@pytest.mark.parametrize("address", [None, "anonymous", "+266696687", "24601"])
def test_who_calls_from_no_telephone_that_could_be_called_is_asked(address):
    caller = stage("voice", address)
    caller.say(ALL, "report_loss")
    assert caller.state["expects"] == "reporter_phone"


@pytest.mark.parametrize(("text", "damage"), [
    ("me rayaron las puertas y me quebraron los espejos del carro", "quebraron los espejos"),
    ("el granizo me abolló todo el techo y el cofre", "techo y el cofre"),
    ("se cayó una rama encima de mi carro, techo y parabrisas deshechos", "techo y parabrisas deshechos"),
    ("cayó granizo y quedó todo abollado mi carro", None),
    ("se cayó una rama encima del cofre", None),
    ("se cayó una rama encima de mi carro, no rompió el vidrio", None),
])  # fmt: skip
def test_damage_told_with_what_happened_is_not_asked_for(text, damage):
    caller = stage("sms", LINE)
    caller.say(f"soy Laura Méndez, {text}, estaba estacionado en calle Morelos 120, Centro, Guadalajara, nadie herido; "
               "póliza 1042587", "report_loss")  # fmt: skip
    kept = caller.state["claim"]["details"].get("damage")
    assert (damage in kept) if damage else kept is None
    assert (caller.state["expects"] == "damage") == (damage is None)


@pytest.mark.parametrize(("text", "drivable"), [
    ("me robaron las cuatro llantas del carro estacionado", False),
    ("me robaron la batería del carro, estaba estacionado", False),
    ("me robaron los espejos del carro estacionado", None),
    ("me robaron la llanta de refacción, estaba estacionado", None),
    ("me rayaron las puertas y me poncharon las 4 llantas", False),
    ("me rayaron las puertas y me poncharon una llanta", None),
])  # fmt: skip
def test_what_has_no_wheels_does_not_move(text, drivable):
    caller = stage("sms", LINE)
    caller.say(f"{text}, fue en calle Morelos 120, Centro, Guadalajara, nadie herido; póliza 1042587", "report_loss")
    assert caller.state["claim"]["drivable"] is drivable, caller.state["claim"]


@pytest.mark.parametrize("told, kept", [
    ("Laura Méndez", "Laura Méndez Robles"),
    ("Laura Robles", "Laura Méndez Robles"),
    ("Laura Méndez Robles", "Laura Méndez Robles"),
    ("Laura Ortiz", "Laura Ortiz"),
    ("Luis Méndez", "Luis Méndez"),
])  # fmt: skip
def test_the_record_has_the_holders_whole_name_which_is_not_read_out(told, kept):
    caller = stage(address=None)
    caller.say(ALL.replace("Laura Méndez", told), "report_loss")
    read_back = take(caller, "3318452290", "aquí sigue", "no ha llegado nadie", "sí camina")
    assert told in read_back
    assert told == kept or kept not in read_back
    take(caller, "sí")
    claim = caller.state["claim"]
    assert caller.state["report_number"]
    assert (claim["reporter"]["name"], claim["driver_name"]) == (kept, kept)
