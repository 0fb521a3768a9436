"""Tables as data frames of pandas and Polars and as Arrow tables; the libraries are optional, imported on call."""

from abc import ABC, abstractmethod
from importlib import import_module
from typing import Any

from regesta.errors import ConfigError
from regesta.export.files.table_arrow import to_arrow
from regesta.query.table import Table

PANDAS = {
    "text": "str",
    "integer": "Int64",  # the one that can be missing
    "number": "float64",
    "day": "datetime64[us]",
    "yes or no": "boolean",
}
POLARS = {
    "text": "String",
    "integer": "Int64",
    "number": "Float64",
    "day": "Date",
    "yes or no": "Boolean",
}


class Tabular(ABC):
    """What can be taken on as a data frame."""

    @abstractmethod
    def table(self) -> Table:
        """Return the rows with their typed columns; what each column means is in `Column.meaning`."""

    def to_pandas(self) -> Any:
        """Return a `pandas.DataFrame`; integers that can be missing are `Int64`, days `datetime64`.

        Raises:
            ConfigError: pandas is not installed.
        """
        pandas, table = library("pandas"), self.table()
        columns = table.columnwise()
        series = {c.name: pandas.Series(columns[c.name], dtype=PANDAS[c.kind]) for c in table.columns}
        return pandas.DataFrame(series, columns=list(table.names))

    def to_polars(self) -> Any:
        """Return a `polars.DataFrame`.

        Raises:
            ConfigError: Polars is not installed.
        """
        polars, table = library("polars"), self.table()
        schema = {column.name: getattr(polars, POLARS[column.kind]) for column in table.columns}
        return polars.DataFrame(table.columnwise(), schema=schema)

    def to_arrow(self) -> Any:
        """Return a `pyarrow.Table`; meanings of columns are its fields' metadata.

        Raises:
            ConfigError: pyarrow is not installed.
        """
        return to_arrow(self.table())

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Hand the rows to any library that reads Arrow (DuckDB, Polars, pandas) without one of these methods."""
        return self.to_arrow().__arrow_c_stream__(requested_schema)


def library(name: str) -> Any:
    """Return an optional library.

    Raises:
        ConfigError: It is not installed.
    """
    try:
        return import_module(name)
    except ImportError as error:
        raise ConfigError(f'this needs {name}: pip install {name}, or pip install "regesta[notebook]"') from error
