"""A mistake in a product file names file, line and key, and stops the start."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from policy_backend.products import loader
from policy_backend.products.loader import load, names
from policy_backend.products.yaml_lines import ProductError

Edit = Callable[[str, str, str], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    source = Path(loader.__file__).parent
    for file in source.rglob("*.yml"):
        target = tmp_path / file.relative_to(source)
        target.parent.mkdir(exist_ok=True)
        shutil.copy(file, target)
    shutil.rmtree(tmp_path / "tables")
    return tmp_path


def spoil(file: Path, old: str, new: str) -> int:
    """Put `new` where `old` is, once; the number of the line changed."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_every_product_loads() -> None:
    assert names() == ("aba-autos", "maps-autos", "sector-hacienda")
    for name in names():
        assert load(name).product == name


@pytest.mark.parametrize(
    ("where", "old", "new", "key", "says"),
    [
        ("maps-autos.yml", "grace_days: 5", "grace_days: five", "payment.grace_days", "integer"),
        ("maps-autos.yml", "grace_days: 5", "grace_days: -5", "payment.grace_days", "greater"),
        ("maps-autos.yml", "grace_days: 5", "grace: 5", "payment.grace", "not permitted"),
        ("maps-autos/flags.yml", "effect: NOT_IN_FORCE", "effect: DENIED", "flags.T-01.effect", "Input should be"),
        ("maps-autos/flags.yml", "{driver_licensed: false}", "{driver_licenced: false}", "T-13.when", "no fact"),
        ("maps-autos/flags.yml", "{below: 18}", "{under: 18}", "flags.T-51", "unknown operator"),
        ("maps-autos/flags.yml", "coverages: [glass]", "coverages: [cristales]", "flags.T-64.coverages", "no coverage"),
        ("maps-autos/flags.yml", "    source: s1:860-863\n", "", "flags.T-64.source", "required"),
        ("maps-autos/flags.yml", "source: s1:860-863", "source: page 12", "flags.T-64.source", "pattern"),
        ("maps-autos/coverages.yml", "flag: T-64", "flag: T-99", "coverages.glass.exclusions", "no flag"),
        ("maps-autos/texts.yml", "[glass_wait,", "[glass_weight,", "incidents.glass", "no sentence"),
        ("maps-autos/texts.yml", "  glass:\n    instr", "  crystal:\n    instr", "incidents.crystal", "no incident"),
        ("sector-hacienda.yml", "extends: aba-autos", "extends: sector-hacienda", "extends", "extends itself"),
    ],
)  # fmt: skip
def test_a_mistake_names_file_line_and_key(folder: Path, where: str, old: str, new: str, key: str, says: str) -> None:
    line = spoil(folder / where, old, new)
    name = where.split("/", maxsplit=1)[0].removesuffix(".yml")
    with pytest.raises(ProductError) as error:
        load(name, folder)
    assert error.value.file.name == where.rsplit("/", maxsplit=1)[-1]
    assert key in error.value.key
    assert says in error.value.reason
    assert abs(error.value.line - line) <= 12
    assert str(error.value.line) in str(error.value)


def test_broken_yaml_names_its_line(folder: Path) -> None:
    line = spoil(folder / "maps-autos.yml", "grace_days: 5", "grace_days: [5")
    with pytest.raises(ProductError, match=r"maps-autos\.yml:") as error:
        load("maps-autos", folder)
    assert abs(error.value.line - line) <= 1


def test_a_key_given_twice_is_a_mistake(folder: Path) -> None:
    spoil(folder / "maps-autos.yml", "grace_days: 5", "grace_days: 5\n  grace_days: 30")
    with pytest.raises(ProductError, match="duplicate key 'grace_days'"):
        load("maps-autos", folder)


def test_a_section_given_in_two_files_is_a_mistake(folder: Path) -> None:
    (folder / "maps-autos" / "more.yml").write_text("flags: {}\n", encoding="utf-8")
    with pytest.raises(ProductError, match="already given in another file"):
        load("maps-autos", folder)


def test_an_unknown_product(folder: Path) -> None:
    with pytest.raises(ProductError, match="no such product file"):
        load("other", folder)
