"""Endosos need their fields and documents before they are reviewed."""

from datetime import date

import pytest

from policy_backend.tramites.model.endosos import MOVEMENTS, missing
from policy_backend.tramites.model.folio import Tramite, TransitionRefused
from policy_backend.tramites.model.follow_up import follow_up
from policy_backend.tramites.model.transitions import take

TODAY = date(2027, 3, 1)


def endoso(movement: str) -> Tramite:
    return Tramite("260000018", "endoso", "solicitado", TODAY, data={"movement": movement})


@pytest.mark.parametrize("movement", MOVEMENTS)
def test_review_waits_for_everything(movement: str) -> None:
    t = endoso(movement)
    with pytest.raises(TransitionRefused, match="Falta"):
        take(t, "review", "conauto", {}, TODAY)
    assert "Completar la solicitud" in follow_up(t, TODAY).text
    data = dict.fromkeys(MOVEMENTS[movement].fields, "2027-03-05") | {"documents": list(MOVEMENTS[movement].documents)}
    t = take(t, "complete", "distribuidora", data, TODAY)
    assert missing(t) == {}
    t = take(t, "review", "conauto", {}, TODAY)
    t = take(t, "apply", "conauto", {"approved_by": "Gerencia"}, TODAY)
    assert t.state == "aplicado"


def test_one_of_two_documents_is_enough_for_client_data() -> None:
    t = endoso("b_cliente")
    data = {"dice": "Jose", "debe_decir": "José", "motivo": "acento", "documents": ["identificacion_oficial"]}
    assert missing(take(t, "complete", "cliente", data, TODAY)) == {}


def test_rejection_keeps_its_reason() -> None:
    t = take(endoso("otro"), "reject", "conauto", {"reason": "no procede"}, TODAY)
    assert (t.state, t.reason, t.open) == ("rechazado", "no procede", False)
    assert "no procede" in follow_up(t, TODAY).text
