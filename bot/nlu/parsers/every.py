"""All finders over one text, with the claims they make on the same words settled."""

from datetime import datetime
from functools import partial
from typing import Dict, List, Optional

from . import (
    custody,
    details,
    folio,
    incident,
    inciso,
    injuries,
    persons,
    phone,
    place,
    plates,
    policy_number,
    report_number,
    situation,
    third_parties,
    times,
    vehicle,
    vin,
)
from .found import Found
from .street_names import is_address
from .vehicle_mentions import mentions

_STRONGEST = ("vin", "report_number", "phone", "plates", "policy_number")


def find_all(text: str, now: Optional[datetime] = None) -> List[Found]:
    """Every fact in `text`, in order;
    `now` (aware) is what times are relative to. Never raises; at most 4,000 characters are read.
    """
    text = text[:4000]
    numbers: List[Found] = []
    for finder in (vin.find, report_number.find, phone.find, plates.find, policy_number.find, inciso.find, folio.find):
        numbers += finder(text)
    cars = [m for m in mentions(text) if m.model]  # 'una honda ce erre ve dos mil catorce' has no plates
    numbers = [f for f in numbers if f.entity != "plates" or not any(m.start < f.end and f.start < m.end for m in cars)]
    out = _settled(numbers)
    people = [p for p in persons.find(text) if not is_address(p.value["name"] or "")]
    taken = tuple((f.start, f.end) for f in out + [p for p in people if p.value["name"]] if f.entity != "inciso")
    out += people
    taken += tuple((m.start, m.end) for m in mentions(text) if m.make)
    out += place.find(text, taken)
    out += times.find(text, now)
    for finder in (
        vehicle.find,
        third_parties.find,
        injuries.find,
        incident.find,
        situation.find,
        partial(details.find, now=now),
        custody.find,
    ):
        out += finder(text)
    return sorted(out, key=lambda f: (f.start, f.end))


def _settled(numbers: List[Found]) -> List[Found]:
    """Of number readings that overlap, the one whose kind is the most telling;
    a folio or report number keeps its own digits.
    """
    rank: Dict[str, int] = {name: place for place, name in enumerate(_STRONGEST)}
    out: List[Found] = []
    for new in sorted(numbers, key=lambda f: -1 if f.entity == "folio" else rank.get(f.entity, 99)):
        if not any(new.start < old.end and old.start < new.end for old in out):
            out.append(new)
    return out
