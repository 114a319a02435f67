"""methods as they were read from a moment on"""

from hashlib import sha256

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    editions = op.create_table(
        "pack_edition",
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.String(length=20), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", "since", name=op.f("pk_pack_edition")),
    )
    names, time = ("key", "version", "text"), sa.column("brought", sa.DateTime(timezone=True))
    pack = sa.table("pack", *map(sa.column, names), time)
    connection = op.get_bind()
    for each in connection.execute(sa.select(pack)).mappings().all():
        said = {"since": each["brought"], "digest": sha256(each["text"].encode()).hexdigest()}
        connection.execute(editions.insert().values(**{name: each[name] for name in names}, **said))
