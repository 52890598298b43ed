"""Mistakes that no single field shows: names that do not exist, texts that nobody wrote."""

from collections.abc import Iterable, Iterator

from policy_backend.coverage.loss import FACT_NAMES, INCIDENTS
from policy_backend.products.schema import Conflict, FlagRule, Product

CONTEXT = (
    "incident",
    "use",
    "use_group",
    "vehicle_class",
    "payment_status",
    "vigencia",
    "denuncia_filed",
    "denuncia_late",
    "notice_late",
    "over_capacity",
    "carries_cargo",
    "cargo_above",
    "cargo_agreed",
    "glass_excluded",
    "is_mirror",
    "trailers_above_agreed",
    "gap_before_rehabilitation",
    "first_minute",
    "paid_off",
    "clock_doubt",
    "abroad",
    "ratio_between",
    "ratio_other_year",
    "ratio_bases_differ",
    "total_loss_reached",
    "events_exhausted",
    "events_unprinted",
    "service_named",
    "service_outside",
    "entity",
)
"""Signals that `policy_backend.coverage.signals` derives; `has:CODE` tells whether a coverage is contracted."""


Mistake = tuple[tuple[str, ...], str]


def known_name(name: str, product: Product) -> bool:
    """Whether a condition may read `name`."""
    if name.startswith("has:"):
        return name.removeprefix("has:") in product.coverages
    return name in FACT_NAMES or name in CONTEXT


def expand(product: Product, incidents: Iterable[str]) -> tuple[str, ...]:
    """Incidents with the product's groups written out; none given is every incident."""
    wanted = tuple(incidents)
    if not wanted:
        return INCIDENTS
    return tuple(name for item in wanted for name in product.incident_groups.get(item, (item,)))


def _rule(product: Product, path: tuple[str, ...], rule: FlagRule | Conflict) -> Iterator[Mistake]:
    for name in rule.condition.names:
        if not known_name(name, product):
            yield (*path, "when", name), f"no fact or signal is called {name!r}"
    for name in expand(product, rule.incidents):
        if name not in INCIDENTS:
            yield (*path, "incidents"), f"no incident is called {name!r}"
    for code in () if rule.coverages == "all" else rule.coverages:
        if code not in product.coverages:
            yield (*path, "coverages"), f"no coverage is called {code!r}"


def _coverages(product: Product) -> Iterator[Mistake]:
    for code, coverage in product.coverages.items():
        for index, answers in enumerate(coverage.answers):
            path = ("coverages", code, "answers", str(index))
            for name in answers.condition.names:
                if not known_name(name, product):
                    yield (*path, "when", name), f"no fact or signal is called {name!r}"
            for name in expand(product, answers.incidents):
                if name not in INCIDENTS:
                    yield (*path, "incidents"), f"no incident is called {name!r}"
        for key in coverage.documents:
            if key not in product.sentences:
                yield ("coverages", code, "documents"), f"no sentence is called {key!r}"
        for key, exclusion in coverage.exclusions.items():
            if exclusion.flag and exclusion.flag not in product.flags:
                yield ("coverages", code, "exclusions", key), f"no flag is called {exclusion.flag!r}"


def _flags(product: Product) -> Iterator[Mistake]:
    for code, flag in product.flags.items():
        yield from _rule(product, ("flags", code), flag)
        for conflict in flag.conflicts:
            if conflict not in product.conflicts:
                yield ("flags", code, "conflicts"), f"no conflict is called {conflict!r}"
        if flag.evaluable and not flag.when:
            yield ("flags", code), "an evaluable flag needs a condition (when)"
    for code, conflict_rule in product.conflicts.items():
        yield from _rule(product, ("conflicts", code), conflict_rule)


def _texts(product: Product) -> Iterator[Mistake]:
    for name in product.incidents:
        if name not in INCIDENTS:
            yield ("incidents", name), f"no incident is called {name!r}"
    for incident in INCIDENTS:
        texts = product.incidents.get(incident)
        if texts is None:
            yield ("incidents",), f"no texts for {incident!r}"
            continue
        for key in (*texts.instructions, *texts.documents):
            if key not in product.sentences:
                yield ("incidents", incident), f"no sentence is called {key!r}"
    for key in product.total_loss.documents:
        if key not in product.sentences:
            yield ("total_loss", "documents"), f"no sentence is called {key!r}"


def cross_check(product: Product) -> Iterator[Mistake]:
    """(path, reason) of every mistake; none for a sound product."""
    yield from _coverages(product)
    yield from _flags(product)
    yield from _texts(product)
