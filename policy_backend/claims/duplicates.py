"""The same loss reported twice: linked, never merged."""

from datetime import datetime, timedelta
from math import asin, cos, radians, sin, sqrt

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from common.text import fold
from policy_backend.claims.model.facts import Location, LossFacts
from policy_backend.claims.store.tables import ClaimRow
from policy_backend.policies.model import number_key, plates_key, vin_key

NEAR_IN_TIME = timedelta(hours=3)
NEAR_KM = 3.0
EARTH_KM = 6371.0


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance between two (latitude, longitude) pairs in degrees."""
    (lat1, lon1), (lat2, lon2) = ((radians(lat), radians(lon)) for lat, lon in (one, other))
    chord = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(chord)))


def _coordinates(place: Location) -> tuple[float, float] | None:
    return None if place.latitude is None or place.longitude is None else (place.latitude, place.longitude)


def near(one: Location, other: Location) -> bool:
    """False only when the places are known to differ: over 3 km apart, or another municipality, state or highway."""
    here, there = _coordinates(one), _coordinates(other)
    if here and there:
        return distance_km(here, there) <= NEAR_KM
    for name in ("state", "municipality", "highway"):
        left, right = getattr(one, name), getattr(other, name)
        if left and right and fold(left) != fold(right):
            return False
    return True


def earlier_report(session: Session, facts: LossFacts, reported_at: datetime, not_id: int | None) -> ClaimRow | None:
    """The first report of what seems the same loss: same vehicle, within 3 hours, no known difference of place."""
    same = []
    if facts.vehicle.vin:
        same.append(ClaimRow.vin_key == vin_key(facts.vehicle.vin))
    if facts.vehicle.plates:
        same.append(ClaimRow.plates_key == plates_key(facts.vehicle.plates))
    if facts.policy.number and facts.policy.inciso is not None:
        same.append(
            and_(ClaimRow.policy_key == number_key(facts.policy.number), ClaimRow.inciso == facts.policy.inciso)
        )
    if not same:
        return None
    when = facts.occurred_at or reported_at
    query = select(ClaimRow).where(or_(*same), ClaimRow.status.not_in(("draft", "cancelled"))).order_by(ClaimRow.id)
    for row in session.scalars(query.limit(200)):
        other = row.occurred_at or row.reported_at
        original = row.duplicate_of or row
        place = Location.model_validate(original.facts["location"])
        if row.id != not_id and other and abs(other - when) <= NEAR_IN_TIME and near(place, facts.location):
            return original
    return None
