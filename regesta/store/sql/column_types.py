"""Types of columns that must mean the same in SQLite and PostgreSQL; tables and migrations use them.

SQLite makes `INTEGER PRIMARY KEY` the row id, 64 bits wide; in PostgreSQL an integer has 32. SQLite compares text by
code points, as Python does; PostgreSQL by the language of the database, unless a column says otherwise.
"""

import sqlalchemy
from sqlalchemy import BigInteger, Integer

Key = Integer().with_variant(BigInteger(), "postgresql")
Text = sqlalchemy.Text().with_variant(sqlalchemy.Text(collation="C"), "postgresql")
