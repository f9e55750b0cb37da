"""The tables of an export: names, columns with type and meaning, keys; files, documentation and checks follow them."""

from dvk.exporting.tables.figures import FIGURES
from dvk.exporting.tables.made_of import WHERE, ExportColumn, ExportTable, Form
from dvk.exporting.tables.of_models import OF_MODELS
from dvk.exporting.tables.tree import TREE

__all__ = ["EXPORTED", "FORMAT", "WHERE", "ExportColumn", "ExportTable", "Form"]

FORMAT = 1
"""Version of the tables: raised where a column is renamed, dropped or means something else."""
EXPORTED: dict[str, ExportTable] = {table.name: table for table in (*TREE, *FIGURES, *OF_MODELS)}
"""Every table of an export by name, those first that others lead to."""
