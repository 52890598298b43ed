"""Conditions of flags and coverages, as data: `{fact: test, …}`, all of which must hold; `any_of` holds alternatives.

A test is a value (equal), a list (one of), or one of {above: x}, {below: x}, {not: value or list}, {unless: value}.
Truth has three values: an unknown fact (None) makes its test unknown, never true; `unless` alone holds for an unknown
fact. So a flag is never guessed, and what is unknown and would decide it is known by name.
"""

from collections.abc import Callable, Mapping
from typing import Any

Values = Mapping[str, Any]
Test = Callable[[Any], bool]


def _test(name: str, spec: Any) -> tuple[Test, bool]:
    """The compiled test and whether it holds for an unknown value. Raises ValueError on a form that does not exist."""
    if isinstance(spec, Mapping):
        if len(spec) != 1:
            raise ValueError(f"{name}: a test has exactly one operator, not {sorted(map(str, spec))}")
        ((operator, operand),) = spec.items()
        if operator == "above":
            return (lambda value: value > operand), False
        if operator == "below":
            return (lambda value: value < operand), False
        if operator == "not":
            refused = tuple(operand) if isinstance(operand, list) else (operand,)
            return (lambda value: value not in refused), False
        if operator == "unless":
            return (lambda value: value != operand), True
        raise ValueError(f"{name}: unknown operator {operator!r}; use above, below, not or unless")
    if isinstance(spec, list):
        accepted = tuple(spec)
        return (lambda value: value in accepted), False
    return (lambda value: value == spec), False


class Condition:
    """A compiled condition. `names`: every fact or signal that it reads, in the order written."""

    __slots__ = ("_branches", "_tests", "names")

    def __init__(self, spec: Mapping[str, Any]) -> None:
        """Compile `spec`; raises ValueError naming the key at fault."""
        self._tests = tuple((name, *_test(name, test)) for name, test in spec.items() if name != "any_of")
        branches = spec.get("any_of", ())
        if not isinstance(branches, list | tuple) or ("any_of" in spec and not branches):
            raise ValueError("any_of: give a list of conditions")
        self._branches = tuple(Condition(branch) for branch in branches)
        own = (item[0] for item in self._tests)
        below = (name for branch in self._branches for name in branch.names)
        self.names: tuple[str, ...] = tuple(dict.fromkeys((*own, *below)))

    def evaluate(self, values: Values) -> tuple[bool | None, tuple[str, ...]]:
        """(True, False or None for unknown; the unknown names that decide it). Raises KeyError on an unknown name."""
        unknown: list[str] = []
        for name, test, holds_unknown in self._tests:
            value = values[name]
            if value is None:
                if not holds_unknown:
                    unknown.append(name)
            elif not test(value):
                return False, ()
        if self._branches:
            missing: list[str] = []
            for branch in self._branches:
                holds, names = branch.evaluate(values)
                if holds:
                    break
                missing.extend(names)
            else:
                if not missing:
                    return False, ()
                unknown.extend(missing)
        return (None, tuple(dict.fromkeys(unknown))) if unknown else (True, ())

    def holds(self, values: Values) -> bool | None:
        """True, False, or None when what is unknown decides."""
        return self.evaluate(values)[0]
