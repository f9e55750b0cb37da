-- The report obligations that arise for periods of the year, and the units that each expects, by indicator.

CREATE TABLE due AS
WITH RECURSIVE written AS (
  SELECT o.*, coalesce(o.year, s.year) AS of_year FROM obligation AS o, setting AS s
),
reckoned (plan, id, day) AS (
  SELECT plan, id,
         date(CASE length(due_text) WHEN 5 THEN (of_year + next_year) || '-' || due_text ELSE due_text END,
              CASE due_way WHEN 'before' THEN '-1 day' ELSE '+0 day' END)
  FROM written WHERE due_way IN ('before', 'by')
  UNION ALL
  SELECT plan, id, NULL FROM written WHERE due_way = 'none'
  UNION ALL
  SELECT w.plan, w.id, date(r.day, '+' || w.days || ' day')
  FROM reckoned AS r JOIN written AS w ON w.plan = r.plan AND w.of = r.id AND w.due_way = 'after'
)
SELECT * FROM reckoned;

CREATE TABLE occurrence AS
WITH dated_obligation AS (
  SELECT o.plan, o.id, o.first_month, o.last_month, o.any_day, o.lock, p.unit AS issuer, p.first_day, p.last_day,
         d.day AS due,
         printf('%d-%02d-01', s.year, o.first_month) AS period_start,
         date(printf('%d-%02d-01', s.year, o.last_month), '+1 month', '-1 day') AS period_end,
         (SELECT min(n.first_day) FROM supersedes AS x JOIN plan AS n ON n.path = x.plan
          WHERE x.old = o.plan AND n.state = 'issued') AS superseded
  FROM obligation AS o
  JOIN setting AS s ON coalesce(o.year, s.year) = s.year
  JOIN plan AS p ON p.path = o.plan AND p.state = 'issued'
  JOIN due AS d ON d.plan = o.plan AND d.id = o.id
  WHERE o.kind = 'report'
)
SELECT *, min(period_end, coalesce(due, period_end)) AS reference_day, coalesce(due, period_end) AS counts_on
FROM dated_obligation
WHERE coalesce(due, period_end) BETWEEN first_day AND last_day
  AND (superseded IS NULL OR coalesce(due, period_end) < superseded);

-- On which day each unit is looked at: the reference day, or with `any_day` its last day up to it.
CREATE TABLE looked_at AS
SELECT o.plan, o.id, o.issuer, u.id AS unit, u.line,
       CASE WHEN o.any_day THEN min(o.reference_day, u.last_day) ELSE o.reference_day END AS day
FROM occurrence AS o
JOIN unit AS u ON u.first_day <= o.reference_day
  AND u.last_day >= CASE WHEN o.any_day THEN min(o.period_start, o.reference_day) ELSE o.reference_day END;

-- Days on which the organisation may look different, the first of each month among them.
CREATE TABLE day AS
WITH RECURSIVE month (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM month WHERE number < 12),
turn AS (
  SELECT first_day AS day FROM unit
  UNION SELECT date(last_day, '+1 day') FROM unit WHERE last_day < '9999'
  UNION SELECT first_day FROM dated
  UNION SELECT date(last_day, '+1 day') FROM dated WHERE last_day < '9999'
  UNION SELECT printf('%d-%02d-01', year, number) FROM month, setting
)
SELECT day, 1 << (CAST(substr(day, 6, 2) AS INTEGER) - 1) AS month, 1 AS in_year
FROM turn, setting WHERE substr(day, 1, 4) = CAST(year AS TEXT);
INSERT INTO day SELECT DISTINCT day, 0, 0 FROM looked_at WHERE day NOT IN (SELECT day FROM day);

CREATE TABLE parent_on AS
SELECT y.day, y.month, y.in_year, d.unit, d.value AS parent
FROM day AS y
JOIN dated AS d ON d.field = 'parent' AND y.day BETWEEN d.first_day AND d.last_day
JOIN unit AS u ON u.id = d.unit AND y.day BETWEEN u.first_day AND u.last_day
JOIN unit AS p ON p.id = d.value AND y.day BETWEEN p.first_day AND p.last_day;
CREATE INDEX parent_on_unit ON parent_on (day, unit);

CREATE TABLE below AS
WITH RECURSIVE up (day, month, in_year, unit, top) AS (
  SELECT day, month, in_year, unit, parent FROM parent_on
  UNION
  SELECT up.day, up.month, up.in_year, up.unit, p.parent
  FROM up JOIN parent_on AS p ON p.day = up.day AND p.unit = up.top
)
SELECT * FROM up;
CREATE INDEX below_top ON below (top, day);

CREATE TABLE member AS
SELECT l.plan, l.id, l.unit
FROM looked_at AS l
JOIN below AS b ON b.day = l.day AND b.unit = l.unit AND b.top = l.issuer
JOIN unit AS i ON i.id = l.issuer AND i.line = l.line
WHERE EXISTS (SELECT 1 FROM asked_unit AS a WHERE a.plan = l.plan AND a.obligation = l.id AND a.value = l.unit)
   OR (
     EXISTS (SELECT 1 FROM asked_level AS a WHERE a.plan = l.plan AND a.obligation = l.id
             UNION ALL SELECT 1 FROM asked_kind AS a WHERE a.plan = l.plan AND a.obligation = l.id)
     AND (NOT EXISTS (SELECT 1 FROM asked_level AS a WHERE a.plan = l.plan AND a.obligation = l.id)
          OR EXISTS (SELECT 1 FROM asked_level AS a
                     JOIN dated AS d ON d.unit = l.unit AND d.field = 'level' AND d.value = a.value
                       AND l.day BETWEEN d.first_day AND d.last_day
                     WHERE a.plan = l.plan AND a.obligation = l.id))
     AND (NOT EXISTS (SELECT 1 FROM asked_kind AS a WHERE a.plan = l.plan AND a.obligation = l.id)
          OR EXISTS (SELECT 1 FROM asked_kind AS a
                     JOIN dated AS d ON d.unit = l.unit AND d.field = 'kind' AND d.value = a.value
                       AND l.day BETWEEN d.first_day AND d.last_day
                     WHERE a.plan = l.plan AND a.obligation = l.id))
   );

CREATE TABLE asks AS
SELECT o.plan, o.id, i.id AS indicator
FROM occurrence AS o
JOIN indicator AS i ON CASE
  WHEN EXISTS (SELECT 1 FROM asked_indicator AS a WHERE a.plan = o.plan AND a.obligation = o.id)
    THEN EXISTS (SELECT 1 FROM asked_indicator AS a
                 WHERE a.plan = o.plan AND a.obligation = o.id AND a.value IN (i.id, i.numerator, i.denominator))
  WHEN EXISTS (SELECT 1 FROM plan_indicator AS a WHERE a.plan = o.plan)
    THEN EXISTS (SELECT 1 FROM plan_indicator AS a
                 WHERE a.plan = o.plan AND a.indicator IN (i.id, i.numerator, i.denominator))
  ELSE 1
END;

CREATE TABLE expected AS
SELECT DISTINCT m.unit, a.indicator
FROM member AS m
JOIN asks AS a ON a.plan = m.plan AND a.id = m.id
JOIN occurrence AS o ON o.plan = m.plan AND o.id = m.id
WHERE NOT EXISTS (
  SELECT 1 FROM exemption AS x
  WHERE x.plan = m.plan AND x.obligation = m.id AND x.unit = m.unit AND o.counts_on <= x.last_day
);
CREATE INDEX expected_unit ON expected (unit, indicator);
