"""Facts out: a workspace's years as plain tables for other programs, the rules of dvk already applied.

``tables`` says what is written. ``shares`` divides a year among its roots, ``branch`` is one of them; ``tree_rows``,
``figure_rows``, ``standing`` and ``model_rows`` make the rows of some tables each. ``writing`` puts them on disk:
``csv_files``, ``sqlite_file`` and ``parquet_files``, which ``forms`` lists.
"""
