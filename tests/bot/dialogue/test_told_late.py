"""What is told late: another destination, what it costs, the rest of a vehicle, and what is mended at the read-back.

Intents are given; facts come from the parsers.
"""

import pytest
from test_shock_and_circles import caller, claim, said
from test_turns import CRASH, take, to_the_read_back

__all__ = ["caller"]


# -- the tow truck, money, and the rest of the vehicle
def stranded(stage):
    stage.say(
        "necesito una grúa, me quedé tirado en avenida Patria 300 en Zapopan, póliza 1042587", "request_assistance"
    )
    take(stage, "Laura Méndez", "3318452290")
    assert stage.state["expects"] == "tow_destination"
    take(stage, "a mi casa en Tonalá")
    assert stage.state["expects"] == "confirm_report"


def test_where_the_tow_truck_goes_is_read_back(caller):
    stranded(caller)
    assert "a su casa en Tonalá" in "\n".join(caller.log)


@pytest.mark.parametrize(("text", "where"), [
    ("no, a mi casa no, mejor al taller de Ignacio Zaragoza 120", "al taller de Ignacio Zaragoza 120"),
    ("no, que lo lleven a la agencia Nissan de Vallarta", "a la agencia Nissan de Vallarta"),
    ("cambie el destino: al taller Hernández, en Tlaquepaque", "al taller Hernández, en Tlaquepaque"),
])  # fmt: skip
def test_another_destination_moves_no_accident(caller, text, where):
    stranded(caller)
    caller.say(text, "correct")
    assert claim(caller)["details"]["tow_destination"] == where
    assert claim(caller)["location"]["street"] == "avenida Patria"


@pytest.mark.parametrize("text", ["¿y eso cuesta?", "¿tiene costo la ayuda?", "¿me van a cobrar algo?", "¿es gratis?"])
def test_what_it_costs_is_no_why(caller, text):
    caller.say("necesito una grúa, me quedé tirado en avenida Patria 300 en Zapopan, póliza 1042587",
               "request_assistance")  # fmt: skip
    assert "va con lo que incluye su póliza" in said(caller, text, "ask_why")
    assert caller.state["expects"] == "reporter_name"


def test_the_year_and_colour_of_the_car_told_late_are_taken(caller):
    caller.say("choqué en avenida Patria 300 en Zapopan, me pegó un camión, sin heridos", "report_loss")
    take(caller, "no la tengo", "no las sé", "un Jetta")
    assert caller.state["expects"] == "vin"
    answer = said(caller, "gris 2016")
    assert (claim(caller)["vehicle"]["year"], claim(caller)["vehicle"]["color"]) == (2016, "gris")
    assert "no me cuadra" not in answer


def test_the_year_of_the_car_that_is_known_is_mended_by_its_name(caller):
    caller.say("choqué en avenida Patria 300 en Zapopan, me pegó un camión, sin heridos", "report_loss")
    take(caller, "no la tengo", "no las sé", "un Jetta gris 2016", "no lo tengo", "no sé", "yo, Laura Méndez Robles",
         "3318452290", "se fue", "no", "sí camina")  # fmt: skip
    assert caller.state["expects"] == "confirm_report"
    caller.say("no, el Jetta es 2018", "correct")
    assert claim(caller)["vehicle"]["year"] == 2018


# -- at the read-back
@pytest.mark.parametrize(("text", "count"), [
    ("quita eso, solo mi esposa", 1),
    ("no, nada más mi hijo", 1),
    ("no, solo una persona", 1),
])  # fmt: skip
def test_fewer_are_hurt_than_was_written_down(caller, text, count):
    caller.say(CRASH.replace("sin heridos", "mi esposa y mi hijo están heridos"), "report_loss")
    take(caller, "yo, Laura Méndez", "3318452290", "aquí sigue", "no ha llegado nadie", "sí camina", "30")
    assert (caller.state["expects"], claim(caller)["injuries"]["count"]) == ("confirm_report", 2)
    caller.say(text, "correct")
    assert (claim(caller)["injuries"]["any"], claim(caller)["injuries"]["count"]) == (True, count)


def test_two_surnames_leave_the_first_name_and_the_street_alone(caller):
    caller.say("le di a una barda en la calle 5 de mayo 1200, Puebla, nadie herido, póliza 6100001", "report_loss")
    take(caller, "yo, Iván Cruz", "2221234567", "nada más la barda", "no", "sí")
    assert caller.state["expects"] == "confirm_report"
    caller.say("no, el lugar está mal, es 5 de mayo 1020, y mi apellido es Cruz Lima", "correct")
    assert claim(caller)["reporter"]["name"] == "Iván Cruz Lima"
    assert claim(caller)["location"]["number"] == "1020"


def test_a_first_name_told_again_takes_no_surname_away(caller):
    to_the_read_back(caller)
    caller.say("bueno, soy Laura, ¿qué me decía?", "ask_repeat")
    assert claim(caller)["reporter"]["name"] == "Laura Méndez"


def test_a_day_is_read_back_as_a_day_and_a_theft_has_no_other_side(caller):
    caller.say("me asaltaron y se llevaron mi carro ayer en la calle Aguayo 12, Coyoacán, nadie herido, póliza 1042587",
               "report_loss")  # fmt: skip
    take(caller, "yo, Laura Méndez", "3318452290", "todavía no")
    text = caller.say("¿cómo quedó?", "ask_repeat")[-1]["text"]
    assert caller.state["expects"] == "confirm_report"
    assert ", ayer." in text and "a las" not in text
    assert "involucrado" not in text


def test_the_loss_told_at_another_question_joins_the_story(caller):
    caller.say("un chofer nuestro chocó en avenida Patria 300 en Zapopan, sin heridos", "report_loss")
    assert caller.state["expects"] == "policy_number"
    caller.say("le pegó por atrás otro tráiler en el alto")
    assert "otro tráiler" in claim(caller)["description"]


# -- read back, and not cancelled
def test_a_span_in_many_words_is_read_back_as_its_days(caller):
    caller.say("no está mi carro, lo dejé anoche estacionado en la calle Aguayo 12, Coyoacán, y ahorita ya no está, "
               "nadie herido, póliza 1042587", "report_loss")  # fmt: skip
    take(caller, "yo, Laura Méndez", "3318452290", "todavía no")
    text = caller.say("¿cómo quedó?", "ask_repeat")[-1]["text"]
    assert caller.state["expects"] == "confirm_report"
    assert "  " not in text and "estacionado" not in text.split("\n")[0]


def test_who_is_hurt_is_no_story(caller):
    caller.say("choqué", "report_loss")
    caller.say("uno, el del mototaxi se raspó el codo")
    assert "codo" not in (claim(caller)["description"] or "")


def test_who_drove_in_fewer_words_is_the_one_who_calls(caller):
    caller.say(CRASH, "report_loss")
    take(caller, "Laura Méndez", "Laura Méndez Robles", "3318452290", "aquí sigue", "no ha llegado nadie", "sí camina")
    assert "manejaba usted" in "\n".join(caller.log)


@pytest.mark.parametrize("text", ["no no cancele siga", "no, no lo cancele", "no quiero cancelar"])
def test_who_says_not_to_cancel_cancels_nothing(caller, text):
    to_the_read_back(caller)
    caller.say(text, "cancel_report")
    assert caller.state["expects"] == "confirm_report"
    caller.say("mejor cancélelo", "cancel_report")
    assert caller.state["expects"] is None
    caller.say(text, "cancel_report")
    assert caller.state["expects"] == "confirm_report"


@pytest.mark.parametrize(
    "text", ["no, cancélelo", "ya no quiero nada, cancele", "ya no lo necesito, cancele por favor"]
)
def test_who_cancels_is_heard(caller, text):
    to_the_read_back(caller)
    caller.say(text, "cancel_report")
    assert caller.state["expects"] is None


def test_what_a_deductible_is_is_said_before_the_policy_is_looked_for(caller):
    answer = said(caller, "¿qué es eso del deducible?", "ask_deductible")
    assert "la parte del daño que le toca" in answer
    first, second = answer, said(caller, "¿y cuándo se paga el deducible?", "ask_deductible")
    assert first.rpartition("¿")[2] != second.rpartition("¿")[2]


def test_a_question_that_is_only_announced_is_waited_for(caller):
    answer = said(caller, "buenas tardes oiga nomás una pregunta no vengo a reportar nada", "ask_what_to_do")
    assert "dígame su duda" in answer


@pytest.mark.parametrize(
    "text", ["le mando la foto del golpe", "¿puedo mandar unas fotos?", "ahorita le paso el video"]
)
def test_a_photo_announced_after_the_number_is_no_correction(caller, text):
    to_the_read_back(caller)
    caller.say("sí", "affirm")
    assert "con su reporte" in said(caller, text, "add_to_report")
    assert caller.state["expects"] is None


def test_a_question_comes_back_once_after_a_question_of_the_caller(caller):
    caller.say("se metieron a mi carro y me robaron el estéreo", "report_loss")
    take(caller, "no había nadie", "en la calle Horacio 123")
    assert caller.state["expects"] == "location"
    caller.say("¿y el estéreo me lo pagan?", "ask_coverage")
    assert caller.state["expects"] == "location"


@pytest.mark.parametrize("text", ["No, aún no, ¿es a fuerza?", "todavía no, ¿es obligatorio?"])
def test_not_yet_beside_a_question_is_the_answer(caller, text):
    caller.say("me robaron las llantas en la calle Horacio 123, Polanco, CDMX, nadie herido, póliza 1042587",
               "report_loss")  # fmt: skip
    take(caller, "Laura Méndez", "3318452290", "ayer a las 8 de la noche")
    assert caller.state["expects"] in ("denuncia", "violence")
    if caller.state["expects"] == "violence":
        caller.say("no")
    answer = said(caller, text)
    assert claim(caller)["details"]["denuncia_at"] is False
    assert "copia certificada de la denuncia" in answer


def test_who_says_the_whole_name_at_the_wheel_is_not_asked_for_it_again(caller):
    caller.say("soy Rosalba, " + CRASH.replace("choqué", "chocamos").replace("me pegó", "nos pegó"), "report_loss")
    assert caller.state["expects"] == "driver_name"
    caller.say("yo venía manejando, Rosalba Cuéllar Nava")
    told = claim(caller)
    assert (told["reporter"]["name"], told["driver_name"]) == ("Rosalba Cuéllar Nava", "Rosalba Cuéllar Nava")
    assert caller.state["expects"] == "reporter_phone"


def test_an_hour_still_to_come_that_is_said_twice_is_kept_as_said(caller):
    caller.say("me abollaron las puertas a patadas, estaba estacionado en avenida Patria 300 en Zapopan, nadie herido, "
               "póliza 1042587, soy Laura Méndez, 3318452290", "report_loss")  # fmt: skip
    assert caller.state["expects"] == "occurred_at"
    assert "todavía no llega" in said(caller, "hoy a las 7 de la noche")
    assert "todavía no llega" not in said(caller, "hoy a las 7 de la noche")
    assert caller.state["expects"] == "denuncia"
    assert claim(caller)["occurred_at"] is None and "7 de la noche" in claim(caller)["details"]["occurred_text"]


@pytest.mark.parametrize("text", [
    "no traigo la póliza pero choqué en avenida Patria 300 en Zapopan, me pegó un camión, sin heridos",
    "choqué en avenida Patria 300 en Zapopan, me pegó un camión, sin heridos; la póliza se quedó en la casa",
])  # fmt: skip
def test_a_policy_that_is_not_at_hand_is_not_asked_for(caller, text):
    caller.say(text, "report_loss")
    assert caller.state["expects"] == "plates"


def test_whose_the_policy_is_is_followed_by_the_name(caller):
    caller.say("choqué en avenida Patria 300 en Zapopan, me pegó un camión, sin heridos", "report_loss")
    take(caller, "no la tengo", "ABC1234", "tsuru blanco 2005", "no")
    assert "nombre completo del titular" in said(caller, "está a nombre de mi papá")


@pytest.mark.parametrize(("text", "fled"), [("aki sigue", False), ("ya se fue", True), ("ahí está todavía", False)])
def test_the_other_is_meant_by_who_is_still_there(caller, text, fled):
    caller.say(CRASH, "report_loss")
    assert caller.state["expects"] == "driver_name"
    caller.say(text, "affirm")
    assert claim(caller)["third_parties"]["fled"] is fled


def test_who_will_not_move_is_there(caller):
    caller.say(f"soy Laura Méndez, 3318452290, {CRASH}", "report_loss")
    assert caller.state["expects"] == "third_parties"
    assert "No se preocupe" not in said(caller, "sí, dice que no se va a mover", "dont_know")
    assert claim(caller)["third_parties"]["fled"] is False


def test_a_no_before_a_question_is_the_answer(caller):
    caller.say(f"soy Laura Méndez, 3318452290, {CRASH}, aquí sigue", "report_loss")
    assert caller.state["expects"] == "authorities"
    caller.say("no. oiga q hago con el carro", "ask_what_to_do")
    assert claim(caller)["authorities"] is False


NOWHERE = "choqué contra un poste, nadie herido"


def test_who_does_not_know_the_place_is_asked_what_is_seen_there(caller):
    caller.say(NOWHERE, "report_loss")
    assert "se vea cerca" in said(caller, "no sé señorita, no soy de aquí", "dont_know")
    caller.say("no sé, no conozco", "dont_know")
    assert caller.state["expects"] == "policy_number"


def test_what_is_seen_is_kept_beside_what_is_not_known(caller):
    caller.say("se me apagó la camioneta, ando por la carretera libre a Zapotlanejo", "request_assistance")
    assert caller.state["expects"] == "location"
    caller.say("ps no sé el kilómetro, hay una gasolinera y un puente", "dont_know")
    assert "una gasolinera y un puente" in claim(caller)["location"]["text"]


def test_another_service_is_no_destination(caller):
    stranded_at = "necesito una grúa, me quedé tirado en avenida Patria 300 en Zapopan, póliza 1042587"
    caller.say(stranded_at, "request_assistance")
    take(caller, "Laura Méndez", "3318452290")
    assert caller.state["expects"] == "tow_destination"
    caller.say("una grúa, o si me pasan corriente mejor")
    assert claim(caller)["details"].get("tow_destination") is None


@pytest.mark.parametrize(("text", "number"), [
    ("3312345678 es el del papelito", None), ("3312345678 es el que venía en el recado", None),
    ("mi teléfono es 3312345678", "+523312345678"),
])  # fmt: skip
def test_a_number_left_on_a_note_is_the_others(caller, text, number):
    caller.say("me chocaron el carro estacionado y dejaron un papelito, nadie herido", "report_loss")
    caller.say(text)
    assert claim(caller)["reporter"]["phone"] == number
    assert claim(caller)["details"].get("third_party_phone") == (None if number else "+523312345678")


@pytest.mark.parametrize("text", ["tiene 19 años", "como a las cuatro", "33 1122 3344", "JNB482C"])
@pytest.mark.parametrize("intent", ["affirm", "deny"])
def test_a_fact_of_another_question_is_no_yes_or_no(caller, text, intent):
    caller.say(f"soy Laura Méndez, 3318452290, {CRASH}, aquí sigue, no ha llegado la policía", "report_loss")
    assert caller.state["expects"] == "drivable"
    caller.say(text, intent)
    assert claim(caller)["drivable"] is None and caller.state["expects"] == "drivable"


@pytest.mark.parametrize("text", ["como a las cuatro", "como hace 20 minutos", "como unas dos horas"])
def test_about_when_is_no_question(caller, text):
    caller.say("choqué en avenida Patria 300 en Zapopan, me pegó un camión, sin heridos, póliza 1042587", "report_loss")
    assert "no se lo sé decir" not in said(caller, text, "inform")


def test_an_hour_told_beside_the_question_narrows_the_night(caller):
    caller.say("se inundó mi carro anoche con la lluvia, estaba estacionado en avenida Patria 300 en Zapopan, nadie "
               "herido, póliza 1042587, soy Laura Méndez, 3318452290, no prende", "report_loss")  # fmt: skip
    assert caller.state["expects"] == "vehicle_whereabouts"
    caller.say("como a las 11 de la noche")
    assert claim(caller)["details"].get("vehicle_whereabouts") is None
    assert claim(caller)["occurred_at"][11:16] == "23:00"
    assert caller.state["expects"] == "vehicle_whereabouts"


def test_plates_told_for_a_policy_are_what_is_at_hand(caller):
    caller.say("choqué en avenida Patria 300 en Zapopan, me pegó un camión, sin heridos", "report_loss")
    assert caller.state["expects"] == "policy_number"
    take(caller, "placas ABC1234")
    assert caller.state["expects"] == "vehicle"


def test_the_year_of_a_car_is_no_policy(caller):
    caller.say("choqué en avenida Patria 300 en Zapopan, me pegó un camión, sin heridos", "report_loss")
    assert "2016" not in said(caller, "es un Seat Ibiza gris 2016")
    assert claim(caller)["policy"]["number"] is None


@pytest.mark.parametrize("text", ["ya lo vi, se lo llevó la grúa de tránsito", "ya lo encontré, estaba en otra calle"])
def test_a_car_that_was_towed_was_not_stolen(caller, text):
    caller.say("me robaron el carro, lo dejé estacionado en avenida Patria 300 en Zapopan", "report_loss")
    assert "apareció" in said(caller, text)


def test_a_driver_told_by_the_first_name_is_asked_for_the_whole(caller):
    caller.say("soy Laura Méndez Robles, el carro lo traía mi hermana Claudia y se dio contra un poste en avenida "
               "Patria 300 en Zapopan, nadie herido, póliza 1042587", "report_loss")  # fmt: skip
    assert caller.state["expects"] == "driver_name"
    assert "nombre completo" in caller.log[-2]
    take(caller, "Claudia Méndez Robles")
    assert claim(caller)["driver_name"] == "Claudia Méndez Robles"


def test_not_starting_makes_no_breakdown_of_another_loss(caller):
    caller.say("se metieron las ratas al motor de mi carro en avenida Patria 300 en Zapopan, nadie herido, póliza "
               "1042587, soy Laura Méndez, 3318452290", "report_loss")  # fmt: skip
    caller.slots["memory"] = {**caller.slots["memory"], "expects": "drivable"}
    caller.slots["claim"] = {**caller.slots["claim"], "incident_type": "other"}
    caller.say("no, no prende", "deny")
    assert claim(caller)["incident_type"] == "other"
