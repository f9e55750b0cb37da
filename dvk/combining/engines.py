"""What joins and groups: DuckDB in this process, or a Spark that is there already; both behind the same expressions."""

import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dvk.errors import CannotGoOn
from dvk.exporting.parquet_files import PIP, arrow

_QUIET = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.session.timeZone": "Asia/Ho_Chi_Minh",
}
_PIP_SPARK = "pip install 'dvk[scale,spark]'"


@dataclass(frozen=True)
class Engine:
    """A connection and how it reads Parquet files as one table."""

    connection: Any
    read: Callable[[str, Sequence[Path]], Any]

    def rows(self, expression: Any) -> list[dict[str, Any]]:
        """The rows that an expression gives."""
        with _quiet():
            found: list[dict[str, Any]] = self.connection.to_pyarrow(expression).to_pylist()
        return found


def duckdb() -> Engine:
    """DuckDB in memory, in this process.

    Raises:
        CannotGoOn: DVK986 where it is not installed.
    """
    ibis = _ibis()
    try:
        with _quiet():
            connection = ibis.duckdb.connect()
    except ImportError:
        raise CannotGoOn("DVK986", library="duckdb", clear=PIP) from None

    def read(name: str, files: Sequence[Path]) -> Any:
        with _quiet():
            return connection.read_parquet([str(file) for file in files], table_name=name)

    return Engine(connection, read)


def spark() -> Engine:
    """The Spark that the surroundings name (``SPARK_REMOTE``, ``spark-submit``); this machine alone without any.

    Raises:
        CannotGoOn: DVK986 where it is not installed or does not start, as without Java.
    """
    ibis = _ibis()
    try:
        with _quiet():
            from pyspark.sql import SparkSession

            session = _session(SparkSession)
    except ImportError:
        raise CannotGoOn("DVK986", library="pyspark", clear=_PIP_SPARK) from None
    except Exception:  # noqa: BLE001 - whatever Spark raises, it is not there
        raise CannotGoOn("DVK986", library="Spark (Java)", clear=_PIP_SPARK) from None

    def read(name: str, files: Sequence[Path]) -> Any:
        with _quiet():
            session.read.parquet(*(str(file.resolve()) for file in files)).createOrReplaceTempView(name)
            return connection.table(name)

    with _quiet():
        connection = ibis.pyspark.connect(session)
    return Engine(connection, read)


def _session(spark: Any) -> Any:
    """The session that is there, or a new one that keeps quiet."""
    builder = spark.builder.appName("dvk")
    for name, value in _QUIET.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


ENGINES: dict[str, Callable[[], Engine]] = {"duckdb": duckdb, "spark": spark}
"""Every engine by its name."""


@contextmanager
def _quiet() -> Iterator[None]:
    """What these libraries warn about is how they use each other."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _ibis() -> Any:
    arrow()
    try:
        with _quiet():
            import ibis
    except ImportError:
        raise CannotGoOn("DVK986", library="ibis-framework", clear=PIP) from None
    return ibis
