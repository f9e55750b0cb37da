-- What is compared: a value and a computed figure as fractions, and the class of each expected unit of each row.

CREATE TABLE answered AS
SELECT t.unit, t.indicator, t.parent, t.basis, o.own_a, o.stated, t.a, t.b,
       CASE WHEN t.basis IN ('computed', 'stated') THEN
         CASE i.over_units WHEN 'max' THEN t.largest ELSE t.a * CASE WHEN i.per_cent THEN 100 ELSE 1 END END
       END AS value_over,
       CASE WHEN i.numerator IS NOT NULL THEN t.b
            ELSE s.scale * CASE i.over_units WHEN 'average' THEN t.figures ELSE 1 END END AS value_under,
       CASE WHEN t.c_figures > 0 AND (i.numerator IS NULL OR t.c_b <> 0) THEN
         CASE i.over_units WHEN 'max' THEN t.c_largest ELSE t.c_a * CASE WHEN i.per_cent THEN 100 ELSE 1 END END
       END AS computed_over,
       CASE WHEN i.numerator IS NOT NULL THEN t.c_b
            ELSE s.scale * CASE i.over_units WHEN 'average' THEN t.c_figures ELSE 1 END END AS computed_under
FROM total AS t
JOIN indicator AS i ON i.id = t.indicator
JOIN own_and_stated AS o ON o.unit = t.unit AND o.indicator = t.indicator
CROSS JOIN setting AS s;

-- A unit that would be missing in a row is there by the stated total only where a whole year's stated total that
-- went up stands at or above it, inside the row; predecessors stand beside it unless it covers them.
CREATE TABLE class AS
SELECT r.top, o.indicator, o.unit,
       CASE
         WHEN o.own_state <> 'absent' THEN o.own_state
         WHEN EXISTS (
           SELECT 1
           FROM under AS z
           JOIN under AS within ON within.top = r.top AND within.unit = z.top
           JOIN total AS t ON t.unit = z.top AND t.indicator = o.indicator
           WHERE z.unit = o.unit
             AND ((t.stated_up LIKE 'whole%' AND NOT (o.inherited AND o.parent = z.top AND NOT t.stated_covers))
                  OR (t.own_covers AND o.inherited AND o.parent = z.top))
         ) THEN 'stated_only'
         ELSE 'missing'
       END AS class
FROM under AS r
JOIN own_and_stated AS o ON o.unit = r.unit AND o.is_expected;
