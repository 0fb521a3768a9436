"""What Alembic runs to migrate: it works on the connection it is given, inside that connection's transaction."""

from alembic import context

from regesta.store.sql.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
