"""The views of the SQLite export: questions that are asked again and again, as tables with words in them."""

_SHOWN = """CASE
    WHEN {0}_num IS NULL THEN NULL
    WHEN {0}_den = 1 THEN {0}_num
    ELSE printf('%s%d.%02d', CASE WHEN {0}_num < 0 THEN '-' ELSE '' END,
      (abs({0}_num) * 200 + {0}_den) / (2 * {0}_den) / 100, (abs({0}_num) * 200 + {0}_den) / (2 * {0}_den) % 100)
  END"""
"""A number to read: whole, or to two places, halves away from nought; worked out in whole numbers."""

VIEWS: dict[str, str] = {
    "figures_by_unit": """
  SELECT y.root, y.year, y.unit, u.name AS unit_name, u.level, y.indicator, i.name AS indicator_name,
    i.unit_of_measure, SHOWN_VALUE AS value, y.value_num, y.value_den, y.basis, y.n, y.n_expected,
    y.illustrative
  FROM yearly AS y JOIN units AS u USING (root, year, unit) JOIN indicators AS i USING (root, year, indicator)
  WHERE y.basis IS NOT NULL OR y.n_expected > 0""".replace("SHOWN_VALUE", _SHOWN.format("y.value")),
    "missing_units": """
  SELECT c.root, c.year, a.ancestor, c.unit, u.name AS unit_name, c.indicator, i.name AS indicator_name
  FROM contributions AS c
  JOIN closure AS a ON a.root = c.root AND a.year = c.year AND a.unit = c.unit
    AND a.ancestor_depth BETWEEN c.up_to_depth AND c.from_depth
  JOIN units AS u ON u.root = c.root AND u.year = c.year AND u.unit = c.unit
  JOIN indicators AS i ON i.root = c.root AND i.year = c.year AND i.indicator = c.indicator
  WHERE c.part = 'missing'""",
    "totals": """
  SELECT c.root, c.year, a.ancestor AS unit, c.indicator, c.part, c.value_den, sum(c.value_num) AS value_num,
    sum(c.count) AS count, max(c.illustrative) AS illustrative
  FROM contributions AS c
  JOIN closure AS a ON a.root = c.root AND a.year = c.year AND a.unit = c.unit
    AND a.ancestor_depth BETWEEN c.up_to_depth AND c.from_depth
  WHERE c.part IN ('figure', 'numerator', 'denominator') AND c.count > 0
  GROUP BY c.root, c.year, a.ancestor, c.indicator, c.part, c.value_den""",
}
"""Each view by its name, those first that others ask."""
