"""Which unit of the book a loss is about: by policy number and inciso, else by VIN or plates."""

from dataclasses import replace

from sqlalchemy.orm import Session

from common.text import fold
from policy_backend.claims.model.facts import LossFacts, Vehicle
from policy_backend.policies.model import Policy, Unit, number_key, plates_key, vin_key
from policy_backend.policies.store import find, policy_by_number


def _bears(unit: Unit, said: Vehicle) -> bool:
    """True when the unit is the vehicle described: same VIN or plates, else make, model and year as far as said."""
    known = unit.vehicle
    if said.vin and known.vin and vin_key(said.vin) == vin_key(known.vin):
        return True
    if said.plates and known.plates:
        return plates_key(said.plates) == plates_key(known.plates)
    described = [(said.make, known.make), (said.model, known.model), (said.color, known.color)]
    told = [(fold(one), fold(other or "")) for one, other in described if one]
    if said.year:
        told.append((str(said.year), str(known.year)))
    return bool(said.model or said.year) and all(one in other for one, other in told)


def the_unit(policy: Policy, inciso: int | None, vehicle: Vehicle) -> Unit | None:
    """The unit meant: the inciso, the only one, or the only one that fits what was said; None when in doubt."""
    if inciso is not None:
        return next((unit for unit in policy.units if unit.inciso == inciso), None)
    if len(policy.units) == 1:
        return policy.units[0]
    fitting = [unit for unit in policy.units if _bears(unit, vehicle)]
    return fitting[0] if len(fitting) == 1 else None


def identify(session: Session, facts: LossFacts) -> Policy | None:
    """The policy of a loss with exactly its unit, or no unit when in doubt; None when the book has no policy."""
    policy = policy_by_number(session, facts.policy.number) if facts.policy.number else None
    if policy is not None:
        unit = the_unit(policy, facts.policy.inciso, facts.vehicle)
        return replace(policy, units=[unit] if unit else [])
    if facts.vehicle.vin or facts.vehicle.plates:
        return find(session, plates=facts.vehicle.plates, vin=facts.vehicle.vin)
    return None


def _part_of(said: str, whole: str) -> bool:
    """True when each word of the name said is one of the whole name's."""
    words = fold(said).split()
    return bool(words) and set(words) <= set(fold(whole).split())


def fill_from_book(facts: LossFacts, policy: Policy | None) -> None:
    """Add to the facts what the book knows; what was said of the vehicle and the people stays as said."""
    if policy is None:
        looked_for = facts.policy.number or facts.vehicle.vin or facts.vehicle.plates
        if looked_for or facts.policy.found:
            facts.policy.found = False
        return
    said = facts.policy.number
    if said and number_key(said) != number_key(policy.number):
        facts.details.setdefault("policy_number_said", said)
    facts.policy.number = policy.number
    if not facts.insured_name or _part_of(facts.insured_name, policy.holder):
        facts.insured_name = policy.holder  # 'es de mi esposa Laura': the book knows the rest
    facts.policy.found = True
    if not policy.units:
        return
    unit = policy.units[0]
    facts.policy.inciso = unit.inciso
    for name in ("make", "model", "year", "color", "plates", "vin"):
        if getattr(facts.vehicle, name) is None:
            setattr(facts.vehicle, name, getattr(unit.vehicle, name))
