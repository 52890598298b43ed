"""The codes of contracts in the words of people: one dictionary a list of codes."""

from typing import Any

CHANNELS = {"whatsapp": "WhatsApp", "sms": "SMS", "voice": "Llamada", "web": "Chat web", "operator": "Operador"}
STATES = {
    "open": "Con asistente",
    "waiting_for_person": "Espera a una persona",
    "with_operator": "Con operador",
    "reported": "Reportado",
    "closed": "Cerrado",
    "abandoned": "Abandonado",
}
CLAIM_STATUS = {
    "draft": "Borrador",
    "reported": "Reportado",
    "assigned": "Ajustador asignado",
    "on_site": "Ajustador en el lugar",
    "closed": "Cerrado",
    "cancelled": "Cancelado",
}
PRIORITIES = {"emergency": "Emergencia", "urgent": "Urgente", "normal": "Normal"}
INCIDENTS = {
    "collision": "Choque",
    "rollover": "Volcadura",
    "run_over": "Atropello",
    "fire": "Incendio",
    "weather": "Fenómeno natural",
    "flood": "Inundación",
    "falling_object": "Caída de objeto",
    "vandalism": "Vandalismo",
    "total_theft": "Robo total",
    "partial_theft": "Robo parcial",
    "glass": "Cristales",
    "tire": "Llanta",
    "cargo": "Carga",
    "roadside_assistance": "Asistencia vial",
    "other": "Otro",
}
SERVICES = {
    "tow": "Grúa",
    "tire_change": "Cambio de llanta",
    "jump_start": "Paso de corriente",
    "fuel": "Gasolina",
    "locksmith": "Cerrajería",
}
HANDOVER = {
    "requested": "Pidió hablar con una persona",
    "misunderstood": "El asistente no entendió",
    "emergency": "Emergencia",
    "complaint": "Queja",
    "legal": "Necesita ayuda legal",
    "detained": "Persona detenida",
    "assistant_unavailable": "El asistente no respondió",
    "deadline_missed": "El ajustador no llegó a tiempo",
    "unattended": "Atención continua: sigue sin ajustador",
}
EXPECTS = {
    "incident_type": "qué pasó",
    "injuries": "si hay lesionados",
    "location": "el lugar",
    "occurred_at": "cuándo fue",
    "description": "el relato",
    "policy_number": "la póliza",
    "inciso": "el inciso",
    "driver_name": "quién manejaba",
    "insured_name": "el asegurado",
    "vehicle": "el vehículo",
    "plates": "las placas",
    "vin": "el número de serie",
    "reporter_name": "quién reporta",
    "reporter_phone": "el teléfono",
    "third_parties": "terceros",
    "drivable": "si el auto camina",
    "authorities": "si hay autoridad",
    "service": "el servicio",
    "damage": "los daños",
    "vehicle_whereabouts": "dónde está el auto",
    "occupants": "los ocupantes",
    "licence": "la licencia",
    "driver_age": "la edad de quien manejaba",
    "trailer": "si lleva remolque",
    "cargo": "la carga",
    "parked": "si estaba estacionado",
    "denuncia": "la denuncia",
    "violence": "si hubo violencia",
    "stolen_parts": "qué piezas se llevaron",
    "glass_part": "qué cristal",
    "tow_destination": "a dónde llevarlo",
    "detained": "si hay detenidos",
    "confirm_policy": "confirmar la póliza",
    "confirm_report": "confirmar el reporte",
    "resume_report": "retomar el reporte",
    "what_to_correct": "qué corregir",
    "report_number": "el número de reporte",
}
FACTS = {
    "third_parties": "si hubo terceros",
    "third_party_death": "si falleció un tercero",
    "injured": "cuántos lesionados",
    "driver_impaired": "si quien manejaba había tomado alcohol o drogas",
    "driver_licensed": "si quien manejaba tiene licencia vigente",
    "driver_age": "la edad de quien manejaba",
    "left_scene": "si se retiró del lugar",
    "vehicle_abandoned": "si el vehículo quedó abandonado",
    "vehicle_parked": "si el vehículo estaba estacionado",
    "negligent": "si hubo un descuido grave",
    "occupants": "cuántos ocupantes",
    "denuncia_at": "si hay denuncia y de cuándo",
    "parts_only": "si solo robaron partes",
    "parts_value": "el valor de las partes",
    "by_relative": "si fue un familiar",
    "entrusted": "si se había confiado el vehículo a alguien",
    "cargo_type": "el tipo de carga",
    "cargo_spilled": "si se derramó la carga",
    "trailers": "cuántos remolques",
    "trailer_hitched": "si el remolque iba enganchado",
    "repair_started": "si ya se empezó a reparar",
    "deal_made": "si se hizo un trato con el otro",
    "glass_part": "qué cristal",
    "glass_value": "el valor del cristal",
    "repair_estimate": "cuánto costaría reparar",
    "vehicle_value": "el valor del vehículo",
    "reported_at": "cuándo se reportó",
    "country": "en qué país",
    "municipality": "en qué municipio",
    "state": "en qué estado",
    "vehicle_kind": "qué tipo de vehículo es",
    "service": "qué servicio necesita",
    "events_used": "cuántos servicios ha usado",
    "own_collision_without_contact": "si hubo daño sin contacto",
}
COVERAGES = {
    "material_damage": "Daños materiales",
    "total_loss_only": "Pérdida total por daños materiales",
    "glass": "Rotura de cristales",
    "side_mirrors": "Espejos laterales",
    "tires_and_rims": "Neumáticos y rines",
    "tire_insurance": "Seguro de llanta",
    "total_theft": "Robo total",
    "partial_theft": "Robo parcial",
    "vandalism": "Actos vandálicos y/o terrorismo",
    "third_party_liability": "Responsabilidad civil por daños a terceros",
    "towed_trailer_liability": "RC por arrastre de remolque",
    "death_liability": "RC por fallecimiento",
    "cargo_liability": "Daños por la carga",
    "ecological_liability": "RC ecológica",
    "loading_liability": "Maniobras de carga y descarga",
    "oversize_liability": "RC por exceso de dimensiones",
    "extended_liability": "Extensión de responsabilidad civil",
    "passenger_liability": "RC del viajero",
    "occupant_liability": "RC por daños a ocupantes",
    "occupant_medical": "Gastos médicos ocupantes",
    "driver_medical": "Gastos médicos conductor",
    "driver_death": "Muerte del conductor",
    "special_equipment": "Equipo especial y adaptaciones",
    "legal_assistance": "Asistencia legal",
    "roadside_assistance": "Asistencia vial",
    "accident_tow": "Grúa por siniestro",
    "lost_income": "Pérdida de cuenta",
    "protected_bag": "Bolso protegido",
    "continuous_attention": "Atención continua",
    "substitute_car_theft": "Auto sustituto por robo",
    "substitute_car_total_loss": "Auto sustituto por pérdida total",
    "substitute_car_partial_loss": "Auto sustituto por pérdida parcial",
    "deductible_waiver_damage": "Eliminación de deducible, daños",
    "deductible_waiver_theft": "Eliminación de deducible, robo",
    "premium_services": "Servicios Premium",
    "agency_repair": "Reparación en agencia",
    "guaranteed_value": "Valor garantizado",
    "luggage": "Equipaje",
    "funeral": "Gastos funerarios",
    "convalescence_hotel": "Hotel por convalecencia",
    "satellite_tracking": "Rastreo satelital",
}
DECISIONS = {"covered": "Con cobertura", "not_covered": "Sin cobertura", "review": "Requiere revisión"}
COVERAGE_STATUS = {"applies": "Aplica", "not_contracted": "No contratada", "review": "Por revisar"}
EFFECTS = {
    "EXCLUDED": "Posible exclusión",
    "POLICY_VOID": "Puede dejar sin efecto la póliza",
    "DEDUCTIBLE_X2": "Puede duplicar el deducible",
    "REDUCED": "Puede reducir el pago",
    "SUSPENDED": "Cobertura suspendida",
    "REVIEW": "Por revisar",
    "NOT_IN_FORCE": "Fuera de vigencia",
    "INFO": "Nota",
}
PAYMENT = {
    "ok": "Al corriente",
    "in_grace": "En periodo de gracia",
    "in_grace_conflict": "En gracia, con condiciones que se contradicen",
    "ceased_presumed": "Posible cese por falta de pago",
    "ceased": "Cesada por falta de pago",
    "no_grace_unpaid": "Sin pago y sin gracia",
    "fleet_arrears": "Flotilla con adeudo",
    "out_of_vigencia": "Fuera de vigencia",
}
ZONES = {"metropolitan": "Zona metropolitana", "outside": "Foráneo"}
DELIVERY = {
    "queued": "En cola",
    "sending": "Enviando",
    "sent": "Enviado",
    "delivered": "Entregado",
    "read": "Leído",
    "failed": "No se entregó",
}
AUTHORS = {"caller": "Persona", "assistant": "Asistente", "operator": "Operador", "system": "Sistema"}
FIELDS = {
    "incident_type": "Qué pasó",
    "service": "Servicio",
    "follow_up": "Seguimiento",
    "description": "Relato",
    "occurred_at": "Cuándo ocurrió",
    "location": "Lugar",
    "injuries": "Lesionados",
    "reporter": "Reporta",
    "driver_name": "Conductor",
    "insured_name": "Asegurado",
    "policy": "Póliza",
    "vehicle": "Vehículo",
    "third_parties": "Terceros",
    "drivable": "Puede circular",
    "authorities": "Autoridad presente",
    "priority": "Prioridad",
    "status": "Estado",
    "adjuster": "Ajustador",
    "channel": "Canal",
    "details": "Otros datos",
    "coverage": "Revisión de cobertura",
    "facts": "Datos del reporte",
    "reason": "Motivo",
    "name": "nombre",
    "phone": "teléfono",
    "number": "número",
    "inciso": "inciso",
    "make": "marca",
    "model": "modelo",
    "year": "año",
    "color": "color",
    "plates": "placas",
    "vin": "serie",
    "any": "hay",
    "count": "cuántos",
    "deaths": "fallecidos",
    "text": "como lo dijo",
    "fled": "se dio a la fuga",
    "state": "estado",
    "municipality": "municipio",
    "neighborhood": "colonia",
    "street": "calle",
    "corner": "esquina",
    "highway": "carretera",
    "kilometer": "kilómetro",
    "heading": "hacia",
    "nearest_town": "población cercana",
    "kind": "tipo",
    "between_streets": "entre calles",
    "latitude": "latitud",
    "longitude": "longitud",
    "found": "en el libro",
    "assigned_at": "Asignado",
    "adjuster_arrived_at": "Llegó el ajustador",
    "tow_arrived_at": "Llegó la grúa",
    "closed_at": "Cerrado",
}
VALUES: dict[str, dict[str, str]] = {
    "incident_type": INCIDENTS,
    "service": SERVICES,
    "priority": PRIORITIES,
    "status": CLAIM_STATUS,
    "channel": CHANNELS,
}


def word(code: Any, table: dict[str, str]) -> str:
    """The word of a code; a code without one is shown as it is, a dash for nothing."""
    return "—" if code in (None, "") else table.get(str(code), str(code).replace("_", " "))


def field(path: str) -> str:
    """A dotted field of a claim in words: `vehicle.plates` → `Vehículo: placas`."""
    first, _, rest = path.partition(".")
    head = FIELDS.get(first, EXPECTS.get(first, first.replace("_", " ")))
    return f"{head}: {field(rest).lower()}" if rest else head


def value(path: str, content: Any) -> str:
    """The value of a claim's field in words."""
    if content is None or content in ("", [], {}):
        return "—"
    if isinstance(content, bool):
        return "Sí" if content else "No"
    if isinstance(content, list):
        return ", ".join(value(path, item) for item in content)
    if isinstance(content, dict):
        parts = (
            f"{FIELDS.get(key, key.replace('_', ' '))} {value(key, item)}"
            for key, item in content.items()
            if item not in (None, "", [], {})
        )
        return "; ".join(parts) or "—"
    return word(content, VALUES[path]) if path in VALUES else str(content)
