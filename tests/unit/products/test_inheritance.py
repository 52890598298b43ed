"""`sector-hacienda` extends `aba-autos`: the special conditions prevail wherever both speak."""

import shutil
from pathlib import Path

from policy_backend.products import loader
from policy_backend.products.loader import load, products

ABA, FLEET = products()["aba-autos"], products()["sector-hacienda"]


def test_what_only_the_general_conditions_exclude_has_no_effect() -> None:
    assert any(flag.effect == "EXCLUDED" for flag in ABA.flags.values())
    assert not set(ABA.flags) & set(FLEET.flags)
    assert any(coverage.exclusions for coverage in ABA.coverages.values())
    assert not any(coverage.exclusions for coverage in FLEET.coverages.values())


def test_only_the_special_deductibles_are_left() -> None:
    assert ABA.coverages["glass"].deductible.pct == 20
    charged = {code for code, coverage in FLEET.coverages.items() if coverage.deductible.pct}
    assert charged == {"material_damage", "total_theft"}
    assert FLEET.coverages["glass"].deductible.rule == "none"


def test_limits_of_the_general_conditions_do_not_shine_through() -> None:
    assert ABA.coverages["tires_and_rims"].limit is not None
    assert ABA.coverages["tires_and_rims"].limit.events == 2
    limit = FLEET.coverages["tires_and_rims"].limit
    assert limit is not None
    assert limit.events is None


def test_what_the_special_conditions_leave_open_is_inherited() -> None:
    assert FLEET.coverages["glass"].answers[0].when == ABA.coverages["glass"].answers[0].when
    assert FLEET.sentences["no_repair"] == ABA.sentences["no_repair"]
    assert FLEET.coverages["material_damage"].name == "Daños materiales"


def test_payment_and_total_loss_are_the_contracts_own() -> None:
    assert (ABA.payment.rule, FLEET.payment.rule) == ("graces", "none")
    assert FLEET.payment.no_grace_uses == ()
    assert (FLEET.total_loss.default_pct, FLEET.total_loss.strict, FLEET.total_loss.pays_pct) == (50, False, 110)
    assert "payment" not in FLEET.service.standards


def test_a_null_takes_a_key_away_and_the_rest_stays(tmp_path: Path) -> None:
    source = Path(loader.__file__).parent
    for name in ("aba-autos", "maps-autos"):
        shutil.copy(source / f"{name}.yml", tmp_path)
        shutil.copytree(source / name, tmp_path / name)
    (tmp_path / "mine.yml").write_text(
        "product: mine\nname: Mía\nextends: maps-autos\nfollow_up: null\n"
        "payment: {grace_days: 10}\nflags: {T-51: null}\n",
        encoding="utf-8",
    )
    mine, base = load("mine", tmp_path), load("maps-autos", tmp_path)
    assert mine.follow_up is None
    assert base.follow_up is not None
    assert (mine.payment.grace_days, mine.payment.conflict_days) == (10, base.payment.conflict_days)
    assert set(base.flags) - set(mine.flags) == {"T-51"}
