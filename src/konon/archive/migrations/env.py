"""Runs migrations over the connection that `Store.upgrade` gives."""

from alembic import context

from konon.archive.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
