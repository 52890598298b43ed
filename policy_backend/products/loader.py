"""Loads and validates the products: a folder's `NAME.yml` with its sections in `NAME/*.yml`, and what it extends."""

from copy import deepcopy
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from policy_backend.products.checks import cross_check
from policy_backend.products.schema import Product
from policy_backend.products.yaml_lines import Path_, ProductError, read

FOLDER = Path(__file__).parent
Places = dict[Path_, tuple[Path, int]]


def _sections(folder: Path, name: str) -> tuple[dict[str, Any], Places]:
    """The product's own file and its sections, each a different set of top-level keys."""
    main = folder / f"{name}.yml"
    if not main.is_file():
        raise ProductError(main, 1, "", "no such product file")
    content, places = read(main)
    for section in sorted((folder / name).glob("*.yml")):
        more, more_places = read(section)
        for key in more:
            if key in content:
                raise ProductError(section, more_places[(key,)][1], key, "already given in another file")
        content |= more
        places |= {path: place for path, place in more_places.items() if path}
    return content, places


def _drop(content: Any, path: list[str]) -> None:
    """Remove what `path` names (with `*` for every key) from `content`."""
    if not isinstance(content, dict) or not path:
        return
    if len(path) == 1:
        content.pop(path[0], None)
        return
    for key in list(content) if path[0] == "*" else [path[0]]:
        if key in content:
            _drop(content[key], path[1:])


def _merge(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """`base` with `over` on top: mappings key by key, anything else replaced; a null takes the key away."""
    merged = dict(base)
    for key, value in over.items():
        if value is None and key in merged:
            del merged[key]
        elif isinstance(value, dict) and isinstance(merged.get(key), dict):
            merged[key] = _merge(merged[key], value)
        else:
            merged[key] = value
    return merged


def _resolve(folder: Path, name: str, trail: tuple[str, ...] = ()) -> tuple[dict[str, Any], Places]:
    content, places = _sections(folder, name)
    parent = content.get("extends")
    if not parent:
        return content, places
    if parent in (*trail, name):
        raise ProductError(folder / f"{name}.yml", places[("extends",)][1], "extends", "a product extends itself")
    base, base_places = _resolve(folder, str(parent), (*trail, name))
    base = deepcopy(base)
    for path in content.get("replaces") or {}:
        _drop(base, str(path).split("."))
    return _merge(base, content), base_places | places


def place_of(places: Places, path: Path_, default: Path) -> tuple[Path, int]:
    """File and line of the nearest key above `path` that a file holds."""
    for end in range(len(path), 0, -1):
        if path[:end] in places:
            return places[path[:end]]
    return default, 1


def load(name: str, folder: Path = FOLDER) -> Product:
    """The product `name`, resolved and validated. Raises ProductError naming file, line and key."""
    content, places = _resolve(folder, name)
    try:
        product = Product.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        path = tuple(str(part) for part in first["loc"])
        file, line = place_of(places, path, folder / f"{name}.yml")
        raise ProductError(file, line, ".".join(path), first["msg"]) from error
    for path, reason in cross_check(product):
        file, line = place_of(places, path, folder / f"{name}.yml")
        raise ProductError(file, line, ".".join(path), reason)
    return product


def names(folder: Path = FOLDER) -> tuple[str, ...]:
    """The products of the folder."""
    return tuple(sorted(file.stem for file in folder.glob("*.yml")))


@lru_cache
def products() -> dict[str, Product]:
    """Every product, loaded once. Raises ProductError on the first mistake, so that a wrong file stops the start."""
    return {name: load(name) for name in names()}
