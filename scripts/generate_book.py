"""Writes an invented book of any size as CSV: `uv run python -m scripts.generate_book 1000000 book.csv`.

Two units a policy on average. The same size and seed give the same book.
"""

# ruff: noqa: SIM905
import csv
import random
import sys
from datetime import date, timedelta

FIRST = (
    "Laura Jorge Teresa Ramiro Silvia Óscar Beatriz Daniela Héctor Patricia Ernesto María José Juan Guadalupe "
    "Francisco Luis Carlos Alejandra Sofía Miguel Ángel Rosa Verónica Fernando Ricardo Gabriela Adriana Roberto "
    "Javier Raúl Sergio Norma Leticia Mónica Andrea Diego Santiago Valeria Ximena Emilio Tomás Ignacio Rocío Pilar "
    "Elena Irma Hugo Rubén Arturo Alfonso Armando Cecilia Claudia Diana Esteban Eva Felipe Gloria Inés"
).split()
LAST = (
    "Méndez Robles Ibarra Castañeda Aguirre Solís Ochoa Peña Córdova Luna Villaseñor Ruiz Nájera Tovar Fuentes Arce "
    "Zamudio Ríos Lozano Vera Galván Mora Hernández García Martínez López González Pérez Rodríguez Sánchez Ramírez "
    "Cruz Flores Gómez Morales Vázquez Jiménez Reyes Díaz Torres Gutiérrez Mendoza Ortiz Castillo Romero Álvarez "
    "Medina Guerrero Juárez Domínguez Vargas Castro Chávez Salazar Delgado Núñez Rangel Trejo Quezada Escobedo "
    "Bustamante Arredondo Saldaña Zepeda Barragán Covarrubias Echeverría Figueroa Godínez Huerta Iñiguez Jasso Lara "
    "Maldonado Navarro Olvera Padilla Quintero Rentería Sandoval Tapia Urbina Valdez Wong Yáñez Zúñiga"
).split()
TRADE = "Transportes Refacciones Distribuidora Fletes Abarrotes Constructora Servicios Autobuses".split()
PLACE = "Norte Bajío Occidente Pacífico Golfo Centro Sureste Altiplano Frontera Tapatía".split()
CARS = [
    ("Nissan", "Versa Advance", "auto"), ("Nissan", "March Sense", "auto"), ("Chevrolet", "Aveo LS", "auto"),
    ("Volkswagen", "Jetta Clásico", "auto"), ("Mazda", "3 i Sport", "auto"), ("Kia", "Rio LX", "auto"),
    ("Toyota", "Avanza XLE", "auto"), ("Hyundai", "Elantra GLS", "auto"), ("Honda", "City Uniq", "auto"),
    ("Ford", "Ranger XL", "pickup"), ("Nissan", "NP300", "pickup"), ("Isuzu", "ELF 600", "truck"),
]  # fmt: skip
COLORS = "blanco gris negro rojo azul plata verde".split()
LETTERS, VIN = "ABCDEFGHJKLMNPRSTUVWXYZ", "ABCDEFGHJKLMNPRSTUVWXYZ0123456789"
COLUMNS = (
    "policy_number product package holder fleet starts_on ends_on inciso make model year color plates vin kind use "
    "habitual_driver coverages installments"
).split()


def main(policies: int, path: str, seed: int = 7) -> None:
    """Write `policies` policies, about twice as many units, to `path`."""
    pick = random.Random(seed)  # noqa: S311
    first_day = date.today() - timedelta(days=300)
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for place in range(policies):
            size = pick.choices((1, 2, 3, 8), (54, 22, 18, 6))[0]
            person = f"{pick.choice(FIRST)} {pick.choice(FIRST)} {pick.choice(LAST)} {pick.choice(LAST)}"
            company = f"{pick.choice(TRADE)} {pick.choice(LAST)} del {pick.choice(PLACE)} SA de CV"
            holder = company if size > 2 else person
            start = first_day + timedelta(days=pick.randrange(300))
            halves = [start, start + timedelta(days=182)]
            paid = pick.random() < 0.9
            installments = "; ".join(
                f"{due} 9800.00" + (f" paid={due}" if paid or due == start else "") for due in halves
            )
            for inciso in range(1, size + 1):
                make, model, kind = pick.choice(CARS)
                value = pick.randrange(90_000, 900_000, 1000)
                letters = "".join(pick.choices(LETTERS, k=4))
                writer.writerow((
                    20_000_000 + place, "maps-autos", "amplia", holder, "true" if size > 1 else "false", start,
                    start + timedelta(days=365), inciso, make, model, pick.randrange(2005, 2027), pick.choice(COLORS),
                    f"{letters[:3]}-{pick.randrange(1000):03d}-{letters[3]}", "".join(pick.choices(VIN, k=17)), kind,
                    "comercial" if size > 1 else "particular", person,
                    f"material_damage basis=commercial_value sum_insured={value} deductible_pct=5; "
                    f"total_theft basis=commercial_value sum_insured={value} deductible_pct=10; third_party_liability "
                    "sum_insured=3000000; occupant_medical sum_insured=200000; legal_assistance; "
                    "roadside_assistance tier=standard",
                    installments if inciso == 1 else "",
                ))  # fmt: skip


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
