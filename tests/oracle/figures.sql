-- The figure of each unit for the year: which reports count, which set of them is taken, how it is combined.

CREATE TABLE counted AS
SELECT r.*
FROM report AS r
JOIN setting AS s ON s.year = r.year
JOIN alive AS a ON a.id = r.unit AND r.first_month <= a.last_month AND r.last_month >= a.first_month
WHERE r.state IN ('submitted', 'accepted', 'approved', 'published')
  AND NOT EXISTS (
    SELECT 1 FROM answer AS w
    JOIN occurrence AS o ON o.plan = w.plan AND o.id = w.obligation
      AND o.first_month = r.first_month AND o.last_month = r.last_month
    WHERE w.report = r.path AND r.submitted > o.lock
      AND NOT EXISTS (SELECT 1 FROM unlock AS k WHERE k.plan = o.plan AND k.obligation = o.id
                      AND k.unit = r.unit AND r.submitted <= k.last_day)
  );

-- One value for a unit, a period, an indicator and a section: the first path stands. Every file bears the name of its period.
CREATE TABLE standing AS
SELECT unit, indicator, section, first_month, last_month, amount, covers
FROM (
  SELECT c.unit, f.indicator, f.section, c.first_month, c.last_month, f.amount, c.covers,
         row_number() OVER (
           PARTITION BY c.unit, f.indicator, f.section, c.first_month, c.last_month ORDER BY c.path
         ) AS place
  FROM counted AS c
  JOIN figure AS f ON f.report = c.path
  JOIN indicator AS i ON i.id = f.indicator AND i.numerator IS NULL
  WHERE f.form = 'count' OR f.form = i.type OR f.amount IS NULL
)
WHERE place = 1;

-- What may be chosen from. `b` is the denominator of a ratio, whose candidates give both parts for one period.
CREATE TABLE candidate AS
SELECT unit, indicator, section, first_month, last_month, amount AS a, 0 AS b, amount IS NULL AS is_null, covers
FROM standing;
INSERT INTO candidate
SELECT n.unit, i.id, n.section, n.first_month, n.last_month, n.amount, d.amount,
       n.amount IS NULL OR d.amount IS NULL, n.covers AND d.covers
FROM indicator AS i
JOIN standing AS n ON n.indicator = i.numerator AND n.section = 'own'
JOIN standing AS d ON d.indicator = i.denominator AND d.section = 'own' AND d.unit = n.unit
  AND d.first_month = n.first_month AND d.last_month = n.last_month;

-- Candidates with the months of them in which the unit was open, and how each part is combined.
CREATE TABLE piece AS
SELECT c.unit, c.indicator, c.section, c.first_month, c.last_month, c.a, c.b,
       max(c.first_month, u.first_month) AS from_month, min(c.last_month, u.last_month) AS to_month
FROM candidate AS c JOIN alive AS u ON u.id = c.unit
WHERE NOT c.is_null AND NOT (c.first_month = 1 AND c.last_month = 12);
CREATE INDEX piece_key ON piece (unit, indicator, section, first_month);

-- Every set of pieces without overlap, in the order of months; the best one first.
CREATE TABLE choice AS
WITH RECURSIVE sets AS (
  SELECT unit, indicator, section, last_month AS reached, 1 AS reports,
         to_month - from_month + 1 AS months, (1 << to_month) - (1 << (from_month - 1)) AS mask,
         (1 << last_month) - (1 << (first_month - 1)) AS reported, printf('%02d', first_month) AS begins, printf('%d-%d', first_month, last_month) AS periods,
         a, a * (to_month - from_month + 1) AS weighted_a, a AS last_a, a AS max_a,
         b, b * (to_month - from_month + 1) AS weighted_b, b AS last_b, b AS max_b
  FROM piece
  UNION ALL
  SELECT s.unit, s.indicator, s.section, p.last_month, s.reports + 1,
         s.months + p.to_month - p.from_month + 1, s.mask | ((1 << p.to_month) - (1 << (p.from_month - 1))),
         s.reported | ((1 << p.last_month) - (1 << (p.first_month - 1))), printf('%02d', p.first_month) || s.begins, s.periods || printf(' %d-%d', p.first_month, p.last_month),
         s.a + p.a, s.weighted_a + p.a * (p.to_month - p.from_month + 1), p.a, max(s.max_a, p.a),
         s.b + p.b, s.weighted_b + p.b * (p.to_month - p.from_month + 1), p.b, max(s.max_b, p.b)
  FROM sets AS s
  JOIN piece AS p ON p.unit = s.unit AND p.indicator = s.indicator AND p.section = s.section
    AND p.first_month > s.reached
),
ranked AS (
  SELECT *, row_number() OVER (
    PARTITION BY unit, indicator, section
    ORDER BY months DESC, reports, mask DESC, begins DESC
  ) AS place
  FROM sets
),
operators AS (
  SELECT i.id, n.over_time AS op_a, d.over_time AS op_b
  FROM indicator AS i
  JOIN indicator AS n ON n.id = coalesce(i.numerator, i.id)
  JOIN indicator AS d ON d.id = coalesce(i.denominator, i.id)
)
SELECT r.unit, r.indicator, r.section, r.reported, r.periods,
       r.months = u.last_month - u.first_month + 1 AS whole,
       CASE o.op_a WHEN 'sum' THEN r.a WHEN 'last' THEN r.last_a WHEN 'max' THEN r.max_a
         WHEN 'average' THEN r.weighted_a / r.months ELSE CASE r.reports WHEN 1 THEN r.a END END AS a,
       CASE o.op_b WHEN 'sum' THEN r.b WHEN 'last' THEN r.last_b WHEN 'max' THEN r.max_b
         WHEN 'average' THEN r.weighted_b / r.months ELSE CASE r.reports WHEN 1 THEN r.b END END AS b
FROM ranked AS r
JOIN operators AS o ON o.id = r.indicator
JOIN alive AS u ON u.id = r.unit
WHERE r.place = 1;

-- A value or null for the whole year stands, but not against the parts of a successor that does not cover those before it.
CREATE TABLE year_stands AS
SELECT y.unit, y.indicator, y.section, y.a, y.b, y.is_null, y.covers AND NOT y.is_null AS covers
FROM candidate AS y
LEFT JOIN choice AS c ON c.unit = y.unit AND c.indicator = y.indicator AND c.section = y.section
WHERE y.first_month = 1 AND y.last_month = 12
  AND NOT (
    EXISTS (SELECT 1 FROM tree AS t WHERE t.parent = y.unit AND t.inherited)
    AND NOT y.covers AND NOT y.is_null AND coalesce(c.whole, 0)
    AND (coalesce(c.a <> y.a, 0) OR coalesce(c.b <> y.b, 0))
  );

CREATE TABLE given AS
SELECT unit, indicator, section, CASE WHEN is_null THEN 'null' ELSE 'whole' END AS state,
       CASE WHEN NOT is_null THEN a END AS a, CASE WHEN NOT is_null THEN b END AS b,
       4095 AS reported, '1-12' AS periods, covers
FROM year_stands
UNION ALL
SELECT c.unit, c.indicator, c.section, CASE WHEN c.whole THEN 'whole' ELSE 'partial' END, c.a, c.b,
       c.reported, c.periods, 0
FROM choice AS c
LEFT JOIN year_stands AS y ON y.unit = c.unit AND y.indicator = c.indicator AND y.section = c.section
WHERE y.unit IS NULL AND c.a IS NOT NULL AND c.b IS NOT NULL;

-- Nulls only. For a ratio: one part is null and the other is given in any way.
INSERT INTO given
SELECT DISTINCT c.unit, c.indicator, c.section, 'null', NULL, NULL, 0, '', 0
FROM candidate AS c
JOIN indicator AS i ON i.id = c.indicator AND i.numerator IS NULL
WHERE NOT EXISTS (SELECT 1 FROM given AS g WHERE g.unit = c.unit AND g.indicator = c.indicator AND g.section = c.section)
  AND NOT EXISTS (SELECT 1 FROM candidate AS v WHERE v.unit = c.unit AND v.indicator = c.indicator
                  AND v.section = c.section AND NOT v.is_null);
INSERT INTO given
SELECT DISTINCT n.unit, i.id, 'own', 'null', NULL, NULL, 0, '', 0
FROM indicator AS i
JOIN given AS n ON n.indicator IN (i.numerator, i.denominator) AND n.section = 'own' AND n.state = 'null'
JOIN standing AS o ON o.unit = n.unit AND o.section = 'own' AND o.indicator IN (i.numerator, i.denominator)
  AND o.indicator <> n.indicator
WHERE NOT EXISTS (SELECT 1 FROM given AS g WHERE g.unit = n.unit AND g.indicator = i.id);

-- A denominator of 0 under a numerator that is not leaves the unit out.
CREATE TABLE zero_denominator AS
SELECT g.unit, g.indicator FROM given AS g JOIN indicator AS i ON i.id = g.indicator
WHERE i.numerator IS NOT NULL AND g.b = 0 AND g.a <> 0;
DELETE FROM given WHERE (unit, indicator) IN (SELECT unit, indicator FROM zero_denominator);

-- Every unit of the tree with every indicator: its own figure and its stated total side by side.
CREATE TABLE own_and_stated AS
SELECT t.unit, t.parent, t.inherited, t.ended, i.id AS indicator, i.over_units, i.numerator, i.denominator,
       coalesce(o.state, 'absent') AS own_state, o.a AS own_a, o.b AS own_b, coalesce(o.covers, 0) AS own_covers,
       s.a AS stated, s.state = 'whole' AS stated_whole, s.reported AS stated_months, s.periods AS stated_periods,
       coalesce(s.covers, 0) AS stated_covers,
       EXISTS (SELECT 1 FROM expected AS e WHERE e.unit = t.unit AND e.indicator = i.id) AS is_expected
FROM tree AS t
CROSS JOIN indicator AS i
LEFT JOIN given AS o ON o.unit = t.unit AND o.indicator = i.id AND o.section = 'own'
LEFT JOIN given AS s ON s.unit = t.unit AND s.indicator = i.id AND s.section = 'consolidated';
CREATE INDEX own_and_stated_unit ON own_and_stated (unit, indicator);

-- Stated totals of units below which, in the months reported, stood other units than the year's tree shows there.
CREATE TABLE not_comparable AS
WITH then_below AS (
  SELECT DISTINCT o.unit AS top, o.indicator, b.unit
  FROM own_and_stated AS o
  JOIN below AS b ON b.top = o.unit AND b.in_year AND b.month & o.stated_months
  WHERE o.stated IS NOT NULL
),
now_below AS (
  SELECT DISTINCT o.unit AS top, o.indicator, n.unit
  FROM own_and_stated AS o
  JOIN under AS n ON n.top = o.unit AND n.unit <> o.unit
  JOIN unit AS u ON u.id = n.unit
  JOIN day AS y ON y.in_year AND y.month & o.stated_months AND y.day BETWEEN u.first_day AND u.last_day
  WHERE o.stated IS NOT NULL
),
moved AS (
  SELECT * FROM (SELECT * FROM then_below EXCEPT SELECT * FROM now_below)
  UNION SELECT * FROM (SELECT * FROM now_below EXCEPT SELECT * FROM then_below)
)
SELECT DISTINCT m.top AS unit, m.indicator
FROM moved AS m
WHERE NOT EXISTS (SELECT 1 FROM tree AS t WHERE t.unit = m.unit AND t.parent = m.top AND t.inherited)
UNION SELECT unit, indicator FROM own_and_stated WHERE ended AND stated IS NOT NULL;

CREATE TABLE total (
  unit TEXT, indicator TEXT, parent TEXT, inherited INTEGER,
  figures INTEGER, a INTEGER, b INTEGER, largest INTEGER, nulls INTEGER, is_closed INTEGER, has_expected INTEGER,
  c_figures INTEGER, c_a INTEGER, c_b INTEGER, c_largest INTEGER,
  basis TEXT, stated_up TEXT, own_covers INTEGER, stated_covers INTEGER,
  PRIMARY KEY (unit, indicator)
);
CREATE INDEX total_parent ON total (parent, indicator);
