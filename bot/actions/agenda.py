"""What to ask next: life, place, what happened, which policy, who; then only what the incident needs.

A pure function of what is known. The names are those of contracts §4; the needs follow the reporting checklist
of the general conditions (a.2, a.3, a.7) and its deadlines (c.15).
"""

import re
from typing import AbstractSet, Any, Callable, Dict, List, Optional

from bot.actions.claim import Claim, others_may_have_left, part_lacking, place_is_enough
from bot.nlu.parsers.folding import fold

# Whether anybody is hurt is asked of every caller (a.2) but one whose car only stopped.
HARMLESS = ("roadside_assistance",)
# Who drove is needed for the licence check; a parked or stranded car needs nobody at the wheel.
NO_DRIVER = ("roadside_assistance", "partial_theft", "vandalism")

NEEDS: Dict[str, List[str]] = {
    "collision": ["third_parties", "authorities", "drivable"],
    "rollover": ["third_parties", "authorities", "drivable", "licence"],
    "run_over": ["third_parties", "authorities", "detained", "drivable", "licence"],
    "fire": ["damage", "third_parties", "drivable"],
    "weather": ["damage", "occurred_at", "drivable"],
    "flood": ["parked", "occurred_at", "drivable", "vehicle_whereabouts"],
    "falling_object": ["damage", "occurred_at", "drivable"],
    "vandalism": ["damage", "occurred_at", "denuncia"],
    "total_theft": ["violence", "occurred_at", "denuncia"],
    "partial_theft": ["stolen_parts", "occurred_at", "violence", "denuncia"],
    "glass": ["glass_part", "drivable"],
    "tire": ["damage", "drivable"],
    "cargo": ["cargo", "trailer", "third_parties", "authorities", "drivable"],
    "roadside_assistance": ["service", "tow_destination"],
    "other": ["third_parties", "drivable"],
}
_DRIVER_HURT = re.compile(
    r"\b((chofer|conductora?|operador)(?! (de la|de el|del?) (otr|camion|taxi|moto|trailer|combi|micro|autobus|pipa))"
    r"|manejaba|yo(?! (\w+ )?(bien|iles\w+|ok|nada|no|tampoco|perfect\w+)\b)"
    r"|me (duele|lastim|pegu|quebr|fractur|cort|golpe)\w*)\b"
)
HEAVY = ("tractor", "truck", "trailer")
PASSENGER_USES = ("taxi", "conductor_app", "transporte_publico", "publico", "privado_pasajeros", "ert")

KNOWN: Dict[str, Callable[[Claim], Any]] = {
    "incident_type": lambda c: c["incident_type"],
    "injuries": lambda c: c["injuries"]["any"] is not None,
    "location": lambda c: place_is_enough(c["location"]),
    "description": lambda c: c["description"],
    "occurred_at": lambda c: c["occurred_at"] or c["details"].get("occurred_text"),
    "policy_number": lambda c: c["policy"]["found"],
    "inciso": lambda c: c["policy"]["inciso"] is not None,
    "plates": lambda c: c["vehicle"]["plates"],
    "vehicle": lambda c: c["vehicle"]["make"] or c["vehicle"]["model"] or c["details"].get("vehicle_text"),
    "vin": lambda c: c["vehicle"]["vin"],
    "insured_name": lambda c: c["insured_name"],
    "driver_name": lambda c: c["driver_name"],
    "reporter_name": lambda c: c["reporter"]["name"],
    "reporter_phone": lambda c: c["reporter"]["phone"],
    "third_parties": lambda c: c["third_parties"]["any"] is not None and not others_may_have_left(c),
    "drivable": lambda c: c["drivable"] is not None,
    "authorities": lambda c: c["authorities"] is not None,
    "service": lambda c: c["service"],
    "damage": lambda c: c["details"].get("damage"),
    "vehicle_whereabouts": lambda c: c["details"].get("vehicle_whereabouts"),
    "occupants": lambda c: c["details"].get("occupants") is not None,
    "licence": lambda c: c["details"].get("driver_licensed") is not None,
    "driver_age": lambda c: c["details"].get("driver_age") is not None,
    "trailer": lambda c: c["details"].get("trailers") is not None or c["details"].get("trailer_hitched") is not None,
    "cargo": lambda c: c["details"].get("cargo_text") or c["details"].get("cargo_type"),
    "parked": lambda c: c["details"].get("vehicle_parked") is not None,
    # Done without saying when: asked once more, since its hours are counted.
    "denuncia": lambda c: c["details"].get("denuncia_at") is not None,
    "violence": lambda c: c["details"].get("violence") is not None,
    "stolen_parts": lambda c: c["details"].get("stolen_parts"),
    "glass_part": lambda c: c["details"].get("glass_part"),
    "tow_destination": lambda c: c["details"].get("tow_destination"),
    "detained": lambda c: c["details"].get("detained") is not None,
}

# What is known in part, and is asked for once to have it whole.
_HALF: Dict[str, Callable[[Claim], Any]] = {
    "location": part_lacking,
    "reporter_name": lambda c: " " not in c["reporter"]["name"],  # "soy Héctor", without a surname
    "vehicle": lambda c: c["vehicle"]["year"] is None,  # "mi Jimny": its year and colour too, to find it
    # "Mi hermana Claudia": the licence has her surname.
    "driver_name": lambda c: (
        " " not in c["driver_name"] and c["driver_name"] not in (c["reporter"]["name"] or "").split()
    ),
}


def identification(claim: Claim, units: int) -> List[str]:
    """What is still needed to find the insured unit, in the order people have it at hand (a.5, paths P1 and P2)."""
    policy = claim["policy"]
    if policy["found"]:
        return ["inciso", "plates"] if units > 1 and policy["inciso"] is None else []
    return ["policy_number", "plates", "vehicle", "vin", "insured_name"]


def incident_needs(claim: Claim, unit: Dict[str, Any]) -> List[str]:
    """What this incident and this kind of unit need beyond what every report needs."""
    incident = claim["incident_type"]
    needs = list(NEEDS.get(incident or "other", []))
    if incident == "roadside_assistance" and claim["service"] not in (None, "tow"):
        needs.remove("tow_destination")
    if incident == "partial_theft" and claim["details"].get("vehicle_parked"):
        needs.remove("violence")
    if incident == "total_theft" and claim["details"].get("vehicle_parked"):
        needs.remove("violence")
    if incident == "run_over" and claim["authorities"] is False:
        needs.remove("detained")
    if incident == "run_over" and not claim["third_parties"]["any"]:
        needs.remove("third_parties")  # who was hit is the other
    if incident in ("collision", "glass") and claim["details"].get("vehicle_parked"):
        needs.append("occurred_at")  # while nobody was there: found later
    kind = (unit.get("vehicle") or {}).get("kind")
    emergency = bool(claim["injuries"]["any"])
    if incident in ("collision", "rollover", "cargo", "fire") and kind in HEAVY and not emergency:
        needs += [name for name in ("trailer", "cargo", "licence") if name not in needs]
    if incident in ("collision", "rollover", "run_over") and unit.get("use") in PASSENGER_USES and not emergency:
        needs += [name for name in ("occupants", "licence") if name not in needs]
    if driver_is_hurt(claim):
        needs.append("driver_age")
    return needs


def driver_is_hurt(claim: Claim) -> bool:
    """Whether the words about the injuries say that it is who drove: some benefits depend on the driver's age."""
    said = (claim["injuries"]["text"] or "") if claim["injuries"]["any"] else ""
    return bool(_DRIVER_HURT.search(fold(said)))


def next_question(
    claim: Claim,
    skipped: AbstractSet[str],
    units: int = 1,
    unit: Optional[Dict[str, Any]] = None,
    asked: AbstractSet[str] = frozenset(),
) -> Optional[str]:
    """The name of the one thing to ask now, or None when only the read-back is left.

    `skipped` holds what the caller does not know or was asked often enough; `units` is how many units the found
    policy has; `unit` is the policy's record of the unit, `{}` while unknown; `asked` is what was asked before: a
    place that can be found is made exact by one question, not by two, and a first name is made a whole name.
    """
    incident = claim["incident_type"]
    questions = ["incident_type"]
    if incident not in HARMLESS:
        questions.append("injuries")
    questions += ["location", "description"]
    questions += identification(claim, units)
    if incident not in NO_DRIVER and not (claim["details"].get("vehicle_parked") and incident != "total_theft"):
        questions.append("driver_name")
    questions += ["reporter_name", "reporter_phone"]
    questions += incident_needs(claim, unit or {})
    for name in questions:
        if name in skipped:
            continue
        if not KNOWN[name](claim) or (name not in asked and name in _HALF and _HALF[name](claim)):
            return name
    return None
