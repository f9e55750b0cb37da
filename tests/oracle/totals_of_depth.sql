-- Totals of all units at one depth of the tree, from those of their children. Run from the deepest up.
-- :depth is the depth, :ratios 0 for plain indicators and then 1 for ratios, which look at their parts' totals.

INSERT INTO total
WITH here AS (
  SELECT o.*, EXISTS (SELECT 1 FROM not_comparable AS x WHERE x.unit = o.unit AND x.indicator = o.indicator)
           AS is_moved
  FROM own_and_stated AS o
  JOIN depth AS d ON d.unit = o.unit AND d.depth = :depth
  WHERE (o.numerator IS NOT NULL) = :ratios
),
-- Children's totals; those of predecessors apart, since they stand beside a stated total.
children AS (
  SELECT h.unit, h.indicator,
         count(k.unit) AS children,
         coalesce(sum(k.figures), 0) AS figures, coalesce(sum(k.a), 0) AS a, coalesce(sum(k.b), 0) AS b,
         max(k.largest) AS largest, coalesce(sum(k.nulls), 0) AS nulls,
         coalesce(sum(k.figures) FILTER (WHERE k.inherited), 0) AS before_figures,
         coalesce(sum(k.a) FILTER (WHERE k.inherited), 0) AS before_a,
         coalesce(sum(k.b) FILTER (WHERE k.inherited), 0) AS before_b,
         max(k.largest) FILTER (WHERE NOT k.inherited) AS other_largest,
         coalesce(sum(k.nulls) FILTER (WHERE NOT k.inherited), 0) AS other_nulls,
         coalesce(min(k.is_closed), 1) AS all_closed,
         coalesce(max(k.has_expected), 0) AS has_expected
  FROM here AS h
  LEFT JOIN total AS k ON k.parent = h.unit AND k.indicator = h.indicator
  GROUP BY h.unit, h.indicator
),
-- Own figure and children so far; predecessors that the own figure covers are left out.
computed AS (
  SELECT h.*, c.children, c.before_a, c.before_b, c.has_expected, c.before_figures,
         c.all_closed,
         (h.own_a IS NOT NULL) + c.figures - CASE WHEN h.own_covers THEN c.before_figures ELSE 0 END AS c_figures,
         coalesce(h.own_a, 0) + c.a - CASE WHEN h.own_covers THEN c.before_a ELSE 0 END AS c_a,
         coalesce(h.own_b, 0) + c.b - CASE WHEN h.own_covers THEN c.before_b ELSE 0 END AS c_b,
         CASE WHEN h.own_covers
           THEN max(coalesce(h.own_a, c.other_largest), coalesce(c.other_largest, h.own_a))
           ELSE max(coalesce(h.own_a, c.largest), coalesce(c.largest, h.own_a)) END AS c_largest,
         (h.own_state = 'null') + CASE WHEN h.own_covers THEN c.other_nulls ELSE c.nulls END AS nulls
  FROM here AS h JOIN children AS c ON c.unit = h.unit AND c.indicator = h.indicator
),
-- What the stated total is held against, and whether it may go up at all.
judged AS (
  SELECT k.*,
         k.stated IS NOT NULL AND k.over_units = 'sum' AND NOT k.is_moved
           AND k.stated >= k.c_a - CASE WHEN k.own_covers OR k.stated_covers THEN 0 ELSE k.before_a END AS may_go_up,
         k.has_expected AND k.own_state = 'whole' AND k.all_closed AS is_computed,
         n.stated_up AS up_n, d.stated_up AS up_d, n.stated_covers AND d.stated_covers AS both_cover,
         sn.stated AS stated_n, sd.stated AS stated_d
  FROM computed AS k
  LEFT JOIN total AS n ON n.unit = k.unit AND n.indicator = k.numerator
  LEFT JOIN total AS d ON d.unit = k.unit AND d.indicator = k.denominator
  LEFT JOIN own_and_stated AS sn ON sn.unit = k.unit AND sn.indicator = k.numerator
  LEFT JOIN own_and_stated AS sd ON sd.unit = k.unit AND sd.indicator = k.denominator
),
-- `stated_up` names the periods whose stated total goes up ("whole 1-12", "part 1-6"), or is NULL.
decided AS (
  SELECT j.*,
         CASE
           WHEN :ratios THEN CASE WHEN j.up_n = j.up_d THEN j.up_n END
           WHEN j.may_go_up AND NOT j.is_computed
             THEN CASE WHEN j.stated_whole THEN 'whole ' ELSE 'part ' END || j.stated_periods
         END AS stated_up,
         CASE WHEN :ratios THEN j.both_cover ELSE j.stated_covers END AS covers_up
  FROM judged AS j
),
result AS (
  SELECT d.*,
         CASE WHEN d.over_units = 'none' AND NOT :ratios AND d.children > 0 THEN 0
              WHEN d.stated_up IS NOT NULL THEN 1 + CASE WHEN d.covers_up THEN 0 ELSE d.before_figures END
              ELSE d.c_figures END AS figures,
         CASE WHEN d.stated_up IS NULL THEN d.c_a
              ELSE CASE WHEN :ratios THEN d.stated_n ELSE d.stated END
                   + CASE WHEN d.covers_up THEN 0 ELSE d.before_a END END AS a,
         CASE WHEN d.stated_up IS NULL THEN d.c_b
              ELSE coalesce(d.stated_d, 0) + CASE WHEN d.covers_up THEN 0 ELSE d.before_b END END AS b
  FROM decided AS d
)
SELECT unit, indicator, parent, inherited, figures, a, b, c_largest, nulls,
       (stated_up IS NOT NULL AND stated_up LIKE 'whole%')
         OR ((own_state = 'whole' OR NOT is_expected) AND all_closed),
       has_expected OR is_expected,
       CASE WHEN over_units = 'none' AND NOT :ratios AND children > 0 THEN 0 ELSE c_figures END, c_a, c_b, c_largest,
       CASE WHEN stated_up IS NOT NULL AND NOT (:ratios AND b = 0) THEN 'stated'
            WHEN figures > 0 AND NOT (:ratios AND b = 0) THEN 'computed'
            WHEN figures = 0 AND nulls > 0 AND NOT (over_units = 'none' AND NOT :ratios AND children > 0) THEN 'null'
       END,
       stated_up, own_covers, covers_up
FROM result;
