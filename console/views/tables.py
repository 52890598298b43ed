"""The table of saved views."""

import uuid

from sqlalchemy import BigInteger, ForeignKey, Identity, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from common.database import Base


class SavedView(Base):
    """A page's address under a name; `shared` ones are everybody's."""

    __tablename__ = "saved_views"
    __table_args__ = (UniqueConstraint("operator_id", "path", "name"),)

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    operator_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("operators.id", ondelete="CASCADE"))
    path: Mapped[str] = mapped_column(Text)
    query: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    shared: Mapped[bool] = mapped_column(default=False)
