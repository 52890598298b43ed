"""People answer in their own words: agreement, late facts, bare numbers, corrections, and requests in passing."""

import pytest
from test_turns import CRASH, POLICIES, facts, reported, take, to_the_read_back

from stage import Book, Stage  # isort: skip

NO_POLICY = CRASH.replace(", póliza 1042587", "")


@pytest.fixture
def book():
    return Book(POLICIES)


@pytest.fixture
def caller(book):
    return Stage(facts, book)


def until(stage, question, most=14):
    """Say "no sé" until the question is asked."""
    for _ in range(most):
        if stage.state["expects"] == question:
            return stage
        take(stage, "no sé")
    raise AssertionError(f"{question} was never asked:\n" + "\n".join(stage.log))


@pytest.mark.parametrize("intent", ["inform", "thank", "correct", "wait", "out_of_scope", "goodbye"])
@pytest.mark.parametrize(
    "words",
    [
        "es correcto 👌",
        "eso es ✅",
        "así mero",
        "todo perfecto, gracias",
        "así quedó bien",
        "va, está bien 👍",
        "no le cambie nada",
        "sin errores, gracias",
        "no, todo está bien",
        "de acuerdo con todo, joven",
        "👌🏼",
        "tal cual",
        "me parece muy bien, mande al ajustador",
        "no hay nada mal",
        "sí, fue un choque y así está bien",
    ],
)
def test_agreement_in_any_words_registers_the_report(caller, words, intent):
    to_the_read_back(caller)
    caller.say(words, intent)
    assert caller.state["report_number"], "\n".join(caller.log)
    assert not any("corregí" in line for line in caller.log)


@pytest.mark.parametrize(
    "words", ["no", "está mal", "hay un error", "todo bien pero el teléfono no es ese", "casi todo, menos mi nombre"]
)
def test_what_is_wrong_is_not_agreed_to(caller, words):
    to_the_read_back(caller)
    take(caller, words)
    assert caller.state["report_number"] is None
    assert caller.state["expects"] != "confirm_report"


def test_agreement_with_a_new_value_is_a_correction(caller):
    to_the_read_back(caller)
    take(caller, "sí, nada más que el teléfono es 3318452299")
    assert caller.state["claim"]["reporter"]["phone"] == "+523318452299"
    assert caller.state["expects"] == "confirm_report"


def test_the_read_back_ends_whatever_is_said(caller):
    to_the_read_back(caller)
    texts = []
    for _ in range(5):
        texts.append(take(caller, "mmm pues quién sabe qué cosa"))
        if caller.state["report_number"]:
            break
    assert caller.state["report_number"]
    assert len(set(texts)) == len(texts)
    assert any("persona" in text for text in texts)


@pytest.mark.parametrize(
    "said",
    [
        "oiga, perdón, sí: a la niña le empezó a doler el brazo",
        "fíjese que a mi esposo ya le está doliendo el cuello",
        "espéreme, mi mamá está sangrando de la nariz",
    ],
)
@pytest.mark.parametrize("intent", ["inform", "wait", "correct", "ask_what_to_do"])
def test_a_late_injury_is_an_emergency(caller, said, intent):
    caller.say(CRASH, "report_loss")
    assert caller.state["claim"]["injuries"]["any"] is False
    answer = "\n".join(m["text"] for m in caller.say(said, intent))
    assert caller.state["claim"]["injuries"]["any"] is True, "\n".join(caller.log)
    assert caller.state["priority"] == "emergency"
    assert caller.state["handover"] == {"reason": "emergency"}
    assert "911" in answer


def test_an_injury_after_the_number_is_an_emergency_too(caller, book):
    reported(caller)
    answer = take(caller, "oiga, a mi papá le empezó a doler el pecho")
    assert "911" in answer
    assert caller.state["handover"] == {"reason": "emergency"}
    assert next(iter(book.claims.values()))["injuries"]["any"] is True


def test_who_asks_what_to_do_about_a_pain_after_the_number_is_told(caller):
    reported(caller)
    answer = "\n".join(m["text"] for m in caller.say("y si al rato me duele el cuello, qué hago", "ask_what_to_do"))
    assert "pase médico" in answer, "\n".join(caller.log)


@pytest.mark.parametrize(
    "intent",
    [
        "wait",
        "thank",
        "ask_repeat",
        "out_of_scope",
        "cancel_report",
        "request_person",
        "tramite_info",
        "follow_up_report",
        "legal_help",
        "goodbye",
    ],
)
@pytest.mark.parametrize(
    "said, value", [("no, ya no arrancó", False), ("sí jala", True), ("no se mueve nadita", False)]
)
def test_an_answer_is_taken_whatever_it_was_taken_for(caller, said, value, intent):
    caller.say(CRASH, "report_loss")
    take(caller, "yo", "Laura Méndez", "3318452290", "aquí sigue", "no ha llegado nadie")
    assert caller.state["expects"] == "drivable"
    caller.say(said, intent)
    assert caller.state["claim"]["drivable"] is value, "\n".join(caller.log)
    assert caller.state["expects"] == "confirm_report"


@pytest.mark.parametrize("intent", ["wait", "ask_repeat", "tramite_follow_up", "inform"])
def test_a_bare_number_answers_how_many_were_on_board(caller, intent):
    caller.slots["memory"] = {"expects": "occupants"}
    caller.say("2", intent)
    assert caller.state["claim"]["details"]["occupants"] == 2


@pytest.mark.parametrize(
    "question, said",
    [
        ("damage", "todito"),
        ("damage", "toda"),
        ("vehicle_whereabouts", "ahí mismo"),
        ("vehicle_whereabouts", "en mi casa"),
    ],
)
@pytest.mark.parametrize("intent", ["wait", "thank", "ask_repeat", "out_of_scope"])
def test_a_short_answer_in_free_words_is_taken(caller, question, said, intent):
    caller.slots["memory"] = {"expects": question}
    caller.say(said, intent)
    assert caller.state["claim"]["details"][question] == said


def test_a_driver_who_is_well_is_no_request_for_a_person(caller):
    caller.say("choqué en avenida Patria 300 en Zapopan", "report_loss")
    assert caller.state["expects"] == "injuries"
    caller.say("mi operador está bien", "request_person")
    assert caller.state["claim"]["injuries"]["any"] is False
    assert caller.state["handover"] is None


@pytest.mark.parametrize(
    "said, intent",
    [
        ("permítame un momento", "wait"),
        ("¿me repite?", "ask_repeat"),
        ("quiero hablar con una persona", "request_person"),
    ],
)
def test_what_is_asked_for_in_so_many_words_is_given(caller, said, intent):
    caller.say(NO_POLICY, "report_loss")
    caller.say(said, intent)
    assert caller.state["intent"] == intent
    assert caller.state["expects"] == "policy_number"


@pytest.mark.parametrize(
    "how, who",
    [
        ("se me metió un Jetta gris placas JKV913A en la glorieta", None),
        ("me pegó por atrás un Aveo rojo que venía rápido", None),
        ("frené y patiné con el agua hasta la banqueta", "sí, un Mazda 3 rojo 2019, placas JHD4521"),
    ],
)
def test_the_other_partys_car_is_never_the_insured_one(caller, how, who):
    caller.say("choqué en avenida Patria 300 en Zapopan, sin heridos, póliza 9999999", "report_loss")
    take(caller, how)
    if who:
        take(until(caller, "third_parties"), who)
    claim = caller.state["claim"]
    known = [claim["vehicle"][name] for name in ("make", "model", "color", "plates")]
    assert known == [None] * 4 and claim["policy"]["found"] is False, "\n".join(caller.log)


@pytest.mark.parametrize(
    "said, driver",
    [
        ("ella, maria perez", "María Pérez"),
        ("ella manejaba, se llama Rosa López", "Rosa López"),
        ("no, él, se llama Julio Cano", "Julio Cano"),
        ("yo, Daniela", "Daniela Fuentes Rivas"),
    ],
)
def test_who_drove(caller, said, driver):
    ours = CRASH.replace("choqué", "chocamos").replace("me pegó", "nos pegó")
    caller.say("soy Daniela Fuentes Rivas, " + ours, "report_loss")
    assert caller.state["expects"] == "driver_name"
    take(caller, said)
    assert caller.state["claim"]["driver_name"] == driver
    assert caller.state["claim"]["reporter"]["name"] == "Daniela Fuentes Rivas"


def test_what_happened_may_be_corrected_at_any_time(caller):
    caller.say(CRASH, "report_loss")
    take(caller, "bueno, más bien se le cayó una barda encima")
    assert caller.state["claim"]["incident_type"] == "falling_object"


def test_of_not_this_but_that_only_that_was_said(caller):
    caller.say("choqué en av hidalgo 20 en Zapopan, sin heridos", "report_loss")
    take(caller, "no es av hidalgo, es la morelos 300")
    here = caller.state["claim"]["location"]
    assert "Morelos" in here["street"] and str(here["number"]) == "300" and here["municipality"] == "Zapopan", here


def test_not_a_crash_but_a_theft(caller):
    caller.say(CRASH, "report_loss")
    take(caller, "no fue choque, fue que me robaron los espejos")
    assert caller.state["claim"]["incident_type"] == "partial_theft"


@pytest.mark.parametrize(
    "said",
    [
        "se me reventó la llanta en un bache en avenida Patria 300, Zapopan, y se dañó el rin",
        "me asaltaron con pistola y se llevaron mi carro en avenida Patria 300, Zapopan",
    ],
)
def test_whether_anybody_is_hurt_is_asked(caller, said):
    caller.say(said, "report_loss")
    assert caller.state["expects"] == "injuries", "\n".join(caller.log)


@pytest.mark.parametrize(
    "said", ["me ofrece dinero, ¿lo acepto?", "¿firmo lo que me da?", "el del otro carro me da 3 mil pesos, ¿qué hago?"]
)
@pytest.mark.parametrize("intent", ["inform", "ask_coverage", "tramite_info"])
def test_an_offer_is_answered_and_the_question_comes_back(caller, said, intent):
    caller.say(CRASH, "report_loss")
    answer = "\n".join(m["text"] for m in caller.say(said, intent))
    assert "No acepte" in answer
    assert caller.state["expects"] == "driver_name"


@pytest.mark.parametrize("intent", ["report_loss", "legal_help"])
def test_who_is_being_detained_is_helped_and_the_report_goes_on(caller, intent):
    said = caller.say("me quieren llevar al ministerio público porque atropellé a un señor", intent)
    assert "legal" in "\n".join(m["text"] for m in said)
    assert caller.state["handover"]["reason"] in ("legal_help", "emergency")
    assert caller.state["claim"]["incident_type"] == "run_over"
    assert caller.state["expects"] in ("injuries", "location")


@pytest.mark.parametrize(
    "said, given, read",
    [
        ("sí camina", "wait", "affirm"),
        ("no, ya no arrancó", "cancel_report", "deny"),
        ("no sé", "inform", "dont_know"),
        ("deje lo prendo y le digo", "wait", "wait"),
        ("lo dejé prendido y anda", "wait", "affirm"),
    ],
)
def test_the_intent_is_said_as_finally_read(caller, said, given, read):
    caller.say(CRASH, "inform")
    assert caller.state["intent"] == "report_loss"
    take(caller, "yo", "Laura Méndez")
    caller.say("3318452290", "tramite_info")
    assert caller.state["intent"] == "inform"
    take(caller, "aquí sigue", "no ha llegado nadie")
    caller.say(said, given)
    assert caller.state["intent"] == read


def test_a_breakdown_asks_for_assistance(caller):
    caller.say("se me ponchó la llanta, mándeme ayuda", "inform")
    assert caller.state["intent"] == "request_assistance"


def test_whoever_drove_and_gives_a_name_is_the_caller(caller):
    caller.say(CRASH, "report_loss")
    take(caller, "yo venía manejando, Rosa de la Torre")
    claim = caller.state["claim"]
    assert (claim["driver_name"], claim["reporter"]["name"]) == ("Rosa de la Torre", "Rosa de la Torre")


def test_a_corner_put_in_place_of_another_takes_no_words_along(caller):
    caller.say(CRASH.replace("avenida Patria 300", "Tecnológico y Juárez"), "report_loss")
    caller.slots["memory"] = {**caller.slots["memory"], "expects": "confirm_report"}
    take(caller, "está mal, la calle es Tecnológico pero con Carranza, no con Juárez")
    place = caller.state["claim"]["location"]
    assert (place["street"], place["corner"]) == ("Tecnológico", "Carranza")


@pytest.mark.parametrize("answer, hurt", [
    ("no, quedó prensado de adelante", False), ("no, y a mi hijo ya le duele el cuello", True),
])  # fmt: skip
def test_asked_whether_it_moves_only_people_are_hurt(caller, answer, hurt):
    caller.say(CRASH, "report_loss")
    caller.slots["memory"] = {**caller.slots["memory"], "expects": "drivable"}
    take(caller, answer)
    assert caller.state["claim"]["injuries"]["any"] is hurt


def test_a_question_answered_in_its_own_turn_is_not_answered_again_in_the_next(caller):
    caller.say(CRASH, "report_loss")
    take(caller, "¿y cuánto tarda la ambulancia?")
    assert any("911 para que vaya una ambulancia" in line for line in caller.log)
    before = len(caller.log)
    take(caller, "no sé quién manejaba")
    assert not any("no se lo sé decir" in line for line in caller.log[before:])
