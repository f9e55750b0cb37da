"""Many exports as one: found, read by an engine, added up by one expression, and put together as yearbooks again.

``exports`` finds them and refuses what would be counted twice, ``as_parquet`` and ``fitting`` read and check them,
``engines`` has DuckDB and Spark, ``adding`` is the one expression. ``trees``, ``totals``, ``models`` and ``books`` make
of its rows what the views of ``dvk rollup`` show; ``combination`` goes from beginning to end.
"""
