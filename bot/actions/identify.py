"""Which policy and which of its units: by number, else by plates, VIN, or holder and vehicle (a.5, paths P1 and P2)."""

from typing import Any, Dict, List, Optional, Set

from bot.actions.backend import BackendDown
from bot.actions.claim import clear, get
from bot.actions.turn import Turn, fold
from bot.nlu.parsers.vehicle_mentions import mentions

Record = Dict[str, Any]
# Numbers that were not found before plates and the rest are asked for instead.
MISSES_ALLOWED = 2


async def identify(turn: Turn) -> None:
    """Look up whatever this turn brought that could identify the unit; the report goes on whatever comes of it."""
    if turn.memory["lookups_off"]:
        return
    try:
        if not turn.memory["policy"]:
            await _find(turn)
        if turn.memory["policy"]:
            _choose_unit(turn)
        elif turn.expected == "policy_number" and "vehicle.plates" in turn.understood:
            turn.skip("policy_number")  # the plates are what is at hand, as the question offers
    except BackendDown:
        # The number is kept; the backend looks it up again when the report is registered.
        turn.memory["backend_down"] = turn.memory["lookups_off"] = True
        if turn.claim["policy"]["number"]:
            for question in ("policy_number", "inciso", "plates", "vehicle", "vin", "insured_name"):
                turn.skip(question)


def units(turn: Turn) -> List[Record]:
    """The found policy's units, [] while none is found."""
    return (turn.memory["policy"] or {}).get("units") or []


def unit(turn: Turn) -> Record:
    """The found policy's unit that the report is about, {} while it is not known."""
    inciso = turn.claim["policy"]["inciso"]
    return next((u for u in units(turn) if u.get("inciso") == inciso), {})


def unit_called(turn: Turn) -> Optional[int]:
    """The inciso of the one unit that the words name by its model, make or kind; None for none or several."""
    for said in mentions(turn.text):
        for name, wanted in (("model", said.model), ("make", said.make), ("kind", said.kind)):
            hits = [u for u in units(turn) if wanted and _bare(wanted) in _bare(u["vehicle"].get(name))]
            if len(hits) == 1:
                return int(hits[0]["inciso"])
    named = _by_model(turn)
    return int(named["inciso"]) if named else None


def _by_model(turn: Turn) -> Optional[Record]:
    """The one unit whose model is named, though alone it may be no car: 'es la Journey'."""
    named = [u for u in units(turn) if _model_words(u) & set(turn.folded.split())]
    return named[0] if len(named) == 1 else None


def _model_words(unit_: Record) -> Set[str]:
    return {word for word in fold(str(unit_["vehicle"].get("model") or "")).split() if len(word) > 3}


async def _find(turn: Turn) -> None:
    claim, new = turn.claim, dict(turn.understood)
    new.update({path: get(claim, path) for path in turn.memory.pop("to_look_up", []) if get(claim, path)})
    number = claim["policy"]["number"]
    if number and number not in turn.memory["missed_numbers"]:
        policy = await turn.backend.policy(number)
        if policy:
            _keep(turn, policy)
            turn.memory["policy"]["by"] = "number"
            return
        turn.memory["missed_numbers"].append(number)
        claim["policy"]["found"] = False
        if len(turn.memory["missed_numbers"]) >= MISSES_ALLOWED:
            turn.skip("policy_number")
    for path, key in (("vehicle.plates", "plates"), ("vehicle.vin", "vin")):
        if path in new:
            found = await turn.backend.policies(**{key: new[path]})
            if len(found) == 1:
                await _adopt(turn, found[0])
                return
    if "insured_name" in new or ("vehicle.model" in new and claim["insured_name"]):
        vehicle = claim["vehicle"]
        if claim["insured_name"] and (vehicle["make"] or vehicle["model"]):
            found = await turn.backend.policies(
                holder=claim["insured_name"], make=vehicle["make"], model=vehicle["model"], year=vehicle["year"]
            )
            if len(found) == 1 and len(found[0].get("units") or []) == 1:
                await _adopt(turn, found[0])


async def _adopt(turn: Turn, match: Record) -> None:
    """A policy found by something else than its number: the unit is the matching one."""
    matching = match.get("units") or []
    whole = await turn.backend.policy(match["number"]) or match
    turn.set("policy.number", match["number"])
    _keep(turn, whole)
    if len(matching) == 1:
        turn.set("policy.inciso", matching[0]["inciso"])
    turn.memory["match"] = match.get("match", "exact")


def _keep(turn: Turn, policy: Record) -> None:
    turn.memory["policy"] = {
        "number": policy["number"],
        "product": policy.get("product"),
        "holder": policy.get("holder"),
        "units": [
            {name: u.get(name) for name in ("inciso", "vehicle", "use", "entity")} for u in policy.get("units") or []
        ],
    }
    turn.set("policy.number", policy["number"])
    turn.set("policy.found", True)
    turn.memory["found_now"] = True
    if turn.claim["policy"]["inciso"] is not None and not unit(turn):
        clear(turn.claim, ["policy.inciso"])


def _choose_unit(turn: Turn) -> None:
    known, policy = units(turn), turn.claim["policy"]
    _change_unit(turn)
    if policy["inciso"] is None or not unit(turn):
        clear(turn.claim, ["policy.inciso"])
        chosen = known[0] if len(known) == 1 else _by_vehicle(turn, known)
        if not chosen and "policy.found" in turn.understood:
            chosen = _by_model(turn)
        if chosen:
            turn.set("policy.inciso", chosen["inciso"])
    vehicle = unit(turn).get("vehicle")
    if vehicle and policy["inciso"] is not None and "policy.inciso" in turn.understood:
        said = {name: item for name, item in turn.claim["vehicle"].items() if item}
        turn.memory["doubt"] = contradicts(said, vehicle)
        if not turn.memory["doubt"]:
            turn.memory["vehicle_of_policy"] = not said
            settled = turn.memory.get("settled", [])
            for name in ("make", "model", "year", "color", "plates", "vin"):
                if f"vehicle.{name}" in settled:
                    continue  # a person of the cabina has said otherwise
                turn.set(f"vehicle.{name}", vehicle.get(name))


def _change_unit(turn: Turn) -> None:
    """Another unit of the same policy, told by its inciso, its plates or its model: what the record said of the first
    goes with it."""
    policy, before = turn.claim["policy"], turn.before["policy"]["inciso"]
    if before is None or not turn.before["policy"]["found"]:
        return
    first = next((u["vehicle"] for u in units(turn) if u.get("inciso") == before), {})
    said = {name: turn.claim["vehicle"][name] for name in turn.claim["vehicle"] if f"vehicle.{name}" in turn.understood}
    if policy["inciso"] == before and said and contradicts(said, first):
        other = _by_vehicle(turn, units(turn), said)
        if other:
            turn.set("policy.inciso", other["inciso"])
    if policy["inciso"] == before or not unit(turn):
        return
    for name, value in turn.claim["vehicle"].items():
        if name not in said and value == first.get(name):
            turn.claim["vehicle"][name] = None


def _by_vehicle(turn: Turn, known: List[Record], told: Optional[Record] = None) -> Optional[Record]:
    said = {**dict.fromkeys(turn.claim["vehicle"]), **told} if told else turn.claim["vehicle"]
    plates, vin = _bare(said["plates"]), _bare(said["vin"])
    for name, wanted in (("plates", plates), ("vin", vin)):
        if wanted:
            hits = [u for u in known if _bare(u["vehicle"].get(name)) == wanted]
            if len(hits) == 1:
                return hits[0]
    if said["make"] or said["model"]:
        hits = [
            u
            for u in known
            if not contradicts({k: said[k] for k in ("make", "model", "year") if said[k]}, u["vehicle"])
        ]
        if len(hits) == 1:
            return hits[0]
    return None


def contradicts(said: Record, insured: Record) -> bool:
    """Whether the vehicle described cannot be the insured one: another make, model or year, or other plates."""
    for name in ("make", "model"):
        if said.get(name) and insured.get(name):
            one, other = set(fold(str(said[name])).split()), set(fold(str(insured[name])).split())
            if not one & other and _bare(said[name]) not in _bare(insured[name]):
                return True
    if said.get("year") and insured.get("year") and abs(int(said["year"]) - int(insured["year"])) > 1:
        return True
    return bool(said.get("plates") and insured.get("plates") and _bare(said["plates"]) != _bare(insured["plates"]))


def _bare(value: Any) -> str:
    folded = "".join(c for c in fold(str(value or "")) if c.isalnum())
    # People read O for 0 and I for 1.
    return folded.replace("o", "0").replace("i", "1")
