"""Settings of the console alone, from the environment or `.env`."""

from functools import lru_cache
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from common.settings import settings

SecondFactor = Literal["required", "privileged", "optional"]


class ConsoleSettings(BaseSettings):
    """One field a variable; the alias is the variable's name."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", populate_by_name=True)

    second_factor: SecondFactor | None = Field(None, validation_alias="CABINA_SECOND_FACTOR")
    session_hours: int = Field(12, validation_alias="CABINA_SESSION_HOURS", ge=1, le=72)
    session_idle_minutes: int = Field(60, validation_alias="CABINA_SESSION_IDLE_MINUTES", ge=1)
    oidc_issuer: str | None = Field(None, validation_alias="CABINA_OIDC_ISSUER")
    oidc_client_id: str | None = Field(None, validation_alias="CABINA_OIDC_CLIENT_ID")
    oidc_client_secret: SecretStr | None = Field(None, validation_alias="CABINA_OIDC_CLIENT_SECRET")
    oidc_name: str = Field("su cuenta de la empresa", validation_alias="CABINA_OIDC_NAME")
    retention_days: int = Field(1825, validation_alias="CABINA_RETENTION_DAYS", ge=1)
    draft_retention_days: int = Field(180, validation_alias="CABINA_DRAFT_RETENTION_DAYS", ge=1)

    @property
    def oidc_enabled(self) -> bool:
        """True when operators may sign in with the company's identity provider."""
        return bool(self.oidc_issuer and self.oidc_client_id)

    @property
    def second_factor_policy(self) -> SecondFactor:
        """Who must use a second factor: the setting; else privileged people in production, nobody elsewhere."""
        return self.second_factor or ("privileged" if settings().environment == "production" else "optional")


@lru_cache
def console_settings() -> ConsoleSettings:
    """The process's console settings, read once."""
    return ConsoleSettings()
