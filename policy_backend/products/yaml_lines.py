"""YAML with the place of every key, so that a mistake can name file, key and line."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

Path_ = tuple[str, ...]
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class ProductError(Exception):
    """A mistake in a product file: says file, line, key and what is wrong."""

    def __init__(self, file: Path, line: int, key: str, reason: str) -> None:
        super().__init__(f"{file.name}:{line}: {key}: {reason}" if key else f"{file.name}:{line}: {reason}")
        self.file, self.line, self.key, self.reason = file, line, key, reason


def _places(node: yaml.Node, path: Path_) -> Iterator[tuple[Path_, int]]:
    yield path, node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"duplicate key {key.value!r}", key.start_mark)
            seen.add(key.value)
            yield (*path, key.value), key.start_mark.line + 1
            for place, line in _places(value, (*path, key.value)):
                if place != (*path, key.value):
                    yield place, line
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _places(value, (*path, str(index)))


def read(file: Path) -> tuple[dict[str, Any], dict[Path_, tuple[Path, int]]]:
    """The mapping in `file`, and (file, line) of each key path. Raises ProductError on YAML that cannot be read."""
    try:
        loader = Loader(file.read_text(encoding="utf-8"))
        node = loader.get_single_node()
        if not isinstance(node, yaml.MappingNode):
            raise ProductError(file, 1, "", "a product file holds a mapping")
        places = {path: (file, line) for path, line in _places(node, ())}
        content: dict[str, Any] = loader.construct_document(node)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise ProductError(file, mark.line + 1 if mark else 1, "", str(error.problem)) from error
    except yaml.YAMLError as error:
        raise ProductError(file, 1, "", str(error)) from error
    return content, places
