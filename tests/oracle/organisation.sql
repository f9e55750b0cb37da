-- The year's tree: every unit open on any day of the year, ended ones under the unit that their figures go to.

CREATE TABLE alive AS
SELECT id, line,
       max(first_day, year || '-01-01') AS first_day,
       min(last_day, year || '-12-31') AS last_day,
       last_day < year || '-12-31' AS ended,
       CAST(substr(max(first_day, year || '-01-01'), 6, 2) AS INTEGER) AS first_month,
       CAST(substr(min(last_day, year || '-12-31'), 6, 2) AS INTEGER) AS last_month
FROM unit, setting
WHERE first_day <= year || '-12-31' AND last_day >= year || '-01-01';

CREATE TABLE last_parent AS
SELECT unit, parent
FROM (
  SELECT a.id AS unit, d.value AS parent,
         row_number() OVER (PARTITION BY a.id ORDER BY d.first_day DESC) AS place
  FROM alive AS a
  JOIN dated AS d ON d.unit = a.id AND d.field = 'parent'
    AND d.first_day <= a.last_day AND d.last_day >= a.first_day
)
WHERE place = 1;

-- Where all of an ended unit went to one: the events of the day after its last name one other unit.
CREATE TABLE heir AS
SELECT a.id AS unit, min(t.unit) AS heir
FROM alive AS a
JOIN event_source AS s ON s.unit = a.id
JOIN event AS e ON e.id = s.event AND e.day = date(a.last_day, '+1 day')
JOIN event_target AS t ON t.event = e.id AND t.unit <> a.id
WHERE a.ended
GROUP BY a.id
HAVING count(DISTINCT t.unit) = 1;

-- From each ended unit to its heir, from heir to heir, and where an ended heir has none, up its last parents, until a
-- unit that lived on. `inherited`: every step led to an heir.
CREATE TABLE followed AS
WITH RECURSIVE walk (unit, host, inherited) AS (
  SELECT unit, heir, 1 FROM heir
  UNION ALL
  SELECT w.unit, CASE WHEN w.inherited THEN coalesce(h.heir, p.parent) ELSE p.parent END,
         w.inherited AND h.heir IS NOT NULL
  FROM walk AS w
  JOIN alive AS a ON a.id = w.host AND a.ended
  LEFT JOIN heir AS h ON h.unit = w.host
  LEFT JOIN last_parent AS p ON p.unit = w.host
)
SELECT w.unit, w.host, w.inherited FROM walk AS w JOIN alive AS a ON a.id = w.host AND NOT a.ended;

-- From each ended unit up its last parents, as long as these ended too; with the successor of the topmost.
CREATE TABLE climb AS
WITH RECURSIVE up (unit, above) AS (
  SELECT p.unit, p.parent FROM last_parent AS p JOIN alive AS a ON a.id = p.unit AND a.ended
  UNION ALL
  SELECT up.unit, p.parent
  FROM up JOIN alive AS a ON a.id = up.above AND a.ended JOIN last_parent AS p ON p.unit = up.above
)
SELECT up.unit, up.above, a.ended, f.host AS host_of_top, f.inherited AS inherited_with_top
FROM up
JOIN alive AS a ON a.id = up.above
LEFT JOIN followed AS f ON f.unit = up.above AND NOT EXISTS (SELECT 1 FROM last_parent AS p WHERE p.unit = up.above);

-- An ended unit stands where its heir leads; otherwise under the nearest above that lived on; where none did, where the
-- topmost above it stands; else it is a root.
CREATE TABLE tree AS
SELECT a.id AS unit, a.ended,
       coalesce(f.inherited,
                CASE WHEN NOT EXISTS (SELECT 1 FROM climb AS c WHERE c.unit = a.id AND NOT c.ended)
                     THEN (SELECT c.inherited_with_top FROM climb AS c WHERE c.unit = a.id AND c.host_of_top IS NOT NULL)
                END, 0) AS inherited,
       CASE WHEN NOT a.ended THEN p.parent
            ELSE coalesce(f.host,
                          (SELECT c.above FROM climb AS c WHERE c.unit = a.id AND NOT c.ended),
                          (SELECT c.host_of_top FROM climb AS c WHERE c.unit = a.id AND c.host_of_top IS NOT NULL))
       END AS parent
FROM alive AS a
LEFT JOIN last_parent AS p ON p.unit = a.id
LEFT JOIN followed AS f ON f.unit = a.id;

-- Who stands under whom in the year's tree, each unit under itself too.
CREATE TABLE under AS
WITH RECURSIVE up (top, unit) AS (
  SELECT unit, unit FROM tree
  UNION ALL
  SELECT t.parent, up.unit FROM up JOIN tree AS t ON t.unit = up.top WHERE t.parent IS NOT NULL
)
SELECT top, unit FROM up;
CREATE INDEX under_top ON under (top);
CREATE INDEX under_unit ON under (unit);

CREATE TABLE depth AS SELECT unit, count(*) AS depth FROM under GROUP BY unit;
