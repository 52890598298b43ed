"""The vocabulary that forgives typos: every word ever said, with its trigrams."""

from sqlalchemy import ARRAY, BigInteger, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from common.database import Base


class SearchWord(Base):
    """A folded word of messages, and the trigrams of "  word "."""

    __tablename__ = "search_words"
    __table_args__ = (Index("ix_search_words_trigrams", "trigrams", postgresql_using="gin"),)

    word: Mapped[str] = mapped_column(Text, primary_key=True)
    trigrams: Mapped[list[str]] = mapped_column(ARRAY(Text))


class SearchProgress(Base):
    """How far the vocabulary has been read: the last message's id, the last change of a claim."""

    __tablename__ = "search_progress"

    name: Mapped[str] = mapped_column(Text, primary_key=True)
    position: Mapped[int] = mapped_column(BigInteger)
