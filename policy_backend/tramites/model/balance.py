"""Who attends a member, by what is owed (conauto-tramites.md, section 2)."""

from dataclasses import dataclass
from decimal import Decimal

LIMIT = Decimal("500.00")


@dataclass(frozen=True)
class Route:
    """Where a member is attended: the rule that says so, the department, its telephones as people dial them today."""

    rule: str
    name: str
    department: str
    phones: tuple[str, ...]


UNREAD = Route("SAL-0", "consulta", "consultar el saldo en el estado de cuenta", ())
CUSTOMER_CARE = Route("SAL-1", "atencion", "Atención a Clientes", ("55 5228 7000, extensión 5000",))
EARLY_COLLECTION = Route(
    "SAL-2",
    "temprana",
    "Centro de Cobranza Telefónica Temprana",
    ("55 5350 0848", "55 5350 0873", "55 5228 7000, extensiones 3148 y 3183"),
)
EXTRAJUDICIAL = Route("SAL-3", "extrajudicial", "Cobranza Extra-Judicial", ("55 5228 7000, extensión 7070",))
ROUTES = {route.name: route for route in (UNREAD, CUSTOMER_CARE, EARLY_COLLECTION, EXTRAJUDICIAL)}


def route_of(balance: Decimal | None, stage: str | None) -> Route:
    """The route of a balance (MXN): SAL-3 whatever it is, 500.00 exactly goes to SAL-1, SAL-0 while it is not read."""
    if stage == "extrajudicial":
        return EXTRAJUDICIAL
    if balance is None:
        return UNREAD
    return CUSTOMER_CARE if balance <= LIMIT else EARLY_COLLECTION
