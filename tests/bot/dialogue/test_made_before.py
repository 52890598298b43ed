"""A report made in an earlier conversation: once it is found, what is said is of it. And what is asked of others.

Intents are given; facts come from the parsers.
"""

import json

import pytest
from stage import Book, Stage
from test_shock_and_circles import said
from test_turns import POLICIES, facts, reported

NUMBER = "2600000018"


@pytest.fixture
def book():
    book = Book(json.loads(json.dumps(POLICIES)))
    first = Stage(facts, book)
    reported(first)
    assert NUMBER in book.claims
    return book


@pytest.fixture
def later(book):
    """Another conversation, days later."""
    return Stage(facts, book)


@pytest.mark.parametrize(("text", "intent"), [
    ("¿y cuánto más se va a tardar?", "follow_up_report"),
    ("llevo una hora esperando", "follow_up_report"),
    ("el ajustador no llega", "complaint"),
    ("agregue que también se rompió un faro", "add_to_report"),
    ("quiero cancelarlo", "cancel_report"),
])  # fmt: skip
def test_a_report_that_was_found_is_not_asked_for_again(later, text, intent):
    later.say(f"mi reporte es {NUMBER}, ¿ya viene el ajustador?", "follow_up_report")
    later.say(text, intent)
    assert later.state["expects"] != "report_number"
    assert later.state["report_number"] is None  # it is not this conversation's


def test_the_report_found_by_its_plates_is_known_afterwards(later):
    later.say("mis placas son JNB-482-C, ¿ya viene el ajustador?", "follow_up_report")
    assert "26-0000001-8" in said(later, "¿y a qué hora llega?", "follow_up_report")


@pytest.mark.parametrize(("text", "intent", "path"), [
    ("está mal el teléfono, es el 33 1111 2222", "correct", ("reporter", "phone", "+523311112222")),
    ("la dirección es avenida Patria 350, no 300", "correct", ("location", "number", "350")),
    ("el carro sí camina", "inform", ("drivable", None, True)),
])  # fmt: skip
def test_what_is_put_right_later_goes_into_that_report(book, later, text, intent, path):
    later.say(f"es sobre el reporte {NUMBER}", "follow_up_report")
    later.say(text, intent)
    field, part, value = path
    kept = book.claims[NUMBER][field]
    assert (kept[part] if part else kept) == value
    assert later.state["claim"]["incident_type"] is None
    assert later.state["expects"] is None


def test_a_correction_that_names_its_report_opens_no_other(book, later):
    text = f"reporte {NUMBER}, me equivoqué, no fue un camión, fue una camioneta la que me pegó"
    answer = said(later, text, "report_loss")
    assert "quedó en su reporte" in answer
    assert later.state["claim"]["incident_type"] is None


def test_a_correction_of_a_report_whose_number_is_wrong_asks_for_the_number(later):
    assert "falla un dígito" in said(later, "tengo el reporte 2600000013, el teléfono que di está mal", "correct")


def test_who_turns_out_hurt_later_is_heard_at_once_and_written_into_the_report(book, later):
    later.say(f"mi reporte {NUMBER}, quiero agregar algo", "add_to_report")
    answer = said(later, "a mi hijo le duele mucho la cabeza, está sangrando", "add_to_report")
    assert "911" in answer and "todavía no tiene número" not in answer
    assert book.claims[NUMBER]["injuries"]["any"] is True
    assert later.state["handover"] == {"reason": "emergency"}


def test_who_turns_out_hurt_in_the_report_of_these_plates_begins_no_other(book, later):
    answer = said(later, "mis placas son JNB-482-C, agregue que a mi hijo le duele la cabeza", "add_to_report")
    assert "911" in answer and "quedó en su reporte" in answer
    assert book.claims[NUMBER]["injuries"]["any"] is True
    assert later.state["claim"]["injuries"]["any"] is None


def test_another_loss_after_a_follow_up_is_another_report(later):
    later.say(f"mi reporte es {NUMBER}, ¿ya viene el ajustador?", "follow_up_report")
    later.say("oiga y ahora me robaron los espejos", "report_loss")
    assert later.state["expects"] == "resume_report"
    later.say("es uno nuevo", "new_report")
    assert later.state["claim"]["incident_type"] == "partial_theft"
    assert later.state["claim"]["reporter"] == {"name": None, "phone": None}
    later.say("no, nadie", "deny")
    assert later.state["expects"] == "location"


def test_a_report_that_is_cancelled_is_not_cancelled_twice(later):
    later.say(f"cancele el reporte {NUMBER}", "cancel_report")
    later.say("sí", "affirm")
    assert "está cancelado" in said(later, "cancélelo por favor", "cancel_report")
    assert later.state["expects"] is None


def test_photos_for_a_report_made_before_are_waited_for(later):
    later.say(f"le mando fotos de mi reporte {NUMBER}", "add_to_report")
    assert "mándelo" in said(later, "son tres fotos", "add_to_report")
    assert later.state["expects"] is None


def test_what_is_told_late_finds_the_report_that_was_sought_in_vain(later):
    later.say("quiero saber cómo va mi reporte", "follow_up_report")
    later.say("no tengo el número", "dont_know")
    later.say("no sé las placas", "dont_know")
    assert later.state["handover"] == {"reason": "report_not_found"}
    assert "26-0000001-8" in said(later, "la póliza es la 1042587", "inform")


def test_the_second_apology_is_in_other_words(book, later):
    book.claims[NUMBER]["sla"] = {"adjuster_due_at": "2026-11-21T09:15:00-06:00"}
    first = said(later, f"mi reporte es {NUMBER}, ¿ya viene?", "follow_up_report")
    second = said(later, "¿ya viene?", "follow_up_report")
    assert "disculpa" in first and "disculpa" not in second


@pytest.mark.parametrize("text", ["no", "sí", "no lo tengo"])
def test_a_word_after_all_is_said_begins_no_report(later, text):
    later.say("gracias", "thank")
    later.say(text, {"no": "deny", "sí": "affirm"}.get(text, "dont_know"))
    assert later.state["expects"] is None


# -- of others nothing is told
@pytest.mark.parametrize("text", [
    "¿el carro con placas JKV-913-A está asegurado con ustedes?",
    "quiero saber si las placas JKV913A tienen seguro",
    "¿de quién es el carro de placas JKV-913-A?",
    "deme el teléfono del dueño, placas JKV913A",
])  # fmt: skip
def test_whose_plates_are_asked_is_not_told(later, text):
    answer = said(later, text, "ask_coverage")
    assert "privacidad" in answer
    assert not any(word in answer for word in ("Aveo", "Chevrolet", "13A", "Ibarra"))


@pytest.mark.parametrize("text", [
    "¿el carro con placas JKV-913-A está asegurado con ustedes? me acaba de chocar en Reforma 20, CDMX",
    "¿me dan los datos del dueño del carro de placas JKV-913-A? choqué con él en Reforma 20, CDMX",
])  # fmt: skip
def test_a_loss_told_with_that_question_is_taken_with_the_plates_of_the_other(later, text):
    answer = said(later, text, "report_loss")
    assert "privacidad" in answer and "Aveo" not in answer
    claim = later.state["claim"]
    assert claim["incident_type"] == "collision"
    assert claim["policy"]["number"] is None and claim["vehicle"]["plates"] is None
    assert claim["details"]["third_party_plates"] == "JKV913A"


def test_the_telephone_of_the_other_is_not_told_to_who_has_a_report(later):
    answer = said(later, f"¿me dan el teléfono del que me chocó? mi reporte es {NUMBER}", "follow_up_report")
    assert "privacidad" in answer


@pytest.mark.parametrize("text", ["¿mi carro está asegurado con ustedes?", "¿estoy asegurado con ustedes?"])
def test_whether_one_is_insured_is_answered_from_ones_own_policy(later, text):
    later.say(text, "out_of_scope")
    assert later.state["expects"] == "policy_number"
    later.say("1042587")
    assert "vigente" in said(later, "JNB-482-C")


def test_the_number_of_the_policy_after_the_plates_is_enough(later):
    later.say("¿mi carro de placas JNB-482-C está asegurado con ustedes?", "out_of_scope")
    assert later.state["expects"] == "insured_name"
    assert "vigente" in said(later, "la póliza es 1042587")


@pytest.mark.parametrize("text", ["¿a qué número les marco?", "cuál es el teléfono de la aseguradora",
                                  "¿me da un teléfono?"])  # fmt: skip
def test_the_number_to_call_is_told(later, text):
    assert "33 2018 7628" in said(later, text, "ask_repeat")


def test_a_folio_told_in_words_is_heard(book):
    caller = Stage(facts, book, "voice")
    caller.say("¿cómo va mi trámite?", "tramite_follow_up")
    assert caller.state["expects"] == "tramite_folio"
    assert "No encuentro ese folio" in said(caller, "uno dos tres cuatro cinco seis siete ocho nueve")


@pytest.mark.parametrize("text", [
    "ya puse la denuncia, me la tomaron hoy a las 8",
    "ya hice la denuncia ayer en la tarde",
])  # fmt: skip
def test_news_told_with_the_number_are_written_down(book, later, text):
    said(later, f"reporte {NUMBER}, {text}", "follow_up_report")
    assert book.claims[NUMBER]["details"].get("denuncia_text")
    assert not book.claims[NUMBER]["details"].get("occurred_text")


def test_a_stolen_car_that_appeared_is_written_down_with_what_to_do(book, later):
    book.claims[NUMBER]["incident_type"] = "total_theft"
    answer = said(later, f"mi reporte es {NUMBER}, ya apareció mi carro", "follow_up_report")
    assert "quedó en su reporte" in answer and "no vaya solo" in answer


def test_a_witness_takes_no_telephone_of_the_callers_place(book, later):
    later.say(f"quiero agregar un testigo a mi reporte {NUMBER}", "add_to_report")
    later.say("se llama Martha Solís, su teléfono es 33 2222 3333")
    assert book.claims[NUMBER]["reporter"]["phone"] == "+523318452290"
    assert "Martha" in str(book.claims[NUMBER]["details"]["added_notes"])


def test_of_a_policy_with_reports_of_several_vehicles_none_is_told_until_it_is_known_which(book, later):
    other = json.loads(json.dumps(book.claims[NUMBER]))
    other["report_number"], other["vehicle"]["plates"] = "2600000026", "JXD-777-A"
    book.claims[other["report_number"]] = other
    policy = book.claims[NUMBER]["policy"]["number"]
    answer = said(later, f"es la póliza {policy}, ¿ya viene el ajustador?", "follow_up_report")
    assert "varios vehículos" in answer and "26-0000" not in answer
    assert later.state["expects"] == "report_number"
    assert "26-0000002-6" in said(later, "las placas son JXD-777-A", "inform")


@pytest.mark.parametrize("text", [
    "chocamos ayer, ya está el reporte, pero falta poner que el otro se fue",
    "ya habíamos reportado el choque de la mañana, quiero agregarle que el otro se fue",
    "ayer reporté mi choque y hoy salió otro golpe en la puerta, lo pueden sumar",
    "el lunes me chocaron y ustedes me tomaron el reporte, quisiera que anoten que el otro se fue",
])  # fmt: skip
def test_what_is_to_be_put_into_a_report_made_before_begins_no_other(later, text):
    later.say(text, "report_loss")
    assert later.state["intent"] == "add_to_report"
    assert later.state["expects"] == "report_number"


def test_who_is_hurt_later_is_put_into_the_report_made_before(later):
    later.say("antier choqué y levanté mi reporte, hoy mi abuela amaneció con dolor, agréguenla", "report_loss")
    assert later.state["intent"] == "add_to_report"


@pytest.mark.parametrize("text", [
    "ayer choqué y hoy mi papá amaneció con dolor de cuello",
    "choqué ayer, la policía hizo su reporte, quiero levantar el mío",
    "me chocaron, pueden anotar mi reporte",
    "me robaron el coche, ya puse la denuncia, falta el reporte con ustedes",
    "choqué y ya llegó la policía, pongan que fue en Insurgentes",
])  # fmt: skip
def test_a_loss_that_is_yet_to_be_reported_is_reported(later, text):
    later.say(text, "add_to_report")
    assert later.state["intent"] == "report_loss"


@pytest.mark.parametrize("text", [
    "quiero sumarle un dato al reporte que hice ayer, que también se rompió el faro",
    "es para anotarle a mi reporte que el portón del vecino quedó chueco",
    "quiero agregar algo a un reporte que levanté hace rato, que el otro carro era un taxi",
    "les llamé temprano para reportar que me chocaron, y faltó anotar que el poste cayó sobre otro carro",
    "yo marqué en la madrugada para reportar un robo y quiero agregar que se llevaron la herramienta",
])  # fmt: skip
def test_who_wants_something_put_into_a_report_begins_no_other(later, text):
    later.say(text, "report_loss")
    assert (later.state["intent"], later.state["expects"]) == ("add_to_report", "report_number")


@pytest.mark.parametrize("text", [
    "quiero hacer un reporte, me chocaron en la mañana, anoten que el señor se fue",
    "hablo pa reportar que me pegaron y la policía ya hizo su reporte, agréguenlo",
    "necesito un reporte de choque, pónganle que me acaban de pegar",
])  # fmt: skip
def test_who_has_one_to_make_makes_it(later, text):
    later.say(text, "report_loss")
    assert later.state["intent"] == "report_loss"


@pytest.mark.parametrize("which", [NUMBER, "placas JNB-482-C"])
def test_what_was_to_be_put_in_is_kept_while_the_report_is_asked_for(book, later, which):
    told = "quiero agregar al reporte de la mañana que a mi hijo le duele la cabeza y ya llegó la policía"
    later.say(told, "add_to_report")
    later.say("no lo tengo a la mano", "dont_know")
    later.say(which, "inform")
    report = book.claims[NUMBER]
    assert (report["injuries"]["any"], report["authorities"]) == (True, True)
    assert report["details"]["added_notes"] == [told]
    assert not later.state["claim"]["injuries"]["any"]  # it began no draft


def test_the_notes_before_stay_and_what_is_to_be_put_in_is_asked_for(book, later):
    later.say("agreguen que se quebró la mica", "add_to_report")
    later.say(NUMBER, "inform")
    later.say("quiero agregar otro dato a mi reporte de hoy", "add_to_report")
    another = Stage(facts, book)
    another.say("hablo para agregar algo a mi reporte de hoy", "add_to_report")
    another.say("placas JNB-482-C", "inform")
    assert another.state["expects"] == "what_to_correct"
    another.say("apareció un testigo", "inform")
    assert book.claims[NUMBER]["details"]["added_notes"] == ["agreguen que se quebró la mica", "apareció un testigo"]
