"""What organisations keep beside the methods: themes, objectives and metrics of their own."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from workshop.store.tables.base import ID, Table


class OwnEntryRow(Table):
    """An entry of an organisation's own in one version; a change is another row, so that what was said stays known."""

    __tablename__ = "own_entry"

    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    organisation: Mapped[str] = mapped_column(ID, ForeignKey("organisation.id"), index=True)
    kind: Mapped[str] = mapped_column(String(12))
    """theme, objective or metric."""
    pack: Mapped[str] = mapped_column(String(40), default="", server_default="")
    """The method whose theme it stands under; empty for one beside every method."""
    body: Mapped[dict[str, Any]] = mapped_column(default=dict)
    made_by: Mapped[str] = mapped_column(ID, ForeignKey("account.id"))
    made_at: Mapped[datetime]
    withdrawn_by: Mapped[str | None] = mapped_column(ID, ForeignKey("account.id"))
    withdrawn_at: Mapped[datetime | None]
