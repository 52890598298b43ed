"""What every rule of a product file is made of: sources, money, conditions."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, StringConstraints, model_validator

from policy_backend.products.conditions import Condition

Source = Annotated[
    str, StringConstraints(pattern=r"^((s[014]:\d+(-\d+)?)(, s[014]:\d+(-\d+)?)*|design|DOF .+|INEGI .+|IANA .+)$")
]
Percent = Annotated[Decimal, Field(ge=0, le=200)]
Amount = Annotated[Decimal, Field(ge=0)]


class Rule(BaseModel):
    """Base: an unknown key is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Conditional(Rule):
    """A rule with a condition on facts and signals, compiled at load."""

    when: dict[str, Any] = Field(default_factory=dict)
    _condition: Condition = PrivateAttr()

    @model_validator(mode="after")
    def _compile(self) -> "Conditional":
        self._condition = Condition(self.when)
        return self

    @property
    def condition(self) -> Condition:
        """The compiled condition."""
        return self._condition
