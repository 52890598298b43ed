"""The trámites board and one folio, with the steps that its state allows."""

from collections.abc import Callable, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import HTMLResponse, Response
from sqlalchemy.orm import Session

from common import clock
from common.database import session_dependency
from common.problems import Invalid, NotFound
from console.people.access import Visitor, signed_in
from console.privacy.blocking import blocked_holders
from console.records import tramites_store
from console.trail import note
from console.web import back, page
from policy_backend.tramites import handling, store
from policy_backend.tramites.model import endosos, follow_up, payoff
from policy_backend.tramites.model.balance import route_of
from policy_backend.tramites.model.folio import IncompleteData, Tramite, TransitionRefused
from policy_backend.tramites.model.transitions import PARTIES, possible_events

router = APIRouter(prefix="/console/tramites", include_in_schema=False)
Db = Depends(session_dependency)
Reader = Depends(signed_in("tramites:read"))
Writer = Depends(signed_in("tramites:write"))
Text = Annotated[str, Query(max_length=120)]
KINDS = {"payoff": "Liquidación", "endoso": "Endoso"}
EVENTS = {
    "read_balance": "Consultar el saldo",
    "agree": "Acordar cantidad y fecha",
    "capture": "Registrar en el sistema",
    "receive_documents": "Recibir documentos",
    "post_deposit": "Registrar el depósito",
    "settle_plan": "Liquidar el plan",
    "start_cancellation": "Iniciar la cancelación del seguro",
    "cancel_policy": "Cancelar el seguro",
    "process_invoice": "Procesar la factura",
    "hand_to_representative": "Entregar al representante",
    "hand_to_dealer": "Recibir en la distribuidora",
    "hand_to_client": "Entregar al cliente",
    "return_receipt": "Devolver el acuse",
    "request_waiver": "Pedir condonación de intereses",
    "resolve_waiver": "Resolver la condonación",
    "withdraw": "Desistir",
    "complete": "Completar la solicitud",
    "review": "Pasar a revisión",
    "apply": "Aplicar",
    "reject": "Rechazar",
}
FIELDS: dict[str, dict[str, tuple[str, str]]] = {
    "read_balance": {"balance": ("Saldo en pesos", "money")},
    "agree": {
        "amount": ("Cantidad en pesos, sin seguro de vida", "money"),
        "due_on": ("Fecha compromiso", "date"),
        "next_insurance_due_on": ("Próximo vencimiento del seguro", "date"),
    },
    "receive_documents": {"documents": ("Documentos", "documents")},
    "post_deposit": {"amount": ("Depósito en pesos", "money"), "paid_on": ("Día del depósito", "date")},
    "cancel_policy": {"cancelled_from": ("Cancelado a partir de", "date")},
    "hand_to_client": {"signature": ("Quién firmó de recibido", "text")},
    "resolve_waiver": {"granted": ("Se concedió", "yes")},
    "withdraw": {"reason": ("Motivo", "text")},
    "reject": {"reason": ("Motivo", "text")},
    "apply": {"approved_by": ("Quién autoriza", "text"), "applies_from": ("Vigente a partir de", "date")},
    "complete": {"documents": ("Documentos", "documents")},
}
DOCUMENTS = {
    "formato_cancelacion_seguro": "Formato de cancelación de seguro",
    "identificacion_oficial": "Identificación oficial",
}


@router.get("")
def tramites_page(
    request: Request, state: Text = "", kind: Text = "", q: Text = "", visitor: Visitor = Reader, db: Session = Db
) -> HTMLResponse:
    """Open folios, the ones with a missed day first."""
    lines = tramites_store.board(db, state, kind, q.strip())
    return page(
        request,
        "tramites.html",
        visitor,
        db=db,
        lines=lines,
        asked={"state": state, "kind": kind, "q": q},
        states=follow_up.STATE_NAMES,
        kinds=KINDS,
        today=clock.today(),
        item_names=follow_up.ITEM_NAMES,
        item_states=follow_up.ITEM_STATE_NAMES,
        movements={name: movement.name for name, movement in endosos.MOVEMENTS.items()},
        holder_shown=_holder_shown(db, visitor, [line.tramite for line in lines]),
        fault=None,
    )


def _holder_shown(db: Session, visitor: Visitor, found: Sequence[Tramite]) -> Callable[[Tramite], bool]:
    """Whether the visitor sees the holder of each trámite."""
    hidden = blocked_holders(db, [(t.policy_number, t.holder) for t in found])
    return lambda t: visitor.sees_personal_data(blocked=(t.policy_number, t.holder) in hidden)


@router.post("")
def start(
    kind: str = Form(""),
    group: str = Form("", max_length=40),
    member: str = Form("", max_length=40),
    policy_number: str = Form("", max_length=40),
    movement: str = Form("", max_length=60),
    requester: str = Form("distribuidora"),
    visitor: Visitor = Writer,
    db: Session = Db,
) -> Response:
    """Start a payoff or an endoso; its folio is given at once."""
    if kind == "payoff" and not (group.strip() and member.strip()):
        raise Invalid("Para liquidar un plan se necesitan el grupo y el integrante.")
    if kind not in KINDS or (kind == "endoso" and movement not in endosos.MOVEMENTS) or requester not in PARTIES:
        raise Invalid("Elija qué trámite es y quién lo pide.")
    tramite = Tramite(
        folio="",
        kind="payoff" if kind == "payoff" else "endoso",
        state="solicitado",
        since=clock.today(),
        group=group.strip() or None,
        member=member.strip() or None,
        policy_number=policy_number.strip() or None,
        requester={"kind": requester},
        data={"movement": movement} if kind == "endoso" else {},
    )
    started = handling.start(db, tramite, visitor.actor)
    note(db, visitor.actor, "tramite.start", "tramite", started.folio)
    return back(visitor, db, f"/console/tramites/{started.folio}", f"El folio es {started.folio}.")


@router.get("/{folio}")
def tramite_page(request: Request, folio: str, visitor: Visitor = Reader, db: Session = Db) -> HTMLResponse:
    """One folio: what happens now, since when, what comes next and when; and its record."""
    found = _found(db, folio)
    note(db, visitor.actor, "tramite.read", "tramite", found.folio)
    db.commit()
    return _show(request, found, visitor, db, None)


def _found(db: Session, folio: str, lock: bool = False) -> Tramite:
    found = store.by_folio(db, folio[:40], lock)
    if found is None:
        raise NotFound("No existe un trámite con ese folio.")
    return found


def _show(
    request: Request, t: Tramite, visitor: Visitor, db: Session, fault: str | None, status: int = 200
) -> HTMLResponse:
    steps = payoff.STEPS if t.kind == "payoff" else endosos.STEPS
    movement = endosos.MOVEMENTS.get(t.data.get("movement", "")) if t.kind == "endoso" else None
    fields = {name: dict(FIELDS.get(name, {})) for name in possible_events(t) if name in EVENTS}
    if movement and "complete" in fields:
        fields["complete"] = {key: (name.capitalize(), "text") for key, name in movement.fields.items()} | fields[
            "complete"
        ]
    return page(
        request,
        "tramite.html",
        visitor,
        db=db,
        status=status,
        tramite=t,
        line=tramites_store.line_of(t),
        today=clock.today(),
        route=route_of(t.balance, t.stage) if t.kind == "payoff" else None,
        movement=movement,
        missing=endosos.missing(t) if movement else {},
        documents=(movement.documents if movement else DOCUMENTS),
        steps={name: steps[name].actors for name in fields},
        fields=fields,
        events=EVENTS,
        history=store.events(db, t.folio),
        states=follow_up.STATE_NAMES,
        item_names=follow_up.ITEM_NAMES,
        item_states=follow_up.ITEM_STATE_NAMES,
        kinds=KINDS,
        personal=visitor.sees_personal_data(),
        holder_shown=_holder_shown(db, visitor, [t]),
        may_write=visitor.may("tramites:write"),
        fault=fault,
    )


async def _form(request: Request) -> dict[str, Any]:
    form = await request.form()
    data: dict[str, Any] = {name: value.strip() for name, value in form.items() if isinstance(value, str) and value}
    if form.getlist("documents"):
        data["documents"] = [str(value) for value in form.getlist("documents")]
    return data


@router.post("/{folio}/steps")
def step(
    request: Request,
    folio: str,
    event: str = Form(""),
    party: str = Form(""),
    form: dict[str, Any] = Depends(_form),
    visitor: Visitor = Writer,
    db: Session = Db,
) -> Response:
    """Take a step; where the state, the party or the data do not allow it the page says why."""
    t = _found(db, folio, lock=True)
    names = {**FIELDS.get(event, {}), **(endosos.MOVEMENTS[t.data["movement"]].fields if t.kind == "endoso" else {})}
    data = {name: value for name, value in form.items() if name in names}
    if "granted" in data:
        data["granted"] = data["granted"] == "true"
    try:
        if party not in PARTIES or event not in EVENTS:
            raise TransitionRefused("Elija el paso y quién lo da.")
        handling.step(db, t, event, party, data, visitor.actor)
    except TransitionRefused as refused:
        db.rollback()
        return _show(request, _found(db, folio), visitor, db, str(refused), 409)
    except IncompleteData as incomplete:
        db.rollback()
        lacking = "; ".join(incomplete.missing.values())
        return _show(request, _found(db, folio), visitor, db, f"Falta: {lacking}.", 422)
    note(db, visitor.actor, f"tramite.{event}", "tramite", t.folio)
    return back(visitor, db, f"/console/tramites/{t.folio}", "Paso registrado.")
