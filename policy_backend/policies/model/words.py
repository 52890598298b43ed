"""The words a book may use (contracts/codes.md and the products' uses)."""

PRODUCTS = frozenset({"maps-autos", "aba-autos", "sector-hacienda"})
USES = frozenset({
    "particular", "comercial", "conductor_app", "renta_diaria", "taxi", "ert", "multiplataforma", "transporte_publico",
    "privado_pasajeros", "oficial",
})  # fmt: skip
COVERAGES = frozenset({
    "material_damage", "total_loss_only", "glass", "side_mirrors", "tires_and_rims", "tire_insurance", "total_theft",
    "partial_theft", "vandalism", "third_party_liability", "towed_trailer_liability", "death_liability",
    "cargo_liability", "ecological_liability", "loading_liability", "oversize_liability", "extended_liability",
    "passenger_liability", "occupant_liability", "occupant_medical", "driver_medical", "driver_death",
    "special_equipment", "legal_assistance", "roadside_assistance", "accident_tow", "substitute_car_theft",
    "substitute_car_total_loss", "substitute_car_partial_loss", "deductible_waiver_damage",
    "deductible_waiver_theft", "lost_income", "protected_bag", "continuous_attention", "premium_services",
    "agency_repair", "guaranteed_value", "luggage", "funeral", "convalescence_hotel", "satellite_tracking",
})  # fmt: skip
