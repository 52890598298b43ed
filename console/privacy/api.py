"""The page for people who use their rights over their data."""

import json

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from common.database import session_dependency
from common.problems import Invalid
from console.exports.sheets import attachment
from console.people.access import Visitor, signed_in
from console.privacy import store
from console.privacy.tables import PrivacyAct
from console.settings import console_settings
from console.web import back, page

router = APIRouter(prefix="/console/privacy", include_in_schema=False)
Db = Depends(session_dependency)
Officer = Depends(signed_in("privacy"))
KINDS = {"export": "Acceso", "correct": "Rectificación", "erase": "Cancelación", "retention": "Plazos de conservación"}
SHORTEST = 10


def phone_of(phone: str = Form("", max_length=60)) -> str:
    """The phone of the person. Raises Invalid."""
    if sum(character.isdigit() for character in phone) < SHORTEST:
        raise Invalid("Escriba el teléfono de la persona, con sus diez dígitos.")
    return phone


@router.get("")
def privacy_page(request: Request, visitor: Visitor = Officer, db: Session = Db) -> HTMLResponse:
    """What can be done for a person, and what was done."""
    acts = db.scalars(select(PrivacyAct).order_by(PrivacyAct.id.desc()).limit(100)).all()
    config = console_settings()
    return page(request, "privacy.html", visitor, db=db, acts=acts, kinds=KINDS, config=config)


@router.post("/export")
def export(phone: str = Depends(phone_of), visitor: Visitor = Officer, db: Session = Db) -> Response:
    """Acceso: a file with everything kept about the person."""
    data = store.export_person(db, phone, visitor.actor)
    db.commit()
    content = json.dumps(data, ensure_ascii=False, indent=1).encode()
    return attachment(content, "application/json", "datos-de-la-persona.json")


@router.post("/correct")
def correct(
    phone: str = Depends(phone_of), name: str = Form("", max_length=200), visitor: Visitor = Officer, db: Session = Db
) -> Response:
    """Rectificación: the person's right name."""
    if not name.strip():
        raise Invalid("Escriba el nombre correcto.")
    changed = store.correct_person(db, phone, name, visitor.actor)
    return back(visitor, db, "/console/privacy", f"Reportes rectificados: {changed}.")


@router.post("/erase")
def erase(phone: str = Depends(phone_of), visitor: Visitor = Officer, db: Session = Db) -> Response:
    """Cancelación: delete what need not be kept, block the rest."""
    outcome = store.erase_person(db, phone, visitor.actor)
    told = f"Conversaciones suprimidas: {outcome['erased']}. Conservadas por ley y bloqueadas: {outcome['kept']}."
    if not outcome["trackers"]:
        told += " La memoria del asistente no se pudo limpiar: repita con `cabina privacy erase`."
    return back(visitor, db, "/console/privacy", told)
