"""How the answer to each question is read, where the facts alone do not hold it: free words, names, numbers."""

from typing import Callable, Dict

from bot.actions.readers import insured, loss, people, spot
from bot.actions.readers.plain import fact_into, free_text
from bot.actions.turn import Turn

READERS: Dict[str, Callable[[Turn], bool]] = {
    "injuries": loss.read_injuries,
    "location": spot.read_location,
    "description": free_text("description"),
    "policy_number": insured.read_policy,
    "inciso": insured.read_inciso,
    "plates": insured.read_plates,
    "vehicle": insured.read_vehicle,
    "vin": insured.read_vin,
    "driver_name": people.name_into("driver_name", "driver_name"),
    "insured_name": people.name_into("insured_name", "insured_name"),
    "reporter_name": people.read_reporter_name,
    "reporter_phone": people.read_phone,
    "third_parties": loss.read_third_parties,
    "drivable": fact_into("drivable", "drivable"),
    "authorities": fact_into("authorities", "authorities"),
    "occurred_at": loss.read_occurred_at,
    "service": loss.read_service,
    "damage": free_text("details.damage"),
    "vehicle_whereabouts": free_text("details.vehicle_whereabouts"),
    "occupants": loss.read_occupants,
    "licence": fact_into("details.driver_licensed", "licence"),
    "driver_age": loss.read_driver_age,
    "trailer": loss.read_trailer,
    "cargo": loss.read_cargo,
    "parked": fact_into("details.vehicle_parked", "parked"),
    "denuncia": loss.read_denuncia,
    "violence": fact_into("details.violence", "violence"),
    "stolen_parts": free_text("details.stolen_parts"),
    "glass_part": free_text("details.glass_part"),
    "tow_destination": spot.read_destination,
    "detained": fact_into("details.detained", "detained"),
}
