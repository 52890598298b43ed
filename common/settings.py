"""Settings of every process, from the environment or `.env` (contracts/README.md, section 2)."""

from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PROJECT_ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """One field a variable; the alias is the variable's name."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", populate_by_name=True)

    environment: str = Field("development", validation_alias="CABINA_ENV")
    data_dir: Path = Field(PROJECT_ROOT / "var", validation_alias="CABINA_DATA_DIR")
    port: int = Field(8000, validation_alias="PORT", ge=1, le=65535)
    database_url: str | None = Field(None, validation_alias="CABINA_DATABASE_URL")
    rasa_url: str = Field("http://127.0.0.1:5005", validation_alias="CABINA_RASA_URL")
    actions_url: str = Field("http://127.0.0.1:5055/webhook", validation_alias="CABINA_ACTIONS_URL")
    api_token: SecretStr | None = Field(None, validation_alias="CABINA_API_TOKEN")
    public_url: str = Field("http://localhost:8000", validation_alias="CABINA_PUBLIC_URL")
    twilio_account_sid: str | None = Field(None, validation_alias="TWILIO_ACCOUNT_SID")
    twilio_auth_token: SecretStr | None = Field(None, validation_alias="TWILIO_AUTH_TOKEN")
    twilio_whatsapp_from: str | None = Field(None, validation_alias="TWILIO_WHATSAPP_FROM")
    twilio_sms_from: str | None = Field(None, validation_alias="TWILIO_SMS_FROM")
    twilio_api_base_url: str = Field("https://api.twilio.com", validation_alias="TWILIO_API_BASE_URL")
    twilio_whatsapp_template: str | None = Field(None, validation_alias="TWILIO_WHATSAPP_TEMPLATE")
    twilio_sms_segment_price: Decimal | None = Field(None, validation_alias="TWILIO_SMS_SEGMENT_PRICE", ge=0)
    twilio_messages_per_second: float = Field(30, validation_alias="TWILIO_MESSAGES_PER_SECOND", gt=0)
    operator_phone: str = Field("+523320187628", validation_alias="CABINA_OPERATOR_PHONE")
    chat_rate_per_minute: int = Field(60, validation_alias="CABINA_CHAT_RATE_PER_MINUTE", ge=0)
    address_rate_per_minute: int = Field(600, validation_alias="CABINA_ADDRESS_RATE_PER_MINUTE", ge=0)
    timezone: str = Field("America/Mexico_City", validation_alias="CABINA_TIMEZONE")
    fixed_now: datetime | None = Field(None, validation_alias="CABINA_NOW")

    @model_validator(mode="after")
    def _check(self) -> "Settings":
        try:
            ZoneInfo(self.timezone)
        except (ZoneInfoNotFoundError, ValueError) as unknown:
            raise ValueError(f"CABINA_TIMEZONE={self.timezone} is no time zone, such as America/Tijuana") from unknown
        if self.fixed_now and self.environment == "production":
            raise ValueError("CABINA_NOW fixes the clock and is refused when CABINA_ENV=production")
        if self.fixed_now and self.fixed_now.tzinfo is None:
            self.fixed_now = self.fixed_now.replace(tzinfo=ZoneInfo(self.timezone))
        return self

    @property
    def rasa_urls(self) -> list[str]:
        """Base URLs of Rasa's HTTP API, without a trailing slash, in the order given."""
        return [url.strip().rstrip("/") for url in self.rasa_url.split(",") if url.strip()]


@lru_cache
def settings() -> Settings:
    """The process's settings, read once. Raises pydantic's ValidationError naming the variable at fault."""
    return Settings()
