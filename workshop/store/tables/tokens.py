"""What lets other programs in: tokens of organisations, and what was answered to whoever asks the same again."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from workshop.store.tables.base import ID, Table


class TokenRow(Table):
    """A program's way in, for one organisation. The token itself is kept nowhere."""

    __tablename__ = "token"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    organisation: Mapped[str] = mapped_column(ID, ForeignKey("organisation.id"), index=True)
    account: Mapped[str] = mapped_column(ID, ForeignKey("account.id"))
    """The program's own: what it writes is told from what people write. Nobody signs in by it."""
    label: Mapped[str] = mapped_column(String(120))
    scopes: Mapped[str] = mapped_column(String(200), default="")
    """With spaces between."""
    below: Mapped[bool] = mapped_column(default=False)
    """Whether it reads what organisations under this one have published."""
    created: Mapped[datetime]
    created_by: Mapped[str] = mapped_column(ID, ForeignKey("account.id"))
    expires: Mapped[datetime]
    seen: Mapped[datetime | None]
    """When it was last used, to within some minutes."""
    revoked_at: Mapped[datetime | None]


class TokenAnswerRow(Table):
    """What was answered to a key of a token's, kept for a day; empty while it is being worked on."""

    __tablename__ = "token_answer"

    token: Mapped[str] = mapped_column(ID, ForeignKey("token.id"), primary_key=True)
    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    asked: Mapped[str] = mapped_column(String(64))
    """Digest of what was asked: the same key with other words is another ask by mistake."""
    at: Mapped[datetime] = mapped_column(index=True)
    status: Mapped[int] = mapped_column(default=0)
    kind: Mapped[str] = mapped_column(String(80), default="")
    """The answer's media type."""
    location: Mapped[str] = mapped_column(String(200), default="")
    etag: Mapped[str] = mapped_column(String(80), default="")
    body: Mapped[bytes] = mapped_column(LargeBinary, default=b"")
