"""Plates and policies are the caller's own unless the words before them speak of somebody else's."""

import pytest
from stage import Book, Stage
from test_turns import CRASH, POLICIES, facts, take


@pytest.mark.parametrize(
    ("text", "own", "theirs"),
    [
        ("me chocó un Versa gris placas YKT-512-B, yo traigo un Onix rojo", None, "YKT512B"),
        ("le pegué a un Aveo gris de placas JKX-113-C", None, "JKX113C"),
        ("me pegó un camión, sin heridos, mis placas son RGT-442-C", "RGT442C", None),
        ("choqué con un taxi, traigo un Onix rojo placas RGT-442-C", "RGT442C", None),
    ],
)
def test_plates_belong_to_what_was_spoken_of_last(text, own, theirs):
    caller = Stage(facts, Book(POLICIES))
    caller.say(text, "report_loss")
    claim = caller.state["claim"]
    assert (claim["vehicle"]["plates"], claim["details"].get("third_party_plates")) == (own, theirs)


@pytest.mark.parametrize(
    ("text", "plates", "policy"),
    [
        ("una señora en una Suburban negra, placas NBV-22-87, asegurada con otra compañía", "NBV2287", None),
        ("trae seguro con GNP, su póliza es la 88123 y sus placas WXA 22 10", "WXA2210", "88123"),
    ],
)
def test_asked_for_the_other_party_the_numbers_are_the_other_partys(text, plates, policy):
    caller = Stage(facts, Book(POLICIES))
    caller.say("choqué en Toluca, sin heridos", "report_loss")
    caller.slots["memory"]["expects"] = "third_parties"
    caller.say(text)
    claim = caller.state["claim"]
    assert claim["vehicle"]["plates"] is None and claim["policy"]["number"] is None
    assert claim["details"]["third_party_plates"] == plates
    assert claim["details"].get("third_party_policy") == policy


def test_a_relation_gives_way_to_the_name():
    caller = Stage(facts, Book(POLICIES))
    caller.say(CRASH, "report_loss")
    take(caller, "manejaba mi compañera", "mi compañera")
    assert caller.state["claim"]["driver_name"] == "compañera de quien reporta"
    take(caller, "ya me dijeron, manejaba mi compañera Abril Ventoza")
    assert caller.state["claim"]["driver_name"] == "Abril Ventoza"
